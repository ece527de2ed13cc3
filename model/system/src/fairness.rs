//! Fairness: which inputs somebody does sooner or later, where a promise takes that for granted.
//!
//! Nothing has to happen in the model. What must come about in the end can be asked only of runs in which nobody
//! puts off for ever what is up to him; a promise names what it assumes of that kind, and this table says which
//! inputs it is about. Each is assumed weakly, and for each message, plugin or case on its own: what is possible
//! from some point on without a gap is done.

use crate::action::Action;
use crate::setup::Setup;
use vouchsafe_alphabet::{Command, Phone, Record, Request, Staff, Tv};

list! {
    /// What is assumed to be done sooner or later.
    "fairness" Fairness {
        /// What is under way for a command arrives, unless it is lost.
        LinksDeliver "links-deliver",
        /// A plugin sends what waited, and tries again or reports what it knows to be lost.
        PluginsConclude "plugins-conclude",
        /// A plugin chooses the route to a TV again and again.
        PluginsChoose "plugins-choose",
        /// A phone without a connection is connected again.
        PhonesReturn "phones-return",
        /// The account service gets to each withdrawal that it has.
        WithdrawalsAreWorkedOn "withdrawals-are-worked-on",
        /// The triage gets to each message.
        MailIsOpened "mail-is-opened",
        /// The desks get to each message that they can serve or have to refuse.
        RequestsAreWorkedOn "requests-are-worked-on",
        /// The vendor's job that infers looks at each record.
        InferenceRuns "inference-runs",
        /// The vendor gets to each breach of secrecy that it has noticed.
        BreachesAreDealtWith "breaches-are-dealt-with",
    }
}

/// Who or what has a fair share of its own: a phone, a command, a request, a record or a member of staff, and at a phone a TV.
pub type Share = (u32, u32);

impl Action {
    /// What is assumed of the input, and whose share it is; nothing where nobody ever has to take it.
    pub fn fairness(self) -> Option<(Fairness, Share)> {
        let (fairness, whose) = if let Self::Deliver(_, Command(id), _) = self {
            (Fairness::LinksDeliver, (id, 0))
        } else if let Self::Retry(Command(id)) | Self::GiveUp(Command(id)) | Self::SendNext(Command(id)) =
            self
        {
            (Fairness::PluginsConclude, (id, 0))
        } else if let Self::Choose(Phone(phone), Tv(tv)) = self {
            (Fairness::PluginsChoose, (phone, tv))
        } else if let Self::Online(Phone(id)) | Self::Restart(Phone(id)) = self {
            (Fairness::PhonesReturn, (id, 0))
        } else if let Self::Process(Request(id)) = self {
            (Fairness::WithdrawalsAreWorkedOn, (id, 0))
        } else if let Self::Triage(Request(id)) = self {
            (Fairness::MailIsOpened, (id, 0))
        } else if let Self::Serve(Request(id)) | Self::Refuse(Request(id)) = self {
            (Fairness::RequestsAreWorkedOn, (id, 0))
        } else if let Self::Infer(Record(id)) = self {
            (Fairness::InferenceRuns, (id, 0))
        } else if let Self::Sanction(Staff(id)) = self {
            (Fairness::BreachesAreDealtWith, (id, 0))
        } else {
            return None;
        };
        Some((fairness, whose))
    }
}

impl Setup {
    /// The shares of these assumptions among the inputs of the setup, in order.
    pub fn shares(&self, assumed: &[Fairness]) -> Vec<(Fairness, Share)> {
        let all = self.actions().into_iter().filter_map(Action::fairness);
        let mut shares: Vec<_> = all.filter(|(fairness, _)| assumed.contains(fairness)).collect();
        shares.sort_unstable();
        shares.dedup();
        shares
    }
}
