//! F11: data goes to others in the listed scenarios alone, and only to those whom the person or the law
//! allows.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::sourced::MadeAvailable;
use vouchsafe_alphabet::Observation::{
    Accepted, FeedbackSubmitted, Pressed, ServiceRequested, Subscribed, Viewed,
};
use vouchsafe_alphabet::readings::Authorisation;
use vouchsafe_alphabet::{Class, Person, ProviderKind, Purpose, Verb, Word};

/// What leaves us, at whatever hop, fits a scenario and a kind of recipient that the text lists, and
/// everybody whose data it is has authorised it (COM-02, USE-03, USE-04, SHR-02 to SHR-04, GRP-01, GRP-02,
/// GRP-05, ECO-02, ECO-03, OTH-01, NOC-03, NOC-04).
pub(crate) const AUTHORISED_DISCLOSURE: Promise = Promise {
    id: "F11.authorised-disclosure",
    trigger: |past, seen| outward(past, seen).is_some(),
    parts: &[
        ("listed-scenario", listed_scenario),
        ("listed-kind", listed_kind),
        ("authorised", authorised),
        ("under-law", under_law),
        ("requested", requested),
    ],
    witnesses: &[
        ("to-provider", |past, seen| agreed_by_all(past, seen, Class::Provider)),
        ("to-affiliate", |past, seen| agreed_by_all(past, seen, Class::Affiliate)),
        ("to-ecosystem-by-own-grant", |past, seen| {
            goes_to(past, seen, Class::Ecosystem).is_some_and(|made| !made.all_legal(past))
        }),
        ("under-order", |past, seen| goes_to(past, seen, Class::Authority).is_some()),
        ("to-others-under-law", |past, seen| goes_to(past, seen, Class::Outside).is_some()),
        ("for-requested-service", |past, seen| to_be_requested(past, seen).is_some()),
    ],
    duty: None,
};

fn outward(past: Past<'_>, seen: Seen) -> Option<MadeAvailable> {
    past.outward(seen.line()?)
}

/// What goes to a holder of this class by this.
fn goes_to(past: Past<'_>, seen: Seen, c: Class) -> Option<MadeAvailable> {
    outward(past, seen).filter(|made| past.class(made.to) == c)
}

/// Whether the scenarios of sharing list recipients of this class at all.
fn shared_with(c: Class) -> bool {
    matches!(c, Class::Affiliate | Class::Provider | Class::Ecosystem)
}

/// Whether sharing with this class for this purpose is a listed scenario; a copy, which has no purpose, fits
/// with every class that is listed (SHR-03).
fn scenario(c: Class, q: Option<Purpose>) -> bool {
    let Some(q) = q else { return shared_with(c) };
    match c {
        Class::Affiliate | Class::Provider => !matches!(
            q,
            Purpose::Unstated
                | Purpose::Business
                | Purpose::CorporateEvent
                | Purpose::LegalDemand
                | Purpose::ProtectRights
                | Purpose::Safety
                | Purpose::Investigation
                | Purpose::Ecosystem
        ),
        Class::Ecosystem => matches!(q, Purpose::Ecosystem | Purpose::Provide),
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => false,
    }
}

fn listed_scenario(past: Past<'_>, seen: Seen) -> bool {
    outward(past, seen).is_none_or(|made| {
        let c = past.class(made.to);
        c == Class::Authority || scenario(c, made.purpose) || made.all_legal(past)
    })
}

fn listed_kind(past: Past<'_>, seen: Seen) -> bool {
    goes_to(past, seen, Class::Provider).is_none_or(|made| {
        let listed = |kind: &&ProviderKind| **kind != ProviderKind::Other;
        let declared = past.introduced(made.to).kinds;
        declared.is_none_or(|kinds| ProviderKind::ALL.iter().filter(listed).any(|&kind| kinds.has(kind)))
            || made.all_legal(past)
    })
}

/// What the person decided about that.
fn decision(past: Past<'_>, made: &MadeAvailable, p: Person) -> Option<bool> {
    past.live_answers(p, Verb::Disclose, made.category).decision(
        past.class(made.to),
        made.purpose,
        past.named_by_the_sentence(made.to),
    )
}

/// Whether the person's use or acceptance stands for an answer, which it does by one reading alone (T04).
fn by_acceptance(past: Past<'_>, made: &MadeAvailable, p: Person) -> bool {
    let accepted =
        past.used_product(p) || past.ever(|older| matches!(older, Accepted { person, .. } if person == p));
    past.named_by_the_sentence(made.to)
        && accepted
        && decision(past, made, p) != Some(false)
        && !past.withdrawn(p, Verb::Disclose, made.category)
}

/// Whether the person authorised that, by the reading.
fn authorised_by(past: Past<'_>, made: &MadeAvailable, p: Person) -> bool {
    let decided = || decision(past, made, p) == Some(true);
    match past.rules.readings.authorisation {
        Authorisation::Asked => decided(),
        Authorisation::Acceptance => decided() || by_acceptance(past, made, p),
        Authorisation::PerScenario => past
            .live_answers(p, Verb::Disclose, made.category)
            .agreed_in_full(past.class(made.to), made.purpose),
    }
}

fn authorised(past: Past<'_>, seen: Seen) -> bool {
    outward(past, seen).filter(|made| scenario(past.class(made.to), made.purpose)).is_none_or(|made| {
        made.asked(past).iter().all(|&p| made.legal_for(past, p) || authorised_by(past, &made, p))
    })
}

fn under_law(past: Past<'_>, seen: Seen) -> bool {
    goes_to(past, seen, Class::Authority).is_none_or(|made| made.all_legal(past))
}

/// What is shared, and not under law, to provide a service, which somebody has to have asked for (SHR-02).
fn to_be_requested(past: Past<'_>, seen: Seen) -> Option<MadeAvailable> {
    outward(past, seen).filter(|made| {
        made.purpose == Some(Purpose::Provide) && shared_with(past.class(made.to)) && !made.all_legal(past)
    })
}

/// Whether the person asked for any service or made use of one.
fn asked_for_service(past: Past<'_>, p: Person) -> bool {
    past.ever(|older| {
        matches!(
            older,
            ServiceRequested { person, .. }
                | Subscribed { person, .. }
                | Pressed { person, .. }
                | Viewed { person, .. }
                | FeedbackSubmitted { person, .. }
                if person == p
        )
    })
}

fn requested(past: Past<'_>, seen: Seen) -> bool {
    to_be_requested(past, seen).is_none_or(|made| made.principals.iter().all(|&p| asked_for_service(past, p)))
}

fn agreed_by_all(past: Past<'_>, seen: Seen, c: Class) -> bool {
    goes_to(past, seen, c).is_some_and(|made| {
        made.asked(past).iter().all(|&p| decision(past, &made, p) == Some(true)) && !made.all_legal(past)
    })
}
