//! The account service: what each person granted, refused and withdrew, and which terms were accepted.
//!
//! | state \ input | yes | no | withdrawal processed |
//! |---|---|---|---|
//! | never asked | granted | refused | withdrawn |
//! | granted | granted | refused | withdrawn |
//! | refused | granted | refused | withdrawn and refused |
//! | withdrawn | granted | refused | withdrawn |
//!
//! Use of a product moves nothing in this table (COM-08, UPD-07), unless blanket acceptance is played.

use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Person, Verb, Verbs};

/// One set of categories a verb (WDC-01).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct PerVerb {
    collect: Kinds,
    usage: Kinds,
    disclose: Kinds,
}

impl PerVerb {
    fn all(kinds: Kinds) -> Self {
        Self { collect: kinds, usage: kinds, disclose: kinds }
    }
    fn of(&self, verb: Verb) -> Kinds {
        match verb {
            Verb::Collect => self.collect,
            Verb::Use => self.usage,
            Verb::Disclose => self.disclose,
        }
    }
    fn of_mut(&mut self, verb: Verb) -> &mut Kinds {
        match verb {
            Verb::Collect => &mut self.collect,
            Verb::Use => &mut self.usage,
            Verb::Disclose => &mut self.disclose,
        }
    }
    fn add(&mut self, verbs: Verbs, kinds: Kinds) {
        for verb in verbs.iter() {
            *self.of_mut(verb) = self.of(verb).with(kinds);
        }
    }
    fn drop(&mut self, verbs: Verbs, kinds: Kinds) {
        for verb in verbs.iter() {
            *self.of_mut(verb) = self.of(verb).without(kinds);
        }
    }
}

/// What the vendor noted of one person's choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Consent {
    granted: PerVerb,
    /// Bare marks that outlive the data (T56).
    withdrawn: PerVerb,
    refused: Kinds,
}

impl Consent {
    /// Whether the person agreed to this.
    pub(crate) fn granted(&self, verb: Verb, kind: Kind) -> bool {
        self.granted.of(verb).has(kind)
    }
    /// Whether the person agreed to everything about a category.
    pub(crate) fn granted_all(&self, kind: Kind) -> bool {
        Verbs::all().iter().all(|verb| self.granted(verb, kind))
    }
    /// Whether the person refused this or took it back.
    pub(crate) fn barred(&self, verb: Verb, kind: Kind) -> bool {
        self.refused.has(kind) || self.withdrawn.of(verb).has(kind)
    }
    /// The person says yes to these categories.
    pub(crate) fn yes(&mut self, kinds: Kinds) {
        self.granted.add(Verbs::all(), kinds);
        self.withdrawn.drop(Verbs::all(), kinds);
        self.refused = self.refused.without(kinds);
    }
    /// The person says no to these categories.
    pub(crate) fn no(&mut self, kinds: Kinds) {
        self.granted.drop(Verbs::all(), kinds);
        self.withdrawn.drop(Verbs::all(), kinds);
        self.refused = self.refused.with(kinds);
    }
    /// The person takes consent to these verbs back (WDC-04).
    pub(crate) fn withdraw(&mut self, verbs: Verbs, kinds: Kinds) {
        self.granted.drop(verbs, kinds);
        self.withdrawn.add(verbs, kinds);
    }
    /// The categories refused at the moment.
    pub(crate) fn refused(&self) -> Kinds {
        self.refused
    }
    /// Everything is granted, whatever was said before: the blanket reading (T01).
    pub(crate) fn reaccept(&mut self, kinds: Kinds) {
        *self = Self { granted: PerVerb::all(kinds), ..Self::default() };
    }
    /// Use of what may be collected is set without asking; only a broken service does that.
    pub(crate) fn use_what_is_collected(&mut self) {
        self.granted.usage = self.granted.usage.with(self.granted.collect);
        self.withdrawn.usage = self.withdrawn.usage.without(self.granted.collect);
    }
    /// Collection of these categories is set without asking; only a broken service does that.
    pub(crate) fn assume_collect(&mut self, kinds: Kinds) {
        let assumed = kinds.without(self.refused).without(self.withdrawn.collect);
        self.granted.collect = self.granted.collect.with(assumed);
    }
}

/// The account service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Account {
    consents: Table<Consent, PEOPLE>,
    /// The version of the terms in force, counted from nought.
    terms: u8,
    /// The people for whom acceptance of that version was noted.
    accepted: Few,
}

impl Account {
    /// A person's choices.
    pub(crate) fn consent(&self, person: Person) -> Result<&Consent, Refusal> {
        self.consents.at(person.index())
    }
    /// A person's choices, to change.
    pub(crate) fn consent_mut(&mut self, person: Person) -> Result<&mut Consent, Refusal> {
        self.consents.at_mut(person.index())
    }
    /// Refuses what the person did not agree to.
    pub(crate) fn requires(&self, person: Person, verb: Verb, kind: Kind) -> Result<(), Refusal> {
        if self.consent(person)?.granted(verb, kind) { Ok(()) } else { Err(Refusal::NoConsent) }
    }
    /// The version of the terms in force, counted from nought.
    pub(crate) fn terms(&self) -> u8 {
        self.terms
    }
    /// The next version comes into force; nobody has accepted it yet.
    pub(crate) fn take_effect(&mut self, versions: u8) -> Result<(), Refusal> {
        if self.terms + 1 >= versions {
            return Err(Refusal::NoMoreTerms);
        }
        self.terms += 1;
        self.accepted = Few::default();
        Ok(())
    }
    /// Whether it was noted that a person accepts the version in force.
    pub(crate) fn accepted(&self, person: Person) -> bool {
        self.accepted.has(person.index())
    }
    /// Notes that a person accepts the version in force; says whether that is news.
    pub(crate) fn accept(&mut self, person: Person) -> bool {
        let news = !self.accepted.has(person.index());
        self.accepted.add(person.index());
        news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a verb is worth after some inputs: granted, barred.
    fn face(consent: &Consent) -> (bool, bool) {
        (consent.granted(Verb::Use, Kind(0)), consent.barred(Verb::Use, Kind(0)))
    }

    #[test]
    fn the_table_of_choices_is_as_stated() {
        let kind = Kinds::one(Kind(0));
        let [never, mut granted, mut refused, mut withdrawn] = [Consent::default(); 4];
        granted.yes(kind);
        refused.no(kind);
        withdrawn.withdraw(Verb::Use.into(), kind);
        for (start, shown) in [
            (never, (false, false)),
            (granted, (true, false)),
            (refused, (false, true)),
            (withdrawn, (false, true)),
        ] {
            assert_eq!(face(&start), shown);
            let [mut yes, mut no, mut taken] = [start; 3];
            yes.yes(kind);
            no.no(kind);
            taken.withdraw(Verb::Use.into(), kind);
            assert_eq!([face(&yes), face(&no), face(&taken)], [(true, false), (false, true), (false, true)]);
        }
    }

    #[test]
    fn withdrawing_one_verb_leaves_the_others() {
        let mut consent = Consent::default();
        consent.yes(Kinds::first(2));
        consent.withdraw(Verb::Use.into(), Kinds::one(Kind(0)));
        assert!(consent.granted(Verb::Collect, Kind(0)) && consent.granted(Verb::Use, Kind(1)));
        assert!(!consent.granted_all(Kind(0)) && consent.granted_all(Kind(1)));
    }

    #[test]
    fn terms_end_and_acceptance_is_noted_once_a_version() {
        let mut account = Account::default();
        assert!(account.accept(Person(0)) && !account.accept(Person(0)));
        assert_eq!(account.take_effect(2), Ok(()));
        assert!(account.accept(Person(0)));
        assert_eq!(account.take_effect(2), Err(Refusal::NoMoreTerms));
    }
}
