//! Corporate change: the successor uses what it took over in a new way (ECO-08).

use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Class, Clock, Observation, Person};

/// The successor uses a category of a person for the new purpose of the scope, once custody has moved.
pub(crate) fn successor_use<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let by = ctx.setup.first_of(Class::Successor)?;
    let &purpose = ctx.setup.new_purposes.first().ok_or(Refusal::WrongPurpose)?;
    if !w.vendor.sale.moved.has(person.index()) {
        return Err(Refusal::NotGiven);
    }
    ctx.saw(Observation::Used { person, category, purpose, by, record: None, ground: None });
    Ok(())
}
