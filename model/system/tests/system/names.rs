//! Inputs have names on disk, and every name belongs to a topic.

use crate::naming::Plain;
use crate::scopes;
use vouchsafe_alphabet::{Command, Key, Person, Phone, Tv, Verbs};
use vouchsafe_system::{Action, ActionError, Defect, Defects, Parcel};

#[test]
fn names_look_as_documented() {
    let name = |action: Action| action.name(&Plain);
    assert_eq!(name(Action::Tick), "tick");
    assert_eq!(name(Action::Press(Person(0), Tv(1), Key::VolumeUp)), "press(person0, tv1, volume-up)");
    assert_eq!(name(Action::Withdraw(Phone(0), Verbs::all())), "withdraw(phone0, collect+use+disclose)");
    let arrives = Action::Deliver(Parcel::LanCommand, Command(0), Tv(1));
    assert_eq!(name(arrives), "deliver(lan-command, command0, tv1)");
}

#[test]
fn what_is_no_input_says_why() {
    let error = |text| Action::parse(text, &mut Plain).unwrap_err().to_string();
    assert_eq!(error("jump(tv1)"), "there is no input called `jump`");
    assert_eq!(error("unbind"), "`unbind` takes 1 arguments, not 0");
    assert!(error("press(person0, tv1, loud)").starts_with("`loud` is no key; there are volume-up, "));
    assert_eq!(error("tick("), ActionError::Form("tick(".into()).to_string());
}

#[test]
fn inputs_of_broken_parties_need_their_defect() {
    let mut setup = scopes::generous();
    let honest = setup.actions();
    assert!(honest.iter().all(|action| action.defect().is_none()));
    setup.defects = Defects::one(Defect::GhostPress);
    assert_eq!(setup.actions().len(), honest.len() + setup.cast.tvs.len());
}
