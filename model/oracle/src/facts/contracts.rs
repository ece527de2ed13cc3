//! Which contracts of a recipient stand (SHR-05, SHR-06, GRP-04).

use super::we::is_controlled;
use crate::books::{Books, ContractBook};
use crate::mode::{Mode, Now};
use vouchsafe_alphabet::readings::ContractTime;
use vouchsafe_alphabet::{Clock, Holder, Rules};

/// Whether the recipient has a standing contract like this, with us or with the one who passes data on; calls
/// `note` with what signed it.
pub(crate) fn has<M: Mode>(
    books: &dyn Books<M>,
    rules: &Rules,
    now: Now<M>,
    holder: Holder,
    discloser: Option<Holder>,
    like: &dyn Fn(&ContractBook<M>) -> bool,
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    let for_ever = rules.readings.contract_time == ContractTime::AtSomeTime;
    books.any_contract_of(holder, &mut |contract| {
        let with_us = is_controlled(books, rules, contract.with) || Some(contract.with) == discloser;
        let valid = for_ever || !(contract.ended.on() || contract.expiry.over(now));
        let found = with_us && valid && like(contract);
        if found {
            note(contract.signed.cause());
        }
        found
    })
}
