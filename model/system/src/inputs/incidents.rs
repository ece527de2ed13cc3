//! Incidents: passwords get about, somebody uses them, people notice and report, and the vendor says whose fault it was
//! (SEC-13, WYD-01 to WYD-04).

use crate::defects::Defect;
use crate::faults::Fault;
use crate::inputs::{contact, session};
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::{Blame, RequestKind};
use vouchsafe_alphabet::{Category, Channel, Clock, Holder, Observation, Person, Phone, Purpose};

/// A careless person lets somebody know the password of the account on their phone (WYD-01).
pub(crate) fn share_password<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    other: Person,
) -> Result<(), Refusal> {
    ctx.setup.phone_of(person)?;
    ctx.setup.known(other)?;
    w.incidents.tell(person, other)?;
    ctx.saw(Observation::CredentialShared { person, other });
    Ok(())
}

/// Somebody uses an account from elsewhere, with a password that they were told or have stolen.
pub(crate) fn break_in<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    other: Person,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.phone_of(person)?;
    let told = w.incidents.told(person, other)?;
    if !told && !ctx.setup.faults.has(Fault::StolenCredentials) {
        return Err(Refusal::NoSession);
    }
    w.incidents.break_in(person, other)?;
    w.incidents.lapses.set(person.index(), told);
    ctx.saw(Observation::Intruded { person, other });
    Ok(())
}

/// An intruder changes the password, which ends the session of the person on their own phone.
pub(crate) fn lock_out<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
) -> Result<(), Refusal> {
    w.incidents.intruder(ctx.setup.owner(phone)?)?;
    session::log_out(w, ctx, phone)
}

/// A person notices that somebody uses their account, or hears of another breach; who has a report under way waits
/// for what comes of it.
pub(crate) fn become_aware<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    intruded: bool,
) -> Result<(), Refusal> {
    ctx.setup.phone_of(person)?;
    let other = if intruded { Some(w.incidents.intruder(person)?) } else { None };
    if w.requests.reports_breach(person.index()) {
        return Err(Refusal::RequestOpen);
    }
    let units = ctx.setup.rules.deadlines.user_report;
    w.incidents.notice(person, C::start(ctx.now, units, &ctx.setup.rules))?;
    ctx.saw(Observation::BecameAware { person, other });
    Ok(())
}

/// A report of a breach is taken from anybody, with a session or without (WYD-03, T62).
pub(crate) fn may_report<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    if !w.incidents.is_aware(person) {
        return Err(Refusal::NotAware);
    }
    let owns = |phone: usize| ctx.setup.cast.phones.get(phone).is_some_and(|owner| *owner == person);
    let out = w.phones.each().any(|(phone, at)| owns(phone) && at.is(PhoneIs::LoggedOut));
    if out && ctx.setup.has(Defect::ReportNeedsSession) {
        return Err(Refusal::NoSession);
    }
    Ok(())
}

/// The vendor acts on a report: whoever uses the account is out, and so is the person until they log in again.
pub(crate) fn secure<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    w.incidents.end(person)?;
    for (phone, _) in ctx.setup.cast.phones.iter().enumerate().filter(|(_, owner)| **owner == person) {
        // Where the session has ended already there is nothing to end.
        let _ = session::log_out(w, ctx, Phone(phone as u32));
    }
    Ok(())
}

/// People report what they are aware of before the time for it runs out.
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    if ctx.setup.has(Defect::BreachKeptQuiet) {
        return;
    }
    for person in w.incidents.due(ctx.now).each() {
        let person = Person(person as u32);
        // Whose report is not taken has missed the time.
        let _ = contact::send(w, ctx, person, person, RequestKind::BreachReport, Channel::Email);
    }
}

/// The vendor lays an incident at a person's door, where their own lapse led to it and nothing leaked (WYD-02).
pub(crate) fn blame_person<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    let intruder = w.incidents.intruder(person)?;
    let late = ctx.setup.has(Defect::LapseAfterwards) && w.incidents.told(person, intruder)?;
    let lapse = w.incidents.lapses.has(person.index()) || late || ctx.setup.has(Defect::PersonBlamedUnseen);
    let leaked = w.incidents.leaked.has(person.index()) && !ctx.setup.has(Defect::LeakPassedOver);
    if !lapse || leaked {
        return Err(Refusal::NotTheCause);
    }
    ctx.saw(Observation::Blamed { person, blame: Blame::User });
    Ok(())
}

/// The vendor lays an incident at the door of the network, where an adversary was on the way (SEC-13).
pub(crate) fn blame_network<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let attacked = w.incidents.attacked;
    let any = ctx.setup.has(Defect::AnyAttackBlamed) && !attacked.is_empty();
    if !attacked.has(person.index()) && !any && !ctx.setup.has(Defect::NetworkAlwaysBlamed) {
        return Err(Refusal::NotTheCause);
    }
    ctx.saw(Observation::Blamed { person, blame: Blame::Network });
    Ok(())
}

/// Defect: a password of a person goes out with an export.
pub(crate) fn leak_password<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    to: Holder,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.setup.recipient(to)?;
    w.incidents.leaked.add(person.index());
    ctx.saw(Observation::Disclosed {
        person,
        category: Category::Credentials,
        by: Holder::VENDOR,
        to,
        purpose: Purpose::Unstated,
        other: None,
        record: None,
        contract: None,
        ground: None,
    });
    Ok(())
}
