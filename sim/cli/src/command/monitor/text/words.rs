//! The verdict in words, and why promises are undecided.

use super::super::follow::Followed;
use crate::moment::count;
use crate::page::Page;
use vouchsafe_monitor::{Doubt, Report, Verdict};
use vouchsafe_oracle::{Following, promises};

/// Which promises are undecided for which reason.
pub(super) fn undecided(page: &Page, followed: &Followed) -> String {
    let found = &followed.report;
    let mut text = String::new();
    for doubt in Doubt::ALL {
        let concerned = found.promises.iter().filter(|promise| promise.doubts.contains(&doubt));
        let ids: Vec<_> = concerned.map(|promise| promise.id).collect();
        if ids.is_empty() {
            continue;
        }
        let which = if ids.len() == found.promises.len() && ids.len() > 1 {
            format!("All {} that were asked for.", ids.len())
        } else {
            format!("{}.", ids.join(", "))
        };
        if text.is_empty() {
            text.push_str(&page.heading("Undecided, and why"));
        } else {
            text.push('\n');
        }
        text.push_str(
            &page.paragraph(2, &format!("{}: {}", capital(&reason(followed, doubt)), remedy(doubt))),
        );
        text.push_str(&page.paragraph(4, &which));
    }
    text
}

/// The verdict in a sentence.
pub(super) fn last(followed: &Followed) -> String {
    let found = &followed.report;
    let events = count(found.events, "observation");
    let with = |verdict| found.promises.iter().filter(|promise| promise.verdict == verdict).count() as u64;
    let cut = if followed.interrupted { "Interrupted before the end of the log. " } else { "" };
    let reasons = reasons(followed).join(", ");
    match found.verdict() {
        Verdict::NoBreach => format!("{cut}No breach in {events}."),
        Verdict::Breached => {
            let breaches: u64 =
                found.promises.iter().map(|promise| promise.breaches - promise.excusable).sum();
            let promises = count(with(Verdict::Breached), "promise");
            let open = match with(Verdict::Undecided) {
                0 => String::new(),
                open => format!(" {} undecided: {reasons}.", are(open)),
            };
            format!("{cut}{} of {promises} in {events}.{open}", count(breaches, "breach"))
        }
        Verdict::Undecided => {
            let seen = match excusable(found) {
                0 => "No breach was seen".to_owned(),
                breaches => format!("No breach is certain, with {breaches} that the past may excuse,"),
            };
            format!("{cut}{seen} in {events}, but {} undecided: {reasons}.", are(with(Verdict::Undecided)))
        }
    }
}

fn excusable(found: &Report) -> u64 {
    found.promises.iter().map(|promise| promise.excusable).sum()
}

fn are(promises: u64) -> String {
    let verb = if promises == 1 { "is" } else { "are" };
    format!("{} {verb}", count(promises, "promise"))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Why promises are undecided.
fn reasons(followed: &Followed) -> Vec<String> {
    let met = |doubt: &Doubt| followed.report.promises.iter().any(|promise| promise.doubts.contains(doubt));
    Doubt::ALL.into_iter().filter(met).map(|doubt| reason(followed, doubt)).collect()
}

fn reason(followed: &Followed, doubt: Doubt) -> String {
    let found = &followed.report;
    match doubt {
        Doubt::StartUnknown if followed.nothing => {
            "the log is empty, without a header or any other line".into()
        }
        Doubt::StartUnknown => {
            "no header says how the log starts (\"start\":\"complete\" or \"declared\")".into()
        }
        Doubt::StartOpen => "no line marks where the declared facts end".into(),
        Doubt::DeclaredBreach => "the declared facts hold what would break promises".into(),
        Doubt::RefusedLines => format!("{} could not be used", count(found.refused_lines, "line")),
        Doubt::UnknownKinds => "there are kinds that are not known".into(),
        Doubt::UnknownFields => "there are fields that are not known".into(),
        Doubt::HeldLines => {
            format!("{} waited for their turn and were not judged", count(found.held_lines as u64, "line"))
        }
        Doubt::CutShort => "the log was not read to its end".into(),
    }
}

/// What the reason means for the promise, or what would help.
fn remedy(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::StartUnknown => {
            "these judge what the log shows, or have deadlines that may have begun before, and what came before \
             might make a breach or excuse one."
        }
        Doubt::StartOpen => "a line like {\"at\":1000,\"mark\":\"start\"} does.",
        Doubt::DeclaredBreach => "whether that is history or hides something is not for the log to say.",
        Doubt::RefusedLines => "any promise might have been broken or kept there.",
        Doubt::UnknownKinds => "any of them might concern these promises.",
        Doubt::UnknownFields => {
            "any of them might change what its line says. Fields whose names begin with x- are passed over."
        }
        Doubt::HeldLines => "others might still have come before them.",
        Doubt::CutShort => "the rest might break any of these.",
    }
}

/// What no log that ends decides.
pub(super) fn undecidable() -> String {
    let leads = promises::leads_to::<Following>();
    let ids: Vec<&str> = leads.iter().map(|promise| promise.id).collect();
    format!("Not judged, since no log that ends decides what is owed sooner or later: {}.", ids.join(", "))
}
