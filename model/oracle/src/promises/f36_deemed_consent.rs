//! F36, deemed consent (COM-08, COM-09, UPD-07, USE-26): using a product accepts the terms in force; it never
//! turns on what was refused, withdrawn or never asked.

use super::f30_withdrawal::withdrawal_bars;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::readings::{CollectConsent, Deemed};
use vouchsafe_alphabet::{Kind, Observation, Terms, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F36.use-is-no-answer",
            family: "F36",
            clauses: &["COM-08", "UPD-07", "USE-26", "NOC-05"],
            statement: "Using a product never stands in for a yes to what was refused, withdrawn or never asked.",
            shape: Shape::Absence,
            readings: &["deemed", "collect-consent", "withdrawal-clock", "user-agreement"],
            sees: &[Kind::Collected, Kind::Used, Kind::Disclosed, Kind::Opened],
            ends: Ends::Never,
            when: "data of somebody who has used a product is collected, used or disclosed, by us or for the vendor",
            trigger: |v| v.act().is_some_and(|act| v.books.person(act.person).used_product.on()),
            parts: &[
                Part {
                    name: "never-refused",
                    clauses: &["COM-08"],
                    says: "the person's last answer to it is not a no",
                    holds: |v| unanswered_for(v, refused),
                },
                Part {
                    name: "never-withdrawn",
                    clauses: &["UPD-07"],
                    says: "it is not withdrawn with nothing but use of a product since",
                    holds: |v| unanswered_for(v, withdrawn_and_used),
                },
                Part {
                    name: "was-asked",
                    clauses: &["USE-26"],
                    says: "the person has said yes to its collection",
                    holds: |v| unanswered_for(v, never_asked),
                },
            ],
            witnesses: &[
                Witness {
                    name: "asked-then-collected",
                    says: "data is collected after a yes to it",
                    seen: |v| collected_after_yes(v),
                },
                Witness {
                    name: "used-after-refusal",
                    says: "a person uses a product after a refusal",
                    seen: |v| opened(v) && v.person().refused.iter().any(|refused| !refused.set().is_empty()),
                },
                Witness {
                    name: "used-after-withdrawal",
                    says: "a person uses a product after a withdrawal",
                    seen: |v| opened(v) && v.person().barred.iter().any(|barred| !barred.set().is_empty()),
                },
            ],
        },
        Promise {
            id: "F36.acceptance-binds-to-terms-in-force",
            family: "F36",
            clauses: &["COM-09", "UPD-07"],
            statement: "What a person is taken to accept is the terms in force, by use of their own or by an express act.",
            shape: Shape::Precedence,
            readings: &["deemed"],
            sees: &[Kind::AcceptanceTaken],
            ends: Ends::Never,
            when: "acceptance of terms is taken for granted",
            trigger: |_| true,
            parts: &[
                Part {
                    name: "in-force",
                    clauses: &["COM-09"],
                    says: "the terms are those in force",
                    holds: |v| is_in_force(v),
                },
                Part {
                    name: "own-use",
                    clauses: &["UPD-07"],
                    says: "that person has used a product since they came into force, or accepted them by an express act",
                    holds: |v| is_own_use(v),
                },
            ],
            witnesses: &[
                Witness { name: "taken-after-use", says: "acceptance is taken after use", seen: |_| true },
                Witness {
                    name: "new-terms-taken",
                    says: "acceptance of changed terms is taken after use",
                    seen: |v| v.books.world().epoch > 1,
                },
            ],
        },
    ]
}

fn opened<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::Opened { .. }))
}

/// Whether the act seen lacks this fault, or an exemption covers it.
fn unanswered_for<M: Mode>(v: &View<'_, M>, fault: fn(&View<'_, M>, &Act) -> bool) -> bool {
    v.act().is_none_or(|act| act.handed_over || !fault(v, &act) || v.exempt(&act))
}

fn refused<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    v.books
        .person(act.person)
        .refused
        .get(act.verb as usize)
        .is_some_and(|refused| v.has(refused, act.category))
        && !v.specifically_agreed(act)
}

fn withdrawn_and_used<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    let used = person.barred_and_used.get(act.verb as usize).is_some_and(|used| v.has(used, act.category));
    used && withdrawal_bars(v, act) && !v.specifically_agreed(act)
}

fn never_asked<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    act.verb == Verb::Collect
        && !person.agreed_to_collect.set().has(act.category)
        && !acceptance_will_do(v, act)
}

/// Whether, under a weaker reading, having accepted the terms is consent to collection.
fn acceptance_will_do<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    v.rules.readings.collect_consent == CollectConsent::FromAcceptance
        && (person.accepted != 0
            || (v.rules.readings.deemed != Deemed::ExpressOnly && person.used_product.on()))
}

fn collected_after_yes<M: Mode>(v: &View<'_, M>) -> bool {
    v.act().is_some_and(|act| {
        act.verb == Verb::Collect
            && !act.handed_over
            && v.books.person(act.person).agreed_to_collect.set().has(act.category)
    })
}

fn taken<M: Mode>(v: &View<'_, M>) -> Option<Terms> {
    match v.saw() {
        Some(&Observation::AcceptanceTaken { terms, .. }) => Some(terms),
        Some(_) | None => None,
    }
}

fn is_in_force<M: Mode>(v: &View<'_, M>) -> bool {
    let world = v.books.world();
    v.note(world.terms_cause);
    v.rules.readings.deemed == Deemed::Blanket || world.terms == taken(v)
}

fn is_own_use<M: Mode>(v: &View<'_, M>) -> bool {
    let (world, person) = (v.books.world(), v.person());
    v.note(world.terms_cause);
    let expressly = taken(v).is_some_and(|terms| person.accepted >> terms.0.min(63) & 1 == 1);
    match v.rules.readings.deemed {
        Deemed::NoOverride => expressly || (person.used_product.on() && person.used_in_epoch > world.epoch),
        Deemed::Blanket => expressly || person.used_product.on(),
        Deemed::ExpressOnly => expressly,
    }
}
