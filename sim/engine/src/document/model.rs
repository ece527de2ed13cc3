//! The tables about the model: inputs, faults, readings, deadlines, scopes, defects and races.

use super::{names, table, words};
use crate::party_graph;
use crate::races::RACES;
use crate::scope::Scope;
use vouchsafe_alphabet::readings::{self, Choice, Strength};
use vouchsafe_alphabet::rules::Limit;
use vouchsafe_alphabet::{Deadlines, Word};
use vouchsafe_system::Fairness;
use vouchsafe_system::face::FACES;
use vouchsafe_system::{Action, Fault, Topic, defects};

/// Every input, by the topic that switches it on.
pub fn inputs() -> String {
    let of_topic = |topic: &Topic| {
        let topic = *topic;
        Action::WORDS.iter().filter(move |(_, of, _)| *of == topic).enumerate().map(
            move |(place, (word, _, says))| {
                let shown = if place == 0 { format!("`{topic}`: {}", topic.says()) } else { String::new() };
                [shown, names([word]), says.trim().to_owned()]
            },
        )
    };
    table(["topic", "input", "what happens"], Topic::ALL.iter().flat_map(of_topic))
}

/// Every fault.
pub fn faults() -> String {
    let rows = Fault::ALL.iter().map(|fault| [names([fault.name()]), fault.says().to_owned()]);
    table(["fault", "what goes wrong"], rows)
}

/// Every reading with its choices.
pub fn readings() -> String {
    table(
        ["reading", "question", "choices", "clauses", "tensions"],
        readings::ALL.iter().map(|reading| {
            let choices: Vec<_> = reading.choices.iter().map(choice).collect();
            [
                names([reading.name]),
                reading.question.to_owned(),
                choices.join("<br>"),
                words(reading.clauses),
                words(reading.tensions),
            ]
        }),
    )
}

fn choice(choice: &Choice) -> String {
    let strength = match choice.strength {
        Strength::Default => "default",
        Strength::Weaker => "weaker",
        Strength::Stronger => "stronger",
    };
    format!("`{}` ({strength}): {}", choice.name, choice.says)
}

/// Every deadline with its value where nothing else is said.
pub fn deadlines() -> String {
    table(
        ["deadline", "from when to when", "units", "kind", "timer"],
        Deadlines::default().each().into_iter().map(|(name, timer, units, limit, says)| {
            let kind = match limit {
                Limit::DoBy => "do-by",
                Limit::StopBy => "stop-by",
            };
            [names([name]), says.trim().to_owned(), units.to_string(), kind.to_owned(), timer.to_owned()]
        }),
    )
}

/// The state diagram of every machine with a face, as it moves in these scopes.
pub fn diagrams(scopes: &[Scope]) -> String {
    let drawn = party_graph::of(FACES, scopes).into_iter().map(|drawing| {
        format!("### `{}`\n\n{}\n\n```mermaid\n{}```\n", drawing.name, drawing.says, drawing.mermaid())
    });
    drawn.collect::<Vec<_>>().join("\n")
}

/// Every scope with what it is for.
pub fn scopes(scopes: &[Scope]) -> String {
    table(
        ["scope", "kind", "what it is about", "decides", "shows tension", "expects broken"],
        scopes.iter().map(|scope| {
            [
                names([&scope.name]),
                scope.kind.name().to_owned(),
                scope.about.clone(),
                names(&scope.decides),
                words(&scope.tensions),
                names(&scope.expects),
            ]
        }),
    )
}

/// Every defect with what it is made to break and where that shows.
pub fn defects() -> String {
    table(
        ["defect", "what is wrong", "clauses", "breaks", "puts out of reach", "shows in"],
        defects::TABLE.iter().map(|row| {
            [
                names([row.defect.name()]),
                row.defect.says().to_owned(),
                words(row.clauses),
                names(row.breaks),
                names(row.loses),
                names(row.scopes),
            ]
        }),
    )
}

/// Everything that may be assumed to be fair, the inputs that it is about, and the promises that assume it.
pub fn fairness() -> String {
    let leads = vouchsafe_oracle::promises::leads_to::<vouchsafe_oracle::Checking>();
    table(
        ["assumption", "what is done sooner or later", "promises that assume it"],
        Fairness::ALL.iter().map(|fairness| {
            let assume = |leading: vouchsafe_oracle::Leading| leading.fair.contains(&fairness.name());
            let promises = leads.iter().filter(|promise| promise.leading().is_some_and(assume));
            [names([fairness.name()]), fairness.says().to_owned(), names(promises.map(|promise| promise.id))]
        }),
    )
}

/// Every race with the scope in which it comes about and the defects that make it harmful.
pub fn races() -> String {
    table(
        ["race", "what happens", "comes about in", "harmful by", "in", "breaks"],
        RACES.iter().flat_map(|race| {
            race.harms.iter().enumerate().map(|(place, harm)| {
                let first = |text: String| if place == 0 { text } else { String::new() };
                [
                    first(race.id.to_owned()),
                    first(race.says.to_owned()),
                    first(names([race.scope])),
                    names([harm.defect.name()]),
                    names([harm.scope]),
                    names([harm.breaks]),
                ]
            })
        }),
    )
}
