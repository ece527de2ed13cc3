//! What the law of a place decides on a day: figures with their statutes, and the rules that follow from them.

mod date;
mod figure;
mod parse;

pub use date::{Date, DateError};
pub use figure::{Basis, Confidence, Figure, Processing, Span, Value, What};
pub use parse::JurisdictionError;

use vouchsafe_alphabet::Place;
use vouchsafe_system::LocalLaw;

macro_rules! shipped {
    ($($name:literal)*) => {
        /// The text of every shipped file, by its name.
        pub const TEXTS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../../fixtures/jurisdictions/", $name, ".toml")))),*];
    };
}

shipped! { "china" "united-states" "germany" "india" "russia" "singapore" }

/// The day of the policy.
pub const POLICY_DATE: Date = Date::new(2019, 10, 1);

/// What is known of the law of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jurisdiction {
    /// The place.
    pub place: Place,
    /// What is known, and what is known not to be.
    pub figures: Vec<Figure>,
}

impl Jurisdiction {
    /// The figure that holds on a day, where one is known.
    pub fn figure(&self, what: What, on: Date) -> Option<&Figure> {
        self.figures
            .iter()
            .find(|figure| figure.what == what && figure.holds(on) && figure.value != Value::Unknown)
    }

    /// What is said of a figure on a day: what holds, or why nothing is known.
    pub fn said(&self, what: What, on: Date) -> Option<&Figure> {
        let unknown = || self.figures.iter().find(|figure| figure.what == what && figure.holds(on));
        self.figure(what, on).or_else(unknown)
    }

    /// What the law decides on a day about those who live in the place.
    pub fn local(&self, on: Date) -> LocalLaw {
        let regime = self.figure(What::MarketingRegime, on).and_then(|figure| figure.value.regime());
        let adult_at = self.figure(What::AdultAt, on).and_then(|figure| figure.value.age());
        LocalLaw { regime, adult_at }
    }

    /// The time for an answer to a subject request on a day, in units of this length.
    pub fn subject_request(&self, on: Date, unit_ms: u64) -> Option<u32> {
        self.figure(What::SubjectRequest, on)
            .and_then(|figure| figure.value.span())
            .map(|span| span.units(unit_ms))
    }
}

/// The places of which something is known, in the order of the policy.
///
/// # Panics
/// When a shipped file cannot be read: leaving it out in silence would pass what is known for unknown.
pub fn all() -> Vec<Jurisdiction> {
    let read = |(name, text): &(&str, &str)| match Jurisdiction::parse(text) {
        Ok(jurisdiction) => jurisdiction,
        Err(error) => panic!("the shipped jurisdiction {name} cannot be read: {error}"),
    };
    TEXTS.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::{Regime, Word};

    const DAY_MS: u64 = 86_400_000;

    fn of(place: Place) -> Option<Jurisdiction> {
        all().into_iter().find(|known| known.place == place)
    }

    #[test]
    fn every_place_that_the_policy_names_says_something_of_every_figure() {
        let (known, later) = (all(), Date::new(2026, 1, 1));
        let named: Vec<&str> = known.iter().map(|one| one.place.name()).collect();
        assert_eq!(named, TEXTS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        for place in Place::ALL.iter().filter(|place| **place != Place::Elsewhere) {
            let one = of(*place).unwrap();
            for what in What::ALL {
                assert!(one.figures.iter().any(|figure| figure.what == *what), "{place}: {what}");
                assert!(
                    one.said(*what, later).is_some() || one.said(*what, POLICY_DATE).is_some(),
                    "{place}: {what}"
                );
            }
        }
        assert_eq!(of(Place::Elsewhere), None);
    }

    #[test]
    fn a_day_decides_which_figure_holds() {
        let russia = of(Place::Russia).unwrap();
        assert_eq!(russia.subject_request(Date::new(2022, 8, 31), DAY_MS), Some(30));
        assert_eq!(russia.subject_request(Date::new(2022, 9, 1), DAY_MS), Some(14));
        assert_eq!(russia.subject_request(Date::new(2001, 1, 1), DAY_MS), None);
        let germany = of(Place::Germany).unwrap();
        assert_eq!(germany.subject_request(Date::new(2018, 5, 24), DAY_MS), None);
        assert_eq!(germany.subject_request(POLICY_DATE, DAY_MS), Some(31));
        assert_eq!(germany.subject_request(POLICY_DATE, 10 * DAY_MS), Some(4), "units are rounded up");
        assert_eq!(
            germany.local(POLICY_DATE),
            LocalLaw { regime: Some(Regime::Consent), adult_at: Some(16) }
        );
        assert_eq!(of(Place::India).unwrap().local(POLICY_DATE), LocalLaw::default());
        let china = of(Place::China).unwrap();
        assert_eq!(china.local(Date::new(2019, 9, 30)).adult_at, None);
        assert_eq!(china.local(POLICY_DATE).adult_at, Some(14));
    }

    #[test]
    fn what_is_unknown_is_said_and_decides_nothing() {
        let states = of(Place::UnitedStates).unwrap();
        assert_eq!(states.figure(What::SubjectRequest, POLICY_DATE), None);
        assert_eq!(states.said(What::SubjectRequest, POLICY_DATE).unwrap().value, Value::Unknown);
        assert_eq!(states.said(What::AdultAt, POLICY_DATE).unwrap().value, Value::Age(13));
    }
}
