//! F34: terms change on a stated date, after whoever uses the products was told, and practice follows them.

use crate::history::{DataAct, Past, data_act, is_product_use};
use crate::promise::{Promise, Seen};
use std::collections::BTreeSet;
use vouchsafe_alphabet::Observation::{Collected, Notified, Published, TookEffect, Withdrew};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::readings::{NoticeChannel, StatedDate};
use vouchsafe_alphabet::{Category, Channel, Class, Observation, Person, Purpose, Set, Terms, Verb};

/// The date was stated and has come, and whoever uses the products was told in time of what is material (COM-12,
/// UPD-02 to UPD-05, UPD-10, UPD-11).
pub(crate) const CHANGE_IS_ANNOUNCED: Promise = Promise {
    id: "F34.change-is-announced",
    trigger: |past, seen| change(past, seen).is_some() || mailed_to(seen).is_some(),
    parts: &[
        ("date-stated", date_stated),
        ("date-come", date_come),
        ("announced", announced),
        ("content-told", content_told),
        ("lead-kept", lead_kept),
        ("account-address", |_, seen| mailed_to(seen).is_none_or(|address| address == Address::Account)),
    ],
    witnesses: &[
        ("material-change", |past, seen| change(past, seen).is_some_and(|t| past.adds_something(t))),
        ("minor-change", |past, seen| {
            change(past, seen).is_some_and(|t| past.was_published(t) && !past.adds_something(t))
        }),
        ("changed-while-a-withdrawal-waits", |past, seen| {
            let waits = past
                .ever(|older| matches!(older, Withdrew { request, .. } if past.withdrawal_is_open(request)));
            change(past, seen).is_some() && waits
        }),
    ],
    duty: None,
};

/// Data is collected under the version in force, and nothing begins before the version that adds it (PRE-02,
/// UPD-05).
pub(crate) const PRACTICE_FOLLOWS_TERMS: Promise = Promise {
    id: "F34.practice-follows-terms",
    trigger: |past, seen| {
        controlled(past, seen).is_some_and(|act| {
            filed_under(seen).is_some() || past.all_versions().into_iter().any(|t| past.adds(t, &act))
        })
    },
    parts: &[("version-in-force", version_in_force), ("not-before-effect", not_before_effect)],
    witnesses: &[
        ("collected-under-the-version-in-force", |past, seen| {
            let changes = past.lines().filter(|(.., line)| matches!(line, TookEffect { .. })).count();
            filed_under(seen).is_some() && controlled(past, seen).is_some() && changes > 1
        }),
        ("begun-after-effect", |past, seen| {
            controlled(past, seen).is_some_and(|act| past.some_version_in_force_adds(&act))
        }),
    ],
    duty: None,
};

/// What one publication of a version adds.
struct Addition {
    categories: Set<Category>,
    purposes: Set<Purpose>,
    classes: Set<Class>,
}

fn addition(seen: Observation, t: Terms) -> Option<Addition> {
    if let Published { terms, categories, purpose, class, .. } = seen
        && terms == t
    {
        Some(Addition {
            categories: categories.unwrap_or(Set::EMPTY),
            purposes: purpose.map_or(Set::EMPTY, Purpose::into),
            classes: class.map_or(Set::EMPTY, Class::into),
        })
    } else {
        None
    }
}

/// A notice of a version, and whether it says what changes.
struct Notice {
    at: u64,
    full: bool,
}

fn notice_to(seen: Observation, t: Terms, p: Person, posts_count: bool) -> Option<bool> {
    let Notified { person, terms, channel, good, address, .. } = seen else { return None };
    let reaches = match channel {
        Channel::AllSites => posts_count,
        Channel::Email => person == p && address.is_none_or(|address| address == Address::Account),
        Channel::Push | Channel::Sms | Channel::Plugin => person == p,
        Channel::Letter | Channel::Site | Channel::Os | Channel::AdPage | Channel::AccountPage => false,
    };
    (terms == t && reaches).then_some(good)
}

impl Past<'_> {
    /// Every version that some line publishes.
    pub(crate) fn all_versions(self) -> BTreeSet<Terms> {
        let published = self
            .lines()
            .filter_map(|(.., seen)| if let Published { terms, .. } = seen { Some(terms) } else { None });
        published.collect()
    }

    fn was_published(self, t: Terms) -> bool {
        self.ever(|seen| addition(seen, t).is_some())
    }

    fn took_effect(self, t: Terms) -> bool {
        self.ever(|seen| seen == TookEffect { terms: t })
    }

    /// Everything that the version adds, by all that was published of it.
    fn additions(self, t: Terms) -> impl Iterator<Item = Addition> {
        self.lines().filter_map(move |(.., seen)| addition(seen, t))
    }

    fn adds_something(self, t: Terms) -> bool {
        self.additions(t)
            .any(|it| !it.categories.is_empty() || !it.purposes.is_empty() || !it.classes.is_empty())
    }

    /// Whether the version adds the category to what is collected.
    pub(crate) fn adds_category(self, t: Terms, c: Category) -> bool {
        self.additions(t).any(|it| it.categories.has(c))
    }

    /// Whether the version adds the purpose.
    pub(crate) fn adds_purpose(self, t: Terms, q: Purpose) -> bool {
        self.additions(t).any(|it| it.purposes.has(q))
    }

    fn adds_class(self, t: Terms, c: Class) -> bool {
        self.additions(t).any(|it| it.classes.has(c))
    }

    fn adds(self, t: Terms, act: &DataAct) -> bool {
        let purpose = act.purpose.is_some_and(|q| self.adds_purpose(t, q));
        match act.verb {
            Verb::Collect => self.adds_category(t, act.category),
            Verb::Use => purpose,
            Verb::Disclose => purpose || act.to.is_some_and(|to| self.adds_class(t, self.class(to))),
        }
    }

    fn some_version_in_force_adds(self, act: &DataAct) -> bool {
        self.all_versions().into_iter().any(|t| self.took_effect(t) && self.adds(t, act))
    }

    /// The index from which on notices of the version count: that of the latest publication that added something
    /// to an earlier one before it came into force.
    fn notices_count_from(self, t: Terms) -> usize {
        let grew = |(index, _, seen): (usize, u64, Observation)| {
            let (before, it) = (self.before(index), addition(seen, t)?);
            let more = it.categories.iter().any(|c| !before.adds_category(t, c))
                || it.purposes.iter().any(|q| !before.adds_purpose(t, q))
                || it.classes.iter().any(|c| !before.adds_class(t, c));
            (more && before.was_published(t) && !before.took_effect(t)).then_some(index)
        };
        self.lines().rev().find_map(grew).unwrap_or(0)
    }

    /// The notices of the version that count for the person.
    fn notices(self, t: Terms, p: Person) -> Vec<Notice> {
        let posts_count = self.rules.readings.notice_channel == NoticeChannel::AnyListed;
        self.from(self.notices_count_from(t))
            .filter_map(|(_, at, seen)| notice_to(seen, t, p, posts_count).map(|full| Notice { at, full }))
            .collect()
    }

    /// The dates stated for the version, each as its first millisecond.
    fn dates(self, t: Terms) -> Vec<u64> {
        let date = |(_, at, seen): (usize, u64, Observation)| {
            let (Published { terms, effective, .. } | Notified { terms, effective, .. }) = seen else {
                return None;
            };
            let units = effective.filter(|_| terms == t)?;
            Some(if units == 0 { at } else { self.due(at, units.try_into().unwrap_or(u32::MAX)) })
        };
        self.lines().filter_map(date).collect()
    }

    fn users(self) -> BTreeSet<Person> {
        let people = self.lines().filter_map(|(.., seen)| seen.person());
        people.filter(|&p| self.ever(|seen| is_product_use(seen, p))).collect()
    }
}

fn change(past: Past<'_>, seen: Seen) -> Option<Terms> {
    let Some(TookEffect { terms }) = seen.line() else { return None };
    let first = !past.ever(|older| matches!(older, TookEffect { .. }));
    (!first && !past.took_effect(terms)).then_some(terms)
}

fn mailed_to(seen: Seen) -> Option<Address> {
    if let Some(Notified { channel: Channel::Email, address, .. }) = seen.line() { address } else { None }
}

fn date_stated(past: Past<'_>, seen: Seen) -> bool {
    change(past, seen).is_none_or(|t| {
        let minor = past.was_published(t) && !past.adds_something(t);
        minor || !past.dates(t).is_empty()
    })
}

fn date_come(past: Past<'_>, seen: Seen) -> bool {
    change(past, seen).is_none_or(|t| {
        let dates = past.dates(t).into_iter();
        let counts = match past.rules.readings.stated_date {
            StatedDate::Latest => dates.max(),
            StatedDate::Earliest => dates.min(),
        };
        counts.is_none_or(|date| past.now >= date)
    })
}

/// Whether this is so of the notices to everybody who uses the products, where the change is material.
fn of_each_user(past: Past<'_>, seen: Seen, is_so: impl Fn(&[Notice]) -> bool) -> bool {
    change(past, seen)
        .filter(|&t| past.adds_something(t))
        .is_none_or(|t| past.users().into_iter().all(|p| is_so(&past.notices(t, p))))
}

fn announced(past: Past<'_>, seen: Seen) -> bool {
    of_each_user(past, seen, |notices| !notices.is_empty())
}

fn content_told(past: Past<'_>, seen: Seen) -> bool {
    of_each_user(past, seen, |notices| notices.is_empty() || notices.iter().any(|notice| notice.full))
}

fn lead_kept(past: Past<'_>, seen: Seen) -> bool {
    let units = past.rules.deadlines.notice_lead;
    of_each_user(past, seen, |notices| {
        let mut full = notices.iter().filter(|notice| notice.full).peekable();
        full.peek().is_none() || full.any(|notice| units == 0 || past.now >= past.due(notice.at, units))
    })
}

fn controlled(past: Past<'_>, seen: Seen) -> Option<DataAct> {
    past.controlled_act(seen.line()?)
}

fn filed_under(seen: Seen) -> Option<Terms> {
    if let Some(Collected { terms, .. }) = seen.line() { terms } else { None }
}

fn version_in_force(past: Past<'_>, seen: Seen) -> bool {
    let latest =
        past.latest_saying(|older| if let TookEffect { terms } = older { Some(terms) } else { None });
    filed_under(seen).is_none_or(|t| latest.is_none_or(|in_force| in_force == t))
}

fn not_before_effect(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = seen.line().and_then(data_act) else { return true };
    let pending = past.all_versions().into_iter().any(|t| !past.took_effect(t) && past.adds(t, &act));
    let agreed = (act.verb == Verb::Collect && past.agreed_to_collection(act.person, act.category))
        || past.specifically_agreed(&act);
    !pending || past.some_version_in_force_adds(&act) || act.handed_over || agreed || past.exempt(&act)
}
