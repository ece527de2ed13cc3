//! F43, the end of sharing (GRP-06): once a person has asked that sharing stop, nothing of theirs goes to affiliates and
//! providers any more, until they let it again.

use crate::books::Outlet;
use crate::facts::flow::Flow;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::StopReach;
use vouchsafe_alphabet::{Clock, Holder, Kind, Person, ProviderKind, Set, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F43.stopped-sharing-stays-stopped",
        family: "F43",
        clauses: &["GRP-06"],
        statement: "Once a person has asked that sharing stop, and its deadline has passed, nothing of theirs goes to affiliates and providers until they let it again.",
        shape: Shape::Absence,
        readings: &["stop-reach"],
        sees: &[Kind::Disclosed, Kind::Copied],
        ends: Ends::Never,
        when: "data that came from us goes to an affiliate or a provider, and somebody whom it is about has asked that sharing stop",
        trigger: |v| flow(v).is_some_and(|(flow, _)| flow.subjects().any(|p| v.books.limit(p).asked.on())),
        parts: &[Part {
            name: "stopped",
            clauses: &["GRP-06"],
            says: "nobody whom the data is about has a stop in force for it, or law covers it",
            holds: |v| {
                flow(v).is_none_or(|(flow, outlet)| {
                    flow.subjects().all(|person| !is_stopped(v, &flow, outlet, person))
                })
            },
        }],
        witnesses: &[
            Witness {
                name: "let-again",
                says: "data is shared once the person lets it again",
                seen: |v| {
                    flow(v).is_some_and(|(flow, outlet)| {
                        flow.subjects().any(|person| {
                            let limit = v.books.limit(person);
                            limit.asked.on() && !limit.of(outlet, flow.category).is_set()
                        })
                    })
                },
            },
            Witness {
                name: "still-under-way",
                says: "data is shared before a stop has to be in force",
                seen: |v| {
                    flow(v).is_some_and(|(flow, outlet)| {
                        flow.subjects()
                            .any(|person| v.running(v.books.limit(person).of(outlet, flow.category)))
                    })
                },
            },
        ],
    }]
}

/// Data of ours that goes to an affiliate or a provider.
pub(super) fn flow<M: Mode>(v: &View<'_, M>) -> Option<(Flow, Outlet)> {
    let flow = Flow::seen(v.books, v.saw()?)?;
    let book = v.books.recipient(flow.to);
    let outlet = Outlet::of(book.class).filter(|_| flow.to != Holder::VENDOR && flow.by != Some(flow.to))?;
    let essential = [ProviderKind::DataCentre, ProviderKind::Storage, ProviderKind::Telecom];
    let spared = v.rules.readings.stop_reach == StopReach::Dispensable
        && outlet == Outlet::Provider
        && book.kinds.is_some_and(|kinds| kinds.meets(Set::of(&essential)));
    let ours = !spared && flow.is_ours(v.books, v.rules, &mut |cause| v.note(cause));
    ours.then(|| {
        v.note(book.introduced);
        (flow, outlet)
    })
}

fn is_stopped<M: Mode>(v: &View<'_, M>, flow: &Flow, outlet: Outlet, person: Person) -> bool {
    let limit = v.books.limit(person);
    v.over(limit.of(outlet, flow.category))
        && v.is(&limit.asked)
        && !v.covered_by_law(person, Verb::Disclose, flow.category, Some(flow.to))
}
