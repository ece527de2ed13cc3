//! Setups for tests: a small one a topic, and a generous one with everything.

use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{
    Categories, Category, Channel, Class, DeviceId, Ground, Key, Mac, Mail, Person, Place, ProviderKind,
    Purpose, Regime, Service, Set, Verb, Verbs, Word,
};
use vouchsafe_system::{Cast, Fault, PersonSpec, RecipientSpec, Setup, Topic, TvSpec};

pub(crate) const ADULT: PersonSpec = PersonSpec::adult(Regime::Consent);
pub(crate) const CHILD: PersonSpec = PersonSpec { minor: true, ..ADULT };
pub(crate) const PROCESSOR: RecipientSpec = RecipientSpec::new(Class::Provider, true);

pub(crate) fn other(class: Class) -> RecipientSpec {
    RecipientSpec::new(class, false)
}

pub(crate) fn tv(pair: u32, genuine: bool) -> TvSpec {
    TvSpec { mac: Mac(pair), device_id: DeviceId(pair), genuine }
}

/// Some people with a phone each.
pub(crate) fn people(people: &[PersonSpec]) -> Cast {
    Cast {
        people: people.to_vec(),
        phones: (0..people.len() as u32).map(Person).collect(),
        ..Cast::default()
    }
}

pub(crate) fn with(topics: &[Topic], faults: &[Fault], cast: Cast) -> Setup {
    Setup { cast, topics: Set::of(topics), faults: Set::of(faults), ..Setup::default() }
}

pub(crate) fn consent(persons: usize) -> Setup {
    Setup {
        categories: Categories::from(Category::DeviceInfo),
        withdrawals: vec![Verbs::all(), Verb::Use.into()],
        offline_limit: Some(1),
        ..with(
            &[Topic::Time, Topic::Product, Topic::Collection, Topic::Consent, Topic::Withdrawal],
            &[Fault::Offline],
            people(&vec![ADULT; persons]),
        )
    }
}

pub(crate) fn disclosure() -> Setup {
    let mut setup = consent(1);
    setup.topics = setup.topics.with(Topic::Disclosure);
    setup.cast.recipients = vec![PROCESSOR];
    setup
}

pub(crate) fn terms(persons: usize) -> Setup {
    Setup {
        terms: 2,
        ..with(&[Topic::Time, Topic::Product, Topic::Terms], &[], people(&vec![ADULT; persons]))
    }
}

pub(crate) fn marketing(persons: usize) -> Setup {
    let mut setup = Setup {
        promotions: vec![Channel::Email, Channel::Push],
        opt_outs: vec![Channel::Plugin],
        mails: vec![Mail::Newsletter, Mail::Product],
        ..with(&[Topic::Time, Topic::Marketing], &[], people(&vec![ADULT; persons]))
    };
    setup.cast.recipients = vec![PROCESSOR];
    setup
}

pub(crate) fn control(persons: usize, tvs: u32, faults: &[Fault]) -> Setup {
    let mut setup = Setup {
        categories: Category::Command.into(),
        given: Category::Command.into(),
        keys: vec![Key::VolumeUp],
        ..with(&[Topic::Control], faults, people(&vec![ADULT; persons]))
    };
    setup.cast.tvs = (0..tvs).map(|index| tv(index, true)).collect();
    setup
}

pub(crate) fn retention(grounds: &[Ground]) -> Setup {
    let mut setup = Setup {
        categories: Category::Feedback.into(),
        given: Category::Feedback.into(),
        grounds: grounds.to_vec(),
        records: 1,
        ..with(&[Topic::Time, Topic::Collection, Topic::Retention], &[], people(&[ADULT]))
    };
    setup.cast.recipients = vec![PROCESSOR];
    setup
}

pub(crate) fn minors() -> Setup {
    let mut setup = Setup {
        categories: Category::Feedback.into(),
        given: Category::Feedback.into(),
        services: vec![Service::Content],
        records: 1,
        ..with(&[Topic::Time, Topic::Collection, Topic::Minors], &[], people(&[ADULT, CHILD]))
    };
    setup.cast.guardian_of = vec![(Person(0), Person(1))];
    setup
}

pub(crate) fn sale(persons: usize) -> Setup {
    let mut setup = Setup {
        categories: Category::Account.into(),
        given: Category::Account.into(),
        ..with(&[Topic::Sale], &[], people(&vec![ADULT; persons]))
    };
    setup.cast.recipients = vec![PROCESSOR, other(Class::Advertiser), other(Class::Successor)];
    setup
}

/// A provider with a contract for a term, and a subcontractor without one.
pub(crate) fn contracts() -> Setup {
    let mut setup = Setup {
        categories: Category::Account.into(),
        given: Category::Account.into(),
        purposes: vec![Purpose::OperateFull, Purpose::Statistics],
        ..with(
            &[Topic::Time, Topic::Collection, Topic::Contracts, Topic::Disclosure, Topic::Sharing],
            &[],
            people(&[PersonSpec { place: Some(Place::Germany), ..ADULT }]),
        )
    };
    let within = Some(Purpose::OperateFull.into());
    setup.cast.recipients = vec![
        RecipientSpec { term: Some(1), purposes: within, ..PROCESSOR },
        RecipientSpec { signed: false, ..PROCESSOR },
    ];
    setup
}

/// Everybody to whom data may go or not: with consent, on a question of its own, or never.
pub(crate) fn sharing() -> Setup {
    let mut setup = Setup {
        categories: Category::Account.into(),
        given: Category::Account.into(),
        classes: vec![Class::Ecosystem],
        purposes: vec![Purpose::OperateFull, Purpose::Provide, Purpose::Ecosystem, Purpose::Advertising],
        services: vec![Service::Content],
        withdrawals: vec![Verb::Disclose.into()],
        ..with(
            &[Topic::Time, Topic::Collection, Topic::Withdrawal, Topic::Sharing, Topic::Purposes],
            &[],
            people(&[ADULT]),
        )
    };
    let host = RecipientSpec { kinds: Some(ProviderKind::Storage.into()), ..PROCESSOR };
    let bare = RecipientSpec { kinds: Some(ProviderKind::Other.into()), ..PROCESSOR };
    setup.cast.recipients = vec![host, bare, other(Class::Affiliate), other(Class::Ecosystem)];
    setup
}

/// Shared accounts, which are about two people, and somebody to whom they go.
pub(crate) fn joint() -> Setup {
    let mut setup = Setup {
        categories: Category::SharedAccounts.into(),
        purposes: vec![Purpose::OperateFull],
        ..with(
            &[Topic::Collection, Topic::Consent, Topic::Sharing],
            &[],
            people(&[PersonSpec { shares_with: Some(Person(1)), ..ADULT }, ADULT]),
        )
    };
    setup.cast.recipients = vec![PROCESSOR, other(Class::Outside)];
    setup
}

/// Orders and allowances about two people, of their own law and of another.
pub(crate) fn law() -> Setup {
    let mut setup = Setup {
        categories: Category::Account.into(),
        given: Category::Account.into(),
        places: vec![Place::Germany, Place::China],
        allowances: vec![Verb::Use, Verb::Disclose],
        ..with(
            &[Topic::Collection, Topic::Law],
            &[],
            people(&[PersonSpec { place: Some(Place::Germany), ..ADULT }, ADULT]),
        )
    };
    setup.cast.recipients = vec![other(Class::Authority)];
    setup
}

/// A partner whose products are promoted, and those through whom it might get data.
pub(crate) fn partners() -> Setup {
    let mut setup = Setup {
        categories: Category::Account.into(),
        given: Category::Account.into(),
        classes: vec![Class::Ecosystem],
        purposes: vec![Purpose::OperateFull, Purpose::Ecosystem, Purpose::DirectMarketing],
        ..with(
            &[Topic::Collection, Topic::Marketing, Topic::Sharing, Topic::Law, Topic::Partners],
            &[],
            people(&[ADULT]),
        )
    };
    setup.cast.recipients = vec![PROCESSOR, other(Class::Partner), other(Class::Ecosystem)];
    setup
}

/// Every topic, every fault and room for much.
pub(crate) fn generous() -> Setup {
    let mut cast = people(&[ADULT, PersonSpec::adult(Regime::SeparateConsent), CHILD]);
    cast.tvs = vec![tv(0, true), TvSpec { mac: Mac(0), device_id: DeviceId(1), genuine: false }];
    let others = [Class::Outside, Class::Partner, Class::Successor, Class::Ecosystem];
    cast.recipients = [PROCESSOR].into_iter().chain(others.map(other)).collect();
    cast.staff = vec![None, Some(vouchsafe_alphabet::Holder(1))];
    cast.factory = vec![(Mac(1), DeviceId(1))];
    cast.guardian_of = vec![(Person(0), Person(2))];
    Setup {
        categories: Set::of(&[
            Category::Account,
            Category::DeviceInfo,
            Category::Command,
            Category::PhoneFeature,
        ]),
        given: Category::Command.into(),
        gathered: Category::DeviceInfo.into(),
        sampled: Set::of(&[Category::DeviceInfo, Category::EcosystemData]),
        asked_for: Category::DeviceInfo.into(),
        prohibitions: Verb::ALL.to_vec(),
        withdrawals: vec![Verbs::all(), Verb::Use.into()],
        keys: vec![Key::VolumeUp, Key::AudioOn],
        promotions: vec![Channel::Email, Channel::Push],
        opt_outs: vec![Channel::Plugin, Channel::Email],
        mails: vec![Mail::Newsletter, Mail::Product],
        grounds: Ground::ALL.to_vec(),
        services: vec![Service::Content, Service::Support],
        classes: vec![Class::Provider],
        purposes: vec![Purpose::Provide, Purpose::OperateFull],
        new_purposes: vec![Purpose::WebAnalytics],
        places: vec![Place::China],
        allowances: Verb::ALL.to_vec(),
        revocations: vec![Channel::Os, Channel::Email],
        selector: true,
        reports: 3,
        terms: 3,
        offline_limit: Some(2),
        commands: 3,
        asks: vec![RequestKind::Access],
        requests: 3,
        ..with(Topic::ALL, Fault::ALL, cast)
    }
}
