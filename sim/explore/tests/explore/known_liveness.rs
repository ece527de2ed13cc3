//! Small graphs whose liveness is plain to see.

use vouchsafe_explore::{Due, Duty, Extent, Fairness, Form, Lasso, Verdict};

use crate::lasso_check::check;
use crate::live_graph::LiveGraph;

fn verdict(live: &LiveGraph) -> Verdict<u8> {
    let found = live.decide();
    assert_eq!(found.extent, Extent::Exhausted);
    found.decisions[0].verdict.clone()
}

/// The lasso, which is held against the graph.
fn lasso(live: &LiveGraph) -> Lasso<u8> {
    match verdict(live) {
        Verdict::Breached(lasso) => {
            assert_eq!(check(live, 0, &lasso), Ok(()), "{lasso:?}");
            lasso
        }
        other @ (Verdict::Holds | Verdict::Vacuous | Verdict::Undecided(_)) => {
            panic!("no lasso, but {other:?}")
        }
    }
}

fn holds(live: &LiveGraph) -> bool {
    verdict(live) == Verdict::Holds
}

/// Stem, steps of it up to the one that opens the duty, and loop.
fn shape(live: &LiveGraph) -> (Vec<u8>, usize, Vec<u8>) {
    let lasso = lasso(live);
    (lasso.stem, lasso.opened, lasso.round)
}

#[test]
fn nothing_has_to_happen_without_fairness() {
    // The answer is the only thing that can happen, and still the run may stop.
    let edges = [(0, 1, 1, "p0"), (1, 2, 0, "q0")];
    assert_eq!(shape(&LiveGraph::of("", &edges)), (vec![1], 1, vec![]));
    assert!(holds(&LiveGraph::of("w", &edges)));
    assert!(holds(&LiveGraph::of("s", &edges)));
}

#[test]
fn a_cycle_breaches_even_if_progress_is_forced() {
    let live = LiveGraph::of("w", &[(0, 1, 1, "p0"), (1, 1, 2, "0"), (2, 1, 1, "0"), (2, 2, 3, "q0")]);
    assert_eq!(shape(&live), (vec![1], 1, vec![1, 1]));
    assert_eq!(lasso(&live).respects[0].due, Due::Taken(0));
}

#[test]
fn a_join_is_judged_the_same_in_both_orders_of_its_edges() {
    // State 3 is reached by an answered way and by one that is not.
    for (answered, silent) in [(1, 2), (2, 1)] {
        let live = LiveGraph::of(
            "w",
            &[(0, answered, 1, "0"), (0, silent, 2, "0"), (1, 1, 3, "q0"), (2, 1, 3, "0"), (3, 1, 4, "0")],
        )
        .eventually();
        assert_eq!(shape(&live), (vec![silent, 1, 1], 0, vec![]));
        let live = LiveGraph::of(
            "w",
            &[(0, answered, 1, "p0"), (0, silent, 2, "p0"), (1, 1, 3, "q0"), (2, 1, 3, "0")],
        );
        assert_eq!(shape(&live), (vec![silent, 1], 1, vec![]));
    }
}

#[test]
fn a_loop_of_one_state_is_a_loop() {
    let live = LiveGraph::of("w", &[(0, 1, 1, "p0"), (1, 1, 1, "0"), (1, 2, 2, "q0")]);
    assert_eq!(shape(&live), (vec![1], 1, vec![1]));
    // With the answer in a class of its own the loop is not fair.
    assert!(holds(&LiveGraph::of("ww", &[(0, 1, 1, "p0"), (1, 1, 1, "0"), (1, 2, 2, "q1")])));
    // And if the answer itself leads back to the same state, it still answers.
    assert!(holds(&LiveGraph::of("w", &[(0, 1, 1, "p"), (1, 1, 1, "q0")])));
}

#[test]
fn a_dead_end_breaches_under_any_fairness() {
    let live = LiveGraph::of("ws", &[(0, 1, 1, "p01"), (0, 2, 2, "q01")]);
    let lasso = lasso(&live);
    assert!(lasso.rests());
    assert_eq!(
        lasso.respects.iter().map(|respect| respect.due).collect::<Vec<_>>(),
        [Due::Disabled(0), Due::Never]
    );
}

#[test]
fn an_unfair_loop_is_no_breach_and_a_fair_one_is() {
    // Round and round between 1 and 2, while the answer is possible in both.
    let always = [(0, 1, 1, "p"), (1, 1, 2, "0"), (2, 1, 1, "0"), (1, 9, 3, "q1"), (2, 9, 3, "q1")];
    assert!(holds(&LiveGraph::of("ww", &always)));
    // Possible in one of them only: that is enough for strong fairness and not for weak.
    let sometimes = [(0, 1, 1, "p0"), (1, 1, 2, "0"), (2, 1, 1, "0"), (2, 9, 3, "q1")];
    assert!(holds(&LiveGraph::of("ws", &sometimes)));
    let weak = LiveGraph::of("ww", &sometimes);
    assert_eq!(shape(&weak), (vec![1], 1, vec![1, 1]));
    let dues: Vec<_> = lasso(&weak).respects.iter().map(|respect| respect.due).collect();
    assert_eq!(dues, [Due::Taken(0), Due::Disabled(0)]);
}

#[test]
fn a_loop_does_what_each_of_two_fair_actions_asks() {
    // In state 1 both are possible, each on a loop of its own: a fair run takes both.
    let live = LiveGraph::of(
        "ww",
        &[(0, 5, 1, "p"), (1, 1, 2, "0"), (2, 1, 1, "01"), (1, 2, 3, "1"), (3, 2, 1, "01"), (2, 9, 4, "q")],
    );
    let lasso = lasso(&live);
    assert_eq!((lasso.stem, lasso.opened), (vec![5], 1));
    assert_eq!(lasso.round, [1, 1]);
    // If the ways back belong to one class alone, one loop does not do.
    let live = LiveGraph::of("ww", &[(0, 5, 1, "p"), (1, 1, 1, "0"), (1, 2, 1, "1")]);
    assert_eq!(shape(&live), (vec![5], 1, vec![1, 2]));
}

#[test]
fn a_fair_component_may_have_an_unfair_loop_in_it() {
    // The short loop at state 1 starves class 1; the long one by way of 2 and 3 does not.
    let live = LiveGraph::of(
        "ws",
        &[(0, 5, 1, "p0"), (1, 1, 1, "0"), (1, 2, 2, "0"), (2, 2, 3, "0"), (3, 2, 1, "1"), (1, 3, 4, "1q")],
    );
    assert_eq!(shape(&live), (vec![5], 1, vec![2, 2, 2]));
}

#[test]
fn an_unfair_component_may_have_a_fair_loop_in_it() {
    // Class 1 is strongly fair, possible in state 3 and never taken: the run keeps away from there.
    let live = LiveGraph::of(
        "ws",
        &[(0, 5, 1, "p0"), (1, 1, 2, "0"), (2, 1, 1, "0"), (2, 2, 3, "0"), (3, 1, 1, "0"), (3, 9, 4, "q1")],
    );
    assert_eq!(shape(&live), (vec![5], 1, vec![1, 1]));
    assert_eq!(lasso(&live).respects[1].due, Due::Never);
    // Where every loop comes by, none is fair.
    let live = LiveGraph::of("ws", &[(0, 5, 1, "p0"), (1, 1, 3, "0"), (3, 1, 1, "0"), (3, 9, 4, "q1")]);
    assert!(holds(&live));
}

#[test]
fn refinement_goes_on_as_long_as_it_has_to() {
    // Without the state of class 1 the rest falls apart, and what is left starves class 2.
    let edges = |last| {
        [
            (0, 5, 1, "p0"),
            (1, 1, 2, "0"),
            (2, 1, 3, "02"),
            (3, 1, 1, "0"),
            (3, 9, 9, "q1"),
            (1, 2, 4, "0"),
            (4, 1, 1, "0"),
            (4, 9, 9, last),
        ]
    };
    assert!(holds(&LiveGraph::of("wss", &edges("q2"))));
    assert_eq!(shape(&LiveGraph::of("wss", &edges("q"))), (vec![5], 1, vec![2, 1]));
}

#[test]
fn an_initial_state_may_owe_the_duty() {
    let live =
        LiveGraph::of("w", &[(0, 1, 1, "q0"), (2, 1, 2, "0"), (2, 2, 3, "q0")]).also_from(2).begin(2, "p");
    let found = lasso(&live);
    assert_eq!((found.initial, found.opened, found.stem, found.round), (1, 0, vec![], vec![1]));
    // It may answer by itself, too.
    let live = LiveGraph::of("w", &[(0, 1, 1, "0")]).eventually();
    assert!(holds(&live.clone().begin(0, "q")));
    assert_eq!(lasso(&live).opened, 0);
    // And be owed by one of two initial states only.
    let live = live.also_from(1).begin(0, "q");
    assert_eq!((lasso(&live).initial, lasso(&live).stem), (1, vec![]));
}

#[test]
fn a_step_may_open_and_answer_at_once() {
    let live = LiveGraph::of("w", &[(0, 1, 1, "pq0")]);
    assert!(holds(&live));
    assert!(live.decide().decisions[0].answered);
    // Reached again without the answer, it is owed.
    assert_eq!(shape(&LiveGraph::of("w", &[(0, 1, 1, "pq0"), (0, 2, 1, "p0")])), (vec![2], 1, vec![]));
}

#[test]
fn an_answer_that_leads_into_a_loop_excuses_it() {
    let loops = [(0, 1, 1, "p0"), (1, 1, 2, "q0"), (2, 1, 3, "0"), (3, 1, 2, "0")];
    assert!(holds(&LiveGraph::of("w", &loops)));
    // With a second way into the same loop it does not.
    let second = [loops.as_slice(), &[(1, 2, 3, "0")]].concat();
    assert_eq!(shape(&LiveGraph::of("w", &second)), (vec![1, 2], 1, vec![1, 1]));
}

#[test]
fn edges_are_judged_and_not_states() {
    // All states of the component lie on an answering edge, and all classes are enabled everywhere in it:
    // only which edges a loop takes decides. Both edges lead from 1 to 2.
    let live = LiveGraph::of("w", &[(0, 1, 1, "p0"), (1, 1, 2, "q0"), (1, 2, 2, "0"), (2, 1, 1, "0")]);
    assert_eq!(shape(&live), (vec![1], 1, vec![2, 1]));
    // A class counts as taken by the edges of the loop alone: here the one that is taken answers.
    let live = LiveGraph::of(
        "ww",
        &[(0, 1, 1, "p0"), (1, 1, 2, "q1"), (1, 2, 2, "0"), (2, 1, 1, "0"), (2, 2, 1, "q1")],
    );
    assert!(holds(&live));
}

#[test]
fn a_class_without_a_step_assumes_nothing_and_that_is_told() {
    let found = LiveGraph::of("ws", &[(0, 1, 1, "p0")]).decide();
    assert_eq!(found.fairness, [(Fairness::weak("class 0"), 1), (Fairness::strong("class 1"), 0)]);
    // Nor does one that is not declared.
    let live = LiveGraph::of("", &[(0, 1, 1, "p7"), (1, 1, 2, "q7")]);
    assert_eq!(shape(&live), (vec![1], 1, vec![]));
}

#[test]
#[should_panic(expected = "not declared")]
fn a_duty_that_was_not_declared_is_not_dropped() {
    LiveGraph::of("w", &[(0, 1, 1, "r0")]).decide();
}

#[test]
fn a_duty_that_nobody_opens_is_vacuous() {
    let live = LiveGraph::of("w", &[(0, 1, 1, "q0"), (2, 1, 1, "p")]);
    let found = live.decide();
    assert_eq!((&found.decisions[0].verdict, found.decisions[0].opened), (&Verdict::Vacuous, false));
    assert!(!found.holds() && !found.decisions[0].answered);
    // Without a state there is no run that would have to answer.
    let mut empty = LiveGraph::of("", &[]).eventually();
    empty.graph.initial.clear();
    assert_eq!(empty.decide().decisions[0].verdict, Verdict::Vacuous);
}

#[test]
fn several_duties_are_judged_on_one_graph() {
    let mut live = LiveGraph::of("w", &[(0, 1, 1, "pr0"), (1, 1, 2, "q0"), (2, 1, 2, "0")]);
    live.duties = vec![Duty::leads_to("first"), Duty::leads_to("second"), Duty::eventually("third")];
    let found = live.decide();
    assert_eq!((found.states, found.transitions), (3, 3));
    assert_eq!(found.decisions[0].verdict, Verdict::Holds);
    for (duty, stem) in [(1, vec![1, 1]), (2, vec![1, 1])] {
        let Verdict::Breached(lasso) = &found.decisions[duty].verdict else { panic!("{found:?}") };
        assert_eq!(check(&live, duty, lasso), Ok(()));
        assert_eq!((&lasso.stem, &lasso.round), (&stem, &vec![1]));
    }
    assert_eq!(found.decisions[2].duty.form, Form::Eventually);
}

#[test]
fn a_long_chain_does_not_overflow_the_stack() {
    const LEN: u32 = 1 << 20;
    let mut edges = vec![(0, 1, 1, "p0"), (LEN, 1, 1, "0")];
    edges.extend((1..LEN).map(|at| (at, 1, at + 1, "0")));
    let live = LiveGraph::of("w", &edges);
    let lasso = lasso(&live);
    assert_eq!((lasso.stem.len(), lasso.round.len()), (1, LEN as usize));
}

#[test]
fn a_lasso_is_told_in_words() {
    let live = LiveGraph::of(
        "ww",
        &[(0, 1, 1, "0"), (1, 1, 2, "p0"), (2, 1, 3, "0"), (3, 2, 2, "0"), (3, 9, 4, "q1")],
    );
    let told = lasso(&live).tell(&live.graph);
    assert_eq!(
        told,
        "from initial state 0\n  1  take(1)\n  2  take(1)  (opens the duty)\nand then for ever\n  \
         3  take(1)\n  4  take(2)\n\
         fair: 'class 0' (weakly fair) is taken at step 3\n\
         fair: 'class 1' (weakly fair) is not possible before step 3\n"
    );
    let rests = LiveGraph::of("s", &[(0, 1, 1, "")]).eventually();
    assert_eq!(
        lasso(&rests).tell(&rests.graph),
        "from initial state 0, where the duty opens\nand nothing any more, for ever\n\
         fair: 'class 0' (strongly fair) is not possible there\n"
    );
}

type Spoil = fn(&mut Lasso<u8>);

/// The canary: what the comparison with the naive reference would be worth if nothing could fail.
#[test]
fn the_checker_of_lassos_rejects_what_is_not_one() {
    let live = LiveGraph::of(
        "ws",
        &[(0, 1, 1, "p0"), (1, 1, 2, "0"), (2, 1, 1, "0"), (2, 9, 3, "q0"), (1, 9, 1, "q")],
    );
    let good = lasso(&live);
    let wrong: [(&str, Spoil); 9] = [
        ("no such start", |lasso| lasso.initial = 1),
        ("no such step", |lasso| lasso.stem.push(7)),
        ("opened before", |lasso| lasso.opened = 0),
        ("opened later", |lasso| lasso.opened = 2),
        ("not closed", |lasso| lasso.round.truncate(1)),
        ("not a step of the class", |lasso| lasso.respects[0].due = Due::Taken(5)),
        ("never, and yet enabled", |lasso| lasso.respects[0].due = Due::Never),
        ("a class too few", |lasso| lasso.respects.truncate(1)),
        ("answered", |lasso| lasso.round.extend([9])),
    ];
    for (what, spoil) in wrong {
        let mut spoilt = good.clone();
        spoil(&mut spoilt);
        assert!(check(&live, 0, &spoilt).is_err(), "{what}");
    }
}
