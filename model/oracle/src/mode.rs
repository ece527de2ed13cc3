//! The two ways of keeping books: compact for the checker, with causes for following a log.

mod amounts;
mod clocks;
mod named;
mod pairs;
mod reach;
mod sheet;
mod statutes;
mod tally;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::hash::Hash;
use vouchsafe_alphabet::{Clock, DeviceId, Mac, Purpose, Set, Stamp, Ticks, Word};

pub use amounts::Amounts;
pub use clocks::Clocks;
pub use named::Named;
pub use pairs::{PairBits, Pairs};
pub use reach::{Reach, Reached, ReachedBits};
pub use sheet::{Answered, AnsweredBits, Key, Sheet};
pub use statutes::{FewStatutes, Statute, Statutes};
pub use tally::Tally;

/// A way of keeping books.
pub trait Mode: Copy + Default + Eq + Hash + Debug + Send + Sync + 'static {
    /// How deadlines are counted.
    type Clock: Clock + Send + Sync;
    /// What made a fact so: nothing in the checker, a line of the log when following.
    type Cause: Copy + Default + Eq + Hash + Debug + Send + Sync;
    /// A set of people or of holders, by id.
    type Ids: Ids<Self::Cause>;
    /// The causes of the members of a set.
    type Trail: Trail<Self::Cause>;
    /// Small numbers by id.
    type Tally: Tally;
    /// Purposes by id.
    type Named: Named;
    /// Clocks by id.
    type Clocks: Clocks<Self::Clock>;
    /// A set of amounts.
    type Amounts: Amounts<Self::Cause>;
    /// Pairs of records and holders.
    type Pairs: Pairs;
    /// Which categories of a person have reached which holders.
    type Reach: Reach<Self::Cause>;
    /// What a person answered, by what the answer is about.
    type Sheet: Sheet<Self::Cause>;
    /// What laws forbid to do with the data of a person.
    type Statutes: Statutes<Self::Cause>;
    /// The factory's register of pairs.
    type Factory: Factory;
    /// What a test has read, so that a breach can name it.
    type Reads: Reads<Self::Cause>;
}

/// The time of a mode.
pub type Now<M> = <<M as Mode>::Clock as Clock>::Now;

/// Books of the checker: ticks, no causes, everything in place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Checking;

/// Books that follow a log: milliseconds, and the line that made each fact so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Following;

impl Mode for Checking {
    type Clock = Ticks;
    type Cause = ();
    type Ids = Bits;
    type Trail = ();
    type Tally = [u8; 4];
    type Named = [Set<Purpose>; 4];
    type Clocks = [Ticks; 4];
    type Amounts = [u16; 6];
    type Pairs = PairBits;
    type Reach = ReachedBits;
    type Sheet = AnsweredBits;
    type Statutes = FewStatutes;
    type Factory = Matrix;
    type Reads = ();
}

impl Mode for Following {
    type Clock = Stamp;
    type Cause = Cause;
    type Ids = Vec<(u32, Cause)>;
    type Trail = Vec<(u64, Cause)>;
    type Tally = Vec<(u32, u64)>;
    type Named = Vec<(u32, Set<Purpose>)>;
    type Clocks = Vec<(u32, Stamp)>;
    type Amounts = Vec<(u64, Cause)>;
    type Pairs = BTreeSet<(u32, u32)>;
    type Reach = Reached;
    type Sheet = Answered;
    type Statutes = Vec<(Statute, Cause)>;
    type Factory = Register;
    type Reads = RefCell<BTreeSet<u64>>;
}

/// A line of a log, from 1; 0 stands for none.
pub type Cause = u64;

/// A set of ids.
pub trait Ids<C>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// Puts an id in.
    fn insert(&mut self, id: u32, cause: C);
    /// Takes an id out.
    fn remove(&mut self, id: u32);
    /// The cause, when the id is in the set.
    fn get(&self, id: u32) -> Option<C>;
    /// Calls `f` for every id in the set.
    fn each(&self, f: &mut dyn FnMut(u32, C));
}

/// Ids below 8 as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bits(u8);

impl Ids<()> for Bits {
    #[inline]
    fn insert(&mut self, id: u32, (): ()) {
        self.0 |= 1u8.checked_shl(id).unwrap_or(0);
    }
    #[inline]
    fn remove(&mut self, id: u32) {
        self.0 &= !1u8.checked_shl(id).unwrap_or(0);
    }
    #[inline]
    fn get(&self, id: u32) -> Option<()> {
        (self.0 & 1u8.checked_shl(id).unwrap_or(0) != 0).then_some(())
    }
    #[inline]
    fn each(&self, f: &mut dyn FnMut(u32, ())) {
        let mut rest = self.0;
        while rest != 0 {
            f(rest.trailing_zeros(), ());
            rest &= rest - 1;
        }
    }
}

impl<C: Copy + Eq + Hash + Debug + Send + Sync> Ids<C> for Vec<(u32, C)> {
    fn insert(&mut self, id: u32, cause: C) {
        match self.iter_mut().find(|(member, _)| *member == id) {
            Some(found) => found.1 = cause,
            None => self.push((id, cause)),
        }
    }
    fn remove(&mut self, id: u32) {
        self.retain(|(member, _)| *member != id);
    }
    fn get(&self, id: u32) -> Option<C> {
        self.iter().find(|(member, _)| *member == id).map(|(_, cause)| *cause)
    }
    fn each(&self, f: &mut dyn FnMut(u32, C)) {
        for (id, cause) in self {
            f(*id, *cause);
        }
    }
}

/// What made each member of a set a member.
pub trait Trail<C>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// These members came in, or came in anew.
    fn came(&mut self, bits: u64, cause: C);
    /// These members went.
    fn went(&mut self, bits: u64);
    /// Calls `f` with the causes of these members.
    fn causes(&self, bits: u64, f: &mut dyn FnMut(C));
}

impl Trail<()> for () {
    #[inline]
    fn came(&mut self, _: u64, (): ()) {}
    #[inline]
    fn went(&mut self, _: u64) {}
    #[inline]
    fn causes(&self, _: u64, _: &mut dyn FnMut(())) {}
}

impl<C: Copy + Eq + Hash + Debug + Send + Sync> Trail<C> for Vec<(u64, C)> {
    fn came(&mut self, bits: u64, cause: C) {
        self.went(bits);
        self.push((bits, cause));
    }
    fn went(&mut self, bits: u64) {
        for (members, _) in self.iter_mut() {
            *members &= !bits;
        }
        self.retain(|(members, _)| *members != 0);
    }
    fn causes(&self, bits: u64, f: &mut dyn FnMut(C)) {
        for (members, cause) in self {
            if members & bits != 0 {
                f(*cause);
            }
        }
    }
}

/// The factory's register of MAC and device ID pairs.
pub trait Factory: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// A TV leaves the factory with this pair.
    fn register(&mut self, mac: Mac, id: DeviceId);
    /// Whether the two belong to one TV.
    fn has_pair(&self, mac: Mac, id: DeviceId) -> bool;
    /// Whether some TV has this MAC.
    fn has_mac(&self, mac: Mac) -> bool;
    /// Whether some TV has this device ID.
    fn has_id(&self, id: DeviceId) -> bool;
}

/// Pairs of ids below 8 as bits of a matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Matrix(u64);

impl Matrix {
    fn bit(mac: Mac, id: DeviceId) -> u64 {
        if mac.0 < 8 && id.0 < 8 { 1 << (mac.0 * 8 + id.0) } else { 0 }
    }
}

impl Factory for Matrix {
    fn register(&mut self, mac: Mac, id: DeviceId) {
        self.0 |= Self::bit(mac, id);
    }
    fn has_pair(&self, mac: Mac, id: DeviceId) -> bool {
        self.0 & Self::bit(mac, id) != 0
    }
    fn has_mac(&self, mac: Mac) -> bool {
        mac.0 < 8 && self.0 >> (mac.0 * 8) & 0xff != 0
    }
    fn has_id(&self, id: DeviceId) -> bool {
        id.0 < 8 && self.0 & (0x0101_0101_0101_0101 << id.0) != 0
    }
}

/// Pairs in tables of any size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Register {
    pairs: BTreeSet<(u32, u32)>,
    macs: BTreeSet<u32>,
    ids: BTreeSet<u32>,
}

impl Factory for Register {
    fn register(&mut self, mac: Mac, id: DeviceId) {
        self.pairs.insert((mac.0, id.0));
        self.macs.insert(mac.0);
        self.ids.insert(id.0);
    }
    fn has_pair(&self, mac: Mac, id: DeviceId) -> bool {
        self.pairs.contains(&(mac.0, id.0))
    }
    fn has_mac(&self, mac: Mac) -> bool {
        self.macs.contains(&mac.0)
    }
    fn has_id(&self, id: DeviceId) -> bool {
        self.ids.contains(&id.0)
    }
}

/// Where the tests of a promise leave what they have read.
pub trait Reads<C>: Default {
    /// A fact with this cause was read.
    fn note(&self, cause: C);
    /// Forgets what was read so far.
    fn clear(&self);
    /// The lines read, in ascending order.
    fn lines(&self) -> Vec<u64>;
}

impl Reads<()> for () {
    #[inline]
    fn note(&self, (): ()) {}
    #[inline]
    fn clear(&self) {}
    fn lines(&self) -> Vec<u64> {
        Vec::new()
    }
}

impl Reads<Cause> for RefCell<BTreeSet<u64>> {
    fn note(&self, cause: Cause) {
        if cause != 0 {
            self.borrow_mut().insert(cause);
        }
    }
    fn clear(&self) {
        self.borrow_mut().clear();
    }
    fn lines(&self) -> Vec<u64> {
        self.borrow().iter().copied().collect()
    }
}

/// Something that is so or not, and since which line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fact<C> {
    on: bool,
    cause: C,
}

impl<C: Copy + Default> Fact<C> {
    /// A fact that is so.
    #[inline]
    pub fn so(cause: C) -> Self {
        Self { on: true, cause }
    }
    /// Makes it so; a fact that is so already keeps its older cause.
    #[inline]
    pub fn set(&mut self, cause: C) {
        if !self.on {
            *self = Self::so(cause);
        }
    }
    /// Makes it not so.
    #[inline]
    pub fn clear(&mut self) {
        *self = Self::default();
    }
    /// Whether it is so.
    #[inline]
    pub fn on(&self) -> bool {
        self.on
    }
    /// What made it so.
    #[inline]
    pub fn cause(&self) -> C {
        self.cause
    }
}

/// A set with the causes of its members.
#[derive(derive_where::DeriveWhere)]
#[derive_where(Clone, Default, PartialEq, Eq, Hash, Debug; M::Trail, Set<W>)]
#[derive_where(Copy; M::Trail: Copy)]
pub struct Marked<M: Mode, W: Word> {
    set: Set<W>,
    trail: M::Trail,
}

impl<M: Mode, W: Word> Marked<M, W> {
    /// The members.
    #[inline]
    pub fn set(&self) -> Set<W> {
        self.set
    }
    /// These members come in.
    #[inline]
    pub fn add(&mut self, members: Set<W>, cause: M::Cause) {
        if !members.is_empty() {
            self.set = self.set.union(members);
            self.trail.came(members.bits(), cause);
        }
    }
    /// These members go.
    #[inline]
    pub fn take(&mut self, members: Set<W>) {
        if self.set.meets(members) {
            self.set = self.set.without(members);
            self.trail.went(members.bits());
        }
    }
    /// Members of the other set come in with their causes.
    #[inline]
    pub fn add_all(&mut self, other: &Self) {
        self.set = self.set.union(other.set);
        let trail = &mut self.trail;
        for bit in 0..64u32 {
            if other.set.bits() >> bit & 1 == 1 {
                other.trail.causes(1 << bit, &mut |cause| trail.came(1 << bit, cause));
            }
        }
    }
    /// The causes of these members.
    #[inline]
    pub fn causes(&self, members: Set<W>, f: &mut dyn FnMut(M::Cause)) {
        self.trail.causes(members.bits(), f);
    }
}

#[cfg(test)]
mod tests;
