//! The monitor's report for people.

mod start;
mod words;

use super::follow::Followed;
use super::quote::{CAUSES_SHOWN, Quotes};
use crate::command::rules;
use crate::moment::{count, length, since_start};
use crate::nearest;
use crate::page::{Page, Tone};
use vouchsafe_alphabet::trace::Start;
use vouchsafe_alphabet::{Kind, Word, wire};
use vouchsafe_monitor::{BreachFound, PromiseReport, Verdict};

/// No more pending duties are shown than these; the earliest come first.
const PENDING_SHOWN: usize = 20;
/// No name, sentence or message from a log is shown with more letters than these.
const TEXT_SHOWN: usize = 400;

/// The report of a log that was followed.
pub(super) fn report(page: &Page, log: &str, followed: &Followed, quotes: &Quotes) -> String {
    let found = &followed.report;
    let start = match (&found.declared, found.start) {
        (Some(declared), _) => format!("the log opens with {}", count(declared.facts, "declared fact")),
        (None, Start::Complete | Start::Declared) => "the log starts at the beginning".to_owned(),
        (None, Start::Unknown) => "how the log starts is not declared".to_owned(),
    };
    let mut text = page.paragraph(0, &format!("{log}: {}; {start}.", count(found.events, "observation")));
    if let Some(about) = found.header.as_ref().and_then(|header| header.about.as_ref()) {
        text.push_str(&page.paragraph(0, &brief(about)));
    }
    if let Some(window_ms) = followed.window_ms {
        let window = length(window_ms);
        text.push_str(&page.paragraph(0, &format!("Lines were put in order of time within {window}.")));
    }
    text.push_str(&start::declared(page, found.declared.as_ref()));
    text.push_str(&page.heading("Rules that it was judged by"));
    text.push_str(&rules::tables(page, &found.rules));
    text.push_str(&page.heading("Promises"));
    text.push_str(&page.toned(
        2,
        &["verdict", "promise", "triggered", "witnesses", "breaches", "clauses"],
        found.promises.iter().map(row).collect(),
    ));
    text.push_str(&page.hanging("  ", &words::undecidable()));
    text.push_str(&breaches(page, followed, quotes));
    text.push_str(&pending(page, &found.promises));
    text.push_str(&strange(page, followed));
    text.push_str(&words::undecided(page, followed));
    text.push('\n');
    text.push_str(&page.paragraph(0, &words::last(followed)));
    text
}

fn row(promise: &PromiseReport) -> (Tone, Vec<String>) {
    let (tone, verdict) = match promise.verdict {
        Verdict::NoBreach => (Tone::Good, "no breach"),
        Verdict::Breached => (Tone::Bad, "BREACHED"),
        Verdict::Undecided => (Tone::Open, "undecided"),
    };
    let seen = promise.witnessed.values().filter(|count| **count > 0).count();
    let cells = vec![
        verdict.to_owned(),
        promise.id.to_owned(),
        promise.triggered.to_string(),
        format!("{seen} of {}", promise.witnessed.len()),
        promise.breaches.to_string(),
        promise.clauses.join(" "),
    ];
    (tone, cells)
}

fn breaches(page: &Page, followed: &Followed, quotes: &Quotes) -> String {
    let mut text = String::new();
    for (excusable, title) in
        [(false, "Breaches"), (true, "Breaches, unless something before the log excuses them")]
    {
        let mut told = Vec::new();
        for promise in &followed.report.promises {
            let kept = followed.breaches.get(promise.id).map_or(&[][..], Vec::as_slice);
            let shown: Vec<_> = kept.iter().filter(|breach| breach.excusable == excusable).collect();
            told.extend(shown.iter().map(|breach| one_breach(page, breach, quotes)));
            let certain = promise.breaches - promise.excusable;
            let all = if excusable { promise.excusable } else { certain };
            let more = all.saturating_sub(shown.len() as u64);
            if more > 0 {
                let all = "`--breaches FILE` or `--format json` tells all";
                told.push(page.paragraph(2, &format!("And {more} more of {}: {all}.", promise.id)));
            }
        }
        if !told.is_empty() {
            text.push_str(&page.heading(title));
            text.push_str(&told.join("\n"));
        }
    }
    text
}

fn one_breach(page: &Page, breach: &BreachFound, quotes: &Quotes) -> String {
    let about = if breach.subject.is_empty() { "nobody known".to_owned() } else { brief(&breach.subject) };
    let title = format!("{}/{} ({}), about {about}", breach.promise, breach.failed, breach.clauses.join(" "));
    let mut rows = Vec::new();
    let hidden = breach.because.len().saturating_sub(CAUSES_SHOWN);
    if hidden > 0 {
        rows.push(vec![
            "because".to_owned(),
            count(hidden as u64, "earlier line"),
            String::new(),
            String::new(),
        ]);
    }
    for line in breach.because.iter().skip(hidden) {
        rows.push(quoted("because", *line, quotes));
    }
    if breach.missed {
        let passed = "This deadline passes, and the duty is not done.".to_owned();
        rows.push(vec![
            "breach".into(),
            format!("after line {}", breach.line),
            since_start(breach.at_ms),
            passed,
        ]);
    } else {
        let mut row = quoted("breach", breach.line, quotes);
        if let Some(time) = row.get_mut(2) {
            *time = since_start(breach.at_ms);
        }
        rows.push(row);
    }
    page.paragraph(2, &title) + &page.paragraph(4, &breach.sentence) + &page.table(4, &[], rows)
}

/// The text, cut where a log has put more into it than anybody reads.
fn brief(text: &str) -> String {
    match text.char_indices().nth(TEXT_SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn quoted(role: &str, line: u64, quotes: &Quotes) -> Vec<String> {
    let (time, sentence) = match quotes.get(&line) {
        Some((at_ms, sentence)) => (since_start(*at_ms), brief(sentence)),
        None => (String::new(), String::new()),
    };
    vec![role.to_owned(), format!("line {line}"), time, sentence]
}

fn pending(page: &Page, promises: &[PromiseReport]) -> String {
    let of = |promise: &'_ PromiseReport| {
        let id = promise.id;
        let duties = promise.pending.iter();
        duties.map(move |duty| (duty.due_ms, id, duty.subject.clone())).collect::<Vec<_>>()
    };
    let mut duties: Vec<_> = promises.iter().flat_map(of).collect();
    if duties.is_empty() {
        return String::new();
    }
    duties.sort();
    let more = duties.len().saturating_sub(PENDING_SHOWN);
    let rows = duties.into_iter().take(PENDING_SHOWN);
    let rows = rows.map(|(due_ms, id, subject)| {
        vec![since_start(due_ms), format!("{due_ms} ms"), brief(&subject), id.to_owned()]
    });
    let mut text = page.heading("Pending: duties that are open at the end of the log");
    text.push_str(&page.table(2, &["due at", "", "about", "promise"], rows.collect()));
    if more > 0 {
        text.push_str(&page.paragraph(2, &format!("And {more} more; `--format json` tells all.")));
    }
    text
}

/// What was not understood.
fn strange(page: &Page, followed: &Followed) -> String {
    let fields = wire::fields();
    let rows: Vec<_> = followed
        .report
        .unknown
        .iter()
        .map(|(what, times)| {
            let (sort, name) = what.split_once(' ').unwrap_or(("", what));
            let near = if name.len() > TEXT_SHOWN {
                None
            } else if sort == "kind" {
                nearest::to(name, Kind::ALL.iter().map(|kind| kind.name()))
            } else {
                nearest::to(name, fields.iter().map(|(name, ..)| *name))
            };
            let near = near.map_or(String::new(), |near| format!("the nearest {sort} is `{near}`"));
            vec![sort.to_owned(), brief(name), count(*times, "line"), near]
        })
        .collect();
    let mut text = String::new();
    if !rows.is_empty() {
        text.push_str(&page.heading("Unknown kinds and fields, which were passed over"));
        text.push_str(&page.table(2, &[], rows));
    }
    if followed.report.refused_lines > 0 {
        let rows = followed.refused.iter().map(|refused| {
            let column = refused.column.map_or(String::new(), |column| format!(", column {column}"));
            vec![format!("line {}{column}", refused.line), format!("{}.", brief(&refused.says))]
        });
        text.push_str(&page.heading("Lines that could not be used"));
        text.push_str(&page.table(2, &[], rows.collect()));
        let more = followed.report.refused_lines.saturating_sub(followed.refused.len() as u64);
        if more > 0 {
            text.push_str(&page.paragraph(2, &format!("And {more} more.")));
        }
    }
    text
}
