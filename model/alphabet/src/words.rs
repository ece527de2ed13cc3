//! Closed word lists: enums whose members have one name on disk, and sets of them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A member of a closed word list.
pub trait Word: Copy + Eq + 'static {
    /// What the list is called in messages to people, such as `category`.
    const LIST: &'static str;
    /// Every member, in declaration order; a member's index is its position here.
    const ALL: &'static [Self];
    /// What holds a set of members.
    type Bits: SetBits;

    /// The member's name on disk.
    fn name(self) -> &'static str;
    /// The member's position in [`Word::ALL`].
    fn index(self) -> usize;
    /// The member with this name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name() == name)
    }
}

/// The unsigned number that holds a set of members of a list: the smallest with a bit for each.
pub trait SetBits: Copy + Eq + Send + Sync + 'static {
    /// No bit.
    const NONE: Self;
    /// The lowest bits of a word; the others are zero.
    fn narrow(bits: u64) -> Self;
    /// The same bits as a word.
    fn wide(self) -> u64;
}

macro_rules! set_bits {
    ($($number:ty)+) => { $(
        impl SetBits for $number {
            const NONE: Self = 0;
            #[inline(always)]
            fn narrow(bits: u64) -> Self {
                bits as Self
            }
            #[inline(always)]
            fn wide(self) -> u64 {
                self.into()
            }
        }
    )+ };
}
set_bits!(u8 u16 u32 u64);

/// Chooses the number for a list: `<Fit<{ fit(length) }> as Fitting>::Bits`.
pub struct Fit<const WIDTH: u32>;

/// A width that there is a number for.
pub trait Fitting {
    /// The number.
    type Bits: SetBits;
}

/// The width that holds a bit for each of so many members; of a list longer than 64 there are no sets.
pub const fn fit(length: usize) -> u32 {
    match length {
        0..=8 => 8,
        9..=16 => 16,
        17..=32 => 32,
        _ => 64,
    }
}

impl Fitting for Fit<8> {
    type Bits = u8;
}
impl Fitting for Fit<16> {
    type Bits = u16;
}
impl Fitting for Fit<32> {
    type Bits = u32;
}
impl Fitting for Fit<64> {
    type Bits = u64;
}

/// A set of members of one word list, held as bits.
pub struct Set<W: Word>(W::Bits);

impl<W: Word> Set<W> {
    /// The set with no member.
    pub const EMPTY: Self = Self(W::Bits::NONE);

    /// The set with these bits.
    #[inline]
    pub fn from_bits(bits: u64) -> Self {
        Self(W::Bits::narrow(bits))
    }
    /// The bits, bit `n` being the member with index `n`.
    #[inline]
    pub fn bits(self) -> u64 {
        self.0.wide()
    }
    /// Whether no member is in the set.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.bits() == 0
    }
    /// Members of either set.
    #[inline]
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::from_bits(self.bits() | other.bits())
    }
    /// Members of both sets.
    #[inline]
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self::from_bits(self.bits() & other.bits())
    }
    /// Members of this set that are not in the other.
    #[inline]
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self::from_bits(self.bits() & !other.bits())
    }
    /// Whether the sets share a member.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.bits() & other.bits() != 0
    }
    /// The set of these members.
    pub fn of(members: &[W]) -> Self {
        members.iter().fold(Self::EMPTY, |set, &word| set.with(word))
    }
    /// The set of all members of the list.
    pub fn all() -> Self {
        Self::of(W::ALL)
    }
    /// This set and the member.
    #[inline]
    #[must_use]
    pub fn with(self, word: W) -> Self {
        Self::from_bits(self.bits() | 1 << word.index())
    }
    /// Whether the member is in the set.
    #[inline]
    pub fn has(self, word: W) -> bool {
        self.bits() >> word.index() & 1 == 1
    }
    /// The members, in declaration order.
    pub fn iter(self) -> impl Iterator<Item = W> {
        W::ALL.iter().copied().filter(move |&word| self.has(word))
    }
}

impl<W: Word> Clone for Set<W> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
impl<W: Word> Copy for Set<W> {}
impl<W: Word> PartialEq for Set<W> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<W: Word> Eq for Set<W> {}
impl<W: Word> PartialOrd for Set<W> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<W: Word> Ord for Set<W> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bits().cmp(&other.bits())
    }
}
impl<W: Word> Hash for Set<W> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        // As many bytes as the list needs.
        match fit(W::ALL.len()) {
            8 => state.write_u8(self.bits() as u8),
            16 => state.write_u16(self.bits() as u16),
            32 => state.write_u32(self.bits() as u32),
            _ => state.write_u64(self.bits()),
        }
    }
}
impl<W: Word> Default for Set<W> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<W: Word> From<W> for Set<W> {
    fn from(word: W) -> Self {
        Self::EMPTY.with(word)
    }
}
impl<W: Word> fmt::Debug for Set<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Word::name)).finish()
    }
}
impl<W: Word> Serialize for Set<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Word::name))
    }
}
impl<'de, W: Word> Deserialize<'de> for Set<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<W: Word>(PhantomData<W>);
        impl<'de, W: Word> serde::de::Visitor<'de> for Visitor<W> {
            type Value = Set<W>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of {} names", W::LIST)
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Set<W>, A::Error> {
                let mut set = Set::EMPTY;
                while let Some(word) = seq.next_element_seed(Seed::<W>(PhantomData))? {
                    set = set.with(word);
                }
                Ok(set)
            }
        }
        deserializer.deserialize_seq(Visitor::<W>(PhantomData))
    }
}

/// Reads one member by its name; the error names the members that there are.
pub(crate) struct Seed<W>(pub PhantomData<W>);

impl<'de, W: Word> serde::de::DeserializeSeed<'de> for Seed<W> {
    type Value = W;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<W, D::Error> {
        deserializer.deserialize_str(self)
    }
}
impl<W: Word> serde::de::Visitor<'_> for Seed<W> {
    type Value = W;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a {}", W::LIST)
    }
    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<W, E> {
        W::from_name(name).ok_or_else(|| {
            let names: Vec<_> = W::ALL.iter().map(|word| word.name()).collect();
            E::custom(format!("`{name}` is no {}; there are {}", W::LIST, names.join(", ")))
        })
    }
}

/// Declares a closed word list: an enum, each member's name on disk, and its serde form.
macro_rules! words {
    ($(#[$meta:meta])* $list:literal $name:ident { $($(#[$member_meta:meta])* $member:ident $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$member_meta])* $member),+ }

        impl $crate::words::Word for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$member),+];
            type Bits = <$crate::words::Fit<{ $crate::words::fit([$($text),+].len()) }> as $crate::words::Fitting>::Bits;
            fn name(self) -> &'static str {
                match self { $(Self::$member => $text),+ }
            }
            #[inline]
            fn index(self) -> usize {
                self as usize
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::words::Word::name(*self))
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::words::Word::name(*self))
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::de::DeserializeSeed::deserialize($crate::words::Seed::<Self>(std::marker::PhantomData), deserializer)
            }
        }
    };
}
