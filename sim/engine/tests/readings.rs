//! What every choice of every reading does to the promises, explored on each side.
//!
//! `VOUCHSAFE_RENEW=1 cargo test -p vouchsafe-engine --test readings` writes the page about it anew.

#[path = "common/page.rs"]
mod page;

use page::hold;
use std::sync::OnceLock;
use vouchsafe_alphabet::readings::{self, Strength};
use vouchsafe_engine::document::{self, Tried};
use vouchsafe_engine::standings::{Side, Standings, concerned, stand};
use vouchsafe_engine::{Checked, Verdict, shipped};
use vouchsafe_explore::{Options, Quiet};

/// Weaker choices by which no party of a shipped scope does anything that the default forbids.
const KEPT_ALL_THE_SAME: &[(&str, &str, &str)] = &[
    (
        "withdrawal-clock",
        "from-processing",
        "withdrawals are processed by their deadline, which is when the default binds as well",
    ),
    ("stated-date", "earliest", "the vendor states one date for each version"),
    ("minor-data", "submitted-only", "the removal takes all records of the person, whatever was submitted"),
];

/// Choices under which the parties cannot keep what is judged, whatever they play.
const CANNOT_BE_KEPT: &[(&str, &str, &str)] = &[
    ("withdrawal-clock", "at-once", "a withdrawal takes a moment to reach everybody who handles data"),
    ("command-record", "mandatory", "where commands may not be collected they are executed and not recorded"),
    (
        "marks",
        "go-too",
        "the promises to leave minors alone are judged by what was told, whatever became of the mark",
    ),
    ("sale-scope", "any-benefit", "a recipient pays for something else than the data"),
    ("partner-scope", "all-partners", "providers of advertising get data in order to advertise"),
    ("minor", "actual-age", "nobody has told the vendor how old a person is"),
];

fn tried() -> &'static [Tried] {
    static TRIED: OnceLock<Vec<Tried>> = OnceLock::new();
    TRIED.get_or_init(|| {
        let scopes = shipped::all();
        let options = Options { threads: 2, ..Options::default() };
        let choices = readings::ALL
            .iter()
            .flat_map(|reading| reading.choices.iter().skip(1).map(move |choice| (reading, choice)));
        choices
            .map(|(reading, choice)| {
                let concerned = concerned(reading, &scopes);
                let on = |side| {
                    stand(reading, choice, side, &concerned, &|scope| Checked::scope(scope, &options, &Quiet))
                };
                (reading, choice, Side::ALL.map(on).to_vec())
            })
            .collect()
    })
}

fn is_listed(list: &[(&str, &str, &str)], reading: &str, choice: &str) -> bool {
    list.iter().any(|(of, known, why)| *of == reading && *known == choice && !why.is_empty())
}

fn breaks(standings: &Standings) -> bool {
    standings.promises.iter().any(|standing| !standing.fallen.is_empty())
}

#[test]
fn the_page_of_the_readings_is_that_of_exploring() {
    hold("docs/READINGS.md", &document::standings(tried()));
}

#[test]
fn every_choice_is_decided_to_the_end() {
    for (reading, choice, sides) in tried() {
        for standings in sides {
            let name = format!("{}={}, {}", reading.name, choice.name, standings.side.name());
            assert!(standings.refused.is_empty(), "{name}: {:?}", standings.refused);
            assert!(!standings.promises.is_empty(), "{name} was asked of nothing");
            let open = standings
                .promises
                .iter()
                .find(|of| matches!(of.verdict, Verdict::Bounded | Verdict::Vacuous));
            assert_eq!(open, None, "{name}");
        }
    }
}

#[test]
fn a_weaker_choice_that_is_played_breaks_the_default() {
    for (reading, choice, sides) in tried() {
        let weak = choice.strength == Strength::Weaker;
        let kept = is_listed(KEPT_ALL_THE_SAME, reading.name, choice.name);
        let played = sides.iter().find(|standings| standings.side == Side::Played).expect("it was tried");
        if weak {
            assert_eq!(breaks(played), !kept, "{}={}: {played:?}", reading.name, choice.name);
        } else {
            assert!(
                !breaks(played),
                "{}={} is stronger, and breaks the default: {played:?}",
                reading.name,
                choice.name
            );
        }
    }
}

#[test]
fn who_plays_what_is_judged_keeps_it_where_it_can_be_kept() {
    for (reading, choice, sides) in tried() {
        let both = sides.iter().find(|standings| standings.side == Side::Both).expect("it was tried");
        let cannot = is_listed(CANNOT_BE_KEPT, reading.name, choice.name);
        assert_eq!(breaks(both), cannot, "{}={}: {both:?}", reading.name, choice.name);
    }
}
