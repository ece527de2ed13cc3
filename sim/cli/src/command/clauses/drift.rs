//! The drift of a policy text on a page: a sentence on the whole, then each line with what hangs on it.

use super::policy::Policy;
use crate::page::Page;
use vouchsafe_engine::register::{Another, Drift, Drifted, Status};

/// No more lines are shown than these; JSON has them all.
const SHOWN_MAX: usize = 100;
/// The width of a line's label.
const LABEL: usize = 10;

/// The report.
pub(super) fn text(page: &Page, policy: &Policy, drift: &Drift<'_>) -> String {
    let mut text = page.paragraph(0, &sentence(policy, drift));
    if drift.another.is_some() || drift.is_none() {
        return text;
    }
    for drifted in drift.drifted.iter().take(SHOWN_MAX) {
        text.push('\n');
        text.push_str(&line(page, drifted));
    }
    text.push('\n');
    if let Some(more) = drift.drifted.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
        text.push_str(
            &page.paragraph(0, &format!("{more} more are not shown; `--format json` has them all.")),
        );
    }
    let promises: Vec<_> = drift.promises().into_iter().collect();
    let last = match promises.as_slice() {
        [] => "No promise hangs on these lines.".to_owned(),
        [one] => format!("One promise hangs on these lines: {one}."),
        [..] => format!("{} promises hang on these lines: {}.", promises.len(), promises.join(", ")),
    };
    text.push_str(
        &page.paragraph(
            0,
            &format!("{last} `vouchsafe explain ID` says what a clause or a promise is about."),
        ),
    );
    text
}

/// What is to be said of the whole.
fn sentence(policy: &Policy, drift: &Drift<'_>) -> String {
    let Policy { name, fingerprints, .. } = policy;
    let revision = &fingerprints.revision;
    let Drift { found, fingerprinted, lines, .. } = drift;
    match drift.another {
        Some(Another::HardlyFound) => {
            return format!(
                "`{name}` is another text, or a small part of one, and not a later form of the policy of {revision}: \
                 of the {fingerprinted} lines that the register was written from, {found} are among its {lines}."
            );
        }
        Some(Another::Repeats) => {
            return format!(
                "`{name}` is no text of the policy of {revision}: its {lines} lines say over and over what the {found} \
                 say that the register was written from."
            );
        }
        None => {}
    }
    if drift.is_none() {
        let renumbered = drift.renumbered.map_or(String::new(), |(old, new)| {
            format!(" Blank lines or line breaks differ, which says nothing: line {old} is line {new} there.")
        });
        return format!(
            "Nothing has drifted: `{name}` says on each of its {lines} lines what the policy of {revision} says, which \
             the register was written from.{renumbered}"
        );
    }
    let counts = Status::ALL.iter().map(|status| (drift.count(*status), status.name()));
    let counts: Vec<_> =
        counts.filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    let stand = found - drift.count(Status::Moved);
    format!(
        "`{name}` has drifted from the policy of {revision}, which the register was written from: {}. {stand} of \
         {fingerprinted} lines stand as they were.",
        counts.join(", ")
    )
}

/// A line that has drifted.
fn line(page: &Page, drifted: &Drifted<'_>) -> String {
    let label = |name: &str| format!("{name:LABEL$}");
    let under = |name: &str| format!("{:LABEL$}{name:LABEL$}", "");
    let section = drifted.section.map_or(String::new(), |section| format!(", {section}"));
    let mut text = page.hanging(&label(drifted.status.name()), &format!("{}{section}", place(drifted)));
    if let Some(wording) = &drifted.wording {
        text.push_str(&page.quotation(&label(""), wording));
    }
    let clauses = match drifted.status {
        Status::Changed | Status::Moved | Status::Vanished => "clauses",
        Status::New => "beside",
    };
    for (name, ids) in [(clauses, &drifted.clauses[..]), ("promises", &drifted.promises[..])] {
        if !ids.is_empty() {
            text.push_str(&page.hanging(&under(name), &ids.join(", ")));
        }
    }
    text
}

/// Where it was and where it is.
fn place(drifted: &Drifted<'_>) -> String {
    let there = match (drifted.new_line, drifted.new_line_last) {
        (Some(first), Some(last)) if first < last => format!("lines {first} to {last}"),
        (Some(first), Some(_) | None) => format!("line {first}"),
        (None, Some(_) | None) => String::new(),
    };
    let copy = drifted.copy_of.map_or(String::new(), |of| format!(", a copy of line {of}"));
    let place = match drifted.old_line.map(|old| format!("line {old}")) {
        Some(old) if there.is_empty() || there == old => old,
        Some(old) => format!("{old}, now {there}"),
        None => match drifted.between {
            Some((Some(before), Some(after))) => {
                format!("{there} between what were lines {before} and {after}")
            }
            Some((Some(before), None)) => format!("{there} after what was line {before}"),
            Some((None, Some(after))) => format!("{there} before what was line {after}"),
            Some((None, None)) | None => there,
        },
    };
    format!("{place}{copy}")
}
