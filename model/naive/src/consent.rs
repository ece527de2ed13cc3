//! What a person agreed to, refused and withdrew, read from the whole past.

use crate::history::{Past, is_product_use, opens};
use vouchsafe_alphabet::Observation::{Answered, WithdrawalProcessed, Withdrew};
use vouchsafe_alphabet::readings::{Deemed, WithdrawalClock};
use vouchsafe_alphabet::{
    Answer, Categories, Category, Form, Observation, Person, Purpose, Request, Verb, Verbs, Word,
};

/// A withdrawal as it was made.
#[derive(Clone, Copy)]
pub(crate) struct Withdrawal {
    /// The index of its line.
    pub(crate) index: usize,
    at: u64,
    request: Request,
    verbs: Verbs,
    categories: Categories,
}

impl Withdrawal {
    /// Whether its scope holds this verb on this category.
    pub(crate) fn names(self, v: Verb, c: Category) -> bool {
        self.verbs.has(v) && self.categories.has(c)
    }
}

/// Whether the person says yes by this, in so many words, to that verb on that category.
pub(crate) fn is_spoken_yes(seen: Observation, p: Person, v: Verb, c: Category) -> bool {
    spoken_answer(seen, p, v, c) == Some(Answer::Yes)
}

/// The person's general answer about that verb on that category, if this is one.
fn spoken_answer(seen: Observation, p: Person, v: Verb, c: Category) -> Option<Answer> {
    if let Answered {
        person,
        verbs,
        categories,
        answer,
        purpose: None,
        class: None,
        ..
    } = seen
        && person == p
        && verbs.has(v)
        && categories.has(c)
    {
        Some(answer)
    } else {
        None
    }
}

impl Past<'_> {
    /// Whether this is a use that, read as a blanket acceptance, says yes to everything (COM-08).
    fn is_blanket_yes(self, seen: Observation, p: Person) -> bool {
        self.rules.readings.deemed == Deemed::Blanket && is_product_use(seen, p)
    }

    /// Whether this is a general yes by the person to that verb on that category.
    fn is_yes(self, seen: Observation, p: Person, v: Verb, c: Category) -> bool {
        is_spoken_yes(seen, p, v, c) || self.is_blanket_yes(seen, p)
    }

    /// Whether the person's latest yes or no about that verb on that category is a no.
    pub(crate) fn refused(self, p: Person, v: Verb, c: Category) -> bool {
        self.latest_saying(|seen| {
            if self.is_yes(seen, p, v, c) {
                Some(false)
            } else {
                (spoken_answer(seen, p, v, c) == Some(Answer::No)).then_some(true)
            }
        })
        .unwrap_or(false)
    }

    /// Whether the person refused anything and has not said yes to it since.
    pub(crate) fn refused_something(self, p: Person) -> bool {
        pairs().any(|(v, c)| self.refused(p, v, c))
    }

    /// Whether the person ever agreed to the collection of that category.
    pub(crate) fn agreed_to_collection(self, p: Person, c: Category) -> bool {
        self.ever(|seen| self.is_yes(seen, p, Verb::Collect, c))
    }

    /// Every withdrawal of the person.
    pub(crate) fn withdrawals(self, p: Person) -> impl Iterator<Item = Withdrawal> {
        self.lines().filter_map(move |(index, at, seen)| {
            if let Withdrew {
                request,
                person,
                verbs,
                categories,
                ..
            } = seen
                && person == p
            {
                Some(Withdrawal {
                    index,
                    at,
                    request,
                    verbs,
                    categories,
                })
            } else {
                None
            }
        })
    }

    /// The index of the line that opened the withdrawal's id again.
    fn opened_again(self, w: Withdrawal) -> Option<usize> {
        self.from(w.index + 1)
            .find(|(.., seen)| opens(*seen, w.request))
            .map(|(index, ..)| index)
    }

    /// Whether the withdrawal was processed while its id was its own.
    fn processed(self, w: Withdrawal) -> bool {
        let own = self.opened_again(w).map_or(self, |index| self.before(index));
        own.after(w.index, |seen| seen == WithdrawalProcessed { request: w.request })
    }

    /// Whether the withdrawal's deadline passed while its id was its own.
    fn deadline_passed(self, w: Withdrawal) -> bool {
        let own = self.opened_again(w).map_or(self, |index| self.before(index));
        own.over(w.at, self.rules.deadlines.withdrawal)
    }

    /// Whether the withdrawal has begun to bind (WDC-04).
    fn binds(self, w: Withdrawal) -> bool {
        match self.rules.readings.withdrawal_clock {
            WithdrawalClock::FromRequest => self.processed(w) || self.deadline_passed(w),
            WithdrawalClock::FromProcessing => self.processed(w),
            WithdrawalClock::AtOnce => true,
        }
    }

    /// Whether the withdrawal's id was opened again before it began to bind.
    pub(crate) fn forgotten(self, w: Withdrawal) -> bool {
        self.opened_again(w)
            .is_some_and(|index| !self.before(index).binds(w))
    }

    /// Whether the withdrawal keeps that verb from that category: named, bound, and no yes since.
    pub(crate) fn in_force(self, p: Person, w: Withdrawal, v: Verb, c: Category) -> bool {
        w.names(v, c) && self.binds(w) && !self.after(w.index, |seen| self.is_yes(seen, p, v, c))
    }

    /// Whether some withdrawal of the person keeps that verb from that category.
    pub(crate) fn withdrawn(self, p: Person, v: Verb, c: Category) -> bool {
        self.withdrawals(p).any(|w| self.in_force(p, w, v, c))
    }

    /// Whether some withdrawal of the person is in force for anything at all.
    pub(crate) fn withdrawn_something(self, p: Person) -> bool {
        pairs().any(|(v, c)| self.withdrawn(p, v, c))
    }

    /// The last lawful instant of the withdrawal with this id, while that is open.
    pub(crate) fn withdrawal_due(self, q: Request) -> Option<u64> {
        let (index, at, seen) = self.lines().rev().find(|(.., seen)| opens(*seen, q))?;
        let Withdrew {
            request,
            verbs,
            categories,
            ..
        } = seen
        else {
            return None;
        };
        let w = Withdrawal {
            index,
            at,
            request,
            verbs,
            categories,
        };
        let units = self.rules.deadlines.withdrawal;
        (!self.processed(w) && !self.over(at, units)).then(|| self.due(at, units))
    }

    // ---- Direct marketing.

    /// What the person says about direct marketing by this, and in which form, if anything.
    pub(crate) fn marketing_answer(self, seen: Observation, p: Person) -> Option<(Answer, Form)> {
        if let Answered {
            person,
            answer,
            form,
            purpose: Some(Purpose::DirectMarketing),
            ..
        } = seen
            && person == p
        {
            Some((answer, form))
        } else {
            self.is_blanket_yes(seen, p)
                .then_some((Answer::Yes, Form::Bundled))
        }
    }

    /// The index of the person's latest yes to direct marketing.
    pub(crate) fn latest_marketing_yes(self, p: Person) -> Option<usize> {
        self.latest(|seen| matches!(self.marketing_answer(seen, p), Some((Answer::Yes, _))))
    }
}

/// Every verb on every category.
fn pairs() -> impl Iterator<Item = (Verb, Category)> {
    Verb::ALL
        .iter()
        .flat_map(|&v| Category::ALL.iter().map(move |&c| (v, c)))
}
