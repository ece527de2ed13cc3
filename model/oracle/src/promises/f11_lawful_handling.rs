//! F11, lawfulness beyond disclosure (COM-10): nothing is collected, used or disclosed that the law of the place where
//! the person lives forbids.

use crate::facts::statutes;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::{Kind, Observation, Person, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F11.lawful-handling",
        family: "F11",
        clauses: &["COM-10"],
        statement: "Nothing is collected, used or disclosed that the law of the person's own place forbids.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::Collected, Kind::Used, Kind::Disclosed],
        ends: Ends::Never,
        when: "data of somebody about whom law forbids something is collected, used or disclosed, by us or for the vendor",
        trigger: |v| v.act().is_some_and(|act| subjects(v, &act).any(|p| statutes::speak_of(v.books, p))),
        parts: &[
            Part {
                name: "collected-lawfully",
                clauses: &["COM-10"],
                says: "the law of the place where those live whom it is about does not forbid its collection",
                holds: |v| !is_forbidden(v, Verb::Collect),
            },
            Part {
                name: "used-lawfully",
                clauses: &["COM-10"],
                says: "that law does not forbid its use",
                holds: |v| !is_forbidden(v, Verb::Use),
            },
            Part {
                name: "disclosed-lawfully",
                clauses: &["COM-10"],
                says: "that law does not forbid its disclosure",
                holds: |v| !is_forbidden(v, Verb::Disclose),
            },
        ],
        witnesses: &[
            Witness {
                name: "forbidden-elsewhere",
                says: "what the law of another place forbids is collected",
                seen: |v| {
                    v.act().is_some_and(|act| act.verb == Verb::Collect && is_forbidden_anywhere(v, &act))
                },
            },
            Witness {
                name: "other-verb-goes-on",
                says: "data is used whose collection is forbidden",
                seen: |v| {
                    v.act().is_some_and(|act| {
                        let collect = (act.person, Verb::Collect, act.category);
                        act.verb == Verb::Use && statutes::forbids(v.books, collect, None, &mut |_| {})
                    })
                },
            },
        ],
    }]
}

/// Everybody whom the data is about.
fn subjects<'a, M: Mode>(v: &View<'a, M>, act: &Act) -> impl Iterator<Item = Person> + use<M> {
    let other = match v.saw() {
        Some(&(Observation::Collected { other, .. } | Observation::Disclosed { other, .. })) => other,
        Some(_) | None => None,
    };
    std::iter::once(act.person).chain(other)
}

fn is_forbidden<M: Mode>(v: &View<'_, M>, verb: Verb) -> bool {
    v.act().is_some_and(|act| {
        act.verb == verb
            && subjects(v, &act).any(|person| {
                let what = (person, verb, act.category);
                statutes::forbids(v.books, what, act.to, &mut |cause| v.note(cause))
            })
    })
}

/// Whether some law forbids it, be it of a place where the person does not live.
fn is_forbidden_anywhere<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    use crate::mode::Statutes;
    let mut any = false;
    v.books.statutes(act.person).forbidden.each(&mut |statute, _| {
        let named = statute.verbs.has(act.verb) && statute.categories.has(act.category);
        any |= named && statute.towards.is_none();
    });
    any
}
