//! F28: what people ask by mail to have limited is limited, and a TV that is somebody else's tells nothing of them.

use crate::f43_sharing_stop::shared;
use crate::history::{DataAct, Past};
use crate::promise::{Promise, Seen};
use crate::record::all_known;
use vouchsafe_alphabet::Observation::{
    Answered, Bound, Collected, FeatureRead, PermissionGranted, PolicyRead, RequestMade, Unbound,
};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{
    Answer, Category, Class, Form, Observation, Person, Purpose, Source, Tv, Verb, Word,
};

/// A change of mind, a stop of sharing and a revocation that come by mail have their effect in time (COM-05, COM-06,
/// CTL-01).
pub(crate) const LIMITS_ASKED_BY_MAIL: Promise = Promise {
    id: "F28.limits-asked-by-mail",
    trigger: |past, seen| {
        let handled = act(past, seen).is_some_and(|act| {
            act.verb != Verb::Disclose && past.wrote_at_all(act.person, RequestKind::ChangeOfMind)
        });
        let shares = shared(past, seen).is_some_and(|made| {
            made.subjects.iter().any(|&p| past.wrote_at_all(p, RequestKind::StopSharing))
        });
        handled || shares || reader(seen).is_some_and(|p| unread_since(past, p).is_some())
    },
    parts: &[
        ("use-ends", |past, seen| {
            used(past, seen)
                .is_none_or(|act| !use_is_over(past, &act) || past.exempt(&act) || agreed_since(past, &act))
        }),
        ("sharing-ends", |past, seen| {
            shared(past, seen).is_none_or(|made| {
                made.subjects.iter().all(|&p| {
                    !sharing_is_over(past, p, past.class(made.to), made.category) || made.legal_for(past, p)
                })
            })
        }),
        ("reading-ends", |past, seen| {
            reader(seen).is_none_or(|p| {
                !unread_since(past, p).is_some_and(|at| past.over(at, past.rules.deadlines.permission_stop))
            })
        }),
    ],
    witnesses: &[
        ("collected-and-used-no-more", |past, seen| {
            act(past, seen).is_some_and(|act| act.verb == Verb::Collect && use_is_over(past, &act))
        }),
        ("used-and-shared-no-more", |past, seen| {
            used(past, seen)
                .is_some_and(|act| sharing_is_over(past, act.person, Class::Provider, act.category))
        }),
        ("used-again-after-yes", |past, seen| {
            used(past, seen).is_some_and(|act| {
                past.wrote_at_all(act.person, RequestKind::ChangeOfMind)
                    && use_ended_at(past, act.person, act.category).is_none()
            })
        }),
        ("policy-read-first", |past, seen| {
            matches!(seen.line(), Some(PolicyRead { person })
                if !all_known(past).any(|known| known.person == person))
        }),
    ],
    duty: None,
};

/// A TV tells nothing about those whose it was (CTL-03).
pub(crate) const UNREGISTERED_TELLS_NOTHING: Promise = Promise {
    id: "F28.unregistered-tells-nothing",
    trigger: |past, seen| {
        told(past, seen).is_some_and(|it| it.subjects.iter().any(|&p| knew(past, it.tv, p)))
    },
    parts: &[("let-go", |past, seen| {
        told(past, seen).is_none_or(|it| {
            it.is_excused
                || it.is_legal(past)
                || it.subjects.iter().all(|&p| !knew(past, it.tv, p) || past.linked(it.tv, p))
        })
    })],
    witnesses: &[
        ("registered", |_, seen| matches!(seen.line(), Some(Bound { .. }))),
        (
            "unregistered",
            |past, seen| matches!(seen.line(), Some(Unbound { tv, person }) if knew(past, tv, person)),
        ),
        ("next-owner", |past, seen| {
            told(past, seen).is_some_and(|it| {
                let named = it.subjects.first().is_some_and(|&p| past.linked(it.tv, p));
                named && everybody_told_of(past, it.tv).iter().any(|&p| !past.linked(it.tv, p))
            })
        }),
    ],
    duty: None,
};

fn act(past: Past<'_>, seen: Seen) -> Option<DataAct> {
    past.controlled_act(seen.line()?)
}

fn used(past: Past<'_>, seen: Seen) -> Option<DataAct> {
    act(past, seen).filter(|act| act.verb == Verb::Use)
}

fn reader(seen: Seen) -> Option<Person> {
    if let Some(FeatureRead { person, .. }) = seen.line() { Some(person) } else { None }
}

/// Whether the person writes this by themselves about themselves.
fn writes(seen: Observation, p: Person, what: RequestKind) -> bool {
    matches!(seen, RequestMade { person, other, asks, .. } if person == p && other == p && asks == what)
}

/// A yes on its own by the person to that verb on that category: its class and purpose.
fn fresh_yes(seen: Observation, p: Person, v: Verb, c: Category) -> Option<(Option<Class>, Option<Purpose>)> {
    if let Answered { person, verbs, categories, answer: Answer::Yes, form: Form::Separate, class, purpose } =
        seen
        && person == p
        && verbs.has(v)
        && categories.has(c)
    {
        Some((class, purpose))
    } else {
        None
    }
}

impl Past<'_> {
    /// Whether the person wrote this at a time when there was something that they had agreed to.
    fn wrote_at_all(self, p: Person, what: RequestKind) -> bool {
        self.ever_then(|then, seen| writes(seen, p, what) && then.agreed_to_anything(p))
    }

    fn agreed_to_anything(self, p: Person) -> bool {
        Category::ALL.iter().any(|&c| self.agreed_to_collection(p, c))
    }

    /// When the person first wrote this about a category that they had agreed to, since they last let it again.
    fn wrote_since(
        self,
        p: Person,
        what: RequestKind,
        c: Category,
        lets: impl Fn(Observation) -> bool,
    ) -> Option<u64> {
        let again = self.latest(lets);
        self.lines()
            .filter(|(index, ..)| again.is_none_or(|yes| yes < *index))
            .find(|(index, _, seen)| writes(*seen, p, what) && self.before(*index).agreed_to_collection(p, c))
            .map(|(_, at, _)| at)
    }
}

fn use_ended_at(past: Past<'_>, p: Person, c: Category) -> Option<u64> {
    past.wrote_since(p, RequestKind::ChangeOfMind, c, |seen| {
        fresh_yes(seen, p, Verb::Use, c) == Some((None, None)) || past.is_blanket_yes(seen, p)
    })
}

fn use_is_over(past: Past<'_>, act: &DataAct) -> bool {
    use_ended_at(past, act.person, act.category)
        .is_some_and(|at| past.over(at, past.rules.deadlines.withdrawal))
}

/// Whether the person said yes to use for this purpose, and no later change of mind has had its time.
fn agreed_since(past: Past<'_>, act: &DataAct) -> bool {
    let p = act.person;
    let agreed = past.latest(|seen| {
        Category::ALL.iter().any(|&c| {
            fresh_yes(seen, p, Verb::Use, c)
                .is_some_and(|(_, purpose)| purpose.is_some() && purpose == act.purpose)
        })
    });
    agreed.is_some_and(|index| {
        !past.from(index + 1).any(|(line, at, seen)| {
            writes(seen, p, RequestKind::ChangeOfMind)
                && past.before(line).agreed_to_anything(p)
                && past.over(at, past.rules.deadlines.withdrawal)
        })
    })
}

fn sharing_is_over(past: Past<'_>, p: Person, to: Class, c: Category) -> bool {
    past.wrote_since(p, RequestKind::StopSharing, c, |seen| {
        fresh_yes(seen, p, Verb::Disclose, c).is_some_and(|(class, _)| class.is_none_or(|class| class == to))
            || past.is_blanket_yes(seen, p)
    })
    .is_some_and(|at| past.over(at, past.rules.deadlines.sharing_stop))
}

/// Since when the person wants no phone of theirs read.
fn unread_since(past: Past<'_>, p: Person) -> Option<u64> {
    let granted = past.latest(|seen| matches!(seen, PermissionGranted { person, .. } if person == p));
    past.from(granted.map_or(0, |index| index + 1))
        .find(|(.., seen)| writes(*seen, p, RequestKind::RevokePermission))
        .map(|(_, at, _)| at)
}

/// What a TV tells besides what it is, how it runs, who shares it and what was pressed.
struct Told {
    tv: Tv,
    subjects: Vec<Person>,
    category: Category,
    is_excused: bool,
}

impl Told {
    fn is_legal(&self, past: Past<'_>) -> bool {
        let first = self.subjects.first();
        first.is_some_and(|&p| past.legal_cover(p, Verb::Collect, self.category, None))
    }
}

fn told_by(past: Past<'_>, seen: Observation) -> Option<Told> {
    let elsewhere = [
        Category::DeviceInfo,
        Category::OperationsInfo,
        Category::Status,
        Category::SharedAccounts,
        Category::Command,
    ];
    if let Collected { person, other, category, by, source, purpose, tv: Some(tv), .. } = seen
        && past.controlled(by)
        && !elsewhere.contains(&category)
    {
        let subjects = [Some(person), other].into_iter().flatten().collect();
        let is_excused = source == Source::Submitted || purpose == Some(Purpose::Authenticity);
        Some(Told { tv, subjects, category, is_excused })
    } else {
        None
    }
}

fn told(past: Past<'_>, seen: Seen) -> Option<Told> {
    told_by(past, seen.line()?)
}

/// Whether the TV told something about the person when it was bound to them or shared with them.
fn knew(past: Past<'_>, t: Tv, p: Person) -> bool {
    past.ever_then(|then, seen| {
        told_by(then, seen).is_some_and(|it| it.tv == t && it.subjects.contains(&p) && then.linked(t, p))
    })
}

fn everybody_told_of(past: Past<'_>, t: Tv) -> Vec<Person> {
    let named = past.lines().filter_map(|(index, _, seen)| told_by(past.before(index), seen));
    let mut people: Vec<_> = named.filter(|it| it.tv == t).flat_map(|it| it.subjects).collect();
    people.retain(|&p| knew(past, t, p));
    people
}
