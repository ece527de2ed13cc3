//! Route: the plugin reads the phone's network, as far as it may, and chooses the way to a TV (USE-15, USE-16).

use crate::defects::Defect;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Channel, Clock, Holder, Observation, Person, Phone, Purpose, Route, Tv};

/// The owner of a phone lets the plugin read the network (ACC-01).
pub(crate) fn permit<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    let at = w.phones.at_mut(phone.index())?;
    if at.is(PhoneIs::Permitted) && !at.stop.is_set() {
        return Err(Refusal::PermissionSo);
    }
    at.permit();
    ctx.saw(Observation::PermissionGranted { person, phone });
    Ok(())
}

/// The owner takes it back: by the phone's switch at once, by a message as soon as the vendor heeds it
/// (ACC-03, ACC-04).
pub(crate) fn revoke<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    channel: Channel,
) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    let rules = &ctx.setup.rules;
    let at = w.phones.at_mut(phone.index())?;
    if !at.is(PhoneIs::Permitted) || at.stop.is_set() && channel != Channel::Os {
        return Err(Refusal::PermissionSo);
    }
    let units = rules.deadlines.permission_stop;
    if channel == Channel::Os || units == 0 {
        at.forbid();
    } else {
        at.stop = C::start(ctx.now, units, rules);
    }
    ctx.saw(Observation::PermissionRevoked { person, phone, channel });
    Ok(())
}

/// Messages that take a permission back are heeded by their deadline.
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>) {
    for (_, phone) in w.phones.each_mut() {
        if (phone.stop.due(ctx.now) || phone.stop.over(ctx.now))
            && !ctx.setup.has(Defect::RevocationMailUnread)
        {
            phone.forbid();
        }
    }
}

/// Whether phone and TV are in truth on the same local network.
fn together<C: Clock>(w: &World<C>, phone: Phone, tv: Tv) -> Result<bool, Refusal> {
    Ok(!w.phones.at(phone.index())?.is(PhoneIs::Away) && !w.broadcasts.at(tv.index())?.silent())
}

/// What the plugin makes of the network that it is on: whether the TV is on the same one.
///
/// Without permission it reads nothing, keeps nothing, and takes the TV for far away (ACC-03).
fn read<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    phone: Phone,
    tv: Tv,
) -> Result<bool, Refusal> {
    let here = together(w, phone, tv)?;
    let at = w.phones.at_mut(phone.index())?;
    if at.is(PhoneIs::Permitted) || ctx.setup.has(Defect::ReadsUnasked) {
        ctx.saw(Observation::FeatureRead { person, phone });
        let named = at.is(PhoneIs::Namesake) && ctx.setup.has(Defect::NameIsEnough);
        let strong = !at.is(PhoneIs::Weak) || !ctx.setup.has(Defect::FollowsSignal);
        at.set(PhoneIs::Cached, here && ctx.setup.has(Defect::CachedNetwork));
        return Ok((here || named) && strong);
    }
    if at.is(PhoneIs::Cached) {
        ctx.saw(Observation::Used {
            person,
            category: Category::PhoneFeature,
            purpose: Purpose::ConnectionSelection,
            by: Holder::VENDOR,
            record: None,
            ground: None,
        });
    }
    Ok(at.is(PhoneIs::Cached))
}

/// The plugin on a phone chooses the route to a TV.
pub(crate) fn choose<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    tv: Tv,
) -> Result<Route, Refusal> {
    let person = ctx.setup.owner(phone)?;
    ctx.setup.tv(tv)?;
    let local = read(w, ctx, person, phone, tv)?;
    let good = together(w, phone, tv)?;
    let oscillates = ctx.setup.has(Defect::RouteOscillates);
    let follows = ctx.setup.has(Defect::FollowsSignal) || oscillates;
    let selector = w.phones.at_mut(phone.index())?.selectors.at_mut(tv.index())?;
    let local = if oscillates { selector.last != Some(Route::Lan) && good } else { local };
    let route = selector.choose(local, follows);
    ctx.saw(Observation::RouteChosen { phone, tv, route, good });
    Ok(route)
}

/// A command from a phone to a TV has failed, which is reason to choose anew.
pub(crate) fn failed<C: Clock>(w: &mut World<C>, phone: usize, tv: usize) -> Result<(), Refusal> {
    w.phones.at_mut(phone)?.selectors.at_mut(tv)?.network_changed();
    Ok(())
}

/// A phone that is away meets a network with the name of the one at home, or leaves it.
pub(crate) fn meet_namesake<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    w.phones.at_mut(phone.index())?.meet_namesake()?;
    ctx.saw(Observation::PhoneNetworked { phone, good: false });
    Ok(())
}

/// The signal at home becomes weak or strong, which is no change of the network.
pub(crate) fn signal<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    let at = w.phones.at_mut(phone.index())?;
    if at.is(PhoneIs::Away) {
        return Err(Refusal::NothingChanges);
    }
    at.set(PhoneIs::Weak, !at.is(PhoneIs::Weak));
    Ok(())
}
