//! A log that was shuffled within the window has the report of the log in order.

use crate::{COMPLETE, brief, lines};
use proptest::prelude::*;
use vouchsafe_monitor::{BreachFound, Monitor, Refusal, Report};

const HOUR_MS: u64 = 3_600_000;

/// A message at this many milliseconds.
fn messaged(at_ms: u64) -> String {
    lines::line(at_ms, 3, 0)
}

/// The breaches with each line's number replaced by its place in another file.
fn renumbered(breaches: &[BreachFound], place: impl Fn(u64) -> u64) -> Vec<BreachFound> {
    let renumber = |breach: &BreachFound| {
        let mut because: Vec<u64> = breach.because.iter().map(|line| place(*line)).collect();
        because.sort_unstable();
        BreachFound { line: place(breach.line), because, ..breach.clone() }
    };
    breaches.iter().map(renumber).collect()
}

fn judged(mut monitor: Monitor, lines: &[String]) -> Report {
    monitor.feed(COMPLETE).unwrap();
    for line in lines {
        monitor.feed(line).unwrap();
    }
    monitor.end();
    assert_eq!(monitor.held_lines(), 0);
    monitor.advance(monitor.now_ms() + 100 * HOUR_MS);
    monitor.report()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_shuffle_within_the_window_gives_the_report_of_the_log_in_order(
        log in lines::log(),
        delays in proptest::collection::vec(0..=30u64, 60),
        window in prop_oneof![Just(0), Just(30 * HOUR_MS)],
    ) {
        // Each line comes in when it happened or up to a window later.
        let mut arrivals: Vec<(u64, usize)> =
            log.iter().zip(&delays).enumerate()
                .map(|(number, ((at, ..), delay))| (at + (delay * HOUR_MS).min(window), number))
                .collect();
        arrivals.sort();
        let shuffled: Vec<(u64, usize, usize)> = arrivals.iter().map(|(_, number)| log[*number]).collect();
        let mut order: Vec<usize> = (0..shuffled.len()).collect();
        order.sort_by_key(|number| shuffled[*number].0);
        let write = |(at, sort, person): (u64, usize, usize)| lines::line(at, sort, person);
        let as_read: Vec<String> = shuffled.iter().map(|one| write(*one)).collect();
        let in_order: Vec<String> = order.iter().map(|number| write(shuffled[*number])).collect();

        let found = judged(Monitor::new(None).reordering(window), &as_read);
        let ought = judged(Monitor::new(None), &in_order);
        prop_assert_eq!(&found.promises, &ought.promises);
        prop_assert_eq!((found.events, &found.unknown), (ought.events, &ought.unknown));
        // Line 1 is the header in both; a deadline that passes before any line is told of no line.
        let place = |line: u64| match line {
            0 | 1 => line,
            _ => order[line as usize - 2] as u64 + 2,
        };
        prop_assert_eq!(&found.breaches, &renumbered(&ought.breaches, place));
    }

    #[test]
    fn no_more_lines_are_held_than_fall_within_the_window(log in lines::log()) {
        let mut monitor = Monitor::new(None).reordering(30 * HOUR_MS);
        let mut log = log;
        log.sort_by_key(|(at, ..)| *at);
        for (number, (at, sort, person)) in log.iter().enumerate() {
            monitor.feed(&lines::line(*at, *sort, *person)).unwrap();
            let within = log[..=number].iter().filter(|(other, ..)| other + 30 * HOUR_MS > *at).count();
            prop_assert!(monitor.held_lines() <= within, "{} held", monitor.held_lines());
        }
    }
}

#[test]
fn a_line_that_comes_too_late_is_refused_with_how_late_it_is() {
    let mut monitor = Monitor::new(None).reordering(1000);
    monitor.feed(COMPLETE).unwrap();
    monitor.feed(&messaged(5000)).unwrap();
    monitor.feed(&messaged(4000)).unwrap();
    let refusal = monitor.feed(&messaged(3999)).unwrap_err();
    assert_eq!(refusal, Refusal::TooLate { at_ms: 3999, latest_ms: 5000, window_ms: 1000 });
    assert!(refusal.to_string().contains("1001 ms before"), "{refusal}");
    monitor.end();
    let report = monitor.report();
    assert_eq!((report.events, report.refused_lines), (2, 1));
    assert_eq!(brief(&report.breaches).iter().map(|(.., line)| *line).collect::<Vec<_>>(), [3, 2]);
}

#[test]
fn time_that_is_told_of_lets_lines_out_and_deadlines_pass_a_window_later() {
    let mut monitor = Monitor::new(None).reordering(1000);
    monitor.feed(COMPLETE).unwrap();
    monitor.feed(&messaged(5000)).unwrap();
    monitor.advance(5999);
    assert_eq!((monitor.events(), monitor.now_ms(), monitor.held_lines()), (0, 4999, 1));
    monitor.advance(6001);
    assert_eq!((monitor.events(), monitor.now_ms(), monitor.held_lines()), (1, 5001, 0));
    assert!(matches!(monitor.feed(&messaged(5000)), Err(Refusal::TooLate { .. })));
    monitor.end();
    assert_eq!(monitor.now_ms(), 6001, "what time was told of is not forgotten");
}

#[test]
fn without_a_window_a_line_out_of_order_is_refused() {
    let mut monitor = Monitor::new(None);
    monitor.feed(&messaged(5000)).unwrap();
    let refusal = monitor.feed(&messaged(4999)).unwrap_err();
    assert_eq!(refusal, Refusal::TimeGoesBack { at_ms: 4999, now_ms: 5000 });
}

#[test]
fn a_name_that_is_used_again_means_the_case_of_its_time() {
    // The second press comes in before the first is over, but happened after.
    let lines = [
        r#"{"at":1,"kind":"bound","tv":"t","person":"ana"}"#,
        r#"{"at":2,"kind":"pressed","command":"c","person":"ana","phone":"p","tv":"t","key":"navigate"}"#,
        r#"{"at":9,"kind":"pressed","command":"c","person":"ana","phone":"p","tv":"t","key":"volume-up"}"#,
        r#"{"at":4,"kind":"closed","command":"c"}"#,
        r#"{"at":3,"kind":"transmitted","command":"c","tv":"t","route":"lan"}"#,
        r#"{"at":10,"kind":"transmitted","command":"c","tv":"t","route":"lan"}"#,
    ];
    let report = judged(Monitor::new(None).reordering(10), &lines.map(str::to_owned));
    assert_eq!(brief(&report.breaches), []);
}
