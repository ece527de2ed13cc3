//! F37: nobody comes in by a change of ownership before the person was told of it, of new uses and of choices.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::stated_purposes::row;
use vouchsafe_alphabet::Observation::{CorporateNotice, CustodyMoved, Disclosed, Used};
use vouchsafe_alphabet::readings::NoticeChannel;
use vouchsafe_alphabet::{Channel, Class, Holder, Observation, Person, Purpose, Set};

/// A notice comes before custody moves and before the first new use, and tells of both and of choices (ECO-06 to
/// ECO-08).
pub(crate) const CORPORATE_CHANGE_IS_TOLD: Promise = Promise {
    id: "F37.corporate-change-is-told",
    trigger: |past, seen| past.step(seen).is_some(),
    parts: &[("told-before", told_before), ("choices-told", choices_told), ("use-told", use_told)],
    witnesses: &[
        ("moved-after-notice", |_, seen| matches!(seen.line(), Some(CustodyMoved { .. }))),
        ("new-use-after-notice", |past, seen| past.step(seen).is_some_and(|step| step.new_use.is_some())),
    ],
    duty: None,
};

/// Somebody who comes in gets data of a person, or does something new with it.
struct Step {
    person: Person,
    to: Holder,
    new_use: Option<Purpose>,
}

/// A notice that the person got.
struct Notice {
    by_mail: bool,
    choices: bool,
    purposes: Set<Purpose>,
}

impl Past<'_> {
    fn comes_in(self, h: Holder) -> bool {
        self.class(h) == Class::Successor
    }

    fn step(self, seen: Seen) -> Option<Step> {
        let line = seen.line()?;
        if let CustodyMoved { person, to, .. } = line {
            (!self.we(to)).then_some(Step { person, to, new_use: None })
        } else if let Disclosed { person, by, to, purpose: Purpose::CorporateEvent, .. } = line {
            (self.controlled(by) && self.comes_in(to)).then_some(Step { person, to, new_use: None })
        } else if let Used { person, category, purpose, by, .. } = line {
            let new = !row(category).has(purpose);
            (new && self.comes_in(by) && self.has_of_ours(by, person)).then_some(Step {
                person,
                to: by,
                new_use: Some(purpose),
            })
        } else {
            None
        }
    }

    /// Whether the holder has custody of the person's data, or was given any of it.
    fn has_of_ours(self, h: Holder, p: Person) -> bool {
        let moved =
            self.ever(|seen| matches!(seen, CustodyMoved { person, to, .. } if person == p && to == h));
        moved || self.reached_at_all(p, h)
    }

    fn notices_of(self, p: Person, h: Holder) -> Vec<Notice> {
        let notice = |(.., seen): (usize, u64, Observation)| {
            let CorporateNotice { person, to, channel, purposes, good } = seen else { return None };
            let counts = matches!(channel, Channel::Email | Channel::Site | Channel::AllSites);
            (counts && person == p && to == h).then(|| Notice {
                by_mail: channel == Channel::Email,
                choices: good != Some(false),
                purposes: purposes.unwrap_or(Set::EMPTY),
            })
        };
        self.lines().filter_map(notice).collect()
    }

    fn is_told(self, step: &Step) -> bool {
        let posts_count = self.rules.readings.notice_channel == NoticeChannel::AnyListed;
        self.notices_of(step.person, step.to).iter().any(|notice| notice.by_mail || posts_count)
    }
}

fn told_before(past: Past<'_>, seen: Seen) -> bool {
    past.step(seen).is_none_or(|step| past.is_told(&step))
}

/// Whether, of whoever was told, some notice is like this.
fn some_notice(past: Past<'_>, seen: Seen, like: impl Fn(&Step, &Notice) -> bool) -> bool {
    past.step(seen).is_none_or(|step| {
        let notices = past.notices_of(step.person, step.to);
        !past.is_told(&step) || notices.iter().any(|notice| like(&step, notice))
    })
}

fn choices_told(past: Past<'_>, seen: Seen) -> bool {
    some_notice(past, seen, |_, notice| notice.choices)
}

fn use_told(past: Past<'_>, seen: Seen) -> bool {
    some_notice(past, seen, |step, notice| step.new_use.is_none_or(|q| notice.purposes.has(q)))
}
