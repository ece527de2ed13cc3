//! Collection: a datum reaches the vendor's store, if the store may take it in.

use crate::defects::Defect;
use crate::kinds::Kinds;
use crate::refusal::Refusal;
use crate::vendor::status::source;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Clock, Holder, Observation, Person, Record, Verb};

/// A datum of a person reaches the store (COL-01, WDC-04, MIN-04).
pub(crate) fn collect<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    read_lost_copy(w, ctx)?;
    w.vendor.status.takes(person, kind)?;
    permitted(w, ctx, person, category)?;
    if !ctx.setup.has(Defect::PassiveReportsContinue) {
        w.vendor.minors.spare_unless_approved(person, kind)?;
    }
    let approved = w.vendor.minors.approved(person, kind);
    let slot = w.records.collect(person, kind, approved, ctx.setup.records)?;
    ctx.saw(Observation::Collected {
        record: Record(slot as u32),
        person,
        category,
        by: Holder::VENDOR,
        source: source(category),
        other: None,
        command: None,
        tv: None,
        ground: None,
        purpose: None,
        details: None,
        terms: None,
    });
    Ok(())
}

/// A store that has lost its copy of the consents reads it anew before it takes anything in (WDC-04).
fn read_lost_copy<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>) -> Result<(), Refusal> {
    if !w.vendor.status.read_anew() {
        return Ok(());
    }
    for person in ctx.setup.people() {
        let consent = *w.vendor.account.consent(person)?;
        for kind in ctx.setup.each_kind() {
            let agreed = consent.granted(Verb::Collect, kind) || ctx.setup.has(Defect::LostCacheTakesAll);
            if agreed {
                w.vendor.status.start(person, Kinds::one(kind));
            } else {
                w.vendor.status.stop(person, Kinds::one(kind));
            }
        }
    }
    Ok(())
}

/// What a phone tells of itself comes from a phone that may be read (ACC-01, ACC-03).
fn permitted<C: Clock>(
    w: &World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let own = |phone: usize| ctx.setup.cast.phones.get(phone).is_some_and(|owner| *owner == person);
    let reads = || w.phones.each().any(|(phone, at)| own(phone) && at.permitted);
    let free = category != Category::PhoneFeature || ctx.setup.has(Defect::ReadsUnasked);
    if free || reads() { Ok(()) } else { Err(Refusal::PermissionSo) }
}
