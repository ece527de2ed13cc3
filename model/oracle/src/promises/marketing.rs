//! What the marketing families F14 and F15 both ask: whether a person's opt-out has taken effect.

use crate::mode::Mode;
use crate::view::View;
use vouchsafe_alphabet::readings::OptOutReach;
use vouchsafe_alphabet::{Channel, Observation};

/// Whether an opt-out that no later yes has lifted bears on this event, its deadline being over.
pub(super) fn ended<M: Mode>(v: &View<'_, M>) -> bool {
    let reached = match v.rules.readings.opt_out_reach {
        OptOutReach::AllUse | OptOutReach::AtOnce => true,
        OptOutReach::MailOnly => {
            matches!(v.saw(), Some(Observation::Messaged { channel: Channel::Email, .. }))
        }
    };
    reached && stopped(v)
}

/// Whether the deadline of an opt-out that no later yes has lifted is over.
pub(super) fn stopped<M: Mode>(v: &View<'_, M>) -> bool {
    v.over(v.person().marketing_stop) && v.is(&v.person().opted_out)
}

/// Whether this is marketing by us or for the vendor.
pub(super) fn is_ours<M: Mode>(v: &View<'_, M>) -> bool {
    v.marketer().is_some_and(|by| v.is_controlled(by))
}
