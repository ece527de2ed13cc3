//! What law demands or expressly allows, and so may be done whatever the person says.

use crate::history::{DataAct, Past, opens};
use vouchsafe_alphabet::Observation::{LawAllows, LawDemandEnded, LawDemands};
use vouchsafe_alphabet::readings::LawBasis;
use vouchsafe_alphabet::{Categories, Category, Holder, Observation, Person, Place, Request, Verb, Verbs};

/// A demand or an allowance of the law.
struct WordOfLaw {
    demanded: bool,
    request: Request,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    to: Option<Holder>,
    place: Option<Place>,
}

/// The demand or allowance that this is, if it is one.
fn word_of_law(seen: Observation) -> Option<WordOfLaw> {
    if let LawDemands { request, person, verbs, categories, to, place } = seen {
        Some(WordOfLaw { demanded: true, request, person, verbs, categories, to, place })
    } else if let LawAllows { request, person, verbs, categories, to, place } = seen {
        Some(WordOfLaw { demanded: false, request, person, verbs, categories, to, place })
    } else {
        None
    }
}

impl Past<'_> {
    /// Whether law demands or allows to do this with this category of the person's data (OTH-01, NOC-03);
    /// where it is a disclosure, towards that holder.
    pub(crate) fn legal_cover(self, p: Person, v: Verb, c: Category, to: Option<Holder>) -> bool {
        self.lines().any(|(index, _, seen)| {
            word_of_law(seen).is_some_and(|law| {
                law.person == p
                    && law.verbs.has(v)
                    && law.categories.has(c)
                    && (v != Verb::Disclose || law.to.is_none() || law.to == to)
                    && self.law_reaches(&law)
                    && !self.law_ended(index, law.request)
            })
        })
    }

    /// Whether law demands or allows this act.
    pub(crate) fn covered(self, act: &DataAct) -> bool {
        self.legal_cover(act.person, act.verb, act.category, act.to)
    }

    /// Whether this is a law that counts for the person: an allowance has to be of the person's own place, a
    /// demand only by that reading; what is unknown stands in nobody's way (T03, T42).
    fn law_reaches(self, law: &WordOfLaw) -> bool {
        let any_law = law.demanded && self.rules.readings.law_basis == LawBasis::Any;
        any_law || law.place.is_none() || self.place(law.person).is_none_or(|own| law.place == Some(own))
    }

    /// Whether the demand or allowance on that line was ended since, or its id opened anew.
    fn law_ended(self, index: usize, request: Request) -> bool {
        self.after(index, |later| opens(later, request) || later == LawDemandEnded { request })
    }
}
