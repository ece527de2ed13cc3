//! The opening: the facts of the cast, and the consents that a scope takes as given, as observations.

use crate::inputs::{consent, contracts, terms};
use crate::kinds::Kinds;
use crate::out::Out;
use crate::setup::Setup;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Answer, Clock, Observation, Tv};

impl Setup {
    /// The world in which a run begins; its facts are added to `out`.
    pub fn opening<C: Clock>(&self, out: &mut Out) -> World<C> {
        let mut world = World::default();
        let ctx = &mut Ctx::<C> { setup: self, now: C::Now::default(), out };
        facts(ctx);
        signed(&mut world, ctx);
        given(&mut world, ctx);
        world
    }
}

/// Who and what there is.
fn facts<C: Clock>(ctx: &mut Ctx<'_, C>) {
    let setup = ctx.setup;
    for (holder, spec) in setup.recipients() {
        ctx.saw(Observation::Introduced {
            by: holder,
            class: spec.class,
            for_vendor: spec.for_vendor,
            kinds: spec.kinds,
            sector: spec.sector,
        });
    }
    for (person, spec) in setup.people().zip(&setup.cast.people) {
        ctx.saw(Observation::Resides { person, law: spec.law, minor: spec.minor, place: spec.place });
    }
    for &(guardian, ward) in &setup.cast.guardian_of {
        ctx.saw(Observation::GuardianOf { person: ward, other: guardian });
    }
    for (mac, device_id) in setup.cast.manufactured() {
        ctx.saw(Observation::Manufactured { mac, device_id });
    }
    for (index, spec) in setup.cast.tvs.iter().enumerate() {
        ctx.saw(Observation::Carries { tv: Tv(index as u32), mac: spec.mac, device_id: spec.device_id });
    }
    ctx.saw(Observation::TookEffect { terms: terms::version(0) });
}

/// The contracts that stand from the opening on.
fn signed<C: Clock>(world: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    for (holder, _) in ctx.setup.recipients().filter(|(_, spec)| spec.signed) {
        // A class that signs none has none, whatever the cast says.
        let _ = contracts::sign(world, ctx, holder);
    }
}

/// What everybody was asked and agreed to before the run.
fn given<C: Clock>(world: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    let setup = ctx.setup;
    for person in setup.people() {
        for category in setup.given.iter() {
            let Ok(kind) = setup.kind(category) else { continue };
            let about = consent::About::everything();
            ctx.saw(consent::question(person, category, false, about));
            ctx.saw(consent::reply(person, category, Answer::Yes, about));
            if let Ok(consent) = world.vendor.account.consent_mut(person) {
                consent.yes(Kinds::one(kind));
            }
            world.vendor.status.start(person, Kinds::one(kind));
        }
    }
}
