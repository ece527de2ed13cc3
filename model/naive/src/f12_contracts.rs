//! F12: whoever gets data signs first, under terms that meet the law and the rights of each person's place.

use crate::contracts::Signed;
use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::sourced::MadeAvailable;
use vouchsafe_alphabet::Observation::Used;
use vouchsafe_alphabet::readings::{ContractTime, EcosystemContract};
use vouchsafe_alphabet::{Class, Holder, Place, Purpose, Set, Verb};

/// A contract stands before data goes out, at the first hop and at each further one, and those who work under
/// it keep to its purposes (SHR-05, SHR-06, SHR-07, GRP-04).
pub(crate) const CONTRACT_FIRST: Promise = Promise {
    id: "F12.contract-first",
    trigger: |past, seen| shared(past, seen).is_some() || processed(past, seen).is_some(),
    parts: &[
        ("signed", |past, seen| {
            shared(past, seen).is_none_or(|made| onward(past, &made) || !contracts(past, &made).is_empty())
        }),
        ("onward-signed", |past, seen| {
            shared(past, seen).is_none_or(|made| !onward(past, &made) || !contracts(past, &made).is_empty())
        }),
        ("local-law", |past, seen| meets_each_place(past, seen, |it| it.laws)),
        ("rights", |past, seen| meets_each_place(past, seen, |it| it.rights)),
        ("within-contract", within_contract),
    ],
    witnesses: &[
        ("shared-under-contract", |past, seen| shared(past, seen).is_some()),
        ("onward-under-contract", |past, seen| shared(past, seen).is_some_and(|made| onward(past, &made))),
        ("shared-after-renewal", |past, seen| {
            shared(past, seen).is_some_and(|made| contracts(past, &made).iter().any(|it| past.renewed(it)))
        }),
        ("processed-within-contract", |past, seen| processed(past, seen).is_some()),
    ],
    duty: None,
};

/// What goes, and not under law, to somebody with whom a contract is owed.
fn shared(past: Past<'_>, seen: Seen) -> Option<MadeAvailable> {
    let ecosystem = past.rules.readings.ecosystem_contract == EcosystemContract::Owed;
    past.outward(seen.line()?).filter(|made| {
        let owed = match past.class(made.to) {
            Class::Provider | Class::Affiliate => true,
            Class::Ecosystem => ecosystem,
            Class::Partner
            | Class::AdPartner
            | Class::Advertiser
            | Class::Authority
            | Class::Successor
            | Class::Outside => false,
        };
        owed && !made.all_legal(past)
    })
}

/// Whether somebody who is not one of us passes it on (SHR-07).
fn onward(past: Past<'_>, made: &MadeAvailable) -> bool {
    made.by.is_some_and(|by| !past.we(by))
}

fn contracts(past: Past<'_>, made: &MadeAvailable) -> Vec<Signed> {
    past.standing_contracts(made.to, made.by)
}

/// Whether, where a contract stands, the place of each person is among those that some contract meets in this
/// respect; a place that is not known asks for nothing.
fn meets_each_place(past: Past<'_>, seen: Seen, places: impl Fn(&Signed) -> Set<Place>) -> bool {
    shared(past, seen).is_none_or(|made| {
        let standing = contracts(past, &made);
        standing.is_empty()
            || made
                .subjects
                .iter()
                .filter(|&&p| !made.legal_for(past, p))
                .all(|&p| past.place(p).is_none_or(|place| standing.iter().any(|it| places(it).has(place))))
    })
}

/// The use of data on the vendor's behalf, and not under law, that this is: by whom, and for what.
fn processed(past: Past<'_>, seen: Seen) -> Option<(Holder, Purpose)> {
    let Used { person, category, purpose, by, .. } = seen.line()? else {
        return None;
    };
    let it = past.introduced(by);
    let has_it_from_us = || {
        past.rules.readings.contract_time == ContractTime::Complied
            && matches!(it.class, Class::Provider | Class::Affiliate)
            && past.sourced(person, category, by)
    };
    let concerned = !past.we(by) && (it.for_vendor || has_it_from_us());
    (concerned && !past.legal_cover(person, Verb::Use, category, None)).then_some((by, purpose))
}

fn within_contract(past: Past<'_>, seen: Seen) -> bool {
    processed(past, seen).is_none_or(|(by, q)| {
        past.standing_contracts(by, None).iter().any(|it| it.purposes.is_none_or(|purposes| purposes.has(q)))
    })
}
