//! The alignment of two sequences of lines: which of the old stand as they were, and what became of the others.
//!
//! What most lines have in common keeps its order and is passed over. A line that is gone in one place and there
//! in another has moved. Between two lines that stand, what is left of the old is paired with what is left of
//! the new in order: those are changed, and the rest has vanished or is new.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What became of a line that does not stand as it was; lines are named by their places in the sequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// There is another line in its place.
    Changed {
        /// Its place among the old lines.
        old: usize,
        /// The place among the new lines of what is there instead.
        new: usize,
    },
    /// The same line is somewhere else.
    Moved {
        /// Its place among the old lines.
        old: usize,
        /// Its place among the new lines.
        new: usize,
    },
    /// It is gone.
    Vanished {
        /// Its place among the old lines.
        old: usize,
    },
    /// It was not there.
    New {
        /// Its place among the new lines.
        new: usize,
    },
}

/// How two sequences of lines lie beside each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// Places of lines, old and new, that stand as they were.
    pub standing: Vec<(usize, usize)>,
    /// What became of every other line, in the order of the old, with what is new where it was put.
    pub edits: Vec<Edit>,
}

impl Alignment {
    /// Aligns old lines with new ones. As few lines as possible are told of as moved.
    pub fn of<T: Ord + Copy + std::hash::Hash>(old: &[T], new: &[T]) -> Self {
        // A line that was nowhere before cannot stand, and a text may have very many of them.
        let known: BTreeSet<T> = old.iter().copied().collect();
        let places = new.iter().enumerate().filter(|(_, line)| known.contains(line));
        let (places, lines): (Vec<usize>, Vec<T>) = places.map(|(place, line)| (place, *line)).unzip();
        let mut standing = standing(old, &places, &lines);
        let passed = moved(old, new, &standing);
        settle(&mut standing, &passed);
        let moved = moved(old, new, &standing);
        let edits = edits(old.len(), new.len(), &standing, &moved);
        Self { standing, edits }
    }

    /// How many of the old lines are there, in place or moved.
    pub fn found(&self) -> usize {
        let moved = self.edits.iter().filter(|edit| matches!(edit, Edit::Moved { .. }));
        self.standing.len() + moved.count()
    }
}

/// The longest common part, as places of the old lines and of the new.
fn standing<T: Ord + Copy + std::hash::Hash>(
    old: &[T],
    places: &[usize],
    lines: &[T],
) -> Vec<(usize, usize)> {
    let mut standing = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, lines) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            let new = places.iter().copied().skip(new_index);
            standing.extend((old_index..old_index + len).zip(new));
        }
    }
    standing
}

/// Lets a line stand that has hardly moved, in place of a single one that it has passed and that has moved further:
/// of two lines that change places around a third, both have moved, and the third has not.
fn settle(standing: &mut [(usize, usize)], moved: &BTreeMap<usize, usize>) {
    for (&old, &new) in moved {
        let from = standing.partition_point(|pair| pair.0 < old && pair.1 < new);
        let to = standing.partition_point(|pair| pair.0 < old || pair.1 < new);
        // What lies before has shifted whatever follows, which is no move.
        let before = from.checked_sub(1).and_then(|before| standing.get(before)).copied().unwrap_or((0, 0));
        let way = |pair: (usize, usize)| (pair.0 - before.0).abs_diff(pair.1 - before.1);
        if let Some([passed]) = standing.get_mut(from..to)
            && way((old, new)) < way(*passed)
        {
            *passed = (old, new);
        }
    }
}

/// Old lines that do not stand and are among the new lines that do not stand either.
fn moved<T: Ord + Copy>(old: &[T], new: &[T], standing: &[(usize, usize)]) -> BTreeMap<usize, usize> {
    let stand_old: BTreeSet<usize> = standing.iter().map(|(old, _)| *old).collect();
    let stand_new: BTreeSet<usize> = standing.iter().map(|(_, new)| *new).collect();
    let mut gone: BTreeMap<T, VecDeque<usize>> = BTreeMap::new();
    for (place, line) in old.iter().enumerate().filter(|(place, _)| !stand_old.contains(place)) {
        gone.entry(*line).or_default().push_back(place);
    }
    let mut moved = BTreeMap::new();
    for (place, line) in new.iter().enumerate().filter(|(place, _)| !stand_new.contains(place)) {
        if let Some(from) = gone.get_mut(line).and_then(VecDeque::pop_front) {
            moved.insert(from, place);
        }
    }
    moved
}

/// What became of the lines between those that stand.
fn edits(old: usize, new: usize, standing: &[(usize, usize)], moved: &BTreeMap<usize, usize>) -> Vec<Edit> {
    let arrived: BTreeSet<usize> = moved.values().copied().collect();
    let mut edits = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    for &(to_old, to_new) in standing.iter().chain([&(old, new)]) {
        let mut came = (from_new..to_new).filter(|place| !arrived.contains(place));
        edits.extend((from_old..to_old).map(|old| match moved.get(&old) {
            Some(&new) => Edit::Moved { old, new },
            None => came.next().map_or(Edit::Vanished { old }, |new| Edit::Changed { old, new }),
        }));
        edits.extend(came.map(|new| Edit::New { new }));
        (from_old, from_new) = (to_old + 1, to_new + 1);
    }
    edits
}
