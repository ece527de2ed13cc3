//! The partnerships desk: one bargain a recipient, and the change of ownership.
//!
//! Under one contract either personal information goes out and the vendor pays for a service, or figures go
//! out and the vendor is paid; never both (SHR-01). Custody moves after a notice (ECO-06).

use crate::limits::HOLDERS;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::Holder;

/// What a contract with a recipient is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Bargain {
    /// Nothing has passed yet.
    #[default]
    Open,
    /// Personal information for a service.
    Service,
    /// Aggregate figures for money.
    Figures,
}

/// The partnerships desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Sale {
    bargains: Table<Bargain, HOLDERS>,
    /// People who were told of the change of ownership.
    pub(crate) told: Few,
    /// People whose data is in the successor's custody.
    pub(crate) moved: Few,
}

impl Sale {
    /// What the contract with a recipient is about.
    pub(crate) fn bargain(&self, holder: Holder) -> Result<Bargain, Refusal> {
        self.bargains.at(holder.index()).copied()
    }
    /// Something passes under the contract, which must be about that or still open.
    pub(crate) fn deal(&mut self, holder: Holder, bargain: Bargain) -> Result<(), Refusal> {
        let slot = self.bargains.at_mut(holder.index())?;
        if *slot != Bargain::Open && *slot != bargain {
            return Err(Refusal::OtherBargain);
        }
        *slot = bargain;
        Ok(())
    }
}
