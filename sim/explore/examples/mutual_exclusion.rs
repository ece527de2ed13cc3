//! Two processes and a critical section: who keeps the other out, and who lets it in.
//!
//! `cargo run -p vouchsafe-explore --example mutual_exclusion` checks three algorithms. Peterson's keeps one
//! process out while the other is in, and lets each in that wants to. With two of its lines exchanged it does
//! not keep them apart. A plain lock does, but it may pass one of them over for ever, unless the process that
//! finds it free again and again is bound to take it at some time.
#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use std::ops::ControlFlow;

use vouchsafe_explore::{
    Bits, Duty, Fairness, Judged, Live, Marks, Mask, Options, Quiet, Space, Strength, Verdict, decide,
    explore,
};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Algorithm {
    /// Want in, then let the other go first, then wait.
    Peterson,
    /// The same with the first two lines exchanged.
    Exchanged,
    /// Wait until nobody is in.
    Lock,
}

/// Where a process is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Outside,
    Begun,
    Waiting,
    Inside,
}

#[derive(Clone, Copy, Debug)]
struct Processes {
    at: [At; 2],
    wants: [bool; 2],
    /// Whose turn it is if both want in.
    turn: usize,
}

/// A process, and where it is. What it does next is plain from that.
type Action = (usize, At);

const BOTH_INSIDE: usize = 0;

impl Space for Algorithm {
    type State = Processes;
    type Action = (usize, At);
    type Bits = Mask<1>;

    /// All of the state in a few bits, so no two states are taken for one.
    fn fingerprint(&self, state: &Processes) -> u64 {
        let [one, two] = state.at.map(|at| at as u64);
        let [first, second] = state.wants.map(u64::from);
        one | two << 2 | first << 4 | second << 5 | (state.turn as u64) << 6
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&Processes, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&Processes { at: [At::Outside; 2], wants: [false; 2], turn: 0 }, &Mask::default())
    }

    fn successors(
        &self,
        state: &Processes,
        marks: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(Action, &Processes, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for me in [0, 1] {
            let Some(next) = self.next(state, me) else { continue };
            let mut breached = Mask::default();
            if next.at.contains(&At::Inside) {
                // There was something to judge: one of them has got in.
                marks.triggered.set(BOTH_INSIDE);
            }
            if next.at == [At::Inside; 2] {
                breached.set(BOTH_INSIDE);
            }
            let at = state.at.get(me).copied().unwrap_or(At::Outside);
            visit((me, at), &next, &breached)?;
        }
        ControlFlow::Continue(())
    }

    fn name(&self, (process, at): &Action) -> String {
        let does = match at {
            At::Outside => "begins",
            At::Begun => "goes on",
            At::Waiting => "gets in",
            At::Inside => "leaves",
        };
        format!("process {process} {does}")
    }
}

impl Algorithm {
    /// The next step of a process, if it need not wait.
    fn next(self, state: &Processes, me: usize) -> Option<Processes> {
        let other = 1 - me;
        let mut next = *state;
        let (at, wants) = (next.at.get_mut(me)?, next.wants.get_mut(me)?);
        let (others_at, other_wants) = (*state.at.get(other)?, *state.wants.get(other)?);
        match (*at, self) {
            (At::Outside, Self::Lock) => *at = At::Begun,
            (At::Outside, Self::Peterson) | (At::Begun, Self::Exchanged) => *wants = true,
            (At::Outside, Self::Exchanged) | (At::Begun, Self::Peterson) => next.turn = other,
            (At::Waiting, Self::Lock) if others_at == At::Inside => return None,
            (At::Waiting, Self::Peterson | Self::Exchanged) if other_wants && state.turn != me => {
                return None;
            }
            (At::Inside, _) => *wants = false,
            (At::Waiting, _) | (At::Begun, Self::Lock) => {}
        }
        *at = match *at {
            At::Outside => At::Begun,
            At::Begun => At::Waiting,
            At::Waiting => At::Inside,
            At::Inside => At::Outside,
        };
        Some(next)
    }
}

/// That a process which wants in gets in, if processes that are on their way go on.
struct LetsIn {
    algorithm: Algorithm,
    /// How fair it is to each of them; if at all.
    fair: Option<Strength>,
}

impl Live for LetsIn {
    type Space = Algorithm;

    fn space(&self) -> &Algorithm {
        &self.algorithm
    }

    fn fairness(&self) -> Vec<Fairness> {
        let class = |strength| [0, 1].map(|me| Fairness { name: format!("process {me} goes on"), strength });
        self.fair.into_iter().flat_map(class).collect()
    }

    fn duties(&self) -> Vec<Duty> {
        [0, 1].map(|me| Duty::leads_to(format!("process {me} gets in"))).to_vec()
    }

    fn begin(&self, _: &Processes) -> Judged {
        Judged::default()
    }

    fn judge(&self, _: &Processes, (me, at): &Action, _: &Processes) -> Judged {
        match at {
            // Nobody has to begin.
            At::Outside => Judged::default().opening(*me),
            At::Waiting => Judged::default().of(*me).answering(*me),
            At::Begun | At::Inside => Judged::default().of(*me),
        }
    }
}

fn main() {
    for algorithm in [Algorithm::Peterson, Algorithm::Exchanged, Algorithm::Lock] {
        let report = explore(&algorithm, &Options::default(), &Quiet);
        println!("{algorithm:?}: {} states, {}", report.states, report.extent);
        for breach in &report.breaches {
            let walk = breach.counterexample.as_ref().map(|walk| walk.actions.as_slice()).unwrap_or_default();
            let names: Vec<String> = walk.iter().map(|action| algorithm.name(action)).collect();
            println!("  both get in: {}", names.join(", "));
        }
        assert_eq!(report.holds(), algorithm != Algorithm::Exchanged);
        for fair in [None, Some(Strength::Weak), Some(Strength::Strong)] {
            let found = decide(&LetsIn { algorithm, fair }, &Options::default(), &Quiet);
            println!("  {}", fair.map_or("without fairness".into(), |fair| format!("{fair:?} fairness")));
            for decision in &found.decisions {
                let name = &decision.duty.name;
                match &decision.verdict {
                    Verdict::Holds => println!("    {name}: always"),
                    Verdict::Vacuous => println!("    {name}: nobody wants to"),
                    Verdict::Undecided(reason) => println!("    {name}: not known, because of {reason}"),
                    Verdict::Breached(lasso) => {
                        println!("    {name}: not in this run");
                        lasso.tell(&algorithm).lines().for_each(|line| println!("      {line}"));
                    }
                }
            }
            let kept = match algorithm {
                Algorithm::Peterson | Algorithm::Exchanged => fair.is_some(),
                Algorithm::Lock => fair == Some(Strength::Strong),
            };
            assert_eq!(found.holds(), kept);
        }
    }
}

#[test]
fn each_algorithm_keeps_what_is_said_of_it() {
    main();
}
