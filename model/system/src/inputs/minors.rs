//! Minors: the vendor is told, leaves the minor alone, and removes what a guardian did not approve.

use crate::defects::Defect;
use crate::guardian;
use crate::inputs::consent::{self, About};
use crate::inputs::retention;
use crate::kinds::Kinds;
use crate::limits::RECORDS;
use crate::record::Record;
use crate::refusal::Refusal;
use crate::request::{Plea, Request};
use crate::table::Few;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::Marks;
use vouchsafe_alphabet::{
    Category, Clock, Ground, Observation, Person, Request as RequestId, Service, Sort, Word,
};

/// The vendor is told that a person is a minor.
pub(crate) fn tell_age<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    let truth = ctx.setup.cast.people.get(person.index()).ok_or(Refusal::Unknown)?;
    if !truth.minor {
        return Err(Refusal::NoWard);
    }
    if w.vendor.minors.known(person) {
        return Err(Refusal::KnownAlready);
    }
    ctx.saw(Observation::AgeLearned { person });
    flag(w, person)
}

/// From now on the person is a known minor: open questions are taken back, and the agencies' list is struck
/// at once (MIN-03, MIN-04).
fn flag<C: Clock>(w: &mut World<C>, person: Person) -> Result<(), Refusal> {
    w.vendor.minors.file_mut(person)?.known = true;
    w.users.at_mut(person.index())?.leave_alone();
    w.vendor.marketing.forget(person);
    Ok(())
}

/// A guardian's report reaches the mailbox: the minor is known at once, the removal has its deadline.
pub(crate) fn report<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.guardian(person)?;
    let rules = &ctx.setup.rules;
    let deadline = C::start(ctx.now, rules.deadlines.minor_removal, rules);
    if w.vendor.minors.file(person)?.removal.is_running(ctx.now) {
        return Err(Refusal::RequestOpen);
    }
    let letter =
        Request { person: person.0 as u8, plea: Plea::Report, arrived: true, deadline: C::default() };
    let slot = w.requests.open(letter, ctx.setup.room())?;
    ctx.saw(guardian::reports(ctx.setup, person, RequestId(slot as u32))?);
    if ctx.setup.has(Defect::ReportNeedsOwnLogin) {
        return Ok(());
    }
    flag(w, person)?;
    let file = w.vendor.minors.file_mut(person)?;
    file.reported = true;
    file.approved_since = false;
    file.removal = deadline;
    Ok(())
}

/// A guardian approves a category.
pub(crate) fn approve<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    ctx.saw(guardian::approves(ctx.setup, person, category)?);
    let file = w.vendor.minors.file_mut(person)?;
    file.approved = file.approved.with(Kinds::one(kind));
    file.approved_since = file.reported;
    Ok(())
}

/// The vendor requires a category, never of a known minor (MIN-02).
pub(crate) fn require<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.setup.kind(category)?;
    if !ctx.setup.has(Defect::ChildPrompted) {
        w.vendor.minors.spare(person)?;
    }
    ctx.saw(consent::question(person, category, true, About::everything()));
    Ok(())
}

/// A person subscribes to a service.
pub(crate) fn subscribe<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    service: Service,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.minors.subscribe(person, service, ctx.now)?;
    ctx.saw(Observation::Subscribed { person, service, renewal: false });
    Ok(())
}

/// The subscription service renews a subscription.
pub(crate) fn renew<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    service: Service,
) -> Result<(), Refusal> {
    w.vendor.minors.renew(person, service)?;
    ctx.saw(Observation::Subscribed { person, service, renewal: true });
    Ok(())
}

/// The removal job removes a reported minor's data and subscriptions, before the deadline (MIN-06, MIN-07).
pub(crate) fn remove<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    let file = w.vendor.minors.file(person)?;
    if !file.reported {
        return Err(Refusal::NoRequest);
    }
    let report = w.requests.report_about(person.index());
    let owed = report.is_some() || file.removal.is_running(ctx.now);
    remove_records(w, ctx, person)?;
    if owed && !ctx.setup.has(Defect::RemovalForgetsSubscriptions) {
        cancel(w, ctx, person)?;
    }
    if let Some(slot) = report {
        w.requests.close(slot)?;
        ctx.retire(Sort::Request, slot);
    }
    if ctx.setup.rules.readings.marks == Marks::GoToo {
        // With the last of the data goes the mark that this is a minor.
        w.vendor.minors.file_mut(person)?.known = false;
    }
    Ok(())
}

/// The first half of the removal: the records that are in question.
pub(crate) fn remove_records<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    if !w.vendor.minors.file(person)?.reported {
        return Err(Refusal::NoRequest);
    }
    for slot in 0..RECORDS {
        if w.records.get(slot).is_ok_and(|record| in_question(w, ctx, person, &record)) {
            remove_record(w, ctx, slot)?;
        }
    }
    Ok(())
}

fn remove_record<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let told = !ctx.setup.has(Defect::ReplicaSurvivesRemoval);
    retention::remove(w, ctx, slot, told, &|record, by| Observation::Purged { record, by })
}

/// The law keeps a record no longer: what was only kept for it goes now.
pub(crate) fn law_released<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
) -> Result<(), Refusal> {
    let record = w.records.get(slot)?;
    let person = record.subject();
    let reported = w.vendor.minors.file(person)?.reported;
    if reported && in_question(w, ctx, person, &record) { remove_record(w, ctx, slot) } else { Ok(()) }
}

/// Whether the removal takes this record: not approved when it was collected, and not kept by law (T27).
fn in_question<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person, record: &Record<C>) -> bool {
    let late =
        w.vendor.minors.approved(person, record.kind) && ctx.setup.has(Defect::LateApprovalBlocksRemoval);
    let business = record.kept_for(Ground::Business) && ctx.setup.has(Defect::BusinessHoldBlocksRemoval);
    record.subject() == person
        && !record.gone()
        && !record.approved
        && !late
        && !record.kept_for(Ground::Legal)
        && !business
}

/// Every subscription of a person ends, and what would renew it (MIN-07).
fn cancel<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    let file = w.vendor.minors.file_mut(person)?;
    let subscribed = std::mem::take(&mut file.subscribed);
    if !ctx.setup.has(Defect::AutoRenew) {
        file.renewing = Few::default();
    }
    for &service in Service::ALL.iter().filter(|service| subscribed.has(service.index())) {
        ctx.saw(Observation::SubscriptionEnded { person, service });
    }
    Ok(())
}

/// What is due of the removal job: at the deadline it runs once more.
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    for person in ctx.setup.people() {
        if w.vendor.minors.file(person).is_ok_and(|file| file.removal.due(ctx.now)) {
            // Whoever has a removal that is due was reported, so this is never refused.
            let _ = remove(w, ctx, person);
        }
    }
}
