//! Consent: the plugin is opened, the vendor asks, people answer, the vendor uses what it holds.

use crate::defects::Defect;
use crate::inputs::{purposes, terms};
use crate::kinds::Kinds;
use crate::refusal::Refusal;
use crate::tv::Tv;
use crate::user::Question;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::AuthLifetime;
use vouchsafe_alphabet::{
    Answer, Categories, Category, Clock, Form, Holder, Observation, Person, Phone, Purpose, Record, Verb,
    Verbs,
};

/// The owner of a phone opens the plugin on it.
pub(crate) fn open<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    // On a phone without a session the first thing is to log in, which needs a connection.
    if w.phones.at(phone.index())?.logged_out {
        w.phones.at(phone.index())?.connected()?;
        w.phones.at_mut(phone.index())?.logged_out = false;
        ctx.saw(Observation::LoggedIn { person, phone });
    }
    ctx.saw(Observation::Opened { person, phone });
    if ctx.setup.rules.readings.auth_lifetime == AuthLifetime::EachSession {
        let served = |tv: &Tv| tv.serves(person.index());
        w.tvs.each_mut().filter(|(_, tv)| served(tv)).for_each(|(_, tv)| tv.admitted = false);
    }
    if w.phones.at(phone.index())?.connected().is_ok() {
        terms::product_used(w, ctx, person)?;
        if ctx.setup.has(Defect::RefusalForgotten) {
            let refused = w.vendor.account.consent(person)?.refused();
            w.vendor.account.consent_mut(person)?.yes(refused);
            w.vendor.status.start(person, refused);
        }
    }
    Ok(())
}

/// The vendor asks for a category; there is no obligation (MIN-04).
pub(crate) fn ask<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    ctx.setup.known(person)?;
    if w.vendor.account.consent(person)?.granted_all(kind) {
        return Err(Refusal::AgreedAlready);
    }
    if !ctx.setup.has(Defect::ChildAskedSoftly) {
        w.vendor.minors.spare_unless_approved(person, kind)?;
    }
    w.users.at_mut(person.index())?.ask(Question::General(kind))?;
    ctx.saw(question(person, category, false));
    Ok(())
}

/// What is seen of a question about a category.
pub(crate) fn question(person: Person, category: Category, mandatory: bool) -> Observation {
    Observation::Asked {
        person,
        by: Holder::VENDOR,
        verbs: Verbs::all(),
        categories: Categories::from(category),
        mandatory,
        purpose: None,
        class: None,
        service: None,
    }
}

/// What is seen of an answer about a category.
pub(crate) fn reply(person: Person, categories: Categories, answer: Answer) -> Observation {
    Observation::Answered {
        person,
        verbs: Verbs::all(),
        categories,
        answer,
        form: Form::Separate,
        purpose: None,
        class: None,
    }
}

/// The person answers; the services and whoever works for the vendor learn of it at once.
pub(crate) fn answer<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    answer: Answer,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    w.users.at_mut(person.index())?.answer(Question::General(kind))?;
    ctx.saw(reply(person, category.into(), answer));
    let kinds = Kinds::one(kind);
    match answer {
        Answer::Yes => {
            w.vendor.account.consent_mut(person)?.yes(kinds);
            w.vendor.sharing.general_yes(person, kinds)?;
            w.vendor.status.start(person, kinds);
        }
        Answer::No => {
            w.vendor.account.consent_mut(person)?.no(kinds);
            w.vendor.sharing.general_no(person, kinds)?;
            w.vendor.purposes.withdraw(person, kinds)?;
            w.vendor.status.stop(person, kinds);
            for holder in ctx.workers().each() {
                w.recipients.at_mut(holder)?.stop(person, kinds);
            }
        }
        Answer::NoObjection | Answer::Silence => return Err(Refusal::WrongAnswer),
    }
    Ok(())
}

/// The vendor uses what it holds to provide its services (USE-06).
pub(crate) fn use_data<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let slot = w.records.held(person, kind)?;
    if !ctx.setup.has(Defect::UsageJobIgnoresWithdrawal) {
        w.vendor.account.requires(person, Verb::Use, kind)?;
    }
    purposes::fits(w, ctx, person, category, slot, Purpose::Provide)?;
    ctx.saw(usage(person, category, Purpose::Provide, slot));
    Ok(())
}

/// What is seen when the vendor uses a record.
pub(crate) fn usage(person: Person, category: Category, purpose: Purpose, slot: usize) -> Observation {
    let record = Some(Record(slot as u32));
    Observation::Used { person, category, purpose, by: Holder::VENDOR, record, ground: None }
}
