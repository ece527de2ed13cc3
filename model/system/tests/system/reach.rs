//! How many worlds a small scope of each topic reaches; a change here is a change of the model.

use crate::scopes;
use std::collections::{HashSet, VecDeque};
use std::hash::BuildHasherDefault;
use std::ops::ControlFlow;
use vouchsafe_alphabet::{Ground, Ticks};
use vouchsafe_system::{Action, Fault, Fingerprint, Out, Refusal, Setup, World};

/// Visits every step from every world that is reached, breadth first, until `visit` has seen enough or the
/// worlds are more than `most`; says how many worlds were reached.
pub(crate) fn explore(
    setup: &Setup,
    most: usize,
    mut visit: impl FnMut(&World<Ticks>, Action, &Out, &Result<World<Ticks>, Refusal>) -> ControlFlow<()>,
) -> usize {
    setup.check().unwrap();
    let actions = setup.actions();
    let mut out = Out::default();
    let first: World<Ticks> = setup.opening(&mut out);
    let mut seen: HashSet<_, BuildHasherDefault<Fingerprint>> = HashSet::from_iter([first]);
    let mut front = VecDeque::from([first]);
    while let Some(world) = front.pop_front() {
        for &action in &actions {
            out.clear();
            let step = setup.step(&world, action, (), &mut out);
            if visit(&world, action, &out, &step).is_break() {
                return seen.len();
            }
            if let Ok(next) = step
                && seen.len() < most
                && seen.insert(next)
            {
                front.push_back(next);
            }
        }
    }
    seen.len()
}

fn reach(setup: &Setup) -> usize {
    explore(setup, 3_000_000, |_, _, _, _| ControlFlow::Continue(()))
}

#[test]
fn consent() {
    assert_eq!([reach(&scopes::consent(1)), reach(&scopes::disclosure())], [624, 936]);
}

#[test]
fn terms() {
    assert_eq!([reach(&scopes::terms(1)), reach(&scopes::terms(2))], [4, 8]);
}

#[test]
fn marketing() {
    assert_eq!([reach(&scopes::marketing(1)), reach(&scopes::marketing(2))], [88, 7744]);
}

#[test]
fn control() {
    let all = [Fault::Loss, Fault::Duplication, Fault::Reordering];
    let mut two = scopes::control(1, 1, &all);
    two.commands = 2;
    let scopes = [
        scopes::control(1, 1, &[]),
        scopes::control(2, 1, &[]),
        scopes::control(1, 1, &all),
        scopes::control(2, 1, &all),
        two,
    ];
    assert_eq!(scopes.map(|setup| reach(&setup)), [108, 4320, 1254, 57_240, 77_166]);
}

#[test]
fn retention() {
    let scopes = [scopes::retention(&[]), scopes::retention(&[Ground::Legal, Ground::Business])];
    assert_eq!(scopes.map(|setup| reach(&setup)), [7, 29]);
}

#[test]
fn minors() {
    assert_eq!(reach(&scopes::minors()), 138);
}

#[test]
fn sale() {
    assert_eq!([reach(&scopes::sale(1)), reach(&scopes::sale(2))], [36, 108]);
}

#[test]
fn recipients() {
    let scopes = [scopes::contracts(), scopes::sharing(), scopes::joint(), scopes::law(), scopes::partners()];
    assert_eq!(scopes.map(|setup| reach(&setup)), [78, 3192, 49, 697, 3498]);
}

#[test]
fn a_world_is_small() {
    // Of these, eight bytes for each of the parts are its fingerprint.
    assert!(size_of::<World<Ticks>>() <= 840, "{}", size_of::<World<Ticks>>());
}
