//! The tick: clocks age, phones that must be are back online, then parties do what is due, all in one step.
//!
//! Judging comes after that and is not done here. Time is never held up until somebody has done a duty: a
//! party that does not do it is seen to miss it.

use crate::inputs::{contact, incidents, minors, retention, reviews, route, storage, terms, withdrawal};
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::Clock;

/// One unit of time passes.
pub(crate) fn tick<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    w.clocks(&mut |clock| clock.age());
    due_work(w, ctx);
    Ok(())
}

/// The parties do what is due by now.
pub(crate) fn due_work<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    // Before anything frees a slot for cases: within one step none stands for two.
    incidents::due(w, ctx);
    let phones = w.phones;
    for (phone, at) in phones.each() {
        if at.back.due(ctx.now) || at.back.over(ctx.now) {
            // A phone that is due is offline, so this is never refused.
            let _ = withdrawal::online(w, ctx, phone);
        }
    }
    withdrawal::process_due(w, ctx);
    w.vendor.marketing.due(ctx.setup, ctx.now);
    w.vendor.programme.due(ctx.setup, ctx.now);
    retention::due(w, ctx);
    minors::due(w, ctx);
    route::due(w, ctx);
    storage::due(w, ctx);
    reviews::due(w, ctx);
    contact::due(w, ctx);
    w.vendor.halt.due(ctx.setup, ctx.now);
    terms::background_poll(w, ctx);
    // A duty that a broken party left undone is over with this instant.
    w.clocks(&mut |clock| clock.settle(ctx.now));
}
