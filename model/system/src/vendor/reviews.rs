//! The review calendar: when security and the policy are to be reviewed again (SEC-10, UPD-01).

use vouchsafe_alphabet::data::Review;

/// The review calendar; nothing is in it before the first review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Reviews<C> {
    security: C,
    policy: C,
}

impl<C: Copy> Reviews<C> {
    /// When this is to be reviewed.
    pub(crate) fn of(&self, review: Review) -> C {
        match review {
            Review::Security => self.security,
            Review::Policy => self.policy,
        }
    }
    /// This is to be reviewed then.
    pub(crate) fn put(&mut self, review: Review, date: C) {
        match review {
            Review::Security => self.security = date,
            Review::Policy => self.policy = date,
        }
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        visit(&mut self.security);
        visit(&mut self.policy);
    }
}
