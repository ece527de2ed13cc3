//! Short names for logs about recipients: what Ann says, what goes to whom, and under which law and contract.

use crate::logs::*;
use vouchsafe_alphabet::{Contract, Place, ProviderKind, Sector, Set};

/// The data that these logs are about; it is no derived data.
pub(crate) const DATA: Category = Category::Account;
pub(crate) const PROVIDER: Holder = Holder(4);
pub(crate) const AFFILIATE: Holder = Holder(5);
pub(crate) const ECOSYSTEM: Holder = Holder(6);
pub(crate) const PARTNER: Holder = Holder(7);
pub(crate) const AUTHORITY: Holder = Holder(8);
pub(crate) const HOME: Place = Place::Germany;
pub(crate) const ABROAD: Place = Place::China;

/// One recipient of each class that matters, then these lines, a millisecond apart.
pub(crate) fn among_recipients(lines: &[Observation]) -> Vec<Timed> {
    let cast = [
        introduced(PROVIDER, Class::Provider, false),
        introduced(AFFILIATE, Class::Affiliate, false),
        introduced(ECOSYSTEM, Class::Ecosystem, false),
        introduced(PARTNER, Class::Partner, false),
        introduced(AUTHORITY, Class::Authority, false),
    ];
    (0..).zip(cast.into_iter().chain(lines.iter().copied())).collect()
}
/// The index in such a log of the line with this index among those given.
pub(crate) fn at(index: usize) -> usize {
    index + 5
}
/// The breach of one part at the given line.
pub(crate) fn breach(part: &str, index: usize) -> String {
    format!("{part}@{}", at(index))
}
pub(crate) fn of_kind(by: Holder, kinds: &[ProviderKind]) -> Observation {
    Introduced { by, class: Class::Provider, for_vendor: false, kinds: Some(Set::of(kinds)), sector: None }
}
pub(crate) fn in_sector(by: Holder, sector: Sector) -> Observation {
    Introduced { by, class: Class::Affiliate, for_vendor: false, kinds: None, sector: Some(sector) }
}

/// Ann answers a question of its own about her data, by class of recipient and purpose.
pub(crate) fn says(
    answer: Answer,
    verb: Verb,
    class: impl Into<Option<Class>>,
    purpose: impl Into<Option<Purpose>>,
) -> Observation {
    says_in(Form::Separate, answer, verb, class.into(), purpose.into())
}
pub(crate) fn says_in(
    form: Form,
    answer: Answer,
    verb: Verb,
    class: Option<Class>,
    purpose: Option<Purpose>,
) -> Observation {
    Answered { person: ANN, verbs: verb.into(), categories: DATA.into(), answer, form, purpose, class }
}
pub(crate) fn withdraws(request: u32, verb: Verb) -> Observation {
    Withdrew {
        request: Request(request),
        person: ANN,
        verbs: verb.into(),
        categories: DATA.into(),
        channel: Channel::Plugin,
    }
}
pub(crate) fn lives_in(person: Person, place: Option<Place>) -> Observation {
    Resides { person, law: Regime::Consent, minor: false, place }
}
pub(crate) fn moves(person: Person, place: Place) -> Observation {
    Moved { person, place, law: None }
}

/// Law demands something with Ann's data.
pub(crate) fn demands(request: u32, verb: Verb, to: Option<Holder>, place: Option<Place>) -> Observation {
    demands_of(ANN, request, verb, to, place)
}
pub(crate) fn demands_of(
    person: Person,
    request: u32,
    verb: Verb,
    to: Option<Holder>,
    place: Option<Place>,
) -> Observation {
    let (verbs, categories) = (verb.into(), DATA.into());
    LawDemands { request: Request(request), person, verbs, categories, to, place }
}
/// Law allows something with Ann's data.
pub(crate) fn allows(request: u32, verb: Verb, to: Option<Holder>, place: Option<Place>) -> Observation {
    let (verbs, categories) = (verb.into(), DATA.into());
    LawAllows { request: Request(request), person: ANN, verbs, categories, to, place }
}

/// Ann's data goes from one holder to another.
pub(crate) fn gives(by: Holder, to: Holder, purpose: Purpose) -> Observation {
    gives_jointly(by, to, DATA, purpose, None, None)
}
pub(crate) fn gives_jointly(
    by: Holder,
    to: Holder,
    category: Category,
    purpose: Purpose,
    other: Option<Person>,
    record: Option<u32>,
) -> Observation {
    let record = record.map(Record);
    Disclosed { person: ANN, category, by, to, purpose, other, record, contract: None, ground: None }
}
/// The vendor collects Ann's data as a record, perhaps with somebody else's, for some purpose.
pub(crate) fn collects(record: u32, other: Option<Person>, purpose: Option<Purpose>) -> Observation {
    collects_as(record, ANN, DATA, other, purpose)
}
pub(crate) fn collects_as(
    record: u32,
    person: Person,
    category: Category,
    other: Option<Person>,
    purpose: Option<Purpose>,
) -> Observation {
    Collected {
        record: Record(record),
        person,
        category,
        by: VENDOR,
        source: Source::Submitted,
        other,
        command: None,
        tv: None,
        ground: None,
        purpose,
        details: None,
        terms: None,
    }
}
pub(crate) fn uses(by: Holder, category: Category, purpose: Purpose, record: Option<u32>) -> Observation {
    Used { person: ANN, category, purpose, by, record: record.map(Record), ground: None }
}

/// A contract with the vendor that meets the law and the rights of these places.
pub(crate) fn signs(contract: u32, to: Holder, places: &[Place]) -> Observation {
    signs_with(contract, to, None, places, None)
}
pub(crate) fn signs_with(
    contract: u32,
    to: Holder,
    by: Option<Holder>,
    places: &[Place],
    term: Option<u64>,
) -> Observation {
    let places = Set::of(places);
    ContractSigned {
        contract: Contract(contract),
        to,
        laws: places,
        rights: places,
        by,
        purposes: None,
        term,
    }
}
pub(crate) fn contract_ended(contract: u32) -> Observation {
    ContractEnded { contract: Contract(contract) }
}

pub(crate) fn asks_for_service(person: Person) -> Observation {
    ServiceRequested { person, service: Service::Support }
}
pub(crate) fn gives_feedback(person: Person) -> Observation {
    FeedbackSubmitted { person, details: Set::EMPTY }
}
