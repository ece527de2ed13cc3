//! The categories of one scope, numbered from nought, so that a set of them is one byte.

/// A category by its position among those of the scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Kind(pub(crate) u8);

/// A set of the scope's categories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Kinds(u8);

impl Kinds {
    /// No category.
    pub(crate) const NONE: Self = Self(0);

    /// The first `count` categories of the scope.
    #[inline]
    pub(crate) const fn first(count: u32) -> Self {
        if count >= 8 { Self(u8::MAX) } else { Self((1 << count) - 1) }
    }
    /// Just this category.
    #[inline]
    pub(crate) const fn one(kind: Kind) -> Self {
        if kind.0 < 8 { Self(1 << kind.0) } else { Self(0) }
    }
    /// Whether the category is in the set.
    #[inline]
    pub(crate) const fn has(self, kind: Kind) -> bool {
        self.0 & Self::one(kind).0 != 0
    }
    /// Members of either set.
    #[inline]
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// Members of this set that are not in the other.
    #[inline]
    #[must_use]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}
