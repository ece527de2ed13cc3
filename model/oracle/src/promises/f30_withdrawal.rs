//! F30, withdrawal of consent (WDC-01, WDC-03, WDC-04, WDC-05, CTL-04): a withdrawal is processed in time, and
//! from then on nothing in its scope is collected, used or disclosed wherever we control it, save under law or
//! after a later yes.

use crate::books::{PersonBook, RequestBook, RequestIs, Subject};
use crate::mode::Mode;
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::{Channel, Kind, Observation, Sort, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F30.processed-in-time",
            family: "F30",
            clauses: &["WDC-03"],
            statement: "A withdrawal is processed in time, counted from the person's own act.",
            shape: Shape::ResponseWithin,
            readings: &[],
            sees: &[Kind::WithdrawalProcessed],
            ends: Ends::OfRequests,
            when: "a withdrawal is processed, or its time runs out",
            trigger: |v| is_open(v),
            parts: &[Part {
                name: "processed",
                clauses: &["WDC-03"],
                says: "the withdrawal was processed before its deadline passed",
                holds: |v| {
                    !(matches!(v.ends(), Some(Subject::Request(_)))
                        && v.due(v.request().due)
                        && v.is(&v.request().made))
                },
            }],
            witnesses: &[Witness {
                name: "processed-in-time",
                says: "a withdrawal is processed in time",
                seen: |v| v.saw().is_some() && is_open(v),
            }],
        },
        Promise {
            id: "F30.nothing-after-withdrawal",
            family: "F30",
            clauses: &["WDC-01", "WDC-04", "WDC-05", "CTL-04", "NOC-05", "CTL-01"],
            statement: "Once a withdrawal is processed, or ought to be, nothing in its scope is collected, used or disclosed.",
            shape: Shape::Absence,
            readings: &["withdrawal-clock", "deemed", "user-agreement"],
            sees: &[Kind::Collected, Kind::Used, Kind::Disclosed],
            ends: Ends::Never,
            when: "data of somebody who has withdrawn consent is collected, used or disclosed, by us or for the vendor",
            trigger: |v| v.act().is_some_and(|act| v.books.person(act.person).withdrew.on()),
            parts: &[
                Part {
                    name: "no-collection",
                    clauses: &["WDC-04", "WDC-01"],
                    says: "its collection is not withdrawn",
                    holds: |v| !is_withdrawn(v, Verb::Collect),
                },
                Part {
                    name: "no-use",
                    clauses: &["WDC-04", "WDC-05", "CTL-04"],
                    says: "its use is not withdrawn",
                    holds: |v| !is_withdrawn(v, Verb::Use),
                },
                Part {
                    name: "no-disclosure",
                    clauses: &["WDC-04", "WDC-05"],
                    says: "its disclosure is not withdrawn",
                    holds: |v| !is_withdrawn(v, Verb::Disclose),
                },
            ],
            witnesses: &[
                Witness {
                    name: "other-verb-goes-on",
                    says: "data goes on being used although its collection or disclosure is withdrawn",
                    seen: |v| other_verb_goes_on(v),
                },
                Witness {
                    name: "collected-again-after-yes",
                    says: "data is collected again after a later yes",
                    seen: |v| collected_again(v),
                },
            ],
        },
    ]
}

pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F30.withdrawal-comes-through",
        family: "F30",
        clauses: &["WDC-02", "WDC-05"],
        statement: "A withdrawal comes to be processed, wherever the phone was when it was made.",
        shape: Shape::LeadsTo(Leading {
            owed: Owed::Each(Sort::Request),
            fair: &["phones-return", "withdrawals-are-worked-on"],
        }),
        readings: &[],
        sees: &[Kind::Withdrew, Kind::WithdrawalProcessed],
        ends: Ends::Never,
        when: "consent is withdrawn",
        trigger: |v| matches!(v.saw(), Some(Observation::Withdrew { .. })),
        parts: &[Part {
            name: "comes-through",
            clauses: &["WDC-05"],
            says: "the withdrawal is processed, for the vendor and for those who work for it",
            holds: |v| {
                matches!(v.saw(), Some(Observation::WithdrawalProcessed { .. }))
                    && v.request().is == RequestIs::Withdrawal
            },
        }],
        witnesses: &[
            Witness {
                name: "processed",
                says: "a withdrawal is processed",
                seen: |v| {
                    matches!(v.saw(), Some(Observation::WithdrawalProcessed { .. }))
                        && v.request().is == RequestIs::Withdrawal
                },
            },
            Witness {
                name: "asked-in-the-plugin",
                says: "consent is withdrawn in the plugin",
                seen: |v| matches!(v.saw(), Some(Observation::Withdrew { channel: Channel::Plugin, .. })),
            },
        ],
    }]
}

/// Whether the request is a withdrawal, neither processed nor over.
fn is_open<M: Mode>(v: &View<'_, M>) -> bool {
    let request: &RequestBook<M> = v.request();
    request.is == RequestIs::Withdrawal && v.running(request.due)
}

/// Whether the act seen is of this kind, and withdrawn.
pub(super) fn is_withdrawn<M: Mode>(v: &View<'_, M>, verb: Verb) -> bool {
    v.act().is_some_and(|act| {
        act.verb == verb
            && !act.handed_over
            && withdrawal_bars(v, &act)
            && !v.exempt(&act)
            && !v.specifically_agreed(&act)
    })
}

/// Whether a withdrawal in force covers the act.
pub(super) fn withdrawal_bars<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    v.books.person(act.person).barred.get(act.verb as usize).is_some_and(|barred| v.has(barred, act.category))
}

fn other_verb_goes_on<M: Mode>(v: &View<'_, M>) -> bool {
    v.act().is_some_and(|act| {
        let PersonBook { barred: [collect, used, disclose], .. } = v.books.person(act.person);
        act.verb == Verb::Use
            && !used.set().has(act.category)
            && (collect.set().has(act.category) || disclose.set().has(act.category))
    })
}

fn collected_again<M: Mode>(v: &View<'_, M>) -> bool {
    v.act().is_some_and(|act| {
        act.verb == Verb::Collect
            && v.books.person(act.person).returned.has(act.category)
            && !withdrawal_bars(v, &act)
    })
}
