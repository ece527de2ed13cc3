//! Who takes part in the vendor's sites and advertisements (CKT-02, CKT-08, CKT-15), and whose own affair it is.

use crate::mode::{Ids, Mode};
use crate::view::View;
use vouchsafe_alphabet::{Class, Holder, Person, ProviderKind, Set};

/// Whether somebody is one of us, works for the vendor, or is a provider or a partner for features and adverts.
pub(super) fn takes_part<M: Mode>(v: &View<'_, M>, by: Holder) -> bool {
    v.is_controlled(by) || matches!(v.books.recipient(by).class, Class::Provider | Class::AdPartner)
}

/// Whether somebody who takes part is of a kind that the policy knows on the vendor's sites.
pub(super) fn is_known<M: Mode>(v: &View<'_, M>, by: Holder) -> bool {
    let book = v.books.recipient(by);
    let listed = book.kinds.is_none_or(|kinds| !kinds.without(Set::from(ProviderKind::Other)).is_empty());
    takes_part(v, by) && (book.class != Class::Provider || listed)
}

/// Whether somebody else acts in a part of their own that the person has used, which is no affair of the policy's.
pub(super) fn in_own_part<M: Mode>(v: &View<'_, M>, person: Person, by: Holder) -> bool {
    let used = v.books.web(person).parts_used.get(by.0);
    if let Some(cause) = used {
        v.note(cause);
    }
    !takes_part(v, by) && used.is_some()
}
