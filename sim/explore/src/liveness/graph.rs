//! The graph of a space in memory: compressed sparse rows of steps, each with a label.
//!
//! A state takes eight bytes and a step another eight. Actions and states are not kept: a step is known
//! by its place among those of its state, and a run is taken again in the space to name it.
#![expect(
    clippy::indexing_slicing,
    reason = "rows, targets and labels are written together, and places in them come from them"
)]

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use super::haunts::common;
use super::live::{Flags, Form, Judged, Live};
use crate::{Bits, Space, Step, Surveyor, WordHasher};

/// An initial state.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The number of the state.
    pub(super) number: u32,
    /// Its place in the order of the space.
    pub(super) place: usize,
    /// The number of its label.
    pub(super) label: u32,
}

/// The steps of every state that was expanded, and labels for them.
pub(super) struct Graph {
    /// Where the steps of each expanded state begin, and where the last one's end.
    rows: Vec<usize>,
    targets: Vec<u32>,
    marks: Vec<u32>,
    labels: Vec<Judged>,
    starts: Vec<Start>,
}

impl Graph {
    /// How many states were expanded. The steps of others are not known.
    pub(super) fn expanded(&self) -> u32 {
        (self.rows.len() - 1) as u32
    }

    pub(super) fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// The steps of a state; none of one that was not expanded.
    pub(super) fn steps(&self, state: u32) -> Range<usize> {
        let at = state as usize;
        if state < self.expanded() { self.rows[at]..self.rows[at + 1] } else { 0..0 }
    }

    /// Every step.
    pub(super) fn all(&self) -> Range<usize> {
        0..self.targets.len()
    }

    pub(super) fn target(&self, step: usize) -> u32 {
        self.targets[step]
    }

    /// The state that a step leads from.
    pub(super) fn source(&self, step: usize) -> u32 {
        (self.rows.partition_point(|first| *first <= step) - 1) as u32
    }

    /// The place of a step among those of its state.
    pub(super) fn place(&self, step: usize) -> usize {
        step - self.rows[self.source(step) as usize]
    }

    /// The number of the label of a step.
    pub(super) fn mark(&self, step: usize) -> u32 {
        self.marks[step]
    }

    /// Every label that some step or initial state has.
    pub(super) fn labels(&self) -> &[Judged] {
        &self.labels
    }

    /// The classes of a step.
    pub(super) fn classes(&self, step: usize) -> Flags {
        self.labels[self.marks[step] as usize].classes
    }

    /// The classes that are enabled in an expanded state.
    pub(super) fn enabled(&self, state: u32) -> Flags {
        let mut enabled = Flags::default();
        for step in self.steps(state) {
            enabled.join(&self.classes(step));
        }
        enabled
    }

    /// How many steps each class has.
    pub(super) fn uses(&self, classes: usize) -> Vec<u64> {
        let mut by_label = vec![0; self.labels.len()];
        for mark in &self.marks {
            by_label[*mark as usize] += 1;
        }
        let of = |class| self.labels.iter().zip(&by_label).filter(move |(label, _)| label.classes.has(class));
        (0..classes).map(|class| of(class).map(|(_, count)| count).sum()).collect()
    }

    pub(super) fn bytes(&self) -> usize {
        self.rows.capacity() * size_of::<usize>()
            + (self.targets.capacity() + self.marks.capacity()) * size_of::<u32>()
            + self.labels.capacity() * size_of::<Judged>()
    }
}

/// Writes the graph down as it is surveyed.
pub(super) struct Builder<'a, L> {
    live: &'a L,
    /// The numbers that are declared.
    classes: Flags,
    duties: Flags,
    /// The duties that are owed from the beginning of every run.
    eventually: Flags,
    graph: Graph,
    known: HashMap<Judged, u32, BuildHasherDefault<WordHasher>>,
    /// The label given last: the next step often has the same.
    last: Option<(Judged, u32)>,
}

impl<'a, L: Live> Builder<'a, L> {
    pub(super) fn new(live: &'a L) -> Self {
        let duties = live.duties();
        let owed = |number: &usize| duties.get(*number).is_some_and(|duty| duty.form == Form::Eventually);
        let graph = Graph {
            rows: vec![0],
            targets: Vec::new(),
            marks: Vec::new(),
            labels: Vec::new(),
            starts: Vec::new(),
        };
        Self {
            live,
            classes: (0..live.fairness().len()).collect(),
            eventually: (0..duties.len()).filter(owed).collect(),
            duties: (0..duties.len()).collect(),
            graph,
            known: HashMap::default(),
            last: None,
        }
    }

    pub(super) fn build(self) -> Graph {
        self.graph
    }

    fn label(&mut self, mut judged: Judged) -> u32 {
        judged.classes = common(&judged.classes, &self.classes);
        if let Some((last, number)) = self.last
            && last == judged
        {
            return number;
        }
        let next = self.graph.labels.len() as u32;
        let number = *self.known.entry(judged).or_insert(next);
        if number == next {
            let declared = self.duties.covers(&judged.opens) && self.duties.covers(&judged.answers);
            // Dropping it would make a duty hold that was forgotten.
            assert!(declared, "{judged:?} has a duty that is not declared");
            self.graph.labels.push(judged);
        }
        self.last = Some((judged, number));
        number
    }
}

impl<L: Live> Surveyor<L::Space> for Builder<'_, L> {
    fn initial(&mut self, number: u32, state: &<L::Space as Space>::State, _: bool, _: &BitsOf<L>) {
        let mut judged = self.live.begin(state);
        judged.classes = Flags::default();
        judged.opens = judged.opens.without(&self.eventually);
        judged.opens.join(&self.eventually);
        let label = self.label(judged);
        self.graph.starts.push(Start { number, place: self.graph.starts.len(), label });
    }

    fn expand(&mut self, _: u32, _: &<L::Space as Space>::State) {
        // The row of this state ends where it begins, until it has a step.
        self.graph.rows.push(self.graph.targets.len());
    }

    fn step(&mut self, step: &Step<'_, L::Space>) {
        let mut judged = self.live.judge(step.source, &step.action, step.target);
        judged.opens = judged.opens.without(&self.eventually);
        let label = self.label(judged);
        self.graph.targets.push(step.to);
        self.graph.marks.push(label);
        if let Some(end) = self.graph.rows.last_mut() {
            *end += 1;
        }
    }

    fn bytes(&self) -> usize {
        self.graph.bytes()
    }
}

type BitsOf<L> = <<L as Live>::Space as Space>::Bits;
