//! Purposes: data is collected and used for what the policy states of it, or for what is newly agreed to.

use crate::defects::Defect;
use crate::inputs::collection;
use crate::inputs::consent::{self, About};
use crate::refusal::Refusal;
use crate::user::Question;
use crate::vendor::purposes;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::{
    Answer, Category, Channel, Clock, Detail, Holder, Mail, Observation, Person, Purpose, Service, Set, Verb,
};

/// A datum reaches the store for a purpose that is said (USE-01, USE-02).
pub(crate) fn collect<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    purpose: Purpose,
) -> Result<(), Refusal> {
    // Legal compliance is a purpose where law demands it, and nowhere else.
    if purpose == Purpose::LegalCompliance {
        return Err(Refusal::WrongPurpose);
    }
    purposes::stated(ctx.setup, category, purpose)?;
    collection::wanted(w, ctx, person, category)?;
    let said = if ctx.setup.has(Defect::PurposeLeftOpen) {
        Purpose::Unstated
    } else if ctx.setup.has(Defect::LegalLabel) {
        Purpose::LegalCompliance
    } else {
        purpose
    };
    collection::take_in(w, ctx, person, category, Some(said))
}

/// Refuses to use a record for what it was not collected for, what is stated nowhere of it, and what nothing
/// calls for.
pub(crate) fn fits<C: Clock>(
    w: &World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    category: Category,
    slot: usize,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let (setup, desk) = (ctx.setup, &w.vendor.purposes);
    let reused = setup.has(Defect::OldRecordsReused) && w.vendor.updates.is_published();
    let kind = setup.kind(category)?;
    let home = w.vendor.homes.of(setup, person);
    w.vendor.statutes.permits(setup, (person, home), Verb::Use, kind)?;
    let agreed = desk.agreed(setup, person, kind, purpose);
    if !(agreed || reused && setup.new_purposes.contains(&purpose)) {
        purposes::stated(setup, category, purpose)?;
        if !setup.has(Defect::CollectedForForgotten) {
            purposes::akin(w.records.get(slot)?.purpose, purpose)?;
        }
    }
    desk.called_for(setup, person, purpose)
}

/// The vendor uses a category for a purpose (USE-05).
pub(crate) fn use_for<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    let kind = setup.kind(category)?;
    let slot = w.records.held(person, kind)?;
    if !w.vendor.purposes.agreed(setup, person, kind, purpose) {
        w.vendor.account.requires(person, Verb::Use, kind)?;
    }
    fits(w, ctx, person, category, slot, purpose)?;
    if purpose == Purpose::DirectMarketing {
        w.vendor.minors.spare(person)?;
        w.vendor.marketing.consented(setup, person)?;
        w.vendor.marketing.open(setup, person, false)?;
    }
    ctx.saw(consent::usage(person, category, purpose, slot));
    Ok(())
}

/// The vendor asks a person to let it use a category for a new purpose (UPD-09).
pub(crate) fn ask<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    ctx.setup.known(person)?;
    if w.vendor.purposes.agreed(ctx.setup, person, kind, purpose) {
        return Err(Refusal::AgreedAlready);
    }
    w.vendor.minors.spare_unless_approved(person, kind)?;
    consent::put(w, ctx, person, category, Question::Purpose(kind, purpose), about(purpose))
}

/// What a question about a new purpose is about.
fn about(purpose: Purpose) -> About {
    About { verbs: Verb::Use.into(), purpose: Some(purpose), class: None }
}

/// The person answers that question.
pub(crate) fn answer<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    purpose: Purpose,
    answer: Answer,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let is = Question::Purpose(kind, purpose);
    let yes = consent::taken(w, ctx, (person, category), is, answer, about(purpose))?;
    w.vendor.purposes.answer(ctx.setup, person, kind, purpose, yes)
}

/// A person asks for a service; support is a case (SHR-02, USE-07).
pub(crate) fn request<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    service: Service,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.purposes.served.add(person.index());
    if service == Service::Support {
        w.vendor.purposes.cases.add(person.index());
    }
    ctx.saw(Observation::ServiceRequested { person, service });
    Ok(())
}

/// A person submits feedback (COL-14).
pub(crate) fn feedback<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.purposes.wrote.add(person.index());
    ctx.saw(Observation::FeedbackSubmitted { person, details: Set::of(&[Detail::Text, Detail::Contact]) });
    Ok(())
}

/// The vendor writes to who submitted feedback, at the address that came with it (USE-24).
pub(crate) fn follow_up<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let desk = &w.vendor.purposes;
    let to_owner = ctx.setup.has(Defect::FollowUpToOwner) && person == Person(0) && !desk.wrote.is_empty();
    if !to_owner {
        desk.called_for(ctx.setup, person, Purpose::FollowUp)?;
    }
    ctx.saw(Observation::Messaged {
        person,
        by: Holder::VENDOR,
        mail: Mail::FollowUp,
        channel: Channel::Email,
        promotional: false,
        address: Some(Address::Feedback),
        partner: None,
    });
    Ok(())
}
