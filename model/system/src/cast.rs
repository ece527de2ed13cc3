//! Who takes part in a scope: people with their law, phones, TVs and recipients.

use serde::{Deserialize, Serialize};
use vouchsafe_alphabet::{Class, DeviceId, Mac, Person, Regime};

/// The parties of a scope; ids are positions in these lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cast {
    /// The people.
    pub people: Vec<PersonSpec>,
    /// The owner of each phone.
    pub phones: Vec<Person>,
    /// The TVs.
    pub tvs: Vec<TvSpec>,
    /// Pairs of other TVs that left the factory and do not take part.
    pub factory: Vec<(Mac, DeviceId)>,
    /// The recipients; the first is holder 1, since the vendor is holder 0.
    pub recipients: Vec<RecipientSpec>,
    /// Pairs of a guardian and the minor in that person's care.
    pub guardian_of: Vec<(Person, Person)>,
}

impl Cast {
    /// Every pair of factory MAC address and device ID that left the factory.
    pub fn manufactured(&self) -> impl Iterator<Item = (Mac, DeviceId)> {
        let genuine = self.tvs.iter().filter(|spec| spec.genuine).map(|spec| (spec.mac, spec.device_id));
        genuine.chain(self.factory.iter().copied())
    }
}

/// A person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSpec {
    /// How this person's law lets data be used for direct marketing (MKT-02, MKT-03).
    pub law: Regime,
    /// Whether the person is in truth a minor; the vendor learns it by being told alone (T26).
    pub minor: bool,
}

/// A TV and the identity that it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TvSpec {
    /// The factory MAC address that it presents.
    pub mac: Mac,
    /// The device ID that it presents.
    pub device_id: DeviceId,
    /// Whether that pair left the factory as a pair; a clone's did not.
    pub genuine: bool,
}

/// A recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientSpec {
    /// What it is to the vendor.
    pub class: Class,
    /// Whether it works for the vendor, so that the vendor controls what it holds (T53).
    pub for_vendor: bool,
}
