//! A sequence chart in text: who shows what to whom, top to bottom; and the same as a picture.

pub mod svg;

use crate::story::name_of;
use std::collections::BTreeMap;
use std::fmt::Write;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Holder, Observation as O, Phone, Route, Sort, Source, Word};

/// One that has a column.
type Lane = (Sort, u32);

const VENDOR: Lane = (Sort::Holder, Holder::VENDOR.0);

/// The columns together are no wider than this, so that a chart fits a page.
const WIDTH_MAX: usize = 88;

/// What one observation draws.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Arrow {
    number: u64,
    from: Lane,
    to: Lane,
    label: &'static str,
}

/// Draws the observations that come with a step; those of the opening (step 0) are facts and not drawn.
pub fn draw(run: &[(usize, O)], names: &dyn Naming) -> String {
    let arrows = arrows(run);
    let lanes = lanes(&arrows);
    if lanes.is_empty() {
        return String::new();
    }
    let titles: Vec<String> = lanes.iter().map(|&(sort, id)| name_of(names, sort, id)).collect();
    let widest =
        arrows.iter().map(|arrow| arrow.label.len()).chain(titles.iter().map(String::len)).max().unwrap_or(0);
    let width = (widest + 5).min(26).min(WIDTH_MAX / lanes.len()).max(4);
    let mut chart = String::from("      ");
    for title in &titles {
        // Writing to a string cannot fail.
        let _ = write!(chart, "{title:^width$}");
    }
    chart = format!("{}\n", chart.trim_end());
    for arrow in &arrows {
        let place = |lane: Lane| lanes.iter().position(|&other| other == lane).unwrap_or(0);
        chart.push_str(&line(arrow, place(arrow.from), place(arrow.to), lanes.len(), width));
    }
    chart
}

/// The columns that the arrows need, in order.
fn lanes(arrows: &[Arrow]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for arrow in arrows {
        for lane in [arrow.from, arrow.to] {
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
    }
    // People and their things on the left, the vendor and recipients on the right.
    lanes.sort_by_key(|&(sort, id)| (sort == Sort::Holder, rank(sort), id));
    lanes
}

fn rank(sort: Sort) -> u8 {
    match sort {
        Sort::Person => 0,
        Sort::Phone => 1,
        Sort::Tv => 2,
        Sort::Holder => 3,
        Sort::Command
        | Sort::Record
        | Sort::Request
        | Sort::Contract
        | Sort::Mac
        | Sort::DeviceId
        | Sort::Staff
        | Sort::Terms => 4,
    }
}

fn line(arrow: &Arrow, from: usize, to: usize, lanes: usize, width: usize) -> String {
    let centre = |lane: usize| lane * width + width / 2;
    let mut row: Vec<char> = vec![' '; lanes * width + arrow.label.len() + 4];
    let mut put = |at: usize, mark: char| {
        if let Some(cell) = row.get_mut(at) {
            *cell = mark;
        }
    };
    for lane in 0..lanes {
        put(centre(lane), '|');
    }
    let (left, right) = (centre(from.min(to)), centre(from.max(to)));
    let start = if from == to {
        put(left, 'o');
        left + 2
    } else {
        for at in left + 1..right {
            put(at, '-');
        }
        if from < to {
            put(right - 1, '>')
        } else {
            put(left + 1, '<')
        }
        left + (right - left - arrow.label.len().min(right - left)) / 2
    };
    for (offset, letter) in arrow.label.chars().enumerate() {
        put(start + offset, letter);
    }
    let row: String = row.into_iter().collect();
    format!("{:>4}  {}\n", arrow.number, row.trim_end())
}

fn arrows(run: &[(usize, O)]) -> Vec<Arrow> {
    let mut phones: BTreeMap<u32, Phone> = BTreeMap::new();
    let mut arrows = Vec::new();
    for (number, (step, saw)) in (1..).zip(run) {
        if let O::Pressed { command, phone, .. } = saw {
            phones.insert(command.0, *phone);
        }
        if *step == 0 || matches!(saw, O::Closed { .. }) {
            continue;
        }
        let (from, to) = ends(saw, &phones);
        arrows.push(Arrow { number, from, to, label: saw.kind().name() });
    }
    arrows
}

/// From whom to whom an observation goes.
fn ends(saw: &O, phones: &BTreeMap<u32, Phone>) -> (Lane, Lane) {
    let person = || saw.person().map_or(VENDOR, |person| (Sort::Person, person.0));
    let first = |sort: Sort| saw.first(sort).map(|id| (sort, id));
    let phone_of = |command: u32| phones.get(&command).map_or(VENDOR, |phone| (Sort::Phone, phone.0));
    if let &O::Transmitted { command, tv, route } = saw {
        let from = if route == Route::Lan { phone_of(command.0) } else { VENDOR };
        return (from, (Sort::Tv, tv.0));
    }
    if let &O::Failed { command } = saw {
        return (phone_of(command.0), phone_of(command.0));
    }
    if let &O::Collected { by, source, tv, .. } = saw {
        let from =
            if source == Source::Reported { tv.map_or(person(), |tv| (Sort::Tv, tv.0)) } else { person() };
        return (from, (Sort::Holder, by.0));
    }
    if let &(O::Disclosed { by, to, .. } | O::Paid { by, to, .. }) = saw {
        return ((Sort::Holder, by.0), (Sort::Holder, to.0));
    }
    if let &(O::Copied { to, .. } | O::FiguresShared { to, .. } | O::CustodyMoved { to, .. }) = saw {
        return (VENDOR, (Sort::Holder, to.0));
    }
    if let &(O::Asked { by, .. } | O::Messaged { by, .. }) = saw {
        return ((Sort::Holder, by.0), person());
    }
    if let &(O::Used { by, .. } | O::Purged { by, .. } | O::Deidentified { by, .. }) = saw {
        return ((Sort::Holder, by.0), (Sort::Holder, by.0));
    }
    if let &(O::GuardianReported { other, .. } | O::GuardianApproved { other, .. }) = saw {
        return ((Sort::Person, other.0), VENDOR);
    }
    if matches!(saw, O::CorporateNotice { .. } | O::Shown { .. } | O::ShownUnknown { .. }) {
        return (VENDOR, person());
    }
    if matches!(saw, O::AcceptanceTaken { .. } | O::AgeLearned { .. } | O::SubscriptionEnded { .. }) {
        return (VENDOR, VENDOR);
    }
    match (first(Sort::Person), first(Sort::Phone), first(Sort::Tv)) {
        (Some(person), Some(phone), _) => (person, phone),
        (Some(person), None, Some(tv)) => (person, tv),
        (Some(person), None, None) => (person, VENDOR),
        (None, Some(phone), Some(tv)) => (phone, tv),
        (None, None, Some(tv)) if matches!(saw, O::Checked { .. }) => (tv, VENDOR),
        (None, _, Some(tv)) => (tv, tv),
        (None, _, None) => (VENDOR, VENDOR),
    }
}
