//! The sharing desk: with whom each person agreed to share what, and which scenarios there are.
//!
//! | state \ input | yes about a class | no about it | general yes | general no | disclosure withdrawn |
//! |---|---|---|---|---|---|
//! | nothing said of a class | yes | no | nothing | nothing | nothing |
//! | yes | yes | no | yes | nothing | nothing |
//! | no | yes | no | nothing; of the ecosystem still no | nothing | no |
//!
//! Where nothing was said of a class, the general yes decides, and it names affiliates and providers alone
//! (USE-03, T05).

use crate::cast::RecipientSpec;
use crate::defects::Defect;
use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use vouchsafe_alphabet::readings::Authorisation;
use vouchsafe_alphabet::{Class, Person, ProviderKind, Purpose, Sector};

/// What one person said of one class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Said {
    yes: Kinds,
    no: Kinds,
}

/// The classes about which people are asked on their own.
const CLASSES: usize = 3;

/// The place of a class among those.
fn place(class: Class) -> Result<usize, Refusal> {
    match class {
        Class::Affiliate => Ok(0),
        Class::Provider => Ok(1),
        Class::Ecosystem => Ok(2),
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => Err(Refusal::WrongRecipient),
    }
}

/// The sharing desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Sharing {
    people: Table<Table<Said, CLASSES>, PEOPLE>,
}

impl Sharing {
    fn said(&self, person: Person, class: Class) -> Result<Said, Refusal> {
        self.people.at(person.index())?.at(place(class)?).copied()
    }
    fn said_mut(&mut self, person: Person, class: Class) -> Result<&mut Said, Refusal> {
        self.people.at_mut(person.index())?.at_mut(place(class)?)
    }
    /// A person answers about a class.
    pub(crate) fn answer(
        &mut self,
        person: Person,
        class: Class,
        kind: Kind,
        yes: bool,
    ) -> Result<(), Refusal> {
        let (said, kinds) = (self.said_mut(person, class)?, Kinds::one(kind));
        let (to, from) = if yes { (&mut said.yes, &mut said.no) } else { (&mut said.no, &mut said.yes) };
        *to = to.with(kinds);
        *from = from.without(kinds);
        Ok(())
    }
    /// What a person said of a class about a category, if anything.
    pub(crate) fn of(&self, person: Person, class: Class, kind: Kind) -> Result<Option<bool>, Refusal> {
        let said = self.said(person, class)?;
        Ok(if said.no.has(kind) { Some(false) } else { said.yes.has(kind).then_some(true) })
    }
    /// A person agrees in general: that takes a no back about the classes that the general question names.
    pub(crate) fn general_yes(&mut self, person: Person, kinds: Kinds) -> Result<(), Refusal> {
        for class in [Class::Affiliate, Class::Provider] {
            let said = self.said_mut(person, class)?;
            said.no = said.no.without(kinds);
        }
        Ok(())
    }
    /// A person refuses in general: nothing that was said of a class is left.
    pub(crate) fn general_no(&mut self, person: Person, kinds: Kinds) -> Result<(), Refusal> {
        for (_, said) in self.people.at_mut(person.index())?.each_mut() {
            *said = Said { yes: said.yes.without(kinds), no: said.no.without(kinds) };
        }
        Ok(())
    }
    /// A person takes consent to disclosure back: no yes is left (WDC-04).
    pub(crate) fn withdraw(&mut self, person: Person, kinds: Kinds) -> Result<(), Refusal> {
        for (_, said) in self.people.at_mut(person.index())?.each_mut() {
            said.yes = said.yes.without(kinds);
        }
        Ok(())
    }
}

/// Whether the general question names a recipient: a provider, or an affiliate of the sectors listed (USE-03,
/// USE-04).
pub(crate) fn named(setup: &Setup, spec: &RecipientSpec) -> bool {
    match spec.class {
        Class::Provider => true,
        Class::Affiliate => spec.sector != Some(Sector::Other) || setup.has(Defect::SectorUnchecked),
        Class::Ecosystem
        | Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => false,
    }
}

/// What the vendor shares with affiliates and providers for (GRP-03, SHR-02).
const RUNNING: [Purpose; 5] =
    [Purpose::OperateFull, Purpose::Provide, Purpose::Support, Purpose::Communicate, Purpose::Statistics];

/// Refuses what is no scenario of the policy (SHR-03, ECO-03): a class of recipient, and a purpose where there
/// is one.
pub(crate) fn scenario(spec: &RecipientSpec, purpose: Option<Purpose>) -> Result<(), Refusal> {
    let listed = match spec.class {
        Class::Affiliate | Class::Provider => purpose.is_none_or(|purpose| RUNNING.contains(&purpose)),
        Class::Ecosystem => {
            purpose.is_none_or(|purpose| matches!(purpose, Purpose::Ecosystem | Purpose::Provide))
        }
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => false,
    };
    if listed { Ok(()) } else { Err(Refusal::NoScenario) }
}

/// Refuses a provider that is of none of the kinds listed (GRP-02, GRP-05).
pub(crate) fn listed_kind(spec: &RecipientSpec) -> Result<(), Refusal> {
    let listed = |kind: ProviderKind| kind != ProviderKind::Other;
    let any = spec.kinds.is_none_or(|kinds| kinds.iter().any(listed));
    if spec.class != Class::Provider || any { Ok(()) } else { Err(Refusal::UnlistedKind) }
}

/// The purpose of the scenario in which a class gets data.
pub(crate) fn purpose_of(class: Class) -> Purpose {
    if class == Class::Ecosystem { Purpose::Ecosystem } else { Purpose::OperateFull }
}

/// The purpose that a question about a class names: none, unless each scenario is asked for on its own (T04).
pub(crate) fn asked_purpose(setup: &Setup, class: Class) -> Option<Purpose> {
    let apart = setup.rules.readings.authorisation == Authorisation::PerScenario;
    apart.then(|| purpose_of(class))
}

/// Whether people are asked about a class on its own.
pub(crate) fn asked_about(class: Class) -> bool {
    place(class).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::Word;

    const ANA: Person = Person(0);
    const KIND: Kind = Kind(0);

    /// A desk at which this was said of a class, and then something else happened.
    fn after(said: Option<bool>, class: Class, then: impl Fn(&mut Sharing)) -> Option<bool> {
        let mut desk = Sharing::default();
        if let Some(yes) = said {
            desk.answer(ANA, class, KIND, yes).unwrap();
        }
        then(&mut desk);
        desk.of(ANA, class, KIND).unwrap()
    }

    #[test]
    fn the_table_of_what_was_said_is_as_stated() {
        let kinds = Kinds::one(KIND);
        let (yes, no) = (Some(true), Some(false));
        for class in Class::ALL.iter().copied().filter(|&class| asked_about(class)) {
            let answered = |said, yes| after(said, class, |desk| desk.answer(ANA, class, KIND, yes).unwrap());
            let agreed = |said| after(said, class, |desk| desk.general_yes(ANA, kinds).unwrap());
            let refused = |said| after(said, class, |desk| desk.general_no(ANA, kinds).unwrap());
            let withdrawn = |said| after(said, class, |desk| desk.withdraw(ANA, kinds).unwrap());
            let kept = if class == Class::Ecosystem { no } else { None };
            for (said, row) in [
                (None, [yes, no, None, None, None]),
                (yes, [yes, no, yes, None, None]),
                (no, [yes, no, kept, None, no]),
            ] {
                let shown = [
                    answered(said, true),
                    answered(said, false),
                    agreed(said),
                    refused(said),
                    withdrawn(said),
                ];
                assert_eq!(shown, row, "{class}, {said:?}");
            }
        }
    }

    #[test]
    fn there_are_scenarios_for_three_classes() {
        let new = |class| RecipientSpec::new(class, false);
        assert_eq!(scenario(&new(Class::Provider), Some(Purpose::OperateFull)), Ok(()));
        assert_eq!(scenario(&new(Class::Provider), Some(Purpose::Business)), Err(Refusal::NoScenario));
        assert_eq!(scenario(&new(Class::Ecosystem), Some(Purpose::OperateFull)), Err(Refusal::NoScenario));
        assert_eq!(scenario(&new(Class::Ecosystem), None), Ok(()));
        assert_eq!(scenario(&new(Class::Outside), None), Err(Refusal::NoScenario));
        let bare = RecipientSpec { kinds: Some(ProviderKind::Other.into()), ..new(Class::Provider) };
        assert_eq!(listed_kind(&bare), Err(Refusal::UnlistedKind));
        let both = bare.kinds.unwrap().with(ProviderKind::Storage);
        assert_eq!(listed_kind(&RecipientSpec { kinds: Some(both), ..bare }), Ok(()));
    }
}
