//! The world: the state of every party, small, copied whole and free of heap.

use crate::broadcast::Broadcast;
use crate::command::Commands;
use crate::handshake::Handshake;
use crate::incident::Incidents;
use crate::limits::{HOLDERS, PEOPLE, PHONES, TVS};
use crate::network::Network;
use crate::out::Out;
use crate::phone::Phone;
use crate::recipient::Recipient;
use crate::record::Records;
use crate::refusal::Refusal;
use crate::request::Requests;
use crate::setup::Setup;
use crate::table::{Few, Table};
use crate::tv::Tv;
use crate::user::User;
use crate::vendor::Vendor;
use vouchsafe_alphabet::{Clock, Observation, Part, Sort, Tv as TvId};

/// The state of every party. `C` is [`Ticks`](vouchsafe_alphabet::Ticks) in the checker and
/// [`Stamp`](vouchsafe_alphabet::Stamp) in the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct World<C> {
    /// The questions that people have in front of them.
    pub(crate) users: Part<Table<User, PEOPLE>>,
    /// The phones.
    pub(crate) phones: Part<Table<Phone<C>, PHONES>>,
    /// The TVs.
    pub(crate) tvs: Part<Table<Tv, TVS>>,
    /// The checks of the TVs that are under way.
    pub(crate) checks: Part<Table<Handshake, TVS>>,
    /// What the TVs tell of their state.
    pub(crate) broadcasts: Part<Table<Broadcast<C>, TVS>>,
    /// The vendor's services.
    pub(crate) vendor: Vendor<C>,
    /// The recipients, by holder id; the first place is the vendor's and stays empty.
    pub(crate) recipients: Part<Table<Recipient, HOLDERS>>,
    /// What befell people's accounts.
    pub(crate) incidents: Part<Incidents<C>>,
    /// The messages in flight.
    pub(crate) network: Part<Network>,
    /// The open requests, wherever they wait.
    pub(crate) requests: Part<Requests<C>>,
    /// The known records, with the list of their copies.
    pub(crate) records: Part<Records<C>>,
    /// The open commands, as the plugins know them.
    pub(crate) commands: Part<Commands>,
}

impl<C: Clock> Default for World<C> {
    fn default() -> Self {
        Self {
            users: Part::default(),
            phones: Part::default(),
            tvs: Part::default(),
            checks: Part::default(),
            broadcasts: Part::default(),
            vendor: Vendor::default(),
            recipients: Part::default(),
            incidents: Part::default(),
            network: Part::default(),
            requests: Part::default(),
            records: Part::default(),
            commands: Part::default(),
        }
    }
}

impl<C: Clock> World<C> {
    /// Whether a TV is switched off or cut off.
    pub fn is_silent(&self, tv: TvId) -> bool {
        self.broadcasts.at(tv.index()).is_ok_and(|broadcast| broadcast.silent())
    }
    /// Nothing is left of the record in a slot: the slot, and what hangs on it, is free for another.
    pub(crate) fn vacate(&mut self, slot: usize) -> Result<(), Refusal> {
        *self.records.slots.at_mut(slot)? = None;
        self.vendor.storage.vacate(slot)?;
        self.vendor.linking.vacate(slot)
    }
    vouchsafe_alphabet::parts! {
        pub,
        part users,
        part phones,
        part tvs,
        part checks,
        part broadcasts,
        within vendor,
        part recipients,
        part incidents,
        part network,
        part requests,
        part records,
        part commands,
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        self.phones.update(|phones| {
            for (_, phone) in phones.each_mut() {
                visit(&mut phone.back);
                visit(&mut phone.stop);
            }
        });
        self.broadcasts.update(|broadcasts| {
            broadcasts.each_mut().for_each(|(_, tv)| visit(&mut tv.fresh));
        });
        self.incidents.update(|incidents| incidents.clocks(visit));
        self.vendor.clocks(visit);
        self.requests.update(|requests| requests.clocks(visit));
        self.records.update(|records| records.clocks(visit));
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
