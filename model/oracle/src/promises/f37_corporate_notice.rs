//! F37, corporate change (ECO-06 to ECO-08): whoever is concerned is told of new custody, of new uses and of their
//! choices, before the one who comes in has or does anything.

use super::purposes;
use crate::facts::flow;
use crate::mode::{Ids, Mode, Named};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::NoticeChannel;
use vouchsafe_alphabet::{Class, Holder, Kind, Observation, Person, Purpose};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F37.corporate-change-is-told",
        family: "F37",
        clauses: &["ECO-06", "ECO-07", "ECO-08"],
        statement: "Whoever comes in by a change of ownership gets custody, and uses data in new ways, only after the person was told of that and of their choices.",
        shape: Shape::Precedence,
        readings: &["notice-channel"],
        sees: &[Kind::CustodyMoved, Kind::Used, Kind::Disclosed],
        ends: Ends::Never,
        when: "custody moves, or the other side of a merger, acquisition or sale is given data or uses in a new way what came from us",
        trigger: |v| step(v).is_some(),
        parts: &[
            Part {
                name: "told-before",
                clauses: &["ECO-06"],
                says: "the person was told of that one, by e-mail or on the sites",
                holds: |v| step(v).is_none_or(|it| is_told(v, &it)),
            },
            Part {
                name: "choices-told",
                clauses: &["ECO-07"],
                says: "some such notice set out the choices that the person has",
                holds: |v| step(v).is_none_or(|it| !is_told(v, &it) || has_choices(v, &it)),
            },
            Part {
                name: "use-told",
                clauses: &["ECO-08"],
                says: "some such notice named the new use",
                holds: |v| step(v).is_none_or(|it| !is_told(v, &it) || use_is_named(v, &it)),
            },
        ],
        witnesses: &[
            Witness {
                name: "moved-after-notice",
                says: "custody moves after a notice",
                seen: |v| matches!(v.saw(), Some(Observation::CustodyMoved { .. })),
            },
            Witness {
                name: "new-use-after-notice",
                says: "data is used in a new way that a notice named",
                seen: |v| step(v).is_some_and(|it| it.new_use.is_some()),
            },
        ],
    }]
}

/// A step of a change of ownership.
#[derive(Clone, Copy)]
struct Step {
    person: Person,
    /// Who comes in.
    to: Holder,
    /// What for, where the policy states no such use of that data.
    new_use: Option<Purpose>,
}

fn step<M: Mode>(v: &View<'_, M>) -> Option<Step> {
    match v.saw() {
        Some(&Observation::CustodyMoved { person, to, .. }) if !v.is_we(to) => {
            Some(Step { person, to, new_use: None })
        }
        Some(&Observation::Disclosed { person, to, by, purpose: Purpose::CorporateEvent, .. })
            if v.is_controlled(by) && comes_in(v, to) =>
        {
            Some(Step { person, to, new_use: None })
        }
        Some(&Observation::Used { person, category, by, purpose, .. }) => {
            let new = !purposes::stated_for(category).has(purpose) && comes_in(v, by);
            let ours = new && is_ours(v, person, by);
            ours.then_some(Step { person, to: by, new_use: Some(purpose) })
        }
        Some(_) | None => None,
    }
}

/// Whether this is the other side of a merger, acquisition or sale.
fn comes_in<M: Mode>(v: &View<'_, M>, holder: Holder) -> bool {
    v.books.recipient(holder).class == Class::Successor
}

/// Whether data of the person has come from us to that one, or custody of it has.
fn is_ours<M: Mode>(v: &View<'_, M>, person: Person, holder: Holder) -> bool {
    flow::is_reached(v.books, person, holder, &mut |cause| v.note(cause))
        || v.books.succession(holder).taken.get(person.0).is_some_and(|cause| {
            v.note(cause);
            true
        })
}

fn is_told<M: Mode>(v: &View<'_, M>, it: &Step) -> bool {
    let book = v.books.succession(it.to);
    let posts_count = v.rules.readings.notice_channel == NoticeChannel::AnyListed;
    book.mailed.get(it.person.0).is_some() || (posts_count && book.posted.get(it.person.0).is_some())
}

fn has_choices<M: Mode>(v: &View<'_, M>, it: &Step) -> bool {
    v.books.succession(it.to).offered.get(it.person.0).is_some()
}

fn use_is_named<M: Mode>(v: &View<'_, M>, it: &Step) -> bool {
    it.new_use.is_none_or(|purpose| v.books.succession(it.to).named.of(it.person.0).has(purpose))
}
