//! Folding questions, answers and opt-outs of direct marketing.

use super::At;
use crate::books::{Books, Marketing};
use crate::mode::Mode;
use vouchsafe_alphabet::readings::OptOutReach;
use vouchsafe_alphabet::{Answer, Clock, Form, Mail, Person, Purpose};

/// A question was put.
pub(super) fn asked<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    purpose: Option<Purpose>,
    at: At<'_, M>,
) {
    if purpose == Some(Purpose::DirectMarketing) {
        books.person_mut(person).asked_marketing.set(at.cause);
    }
}

/// A person answered a marketing question; a yes given on its own lifts an opt-out, and no other answer does.
pub(super) fn answered<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    answer: Answer,
    form: Form,
    at: At<'_, M>,
) {
    let book = books.person_mut(person);
    book.marketing_cause = at.cause;
    book.marketing = match answer {
        Answer::Yes => Marketing::Yes(form),
        Answer::No => Marketing::No,
        Answer::NoObjection => Marketing::NoObjection,
        Answer::Silence => Marketing::Silence,
    };
    if answer == Answer::Yes && form == Form::Separate && book.ever_opted_out.on() {
        book.came_back.set(at.cause);
        lift(books, person);
    }
}

/// An opt-out no longer binds.
pub(super) fn lift<M: Mode>(books: &mut dyn Books<M>, person: Person) {
    let book = books.person_mut(person);
    book.opted_out.clear();
    book.marketing_stop = M::Clock::default();
}

/// A person ended direct marketing.
pub(super) fn opted_out<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let units = match at.rules.readings.opt_out_reach {
        OptOutReach::AllUse | OptOutReach::MailOnly => at.rules.deadlines.marketing_stop,
        OptOutReach::AtOnce => 0,
    };
    let book = books.person_mut(person);
    book.ever_opted_out.set(at.cause);
    if !book.opted_out.on() {
        book.opted_out.set(at.cause);
        book.marketing_stop = at.start(units);
    }
}

/// A person asked for no more of a kind of e-mail; the first such word counts.
pub(super) fn stopped_mail<M: Mode>(books: &mut dyn Books<M>, person: Person, mail: Mail, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.marketing_stop);
    let book = books.person_mut(person);
    if let Some(stop) = book.mail_stop.get_mut(mail as usize)
        && !stop.is_set()
    {
        *stop = clock;
        book.stopped_mail.add(mail.into(), at.cause);
    }
}
