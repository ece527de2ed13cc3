//! Arbitrary lines about a few people, so that promises are triggered and broken often.

use proptest::prelude::*;

/// A line of every sort that matters to order: facts, acts, cases that close, names that are used again.
const LINES: [&str; 20] = [
    r#""kind":"answered","person":"P","verbs":["use"],"categories":["account"],"answer":"yes","form":"separate","purpose":"direct-marketing""#,
    r#""kind":"opted-out","person":"P","channel":"plugin""#,
    r#""kind":"stopped-mail","person":"P","mail":"newsletter","channel":"email""#,
    r#""kind":"messaged","person":"P","by":"vendor","mail":"newsletter","channel":"email","promotional":true"#,
    r#""kind":"withdrew","request":"r-P","person":"P","verbs":["use"],"categories":["account"],"channel":"email""#,
    r#""kind":"withdrawal-processed","request":"r-P""#,
    r#""kind":"used","person":"P","category":"account","purpose":"support","by":"vendor""#,
    r#""kind":"bound","tv":"tv-P","person":"P""#,
    r#""kind":"pressed","command":"c-P","person":"P","phone":"ph","tv":"tv-P","key":"navigate""#,
    r#""kind":"transmitted","command":"c-P","tv":"tv-P","route":"lan""#,
    r#""kind":"executed","command":"c-P","tv":"tv-P","key":"navigate","route":"lan""#,
    r#""kind":"closed","command":"c-P""#,
    r#""kind":"collected","record":"d-P","person":"P","category":"account","by":"vendor","source":"submitted""#,
    r#""kind":"purpose-ended","record":"d-P""#,
    r#""kind":"purged","record":"d-P","by":"vendor""#,
    r#""kind":"copied","record":"d-P","to":"vendor""#,
    r#""kind":"guardian-reported","request":"g-P","person":"P","other":"gil""#,
    r#""kind":"subscribed","person":"P","service":"content","renewal":true"#,
    r#""kind":"danced","person":"P""#,
    r#""do":"tick""#,
];

/// A line of this sort about this person.
pub(crate) fn line(at_ms: u64, sort: usize, person: usize) -> String {
    let rest = LINES[sort % LINES.len()].replace('P', ["ana", "ben"][person % 2]);
    format!("{{\"at\":{at_ms},{rest}}}")
}

/// Times with what is seen at them: some days long, with many lines of one time.
pub(crate) fn log() -> impl Strategy<Value = Vec<(u64, usize, usize)>> {
    let one = (0..12u64, 0..LINES.len(), 0..2usize);
    proptest::collection::vec(one.prop_map(|(at, sort, person)| (at * 21_600_000, sort, person)), 0..60)
}
