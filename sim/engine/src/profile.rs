//! What a scope shows of the promises that it decides: triggers, witnesses, and the defects that it kills.

use crate::check::{Checked, broken_parts, lead_all, opened, owed_parts, reached};
use crate::scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::Word;
use vouchsafe_explore::{Extent, Options, Quiet};
use vouchsafe_system::defects::TABLE;
use vouchsafe_system::{Defect, Defects};

/// What a scope shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Promises whose trigger is reached.
    pub triggers: BTreeSet<String>,
    /// Witnesses that are reached, as `PROMISE/WITNESS`.
    pub witnesses: BTreeSet<String>,
    /// Parts that are broken although nothing is defective.
    pub broken: BTreeSet<String>,
    /// The length of the shortest breach of each part by each defect, as `DEFECT breaks PROMISE/PART`; none where it is
    /// a duty that is owed for ever, for its run has to be fair to everybody and grows with whoever is there.
    pub kills: BTreeMap<String, Option<u32>>,
    /// The distinct states of the honest system.
    pub states: u64,
    /// Whether the honest system was exhausted.
    pub exhausted: bool,
}

/// The defects that name this scope.
pub fn defects_of(scope: &str) -> Vec<Defect> {
    TABLE.iter().filter(|row| row.scopes.contains(&scope)).map(|row| row.defect).collect()
}

impl Profile {
    /// What the scope shows of the promises that it decides, with these defects one at a time; each is followed
    /// to the depth that it is given, or to the end, save for what is owed sooner or later: that takes the whole.
    pub fn of(scope: &Scope, defects: &[(Defect, Option<u32>)], options: &Options) -> Self {
        let decided = |name: &str| scope.asks(name.split('/').next().unwrap_or(name));
        let honest = Checked::scope(scope, options, &Quiet);
        let (mut triggers, mut witnesses) = reached(&honest.product, &honest.report.marks);
        let (owed, shown) = opened(&honest);
        triggers.extend(owed);
        witnesses.extend(shown);
        let mut profile = Self {
            triggers: triggers.into_iter().filter(|id| decided(id)).map(str::to_owned).collect(),
            witnesses: witnesses.into_iter().filter(|name| decided(name)).collect(),
            broken: broken_parts(&honest).into_iter().collect(),
            kills: BTreeMap::new(),
            states: honest.report.states,
            exhausted: honest.report.extent == Extent::Exhausted,
        };
        for &(defect, depth_max) in defects {
            let mut scope = scope.clone();
            scope.setup.defects = Defects::one(defect);
            let mut checked = Checked::asked(&scope, |_| false, &Options { depth_max, ..*options }, &Quiet);
            // What is owed for ever shows only on the whole graph, however short the way to it.
            checked.led = lead_all(&checked.product, |promise| scope.asks(promise.id), options, &Quiet);
            for (part, breach) in broken_parts(&checked).into_iter().zip(&checked.report.breaches) {
                if decided(&part) {
                    profile.kills.insert(format!("{} breaks {part}", defect.name()), Some(breach.depth));
                }
            }
            let owed =
                owed_parts(&checked).into_iter().map(|part| format!("{} breaks {part}", defect.name()));
            profile.kills.extend(owed.map(|kill| (kill, None)));
        }
        profile
    }

    /// The length of the longest of a defect's kills.
    pub fn longest_kill(&self, defect: Defect) -> u32 {
        let of = format!("{} breaks ", defect.name());
        self.kills
            .iter()
            .filter(|(kill, _)| kill.starts_with(&of))
            .filter_map(|(_, length)| *length)
            .max()
            .unwrap_or(0)
    }

    /// What the other does not show that this one does.
    pub fn lost_in(&self, other: &Self) -> Vec<String> {
        let mut lost: Vec<String> = self.triggers.difference(&other.triggers).cloned().collect();
        lost.extend(self.witnesses.difference(&other.witnesses).cloned());
        lost.extend(self.kills.keys().filter(|kill| !other.kills.contains_key(*kill)).cloned());
        lost
    }
}
