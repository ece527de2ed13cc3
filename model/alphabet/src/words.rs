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

    /// The member's name on disk.
    fn name(self) -> &'static str;
    /// The member's position in [`Word::ALL`].
    fn index(self) -> usize;
    /// The member with this name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name() == name)
    }
}

/// A set of members of one word list, held as bits.
pub struct Set<W>(u64, PhantomData<W>);

impl<W> Set<W> {
    /// The set with no member.
    pub const EMPTY: Self = Self(0, PhantomData);

    /// The set with these bits.
    #[inline]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits, PhantomData)
    }
    /// The bits, bit `n` being the member with index `n`.
    #[inline]
    pub const fn bits(self) -> u64 {
        self.0
    }
    /// Whether no member is in the set.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Members of either set.
    #[inline]
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }
    /// Members of both sets.
    #[inline]
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0, PhantomData)
    }
    /// Members of this set that are not in the other.
    #[inline]
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0, PhantomData)
    }
    /// Whether the sets share a member.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl<W: Word> Set<W> {
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
        Self(self.0 | 1 << word.index(), PhantomData)
    }
    /// Whether the member is in the set.
    #[inline]
    pub fn has(self, word: W) -> bool {
        self.0 >> word.index() & 1 == 1
    }
    /// The members, in declaration order.
    pub fn iter(self) -> impl Iterator<Item = W> {
        W::ALL.iter().copied().filter(move |&word| self.has(word))
    }
}

impl<W> Clone for Set<W> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
impl<W> Copy for Set<W> {}
impl<W> PartialEq for Set<W> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<W> Eq for Set<W> {}
impl<W> PartialOrd for Set<W> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<W> Ord for Set<W> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<W> Hash for Set<W> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}
impl<W> Default for Set<W> {
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
        struct Visitor<W>(PhantomData<W>);
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
