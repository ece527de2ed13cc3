//! Who takes part in a scope: people with their law, phones, TVs and recipients.

use serde::{Deserialize, Serialize};
use vouchsafe_alphabet::{
    Class, DeviceId, Holder, Mac, Person, Place, ProviderKind, Purpose, Regime, Sector, Set, Word,
};

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
    /// The members of staff and agents, each with the provider that it belongs to, where it is not the vendor.
    pub staff: Vec<Option<Holder>>,
    /// Pairs of a guardian and the minor in that person's care.
    pub guardian_of: Vec<(Person, Person)>,
}

impl Cast {
    /// Every pair of factory MAC address and device ID that left the factory.
    pub fn manufactured(&self) -> impl Iterator<Item = (Mac, DeviceId)> {
        let genuine = self.tvs.iter().filter(|spec| spec.genuine).map(|spec| (spec.mac, spec.device_id));
        genuine.chain(self.factory.iter().copied())
    }
    /// The places whose law a contract has to meet where nothing else is said: those of all people, or every
    /// place when nobody's is known.
    pub fn places(&self) -> Set<Place> {
        let known: Vec<_> = self.people.iter().filter_map(|person| person.place).collect();
        Set::of(if known.is_empty() { Place::ALL } else { &known })
    }
}

/// A person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSpec {
    /// How this person's law lets data be used for direct marketing (MKT-02, MKT-03).
    pub law: Regime,
    /// Whether the person is in truth a minor; the vendor learns it by being told alone (T26).
    pub minor: bool,
    /// Under whose law this person lives, where that is known.
    pub place: Option<Place>,
    /// The person's age in years, where the law of a place decides who is a minor.
    pub age: Option<u8>,
    /// Whose account shares this person's devices: what is known of shared accounts is about both (T35).
    pub shares_with: Option<Person>,
}

impl PersonSpec {
    /// An adult of whom nothing else is known.
    pub const fn adult(law: Regime) -> Self {
        Self { law, minor: false, place: None, age: None, shares_with: None }
    }
}

/// What the law of a place decides about those who live there, where that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LocalLaw {
    /// How it lets data be used for direct marketing (MKT-02, MKT-03).
    pub regime: Option<Regime>,
    /// The age from which on nobody has to approve what a person gives (MIN-01).
    pub adult_at: Option<u8>,
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
    /// What it does for the vendor, where that is declared (GRP-02, GRP-05).
    pub kinds: Option<Set<ProviderKind>>,
    /// The sector in which it is active, where that is declared (USE-04).
    pub sector: Option<Sector>,
    /// Whether its contract with the vendor stands from the opening on.
    pub signed: bool,
    /// The places whose data law the contract meets; where nothing is said, [`Cast::places`] (SHR-05).
    pub laws: Option<Set<Place>>,
    /// The places whose people's rights it secures; where nothing is said, [`Cast::places`] (SHR-06).
    pub rights: Option<Set<Place>>,
    /// The purposes to which the contract holds it, where it names any (GRP-04).
    pub purposes: Option<Set<Purpose>>,
    /// After how many units of time the contract is over, where it has a term.
    pub term: Option<u32>,
    /// Where its servers are, where that is said (XFR-01).
    pub place: Option<Place>,
}

impl RecipientSpec {
    /// A recipient of which nothing else is declared; a provider or an affiliate has its contract.
    pub const fn new(class: Class, for_vendor: bool) -> Self {
        Self {
            class,
            for_vendor,
            kinds: None,
            sector: None,
            signed: matches!(class, Class::Provider | Class::Affiliate),
            laws: None,
            rights: None,
            purposes: None,
            term: None,
            place: None,
        }
    }
}
