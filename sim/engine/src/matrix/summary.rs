//! What hunts say together: the rows of the matrix, and what is amiss in it.

use super::{Honest, Hunt, Kill};
use crate::scope::{Scope, ScopeKind};
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::Word;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::{Promise, promises};
use vouchsafe_system::defects::Row;

/// A part that a defect breaks, where its shortest story is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The promise.
    pub promise: String,
    /// The part of it.
    pub part: String,
    /// The scope with the shortest story.
    pub scope: String,
    /// The length of that story, in inputs.
    pub length: u32,
    /// What tells the story from others.
    pub story: String,
}

/// A row of the matrix.
#[derive(Clone, Debug)]
pub struct Defective {
    /// The defect as it is listed.
    pub row: &'static Row,
    /// What it breaks, in the order of the promises.
    pub breaks: Vec<Broken>,
    /// The witnesses that it puts out of reach wherever they are reached without it; unknown of those that are
    /// reached in a scope in which it was not hunted.
    pub loses: Vec<String>,
    /// The scopes in which it breaks something.
    pub scopes: Vec<String>,
    /// How many scopes it was hunted in.
    pub hunted: usize,
    /// The scopes of these that were not exhausted.
    pub bounded: Vec<String>,
    /// Whether only a wide scope showed it.
    pub deep_only: bool,
}

impl Defective {
    /// Whether something would tell of it.
    pub fn is_caught(&self) -> bool {
        !self.breaks.is_empty() || !self.loses.is_empty()
    }
    /// The promises that it breaks or makes hollow, in order.
    pub fn promises(&self) -> BTreeSet<&str> {
        let lost = self.loses.iter().filter_map(|lost| lost.split('/').next());
        self.breaks.iter().map(|broken| broken.promise.as_str()).chain(lost).collect()
    }
    /// The shortest story of all that it tells.
    pub fn shortest(&self) -> Option<&Broken> {
        self.breaks.iter().min_by_key(|broken| broken.length)
    }
}

/// The matrix.
#[derive(Clone, Debug)]
pub struct Summary {
    /// A row for each defect that was hunted, in the order of the table.
    pub defects: Vec<Defective>,
    /// Parts of promises that no defect breaks, as `PROMISE/PART`.
    pub unbroken: Vec<String>,
    /// Defects that break the same parts by the same shortest stories wherever they were hunted, and so count as one.
    pub alike: Vec<Vec<&'static str>>,
}

impl Summary {
    /// What hunts for these defects say. `field` has the scopes that were hunted in, with what each reaches without a
    /// defect.
    pub fn of(rows: &[&'static Row], hunts: &[Hunt], field: &[(&Scope, &Honest)]) -> Self {
        let order: Vec<String> = parts();
        let defects: Vec<Defective> = rows.iter().map(|row| defective(row, hunts, field, &order)).collect();
        let broken: BTreeSet<String> = defects
            .iter()
            .flat_map(|defect| &defect.breaks)
            .map(|broken| format!("{}/{}", broken.promise, broken.part))
            .collect();
        let unbroken = order.into_iter().filter(|part| !broken.contains(part)).collect();
        let alike = alike(rows, hunts);
        Self { defects, unbroken, alike }
    }

    /// The defects that nothing tells of, be it that not all that was hunted in was exhausted.
    pub fn uncaught(&self) -> impl Iterator<Item = &Defective> {
        self.defects.iter().filter(|defect| !defect.is_caught())
    }
    /// The defects that wide scopes alone tell of.
    pub fn deep_only(&self) -> impl Iterator<Item = &Defective> {
        self.defects.iter().filter(|defect| defect.deep_only)
    }
}

/// Every part of every promise, as `PROMISE/PART`, in order.
fn parts() -> Vec<String> {
    let every = promises::every::<Checking>();
    let of = |promise: &Promise<Checking>| {
        promise.parts.iter().map(|part| format!("{}/{}", promise.id, part.name)).collect::<Vec<_>>()
    };
    every.iter().flat_map(of).collect()
}

fn defective(row: &'static Row, hunts: &[Hunt], field: &[(&Scope, &Honest)], order: &[String]) -> Defective {
    let name = row.defect.name();
    let hunts: Vec<&Hunt> = hunts.iter().filter(|hunt| hunt.defect == name).collect();
    let mut shortest: BTreeMap<usize, (&Hunt, &Kill)> = BTreeMap::new();
    for hunt in &hunts {
        for kill in &hunt.kills {
            let Some(place) = order.iter().position(|part| *part == kill.part) else { continue };
            let known = shortest.get(&place).is_some_and(|(_, known)| known.length <= kill.length);
            if !known {
                shortest.insert(place, (hunt, kill));
            }
        }
    }
    let breaks = shortest.into_values().filter_map(|(hunt, kill)| {
        let (promise, part) = kill.part.split_once('/')?;
        Some(Broken {
            promise: promise.to_owned(),
            part: part.to_owned(),
            scope: hunt.scope.clone(),
            length: kill.length,
            story: kill.story.clone(),
        })
    });
    let lost: BTreeSet<&String> = hunts.iter().flat_map(|hunt| &hunt.lost).collect();
    let everywhere = |witness: &&String| {
        let mut reached = field.iter().filter(|(_, honest)| honest.witnesses.contains(*witness));
        reached.all(|(scope, _)| {
            hunts.iter().any(|hunt| hunt.scope == scope.name && hunt.lost.contains(*witness))
        })
    };
    let is_wide = |hunt: &Hunt| {
        field.iter().any(|(scope, _)| scope.name == hunt.scope && scope.kind == ScopeKind::Wide)
    };
    let kills: Vec<&&Hunt> = hunts.iter().filter(|hunt| hunt.is_kill()).collect();
    Defective {
        row,
        breaks: breaks.collect(),
        loses: lost.into_iter().filter(everywhere).cloned().collect(),
        scopes: kills.iter().map(|hunt| hunt.scope.clone()).collect(),
        hunted: hunts.len(),
        bounded: hunts.iter().filter(|hunt| !hunt.exhausted).map(|hunt| hunt.scope.clone()).collect(),
        deep_only: !kills.is_empty() && kills.iter().all(|hunt| is_wide(hunt)),
    }
}

/// Groups of defects that break the same parts by the same shortest stories, scope by scope.
fn alike(rows: &[&'static Row], hunts: &[Hunt]) -> Vec<Vec<&'static str>> {
    let mut groups: BTreeMap<BTreeSet<(&str, &str, &str)>, Vec<&'static str>> = BTreeMap::new();
    for row in rows {
        let name = row.defect.name();
        let of = |hunt: &'_ Hunt| hunt.defect == name;
        let told: BTreeSet<_> = hunts.iter().filter(|hunt| of(hunt)).flat_map(Hunt::told).collect();
        if !told.is_empty() {
            groups.entry(told).or_default().push(name);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

impl Hunt {
    /// Where it broke what by which story.
    fn told(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.kills.iter().map(|kill| (self.scope.as_str(), kill.part.as_str(), kill.story.as_str()))
    }
}

impl Broken {
    /// The part, as `PROMISE/PART`.
    pub fn part_name(&self) -> String {
        format!("{}/{}", self.promise, self.part)
    }
}
