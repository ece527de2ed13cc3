//! How promises stand under another choice of a reading: played by the parties, judged by the books, or both.
//!
//! The scopes are those that decide a promise on which the reading bears, and those that show a clash of it. What is said of a promise there is drawn
//! from all of them together, as a check draws it; a breach of any other promise that they decide is told as well.

use crate::check::{Explore, Verdict, decide};
use crate::scope::{Scope, ScopeKind};
use vouchsafe_alphabet::readings::{Choice, Reading};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

/// Who goes by a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Parties and books.
    Both,
    /// The parties alone: the books go by the default.
    Played,
    /// The books alone: the parties go by the default.
    Judged,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 3] = [Self::Both, Self::Played, Self::Judged];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Played => "played",
            Self::Judged => "judged",
        }
    }

    /// The setting that gives this side the choice, in the form that [`Scope::read`] takes.
    pub fn setting(self, reading: &str, choice: &str) -> String {
        match self {
            Self::Both => format!("{reading}={choice}"),
            Self::Played => format!("played:{reading}={choice}"),
            Self::Judged => format!("judged:{reading}={choice}"),
        }
    }
}

/// A part that a run breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallen {
    /// The part.
    pub part: &'static str,
    /// The scope of the shortest run.
    pub scope: String,
    /// How many inputs that run takes.
    pub length: u32,
}

/// How one promise stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The promise.
    pub promise: &'static str,
    /// The verdict of all scopes together.
    pub verdict: Verdict,
    /// What is broken.
    pub fallen: Vec<Fallen>,
    /// Witnesses that cannot be reached.
    pub unseen: Vec<&'static str>,
}

/// How the promises stand under one choice on one side.
#[derive(Clone, Debug)]
pub struct Standings {
    /// The side.
    pub side: Side,
    /// The promises on which the reading bears, and others that are broken.
    pub promises: Vec<Standing>,
    /// Scopes that cannot be run with the choice, and why.
    pub refused: Vec<(String, String)>,
}

impl Standings {
    /// Whether everything was covered to the end.
    pub fn are_settled(&self) -> bool {
        self.promises.iter().all(|standing| standing.verdict != Verdict::Bounded)
    }
}

/// The promises on which a reading bears.
pub fn bears_on(reading: &Reading) -> Vec<&'static str> {
    let every = promises::every::<Checking>();
    every
        .iter()
        .filter(|promise| promise.readings.contains(&reading.name))
        .map(|promise| promise.id)
        .collect()
}

/// The scopes among these that decide a promise on which the reading bears; of those that show a clash, the ones that
/// set the reading.
pub fn concerned<'a>(reading: &Reading, scopes: &'a [Scope]) -> Vec<&'a Scope> {
    let promises = bears_on(reading);
    let sets = |scope: &Scope| {
        let default = reading.choices.first().map(|choice| choice.name);
        let (played, judged) = (&scope.setup.rules.readings, &scope.judged.readings);
        [played, judged].iter().any(|readings| readings.get(reading.name) != default)
    };
    let is_meant = |scope: &&Scope| match scope.kind {
        ScopeKind::Deciding | ScopeKind::Pair | ScopeKind::Wide => true,
        ScopeKind::Clash => sets(scope),
        ScopeKind::Population => false,
    };
    scopes.iter().filter(|scope| promises.iter().any(|id| scope.asks(id))).filter(is_meant).collect()
}

/// Explores these scopes with one side going by the choice.
pub fn stand(
    reading: &Reading,
    choice: &Choice,
    side: Side,
    scopes: &[&Scope],
    explore: &Explore<'_>,
) -> Standings {
    let usual = reading.choices.first().map_or("", |choice| choice.name);
    let setting = side.setting(reading.name, choice.name);
    let mut refused = Vec::new();
    let mut ready = Vec::new();
    for scope in scopes {
        let mut scope = (*scope).clone();
        scope.read(&Side::Both.setting(reading.name, usual));
        match scope.read(&setting).then(|| scope.check()) {
            Some(Ok(())) => ready.push(scope),
            Some(Err(error)) => refused.push((scope.name, error.to_string())),
            None => refused.push((scope.name, format!("it does not take `{setting}`"))),
        }
    }
    let checked: Vec<_> = ready.iter().map(explore).collect();
    let bears = bears_on(reading);
    let standings = promises::every::<Checking>().into_iter().enumerate().filter_map(|(number, promise)| {
        let decision = decide(&checked, number, |scope| scope.asks(promise.id))?;
        let fallen: Vec<Fallen> = decision
            .breaches
            .iter()
            .map(|(scope, breach)| Fallen {
                part: promise.parts.get(breach.part).map_or("", |part| part.name),
                scope: ready.get(*scope).map(|scope| scope.name.clone()).unwrap_or_default(),
                length: breach.length,
            })
            .collect();
        let witnesses = promise.witnesses.iter().zip(&decision.witnesses);
        let unseen: Vec<_> = witnesses.filter(|(_, seen)| !**seen).map(|(witness, _)| witness.name).collect();
        // Other scopes may show what of another promise is missing here.
        let is_told = bears.contains(&promise.id) || !fallen.is_empty();
        is_told.then_some(Standing { promise: promise.id, verdict: decision.verdict, fallen, unseen })
    });
    Standings { side, promises: standings.collect(), refused }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checked, shipped};
    use vouchsafe_alphabet::readings;
    use vouchsafe_explore::{Options, Quiet};

    fn standings(reading: &str, choice: &str, side: Side) -> Standings {
        let reading = readings::ALL.iter().find(|known| known.name == reading).unwrap();
        let choice = reading.choices.iter().find(|known| known.name == choice).unwrap();
        let scopes = shipped::all();
        stand(reading, choice, side, &concerned(reading, &scopes), &|scope| {
            Checked::scope(scope, &Options::default(), &Quiet)
        })
    }

    fn broken(standings: &Standings) -> Vec<&'static str> {
        let fallen = standings.promises.iter().filter(|standing| !standing.fallen.is_empty());
        fallen.map(|standing| standing.promise).collect()
    }

    #[test]
    fn a_weaker_choice_is_kept_by_who_is_judged_by_it_and_breaks_the_default() {
        let both = standings("business-ground", "unbounded", Side::Both);
        assert!(both.are_settled() && both.refused.is_empty());
        let played = standings("business-ground", "unbounded", Side::Played);
        assert!(broken(&played).contains(&"F26.purged-in-time"), "{played:?}");
    }

    #[test]
    fn every_reading_bears_on_a_promise_that_a_scope_decides() {
        let scopes = shipped::all();
        for reading in readings::ALL {
            assert!(!bears_on(reading).is_empty(), "{} bears on nothing", reading.name);
            assert!(
                !concerned(reading, &scopes).is_empty(),
                "no scope decides what {} bears on",
                reading.name
            );
        }
    }
}
