//! Agreements: a person accepts a user agreement that says more than the policy (ORD-01).

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::UserAgreement;
use vouchsafe_alphabet::{Clock, Observation, Person, Verb};

/// A person accepts an agreement by which every category of the scope is collected. The vendor does not go by it,
/// unless agreements override what consent limits (T28).
pub(crate) fn accept<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.saw(Observation::AgreementAccepted {
        person,
        verbs: Some(Verb::Collect.into()),
        categories: Some(ctx.setup.categories),
        purpose: None,
    });
    let overrides = ctx.setup.rules.readings.user_agreement == UserAgreement::Overrides;
    if overrides || ctx.setup.has(Defect::AgreementAsConsent) {
        w.vendor.status.start(person, ctx.setup.kinds());
    }
    Ok(())
}
