//! Crashes: plugins and jobs stop half-way, and start again with what they kept.
//!
//! | who | outlives it | is gone |
//! |---|---|---|
//! | plugin, crashed | outbox, session, route chosen, newest report seen | commands not yet sent, knowledge of losses, what was shown, the network as it was read |
//! | plugin, installed anew | route and newest report, by safe defaults | session, permission, and whatever waited in it |
//! | job for withdrawals | its queue | - |
//! | job for disclosures | - | the batch |
//! | removal, purge | what is left to do | - |
//! | status store | - | its copy of the consents, which it reads anew |

use crate::command::CommandIs;
use crate::defects::Defect;
use crate::inputs::{flight, minors, retention};
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Channel, Clock, Command, Observation, Person, Phone, Record, Route, Tv};

/// The plugin on a phone crashes and starts again.
pub(crate) fn plugin<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    w.phones.at_mut(phone.index())?.crash();
    forget_commands(w, phone);
    flight::close_finished(w, ctx);
    let kept = w.phones.at(phone.index())?.kept;
    if let Some((command, tv)) = kept.filter(|_| ctx.setup.has(Defect::StaleQueueSent))
        && w.commands.get(command.into()).is_err()
    {
        let (command, tv) = (Command(command.into()), Tv(tv.into()));
        ctx.saw(Observation::Transmitted { command, tv, route: Route::Relay });
    }
    Ok(())
}

/// What the plugin knew of its commands is gone: none is sent or tried again.
fn forget_commands<C: Clock>(w: &mut World<C>, phone: Phone) {
    for (_, slot) in w.commands.slots.each_mut() {
        if let Some(command) = slot.as_mut().filter(|command| command.phone == phone.0 as u8) {
            command.set(CommandIs::Waits, false);
            command.set(CommandIs::Lost, false);
        }
    }
}

/// A plugin is removed and installed anew: the session ends, the permission is reset, nothing is agreed to.
pub(crate) fn reinstall<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    connected: bool,
) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    let at = *w.phones.at(phone.index())?;
    match (connected, at.is(PhoneIs::Offline)) {
        (true, true) => return Err(Refusal::PhoneOffline),
        (false, false) => return Err(Refusal::PhoneOnline),
        (true, false) | (false, true) => {}
    }
    let here = w.phones.at_mut(phone.index())?;
    here.reinstall();
    if at.is(PhoneIs::Permitted) {
        here.forbid();
        ctx.saw(Observation::PermissionRevoked { person, phone, channel: Channel::Os });
    }
    if let Some(victim) = at.stolen {
        ctx.saw(Observation::LoggedOut { person: Person(victim.into()), phone });
    }
    if !at.is(PhoneIs::LoggedOut) {
        ctx.saw(Observation::LoggedOut { person, phone });
    }
    forget_commands(w, phone);
    flight::close_finished(w, ctx);
    if connected && ctx.setup.has(Defect::FirstRunSaysYes) {
        let kinds = ctx.setup.kinds();
        w.vendor.account.consent_mut(person)?.yes(kinds);
        w.vendor.status.start(person, kinds);
    }
    Ok(())
}

/// The job for withdrawals crashes; its queue is kept on disk.
pub(crate) fn withdrawals<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>) -> Result<(), Refusal> {
    if ctx.setup.has(Defect::WithdrawalsInMemory) {
        w.requests.forget_withdrawals();
    }
    Ok(())
}

/// The job for disclosures crashes; the batch in its memory is gone, and nobody misses it.
pub(crate) fn batch<C: Clock>(w: &mut World<C>) -> Result<(), Refusal> {
    w.vendor.disclosure.take().map(|_| ())
}

/// The removal of a minor's data crashes before the subscriptions; what is left is done by the deadline.
pub(crate) fn removal<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    minors::remove_records(w, ctx, person)?;
    if ctx.setup.has(Defect::RemovalNotResumed) {
        w.vendor.minors.file_mut(person)?.removal = C::default();
    }
    Ok(())
}

/// The purge of a record crashes before the providers are told; what is left is done by the deadline.
pub(crate) fn purge<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, record: Record) -> Result<(), Refusal> {
    retention::purge_here(w, ctx, record.index())?;
    if ctx.setup.has(Defect::PurgeNotResumed)
        && let Ok(at) = w.records.get_mut(record.index())
    {
        at.inference = C::default();
        at.purge = C::default();
    }
    Ok(())
}

/// The status store loses its copy of the consents; it takes nothing in until it has read them anew.
pub(crate) fn cache<C: Clock>(w: &mut World<C>) -> Result<(), Refusal> {
    w.vendor.status.lose();
    Ok(())
}
