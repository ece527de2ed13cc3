//! Linking: web log lines are filed, and the vendor links records that need not be kept apart (CKT-07, CKT-13).

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Few;
use crate::vendor::linking::Linking;
use crate::vendor::status::source;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::readings::{AnalyticsReach, LogLinkage};
use vouchsafe_alphabet::{Category, Clock, Observation, Person, Record, Set, Source};

/// What a line of the web log has in it (CKT-06).
pub(crate) fn line(setup: &Setup) -> Set<Detail> {
    let mut details = Set::of(&[Detail::Browser, Detail::Timestamp]);
    if setup.rules.readings.log_linkage == LogLinkage::Joined || setup.has(Defect::AddressesStayInLines) {
        details = details.with(Detail::Ip);
    }
    if setup.has(Defect::SessionInLogLine) {
        details = details.with(Detail::AccountId);
    }
    details
}

/// What goes along with a datum of a category that tells somebody apart.
pub(crate) fn attached(setup: &Setup, category: Category) -> Option<Set<Detail>> {
    let broken = category == Category::Analytics && setup.has(Defect::CrashReportNamesContact);
    broken.then(|| Set::of(&[Detail::CrashSite, Detail::Contact]))
}

/// The vendor writes a line of its web log, and files it.
pub(crate) fn write_line<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let record = Some(Record(w.vendor.linking.file()? as u32));
    ctx.saw(Observation::LogWritten { person, details: line(ctx.setup), context: Context::Site, record });
    Ok(())
}

/// What a number stands for: a line of the web log, or a record that is known.
fn category<C: Clock>(w: &World<C>, setup: &Setup, number: usize) -> Result<Category, Refusal> {
    if Linking::is_line(number) {
        w.vendor.linking.filed(number)?;
        return Ok(Category::WebLog);
    }
    let record = w.records.slots.at(number)?.as_ref().ok_or(Refusal::NoRecord)?;
    setup.category(record.kind)
}

/// Whether the first is to be kept apart from the second.
fn kept_apart(setup: &Setup, one: Category, other: Category) -> bool {
    let from_any = setup.rules.readings.analytics_reach == AnalyticsReach::Any;
    let handed_over = source(other) == Source::Submitted;
    let merged = other == Category::CookieReport && setup.has(Defect::ReportsMergedIntoLog);
    let kept =
        (one == Category::WebLog && !merged) || (one == Category::Analytics && (from_any || handed_over));
    kept && one != other
}

/// The vendor links two records.
pub(crate) fn link<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    one: Record,
    other: Record,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    category(w, setup, one.index())?;
    category(w, setup, other.index())?;
    let around = |record: Record| {
        if setup.has(Defect::LooksAtPairsAlone) {
            Ok(Few::one(record.index()))
        } else {
            w.vendor.linking.together(record.index())
        }
    };
    let (here, there) = (around(one)?, around(other)?);
    for left in here.each() {
        for right in there.each() {
            let (left, right) = (category(w, setup, left)?, category(w, setup, right)?);
            if kept_apart(setup, left, right) || kept_apart(setup, right, left) {
                return Err(Refusal::KeptApart);
            }
        }
    }
    w.vendor.linking.link(one.index(), other.index())?;
    ctx.saw(Observation::Linked { record: one, with: other });
    Ok(())
}
