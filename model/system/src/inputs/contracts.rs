//! Contracts: recipients sign, renew and end their contract with the vendor; its term runs out by itself.

use crate::refusal::Refusal;
use crate::vendor::{contracts as register, sharing};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Clock, Holder, Observation};

/// A recipient signs its contract with the vendor, or renews it (SHR-05, SHR-06).
pub(crate) fn sign<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, to: Holder) -> Result<(), Refusal> {
    let spec = ctx.setup.recipient(to)?;
    if !sharing::asked_about(spec.class) {
        return Err(Refusal::WrongRecipient);
    }
    w.vendor.contracts.sign(ctx.setup, to, ctx.now)?;
    let shown = register::signature(ctx.setup, to, spec);
    ctx.saw(shown);
    Ok(())
}

/// The contract with a recipient ends before its time, or without one.
pub(crate) fn end<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, with: Holder) -> Result<(), Refusal> {
    w.vendor.contracts.end(with)?;
    ctx.saw(Observation::ContractEnded { contract: register::with(with) });
    Ok(())
}
