//! Requests: the content of a withdrawal, a report or an order of the law, which travels unchanged and waits in
//! one slot.
//!
//! Who has it is known by the phone's outbox and the vendor's queue; its deadline runs from the person's
//! act, wherever it waits (WDC-03).

use crate::kinds::Kind;
use crate::limits::REQUESTS;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Channel, Clock, Person, Place, Verb, Verbs};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Plea {
    /// Consent to these verbs is withdrawn, as the three lowest bits.
    Withdrawal(u8),
    /// A minor is reported.
    Report,
    /// Law demands or allows something.
    Law(Law),
    /// Somebody writes and asks something.
    Inquiry(Inquiry),
}

/// What law demands or expressly allows, about one category of one person (OTH-01, NOC-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Law {
    /// Whether it allows only.
    pub(crate) allows: bool,
    /// What may or must be done.
    pub(crate) verb: Verb,
    /// The category.
    pub(crate) kind: Kind,
    /// Towards whom alone, where it says so.
    pub(crate) to: Option<u8>,
    /// Whose law it is.
    pub(crate) place: Place,
    /// Whether it has ended; only a vendor that does not look keeps such.
    pub(crate) ended: bool,
}

/// Where a message is, and what its desk knows of who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stage {
    /// Nobody has opened it.
    Posted,
    /// It is with a desk that does not serve it.
    Misplaced,
    /// It is with the desk that serves it.
    AtDesk,
    /// The sender was asked for a proof of who they are.
    Asked,
    /// The sender has proved it.
    Proved,
    /// The sender could not.
    Unproved,
}

/// A message that asks something (COM-14, DSR-08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Inquiry {
    /// What it asks.
    pub(crate) asks: RequestKind,
    /// Who sent it.
    pub(crate) sender: u8,
    /// By which way.
    pub(crate) channel: Channel,
    /// Where it is.
    pub(crate) stage: Stage,
    /// Whether the desk's time runs anew since the sender was known.
    pub(crate) renewed: bool,
    /// How often a fee was charged for it.
    pub(crate) charged: u8,
}

impl Plea {
    /// A withdrawal of these verbs.
    pub(crate) fn withdrawal(verbs: Verbs) -> Self {
        Self::Withdrawal(verbs.bits() as u8)
    }
}

/// One open request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Request<C> {
    /// Who asked, or about whom.
    pub(crate) person: u8,
    /// What is asked.
    pub(crate) plea: Plea,
    /// Whether the vendor has it.
    pub(crate) arrived: bool,
    /// Until when it must be processed.
    pub(crate) deadline: C,
}

/// The requests that are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Requests<C> {
    slots: Table<Option<Request<C>>, REQUESTS>,
}

impl<C: Clock> Default for Requests<C> {
    fn default() -> Self {
        Self { slots: Table::default() }
    }
}

impl<C: Clock> Requests<C> {
    /// Opens a request in the first free slot.
    pub(crate) fn open(&mut self, request: Request<C>, most: u8) -> Result<usize, Refusal> {
        let twin = |r: &Request<C>| (r.person, r.plea) == (request.person, request.plea);
        if self.slots.each().any(|(_, slot)| slot.as_ref().is_some_and(twin)) {
            return Err(Refusal::RequestOpen);
        }
        let mut free = self.slots.each_mut().take(usize::from(most)).filter(|(_, slot)| slot.is_none());
        let (index, slot) = free.next().ok_or(Refusal::NoSlot)?;
        *slot = Some(request);
        Ok(index)
    }
    /// The request in a slot.
    pub(crate) fn get(&self, index: usize) -> Result<Request<C>, Refusal> {
        self.slots.at(index)?.ok_or(Refusal::NoRequest)
    }
    /// The request in a slot reaches the vendor.
    pub(crate) fn arrive(&mut self, index: usize) -> Result<(), Refusal> {
        let request = self.slots.at_mut(index)?.as_mut().ok_or(Refusal::NoRequest)?;
        request.arrived = true;
        Ok(())
    }
    /// The vendor forgets the withdrawals that it has; only a broken job does.
    pub(crate) fn forget_withdrawals(&mut self) {
        for (_, slot) in self.slots.each_mut() {
            if let Some(Request { plea: Plea::Withdrawal(_), arrived, .. }) = slot {
                *arrived = false;
            }
        }
    }
    /// Frees a slot.
    pub(crate) fn close(&mut self, index: usize) -> Result<(), Refusal> {
        *self.slots.at_mut(index)? = None;
        Ok(())
    }
    /// The open report about a person.
    pub(crate) fn report_about(&self, person: usize) -> Option<usize> {
        let is = |r: &Request<C>| r.plea == Plea::Report && usize::from(r.person) == person;
        self.slots.each().find(|(_, slot)| slot.as_ref().is_some_and(is)).map(|(index, _)| index)
    }
    /// Refuses a second matter of the law at one time, so that withdrawals and reports find room.
    pub(crate) fn one_of_law(&self) -> Result<(), Refusal> {
        let law = |r: &Request<C>| matches!(r.plea, Plea::Law(_));
        let open = self.slots.each().any(|(_, slot)| slot.as_ref().is_some_and(law));
        if open { Err(Refusal::RequestOpen) } else { Ok(()) }
    }
    /// What law says in a slot, and about whom.
    pub(crate) fn law(&self, index: usize) -> Result<(Person, Law), Refusal> {
        match self.get(index)? {
            Request { person, plea: Plea::Law(law), .. } => Ok((Person(person.into()), law)),
            Request { plea: Plea::Withdrawal(_) | Plea::Report | Plea::Inquiry(_), .. } => {
                Err(Refusal::NoRequest)
            }
        }
    }
    /// Law no longer says so, but the vendor does not strike it off its list.
    pub(crate) fn keep_ended(&mut self, index: usize) -> Result<(), Refusal> {
        match self.slots.at_mut(index)? {
            Some(Request { plea: Plea::Law(law), .. }) if !law.ended => {
                law.ended = true;
                Ok(())
            }
            Some(_) | None => Err(Refusal::NoRequest),
        }
    }
    /// The slots of the withdrawals that the vendor has and that are due or over.
    pub(crate) fn due(&self, now: C::Now) -> Few {
        let mut due = Few::default();
        for (index, slot) in self.slots.each() {
            if let Some(Request { plea: Plea::Withdrawal(_), arrived: true, deadline, .. }) = slot
                && (deadline.due(now) || deadline.over(now))
            {
                due.add(index);
            }
        }
        due
    }
    /// The message in a slot.
    pub(crate) fn inquiry_mut(&mut self, index: usize) -> Result<&mut Inquiry, Refusal> {
        match self.slots.at_mut(index)? {
            Some(Request { plea: Plea::Inquiry(inquiry), .. }) => Ok(inquiry),
            Some(_) | None => Err(Refusal::NoRequest),
        }
    }
    /// A desk counts anew how long the request in a slot may take.
    pub(crate) fn set_deadline(&mut self, index: usize, deadline: C) -> Result<(), Refusal> {
        self.slots.at_mut(index)?.as_mut().ok_or(Refusal::NoRequest)?.deadline = deadline;
        Ok(())
    }
    /// Whether a report of a breach by a person is open.
    pub(crate) fn reports_breach(&self, person: usize) -> bool {
        let is = |r: &Request<C>| {
            usize::from(r.person) == person
                && matches!(r.plea, Plea::Inquiry(Inquiry { asks: RequestKind::BreachReport, .. }))
        };
        self.slots.each().any(|(_, slot)| slot.as_ref().is_some_and(is))
    }
    /// The slots of the messages that are due or over.
    pub(crate) fn inquiries_due(&self, now: C::Now) -> Few {
        let mut due = Few::default();
        for (index, slot) in self.slots.each() {
            if let Some(Request { plea: Plea::Inquiry(_), deadline, .. }) = slot
                && (deadline.due(now) || deadline.over(now))
            {
                due.add(index);
            }
        }
        due
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, slot) in self.slots.each_mut() {
            if let Some(request) = slot {
                visit(&mut request.deadline);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::{Rules, Ticks, Verb};

    #[test]
    fn a_request_waits_arrives_and_is_due() {
        let deadline = Ticks::start((), 1, &Rules::default());
        let plea = Plea::withdrawal(Verb::Use.into());
        let request = Request { person: 0, plea, arrived: false, deadline };
        let mut requests = Requests::<Ticks>::default();
        assert_eq!(requests.open(request, 2), Ok(0));
        assert_eq!(requests.open(request, 2), Err(Refusal::RequestOpen));
        assert_eq!(requests.open(Request { person: 1, ..request }, 2), Ok(1));
        assert_eq!(requests.open(Request { person: 2, ..request }, 2), Err(Refusal::NoSlot));
        requests.arrive(0).unwrap();
        assert!(requests.due(()).is_empty());
        requests.clocks(&mut |clock| clock.age());
        assert_eq!(requests.due(()), Few::one(0), "what waits in a phone is not due with the vendor");
        requests.close(0).unwrap();
        assert_eq!(requests.get(0), Err(Refusal::NoRequest));
        assert_eq!(requests.report_about(1), None);
    }
}
