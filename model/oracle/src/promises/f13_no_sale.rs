//! F13, no sale (SHR-01): personal information goes to no third party in return for value to us, in any form,
//! at any time or by any way; custody of it moves with a business only after notice (ECO-06).

use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::SaleScope;
use vouchsafe_alphabet::{Class, Holder, Kind, Observation, Worth};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F13.no-sale",
        family: "F13",
        clauses: &["SHR-01", "ECO-06"],
        statement: "No value comes to us in return for personal information, before or after it leaves; custody moves only after notice.",
        shape: Shape::Absence,
        readings: &["sale-scope", "affiliate"],
        sees: &[Kind::Disclosed, Kind::Paid, Kind::CustodyMoved, Kind::FiguresShared],
        ends: Ends::Never,
        when: "data goes to a third party, custody of it moves, or value comes to us in a bargain under which data left",
        trigger: |v| {
            left_for(v).is_some()
                || custody(v).is_some()
                || (income(v).is_some() && (v.contract().data_left.on() || any_benefit(v)))
        },
        parts: &[
            Part {
                name: "nothing-taken-before",
                clauses: &["SHR-01"],
                says: "we have taken nothing in the bargain under which the data leaves",
                holds: |v| nothing_taken_before(v),
            },
            Part {
                name: "nothing-taken-after",
                clauses: &["SHR-01"],
                says: "no data has left in the bargain in which we are given value",
                holds: |v| nothing_taken_after(v),
            },
            Part {
                name: "custody-after-notice",
                clauses: &["ECO-06"],
                says: "the person was told of the one to whom custody moves",
                holds: |v| custody(v).is_none_or(|to| v.person().told_of.get(to.0).is_some()),
            },
        ],
        witnesses: &[
            Witness {
                name: "provider-paid",
                says: "a provider that we pay gets data",
                seen: |v| provider_paid(v),
            },
            Witness {
                name: "aggregate-sold",
                says: "we are paid for aggregate figures",
                seen: |v| {
                    income(v).is_some() && v.contract().figures_left.on() && !v.contract().data_left.on()
                },
            },
        ],
    }]
}

fn any_benefit<M: Mode>(v: &View<'_, M>) -> bool {
    v.rules.readings.sale_scope == SaleScope::AnyBenefit
}

/// The one to whom custody moves.
fn custody<M: Mode>(v: &View<'_, M>) -> Option<Holder> {
    match v.saw() {
        Some(&Observation::CustodyMoved { to, .. }) => Some(to),
        Some(_) | None => None,
    }
}

/// The third party to whom data goes.
fn left_for<M: Mode>(v: &View<'_, M>) -> Option<Holder> {
    match v.saw() {
        Some(&Observation::Disclosed { to, .. }) if !v.is_we(to) => Some(to),
        Some(&Observation::CustodyMoved { to, .. }) if any_benefit(v) && !v.is_we(to) => Some(to),
        Some(_) | None => None,
    }
}

/// The one outside who gives us value, and in what form.
fn income<M: Mode>(v: &View<'_, M>) -> Option<(Holder, Worth)> {
    match v.saw() {
        Some(&Observation::Paid { by, to, worth, .. }) if v.is_income(by, to) => Some((by, worth)),
        Some(_) | None => None,
    }
}

fn nothing_taken_before<M: Mode>(v: &View<'_, M>) -> bool {
    left_for(v).is_none_or(|to| {
        !(v.is(&v.contract().value_came) || (any_benefit(v) && v.is(&v.books.recipient(to).has_paid)))
    })
}

fn nothing_taken_after<M: Mode>(v: &View<'_, M>) -> bool {
    income(v).is_none_or(|(by, worth)| {
        let counts = v.rules.readings.sale_scope != SaleScope::MoneyOnly || worth == Worth::Money;
        let in_the_bargain = counts && v.is(&v.contract().data_left);
        let at_all = any_benefit(v) && v.is(&v.books.recipient(by).has_data);
        !in_the_bargain && !at_all
    })
}

fn provider_paid<M: Mode>(v: &View<'_, M>) -> bool {
    let is_provider = |holder: Holder| v.books.recipient(holder).class == Class::Provider;
    if let Some(to) = left_for(v) {
        return is_provider(to) && v.contract().value_went.on();
    }
    match v.saw() {
        Some(&Observation::Paid { by, to, .. }) => {
            v.is_we(by) && is_provider(to) && v.contract().data_left.on()
        }
        Some(_) | None => false,
    }
}
