//! F12, contract first (SHR-05, SHR-06, SHR-07, GRP-04): whoever is given data has signed before, the contract is
//! valid now and covers the law and the rights of the person's place, on every hop; and those who work for the
//! vendor keep to what it names.

use crate::books::ContractBook;
use crate::facts::contracts;
use crate::facts::flow::{Flow, is_sourced};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::{ContractTime, EcosystemContract};
use vouchsafe_alphabet::{Class, Holder, Kind, Observation, Person, Place, Purpose, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F12.contract-first",
        family: "F12",
        clauses: &["SHR-05", "SHR-06", "SHR-07", "GRP-04"],
        statement: "Data goes to affiliates and providers under a contract that was signed before, is valid, and covers the law and the rights of the person's place.",
        shape: Shape::Precedence,
        readings: &["contract-time", "ecosystem-contract", "affiliate", "law-basis"],
        sees: &[Kind::Disclosed, Kind::Copied, Kind::Used],
        ends: Ends::Never,
        when: "data that came from us goes to an affiliate or a provider, or one that works for the vendor uses data",
        trigger: |v| shared(v).is_some() || processed(v).is_some(),
        parts: &[
            Part {
                name: "signed",
                clauses: &["SHR-05"],
                says: "the one to whom we give data has signed a contract that is valid now",
                holds: |v| shared(v).is_none_or(|flow| !is_first_hop(v, &flow) || has_contract(v, &flow)),
            },
            Part {
                name: "onward-signed",
                clauses: &["SHR-07"],
                says: "the one to whom data is passed on has signed a contract that is valid now",
                holds: |v| shared(v).is_none_or(|flow| is_first_hop(v, &flow) || has_contract(v, &flow)),
            },
            Part {
                name: "local-law",
                clauses: &["SHR-05"],
                says: "a contract meets the data law of the place where the person lives",
                holds: |v| covers(v, |contract, place| contract.laws.has(place)),
            },
            Part {
                name: "rights",
                clauses: &["SHR-06"],
                says: "a contract secures the rights that people have there",
                holds: |v| covers(v, |contract, place| contract.rights.has(place)),
            },
            Part {
                name: "within-contract",
                clauses: &["GRP-04"],
                says: "one that works for the vendor has a valid contract that allows the purpose",
                holds: |v| {
                    processed(v).is_none_or(|(by, purpose)| {
                        standing(v, by, None, &|contract| {
                            contract.purposes.is_none_or(|purposes| purposes.has(purpose))
                        })
                    })
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "shared-under-contract",
                says: "data is shared under a contract",
                seen: |v| shared(v).is_some(),
            },
            Witness {
                name: "onward-under-contract",
                says: "data is passed on under a contract",
                seen: |v| shared(v).is_some_and(|flow| !is_first_hop(v, &flow)),
            },
            Witness {
                name: "shared-after-renewal",
                says: "data is shared under a contract that was signed anew",
                seen: |v| {
                    shared(v).is_some_and(|flow| standing(v, flow.to, flow.by, &|contract| contract.renewed))
                },
            },
            Witness {
                name: "processed-within-contract",
                says: "one that works for the vendor uses data within its contract",
                seen: |v| processed(v).is_some(),
            },
        ],
    }]
}

/// Data that came from us and goes to somebody with whom a contract is owed, not wholly by law.
fn shared<M: Mode>(v: &View<'_, M>) -> Option<Flow> {
    let flow = Flow::seen(v.books, v.saw()?)?;
    let owed = match v.books.recipient(flow.to).class {
        Class::Provider | Class::Affiliate => true,
        Class::Ecosystem => v.rules.readings.ecosystem_contract == EcosystemContract::Owed,
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => false,
    };
    let concerns = owed
        && flow.to != Holder::VENDOR
        && flow.is_ours(v.books, v.rules, &mut |_| {})
        && flow.subjects().any(|person| !is_legal(v, &flow, person));
    if concerns {
        v.note(v.books.recipient(flow.to).introduced);
    }
    concerns.then_some(flow)
}

fn is_legal<M: Mode>(v: &View<'_, M>, flow: &Flow, person: Person) -> bool {
    v.covered_by_law(person, Verb::Disclose, flow.category, Some(flow.to))
}

/// One that works for the vendor and uses data, and for what; in the widest reading also one that does not.
fn processed<M: Mode>(v: &View<'_, M>) -> Option<(Holder, Purpose)> {
    let Some(&Observation::Used { person, category, purpose, by, .. }) = v.saw() else { return None };
    let book = v.books.recipient(by);
    let complied = v.rules.readings.contract_time == ContractTime::Complied
        && matches!(book.class, Class::Provider | Class::Affiliate)
        && is_sourced(v.books, person, category, by, &mut |_| {});
    let concerns = !v.is_we(by)
        && (book.for_vendor.on() || complied)
        && !v.covered_by_law(person, Verb::Use, category, None);
    concerns.then_some((by, purpose))
}

/// Whether we give the data ourselves.
fn is_first_hop<M: Mode>(v: &View<'_, M>, flow: &Flow) -> bool {
    flow.by.is_none_or(|by| v.is_we(by))
}

fn standing<M: Mode>(
    v: &View<'_, M>,
    holder: Holder,
    discloser: Option<Holder>,
    like: &dyn Fn(&ContractBook<M>) -> bool,
) -> bool {
    contracts::has(v.books, v.rules, v.now, holder, discloser, like, &mut |cause| v.note(cause))
}

fn has_contract<M: Mode>(v: &View<'_, M>, flow: &Flow) -> bool {
    standing(v, flow.to, flow.by, &|_| true)
}

/// Whether, where there is a contract at all, one is like this for the place of every person whom no law covers.
fn covers<M: Mode>(v: &View<'_, M>, like: fn(&ContractBook<M>, Place) -> bool) -> bool {
    let Some(flow) = shared(v) else { return true };
    !has_contract(v, &flow)
        || flow.subjects().all(|person| {
            v.books.person(person).place.is_none_or(|place| {
                is_legal(v, &flow, person) || standing(v, flow.to, flow.by, &|contract| like(contract, place))
            })
        })
}
