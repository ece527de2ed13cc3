//! Authenticity: the vendor checks a TV, at once or by messages that take their time, and its servers may be
//! out of reach.

use crate::defects::Defect;
use crate::faults::Fault;
use crate::inputs::attack;
use crate::refusal::Refusal;
use crate::vendor::registry;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Attack;
use vouchsafe_alphabet::{Clock, Observation, Person, Tv};

/// The vendor checks a bound TV by the identity that it presents (USE-13, USE-14).
pub(crate) fn check<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    w.vendor.registry.owner(tv)?;
    if w.vendor.down && ctx.setup.has(Defect::UnreachableMeansUnchecked) {
        w.tvs.at_mut(tv.index())?.admitted = true;
        return Ok(());
    }
    w.vendor.reached()?;
    if ctx.setup.faults.has(Fault::SlowCheck) {
        w.checks.at_mut(tv.index())?.ask()?;
        // What is being checked is not let in by an older verdict.
        w.tvs.at_mut(tv.index())?.admitted = ctx.setup.has(Defect::PendingIsPassed);
        return Ok(());
    }
    let passed = verdict(w, ctx, tv)?;
    w.tvs.at_mut(tv.index())?.admitted = passed;
    Ok(())
}

/// What the registry finds, which is seen.
fn verdict<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<bool, Refusal> {
    let (mac, device_id) = registry::identity(ctx.setup, tv)?;
    let passed = registry::manufactured(ctx.setup, mac, device_id)
        || ctx.setup.has(Defect::VerdictCachedByMac) && met_before(w, ctx, tv)?;
    ctx.saw(Observation::Checked { tv, mac, device_id, passed });
    Ok(passed)
}

/// Whether another TV with the same factory MAC is let in; only a defect asks.
fn met_before<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, tv: Tv) -> Result<bool, Refusal> {
    let mac = ctx.setup.tv(tv)?.mac;
    let mut others =
        ctx.setup.cast.tvs.iter().enumerate().filter(|(at, other)| *at != tv.index() && other.mac == mac);
    Ok(others.any(|(at, _)| w.tvs.at(at).is_ok_and(|other| other.admitted)))
}

/// The request reaches the registry, which answers under its seal and with the nonce of the request.
pub(crate) fn answered<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    w.vendor.reached()?;
    if !w.checks.at(tv.index())?.request {
        return Err(Refusal::NoMessage);
    }
    let passed = verdict(w, ctx, tv)?;
    w.checks.at_mut(tv.index())?.answered(passed)
}

/// The answer arrives, and counts if somebody waits for it and nonce and seal fit (SEC-13).
pub(crate) fn take_verdict<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, tv: Tv) -> Result<(), Refusal> {
    if let Some(passed) = w.checks.at_mut(tv.index())?.arrive(ctx.setup)? {
        w.tvs.at_mut(tv.index())?.admitted = passed;
    }
    Ok(())
}

/// The request or the answer is lost, and the check is off.
pub(crate) fn lose_check<C: Clock>(w: &mut World<C>, tv: Tv) -> Result<(), Refusal> {
    w.checks.at_mut(tv.index())?.lose()?;
    w.tvs.at_mut(tv.index())?.admitted = false;
    Ok(())
}

/// An adversary copies, changes or repeats an answer of the registry.
pub(crate) fn attack<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    attack: Attack,
) -> Result<(), Refusal> {
    ctx.setup.tv(tv)?;
    let person = w.vendor.registry.owner(tv).unwrap_or(Person(0));
    let check = w.checks.at_mut(tv.index())?;
    match attack {
        Attack::Eavesdrop => check.copy()?,
        Attack::Tamper => check.tamper()?,
        Attack::Replay => check.replay()?,
        Attack::Drop => check.lose()?,
    }
    attack::met(w, ctx, person);
    ctx.saw(Observation::Attacked { person, attack, command: None, tv: Some(tv) });
    Ok(())
}

/// The servers for devices are out of reach, or within it again.
pub(crate) fn servers<C: Clock>(w: &mut World<C>, down: bool) -> Result<(), Refusal> {
    if w.vendor.down == down {
        return Err(if down { Refusal::ServersDown } else { Refusal::ServersUp });
    }
    w.vendor.down = down;
    Ok(())
}
