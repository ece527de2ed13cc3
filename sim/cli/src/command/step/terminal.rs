//! A walk by hand on a terminal: lines that can be edited, a history of them, and completion of what begins a name.

use super::answer::{self, Answer};
use super::hand::Hand;
use super::order::COMMANDS;
use crate::context::Context;
use crate::failure::Failure;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Editor, Helper};
use std::io;

/// What can be completed.
struct Known {
    /// Enabled inputs, by their names.
    enabled: Vec<String>,
    /// All inputs of the scope, by their names.
    inputs: Vec<String>,
    /// Promises, by their ids.
    promises: Vec<&'static str>,
}

impl Known {
    fn of(hand: &Hand<'_>) -> Self {
        Self {
            enabled: hand.stepper.enabled().into_iter().map(|action| hand.stepper.name(action)).collect(),
            inputs: hand.inputs(),
            promises: hand.stepper.product().promises().iter().map(|promise| promise.id).collect(),
        }
    }

    /// Where in the line a name begins, and the names that begin so.
    fn completions(&self, line: &str) -> (usize, Vec<String>) {
        let Some((command, _)) = line.split_once(' ') else {
            let commands = COMMANDS.iter().map(|(name, ..)| *name).filter(|name| name.starts_with(line));
            return (0, commands.map(str::to_owned).collect());
        };
        let start = command.len() + 1;
        let begun = line.get(start..).unwrap_or_default();
        let inputs = match command {
            "do" => &self.enabled,
            "why" => &self.inputs,
            _ => return (start, Vec::new()),
        };
        let promises = self.promises.iter().filter(|_| command == "why").map(|id| (*id).to_owned());
        (start, promises.chain(inputs.iter().cloned()).filter(|name| name.starts_with(begun)).collect())
    }
}

impl Completer for Known {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &rustyline::Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(self.completions(line.get(..at).unwrap_or(line)))
    }
}

impl Hinter for Known {
    type Hint = String;
}
impl Highlighter for Known {}
impl Validator for Known {}
impl Helper for Known {}

/// Follows every line until the end is asked for; a line that is wrong changes nothing.
pub(super) fn walk(hand: &mut Hand<'_>, context: &mut Context<'_>) -> Result<(), Failure> {
    let failed = |error: ReadlineError| Failure::Standard(io::Error::other(error));
    let config = Config::builder().completion_type(CompletionType::List).build();
    let history = MemHistory::with_config(&config);
    let mut editor: Editor<Known, MemHistory> = Editor::with_history(config, history).map_err(failed)?;
    context.say(&format!(
        "Walking in the scope {}. `help` lists the commands, `quit` ends the walk.\n{}",
        hand.stepper.product().scope().name,
        answer::place(hand)
    ))?;
    loop {
        context.out.flush().map_err(Failure::Standard)?;
        editor.set_helper(Some(Known::of(hand)));
        let line = match editor.readline(&format!("{}> ", hand.stepper.at())) {
            Ok(line) => line,
            // A line that is broken off is forgotten.
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(failed(error)),
        };
        // A history that is not kept is no reason to stop.
        let _ = editor.add_history_entry(&line);
        match hand.follow(&line) {
            Ok(Answer::Nothing) => {}
            Ok(Answer::End) => return Ok(()),
            Ok(Answer::Text(text)) => context.say(&text)?,
            Err(failure) => {
                let _ = writeln!(context.err, "{}", failure.line()).and_then(|()| context.err.flush());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_inputs_and_promises_are_completed() {
        let known = Known {
            enabled: vec!["ask(ana, account)".into()],
            inputs: vec!["ask(ana, account)".into(), "answer(ana, account, yes)".into()],
            promises: vec!["F13.no-sale"],
        };
        let complete = |line: &str| known.completions(line);
        assert_eq!(complete("ac"), (0, vec!["actions".to_owned()]));
        assert_eq!(complete("do a"), (3, vec!["ask(ana, account)".to_owned()]));
        assert_eq!(complete("why F"), (4, vec!["F13.no-sale".to_owned()]));
        assert_eq!(complete("why an"), (4, vec!["answer(ana, account, yes)".to_owned()]));
        assert_eq!(complete("goto "), (5, vec![]));
    }
}
