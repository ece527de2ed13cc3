//! A message that asks something of the vendor: who sent it about whom, what was done about it, and whether it is
//! answered.

use crate::history::Past;
use crate::record::{Known, all_known};
use vouchsafe_alphabet::Observation::{
    AccountEdited, Collected, Corrected, FeeCharged, GuardianOf, IdentityProved, InformationSupplied,
    MoreAsked, RequestAnswered, RequestMade, RequestRouted, Used,
};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::readings::{IdentityCheck, RequestClock, SessionProof};
use vouchsafe_alphabet::{
    Categories, Category, Channel, Holder, Observation, Person, Place, Purpose, Request, Set,
};

/// A message as it was sent.
#[derive(Clone, Copy)]
pub(crate) struct Inquiry {
    /// Its id.
    request: Request,
    /// The line by which it was sent, and when that was.
    index: usize,
    at: u64,
    /// Whose data it is about.
    pub(crate) person: Person,
    /// Who sent it.
    pub(crate) sender: Person,
    /// What it asks.
    pub(crate) asks: RequestKind,
    /// By which way it came.
    pub(crate) channel: Channel,
}

/// The latest message with this id.
pub(crate) fn inquiry(past: Past<'_>, q: Request) -> Option<Inquiry> {
    past.lines().rev().find_map(|(index, at, seen)| {
        if let RequestMade { request, person, other, asks, channel } = seen
            && request == q
        {
            Some(Inquiry { request, index, at, person, sender: other, asks, channel })
        } else {
            None
        }
    })
}

/// Whether this answers the message with that id for good: in full, or with nothing, which is a refusal.
pub(crate) fn settles(seen: Observation, q: Request) -> bool {
    if let RequestAnswered { request, good, categories, .. } = seen {
        request == q && (good || categories.is_none_or(|given| given == Set::EMPTY))
    } else {
        false
    }
}

impl Inquiry {
    /// Whether it asks for access or correction.
    pub(crate) fn is_of_right(self) -> bool {
        self.asks == RequestKind::Access || self.asks == RequestKind::Correction
    }

    /// Whether nobody has answered it for good.
    pub(crate) fn is_open(self, past: Past<'_>) -> bool {
        !past.after(self.index, |seen| settles(seen, self.request))
    }

    /// Whether the sender is the person or was declared their guardian.
    pub(crate) fn is_entitled(self, past: Past<'_>) -> bool {
        let declared = GuardianOf { person: self.person, other: self.sender };
        self.sender == self.person || past.ever(|seen| seen == declared)
    }

    /// Whether it was brought to the desk that serves what it asks.
    pub(crate) fn is_routed(self, past: Past<'_>) -> bool {
        past.after(self.index, |seen| seen == RequestRouted { request: self.request, asks: self.asks })
    }

    /// Whether the latest check of the sender was passed.
    pub(crate) fn is_proved(self, past: Past<'_>) -> bool {
        let latest = past.from(self.index + 1).rev().find_map(|(index, _, seen)| {
            if let IdentityProved { request, passed } = seen
                && request == self.request
            {
                Some(passed)
            } else {
                self.is_verified_by(past.before(index), seen).then_some(true)
            }
        });
        latest == Some(true)
    }

    /// Whether a proof of identity of the person is looked at by this, while the message is open and comes from
    /// somebody who may send it (COM-03).
    fn is_verified_by(self, past: Past<'_>, seen: Observation) -> bool {
        if let Used {
            person,
            category: Category::IdentityProof,
            purpose: Purpose::IdentityVerification,
            by,
            ..
        } = seen
        {
            person == self.person && past.controlled(by) && self.is_open(past) && self.is_entitled(past)
        } else {
            false
        }
    }

    /// Whether it may be served without a further proof of who sent it.
    pub(crate) fn may_be_served(self, past: Past<'_>) -> bool {
        let readings = &past.rules.readings;
        let in_session = self.channel == Channel::Plugin || self.channel == Channel::AccountPage;
        let session_is_enough = readings.session_proof == SessionProof::Proves && in_session;
        let access_unchecked = readings.identity_check == IdentityCheck::UpdatesOnly;
        self.is_proved(past)
            || (access_unchecked && self.asks == RequestKind::Access)
            || (session_is_enough && self.is_entitled(past))
    }

    /// The last lawful instant of an answer, while one is owed and not overdue.
    pub(crate) fn due(self, past: Past<'_>) -> Option<u64> {
        if !self.is_of_right() || !self.is_open(past) || !self.is_entitled(past) {
            return None;
        }
        let from_receipt = past.due(self.at, units(past.before(self.index), self.person));
        let due = match past.rules.readings.request_clock {
            RequestClock::FromReceipt => from_receipt,
            RequestClock::FromEnough => {
                let asked = past
                    .from(self.index + 1)
                    .find(|(.., seen)| matches!(seen, MoreAsked { request, .. } if *request == self.request));
                match asked {
                    Some((index, at, _)) if at <= from_receipt => {
                        let supplied = past.from(index + 1).find(|(.., seen)| is_supply(*seen, self.request));
                        let (index, at, _) = supplied?;
                        past.due(at, units(past.before(index), self.person))
                    }
                    Some(_) | None => from_receipt,
                }
            }
        };
        Some(due).filter(|due| *due >= past.now)
    }

    /// The categories of the person that our side held when it was sent and holds now, save what a request itself
    /// brings.
    pub(crate) fn held_all_along(self, past: Past<'_>) -> Categories {
        let then = held(past.before(self.index), self.person);
        let brought = Set::of(&[Category::RequestData, Category::IdentityProof]);
        then.intersection(held(past, self.person)).without(brought)
    }

    /// Whether something was corrected or completed for it, and no copy of what was corrected is left as it was.
    pub(crate) fn is_mended(self, past: Past<'_>) -> bool {
        let mended = past.from(self.index + 1).any(|(index, _, seen)| {
            if let Collected { person, by, .. } = seen {
                person == self.person && past.before(index).controlled(by)
            } else if let AccountEdited { person, .. } = seen {
                person == self.person
            } else {
                self.corrects(past.before(index), seen).is_some()
            }
        });
        mended && !self.leaves_stale(past)
    }

    /// The record of which this corrects a copy for the message, and where.
    fn corrects(self, past: Past<'_>, seen: Observation) -> Option<(Known, Holder)> {
        if let Corrected { record, to, request } = seen
            && request.is_none_or(|request| request == self.request)
        {
            all_known(past)
                .find(|known| known.record == record && known.person == self.person)
                .map(|known| (known, to))
        } else {
            None
        }
    }

    /// Whether a copy that was there when its record was first corrected is still there and was not.
    fn leaves_stale(self, past: Past<'_>) -> bool {
        let corrections: Vec<_> = past
            .from(self.index + 1)
            .filter_map(|(index, _, seen)| {
                self.corrects(past.before(index), seen).map(|(known, to)| (index, known, to))
            })
            .collect();
        corrections.iter().any(|&(index, known, _)| {
            let record = known.record;
            let is_first = !corrections.iter().any(|(other, of, _)| *other < index && of.record == record);
            is_first
                && holders(past).into_iter().any(|h| {
                    let then = past.before(index);
                    let had = known.held(then, |holder| holder == h && then.controlled(holder));
                    let done = corrections.iter().any(|(_, of, to)| of.record == record && *to == h);
                    let has = all_known(past)
                        .any(|now| now.record == record && now.held(past, |holder| holder == h));
                    had && has && !done && past.controlled(h)
                })
        })
    }

    /// All that was charged for it.
    pub(crate) fn charged(self, past: Past<'_>) -> u64 {
        past.from(self.index + 1).fold(0, |sum, (.., seen)| {
            if let FeeCharged { request, amount } = seen
                && request == self.request
            {
                sum.saturating_add(amount)
            } else {
                sum
            }
        })
    }
}

/// Whether the sender of the message supplies by this what was asked for.
pub(crate) fn is_supply(seen: Observation, q: Request) -> bool {
    matches!(seen,
        InformationSupplied { request, .. } | IdentityProved { request, passed: true } if request == q)
}

/// The time for an answer, by the law of the place where the person lives.
fn units(past: Past<'_>, p: Person) -> u32 {
    let deadlines = &past.rules.deadlines;
    let place = past.place(p);
    let known = past.rules.subject_requests.iter().find(|(of, _)| Some(**of) == place);
    if let Some((_, units)) = known {
        *units
    } else if place == Some(Place::China) {
        deadlines.subject_request_home
    } else {
        deadlines.subject_request
    }
}

/// The categories of the person of which somebody under the vendor's control holds a record.
fn held(past: Past<'_>, p: Person) -> Categories {
    all_known(past)
        .filter(|known| known.person == p && known.held(past, |h| past.controlled(h)))
        .fold(Set::EMPTY, |set, known| set.union(known.category.into()))
}

/// Everybody to whom any copy ever came.
fn holders(past: Past<'_>) -> Vec<Holder> {
    past.lines()
        .filter_map(|(.., seen)| {
            if let Collected { by: h, .. } | Observation::Copied { to: h, .. } = seen {
                Some(h)
            } else {
                None
            }
        })
        .collect()
}

impl Inquiry {
    /// Whether our side held anything of the person when it was sent, save what a request itself brings.
    pub(crate) fn held_at_first(self, past: Past<'_>) -> bool {
        let brought = Set::of(&[Category::RequestData, Category::IdentityProof]);
        held(past.before(self.index), self.person).without(brought) != Set::EMPTY
    }

    /// Whether the person has a record of which there are two copies.
    pub(crate) fn has_two_copies(self, past: Past<'_>) -> bool {
        all_known(past).filter(|known| known.person == self.person).any(|known| {
            let mut having = holders(past);
            having.sort();
            having.dedup();
            having.into_iter().filter(|&h| known.held(past, |holder| holder == h)).count() > 1
        })
    }
}
