//! Control: TVs are bound, shared and checked; people press keys, and the plugin sends, retries or gives up.

use crate::command::Command;
use crate::defects::Defect;
use crate::inputs::flight::{self, close_finished};
use crate::inputs::terms;
use crate::network::Parcel;
use crate::refusal::Refusal;
use crate::vendor::{registry, status};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::AuthLifetime;
use vouchsafe_alphabet::{
    Category, Clock, Command as CommandId, Holder, Key, Observation, Person, Phone, Record, Route, Tv, Verb,
};

/// A person binds a TV; it has to be checked anew (USE-13).
pub(crate) fn bind<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    tv: Tv,
) -> Result<(), Refusal> {
    ctx.setup.tv(tv)?;
    ctx.setup.known(person)?;
    w.vendor.registry.bind(tv, person)?;
    w.tvs.at_mut(tv.index())?.rebind(Some(person.0 as u8), verdict_lasts(ctx));
    ctx.saw(Observation::Bound { tv, person });
    Ok(())
}

/// A TV is bound to nobody any more.
pub(crate) fn unbind<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    let person = w.vendor.registry.unbind(tv)?;
    w.tvs.at_mut(tv.index())?.rebind(None, verdict_lasts(ctx));
    ctx.saw(Observation::Unbound { tv, person });
    Ok(())
}

/// Whether a verdict outlasts the binding for which it was given.
fn verdict_lasts<C: Clock>(ctx: &Ctx<'_, C>) -> bool {
    ctx.setup.rules.readings.auth_lifetime == AuthLifetime::OnceEver
        || ctx.setup.has(Defect::VerdictSurvivesRebind)
}

/// The owner shares a TV (COL-05).
pub(crate) fn share<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.registry.share(tv, person)?;
    w.tvs.at_mut(tv.index())?.guests.add(person.index());
    ctx.saw(Observation::Shared { tv, person });
    Ok(())
}

/// The owner no longer shares a TV; the TV learns of it at once.
pub(crate) fn unshare<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    person: Person,
) -> Result<(), Refusal> {
    w.vendor.registry.unshare(tv, person)?;
    if !ctx.setup.has(Defect::UnshareIgnored) {
        w.tvs.at_mut(tv.index())?.guests.drop(person.index());
    }
    ctx.saw(Observation::Unshared { tv, person });
    Ok(())
}

/// The vendor checks a bound TV by the identity that it presents (USE-13, USE-14).
pub(crate) fn check<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    w.vendor.registry.owner(tv)?;
    let (mac, device_id) = registry::identity(ctx.setup, tv)?;
    let passed = registry::manufactured(ctx.setup, mac, device_id);
    w.tvs.at_mut(tv.index())?.admitted = passed;
    ctx.saw(Observation::Checked { tv, mac, device_id, passed });
    Ok(())
}

/// A person presses a key in the plugin on the person's first phone: a command of its own (COL-11).
pub(crate) fn press<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    tv: Tv,
    key: Key,
) -> Result<(), Refusal> {
    let phone = ctx.setup.phone_of(person)?;
    let at = w.phones.at(phone.index())?;
    let route = if at.away { Route::Relay } else { Route::Lan };
    if route == Route::Relay {
        at.connected()?;
    }
    let online = !at.offline;
    if !w.vendor.registry.linked(person, tv)? {
        return Err(Refusal::NotLinked);
    }
    if !w.tvs.at(tv.index())?.cleared(ctx.setup, route) {
        return Err(Refusal::NotAdmitted);
    }
    let command = Command {
        person: person.0 as u8,
        phone: phone.0 as u8,
        tv: tv.0 as u8,
        key,
        relayed: route == Route::Relay,
        served: false,
        arrived: false,
        lost: false,
        recorded: false,
        failed: false,
    };
    let slot = w.commands.open(command, ctx.setup.commands)?;
    ctx.saw(Observation::Pressed { command: CommandId(slot as u32), person, phone, tv, key });
    if online {
        terms::product_used(w, ctx, person)?;
    }
    send(w, ctx, slot, route)
}

/// The plugin sends a command to the chosen TV, by the chosen route (COL-11, USE-15).
fn send<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize, route: Route) -> Result<(), Refusal> {
    let command = w.commands.get(slot)?;
    let parcel = match route {
        Route::Lan => Parcel::LanCommand,
        Route::Relay => Parcel::RemoteCommand,
    };
    let broadcast = route == Route::Lan && ctx.setup.has(Defect::Broadcast);
    for tv in (0..ctx.setup.cast.tvs.len() as u8).filter(|&tv| broadcast || tv == command.tv) {
        flight::send(w, ctx, parcel, slot, tv, false)?;
        let tv = Tv(tv.into());
        ctx.saw(Observation::Transmitted { command: CommandId(slot as u32), tv, route });
    }
    Ok(())
}

/// The plugin tries the relay for a command that was lost on the local network, and only for such a one.
pub(crate) fn retry<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    command: CommandId,
) -> Result<(), Refusal> {
    let slot = command.index();
    let at = w.commands.get_mut(slot)?;
    if at.relayed {
        return Err(Refusal::RelayTried);
    }
    if !at.lost && !ctx.setup.has(Defect::RetryAfterExecution) {
        return Err(Refusal::NotLost);
    }
    at.lost = false;
    at.relayed = true;
    w.phones.at(at.phone.into())?.connected()?;
    send(w, ctx, slot, Route::Relay)
}

/// The plugin reports a command as failed, once every copy of it was lost for certain.
pub(crate) fn give_up<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    command: CommandId,
) -> Result<(), Refusal> {
    let at = w.commands.get_mut(command.index())?;
    if !at.lost {
        return Err(Refusal::NotLost);
    }
    at.lost = false;
    at.failed = true;
    ctx.saw(Observation::Failed { command });
    close_finished(w, ctx);
    Ok(())
}

/// A person looks at the status of a TV, which is use of a product (USE-18, COM-08).
pub(crate) fn view<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    tv: Tv,
) -> Result<(), Refusal> {
    let phone = ctx.setup.phone_of(person)?;
    w.phones.at(phone.index())?.connected()?;
    if !w.vendor.registry.linked(person, tv)? {
        return Err(Refusal::NotLinked);
    }
    ctx.saw(Observation::Viewed { person, phone, tv });
    terms::product_used(w, ctx, person)
}

/// A phone leaves the local network of the TVs, or joins it again.
pub(crate) fn go<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    phone: Phone,
    away: bool,
) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    w.phones.at_mut(phone.index())?.go(away)
}

/// A command is recorded for the person who pressed, with that person's consent (COL-10, T20).
pub(crate) fn record<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let command = w.commands.get(slot)?;
    let tv = Tv(command.tv.into());
    let presser = Person(command.person.into());
    let owner = w.vendor.registry.owner(tv);
    let person = if ctx.setup.has(Defect::RecordUnderOwner) { owner.unwrap_or(presser) } else { presser };
    w.commands.get_mut(slot)?.recorded = true;
    file(w, ctx, person, tv, Some(CommandId(slot as u32)))
}

/// Files a command record, where the person agreed and is no known minor; without that nothing is kept.
fn file<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    tv: Tv,
    command: Option<CommandId>,
) -> Result<(), Refusal> {
    let Ok(kind) = ctx.setup.kind(Category::Command) else {
        return Ok(());
    };
    let (account, minors) = (&w.vendor.account, &w.vendor.minors);
    let agreed = account.consent(person)?.granted(Verb::Collect, kind);
    if !agreed || minors.spare_unless_approved(person, kind).is_err() {
        return Ok(());
    }
    let approved = minors.approved(person, kind);
    // A store without room keeps no record; the command goes on.
    let Ok(record) = w.records.collect(person, kind, approved, ctx.setup.records) else {
        return Ok(());
    };
    ctx.saw(Observation::Collected {
        record: Record(record as u32),
        person,
        category: Category::Command,
        by: Holder::VENDOR,
        source: status::source(Category::Command),
        other: None,
        command,
        tv: Some(tv),
        ground: None,
        purpose: None,
        details: None,
        terms: None,
    });
    Ok(())
}

/// Defect: a TV repeats the last command, which is over.
pub(crate) fn ghost<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    let last = w.tvs.at(tv.index())?.last.ok_or(Refusal::NoCommand)?;
    if w.commands.get(last.command.into()).is_ok() {
        return Err(Refusal::NoCommand);
    }
    let command = CommandId(last.command.into());
    ctx.saw(Observation::Executed { command, tv, key: last.key, route: last.route });
    Ok(())
}

/// Defect: the usage job records a command for the owner of a TV, though nobody pressed.
pub(crate) fn usage_job<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    let owner = w.vendor.registry.owner(tv)?;
    file(w, ctx, owner, tv, None)
}
