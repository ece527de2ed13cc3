//! F13: personal information goes to a third party only if no value comes back for it.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{CorporateNotice, CustodyMoved, Disclosed, FiguresShared, Paid};
use vouchsafe_alphabet::readings::SaleScope;
use vouchsafe_alphabet::{Channel, Contract, Holder, Observation, Worth};

/// No value in the bargain that gives data away, before or after; notice by e-mail or on the sites before
/// custody moves (SHR-01, ECO-06).
pub(crate) const NO_SALE: Promise = Promise {
    id: "F13.no-sale",
    trigger,
    parts: &[
        ("nothing-taken-before", nothing_taken_before),
        ("nothing-taken-after", nothing_taken_after),
        ("custody-after-notice", custody_after_notice),
    ],
    witnesses: &[("provider-paid", provider_paid), ("aggregate-sold", aggregate_sold)],
    duty: None,
};

/// Data that reaches a third party, and the bargain that it belongs to.
struct GivenAway {
    to: Holder,
    contract: Option<Contract>,
}

impl Past<'_> {
    fn scope(self) -> SaleScope {
        self.rules.readings.sale_scope
    }

    /// The disclosure that this is, custody included where any benefit counts.
    fn disclosure(self, seen: Observation) -> Option<GivenAway> {
        if let Disclosed { to, contract, .. } = seen {
            Some(GivenAway { to, contract })
        } else if let CustodyMoved { to, contract, .. } = seen
            && self.scope() == SaleScope::AnyBenefit
        {
            Some(GivenAway { to, contract })
        } else {
            None
        }
    }

    /// The disclosure to a third party that this is.
    fn given_away(self, seen: Observation) -> Option<GivenAway> {
        self.disclosure(seen).filter(|given| !self.we(given.to))
    }

    /// Whether data went to a third party under the contract; who was one is asked of that moment.
    fn data_given(self, k: Contract) -> bool {
        self.lines().any(|(index, _, seen)| {
            self.before(index).given_away(seen).is_some_and(|given| given.contract == Some(k))
        })
    }

    /// Whether value passes from the one to us, or from outside to somebody who works for us (SHR-01).
    fn to_our_side(self, by: Holder, to: Holder) -> bool {
        (self.we(to) && !self.we(by)) || (self.controlled(to) && !self.controlled(by))
    }

    /// Whether value of the kind that counts came to our side under the contract.
    fn value_taken(self, k: Contract) -> bool {
        self.lines().any(|(index, _, seen)| {
            self.before(index).income(seen).is_some_and(|(_, worth, contract)| {
                contract == k && (self.scope() != SaleScope::MoneyOnly || worth == Worth::Money)
            })
        })
    }

    /// The payment by somebody else to our side that this is: payer, worth, contract.
    fn income(self, seen: Observation) -> Option<(Holder, Worth, Contract)> {
        if let Paid { by, to, worth, contract } = seen
            && self.to_our_side(by, to)
        {
            Some((by, worth, contract))
        } else {
            None
        }
    }

    /// The payment by us to somebody else that this is: payee, contract.
    fn cost(self, seen: Observation) -> Option<(Holder, Contract)> {
        if let Paid { by, to, contract, .. } = seen
            && self.we(by)
            && !self.we(to)
        {
            Some((to, contract))
        } else {
            None
        }
    }

    fn ever_paid_us(self, h: Holder) -> bool {
        self.ever_then(|then, seen| then.income(seen).is_some_and(|(payer, ..)| payer == h))
    }

    fn ever_given_data(self, h: Holder) -> bool {
        self.ever(|seen| self.disclosure(seen).is_some_and(|given| given.to == h))
    }
}

fn trigger(past: Past<'_>, seen: Seen) -> bool {
    seen.line().is_some_and(|line| {
        past.given_away(line).is_some()
            || matches!(line, CustodyMoved { .. })
            || past
                .income(line)
                .is_some_and(|(.., k)| past.data_given(k) || past.scope() == SaleScope::AnyBenefit)
    })
}

fn nothing_taken_before(past: Past<'_>, seen: Seen) -> bool {
    let Some(given) = seen.line().and_then(|line| past.given_away(line)) else {
        return true;
    };
    let in_the_bargain = given.contract.is_some_and(|k| past.value_taken(k));
    let at_all = past.scope() == SaleScope::AnyBenefit && past.ever_paid_us(given.to);
    !in_the_bargain && !at_all
}

fn nothing_taken_after(past: Past<'_>, seen: Seen) -> bool {
    let Some((payer, worth, k)) = seen.line().and_then(|line| past.income(line)) else {
        return true;
    };
    match past.scope() {
        SaleScope::AnyReturn => !past.data_given(k),
        SaleScope::MoneyOnly => worth != Worth::Money || !past.data_given(k),
        SaleScope::AnyBenefit => !past.data_given(k) && !past.ever_given_data(payer),
    }
}

fn custody_after_notice(past: Past<'_>, seen: Seen) -> bool {
    let Some(CustodyMoved { person: p, to: successor, .. }) = seen.line() else {
        return true;
    };
    past.ever(|older| {
        matches!(
            older,
            CorporateNotice { person, to, channel: Channel::Email | Channel::Site | Channel::AllSites, .. }
                if person == p && to == successor
        )
    })
}

fn provider_paid(past: Past<'_>, seen: Seen) -> bool {
    let Some(line) = seen.line() else { return false };
    let paid_under = |k: Contract| {
        past.lines()
            .any(|(index, _, older)| past.before(index).cost(older).is_some_and(|(_, paid)| paid == k))
    };
    let given_to_paid = past
        .given_away(line)
        .is_some_and(|given| past.provider(given.to) && given.contract.is_some_and(paid_under));
    let paid_to_given = past.cost(line).is_some_and(|(to, k)| past.provider(to) && past.data_given(k));
    given_to_paid || paid_to_given
}

fn aggregate_sold(past: Past<'_>, seen: Seen) -> bool {
    seen.line().and_then(|line| past.income(line)).is_some_and(|(.., k)| {
        let figures =
            past.ever(|older| matches!(older, FiguresShared { contract, .. } if contract == Some(k)));
        figures && !past.data_given(k)
    })
}
