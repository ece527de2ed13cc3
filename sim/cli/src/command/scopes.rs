//! Finding the scopes that options name: shipped ones, their wider neighbours, and files.

use super::rules;
use crate::failure::Failure;
use crate::input_text;
use crate::nearest;
use crate::place::Place;
use std::ops::Range;
use std::path::Path;
use vouchsafe_alphabet::rules::{Deadlines, RulesError};
use vouchsafe_engine::{Scope, ScopeError, neighbour, shipped};
use vouchsafe_oracle::{Following, promises};
use vouchsafe_system::Action;

/// A scope, and what it is called in a command line.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub(crate) scope: Scope,
    /// Its name, or the path of its file.
    pub(crate) given: String,
}

impl From<Scope> for Chosen {
    fn from(scope: Scope) -> Self {
        Self { given: scope.name.clone(), scope }
    }
}

/// Whether this stands for a file rather than for a shipped scope.
pub(crate) fn is_file(given: &str) -> bool {
    let toml = Path::new(given).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    toml || (shipped::named(given).is_none() && Path::new(given).exists())
}

/// The scope with this name, or of this file.
pub(crate) fn find(given: &str) -> Result<Chosen, Failure> {
    let scope = if is_file(given) { Some(read(Path::new(given))?) } else { named(given) };
    let found = scope.map(|scope| Chosen { scope, given: given.to_owned() });
    found.ok_or_else(|| {
        let names: Vec<&str> = shipped::TEXTS.iter().map(|(name, _)| *name).collect();
        let all = "`vouchsafe list scopes` lists all; a file's name ends with `.toml`";
        Failure::unknown("scope", given, names, all)
    })
}

/// The scopes with these names or of these files, each of them once.
pub(crate) fn each(given: &[String]) -> Result<Vec<Chosen>, Failure> {
    let found = given.iter().map(|given| find(given)).collect::<Result<Vec<_>, _>>()?;
    one_of_each(&found)?;
    Ok(found)
}

/// Refuses two scopes of one name, which a report could not tell apart.
fn one_of_each(items: &[Chosen]) -> Result<(), Failure> {
    for (place, item) in items.iter().enumerate() {
        if let Some(other) = items.iter().skip(place + 1).find(|other| other.scope.name == item.scope.name) {
            let says = if item.given == other.given {
                format!("`{}` is given twice", item.given)
            } else {
                format!("`{}` and `{}` are both called `{}`", item.given, other.given, item.scope.name)
            };
            return Err(Failure::usage(says, "give each scope once, under a name of its own"));
        }
    }
    Ok(())
}

/// The shipped scope with this name; `NAME+CHANGE` is the wider neighbour of one.
pub(crate) fn named(name: &str) -> Option<Scope> {
    shipped::named(name).or_else(|| {
        let wide = neighbour::larger(&shipped::named(name.split_once('+')?.0)?);
        wide.into_iter().map(|(_, scope)| scope).find(|scope| scope.name == name)
    })
}

/// Reads a scope from a file.
fn read(path: &Path) -> Result<Scope, Failure> {
    let name = path.display().to_string();
    let text = input_text::read(path, "scopes are written in TOML, which is UTF-8")?;
    Scope::parse(&text).map_err(|error| Failure::Input {
        says: format!("`{name}` holds no scope that can be run: {error}"),
        help: right(&error, &text),
        place: Box::new(Place::in_text(&name, &text, place(&error, &text))),
    })
}

/// What would be right.
fn right(error: &ScopeError, text: &str) -> Option<String> {
    match error {
        ScopeError::Toml { says, span } => {
            let wrong = text.get(span.clone()?)?.trim_matches(['"', '\'']);
            // A sentence that lists what there is speaks of something else than rules.
            let elsewhere = || rules::nearest_word(wrong).filter(|_| !says.contains("; there are "));
            nearest_of(says, wrong).or_else(elsewhere)
        }
        ScopeError::UnknownPromise(id) => {
            let known = promises::every::<Following>();
            let near = nearest::to(id, known.iter().map(|promise| promise.id))?;
            Some(format!("the nearest is `{near}`; `vouchsafe list promises` lists all"))
        }
        ScopeError::UnknownInput(word) => {
            let near = nearest::to(word, Action::WORDS.iter().map(|(known, ..)| *known))?;
            Some(format!("the nearest is `{near}`; docs/MODEL.md lists all"))
        }
        ScopeError::Nobody => Some("write `people = [{ name = \"ana\" }]` under `[cast]`".into()),
        ScopeError::UnknownName { among, .. } => Some(format!("name one of the cast's {among}")),
        ScopeError::Twice(_) => Some("give each of a sort a name of its own".into()),
        ScopeError::Undated(_) => {
            Some("write `date = \"2019-10-01\"` above `[cast]`, and `place` beside `age`".into())
        }
        ScopeError::Rules { .. } => Some("a deadline counts units of `unit-ms` milliseconds each".into()),
        ScopeError::Setup(_) | ScopeError::Books { .. } => None,
    }
}

/// The nearest to a wrong word of those that the sentence about it says there are.
fn nearest_of(says: &str, wrong: &str) -> Option<String> {
    let (_, known) = says.split_once("there are ").or_else(|| says.split_once("expected "))?;
    let words = known.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let words: Vec<&str> = words.filter(|word| !["", "one", "of", "or", "and"].contains(word)).collect();
    let near = nearest::to(wrong, words.iter().copied()).filter(|_| words.len() > 1)?;
    Some(format!("the nearest is `{near}`"))
}

/// Where in the text the trouble is.
fn place(error: &ScopeError, text: &str) -> Range<usize> {
    let quoted = |word: &str| last(text, &format!("\"{word}\"")).map(|found| found.start + 1..found.end - 1);
    let found = match error {
        ScopeError::Toml { span, .. } => span.clone(),
        ScopeError::UnknownPromise(id) => {
            let found = text.find(&format!("\"{id}")).map(|start| start + 1..start + 1 + id.len());
            found.or_else(|| quoted(id))
        }
        ScopeError::UnknownName { name, .. }
        | ScopeError::Twice(name)
        | ScopeError::UnknownInput(name)
        | ScopeError::Undated(name) => quoted(name),
        ScopeError::Nobody => last(text, "people"),
        ScopeError::Rules { error, .. } => Some(wrong_rule(error, text)),
        ScopeError::Books { what, .. } => last(text, &what.to_lowercase()),
        ScopeError::Setup(_) => last(text, "[cast]"),
    };
    found.unwrap_or(0..0)
}

fn last(text: &str, word: &str) -> Option<Range<usize>> {
    text.rfind(word).map(|start| start..start + word.len())
}

fn wrong_rule(error: &RulesError, text: &str) -> Range<usize> {
    let mut deadlines = Deadlines::default();
    match error {
        RulesError::NoUnit => {}
        RulesError::AtOnce(name) => {
            deadlines.set(name, 0);
        }
        RulesError::TooLong(name, units) => {
            deadlines.set(name, *units);
        }
    }
    rules::wrong_value(text, &deadlines)
}
