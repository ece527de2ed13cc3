//! F32: what goes abroad goes lawfully and under a safeguard to named places, and is kept there as at home.

use crate::f30_withdrawal;
use crate::history::Past;
use crate::promise::{Duty, Promise, Seen};
use crate::record::{Known, all_known, known};
use vouchsafe_alphabet::Observation::{
    Copied, Deidentified, Disclosed, LawForbids, Published, Purged, Stored, TookEffect, Transferred, Used,
};
use vouchsafe_alphabet::{Holder, Observation, Person, Place, Record, Sort, Verb};

/// Each hop away from somebody's own place is as the law of that place has it, and under a safeguard (XFR-01, XFR-02).
pub(crate) const SAFEGUARDED_TRANSFER: Promise = Promise {
    id: "F32.safeguarded-transfer",
    trigger: |past, seen| hop(past, seen).is_some() || arrival(past, seen).is_some(),
    parts: &[
        ("home-law", |past, seen| {
            hop(past, seen).is_none_or(|hop| hop.left.iter().all(|p| hop.allowed(past, *p)))
        }),
        ("safeguard", |past, seen| hop(past, seen).is_none_or(|hop| hop.safe || !hop.begins_at_home(past))),
        ("onward-safeguard", |past, seen| {
            hop(past, seen).is_none_or(|hop| hop.safe || hop.begins_at_home(past))
        }),
        ("no-hidden-hop", |past, seen| {
            arrival(past, seen)
                .is_none_or(|(it, place)| came_openly(past, it, place) || anybody_there(past, it, place))
        }),
    ],
    witnesses: &[
        ("first-hop", |past, seen| hop(past, seen).is_some_and(|hop| hop.begins_at_home(past))),
        ("onward-hop", |past, seen| hop(past, seen).is_some_and(|hop| !hop.begins_at_home(past))),
        ("forbidden-elsewhere", |past, seen| {
            hop(past, seen).is_some_and(|hop| past.ever(|older| hop.named_by(older, hop.it.person)))
        }),
    ],
    duty: None,
};

/// What lies with us lies in a place that the policy names (XFR-03, XFR-05).
pub(crate) const LISTED_CENTRES: Promise = Promise {
    id: "F32.listed-centres",
    trigger: |past, seen| ours(past, seen).is_some(),
    parts: &[("listed", |past, seen| {
        ours(past, seen).is_none_or(|(_, place)| place != Place::Elsewhere || further_centre(past))
    })],
    witnesses: &[
        ("abroad", |past, seen| {
            ours(past, seen).is_some_and(|(it, place)| subjects(it).iter().any(|p| abroad(past, *p, place)))
        }),
        ("none-at-home", |past, seen| {
            ours(past, seen).is_some_and(|(it, place)| {
                let homeless = |p: &Person| past.place(*p) == Some(Place::Elsewhere);
                place != Place::Elsewhere && subjects(it).iter().any(homeless) && !further_centre(past)
            })
        }),
        ("added", |past, seen| ours(past, seen).is_some_and(|(_, place)| place == Place::Elsewhere)),
    ],
    duty: None,
};

/// Copies abroad are purged in time, and not used or disclosed against a withdrawal (XFR-06).
pub(crate) const ABROAD_AS_AT_HOME: Promise = Promise {
    id: "F32.abroad-as-at-home",
    trigger: |past, seen| acts_abroad(past, seen) || purged_abroad(past, seen) || overdue_abroad(past, seen),
    parts: &[
        ("purged-abroad", |past, seen| !overdue_abroad(past, seen)),
        ("withdrawn-abroad", |past, seen| {
            !acts_abroad(past, seen)
                || [Verb::Use, Verb::Disclose].iter().all(|verb| f30_withdrawal::lawful(past, seen, *verb))
        }),
    ],
    witnesses: &[
        ("purged-abroad", purged_abroad),
        ("used-abroad", |past, seen| acts_abroad(past, seen) && matches!(seen.line(), Some(Used { .. }))),
    ],
    duty: Some(Duty {
        sort: Sort::Record,
        open: |past, id| {
            known(past, Record(id)).filter(|it| left_abroad(past, *it)).and_then(|it| it.running(past))
        },
    }),
};

/// A record on its way to a place where some of those do not live whom it is about.
struct Hop {
    it: Known,
    from: Place,
    towards: Place,
    to: Option<Holder>,
    safe: bool,
    left: Vec<Person>,
}

impl Hop {
    /// Whether it begins where one of those lives whom it leaves.
    fn begins_at_home(&self, past: Past<'_>) -> bool {
        self.left.iter().any(|p| past.place(*p) == Some(self.from))
    }
    /// Whether this is a law, of whatever place, that forbids to let it go to that very place.
    fn named_by(&self, seen: Observation, p: Person) -> bool {
        matches!(seen, LawForbids { person, verbs, categories, to_place: Some(place), .. }
            if person == p && place == self.towards
                && verbs.has(Verb::Disclose) && categories.has(self.it.category))
    }
    /// Whether the law of the person's own place lets it go there, and to whom it goes.
    fn allowed(&self, past: Past<'_>, p: Person) -> bool {
        let c = self.it.category;
        let outsider = self.to.filter(|to| !past.we(*to));
        let barred = past.ever(|older| {
            matches!(older, LawForbids { place, .. } if self.named_by(older, p) && past.is_home(p, place))
        });
        let disclosure_barred = past.ever(|older| {
            matches!(older, LawForbids { person, verbs, categories, place, to_place: None }
                if person == p && verbs.has(Verb::Disclose) && categories.has(c) && past.is_home(p, place))
        });
        !(barred || (outsider.is_some() && disclosure_barred))
            || past.permitted_here(p, Verb::Disclose, c, outsider)
    }
}

fn subjects(it: Known) -> Vec<Person> {
    [Some(it.person), it.other].into_iter().flatten().collect()
}

/// Whether the person is known to live somewhere else.
fn abroad(past: Past<'_>, p: Person, place: Place) -> bool {
    past.place(p).is_some_and(|home| home != place)
}

fn hop(past: Past<'_>, seen: Seen) -> Option<Hop> {
    let Some(Transferred { record, place, to_place, good, to }) = seen.line() else { return None };
    let it = known(past, record).filter(|it| it.held(past, |_| true))?;
    let left: Vec<_> = subjects(it).into_iter().filter(|p| abroad(past, *p, to_place)).collect();
    let leaves = place != to_place && !left.is_empty();
    leaves.then_some(Hop { it, from: place, towards: to_place, to, safe: good, left })
}

/// The known record of which a copy comes to lie somewhere, with whom, and where; what its holder has stripped of
/// what ties it to anybody is none.
fn landing(past: Past<'_>, seen: Seen) -> Option<(Known, Holder, Place)> {
    let line = seen.line()?;
    let (Stored { record, to, place: Some(place), .. } | Copied { record, to, place: Some(place) }) = line
    else {
        return None;
    };
    if matches!(line, Stored { .. }) && crate::f21_f22_storage::stripped(past, record, to) {
        return None;
    }
    Some((known(past, record)?, to, place))
}

fn ours(past: Past<'_>, seen: Seen) -> Option<(Known, Place)> {
    landing(past, seen).filter(|(_, to, _)| past.we(*to)).map(|(it, _, place)| (it, place))
}

/// The record that comes to lie under the vendor's control where somebody does not live whom it is about.
fn arrival(past: Past<'_>, seen: Seen) -> Option<(Known, Place)> {
    let (it, to, place) = landing(past, seen)?;
    let away = subjects(it).iter().any(|p| abroad(past, *p, place));
    (past.controlled(to) && away).then_some((it, place))
}

/// The holder whose copy of the record is gone by this.
fn gone(seen: Observation, r: Record) -> Option<Holder> {
    if let Purged { record, by } | Deidentified { record, by, attributable: false } = seen
        && record == r
    {
        Some(by)
    } else {
        None
    }
}

/// The holder with whom a copy of the record comes to lie by this, and the place, where that is said.
fn laid(seen: Observation, r: Record) -> Option<(Holder, Place)> {
    if let Stored { record, to, place: Some(place), .. } | Copied { record, to, place: Some(place) } = seen
        && record == r
    {
        Some((to, place))
    } else {
        None
    }
}

/// Whether a copy of that holder lies in that place: one was laid there, and the holder has lost none since.
fn lies(past: Past<'_>, it: Known, h: Holder, place: Place) -> bool {
    let latest = past
        .from(it.begun)
        .rev()
        .find(|(.., seen)| gone(*seen, it.record) == Some(h) || laid(*seen, it.record) == Some((h, place)));
    latest.is_some_and(|(.., seen)| laid(seen, it.record).is_some())
}

/// Everybody with whom a copy was ever laid, and where.
fn places(past: Past<'_>, it: Known) -> Vec<(Holder, Place)> {
    past.from(it.begun).filter_map(|(.., seen)| laid(seen, it.record)).collect()
}

fn anybody_there(past: Past<'_>, it: Known, place: Place) -> bool {
    places(past, it).iter().any(|(h, other)| *other == place && lies(past, it, *h, place))
}

/// Whether the record was transferred to that place, and the last copy there was not removed since.
fn came_openly(past: Past<'_>, it: Known, place: Place) -> bool {
    let emptied = |index: usize| {
        anybody_there(past.before(index), it, place) && !anybody_there(past.first(index + 1), it, place)
    };
    past.from(it.begun).any(|(index, _, seen)| {
        let went =
            matches!(seen, Transferred { record, to_place, .. } if record == it.record && to_place == place);
        went && !past
            .from(index + 1)
            .any(|(later, _, seen)| gone(seen, it.record).is_some() && emptied(later))
    })
}

/// Whether some version of the terms came into force that names a data centre outside of the six places.
fn further_centre(past: Past<'_>) -> bool {
    past.ever(|seen| {
        matches!(seen, Published { terms, place: Some(Place::Elsewhere), .. }
            if past.ever(|other| other == TookEffect { terms }))
    })
}

/// Whether the holder works with the vendor's data and has a copy where the subject does not live.
fn holds_abroad(past: Past<'_>, it: Known, h: Holder) -> bool {
    let away = |(other, place): &(Holder, Place)| {
        *other == h && abroad(past, it.person, *place) && lies(past, it, h, *place)
    };
    past.controlled(h) && it.held(past, |other| other == h) && places(past, it).iter().any(away)
}

fn acts_abroad(past: Past<'_>, seen: Seen) -> bool {
    let Some(
        Used { person, category, record: named, by, .. }
        | Disclosed { person, category, record: named, by, .. },
    ) = seen.line()
    else {
        return false;
    };
    all_known(past).filter(|it| it.person == person).any(|it| {
        let meant = named.map_or(it.category == category, |named| named == it.record);
        meant && holds_abroad(past, it, by)
    })
}

/// Whether by this a copy abroad is gone while its removal is owed.
fn purged_abroad(past: Past<'_>, seen: Seen) -> bool {
    let Some(line @ (Purged { record, .. } | Deidentified { record, .. })) = seen.line() else {
        return false;
    };
    let owed = known(past, record).filter(|it| it.running(past).is_some());
    owed.is_some_and(|it| gone(line, record).is_some_and(|by| holds_abroad(past, it, by)))
}

/// Whether the time to purge a record runs out while a copy lies abroad.
fn overdue_abroad(past: Past<'_>, seen: Seen) -> bool {
    let due =
        seen.end().and_then(|id| known(past, Record(id))).filter(|it| it.running(past) == Some(past.now));
    due.is_some_and(|it| left_abroad(past, it))
}

fn left_abroad(past: Past<'_>, it: Known) -> bool {
    places(past, it).iter().any(|(h, _)| holds_abroad(past, it, *h))
}
