//! What is wrong with a trace: where it is, and what would be right.

use crate::failure::Failure;
use crate::nearest;
use crate::place::Place;
use vouchsafe_alphabet::{Word, readings};
use vouchsafe_engine::Scope;
use vouchsafe_engine::cases::CaseNames;
use vouchsafe_engine::replay::TraceError;
use vouchsafe_engine::run::NoRun;
use vouchsafe_system::{Defect, Refusal};

/// The failure to read a trace, or to fit it to its scope.
pub(super) fn trace(name: &str, text: &str, error: &TraceError) -> Failure {
    // What is about the trace as a whole is in its header.
    let (line, column) = error.place().unwrap_or((1, None));
    let column_words = column.map_or(String::new(), |column| format!(", column {column}"));
    let help = match error {
        TraceError::UnknownDefect(given) => near(given, Defect::ALL.iter().map(|defect| defect.name())),
        TraceError::UnknownReading(given) => {
            let reading = given.rsplit(':').next().and_then(|reading| reading.split('=').next());
            near(reading.unwrap_or(given), readings::ALL.iter().map(|reading| reading.name))
        }
        TraceError::Empty | TraceError::Header { .. } | TraceError::Schema(_) => {
            Some(r#"a header looks like {"schema":"vouchsafe.trace/1","start":"complete"}"#.to_owned())
        }
        TraceError::Line { .. } | TraceError::UnknownKind { .. } => Some(
            r#"a line looks like {"at":1000,"kind":"opened","person":"ana","phone":"phone1"}"#.to_owned(),
        ),
        TraceError::TimeGoesBack { .. } => Some("sort the trace by `at`".to_owned()),
        TraceError::Scope(_) => {
            Some("the scope must be one in which the trace's rules can be kept".to_owned())
        }
    };
    failure(
        name,
        text,
        line,
        column,
        &format!("line {line}{column_words} of {name} cannot be used: {error}"),
        help,
    )
}

fn near<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    nearest::to(given, known).map(|name| format!("the nearest is `{name}`"))
}

/// The failure to take one of its inputs.
pub(super) fn step(name: &str, text: &str, error: &NoRun, scope: Option<&Scope>) -> Failure {
    let (number, is_unknown) = match error {
        NoRun::NoInput { step, .. } => (*step, true),
        NoRun::NotEnabled(not) => (not.step, not.refusal == Refusal::Unknown),
    };
    let by_hand =
        "give each input where the party that it is for can take it, with the scope's faults and defects";
    let near = scope.filter(|_| is_unknown).and_then(|scope| nearest_input(text, number, scope));
    let help = near.or_else(|| Some(by_hand.to_owned()));
    let (line, column) = input_line(text, number).unwrap_or((1, 1));
    failure(name, text, line, Some(column), &format!("line {line} of {name} cannot be run: {error}"), help)
}

/// The nearest input of the scope to that of a step, where the scope does not have that one.
fn nearest_input(text: &str, step: usize, scope: &Scope) -> Option<String> {
    let inputs = inputs(text);
    let (.., given) = inputs.get(step.checked_sub(1)?)?;
    let known: Vec<String> =
        scope.setup.actions().iter().map(|action| action.name(&CaseNames(&scope.names))).collect();
    if known.contains(given) { None } else { near(given, known.iter().map(String::as_str)) }
}

/// The line and column, from 1, of the input of a step.
fn input_line(text: &str, step: usize) -> Option<(usize, usize)> {
    let inputs = inputs(text);
    let (line, column, _) = inputs.get(step.checked_sub(1)?)?;
    Some((*line, *column))
}

/// The inputs of a trace, each with its line and column.
fn inputs(text: &str) -> Vec<(usize, usize, String)> {
    let lines = (1..).zip(text.lines()).skip(1);
    let inputs = lines.filter_map(|(number, line)| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        let input = value.get("do")?.as_str()?.to_owned();
        let column = line.find(&input).map_or(1, |at| at + 1);
        value.get("kind").is_none().then_some((number, column, input))
    });
    inputs.collect()
}

fn failure(
    name: &str,
    text: &str,
    line: usize,
    column: Option<usize>,
    says: &str,
    help: Option<String>,
) -> Failure {
    let wrong = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    Failure::Input {
        says: says.to_owned(),
        help,
        place: Box::new(Place::in_line(name, wrong, line as u64, column)),
    }
}
