//! Lines of any kind that some promise judges or judges by, a strategy a subject matter.

use crate::logs::*;
use crate::recipients::*;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::data::{Reason, RequestKind};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::{Contract, Phone, Place, ProviderKind, Sector, Set, Word};

fn word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
    select(W::ALL)
}
fn person() -> impl Strategy<Value = Person> {
    select(&[ANN, BOB][..])
}
/// Somebody who may be a guardian of Ann.
fn guardian() -> impl Strategy<Value = Person> {
    select(&[BOB, Person(3)][..])
}
fn holder() -> impl Strategy<Value = Holder> {
    (0u32..3).prop_map(Holder)
}
fn id() -> impl Strategy<Value = u32> {
    0u32..2
}
/// Few categories, so that lines meet.
fn category() -> impl Strategy<Value = Category> {
    select(&[STATUS, Category::Account, Category::Command][..])
}
fn purpose() -> impl Strategy<Value = Option<Purpose>> {
    select(&[None, MARKETING, Some(Purpose::Provide)][..])
}

pub(crate) fn of_parties() -> impl Strategy<Value = Observation> {
    prop_oneof![
        (person(), word(), any::<bool>()).prop_map(|(person, law, minor)| Resides {
            person,
            law,
            minor,
            place: None
        }),
        (holder(), word(), any::<bool>())
            .prop_map(|(by, class, for_vendor)| introduced(by, class, for_vendor)),
        (holder(), holder(), word(), id()).prop_map(|(by, to, worth, k)| paid(by, to, worth, k)),
        id().prop_map(figures),
        of(id()).prop_map(custody_moved),
        (person(), holder(), word(), of(Just(Purpose::InterestAds.into())), of(any::<bool>())).prop_map(
            |(person, to, channel, purposes, good)| CorporateNotice { person, to, channel, purposes, good }
        ),
        (person(), holder()).prop_map(|(person, by)| used(person, Purpose::InterestAds, by)),
        id().prop_map(|t| TookEffect { terms: Terms(t) }),
        (person(), id()).prop_map(|(person, t)| Accepted { person, terms: Terms(t) }),
        (person(), id()).prop_map(|(person, t)| AcceptanceTaken { person, terms: Terms(t) }),
    ]
}

/// One key more often than the other, so that presses and executions meet.
const KEYS: [Key; 4] = [Key::VolumeUp, Key::VolumeUp, Key::VolumeUp, Key::AudioOn];

pub(crate) fn of_tvs() -> impl Strategy<Value = Observation> {
    prop_oneof![
        person().prop_map(opened),
        (id(), person()).prop_map(|(tv, person)| bound(tv, person)),
        (id(), person()).prop_map(|(tv, person)| unbound(tv, person)),
        (id(), person()).prop_map(|(tv, person)| shared(tv, person)),
        (id(), id()).prop_map(|(mac, device)| manufactured(mac, device)),
        (id(), id(), id()).prop_map(|(tv, mac, device)| carries(tv, mac, device)),
        (id(), id(), id(), any::<bool>())
            .prop_map(|(tv, mac, device, passed)| checked(tv, mac, device, passed)),
        (id(), person(), id(), select(&KEYS[..]))
            .prop_map(|(c, person, tv, key)| pressed_key(c, person, tv, key)),
        (id(), id(), word()).prop_map(|(c, tv, route)| transmitted(c, tv, route)),
        (id(), id(), select(&KEYS[..]), word()).prop_map(|(c, tv, key, route)| executed(c, tv, key, route)),
        id().prop_map(failed),
        id().prop_map(closed),
        (of(id()), person(), holder()).prop_map(|(c, person, by)| command_recorded(c, person, by)),
    ]
}

pub(crate) fn of_records() -> impl Strategy<Value = Observation> {
    prop_oneof![
        2 => (id(), person(), category(), holder(), word()).prop_map(|(r, p, c, by, source)| collected(r, p, c, by, source)),
        1 => (id(), holder()).prop_map(|(r, to)| copied(r, to)),
        1 => (id(), holder()).prop_map(|(r, by)| purged(r, by)),
        1 => (id(), holder(), any::<bool>())
            .prop_map(|(r, by, attributable)| Deidentified { record: Record(r), by, attributable }),
        1 => id().prop_map(purpose_ended),
        1 => id().prop_map(inferred),
        1 => (id(), word()).prop_map(|(r, ground)| arose(r, ground)),
        1 => (id(), word()).prop_map(|(r, ground)| ended(r, ground)),
        1 => (person(), word(), holder()).prop_map(|(p, purpose, by)| used(p, purpose, by)),
        1 => (holder(), of(id())).prop_map(|(to, k)| disclosed(to, k)),
    ]
}

pub(crate) fn of_wishes() -> impl Strategy<Value = Observation> {
    prop_oneof![
        (any::<bool>(), word(), purpose())
            .prop_map(|(mandatory, verb, purpose)| asked(mandatory, verb, purpose)),
        (word(), word(), word()).prop_map(|(form, verb, answer)| answered_in(form, verb, answer)),
        id().prop_map(reports_status),
        (word(), word()).prop_map(|(answer, form)| marketing_answer(answer, form)),
        (id(), word()).prop_map(|(q, verb)| withdrew(q, verb)),
        id().prop_map(processed),
        (id(), word()).prop_map(|(q, verb)| law_demands(q, verb)),
        id().prop_map(law_demand_ended),
        (word(), word(), any::<bool>()).prop_map(|(mail, channel, promotional)| messaged(
            mail,
            channel,
            promotional
        )),
        (person(), word()).prop_map(|(person, channel)| OptedOut { person, channel }),
        (person(), word()).prop_map(|(person, mail)| StoppedMail { person, mail, channel: Channel::Email }),
        person().prop_map(|person| AgeLearned { person }),
        guardian().prop_map(guardian_of_ann),
        (guardian(), id()).prop_map(|(other, q)| reported_by(other, q)),
        (guardian(), category()).prop_map(|(other, category)| approved_by(other, category)),
        (person(), word()).prop_map(|(person, service)| Subscribed { person, service, renewal: true }),
        (person(), word()).prop_map(|(person, service)| SubscriptionEnded { person, service }),
    ]
}

/// A holder that gets data or gives it on; the vendor acts most often.
fn recipient() -> impl Strategy<Value = Holder> {
    select(&[VENDOR, VENDOR, Holder(1), Holder(2), Holder(3)][..])
}
fn class() -> impl Strategy<Value = Class> {
    use Class as C;
    select(&[C::Provider, C::Provider, C::Affiliate, C::Ecosystem, C::Partner, C::Authority, C::Outside][..])
}
fn place() -> impl Strategy<Value = Place> {
    select(&[HOME, ABROAD][..])
}
fn places() -> impl Strategy<Value = Set<Place>> {
    const SETS: &[&[Place]] = &[&[], &[HOME], &[HOME, ABROAD], &[HOME, ABROAD]];
    select(SETS).prop_map(Set::of)
}
/// Few purposes, so that answers meet acts.
fn shared_for() -> impl Strategy<Value = Purpose> {
    use Purpose as P;
    select(&[P::Provide, P::Provide, P::Ecosystem, P::DirectMarketing, P::OperateFull, P::Unstated][..])
}
fn used_for() -> impl Strategy<Value = Purpose> {
    prop_oneof![
        shared_for(),
        word(),
        select(&[Purpose::Support, Purpose::FollowUp, Purpose::LegalCompliance][..])
    ]
}
fn shared_data() -> impl Strategy<Value = Category> {
    select(&[DATA, DATA, STATUS][..])
}
fn seldom<S: Strategy>(value: S) -> impl Strategy<Value = Option<S::Value>> {
    weighted(0.25, value)
}
fn record() -> impl Strategy<Value = Record> {
    id().prop_map(Record)
}

pub(crate) fn of_recipients() -> impl Strategy<Value = Observation> {
    let kinds = of(select(&[ProviderKind::Promotion, ProviderKind::Other][..]).prop_map(Set::from));
    let sector = of(select(&[Sector::Cloud, Sector::Other][..]));
    let by_somebody = (recipient(), class(), any::<bool>(), kinds, sector);
    let disclosed =
        (person(), shared_data(), recipient(), recipient(), shared_for(), seldom(person()), seldom(record()));
    let contract = (id(), recipient(), places(), places(), seldom(recipient()), of(used_for()), of(0u64..3));
    let own_message = (person(), word(), any::<bool>(), of(recipient()));
    let address = of(select(&[Address::Feedback, Address::Former][..]));
    let follow_up = (person(), recipient(), any::<bool>(), address);
    prop_oneof![
        1 => by_somebody.prop_map(|(by, class, for_vendor, kinds, sector)| {
            Introduced { by, class, for_vendor, kinds, sector }
        }),
        5 => disclosed.prop_map(|(person, category, by, to, purpose, other, record)| {
            Disclosed { person, category, by, to, purpose, other, record, contract: None, ground: None }
        }),
        2 => (id(), recipient()).prop_map(|(r, to)| copied(r, to)),
        2 => (id(), person(), shared_data(), seldom(person()), of(used_for()))
            .prop_map(|(r, p, category, other, purpose)| collects_as(r, p, category, other, purpose)),
        4 => (person(), shared_data(), used_for(), recipient(), of(record())).prop_map(
            |(person, category, purpose, by, record)| {
                Used { person, category, purpose, by, record, ground: None }
            }
        ),
        3 => contract.prop_map(|(k, to, laws, rights, by, purpose, term)| {
            let purposes = purpose.map(Set::from);
            ContractSigned { contract: Contract(k), to, laws, rights, by, purposes, term }
        }),
        1 => id().prop_map(contract_ended),
        1 => id().prop_map(purpose_ended),
        1 => own_message.prop_map(|(person, mail, promotional, partner)| {
            let (by, channel) = (VENDOR, Channel::Push);
            Messaged { person, by, mail, channel, promotional, address: None, partner }
        }),
        1 => follow_up.prop_map(|(person, by, promotional, address)| {
            let (mail, channel) = (Mail::FollowUp, Channel::Push);
            Messaged { person, by, mail, channel, promotional, address, partner: None }
        }),
    ]
}

/// What people and the law say about sharing, and what they have asked for.
pub(crate) fn of_grounds() -> impl Strategy<Value = Observation> {
    let verbs = || select(&[Verb::Use, Verb::Disclose, Verb::Disclose][..]);
    let answer = select(&[Answer::Yes, Answer::Yes, Answer::Yes, Answer::No, Answer::Silence][..]);
    let data = select(&[DATA, STATUS][..]).prop_map(|one| Set::of(&[one, DATA]));
    let answered = (person(), verbs(), data, answer, word(), of(class()), seldom(shared_for()));
    let law = || (id(), person(), word::<Verb>(), shared_data(), seldom(recipient()), of(place()));
    prop_oneof![
        4 => answered.prop_map(|(person, verb, category, answer, form, class, purpose)| {
            Answered { person, verbs: verb.into(), categories: category, answer, form, purpose, class }
        }),
        1 => (id(), verbs()).prop_map(|(q, verb)| withdraws(q, verb)),
        1 => id().prop_map(processed),
        1 => law().prop_map(|(q, person, verb, category, to, place)| {
            let (verbs, categories) = (verb.into(), category.into());
            LawDemands { request: Request(q), person, verbs, categories, to, place }
        }),
        1 => law().prop_map(|(q, person, verb, category, to, place)| {
            let (verbs, categories) = (verb.into(), category.into());
            LawAllows { request: Request(q), person, verbs, categories, to, place }
        }),
        1 => id().prop_map(law_demand_ended),
        1 => (person(), of(place())).prop_map(|(person, place)| lives_in(person, place)),
        1 => (person(), place()).prop_map(|(person, place)| moves(person, place)),
        1 => person().prop_map(asks_for_service),
        1 => person().prop_map(gives_feedback),
        1 => person().prop_map(|person| PolicyRead { person }),
        1 => (id(), person(), person(), word()).prop_map(|(q, person, other, asks)| {
            RequestMade { request: Request(q), person, other, asks, channel: Channel::Email }
        }),
        1 => person().prop_map(opened),
    ]
}

pub(crate) fn of_devices() -> impl Strategy<Value = Observation> {
    let phone = || id().prop_map(Phone);
    let tv = || id().prop_map(Tv);
    let state = || 0u64..3;
    let shown = (phone(), person(), tv(), state(), any::<bool>(), of(state()));
    prop_oneof![
        (phone(), tv(), word(), select(&[true, true, false][..]))
            .prop_map(|(phone, tv, route, good)| RouteChosen { phone, tv, route, good }),
        (tv(), any::<bool>()).prop_map(|(tv, good)| Powered { tv, good }),
        (tv(), any::<bool>(), of(phone())).prop_map(|(tv, good, phone)| Networked { tv, good, phone }),
        (phone(), any::<bool>()).prop_map(|(phone, good)| PhoneNetworked { phone, good }),
        (tv(), state()).prop_map(|(tv, amount)| Reported { tv, amount, details: None }),
        shown.prop_map(|(phone, person, tv, amount, good, age)| Shown {
            phone,
            person,
            tv,
            amount,
            good,
            age
        }),
        (phone(), person(), tv()).prop_map(|(phone, person, tv)| ShownUnknown { phone, person, tv }),
        (person(), phone()).prop_map(|(person, phone)| LoggedIn { person, phone }),
        (person(), phone()).prop_map(|(person, phone)| LoggedOut { person, phone }),
        (person(), phone(), tv()).prop_map(|(person, phone, tv)| Viewed { person, phone, tv }),
        (tv(), person()).prop_map(|(tv, person)| Unshared { tv, person }),
        of_tvs(),
    ]
}

pub(crate) fn of_permissions() -> impl Strategy<Value = Observation> {
    let phone = || id().prop_map(Phone);
    let channel = select(&[Channel::Os, Channel::Plugin, Channel::Email][..]);
    let features = Category::PhoneFeature;
    prop_oneof![
        (person(), phone()).prop_map(|(person, phone)| PermissionGranted { person, phone }),
        (person(), phone(), channel).prop_map(|(person, phone, channel)| PermissionRevoked {
            person,
            phone,
            channel
        }),
        (person(), phone()).prop_map(|(person, phone)| FeatureRead { person, phone }),
        (id(), person()).prop_map(move |(r, p)| collects_as(r, p, features, None, Some(Purpose::AppRun))),
        recipient().prop_map(move |by| uses(by, features, Purpose::AppRun, None)),
    ]
}

pub(crate) fn of_inquiries() -> impl Strategy<Value = Observation> {
    let q = || id().prop_map(Request);
    let asks = || {
        let (access, correction) = (RequestKind::Access, RequestKind::Correction);
        let others = [RequestKind::Question, RequestKind::ChangeOfMind, RequestKind::StopSharing];
        select([&[access, access, correction, correction][..], &others].concat())
    };
    let ways = select(&[Channel::Email, Channel::Letter, Channel::Plugin][..]);
    let given = select(vec![None, Some(Set::EMPTY), Some(STATUS.into())]);
    let asked = select(&[Category::IdentityProof, Category::Credentials][..]);
    let pages = select(&[Channel::AccountPage, Channel::Plugin][..]);
    prop_oneof![
        3 => (q(), guardian(), asks(), ways).prop_map(|(request, other, asks, channel)| RequestMade {
            request,
            person: BOB,
            other,
            asks,
            channel
        }),
        2 => (q(), asks()).prop_map(|(request, asks)| RequestRouted { request, asks }),
        1 => (q(), of(asked)).prop_map(|(request, asked)| MoreAsked { request, categories: asked.map(Set::from) }),
        1 => q().prop_map(|request| InformationSupplied { request, categories: None }),
        2 => (q(), any::<bool>()).prop_map(|(request, passed)| IdentityProved { request, passed }),
        3 => (q(), weighted(0.7, Just(())), given, of(person())).prop_map(|(request, good, categories, person)| {
            RequestAnswered { request, good: good.is_some(), categories, person }
        }),
        1 => (q(), 0u64..8).prop_map(|(request, amount)| FeeCharged { request, amount }),
        2 => (id(), holder(), of(q())).prop_map(|(r, to, request)| Corrected { record: Record(r), to, request }),
        1 => (person(), pages.clone(), any::<bool>())
            .prop_map(|(person, channel, good)| AccountEdited { person, channel, good }),
        1 => (person(), pages, any::<bool>())
            .prop_map(|(person, channel, good)| AccountViewed { person, channel, good }),
        2 => (id(), holder()).prop_map(|(r, by)| collected(r, BOB, STATUS, by, Source::Reported)),
        1 => (id(), holder()).prop_map(|(r, to)| copied(r, to)),
    ]
}

pub(crate) fn of_limits() -> impl Strategy<Value = Observation> {
    let services = select(&[Service::Control, Service::Status, Service::Promotions][..]);
    let reasons = select(&[Reason::DataDeclined, Reason::Withdrawn][..]);
    let named = of(category().prop_map(Set::from));
    let outlets = select(&[Class::Affiliate, Class::Provider][..]);
    prop_oneof![
        2 => person().prop_map(|person| SharingStopped { person, channel: Channel::Email }),
        1 => outlets.prop_map(|class| introduced(OTHER, class, false)),
        3 => recipient().prop_map(|to| disclosed(to, None)),
        1 => (person(), category()).prop_map(|(person, c)| Declined { person, categories: c.into() }),
        2 => (person(), services, reasons, named).prop_map(|(person, service, reason, categories)| {
            ServiceDenied { person, service, reason, categories }
        }),
    ]
}
