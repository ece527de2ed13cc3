//! Scopes that differ from a scope in one thing: one less, to show that nothing in it is idle, or one more, to
//! show that its verdicts are stable.

use crate::scope::{Scope, ScopeKind};
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{DeviceId, Mac, Person, Sort, Word};
use vouchsafe_system::{Topic, TvSpec};

/// What a neighbour has less or more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A topic.
    Topic(Topic),
    /// A person, with their phones.
    Person,
    /// A TV.
    Tv,
    /// A unit of every deadline.
    Tick,
    /// A press at a time.
    Press,
}

impl Change {
    /// The word for it in a scope's name.
    pub fn name(self) -> String {
        match self {
            Self::Topic(topic) => topic.name().to_owned(),
            Self::Person => "person".into(),
            Self::Tv => "tv".into(),
            Self::Tick => "tick".into(),
            Self::Press => "press".into(),
        }
    }
}

/// A scope and what it has less or more of.
pub type Neighbour = (Change, Scope);

/// The scopes with one thing less.
pub fn smaller(scope: &Scope) -> Vec<Neighbour> {
    let mut neighbours = Vec::new();
    for topic in scope.setup.topics.iter() {
        let mut less = renamed(scope, '-', Change::Topic(topic));
        less.setup.topics = less.setup.topics.without(topic.into());
        neighbours.push((Change::Topic(topic), less));
    }
    for person in 0..scope.setup.cast.people.len() {
        let mut less = renamed(scope, '-', Change::Person);
        remove_person(&mut less, Person(person as u32));
        neighbours.push((Change::Person, less));
    }
    for tv in 0..scope.setup.cast.tvs.len() {
        let mut less = renamed(scope, '-', Change::Tv);
        less.setup.cast.tvs.remove(tv);
        neighbours.push((Change::Tv, less));
    }
    for (name, _, units, ..) in scope.setup.rules.deadlines.each() {
        // A deadline of nought is another promise, not a smaller scope.
        if units > 1 {
            let mut less = renamed(scope, '-', Change::Tick);
            less.setup.rules.deadlines.set(name, units - 1);
            less.judged.deadlines.set(name, units - 1);
            neighbours.push((Change::Tick, less));
        }
    }
    neighbours.retain(|(_, scope)| scope.check().is_ok());
    neighbours
}

/// The scopes with one thing more: these are the wide scopes of a deciding one.
pub fn larger(scope: &Scope) -> Vec<Neighbour> {
    let mut neighbours = Vec::new();
    let mut more = renamed(scope, '+', Change::Person);
    if add_person(&mut more) {
        neighbours.push((Change::Person, more));
    }
    if scope.setup.topics.has(Topic::Control) {
        let mut more = renamed(scope, '+', Change::Tv);
        add_tv(&mut more);
        neighbours.push((Change::Tv, more));
        let mut more = renamed(scope, '+', Change::Press);
        more.setup.commands += 1;
        neighbours.push((Change::Press, more));
    }
    if scope.setup.topics.has(Topic::Time) {
        let mut more = renamed(scope, '+', Change::Tick);
        for (name, _, units, ..) in scope.setup.rules.deadlines.each() {
            more.setup.rules.deadlines.set(name, units + 1);
            more.judged.deadlines.set(name, units + 1);
        }
        neighbours.push((Change::Tick, more));
    }
    neighbours.retain(|(_, scope)| scope.check().is_ok());
    neighbours
}

fn renamed(scope: &Scope, sign: char, change: Change) -> Scope {
    Scope { name: format!("{}{sign}{}", scope.name, change.name()), kind: ScopeKind::Wide, ..scope.clone() }
}

fn remove_person(scope: &mut Scope, gone: Person) {
    let cast = &mut scope.setup.cast;
    cast.people.remove(gone.index());
    cast.phones.retain(|owner| *owner != gone);
    cast.guardian_of.retain(|(guardian, ward)| *guardian != gone && *ward != gone);
    let moved = |person: &mut Person| person.0 -= u32::from(person.0 > gone.0);
    cast.phones.iter_mut().for_each(moved);
    for person in &mut cast.people {
        person.shares_with = person.shares_with.filter(|with| *with != gone);
        person.shares_with.iter_mut().for_each(moved);
    }
    for (guardian, ward) in &mut cast.guardian_of {
        moved(guardian);
        moved(ward);
    }
}

/// Adds a person like the first, with a phone where the first has one; `false` when the names run out.
fn add_person(scope: &mut Scope) -> bool {
    let spare = ["cleo", "dara", "elio"];
    let Some(name) = spare.into_iter().find(|name| scope.names.known(Sort::Person, name).is_none()) else {
        return false;
    };
    let Some(first) = scope.setup.cast.people.first().copied() else { return false };
    let person = Person(scope.setup.cast.people.len() as u32);
    if scope.names.id(Sort::Person, name) != person.0 {
        return false;
    }
    scope.setup.cast.people.push(first);
    if scope.setup.cast.phones.contains(&Person(0)) {
        scope.names.id(Sort::Phone, &format!("phone-of-{name}"));
        scope.setup.cast.phones.push(person);
    }
    true
}

/// Adds a genuine TV.
fn add_tv(scope: &mut Scope) {
    scope.names.id(Sort::Tv, "tv-more");
    let mac = Mac(scope.names.id(Sort::Mac, "mac-more"));
    let device_id = DeviceId(scope.names.id(Sort::DeviceId, "id-more"));
    scope.setup.cast.tvs.push(TvSpec { mac, device_id, genuine: true });
}
