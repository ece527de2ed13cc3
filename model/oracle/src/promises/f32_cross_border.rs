//! F32, transfer across borders (XFR-01, XFR-02, XFR-03, XFR-05, XFR-06): what leaves the place where a person lives goes
//! as that place's law has it and under a safeguard, hop by hop, into data centres that the policy names; and what lies
//! abroad is kept and handled as at home.

use super::f30_withdrawal::is_withdrawn;
use crate::books::{RecordBook, Subject};
use crate::facts::statutes;
use crate::mode::{Ids, Mode, Pairs, Statutes};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Holder, Kind, Observation, Person, Place, Record, Verb, Word};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 3] {
    [
        Promise {
            id: "F32.safeguarded-transfer",
            family: "F32",
            clauses: &["XFR-01", "XFR-02"],
            statement: "What leaves the place where a person lives goes as the law of that place has it, under a safeguard on every hop.",
            shape: Shape::Absence,
            readings: &["affiliate"],
            sees: &[Kind::Transferred, Kind::Stored, Kind::Copied],
            ends: Ends::Never,
            when: "a record goes to a place where somebody whom it is about does not live, or comes to lie there with us or for the vendor",
            trigger: |v| hop(v).is_some() || arrival(v).is_some(),
            parts: &[
                Part {
                    name: "home-law",
                    clauses: &["XFR-01"],
                    says: "the law of the place where the person lives does not forbid to let it go there",
                    holds: |v| hop(v).is_none_or(|hop| !is_forbidden(v, &hop)),
                },
                Part {
                    name: "safeguard",
                    clauses: &["XFR-02"],
                    says: "what leaves the place where the person lives goes under a safeguard",
                    holds: |v| hop(v).is_none_or(|hop| hop.safe || !hop.from_home),
                },
                Part {
                    name: "onward-safeguard",
                    clauses: &["XFR-02"],
                    says: "what goes on from one place abroad to another goes under a safeguard of its own",
                    holds: |v| hop(v).is_none_or(|hop| hop.safe || hop.from_home),
                },
                Part {
                    name: "no-hidden-hop",
                    clauses: &["XFR-01", "XFR-02"],
                    says: "what comes to lie abroad was transferred there, or lay there before",
                    holds: |v| arrival(v).is_none_or(|place| is_known_there(v, place)),
                },
            ],
            witnesses: &[
                Witness {
                    name: "first-hop",
                    says: "a record leaves the place where the person lives",
                    seen: |v| hop(v).is_some_and(|hop| hop.from_home),
                },
                Witness {
                    name: "onward-hop",
                    says: "a record goes on from one place abroad to another",
                    seen: |v| hop(v).is_some_and(|hop| !hop.from_home),
                },
                Witness {
                    name: "forbidden-elsewhere",
                    says: "a record goes where the law of another place forbids to let it go",
                    seen: |v| hop(v).is_some_and(|hop| is_forbidden_anywhere(v, &hop)),
                },
            ],
        },
        Promise {
            id: "F32.listed-centres",
            family: "F32",
            clauses: &["XFR-03", "XFR-05"],
            statement: "Our own data centres that personal information lies in are in places that the policy names.",
            shape: Shape::Absence,
            readings: &["affiliate"],
            sees: &[Kind::Stored, Kind::Copied],
            ends: Ends::Never,
            when: "a record comes to lie with us in a place that is said",
            trigger: |v| own(v).is_some(),
            parts: &[Part {
                name: "listed",
                clauses: &["XFR-03"],
                says: "the place is among the six, or a version of the terms that came into force names it",
                holds: |v| own(v).is_none_or(|place| place != Place::Elsewhere || is_added(v)),
            }],
            witnesses: &[
                Witness {
                    name: "abroad",
                    says: "a record lies in a data centre outside of the place where the person lives",
                    seen: |v| own(v).is_some_and(|place| subjects(v).any(|p| is_abroad(v, p, place))),
                },
                Witness {
                    name: "none-at-home",
                    says: "a record of a person lies abroad in whose place there is no data centre",
                    seen: |v| {
                        own(v).is_some_and(|place| place != Place::Elsewhere)
                            && subjects(v).any(|p| v.books.person(p).place == Some(Place::Elsewhere))
                            && !is_added(v)
                    },
                },
                Witness {
                    name: "added",
                    says: "a record lies in a data centre that a later version of the terms has added",
                    seen: |v| own(v).is_some_and(|place| place == Place::Elsewhere),
                },
            ],
        },
        Promise {
            id: "F32.abroad-as-at-home",
            family: "F32",
            clauses: &["XFR-06"],
            statement: "What lies abroad is purged in time and left alone after a withdrawal as what lies at home.",
            shape: Shape::Absence,
            readings: &[
                "inference",
                "business-ground",
                "affiliate",
                "withdrawal-clock",
                "deemed",
                "user-agreement",
            ],
            sees: &[Kind::Used, Kind::Disclosed, Kind::Purged, Kind::Deidentified],
            ends: Ends::OfRecords,
            when: "a record is used or disclosed by one whose copy lies abroad, or such a copy is to be purged",
            trigger: |v| acts_abroad(v) || purges_abroad(v) || (is_due(v) && is_left_abroad(v)),
            parts: &[
                Part {
                    name: "purged-abroad",
                    clauses: &["XFR-06"],
                    says: "no copy that ought to be gone is left abroad with us or with those who work for the vendor",
                    holds: |v| !(is_due(v) && is_left_abroad(v) && v.is(&v.record().purpose_ended)),
                },
                Part {
                    name: "withdrawn-abroad",
                    clauses: &["XFR-06"],
                    says: "no copy abroad is used or disclosed against a withdrawal",
                    holds: |v| {
                        !acts_abroad(v) || !(is_withdrawn(v, Verb::Use) || is_withdrawn(v, Verb::Disclose))
                    },
                },
            ],
            witnesses: &[
                Witness {
                    name: "purged-abroad",
                    says: "a copy abroad is purged in time once nothing keeps the record",
                    seen: |v| purges_abroad(v),
                },
                Witness {
                    name: "used-abroad",
                    says: "a copy abroad is used",
                    seen: |v| acts_abroad(v) && matches!(v.saw(), Some(Observation::Used { .. })),
                },
            ],
        },
    ]
}

/// A record that goes away from where somebody lives whom it is about.
struct Hop {
    to_place: Place,
    to: Option<Holder>,
    safe: bool,
    /// Whether it comes from where one of those lives whom it leaves behind.
    from_home: bool,
}

/// Everybody whom the record is about.
fn subjects<M: Mode>(v: &View<'_, M>) -> impl Iterator<Item = Person> + use<M> {
    let record = v.record();
    std::iter::once(record.person).chain(record.other)
}

/// Whether the person is known to live in another place.
fn is_abroad<M: Mode>(v: &View<'_, M>, person: Person, place: Place) -> bool {
    v.books.person(person).place.is_some_and(|home| home != place)
}

/// Whether anybody has a copy that can be tied to its subject.
fn is_tied<M: Mode>(record: &RecordBook<M>) -> bool {
    let mut any = false;
    record.holders.each(&mut |_, _| any = true);
    record.collected.on() && any
}

fn hop<M: Mode>(v: &View<'_, M>) -> Option<Hop> {
    let Some(&Observation::Transferred { place, to_place, good, to, .. }) = v.saw() else { return None };
    if place == to_place || !is_tied(v.record()) {
        return None;
    }
    let mut left = subjects(v).filter(|&person| is_abroad(v, person, to_place)).peekable();
    left.peek()?;
    let from_home = left.any(|person| v.books.person(person).place == Some(place));
    Some(Hop { to_place, to: to.filter(|&to| !v.is_we(to)), safe: good, from_home })
}

fn is_forbidden<M: Mode>(v: &View<'_, M>, hop: &Hop) -> bool {
    let category = v.record().category;
    subjects(v).filter(|&person| is_abroad(v, person, hop.to_place)).any(|person| {
        let towards = (hop.to_place, hop.to);
        statutes::forbids_transfer(v.books, (person, category), towards, &mut |cause| v.note(cause))
    })
}

/// Whether some law forbids to let it go to that place, be it of a place where the person does not live.
fn is_forbidden_anywhere<M: Mode>(v: &View<'_, M>, hop: &Hop) -> bool {
    let category = v.record().category;
    let mut any = false;
    v.books.statutes(v.record().person).forbidden.each(&mut |statute, _| {
        let named = statute.verbs.has(Verb::Disclose) && statute.categories.has(category);
        any |= named && statute.towards == Some(hop.to_place);
    });
    any
}

/// With whom and in which place a record of a person comes to lie; what was stripped there of what ties it to its
/// subject is none.
fn landing<M: Mode>(v: &View<'_, M>) -> Option<(Holder, Place)> {
    let (record, to, place) = match v.saw() {
        Some(&Observation::Stored { record, to, place: Some(place), .. }) => {
            v.books.storage(record).stripped.get(to.0).is_none().then_some((record, to, place))?
        }
        Some(&Observation::Copied { record, to, place: Some(place) }) => (record, to, place),
        Some(_) | None => return None,
    };
    v.books.record(record).collected.on().then_some((to, place))
}

/// The place of the data centre of ours in which a record comes to lie.
fn own<M: Mode>(v: &View<'_, M>) -> Option<Place> {
    landing(v).filter(|&(to, _)| v.is_we(to)).map(|(_, place)| place)
}

/// The place abroad in which a record comes to lie with us or for the vendor.
fn arrival<M: Mode>(v: &View<'_, M>) -> Option<Place> {
    let (_, place) = landing(v).filter(|&(to, _)| v.is_controlled(to))?;
    subjects(v).any(|person| is_abroad(v, person, place)).then_some(place)
}

/// The id of the record that was seen, or whose instant has ended.
fn record_id<M: Mode>(v: &View<'_, M>) -> Option<Record> {
    match v.ends() {
        Some(Subject::Record(id)) => Some(id),
        Some(_) => None,
        None => v.saw().and_then(|saw| saw.first(vouchsafe_alphabet::Sort::Record)).map(Record),
    }
}

/// Calls `f` with every holder of a copy and the place in which it lies.
fn each_copy<M: Mode>(v: &View<'_, M>, id: Record, f: &mut dyn FnMut(Holder, Place)) {
    v.books.storage(id).lies.each(&mut |holder, place| {
        if let Some(&place) = Place::ALL.get(place as usize) {
            f(Holder(holder), place);
        }
    });
}

fn is_known_there<M: Mode>(v: &View<'_, M>, place: Place) -> bool {
    let Some(id) = record_id(v) else { return false };
    let mut lay = v.has(&v.books.storage(id).bound, place);
    each_copy(v, id, &mut |_, other| lay |= other == place);
    v.note(v.record().collected.cause());
    lay
}

/// Whether a version that came into force names a data centre outside of the six places.
fn is_added<M: Mode>(v: &View<'_, M>) -> bool {
    let mut added = false;
    v.books.versions(&mut |_, it| added |= it.in_force.on() && it.centres.set().has(Place::Elsewhere));
    added
}

/// Whether a copy of this holder that can be tied to its subject lies where the subject does not live.
fn holds_abroad<M: Mode>(v: &View<'_, M>, id: Record, by: Holder) -> bool {
    let record = v.books.record(id);
    let mut abroad = false;
    each_copy(v, id, &mut |holder, place| {
        abroad |= holder == by && is_abroad(v, record.person, place);
    });
    abroad && record.collected.on() && record.holders.get(by.0).is_some() && v.is_controlled(by)
}

/// Whether something is used or disclosed of which the one who does it has a copy abroad.
fn acts_abroad<M: Mode>(v: &View<'_, M>) -> bool {
    let named = match v.saw() {
        Some(&(Observation::Used { record, .. } | Observation::Disclosed { record, .. })) => record,
        Some(_) | None => return false,
    };
    v.act().is_some_and(|act| {
        let mut abroad = false;
        v.books.records_of(act.person, &mut |id, record| {
            let meant = named.map_or(record.category == act.category, |named| named == id);
            abroad |= meant && holds_abroad(v, id, act.by);
        });
        abroad
    })
}

/// Whether a copy abroad is purged, or stripped of what ties it to its subject, while that is owed.
fn purges_abroad<M: Mode>(v: &View<'_, M>) -> bool {
    let by = match v.saw() {
        Some(
            &(Observation::Purged { by, .. } | Observation::Deidentified { by, attributable: false, .. }),
        ) => by,
        Some(_) | None => return false,
    };
    v.running(v.record().purge) && record_id(v).is_some_and(|id| holds_abroad(v, id, by))
}

fn is_due<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.ends(), Some(Subject::Record(_))) && v.due(v.record().purge)
}

fn is_left_abroad<M: Mode>(v: &View<'_, M>) -> bool {
    let Some(id) = record_id(v) else { return false };
    let mut left = false;
    each_copy(v, id, &mut |holder, _| left |= holds_abroad(v, id, holder));
    left
}
