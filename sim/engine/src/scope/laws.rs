//! What the law of places decides in a scope that has a date.

use crate::jurisdiction::{self, Date, Jurisdiction};
use std::collections::BTreeMap;
use vouchsafe_alphabet::{Place, Rules};
use vouchsafe_system::LocalLaw;

/// The laws of all places on a day; none where a scope has no date.
pub(super) struct Laws {
    on: Option<Date>,
    known: Vec<Jurisdiction>,
}

impl Laws {
    /// The laws on a day.
    pub(super) fn on(on: Option<Date>) -> Self {
        Self { on, known: if on.is_some() { jurisdiction::all() } else { Vec::new() } }
    }
    /// Whether there is a day.
    pub(super) fn dated(&self) -> bool {
        self.on.is_some()
    }
    fn each(&self) -> impl Iterator<Item = (&Jurisdiction, Date)> {
        self.known.iter().zip(self.on.into_iter().cycle())
    }
    /// What the law of each place decides about those who live there.
    pub(super) fn local(&self) -> BTreeMap<Place, LocalLaw> {
        self.each().map(|(known, on)| (known.place, known.local(on))).collect()
    }
    /// The same of one place.
    pub(super) fn of(&self, place: Place) -> LocalLaw {
        self.local().get(&place).copied().unwrap_or_default()
    }
    /// The time for an answer to a subject request by the law of each place of which it is known.
    pub(super) fn subject_requests(&self, unit_ms: Option<u64>) -> BTreeMap<Place, u32> {
        let unit_ms = unit_ms.unwrap_or(Rules::default().unit_ms);
        let units =
            |(known, on): (&Jurisdiction, Date)| Some((known.place, known.subject_request(on, unit_ms)?));
        self.each().filter_map(units).collect()
    }
}
