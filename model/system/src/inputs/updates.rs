//! Updates: the next version of the terms is published, people are told of it, and only then it takes effect
//! (UPD-02 to UPD-05, UPD-10, UPD-11).

use crate::defects::Defect;
use crate::inputs::terms::version;
use crate::kinds::Kinds;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::{Channel, Clock, Observation, Place, Terms};

/// After how many units a version that is published takes effect.
const NOTICE_UNITS: u32 = 1;

/// The version after the one in force.
fn next<C: Clock>(w: &World<C>) -> Terms {
    version(w.vendor.account.terms() + 1)
}

/// The next version is published, with what it adds and its date (UPD-11).
pub(crate) fn publish<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    if w.vendor.account.terms() + 1 >= ctx.setup.terms {
        return Err(Refusal::NoMoreTerms);
    }
    let dated = !ctx.setup.has(Defect::DateLeftOpen);
    let date = if dated { C::start(ctx.now, NOTICE_UNITS, &ctx.setup.rules) } else { C::default() };
    w.vendor.updates.publish(date)?;
    ctx.saw(Observation::Published {
        terms: next(w),
        categories: (!ctx.setup.added.is_empty()).then_some(ctx.setup.added),
        purpose: ctx.setup.new_purposes.first().copied(),
        class: None,
        place: ctx.setup.further_centre.then_some(Place::Elsewhere),
        effective: dated.then_some(NOTICE_UNITS.into()),
    });
    if ctx.setup.has(Defect::PublicationResetsChoices) {
        w.requests.forget_withdrawals();
    }
    if ctx.setup.has(Defect::PracticeFirst) {
        start_all(w, ctx);
    }
    Ok(())
}

/// Defect: the store takes in for everybody what the version adds.
fn start_all<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>) {
    let added = ctx.setup.added.iter().filter_map(|category| ctx.setup.kind(category).ok());
    let kinds = added.fold(Kinds::default(), |kinds, kind| kinds.with(Kinds::one(kind)));
    for person in ctx.setup.people() {
        w.vendor.status.start(person, kinds);
    }
}

/// Everybody is told what changes and when, by e-mail to the address in the account (UPD-03, UPD-04, UPD-10).
pub(crate) fn announce<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    let lead = C::start(ctx.now, ctx.setup.rules.deadlines.notice_lead, &ctx.setup.rules);
    w.vendor.updates.tell(lead)?;
    let one_site = ctx.setup.has(Defect::PostedOnOneSite);
    let channel = if one_site { Channel::Site } else { Channel::Email };
    let former = ctx.setup.has(Defect::NoticeToFormerAddress);
    let address = if former { Address::Former } else { Address::Account };
    for person in ctx.setup.people() {
        ctx.saw(Observation::Notified {
            person,
            terms: next(w),
            channel,
            good: !ctx.setup.has(Defect::NoticeWithoutContent),
            effective: None,
            address: (channel == Channel::Email).then_some(address),
        });
    }
    if ctx.setup.has(Defect::PracticeAtNotice) {
        start_all(w, ctx);
    }
    Ok(())
}

/// The published version takes effect; one that was not is published there and then, and adds nothing (UPD-02).
pub(crate) fn come_due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    if w.vendor.updates.is_published() {
        w.vendor.updates.take_effect(ctx.setup, ctx.now)?;
        w.vendor.transfers.further |= ctx.setup.further_centre;
        if ctx.setup.has(Defect::NewCategoryUnasked) {
            start_all(w, ctx);
        }
        return Ok(());
    }
    let (terms, further) = (next(w), ctx.setup.further_centre);
    w.vendor.transfers.further |= further;
    let place = further.then_some(Place::Elsewhere);
    ctx.saw(Observation::Published {
        terms,
        categories: None,
        purpose: None,
        class: None,
        place,
        effective: None,
    });
    Ok(())
}
