//! What is true of a person: law, age, answers, withdrawals, marketing, subscriptions.

use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Categories, Category, Form, Mail, Place, Regime, Service, Set};

/// A person's last word on direct marketing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Marketing {
    /// None so far.
    #[default]
    Unanswered,
    /// Yes, in this form.
    Yes(Form),
    /// No.
    No,
    /// A positive sign of no objection.
    NoObjection,
    /// Asked, and silent.
    Silence,
}

/// The book of one person.
#[derive_where(Clone, Debug, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail, M::Ids, M::Reach, M::Sheet)]
pub struct PersonBook<M: Mode> {
    /// What the person's law asks for direct marketing.
    pub law: Regime,
    /// Where the person lives, where that is known.
    pub place: Option<Place>,
    /// Whether the person is in truth a minor.
    pub minor: Fact<M::Cause>,
    /// The vendor was told that the person is a minor.
    pub told: Fact<M::Cause>,
    /// Those declared to be the person's guardians.
    pub guardians: M::Ids,
    /// A guardian reported the person.
    pub reported: Fact<M::Cause>,
    /// By when the report must have had its effect.
    pub removal: M::Clock,
    /// A guardian approved something after the latest report.
    pub approved_since_report: Fact<M::Cause>,
    /// Categories that a guardian approved.
    pub approved: Marked<M, Category>,
    /// Live subscriptions.
    pub subscriptions: Marked<M, Service>,
    /// Those among them made with a guardian's approval since the latest report.
    pub approved_subscriptions: Set<Service>,

    /// The person has used a product.
    pub used_product: Fact<M::Cause>,
    /// The number of the change of terms after which the person last used a product; 0 for never.
    pub used_in_epoch: u32,
    /// The person accepted terms by an express act; bit `n` for version `n`.
    pub accepted: u64,
    /// Categories to whose collection the person has ever said yes.
    pub agreed_to_collect: Marked<M, Category>,
    /// Categories last answered with no, by verb.
    pub refused: [Marked<M, Category>; 3],
    /// Withdrawals in force, by verb.
    pub barred: [Marked<M, Category>; 3],
    /// Those among them after whose act the person has used a product.
    pub barred_and_used: [Marked<M, Category>; 3],
    /// The person has ever withdrawn anything.
    pub withdrew: Fact<M::Cause>,
    /// Categories whose collection was withdrawn and then agreed to again.
    pub returned: Categories,

    /// A marketing question was put.
    pub asked_marketing: Fact<M::Cause>,
    /// The last answer to one.
    pub marketing: Marketing,
    /// What made it so.
    pub marketing_cause: M::Cause,
    /// The first opt-out since the last yes.
    pub opted_out: Fact<M::Cause>,
    /// By when marketing must have stopped.
    pub marketing_stop: M::Clock,
    /// The person has ever opted out.
    pub ever_opted_out: Fact<M::Cause>,
    /// An opt-out was lifted by a later yes.
    pub came_back: Fact<M::Cause>,
    /// By when each kind of e-mail must have stopped.
    pub mail_stop: [M::Clock; 6],
    /// Kinds of e-mail that the person stopped.
    pub stopped_mail: Marked<M, Mail>,
    /// Recipients of whose coming in by a corporate event the person was told.
    pub told_of: M::Ids,

    /// Answers about sharing with a class of recipients, and about purposes.
    pub answers: M::Sheet,
    /// What has come from us to whom.
    pub reached: M::Reach,
    /// The person asked for a service, or made use of one.
    pub requested: Fact<M::Cause>,
    /// The person asked for support, or was told of an action that brings it.
    pub support: Fact<M::Cause>,
    /// The person gave feedback.
    pub fed_back: Fact<M::Cause>,

    /// Phones on which the person's last word permits the reading of features.
    pub permits: M::Ids,
    /// The person revoked such a permission, at some time.
    pub revoked: Fact<M::Cause>,
    /// By when a revocation since the last permission must have taken effect.
    pub permission_stop: M::Clock,
}

impl<M: Mode> Default for PersonBook<M> {
    fn default() -> Self {
        Self {
            law: Regime::Consent,
            place: None,
            minor: Fact::default(),
            told: Fact::default(),
            guardians: M::Ids::default(),
            reported: Fact::default(),
            removal: M::Clock::default(),
            approved_since_report: Fact::default(),
            approved: Marked::default(),
            subscriptions: Marked::default(),
            approved_subscriptions: Set::EMPTY,
            used_product: Fact::default(),
            used_in_epoch: 0,
            accepted: 0,
            agreed_to_collect: Marked::default(),
            refused: Default::default(),
            barred: Default::default(),
            barred_and_used: Default::default(),
            withdrew: Fact::default(),
            returned: Set::EMPTY,
            asked_marketing: Fact::default(),
            marketing: Marketing::Unanswered,
            marketing_cause: M::Cause::default(),
            opted_out: Fact::default(),
            marketing_stop: M::Clock::default(),
            ever_opted_out: Fact::default(),
            came_back: Fact::default(),
            mail_stop: [M::Clock::default(); 6],
            stopped_mail: Marked::default(),
            told_of: M::Ids::default(),
            answers: M::Sheet::default(),
            reached: M::Reach::default(),
            requested: Fact::default(),
            support: Fact::default(),
            fed_back: Fact::default(),
            permits: M::Ids::default(),
            revoked: Fact::default(),
            permission_stop: M::Clock::default(),
        }
    }
}
