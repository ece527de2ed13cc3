//! Faces: what a party is at the moment, in a few words, for diagrams that people look at.
//!
//! A face leaves out whatever would blow a diagram up: clocks, counters, who exactly. It is read from a
//! world and never read by a party. [`FACES`] is the only list; whoever draws knows no party but through it.

use crate::command::CommandIs;
use crate::limits::{COMMANDS, RECORDS, REQUESTS};
use crate::phone::PhoneIs;
use crate::request::{Plea, Stage};
use crate::setup::Setup;
use crate::vendor::sale::Bargain;
use crate::world::World;
use vouchsafe_alphabet::{Answer, Category, Clock, Holder, Person, Sort, Ticks, Verb};

/// A machine with a face: a party, or one of the things that parties keep.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Its name, which no scope has.
    pub name: &'static str,
    /// What a diagram of it shows, in a sentence.
    pub says: &'static str,
    /// How many of it a setup has; one that does not take part counts all the same.
    pub count: fn(&Setup) -> usize,
    /// What one of them is the machine of.
    pub of: fn(&Setup, usize) -> Subject,
    /// What one of them is at the moment; nothing where there is no such machine.
    pub now: fn(&Setup, &World<Ticks>, usize) -> Option<&'static str>,
}

/// Whose or which a machine is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The sort of its id.
    pub sort: Sort,
    /// Its id; for a case, the slot.
    pub id: u32,
    /// The category that it is about, where it is about one.
    pub category: Option<Category>,
}

/// Every machine with a face, in the order of their diagrams.
pub const FACES: &[Face] = &[
    Face {
        name: "tv",
        says: "A TV is bound to an owner, let in by a check, and shared; a new owner makes the verdict void.",
        count: |setup| setup.cast.tvs.len(),
        of: |_, index| plain(Sort::Tv, index),
        now: tv,
    },
    Face {
        name: "phone",
        says: "A phone loses its connection and its home network, and keeps withdrawals until it is back.",
        count: |setup| setup.cast.phones.len(),
        of: |_, index| plain(Sort::Phone, index),
        now: phone,
    },
    Face {
        name: "command",
        says: "A command is pressed, travels, arrives and is recorded, or is lost or fails, until its slot is free.",
        count: |setup| usize::from(setup.commands).min(COMMANDS),
        of: |_, index| plain(Sort::Command, index),
        now: command,
    },
    Face {
        name: "questions",
        says: "A person has a question about data in front of them, one about direct marketing, or both.",
        count: people,
        of: |_, index| plain(Sort::Person, index),
        now: questions,
    },
    Face {
        name: "choice",
        says: "A person's choice about one category of data, as the account service notes it.",
        count: |setup| people(setup) * kinds(setup),
        of: |setup, index| Subject {
            category: setup.categories.iter().nth(index % kinds(setup).max(1)),
            ..plain(Sort::Person, index / kinds(setup).max(1))
        },
        now: choice,
    },
    Face {
        name: "acceptance",
        says: "The terms in force, and whether the person's acceptance of them was noted.",
        count: people,
        of: |_, index| plain(Sort::Person, index),
        now: acceptance,
    },
    Face {
        name: "marketing-choice",
        says: "A person's last answer about direct marketing, and its end by an opt-out until a new yes.",
        count: people,
        of: |_, index| plain(Sort::Person, index),
        now: marketing_choice,
    },
    Face {
        name: "agency-list",
        says: "A person's place on the agencies' list, which learns of an opt-out later than the vendor.",
        count: people,
        of: |_, index| plain(Sort::Person, index),
        now: agency_list,
    },
    Face {
        name: "request",
        says: "A withdrawal waits in the phone or with the vendor; a report or a message waits with the vendor.",
        count: |setup| usize::from(setup.cases()).min(REQUESTS),
        of: |_, index| plain(Sort::Request, index),
        now: request,
    },
    Face {
        name: "record",
        says: "A record serves its purpose, is kept for a ground, and is purged once nothing keeps it.",
        count: |setup| usize::from(setup.records).min(RECORDS),
        of: |_, index| plain(Sort::Record, index),
        now: record,
    },
    Face {
        name: "minor-file",
        says: "What the minors' desk knows of a person, from being told of the age to a guardian's report.",
        count: people,
        of: |_, index| plain(Sort::Person, index),
        now: minor_file,
    },
    Face {
        name: "bargain",
        says: "A contract becomes one about data for a service or about figures for money, never both.",
        count: |setup| setup.cast.recipients.len(),
        of: |_, index| plain(Sort::Holder, index + 1),
        now: bargain,
    },
    Face {
        name: "succession",
        says: "A person is told of a change of ownership before their data moves into new custody.",
        count: people,
        of: |_, index| plain(Sort::Person, index),
        now: succession,
    },
];

fn plain(sort: Sort, index: usize) -> Subject {
    Subject { sort, id: index as u32, category: None }
}

fn people(setup: &Setup) -> usize {
    setup.cast.people.len()
}

fn kinds(setup: &Setup) -> usize {
    setup.categories.iter().count()
}

fn person(index: usize) -> Person {
    Person(index as u32)
}

fn tv(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let tv = world.tvs.at(index).ok()?;
    Some(match (tv.owner.is_some(), tv.admitted, !tv.guests.is_empty()) {
        (false, false, _) => "unbound",
        (false, true, _) => "unbound, let in",
        (true, false, false) => "bound",
        (true, true, false) => "bound, let in",
        (true, false, true) => "shared",
        (true, true, true) => "shared, let in",
    })
}

fn phone(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let phone = world.phones.at(index).ok()?;
    Some(match (phone.is(PhoneIs::Offline), phone.is(PhoneIs::Away), !phone.outbox.is_empty()) {
        (false, false, false) => "online, at home",
        (false, true, false) => "online, away",
        (true, false, false) => "offline, at home",
        (true, true, false) => "offline, away",
        (false, false, true) => "online, at home, a withdrawal waits",
        (false, true, true) => "online, away, a withdrawal waits",
        (true, false, true) => "offline, at home, a withdrawal waits",
        (true, true, true) => "offline, away, a withdrawal waits",
    })
}

fn command(_: &Setup, world: &World<Ticks>, slot: usize) -> Option<&'static str> {
    let Ok(command) = world.commands.get(slot) else { return Some("no command") };
    Some(if command.is(CommandIs::Failed) {
        "failed"
    } else if command.is(CommandIs::Lost) {
        "lost"
    } else {
        match (
            command.is(CommandIs::Arrived),
            command.is(CommandIs::Recorded),
            command.is(CommandIs::Relayed),
        ) {
            (true, true, _) => "arrived and recorded",
            (true, false, _) => "arrived",
            (false, true, _) => "recorded, under way",
            (false, false, true) => "under way by the relay",
            (false, false, false) if world.network.carries(slot) => "under way on the home network",
            (false, false, false) => "pressed",
        }
    })
}

fn questions(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let user = *world.users.at(index).ok()?;
    let data = user.is_asked();
    let mut asked = user;
    Some(match (data, asked.answer_marketing().is_ok()) {
        (false, false) => "no question",
        (true, false) => "asked for data",
        (false, true) => "asked for marketing",
        (true, true) => "asked for both",
    })
}

fn choice(setup: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let kinds = kinds(setup);
    let kind = setup.kind(setup.categories.iter().nth(index.checked_rem(kinds)?)?).ok()?;
    let consent = world.vendor.account.consent(person(index / kinds)).ok()?;
    let granted = |verb| consent.granted(verb, kind);
    let any = [Verb::Collect, Verb::Use, Verb::Disclose].into_iter().any(granted);
    Some(if consent.refused().has(kind) {
        "refused"
    } else if consent.granted_all(kind) {
        "granted"
    } else if any {
        "granted in part"
    } else if consent.barred(Verb::Collect, kind) || consent.barred(Verb::Use, kind) {
        "withdrawn"
    } else {
        "no answer"
    })
}

fn acceptance(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let mut account = world.vendor.account;
    let version = account.terms();
    // That acceptance is no news shows that it was noted before.
    Some(match (version, account.accept(person(index))) {
        (0, true) => "first terms",
        (0, false) => "first terms, accepted",
        (1, true) => "second terms",
        (1, false) => "second terms, accepted",
        (_, true) => "later terms",
        (_, false) => "later terms, accepted",
    })
}

fn marketing_choice(setup: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let (marketing, person) = (&world.vendor.marketing, person(index));
    let ended = marketing.open(setup, person, true).is_err();
    Some(match (marketing.answered(person), ended) {
        (None, false) => "not asked",
        (None, true) => "not asked, opted out",
        (Some(Answer::Yes), false) => "yes",
        (Some(Answer::Yes), true) => "yes, then opted out",
        (Some(Answer::No), false) => "no",
        (Some(Answer::NoObjection), false) => "no objection",
        (Some(Answer::Silence), false) => "silence",
        (Some(Answer::No | Answer::NoObjection | Answer::Silence), true) => "another answer, then opted out",
    })
}

fn agency_list(setup: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let (marketing, person) = (&world.vendor.marketing, person(index));
    let allowed = marketing.may_promote(setup, person, vouchsafe_alphabet::Channel::Email).is_ok();
    Some(match (marketing.listed(person).is_ok(), allowed) {
        (false, false) => "off the list",
        (false, true) => "not listed yet",
        (true, true) => "on the list",
        (true, false) => "to be struck off",
    })
}

fn request(_: &Setup, world: &World<Ticks>, slot: usize) -> Option<&'static str> {
    let Ok(request) = world.requests.get(slot) else { return Some("no request") };
    Some(match (request.plea, request.arrived) {
        (Plea::Withdrawal(_), false) => "withdrawal, in the phone",
        (Plea::Withdrawal(_), true) => "withdrawal, with the vendor",
        (Plea::Report, _) => "report, with the vendor",
        (Plea::Law(_), _) => "demand or allowance of the law",
        (Plea::Inquiry(inquiry), _) => match inquiry.stage {
            Stage::Posted => "message, not opened",
            Stage::Misplaced => "message, at a wrong desk",
            Stage::AtDesk => "message, at its desk",
            Stage::Asked => "message, its sender asked for proof",
            Stage::Proved => "message, its sender known",
            Stage::Unproved => "message, its sender not known",
        },
    })
}

fn record(_: &Setup, world: &World<Ticks>, slot: usize) -> Option<&'static str> {
    let Ok(record) = world.records.get(slot) else { return Some("no record") };
    Some(if record.gone() {
        "gone"
    } else if !record.held() {
        "left with others"
    } else if !record.grounds.is_empty() {
        if record.ended { "ended, kept for a ground" } else { "in use, with a ground" }
    } else if !record.ended {
        "in use"
    } else if record.purge.is_set() {
        "to be purged"
    } else {
        "purpose ended"
    })
}

fn minor_file(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let file = world.vendor.minors.file(person(index)).ok()?;
    Some(match (file.reported, file.removal.is_running(()), file.known) {
        (true, true, _) => "reported, to be removed",
        (true, false, _) if file.approved_since => "removed, approved anew",
        (true, false, _) => "removed",
        (false, _, true) => "known as a minor",
        (false, _, false) => "not known as a minor",
    })
}

fn bargain(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    Some(match world.vendor.sale.bargain(Holder(index as u32 + 1)).ok()? {
        Bargain::Open => "open",
        Bargain::Service => "data for a service",
        Bargain::Figures => "figures for money",
    })
}

fn succession(_: &Setup, world: &World<Ticks>, index: usize) -> Option<&'static str> {
    let sale = &world.vendor.sale;
    Some(match (sale.told.has(index), sale.moved.has(index)) {
        (false, false) => "with the vendor",
        (true, false) => "told of the change",
        (true, true) => "told, and moved",
        (false, true) => "moved, and not told",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_told_apart() {
        let names: BTreeSet<&str> = FACES.iter().map(|face| face.name).collect();
        assert_eq!(names.len(), FACES.len());
    }

    #[test]
    fn a_face_follows_its_machine() {
        let (setup, mut world) = (Setup::default(), World::<Ticks>::default());
        assert_eq!(tv(&setup, &world, 0), Some("unbound"));
        world.tvs.at_mut(0).unwrap().rebind(Some(1), false);
        assert_eq!(tv(&setup, &world, 0), Some("bound"));
        assert_eq!(tv(&setup, &world, 9), None, "there is no such TV");
        world.phones.at_mut(1).unwrap().set(PhoneIs::Offline, true);
        assert_eq!(phone(&setup, &world, 1), Some("offline, at home"));
        assert_eq!(acceptance(&setup, &world, 0), Some("first terms"));
        assert!(world.vendor.account.accept(Person(0)));
        assert_eq!(acceptance(&setup, &world, 0), Some("first terms, accepted"));
        assert_eq!(acceptance(&setup, &world, 1), Some("first terms"), "looking accepts nothing");
        assert_eq!(command(&setup, &world, 0), Some("no command"));
        assert_eq!(bargain(&setup, &world, 0), Some("open"));
    }
}
