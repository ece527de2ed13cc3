//! The page about the promises: what each says, when it is judged, what decides it and what breaks it.

use super::{names, table, words};
use crate::register::Register;
use crate::scope::Scope;
use std::fmt::Write;
use vouchsafe_alphabet::Word;
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::{Ends, Promise, promises as registry};
use vouchsafe_system::defects;

const INTRODUCTION: &str = "\
# The promises

<!-- generated from the registry; `docs/ARCHITECTURE.md` says how it is renewed -->

A promise is judged on one event, on what happened before it, and on nothing else. It has a moment at which it is
judged; where that comes, each of its parts must be so, and every part that is not is a breach of its own,
written `PROMISE/PART`. A witness is a sight that shows the promise kept; *holds* is said only when the moment
came and every witness was seen. A defect is a fault built into the parties that is meant to break the promise,
and a lawful twin is a log close to a breach that is none. A promise of the shape *leads-to* opens a duty at its
moment, and each part must come about sooner or later in every fair run; what breaks it is a run that goes on for
ever without that, so no log that ends decides it, and its lawful twins are the scopes in which it holds. What a clause says is a paraphrase; the numbers are
lines of the policy of 1 October 2019.
";

/// A log that comes close to breaking a promise and does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Twin {
    /// The promise.
    pub promise: String,
    /// The file, from the root of the project.
    pub file: String,
    /// What happens in it.
    pub about: String,
}

/// The page.
pub fn promises(register: &Register, scopes: &[Scope], twins: &[Twin]) -> String {
    let mut page = INTRODUCTION.to_owned();
    let mut family = "";
    for (_, promise) in registry::by_family::<Following>() {
        if promise.family != family {
            family = promise.family;
            let _ = write!(page, "\n## {family}\n");
        }
        let _ = write!(page, "\n{}", section(&promise, register, scopes, twins));
    }
    page
}

fn section(promise: &Promise<Following>, register: &Register, scopes: &[Scope], twins: &[Twin]) -> String {
    let clauses = promise.clauses.iter().filter_map(|id| register.clause(id)).map(|clause| {
        [clause.id.clone(), clause.paraphrase.clone(), words(clause.lines.iter().map(u32::to_string))]
    });
    let parts =
        promise.parts.iter().map(|part| [names([part.name]), part.says.to_owned(), words(part.clauses)]);
    let witnesses = promise.witnesses.iter().map(|sight| [names([sight.name]), sight.says.to_owned()]);
    let decided = scopes.iter().filter(|scope| scope.asks(promise.id)).map(|scope| &scope.name);
    let broken = defects::TABLE.iter().filter(|row| row.breaks.contains(&promise.id));
    let twins: Vec<_> = twins.iter().filter(|twin| twin.promise == promise.id).collect();
    let mut text = format!("### `{}`\n\n{}\n\n", promise.id, promise.statement);
    let mut say = |what: &str, says: &str| {
        let _ = writeln!(text, "- {what}: {says}");
    };
    say("Judged when", promise.when);
    say("Seen at", &moments(promise));
    say("Shape", promise.shape.name());
    say("Readings", &names(promise.readings));
    say("Scopes that decide it", &names(decided));
    say("Defects that break it", &names(broken.map(|row| row.defect.name())));
    match promise.leading() {
        Some(leading) => say("Assumed to be fair", &names(leading.fair)),
        None if twins.is_empty() => say("Lawful twins", "-"),
        None => {}
    }
    for twin in twins {
        say("Lawful twin", &format!("`{}`: {}", twin.file, twin.about));
    }
    let tables = [
        table(["clause", "what it says", "lines"], clauses),
        table(["part", "what must be so", "clauses"], parts),
        table(["witness", "what is seen"], witnesses),
    ];
    format!("{text}\n{}", tables.join("\n"))
}

/// The kinds of observation, and the ends of instants, at which a promise is judged.
fn moments(promise: &Promise<Following>) -> String {
    let kinds = names(promise.sees.iter().map(|kind| kind.name()));
    let whose = match promise.ends {
        Ends::Never => return kinds,
        Ends::OfPeople => "person",
        Ends::OfRecords => "record",
        Ends::OfRequests => "request",
        Ends::OfHolders => "holder",
        Ends::OfInquiries => "message",
    };
    format!("{kinds}, and the end of the last lawful instant of a duty about a {whose}")
}
