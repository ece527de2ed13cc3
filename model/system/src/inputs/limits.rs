//! Limits: people decline to give data, ask for services all the same, and end sharing (COL-02, WDC-07, GRP-06).

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::vendor::halt;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::readings::Denial;
use vouchsafe_alphabet::{Category, Channel, Clock, Observation, Person, Service, Set, Verb};

/// A person asks by e-mail that sharing stop.
pub(crate) fn stop_sharing<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.halt.stop(ctx.setup, person, ctx.now)?;
    ctx.saw(Observation::SharingStopped { person, channel: Channel::Email });
    Ok(())
}

/// A person declines to give a category.
pub(crate) fn decline<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let kind = ctx.setup.kind(category)?;
    if w.vendor.halt.declined(person, kind)? {
        return Err(Refusal::NothingChanges);
    }
    w.vendor.halt.decline(person, kind)?;
    ctx.saw(Observation::Declined { person, categories: category.into() });
    Ok(())
}

/// A person asks for a service, and is refused it for want of what it needs.
pub(crate) fn ask_service<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    service: Service,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    setup.known(person)?;
    let (mut declined, mut withdrawn) = (Set::EMPTY, Set::EMPTY);
    for kind in setup.each_kind() {
        let category = setup.category(kind)?;
        let any = setup.rules.readings.denial == Denial::AnyExtent;
        let needed = any || halt::needs(service, category);
        let consent = w.vendor.account.consent(person)?;
        let barred = consent.barred(Verb::Collect, kind) && !consent.refused().has(kind);
        if (w.vendor.halt.declined(person, kind)? || consent.refused().has(kind))
            && (needed || setup.has(Defect::OptionalDataDemanded))
        {
            declined = declined.with(category);
        } else if barred && (needed || setup.has(Defect::WithdrawalPunished)) {
            withdrawn = withdrawn.with(category);
        }
    }
    let (reason, missing) = if !declined.is_empty() {
        (Reason::DataDeclined, declined)
    } else if !withdrawn.is_empty() {
        (Reason::Withdrawn, withdrawn)
    } else {
        return Err(Refusal::NothingMissing);
    };
    ctx.saw(Observation::ServiceDenied { person, service, reason, categories: Some(missing) });
    Ok(())
}
