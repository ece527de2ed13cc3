//! Judging one duty after the other on the same graph.
#![expect(
    clippy::indexing_slicing,
    reason = "there is a place for each state and each label of the graph, and numbers of them come from it"
)]

use std::ops::ControlFlow;

use super::graph::Graph;
use super::haunts::{Classes, Haunts};
use super::lasso::{Due, Lasso, Respect};
use super::live::{Duty, Fairness, Live, Strength};
use super::part::Part;
use super::round::Round;
use super::stem::{Search, Stem};
use super::{Decision, Verdict};
use crate::observer::Watch;
use crate::{Bits, Extent, Marks, Pass, Reason, Space, Stats, Surveyed};

type ActionOf<L> = <<L as Live>::Space as Space>::Action;
type BitsOf<L> = <<L as Live>::Space as Space>::Bits;

/// What every duty is judged on.
pub(super) struct Judge<'a, L: Live> {
    pub(super) live: &'a L,
    pub(super) fairness: &'a [Fairness],
    pub(super) graph: &'a Graph,
    pub(super) surveyed: &'a Surveyed<BitsOf<L>>,
    pub(super) bytes_peak: usize,
}

/// Which labels open and which answer a duty.
struct Ask {
    opens: Vec<bool>,
    answers: Vec<bool>,
}

impl Ask {
    fn opens_only(&self, label: u32) -> bool {
        self.opens[label as usize] && !self.answers[label as usize]
    }

    fn answers(&self, label: u32) -> bool {
        self.answers[label as usize]
    }
}

/// Where a duty is owed.
struct Owed {
    states: Vec<u32>,
    /// Steps from these states.
    steps: usize,
    /// Whether one of them answers it.
    answered: bool,
}

impl<L: Live> Judge<'_, L> {
    pub(super) fn decide(
        &mut self,
        number: usize,
        duty: Duty,
        watch: &mut Watch<'_>,
    ) -> Decision<ActionOf<L>> {
        let labels = self.graph.labels();
        let ask = Ask {
            opens: labels.iter().map(|label| label.opens.has(number)).collect(),
            answers: labels.iter().map(|label| label.answers.has(number)).collect(),
        };
        let opened = ask.opens.contains(&true);
        let at_once = ask.opens.iter().zip(&ask.answers).any(|(opens, answers)| *opens && *answers);
        let owed = self.owed(&ask);
        let answered = at_once || owed.answered;
        let verdict = match (self.breach(&ask, owed, watch), self.surveyed.extent) {
            (Ok(Some(lasso)), _) => Verdict::Breached(lasso),
            (Err(reason), _) | (Ok(None), Extent::Cut(reason)) => Verdict::Undecided(reason),
            (Ok(None), Extent::Exhausted) if opened => Verdict::Holds,
            (Ok(None), Extent::Exhausted) => Verdict::Vacuous,
        };
        Decision { duty, opened, answered, verdict }
    }

    /// The states in which a duty can be owed.
    fn owed(&self, ask: &Ask) -> Owed {
        let graph = self.graph;
        let mut seen = vec![false; self.surveyed.states as usize];
        let mut owed = Owed { states: Vec::new(), steps: 0, answered: false };
        let mut reach = |state: u32, states: &mut Vec<u32>| {
            if !std::mem::replace(&mut seen[state as usize], true) {
                states.push(state);
            }
        };
        for start in graph.starts().iter().filter(|start| ask.opens_only(start.label)) {
            reach(start.number, &mut owed.states);
        }
        for step in graph.all().filter(|step| ask.opens_only(graph.mark(*step))) {
            reach(graph.target(step), &mut owed.states);
        }
        let mut at = 0;
        while let Some(state) = owed.states.get(at) {
            at += 1;
            for step in graph.steps(*state) {
                owed.steps += 1;
                if ask.answers(graph.mark(step)) {
                    owed.answered = true;
                } else {
                    reach(graph.target(step), &mut owed.states);
                }
            }
        }
        owed
    }

    /// The lasso that breaches the duty, if there is one.
    fn breach(
        &mut self,
        ask: &Ask,
        owed: Owed,
        watch: &mut Watch<'_>,
    ) -> Result<Option<Lasso<ActionOf<L>>>, Reason> {
        if owed.states.is_empty() {
            return Ok(None);
        }
        let (graph, states) = (self.graph, self.surveyed.states);
        let classes = Classes::of(self.fairness);
        let counts = |step: usize| !ask.answers(graph.mark(step));
        let (each, each_step) = Part::BYTES;
        let all = states as usize;
        let bytes = graph.bytes()
            + (Part::BYTES_LISTED + Haunts::BYTES) * all
            + each * owed.states.len()
            + each_step * owed.steps;
        let mut look = || self.look(bytes, watch);
        let haunts = Haunts::find(graph, states, &classes, owed.states, &counts, &mut look)?;
        if haunts.is_empty() {
            return Ok(None);
        }
        let bytes = graph.bytes() + (Haunts::BYTES + Search::BYTES) * all;
        if let Some(reason) = self.look(bytes, watch) {
            return Err(reason);
        }
        let search = Search::new(graph, states);
        let stems = search.run(&haunts, |label| ask.opens_only(label), |label| ask.answers(label));
        let resting = stems.to_rest.map(|stem| (stem, Vec::new()));
        let going = stems.to_component.map(|(stem, component)| {
            let round = Round::new(graph, &haunts, component, classes, states, counts).run(stem.end);
            (stem, round)
        });
        // The shorter one in all, and if neither is, the one that ends.
        let len = |(stem, round): &(Stem, Vec<usize>)| stem.steps.len() + round.len();
        let shortest = [resting, going].into_iter().flatten().min_by_key(len);
        let (stem, round) =
            shortest.unwrap_or_else(|| unreachable!("there is a way to every state where the duty is owed"));
        // Dropping the breach would make the duty hold.
        let lasso = self.name(&stem, &round);
        Ok(Some(
            lasso.unwrap_or_else(|| panic!("the space has not the steps that it had when it was surveyed")),
        ))
    }

    /// The limit that is met if so much memory is used.
    fn look(&mut self, bytes: usize, watch: &mut Watch<'_>) -> Option<Reason> {
        self.bytes_peak = self.bytes_peak.max(bytes);
        watch.look(&Stats {
            pass: Pass::Exploring,
            states: u64::from(self.surveyed.states),
            transitions: self.surveyed.transitions,
            frontier: u64::from(self.surveyed.states - self.surveyed.expanded),
            depth: self.surveyed.depth,
            frontier_bytes: 0,
            bytes,
        })
    }

    /// The lasso with its actions, taken from the space itself.
    fn name(&self, stem: &Stem, round: &[usize]) -> Option<Lasso<ActionOf<L>>> {
        let mut state = self.start(stem.place)?;
        let mut actions = Vec::new();
        for step in stem.steps.iter().chain(round) {
            let (action, target) = self.take(&state, self.graph.place(*step))?;
            actions.push(action);
            state = target;
        }
        let round_actions = actions.split_off(stem.steps.len());
        let respects = (0..).zip(self.fairness).map(|(number, class)| Respect {
            class: class.clone(),
            due: self.due(number, class.strength, stem.end, round),
        });
        Some(Lasso {
            initial: stem.place,
            stem: actions,
            opened: stem.opened,
            round: round_actions,
            respects: respects.collect(),
        })
    }

    fn start(&self, place: usize) -> Option<<L::Space as Space>::State> {
        let (mut at, mut found) = (0, None);
        // The break only ends the search early, here and below.
        let _ = self.live.space().initial(&mut Marks::default(), &mut |state, _| {
            if at == place {
                found = Some(state.clone());
                return ControlFlow::Break(());
            }
            at += 1;
            ControlFlow::Continue(())
        });
        found
    }

    fn take(
        &self,
        from: &<L::Space as Space>::State,
        place: usize,
    ) -> Option<(ActionOf<L>, <L::Space as Space>::State)> {
        let (mut at, mut found) = (0, None);
        let _ = self.live.space().successors(from, &mut Marks::default(), &mut |action, target, _| {
            if at == place {
                found = Some((action, target.clone()));
                return ControlFlow::Break(());
            }
            at += 1;
            ControlFlow::Continue(())
        });
        found
    }

    /// What a class gets in the loop; of several reasons the most telling.
    fn due(&self, class: usize, strength: Strength, end: u32, round: &[usize]) -> Due {
        let graph = self.graph;
        if let Some(at) = round.iter().position(|step| graph.classes(*step).has(class)) {
            return Due::Taken(at);
        }
        let rest = round.is_empty().then_some(end);
        let mut states = round.iter().map(|step| graph.source(*step)).chain(rest);
        let gap = states.position(|state| !graph.enabled(state).has(class));
        match (strength, gap) {
            (Strength::Weak, Some(at)) => Due::Disabled(at),
            (Strength::Weak, None) | (Strength::Strong, _) => Due::Never,
        }
    }
}
