//! The vendor: its services, each with its own flags; no service reads anything but flags of the vendor's.

pub(crate) mod account;
pub(crate) mod contracts;
pub(crate) mod desk;
pub(crate) mod disclosure;
pub(crate) mod figures;
pub(crate) mod halt;
pub(crate) mod homes;
pub(crate) mod intake;
pub(crate) mod linking;
pub(crate) mod marketing;
pub(crate) mod minors;
pub(crate) mod programme;
pub(crate) mod purposes;
pub(crate) mod registry;
pub(crate) mod relay;
pub(crate) mod retention;
pub(crate) mod reviews;
pub(crate) mod sale;
pub(crate) mod sharing;
pub(crate) mod staff;
pub(crate) mod status;
pub(crate) mod statutes;
pub(crate) mod storage;
pub(crate) mod third_parties;
pub(crate) mod transfers;
pub(crate) mod updates;

use crate::defects::Defect;
use crate::kinds::{Kind, Kinds};
use crate::refusal::Refusal;
use crate::setup::Setup;
use vouchsafe_alphabet::{Clock, Part, Person};

/// The vendor's services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Vendor<C> {
    /// Consents, refusals, withdrawals and acceptance of terms.
    pub(crate) account: Part<account::Account>,
    /// Who may control which TV.
    pub(crate) registry: Part<registry::Registry>,
    /// Whether the servers for devices cannot be reached: no check, no binding, no relay.
    pub(crate) down: bool,
    /// What the TVs and plugins may report.
    pub(crate) status: Part<status::Status>,
    /// What plugin and TV may send, field by field.
    pub(crate) intake: Part<intake::Intake>,
    /// Direct marketing.
    pub(crate) marketing: Part<marketing::Marketing<C>>,
    /// The contracts with recipients.
    pub(crate) contracts: Part<contracts::Contracts<C>>,
    /// With whom people agreed to share what.
    pub(crate) sharing: Part<sharing::Sharing>,
    /// What data may be used for.
    pub(crate) purposes: Part<purposes::Purposes>,
    /// Figures about groups of people.
    pub(crate) figures: Part<figures::Figures>,
    /// The records that were linked with each other.
    pub(crate) linking: Part<linking::Linking>,
    /// Third parties, whose parts are embedded and who pass data on.
    pub(crate) third_parties: Part<third_parties::ThirdParties>,
    /// The advertising programme.
    pub(crate) programme: Part<programme::Programme<C>>,
    /// The account pages.
    pub(crate) desk: Part<desk::Desk>,
    /// The disclosure batch.
    pub(crate) disclosure: Part<disclosure::Disclosure>,
    /// Limits that people set.
    pub(crate) halt: Part<halt::Halt<C>>,
    /// What the vendor knows of minors, and their subscriptions.
    pub(crate) minors: Part<minors::Minors<C>>,
    /// What the law of each place forbids.
    pub(crate) statutes: Part<statutes::Statutes>,
    /// Where people live by now.
    pub(crate) homes: Part<homes::Homes>,
    /// Safeguards between places, and where the vendor's copies lie.
    pub(crate) transfers: Part<transfers::Transfers>,
    /// Where records lie, and whether they are classified.
    pub(crate) storage: Part<storage::Storage<C>>,
    /// Who is engaged and bound to secrecy.
    pub(crate) staff: Part<staff::Office>,
    /// Bargains and the change of ownership.
    pub(crate) sale: Part<sale::Sale>,
    /// When what is to be reviewed again.
    pub(crate) reviews: Part<reviews::Reviews<C>>,
    /// The next version of the terms, and who was told of it.
    pub(crate) updates: Part<updates::Updates<C>>,
}

impl<C: Clock> Default for Vendor<C> {
    fn default() -> Self {
        Self {
            account: Part::default(),
            registry: Part::default(),
            down: false,
            status: Part::default(),
            intake: Part::default(),
            marketing: Part::default(),
            contracts: Part::default(),
            sharing: Part::default(),
            purposes: Part::default(),
            figures: Part::default(),
            linking: Part::default(),
            third_parties: Part::default(),
            programme: Part::default(),
            desk: Part::default(),
            disclosure: Part::default(),
            halt: Part::default(),
            minors: Part::default(),
            statutes: Part::default(),
            homes: Part::default(),
            transfers: Part::default(),
            storage: Part::default(),
            staff: Part::default(),
            sale: Part::default(),
            reviews: Part::default(),
            updates: Part::default(),
        }
    }
}

impl<C: Clock> Vendor<C> {
    /// Refuses what needs the servers for devices.
    pub(crate) fn reached(&self) -> Result<(), Refusal> {
        if self.down { Err(Refusal::ServersDown) } else { Ok(()) }
    }
    /// A person gives a category after all, whatever was declined before.
    pub(crate) fn given(&mut self, setup: &Setup, person: Person, kind: Kind) -> Result<(), Refusal> {
        if self.halt.declined(person, kind)? && !setup.has(Defect::DeclineNotForgotten) {
            self.halt.provide(person, Kinds::one(kind))?;
        }
        Ok(())
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        self.marketing.update(|marketing| marketing.clocks(visit));
        self.contracts.update(|contracts| contracts.clocks(visit));
        self.programme.update(|programme| programme.clocks(visit));
        self.halt.update(|halt| halt.clocks(visit));
        self.minors.update(|minors| minors.clocks(visit));
        self.reviews.update(|reviews| reviews.clocks(visit));
        self.updates.update(|updates| updates.clocks(visit));
        self.storage.update(|storage| storage.clocks(visit));
    }
    vouchsafe_alphabet::parts! {
        pub(crate),
        part account,
        part registry,
        word down,
        part status,
        part intake,
        part marketing,
        part contracts,
        part sharing,
        part purposes,
        part figures,
        part linking,
        part third_parties,
        part programme,
        part desk,
        part disclosure,
        part halt,
        part minors,
        part statutes,
        part homes,
        part transfers,
        part storage,
        part staff,
        part sale,
        part reviews,
        part updates,
    }
}
