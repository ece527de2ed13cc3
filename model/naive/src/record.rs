//! A record: who holds it, what still justifies keeping it, and when it has to be gone.

use crate::history::Past;
use vouchsafe_alphabet::Observation::{
    Collected, Copied, Deidentified, GroundArose, GroundEnded, Inferred, Purged, PurposeEnded, Withdrew,
};
use vouchsafe_alphabet::readings::{BusinessGround, Inference, WithdrawnData};
use vouchsafe_alphabet::{
    Category, Ground, Holder, Observation, Person, Purpose, Record, Source, Verb, Word,
};

/// A record that is known, as it was last collected.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    /// Its id.
    pub(crate) record: Record,
    /// Its subject.
    pub(crate) person: Person,
    /// Its further subject, if it has one.
    pub(crate) other: Option<Person>,
    /// Its category.
    pub(crate) category: Category,
    /// Where it came from.
    pub(crate) source: Source,
    /// What it was collected for, where that was said.
    pub(crate) purpose: Option<Purpose>,
    /// The line from which copies are traced.
    pub(crate) begun: usize,
    /// The line of its latest collection, from which purpose and grounds are traced.
    pub(crate) collected: usize,
}

/// The record with this id, unless it was never collected or is finished.
pub(crate) fn known(past: Past<'_>, r: Record) -> Option<Known> {
    let (collected, _, latest) = past.lines().rev().find(|(.., seen)| collects(*seen, r))?;
    let Collected { person, other, category, source, purpose, .. } = latest else {
        return None;
    };
    // Collecting it again from the same person leaves the copies where they are.
    let before = known(past.before(collected), r).filter(|older| older.person == person);
    let begun = before.map_or(collected, |older| older.begun);
    let it = Known { record: r, person, other, category, source, purpose, begun, collected };
    // What has not ended by now was not finished before either.
    let finished =
        it.ended(past) && (collected + 1..=past.log.len()).any(|count| it.finished(past.first(count)));
    (!finished).then_some(it)
}

/// Every record that is known.
pub(crate) fn all_known(past: Past<'_>) -> impl Iterator<Item = Known> {
    let mut ids: Vec<_> = past.lines().filter_map(|(.., seen)| collected_record(seen)).collect();
    ids.sort();
    ids.dedup();
    ids.into_iter().filter_map(move |r| known(past, r))
}

fn collected_record(seen: Observation) -> Option<Record> {
    if let Collected { record, .. } = seen { Some(record) } else { None }
}

fn collects(seen: Observation, r: Record) -> bool {
    collected_record(seen) == Some(r)
}

impl Known {
    /// Whether the holder has a copy: the latest that happened to its copy brought it.
    fn held_by(self, past: Past<'_>, h: Holder) -> bool {
        let r = self.record;
        let latest = past.from(self.begun).rev().find_map(|(.., seen)| {
            if let Collected { record, by, .. } = seen
                && record == r
                && by == h
            {
                Some(true)
            } else if let Copied { record, to, .. } = seen
                && record == r
                && to == h
            {
                Some(true)
            } else if let Purged { record, by } = seen
                && record == r
                && by == h
            {
                Some(false)
            } else if let Deidentified { record, by, attributable: false } = seen
                && record == r
                && by == h
            {
                Some(false)
            } else {
                None
            }
        });
        latest == Some(true)
    }

    /// Whether some holder of this sort has a copy.
    pub(crate) fn held(self, past: Past<'_>, among: impl Fn(Holder) -> bool) -> bool {
        past.from(self.begun).any(|(.., seen)| {
            if let Collected { record, by: h, .. } | Copied { record, to: h, .. } = seen {
                record == self.record && among(h) && self.held_by(past, h)
            } else {
                false
            }
        })
    }

    /// Whether keeping it no longer serves its purpose.
    pub(crate) fn ended(self, past: Past<'_>) -> bool {
        let withdrawn = |seen| {
            past.rules.readings.withdrawn_data == WithdrawnData::PurposeEnds
                && matches!(seen, Withdrew { person, verbs, categories, .. }
                    if person == self.person && verbs.has(Verb::Use) && categories.has(self.category))
        };
        past.after(self.collected, |seen| seen == PurposeEnded { record: self.record } || withdrawn(seen))
    }

    /// Whether its purpose has ended and no copy is left under the vendor's control.
    fn finished(self, past: Past<'_>) -> bool {
        self.ended(past) && !self.held(past, |h| past.controlled(h))
    }

    /// Whether this ground to keep it is alive (RET-05).
    pub(crate) fn live(self, past: Past<'_>, ground: Ground) -> bool {
        let record = self.record;
        let (arose, ended) = (GroundArose { record, ground }, GroundEnded { record, ground });
        if ground != Ground::Business {
            let latest = past.from(self.collected).rev().find(|(.., seen)| *seen == arose || *seen == ended);
            return latest.is_some_and(|(.., seen)| seen == arose);
        }
        // A business ground lives once: from its first line to its first end, or to its deadline.
        past.from(self.collected).find(|(.., seen)| *seen == arose).is_some_and(|(index, at, _)| {
            let expired = past.rules.readings.business_ground == BusinessGround::Expires
                && past.over(at, past.rules.deadlines.business_ground);
            !expired && !past.after(index, |seen| seen == ended)
        })
    }

    /// Whether any ground was ever alive since it was last collected.
    pub(crate) fn was_held_on_a_ground(self, past: Past<'_>) -> bool {
        past.after(self.collected, |seen| matches!(seen, GroundArose { record, .. } if record == self.record))
    }

    /// The last instant at which a business ground can be alive, where there is one.
    fn business_expiry(self, past: Past<'_>) -> Option<u64> {
        let arose = GroundArose { record: self.record, ground: Ground::Business };
        let (_, at, _) = past.from(self.collected).find(|(.., seen)| *seen == arose)?;
        Some(past.due(at, past.rules.deadlines.business_ground))
    }

    /// Whether nothing justifies keeping it.
    fn free(self, past: Past<'_>) -> bool {
        self.ended(past) && !Ground::ALL.iter().any(|&ground| self.live(past, ground))
    }

    /// Since when nothing justifies keeping it without a break, and the first line seen since then.
    fn free_since(self, past: Past<'_>) -> Option<(u64, usize)> {
        if !self.free(past) {
            return None;
        }
        let counts = self.collected + 1..=past.log.len();
        let still_kept = counts.rev().find(|&count| !self.free(past.first(count)))?;
        // Either the next line freed it, or a business ground had expired before that.
        let next = past.before(still_kept);
        let freed_by_expiry = self.free(next);
        let since = self.business_expiry(next).filter(|_| freed_by_expiry).unwrap_or(next.now);
        // A line that frees it is no inference, so every inference from that line on falls within.
        Some((since, still_kept))
    }

    /// When it has to be gone, if nothing justifies keeping it and the vendor infers that or could (RET-06).
    fn due(self, past: Past<'_>) -> Option<u64> {
        let units = &past.rules.deadlines;
        let (since, from) = self.free_since(past)?;
        let inferred = past
            .from(from)
            .find(|(.., seen)| *seen == Inferred { record: self.record })
            .map(|(_, at, _)| past.due(at, units.retention));
        match past.rules.readings.inference {
            Inference::Inferable => {
                let latest = past.due(since, units.inference.saturating_add(units.retention));
                Some(inferred.map_or(latest, |due| due.min(latest)))
            }
            Inference::InferredOnly => inferred,
            Inference::Objective => Some(past.due(since, units.retention)),
        }
    }

    /// Whether it ever had to be gone since it was last collected; nothing that comes later mends that.
    pub(crate) fn overdue(self, past: Past<'_>) -> bool {
        (self.collected + 1..=past.log.len())
            .map(|index| past.before(index))
            .any(|then| self.due(then).is_some_and(|due| due < then.now))
    }

    /// The last lawful instant of the duty to purge, while that runs.
    pub(crate) fn running(self, past: Past<'_>) -> Option<u64> {
        self.due(past).filter(|_| !self.overdue(past))
    }
}
