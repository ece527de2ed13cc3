//! The vendor: its services, each with its own flags; no service reads anything but flags of the vendor's.

pub(crate) mod account;
pub(crate) mod contracts;
pub(crate) mod disclosure;
pub(crate) mod marketing;
pub(crate) mod minors;
pub(crate) mod purposes;
pub(crate) mod registry;
pub(crate) mod relay;
pub(crate) mod retention;
pub(crate) mod sale;
pub(crate) mod sharing;
pub(crate) mod status;

use crate::refusal::Refusal;
use vouchsafe_alphabet::Clock;

/// The vendor's services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Vendor<C> {
    /// Consents, refusals, withdrawals and acceptance of terms.
    pub(crate) account: account::Account,
    /// Who may control which TV.
    pub(crate) registry: registry::Registry,
    /// Whether the servers for devices cannot be reached: no check, no binding, no relay.
    pub(crate) down: bool,
    /// What the TVs and plugins may report.
    pub(crate) status: status::Status,
    /// Direct marketing.
    pub(crate) marketing: marketing::Marketing<C>,
    /// The contracts with recipients.
    pub(crate) contracts: contracts::Contracts<C>,
    /// With whom people agreed to share what.
    pub(crate) sharing: sharing::Sharing,
    /// What data may be used for.
    pub(crate) purposes: purposes::Purposes,
    /// The disclosure batch.
    pub(crate) disclosure: disclosure::Disclosure,
    /// What the vendor knows of minors, and their subscriptions.
    pub(crate) minors: minors::Minors<C>,
    /// Bargains and the change of ownership.
    pub(crate) sale: sale::Sale,
}

impl<C: Clock> Default for Vendor<C> {
    fn default() -> Self {
        Self {
            account: account::Account::default(),
            registry: registry::Registry::default(),
            down: false,
            status: status::Status::default(),
            marketing: marketing::Marketing::default(),
            contracts: contracts::Contracts::default(),
            sharing: sharing::Sharing::default(),
            purposes: purposes::Purposes::default(),
            disclosure: disclosure::Disclosure::default(),
            minors: minors::Minors::default(),
            sale: sale::Sale::default(),
        }
    }
}

impl<C: Clock> Vendor<C> {
    /// Refuses what needs the servers for devices.
    pub(crate) fn reached(&self) -> Result<(), Refusal> {
        if self.down { Err(Refusal::ServersDown) } else { Ok(()) }
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        self.marketing.clocks(visit);
        self.contracts.clocks(visit);
        self.minors.clocks(visit);
    }
}
