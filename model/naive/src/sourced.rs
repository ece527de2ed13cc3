//! Data that is made available to others, and whom it has reached in a chain that starts with us.

use crate::history::Past;
use crate::record::known;
use vouchsafe_alphabet::Observation::{Copied, Disclosed};
use vouchsafe_alphabet::readings::JointData;
use vouchsafe_alphabet::{Category, Holder, Observation, Person, Purpose, Verb};

/// Data of people made available to a holder.
pub(crate) struct MadeAvailable {
    /// Who disclosed it; nobody is named where a copy came to lie with the holder.
    pub(crate) by: Option<Holder>,
    /// Who got it.
    pub(crate) to: Holder,
    /// Which data it is.
    pub(crate) category: Category,
    /// What it was disclosed for.
    pub(crate) purpose: Option<Purpose>,
    /// Whose data it is.
    pub(crate) subjects: Vec<Person>,
    /// Those of them who are no mere further subjects.
    pub(crate) principals: Vec<Person>,
}

impl MadeAvailable {
    /// Those whose word is needed: everybody, or those from whose accounts it is (T35).
    pub(crate) fn asked(&self, past: Past<'_>) -> &[Person] {
        match past.rules.readings.joint_data {
            JointData::Everybody => &self.subjects,
            JointData::Acting => &self.principals,
        }
    }
    /// Whether law demands or allows that this person's data goes there.
    pub(crate) fn legal_for(&self, past: Past<'_>, p: Person) -> bool {
        past.legal_cover(p, Verb::Disclose, self.category, Some(self.to))
    }

    /// Whether law demands or allows it for everybody whose data it is.
    pub(crate) fn all_legal(&self, past: Past<'_>) -> bool {
        self.subjects.iter().all(|&p| self.legal_for(past, p))
    }
}

/// The person's data of this category came to this holder.
type Arrival = (Person, Category, Holder);

/// Whether data of this category can be worked out from other data.
fn is_derived(c: Category) -> bool {
    matches!(
        c,
        Category::AdProfile
            | Category::Statistic
            | Category::Demographic
            | Category::CookieReport
            | Category::Status
            | Category::Analytics
    )
}

/// Whether what the holder has of the person's category comes from one of these arrivals.
fn stems(arrivals: &[Arrival], p: Person, c: Category, h: Holder) -> bool {
    arrivals
        .iter()
        .any(|&(person, category, holder)| person == p && holder == h && (category == c || is_derived(c)))
}

impl Past<'_> {
    /// The making available that this is, if it is one; a copy of a record that is not open is none.
    fn made_available(self, seen: Observation) -> Option<MadeAvailable> {
        if let Disclosed { person, category, by, to, purpose, other, record, .. } = seen {
            let of_record = record.and_then(|r| known(self, r));
            let principals: Vec<_> =
                [Some(person), of_record.map(|it| it.person)].into_iter().flatten().collect();
            let others = [other, of_record.and_then(|it| it.other)].into_iter().flatten();
            let subjects = principals.iter().copied().chain(others).collect();
            Some(MadeAvailable { by: Some(by), to, category, purpose: Some(purpose), subjects, principals })
        } else if let Copied { record, to, .. } = seen {
            let it = known(self, record)?;
            let principals = vec![it.person];
            let subjects = principals.iter().copied().chain(it.other).collect();
            let category = it.category;
            Some(MadeAvailable { by: None, to, category, purpose: None, subjects, principals })
        } else {
            None
        }
    }

    /// Whether this continues a chain that starts with us, these being the arrivals before it.
    fn continues(self, made: &MadeAvailable, arrivals: &[Arrival]) -> bool {
        made.by.is_none_or(|by| {
            self.controlled(by) || made.subjects.iter().any(|&p| stems(arrivals, p, made.category, by))
        })
    }

    /// Everything that has reached somebody else in a chain that starts with us, line by line: whether a line
    /// continues the chain is told by those before it. Nothing is ever washed clean.
    fn arrivals(self) -> Vec<Arrival> {
        let mut arrivals = Vec::new();
        for (index, _, seen) in self.lines() {
            let then = self.before(index);
            let made = then.made_available(seen).filter(|made| made.to != Holder::VENDOR);
            if let Some(made) = made.filter(|made| then.continues(made, &arrivals)) {
                arrivals.extend(made.subjects.iter().map(|&p| (p, made.category, made.to)));
            }
        }
        arrivals
    }

    /// The making available in a chain that starts with us that this is.
    pub(crate) fn in_the_chain(self, seen: Observation) -> Option<MadeAvailable> {
        let made = self.made_available(seen)?;
        let starts_it = self.continues(&made, &[]);
        (starts_it || self.continues(&made, &self.arrivals())).then_some(made)
    }

    /// The making available to somebody else in such a chain that this is.
    pub(crate) fn outward(self, seen: Observation) -> Option<MadeAvailable> {
        self.in_the_chain(seen).filter(|made| made.to != Holder::VENDOR)
    }

    /// Whether what the holder has of the person's category comes from us.
    pub(crate) fn sourced(self, p: Person, c: Category, h: Holder) -> bool {
        stems(&self.arrivals(), p, c, h)
    }

    /// Whether any data of the person reached the holder from us.
    pub(crate) fn reached_at_all(self, p: Person, h: Holder) -> bool {
        self.arrivals().iter().any(|&(person, _, holder)| person == p && holder == h)
    }
}
