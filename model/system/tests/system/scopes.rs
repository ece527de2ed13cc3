//! Setups for tests: a small one a topic, and a generous one with everything.

use vouchsafe_alphabet::{
    Categories, Category, Channel, Class, DeviceId, Ground, Key, Mac, Mail, Person, Regime, Service, Set,
    Verb, Verbs, Word,
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

/// Every topic, every fault and room for much.
pub(crate) fn generous() -> Setup {
    let mut cast = people(&[ADULT, PersonSpec::adult(Regime::SeparateConsent), CHILD]);
    cast.tvs = vec![tv(0, true), TvSpec { mac: Mac(0), device_id: DeviceId(1), genuine: false }];
    cast.recipients = vec![PROCESSOR, other(Class::Outside), other(Class::Partner), other(Class::Successor)];
    cast.factory = vec![(Mac(1), DeviceId(1))];
    cast.guardian_of = vec![(Person(0), Person(2))];
    Setup {
        categories: Set::of(&[Category::Account, Category::DeviceInfo, Category::Command]),
        given: Category::Command.into(),
        withdrawals: vec![Verbs::all(), Verb::Use.into()],
        keys: vec![Key::VolumeUp, Key::AudioOn],
        promotions: vec![Channel::Email, Channel::Push],
        opt_outs: vec![Channel::Plugin, Channel::Email],
        mails: vec![Mail::Newsletter, Mail::Product],
        grounds: Ground::ALL.to_vec(),
        services: vec![Service::Content],
        terms: 3,
        offline_limit: Some(2),
        commands: 3,
        requests: 3,
        ..with(Topic::ALL, Fault::ALL, cast)
    }
}

/// A reported child, whose data is copied, kept on grounds and used for promotions.
pub(crate) fn family() -> Setup {
    let mut setup = minors();
    let more = [Topic::Consent, Topic::Marketing, Topic::Retention];
    setup.topics = more.into_iter().fold(setup.topics, Set::with);
    setup.cast.recipients = vec![PROCESSOR];
    setup.categories = Set::of(&[Category::Feedback, Category::DeviceInfo]);
    setup.grounds = vec![Ground::Legal, Ground::Business];
    setup
}

/// A genuine TV, and a clone with its factory MAC and the device ID of yet another TV.
pub(crate) fn clones() -> Setup {
    let mut setup = control(1, 2, &[]);
    setup.cast.tvs[1] = TvSpec { mac: Mac(0), device_id: DeviceId(1), genuine: false };
    setup.cast.factory = vec![(Mac(1), DeviceId(1))];
    setup
}

/// Two TVs of two people, one of whom is a co-user at most, under every fault of the network.
pub(crate) fn household() -> Setup {
    let faults = [Fault::Loss, Fault::Duplication, Fault::Reordering];
    Setup { keys: vec![Key::VolumeUp, Key::AudioOn], ..control(2, 2, &faults) }
}

/// Bargains with everybody with whom there might be one.
pub(crate) fn market() -> Setup {
    let mut setup = sale(1);
    setup.cast.recipients =
        vec![other(Class::Affiliate), other(Class::Outside), other(Class::Partner), other(Class::Successor)];
    setup
}

/// Setups that together take every input and show every defect.
pub(crate) fn all() -> Vec<Setup> {
    let mut stubborn = disclosure();
    stubborn.faults = Set::of(&[Fault::Offline, Fault::Restart]);
    let mut law = marketing(1);
    law.cast.people[0].law = Regime::SeparateConsent;
    law.topics = law.topics.with(Topic::Terms);
    let mut asked = terms(1);
    asked.categories = Category::DeviceInfo.into();
    vec![
        stubborn,
        asked,
        marketing(1),
        law,
        clones(),
        household(),
        retention(&[Ground::Legal, Ground::Business]),
        family(),
        sale(1),
        market(),
    ]
}
