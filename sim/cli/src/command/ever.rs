//! A run that owes something for ever, as people read it: what it owes, how it goes on, and why it is fair.

use crate::page::Page;
use vouchsafe_engine::live::Ever;
use vouchsafe_engine::register::Register;
use vouchsafe_oracle::Part;
use vouchsafe_oracle::mode::Checking;

/// What follows the steps of such a run of so many inputs; `part` is that of the promise with this id.
pub(crate) fn text(
    page: &Page,
    register: &Register,
    promise: &str,
    part: &Part<Checking>,
    ever: &Ever,
    length: usize,
) -> String {
    let mut text = format!("\n  Owed for ever: {promise}/{}\n", part.name);
    let mut say = |what: &str, says: &str| text.push_str(&page.hanging(&format!("    {what:<14}"), says));
    say("must come", &format!("{}.", part.says));
    say(
        "owed from",
        &match ever.opened {
            0 => "the beginning on".to_owned(),
            step => format!("step {step} on"),
        },
    );
    say("and then", &format!("{}.", going_on(ever, length)));
    if ever.fair.is_empty() {
        say("fair", "nothing is assumed that could end it.");
    }
    for fair in &ever.fair {
        say("fair", &format!("{fair}."));
    }
    for id in part.clauses {
        let says = register.clause(id).map_or(String::new(), |clause| format!(": {}.", clause.paraphrase));
        say("on clause", &format!("{id}{says}"));
    }
    text
}

/// How a run of so many inputs goes on.
pub(crate) fn going_on(ever: &Ever, length: usize) -> String {
    match length - ever.stem {
        0 => "nothing happens any more".to_owned(),
        1 => format!("step {length} again and again, for ever"),
        _ => format!("steps {} to {length} again and again, for ever", ever.stem + 1),
    }
}
