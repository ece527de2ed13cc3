//! A space for tests whose states hold what is hard to pack: values with bytes between their fields, and some that are
//! not always there.

use std::ops::ControlFlow;

use crate::{Marks, Mask, Patches, Space, fingerprint_of};

/// How a state waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// As it is.
    Whole,
    /// Packed, with every patch that could have a tag.
    Tagged,
    /// Packed, with tags for few patches.
    Untagged,
    /// Packed, and one state does not tell of all its patches.
    Forgotten,
}

/// Numbers that grow, each with more beside it than is needed; every state that is expanded is looked at.
pub(crate) struct Counters(pub(crate) Waiting);

/// A value with bytes between its fields.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Both {
    small: u8,
    large: Option<u64>,
}

/// A value of one of two forms.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Held {
    Here(u32),
    There(u32, bool),
}

pub(crate) type Counted = (Both, [Held; 3], u16);

impl Counters {
    /// How many states can be reached.
    pub(crate) const MOST: u16 = 300;

    /// The state of a number.
    pub(crate) fn state(of: u16) -> Counted {
        let held = |of: u16| {
            if of.is_multiple_of(3) {
                Held::Here(of.into())
            } else {
                Held::There(u32::from(of) << 9, of.is_multiple_of(2))
            }
        };
        let large = (!of.is_multiple_of(5)).then_some(u64::from(of) << 40);
        (Both { small: of as u8, large }, [held(of), held(of / 2), Held::Here(0)], of)
    }
}

impl Space for Counters {
    type State = Counted;
    type Action = u16;
    type Bits = Mask<1>;

    fn fingerprint(&self, state: &Counted) -> u64 {
        state.2.into()
    }
    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&Counted, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&Self::state(0), &Mask::default())
    }
    fn successors(
        &self,
        from: &Counted,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(u16, &Counted, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        assert_eq!(*from, Self::state(from.2), "it is as it was");
        let within = |by: &u16| from.2 + by < Self::MOST;
        (1..=3).filter(within).try_for_each(|by| visit(by, &Self::state(from.2 + by), &Mask::default()))
    }
    fn name(&self, action: &u16) -> String {
        action.to_string()
    }
    fn patches(&self, (both, held, number): &Counted, patches: &mut impl Patches) {
        if self.0 == Waiting::Whole {
            return;
        }
        let tag = |held| if self.0 == Waiting::Tagged { fingerprint_of(held) | 1 } else { 0 };
        patches.patch(both, 0);
        if self.0 != Waiting::Forgotten || *number != 7 {
            held.iter().for_each(|held| _ = patches.patch(held, tag(held)));
        }
        patches.patch(number, u64::from(*number) + 1);
    }
}
