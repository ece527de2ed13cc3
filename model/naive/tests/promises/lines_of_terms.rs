//! Lines about versions of the terms: published, announced, in force, and what follows them.

use crate::logs::*;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::Categories;

pub(crate) fn of_terms() -> impl Strategy<Value = Observation> {
    let person = || select(&[ANN, BOB][..]);
    let terms = || (0u32..3).prop_map(Terms);
    let purpose = || select(&[Purpose::Statistics, Purpose::Provide][..]);
    let channel = select(&[Channel::Email, Channel::AllSites, Channel::Site, Channel::Push][..]);
    let added = (of(Just(Categories::from(STATUS))), of(purpose()), weighted(0.2, Just(Class::Outside)));
    prop_oneof![
        4 => (terms(), added, of(0u64..3)).prop_map(|(terms, (categories, purpose, class), effective)| Published {
            terms,
            categories,
            purpose,
            class,
            place: None,
            effective
        }),
        4 => (person(), terms(), channel, any::<bool>(), weighted(0.3, 0u64..3), weighted(0.3, select(
            vouchsafe_alphabet::Word::ALL
        )))
            .prop_map(|(person, terms, channel, good, effective, address)| Notified {
                person,
                terms,
                channel,
                good,
                effective,
                address
            }),
        4 => terms().prop_map(|terms| TookEffect { terms }),
        2 => (select(vouchsafe_alphabet::Word::ALL), any::<bool>())
            .prop_map(|(review, good)| Reviewed { review, good }),
        1 => (person(), of(purpose())).prop_map(|(person, purpose)| AgreementAccepted {
            person,
            verbs: Some(Verb::Collect.into()),
            categories: Some(STATUS.into()),
            purpose
        }),
        2 => person().prop_map(opened),
        1 => Just(withdrew(1, Verb::Collect)),
        2 => Just(answered(Verb::Collect, Answer::Yes)),
        2 => of(terms()).prop_map(|under| {
            let mut saw = reports_status(1);
            if let Collected { terms, .. } = &mut saw {
                *terms = under;
            }
            saw
        }),
        2 => purpose().prop_map(|purpose| used(ANN, purpose, VENDOR)),
        1 => (person(), purpose()).prop_map(|(person, purpose)| Answered {
            person,
            verbs: Verb::Use.into(),
            categories: STATUS.into(),
            answer: Answer::Yes,
            form: Form::Separate,
            purpose: Some(purpose),
            class: None
        }),
    ]
}
