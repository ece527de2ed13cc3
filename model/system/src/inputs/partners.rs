//! Partners: the vendor itself promotes their products; broken parties let them have data for it.

use crate::inputs::marketing;
use crate::inputs::release::Release;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Channel, Class, Clock, Holder, Person, Purpose};

/// The vendor sends a promotional newsletter about a partner's product to who agreed (MKT-01, MKT-06).
pub(crate) fn promote<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    partner: Holder,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.of_class(partner, Class::Partner)?;
    marketing::promote(w, ctx, person, Channel::Email, Some(partner))
}

/// What a partner gets to market with.
fn wares(person: Person, category: Category, to: Holder) -> Release {
    Release { person, category, to, purpose: Some(Purpose::DirectMarketing) }
}

/// Defect: a partner pulls a category from an interface of the vendor's.
pub(crate) fn pull<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    partner: Holder,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    ctx.setup.of_class(partner, Class::Partner)?;
    let release = wares(person, category, partner);
    let record = release.record(w, ctx)?;
    release.hand_over(w, ctx, Holder::VENDOR, Some(record))
}

/// Defect: an advertising provider forwards the interest profiles that it derived to a partner.
pub(crate) fn forward<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    provider: Holder,
    person: Person,
    partner: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(provider, Class::Provider)?;
    ctx.setup.of_class(partner, Class::Partner)?;
    w.recipients.at(provider.index())?.knows(person)?;
    let shown = wares(person, Category::AdProfile, partner).shown(ctx, provider, None);
    ctx.saw(shown);
    Ok(())
}

/// Defect: an ecosystem company passes what it got on to a partner.
pub(crate) fn leak<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    company: Holder,
    person: Person,
    category: Category,
    partner: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(company, Class::Ecosystem)?;
    ctx.setup.of_class(partner, Class::Partner)?;
    w.recipients.at(company.index())?.may_use(person, ctx.setup.kind(category)?)?;
    wares(person, category, partner).hand_over(w, ctx, company, None)
}
