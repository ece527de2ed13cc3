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

/// Whether the person says yes by this, in so many words and in whatever form, to that verb on that category.
fn is_spoken_yes(seen: Observation, p: Person, v: Verb, c: Category) -> bool {
    matches!(spoken_answer(seen, p, v, c), Some((Answer::Yes, _)))
}

/// Whether that yes is a fresh one, asked and answered on its own (WDC-04, CTL-04).
pub(crate) fn is_separate_yes(seen: Observation, p: Person, v: Verb, c: Category) -> bool {
    spoken_answer(seen, p, v, c) == Some((Answer::Yes, Form::Separate))
}

fn is_spoken_no(seen: Observation, p: Person, v: Verb, c: Category) -> bool {
    matches!(spoken_answer(seen, p, v, c), Some((Answer::No, _)))
}

/// Whether the person says yes to direct marketing by this, on its own and in so many words.
pub(crate) fn is_separate_marketing_yes(seen: Observation, p: Person) -> bool {
    spoken_marketing_answer(seen, p) == Some((Answer::Yes, Form::Separate))
}

/// The person's general answer about that verb on that category and its form, if this is one.
fn spoken_answer(seen: Observation, p: Person, v: Verb, c: Category) -> Option<(Answer, Form)> {
    if let Answered { person, verbs, categories, answer, form, purpose: None, class: None } = seen
        && person == p
        && verbs.has(v)
        && categories.has(c)
    {
        Some((answer, form))
    } else {
        None
    }
}

/// The person's answer about direct marketing and its form, if this is one.
fn spoken_marketing_answer(seen: Observation, p: Person) -> Option<(Answer, Form)> {
    if let Answered { person, answer, form, purpose: Some(Purpose::DirectMarketing), .. } = seen
        && person == p
    {
        Some((answer, form))
    } else {
        None
    }
}

impl Past<'_> {
    /// Whether this is a use that, read as a blanket acceptance, says yes to everything (COM-08).
    pub(crate) fn is_blanket_yes(self, seen: Observation, p: Person) -> bool {
        self.rules.readings.deemed == Deemed::Blanket && is_product_use(seen, p)
    }

    /// Whether this is a general yes by the person to that verb on that category.
    fn is_yes(self, seen: Observation, p: Person, v: Verb, c: Category) -> bool {
        is_spoken_yes(seen, p, v, c) || self.is_blanket_yes(seen, p)
    }

    /// Whether this yes takes back what the person refused or withdrew: one that is part of some other
    /// acceptance does not (WDC-04, CTL-04).
    pub(crate) fn lifts(self, seen: Observation, p: Person, v: Verb, c: Category) -> bool {
        is_separate_yes(seen, p, v, c) || self.is_blanket_yes(seen, p)
    }

    /// Whether the person said no to that verb on that category and has not taken that back.
    pub(crate) fn refused(self, p: Person, v: Verb, c: Category) -> bool {
        self.latest(|seen| is_spoken_no(seen, p, v, c))
            .is_some_and(|no| !self.after(no, |seen| self.lifts(seen, p, v, c)))
    }

    /// Whether the person refused anything and has not taken that back.
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
            if let Withdrew { request, person, verbs, categories, .. } = seen
                && person == p
            {
                Some(Withdrawal { index, at, request, verbs, categories })
            } else {
                None
            }
        })
    }

    /// The index of the line that opened the withdrawal's id again.
    fn opened_again(self, w: Withdrawal) -> Option<usize> {
        self.from(w.index + 1).find(|(.., seen)| opens(*seen, w.request)).map(|(index, ..)| index)
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
        self.opened_again(w).is_some_and(|index| !self.before(index).binds(w))
    }

    /// Whether the withdrawal keeps that verb from that category: named, bound, and not lifted since.
    pub(crate) fn in_force(self, p: Person, w: Withdrawal, v: Verb, c: Category) -> bool {
        w.names(v, c) && self.binds(w) && !self.after(w.index, |seen| self.lifts(seen, p, v, c))
    }

    /// Whether the withdrawal ever began to keep that verb from that category: it was bound when the first
    /// yes that lifts it came, or is so by now.
    pub(crate) fn came_into_force(self, p: Person, w: Withdrawal, v: Verb, c: Category) -> bool {
        let lifted = self.from(w.index + 1).find(|(.., later)| self.lifts(*later, p, v, c));
        w.names(v, c) && lifted.map_or(self, |(index, ..)| self.before(index)).binds(w)
    }

    /// Whether some withdrawal of the person keeps that verb from that category.
    pub(crate) fn withdrawn(self, p: Person, v: Verb, c: Category) -> bool {
        self.withdrawals(p).any(|w| self.in_force(p, w, v, c))
    }

    /// Whether some withdrawal of the person is in force for anything at all.
    pub(crate) fn withdrawn_something(self, p: Person) -> bool {
        pairs().any(|(v, c)| self.withdrawn(p, v, c))
    }

    /// Whether this id is that of a withdrawal which is neither processed nor binding for having waited too long.
    pub(crate) fn withdrawal_is_open(self, q: Request) -> bool {
        let Some((index, at, seen)) = self.lines().rev().find(|(.., seen)| opens(*seen, q)) else {
            return false;
        };
        let Withdrew { request, verbs, categories, .. } = seen else { return false };
        let w = Withdrawal { index, at, request, verbs, categories };
        let waits_for_ever = self.rules.readings.withdrawal_clock == WithdrawalClock::FromProcessing;
        !self.processed(w) && (waits_for_ever || !self.over(at, self.rules.deadlines.withdrawal))
    }

    /// The last lawful instant of the withdrawal with this id, while that is open.
    pub(crate) fn withdrawal_due(self, q: Request) -> Option<u64> {
        let (index, at, seen) = self.lines().rev().find(|(.., seen)| opens(*seen, q))?;
        let Withdrew { request, verbs, categories, .. } = seen else {
            return None;
        };
        let w = Withdrawal { index, at, request, verbs, categories };
        let units = self.rules.deadlines.withdrawal;
        (!self.processed(w) && !self.over(at, units)).then(|| self.due(at, units))
    }

    // ---- Direct marketing.

    /// What the person says about direct marketing by this, and in which form, if anything.
    pub(crate) fn marketing_answer(self, seen: Observation, p: Person) -> Option<(Answer, Form)> {
        let by_use = self.is_blanket_yes(seen, p).then_some((Answer::Yes, Form::Bundled));
        spoken_marketing_answer(seen, p).or(by_use)
    }

    /// The index of the person's latest yes that takes back an opt-out: one on its own, or a use that
    /// accepts everything.
    pub(crate) fn latest_lifting_marketing_yes(self, p: Person) -> Option<usize> {
        self.latest(|seen| is_separate_marketing_yes(seen, p) || self.is_blanket_yes(seen, p))
    }
}

/// Every verb on every category.
fn pairs() -> impl Iterator<Item = (Verb, Category)> {
    Verb::ALL.iter().flat_map(|&v| Category::ALL.iter().map(move |&c| (v, c)))
}
