//! How a large state waits: as what differs between it and the one that was found before it.
//!
//! Two states that were found one after the other are mostly alike, so this takes a fraction of their room, and a search
//! writes and reads that much less. The bytes are copied as they are, which safe code cannot say; [`Bundle`] is the only thing
//! that others see of it.
//!
//! Why it is sound: a [patch](Patches) is a reference to a value, so a valid value of its type lies there. Its bytes are
//! copied only after it was seen that it lies inside its state, where the first state has a patch of the same type; and
//! they are written only into a copy of the first state, over values of that type, which need no dropping. A bundle
//! keeps the packing by which it was filled, so its bytes are never read by another.

use std::any::TypeId;
use std::mem::MaybeUninit;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::{Marks, Space};

/// Takes the patches of a state: values inside it, each with a tag.
///
/// Values at the same place that have the same tag are equal. Nought is no tag: such a value is taken for different from
/// every other.
pub trait Patches {
    /// Takes a patch; whether it is the same as in the state before. If so, and if that says the same of those that follow
    /// it, they may be [skipped](Self::skip).
    fn patch<T: Copy + 'static>(&mut self, value: &T, tag: u64) -> bool;
    /// Leaves out so many patches, which are the same as in the state before.
    fn skip(&mut self, patches: usize);
}

/// Where a patch of the first state is, and what it is there.
struct Place {
    offset: usize,
    size: usize,
    kind: TypeId,
}

/// The first state, and where its patches are.
pub(crate) struct Packing<S: Space> {
    first: S::State,
    places: Vec<Place>,
    /// The tags of the patches. Most are all that is looked at, so they lie side by side.
    tags: Vec<u64>,
    /// The most bytes that a packed state takes.
    most: usize,
}

/// A byte of a value, which may be one between its fields.
type Byte = MaybeUninit<u8>;

/// Bytes of a number of a place.
const NUMBER: usize = size_of::<u16>();

impl<S: Space> Packing<S> {
    /// The packing of a space that tells of its patches; none for one that does not.
    ///
    /// # Panics
    /// Where a patch is not inside its state.
    pub(crate) fn of(space: &S) -> Option<Arc<Self>> {
        let mut first = None;
        // The break only ends the visits early.
        let _ = space.initial(&mut Marks::default(), &mut |state, _| {
            first = Some(state.clone());
            ControlFlow::Break(())
        });
        let first = first?;
        let mut survey = Survey { state: &first, places: Vec::new(), tags: Vec::new() };
        space.patches(&first, &mut survey);
        let Survey { places, tags, .. } = survey;
        let fit = !places.is_empty() && u16::try_from(places.len()).is_ok();
        let most = places.iter().map(|place| NUMBER + place.size).sum();
        fit.then(|| Arc::new(Self { first, places, tags, most }))
    }
}

/// How far from the beginning of a state a value inside it begins; none if it begins before.
fn offset<S>(state: &S, at: *const Byte) -> Option<usize> {
    at.addr().checked_sub(std::ptr::from_ref(state).addr())
}

/// Notes where the patches of the first state are.
struct Survey<'a, S> {
    state: &'a S,
    places: Vec<Place>,
    tags: Vec<u64>,
}

impl<S> Patches for Survey<'_, S> {
    fn patch<T: Copy + 'static>(&mut self, value: &T, tag: u64) -> bool {
        let (size, kind) = (size_of::<T>(), TypeId::of::<T>());
        let offset = offset(self.state, std::ptr::from_ref(value).cast());
        let Some(offset) = offset.filter(|at| at + size <= size_of::<S>()) else {
            unreachable!("a patch is inside its state")
        };
        self.places.push(Place { offset, size, kind });
        self.tags.push(tag);
        false
    }
    fn skip(&mut self, _: usize) {
        unreachable!("there is no state before the first")
    }
}

/// Adds the patches of a state that are not as in the one before.
struct Packer<'a, S: Space> {
    state: &'a S::State,
    packing: &'a Packing<S>,
    /// The tags of the state before, which become those of this one.
    tags: &'a mut [u64],
    bytes: &'a mut Vec<Byte>,
    /// How many patches there were.
    at: usize,
}

impl<S: Space> Patches for Packer<'_, S> {
    #[inline(always)]
    fn patch<T: Copy + 'static>(&mut self, value: &T, tag: u64) -> bool {
        let before = self.tags.get_mut(self.at).map(|before| std::mem::replace(before, tag));
        let same = before == Some(tag) && tag != 0;
        if !same {
            // SAFETY: the bytes of a value, which lives as long as they are looked at. Some may not be initialized, so
            // they are not taken for more than bytes of which that may be so.
            let bytes =
                unsafe { std::slice::from_raw_parts(std::ptr::from_ref(value).cast(), size_of::<T>()) };
            self.add(bytes, TypeId::of::<T>());
        }
        self.at += 1;
        same
    }
    #[inline(always)]
    fn skip(&mut self, patches: usize) {
        self.at += patches;
    }
}

impl<S: Space> Packer<'_, S> {
    #[inline(never)]
    fn add(&mut self, value: &[Byte], kind: TypeId) {
        let Some(place) = self.packing.places.get(self.at) else { unlike() };
        if offset(self.state, value.as_ptr()) != Some(place.offset) || kind != place.kind {
            unlike();
        }
        // There are no more places than there are such numbers.
        self.bytes.extend_from_slice(&(self.at as u16).to_ne_bytes().map(Byte::new));
        self.bytes.extend_from_slice(value);
    }
}

/// States that wait, packed.
pub(crate) struct Bundle<S: Space> {
    packing: Arc<Packing<S>>,
    /// For each state: for each patch by which it differs from the one before it its number, and its bytes. Every so many
    /// states there is one that has the first state of all before it, so that not all have to be gone through.
    bytes: Vec<Byte>,
    /// Where the bytes of each state end.
    ends: Vec<u32>,
    /// The tags of the state added last.
    tags: Vec<u64>,
}

impl<S: Space> Bundle<S> {
    /// Bytes of a bundle: enough for many states, and for any.
    const SIZE: usize = 1 << 18;
    /// States of a bundle, be they as small as they may.
    const STATES: usize = 1 << 12;
    /// States of which each but the first is told by the one before it.
    const RUN: usize = 64;

    /// With room for states, none of which is there yet; it does not grow.
    pub(crate) fn new(packing: &Arc<Packing<S>>) -> Self {
        let bytes = Vec::with_capacity(Self::SIZE.max(packing.most));
        let ends = Vec::with_capacity(Self::STATES);
        Self { packing: Arc::clone(packing), bytes, ends, tags: packing.tags.clone() }
    }

    /// Whether there may be no room for another state.
    pub(crate) fn is_full(&self) -> bool {
        self.bytes.capacity() - self.bytes.len() < self.packing.most || self.len() >= Self::STATES
    }

    /// How many states there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Forgets the states and keeps the room.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// Bytes of memory.
    pub(crate) fn size(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<u32>() + size_of_val(&*self.tags)
    }

    /// Adds a state.
    ///
    /// # Panics
    /// Where the state has other patches than the first.
    #[inline]
    pub(crate) fn push(&mut self, space: &S, state: &S::State) {
        let Self { packing, bytes, ends, tags } = self;
        if ends.len().is_multiple_of(Self::RUN) {
            tags.copy_from_slice(&packing.tags);
        }
        let mut packer = Packer { state, packing, tags, bytes, at: 0 };
        space.patches(state, &mut packer);
        if packer.at != packing.places.len() {
            unlike();
        }
        ends.push(u32::try_from(bytes.len()).unwrap_or_else(|_| unreachable!("a bundle is small")));
    }

    /// Hands over the states of a range, in order.
    #[inline]
    pub(crate) fn each(&self, from: usize, to: usize, mut hand: impl FnMut(&S::State)) {
        let Packing { first, places, .. } = &*self.packing;
        let start = from - from % Self::RUN;
        let mut begin = start.checked_sub(1).and_then(|at| self.ends.get(at)).map_or(0, |end| *end as usize);
        let mut state = first.clone();
        for (at, end) in (start..).zip(self.ends.get(start..to).unwrap_or_default()) {
            if at > start && at.is_multiple_of(Self::RUN) {
                state.clone_from(first);
            }
            let mut packed = self.bytes.get(begin..*end as usize).unwrap_or_default();
            begin = *end as usize;
            let into = std::ptr::from_mut(&mut state).cast::<Byte>();
            while let Some((number, rest)) = packed.split_first_chunk::<NUMBER>() {
                // SAFETY: the number was written there, byte for byte.
                let number = u16::from_ne_bytes(number.map(|byte| unsafe { byte.assume_init() }));
                let Some(place) = places.get(usize::from(number)) else { unlike() };
                let Some((value, rest)) = rest.split_at_checked(place.size) else { unlike() };
                // SAFETY: the place is inside the state, which only this function has, and the bytes are those of a
                // value of the type that lies there, which is `Copy`.
                unsafe { std::ptr::copy_nonoverlapping(value.as_ptr(), into.add(place.offset), place.size) };
                packed = rest;
            }
            if at >= from {
                hand(&state);
            }
        }
    }
}

#[cold]
#[inline(never)]
fn unlike() -> ! {
    unreachable!("all states of a space have patches of the same types at the same places")
}

#[cfg(test)]
mod tests {
    use crate::counters::{Counters, Waiting};
    use crate::{Options, Quiet, explore};

    #[test]
    fn states_wait_as_they_are() {
        for waiting in [Waiting::Whole, Waiting::Untagged, Waiting::Tagged] {
            for threads in [1, 2] {
                let options = Options { threads, ..Options::default() };
                assert_eq!(explore(&Counters(waiting), &options, &Quiet).states, u64::from(Counters::MOST));
            }
        }
    }

    #[test]
    #[should_panic(expected = "patches of the same types at the same places")]
    fn a_state_with_other_patches_is_refused() {
        explore(&Counters(Waiting::Forgotten), &Options::default(), &Quiet);
    }
}
