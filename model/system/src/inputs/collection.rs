//! Collection: a datum reaches the vendor's store, if the store may take it in.

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::vendor::status::source;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Clock, Holder, Observation, Person, Record};

/// A datum of a person reaches the store (COL-01, WDC-04, MIN-04).
pub(crate) fn collect<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    w.vendor.status.takes(person, kind)?;
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
