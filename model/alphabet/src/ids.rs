//! Names of the things observed: small opaque numbers in memory, strings on disk.

use serde::{Deserialize, Serialize};

words! {
    /// What sort of thing an id names; ids of different sorts never mix.
    "sort" Sort {
        /// A natural person: a user, a co-user, a guardian.
        Person "person",
        /// A phone with the plugin on it.
        Phone "phone",
        /// A television.
        Tv "tv",
        /// One that can hold or receive data: the vendor, or a recipient.
        Holder "holder",
        /// One key press and all that it causes.
        Command "command",
        /// One item of personal information, with all its copies.
        Record "record",
        /// A withdrawal, a guardian's report, a legal demand, a subject request, a letter.
        Request "request",
        /// One bargain, written or not: what one side gives for what the other gives.
        Contract "contract",
        /// A factory MAC address.
        Mac "mac",
        /// A device ID.
        DeviceId "device id",
        /// A member of staff or an agent of the vendor.
        Staff "staff",
        /// A version of the policy text.
        Terms "terms",
    }
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The sort of thing that this id names.
            pub const SORT: Sort = Sort::$name;
            /// The id as an index.
            #[inline]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

ids! {
    /// A natural person.
    Person
    /// A phone with the plugin on it.
    Phone
    /// A television.
    Tv
    /// The vendor ([`Holder::VENDOR`]) or a recipient.
    Holder
    /// A case: one key press and all that it causes.
    Command
    /// A case: one item of personal information with all its copies.
    Record
    /// A case: something that a party asked of the vendor.
    Request
    /// A case: one bargain, written or not.
    Contract
    /// A factory MAC address.
    Mac
    /// A device ID.
    DeviceId
    /// A member of staff or an agent.
    Staff
    /// A version of the policy text; versions are numbered in the order of their publication.
    Terms
}

impl Holder {
    /// The vendor itself.
    pub const VENDOR: Self = Self(0);
}

/// Gives ids to names and names to ids; whoever reads or writes a file brings one.
pub trait Naming {
    /// The id of this name; a new name gets a new id.
    fn id(&mut self, sort: Sort, name: &str) -> u32;
    /// Writes the name of this id.
    fn name(&self, sort: Sort, id: u32, to: &mut String);
}
