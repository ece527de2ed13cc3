//! One line of a walk by hand: what is asked for.

use crate::failure::Failure;
use std::path::PathBuf;

/// The commands, with what each takes and does.
pub(super) const COMMANDS: [(&str, &str, &str); 10] = [
    (
        "actions",
        "[TEXT]",
        "the inputs that are enabled here, numbered; with TEXT those that have it in their names",
    ),
    ("do", "N|INPUT", "take an input, by its number or its name"),
    ("back", "", "go to the step before"),
    ("goto", "N", "go to step N of the run so far; 0 is the opening"),
    ("state", "[TEXT]", "what is so here; with TEXT the fields that have it in their paths"),
    ("diff", "", "what the last step changed"),
    (
        "why",
        "PROMISE|INPUT",
        "where a promise stands in this run and why; or which guard refuses an input here",
    ),
    ("save", "FILE [--force]", "write the run up to here as a trace"),
    ("help", "", "this list"),
    ("quit", "", "end the walk; so does the end of the input"),
];

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The inputs that are enabled, as far as their names have this in them.
    Actions(Option<String>),
    /// An input is to be taken.
    Do(String),
    /// To the step before.
    Back,
    /// To this step.
    Goto(usize),
    /// What is so, as far as the paths have this in them.
    State(Option<String>),
    /// What has changed.
    Diff,
    /// Where a promise stands, or why an input is refused.
    Why(String),
    /// The run is to be written.
    Save(PathBuf, bool),
    /// The commands.
    Help,
    /// The end.
    Quit,
}

impl Order {
    /// Reads a line; nothing where there is nothing in it, or a remark.
    pub(super) fn read(line: &str) -> Result<Option<Self>, Failure> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Ok(None);
        }
        let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let given = (!rest.is_empty()).then(|| rest.to_owned());
        let order = match (command, given) {
            ("actions", text) => Self::Actions(text),
            ("state", text) => Self::State(text),
            ("do", Some(input)) => Self::Do(input),
            ("why", Some(what)) => Self::Why(what),
            ("goto", Some(step)) => Self::Goto(step.parse().map_err(|_| takes("goto"))?),
            ("save", Some(file)) => match file.strip_suffix("--force") {
                Some(file) if file.ends_with(char::is_whitespace) => Self::Save(file.trim().into(), true),
                Some("") => return Err(takes("save")),
                Some(_) | None => Self::Save(file.into(), false),
            },
            ("back", None) => Self::Back,
            ("diff", None) => Self::Diff,
            ("help", _) => Self::Help,
            ("quit", None) => Self::Quit,
            (known, _) if COMMANDS.iter().any(|(name, ..)| *name == known) => return Err(takes(known)),
            (unknown, _) => {
                let names = COMMANDS.iter().map(|(name, ..)| *name);
                return Err(Failure::unknown("command", unknown, names, "`help` lists all"));
            }
        };
        Ok(Some(order))
    }
}

/// The failure to follow a command that is given too much, too little, or something else than it takes.
fn takes(command: &str) -> Failure {
    let takes = COMMANDS.iter().find(|(name, ..)| *name == command).map_or("", |(_, takes, _)| takes);
    let says = match takes {
        "" => format!("`{command}` stands alone"),
        takes => format!("`{command}` takes {takes}"),
    };
    Failure::usage(says, format!("write `{}`", format!("{command} {takes}").trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<Order>, String> {
        Order::read(line).map_err(|failure| failure.line())
    }

    #[test]
    fn lines_are_read_with_what_they_take() {
        assert_eq!(read("  "), Ok(None));
        assert_eq!(read("# a remark"), Ok(None));
        assert_eq!(read("do  ask(ana, device-info) "), Ok(Some(Order::Do("ask(ana, device-info)".into()))));
        assert_eq!(read("goto 0"), Ok(Some(Order::Goto(0))));
        assert_eq!(read("save my run.jsonl"), Ok(Some(Order::Save("my run.jsonl".into(), false))));
        assert_eq!(read("save x.jsonl --force"), Ok(Some(Order::Save("x.jsonl".into(), true))));
        for (name, takes, _) in COMMANDS {
            let line = format!("{name} {}", takes.replace(['[', ']'], "").replace('N', "1"));
            assert!(read(&line).is_ok_and(|order| order.is_some()), "{line}");
        }
    }

    #[test]
    fn what_cannot_be_followed_is_told_with_what_would_be_right() {
        for (line, says) in [
            ("dod 1", "there is no command called `dod`; the nearest is `do`; `help` lists all"),
            ("action", "there is no command called `action`; the nearest is `actions`; `help` lists all"),
            ("do", "`do` takes N|INPUT; write `do N|INPUT`"),
            ("goto -1", "`goto` takes N; write `goto N`"),
            ("back 2", "`back` stands alone; write `back`"),
            ("save --force", "`save` takes FILE [--force]; write `save FILE [--force]`"),
        ] {
            assert_eq!(read(line), Err(says.to_owned()), "{line}");
        }
    }
}
