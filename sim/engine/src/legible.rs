//! A state as lines that people read: a path and a value each, with names for numbers, leaving out what is not so.
//!
//! The lines are made from what `Debug` writes, so a field that is new in a party or a book shows up by itself; only
//! what its numbers stand for is told here. What is unknown is shown as it stands.

mod meaning;
mod tree;

use crate::product::State;
use crate::scope::Scope;
use meaning::{Meaning, kebab};
use std::collections::BTreeMap;
use std::fmt;
use tree::Tree;
use vouchsafe_alphabet::ids::Naming;

/// One line: a path, and what is so there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where, from the whole to the part, with dots between.
    pub path: String,
    /// What.
    pub value: String,
}

/// What has changed between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub path: String,
    /// What was so before; nothing where nothing was.
    pub before: Option<String>,
    /// What is so after; nothing where nothing is.
    pub after: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, before, after } = self;
        match (before, after) {
            (Some(before), Some(after)) => write!(f, "{path}: {before} -> {after}"),
            (Some(before), None) => write!(f, "{path}: {before} -> gone"),
            (None, after) => write!(f, "{path}: {}", after.as_deref().unwrap_or("nothing")),
        }
    }
}

/// The lines of a state. What is as it was made is left out, and of an open case whatever is not so.
pub fn lines(scope: &Scope, names: &dyn Naming, state: &State) -> Vec<Line> {
    let (text, empty) = (format!("{state:?}"), format!("{:?}", State::default()));
    let (tree, empty) = (Tree::read(&text), Tree::read(&empty));
    let mut lines = Lines { meaning: Meaning { scope, names }, lines: Vec::new() };
    lines.add("", Spot::default(), &tree, Some(&empty));
    lines.lines
}

/// What differs between the lines of two states, those of the parties first. Where all of a slot or a book is gone,
/// that is told once.
pub fn changes(before: &[Line], after: &[Line]) -> Vec<Change> {
    let was: BTreeMap<&str, &str> = before.iter().map(|line| (&*line.path, &*line.value)).collect();
    let is: BTreeMap<&str, &str> = after.iter().map(|line| (&*line.path, &*line.value)).collect();
    let mut changes: BTreeMap<(bool, &str), Change> = BTreeMap::new();
    let put = |path: &str, before: Option<&str>, after: Option<&str>| {
        let path = path.to_owned();
        Change { path, before: before.map(str::to_owned), after: after.map(str::to_owned) }
    };
    for (path, value) in &was {
        let now = is.get(path).copied();
        if now.is_none()
            && let Some(whole) = gone(path, &was, &is)
        {
            changes.insert((is_book(whole), whole), put(whole, Some("all of it"), None));
        } else if now != Some(value) {
            changes.insert((is_book(path), path), put(path, Some(value), now));
        }
    }
    for (path, value) in is.iter().filter(|(path, _)| !was.contains_key(*path)) {
        changes.insert((is_book(path), path), put(path, None, Some(value)));
    }
    changes.into_values().collect()
}

fn is_book(path: &str) -> bool {
    path.starts_with("books")
}

/// The slot or book to which a path leads, where all of its lines are gone and there were several.
fn gone<'a>(path: &'a str, was: &BTreeMap<&str, &str>, is: &BTreeMap<&str, &str>) -> Option<&'a str> {
    let (end, _) = path.match_indices('.').nth(2)?;
    let whole = path.get(..end)?;
    let under = |path: &&&str| path.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'));
    let several = was.keys().filter(under).count() > 1;
    (several && !is.keys().any(|path| under(&path))).then_some(whole)
}

/// Where in a state a value stands.
#[derive(Clone, Copy, Debug, Default)]
struct Spot<'a> {
    /// What the value belongs to, by the name of its type.
    owner: &'a str,
    /// The field that it is in.
    field: &'a str,
    /// How many lists of the field it is in.
    depth: usize,
}

struct Lines<'a> {
    meaning: Meaning<'a>,
    lines: Vec<Line>,
}

impl Lines<'_> {
    fn put(&mut self, path: &str, value: String) {
        self.lines.push(Line { path: path.to_owned(), value });
    }

    /// Adds what is so in a value; nothing of what is as it was made.
    fn add(&mut self, path: &str, spot: Spot<'_>, tree: &Tree<'_>, empty: Option<&Tree<'_>>) {
        if empty == Some(tree) {
            return;
        }
        if let Some(word) = self.meaning.word(spot, tree) {
            if let Some(word) = word {
                self.put(path, word);
            }
            return;
        }
        match tree {
            Tree::Leaf(word) => self.put(path, kebab(word)),
            Tree::Fields(name, fields) => {
                let of = |field: &str| match empty {
                    Some(Tree::Fields(_, fields)) => fields.iter().find(|(name, _)| *name == field),
                    _ => None,
                };
                for (field, value) in fields {
                    // Slots are called by what they are slots of.
                    let slots = *field == "slots";
                    let below = if slots { path.to_owned() } else { join(path, field) };
                    let field = if slots { spot.field } else { field };
                    let place = Spot { owner: name, field, depth: 0 };
                    self.add(
                        &below,
                        place,
                        value,
                        of(if slots { "slots" } else { field }).map(|(_, tree)| tree),
                    );
                }
            }
            Tree::Tuple("Some", values) => {
                for value in values {
                    self.add(path, spot, value, None);
                }
            }
            Tree::Tuple(name, values) => match values.as_slice() {
                [inner @ (Tree::List(_) | Tree::Fields(..))] => {
                    let empty = match empty {
                        Some(Tree::Tuple(_, values)) => values.first(),
                        _ => None,
                    };
                    self.add(path, spot, inner, empty);
                }
                _ => {
                    let words: Vec<String> = values.iter().map(|value| self.meaning.plain(value)).collect();
                    self.put(path, format!("{}({})", kebab(name), words.join(", ")));
                }
            },
            Tree::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    let empty = match empty {
                        Some(Tree::List(values)) => values.get(index),
                        _ => None,
                    };
                    // Of a case that is open everything is told, also what happens to be as in a closed one.
                    let open = meaning::is_case(spot.field) && empty != Some(value);
                    let below = join(path, &self.meaning.label(spot, index));
                    let empty = empty.filter(|_| !open);
                    self.add(&below, Spot { depth: spot.depth + 1, ..spot }, value, empty);
                }
            }
            Tree::Set(values) => {
                let words: Vec<String> = values.iter().map(|value| self.meaning.plain(value)).collect();
                if !words.is_empty() {
                    self.put(path, words.join(", "));
                }
            }
        }
    }
}

fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::CaseNames;
    use crate::product::Product;
    use crate::run::Run;
    use crate::shipped;

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| format!("{}: {}", line.path, line.value)).collect()
    }

    #[test]
    fn a_state_is_told_by_names() {
        let scope = shipped::named("consent").unwrap();
        let product = Product::new(&scope);
        let names = CaseNames(&scope.names);
        let inputs = ["ask(ana, device-info)", "answer(ana, device-info, yes)", "withdraw(phone1, collect)"];
        let run = Run::named(&product, &inputs.map(str::to_owned)).unwrap();
        let said = texts(&lines(&scope, &names, &run.last));
        for line in [
            "world.vendor.account.consents.ana.granted.collect: device-info",
            "world.requests.request1.person: ana",
            "world.requests.request1.plea: withdrawal of collect",
            "books.people.ana.agreed_to_collect: device-info",
            "books.people.ana.withdrew: yes",
            "books.requests.request1.covers.collect: device-info",
        ] {
            assert!(said.iter().any(|other| other == line), "{line} is not in {said:#?}");
        }
        for nothing in ["none", "no", "", "unset"] {
            assert!(said.iter().all(|line| !line.ends_with(&format!(": {nothing}"))), "{said:#?}");
        }
    }

    #[test]
    fn a_change_has_what_was_and_what_is() {
        let scope = shipped::named("consent").unwrap();
        let product = Product::new(&scope);
        let names = CaseNames(&scope.names);
        let inputs = ["ask(ana, device-info)", "answer(ana, device-info, yes)"].map(str::to_owned);
        let told = |count: usize| {
            let run = Run::named(&product, inputs.get(..count).unwrap()).unwrap();
            lines(&scope, &names, &run.last)
        };
        let changes = changes(&told(1), &told(2));
        let agreed =
            changes.iter().find(|change| change.path == "books.people.ana.agreed_to_collect").unwrap();
        assert_eq!((agreed.before.as_deref(), agreed.after.as_deref()), (None, Some("device-info")));
        let question =
            changes.iter().find(|change| change.path.starts_with("world.users.ana.question")).unwrap();
        assert_eq!(question.after, None);
        assert_eq!(super::changes(&told(2), &told(2)), []);
    }

    #[test]
    fn every_scope_is_told_without_a_number_for_one_of_the_cast() {
        for scope in shipped::all() {
            let product = Product::new(&scope);
            let said = texts(&lines(&scope, &CaseNames(&scope.names), &product.opening().0));
            for line in said {
                for unread in ["Some", "None", "Few", "Table", "[", "{", "Fact"] {
                    assert!(!line.contains(unread), "{}: {line}", scope.name);
                }
            }
        }
    }
}
