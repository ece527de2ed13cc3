//! Random runs: no input panics, every one is taken somewhere, and slots are used as cases.

use crate::scopes;
use proptest::prelude::*;
use std::collections::BTreeSet;
use vouchsafe_alphabet::{Clock, Command, Observation, Request, Sort, Stamp, Ticks};
use vouchsafe_system::{Action, Defect, Out, Refusal, Setup, World};

/// A small fixed generator of numbers.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }
}

/// Walks from the opening by steps that apply, each chosen by the dice: first the word, then the arguments,
/// so that inputs with many arguments do not crowd out the others.
pub(crate) fn walk<C: Clock<Now = ()>>(
    setup: &Setup,
    dice: &mut Dice,
    steps: usize,
    mut visit: impl FnMut(&World<C>, Action, &Out, &World<C>),
) {
    let actions = setup.actions();
    let words: Vec<&[Action]> = actions.chunk_by(|a, b| a.word() == b.word()).collect();
    let mut out = Out::default();
    let mut world: World<C> = setup.opening(&mut out);
    for _ in 0..steps {
        let choices = words[dice.roll(words.len())];
        let action = choices[dice.roll(choices.len())];
        out.clear();
        match setup.step(&world, action, (), &mut out) {
            Ok(next) => {
                visit(&world, action, &out, &next);
                world = next;
            }
            Err(refusal) => {
                assert_eq!(out, Out::default());
                assert_ne!(refusal, Refusal::SwitchedOff);
            }
        }
    }
}

/// The slots that are open, as an outsider counts them.
#[derive(Default)]
struct Slots {
    commands: BTreeSet<u32>,
    executed: BTreeSet<u32>,
    requests: BTreeSet<u32>,
}

impl Slots {
    fn see(&mut self, observation: &Observation) {
        match *observation {
            Observation::Pressed { command: Command(slot), .. } => assert!(self.commands.insert(slot)),
            Observation::Transmitted { command: Command(slot), .. }
            | Observation::Failed { command: Command(slot) } => assert!(self.commands.contains(&slot)),
            Observation::Executed { command: Command(slot), .. } => {
                assert!(self.commands.contains(&slot) && self.executed.insert(slot));
            }
            Observation::Closed { command: Command(slot) } => {
                assert!(self.commands.remove(&slot));
                self.executed.remove(&slot);
            }
            Observation::Withdrew { request: Request(slot), .. }
            | Observation::RequestMade { request: Request(slot), .. }
            | Observation::GuardianReported { request: Request(slot), .. }
            | Observation::LawDemands { request: Request(slot), .. }
            | Observation::LawAllows { request: Request(slot), .. } => {
                assert!(self.requests.insert(slot), "{observation:?}");
            }
            Observation::WithdrawalProcessed { request: Request(slot) } => {
                assert!(self.requests.contains(&slot))
            }
            _ => {}
        }
    }
    fn retire(&mut self, sort: Sort, slot: u32) {
        match sort {
            Sort::Request => assert!(self.requests.remove(&slot)),
            Sort::Command => assert!(!self.commands.contains(&slot)),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn honest_parties_use_slots_as_cases(seed in any::<u64>()) {
        let mut slots = Slots::default();
        walk::<Ticks>(&scopes::generous(), &mut Dice::new(seed), 500, |_, _, out, _| {
            out.observations.iter().for_each(|observation| slots.see(observation));
            out.retired.iter().for_each(|&(sort, slot)| slots.retire(sort, slot));
        });
    }

    #[test]
    fn broken_parties_do_not_panic(seed in any::<u64>(), defects in any::<u64>()) {
        let mut setup = scopes::generous();
        let on = |defect: &Defect| defects >> (*defect as u32 % 64) & 1 == 1;
        setup.defects = <Defect as vouchsafe_alphabet::Word>::ALL.iter().copied().filter(on).collect();
        walk::<Ticks>(&setup, &mut Dice::new(seed), 500, |_, _, _, _| {});
    }

    /// The simulator's clock tells the same story as the checker's, when it moves from unit to unit.
    #[test]
    fn ticks_and_stamps_tell_the_same_story(seed in any::<u64>()) {
        let mut setup = scopes::generous();
        setup.rules.unit_ms = 10;
        let (mut one, mut other) = (Out::default(), Out::default());
        let mut at: World<Stamp> = setup.opening(&mut other);
        let mut now = 0;
        walk::<Ticks>(&setup, &mut Dice::new(seed), 400, |_, action, out, _| {
            if action == Action::Tick {
                now = (now / 10 + 1) * 10;
            } else {
                now += u64::from(now % 10 < 8);
            }
            one.clone_from(out);
            other.clear();
            at = setup.step(&at, action, now, &mut other).unwrap();
            assert_eq!(one, other);
            assert!(setup.next_due(&at).is_none_or(|due| due > now));
        });
    }
}
