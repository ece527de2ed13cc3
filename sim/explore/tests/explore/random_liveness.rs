//! Random graphs: trying every walk gives the same verdicts, and every lasso is what it says.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use vouchsafe_explore::{
    Bits, Duty, Fairness, Flags, Judged, Options, Quiet, Reason, Strength, Verdict, decide,
};

use crate::graph::{Edge, Graph, Shows};
use crate::lasso_check::check;
use crate::live_graph::LiveGraph;
use crate::live_naive as naive;

/// Few classes, and seldom what opens or answers one of two duties. What answers the first mostly belongs to
/// the first class: otherwise fairness would hardly ever force an answer.
fn judged() -> impl Strategy<Value = Judged> {
    let (rarely, mostly) = (prop::bool::weighted(0.15), prop::bool::weighted(0.8));
    (vec(prop::bool::weighted(0.08), 4), vec(rarely, 4), mostly).prop_map(
        |(classes, duties, answers_by_class)| {
            let judged = classes.iter().enumerate().filter(|(_, belongs)| **belongs);
            let judged = judged.fold(Judged::default(), |judged, (class, _)| judged.of(class));
            duties.iter().enumerate().filter(|(_, raised)| **raised).fold(
                judged,
                |judged, (at, _)| match at {
                    0 | 1 => judged.opening(at),
                    2 if answers_by_class => judged.answering(0).of(0),
                    _ => judged.answering(at - 2),
                },
            )
        },
    )
}

fn fairness() -> impl Strategy<Value = Vec<Fairness>> {
    let strength = prop_oneof![Just(Strength::Weak), Just(Strength::Strong)];
    vec(strength, 0..4).prop_map(|strengths| {
        let class = |(number, strength)| Fairness { name: format!("class {number}"), strength };
        strengths.into_iter().enumerate().map(class).collect()
    })
}

/// What shapes a graph beside chance.
#[derive(Clone, Copy, Debug)]
struct Shape {
    /// The second duty is owed in every run.
    eventually: bool,
    /// A run may not stop where something is possible: otherwise hardly anything else would matter.
    goes_on: bool,
    /// A silent ring makes one component of all states, in which classes come and go. All other steps say
    /// something of a duty, and of a class only if they answer.
    ring: bool,
}

fn shapes() -> impl Strategy<Value = Shape> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(eventually, goes_on, ring)| Shape {
        eventually,
        goes_on,
        ring,
    })
}

type Steps = Vec<(u8, u32, Judged)>;

fn graph(rows: Vec<Steps>, initial: Vec<(u32, Judged)>, fairness: Vec<Fairness>, shape: Shape) -> LiveGraph {
    let states = rows.len() as u32;
    let mut live = LiveGraph {
        graph: Graph::default(),
        judged: BTreeMap::new(),
        begins: initial.iter().copied().collect(),
        fairness,
        duties: vec![Duty::leads_to("first")],
    };
    live.graph.initial = initial.iter().map(|(state, _)| (*state, Shows::default())).collect();
    live.duties.push(if shape.eventually { Duty::eventually("second") } else { Duty::leads_to("second") });
    for (from, mut steps) in (0..).zip(rows) {
        if shape.ring {
            steps.retain(|(_, _, judged)| !judged.opens.is_empty() || !judged.answers.is_empty());
            for (_, _, judged) in steps.iter_mut().filter(|(_, _, judged)| judged.answers.is_empty()) {
                judged.classes = Flags::default();
            }
            steps.push((9, (from + 1) % states, Judged::default()));
        }
        steps.sort_by_key(|(action, _, _)| *action);
        steps.dedup_by_key(|(action, _, _)| *action);
        live.judged.extend(steps.iter().map(|(action, _, judged)| ((from, *action), *judged)));
        let edges =
            steps.iter().map(|(action, to, _)| Edge { action: *action, to: *to, shows: Shows::default() });
        live.graph.edges.push(edges.collect());
    }
    if shape.goes_on {
        let any = live.fairness.len();
        live.fairness.push(Fairness::weak("any step"));
        live.judged.values_mut().for_each(|judged| *judged = judged.of(any));
    }
    live
}

fn graphs() -> impl Strategy<Value = LiveGraph> {
    (1..=12u32, 0..2usize, 1..4usize).prop_flat_map(|(states, least, more)| {
        let rows = vec(vec((0..4u8, 0..states, judged()), least..=least + more), states as usize);
        let initial = vec((0..states, judged()), 1..3);
        (rows, initial, fairness(), shapes())
            .prop_map(|(rows, initial, fairness, shape)| graph(rows, initial, fairness, shape))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trying_every_walk_gives_the_same_verdicts(live in graphs()) {
        let found = live.decide();
        prop_assert_eq!(&found, &live.decide());
        for (duty, decision) in found.decisions.iter().enumerate() {
            prop_assert_eq!(decision.opened, naive::opened(&live, duty));
            match &decision.verdict {
                Verdict::Breached(lasso) => {
                    prop_assert!(naive::breached(&live, duty), "no run: {lasso:?}");
                    prop_assert_eq!(check(&live, duty, lasso), Ok(()), "{:?}", lasso);
                    let least = naive::distance(&live, duty).unwrap();
                    let len = lasso.stem.len();
                    prop_assert!(len == least || (lasso.rests() && len > least));
                }
                Verdict::Holds => prop_assert!(decision.opened && !naive::breached(&live, duty)),
                Verdict::Vacuous => prop_assert!(!decision.opened && !naive::breached(&live, duty)),
                Verdict::Undecided(reason) => prop_assert!(false, "nothing limits it, and yet {reason}"),
            }
        }
    }

    #[test]
    fn a_cut_graph_gives_real_lassos_and_no_other_verdict(live in graphs(), most in 1..9u64) {
        let options = Options { states_max: Some(most), ..Options::default() };
        let found = decide(&live, &options, &Quiet);
        let whole = live.decide();
        for (duty, decision) in found.decisions.iter().enumerate() {
            match &decision.verdict {
                Verdict::Breached(lasso) => prop_assert_eq!(check(&live, duty, lasso), Ok(())),
                Verdict::Undecided(reason) => {
                    prop_assert_eq!((found.extent, *reason), (vouchsafe_explore::Extent::Cut(Reason::States), Reason::States));
                }
                other @ (Verdict::Holds | Verdict::Vacuous) => prop_assert_eq!(other, &whole.decisions[duty].verdict),
            }
            prop_assert_eq!(found.holds(), found.extent == whole.extent && whole.holds());
        }
    }
}

type Spoil = fn(&mut LiveGraph);

/// The canary: a checker that is wrong in one of these ways must be told from the reference.
#[test]
fn the_reference_tells_every_broken_checker() {
    let broken: [(&str, Spoil); 9] = [
        ("takes strong for weak", |live| {
            live.fairness.iter_mut().for_each(|class| class.strength = Strength::Weak);
        }),
        ("takes weak for strong", |live| {
            live.fairness.iter_mut().for_each(|class| class.strength = Strength::Strong);
        }),
        ("forgets fairness", |live| live.fairness.clear()),
        ("forgets the last class", |live| drop(live.fairness.pop())),
        ("forgets that a run may stop", |live| {
            let any = live.fairness.len();
            live.fairness.push(Fairness::weak("any"));
            live.judged.values_mut().for_each(|judged| *judged = judged.of(any));
        }),
        ("judges answers on states", |live| {
            let edges: Vec<(u32, Edge)> = (0..)
                .zip(&live.graph.edges)
                .flat_map(|(from, row)| row.iter().map(move |edge| (from, *edge)))
                .collect();
            for (from, edge) in &edges {
                let answers = live.judged[&(*from, edge.action)].answers;
                for (other, into) in edges.iter().filter(|(_, into)| into.to == edge.to) {
                    live.judged.get_mut(&(*other, into.action)).unwrap().answers.join(&answers);
                }
            }
        }),
        ("judges fairness without the answering steps", |live| {
            for judged in live.judged.values_mut().filter(|judged| !judged.answers.is_empty()) {
                judged.classes = Default::default();
            }
        }),
        ("does not ask initial states", |live| live.begins.clear()),
        ("forgets loops of one state", |live| {
            for (state, row) in (0..).zip(&mut live.graph.edges) {
                row.retain(|edge| edge.to != state);
            }
        }),
    ];
    let mut runner = TestRunner::deterministic();
    let mut told = [0; 9];
    let mut verdicts = [0; 3];
    for _ in 0..2000 {
        let live = graphs().new_tree(&mut runner).unwrap().current();
        let right = [0, 1].map(|duty| naive::breached(&live, duty));
        for decision in live.decide().decisions {
            verdicts[match decision.verdict {
                Verdict::Breached(_) => 0,
                Verdict::Holds => 1,
                Verdict::Vacuous | Verdict::Undecided(_) => 2,
            }] += 1;
        }
        for ((_, spoil), told) in broken.iter().zip(&mut told) {
            let mut spoilt = live.clone();
            spoil(&mut spoilt);
            let said = spoilt.decide();
            let breached = |duty: usize| matches!(said.decisions[duty].verdict, Verdict::Breached(_));
            *told += usize::from([0, 1].map(breached) != right);
        }
    }
    for ((what, _), told) in broken.iter().zip(told) {
        assert!(told >= 20, "a checker that {what} was told only {told} times");
    }
    assert!(verdicts.iter().all(|count| *count > 300), "one-sided: {verdicts:?}");
}
