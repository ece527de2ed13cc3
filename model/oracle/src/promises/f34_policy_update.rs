//! F34, policy updates (PRE-02, COM-12, UPD-02 to UPD-05, UPD-10, UPD-11): a version comes into force on a stated
//! date, after everybody was told of it where it is material, and nothing that it adds begins before.

use crate::books::{RequestIs, TermsBook};
use crate::mode::{Clocks, Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::readings::{NoticeChannel, StatedDate};
use vouchsafe_alphabet::{Channel, Clock, Kind, Observation, Person, Terms, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F34.change-is-announced",
            family: "F34",
            clauses: &["COM-12", "UPD-02", "UPD-03", "UPD-04", "UPD-05", "UPD-10", "UPD-11"],
            statement: "The terms change on a date that was stated, and a material change once everybody who uses the products was told what changes.",
            shape: Shape::Precedence,
            readings: &["notice-channel", "stated-date"],
            sees: &[Kind::TookEffect, Kind::Notified],
            ends: Ends::Never,
            when: "a version of the terms that is not the first one known comes into force for the first time, or a person is told of a version by e-mail",
            trigger: |v| change(v).is_some() || mailed_to(v).is_some(),
            parts: &[
                Part {
                    name: "date-stated",
                    clauses: &["UPD-11"],
                    says: "a date was stated for it, unless what was published of it is not material",
                    holds: |v| change(v).is_none_or(|it| is_minor(it) || it.latest.is_set()),
                },
                Part {
                    name: "date-come",
                    clauses: &["UPD-05"],
                    says: "the date that was stated for it has come",
                    holds: |v| change(v).is_none_or(|it| !it.latest.is_set() || has_come(v, date(v, it))),
                },
                Part {
                    name: "announced",
                    clauses: &["UPD-03"],
                    says: "everybody who uses the products was told of it by a listed channel, if it is material",
                    holds: |v| each_user(v, |it, person| is_told(v, it, person)),
                },
                Part {
                    name: "content-told",
                    clauses: &["UPD-10"],
                    says: "whoever was told of it was told what changes",
                    holds: |v| {
                        each_user(v, |it, person| !is_told(v, it, person) || is_told_what(v, it, person))
                    },
                },
                Part {
                    name: "lead-kept",
                    clauses: &["UPD-03"],
                    says: "the time between such a notice and the change is over",
                    holds: |v| {
                        each_user(v, |it, person| !is_told_what(v, it, person) || has_led(v, it, person))
                    },
                },
                Part {
                    name: "account-address",
                    clauses: &["UPD-04"],
                    says: "the notice goes to the address in the account",
                    holds: |v| mailed_to(v).is_none_or(|address| address == Address::Account),
                },
            ],
            witnesses: &[
                Witness {
                    name: "material-change",
                    says: "a material change comes into force",
                    seen: |v| change(v).is_some_and(TermsBook::is_material),
                },
                Witness {
                    name: "minor-change",
                    says: "a change that is not material comes into force",
                    seen: |v| change(v).is_some_and(is_minor),
                },
                Witness {
                    name: "changed-while-a-withdrawal-waits",
                    says: "terms change while a withdrawal is not processed",
                    seen: |v| change(v).is_some() && a_withdrawal_waits(v),
                },
            ],
        },
        Promise {
            id: "F34.practice-follows-terms",
            family: "F34",
            clauses: &["PRE-02", "UPD-05"],
            statement: "Data is handled under the version in force, and nothing that a version adds begins before it.",
            shape: Shape::Absence,
            readings: &["user-agreement"],
            sees: &[Kind::Collected, Kind::Used, Kind::Disclosed],
            ends: Ends::Never,
            when: "we, or somebody for the vendor, collect under a version that is named, or do what some published version adds",
            trigger: |v| v.act().is_some_and(|act| filed_under(v).is_some() || is_added(v, &act, |_| true)),
            parts: &[
                Part {
                    name: "version-in-force",
                    clauses: &["PRE-02"],
                    says: "data is collected under the version in force",
                    holds: |v| filed_under(v).is_none_or(|terms| is_in_force(v, terms)),
                },
                Part {
                    name: "not-before-effect",
                    clauses: &["UPD-05"],
                    says: "a version that adds it is in force, or the person agreed to it or law covers it",
                    holds: |v| v.act().is_none_or(|act| !is_early(v, &act)),
                },
            ],
            witnesses: &[
                Witness {
                    name: "collected-under-the-version-in-force",
                    says: "data is collected under changed terms",
                    seen: |v| filed_under(v).is_some() && v.act().is_some() && v.books.world().epoch > 1,
                },
                Witness {
                    name: "begun-after-effect",
                    says: "what a version adds is done once it is in force",
                    seen: |v| v.act().is_some_and(|act| is_added(v, &act, |it| it.in_force.on())),
                },
            ],
        },
    ]
}

/// The version that comes into force for the first time, unless it is the first one known.
fn change<'a, M: Mode>(v: &View<'a, M>) -> Option<&'a TermsBook<M>> {
    match v.saw() {
        Some(&Observation::TookEffect { terms }) if v.books.world().epoch > 0 => {
            Some(v.books.version(terms)).filter(|it| !it.in_force.on())
        }
        Some(_) | None => None,
    }
}

/// The address to which a notice goes by e-mail, where that is said.
fn mailed_to<M: Mode>(v: &View<'_, M>) -> Option<Address> {
    match v.saw() {
        Some(&Observation::Notified { channel: Channel::Email, address, .. }) => address,
        Some(_) | None => None,
    }
}

fn is_minor<M: Mode>(it: &TermsBook<M>) -> bool {
    it.published.on() && !it.is_material()
}

/// The date from which a version applies (T66).
fn date<M: Mode>(v: &View<'_, M>, it: &TermsBook<M>) -> M::Clock {
    match v.rules.readings.stated_date {
        StatedDate::Latest => it.latest,
        StatedDate::Earliest => it.earliest,
    }
}

fn has_come<M: Mode>(v: &View<'_, M>, date: M::Clock) -> bool {
    v.due(date) || v.over(date)
}

/// Whether this is so of everybody who has used a product, where a material change comes into force.
fn each_user<M: Mode>(v: &View<'_, M>, is_so: impl Fn(&TermsBook<M>, Person) -> bool) -> bool {
    let Some(it) = change(v).filter(|it| it.is_material()) else { return true };
    v.note(it.published.cause());
    let mut all = true;
    v.books.people(&mut |person, book| {
        if book.used_product.on() && !is_so(it, person) {
            all = false;
            v.note(book.used_product.cause());
        }
    });
    all
}

/// Whether posting on the sites is notice enough (T37).
fn posts_count<M: Mode>(v: &View<'_, M>) -> bool {
    v.rules.readings.notice_channel == NoticeChannel::AnyListed
}

fn is_told<M: Mode>(v: &View<'_, M>, it: &TermsBook<M>, person: Person) -> bool {
    it.told.get(person.0).is_some() || (posts_count(v) && it.posted.on())
}

fn is_told_what<M: Mode>(v: &View<'_, M>, it: &TermsBook<M>, person: Person) -> bool {
    it.lead.of(person.0).is_set() || (posts_count(v) && it.posted_lead.is_set())
}

fn has_led<M: Mode>(v: &View<'_, M>, it: &TermsBook<M>, person: Person) -> bool {
    has_come(v, it.lead.of(person.0)) || (posts_count(v) && has_come(v, it.posted_lead))
}

fn a_withdrawal_waits<M: Mode>(v: &View<'_, M>) -> bool {
    let mut waits = false;
    v.books.people(&mut |person, _| {
        v.books.requests_of(person, &mut |_, request| waits |= request.is == RequestIs::Withdrawal);
    });
    waits
}

/// The version under which data is filed that is collected.
fn filed_under<M: Mode>(v: &View<'_, M>) -> Option<Terms> {
    match v.saw() {
        Some(&Observation::Collected { terms, .. }) => terms,
        Some(_) | None => None,
    }
}

fn is_in_force<M: Mode>(v: &View<'_, M>, terms: Terms) -> bool {
    let world = v.books.world();
    v.note(world.terms_cause);
    world.terms.is_none_or(|in_force| in_force == terms)
}

/// Whether some published version like this adds what is done.
fn is_added<M: Mode>(v: &View<'_, M>, act: &Act, like: impl Fn(&TermsBook<M>) -> bool) -> bool {
    let mut added = false;
    v.books.versions(&mut |_, it| added |= it.published.on() && like(it) && adds(v, it, act));
    added
}

/// Whether a version adds what is done: a category to collect, or a purpose or a class of recipient.
fn adds<M: Mode>(v: &View<'_, M>, it: &TermsBook<M>, act: &Act) -> bool {
    let class = act.to.map(|to| v.books.recipient(to).class);
    match act.verb {
        Verb::Collect => v.has(&it.categories, act.category),
        Verb::Use => act.purpose.is_some_and(|purpose| v.has(&it.purposes, purpose)),
        Verb::Disclose => {
            act.purpose.is_some_and(|purpose| v.has(&it.purposes, purpose))
                || class.is_some_and(|class| v.has(&it.classes, class))
        }
    }
}

fn is_early<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    is_added(v, act, |it| it.is_pending())
        && !is_added(v, act, |it| it.in_force.on())
        && !act.handed_over
        && !agreed(v, act)
        && !v.exempt(act)
}

/// Whether the person has agreed to it, which they may whatever the terms add.
fn agreed<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let to_collect = &v.books.person(act.person).agreed_to_collect;
    (act.verb == Verb::Collect && to_collect.set().has(act.category)) || v.specifically_agreed(act)
}
