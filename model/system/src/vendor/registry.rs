//! The device registry: whose a TV is, who may control it, and which pairs left the factory.

use crate::defects::Defect;
use crate::limits::TVS;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::readings::AuthPair;
use vouchsafe_alphabet::{DeviceId, Mac, Person, Tv};

/// Who may control one TV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Link {
    /// The person to whom it is bound.
    pub(crate) owner: Option<u8>,
    /// The co-users.
    guests: Few,
}

/// The device registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Registry {
    links: Table<Link, TVS>,
}

impl Registry {
    /// The owner of a TV.
    pub(crate) fn owner(&self, tv: Tv) -> Result<Person, Refusal> {
        let owner = self.links.at(tv.index())?.owner.ok_or(Refusal::NotBound)?;
        Ok(Person(owner.into()))
    }
    /// Whether a person owns a TV or is a co-user of it.
    pub(crate) fn linked(&self, person: Person, tv: Tv) -> Result<bool, Refusal> {
        let link = self.links.at(tv.index())?;
        Ok(link.owner == Some(person.0 as u8) || link.guests.has(person.index()))
    }
    /// Binds a TV that is bound to nobody.
    pub(crate) fn bind(&mut self, tv: Tv, person: Person) -> Result<(), Refusal> {
        let link = self.links.at_mut(tv.index())?;
        if link.owner.is_some() {
            return Err(Refusal::Bound);
        }
        *link = Link { owner: Some(person.0 as u8), guests: Few::default() };
        Ok(())
    }
    /// A TV is bound to nobody any more; co-users go with the owner.
    pub(crate) fn unbind(&mut self, tv: Tv) -> Result<Person, Refusal> {
        let owner = self.owner(tv)?;
        *self.links.at_mut(tv.index())? = Link::default();
        Ok(owner)
    }
    /// The owner shares a TV.
    pub(crate) fn share(&mut self, tv: Tv, person: Person) -> Result<(), Refusal> {
        self.owner(tv)?;
        if self.linked(person, tv)? {
            return Err(Refusal::LinkedAlready);
        }
        self.links.at_mut(tv.index())?.guests.add(person.index());
        Ok(())
    }
    /// The owner no longer shares a TV.
    pub(crate) fn unshare(&mut self, tv: Tv, person: Person) -> Result<(), Refusal> {
        let link = self.links.at_mut(tv.index())?;
        if !link.guests.has(person.index()) {
            return Err(Refusal::NotLinked);
        }
        link.guests.drop(person.index());
        Ok(())
    }
}

/// Whether factory records know this identity: the two as a pair of one TV (USE-14).
pub(crate) fn manufactured(setup: &Setup, mac: Mac, device_id: DeviceId) -> bool {
    let mut factory = setup.cast.manufactured();
    let apart = setup.has(Defect::SeparateLookup) || setup.rules.readings.auth_pair == AuthPair::Separately;
    if apart {
        factory.any(|pair| pair.0 == mac) && setup.cast.manufactured().any(|pair| pair.1 == device_id)
    } else {
        factory.any(|pair| pair == (mac, device_id))
    }
}

/// The identity by which a TV is checked: the one that it presents itself.
pub(crate) fn identity(setup: &Setup, tv: Tv) -> Result<(Mac, DeviceId), Refusal> {
    let spec = setup.tv(tv)?;
    // The label on a clone is copied from a TV that left the factory.
    let label = setup.cast.manufactured().next();
    let misread = setup.has(Defect::LabelInsteadOfDevice) && !spec.genuine;
    Ok(label.filter(|_| misread).unwrap_or((spec.mac, spec.device_id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::TvSpec;
    use crate::defects::Defects;

    #[test]
    fn a_tv_is_bound_shared_and_let_go() {
        let (ana, ben, tv) = (Person(0), Person(1), Tv(0));
        let mut registry = Registry::default();
        assert_eq!(registry.share(tv, ben), Err(Refusal::NotBound));
        assert_eq!(registry.bind(tv, ana), Ok(()));
        assert_eq!(registry.bind(tv, ben), Err(Refusal::Bound));
        assert_eq!(registry.share(tv, ana), Err(Refusal::LinkedAlready));
        assert_eq!(registry.share(tv, ben), Ok(()));
        assert_eq!(registry.linked(ben, tv), Ok(true));
        assert_eq!(registry.unshare(tv, ben), Ok(()));
        assert_eq!(registry.unshare(tv, ben), Err(Refusal::NotLinked));
        assert_eq!(registry.unbind(tv), Ok(ana));
        assert_eq!(registry.unbind(tv), Err(Refusal::NotBound));
    }

    #[test]
    fn a_pair_is_looked_up_as_a_pair_and_read_from_the_device() {
        let mut setup = Setup::default();
        let clone = TvSpec { mac: Mac(0), device_id: DeviceId(1), genuine: false };
        setup.cast.tvs = vec![TvSpec { mac: Mac(0), device_id: DeviceId(0), genuine: true }, clone];
        setup.cast.factory = vec![(Mac(1), DeviceId(1))];
        assert!(manufactured(&setup, Mac(0), DeviceId(0)) && !manufactured(&setup, Mac(0), DeviceId(1)));
        assert_eq!(identity(&setup, Tv(1)), Ok((Mac(0), DeviceId(1))));
        setup.defects = Defects::one(Defect::SeparateLookup);
        assert!(manufactured(&setup, Mac(0), DeviceId(1)) && !manufactured(&setup, Mac(0), DeviceId(2)));
        setup.defects = Defects::one(Defect::LabelInsteadOfDevice);
        assert_eq!(identity(&setup, Tv(1)), Ok((Mac(0), DeviceId(0))));
    }
}
