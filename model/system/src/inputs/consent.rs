//! Consent: the plugin is opened, the vendor asks, people answer, the vendor uses what it holds.

use crate::defects::Defect;
use crate::inputs::{purposes, terms};
use crate::kinds::Kinds;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::tv::Tv;
use crate::user::Question;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::AuthLifetime;
use vouchsafe_alphabet::{
    Answer, Category, Class, Clock, Form, Holder, Observation, Person, Phone, Purpose, Record, Verb, Verbs,
};

/// The owner of a phone opens the plugin on it.
pub(crate) fn open<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    // On a phone without a session the first thing is to log in, which needs a connection.
    if w.phones.at(phone.index())?.is(PhoneIs::LoggedOut) {
        w.phones.at(phone.index())?.connected()?;
        w.phones.at_mut(phone.index())?.set(PhoneIs::LoggedOut, false);
        ctx.saw(Observation::LoggedIn { person, phone });
    }
    ctx.saw(Observation::Opened { person, phone });
    if ctx.setup.rules.readings.auth_lifetime == AuthLifetime::EachSession {
        let served = |tv: &Tv| tv.serves(person.index());
        w.tvs.each_mut().filter(|(_, tv)| served(tv)).for_each(|(_, tv)| tv.admitted = false);
    }
    if w.phones.at(phone.index())?.connected().is_ok() {
        terms::product_used(w, ctx, person)?;
        if ctx.setup.has(Defect::PluginCopyWins) {
            w.vendor.account.consent_mut(person)?.use_what_is_collected();
        }
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
    put(w, ctx, person, category, Question::General(kind), About::everything())
}

/// What a question is about besides a category.
#[derive(Clone, Copy)]
pub(crate) struct About {
    /// What may be done.
    pub(crate) verbs: Verbs,
    /// For what, where the question names that.
    pub(crate) purpose: Option<Purpose>,
    /// To whom data may go, where the question names that.
    pub(crate) class: Option<Class>,
}

impl About {
    /// Collecting, using and disclosing, whatever for.
    pub(crate) fn everything() -> Self {
        Self { verbs: Verbs::all(), purpose: None, class: None }
    }
}

/// What is seen of a question about a category.
pub(crate) fn question(person: Person, category: Category, mandatory: bool, about: About) -> Observation {
    let About { verbs, purpose, class } = about;
    let (by, categories) = (Holder::VENDOR, category.into());
    Observation::Asked { person, by, verbs, categories, mandatory, purpose, class, service: None }
}

/// What is seen of an answer about a category.
pub(crate) fn reply(person: Person, category: Category, answer: Answer, about: About) -> Observation {
    let About { verbs, purpose, class } = about;
    let (categories, form) = (category.into(), Form::Separate);
    Observation::Answered { person, verbs, categories, answer, form, purpose, class }
}

/// A question about a category is put to a person.
pub(crate) fn put<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    is: Question,
    about: About,
) -> Result<(), Refusal> {
    w.users.at_mut(person.index())?.ask(is)?;
    ctx.saw(question(person, category, false, about));
    Ok(())
}

/// The person answers it: whether by a yes, since what is neither yes nor no answers no such question.
pub(crate) fn taken<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    (person, category): (Person, Category),
    is: Question,
    answer: Answer,
    about: About,
) -> Result<bool, Refusal> {
    let yes = match answer {
        Answer::Yes => true,
        Answer::No => false,
        Answer::NoObjection | Answer::Silence => return Err(Refusal::WrongAnswer),
    };
    w.users.at_mut(person.index())?.answer(is)?;
    ctx.saw(reply(person, category, answer, about));
    Ok(yes)
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
    let kinds = Kinds::one(kind);
    let about = About::everything();
    if taken(w, ctx, (person, category), Question::General(kind), answer, about)? {
        w.vendor.account.consent_mut(person)?.yes(kinds);
        w.vendor.sharing.general_yes(person, kinds)?;
        w.vendor.halt.lift(person, kinds, None)?;
        if !ctx.setup.has(Defect::DeclineNotForgotten) {
            w.vendor.halt.provide(person, kinds)?;
        }
        w.vendor.status.start(person, kinds);
        return Ok(());
    }
    w.vendor.account.consent_mut(person)?.no(kinds);
    w.vendor.sharing.general_no(person, kinds)?;
    w.vendor.purposes.withdraw(person, kinds)?;
    w.vendor.status.stop(person, kinds);
    for holder in ctx.workers().each() {
        w.recipients.at_mut(holder)?.stop(person, kinds);
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
