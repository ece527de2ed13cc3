//! Attacks on the command path: an adversary on the wide-area way, and a neighbour on the local network.
//!
//! Whoever is honest looks at the seal and the number of a command and drops what does not fit (SEC-12,
//! SEC-13); on the local network a TV takes commands of paired phones alone (USE-19).

use crate::defects::Defect;
use crate::inputs::flight::close_finished;
use crate::network::{Copied, Parcel};
use crate::refusal::Refusal;
use crate::topic::Topic;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Attack;
use vouchsafe_alphabet::{Clock, Command, Key, Observation, Person, Route, Tv};

/// An adversary met a message about a person, which is noted where causes are asked for.
pub(crate) fn met<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, person: Person) {
    if ctx.setup.topics.has(Topic::Incidents) {
        w.incidents.attacked.add(person.index());
    }
}

/// What an adversary on the wide-area way does to a message.
pub(crate) fn wide_area<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    attack: Attack,
    place: (Parcel, Command, Tv),
    to: Option<Tv>,
) -> Result<(), Refusal> {
    let (parcel, command, tv) = place;
    if !parcel.wide_area() || !parcel.outbound() && attack != Attack::Drop {
        return Err(Refusal::NoMessage);
    }
    let at = w.commands.get(command.index())?;
    let person = Person(at.person.into());
    let reordering = ctx.setup.faults.has(crate::faults::Fault::Reordering);
    match attack {
        Attack::Drop => {
            w.network.take(parcel, command.index(), tv.index(), reordering)?;
        }
        Attack::Tamper => w.network.tamper(parcel, command.index(), tv.index(), to, reordering)?,
        Attack::Eavesdrop => {
            w.network.find(parcel, command.index(), tv.index(), reordering)?;
            let copied = Copied { command: command.0 as u8, person: at.person, tv: tv.0 as u8, key: at.key };
            w.network.copied = Some(copied);
        }
        Attack::Replay => return Err(Refusal::NoMessage),
    }
    met(w, ctx, person);
    ctx.saw(Observation::Attacked { person, attack, command: Some(command), tv: Some(tv) });
    close_finished(w, ctx);
    Ok(())
}

/// An adversary sends a command to another TV than the one chosen.
pub(crate) fn redirect<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    place: (Parcel, Command, Tv),
) -> Result<(), Refusal> {
    let mut tvs = (0..ctx.setup.cast.tvs.len() as u32).map(Tv);
    let other = tvs.find(|tv| *tv != place.2).ok_or(Refusal::Unknown)?;
    wide_area(w, ctx, Attack::Tamper, place, Some(other))
}

/// An adversary sends the command that it has copied once it is over; its number is an old one.
pub(crate) fn replay<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    let copied = w.network.copied.ok_or(Refusal::NothingCopied)?;
    if w.commands.get(copied.command.into()).is_ok() {
        return Err(Refusal::EarlierOpen);
    }
    let (command, tv) = (Command(copied.command.into()), Tv(copied.tv.into()));
    let (person, attack) = (Person(copied.person.into()), Attack::Replay);
    met(w, ctx, person);
    ctx.saw(Observation::Attacked { person, attack, command: None, tv: Some(tv) });
    if ctx.setup.has(Defect::OldNumberAccepted) && w.tvs.at(tv.index())?.serves(person.index()) {
        ctx.saw(Observation::Executed { command, tv, key: copied.key, route: Route::Relay });
    }
    Ok(())
}

/// A neighbour who was never paired sends a key to a TV that is bound; it takes none of it.
pub(crate) fn neighbour<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    key: Key,
) -> Result<(), Refusal> {
    let at = w.tvs.at(tv.index())?;
    let owner = at.owner.ok_or(Refusal::NotBound)?;
    let (person, attack) = (Person(owner.into()), Attack::Tamper);
    ctx.saw(Observation::Attacked { person, attack, command: None, tv: Some(tv) });
    if !ctx.setup.has(Defect::UnpairedSenderServed) {
        return Ok(());
    }
    // Nobody pressed, and so no case is open for it: a free slot stands for what has no press.
    let slot = w.commands.free(ctx.setup.commands)?;
    ctx.saw(Observation::Executed { command: Command(slot as u32), tv, key, route: Route::Lan });
    Ok(())
}
