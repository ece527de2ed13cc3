//! Figures: a group of customers grows, and outside parties are told how many they are (NOC-01, NOC-02).

use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Class, Clock, Holder, Observation};

/// More people belong to the group.
pub(crate) fn grow<C: Clock>(w: &mut World<C>) -> Result<(), Refusal> {
    w.vendor.figures.grow()
}

/// Somebody outside is told how many people belong to the group.
pub(crate) fn tell<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, to: Holder) -> Result<(), Refusal> {
    if ctx.setup.recipient(to)?.class != Class::Outside {
        ctx.setup.of_class(to, Class::Advertiser)?;
    }
    let amount = w.vendor.figures.tell(ctx.setup, to)?;
    ctx.saw(Observation::FiguresShared { to, amount, contract: None });
    Ok(())
}
