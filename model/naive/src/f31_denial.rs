//! F31: nobody is refused a service for what the service does not need.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Answered, Collected, Declined, OptedOut, ServiceDenied};
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::readings::Denial;
use vouchsafe_alphabet::{Answer, Category, Observation, Person, Service, Verb, Word};

/// A service is refused for what was declined or withdrawn only where it needs that (COL-02, WDC-07).
pub(crate) const DENIED_FOR_WHAT_IT_NEEDS: Promise = Promise {
    id: "F31.denied-for-what-it-needs",
    trigger: |_, seen| {
        refused(seen, Reason::DataDeclined).is_some() || refused(seen, Reason::Withdrawn).is_some()
    },
    parts: &[
        ("needed-data-declined", |past, seen| {
            refused(seen, Reason::DataDeclined).is_none_or(|it| {
                it.some_missing(past, |p, c| {
                    declined(past, p, c)
                        || took_back(past, p, Verb::Collect, c)
                        || took_back(past, p, Verb::Use, c)
                })
            })
        }),
        ("withdrawal-touches-it", |past, seen| {
            refused(seen, Reason::Withdrawn).is_none_or(|it| {
                it.some_missing(past, |p, c| Verb::ALL.iter().any(|&v| took_back(past, p, v, c)))
                    || past.wants_no_sharing(it.person)
                    || (it.service == Service::Promotions && wants_no_marketing(past, it.person))
            })
        }),
    ],
    witnesses: &[
        ("denied-for-declined-data", |_, seen| refused(seen, Reason::DataDeclined).is_some()),
        ("denied-after-withdrawal", |_, seen| refused(seen, Reason::Withdrawn).is_some()),
    ],
    duty: None,
};

/// A refusal of a service.
#[derive(Clone, Copy)]
struct Refused {
    person: Person,
    service: Service,
    named: Option<vouchsafe_alphabet::Categories>,
}

fn refused(seen: Seen, why: Reason) -> Option<Refused> {
    if let ServiceDenied { person, service, reason, categories } = seen.line()?
        && reason == why
    {
        Some(Refused { person, service, named: categories })
    } else {
        None
    }
}

impl Refused {
    /// Whether something is missing in this way that the service needs, and that is named where anything is.
    fn some_missing(self, past: Past<'_>, missing: impl Fn(Person, Category) -> bool) -> bool {
        Category::ALL.iter().any(|&c| {
            let counts = past.rules.readings.denial == Denial::AnyExtent || needs(self.service).contains(&c);
            counts && self.named.is_none_or(|named| named.has(c)) && missing(self.person, c)
        })
    }
}

/// What the service cannot do without.
fn needs(service: Service) -> Vec<Category> {
    let devices = [Category::Account, Category::SharedAccounts, Category::DeviceInfo, Category::NetworkInfo];
    let more: &[Category] = match service {
        Service::Control => &[Category::Command, Category::OperateInfo, Category::FactoryMac],
        Service::Status => &[Category::OperationsInfo, Category::Status, Category::FactoryMac],
        Service::Promotions => return vec![Category::Account],
        Service::Content => return vec![Category::Account, Category::Purchase],
        Service::Support => {
            return vec![
                Category::Account,
                Category::DeviceInfo,
                Category::Feedback,
                Category::Correspondence,
            ];
        }
    };
    [&devices, more].concat()
}

/// Whether the latest word about giving that category was that it is not given.
fn declined(past: Past<'_>, p: Person, c: Category) -> bool {
    let latest = past.lines().rev().find_map(|(index, _, seen)| gives(past.before(index), seen, p, c));
    latest == Some(false)
}

/// Whether the person gives that category by this, or does not, if it is about that.
fn gives(past: Past<'_>, seen: Observation, p: Person, c: Category) -> Option<bool> {
    if let Declined { person, categories } = seen {
        (person == p && categories.has(c)).then_some(false)
    } else if let Collected { person, category, by, .. } = seen {
        (person == p && category == c && past.controlled(by)).then_some(true)
    } else if let Answered { person, verbs, categories, answer, purpose: None, class: None, .. } = seen {
        let concerns = person == p && categories.has(c) && (verbs.has(Verb::Collect) || verbs.has(Verb::Use));
        match answer {
            Answer::Yes => concerns.then_some(true),
            Answer::No | Answer::Silence => concerns.then_some(false),
            Answer::NoObjection => None,
        }
    } else {
        None
    }
}

/// Whether the person took back consent to that, and has not given it again.
fn took_back(past: Past<'_>, p: Person, v: Verb, c: Category) -> bool {
    past.withdrawals(p).any(|w| {
        w.names(v, c) && !past.forgotten(w) && !past.after(w.index, |later| past.lifts(later, p, v, c))
    })
}

/// Whether the person ended marketing, or said no to it last.
fn wants_no_marketing(past: Past<'_>, p: Person) -> bool {
    let ended = past.latest(|seen| matches!(seen, OptedOut { person, .. } if person == p));
    let lifted = past.latest_lifting_marketing_yes(p);
    let opted_out = ended.is_some_and(|ended| lifted.is_none_or(|yes| yes < ended));
    let latest = past.latest_saying(|seen| past.marketing_answer(seen, p));
    opted_out || latest.is_some_and(|(answer, _)| answer == Answer::No)
}
