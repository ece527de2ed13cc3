//! Observations out of a stream of choices: what a system that may do anything could show.
//!
//! Property tests and fuzz targets feed it; a choice is a number below a bound. Ids are few, so that cases
//! collide, open again and meet each other.

use vouchsafe_alphabet::data::{Attack, Blame, Reason, RequestKind, Review};
use vouchsafe_alphabet::ids::*;
use vouchsafe_alphabet::party::{Address, Context};
use vouchsafe_alphabet::readings::{self, Readings};
use vouchsafe_alphabet::{
    Answer, Categories, Category, Channel, Class, Detail, Form, Ground, Holder, Key, Level, Mail,
    Observation as O, Place, ProviderKind, Purpose, Regime, Route, Rules, Sector, Service, Set, Source,
    Verbs, Word, Worth,
};

mod places;
mod web;

/// A stream of choices: gives a number below the bound, which is not 0.
pub type Choose<'a> = &'a mut dyn FnMut(u32) -> u32;

fn pick<T: Copy>(choose: Choose<'_>, from: &[T], otherwise: T) -> T {
    let at = choose(from.len().max(1) as u32) as usize;
    from.get(at).copied().unwrap_or(otherwise)
}

fn flip(choose: Choose<'_>) -> bool {
    choose(2) == 1
}

fn maybe<T>(choose: Choose<'_>, value: impl FnOnce(Choose<'_>) -> T) -> Option<T> {
    if choose(4) == 0 { None } else { Some(value(choose)) }
}

fn maybe_not<T>(choose: Choose<'_>, value: impl FnOnce(Choose<'_>) -> T) -> Option<T> {
    if choose(3) == 0 { Some(value(choose)) } else { None }
}

fn person(choose: Choose<'_>) -> Person {
    Person(choose(2))
}
fn holder(choose: Choose<'_>) -> Holder {
    // The vendor acts most often.
    Holder(choose(8).saturating_sub(3))
}
fn category(choose: Choose<'_>) -> Category {
    const CATEGORIES: [Category; 19] = {
        let (a, d, c) = (Category::Account, Category::DeviceInfo, Category::Command);
        [
            a,
            a,
            a,
            d,
            d,
            d,
            c,
            c,
            c,
            Category::AdProfile,
            Category::IdentityProof,
            Category::Feedback,
            Category::PhoneFeature,
            Category::SharedAccounts,
            Category::NetworkInfo,
            Category::OperationsInfo,
            Category::Analytics,
            Category::Purchase,
            Category::Credentials,
        ]
    };
    pick(choose, &CATEGORIES, Category::Account)
}
fn categories(choose: Choose<'_>) -> Categories {
    let bits = choose(15) + 1;
    let all = [Category::Account, Category::DeviceInfo, Category::Command, Category::Feedback];
    (0..4)
        .zip(all)
        .filter(|(bit, _)| bits >> bit & 1 == 1)
        .fold(Categories::EMPTY, |set, (_, one)| set.with(one))
}
fn verbs(choose: Choose<'_>) -> Verbs {
    Verbs::from_bits(u64::from(choose(7) + 1))
}
fn purpose(choose: Choose<'_>) -> Purpose {
    const PURPOSES: [Purpose; 11] = [
        Purpose::ConnectionSelection,
        Purpose::FollowUp,
        Purpose::Feedback,
        Purpose::DirectMarketing,
        Purpose::DirectMarketing,
        Purpose::Provide,
        Purpose::OperateFull,
        Purpose::Ecosystem,
        Purpose::Support,
        Purpose::LegalCompliance,
        Purpose::Unstated,
    ];
    pick(choose, &PURPOSES, Purpose::Provide)
}
fn details(choose: Choose<'_>) -> Set<Detail> {
    const DETAILS: [Detail; 8] = [
        Detail::AccountId,
        Detail::Room,
        Detail::Ssid,
        Detail::Muted,
        Detail::Text,
        Detail::Ip,
        Detail::Events,
        Detail::Undeclared,
    ];
    let (one, other) = (pick(choose, &DETAILS, Detail::Room), pick(choose, &DETAILS, Detail::Room));
    Set::from(one).with(other)
}
fn place(choose: Choose<'_>) -> Place {
    pick(choose, &[Place::Germany, Place::China], Place::Germany)
}
fn places(choose: Choose<'_>) -> Set<Place> {
    pick(choose, &[Set::EMPTY, Place::Germany.into(), Place::China.into(), Set::all()], Set::EMPTY)
}
fn published(choose: Choose<'_>) -> O {
    O::Published {
        terms: Terms(choose(2)),
        categories: maybe_not(choose, categories),
        purpose: maybe_not(choose, purpose),
        class: maybe_not(choose, |choose| pick(choose, &[Class::Provider, Class::Partner], Class::Provider)),
        place: None,
        effective: maybe(choose, |choose| u64::from(choose(3))),
    }
}
fn notified(choose: Choose<'_>) -> O {
    const CHANNELS: [Channel; 5] =
        [Channel::Email, Channel::Email, Channel::Push, Channel::AllSites, Channel::Site];
    O::Notified {
        person: person(choose),
        terms: Terms(choose(2)),
        channel: pick(choose, &CHANNELS, Channel::Email),
        good: choose(3) > 0,
        effective: maybe_not(choose, |choose| u64::from(choose(3))),
        address: maybe_not(choose, |choose| word(choose, Address::Account)),
    }
}
fn record(choose: Choose<'_>) -> Record {
    Record(choose(3))
}
fn demand(choose: Choose<'_>, allows: bool) -> O {
    let (request, person) = (Request(choose(3)), person(choose));
    let (verbs, categories) = (verbs(choose), categories(choose));
    let (to, place) = (maybe_not(choose, holder), maybe_not(choose, place));
    if allows {
        O::LawAllows { request, person, verbs, categories, to, place }
    } else {
        O::LawDemands { request, person, verbs, categories, to, place }
    }
}
fn word<W: Word>(choose: Choose<'_>, otherwise: W) -> W {
    pick(choose, W::ALL, otherwise)
}

/// A message that asks something of the vendor, or what becomes of one.
fn inquiry(choose: Choose<'_>) -> O {
    const ASKS: [RequestKind; 8] = {
        let (access, correction) = (RequestKind::Access, RequestKind::Correction);
        let (mind, sharing) = (RequestKind::ChangeOfMind, RequestKind::StopSharing);
        [
            access,
            access,
            correction,
            correction,
            mind,
            sharing,
            RequestKind::RevokePermission,
            RequestKind::Question,
        ]
    };
    const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Letter, Channel::Plugin];
    let request = Request(choose(3));
    match choose(12) {
        0..=2 => {
            let person = person(choose);
            O::RequestMade {
                request,
                person,
                other: if flip(choose) { person } else { Person(choose(3)) },
                asks: pick(choose, &ASKS, RequestKind::Access),
                channel: pick(choose, &CHANNELS, Channel::Email),
            }
        }
        3 => O::RequestRouted { request, asks: pick(choose, &ASKS, RequestKind::Access) },
        4 => O::MoreAsked {
            request,
            categories: maybe(choose, |choose| {
                pick(choose, &[Category::IdentityProof, Category::Credentials], Category::Age).into()
            }),
        },
        5 => O::InformationSupplied { request, categories: None },
        6 => O::IdentityProved { request, passed: choose(3) > 0 },
        7 | 8 => O::RequestAnswered {
            request,
            good: choose(3) > 0,
            categories: maybe(choose, |choose| if flip(choose) { categories(choose) } else { Set::EMPTY }),
            person: maybe_not(choose, person),
        },
        9 => O::FeeCharged { request, amount: u64::from(choose(4)) * 4 },
        10 => {
            O::Corrected { record: record(choose), to: holder(choose), request: maybe(choose, |_| request) }
        }
        _ => {
            let (person, good) = (person(choose), choose(3) > 0);
            let channel = pick(choose, &[Channel::AccountPage, Channel::Plugin], Channel::Plugin);
            if flip(choose) {
                O::AccountViewed { person, channel, good }
            } else {
                O::AccountEdited { person, channel, good }
            }
        }
    }
}

/// A limit that a person sets, or a refusal of a service.
fn limit(choose: Choose<'_>) -> O {
    let person = person(choose);
    match choose(6) {
        0 => O::SharingStopped { person, channel: Channel::Email },
        1 => O::Declined { person, categories: categories(choose) },
        2 => O::PolicyRead { person },
        3 => incident(choose),
        _ => O::ServiceDenied {
            person,
            service: pick(choose, &[Service::Control, Service::Promotions], Service::Control),
            reason: pick(choose, &[Reason::DataDeclined, Reason::Withdrawn], Reason::Offline),
            categories: maybe_not(choose, categories),
        },
    }
}

/// Passwords that get about, intrusions, attacks, awareness, and reports.
fn incident(choose: Choose<'_>) -> O {
    let (person, other) = (person(choose), Person(choose(3)));
    match choose(6) {
        0 => O::CredentialShared { person, other },
        1 => O::Intruded { person, other },
        2 => O::BecameAware { person, other: None },
        3 => O::Attacked { person, attack: word(choose, Attack::Drop), command: None, tv: None },
        4 => O::RequestMade {
            request: Request(choose(3)),
            person,
            other,
            asks: RequestKind::BreachReport,
            channel: Channel::Email,
        },
        _ => O::Blamed { person, blame: pick(choose, &[Blame::User, Blame::Network], Blame::User) },
    }
}

/// Facts with which an arbitrary log opens: recipients, people, factory pairs and identities.
pub fn opening(choose: Choose<'_>) -> Vec<O> {
    let second = pick(choose, &[Class::Provider, Class::Provider, Class::Ecosystem], Class::Provider);
    let last =
        pick(choose, &[Class::Outside, Class::Authority, Class::AdPartner, Class::Successor], Class::Outside);
    let classes = [Class::Affiliate, second, Class::Partner, last];
    let mut facts: Vec<O> = (1..)
        .zip(classes)
        .map(|(id, class)| O::Introduced {
            by: Holder(id),
            class,
            for_vendor: class == Class::Provider && flip(choose),
            kinds: maybe_not(choose, |choose| {
                pick(choose, &[ProviderKind::Promotion, ProviderKind::Other], ProviderKind::Storage).into()
            }),
            sector: maybe_not(choose, |choose| word(choose, Sector::Other)),
        })
        .collect();
    for id in 0..2 {
        facts.push(O::Resides {
            person: Person(id),
            law: word(choose, Regime::Consent),
            minor: flip(choose),
            place: maybe(choose, place),
        });
        facts.push(O::Manufactured { mac: Mac(id), device_id: DeviceId(id) });
        facts.push(O::Carries { tv: Tv(id), mac: Mac(choose(2)), device_id: DeviceId(id) });
    }
    if flip(choose) {
        facts.push(O::GuardianOf { person: Person(0), other: Person(2) });
    }
    if flip(choose) {
        facts.push(O::TookEffect { terms: Terms(0) });
    }
    facts
}

/// An observation of any kind that some promise judges or judges by.
pub fn observation(choose: Choose<'_>) -> O {
    match choose(80) {
        0 => O::Opened { person: person(choose), phone: Phone(0) },
        1 => O::LoggedIn { person: person(choose), phone: Phone(0) },
        2 => O::Viewed { person: person(choose), phone: Phone(0), tv: Tv(choose(2)) },
        3 => O::Bound { tv: Tv(choose(2)), person: person(choose) },
        4 => O::Unbound { tv: Tv(choose(2)), person: person(choose) },
        5 => O::Shared { tv: Tv(choose(2)), person: person(choose) },
        6 => O::Unshared { tv: Tv(choose(2)), person: person(choose) },
        7 | 8 => O::Checked {
            tv: Tv(choose(2)),
            mac: Mac(choose(2)),
            device_id: DeviceId(choose(2)),
            passed: choose(3) > 0,
        },
        9 | 10 => O::Pressed {
            command: Command(choose(3)),
            person: person(choose),
            phone: Phone(0),
            tv: Tv(choose(2)),
            key: pick(choose, &[Key::VolumeUp, Key::AudioOn], Key::VolumeUp),
        },
        11 | 12 => {
            O::Transmitted { command: Command(choose(3)), tv: Tv(choose(2)), route: word(choose, Route::Lan) }
        }
        13 | 14 => O::Executed {
            command: Command(choose(3)),
            tv: Tv(choose(2)),
            key: pick(choose, &[Key::VolumeUp, Key::AudioOn], Key::VolumeUp),
            route: word(choose, Route::Lan),
        },
        15 => O::Failed { command: Command(choose(3)) },
        16 => O::Closed { command: Command(choose(3)) },
        17..=20 => O::Collected {
            record: Record(choose(3)),
            person: person(choose),
            category: category(choose),
            by: holder(choose),
            source: pick(choose, &[Source::Submitted, Source::Reported, Source::PassedOn], Source::Reported),
            other: maybe_not(choose, person),
            command: maybe(choose, |choose| Command(choose(3))),
            tv: maybe_not(choose, |choose| Tv(choose(2))),
            ground: None,
            purpose: maybe_not(choose, purpose),
            details: maybe_not(choose, details),
            terms: maybe_not(choose, |choose| Terms(choose(2))),
        },
        21 | 22 => O::Used {
            person: person(choose),
            category: category(choose),
            purpose: purpose(choose),
            by: holder(choose),
            record: maybe_not(choose, record),
            ground: None,
        },
        23 | 24 => O::Disclosed {
            person: person(choose),
            category: category(choose),
            by: holder(choose),
            to: holder(choose),
            purpose: purpose(choose),
            other: maybe_not(choose, person),
            record: maybe_not(choose, record),
            contract: maybe(choose, |choose| Contract(choose(2))),
            ground: None,
        },
        25 => O::Copied { record: Record(choose(3)), to: holder(choose), place: None },
        26 | 27 => O::Purged { record: Record(choose(3)), by: holder(choose) },
        28 => O::Deidentified { record: Record(choose(3)), by: holder(choose), attributable: flip(choose) },
        29 => O::PurposeEnded { record: Record(choose(3)) },
        30 => O::Inferred { record: Record(choose(3)) },
        31 => O::GroundArose { record: Record(choose(3)), ground: word(choose, Ground::Legal) },
        32 => O::GroundEnded { record: Record(choose(3)), ground: word(choose, Ground::Legal) },
        33 | 34 => O::Paid {
            by: holder(choose),
            to: holder(choose),
            worth: pick(choose, &[Worth::Money, Worth::Credit], Worth::Money),
            contract: Contract(choose(2)),
        },
        35 => O::FiguresShared {
            to: holder(choose),
            amount: 50,
            contract: maybe(choose, |choose| Contract(choose(2))),
        },
        36 => O::CorporateNotice {
            person: person(choose),
            to: holder(choose),
            channel: pick(choose, &[Channel::Email, Channel::Push, Channel::Site], Channel::Email),
            purposes: maybe_not(choose, |choose| purpose(choose).into()),
            good: maybe_not(choose, flip),
        },
        37 => O::CustodyMoved {
            person: person(choose),
            to: holder(choose),
            contract: maybe(choose, |choose| Contract(choose(2))),
        },
        38 => O::Asked {
            person: person(choose),
            by: holder(choose),
            verbs: verbs(choose),
            categories: categories(choose),
            mandatory: flip(choose),
            purpose: maybe(choose, purpose),
            class: None,
            service: maybe_not(choose, |choose| word(choose, Service::Control)),
        },
        39..=41 => O::Answered {
            person: person(choose),
            verbs: verbs(choose),
            categories: categories(choose),
            answer: pick(
                choose,
                &[Answer::Yes, Answer::Yes, Answer::No, Answer::NoObjection, Answer::Silence],
                Answer::Yes,
            ),
            form: word(choose, Form::Separate),
            purpose: if flip(choose) { Some(purpose(choose)) } else { None },
            class: maybe_not(choose, |choose| {
                pick(choose, &[Class::Provider, Class::Affiliate, Class::Ecosystem], Class::Provider)
            }),
        },
        42 => match choose(3) {
            0 => O::Accepted { person: person(choose), terms: Terms(choose(2)) },
            1 => O::TookEffect { terms: Terms(choose(2)) },
            _ => O::AcceptanceTaken { person: person(choose), terms: Terms(choose(2)) },
        },
        43 | 44 => O::Withdrew {
            request: Request(choose(3)),
            person: person(choose),
            verbs: verbs(choose),
            categories: categories(choose),
            channel: Channel::Plugin,
        },
        45 => O::WithdrawalProcessed { request: Request(choose(3)) },
        46 => match choose(3) {
            0 => O::LawDemandEnded { request: Request(choose(3)) },
            1 => demand(choose, false),
            _ => demand(choose, true),
        },
        47 | 48 => O::Messaged {
            person: person(choose),
            by: holder(choose),
            mail: pick(choose, &[Mail::Newsletter, Mail::Event, Mail::Notice, Mail::FollowUp], Mail::Event),
            channel: pick(choose, &[Channel::Email, Channel::Push], Channel::Email),
            promotional: flip(choose),
            address: None,
            partner: maybe_not(choose, holder),
        },
        49 => match choose(2) {
            0 => O::OptedOut { person: person(choose), channel: Channel::Plugin },
            _ => O::StoppedMail {
                person: person(choose),
                mail: pick(choose, &[Mail::Newsletter, Mail::Event, Mail::Notice], Mail::Event),
                channel: Channel::Email,
            },
        },
        50 => match choose(3) {
            0 => O::AgeLearned { person: person(choose) },
            1 => O::GuardianApproved {
                person: person(choose),
                other: Person(2 + choose(2)),
                categories: categories(choose),
            },
            _ => O::GuardianReported {
                request: Request(choose(3)),
                person: person(choose),
                other: Person(2 + choose(2)),
            },
        },
        51..=53 => O::ContractSigned {
            contract: Contract(choose(2)),
            to: holder(choose),
            laws: places(choose),
            rights: places(choose),
            by: maybe_not(choose, holder),
            purposes: maybe_not(choose, |choose| purpose(choose).into()),
            term: maybe_not(choose, |choose| u64::from(choose(3))),
        },
        54 => O::ContractEnded { contract: Contract(choose(2)) },
        55 => match choose(2) {
            0 => O::ServiceRequested {
                person: person(choose),
                service: pick(choose, &[Service::Support, Service::Content], Service::Support),
            },
            _ => O::FeedbackSubmitted { person: person(choose), details: details(choose) },
        },
        56 => match choose(3) {
            0 => O::PermissionGranted { person: person(choose), phone: Phone(choose(2)) },
            1 => O::PermissionRevoked {
                person: person(choose),
                phone: Phone(choose(2)),
                channel: pick(choose, &[Channel::Os, Channel::Email], Channel::Os),
            },
            _ => O::FeatureRead { person: person(choose), phone: Phone(choose(2)) },
        },
        57 => O::RouteChosen {
            phone: Phone(choose(2)),
            tv: Tv(choose(2)),
            route: word(choose, Route::Lan),
            good: choose(3) > 0,
        },
        58 => match choose(3) {
            2 => O::PhoneNetworked { phone: Phone(choose(2)), good: flip(choose) },
            0 => O::Powered { tv: Tv(choose(2)), good: flip(choose) },
            _ => O::Networked {
                tv: Tv(choose(2)),
                good: flip(choose),
                phone: maybe_not(choose, |choose| Phone(choose(2))),
            },
        },
        59 => O::Reported {
            tv: Tv(choose(2)),
            amount: u64::from(choose(3)),
            details: maybe_not(choose, details),
        },
        60 => O::Shown {
            phone: Phone(choose(2)),
            person: person(choose),
            tv: Tv(choose(2)),
            amount: u64::from(choose(3)),
            good: choose(3) > 0,
            age: maybe_not(choose, |choose| u64::from(choose(3))),
        },
        61..=78 => {
            let theme = choose(THEMES);
            themed(theme, choose)
        }
        _ => match choose(5) {
            3 => O::LoggedOut { person: person(choose), phone: Phone(choose(2)) },
            4 => O::LoggedIn { person: person(choose), phone: Phone(choose(2)) },
            0 => O::SubscriptionEnded { person: person(choose), service: Service::Content },
            1 => O::Moved {
                person: person(choose),
                place: place(choose),
                law: maybe(choose, |choose| word(choose, Regime::Consent)),
            },
            _ => O::Subscribed { person: person(choose), service: Service::Content, renewal: flip(choose) },
        },
    }
}

/// Rules with short deadlines and readings that differ from the default at most in a few places.
pub fn rules(choose: Choose<'_>) -> Rules {
    let mut rules = Rules { unit_ms: 10, ..Rules::default() };
    for (name, _, units, ..) in Rules::default().deadlines.each() {
        rules.deadlines.set(name, if choose(3) == 0 { units + choose(2) } else { 1 });
    }
    if choose(3) == 0 {
        rules.subject_requests.insert(place(choose), 1 + choose(3));
    }
    rules.readings = Readings::default();
    for reading in readings::ALL {
        if choose(3) == 0 {
            let names: Vec<_> = reading.choices.iter().map(|choice| choice.name).collect();
            rules.readings.set(reading.name, pick(choose, &names, ""));
        }
    }
    rules
}

/// How many themes there are.
const THEMES: u32 = 9;

/// An observation of one theme.
fn themed(theme: u32, choose: Choose<'_>) -> O {
    match theme {
        0 => match choose(4) {
            0 => published(choose),
            1 => notified(choose),
            2 => O::TookEffect { terms: Terms(choose(2)) },
            _ => O::Accepted { person: person(choose), terms: Terms(choose(2)) },
        },
        1 => of_owners(choose),
        2 => of_contents(choose),
        3 => of_keeping(choose),
        4 => of_reviews(choose),
        5 => web::observation(choose),
        6 => inquiry(choose),
        7 => limit(choose),
        _ => places::observation(choose),
    }
}

/// Who has a TV, and what is collected from it.
fn of_owners(choose: Choose<'_>) -> O {
    let (tv, person) = (Tv(choose(2)), person(choose));
    match choose(6) {
        0 => O::Bound { tv, person },
        1 => O::Unbound { tv, person },
        2 => O::Shared { tv, person },
        3 => O::Unshared { tv, person },
        _ => O::Collected {
            record: Record(choose(3)),
            person,
            category: pick(choose, &[Category::NetworkInfo, Category::DeviceInfo], Category::Status),
            by: Holder::VENDOR,
            source: Source::Reported,
            other: None,
            command: None,
            tv: Some(tv),
            ground: None,
            purpose: None,
            details: maybe_not(choose, details),
            terms: None,
        },
    }
}

/// A log of this many observations after the opening, with times that move on by less than two units.
///
/// Half of all logs have a theme of their own beside the rest, so that what is rare meets its like.
pub fn log(length: usize, choose: Choose<'_>) -> Vec<(u64, O)> {
    let mut now = 0;
    let mut log: Vec<(u64, O)> = opening(choose).into_iter().map(|saw| (0, saw)).collect();
    let own = choose(2 * THEMES);
    for _ in 0..length {
        now += match choose(6) {
            0 | 1 => 0,
            2 | 3 => u64::from(choose(10)),
            4 => 10 - now % 10,
            _ => u64::from(choose(20)),
        };
        let saw = if own < THEMES && flip(choose) { themed(own, choose) } else { observation(choose) };
        log.push((now, saw));
    }
    log
}

/// What is written down, denied, named and given back by products of others.
fn of_contents(choose: &mut dyn FnMut(u32) -> u32) -> O {
    match choose(4) {
        0 => O::LogWritten {
            person: person(choose),
            details: details(choose),
            context: Context::Site,
            record: None,
        },
        1 => O::ServiceDenied {
            person: person(choose),
            service: Service::Control,
            reason: pick(choose, &[Reason::DataDeclined, Reason::Offline], Reason::Offline),
            categories: maybe(choose, categories),
        },
        2 => O::Published {
            terms: Terms(choose(2)),
            categories: maybe(choose, |choose| category(choose).into()),
            purpose: None,
            class: None,
            place: None,
            effective: None,
        },
        _ => O::EcosystemData {
            record: record(choose),
            by: holder(choose),
            good: flip(choose),
            person: maybe(choose, person),
        },
    }
}

/// Where data lies, who works with it, and what law forbids.
fn of_keeping(choose: &mut dyn FnMut(u32) -> u32) -> O {
    match choose(7) {
        0 => O::LawForbids {
            person: person(choose),
            verbs: verbs(choose),
            categories: categories(choose),
            place: maybe(choose, place),
            to_place: None,
        },
        1 => O::BoundToSecrecy { staff: Staff(choose(2)) },
        2 => O::Dismissed { staff: Staff(choose(2)) },
        3 | 4 => O::Stored { record: record(choose), to: holder(choose), good: choose(3) > 0, place: None },
        5 => O::Classified {
            record: record(choose),
            level: pick(choose, &[Level::Highest, Level::Low], Level::Low),
        },
        _ => O::Accessed {
            record: record(choose),
            staff: Staff(choose(2)),
            purpose: purpose(choose),
            good: choose(3) > 0,
            by: maybe_not(choose, holder),
            passed: maybe_not(choose, flip),
        },
    }
}

/// Agreements of users and reviews by the vendor.
fn of_reviews(choose: &mut dyn FnMut(u32) -> u32) -> O {
    match choose(2) {
        0 => O::AgreementAccepted {
            person: person(choose),
            verbs: maybe(choose, verbs),
            categories: maybe(choose, categories),
            purpose: maybe_not(choose, purpose),
        },
        _ => O::Reviewed { review: word(choose, Review::Policy), good: choose(3) > 0 },
    }
}
