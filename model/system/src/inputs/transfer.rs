//! Transfer: records go to data centres and to others abroad, safeguards come and go, and people move.

use crate::defects::Defect;
use crate::kinds::Kind;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Clock, Holder, Observation, Person, Place, Record, Verb};

/// Law of a place forbids that a category of a person goes to another place (XFR-01).
pub(crate) fn bar<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    (of, to): (Place, Place),
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    w.vendor.transfers.bar(ctx.setup, person, kind, (of, to))?;
    ctx.saw(Observation::LawForbids {
        person,
        verbs: Verb::Disclose.into(),
        categories: category.into(),
        place: Some(of),
        to_place: Some(to),
    });
    Ok(())
}

/// A safeguard between two places lapses, or is put in place again (XFR-02); what stands is seen at transfers.
pub(crate) fn secure<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    pair: (Place, Place),
    stands: bool,
) -> Result<(), Refusal> {
    w.vendor.transfers.secure(ctx.setup, pair, stands)
}

/// Refuses a transfer that the law of the person's home or the want of a safeguard forbids.
fn may_go<C: Clock>(
    w: &World<C>,
    ctx: &Ctx<'_, C>,
    (person, kind): (Person, Kind),
    home: Place,
    (from, to): (Place, Place),
) -> Result<(), Refusal> {
    if to == home {
        return Ok(());
    }
    let setup = ctx.setup;
    let counts = if setup.has(Defect::ServerLawConsulted) { from } else { home };
    w.vendor.transfers.permits(setup, person, kind, (counts, to))?;
    let unguarded = from != home && setup.has(Defect::OnwardUnguarded);
    // Which safeguards there are was looked up when the route was set up.
    let cached = setup.has(Defect::LapsedSafeguardUsed) && setup.safeguards.contains(&(from, to));
    if unguarded || cached || w.vendor.transfers.stands(setup, from, to) {
        Ok(())
    } else {
        Err(Refusal::NoSafeguard)
    }
}

/// The vendor sends its copy of a record from a place into its data centre in another (XFR-05).
pub(crate) fn send<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    (from, to): (Place, Place),
) -> Result<(), Refusal> {
    let (slot, setup) = (record.index(), ctx.setup);
    let held = w.records.get(slot)?;
    if !held.held() {
        return Err(Refusal::NoRecord);
    }
    let person = held.subject();
    let home = w.vendor.homes.of(setup, person).ok_or(Refusal::Unknown)?;
    if from != home {
        w.vendor.transfers.lies(slot, from)?;
    }
    if to != home && setup.has(Defect::EverythingAtHome) {
        return Err(Refusal::NoSuchCentre);
    }
    if !setup.has(Defect::UnlistedFailover) {
        w.vendor.transfers.listed(to)?;
    }
    may_go(w, ctx, (person, held.kind), home, (from, to))?;
    let good = w.vendor.transfers.stands(setup, from, to);
    w.vendor.transfers.store(slot, to)?;
    if from != to {
        ctx.saw(Observation::Transferred { record, place: from, to_place: to, good, to: None });
    }
    stored(w, ctx, record, to)
}

/// A copy of the vendor's comes to lie in a data centre, where it has to be classified like any other.
fn stored<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    place: Place,
) -> Result<(), Refusal> {
    w.vendor.storage.store(ctx.setup, record.index(), ctx.now)?;
    ctx.saw(Observation::Stored { record, to: Holder::VENDOR, good: true, place: Some(place) });
    Ok(())
}

/// Defect: the data centres replicate a record among each other, past the transfer desk.
pub(crate) fn replicate<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    place: Place,
) -> Result<(), Refusal> {
    if !w.records.get(record.index())?.held() {
        return Err(Refusal::NoRecord);
    }
    w.vendor.transfers.store(record.index(), place)?;
    stored(w, ctx, record, place)
}

/// A record goes to one that works for the vendor, from where the person lives to where that one has its servers;
/// where either is not known there is nothing to say of it.
pub(crate) fn go_abroad<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    to: Holder,
) -> Result<Option<Place>, Refusal> {
    let held = w.records.get(record.index())?;
    let (person, place) = (held.subject(), ctx.setup.recipient(to)?.place);
    let Some((home, place)) = w.vendor.homes.of(ctx.setup, person).zip(place) else { return Ok(place) };
    may_go(w, ctx, (person, held.kind), home, (home, place))?;
    if home != place {
        let good = w.vendor.transfers.stands(ctx.setup, home, place);
        ctx.saw(Observation::Transferred { record, place: home, to_place: place, good, to: Some(to) });
    }
    Ok(Some(place))
}

/// Whether somebody has its servers where the person does not live.
pub(crate) fn is_abroad<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person, holder: Holder) -> bool {
    let place = ctx.setup.recipient(holder).ok().and_then(|spec| spec.place);
    place.is_some() && place != w.vendor.homes.of(ctx.setup, person)
}

/// A person moves, and from here on lives under the law of the new place (COM-10).
pub(crate) fn move_home<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    to: Place,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    w.vendor.homes.moves(setup, person, to)?;
    let local = setup.local.get(&to).copied().unwrap_or_default();
    ctx.saw(Observation::Moved { person, place: to, law: local.regime });
    if let Some(law) = local.regime {
        w.vendor.marketing.law_changes(setup, person, law)?;
    }
    let spec = setup.cast.people.get(person.index()).ok_or(Refusal::Unknown)?;
    if let Some((age, adult_at)) = spec.age.zip(local.adult_at) {
        let law = w.vendor.marketing.law(setup, person)?;
        ctx.saw(Observation::Resides { person, law, minor: age < adult_at, place: Some(to) });
    }
    Ok(())
}
