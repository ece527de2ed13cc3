//! The one fold: what an observation changes in the books, and what the end of an instant does.

mod bargain;
mod consent;
mod control;
mod data;
mod marketing;
mod minors;

use crate::books::{Books, Subject};
use crate::mode::{Fact, Mode, Now};
use vouchsafe_alphabet::{Channel, Clock, Observation as O, Rules};

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
        O::Resides { person, law, minor, place: _ } => {
            let book = books.person_mut(person);
            book.law = law;
            if minor { book.minor.set(at.cause) } else { book.minor.clear() }
        }
        O::Moved { person, law, .. } => {
            if let Some(law) = law {
                books.person_mut(person).law = law;
            }
        }
        O::Introduced { by, class, for_vendor, kinds: _, sector: _ } => {
            let book = books.recipient_mut(by);
            book.class = class;
            book.for_vendor = if for_vendor { at.so() } else { Fact::default() };
            book.introduced = at.cause;
        }
        O::Manufactured { mac, device_id } => control::manufactured(books, mac, device_id),
        O::Carries { tv, mac, device_id } => control::carries(books, tv, (mac, device_id), at),
        O::TookEffect { terms } => consent::took_effect(books, terms, at),

        O::Opened { person, .. } => {
            control::opened(books, person, at);
            consent::used_product(books, person, at);
        }
        O::LoggedIn { person, .. } | O::Viewed { person, .. } => consent::used_product(books, person, at),
        O::Bound { tv, person } => control::bound(books, tv, Some(person), at),
        O::Unbound { tv, .. } => control::bound(books, tv, None, at),
        O::Shared { tv, person } => books.tv_mut(tv).shared_with_insert(person, at.cause),
        O::Unshared { tv, person } => books.tv_mut(tv).shared_with_remove(person),

        O::Checked { tv, passed, .. } => control::checked(books, tv, passed, at),
        O::Pressed { command, person, tv, key, .. } => {
            control::pressed(books, command, person, tv, key, at);
            consent::used_product(books, person, at);
        }
        O::Transmitted { command, route, .. } => control::transmitted(books, command, route, at),
        O::Executed { command, .. } => control::on_open(books, command, |book| book.executed.set(at.cause)),
        O::Failed { command } => control::on_open(books, command, |book| book.failed.set(at.cause)),
        O::Closed { command } => books.close_command(command),

        O::Collected { record, person, category, by, source, command, .. } => {
            data::collected(books, record, person, category, by, source, at);
            if let Some(command) = command
                && category == vouchsafe_alphabet::Category::Command
                && crate::we::is_controlled(books, at.rules, by)
            {
                control::on_open(books, command, |book| book.recorded.set(at.cause));
            }
        }
        O::Copied { record, to, .. } => data::copied(books, record, to, at),
        O::Purged { record, by } => data::gone_from(books, record, by, at),
        O::Deidentified { record, by, attributable } => {
            if !attributable {
                data::gone_from(books, record, by, at);
            }
        }
        O::PurposeEnded { record } => data::purpose_ended(books, record, at),
        O::Inferred { record } => data::inferred(books, record, at),
        O::GroundArose { record, ground } => data::ground_arose(books, record, ground, at),
        O::GroundEnded { record, ground } => data::ground_ended(books, record, ground, at),

        O::Disclosed { to, contract, .. } => bargain::disclosed(books, to, contract, at),
        O::Paid { by, to, worth, contract } => bargain::paid(books, by, to, worth, contract, at),
        O::FiguresShared { contract, .. } => bargain::figures_shared(books, contract, at),
        O::CorporateNotice { person, to, channel } => {
            if matches!(channel, Channel::Email | Channel::Site | Channel::AllSites) {
                books.person_mut(person).told_of_insert(to, at.cause);
            }
        }
        O::CustodyMoved { to, contract, .. } => bargain::custody_moved(books, to, contract, at),

        O::Asked { person, purpose, .. } => marketing::asked(books, person, purpose, at),
        O::Answered { person, verbs, categories, answer, form, purpose, class } => match (purpose, class) {
            (None, None) => consent::answered(books, person, verbs, categories, (answer, form), at),
            (Some(vouchsafe_alphabet::Purpose::DirectMarketing), _) => {
                marketing::answered(books, person, answer, form, at)
            }
            (Some(_), _) | (None, Some(_)) => {}
        },
        O::Accepted { person, terms } => consent::accepted(books, person, terms),
        O::Withdrew { request, person, verbs, categories, .. } => {
            consent::withdrew(books, request, person, verbs, categories, at);
        }
        O::WithdrawalProcessed { request } => consent::processed(books, request),
        O::LawDemands { request, person, verbs, categories, .. } => {
            consent::law_demands(books, request, person, verbs, categories, at);
        }
        O::LawDemandEnded { request } => consent::law_demand_ended(books, request),

        O::OptedOut { person, .. } => marketing::opted_out(books, person, at),
        O::StoppedMail { person, mail, .. } => marketing::stopped_mail(books, person, mail, at),

        O::AgeLearned { person } => books.person_mut(person).told.set(at.cause),
        O::GuardianOf { person, other } => minors::guardian_of(books, person, other, at),
        O::GuardianReported { request, person, other } => {
            books.close_request(request);
            minors::reported(books, person, other, at);
        }
        O::GuardianApproved { person, other, categories } => {
            minors::approved(books, person, other, categories, at);
        }
        O::Subscribed { person, service, .. } => minors::subscribed(books, person, service, at),
        O::SubscriptionEnded { person, service } => {
            books.person_mut(person).subscriptions.take(service.into())
        }

        // What no promise of the present families judges later events by.
        O::LoggedOut { .. }
        | O::Used { .. }
        | O::AcceptanceTaken { .. }
        | O::Messaged { .. }
        | O::RouteChosen { .. }
        | O::Powered { .. }
        | O::Networked { .. }
        | O::PhoneNetworked { .. }
        | O::Reported { .. }
        | O::Shown { .. }
        | O::ShownUnknown { .. }
        | O::FeedbackSubmitted { .. }
        | O::ServiceRequested { .. }
        | O::ServiceDenied { .. }
        | O::Declined { .. }
        | O::EcosystemData { .. }
        | O::ContractSigned { .. }
        | O::ContractEnded { .. }
        | O::SharingStopped { .. }
        | O::Transferred { .. }
        | O::CookieSet { .. }
        | O::LogWritten { .. }
        | O::StorageWritten { .. }
        | O::StorageCleared { .. }
        | O::ReportReceived { .. }
        | O::Linked { .. }
        | O::AdServed { .. }
        | O::AdOptedOut { .. }
        | O::AdOptedIn { .. }
        | O::Stored { .. }
        | O::Classified { .. }
        | O::Accessed { .. }
        | O::BoundToSecrecy { .. }
        | O::Dismissed { .. }
        | O::BreachNoticed { .. }
        | O::Sanctioned { .. }
        | O::Reviewed { .. }
        | O::PermissionGranted { .. }
        | O::PermissionRevoked { .. }
        | O::FeatureRead { .. }
        | O::RequestMade { .. }
        | O::RequestRouted { .. }
        | O::MoreAsked { .. }
        | O::IdentityProved { .. }
        | O::RequestAnswered { .. }
        | O::FeeCharged { .. }
        | O::Corrected { .. }
        | O::AccountViewed { .. }
        | O::AccountEdited { .. }
        | O::InformationSupplied { .. }
        | O::BecameAware { .. }
        | O::LawAllows { .. }
        | O::LawForbids { .. }
        | O::Published { .. }
        | O::Notified { .. }
        | O::PolicyRead { .. }
        | O::AgreementAccepted { .. }
        | O::PartUsed { .. }
        | O::ThirdPartyCollected { .. }
        | O::Attacked { .. }
        | O::CredentialShared { .. }
        | O::Intruded { .. }
        | O::Blamed { .. } => {}
    }
}

/// The instant has ended for a subject with a due clock: what was due is over, and what hangs on it begins.
pub fn settle<M: Mode>(books: &mut dyn Books<M>, subject: Subject, at: At<'_, M>) {
    match subject {
        Subject::Person(person) => {
            let book = books.person_mut(person);
            book.removal.settle(at.now);
            book.marketing_stop.settle(at.now);
            for clock in &mut book.mail_stop {
                clock.settle(at.now);
            }
        }
        Subject::Record(record) => data::settle(books, record, at),
        Subject::Request(request) => consent::settle(books, request, at),
    }
}
