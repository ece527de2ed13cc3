//! Sessions: people log in and out, and an intruder uses somebody's credentials until the sessions are ended.
//!
//! The account is what is entitled, whoever holds the phone: a model choice. What an account may do ends with
//! the session, also for commands that are under way (CTL-02, WYD-02).

use crate::command::Command;
use crate::defects::Defect;
use crate::inputs::terms;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Clock, Observation, Person, Phone};

/// The owner of a phone logs out on it.
pub(crate) fn log_out<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    let at = w.phones.at_mut(phone.index())?;
    at.session(person.index(), person.index())?;
    at.set(PhoneIs::LoggedOut, true);
    ctx.saw(Observation::LoggedOut { person, phone });
    Ok(())
}

/// The owner of a phone logs in on it, which is use of a product.
pub(crate) fn log_in<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    let at = w.phones.at_mut(phone.index())?;
    at.connected()?;
    if !at.is(PhoneIs::LoggedOut) {
        return Err(Refusal::SessionOpen);
    }
    at.set(PhoneIs::LoggedOut, false);
    ctx.saw(Observation::LoggedIn { person, phone });
    terms::product_used(w, ctx, person)
}

/// The owner of a phone logs in with the credentials of somebody else.
pub(crate) fn intrude<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    person: Person,
) -> Result<(), Refusal> {
    let other = ctx.setup.owner(phone)?;
    ctx.setup.known(person)?;
    let at = w.phones.at_mut(phone.index())?;
    at.connected()?;
    if other == person || at.stolen.is_some() {
        return Err(Refusal::SessionOpen);
    }
    at.stolen = Some(person.0 as u8);
    ctx.saw(Observation::Intruded { person, other });
    ctx.saw(Observation::LoggedIn { person, phone });
    terms::product_used(w, ctx, person)
}

/// A person ends the sessions of the account on the phones of others (CTL-02).
pub(crate) fn end_sessions<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    for (phone, at) in w.phones.each_mut() {
        if at.stolen == Some(person.0 as u8) {
            if !ctx.setup.has(Defect::SessionOutlivesItsEnd) {
                at.stolen = None;
            }
            ctx.saw(Observation::LoggedOut { person, phone: Phone(phone as u32) });
        }
    }
    Ok(())
}

/// Whether the session in which a command was pressed is alive.
pub(crate) fn alive<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, command: &Command) -> Result<bool, Refusal> {
    let phone = Phone(command.phone.into());
    let owner = ctx.setup.owner(phone)?;
    Ok(w.phones.at(phone.index())?.session(command.person.into(), owner.index()).is_ok())
}
