//! A recipient: its own copy of the permission for what it was given, and what it may do with it.

use crate::cast::RecipientSpec;
use crate::defects::Defect;
use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use crate::vendor::purposes;
use vouchsafe_alphabet::{Category, Class, Person, ProviderKind, Purpose};

/// One recipient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Recipient {
    /// The categories of each person that it was given and may use.
    permitted: Table<Kinds, PEOPLE>,
}

impl Recipient {
    /// It is given a category of a person, with leave to use it.
    pub(crate) fn receive(&mut self, person: Person, kind: Kind) -> Result<(), Refusal> {
        let kinds = self.permitted.at_mut(person.index())?;
        *kinds = kinds.with(Kinds::one(kind));
        Ok(())
    }
    /// The vendor tells it to leave these categories of a person alone (WDC-05, T53).
    pub(crate) fn stop(&mut self, person: Person, stopped: Kinds) {
        if let Ok(kinds) = self.permitted.at_mut(person.index()) {
            *kinds = kinds.without(stopped);
        }
    }
    /// Refuses to use what it was not given or may not use any more.
    pub(crate) fn may_use(&self, person: Person, kind: Kind) -> Result<(), Refusal> {
        if self.permitted.at(person.index())?.has(kind) { Ok(()) } else { Err(Refusal::NotGiven) }
    }
    /// Refuses a recipient that was given nothing of a person.
    pub(crate) fn knows(&self, person: Person) -> Result<(), Refusal> {
        if *self.permitted.at(person.index())? == Kinds::NONE { Err(Refusal::NotGiven) } else { Ok(()) }
    }
}

/// What running the vendor's services takes of those who work for it (GRP-03).
const RUNNING: [Purpose; 7] = [
    Purpose::OperateFull,
    Purpose::Provide,
    Purpose::Support,
    Purpose::Communicate,
    Purpose::Statistics,
    Purpose::Control,
    Purpose::StatusDisplay,
];

/// Refuses what does not fit a recipient's place: those who work for the vendor run its services within their
/// contract, ecosystem companies their own products, and anybody else has what law gave (GRP-03, GRP-04, ECO-03).
pub(crate) fn fit(
    setup: &Setup,
    spec: &RecipientSpec,
    category: Category,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let fits = match spec.class {
        Class::Provider | Class::Affiliate => {
            let hosts = spec.kinds.is_some_and(|kinds| !kinds.has(ProviderKind::Promotion));
            if hosts && purpose == Purpose::Advertising && setup.has(Defect::HostedDataAdvertises) {
                return Ok(());
            }
            let held_to = spec.purposes.filter(|_| !setup.has(Defect::ContractOverstepped));
            RUNNING.contains(&purpose) && held_to.is_none_or(|purposes| purposes.has(purpose))
        }
        Class::Ecosystem => matches!(purpose, Purpose::Ecosystem | Purpose::Provide | Purpose::Statistics),
        Class::Partner if purpose == Purpose::DirectMarketing => {
            return if setup.has(Defect::PurposeLaundered) { Ok(()) } else { Err(Refusal::WrongPurpose) };
        }
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => purposes::is_duty(purpose),
    };
    if fits { purposes::stated(setup, category, purpose) } else { Err(Refusal::WrongPurpose) }
}
