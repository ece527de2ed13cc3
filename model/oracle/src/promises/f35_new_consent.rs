//! F35, new consent (UPD-08, UPD-09): what a published version adds is collected, used for or disclosed for only
//! after a yes to that; continued use is none.

use super::f30_withdrawal::withdrawal_bars;
use crate::facts::answers::{Said, Towards};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::readings::Deemed;
use vouchsafe_alphabet::{Kind, Purpose, Regime, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F35.consent-sought-again",
        family: "F35",
        clauses: &["UPD-08", "UPD-09"],
        statement: "What changed terms add is done with the data of those alone who said yes to that very thing.",
        shape: Shape::Precedence,
        readings: &["deemed", "withdrawal-clock", "authorisation", "user-agreement"],
        sees: &[Kind::Collected, Kind::Used, Kind::Disclosed],
        ends: Ends::Never,
        when: "we, or somebody for the vendor, collect a category, or use or disclose for a purpose, that some published version adds",
        trigger: |v| v.act().is_some_and(|act| is_new(v, &act)),
        parts: &[
            Part {
                name: "more-agreed",
                clauses: &["UPD-08"],
                says: "the person has said yes to the collection of it, and has neither refused nor withdrawn that since",
                holds: |v| unless_exempt(v, Verb::Collect, agreed_to_collect),
            },
            Part {
                name: "purpose-agreed",
                clauses: &["UPD-09"],
                says: "the person's last word on that purpose is a yes",
                holds: |v| {
                    unless_exempt(v, Verb::Use, agreed_to_purpose)
                        && unless_exempt(v, Verb::Disclose, agreed_to_purpose)
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "more-collected-after-a-yes",
                says: "a new category is collected after a yes to it",
                seen: |v| v.act().is_some_and(|act| act.verb == Verb::Collect && is_new(v, &act)),
            },
            Witness {
                name: "used-for-more-after-a-yes",
                says: "data is used for a new purpose after a yes to it",
                seen: |v| v.act().is_some_and(|act| act.verb == Verb::Use && is_new(v, &act)),
            },
        ],
    }]
}

/// Whether a published version adds what is done, and the person does not hand it over.
fn is_new<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let mut new = false;
    v.books.versions(&mut |_, it| {
        new |= match act.verb {
            Verb::Collect => v.has(&it.categories, act.category),
            Verb::Use | Verb::Disclose => act.purpose.is_some_and(|purpose| v.has(&it.purposes, purpose)),
        };
    });
    new && !act.handed_over
}

/// Whether an act of this verb is agreed to, unless law covers it or any use accepts everything (T02).
fn unless_exempt<M: Mode>(v: &View<'_, M>, verb: Verb, agreed: fn(&View<'_, M>, &Act) -> bool) -> bool {
    let blanket = v.rules.readings.deemed == Deemed::Blanket;
    v.act().filter(|act| act.verb == verb).is_none_or(|act| {
        let by_use = blanket && v.books.person(act.person).used_product.on();
        by_use || agreed(v, &act) || v.exempt(&act)
    })
}

fn agreed_to_collect<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    let [refused, ..] = &person.refused;
    person.agreed_to_collect.set().has(act.category)
        && !v.has(refused, act.category)
        && !withdrawal_bars(v, act)
}

fn agreed_to_purpose<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    v.specifically_agreed(act) && names_purpose(v, act) || raises_no_objection(v, act)
}

/// Whether a yes to a disclosure names its purpose, and not the class of the recipient alone.
fn names_purpose<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let (Some(to), Some(purpose)) = (act.to, act.purpose) else { return true };
    let said = Said::by(v.books, act.person, act.category);
    said.names(Towards::holder(v.books, to), purpose, &mut |cause| v.note(cause))
}

/// Whether the person's law takes a sign of no objection to direct marketing, and there is one (MKT-02).
fn raises_no_objection<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    act.purpose == Some(Purpose::DirectMarketing)
        && person.law == Regime::NoObjection
        && person.marketing == crate::books::Marketing::NoObjection
}
