//! F10: data is collected and used for the purposes that are stated for it, or newly agreed to.

use crate::history::{DataAct, Past, data_act};
use crate::promise::{Promise, Seen};
use crate::record::{Known, known};
use crate::stated_purposes::{LEGAL, compatible, legal_and, permitted, row};
use vouchsafe_alphabet::Observation::{
    Collected, FeedbackSubmitted, Messaged, RequestMade, ServiceRequested, Used,
};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::readings::PurposeScope;
use vouchsafe_alphabet::{
    Category, Class, Holder, Mail, Observation, Person, ProviderKind, Purpose, Service, Source, Verb,
};

/// Every use, by whoever has the data from us, serves a purpose stated for that data and compatible with its
/// collection (COM-03, USE-01, USE-02, USE-05 to USE-08, USE-10, USE-11, USE-21, USE-23, USE-24, CKT-03,
/// GRP-03, ACC-02).
pub(crate) const STATED_COMPATIBLE_PURPOSE: Promise = Promise {
    id: "F10.stated-compatible-purpose",
    trigger: |past, seen| act(past, seen).is_some() || follow_up(past, seen).is_some(),
    parts: &[
        ("stated", stated),
        ("fits-category", fits_category),
        ("fits-collection", fits_collection),
        ("recipient-purpose", recipient_purpose),
        ("legal-duty", legal_duty),
        ("support-case", support_case),
        ("feedback-first", feedback_first),
    ],
    witnesses: &[
        ("provide", |past, seen| uses_for(past, seen, Purpose::Provide)),
        ("support", |past, seen| uses_for(past, seen, Purpose::Support)),
        ("statistics", |past, seen| uses_for(past, seen, Purpose::Statistics)),
        ("business-records", |past, seen| uses_for(past, seen, Purpose::BusinessRecords)),
        ("feedback", |past, seen| uses_for(past, seen, Purpose::Feedback)),
        ("control", |past, seen| uses_for(past, seen, Purpose::Control)),
        ("app-run", |past, seen| uses_for(past, seen, Purpose::AppRun)),
        ("authenticity", |past, seen| uses_for(past, seen, Purpose::Authenticity)),
        ("identity-verification", |past, seen| uses_for(past, seen, Purpose::IdentityVerification)),
        ("follow-up", |past, seen| follow_up(past, seen).is_some()),
        ("recipient-operates", recipient_operates),
        ("new-purpose-agreed", new_purpose_agreed),
        ("under-duty", |past, seen| collected_under_duty(past, seen).is_some()),
    ],
    duty: None,
};

/// A use or a collection, and what it is for.
struct Purposeful {
    act: DataAct,
    q: Purpose,
}

/// The use of data that is ours or comes from us, or the collection by our side for some purpose, that this
/// is.
fn act(past: Past<'_>, seen: Seen) -> Option<Purposeful> {
    let act = data_act(seen.line()?)?;
    let from_us = || act.verb == Verb::Use && past.sourced(act.person, act.category, act.by);
    let concerned = act.verb != Verb::Disclose && (past.controlled(act.by) || from_us());
    act.purpose.filter(|_| concerned).map(|q| Purposeful { act, q })
}

/// The use that this is.
fn used(past: Past<'_>, seen: Seen) -> Option<Purposeful> {
    act(past, seen).filter(|it| it.act.verb == Verb::Use)
}

/// The message that follows feedback up that this is: to whom, and to which address.
fn follow_up(past: Past<'_>, seen: Seen) -> Option<(Person, Option<Address>)> {
    if let Messaged { person, by, mail: Mail::FollowUp, address, .. } = seen.line()?
        && past.controlled(by)
    {
        Some((person, address))
    } else {
        None
    }
}

/// Whether the person agreed to this use.
fn agreed(past: Past<'_>, it: &Purposeful) -> bool {
    past.agreed_to_use(it.act.person, it.act.category, it.q)
}

fn stated(past: Past<'_>, seen: Seen) -> bool {
    act(past, seen).is_none_or(|it| it.q != Purpose::Unstated || past.covered(&it.act))
}

fn fits_category(past: Past<'_>, seen: Seen) -> bool {
    let Some(it) = act(past, seen).filter(|it| it.q != Purpose::Unstated) else {
        return true;
    };
    permitted(it.act.category, past.rules.readings.purpose_scope).has(it.q)
        || past.covered(&it.act)
        || (it.act.verb == Verb::Use && agreed(past, &it))
}

/// The record that this uses, where it names one that is open.
fn record_used(past: Past<'_>, seen: Seen) -> Option<Known> {
    if let Used { record, .. } = seen.line()? { known(past, record?) } else { None }
}

fn fits_collection(past: Past<'_>, seen: Seen) -> bool {
    let Some(it) = used(past, seen) else { return true };
    let collected_for = record_used(past, seen).and_then(|record| record.purpose);
    past.rules.readings.purpose_scope == PurposeScope::Union
        || collected_for.is_none_or(|purpose| compatible(purpose, it.q))
        || past.covered(&it.act)
        || agreed(past, &it)
}

fn recipient_purpose(past: Past<'_>, seen: Seen) -> bool {
    let Some(it) = used(past, seen).filter(|it| !past.we(it.act.by) && it.q != Purpose::Unstated) else {
        return true;
    };
    past.covered(&it.act) || may_serve(past, it.act.by, it.q)
}

/// Whether a recipient of that sort may use what it has from us for that purpose (GRP-03, ECO-03).
fn may_serve(past: Past<'_>, h: Holder, q: Purpose) -> bool {
    let it = past.introduced(h);
    match it.class {
        Class::Provider | Class::Affiliate => {
            let own_business = matches!(q, Purpose::Ecosystem | Purpose::Business);
            let promotes =
                matches!(q, Purpose::DirectMarketing | Purpose::Advertising | Purpose::InterestAds);
            let promoter = it.class == Class::Affiliate
                || it.kinds.is_none_or(|kinds| {
                    kinds.has(ProviderKind::Promotion) || kinds.has(ProviderKind::Mailing)
                });
            !own_business && (!promotes || promoter)
        }
        Class::Ecosystem => legal_and(&[Purpose::Ecosystem, Purpose::Provide, Purpose::Statistics]).has(q),
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => LEGAL.contains(&q),
    }
}

/// The collection for the sake of the vendor's own legal duties that this is.
fn collected_under_duty(past: Past<'_>, seen: Seen) -> Option<Purposeful> {
    act(past, seen).filter(|it| it.act.verb == Verb::Collect && it.q == Purpose::LegalCompliance)
}

fn legal_duty(past: Past<'_>, seen: Seen) -> bool {
    collected_under_duty(past, seen).is_none_or(|it| past.covered(&it.act))
}

/// Whether the person turned to the vendor by this, or heard from it about device or service.
pub(crate) fn opens_a_case(then: Past<'_>, seen: Observation, p: Person) -> bool {
    matches!(
        seen,
        ServiceRequested { person, service: Service::Support }
            | FeedbackSubmitted { person, .. }
            | RequestMade { person, .. }
            if person == p
    ) || hands_over(seen, p, Category::Feedback)
        || hands_over(seen, p, Category::Correspondence)
        || matches!(
            seen,
            Messaged { person, by, mail: Mail::Notice | Mail::Service, .. } if person == p && then.controlled(by)
        )
}

fn support_case(past: Past<'_>, seen: Seen) -> bool {
    used(past, seen).is_none_or(|it| {
        it.q != Purpose::Support
            || !past.controlled(it.act.by)
            || past.ever_then(|then, older| opens_a_case(then, older, it.act.person))
    })
}

/// Whether the person gave feedback.
pub(crate) fn gave_feedback(past: Past<'_>, p: Person) -> bool {
    past.ever(|older| {
        matches!(older, FeedbackSubmitted { person, .. } if person == p)
            || hands_over(older, p, Category::Feedback)
    })
}

/// Whether the person hands over data of that category by this.
fn hands_over(seen: Observation, p: Person, c: Category) -> bool {
    matches!(
        seen,
        Collected { person, category, source: Source::Submitted, .. } if person == p && category == c
    )
}

fn feedback_first(past: Past<'_>, seen: Seen) -> bool {
    let use_follows = used(past, seen)
        .filter(|it| it.q == Purpose::FollowUp && past.controlled(it.act.by))
        .is_none_or(|it| gave_feedback(past, it.act.person));
    let message_follows = follow_up(past, seen)
        .is_none_or(|(p, address)| gave_feedback(past, p) && address != Some(Address::Former));
    use_follows && message_follows
}

fn uses_for(past: Past<'_>, seen: Seen, q: Purpose) -> bool {
    used(past, seen).is_some_and(|it| it.q == q)
}

fn recipient_operates(past: Past<'_>, seen: Seen) -> bool {
    used(past, seen)
        .is_some_and(|it| matches!(it.q, Purpose::OperateFull | Purpose::Provide) && !past.we(it.act.by))
}

fn new_purpose_agreed(past: Past<'_>, seen: Seen) -> bool {
    used(past, seen)
        .is_some_and(|it| past.controlled(it.act.by) && !row(it.act.category).has(it.q) && agreed(past, &it))
}
