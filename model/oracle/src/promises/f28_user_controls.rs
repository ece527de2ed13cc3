//! F28, controls of the user (COM-05, COM-06, CTL-01, CTL-03): what a person asks by mail to have limited is limited as
//! if it were set in the plugin, and a TV that was unregistered tells nothing more about whose it was.

use crate::books::{TellingBook, Wish};
use crate::facts::flow::Flow;
use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::promises::f43_sharing_opt_out::flow;
use crate::view::{Act, View};
use vouchsafe_alphabet::{Category, Clock, Kind, Observation, Person, Purpose, Source, Tv, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [mail(), unregistered()]
}

const fn mail<M: Mode>() -> Promise<M> {
    Promise {
        id: "F28.limits-asked-by-mail",
        family: "F28",
        clauses: &["COM-05", "COM-06", "CTL-01"],
        statement: "What a person asks by mail to have limited is limited in time, and stays so until they let that very thing again.",
        shape: Shape::Absence,
        readings: &["stop-reach", "deemed", "user-agreement"],
        sees: &[
            Kind::Collected,
            Kind::Used,
            Kind::Disclosed,
            Kind::Copied,
            Kind::FeatureRead,
            Kind::PolicyRead,
        ],
        ends: Ends::Never,
        when: "data of somebody who has written to have its use or its sharing ended is collected, used or shared, or a phone of somebody is read who has written to have that ended",
        trigger: |v| concerns(v),
        parts: &[
            Part {
                name: "use-ends",
                clauses: &["CTL-01", "COM-06"],
                says: "its use was not asked to be ended, or there is time for that still, or law or a user agreement covers it",
                holds: |v| used(v).is_none_or(|act| !is_over(v, Wish::Use, &act) || is_spared(v, &act)),
            },
            Part {
                name: "sharing-ends",
                clauses: &["CTL-01", "COM-06"],
                says: "nobody whom it is about asked that sharing with such recipients end, or there is time for that still, or law covers it",
                holds: |v| {
                    shared(v)
                        .is_none_or(|(flow, wish)| flow.subjects().all(|p| !is_shared_on(v, &flow, wish, p)))
                },
            },
            Part {
                name: "reading-ends",
                clauses: &["CTL-01", "COM-06"],
                says: "the person did not ask that phones of theirs be read no more, or there is time for that still",
                holds: |v| {
                    reader(v).is_none_or(|person| {
                        let wish = v.books.wish(person);
                        !(v.over(wish.reading) && v.is(&wish.reading_asked))
                    })
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "collected-and-used-no-more",
                says: "data goes on being collected whose use the person has ended by mail",
                seen: |v| v.act().is_some_and(|act| act.verb == Verb::Collect && is_over(v, Wish::Use, &act)),
            },
            Witness {
                name: "used-and-shared-no-more",
                says: "data goes on being used whose sharing the person has ended by mail",
                seen: |v| used(v).is_some_and(|act| is_over(v, Wish::Providers, &act)),
            },
            Witness {
                name: "used-again-after-yes",
                says: "data is used once the person lets that again",
                seen: |v| {
                    used(v).is_some_and(|act| {
                        let wish = v.books.wish(act.person);
                        wish.use_asked.on() && !wish.of(Wish::Use, act.category).is_set()
                    })
                },
            },
            Witness {
                name: "policy-read-first",
                says: "the policy is read by somebody of whom nothing is kept yet",
                seen: |v| is_read_first(v),
            },
        ],
    }
}

const fn unregistered<M: Mode>() -> Promise<M> {
    Promise {
        id: "F28.unregistered-tells-nothing",
        family: "F28",
        clauses: &["CTL-03"],
        statement: "Once a TV is unregistered, or shared no more, nothing that it tells is collected about whose it was.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::Collected, Kind::Bound, Kind::Unbound],
        ends: Ends::Never,
        when: "data of a TV is collected by us or for the vendor about somebody about whom it told something while it was theirs to use",
        trigger: |v| told(v).is_some_and(|it| it.subjects().any(|person| knew(v, it.tv, person))),
        parts: &[Part {
            name: "let-go",
            clauses: &["CTL-03"],
            says: "the TV is bound to them or shared with them, or they handed the data over, or it was read to check the TV, or law covers it",
            holds: |v| {
                told(v).is_none_or(|it| {
                    it.excused
                        || it.subjects().all(|person| {
                            !knew(v, it.tv, person)
                                || has(v, it.tv, person)
                                || v.covered_by_law(it.person, Verb::Collect, it.category, None)
                        })
                })
            },
        }],
        witnesses: &[
            Witness {
                name: "registered",
                says: "a person registers a TV",
                seen: |v| matches!(v.saw(), Some(Observation::Bound { .. })),
            },
            Witness {
                name: "unregistered",
                says: "a person unregisters a TV about which it told something",
                seen: |v| match v.saw() {
                    Some(&Observation::Unbound { tv, person }) => knew(v, tv, person),
                    Some(_) | None => false,
                },
            },
            Witness {
                name: "next-owner",
                says: "a TV tells about its next owner and no more about the one before",
                seen: |v| {
                    told(v).is_some_and(|it| {
                        let mut former = false;
                        v.books.telling(it.tv).about.each(&mut |person, _| {
                            former |= !has(v, it.tv, Person(person));
                        });
                        former && has(v, it.tv, it.person)
                    })
                },
            },
        ],
    }
}

fn concerns<M: Mode>(v: &View<'_, M>) -> bool {
    v.act().is_some_and(|act| {
        let wish = v.books.wish(act.person);
        match act.verb {
            Verb::Collect | Verb::Use => wish.use_asked.on(),
            Verb::Disclose => false,
        }
    }) || shared(v)
        .is_some_and(|(flow, _)| flow.subjects().any(|person| v.books.wish(person).sharing_asked.on()))
        || reader(v).is_some_and(|person| v.books.wish(person).reading_asked.on())
}

fn used<M: Mode>(v: &View<'_, M>) -> Option<Act> {
    v.act().filter(|act| act.verb == Verb::Use)
}

/// Whether a wish of the person for this data must have had its effect.
fn is_over<M: Mode>(v: &View<'_, M>, wish: Wish, act: &Act) -> bool {
    let book = v.books.wish(act.person);
    let asked = if wish == Wish::Use { &book.use_asked } else { &book.sharing_asked };
    v.over(book.of(wish, act.category)) && v.is(asked)
}

/// What law or a user agreement covers, and what the person has agreed to since.
fn is_spared<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let book = v.books.wish(act.person);
    let agreed = act
        .purpose
        .is_some_and(|purpose| !v.over(book.of_purpose(purpose)) && v.has(&book.purposes, purpose));
    agreed || v.exempt(act)
}

/// Data of ours that goes to an affiliate or a provider, and the wish that ends that.
fn shared<M: Mode>(v: &View<'_, M>) -> Option<(Flow, Wish)> {
    flow(v).map(|(flow, outlet)| (flow, Wish::with(outlet)))
}

fn is_shared_on<M: Mode>(v: &View<'_, M>, flow: &Flow, wish: Wish, person: Person) -> bool {
    let book = v.books.wish(person);
    v.over(book.of(wish, flow.category))
        && v.is(&book.sharing_asked)
        && !v.covered_by_law(person, Verb::Disclose, flow.category, Some(flow.to))
}

/// The person of whose phone a feature is read.
fn reader<M: Mode>(v: &View<'_, M>) -> Option<Person> {
    match v.saw() {
        Some(&Observation::FeatureRead { person, .. }) => Some(person),
        Some(_) | None => None,
    }
}

fn is_read_first<M: Mode>(v: &View<'_, M>) -> bool {
    let Some(&Observation::PolicyRead { person }) = v.saw() else { return false };
    let mut kept = false;
    v.books.records_of(person, &mut |_, _| kept = true);
    !kept
}

/// What is collected of a TV that is named.
struct Told {
    tv: Tv,
    person: Person,
    other: Option<Person>,
    category: Category,
    excused: bool,
}

impl Told {
    fn subjects(&self) -> impl Iterator<Item = Person> + use<> {
        std::iter::once(self.person).chain(self.other)
    }
}

fn told<M: Mode>(v: &View<'_, M>) -> Option<Told> {
    let Some(&Observation::Collected { person, other, category, by, source, purpose, tv: Some(tv), .. }) =
        v.saw()
    else {
        return None;
    };
    let excused = source == Source::Submitted || purpose == Some(Purpose::Authenticity);
    let concerned = TellingBook::<M>::concerns(category) && v.is_controlled(by);
    concerned.then_some(Told { tv, person, other, category, excused })
}

/// Whether the TV told something about the person while it was theirs to use.
fn knew<M: Mode>(v: &View<'_, M>, tv: Tv, person: Person) -> bool {
    let about = v.books.telling(tv).about.get(person.0);
    about.into_iter().for_each(|cause| v.note(cause));
    about.is_some()
}

fn has<M: Mode>(v: &View<'_, M>, tv: Tv, person: Person) -> bool {
    let book = v.books.tv(tv);
    v.note(book.owner_cause);
    book.owner == Some(person) || book.shared_with.get(person.0).is_some()
}
