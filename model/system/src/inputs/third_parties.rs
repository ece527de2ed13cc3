//! Third parties: people use their parts and links, they gather data themselves, ecosystem companies pass data on,
//! and incidents are laid at somebody's door (ECO-04, TPT-01 to TPT-06).

use crate::defects::Defect;
use crate::limits;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Blame;
use vouchsafe_alphabet::{Category, Class, Clock, Holder, Observation, Person, Purpose, Record};

/// The record as which data of an ecosystem company comes in.
const PASSED_ON: Record = Record(limits::PASSED_ON as u32);

/// Refuses whoever is no third party.
fn third_party(setup: &Setup, by: Holder) -> Result<(), Refusal> {
    match setup.recipient(by)?.class {
        Class::Outside | Class::Ecosystem => Ok(()),
        Class::Affiliate
        | Class::Provider
        | Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor => Err(Refusal::WrongRecipient),
    }
}

/// A person uses an embedded part or a link of a third party; nothing goes along (TPT-02, TPT-06).
pub(crate) fn use_part<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    third_party(ctx.setup, by)?;
    let known =
        ctx.setup.has(Defect::PartKnowsItsUser) && w.vendor.third_parties.was_used(by, person).is_ok();
    w.vendor.third_parties.using(by, person)?;
    let carries = known || ctx.setup.has(Defect::AccountInLink);
    ctx.saw(Observation::PartUsed { person, by, carries });
    Ok(())
}

/// A third party gathers data of a person who uses its part (TPT-03).
pub(crate) fn gather<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    third_party(ctx.setup, by)?;
    if !ctx.setup.has(Defect::PartLoadsEarly) {
        w.vendor.third_parties.was_used(by, person)?;
    }
    w.vendor.third_parties.gather(by, person)?;
    ctx.saw(Observation::ThirdPartyCollected { person, by, category: None });
    Ok(())
}

/// An incident is laid at the door of a third party, which has to have gathered something itself (TPT-05).
pub(crate) fn blame<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    if !ctx.setup.has(Defect::BlamesThirdParty) {
        w.vendor.third_parties.gathered_alone(person)?;
    }
    ctx.saw(Observation::Blamed { person, blame: Blame::ThirdParty });
    Ok(())
}

/// An ecosystem company passes data on about a product of the vendor's brand (ECO-04).
pub(crate) fn pass_on<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.setup.of_class(by, Class::Ecosystem)?;
    let unread = ctx.setup.has(Defect::BrandReadOnce) && w.vendor.third_parties.passed_on.has(person.index());
    w.vendor.third_parties.passed_on.add(person.index());
    let good = !unread && !ctx.setup.has(Defect::OwnBrandTakenIn);
    ctx.saw(Observation::EcosystemData { record: PASSED_ON, by, good, person: Some(person) });
    Ok(())
}

/// The vendor uses what an ecosystem company has passed on.
pub(crate) fn handle<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    if !w.vendor.third_parties.passed_on.has(person.index()) {
        return Err(Refusal::NoRecord);
    }
    ctx.saw(Observation::Used {
        person,
        category: Category::EcosystemData,
        purpose: Purpose::Ecosystem,
        by: Holder::VENDOR,
        record: Some(PASSED_ON),
        ground: None,
    });
    Ok(())
}
