//! Marketing: the vendor asks, people answer, the vendor and its agencies profile and send, people end it.

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{
    Answer, Categories, Category, Channel, Class, Clock, Form, Holder, Mail, Observation, Person, Purpose,
    Verb, Verbs, Word,
};

/// What is seen of a message.
fn message(
    by: Holder,
    person: Person,
    mail: Mail,
    channel: Channel,
    promotional: bool,
    partner: Option<Holder>,
) -> Observation {
    Observation::Messaged { person, by, mail, channel, promotional, address: None, partner }
}

/// The vendor asks for consent to direct marketing, on its own (MKT-03); never a known minor (MIN-03).
pub(crate) fn ask<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    w.vendor.minors.spare(person)?;
    let marketing = &w.vendor.marketing;
    if marketing.agreed(ctx.setup, person)? && marketing.open(ctx.setup, person, true).is_ok() {
        return Err(Refusal::AgreedAlready);
    }
    w.users.at_mut(person.index())?.ask_marketing()?;
    ctx.saw(Observation::Asked {
        person,
        by: Holder::VENDOR,
        verbs: Verbs::from(Verb::Use),
        categories: Categories::from(Category::Account),
        mandatory: false,
        purpose: Some(Purpose::DirectMarketing),
        class: None,
        service: None,
    });
    Ok(())
}

/// The person answers, or lets the question lie.
pub(crate) fn answer<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    answer: Answer,
) -> Result<(), Refusal> {
    w.users.at_mut(person.index())?.answer_marketing()?;
    ctx.saw(Observation::Answered {
        person,
        verbs: Verbs::from(Verb::Use),
        categories: Categories::from(Category::Account),
        answer,
        form: Form::Separate,
        purpose: Some(Purpose::DirectMarketing),
        class: None,
    });
    w.vendor.marketing.answer(ctx.setup, person, answer)
}

/// The vendor uses a person's account to choose what to promote (MKT-01, MKT-02).
///
/// Consent to marketing does not lift a refusal or a withdrawal that covers the account (WDC-04).
pub(crate) fn profile<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    let (setup, marketing) = (ctx.setup, &w.vendor.marketing);
    w.vendor.minors.spare(person)?;
    if !setup.has(Defect::ProfileBeforeAsking) {
        marketing.consented(setup, person)?;
    }
    if !setup.has(Defect::ProfilingContinues) {
        marketing.open(setup, person, false)?;
    }
    if let Ok(kind) = setup.kind(Category::Account) {
        let home = w.vendor.homes.of(setup, person);
        w.vendor.statutes.permits(setup, (person, home), Verb::Use, kind)?;
        if w.vendor.account.consent(person)?.barred(Verb::Use, kind) {
            return Err(Refusal::Barred);
        }
    }
    ctx.saw(Observation::Used {
        person,
        category: Category::Account,
        purpose: Purpose::DirectMarketing,
        by: Holder::VENDOR,
        record: None,
        ground: None,
    });
    Ok(())
}

/// Refuses promotions to a known minor (MIN-03).
fn spare_promotion<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    if ctx.setup.has(Defect::QueuedPromotionToMinor) { Ok(()) } else { w.vendor.minors.spare(person) }
}

/// The vendor sends a promotional newsletter, for a product of its own or of a partner's (MKT-01).
pub(crate) fn promote<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    channel: Channel,
    partner: Option<Holder>,
) -> Result<(), Refusal> {
    spare_promotion(w, ctx, person)?;
    w.vendor.marketing.may_promote(ctx.setup, person, channel)?;
    ctx.saw(message(Holder::VENDOR, person, Mail::Newsletter, channel, true, partner));
    Ok(())
}

/// An agency sends a promotional newsletter for the vendor, by the list that it has.
pub(crate) fn agency_promote<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    holder: Holder,
    person: Person,
) -> Result<(), Refusal> {
    let spec = ctx.setup.recipient(holder)?;
    if spec.class != Class::Provider || !spec.for_vendor {
        return Err(Refusal::WrongRecipient);
    }
    w.vendor.marketing.listed(person)?;
    ctx.saw(message(holder, person, Mail::Newsletter, Channel::Email, true, None));
    Ok(())
}

/// The vendor sends promotional news of products.
pub(crate) fn product_news<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    let (setup, marketing) = (ctx.setup, &w.vendor.marketing);
    w.vendor.minors.spare(person)?;
    marketing.consented(setup, person)?;
    marketing.open(setup, person, true)?;
    marketing.wanted(setup, person, Mail::Product)?;
    ctx.saw(message(Holder::VENDOR, person, Mail::Product, Channel::Email, true, None));
    Ok(())
}

/// Refuses messages of the service to whoever ended marketing or a kind of mail, where a defect takes the two for one.
fn reaches<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    if !ctx.setup.has(Defect::OptOutStopsEverything) {
        return Ok(());
    }
    w.vendor.marketing.open(ctx.setup, person, true)?;
    Mail::ALL.iter().try_for_each(|&mail| w.vendor.marketing.wanted(ctx.setup, person, mail))
}

/// The vendor sends a service message, which is no promotion (USE-08).
pub(crate) fn service_message<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    reaches(w, ctx, person)?;
    ctx.saw(message(Holder::VENDOR, person, Mail::Service, Channel::Email, false, None));
    Ok(())
}

/// The vendor sends a notice, which nobody can stop (T64).
pub(crate) fn notice<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    reaches(w, ctx, person)?;
    let promotes = ctx.setup.has(Defect::EventNoticePromotes);
    ctx.saw(message(Holder::VENDOR, person, Mail::Notice, Channel::Email, promotes, None));
    Ok(())
}

/// A person ends direct marketing (MKT-04).
pub(crate) fn opt_out<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    channel: Channel,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.saw(Observation::OptedOut { person, channel });
    w.vendor.marketing.opt_out(ctx.setup, person, ctx.now)
}

/// A person asks for no more e-mail of a kind (MKT-05).
pub(crate) fn stop_mail<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    mail: Mail,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.saw(Observation::StoppedMail { person, mail, channel: Channel::Email });
    w.vendor.marketing.stop_mail(ctx.setup, person, mail, ctx.now)
}

/// The vendor hands its list to the agencies; known minors are not on it.
pub(crate) fn sync<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>) -> Result<(), Refusal> {
    let minors = w.vendor.minors;
    w.vendor.marketing.sync(ctx.setup, |person| !minors.known(person));
    Ok(())
}
