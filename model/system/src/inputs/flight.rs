//! Flight: messages of the command path arrive, are lost or are doubled, and finished commands are closed.
//!
//! Out goes `lan-command`, or `remote-command` and then `push-command`; back comes `lan-ack`, or
//! `status-report` and then `status-push`. The sender learns that a message was lost when no copy of it is
//! left and none has arrived. A lost answer leaves the plugin without knowledge, and so without a retry.

use crate::command::CommandIs;
use crate::defects::Defect;
use crate::faults::Fault;
use crate::inputs::{control, route, session};
use crate::limits::COMMANDS;
use crate::network::{Message, Parcel};
use crate::refusal::Refusal;
use crate::tv::Reception;
use crate::vendor::relay::{self, Relaying};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Clock, Command, Key, Observation, Route, Sort, Tv};

/// Whether messages of one route may overtake each other.
fn reordering<C: Clock>(ctx: &Ctx<'_, C>) -> bool {
    ctx.setup.faults.has(Fault::Reordering)
}

/// A message of a command is sent.
pub(crate) fn send<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    parcel: Parcel,
    slot: usize,
    tv: u8,
    done: bool,
) -> Result<(), Refusal> {
    let phone = w.commands.get(slot)?.phone;
    let message = Message { parcel, phone, tv, command: slot as u8, done, doubled: false, changed: false };
    w.network.send(message, ctx.setup.messages, reordering(ctx))
}

/// A message arrives.
pub(crate) fn deliver<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    parcel: Parcel,
    command: Command,
    tv: Tv,
) -> Result<(), Refusal> {
    let message = w.network.take(parcel, command.index(), tv.index(), reordering(ctx))?;
    if message.changed && !ctx.setup.has(Defect::SealUnread) {
        // What somebody changed on the way is dropped, and nobody is told (SEC-12, SEC-13).
        close_finished(w, ctx);
        return Ok(());
    }
    match parcel {
        Parcel::LanCommand => at_tv(w, ctx, &message, Route::Lan)?,
        Parcel::PushCommand => at_tv(w, ctx, &message, Route::Relay)?,
        Parcel::RemoteCommand => at_server(w, ctx, &message)?,
        Parcel::StatusReport => {
            w.vendor.reached()?;
            send(w, ctx, Parcel::StatusPush, message.command.into(), message.tv, message.done)?
        }
        Parcel::LanAck | Parcel::StatusPush => at_plugin(w, ctx, &message)?,
    }
    close_finished(w, ctx);
    Ok(())
}

/// A command reaches a TV, which executes it or turns it down, and answers (USE-19, USE-20).
fn at_tv<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    message: &Message,
    route: Route,
) -> Result<(), Refusal> {
    let slot = usize::from(message.command);
    if w.broadcasts.at(message.tv.into())?.silent() {
        return Err(Refusal::TvSilent);
    }
    let command = w.commands.get_mut(slot)?;
    command.set(CommandIs::Arrived, true);
    let (command, sender) = (*command, usize::from(command.person));
    let key = if message.changed && message.tv == command.tv { other_key(command.key) } else { command.key };
    let alive = session::alive(w, ctx, &command)? || ctx.setup.has(Defect::EndedSessionServed);
    let tv = w.tvs.at_mut(message.tv.into())?;
    let reception = if alive { tv.receive(ctx.setup, slot, sender, key, route) } else { tv.turn_down(slot) };
    let done = match reception {
        Reception::Ignored => return Ok(()),
        Reception::TurnedDown => false,
        Reception::Executed(key) => {
            let tv = Tv(message.tv.into());
            ctx.saw(Observation::Executed { command: Command(slot as u32), tv, key, route });
            true
        }
    };
    let answer = match route {
        Route::Lan => Parcel::LanAck,
        Route::Relay => Parcel::StatusReport,
    };
    send(w, ctx, answer, slot, message.tv, done)
}

/// The key to which an adversary changes one.
fn other_key(key: Key) -> Key {
    if key == Key::AudioOn { Key::AudioOff } else { Key::AudioOn }
}

/// A command reaches the server, which records it and pushes it on (COL-10, COL-11).
fn at_server<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, message: &Message) -> Result<(), Refusal> {
    w.vendor.reached()?;
    let slot = usize::from(message.command);
    let command = w.commands.get(slot)?;
    let relaying = relay::relay(ctx.setup, &w.vendor.registry, &command)?;
    w.commands.get_mut(slot)?.set(CommandIs::Served, true);
    match relaying {
        Relaying::Ignored => Ok(()),
        Relaying::TurnedDown => {
            w.commands.get_mut(slot)?.set(CommandIs::Arrived, true);
            send(w, ctx, Parcel::StatusPush, slot, message.tv, false)
        }
        Relaying::Pushed(tv) => {
            send(w, ctx, Parcel::PushCommand, slot, tv.0 as u8, false)?;
            ctx.saw(Observation::Transmitted { command: Command(slot as u32), tv, route: Route::Relay });
            control::record(w, ctx, slot)
        }
    }
}

/// An answer reaches the plugin: it shows the outcome, and hands a local command over to be recorded.
fn at_plugin<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, message: &Message) -> Result<(), Refusal> {
    let slot = usize::from(message.command);
    let command = w.commands.get_mut(slot)?;
    if !message.done {
        if !command.is(CommandIs::Failed) {
            command.set(CommandIs::Failed, true);
            let tv = command.tv;
            ctx.saw(Observation::Failed { command: Command(slot as u32) });
            route::failed(w, message.phone.into(), tv.into())?;
        }
        return Ok(());
    }
    let fresh = !command.is(CommandIs::Recorded)
        && message.parcel == Parcel::LanAck
        && !ctx.setup.has(Defect::LocalCommandsUnrecorded);
    let online = w.phones.at(message.phone.into())?.connected().is_ok() && w.vendor.reached().is_ok();
    if online && (fresh || ctx.setup.has(Defect::RecordTwice)) {
        control::record(w, ctx, slot)
    } else {
        Ok(())
    }
}

/// A message is lost.
pub(crate) fn lose<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    parcel: Parcel,
    command: Command,
    tv: Tv,
) -> Result<(), Refusal> {
    w.network.take(parcel, command.index(), tv.index(), reordering(ctx))?;
    let left = w.network.carries_out(command.index());
    let at = w.commands.get_mut(command.index())?;
    if parcel.outbound() && !left && !at.is(CommandIs::Arrived) && !at.is(CommandIs::Failed) {
        at.set(CommandIs::Lost, true);
    }
    if parcel == Parcel::LanAck && !at.is(CommandIs::Relayed) && ctx.setup.has(Defect::LostAckRetriedAfresh) {
        at.set(CommandIs::Lost, true);
    }
    close_finished(w, ctx);
    Ok(())
}

/// A message is doubled.
pub(crate) fn duplicate<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    parcel: Parcel,
    command: Command,
    tv: Tv,
) -> Result<(), Refusal> {
    w.network.double(parcel, command.index(), tv.index(), ctx.setup.messages, reordering(ctx))
}

/// Closes every command of which nothing is under way and nothing is awaited, and frees its slot.
pub(crate) fn close_finished<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    for slot in 0..COMMANDS {
        let open = w.commands.get(slot);
        if open.is_ok_and(|command| !command.is(CommandIs::Lost) && !command.is(CommandIs::Waits))
            && !w.network.carries(slot)
        {
            w.commands.over(slot);
            w.tvs.each_mut().for_each(|(_, tv)| tv.handled.drop(slot));
            ctx.saw(Observation::Closed { command: Command(slot as u32) });
            ctx.retire(Sort::Command, slot);
        }
    }
}
