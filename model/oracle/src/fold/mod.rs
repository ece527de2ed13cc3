//! The one fold: what an observation changes in the books, and what the end of an instant does.

mod bargain;
mod consent;
mod control;
mod data;
mod devices;
mod ends;
mod incidents;
mod inquiries;
mod limits;
mod links;
mod marketing;
mod minors;
mod reviews;
mod sharing;
mod staff;
mod storage;
mod succession;
mod tellings;
mod terms;
mod transfer;
mod web;
mod wishes;

pub use ends::settle;

use crate::books::{Books, ContractBook, RequestIs, settles};
use crate::mode::{Fact, Ids, Mode, Now, Statute, Statutes};
use vouchsafe_alphabet::{Category, Clock, Holder, Mail, Observation as O, Purpose, Rules, Service, Source};

/// When and where something happened, and by which rules it is read.
#[derive(Clone, Copy, Debug)]
pub struct At<'a, M: Mode> {
    /// The time.
    pub now: Now<M>,
    /// The line.
    pub cause: M::Cause,
    /// The rules.
    pub rules: &'a Rules,
}

impl<M: Mode> At<'_, M> {
    /// A clock that ends `units` units from now.
    fn start(&self, units: u32) -> M::Clock {
        M::Clock::start(self.now, units, self.rules)
    }
    /// A fact that is so from here on.
    fn so(&self) -> Fact<M::Cause> {
        Fact::so(self.cause)
    }
}

/// Folds one observation into the books.
pub fn fold<M: Mode>(books: &mut dyn Books<M>, saw: &O, at: At<'_, M>) {
    match *saw {
        O::Resides { person, law, minor, place } => {
            let book = books.person_mut(person);
            book.law = law;
            book.place = place;
            if minor { book.minor.set(at.cause) } else { book.minor.clear() }
        }
        O::Moved { person, law, place } => {
            books.person_mut(person).place = Some(place);
            if let Some(law) = law {
                books.person_mut(person).law = law;
            }
        }
        O::Introduced { by, class, for_vendor, kinds, sector } => {
            let book = books.recipient_mut(by);
            book.class = class;
            book.kinds = kinds;
            book.sector = sector;
            book.for_vendor = if for_vendor { at.so() } else { Fact::default() };
            book.introduced = at.cause;
        }
        O::Manufactured { mac, device_id } => control::manufactured(books, mac, device_id),
        O::Carries { tv, mac, device_id } => {
            control::carries(books, tv, (mac, device_id), at);
            devices::identity_changed(books, tv);
        }
        O::TookEffect { terms } => {
            consent::took_effect(books, terms, at);
            terms::took_effect(books, terms, at);
        }
        O::AgreementAccepted { person, verbs, categories, purpose } => {
            consent::agreement(books, person, verbs, (categories, purpose), at);
        }
        O::Reviewed { review, good } => reviews::reviewed(books, review, good, at),
        O::Published { categories, .. } => {
            terms::published(books, saw, at);
            if let Some(categories) = categories {
                books.world_mut().named.add(categories, at.cause);
            }
        }
        O::Notified { .. } => terms::notified(books, saw, at),

        O::Opened { person, .. } => {
            control::opened(books, person, at);
            consent::used_product(books, person, at);
        }
        O::LoggedIn { person, phone } => {
            devices::session(books, person, phone, true, at);
            incidents::session(books, person, true, at);
            consent::used_product(books, person, at);
        }
        O::LoggedOut { person, phone } => {
            devices::session(books, person, phone, false, at);
            incidents::session(books, person, false, at);
        }
        O::Viewed { person, .. } => {
            books.person_mut(person).requested.set(at.cause);
            consent::used_product(books, person, at);
        }
        O::Bound { tv, person } => control::bound(books, tv, Some(person), at),
        O::Unbound { tv, .. } => control::bound(books, tv, None, at),
        O::Shared { tv, person } => books.tv_mut(tv).shared_with_insert(person, at.cause),
        O::Unshared { tv, person } => books.tv_mut(tv).shared_with_remove(person),

        O::Checked { tv, passed, .. } => control::checked(books, tv, passed, at),
        O::Pressed { command, person, phone, tv, key } => {
            control::pressed(books, command, (person, phone), tv, key, at);
            books.person_mut(person).requested.set(at.cause);
            consent::used_product(books, person, at);
        }
        O::Transmitted { command, route, .. } => control::transmitted(books, command, route, at),
        O::Executed { command, .. } => control::on_open(books, command, |book| book.executed.set(at.cause)),
        O::Failed { command } => {
            let book = books.command(command);
            let (open, phone, tv) = (book.pressed.on(), book.phone, book.tv);
            if open {
                devices::route_changed(books, phone, tv);
            }
            control::on_open(books, command, |book| book.failed.set(at.cause));
        }
        O::Closed { command } => books.close_command(command),

        O::Collected { record, person, category, by, source, command, other, purpose, tv, .. } => {
            data::collected(books, record, (person, other), category, by, (source, purpose), at);
            if crate::facts::we::is_controlled(books, at.rules, by) {
                inquiries::mended(books, person, at);
                limits::provided(books, person, category.into());
            }
            if source == Source::Submitted
                && matches!(category, Category::Feedback | Category::Correspondence)
            {
                let book = books.person_mut(person);
                book.support.set(at.cause);
                if category == Category::Feedback {
                    book.fed_back.set(at.cause);
                }
            }
            tellings::told(books, tv, (person, other), (category, by), at);
            if let Some(command) = command
                && category == Category::Command
                && crate::facts::we::is_controlled(books, at.rules, by)
            {
                control::on_open(books, command, |book| book.recorded.set(at.cause));
            }
        }
        O::Copied { record, to, place } => {
            storage::tied(books, record, to);
            transfer::lies(books, record, to, place);
            sharing::reached(books, saw, at);
            data::copied(books, record, to, at);
        }
        O::Purged { record, by } => {
            links::purged(books, record, by, at);
            transfer::gone_from(books, record, by);
            data::gone_from(books, record, by, at);
        }
        O::Deidentified { record, by, attributable } => {
            if attributable {
                data::stripped_in_name(books, record, at);
            } else {
                storage::stripped(books, record, by, at);
                links::purged(books, record, by, at);
                transfer::gone_from(books, record, by);
                data::gone_from(books, record, by, at);
            }
        }
        O::PurposeEnded { record } => data::purpose_ended(books, record, at),
        O::Inferred { record } => data::inferred(books, record, at),
        O::GroundArose { record, ground } => data::ground_arose(books, record, ground, at),
        O::GroundEnded { record, ground } => data::ground_ended(books, record, ground, at),

        O::Disclosed { to, contract, .. } => {
            sharing::reached(books, saw, at);
            bargain::disclosed(books, to, contract, at);
        }
        O::ContractSigned { contract, to, laws, rights, by, purposes, term } => {
            let with = by.unwrap_or(Holder::VENDOR);
            let terms = ContractBook { to, with, laws, rights, purposes, ..ContractBook::default() };
            sharing::signed(books, contract, terms, term, at);
        }
        O::ContractEnded { contract } => sharing::ended(books, contract, at),
        O::Paid { by, to, worth, contract } => bargain::paid(books, by, to, worth, contract, at),
        O::FiguresShared { to, amount, contract } => {
            bargain::figures_shared(books, contract, at);
            bargain::figures_given(books, to, amount, at);
        }
        O::CorporateNotice { .. } => succession::told(books, saw, at),
        O::CustodyMoved { person, to, contract } => {
            books.succession_mut(to).taken.insert(person.0, at.cause);
            bargain::custody_moved(books, to, contract, at);
        }

        O::Asked { person, purpose, .. } => marketing::asked(books, person, purpose, at),
        O::Answered { person, verbs, categories, answer, form, purpose, class } => {
            match (purpose, class) {
                (None, None) => consent::answered(books, person, verbs, categories, (answer, form), at),
                (Some(Purpose::DirectMarketing), _) => {
                    marketing::answered(books, person, answer, form, at);
                }
                (Some(_), _) | (None, Some(_)) => {}
            }
            sharing::answered(books, person, verbs, categories, (answer, form), purpose, class, at);
            limits::answered(
                books,
                person,
                verbs,
                categories,
                (answer, form),
                (class, purpose.is_some()),
                at,
            );
            wishes::answered(books, person, (verbs, categories), (answer, form), (class, purpose), at);
        }
        O::Accepted { person, terms } => consent::accepted(books, person, terms),
        O::Withdrew { request, person, verbs, categories, .. } => {
            consent::withdrew(books, request, person, verbs, categories, at);
        }
        O::WithdrawalProcessed { request } => consent::processed(books, request),
        O::LawDemands { request, person, verbs, categories, to, place } => {
            let is = RequestIs::Demand;
            consent::law_speaks(books, request, is, person, verbs, categories, (to, place), at);
        }
        O::LawAllows { request, person, verbs, categories, to, place } => {
            let is = RequestIs::Allowance;
            consent::law_speaks(books, request, is, person, verbs, categories, (to, place), at);
        }
        O::LawDemandEnded { request } => consent::law_demand_ended(books, request),

        O::OptedOut { person, .. } => marketing::opted_out(books, person, at),
        O::StoppedMail { person, mail, .. } => marketing::stopped_mail(books, person, mail, at),

        O::SharingStopped { person, .. } => limits::stopped(books, person, at),
        O::Declined { person, categories } => limits::declined(books, person, categories, at),

        O::AgeLearned { person } => books.person_mut(person).told.set(at.cause),
        O::GuardianOf { person, other } => minors::guardian_of(books, person, other, at),
        O::GuardianReported { request, person, other } => {
            books.close_request(request);
            minors::reported(books, person, other, at);
        }
        O::GuardianApproved { person, other, categories } => {
            minors::approved(books, person, other, categories, at);
        }
        O::Subscribed { person, service, .. } => {
            books.person_mut(person).requested.set(at.cause);
            minors::subscribed(books, person, service, at);
        }
        O::SubscriptionEnded { person, service } => {
            books.person_mut(person).subscriptions.take(service.into())
        }

        O::ServiceRequested { person, service } => {
            let book = books.person_mut(person);
            book.requested.set(at.cause);
            if service == Service::Support {
                book.support.set(at.cause);
            }
        }
        O::FeedbackSubmitted { person, details } => {
            let book = books.feedback_mut(person);
            book.submitted.set(at.cause);
            book.details.add(details, at.cause);
            let book = books.person_mut(person);
            book.requested.set(at.cause);
            book.support.set(at.cause);
            book.fed_back.set(at.cause);
        }
        O::RequestMade { request, person, other, asks, channel } => {
            books.person_mut(person).support.set(at.cause);
            inquiries::made(books, request, (person, other), asks, channel, at);
            incidents::requested(books, person, asks, at);
            wishes::asked(books, (person, other), asks, at);
        }
        O::RequestRouted { request, asks } => inquiries::routed(books, request, asks, at),
        O::Used {
            person,
            category: Category::IdentityProof,
            purpose: Purpose::IdentityVerification,
            by,
            ..
        } if crate::facts::we::is_controlled(books, at.rules, by) => inquiries::verified(books, person, at),
        O::MoreAsked { request, .. } => inquiries::more_asked(books, request, at),
        O::InformationSupplied { request, .. } => inquiries::supplied(books, request, at),
        O::IdentityProved { request, passed } => inquiries::checked(books, request, passed, at),
        O::Corrected { record, to, request } => inquiries::corrected(books, record, to, request, at),
        O::FeeCharged { request, amount } => inquiries::charged(books, request, amount),
        O::AccountEdited { person, .. } => inquiries::mended(books, person, at),
        O::RequestAnswered { request, good, categories, .. } => {
            if settles(good, categories) {
                inquiries::answered(books, request, at);
            }
        }
        O::Messaged { person, by, mail: Mail::Notice | Mail::Service, .. } => {
            if crate::facts::we::is_controlled(books, at.rules, by) {
                books.person_mut(person).support.set(at.cause);
            }
        }

        O::LawForbids { person, verbs, categories, place, to_place } => {
            let statute = Statute { place, towards: to_place, verbs, categories };
            books.statutes_mut(person).forbidden.forbid(statute, at.cause);
        }
        O::Stored { record, to, place, .. } => {
            storage::stored(books, record, to, at);
            transfer::lies(books, record, to, place);
        }
        O::Transferred { record, to_place, .. } => transfer::transferred(books, record, to_place, at),
        O::Classified { record, level } => storage::classified(books, record, level),
        O::BoundToSecrecy { staff } => staff::bound(books, staff),
        O::Dismissed { staff } => staff::dismissed(books, staff, at),

        O::RouteChosen { phone, tv, route, .. } => devices::route_chosen(books, phone, tv, route, at),
        O::Powered { tv, good } => devices::heard(books, tv, |off, _| turn(off, !good, at.cause), at),
        O::Networked { tv, good, phone } => {
            match phone {
                Some(phone) => devices::route_changed(books, phone, tv),
                None => devices::tv_moved(books, tv),
            }
            devices::heard(books, tv, |_, cut| turn(cut, !good, at.cause), at);
        }
        O::PhoneNetworked { phone, .. } => devices::phone_moved(books, phone),
        O::Reported { tv, amount, .. } => devices::reported(books, tv, amount, at),
        O::Shown { phone, tv, amount, good: true, .. } => devices::shown(books, phone, tv, amount, at),
        O::PermissionGranted { person, phone } => {
            devices::granted(books, person, phone, at);
            wishes::granted(books, person);
        }
        O::PermissionRevoked { person, phone, channel } => {
            devices::revoked(books, person, phone, channel, at);
        }

        O::LogWritten { person, details, record, .. } => {
            links::line_written(books, person, details, record, at);
        }
        O::Linked { record, with } => links::linked(books, record, with, at),
        O::EcosystemData { record, good, .. } => links::passed_on(books, record, good, at),
        O::ThirdPartyCollected { person, by, .. } => web::gathered(books, person, by, at),
        O::AdOptedOut { person, .. } => web::ads_off(books, person, at),
        O::AdOptedIn { person } => web::ads_on(books, person, at),
        O::PartUsed { person, by, .. } => web::part_used(books, person, by, at),

        O::CredentialShared { person, other } => incidents::let_know(books, person, other, at),
        O::Intruded { person, other } => incidents::intruded(books, person, other, at),
        O::Attacked { person, .. } => incidents::attacked(books, person, at),
        O::BecameAware { person, .. } => incidents::aware(books, person, at),
        O::Blamed { person, blame } => incidents::blamed(books, person, blame, at),

        // What no promise of the present families judges later events by.
        O::Used { .. }
        | O::AcceptanceTaken { .. }
        | O::Messaged { .. }
        | O::Shown { .. }
        | O::ShownUnknown { .. }
        | O::ServiceDenied { .. }
        | O::CookieSet { .. }
        | O::StorageWritten { .. }
        | O::StorageCleared { .. }
        | O::ReportReceived { .. }
        | O::AdServed { .. }
        | O::Accessed { .. }
        | O::BreachNoticed { .. }
        | O::Sanctioned { .. }
        | O::FeatureRead { .. }
        | O::AccountViewed { .. }
        | O::PolicyRead { .. } => {}
    }
}

/// Makes a fact so or not.
fn turn<C: Copy + Default>(fact: &mut Fact<C>, so: bool, cause: C) {
    if so { fact.set(cause) } else { fact.clear() }
}
