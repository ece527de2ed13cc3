//! Status: TVs report their state by numbers, plugins show the newest and say what they do not know.
//!
//! A number that the TV has not reported is never shown as confirmed, nor an older one after a newer (USE-17);
//! what a silent TV said last is shown with its age, and after a while not at all (USE-18).

use crate::defects::Defect;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::table::Few;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Attack;
use vouchsafe_alphabet::{Clock, Observation, Person, Phone, Route, Tv};

/// A TV is switched off or on, which nobody is told: it falls silent, or speaks again.
pub(crate) fn switch<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    ctx.setup.tv(tv)?;
    let at = w.broadcasts.at_mut(tv.index())?;
    at.change(!at.off, at.cut, ctx.now, &ctx.setup.rules);
    ctx.saw(Observation::Powered { tv, good: !at.off });
    Ok(())
}

/// The link of a TV breaks, or is there again.
pub(crate) fn cut<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    ctx.setup.tv(tv)?;
    let at = w.broadcasts.at_mut(tv.index())?;
    at.change(at.off, !at.cut, ctx.now, &ctx.setup.rules);
    ctx.saw(Observation::Networked { tv, good: !at.cut, phone: None });
    for (_, phone) in w.phones.each_mut() {
        phone.selectors.at_mut(tv.index())?.network_changed();
    }
    Ok(())
}

/// A TV reports a change of its state on both ways, to the phones of those whom it serves.
pub(crate) fn report<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    let served = w.tvs.at(tv.index())?;
    let mut phones = Few::default();
    for (phone, owner) in ctx.setup.cast.phones.iter().enumerate() {
        if served.serves(owner.index()) {
            phones.add(phone);
        }
    }
    if phones.is_empty() {
        return Err(Refusal::NotBound);
    }
    let number = w.broadcasts.at_mut(tv.index())?.report(phones, ctx.setup.reports)?;
    ctx.saw(Observation::Reported { tv, amount: number.into(), details: None });
    Ok(())
}

/// Refuses to show a TV to somebody who has no right to it or no session.
fn viewer<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, phone: Phone, tv: Tv) -> Result<Person, Refusal> {
    let person = ctx.setup.owner(phone)?;
    w.phones.at(phone.index())?.session(person.index(), person.index())?;
    if !w.vendor.registry.linked(person, tv)? && !ctx.setup.has(Defect::UnlinkedStillSees) {
        return Err(Refusal::NotLinked);
    }
    Ok(person)
}

/// A report reaches a phone, whose plugin shows it if it is newer than what it has seen.
pub(crate) fn arrive<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    route: Route,
    tv: Tv,
    phone: Phone,
) -> Result<(), Refusal> {
    let at = w.phones.at(phone.index())?;
    match route {
        Route::Lan if at.is(PhoneIs::Away) => return Err(Refusal::NoMessage),
        Route::Lan => {}
        Route::Relay => at.connected()?,
    }
    let number = w.broadcasts.at_mut(tv.index())?.arrive(route, phone.index())?;
    let Ok(person) = viewer(w, ctx, phone, tv) else {
        // Who has no right any more is not told, and the report is at its end.
        return Ok(());
    };
    let news = w.phones.at_mut(phone.index())?.displays.at_mut(tv.index())?.take(number);
    if news || ctx.setup.has(Defect::OlderReportShown) {
        let age = age(w, ctx, tv)?;
        ctx.saw(Observation::Shown { phone, person, tv, amount: number.into(), good: true, age });
    }
    Ok(())
}

/// The age that is shown with a report: of a silent TV only that it is old, counted in whole units.
fn age<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, tv: Tv) -> Result<Option<u64>, Refusal> {
    let silent = w.broadcasts.at(tv.index())?.silent() && !ctx.setup.has(Defect::LastStateAsCurrent);
    Ok(silent.then_some(ctx.setup.rules.unit_ms))
}

/// A person looks: the newest report, with its age where the TV is silent; unknown when that is too old.
pub(crate) fn look<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    tv: Tv,
) -> Result<(), Refusal> {
    let person = viewer(w, ctx, phone, tv)?;
    let display = *w.phones.at(phone.index())?.displays.at(tv.index())?;
    let age = age(w, ctx, tv)?;
    if age.is_some() && !w.broadcasts.at(tv.index())?.fresh.is_running(ctx.now) {
        ctx.saw(Observation::ShownUnknown { phone, person, tv });
        return Ok(());
    }
    if !display.shows {
        return Err(Refusal::NothingKnown);
    }
    ctx.saw(Observation::Shown { phone, person, tv, amount: display.newest.into(), good: true, age });
    Ok(())
}

/// The plugin shows what a command is to bring about, and marks it as not confirmed.
pub(crate) fn guess<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    tv: Tv,
) -> Result<(), Refusal> {
    let person = viewer(w, ctx, phone, tv)?;
    let amount = u64::from(w.phones.at(phone.index())?.displays.at(tv.index())?.newest) + 1;
    let good = ctx.setup.has(Defect::GuessAsConfirmed);
    ctx.saw(Observation::Shown { phone, person, tv, amount, good, age: None });
    Ok(())
}

/// Somebody on the local network sends a report in the name of a TV; its seal does not fit, and it is dropped.
pub(crate) fn spoof<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    phone: Phone,
) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    if w.phones.at(phone.index())?.is(PhoneIs::Away) {
        return Err(Refusal::NoMessage);
    }
    let amount = u64::from(w.broadcasts.at(tv.index())?.number) + 1;
    ctx.saw(Observation::Attacked { person, attack: Attack::Tamper, command: None, tv: Some(tv) });
    if ctx.setup.has(Defect::SpoofedReportShown) && viewer(w, ctx, phone, tv).is_ok() {
        ctx.saw(Observation::Shown { phone, person, tv, amount, good: true, age: None });
    }
    Ok(())
}
