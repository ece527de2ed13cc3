//! A walk by hand that is read from standard input, for scripts: answers on standard output and no prompt.

use super::answer::Answer;
use super::hand::Hand;
use crate::context::Context;
use crate::failure::Failure;
use crate::moment::count;
use std::io::{self, BufRead};

/// Follows every line; at one that is wrong it ends, or says so and goes on.
pub(super) fn walk(hand: &mut Hand<'_>, context: &mut Context<'_>, keep_going: bool) -> Result<(), Failure> {
    let mut wrong = 0;
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        let line = line.map_err(|error| {
            Failure::usage(
                format!("line {number} of standard input cannot be read: {error}"),
                "a script is text in UTF-8, with a command a line",
            )
        })?;
        match hand.follow(&line) {
            Ok(Answer::Nothing) => {}
            Ok(Answer::End) => break,
            Ok(Answer::Text(text)) => {
                context.say(&text)?;
                // Whoever writes the lines one by one reads the answers one by one.
                context.out.flush().map_err(Failure::Standard)?;
            }
            Err(failure) => {
                let says = format!("line {number}, `{}`: {}", line.trim(), failure.line());
                if !keep_going {
                    return Err(Failure::usage(
                        says,
                        "nothing after this line was done; with `--keep-going` it would have been",
                    ));
                }
                wrong += 1;
                // Where standard error cannot be written to, the exit code is left to tell.
                let _ = writeln!(context.err, "error: {says}").and_then(|()| context.err.flush());
            }
        }
    }
    match wrong {
        0 => Ok(()),
        wrong => Err(Failure::usage(
            format!("{} could not be followed, and the others were", count(wrong, "line")),
            "each is told above with what would be right",
        )),
    }
}
