//! The contracts with those who get data, and which of them stand.

use crate::history::Past;
use vouchsafe_alphabet::Observation::{ContractEnded, ContractSigned};
use vouchsafe_alphabet::readings::ContractTime;
use vouchsafe_alphabet::{Contract, Holder, Place, Purpose, Set};

/// A contract as it was last signed.
pub(crate) struct Signed {
    /// Its id.
    contract: Contract,
    /// The index of its line.
    index: usize,
    /// When it was signed.
    at: u64,
    /// The side that answers for the data that it gives.
    by: Holder,
    /// The places whose data law it meets.
    pub(crate) laws: Set<Place>,
    /// The places whose people keep their rights.
    pub(crate) rights: Set<Place>,
    /// The purposes that it allows, where it names any.
    pub(crate) purposes: Option<Set<Purpose>>,
    term: Option<u64>,
}

impl Past<'_> {
    /// Whether this contract was signed anew after that line.
    fn signed_since(self, index: usize, k: Contract) -> bool {
        self.after(index, |later| matches!(later, ContractSigned { contract, .. } if contract == k))
    }

    /// Every contract whose latest signing is by this holder.
    fn signed_by(self, h: Holder) -> impl Iterator<Item = Signed> {
        self.lines().filter_map(move |(index, at, seen)| {
            if let ContractSigned { contract, to, laws, rights, by, purposes, term } = seen
                && to == h
                && !self.signed_since(index, contract)
            {
                let by = by.unwrap_or(Holder::VENDOR);
                Some(Signed { contract, index, at, by, laws, rights, purposes, term })
            } else {
                None
            }
        })
    }

    /// Whether the contract still runs, or is looked at by the reading for which it was enough to sign it
    /// (T17).
    fn runs(self, it: &Signed) -> bool {
        let ended = self.after(it.index, |later| later == ContractEnded { contract: it.contract });
        let expired = it.term.is_some_and(|term| self.over(it.at, u32::try_from(term).unwrap_or(u32::MAX)));
        self.rules.readings.contract_time == ContractTime::AtSomeTime || (!ended && !expired)
    }

    /// Every contract that this holder has with our side, or with the one who discloses to it, and that
    /// stands.
    pub(crate) fn standing_contracts(self, h: Holder, discloser: Option<Holder>) -> Vec<Signed> {
        self.signed_by(h)
            .filter(|it| (self.controlled(it.by) || discloser == Some(it.by)) && self.runs(it))
            .collect()
    }

    /// Whether this holder had a contract with our side, and has none any more.
    pub(crate) fn contract_lapsed(self, h: Holder) -> bool {
        let ever = self.signed_by(h).any(|it| self.controlled(it.by));
        ever && self.standing_contracts(h, None).is_empty()
    }

    /// Whether the contract was signed before as well, by whomever.
    pub(crate) fn renewed(self, it: &Signed) -> bool {
        self.before(it.index)
            .ever(|older| matches!(older, ContractSigned { contract, .. } if contract == it.contract))
    }
}
