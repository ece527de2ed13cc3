//! Lines about where data goes and lies, and where people live.

use crate::logs::*;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::Place;

fn place() -> impl Strategy<Value = Place> {
    select(&[Place::Germany, Place::Singapore, Place::Elsewhere][..])
}
fn holder() -> impl Strategy<Value = Holder> {
    select(&[VENDOR, VENDOR, OTHER][..])
}
fn record() -> impl Strategy<Value = Record> {
    (0u32..2).prop_map(Record)
}

pub(crate) fn of_places() -> impl Strategy<Value = Observation> {
    let hop = (record(), place(), place(), any::<bool>(), of(holder()));
    prop_oneof![
        3 => (0u32..2).prop_map(reports_status),
        2 => place().prop_map(|place| Resides {
            person: ANN,
            law: Regime::Consent,
            minor: false,
            place: Some(place),
        }),
        1 => place().prop_map(|place| Moved { person: ANN, place, law: None }),
        4 => hop.prop_map(|(record, place, to_place, good, to)| Transferred { record, place, to_place, good, to }),
        3 => (record(), holder(), place(), any::<bool>())
            .prop_map(|(record, to, place, good)| Stored { record, to, good, place: Some(place) }),
        3 => (record(), holder(), place())
            .prop_map(|(record, to, place)| Copied { record, to, place: Some(place) }),
        1 => (record(), holder()).prop_map(|(record, by)| Purged { record, by }),
        1 => (of(place()), place()).prop_map(|(place, to_place)| LawForbids {
            person: ANN,
            verbs: Verb::Disclose.into(),
            categories: STATUS.into(),
            place,
            to_place: Some(to_place),
        }),
        1 => (1u32..3, of(place())).prop_map(|(version, place)| Published {
            terms: Terms(version),
            categories: None,
            purpose: None,
            class: None,
            place,
            effective: None,
        }),
        1 => (1u32..3).prop_map(|version| TookEffect { terms: Terms(version) }),
        1 => select(&[true, false][..])
            .prop_map(|for_vendor| introduced(OTHER, Class::Provider, for_vendor)),
        1 => record().prop_map(|record| PurposeEnded { record }),
        1 => holder().prop_map(|by| used(ANN, Purpose::Provide, by)),
        1 => Just(disclosed(OTHER, None)),
        1 => Just(withdrew(1, Verb::Use)),
        1 => Just(processed(1)),
    ]
}
