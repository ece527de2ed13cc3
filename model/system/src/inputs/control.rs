//! Control: TVs are bound and shared; people press keys, and the plugin sends, retries or gives up.

use crate::command::Command;
use crate::command::CommandIs;
use crate::defects::Defect;
use crate::inputs::flight::{self, close_finished};
use crate::inputs::{route, terms};
use crate::network::Parcel;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::vendor::status;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::{AuthLifetime, CommandOrder};
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
    w.vendor.reached()?;
    w.vendor.registry.bind(tv, person)?;
    rebind(w, ctx, tv, Some(person.0 as u8))?;
    ctx.saw(Observation::Bound { tv, person });
    Ok(())
}

/// A TV is bound to nobody any more.
pub(crate) fn unbind<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    w.vendor.reached()?;
    let person = w.vendor.registry.unbind(tv)?;
    if !ctx.setup.has(Defect::UnbindIgnored) {
        rebind(w, ctx, tv, None)?;
    }
    ctx.saw(Observation::Unbound { tv, person });
    Ok(())
}

/// The TV learns of its new owner at once; nobody waits for an answer about it any more (USE-13, CTL-03).
fn rebind<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, tv: Tv, owner: Option<u8>) -> Result<(), Refusal> {
    w.checks.at_mut(tv.index())?.drop_pending();
    let at = w.tvs.at_mut(tv.index())?;
    let guests = at.guests;
    at.rebind(owner, verdict_lasts(ctx));
    if ctx.setup.has(Defect::SharesSurviveRebind) {
        at.guests = guests;
    }
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
    w.vendor.reached()?;
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
    w.vendor.reached()?;
    w.vendor.registry.unshare(tv, person)?;
    if !ctx.setup.has(Defect::UnshareIgnored) {
        w.tvs.at_mut(tv.index())?.guests.drop(person.index());
    }
    ctx.saw(Observation::Unshared { tv, person });
    Ok(())
}

/// A person presses a key in the plugin on the person's first phone.
pub(crate) fn press<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    tv: Tv,
    key: Key,
) -> Result<(), Refusal> {
    let phone = ctx.setup.phone_of(person)?;
    press_on(w, ctx, phone, person, tv, key)
}

/// A key is pressed on a phone with an account: a command of its own (COL-11).
pub(crate) fn press_on<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    person: Person,
    tv: Tv,
    key: Key,
) -> Result<(), Refusal> {
    let owner = ctx.setup.owner(phone)?;
    w.phones.at(phone.index())?.session(person.index(), owner.index())?;
    if !w.vendor.registry.linked(person, tv)? {
        return Err(Refusal::NotLinked);
    }
    let route = choose(w, ctx, phone, tv, owner != person)?;
    if !w.tvs.at(tv.index())?.cleared(ctx.setup, route) {
        return Err(Refusal::NotAdmitted);
    }
    let behind = earlier(w, ctx, person, tv);
    let noted = ctx.setup.has(Defect::ConsentReadAtPress) && agreed(w, ctx, person);
    let command = Command::new(person, phone, tv, key, behind)
        .with(CommandIs::Relayed, route == Route::Relay)
        .with(CommandIs::Agreed, noted);
    let slot = w.commands.open(command, ctx.setup.commands)?;
    w.commands.count(ctx.setup.presses)?;
    ctx.saw(Observation::Pressed { command: CommandId(slot as u32), person, phone, tv, key });
    if w.phones.at(phone.index())?.connected().is_ok() {
        terms::product_used(w, ctx, person)?;
    }
    if behind.is_some() { Ok(()) } else { send(w, ctx, slot, route) }
}

/// The route of a command: what the selector says, or by where the phone is; an intruder is never at home.
fn choose<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    tv: Tv,
    intruder: bool,
) -> Result<Route, Refusal> {
    let route = if intruder {
        Route::Relay
    } else if ctx.setup.selector {
        route::choose(w, ctx, phone, tv)?
    } else if w.phones.at(phone.index())?.is(PhoneIs::Away) {
        Route::Relay
    } else {
        Route::Lan
    };
    if route == Route::Relay {
        w.phones.at(phone.index())?.connected()?;
    }
    Ok(route)
}

/// The open command of this person for this TV that has to be over first, where presses keep their order.
fn earlier<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person, tv: Tv) -> Option<u8> {
    let ordered = ctx.setup.rules.readings.command_order == CommandOrder::PressOrder;
    let holds_back = ordered && !ctx.setup.has(Defect::NextNotHeldBack);
    if holds_back { w.commands.last_of(person.0 as u8, tv.0 as u8) } else { None }
}

/// The plugin sends a command that waited, once the earlier one is over (COL-11).
pub(crate) fn send_next<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    command: CommandId,
) -> Result<(), Refusal> {
    let slot = command.index();
    let at = w.commands.get(slot)?;
    if !at.is(CommandIs::Waits) {
        return Err(Refusal::SentAlready);
    }
    if at.behind.is_some() && !ctx.setup.has(Defect::QueueNotAwaited) {
        return Err(Refusal::EarlierOpen);
    }
    let (phone, tv) = (Phone(at.phone.into()), Tv(at.tv.into()));
    let intruder = ctx.setup.owner(phone)?.0 != u32::from(at.person);
    let route = choose(w, ctx, phone, tv, intruder)?;
    let at = w.commands.get_mut(slot)?;
    at.set(CommandIs::Waits, false);
    at.set(CommandIs::Relayed, route == Route::Relay);
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
    if ctx.setup.has(Defect::StaleQueueSent) {
        w.phones.at_mut(command.phone.into())?.kept = Some((slot as u8, command.tv));
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
    if at.is(CommandIs::Relayed) {
        return Err(Refusal::RelayTried);
    }
    if !at.is(CommandIs::Lost) && !ctx.setup.has(Defect::RetryAfterExecution) {
        return Err(Refusal::NotLost);
    }
    if ctx.setup.has(Defect::WaitsForEver) {
        return Err(Refusal::Broken);
    }
    at.set(CommandIs::Lost, false);
    at.set(CommandIs::Relayed, true);
    let (phone, tv) = (at.phone, at.tv);
    w.phones.at(phone.into())?.connected()?;
    if ctx.setup.has(Defect::LostAckRetriedAfresh) {
        // Its fresh number is one that the TV has not handled.
        w.tvs.at_mut(tv.into())?.handled.drop(slot);
    }
    send(w, ctx, slot, Route::Relay)
}

/// The plugin reports a command as failed, once every copy of it was lost for certain.
pub(crate) fn give_up<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    command: CommandId,
) -> Result<(), Refusal> {
    let at = w.commands.get_mut(command.index())?;
    if !at.is(CommandIs::Lost) {
        return Err(Refusal::NotLost);
    }
    if ctx.setup.has(Defect::WaitsForEver) {
        return Err(Refusal::Broken);
    }
    at.set(CommandIs::Lost, false);
    at.set(CommandIs::Failed, true);
    let (phone, tv) = (at.phone.into(), at.tv.into());
    ctx.saw(Observation::Failed { command });
    route::failed(w, phone, tv)?;
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
    w.phones.at(phone.index())?.session(person.index(), person.index())?;
    w.vendor.reached()?;
    if !w.vendor.registry.linked(person, tv)? {
        return Err(Refusal::NotLinked);
    }
    ctx.saw(Observation::Viewed { person, phone, tv });
    terms::product_used(w, ctx, person)
}

/// A phone leaves the local network of the TVs, or joins it again.
pub(crate) fn go<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    away: bool,
) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    w.phones.at_mut(phone.index())?.go(away)?;
    // Where nobody chooses by it, the network of a phone is nothing that anybody looks at.
    if ctx.setup.selector {
        ctx.saw(Observation::PhoneNetworked { phone, good: !away });
    }
    Ok(())
}

/// A command is recorded for the person who pressed, with that person's consent (COL-10, T20).
pub(crate) fn record<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let command = w.commands.get(slot)?;
    let tv = Tv(command.tv.into());
    let presser = Person(command.person.into());
    let owner = w.vendor.registry.owner(tv);
    let person = if ctx.setup.has(Defect::RecordUnderOwner) {
        owner.unwrap_or(presser)
    } else if ctx.setup.has(Defect::RecordUnderLastPresser) {
        last_presser(w, slot).unwrap_or(presser)
    } else {
        presser
    };
    w.commands.get_mut(slot)?.set(CommandIs::Recorded, true);
    file(w, ctx, person, tv, Some(CommandId(slot as u32)), command.is(CommandIs::Agreed))
}

/// Defect: whoever else has a command under way is taken for the one who pressed.
fn last_presser<C: Clock>(w: &World<C>, slot: usize) -> Option<Person> {
    let mut others = w.commands.slots.each().filter(|(index, _)| *index != slot);
    others.find_map(|(_, other)| other.map(|other| Person(other.person.into())))
}

/// Whether a person agreed that commands are recorded, by the account service's note of now (WDC-04).
fn agreed<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person) -> bool {
    let consent = w.vendor.account.consent(person);
    ctx.setup
        .kind(Category::Command)
        .is_ok_and(|kind| consent.is_ok_and(|consent| consent.granted(Verb::Collect, kind)))
}

/// Files a command record, where the person agreed and is no known minor; without that nothing is kept.
fn file<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    tv: Tv,
    command: Option<CommandId>,
    agreed_at_press: bool,
) -> Result<(), Refusal> {
    let Ok(kind) = ctx.setup.kind(Category::Command) else {
        return Ok(());
    };
    let minors = &w.vendor.minors;
    if !(agreed(w, ctx, person) || agreed_at_press) || minors.spare_unless_approved(person, kind).is_err() {
        return Ok(());
    }
    let approved = minors.approved(person, kind);
    // A store without room keeps no record; the command goes on.
    let Ok(record) = w.records.collect(person, kind, approved, ctx.setup.records) else {
        return Ok(());
    };
    w.vendor.given(ctx.setup, person, kind)?;
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
    file(w, ctx, owner, tv, None, false)
}
