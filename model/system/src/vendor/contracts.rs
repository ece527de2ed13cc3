//! The contract register: with whom a contract stands, and whose law and rights it meets.
//!
//! | state \ input | sign | its term is over | end |
//! |---|---|---|---|
//! | none, ended | stands | none, ended | refused |
//! | stands | stands, its term begins anew | over | ended |
//! | over | stands, its term begins anew | over | ended |
//!
//! There is one contract with a recipient, and its id is the recipient's. What it says is fixed by the cast.

use crate::cast::RecipientSpec;
use crate::defects::Defect;
use crate::limits::HOLDERS;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use vouchsafe_alphabet::readings::EcosystemContract;
use vouchsafe_alphabet::{Class, Clock, Contract, Holder, Observation, Place, Set};

/// The contract with one recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Paper<C> {
    /// Whether it was signed and not ended since.
    signed: bool,
    /// When its term is over, where it has one.
    term: C,
}

impl<C: Clock> Default for Paper<C> {
    fn default() -> Self {
        Self { signed: false, term: C::default() }
    }
}

/// The contract register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Contracts<C> {
    papers: Table<Paper<C>, HOLDERS>,
}

impl<C: Clock> Default for Contracts<C> {
    fn default() -> Self {
        Self { papers: Table::default() }
    }
}

impl<C: Clock> Contracts<C> {
    /// A recipient signs its contract, or renews it.
    pub(crate) fn sign(&mut self, setup: &Setup, holder: Holder, now: C::Now) -> Result<(), Refusal> {
        let spec = setup.recipient(holder)?;
        let term = spec.term.map_or_else(C::default, |units| C::start(now, units, &setup.rules));
        *self.papers.at_mut(holder.index())? = Paper { signed: true, term };
        Ok(())
    }
    /// The contract with a recipient ends.
    pub(crate) fn end(&mut self, holder: Holder) -> Result<(), Refusal> {
        let paper = self.papers.at_mut(holder.index())?;
        if !paper.signed {
            return Err(Refusal::NoContract);
        }
        *paper = Paper::default();
        Ok(())
    }
    /// Refuses a recipient with whom no contract stands now (SHR-05).
    pub(crate) fn stands(&self, holder: Holder, now: C::Now) -> Result<(), Refusal> {
        let paper = self.papers.at(holder.index())?;
        if paper.signed && !paper.term.over(now) { Ok(()) } else { Err(Refusal::NoContract) }
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, paper) in self.papers.each_mut() {
            visit(&mut paper.term);
        }
    }
}

/// The contract with a recipient.
pub(crate) const fn with(holder: Holder) -> Contract {
    Contract(holder.0)
}

/// Whether a contract is owed with a recipient (SHR-05, ECO-03).
pub(crate) fn owed(setup: &Setup, spec: &RecipientSpec) -> bool {
    match spec.class {
        Class::Provider | Class::Affiliate => true,
        Class::Ecosystem => setup.rules.readings.ecosystem_contract == EcosystemContract::Owed,
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => false,
    }
}

/// Refuses a person whose law or rights the contract with a recipient does not meet (SHR-05, SHR-06).
pub(crate) fn covers(setup: &Setup, spec: &RecipientSpec, home: Option<Place>) -> Result<(), Refusal> {
    let places = setup.cast.places();
    let met =
        |place: Place| spec.laws.unwrap_or(places).has(place) && spec.rights.unwrap_or(places).has(place);
    if home.is_none_or(met) { Ok(()) } else { Err(Refusal::NotCovered) }
}

/// What is seen of a signature.
pub(crate) fn signature(setup: &Setup, to: Holder, spec: &RecipientSpec) -> Observation {
    let places = setup.cast.places();
    let (mut laws, mut rights) = (spec.laws.unwrap_or(places), spec.rights.unwrap_or(places));
    if setup.has(Defect::HomeLawAlone) {
        laws = Place::China.into();
    }
    if setup.has(Defect::RightsLeftOut) {
        rights = Set::EMPTY;
    }
    let term = spec.term.map(u64::from);
    Observation::ContractSigned {
        contract: with(to),
        to,
        laws,
        rights,
        by: None,
        purposes: spec.purposes,
        term,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::PersonSpec;
    use vouchsafe_alphabet::{Regime, Ticks};

    #[test]
    fn a_contract_is_signed_runs_out_is_renewed_and_ends() {
        let (cloud, mut setup) = (Holder(1), Setup::default());
        setup.cast.recipients =
            vec![RecipientSpec { term: Some(1), ..RecipientSpec::new(Class::Provider, true) }];
        let mut register = Contracts::<Ticks>::default();
        assert_eq!(register.end(cloud), Err(Refusal::NoContract));
        assert_eq!(register.stands(cloud, ()), Err(Refusal::NoContract));
        assert_eq!(register.sign(&setup, cloud, ()), Ok(()));
        assert_eq!(register.stands(cloud, ()), Ok(()));
        register.clocks(&mut |clock| {
            clock.age();
            clock.settle(());
        });
        assert_eq!(register.stands(cloud, ()), Err(Refusal::NoContract));
        assert_eq!(register.sign(&setup, cloud, ()), Ok(()));
        assert_eq!(register.stands(cloud, ()), Ok(()));
        assert_eq!(register.end(cloud), Ok(()));
        assert_eq!(register.stands(cloud, ()), Err(Refusal::NoContract));
    }

    #[test]
    fn a_contract_meets_the_law_and_the_rights_of_the_places_that_it_names() {
        let mut setup = Setup::default();
        let ana = PersonSpec { place: Some(Place::Germany), ..PersonSpec::adult(Regime::Consent) };
        setup.cast.people = vec![ana];
        let spec = RecipientSpec::new(Class::Provider, true);
        assert_eq!(
            covers(&setup, &spec, Some(Place::Germany)),
            Ok(()),
            "it meets those of all people where none is named"
        );
        let home = Some(Set::from(Place::China));
        for narrow in [RecipientSpec { laws: home, ..spec }, RecipientSpec { rights: home, ..spec }] {
            assert_eq!(covers(&setup, &narrow, Some(Place::Germany)), Err(Refusal::NotCovered));
        }
        assert_eq!(covers(&setup, &RecipientSpec { laws: home, ..spec }, None), Ok(()));
    }
}
