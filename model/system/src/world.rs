//! The world: the state of every party, small, copied whole and free of heap.

use crate::broadcast::Broadcast;
use crate::command::Commands;
use crate::handshake::Handshake;
use crate::limits::{HOLDERS, PEOPLE, PHONES, TVS};
use crate::network::Network;
use crate::out::Out;
use crate::phone::Phone;
use crate::recipient::Recipient;
use crate::record::Records;
use crate::request::Requests;
use crate::setup::Setup;
use crate::table::{Few, Table};
use crate::tv::Tv;
use crate::user::User;
use crate::vendor::Vendor;
use vouchsafe_alphabet::{Clock, Observation, Sort, Tv as TvId};

/// The state of every party. `C` is [`Ticks`](vouchsafe_alphabet::Ticks) in the checker and
/// [`Stamp`](vouchsafe_alphabet::Stamp) in the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct World<C> {
    /// The questions that people have in front of them.
    pub(crate) users: Table<User, PEOPLE>,
    /// The phones.
    pub(crate) phones: Table<Phone<C>, PHONES>,
    /// The TVs.
    pub(crate) tvs: Table<Tv, TVS>,
    /// The checks of the TVs that are under way.
    pub(crate) checks: Table<Handshake, TVS>,
    /// What the TVs tell of their state.
    pub(crate) broadcasts: Table<Broadcast<C>, TVS>,
    /// The vendor's services.
    pub(crate) vendor: Vendor<C>,
    /// The recipients, by holder id; the first place is the vendor's and stays empty.
    pub(crate) recipients: Table<Recipient, HOLDERS>,
    /// The messages in flight.
    pub(crate) network: Network,
    /// The open requests, wherever they wait.
    pub(crate) requests: Requests<C>,
    /// The known records, with the list of their copies.
    pub(crate) records: Records<C>,
    /// The open commands, as the plugins know them.
    pub(crate) commands: Commands,
}

impl<C: Clock> Default for World<C> {
    fn default() -> Self {
        Self {
            users: Table::default(),
            phones: Table::default(),
            tvs: Table::default(),
            checks: Table::default(),
            broadcasts: Table::default(),
            vendor: Vendor::default(),
            recipients: Table::default(),
            network: Network::default(),
            requests: Requests::default(),
            records: Records::default(),
            commands: Commands::default(),
        }
    }
}

impl<C: Clock> World<C> {
    /// Whether a TV is switched off or cut off.
    pub fn is_silent(&self, tv: TvId) -> bool {
        self.broadcasts.at(tv.index()).is_ok_and(|broadcast| broadcast.silent())
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, phone) in self.phones.each_mut() {
            visit(&mut phone.back);
            visit(&mut phone.stop);
        }
        for (_, tv) in self.broadcasts.each_mut() {
            visit(&mut tv.fresh);
        }
        self.vendor.clocks(visit);
        self.requests.clocks(visit);
        self.records.clocks(visit);
    }
}

/// What a step is made with: the setup, the time, and where it shows what happens.
pub(crate) struct Ctx<'a, C: Clock> {
    /// The setup of the run.
    pub(crate) setup: &'a Setup,
    /// The time.
    pub(crate) now: C::Now,
    /// What is shown.
    pub(crate) out: &'a mut Out,
}

impl<C: Clock> Ctx<'_, C> {
    /// Shows an observation.
    pub(crate) fn saw(&mut self, observation: Observation) {
        self.out.observations.push(observation);
    }
    /// A case slot is free: its next use is a new case.
    pub(crate) fn retire(&mut self, sort: Sort, slot: usize) {
        self.out.retired.push((sort, slot as u32));
    }
    /// The ids of the holders that work for the vendor.
    pub(crate) fn workers(&self) -> Few {
        let mut works = Few::default();
        for (holder, _) in self.setup.recipients() {
            if self.setup.works_for_vendor(holder).unwrap_or(false) {
                works.add(holder.index());
            }
        }
        works
    }
}
