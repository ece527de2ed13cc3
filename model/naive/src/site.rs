//! Who belongs to the vendor's sites and adverts, and whose part a person has used.

use crate::history::Past;
use vouchsafe_alphabet::Observation::PartUsed;
use vouchsafe_alphabet::{Category, Class, Holder, Person, ProviderKind};

impl Past<'_> {
    /// Whether the holder takes part: one of us, one that works for the vendor, a provider, or a partner for
    /// features and adverts (CKT-02, CKT-08, CKT-15).
    pub(crate) fn takes_part(self, h: Holder) -> bool {
        self.controlled(h) || matches!(self.class(h), Class::Provider | Class::AdPartner)
    }

    /// Whether the text knows the holder on the vendor's sites: a provider whose declared kinds are all unlisted
    /// it does not know.
    pub(crate) fn known_on_site(self, h: Holder) -> bool {
        let it = self.introduced(h);
        let only_other = it.kinds.is_some_and(|kinds| kinds.iter().all(|kind| kind == ProviderKind::Other));
        self.takes_part(h) && !(it.class == Class::Provider && only_other)
    }

    /// Whether somebody who does not take part acts in a part of theirs that the person has used before, which
    /// the text is not about.
    pub(crate) fn in_own_part(self, p: Person, h: Holder) -> bool {
        !self.takes_part(h)
            && self.ever(|seen| matches!(seen, PartUsed { person, by, .. } if person == p && by == h))
    }
}

/// Whether such data comes from what people do on the web.
pub(crate) fn from_the_web(category: Category) -> bool {
    [
        Category::AdProfile,
        Category::Cookie,
        Category::CookieReport,
        Category::Demographic,
        Category::LocalStorage,
        Category::WebLog,
    ]
    .contains(&category)
}
