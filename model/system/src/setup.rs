//! The setup of a run: cast, topics, faults, limits, played rules and defects.

use crate::cast::{Cast, LocalLaw, RecipientSpec, TvSpec};
use crate::defects::{Defect, Defects};
use crate::faults::Fault;
use crate::kinds::{Kind, Kinds};
use crate::limits::{
    BARRIERS, COMMANDS, HOLDERS, KINDS, MESSAGES, PAIRS, PEOPLE, PHONES, RECORDS, REQUESTS, STAFF, TERMS, TVS,
};
use crate::refusal::Refusal;
use crate::topic::Topic;
use crate::vendor::sharing;
use std::collections::BTreeMap;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::readings::{
    CollectConsent, ContractTime, JointData, MarketingScope, PartnerScope, SaleScope,
};
use vouchsafe_alphabet::{
    Categories, Category, Channel, Class, Ground, Holder, Key, Mail, Person, Phone, Place, Purpose, Regime,
    Rules, Service, Set, Tv, Verb, Verbs,
};

/// Everything that a run is given and that never changes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Who takes part.
    pub cast: Cast,
    /// The topics whose inputs are switched on.
    pub topics: Set<Topic>,
    /// The faults that may happen.
    pub faults: Set<Fault>,
    /// Words of inputs that are left out all the same.
    pub without: Vec<String>,
    /// The categories of data in this scope, eight at most.
    pub categories: Categories,
    /// The categories among them that everybody has agreed to in the opening.
    pub given: Categories,
    /// The categories among them that the next version of the terms adds.
    pub added: Categories,
    /// The categories that plugins gather field by field.
    pub gathered: Categories,
    /// The categories that TVs are sampled for field by field, and whether companies of the ecosystem pass data on.
    pub sampled: Categories,
    /// The categories that are asked for when a service is used.
    pub asked_for: Categories,
    /// The verb sets that a withdrawal may have.
    pub withdrawals: Vec<Verbs>,
    /// The keys that are pressed.
    pub keys: Vec<Key>,
    /// The channels by which a person may end direct marketing.
    pub opt_outs: Vec<Channel>,
    /// The channels by which newsletters go out.
    pub promotions: Vec<Channel>,
    /// The kinds of e-mail that a person may stop.
    pub mails: Vec<Mail>,
    /// The ways to take back that the plugin may read the phone's network.
    pub revocations: Vec<Channel>,
    /// What people ask of the vendor when they write.
    pub asks: Vec<RequestKind>,
    /// The ways by which they write.
    pub mailing: Vec<Channel>,
    /// The grounds that may arise.
    pub grounds: Vec<Ground>,
    /// The services that can be subscribed to.
    pub services: Vec<Service>,
    /// The classes of recipient about which people are asked on their own.
    pub classes: Vec<Class>,
    /// The purposes for which data is collected, made available and used.
    pub purposes: Vec<Purpose>,
    /// The new purposes for which people are asked, eight at most.
    pub new_purposes: Vec<Purpose>,
    /// The places whose law demands something, or allows it.
    pub places: Vec<Place>,
    /// What law may expressly allow to be done.
    pub allowances: Vec<Verb>,
    /// What law may forbid to be done.
    pub prohibitions: Vec<Verb>,
    /// The places in which the vendor may have a data centre.
    pub centres: Vec<Place>,
    /// The pairs of places between which a safeguard stands in the opening.
    pub safeguards: Vec<(Place, Place)>,
    /// The pairs of places the first of whose law may forbid that something goes to the second.
    pub barriers: Vec<(Place, Place)>,
    /// The places to which people may move.
    pub moves: Vec<Place>,
    /// Whether the next version of the terms names a data centre outside of the six places.
    pub further_centre: bool,
    /// What the law of places decides, where that is known.
    pub local: BTreeMap<Place, LocalLaw>,
    /// How many versions of the terms there are.
    pub terms: u8,
    /// The rules that the parties play by.
    pub rules: Rules,
    /// The defects that are switched on.
    pub defects: Defects,
    /// After how many units a phone is back online at the latest; nothing means that it may stay away.
    pub offline_limit: Option<u32>,
    /// Whether plugins choose the route by what they read of the network, rather than by where the phone is.
    pub selector: bool,
    /// How many keys are pressed in a run at most; nothing means any number.
    pub presses: Option<u8>,
    /// How often a TV may report.
    pub reports: u8,
    /// How many commands may be open at one time.
    pub commands: u8,
    /// How many records may be known at one time.
    pub records: u8,
    /// How many requests may be open at one time.
    pub requests: u8,
    /// How many messages of the command path may be in flight at one time.
    pub messages: u8,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            cast: Cast::default(),
            topics: Set::EMPTY,
            faults: Set::EMPTY,
            without: Vec::new(),
            categories: Set::EMPTY,
            given: Set::EMPTY,
            added: Set::EMPTY,
            gathered: Set::EMPTY,
            sampled: Set::EMPTY,
            asked_for: Set::EMPTY,
            withdrawals: Vec::new(),
            keys: Vec::new(),
            opt_outs: vec![Channel::Plugin],
            promotions: vec![Channel::Email],
            mails: Vec::new(),
            revocations: vec![Channel::Os],
            asks: Vec::new(),
            mailing: vec![Channel::Email],
            grounds: Vec::new(),
            services: Vec::new(),
            classes: Vec::new(),
            purposes: Vec::new(),
            new_purposes: Vec::new(),
            places: vec![Place::China],
            allowances: Vec::new(),
            prohibitions: Vec::new(),
            centres: Vec::new(),
            safeguards: Vec::new(),
            barriers: Vec::new(),
            moves: Vec::new(),
            further_centre: false,
            local: BTreeMap::new(),
            terms: 1,
            rules: Rules::default(),
            defects: Defects::default(),
            offline_limit: None,
            selector: false,
            presses: None,
            reports: 2,
            commands: 1,
            records: RECORDS as u8,
            requests: 1,
            messages: MESSAGES as u8,
        }
    }
}

/// Why a setup does not fit a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// More of something than fits.
    #[error("there are {found} {what}; at most {most} fit")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many fit.
        most: usize,
    },
    /// A phone or a guardian belongs to nobody.
    #[error("{what} names person {person}, but there are {people} people, counted from 0")]
    NoSuchPerson {
        /// Where the person is named.
        what: &'static str,
        /// The person's id.
        person: u32,
        /// How many people there are.
        people: usize,
    },
    /// What is given is not asked for.
    #[error("`given` has categories that are not among `categories`")]
    GivenUnknown,
    /// What is added is not asked for.
    #[error("`added` has categories that are not among `categories`")]
    AddedUnknown,
    /// People are not asked about such recipients.
    #[error("`classes` names `{0}`; people are asked about `affiliate`, `provider` and `ecosystem`")]
    NotAskedAbout(Class),
    /// The first version of the terms is in force from the opening.
    #[error("`terms` is 0; there is at least one version of the terms")]
    NoTerms,
}

impl Setup {
    /// Whether the setup fits a world.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn check(&self) -> Result<(), SetupError> {
        let cast = &self.cast;
        for (what, found, most) in [
            ("people", cast.people.len(), PEOPLE),
            ("phones", cast.phones.len(), PHONES),
            ("TVs", cast.tvs.len(), TVS),
            ("recipients", cast.recipients.len(), HOLDERS - 1),
            ("members of staff", cast.staff.len(), STAFF),
            ("categories", self.categories.bits().count_ones() as usize, KINDS),
            ("commands", usize::from(self.commands), COMMANDS),
            ("records", usize::from(self.records), RECORDS),
            ("requests", usize::from(self.requests), REQUESTS),
            ("messages", usize::from(self.messages), MESSAGES),
            ("new purposes", self.new_purposes.len(), KINDS),
            ("safeguards", self.safeguards.len(), PAIRS),
            ("barriers", self.barriers.len(), BARRIERS),
        ] {
            if found > most {
                return Err(SetupError::TooMany { what, found, most });
            }
        }
        let people = cast.people.len();
        let owners = cast.phones.iter().map(|&person| ("a phone", person));
        let guardians = cast.guardian_of.iter().map(|&(guardian, _)| ("`guardian-of`", guardian));
        let sharing = cast.people.iter().filter_map(|person| person.shares_with);
        let sharing = sharing.map(|person| ("`shares-with`", person));
        let wards = cast.guardian_of.iter().map(|&(_, ward)| ("`guardian-of`", ward));
        for (what, person) in owners.chain(guardians).chain(wards).chain(sharing) {
            if person.index() >= people {
                return Err(SetupError::NoSuchPerson { what, person: person.0, people });
            }
        }
        if !self.given.without(self.categories).is_empty() {
            return Err(SetupError::GivenUnknown);
        }
        if !self.added.without(self.categories).is_empty() {
            return Err(SetupError::AddedUnknown);
        }
        if let Some(&class) = self.classes.iter().find(|&&class| !sharing::asked_about(class)) {
            return Err(SetupError::NotAskedAbout(class));
        }
        match self.terms {
            0 => Err(SetupError::NoTerms),
            1..=TERMS => Ok(()),
            found => Err(SetupError::TooMany {
                what: "versions of the terms",
                found: found.into(),
                most: TERMS.into(),
            }),
        }
    }

    /// Whether a guard is weakened as this defect does it: because that is switched on, or on purpose, since a reading
    /// that promises less is played.
    #[inline]
    pub fn has(&self, defect: Defect) -> bool {
        self.defects.has(defect) || self.means(defect)
    }

    /// How many cases may be open at a time, reports of breaches among them.
    pub fn cases(&self) -> u8 {
        if self.asks.contains(&RequestKind::BreachReport) { REQUESTS as u8 } else { self.requests }
    }
    /// How many may be open other than reports of breaches: everybody has a place for one of those, so that no
    /// report waits for an answer to something else.
    pub(crate) fn room(&self) -> u8 {
        let kept =
            if self.asks.contains(&RequestKind::BreachReport) { self.cast.people.len() as u8 } else { 0 };
        self.requests.min((REQUESTS as u8).saturating_sub(kept))
    }
    /// Whether a reading that is played asks for what this defect does by mistake.
    #[inline]
    fn means(&self, defect: Defect) -> bool {
        let readings = &self.rules.readings;
        (defect == Defect::ProfileBeforeAsking && readings.marketing_scope == MarketingScope::SendingOnly)
            || (defect == Defect::FeedOutlivesContract && readings.contract_time == ContractTime::AtSomeTime)
            || (defect == Defect::AcceptanceSetsCollect
                && readings.collect_consent == CollectConsent::FromAcceptance)
            || (defect == Defect::OwnerSpeaksForAll && readings.joint_data == JointData::Acting)
            || (defect == Defect::BarterLater && readings.sale_scope == SaleScope::MoneyOnly)
            || (defect == Defect::ProviderForwardsList && readings.partner_scope == PartnerScope::DirectHop)
    }

    /// Whether the next version of the terms is material.
    pub(crate) fn adds_something(&self) -> bool {
        !self.added.is_empty() || !self.new_purposes.is_empty()
    }
    /// The position of a category in this scope.
    #[inline]
    pub(crate) fn kind(&self, category: Category) -> Result<Kind, Refusal> {
        if self.categories.has(category) {
            let before = self.categories.bits() & ((1 << category as u8) - 1);
            Ok(Kind(before.count_ones() as u8))
        } else {
            Err(Refusal::Unknown)
        }
    }
    /// The category at a position of this scope.
    pub(crate) fn category(&self, kind: Kind) -> Result<Category, Refusal> {
        self.categories.iter().nth(usize::from(kind.0)).ok_or(Refusal::Unknown)
    }
    /// All categories of this scope.
    #[inline]
    pub(crate) fn kinds(&self) -> Kinds {
        Kinds::first(self.categories.bits().count_ones())
    }
    /// Each category of this scope.
    pub(crate) fn each_kind(&self) -> impl Iterator<Item = Kind> + use<> {
        (0..self.categories.bits().count_ones() as u8).map(Kind)
    }
    /// The law of a person, from the vendor's table of laws.
    pub(crate) fn law(&self, person: Person) -> Result<Regime, Refusal> {
        self.cast.people.get(person.index()).map(|spec| spec.law).ok_or(Refusal::Unknown)
    }
    /// Every person.
    pub(crate) fn people(&self) -> impl Iterator<Item = Person> + use<> {
        (0..self.cast.people.len() as u32).map(Person)
    }
    /// Whether there is such a person.
    pub(crate) fn known(&self, person: Person) -> Result<(), Refusal> {
        if person.index() < self.cast.people.len() { Ok(()) } else { Err(Refusal::Unknown) }
    }
    /// The owner of a phone.
    pub(crate) fn owner(&self, phone: Phone) -> Result<Person, Refusal> {
        self.cast.phones.get(phone.index()).copied().ok_or(Refusal::Unknown)
    }
    /// The first phone of a person.
    pub(crate) fn phone_of(&self, person: Person) -> Result<Phone, Refusal> {
        let found = self.cast.phones.iter().position(|&owner| owner == person);
        found.map(|index| Phone(index as u32)).ok_or(Refusal::NoPhone)
    }
    /// A TV.
    pub(crate) fn tv(&self, tv: Tv) -> Result<&TvSpec, Refusal> {
        self.cast.tvs.get(tv.index()).ok_or(Refusal::Unknown)
    }
    /// A recipient; the vendor is none.
    pub(crate) fn recipient(&self, holder: Holder) -> Result<&RecipientSpec, Refusal> {
        let index = holder.index().checked_sub(1).ok_or(Refusal::WrongRecipient)?;
        self.cast.recipients.get(index).ok_or(Refusal::Unknown)
    }
    /// A recipient of this class.
    pub(crate) fn of_class(&self, holder: Holder, class: Class) -> Result<&RecipientSpec, Refusal> {
        let spec = self.recipient(holder)?;
        if spec.class == class { Ok(spec) } else { Err(Refusal::WrongRecipient) }
    }
    /// The first recipient of a class, in a scope that has one.
    pub(crate) fn first_of(&self, class: Class) -> Result<Holder, Refusal> {
        let found = self.recipients().find(|(_, spec)| spec.class == class);
        found.map(|(holder, _)| holder).ok_or(Refusal::WrongRecipient)
    }
    /// Refuses recipients that do not work with the vendor's data.
    pub(crate) fn worker(&self, holder: Holder) -> Result<(), Refusal> {
        if self.works_for_vendor(holder)? { Ok(()) } else { Err(Refusal::WrongRecipient) }
    }
    /// Who else a category of a person is about: the one who shares the devices (COL-05, T35).
    pub(crate) fn other(&self, person: Person, category: Category) -> Option<Person> {
        let spec = self.cast.people.get(person.index())?;
        spec.shares_with.filter(|_| category == Category::SharedAccounts)
    }
    /// Every recipient with its holder id.
    pub(crate) fn recipients(&self) -> impl Iterator<Item = (Holder, &RecipientSpec)> {
        self.cast.recipients.iter().enumerate().map(|(index, spec)| (Holder(index as u32 + 1), spec))
    }
    /// Whether the vendor lets this holder work with its data: one that works for it, or an affiliate.
    pub(crate) fn works_for_vendor(&self, holder: Holder) -> Result<bool, Refusal> {
        let spec = self.recipient(holder)?;
        Ok(spec.for_vendor || spec.class == Class::Affiliate)
    }
    /// The guardian of a person.
    pub(crate) fn guardian(&self, ward: Person) -> Result<Person, Refusal> {
        let found = self.cast.guardian_of.iter().find(|pair| pair.1 == ward);
        found.map(|pair| pair.0).ok_or(Refusal::NoWard)
    }
}
