//! The check of one TV as messages: a request with a nonce, an answer under a seal, and what waits for it.
//!
//! | state \ input | asked | answered | bound anew | answer arrives |
//! |---|---|---|---|---|
//! | nothing asked | pending | - | nothing asked | refused: nobody waits for it |
//! | pending | refused | an answer of this nonce flies | nothing asked | taken, if nonce and seal fit |
//!
//! Nonces never recur, so an answer either bears the one that is waited for or an old one. While a check is
//! pending nothing is admitted (USE-13); binding anew drops what is waited for (USE-13, CTL-03).

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::setup::Setup;

/// An answer of the registry, on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Verdict {
    /// Whether the TV passed.
    pub(crate) passed: bool,
    /// Whether its nonce is another one than the one that is waited for.
    pub(crate) old: bool,
    /// Whether somebody changed it on the way, so that its seal does not fit.
    pub(crate) changed: bool,
}

/// The check of one TV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Handshake {
    /// Whether an answer is waited for.
    pub(crate) pending: bool,
    /// Whether the request has not reached the registry yet.
    pub(crate) request: bool,
    /// The answer in flight.
    pub(crate) answer: Option<Verdict>,
    /// What an adversary on the way has copied: whether that answer said that the TV passed.
    pub(crate) copied: Option<bool>,
}

impl Handshake {
    /// The TV is to be checked, under a nonce of its own.
    pub(crate) fn ask(&mut self) -> Result<(), Refusal> {
        if self.pending {
            return Err(Refusal::CheckPending);
        }
        self.pending = true;
        self.request = true;
        if let Some(answer) = &mut self.answer {
            answer.old = true;
        }
        Ok(())
    }
    /// The request reaches the registry, whose answer takes the way back.
    pub(crate) fn answered(&mut self, passed: bool) -> Result<(), Refusal> {
        if !self.request {
            return Err(Refusal::NoMessage);
        }
        self.request = false;
        self.answer = Some(Verdict { passed, old: !self.pending, changed: false });
        Ok(())
    }
    /// The answer arrives; says what it said, if it counts.
    pub(crate) fn arrive(&mut self, setup: &Setup) -> Result<Option<bool>, Refusal> {
        let answer = self.answer.take().ok_or(Refusal::NoMessage)?;
        let waited = self.pending || setup.has(Defect::LateVerdictAccepted);
        let fresh = !answer.old || setup.has(Defect::OldNonceAccepted);
        let sealed = !answer.changed || setup.has(Defect::VerdictSealUnread);
        if !(waited && fresh && sealed) {
            return Ok(None);
        }
        self.pending = false;
        Ok(Some(answer.passed))
    }
    /// The TV gets a new owner, or none: nobody waits for an answer any more.
    pub(crate) fn drop_pending(&mut self) {
        self.pending = false;
    }
    /// The request or the answer is lost; whoever asked notices, and may ask again.
    pub(crate) fn lose(&mut self) -> Result<(), Refusal> {
        if !self.request && self.answer.is_none() {
            return Err(Refusal::NoMessage);
        }
        *self = Self { copied: self.copied, ..Self::default() };
        Ok(())
    }
    /// An adversary copies the answer in flight.
    pub(crate) fn copy(&mut self) -> Result<(), Refusal> {
        let answer = self.answer.filter(|answer| !answer.changed).ok_or(Refusal::NoMessage)?;
        self.copied = Some(answer.passed);
        Ok(())
    }
    /// An adversary turns the answer in flight into its opposite.
    pub(crate) fn tamper(&mut self) -> Result<(), Refusal> {
        let answer = self.answer.as_mut().filter(|answer| !answer.changed).ok_or(Refusal::NoMessage)?;
        answer.passed = !answer.passed;
        answer.changed = true;
        Ok(())
    }
    /// An adversary sends what was copied once more, in the place of an answer.
    pub(crate) fn replay(&mut self) -> Result<(), Refusal> {
        let passed = self.copied.ok_or(Refusal::NothingCopied)?;
        if self.answer.is_some() {
            return Err(Refusal::NetworkFull);
        }
        // Whoever waits now waits for another nonce; the registry's own request is caught.
        self.request = false;
        self.answer = Some(Verdict { passed, old: true, changed: false });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defects::Defects;

    /// What happens to an answer in flight.
    type Way<'a> = &'a dyn Fn(&mut Handshake);

    fn asked() -> Handshake {
        let mut check = Handshake::default();
        check.ask().unwrap();
        check
    }

    #[test]
    fn an_answer_counts_once_for_the_one_who_waits() {
        let honest = Setup::default();
        let mut check = asked();
        assert_eq!(check.ask(), Err(Refusal::CheckPending));
        assert_eq!(check.arrive(&honest), Err(Refusal::NoMessage));
        assert_eq!(check.answered(true), Ok(()));
        assert_eq!(check.answered(true), Err(Refusal::NoMessage));
        assert_eq!(check.arrive(&honest), Ok(Some(true)));
        assert_eq!(check, Handshake::default());
    }

    #[test]
    fn late_old_and_changed_answers_do_not_count_unless_a_defect_lets_them() {
        let late = |check: &mut Handshake| check.drop_pending();
        let old = |check: &mut Handshake| {
            check.copy().unwrap();
            check.arrive(&Setup::default()).unwrap();
            check.ask().unwrap();
            check.replay().unwrap();
        };
        let changed = |check: &mut Handshake| check.tamper().unwrap();
        let ways: [(Defect, Way<'_>); 3] = [
            (Defect::LateVerdictAccepted, &late),
            (Defect::OldNonceAccepted, &old),
            (Defect::VerdictSealUnread, &changed),
        ];
        for (defect, way) in ways {
            let mut check = asked();
            check.answered(true).unwrap();
            way(&mut check);
            assert_eq!({ check }.arrive(&Setup::default()), Ok(None), "{defect}");
            let broken = Setup { defects: Defects::one(defect), ..Setup::default() };
            assert!({ check }.arrive(&broken).unwrap().is_some(), "{defect}");
        }
    }

    #[test]
    fn a_check_that_was_lost_can_be_asked_for_again() {
        let mut check = asked();
        assert_eq!(check.lose(), Ok(()));
        assert_eq!(check.lose(), Err(Refusal::NoMessage));
        assert_eq!(check.ask(), Ok(()));
    }
}
