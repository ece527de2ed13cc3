//! F38 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Set;
use vouchsafe_alphabet::data::Blame;

const PARTS: &str = "F38.parts-of-third-parties";
const ORIGIN: &str = "F38.scope-follows-origin";
const SHOP: Holder = Holder(2);
const BANNERS: Holder = Holder(3);
const PANS: Holder = Holder(4);

fn log(lines: &[Observation]) -> Vec<Timed> {
    let cast = [
        introduced(OTHER, Class::Provider, true),
        introduced(SHOP, Class::Outside, false),
        introduced(BANNERS, Class::AdPartner, false),
        introduced(PANS, Class::Ecosystem, false),
    ];
    cast.iter().chain(lines).map(|line| (0, *line)).collect()
}
fn uses(person: Person, by: Holder, carries: bool) -> Observation {
    PartUsed { person, by, carries }
}
fn gathers(by: Holder) -> Observation {
    ThirdPartyCollected { person: ANN, by, category: None }
}
fn blames(person: Person) -> Observation {
    Blamed { person, blame: Blame::ThirdParty }
}
fn gives(to: Holder) -> Observation {
    disclosed(to, None)
}
fn passes_on(record: u32, good: bool) -> Observation {
    EcosystemData { record: Record(record), by: PANS, good, person: Some(ANN) }
}
fn handles(record: u32, by: Holder) -> Observation {
    Used {
        person: ANN,
        category: Category::EcosystemData,
        purpose: Purpose::Ecosystem,
        by,
        record: Some(Record(record)),
        ground: None,
    }
}
fn parts(lines: &[Observation]) -> Vec<String> {
    broken(PARTS, &rules(), &log(lines))
}
fn origin(lines: &[Observation]) -> Vec<String> {
    broken(ORIGIN, &rules(), &log(lines))
}

#[test]
fn a_third_party_gathers_after_its_part_was_used() {
    assert_eq!(parts(&[uses(ANN, SHOP, false), gathers(SHOP)]), NONE);
    assert_eq!(parts(&[gathers(SHOP), uses(ANN, SHOP, false)]), ["after-use@4"]);
    assert_eq!(parts(&[uses(ANN, PANS, false), gathers(SHOP)]), ["after-use@5"], "another's part");
    assert_eq!(parts(&[uses(BOB, SHOP, false), gathers(SHOP)]), ["after-use@5"], "somebody else");
    assert_eq!(parts(&[gathers(BANNERS)]), NONE, "by cookies, which is for the section on those");
    let both = log(&[uses(ANN, SHOP, false), gathers(SHOP)]);
    assert_eq!(reached(PARTS, &rules(), &both), ["gathers-after-use", "part-used"]);
}

#[test]
fn nothing_goes_along_but_what_may_be_shared() {
    assert_eq!(parts(&[uses(ANN, SHOP, true)]), ["nothing-goes-along@4"]);
    assert_eq!(parts(&[uses(ANN, BANNERS, true)]), ["nothing-goes-along@4"]);
    assert!(!triggered(PARTS, &rules(), &log(&[uses(ANN, OTHER, true)])), "it works for the vendor");
    let answer = |person, answer, class| Answered {
        person,
        verbs: Verb::Disclose.into(),
        categories: Set::from(STATUS),
        answer,
        form: Form::Separate,
        purpose: None,
        class: Some(class),
    };
    let yes = answer(ANN, Answer::Yes, Class::Ecosystem);
    assert_eq!(parts(&[yes, uses(ANN, PANS, true)]), NONE);
    assert_eq!(parts(&[yes, uses(ANN, SHOP, true)]), ["nothing-goes-along@5"]);
    assert_eq!(parts(&[yes, uses(BOB, PANS, true)]), ["nothing-goes-along@5"]);
    let no = answer(ANN, Answer::No, Class::Ecosystem);
    assert_eq!(parts(&[yes, no, uses(ANN, PANS, true)]), ["nothing-goes-along@6"]);
}

#[test]
fn third_parties_answer_for_what_they_gathered_themselves() {
    assert_eq!(origin(&[uses(ANN, SHOP, false), gathers(SHOP), blames(ANN)]), NONE);
    assert_eq!(origin(&[blames(ANN)]), ["not-for-what-we-gave@4"], "nobody has gathered anything");
    assert_eq!(origin(&[gathers(SHOP), blames(BOB)]), ["not-for-what-we-gave@5"]);
    assert_eq!(origin(&[gives(SHOP), gathers(SHOP), blames(ANN)]), ["not-for-what-we-gave@6"]);
    assert_eq!(origin(&[gathers(SHOP), gives(SHOP), blames(ANN)]), ["not-for-what-we-gave@6"]);
    assert_eq!(origin(&[gathers(SHOP), gives(PANS), blames(ANN)]), NONE, "given to somebody else");
    assert_eq!(origin(&[gathers(OTHER), blames(ANN)]), ["not-for-what-we-gave@5"], "it works for the vendor");
    assert!(!triggered(ORIGIN, &rules(), &log(&[Blamed { person: ANN, blame: Blame::Vendor }])));
}

#[test]
fn the_brand_decides_what_is_ours_to_handle() {
    assert_eq!(origin(&[passes_on(1, true), handles(1, VENDOR)]), NONE);
    assert_eq!(origin(&[passes_on(1, false), handles(1, VENDOR)]), ["own-brand@5"]);
    assert_eq!(origin(&[passes_on(1, false), handles(1, OTHER)]), ["own-brand@5"]);
    assert_eq!(origin(&[passes_on(1, false), handles(1, PANS)]), NONE, "its own affair");
    assert_eq!(origin(&[passes_on(1, false), copied(1, OTHER)]), ["own-brand@5"]);
    assert_eq!(origin(&[passes_on(1, false), passes_on(1, true), handles(1, VENDOR)]), NONE);
    assert!(!triggered(ORIGIN, &rules(), &log(&[passes_on(1, false), handles(2, VENDOR)])));
    let lawful = log(&[passes_on(1, true), handles(1, VENDOR)]);
    assert_eq!(reached(ORIGIN, &rules(), &lawful), ["vendor-brand-handled"]);
}
