//! Drift of made-up policies: whatever is done to a text is told at exactly the lines where it was done.

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use vouchsafe_engine::register::{Alignment, Another, Drift, Edit, Fingerprints, Register, Status};

/// A policy of this many lines, each with a blank line after it.
fn policy(lines: usize) -> Vec<String> {
    (0..lines)
        .flat_map(|number| [format!("Sentence {number} is made up, and says so."), String::new()])
        .collect()
}

static REGISTER: LazyLock<Register> =
    LazyLock::new(|| Register::shipped().expect("the shipped register is sound"));

fn fingerprints(lines: &[String]) -> Fingerprints {
    Fingerprints::of("made up", "2000-01-01", &lines.join("\n"), None)
}

/// What has drifted: status, line before, line in the text.
fn told(drift: &Drift<'_>) -> BTreeSet<(Status, Option<u32>, Option<u32>)> {
    drift.drifted.iter().map(|line| (line.status, line.old_line, line.new_line)).collect()
}

/// What is done to a group of four lines, of which the first and the last are left alone.
#[derive(Clone, Copy, Debug)]
enum Done {
    Nothing,
    /// The second is taken away.
    Delete,
    /// A line is put after the second.
    Insert,
    /// Another line is put in place of the second.
    Replace,
    /// The second and the third change places.
    SwapNear,
    /// The second changes places with that of the next group to which this is done.
    SwapFar,
}

fn done() -> impl Strategy<Value = Done> {
    prop_oneof![
        Just(Done::Nothing),
        Just(Done::Delete),
        Just(Done::Insert),
        Just(Done::Replace),
        Just(Done::SwapNear),
        Just(Done::SwapFar),
    ]
}

/// The number of a line, from 1.
fn number(place: usize) -> u32 {
    u32::try_from(place + 1).expect("texts of tests are short")
}

proptest! {
    #[test]
    fn what_is_done_is_told_at_exactly_those_lines(script in prop::collection::vec(done(), 3..12)) {
        let lines = policy(4 * script.len());
        // Each line of the new text with its old place, if it had one.
        let mut text: Vec<(String, Option<usize>)> =
            lines.iter().cloned().enumerate().map(|(place, line)| (line, Some(place))).collect();
        let mut far = None;
        let mut swapped = Vec::new();
        let mut near = Vec::new();
        let mut replaced = BTreeSet::new();
        for (group, done) in script.iter().enumerate() {
            // The groups behind are as they were, and stand at the end.
            let at = text.len() - 8 * (script.len() - group) + 2;
            let strange = format!("A strange sentence for group {group}.");
            match done {
                Done::Nothing => {}
                Done::Delete => drop(text.drain(at..at + 2)),
                Done::Insert => drop(text.splice(at + 2..at + 2, [(strange, None), (String::new(), None)])),
                Done::Replace => {
                    replaced.insert(8 * group + 2);
                    text[at] = (strange, Some(8 * group + 2));
                }
                Done::SwapNear => {
                    near.push((8 * group + 2, 8 * group + 4));
                    text.swap(at, at + 2);
                }
                Done::SwapFar => match far.take() {
                    None => far = Some((at, 8 * group + 2)),
                    Some((other, old)) => {
                        swapped.extend([old, 8 * group + 2]);
                        // What was done in between has moved the other group by nothing: it lies before.
                        text.swap(other, at);
                    }
                },
            }
        }
        let joined = text.iter().map(|(line, _)| line.as_str()).collect::<Vec<_>>().join("\n");
        let drift = Drift::of(&REGISTER, &fingerprints(&lines), &joined);
        let now = |old: usize| text.iter().position(|(_, place)| *place == Some(old));
        let mut ought = BTreeSet::new();
        for (place, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let old = Some(number(place));
            let status = match now(place) {
                None => Status::Vanished,
                Some(_) if replaced.contains(&place) => Status::Changed,
                Some(_) if swapped.contains(&place) => Status::Moved,
                Some(new) => {
                    prop_assert_eq!(line, &text[new].0);
                    continue;
                }
            };
            ought.insert((status, old, now(place).map(number)));
        }
        for (place, _) in text.iter().enumerate().filter(|(_, (line, old))| old.is_none() && !line.is_empty()) {
            ought.insert((Status::New, None, Some(number(place))));
        }
        let mut told = told(&drift);
        for (early, late) in near {
            // Of two neighbours that change places, either has moved past the other.
            let moved = |old: usize| (Status::Moved, Some(number(old)), now(old).map(number));
            prop_assert!(told.remove(&moved(early)) != told.remove(&moved(late)));
        }
        prop_assert_eq!(told, ought);
        prop_assert_eq!(drift.another, None);
    }

    #[test]
    fn a_text_that_is_set_anew_has_not_drifted(
        lines in 4..30_usize,
        crlf in any::<bool>(),
        mark in any::<bool>(),
        spread in any::<bool>(),
        width in prop::option::of(1..6_usize),
    ) {
        let policy = policy(lines);
        let mut text = policy.join("\n");
        if let Some(width) = width {
            let wrap = |line: &String| {
                let words: Vec<_> = line.split(' ').collect();
                words.chunks(width).map(|words| words.join(" ")).collect::<Vec<_>>().join("\n")
            };
            text = policy.iter().map(wrap).collect::<Vec<_>>().join("\n");
        }
        if spread {
            text = text.replace(' ', " \t\u{a0}").replace('\n', "  \n");
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let drift = Drift::of(&REGISTER, &fingerprints(&policy), &text);
        prop_assert!(drift.is_none(), "{:?}", drift);
        prop_assert_eq!((drift.found, drift.lines), (lines, lines));
    }

    #[test]
    fn an_alignment_accounts_for_each_line_once_and_moves_as_few_as_can_be(
        old in prop::collection::vec(0..6_u8, 0..12),
        new in prop::collection::vec(0..9_u8, 0..12),
    ) {
        let Alignment { standing, edits } = Alignment::of(&old, &new);
        prop_assert_eq!(edits.is_empty(), old == new);
        prop_assert!(standing.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
        prop_assert!(standing.iter().all(|&(from, to)| old[from] == new[to]));
        prop_assert_eq!(standing.len(), longest_common(&old, &new));
        let mut of_old: Vec<usize> = standing.iter().map(|pair| pair.0).collect();
        let mut of_new: Vec<usize> = standing.iter().map(|pair| pair.1).collect();
        for edit in edits {
            match edit {
                Edit::Changed { old: from, new: to } => {
                    prop_assert_ne!(old[from], new[to]);
                    of_old.push(from);
                    of_new.push(to);
                }
                Edit::Moved { old: from, new: to } => {
                    prop_assert_eq!(old[from], new[to]);
                    of_old.push(from);
                    of_new.push(to);
                }
                Edit::Vanished { old } => of_old.push(old),
                Edit::New { new } => of_new.push(new),
            }
        }
        of_old.sort_unstable();
        of_new.sort_unstable();
        prop_assert_eq!(of_old, (0..old.len()).collect::<Vec<_>>());
        prop_assert_eq!(of_new, (0..new.len()).collect::<Vec<_>>());
    }
}

/// The length of the longest sequence that both hold in order.
fn longest_common(old: &[u8], new: &[u8]) -> usize {
    match (old, new) {
        ([], _) | (_, []) => 0,
        ([first, old @ ..], [other, new @ ..]) if first == other => 1 + longest_common(old, new),
        ([_, old_rest @ ..], [_, new_rest @ ..]) => {
            longest_common(old_rest, new).max(longest_common(old, new_rest))
        }
    }
}

#[test]
fn of_two_lines_that_change_places_around_a_third_the_third_stands() {
    for (old, new, stands) in [
        (b"abc".as_slice(), b"cba".as_slice(), (1, 1)),
        (b"pabcq", b"pxcbaq", (2, 3)),
        (b"abcq", b"cbaq", (1, 1)),
    ] {
        let alignment = Alignment::of(old, new);
        assert!(alignment.standing.contains(&stands), "{alignment:?}");
        let moved = alignment.edits.iter().filter(|edit| matches!(edit, Edit::Moved { .. }));
        assert_eq!(moved.count(), 2);
    }
}

#[test]
fn what_hangs_on_a_line_is_told_with_it() {
    let lines = policy(100);
    let fingerprints = fingerprints(&lines);
    // With a blank line before them all, sentences stand on even lines, as in the policy from line 86 on.
    let mut text = vec![String::new()];
    text.extend(lines.iter().cloned());
    let moved_down = Fingerprints::of("made up", "2000-01-01", &text.join("\n"), None);
    text[85] = "Another sentence.".to_owned();
    let joined = text.join("\n");
    let drift = Drift::of(&REGISTER, &moved_down, &joined);
    assert_eq!(told(&drift), BTreeSet::from([(Status::Changed, Some(86), Some(86))]));
    assert_eq!(
        (&drift.drifted[0].clauses[..], &drift.drifted[0].promises[..]),
        (&["SHR-01"][..], &["F13.no-sale"][..])
    );
    assert_eq!(drift.drifted[0].section, REGISTER.clause("SHR-01").map(|clause| clause.section.as_str()));
    // Numbers are off by one against the other fingerprints, which is no drift.
    text[85].clone_from(&lines[84]);
    let joined = text.join("\n");
    let drift = Drift::of(&REGISTER, &fingerprints, &joined);
    assert!(drift.is_none());
    assert_eq!(drift.renumbered, Some((1, 2)));
}

#[test]
fn a_new_line_is_told_with_its_neighbours_in_the_section() {
    let mut lines = vec![String::new()];
    lines.extend(policy(100));
    let fingerprints = fingerprints(&lines);
    let with = |place: usize, line: &str| {
        let mut text = lines.clone();
        text.insert(place, line.to_owned());
        text.join("\n")
    };
    let text = with(87, "A new sentence.");
    let drift = Drift::of(&REGISTER, &fingerprints, &text);
    let new = &drift.drifted[0];
    assert_eq!((new.status, new.line, new.between), (Status::New, 88, Some((Some(86), Some(88)))));
    assert_eq!((&new.clauses[..], new.copy_of), (&["SHR-01", "SHR-02"][..], None));
    let text = with(0, &lines[85]);
    let drift = Drift::of(&REGISTER, &fingerprints, &text);
    let copy = &drift.drifted[0];
    assert_eq!((copy.status, copy.line, copy.copy_of), (Status::New, 1, Some(86)));
    assert_eq!((drift.drifted.len(), copy.between), (1, Some((None, Some(2)))));
}

#[test]
fn another_text_is_none_that_has_drifted() {
    let lines = policy(40);
    let fingerprints = fingerprints(&lines);
    let another = |text: &str| {
        let drift = Drift::of(&REGISTER, &fingerprints, text);
        (drift.another, drift.found, drift.is_none())
    };
    assert_eq!(another("Something\n\nelse altogether"), (Some(Another::HardlyFound), 0, false));
    assert_eq!(another(&lines[..18].join("\n")), (Some(Another::HardlyFound), 9, false));
    assert_eq!(another(&lines[..20].join("\n")), (None, 10, false));
    assert_eq!(another(&lines.join("\n").repeat(300)), (Some(Another::Repeats), 40, false));
    let strange = "Strange.\n".repeat(100_000);
    let long = format!("{strange}{}", lines.join("\n"));
    assert_eq!(another(&long), (None, 40, false));
}

#[test]
fn wrong_fingerprints_are_refused() {
    let good = fingerprints(&policy(2)).to_toml();
    assert_eq!(Fingerprints::read(&good), Ok(fingerprints(&policy(2))));
    for (from, to, says) in [
        ("fingerprints/1", "fingerprints/2", "vouchsafe.fingerprints/1"),
        ("number = 3", "number = 1", "out of order"),
        ("number = 1", "number = 0", "no line 0"),
        ("number = 1", "line = 1", "line"),
        ("sha256 = \"", "sha256 = \"g", "no SHA-256"),
        ("revision =", "date =", "date"),
    ] {
        let bad = good.replacen(from, to, 1);
        let error = Fingerprints::read(&bad).expect_err("it is bad");
        assert!(error.says.contains(says), "{error}");
    }
    let empty =
        good.split_inclusive("lines = [").next().map(|head| format!("{head}]")).expect("it has lines");
    assert!(Fingerprints::read(&empty).is_err_and(|error| error.says.contains("no lines")));
}
