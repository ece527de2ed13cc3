//! Lines of what befalls accounts and messages, and of who answers for it.

use crate::logs::*;
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::data::{Attack, Blame, RequestKind};
use vouchsafe_alphabet::{Phone, Word};

fn person() -> impl Strategy<Value = Person> {
    select(&[ANN, ANN, BOB][..])
}
fn anybody() -> impl Strategy<Value = Person> {
    select(&[ANN, BOB, Person(3)][..])
}

pub(crate) fn of_incidents() -> impl Strategy<Value = Observation> {
    let phone = || (0u32..2).prop_map(Phone);
    let blame = select(&[Blame::User, Blame::User, Blame::Network][..]);
    let class = select(&[Class::Outside, Class::Provider, Class::Affiliate, Class::Authority][..]);
    let credentials = |to| Disclosed {
        person: ANN,
        category: Category::Credentials,
        by: VENDOR,
        to,
        purpose: Purpose::Unstated,
        other: None,
        record: None,
        contract: None,
        ground: None,
    };
    prop_oneof![
        3 => (person(), anybody()).prop_map(|(person, other)| CredentialShared { person, other }),
        3 => (person(), anybody()).prop_map(|(person, other)| Intruded { person, other }),
        3 => (person(), blame).prop_map(|(person, blame)| Blamed { person, blame }),
        2 => person().prop_map(|person| BecameAware { person, other: None }),
        2 => (person(), anybody()).prop_map(|(person, other)| {
            let (asks, channel) = (RequestKind::BreachReport, Channel::Email);
            RequestMade { request: Request(1), person, other, asks, channel }
        }),
        1 => Just(RequestRouted { request: Request(1), asks: RequestKind::BreachReport }),
        1 => (person(), select(Attack::ALL))
            .prop_map(|(person, attack)| Attacked { person, attack, command: None, tv: None }),
        1 => (person(), phone()).prop_map(|(person, phone)| LoggedOut { person, phone }),
        1 => (person(), phone()).prop_map(|(person, phone)| LoggedIn { person, phone }),
        1 => (0u32..2, person()).prop_map(|(c, person)| pressed_key(c, person, 1, Key::VolumeUp)),
        1 => (0u32..2).prop_map(|c| executed(c, 1, Key::VolumeUp, Route::Relay)),
        1 => (0u32..2).prop_map(failed),
        1 => class.prop_map(|class| introduced(OTHER, class, false)),
        1 => select(&[OTHER, Holder(2)][..]).prop_map(credentials),
    ]
}
