//! The logs of the fixtures: an honest week, and for each family one log with one breach, at one line.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::trace::Start;
use vouchsafe_engine::agreement::{self, Saying};
use vouchsafe_engine::replay::Trace;
use vouchsafe_monitor::{BreachFound, Monitor, Report, Verdict};

/// A log with a breach: the file, the window that puts it in order, the part, the line, and whether that is the
/// last line before a deadline that was missed.
type Breaching = (&'static str, u64, &'static str, u64, bool);

const BREACHING: &[Breaching] = &[
    ("F01.resold-television", 0, "F01.checked-before-operated/still-valid", 16, false),
    ("F02.two-halves-of-one-television", 0, "F02.pair-checked/pair-registered", 12, false),
    ("F03.to-and-fro-on-a-weak-signal", 0, "F03.usable-route/no-flapping", 14, false),
    ("F04.on-the-screen-though-switched-off", 0, "F04.status-truth/not-stale-as-current", 13, false),
    ("F06.one-press-two-executions", 0, "F06.execution-has-its-press/once", 13, false),
    ("F07.position-in-place-of-the-room", 0, "F07.listed-contents/device-fields", 11, false),
    ("F08.told-to-the-owner-before", 0, "F08.collected-on-occasion/linked", 11, false),
    ("F09.purchases-for-a-key", 0, "F09.only-the-needed-is-required/needed", 11, false),
    ("F10.proof-of-identity-in-the-profile", 0, "F10.stated-compatible-purpose/fits-category", 14, false),
    ("F11.co-user-never-asked", 0, "F11.authorised-disclosure/authorised", 13, false),
    ("F12.feed-after-the-contract", 0, "F12.contract-first/signed", 11, false),
    ("F13.credit-in-return", 0, "F13.no-sale/nothing-taken-after", 15, false),
    ("F14.box-ticked-with-the-terms", 0, "F14.no-marketing-without-consent/lawful-form", 13, false),
    ("F15.one-list-was-forgotten", 0, "F15.stopped-mail-stays-stopped/kind-stays-stopped", 12, false),
    ("F16.gift-shop-writes", 0, "F16.no-partner-marketing/not-used", 12, false),
    ("F21.backup-in-a-lock-up", 0, "F21.safe-places/facility-of-others", 10, false),
    ("F22.room-below-the-rest", 0, "F22.classified-at-the-top/highest", 10, false),
    ("F23.looked-in-after-leaving", 0, "F23.entitled-access/still-engaged", 11, false),
    ("F25.one-site-left-out", 0, "F25.reviewed-in-time/security-reviewed", 9, true),
    ("F17.client-number-in-the-log", 0, "F17.no-linking/log-stays-apart", 10, false),
    ("F18.trackers-in-the-app", 0, "F18.site-technology/cookies-on-site", 10, false),
    ("F19.opted-out-with-the-cookie", 0, "F19.opt-out-ends-interest-ads/no-interest-ads", 11, false),
    ("F20.one-more-customer", 0, "F20.nobody-singled-out/not-by-difference", 9, false),
    ("F26.copy-with-the-processor", 0, "F26.purged-in-time/processor-copies-gone", 14, true),
    ("F27.network-name-sent-after-all", 0, "F27.revoked-is-unread/nothing-cached", 11, false),
    ("F28.filed-and-forgotten", 0, "F28.limits-asked-by-mail/use-ends", 12, false),
    ("F29.four-days-at-home", 0, "F29.answered-in-time/answered", 8, true),
    ("F29.history-for-a-name", 0, "F29.verified-first/identity-proved", 12, false),
    ("F30.analytics-after-withdrawal", 0, "F30.nothing-after-withdrawal/no-use", 15, false),
    ("F31.no-feedback-no-remote", 0, "F31.denied-for-what-it-needs/needed-data-declined", 10, false),
    ("F32.on-to-the-next-region", 0, "F32.safeguarded-transfer/onward-safeguard", 11, false),
    ("F33.renewed-by-itself", 0, "F33.report-removes/subscriptions-ended", 16, false),
    ("F33.back-from-the-backup", 0, "F33.report-removes/nothing-returns", 10, false),
    ("F34.better-terms-in-the-mail", 0, "F34.change-is-announced/content-told", 9, false),
    ("F35.old-data-for-a-new-purpose", 0, "F35.consent-sought-again/purpose-agreed", 12, false),
    ("F36.refused-and-taken-all-the-same", 0, "F36.use-is-no-answer/never-refused", 16, false),
    ("F37.new-owner-new-adverts", 0, "F37.corporate-change-is-told/use-told", 12, false),
    ("F38.blamed-for-what-we-gave", 0, "F38.scope-follows-origin/not-for-what-we-gave", 9, false),
    ("F40.blamed-on-the-line", 0, "F40.network-answers-for-transit/met-on-the-way", 14, false),
    ("F41.a-friend-had-it-too", 0, "F41.blame-has-its-cause/own-lapse", 12, false),
    ("F42.off-the-newsletter", 0, "F42.right-desk/right-desk", 10, false),
    ("F43.scheduled-export", 0, "F43.stopped-sharing-stays-stopped/stopped", 12, false),
    ("declared.F30.withdrawal-left-lying", 0, "F30.processed-in-time/processed", 14, true),
    ("reorder.F06.sent-again-after-execution", 1200, "F06.transmission-serves-a-press/still-open", 12, false),
];

/// The logs without a breach.
const HONEST: &[&str] = &["honest-week"];

/// A part, at which line, and whether its time ran out there.
type Broken = (&'static str, u64, bool);

/// Logs in which one promise cannot be broken without another: the parts, in the order of the lines.
const BOTH: &[(&str, &[Broken])] = &[(
    "both.F26.kept-and-copied-again",
    &[
        ("F26.purged-in-time/vendor-copy-gone", 8, true),
        ("F26.nothing-comes-back/not-after-deadline", 9, false),
    ],
)];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/logs")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(format!("{name}.jsonl"))).unwrap()
}

/// What a monitor finds in a log that it puts in order within a window.
fn followed(text: &str, window_ms: u64) -> Report {
    let mut monitor = Monitor::new(None);
    if window_ms > 0 {
        monitor = monitor.reordering(window_ms);
    }
    for (number, line) in (1..).zip(text.lines()) {
        monitor.feed(line).unwrap_or_else(|refusal| panic!("line {number}: {refusal}"));
    }
    monitor.end();
    monitor.report()
}

/// The log in order of time; equal times keep the order of the file.
fn in_order(text: &str) -> String {
    let at = |line: &&str| serde_json::from_str::<serde_json::Value>(line).unwrap()["at"].as_u64().unwrap();
    let (header, rest) = text.split_once('\n').unwrap();
    let mut lines: Vec<&str> = rest.lines().collect();
    lines.sort_by_key(at);
    format!("{header}\n{}\n", lines.join("\n"))
}

/// The promises and parts that the naive evaluator finds broken, each as often as it does, declared facts aside.
fn naively(text: &str) -> Vec<String> {
    let trace = Trace::parse(&in_order(text)).unwrap();
    let until = Some(trace.end_ms);
    let says = agreement::naive(&trace.header.rules, &trace.log, until);
    let judged = says.iter().filter(|saying| trace.is_judged(saying));
    judged
        .filter_map(|saying| match saying {
            Saying::BrokenAt(promise, part, _) | Saying::BrokenWhenEnded(promise, part, ..) => {
                Some(format!("{promise}/{part}"))
            }
            Saying::Triggered(_) | Saying::Witnessed(..) | Saying::Pending(..) => None,
        })
        .collect()
}

fn brief(breaches: &[BreachFound]) -> Vec<(String, u64, bool)> {
    let brief =
        |breach: &BreachFound| (format!("{}/{}", breach.promise, breach.failed), breach.line, breach.missed);
    breaches.iter().map(brief).collect()
}

#[test]
fn every_log_is_judged_here() {
    let entries = std::fs::read_dir(folder()).unwrap();
    let found: BTreeSet<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let breaching = BREACHING.iter().map(|(name, ..)| name).chain(BOTH.iter().map(|(name, _)| name));
    let listed = breaching.chain(HONEST).map(|name| format!("{name}.jsonl"));
    assert_eq!(found, listed.collect());
}

#[test]
fn a_log_breaks_one_part_at_one_line_by_monitor_and_naive_evaluator() {
    for &(name, window_ms, part, line, missed) in BREACHING {
        let text = text(name);
        assert!((9..=25).contains(&text.lines().count()), "{name} is short");
        let report = followed(&text, window_ms);
        assert_eq!(brief(&report.breaches), [(part.to_owned(), line, missed)], "{name}");
        assert_eq!(naively(&text), [part], "{name}");
        let header = report.header.unwrap();
        assert_eq!(
            (header.breaks.as_slice(), header.about.is_some()),
            (&[part.to_owned()][..], true),
            "{name}"
        );
        // The name tells the family and how the log starts or is ordered.
        let family = name.split('.').find(|word| part.starts_with(word));
        assert!(family.is_some_and(|family| part.split('.').next() == Some(family)), "{name}");
        assert_eq!(name.starts_with("declared."), header.start == Start::Declared, "{name}");
        assert_eq!(name.starts_with("reorder."), in_order(&text) != text, "{name}");
        let others = report.promises.iter().filter(|promise| promise.breaches == 0);
        assert!(others.into_iter().all(|promise| promise.verdict == Verdict::NoBreach), "{name}");
    }
}

#[test]
fn a_log_that_breaks_two_parts_breaks_them_by_monitor_and_naive_evaluator() {
    for (name, parts) in BOTH {
        let text = text(name);
        let report = followed(&text, 0);
        let wanted: Vec<_> =
            parts.iter().map(|&(part, line, missed)| (part.to_owned(), line, missed)).collect();
        assert_eq!(brief(&report.breaches), wanted, "{name}");
        let names: BTreeSet<_> = parts.iter().map(|(part, ..)| (*part).to_owned()).collect();
        assert_eq!(naively(&text).into_iter().collect::<BTreeSet<_>>(), names, "{name}");
        assert_eq!(report.header.unwrap().breaks.into_iter().collect::<BTreeSet<_>>(), names, "{name}");
    }
}

#[test]
fn every_family_has_a_log() {
    let families: BTreeSet<_> =
        BREACHING.iter().filter(|(name, ..)| name.starts_with('F')).map(|(name, ..)| &name[..3]).collect();
    let all_promises = vouchsafe_oracle::promises::all::<vouchsafe_oracle::Following>();
    let wanted: BTreeSet<_> = all_promises.iter().map(|promise| promise.family).collect();
    assert_eq!(families, wanted);
}

#[test]
fn the_declared_start_holds_nothing_that_would_be_a_breach() {
    let facts = followed(&text("declared.F30.withdrawal-left-lying"), 0).declared.unwrap();
    assert_eq!((facts.facts, facts.would_break, facts.until_line), (9, 0, Some(11)));
}

#[test]
fn an_honest_week_breaks_nothing_and_triggers_what_a_household_can() {
    for name in HONEST {
        let text = text(name);
        assert!((60..=120).contains(&text.lines().count()), "{name} can be read");
        let report = followed(&text, 0);
        assert_eq!((report.verdict(), naively(&text)), (Verdict::NoBreach, vec![]), "{name}");
        let in_week = ["F01", "F02", "F06", "F13", "F14", "F15", "F26", "F30", "F33", "F36"];
        for promise in report.promises.iter().filter(|promise| in_week.contains(&&promise.id[..3])) {
            assert!(promise.triggered > 0, "{name}: {}", promise.id);
            let unseen = promise.witnessed.iter().filter(|(_, count)| **count == 0);
            let unseen: Vec<_> = unseen.map(|(witness, _)| *witness).collect();
            // Nobody in the household lives under a law of separate consent.
            assert!(
                unseen.is_empty() || unseen == ["by-separate-consent"],
                "{name}: {} {unseen:?}",
                promise.id
            );
            assert!(promise.pending.is_empty(), "{name}: {}", promise.id);
        }
    }
}
