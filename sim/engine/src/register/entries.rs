//! What the register's files hold: clauses and tensions, and the lists of words that sort them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares a list of words of the register, each with its name in the files.
macro_rules! words {
    ($(#[doc = $says:literal] $name:ident { $($(#[doc = $member_says:literal])+ $member:ident $text:literal,)+ })+) => {$(
        #[doc = $says]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[doc = $member_says])+ #[serde(rename = $text)] $member,)+ }

        impl $name {
            /// Every member, in declaration order.
            pub const ALL: &[Self] = &[$(Self::$member),+];
            /// The name in the register's files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$member => $text,)+ }
            }
            /// What it means.
            pub const fn says(self) -> &'static str {
                match self { $(Self::$member => concat!($($member_says),+).trim_ascii(),)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }
    )+};
}

words! {
    /// What a clause does.
    Modality {
        /// The vendor must do something.
        Obligation "obligation",
        /// The vendor must not do something.
        Prohibition "prohibition",
        /// Somebody may do something.
        Permission "permission",
        /// The person may ask for something.
        Right "right",
        /// A word is given its meaning.
        Definition "definition",
        /// Something is not promised.
        Disclaimer "disclaimer",
        /// The surroundings are described.
        Assumption "assumption",
    }
    /// The kind of property that a clause asks for.
    Class {
        /// Something bad never happens.
        Safety "safety invariant",
        /// Something good happens by a deadline.
        BoundedSafety "bounded-time safety",
        /// Something good happens in the end.
        Liveness "liveness",
        /// Something can happen.
        Reachability "reachability witness",
        /// Something does not depend on something else.
        InformationFlow "information-flow",
        /// It may contradict another clause.
        Contradiction "contradiction candidate",
        /// Nothing observable follows.
        NotFormalisable "not formalisable",
    }
    /// Where a clause has gone.
    Disposition {
        /// Parts of promises judge it.
        Promise "promise",
        /// It says that something is possible, and a witness shows it.
        Witness "witness",
        /// It settles a meaning; a named reading holds the choices.
        Reading "reading",
        /// It settles a number; a deadline holds it.
        Parameter "parameter",
        /// It describes the surroundings, which the vendor does not govern.
        Assumption "assumption",
        /// It reads like a promise, and no promise can be drawn from it.
        Gap "gap",
        /// Nothing observable follows from it.
        NotFormalisable "not-formalisable",
        /// It is not carried yet; its family will.
        Planned "planned",
    }
    /// How much hangs on a tension.
    Severity {
        /// Two promises cannot both hold in some trace unless a reading is chosen.
        High "H",
        /// The reading changes which property is checked.
        Medium "M",
        /// A gap in wording.
        Low "L",
    }
}

impl Disposition {
    /// Whether something must be named that carries the clause.
    pub const fn is_carried(self) -> bool {
        matches!(self, Self::Promise | Self::Witness | Self::Reading | Self::Parameter)
    }
}

/// A clause of the policy, paraphrased.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Section code and number, such as `MKT-02`.
    pub id: String,
    /// The heading that it stands under.
    pub section: String,
    /// Lines of the policy text.
    pub lines: Vec<u32>,
    /// What it says.
    pub paraphrase: String,
    /// What it does.
    pub modality: Modality,
    /// The kind of property.
    pub class: Class,
    /// A second kind, where there is one.
    pub secondary: Option<Class>,
    /// The family of promises that it falls to, where there is one.
    pub family: Option<String>,
    /// Spans of time that it leaves open.
    pub timers: Vec<String>,
    /// Tensions that it takes part in.
    pub tensions: Vec<String>,
    /// Kinds of observation, and their fields as `kind.field`, from which it is decided.
    pub decided_by: Vec<String>,
    /// Where it has gone.
    pub disposition: Disposition,
    /// What carries it: `PROMISE/PART`, `PROMISE/WITNESS`, a reading or a deadline.
    pub carried_by: Vec<String>,
    /// Why, what is settled, or what is still left out.
    pub reason: Option<String>,
}

/// A place where the policy is ambiguous or pulls in two directions.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// Its id, such as `T10`.
    pub id: String,
    /// How much hangs on it.
    pub severity: Severity,
    /// A few words.
    pub title: String,
    /// The clauses that take part.
    pub clauses: Vec<String>,
    /// What pulls against what.
    pub clash: String,
    /// Readings or deadlines; a choice alone settles what has none.
    pub settled_by: Vec<String>,
    /// What was decided, where no reading or deadline says all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
}
