//! F15: marketing that a person has ended, and mail that a person has stopped, does not come again.

use crate::consent::is_separate_marketing_yes;
use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Messaged, OptedOut, StoppedMail, Used};
use vouchsafe_alphabet::readings::OptOutReach;
use vouchsafe_alphabet::{Channel, Mail, Observation, Person, Purpose, Word};

/// After an opt-out, and the time that it may take, no marketing use until a new yes (MKT-04).
pub(crate) const OPT_OUT_ENDS_MARKETING: Promise = Promise {
    id: "F15.opt-out-ends-marketing",
    trigger: |past, seen| act(past, seen).is_some_and(|act| past.ever(|older| opts_out(older, act.person))),
    parts: &[
        ("use-stops", |past, seen| !act(past, seen).is_some_and(|a| a.sent_by.is_none() && ended(past, &a))),
        ("sending-stops", |past, seen| {
            !act(past, seen).is_some_and(|a| a.sent_by.is_some() && ended(past, &a))
        }),
    ],
    witnesses: &[
        ("service-message-after-opt-out", service_message_after_opt_out),
        ("promotion-after-new-yes", promotion_after_new_yes),
    ],
    duty: None,
};

/// A kind of e-mail that the person has stopped does not come again (MKT-05).
pub(crate) const STOPPED_MAIL_STAYS_STOPPED: Promise = Promise {
    id: "F15.stopped-mail-stays-stopped",
    trigger: |past, seen| {
        email(past, seen).is_some_and(|(p, _)| {
            past.ever(|older| matches!(older, StoppedMail { person, .. } if person == p))
        })
    },
    parts: &[("kind-stays-stopped", |past, seen| {
        !email(past, seen).is_some_and(|(p, mail)| mail != Mail::Notice && stopped(past, p, mail))
    })],
    witnesses: &[("other-kind-still-comes", |past, seen| {
        email(past, seen).is_some_and(|(p, mail)| Mail::ALL.iter().any(|&m| m != mail && stopped(past, p, m)))
    })],
    duty: None,
};

/// A use of a person's data for direct marketing, by or for the vendor.
pub(crate) struct MarketingAct {
    /// The person.
    pub(crate) person: Person,
    /// The channel, where the act is the sending of a message.
    pub(crate) sent_by: Option<Channel>,
}

/// The marketing act that this is, if it is one.
pub(crate) fn marketing_act(past: Past<'_>, seen: Observation) -> Option<MarketingAct> {
    if let Used { person, purpose: Purpose::DirectMarketing, by, .. } = seen
        && past.controlled(by)
    {
        Some(MarketingAct { person, sent_by: None })
    } else if let Messaged { person, by, channel, promotional: true, .. } = seen
        && past.controlled(by)
    {
        Some(MarketingAct { person, sent_by: Some(channel) })
    } else {
        None
    }
}

fn act(past: Past<'_>, seen: Seen) -> Option<MarketingAct> {
    marketing_act(past, seen.line()?)
}

fn opts_out(seen: Observation, p: Person) -> bool {
    matches!(seen, OptedOut { person, .. } if person == p)
}

/// When the person first opted out after the latest yes that takes an opt-out back, or at all where there was
/// none.
fn opted_out_at(past: Past<'_>, p: Person) -> Option<u64> {
    let start = past.latest_lifting_marketing_yes(p).map_or(0, |yes| yes + 1);
    past.from(start).find(|(.., seen)| opts_out(*seen, p)).map(|(_, at, _)| at)
}

/// Whether marketing to the person has ended, whatever its way.
fn ended_altogether(past: Past<'_>, p: Person) -> bool {
    let at_once = past.rules.readings.opt_out_reach == OptOutReach::AtOnce;
    opted_out_at(past, p).is_some_and(|at| at_once || past.over(at, past.rules.deadlines.marketing_stop))
}

/// Whether this act is of the marketing that the person has ended.
pub(crate) fn ended(past: Past<'_>, act: &MarketingAct) -> bool {
    let within_reach = match past.rules.readings.opt_out_reach {
        OptOutReach::AllUse | OptOutReach::AtOnce => true,
        OptOutReach::MailOnly => act.sent_by == Some(Channel::Email),
    };
    within_reach && ended_altogether(past, act.person)
}

fn service_message_after_opt_out(past: Past<'_>, seen: Seen) -> bool {
    let Some(Messaged { person, by, promotional: false, .. }) = seen.line() else {
        return false;
    };
    past.controlled(by) && ended_altogether(past, person)
}

fn promotion_after_new_yes(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = act(past, seen).filter(|act| act.sent_by.is_some()) else {
        return false;
    };
    let p = act.person;
    past.lines().any(|(index, _, older)| {
        opts_out(older, p) && past.after(index, |later| is_separate_marketing_yes(later, p))
    })
}

/// The e-mail that this is, by or for the vendor: to whom, and of which kind.
fn email(past: Past<'_>, seen: Seen) -> Option<(Person, Mail)> {
    if let Messaged { person, by, mail, channel: Channel::Email, .. } = seen.line()?
        && past.controlled(by)
    {
        Some((person, mail))
    } else {
        None
    }
}

/// Whether the person first asked for no more of this kind so long ago that it must have stopped.
fn stopped(past: Past<'_>, p: Person, kind: Mail) -> bool {
    past.lines()
        .find(|(.., seen)| matches!(seen, StoppedMail { person, mail, .. } if *person == p && *mail == kind))
        .is_some_and(|(_, at, _)| past.over(at, past.rules.deadlines.marketing_stop))
}
