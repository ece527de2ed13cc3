//! Why an input does not apply: every refusal has a name and a sentence.

list! {
    /// Why a step was refused.
    "refusal" Refusal {
        /// The scope has no such person, phone, TV, recipient, category or slot.
        Unknown "unknown",
        /// The scope does not switch this input on.
        SwitchedOff "switched-off",
        /// Nothing would change and nothing could be seen.
        NothingChanges "nothing-changes",
        /// Every slot for such a case is taken.
        NoSlot "no-slot",
        /// The phone has no connection to the vendor.
        PhoneOffline "phone-offline",
        /// The phone is connected already.
        PhoneOnline "phone-online",
        /// The person has no phone.
        NoPhone "no-phone",
        /// A question to this person is still open.
        QuestionOpen "question-open",
        /// No such question is open.
        NotAsked "not-asked",
        /// The person has agreed already.
        AgreedAlready "agreed-already",
        /// The vendor has no consent for this.
        NoConsent "no-consent",
        /// The person said no or withdrew.
        Barred "barred",
        /// The vendor knows this person for a minor.
        KnownMinor "known-minor",
        /// The same request is under way already.
        RequestOpen "request-open",
        /// No such request waits to be processed.
        NoRequest "no-request",
        /// The service that would do this is broken.
        Broken "broken",
        /// Nobody holds such a record.
        NoRecord "no-record",
        /// The disclosure batch is full.
        BatchFull "batch-full",
        /// The disclosure batch is empty.
        BatchEmpty "batch-empty",
        /// The recipient does not fit this.
        WrongRecipient "wrong-recipient",
        /// The recipient was given nothing of the kind.
        NotGiven "not-given",
        /// The last version of the terms is in force.
        NoMoreTerms "no-more-terms",
        /// The next version of the terms was published already.
        PublishedAlready "published-already",
        /// The next version of the terms was not published.
        NotPublished "not-published",
        /// The date from which the next version applies has not come.
        DateNotCome "date-not-come",
        /// Somebody was not told in time what the next version changes.
        NotAnnounced "not-announced",
        /// The person ended marketing, or this kind of mail.
        OptedOut "opted-out",
        /// The agency has the same list already, or does not have this person on it.
        NotListed "not-listed",
        /// The answer does not fit the question.
        WrongAnswer "wrong-answer",
        /// The TV is bound already.
        Bound "bound",
        /// The TV is not bound.
        NotBound "not-bound",
        /// The TV is shared with this person already, or the person owns it.
        LinkedAlready "linked-already",
        /// The person has no right to this TV.
        NotLinked "not-linked",
        /// The TV was not admitted by a check.
        NotAdmitted "not-admitted",
        /// No such message is in flight, or another one of its route goes first.
        NoMessage "no-message",
        /// The network holds as many messages as fit.
        NetworkFull "network-full",
        /// No such command is open.
        NoCommand "no-command",
        /// The command is not known to be lost.
        NotLost "not-lost",
        /// The relay was tried already.
        RelayTried "relay-tried",
        /// The purpose of the record lives on.
        PurposeLives "purpose-lives",
        /// The purpose of the record has ended.
        PurposeOver "purpose-over",
        /// A ground to keep the record is live.
        Held "held",
        /// That ground is live already.
        GroundLive "ground-live",
        /// That ground is not live.
        NoGround "no-ground",
        /// The vendor has inferred it already.
        InferredAlready "inferred-already",
        /// The holder has a copy already.
        CopiedAlready "copied-already",
        /// The person is no minor in somebody's care.
        NoWard "no-ward",
        /// The vendor knows it already.
        KnownAlready "known-already",
        /// The person is subscribed already.
        SubscribedAlready "subscribed-already",
        /// The person is not subscribed.
        NotSubscribed "not-subscribed",
        /// A report about the person bars this.
        Reported "reported",
        /// The bargain with this recipient is of another sort.
        OtherBargain "other-bargain",
        /// The person was not told of the change of ownership.
        NoNotice "no-notice",
        /// Custody has moved already.
        CustodyGone "custody-gone",
        /// No contract with the recipient stands.
        NoContract "no-contract",
        /// The contract does not meet the law or the rights of a person.
        NotCovered "not-covered",
        /// The policy describes no such scenario of sharing.
        NoScenario "no-scenario",
        /// The provider is of none of the kinds that the policy lists.
        UnlistedKind "unlisted-kind",
        /// The policy does not state this purpose of the category, or the recipient is not there for it.
        WrongPurpose "wrong-purpose",
        /// The person has no support case.
        NoCase "no-case",
        /// The person submitted no feedback.
        NoFeedback "no-feedback",
        /// It is the law of another place.
        ForeignLaw "foreign-law",
        /// Law speaks of another act.
        OtherVerb "other-verb",
        /// The datum is about somebody else as well.
        OtherSubject "other-subject",

        /// The records are linked already.
        LinkedTogether "linked-together",
        /// The records are to be kept apart.
        KeptApart "kept-apart",
        /// The person has used no part of this third party.
        NothingUsed "nothing-used",
        /// No third party has gathered anything of this person.
        NobodyElse "nobody-else",
        /// It would tell of too few people.
        GroupTooSmall "group-too-small",
        /// It belongs on a site, and not here.
        OutOfPlace "out-of-place",
        /// The partner has joined the advertising programme already.
        InProgramme "in-programme",
        /// The partner has not joined the advertising programme.
        NotInProgramme "not-in-programme",
        /// The person has not opted out.
        NotOptedOut "not-opted-out",

        /// A check of the TV is under way.
        CheckPending "check-pending",
        /// The adversary has copied nothing of the kind.
        NothingCopied "nothing-copied",
        /// The servers for devices cannot be reached.
        ServersDown "servers-down",
        /// The servers for devices can be reached.
        ServersUp "servers-up",
        /// Nobody is logged in so on this phone.
        NoSession "no-session",
        /// Somebody is logged in so on this phone already.
        SessionOpen "session-open",
        /// The phone is at home, on the local network of the TVs.
        AtHome "at-home",
        /// The TV is switched off or cut off.
        TvSilent "tv-silent",
        /// The TV has reported as often as it does here.
        NoMoreReports "no-more-reports",
        /// As many keys were pressed as are in a run of this scope.
        NoMorePresses "no-more-presses",
        /// Nothing is known of this TV or person yet.
        NothingKnown "nothing-known",
        /// The plugin may read this phone already, or was not let.
        PermissionSo "permission-so",
        /// An earlier command of this person for this TV is not over.
        EarlierOpen "earlier-open",
        /// The command was sent already.
        SentAlready "sent-already",
        /// The intake takes in no data of that kind.
        OffTheList "off-the-list",
        /// No safeguard stands between the two places.
        NoSafeguard "no-safeguard",
        /// The policy names no data centre in that place.
        NoSuchCentre "no-such-centre",
        /// Law of the person's place forbids it.
        Forbidden "forbidden",
        /// Somebody is not bound to secrecy.
        NotBoundToSecrecy "not-bound-to-secrecy",
        /// Somebody is not engaged, or has nothing to answer for.
        NotEngaged "not-engaged",
        /// The message was opened already.
        OpenedAlready "opened-already",
        /// The desk does not have such a message, or has done this with it.
        NotAtDesk "not-at-desk",
        /// The sender has not proved who they are.
        NotProved "not-proved",
        /// The person is aware of no breach that is not reported.
        NotAware "not-aware",
        /// That was not the cause, as far as the vendor can find out.
        NotTheCause "not-the-cause",
        /// No fee is charged for this, or it was charged already.
        NoFee "no-fee",
        /// The person ended sharing with recipients of this class.
        SharingStopped "sharing-stopped",
        /// The service needs nothing that is missing.
        NothingMissing "nothing-missing",
    }
}

impl Refusal {
    /// Whether it comes from a safeguard: a guard that keeps a promise, and not one that says what is possible.
    pub const fn is_safeguard(self) -> bool {
        matches!(
            self,
            Self::NoConsent
                | Self::Barred
                | Self::KnownMinor
                | Self::WrongRecipient
                | Self::DateNotCome
                | Self::NotAnnounced
                | Self::OptedOut
                | Self::NotLinked
                | Self::NotAdmitted
                | Self::PurposeOver
                | Self::Reported
                | Self::NoNotice
                | Self::NoContract
                | Self::NotCovered
                | Self::NoScenario
                | Self::UnlistedKind
                | Self::WrongPurpose
                | Self::NoCase
                | Self::NoFeedback
                | Self::ForeignLaw
                | Self::OtherVerb
                | Self::OtherSubject
                | Self::KeptApart
                | Self::NothingUsed
                | Self::NobodyElse
                | Self::GroupTooSmall
                | Self::OutOfPlace
                | Self::NotInProgramme
                | Self::EarlierOpen
                | Self::OffTheList
                | Self::NoSafeguard
                | Self::NoSuchCentre
                | Self::Forbidden
                | Self::NotBoundToSecrecy
                | Self::NotEngaged
                | Self::NotProved
                | Self::NotTheCause
                | Self::NoFee
                | Self::SharingStopped
        )
    }
}
