//! A model of 4.3 million states, written also for SPIN and TLC, which found these same figures.

use std::ops::ControlFlow;

use vouchsafe_explore::{Extent, Marks, Mask, Options, Quiet, Space, explore};

use crate::reference_step::{ACTIONS, invariant, step};

pub(crate) struct Tv;

impl Space for Tv {
    type State = u64;
    type Action = u8;
    type Bits = Mask<1>;

    fn fingerprint(&self, state: &u64) -> u64 {
        *state
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&u64, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&0, &Mask::default())
    }

    fn successors(
        &self,
        state: &u64,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(u8, &u64, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for action in 0..ACTIONS {
            if let Some(target) = step(*state, action) {
                visit(action, &target, &Mask([u64::from(invariant(target))]))?;
            }
        }
        ControlFlow::Continue(())
    }

    fn name(&self, action: &u8) -> String {
        format!("action {action}")
    }
}

#[test]
fn the_counts_are_those_of_the_other_checkers() {
    let report = explore(&Tv, &Options { threads: 2, ..Options::default() }, &Quiet);
    assert_eq!(report.extent, Extent::Exhausted);
    assert_eq!((report.states, report.transitions, report.depth), (4_338_048, 25_182_426, 46));
    assert!(report.holds());
}
