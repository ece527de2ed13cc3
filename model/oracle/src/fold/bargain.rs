//! Folding what passes under bargains.

use super::At;
use crate::books::Books;
use crate::facts::we::{is_controlled, is_income, is_we};
use crate::mode::{Amounts, Mode};
use vouchsafe_alphabet::readings::SaleScope;
use vouchsafe_alphabet::{Contract, Holder, Worth};

/// Data went to somebody.
pub(super) fn disclosed<M: Mode>(
    books: &mut dyn Books<M>,
    to: Holder,
    contract: Option<Contract>,
    at: At<'_, M>,
) {
    if is_we(books, at.rules, to) {
        return;
    }
    books.recipient_mut(to).has_data.set(at.cause);
    if let Some(contract) = contract {
        books.contract_mut(contract).data_left.set(at.cause);
    }
}

/// Value passed.
pub(super) fn paid<M: Mode>(
    books: &mut dyn Books<M>,
    by: Holder,
    to: Holder,
    worth: Worth,
    contract: Contract,
    at: At<'_, M>,
) {
    if is_income(books, at.rules, by, to) {
        if at.rules.readings.sale_scope != SaleScope::MoneyOnly || worth == Worth::Money {
            books.contract_mut(contract).value_came.set(at.cause);
        }
        books.recipient_mut(by).has_paid.set(at.cause);
    }
    if is_we(books, at.rules, by) && !is_we(books, at.rules, to) {
        books.contract_mut(contract).value_went.set(at.cause);
    }
}

/// Aggregates went out.
pub(super) fn figures_shared<M: Mode>(books: &mut dyn Books<M>, contract: Option<Contract>, at: At<'_, M>) {
    if let Some(contract) = contract {
        books.contract_mut(contract).figures_left.set(at.cause);
    }
}

/// Custody moved; under the widest reading of a sale that is data gone out like any other.
pub(super) fn custody_moved<M: Mode>(
    books: &mut dyn Books<M>,
    to: Holder,
    contract: Option<Contract>,
    at: At<'_, M>,
) {
    if at.rules.readings.sale_scope == SaleScope::AnyBenefit {
        disclosed(books, to, contract, at);
    }
}

/// Somebody was given figures about so many people; what anybody outside was given stands in the vendor's place.
pub(super) fn figures_given<M: Mode>(books: &mut dyn Books<M>, to: Holder, amount: u64, at: At<'_, M>) {
    if to != Holder::VENDOR {
        books.figures_mut(to).amounts.insert(amount, at.cause);
    }
    if !is_controlled(books, at.rules, to) {
        books.figures_mut(Holder::VENDOR).amounts.insert(amount, at.cause);
    }
}
