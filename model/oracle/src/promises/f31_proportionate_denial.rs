//! F31, proportionate denial (COL-02, WDC-07): a service is refused for data that was not given, or for a consent that
//! was taken back, only where the service needs just that.

use crate::books::{Marketing, RequestIs};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::readings::Denial;
use vouchsafe_alphabet::{Categories, Category, Kind, Observation, Service, Set, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F31.denied-for-what-it-needs",
        family: "F31",
        clauses: &["COL-02", "WDC-07"],
        statement: "A service is refused for data that was declined, or for a withdrawal, only where it needs what was declined or withdrawn.",
        shape: Shape::Precedence,
        readings: &["denial"],
        sees: &[Kind::ServiceDenied],
        ends: Ends::Never,
        when: "a service is refused because data was declined or consent was withdrawn",
        trigger: |v| denied(v, Reason::DataDeclined).is_some() || denied(v, Reason::Withdrawn).is_some(),
        parts: &[
            Part {
                name: "needed-data-declined",
                clauses: &["COL-02"],
                says: "the person has declined, and not given since, something that the service needs",
                holds: |v| {
                    denied(v, Reason::DataDeclined).is_none_or(|denied| {
                        concerns(v, denied, declined(v)) || concerns(v, denied, withdrawn(v, Scope::Own))
                    })
                },
            },
            Part {
                name: "withdrawal-touches-it",
                clauses: &["WDC-07"],
                says: "what the person has withdrawn, and not allowed since, is needed for the service",
                holds: |v| {
                    denied(v, Reason::Withdrawn).is_none_or(|denied| {
                        concerns(v, denied, withdrawn(v, Scope::Any))
                            || sharing_stopped(v)
                            || denied.0 == Service::Promotions && no_marketing(v)
                    })
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "denied-for-declined-data",
                says: "a service is refused to somebody who declined what it needs",
                seen: |v| denied(v, Reason::DataDeclined).is_some(),
            },
            Witness {
                name: "denied-after-withdrawal",
                says: "a service is refused to somebody who withdrew what it needs",
                seen: |v| denied(v, Reason::Withdrawn).is_some(),
            },
        ],
    }]
}

/// Which verbs of a withdrawal count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Collecting and using: what the vendor lacks of its own.
    Own,
    /// Disclosing as well.
    Any,
}

/// A service that is refused for this reason, with the categories that are named with it.
type Denied = (Service, Option<Categories>);

fn denied<M: Mode>(v: &View<'_, M>, why: Reason) -> Option<Denied> {
    match v.saw() {
        Some(&Observation::ServiceDenied { service, reason, categories, .. }) if reason == why => {
            Some((service, categories))
        }
        Some(_) | None => None,
    }
}

/// What a service cannot be provided without.
const fn needed(service: Service) -> &'static [Category] {
    match service {
        Service::Control => &[
            Category::Account,
            Category::SharedAccounts,
            Category::DeviceInfo,
            Category::NetworkInfo,
            Category::Command,
            Category::OperateInfo,
            Category::FactoryMac,
        ],
        Service::Status => &[
            Category::Account,
            Category::SharedAccounts,
            Category::DeviceInfo,
            Category::NetworkInfo,
            Category::OperationsInfo,
            Category::Status,
            Category::FactoryMac,
        ],
        Service::Promotions => &[Category::Account],
        Service::Content => &[Category::Account, Category::Purchase],
        Service::Support => {
            &[Category::Account, Category::DeviceInfo, Category::Feedback, Category::Correspondence]
        }
    }
}

/// Whether what is missing is needed for the service, and named where anything is.
fn concerns<M: Mode>(v: &View<'_, M>, (service, named): Denied, missing: Categories) -> bool {
    let missing = missing.intersection(named.unwrap_or(Set::all()));
    match v.rules.readings.denial {
        Denial::Needed => missing.meets(Set::of(needed(service))),
        Denial::AnyExtent => !missing.is_empty(),
    }
}

fn declined<M: Mode>(v: &View<'_, M>) -> Categories {
    let declined = &v.books.limit(v.person_id()).declined;
    declined.causes(declined.set(), &mut |cause| v.note(cause));
    declined.set()
}

/// What the person has withdrawn, whether or not that is in force yet.
fn withdrawn<M: Mode>(v: &View<'_, M>, scope: Scope) -> Categories {
    let counts = |verb| scope == Scope::Any || verb != Verb::Disclose as usize;
    let mut withdrawn = Set::EMPTY;
    for (_, barred) in v.person().barred.iter().enumerate().filter(|(verb, _)| counts(*verb)) {
        withdrawn = withdrawn.union(barred.set());
    }
    v.books.requests_of(v.person_id(), &mut |_, request| {
        if request.is == RequestIs::Withdrawal {
            v.note(request.made.cause());
            for (_, covers) in request.covers.iter().enumerate().filter(|(verb, _)| counts(*verb)) {
                withdrawn = withdrawn.union(covers.set());
            }
        }
    });
    withdrawn
}

/// Whether the person wants no sharing, without which some services cannot run (T47).
fn sharing_stopped<M: Mode>(v: &View<'_, M>) -> bool {
    let limit = v.books.limit(v.person_id());
    limit.stops().any(|stop| vouchsafe_alphabet::Clock::is_set(*stop)) && v.is(&limit.asked)
}

/// Whether the person wants no marketing.
fn no_marketing<M: Mode>(v: &View<'_, M>) -> bool {
    let person = v.person();
    v.is(&person.opted_out) || person.marketing == Marketing::No
}
