//! What a person agreed to: answers about sharing with a class of recipients and about new purposes
//! (USE-03, SHR-04, UPD-09).
//!
//! An answer has a key: the verb, and the class and purpose that it names, if any. The most specific key decides.
//! One without a class speaks of those whom the consent sentence names: affiliates in its sectors and providers.

use crate::books::Books;
use crate::mode::{Key, Mode, Sheet};
use vouchsafe_alphabet::{Category, Class, Holder, Person, Purpose, Sector, Verb};

/// How the answers of a person decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// A live yes.
    Yes,
    /// A live no.
    No,
    /// Neither.
    Open,
}

/// One who may be given data, as far as consent goes by it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Towards {
    /// The class.
    pub(crate) class: Class,
    /// Whether the consent sentence names it (USE-03, USE-04).
    pub(crate) named: bool,
}

impl Towards {
    /// A holder, as it was introduced.
    pub(crate) fn holder<M: Mode>(books: &dyn Books<M>, holder: Holder) -> Self {
        let book = books.recipient(holder);
        let class = book.class;
        let named = match class {
            Class::Provider => true,
            Class::Affiliate => book.sector != Some(Sector::Other),
            Class::Ecosystem
            | Class::Partner
            | Class::AdPartner
            | Class::Advertiser
            | Class::Authority
            | Class::Successor
            | Class::Outside => false,
        };
        Self { class, named }
    }
}

/// The answers of one person to one category.
pub(crate) struct Said<'a, M: Mode> {
    sheet: &'a M::Sheet,
    category: Category,
}

impl<'a, M: Mode> Said<'a, M> {
    /// Of this person, to this category.
    pub(crate) fn by(books: &'a dyn Books<M>, person: Person, category: Category) -> Self {
        Self { sheet: &books.person(person).answers, category }
    }

    fn at(&self, class: Option<Class>, purpose: Option<Purpose>, note: &mut dyn FnMut(M::Cause)) -> Decision {
        self.under(Key { verb: Verb::Disclose, class, purpose }, note)
    }

    fn under(&self, key: Key, note: &mut dyn FnMut(M::Cause)) -> Decision {
        let (yes, no) = self.sheet.get(key);
        let decision = if yes.has(self.category) {
            Decision::Yes
        } else if no.has(self.category) {
            Decision::No
        } else {
            return Decision::Open;
        };
        self.sheet.cause(key, self.category, note);
        decision
    }

    /// What was said of sharing with this one for this purpose, and in so many words.
    pub(crate) fn of_scenario(
        &self,
        towards: Towards,
        purpose: Option<Purpose>,
        note: &mut dyn FnMut(M::Cause),
    ) -> Decision {
        match purpose {
            Some(_) => self.at(Some(towards.class), purpose, note),
            None => {
                let mut any = false;
                self.sheet.each(&mut |key, yes, _| {
                    let of_class = key.verb == Verb::Disclose && key.class == Some(towards.class);
                    any |= of_class && yes.has(self.category);
                });
                if any { Decision::Yes } else { Decision::Open }
            }
        }
    }

    /// What was said of sharing with this class, or for this purpose.
    pub(crate) fn specifically(
        &self,
        towards: Towards,
        purpose: Option<Purpose>,
        note: &mut dyn FnMut(M::Cause),
    ) -> Decision {
        let class = Some(towards.class);
        if purpose.is_some() {
            let exact = self.at(class, purpose, note);
            if exact != Decision::Open {
                return exact;
            }
        }
        let of_class = self.at(class, None, note);
        let of_purpose = if purpose.is_some() { self.at(None, purpose, note) } else { Decision::Open };
        match (of_class, of_purpose) {
            (Decision::No, _) | (_, Decision::No) => Decision::No,
            (Decision::Yes, _) => Decision::Yes,
            (Decision::Open, Decision::Yes) if towards.named => Decision::Yes,
            (Decision::Open, Decision::Yes | Decision::Open) => Decision::Open,
        }
    }

    /// Whether a yes to sharing with this one names the purpose.
    pub(crate) fn names(&self, towards: Towards, purpose: Purpose, note: &mut dyn FnMut(M::Cause)) -> bool {
        let purpose = Some(purpose);
        self.at(Some(towards.class), purpose, note) == Decision::Yes
            || self.at(None, purpose, note) == Decision::Yes
    }

    /// What was said of sharing with this one for this purpose, in whatever generality.
    pub(crate) fn of_sharing(
        &self,
        towards: Towards,
        purpose: Option<Purpose>,
        note: &mut dyn FnMut(M::Cause),
    ) -> Decision {
        let specific = self.specifically(towards, purpose, note);
        if specific != Decision::Open {
            return specific;
        }
        match self.at(None, None, note) {
            Decision::Yes if towards.named => Decision::Yes,
            Decision::Yes | Decision::Open => Decision::Open,
            Decision::No => Decision::No,
        }
    }

    /// Whether the person agreed that the category be used for this purpose.
    pub(crate) fn agreed_to_use(&self, purpose: Purpose, note: &mut dyn FnMut(M::Cause)) -> bool {
        let key = Key { verb: Verb::Use, class: None, purpose: Some(purpose) };
        if self.under(key, note) == Decision::No {
            return false;
        }
        let mut agreed = None;
        self.sheet.each(&mut |key, yes, _| {
            if key.verb == Verb::Use && key.purpose == Some(purpose) && yes.has(self.category) {
                agreed = Some(key);
            }
        });
        if let Some(key) = agreed {
            self.sheet.cause(key, self.category, note);
        }
        agreed.is_some()
    }
}
