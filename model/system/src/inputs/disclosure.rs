//! Disclosure: data goes to those who work for the vendor, at once or in a batch, and they use it.

use crate::defects::Defect;
use crate::inputs::release::Release;
use crate::inputs::sharing;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Clock, Holder, Person, Purpose};

/// What goes to one that works for the vendor, so that the services run (GRP-03).
fn instruction<C: Clock>(
    ctx: &Ctx<'_, C>,
    person: Person,
    category: Category,
    to: Holder,
) -> Result<Release, Refusal> {
    ctx.setup.worker(to)?;
    Ok(Release { person, category, to, purpose: Some(Purpose::OperateFull) })
}

/// The vendor makes a category available, with the person's consent and under contract (SHR-04, SHR-05).
pub(crate) fn disclose<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    holder: Holder,
) -> Result<(), Refusal> {
    let release = instruction(ctx, person, category, holder)?;
    release.may(w, ctx)?;
    let record = release.record(w, ctx)?;
    release.hand_over(w, ctx, Holder::VENDOR, Some(record))
}

/// The vendor puts a disclosure into its batch.
pub(crate) fn queue<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    category: Category,
    holder: Holder,
) -> Result<(), Refusal> {
    let release = instruction(ctx, person, category, holder)?;
    release.record(w, ctx)?;
    release.may(w, ctx)?;
    w.vendor.disclosure.queue(person, ctx.setup.kind(category)?, holder)
}

/// The vendor sends its batch; what may no longer go is dropped unseen (WDC-04, SHR-05).
pub(crate) fn send<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    let (person, kind, holder) = w.vendor.disclosure.take()?;
    let release = instruction(ctx, person, ctx.setup.category(kind)?, holder)?;
    let agreed = release.agreed(w, ctx).is_ok() || ctx.setup.has(Defect::BatchNotRechecked);
    let contracted = release.contracted(w, ctx).is_ok() || ctx.setup.has(Defect::FeedOutlivesContract);
    match release.record(w, ctx) {
        Ok(record) if agreed && contracted => release.hand_over(w, ctx, Holder::VENDOR, Some(record)),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// One that works for the vendor uses what it was given to provide the vendor's services (GRP-04).
pub(crate) fn use_by<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    holder: Holder,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    ctx.setup.worker(holder)?;
    sharing::put_to_use(w, ctx, holder, person, category, Purpose::Provide)
}
