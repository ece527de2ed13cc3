//! Why nothing can be said of a promise that nothing was seen to break.

use serde::Serialize;

/// A reason to leave a promise undecided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The log does not say how it starts, and what came before bears on the promise.
    StartUnknown,
    /// The log opens with declared facts, and no line says where they end: nothing was judged.
    StartOpen,
    /// The declared facts hold what would break the promise had it been observed.
    DeclaredBreach,
    /// Lines were refused.
    RefusedLines,
    /// There were kinds that are not known, any of which the promise might be about.
    UnknownKinds,
    /// There were fields that are not known, any of which might change what a line says.
    UnknownFields,
    /// Lines are held back for the sake of order, and were not judged yet.
    HeldLines,
    /// The log was not read to its end.
    CutShort,
}

impl Doubt {
    /// Every reason, in the order of reports.
    pub const ALL: [Self; 8] = [
        Self::StartUnknown,
        Self::StartOpen,
        Self::DeclaredBreach,
        Self::RefusedLines,
        Self::UnknownKinds,
        Self::UnknownFields,
        Self::HeldLines,
        Self::CutShort,
    ];
}
