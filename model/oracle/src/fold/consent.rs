//! Folding answers, acceptance, withdrawals and demands of the law.

use super::{At, data};
use crate::books::{Books, PersonBook, RequestBook, RequestIs};
use crate::mode::{Fact, Key, Mode, Sheet};
use vouchsafe_alphabet::readings::{Deemed, WithdrawalClock, WithdrawnData};
use vouchsafe_alphabet::{
    Answer, Categories, Clock, Form, Holder, Person, Place, Purpose, Request, Set, Terms, Verb, Verbs,
};

/// The latest change of terms.
pub(super) fn took_effect<M: Mode>(books: &mut dyn Books<M>, terms: Terms, at: At<'_, M>) {
    let world = books.world_mut();
    world.terms = Some(terms);
    world.terms_cause = at.cause;
    world.epoch += 1;
}

/// A person used a product; under the blanket reading that accepts everything (T01).
pub(super) fn used_product<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let epoch = books.world().epoch + 1;
    let book = books.person_mut(person);
    book.used_product.set(at.cause);
    book.used_in_epoch = epoch;
    for (used, barred) in book.barred_and_used.iter_mut().zip(&book.barred) {
        used.add(barred.set().without(used.set()), at.cause);
    }
    books.requests_of_mut(person, &mut |_, request| request.used_since.set(at.cause));
    if at.rules.readings.deemed == Deemed::Blanket {
        agree(books, person, Set::all(), Set::all(), at);
        let everything = Key { verb: Verb::Disclose, class: None, purpose: None };
        super::sharing::yes(books, person, everything, Set::all(), at.cause);
        super::marketing::answered(books, person, Answer::Yes, Form::Bundled, at);
        super::marketing::lift(books, person);
        super::wishes::let_all(books, person);
    }
}

/// A person answered a general question. A yes that is part of some other acceptance is a yes, but lifts no
/// refusal and no withdrawal: that takes a fresh answer (WDC-04, CTL-04).
pub(super) fn answered<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    (answer, form): (Answer, Form),
    at: At<'_, M>,
) {
    match (answer, form) {
        (Answer::Yes, Form::Separate) => {
            if verbs.has(Verb::Collect) {
                let withdrawn = withdrawn_collection(books, person);
                let book = books.person_mut(person);
                book.returned = book.returned.union(withdrawn.intersection(categories));
            }
            agree(books, person, verbs, categories, at);
        }
        (Answer::Yes, Form::Bundled) => {
            if verbs.has(Verb::Collect) {
                books.person_mut(person).agreed_to_collect.add(categories, at.cause);
            }
        }
        (Answer::No, Form::Separate | Form::Bundled) => {
            let book = books.person_mut(person);
            for verb in verbs.iter() {
                if let Some(refused) = book.refused.get_mut(verb as usize) {
                    refused.add(categories, at.cause);
                }
            }
        }
        (Answer::NoObjection | Answer::Silence, Form::Separate | Form::Bundled) => {}
    }
}

/// Categories whose collection some withdrawal of the person still covers.
fn withdrawn_collection<M: Mode>(books: &dyn Books<M>, person: Person) -> Categories {
    let [barred, _, _] = &books.person(person).barred;
    let mut withdrawn = barred.set();
    books.requests_of(person, &mut |_, request| {
        if request.is == RequestIs::Withdrawal {
            let [covers, _, _] = &request.covers;
            withdrawn = withdrawn.union(covers.set());
        }
    });
    withdrawn
}

/// A yes to these verbs and categories: it lifts refusals and withdrawals, pending ones included.
fn agree<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    at: At<'_, M>,
) {
    let PersonBook { refused, barred, barred_and_used, agreed_to_collect, .. } = books.person_mut(person);
    for ((verb, refused), (barred, used)) in [Verb::Collect, Verb::Use, Verb::Disclose]
        .into_iter()
        .zip(refused)
        .zip(barred.iter_mut().zip(barred_and_used))
    {
        if verbs.has(verb) {
            refused.take(categories);
            barred.take(categories);
            used.take(categories);
        }
    }
    if verbs.has(Verb::Collect) {
        agreed_to_collect.add(categories, at.cause);
    }
    books.requests_of_mut(person, &mut |_, request| {
        if request.is == RequestIs::Withdrawal {
            for (verb, covers) in
                [Verb::Collect, Verb::Use, Verb::Disclose].into_iter().zip(&mut request.covers)
            {
                if verbs.has(verb) {
                    covers.take(categories);
                }
            }
        }
    });
}

/// An express acceptance of a version.
pub(super) fn accepted<M: Mode>(books: &mut dyn Books<M>, person: Person, terms: Terms) {
    books.person_mut(person).accepted |= 1 << terms.0.min(63);
}

/// A person accepts a user agreement, which lets what it names be done.
pub(super) fn agreement<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    verbs: Option<Verbs>,
    (categories, purpose): (Option<Categories>, Option<Purpose>),
    at: At<'_, M>,
) {
    let (Some(verbs), Some(categories)) = (verbs, categories) else { return };
    let book = books.agreement_mut(person);
    for verb in verbs.iter() {
        book.overrides.add(Key { verb, class: None, purpose }, categories, Set::EMPTY, at.cause);
    }
}

/// Opens a withdrawal.
pub(super) fn withdrew<M: Mode>(
    books: &mut dyn Books<M>,
    id: Request,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    at: At<'_, M>,
) {
    books.person_mut(person).withdrew.set(at.cause);
    let due = at.start(at.rules.deadlines.withdrawal);
    open(books, id, RequestIs::Withdrawal, person, verbs, categories, due, at);
    let given = books.person(person).answers.clone();
    given.each(&mut |key, yes, _| {
        if verbs.has(key.verb) {
            let yes = yes.intersection(categories);
            books.request_mut(id).cancels.add(key, yes, Set::EMPTY, at.cause);
        }
    });
    if at.rules.readings.withdrawal_clock == WithdrawalClock::AtOnce {
        bar(books, id);
    }
    if verbs.has(Verb::Use) && at.rules.readings.withdrawn_data == WithdrawnData::PurposeEnds {
        data::withdrawn(books, person, categories, at);
    }
}

/// Opens a demand or an express allowance of the law.
#[expect(clippy::too_many_arguments, reason = "the fields of the book that it opens")]
pub(super) fn law_speaks<M: Mode>(
    books: &mut dyn Books<M>,
    id: Request,
    is: RequestIs,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    (to, place): (Option<Holder>, Option<Place>),
    at: At<'_, M>,
) {
    open(books, id, is, person, verbs, categories, M::Clock::default(), at);
    let book = books.request_mut(id);
    (book.to, book.place) = (to, place);
}

#[expect(clippy::too_many_arguments, reason = "the fields of the book that it opens")]
fn open<M: Mode>(
    books: &mut dyn Books<M>,
    id: Request,
    is: RequestIs,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    due: M::Clock,
    at: At<'_, M>,
) {
    books.close_request(id);
    books.open_request(id, person);
    let mut book = RequestBook { is, person, made: Fact::so(at.cause), due, ..RequestBook::default() };
    for (verb, covers) in [Verb::Collect, Verb::Use, Verb::Disclose].into_iter().zip(&mut book.covers) {
        if verbs.has(verb) {
            covers.add(categories, at.cause);
        }
    }
    *books.request_mut(id) = book;
}

/// What a withdrawal covers is in force from here on.
fn bar<M: Mode>(books: &mut dyn Books<M>, id: Request) {
    let request = books.request(id).clone();
    let book = books.person_mut(request.person);
    for ((barred, used), covers) in book.barred.iter_mut().zip(&mut book.barred_and_used).zip(&request.covers)
    {
        if request.used_since.on() {
            used.add(covers.set().without(used.set()), request.used_since.cause());
        } else {
            // Barred anew, and not used since: only what another withdrawal barred before stays as it was.
            used.take(covers.set().without(barred.set()));
        }
        barred.add_all(covers);
    }
    let answers = &mut book.answers;
    request.cancels.each(&mut |key, yes, _| {
        let covered = request.covers.get(key.verb as usize).map_or(Set::EMPTY, |covers| covers.set());
        answers.take(&|other| other == key, yes.intersection(covered), Set::EMPTY);
    });
}

/// A withdrawal was processed.
pub(super) fn processed<M: Mode>(books: &mut dyn Books<M>, id: Request) {
    if books.request(id).is == RequestIs::Withdrawal {
        bar(books, id);
        books.close_request(id);
    }
}

/// A demand of the law ended.
pub(super) fn law_demand_ended<M: Mode>(books: &mut dyn Books<M>, id: Request) {
    if matches!(books.request(id).is, RequestIs::Demand | RequestIs::Allowance) {
        books.close_request(id);
    }
}

/// The last lawful instant of an open withdrawal has ended.
pub(super) fn settle<M: Mode>(books: &mut dyn Books<M>, id: Request, at: At<'_, M>) {
    if books.request(id).is != RequestIs::Withdrawal || !books.request(id).due.due(at.now) {
        return;
    }
    if at.rules.readings.withdrawal_clock == WithdrawalClock::FromProcessing {
        books.request_mut(id).due.settle(at.now);
    } else {
        bar(books, id);
        books.close_request(id);
    }
}
