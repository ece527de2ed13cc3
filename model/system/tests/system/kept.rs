//! Setups about what is collected field by field, and about how it is kept.

use crate::scopes::{ADULT, PROCESSOR, other, tv, with};
use vouchsafe_alphabet::{Category, Class, Holder, Person, Place, Purpose, Service, Set, Verb};
use vouchsafe_system::{Cast, Fault, Setup, Topic};

/// What plugins gather and TVs are sampled for, before and after a binding, and what the ecosystem feeds.
fn fields() -> Setup {
    let kinds = Set::of(&[
        Category::Account,
        Category::SharedAccounts,
        Category::DeviceInfo,
        Category::NetworkInfo,
        Category::OperationsInfo,
        Category::PhoneFeature,
        Category::Analytics,
    ]);
    let cast = Cast {
        people: vec![ADULT; 2],
        phones: vec![Person(0)],
        tvs: vec![tv(0, true)],
        recipients: vec![other(Class::Ecosystem)],
        ..Cast::default()
    };
    let without = ["collect", "check", "view", "leave", "come-home", "report", "look", "guess", "arrive"];
    Setup {
        categories: kinds,
        given: kinds,
        gathered: kinds
            .without(Category::SharedAccounts.into())
            .with(Category::WebLog)
            .with(Category::Purchase),
        sampled: kinds.with(Category::EcosystemData),
        without: without.map(str::to_owned).to_vec(),
        ..with(&[Topic::Product, Topic::Collection, Topic::Control, Topic::Status], &[] as &[Fault], cast)
    }
}

/// Feedback that is submitted, and data that is asked for when a service is used.
fn asked() -> Setup {
    let kinds = Set::of(&[Category::DeviceInfo, Category::OperationsInfo, Category::Feedback]);
    let cast = Cast { people: vec![ADULT], ..Cast::default() };
    Setup {
        categories: kinds,
        gathered: Category::Feedback.into(),
        asked_for: kinds,
        services: vec![Service::Control],
        ..with(&[Topic::Collection, Topic::Purposes], &[] as &[Fault], cast)
    }
}

/// A record that is stored and classified, staff who work with it, and law that forbids.
fn kept(topics: &[Topic]) -> Setup {
    let mut person = ADULT;
    person.place = Some(Place::Germany);
    let cast = Cast {
        people: vec![person],
        recipients: vec![PROCESSOR],
        staff: vec![None, Some(Holder(1))],
        ..Cast::default()
    };
    Setup {
        categories: Category::Account.into(),
        given: Category::Account.into(),
        services: vec![Service::Support],
        purposes: vec![Purpose::Support],
        places: vec![Place::China, Place::Germany],
        prohibitions: vec![Verb::Collect, Verb::Use, Verb::Disclose],
        ..with(topics, &[] as &[Fault], cast)
    }
}

pub(crate) fn all() -> Vec<Setup> {
    vec![
        fields(),
        asked(),
        kept(&[Topic::Time, Topic::Collection, Topic::Storage]),
        kept(&[Topic::Collection, Topic::Purposes, Topic::Law, Topic::Staff]),
        kept(&[Topic::Collection, Topic::Consent, Topic::Disclosure, Topic::Law]),
    ]
}
