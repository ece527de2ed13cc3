//! Collection: a datum reaches the vendor's store, if the store may take it in.

use crate::defects::Defect;
use crate::inputs::linking;
use crate::inputs::terms;
use crate::kinds::Kinds;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::topic::Topic;
use crate::vendor::status::source;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::WebHeading;
use vouchsafe_alphabet::{Category, Clock, Holder, Observation, Person, Purpose, Record, Terms, Verb};

/// A datum of a person reaches the store (COL-01, WDC-04, MIN-04).
pub(crate) fn collect<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    wanted(w, ctx, person, category)?;
    take_in(w, ctx, person, category, None)
}

/// Refuses what the store may not take in, and what a known minor gives without approval.
pub(crate) fn wanted<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let out_of_place =
        category == Category::Analytics && ctx.setup.rules.readings.web_heading == WebHeading::SiteOnly;
    if out_of_place && !ctx.setup.has(Defect::AnalyticsLeftOn) {
        return Err(Refusal::OutOfPlace);
    }
    read_lost_copy(w, ctx)?;
    let home = w.vendor.homes.of(ctx.setup, person);
    w.vendor.statutes.permits(ctx.setup, (person, home), Verb::Collect, kind)?;
    w.vendor.status.takes(person, kind)?;
    permitted(w, ctx, person, category)?;
    if ctx.setup.has(Defect::PassiveReportsContinue) {
        return Ok(());
    }
    w.vendor.minors.spare_unless_approved(person, kind)
}

/// The store takes a datum in and files it with what it was collected for, where that is said.
pub(crate) fn take_in<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    purpose: Option<Purpose>,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let approved = w.vendor.minors.approved(person, kind);
    let slot = w.records.collect(person, kind, approved, ctx.setup.records)?;
    w.records.get_mut(slot)?.purpose = purpose;
    w.vendor.given(ctx.setup, person, kind)?;
    ctx.saw(Observation::Collected {
        record: Record(slot as u32),
        person,
        category,
        by: Holder::VENDOR,
        source: source(category),
        other: ctx.setup.other(person, category),
        command: None,
        tv: None,
        ground: None,
        purpose,
        details: linking::attached(ctx.setup, category),
        terms: filed_under(w, ctx),
    });
    Ok(())
}

/// The version under which data is filed, where versions differ in what is collected (PRE-02).
fn filed_under<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>) -> Option<Terms> {
    let in_force = w.vendor.account.terms();
    let under = if ctx.setup.has(Defect::FiledUnderOldTerms) { 0 } else { in_force };
    (!ctx.setup.added.is_empty()).then(|| terms::version(under))
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
    let reads = || w.phones.each().any(|(phone, at)| own(phone) && at.is(PhoneIs::Permitted));
    // Where no permission is given or taken back, the phone was opened to the plugin before the run.
    let modelled = ctx.setup.topics.has(Topic::Route);
    let free = category != Category::PhoneFeature || !modelled || ctx.setup.has(Defect::ReadsUnasked);
    if free || reads() { Ok(()) } else { Err(Refusal::PermissionSo) }
}
