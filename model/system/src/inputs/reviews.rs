//! Reviews: security practices and the policy are reviewed, and then each time that the calendar says so.

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Review;
use vouchsafe_alphabet::{Clock, Observation, Word};

/// The vendor reviews its practices or its policy as a whole, and enters when that is due again.
pub(crate) fn review<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    review: Review,
) -> Result<(), Refusal> {
    let deadlines = &ctx.setup.rules.deadlines;
    let units = match review {
        Review::Security => deadlines.security_review,
        Review::Policy => deadlines.policy_review,
    };
    let date = C::start(ctx.now, units, &ctx.setup.rules);
    let again = w.vendor.reviews.of(review).is_set();
    w.vendor.reviews.put(review, date);
    if review == Review::Policy && ctx.setup.has(Defect::OneReviewCalendar) {
        let put_off = C::start(ctx.now, deadlines.security_review, &ctx.setup.rules);
        w.vendor.reviews.put(Review::Security, put_off);
    }
    let good = !(again && ctx.setup.has(Defect::HalfReviewCounts));
    ctx.saw(Observation::Reviewed { review, good });
    Ok(())
}

/// What the calendar says is reviewed.
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    let merged = ctx.setup.has(Defect::SameDayReviewsMerged)
        && Review::ALL.iter().all(|&of| w.vendor.reviews.of(of).due(ctx.now));
    for &of in Review::ALL {
        if merged && of == Review::Policy {
            let moved = C::start(ctx.now, ctx.setup.rules.deadlines.policy_review, &ctx.setup.rules);
            w.vendor.reviews.put(of, moved);
            continue;
        }
        let scheduled = of != Review::Policy || !ctx.setup.has(Defect::PolicyReviewUnscheduled);
        if w.vendor.reviews.of(of).due(ctx.now) && scheduled {
            // A review is never refused.
            let _ = review(w, ctx, of);
        }
    }
}
