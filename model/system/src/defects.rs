//! The table of defects: each weakens one guard or breaks one handler at one place.
//!
//! A defect says what it was made to break, so that a hunt for it can be judged. The machines ask a set of
//! bits, which costs nothing when it is empty.

use vouchsafe_alphabet::Word;

/// A defect as it is listed.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The defect.
    pub defect: Defect,
    /// The clauses that stand behind the guard that it weakens.
    pub clauses: &'static [&'static str],
    /// The promises that it was made to break.
    pub breaks: &'static [&'static str],
    /// The witnesses that it puts out of reach, as `PROMISE/WITNESS`: what may be done no longer can.
    pub loses: &'static [&'static str],
    /// The scopes in which it shows.
    pub scopes: &'static [&'static str],
}

macro_rules! defects {
    ($(#[doc = $says:literal] $member:ident $text:literal [$($clause:literal),+] breaks [$($promise:literal),*] $(loses [$($witness:literal),+])? scopes [$($scope:literal),*];)+) => {
        list! {
            /// What may be wrong in the parties.
            "defect" Defect { $(#[doc = $says] $member $text),+ }
        }

        /// Every defect, in the order of the families that they concern.
        pub const TABLE: &[Row] = &[$(Row {
            defect: Defect::$member,
            clauses: &[$($clause),+],
            breaks: &[$($promise),*],
            loses: &[$($($witness),+)?],
            scopes: &[$($scope),*],
        }),+];
    };
}

defects! {
    /// The local route takes commands for a TV that no check admitted.
    LanSkipsCheck "lan-skips-check" ["USE-13"] breaks ["F01.checked-before-operated", "F06.press-is-answered"] scopes ["answers", "authenticity", "control", "forged-verdict", "servers-down", "slow-check"];
    /// Binding a TV anew leaves the old verdict in place.
    VerdictSurvivesRebind "verdict-survives-rebind" ["USE-13"] breaks ["F01.checked-before-operated"] scopes ["authenticity", "control", "servers-down", "slow-check"];
    /// The registry looks up the factory MAC and the device ID each on its own.
    SeparateLookup "separate-lookup" ["USE-14"] breaks ["F02.pair-checked"] loses ["F01.checked-before-operated/clone-refused", "F02.pair-checked/clone-refused"] scopes ["authenticity"];
    /// The check reads the printed label instead of the device.
    LabelInsteadOfDevice "label-instead-of-device" ["USE-14"] breaks ["F02.pair-checked"] loses ["F01.checked-before-operated/clone-refused", "F02.pair-checked/clone-refused"] scopes ["authenticity"];
    /// A TV passes at once whose factory MAC belongs to one that was let in before.
    VerdictCachedByMac "verdict-cached-by-mac" ["USE-14"] breaks ["F02.pair-checked"] scopes ["authenticity"];

    /// A TV executes a command each time that it arrives.
    NoDuplicateFilter "no-duplicate-filter" ["COL-11"] breaks ["F06.execution-has-its-press"] scopes ["control"];
    /// The relay pushes to another TV of the same person.
    AnyLinkedTv "any-linked-tv" ["COL-11", "USE-19"] breaks ["F06.execution-has-its-press", "F06.transmission-serves-a-press"] scopes ["adversary", "two-tvs"];
    /// A TV goes on serving co-users that were dropped.
    UnshareIgnored "unshare-ignored" ["USE-19"] breaks ["F06.execution-has-its-press"] scopes ["co-users", "intruder", "two-pressers"];
    /// A TV executes the key before instead of the one that was pressed.
    StuckKey "stuck-key" ["USE-20"] breaks ["F06.execution-has-its-press"] scopes ["keys"];
    /// A TV repeats the last command after it is over.
    GhostPress "ghost-press" ["COL-11"] breaks ["F01.checked-before-operated", "F06.execution-has-its-press"] scopes ["adversary", "authenticity", "co-users", "control", "intruder", "keys", "log-out", "press-order", "servers-down", "slow-check", "two-pressers", "two-tvs"];
    /// The plugin retries a command of which it does not know that it was lost.
    RetryAfterExecution "retry-after-execution" ["COL-11"] breaks ["F06.execution-has-its-press", "F06.transmission-serves-a-press", "F06.record-has-its-press"] scopes ["adversary", "co-users", "control", "control-and-consent", "control-and-minors", "control-and-recipients", "control-and-retention", "control-and-sale", "press-order", "recorded-commands", "two-pressers", "two-tvs"];
    /// The plugin sends a command to every TV on the local network.
    Broadcast "broadcast" ["COL-11", "USE-19"] breaks ["F06.execution-has-its-press", "F06.transmission-serves-a-press"] scopes ["adversary", "two-tvs"];
    /// Plugin and server each record the same command.
    RecordTwice "record-twice" ["COL-10"] breaks ["F06.record-has-its-press"] scopes ["co-users", "control", "control-and-consent", "control-and-minors", "control-and-recipients", "control-and-retention", "control-and-sale", "recorded-commands"];
    /// A command is recorded under the owner of the TV, whoever pressed.
    RecordUnderOwner "record-under-owner" ["COL-10", "COL-05"] breaks ["F06.record-has-its-press"] scopes ["co-users", "control-and-minors", "two-pressers"];
    /// The usage job records a command that nobody pressed.
    PhantomRecord "phantom-record" ["COL-10"] breaks ["F06.record-has-its-press"] scopes ["co-users", "control", "control-and-consent", "control-and-minors", "control-and-recipients", "control-and-retention", "control-and-sale", "recorded-commands", "two-pressers"];

    /// Data is sold outright.
    SellOutright "sell-outright" ["SHR-01"] breaks ["F13.no-sale", "F30.nothing-after-withdrawal"] scopes ["affiliate", "disclosure-and-sale", "sale", "sale-and-recipients"];

    /// A partner gets data and gives advertising credit for it later.
    BarterLater "barter-later" ["SHR-01"] breaks ["F13.no-sale"] scopes ["sale"];
    /// Custody moves to a successor before anybody is told.
    CustodyWithoutNotice "custody-without-notice" ["SHR-01", "ECO-06"] breaks ["F13.no-sale", "F37.corporate-change-is-told"] scopes ["change-of-owner", "sale"];
    /// A buyer pays an affiliate for what the vendor discloses.
    SaleThroughAffiliate "sale-through-affiliate" ["SHR-01", "COM-02"] breaks ["F13.no-sale"] scopes ["affiliate"];

    /// Silence is taken for consent to marketing.
    SilenceAsConsent "silence-as-consent" ["MKT-02"] breaks ["F14.no-marketing-without-consent"] scopes ["marketing", "marketing-and-consent", "marketing-and-recipients", "no-objection", "separate-consent"];
    /// Accepting the terms is stored as the separate consent to marketing.
    AcceptanceAsSeparateConsent "acceptance-as-separate-consent" ["MKT-03"] breaks ["F14.no-marketing-without-consent"] scopes ["separate-consent"];
    /// Profiling for marketing starts before the person is asked.
    ProfileBeforeAsking "profile-before-asking" ["MKT-02"] breaks ["F14.no-marketing-without-consent"] scopes ["marketing", "marketing-and-consent", "marketing-and-recipients", "no-objection", "separate-consent"];

    /// The agency is never told of people who ended marketing.
    AgencyNeverSynced "agency-never-synced" ["MKT-04"] breaks ["F14.no-marketing-without-consent", "F15.opt-out-ends-marketing", "F15.stopped-mail-stays-stopped"] scopes ["marketing"];
    /// Profiling does not read the end of marketing.
    ProfilingContinues "profiling-continues" ["MKT-04"] breaks ["F14.no-marketing-without-consent", "F15.opt-out-ends-marketing"] scopes ["marketing"];
    /// Stopped kinds of e-mail go out all the same.
    StopMailIgnored "stop-mail-ignored" ["MKT-05"] breaks ["F15.stopped-mail-stays-stopped"] scopes ["marketing"];
    /// A later consent to marketing clears the stopped kinds of e-mail.
    YesRevivesStoppedMail "yes-revives-stopped-mail" ["MKT-05"] breaks ["F15.stopped-mail-stays-stopped"] scopes ["marketing"];
    /// Pushed promotions do not read the end of marketing.
    PushAfterOptOut "push-after-opt-out" ["MKT-04"] breaks ["F14.no-marketing-without-consent", "F15.opt-out-ends-marketing"] scopes ["marketing"];

    /// Processors are not told of a purge.
    ReplicaSurvives "replica-survives" ["RET-03"] breaks ["F26.purged-in-time", "F32.abroad-as-at-home"] loses ["F32.abroad-as-at-home/purged-abroad"] scopes ["copies-abroad", "retention", "retention-and-recipients"];
    /// The vendor assumes a business ground for everything.
    DefaultBusinessHold "default-business-hold" ["RET-03", "RET-05", "RET-07"] breaks ["F26.purged-in-time", "F32.abroad-as-at-home", "F26.uselessness-is-inferred"] loses ["F20.nobody-singled-out/anonymised-record", "F26.purged-in-time/held-then-purged", "F26.uselessness-is-inferred/inferred", "F32.abroad-as-at-home/purged-abroad"] scopes ["control-and-retention", "copies-abroad", "correspondence", "retention", "retention-and-recipients", "retention-and-transfer"];
    /// De-identified records can still be tied to their subject.
    NominalDeidentification "nominal-deidentification" ["RET-04", "COM-07"] breaks ["F20.nobody-singled-out", "F26.purged-in-time", "F33.report-removes"] scopes ["control-and-retention", "correspondence", "figures", "minors-copies", "retention", "retention-and-recipients"];
    /// Restoring a backup brings back what was purged.
    BackupBringsBack "backup-brings-back" ["RET-03"] breaks ["F26.nothing-comes-back"] scopes ["retention"];
    /// Replicas are made after the purpose has ended, and the list of copies does not name them.
    ReplicaMadeLate "replica-made-late" ["RET-03"] breaks ["F26.purged-in-time", "F26.nothing-comes-back", "F32.abroad-as-at-home", "F33.report-removes"] scopes ["copies-abroad", "minors-copies", "retention", "retention-and-recipients"];

    /// Withdrawals wait for ever.
    NeverProcesses "never-processes" ["WDC-03"] breaks ["F11.authorised-disclosure", "F30.processed-in-time", "F30.nothing-after-withdrawal", "F32.abroad-as-at-home", "F36.use-is-no-answer", "F30.withdrawal-comes-through"] loses ["F30.processed-in-time/processed-in-time", "F30.withdrawal-comes-through/processed", "F31.denied-for-what-it-needs/denied-after-withdrawal"] scopes ["consent", "control-and-consent", "copies-abroad", "crashes", "disclosure", "disclosure-and-sale", "offline", "retention-and-recipients", "updates"];
    /// A restart loses the withdrawals that a phone has not sent yet.
    OutboxLostAtRestart "outbox-lost-at-restart" ["WDC-03"] breaks ["F30.processed-in-time", "F30.withdrawal-comes-through"] scopes ["offline"];
    /// The status store is not told of a withdrawal.
    TvKeepsReporting "tv-keeps-reporting" ["WDC-04"] breaks ["F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["consent", "crashes"];
    /// The disclosure batch is sent as it was queued.
    BatchNotRechecked "batch-not-rechecked" ["WDC-04"] breaks ["F11.authorised-disclosure", "F30.nothing-after-withdrawal"] scopes ["disclosure", "disclosure-and-sale", "retention-and-recipients"];
    /// Processors are not told of a withdrawal.
    ProcessorNotTold "processor-not-told" ["WDC-04", "WDC-05"] breaks ["F30.nothing-after-withdrawal", "F32.abroad-as-at-home"] scopes ["copies-abroad", "disclosure", "withdrawal-and-law"];
    /// The usage job takes what is stored, whatever was withdrawn.
    UsageJobIgnoresWithdrawal "usage-job-ignores-withdrawal" ["WDC-04"] breaks ["F28.limits-asked-by-mail", "F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["consent", "control-and-consent", "crashes", "disclosure", "limits-by-mail"];

    /// The law of the place in which the server is decides on a transfer, instead of that of the person's home.
    ServerLawConsulted "server-law-consulted" ["XFR-01"] breaks ["F32.safeguarded-transfer"] scopes ["transfer", "transfer-after-move"];
    /// Safeguards are looked up when a route is set up, and never again.
    LapsedSafeguardUsed "lapsed-safeguard-used" ["XFR-02"] breaks ["F32.safeguarded-transfer"] scopes ["retention-and-transfer", "transfer", "transfer-after-move"];
    /// What lies abroad goes on without a safeguard of its own.
    OnwardUnguarded "onward-unguarded" ["XFR-02"] breaks ["F32.safeguarded-transfer"] scopes ["transfer", "transfer-after-move"];
    /// Data centres replicate records among each other, past the transfer desk.
    UnseenReplication "unseen-replication" ["XFR-01", "XFR-03"] breaks ["F32.safeguarded-transfer", "F32.listed-centres"] scopes ["retention-and-transfer", "transfer", "transfer-after-move"];
    /// The store fails over to a region that the policy does not name.
    UnlistedFailover "unlisted-failover" ["XFR-03"] breaks ["F32.listed-centres"] scopes ["transfer"];
    /// Whoever has moved is still handled by the law of the place where they registered.
    HomeAtRegistration "home-at-registration" ["XFR-01", "COM-10", "DSR-05"] breaks ["F29.answered-in-time", "F32.safeguarded-transfer"] scopes ["requests-and-moves", "transfer-after-move"];
    /// The purge job runs in the region of the person's home alone.
    PurgeAtHomeAlone "purge-at-home-alone" ["XFR-06", "RET-03"] breaks ["F26.purged-in-time", "F32.abroad-as-at-home"] loses ["F32.abroad-as-at-home/purged-abroad"] scopes ["copies-abroad"];
    /// Withdrawals reach those who work for the vendor in the region of the person's home alone.
    WithdrawalAtHomeAlone "withdrawal-at-home-alone" ["XFR-06", "WDC-05"] breaks ["F30.nothing-after-withdrawal", "F32.abroad-as-at-home"] scopes ["copies-abroad"];

    /// Data is required of a known minor.
    ChildPrompted "child-prompted" ["MIN-02"] breaks ["F33.known-minor-left-alone"] scopes ["control-and-minors", "minors", "minors-and-recipients"];
    /// A known minor is still asked, without obligation.
    ChildAskedSoftly "child-asked-softly" ["MIN-04"] breaks ["F33.known-minor-left-alone"] scopes ["minors"];
    /// Reports about a known minor go on.
    PassiveReportsContinue "passive-reports-continue" ["MIN-04"] breaks ["F33.known-minor-left-alone"] scopes ["minors"];
    /// A promotion that was queued goes out to a known minor.
    QueuedPromotionToMinor "queued-promotion-to-minor" ["MIN-03"] breaks ["F33.known-minor-left-alone"] scopes ["minors-marketing"];
    /// Approval that comes after the data keeps the data.
    LateApprovalBlocksRemoval "late-approval-blocks-removal" ["MIN-06", "MIN-08"] breaks ["F33.report-removes"] scopes ["control-and-minors", "minors", "minors-copies"];
    /// A business ground keeps a minor's data.
    BusinessHoldBlocksRemoval "business-hold-blocks-removal" ["MIN-06"] breaks ["F33.report-removes"] scopes ["minors-copies"];
    /// Subscriptions renew themselves after the removal.
    AutoRenew "auto-renew" ["MIN-07"] breaks ["F33.report-removes"] scopes ["minors"];
    /// Processors are not told of a minor's removal.
    ReplicaSurvivesRemoval "replica-survives-removal" ["MIN-06"] breaks ["F33.report-removes"] scopes ["minors-copies"];
    /// The removal forgets subscriptions.
    RemovalForgetsSubscriptions "removal-forgets-subscriptions" ["MIN-07"] breaks ["F33.report-removes"] scopes ["minors"];
    /// A backup brings a removed minor's data back.
    ReplicaReturns "replica-returns" ["MIN-06"] breaks ["F33.report-removes"] scopes ["minors-copies"];

    /// Each use of a product consents to everything anew.
    UseReaccepts "use-reaccepts" ["COM-08", "UPD-07"] breaks ["F11.authorised-disclosure", "F28.limits-asked-by-mail", "F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["agreements", "consent", "control-and-consent", "crashes", "limits-by-mail", "terms", "withdrawal-and-law"];
    /// Opening the plugin again turns a refusal into consent.
    RefusalForgotten "refusal-forgotten" ["COM-08"] breaks ["F28.limits-asked-by-mail", "F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["agreements", "consent", "control-and-consent", "crashes", "limits-by-mail"];
    /// Accepting terms sets consents to collection that were never asked for.
    AcceptanceSetsCollect "acceptance-sets-collect" ["USE-26", "COM-08"] breaks ["F36.use-is-no-answer"] scopes ["agreements", "consent", "crashes", "terms"];
    /// Acceptance is noted for the next version before it takes effect.
    FutureTermsAccepted "future-terms-accepted" ["COM-09"] breaks ["F36.acceptance-binds-to-terms-in-force"] loses ["F36.acceptance-binds-to-terms-in-force/new-terms-taken", "F36.acceptance-binds-to-terms-in-force/taken-after-use"] scopes ["control-and-terms", "terms"];
    /// A poll in the background is taken for the person's own use.
    PollCountsAsUse "poll-counts-as-use" ["UPD-07"] breaks ["F36.acceptance-binds-to-terms-in-force"] scopes ["terms"];
    /// Who accepted the version before is entered as having accepted the one that takes effect.
    AcceptanceCarriedOver "acceptance-carried-over" ["UPD-07", "COM-09"] breaks ["F36.acceptance-binds-to-terms-in-force"] scopes ["control-and-terms", "terms"];

    /// A review of the policy puts off the review of security.
    OneReviewCalendar "one-review-calendar" ["SEC-10"] breaks ["F25.reviewed-in-time"] scopes ["reviews"];
    /// A review of the policy is never scheduled again.
    PolicyReviewUnscheduled "policy-review-unscheduled" ["UPD-01"] breaks ["F25.reviewed-in-time"] scopes ["reviews"];
    /// A review that looked at a part only counts for the whole.
    HalfReviewCounts "half-review-counts" ["SEC-10", "UPD-01"] breaks ["F25.reviewed-in-time"] loses ["F25.reviewed-in-time/policy-reviewed-again", "F25.reviewed-in-time/security-reviewed-again"] scopes ["reviews"];
    /// Where two reviews fall on one day the second is moved to its next date.
    SameDayReviewsMerged "same-day-reviews-merged" ["UPD-01"] breaks ["F25.reviewed-in-time"] scopes ["reviews"];
    /// A version of the terms is published without a date.
    DateLeftOpen "date-left-open" ["UPD-11"] breaks ["F34.change-is-announced"] loses ["F34.change-is-announced/material-change"] scopes ["updates"];
    /// A version of the terms takes effect with its publication, whatever its date.
    EffectAtPublication "effect-at-publication" ["UPD-05"] breaks ["F34.change-is-announced"] scopes ["updates"];
    /// A material change is handled as a minor one.
    MaterialAsMinor "material-as-minor" ["UPD-03"] breaks ["F34.change-is-announced"] scopes ["updates"];
    /// Changes are posted on one site, and people count as told.
    PostedOnOneSite "posted-on-one-site" ["UPD-03"] breaks ["F34.change-is-announced"] scopes ["updates"];
    /// Notices of changes go by a copy of the addresses that is out of date.
    NoticeToFormerAddress "notice-to-former-address" ["UPD-04"] breaks ["F34.change-is-announced"] scopes ["updates"];
    /// Notices say that the terms change, and not what changes.
    NoticeWithoutContent "notice-without-content" ["UPD-10"] breaks ["F34.change-is-announced"] scopes ["updates"];
    /// A change takes effect with the notice of it.
    LeadCutShort "lead-cut-short" ["UPD-03"] breaks ["F34.change-is-announced"] scopes ["updates"];
    /// The store begins with what a version adds at its publication.
    PracticeFirst "practice-first" ["UPD-05", "UPD-02"] breaks ["F34.practice-follows-terms", "F35.consent-sought-again"] scopes ["new-practice"];
    /// The store begins with what a version adds once people were told of it.
    PracticeAtNotice "practice-at-notice" ["UPD-05"] breaks ["F34.practice-follows-terms", "F35.consent-sought-again"] scopes ["new-practice"];
    /// Data is filed under the terms that were in force first.
    FiledUnderOldTerms "filed-under-old-terms" ["PRE-02"] breaks ["F34.practice-follows-terms"] loses ["F34.practice-follows-terms/collected-under-the-version-in-force"] scopes ["new-practice"];

    /// The store begins with what a version adds once it is in force, and nobody is asked.
    NewCategoryUnasked "new-category-unasked" ["UPD-08"] breaks ["F35.consent-sought-again"] scopes ["new-practice"];
    /// What was collected earlier is put to a new purpose once that is published.
    OldRecordsReused "old-records-reused" ["UPD-09"] breaks ["F34.practice-follows-terms", "F35.consent-sought-again"] scopes ["new-practice"];
    /// A publication writes everybody's choices anew, and withdrawals that wait are lost.
    PublicationResetsChoices "publication-resets-choices" ["COM-12"] breaks ["F30.processed-in-time"] scopes ["updates"];

    /// A notice of a change of ownership says nothing of new uses.
    NoticeSilentOnUses "notice-silent-on-uses" ["ECO-08"] breaks ["F37.corporate-change-is-told"] loses ["F37.corporate-change-is-told/new-use-after-notice"] scopes ["change-of-owner"];
    /// A notice of a change of ownership says nothing of the choices that there are.
    NoticeWithoutChoices "notice-without-choices" ["ECO-07"] breaks ["F37.corporate-change-is-told"] loses ["F37.corporate-change-is-told/moved-after-notice", "F37.corporate-change-is-told/new-use-after-notice"] scopes ["change-of-owner"];
    /// A change of ownership is told by a message pushed to the phone alone.
    CorporateNoticePushed "corporate-notice-pushed" ["ECO-06"] breaks ["F13.no-sale", "F37.corporate-change-is-told"] loses ["F37.corporate-change-is-told/moved-after-notice", "F37.corporate-change-is-told/new-use-after-notice"] scopes ["change-of-owner", "sale"];
    /// A debug upload goes by no guard, and sends what the policy names nowhere for the plugin.
    SidePathUpload "side-path-upload" ["COM-01", "COL-03"] breaks ["F07.listed-contents"] scopes ["details"];
    /// The plugin reads the networks nearby with the one that it is on.
    NeighbourNetworksRead "neighbour-networks-read" ["COL-03"] breaks ["F07.listed-contents"] scopes ["details"];
    /// The accounts of everybody who is known to the phone are read with the user's own.
    StrangersAccountRead "strangers-account-read" ["COL-04"] breaks ["F07.listed-contents"] scopes ["details"];
    /// The phone's address book goes with the account.
    AddressBookTaken "address-book-taken" ["COL-04"] breaks ["F07.listed-contents"] loses ["F07.listed-contents/account"] scopes ["details"];
    /// The position on the map is sent for the room.
    PositionAsRoom "position-as-room" ["COL-07"] breaks ["F07.listed-contents"] loses ["F07.listed-contents/device-info"] scopes ["details"];
    /// The password of the network is packed with its name.
    NetworkPasswordPacked "network-password-packed" ["COL-09"] breaks ["F07.listed-contents"] loses ["F07.listed-contents/network-info"] scopes ["details"];
    /// Fields that the intake does not know are kept: new firmware sends the level of the microphone.
    UnknownFieldsKept "unknown-fields-kept" ["COL-13"] breaks ["F07.listed-contents"] scopes ["details"];
    /// The session's token is written to the log line.
    TokenInLog "token-in-log" ["CKT-06"] breaks ["F07.listed-contents"] loses ["F07.listed-contents/log-line"] scopes ["details"];
    /// The names of events carry the name of the network.
    EventsNameNetwork "events-name-network" ["CKT-12"] breaks ["F07.listed-contents"] loses ["F07.listed-contents/analytics"] scopes ["details"];
    /// A TV is sampled by a binding that was read once and has gone since.
    SampledByOldBinding "sampled-by-old-binding" ["COL-06", "CTL-03"] breaks ["F08.collected-on-occasion", "F28.unregistered-tells-nothing"] scopes ["occasions", "resale"];
    /// A co-user who was dropped stays on the list of accounts.
    DroppedCoUserSampled "dropped-co-user-sampled" ["COL-05"] breaks ["F08.collected-on-occasion"] scopes ["occasions"];
    /// The account of a co-user is filed under the owner alone.
    SharedFiledUnderOwner "shared-filed-under-owner" ["COL-05"] breaks ["F08.collected-on-occasion"] loses ["F08.collected-on-occasion/of-co-user"] scopes ["occasions"];
    /// What was last known of a network that is gone is sent as if the TV were on it.
    OldNetworkSent "old-network-sent" ["COL-08"] breaks ["F08.collected-on-occasion"] scopes ["occasions"];
    /// A TV in standby goes on telling of its operation.
    StandbyReports "standby-reports" ["COL-12"] breaks ["F08.collected-on-occasion"] scopes ["occasions"];
    /// The feed of the ecosystem is taken in whatever brand it is about.
    OwnBrandFed "own-brand-fed" ["ECO-05"] breaks ["F08.collected-on-occasion"] scopes ["occasions"];
    /// Crash logs are uploaded without anybody's submitting them.
    CrashLogUploaded "crash-log-uploaded" ["COL-14"] breaks ["F08.feedback-by-choice"] scopes ["feedback"];
    /// The error log is attached to feedback that was submitted without it.
    ErrorLogAttached "error-log-attached" ["COL-14"] breaks ["F08.feedback-by-choice"] loses ["F08.feedback-by-choice/submitted-then-collected"] scopes ["feedback"];
    /// A service goes on once feedback was given.
    FeedbackRequired "feedback-required" ["USE-22", "COL-01"] breaks ["F08.feedback-by-choice", "F09.only-the-needed-is-required"] scopes ["feedback"];
    /// What would be nice to have is required before a service goes on.
    NiceToHaveRequired "nice-to-have-required" ["COL-01"] breaks ["F09.only-the-needed-is-required"] scopes ["feedback"];
    /// What a service needs is required for statistics as well.
    StatisticsRequired "statistics-required" ["COL-01"] breaks ["F09.only-the-needed-is-required"] loses ["F09.only-the-needed-is-required/needed-required"] scopes ["feedback"];

    /// An accepted user agreement is stored as consent to all that it names.
    AgreementAsConsent "agreement-as-consent" ["ORD-01"] breaks ["F36.use-is-no-answer"] scopes ["agreements"];

    /// The promotion engine reads the log of commands.
    PromotionsReadCommands "promotions-read-commands" ["USE-21", "USE-05", "MKT-01"] breaks ["F10.stated-compatible-purpose"] scopes ["command-log"];
    /// Proofs of identity are used to fill profiles.
    IdentityProofProfiled "identity-proof-profiled" ["COM-03"] breaks ["F10.stated-compatible-purpose"] scopes ["purposes"];
    /// Statistics a person are used to aim promotions.
    StatisticsAimPromotions "statistics-aim-promotions" ["USE-10"] breaks ["F10.stated-compatible-purpose"] scopes ["promotions"];
    /// What the plugin reads of the phone feeds interest-based advertisements.
    PhoneFeatureFeedsAdverts "phone-feature-feeds-adverts" ["ACC-02"] breaks ["F10.stated-compatible-purpose"] scopes ["purposes"];
    /// Support agents browse without a case.
    SupportWithoutCase "support-without-case" ["USE-07"] breaks ["F10.stated-compatible-purpose"] scopes ["contact-and-purposes", "purposes"];
    /// The owner's account is written to, whoever of the household submitted feedback.
    FollowUpToOwner "follow-up-to-owner" ["USE-24"] breaks ["F10.stated-compatible-purpose"] scopes ["follow-up"];
    /// Records are filed without a stated purpose.
    PurposeLeftOpen "purpose-left-open" ["USE-01"] breaks ["F10.stated-compatible-purpose"] scopes ["contact-and-purposes", "promotions", "purposes", "services", "site-cookies"];
    /// Records are labelled as a duty of law that no law imposes.
    LegalLabel "legal-label" ["USE-02"] breaks ["F10.stated-compatible-purpose"] loses ["F10.stated-compatible-purpose/app-run", "F10.stated-compatible-purpose/authenticity", "F10.stated-compatible-purpose/feedback", "F10.stated-compatible-purpose/identity-verification", "F10.stated-compatible-purpose/statistics", "F10.stated-compatible-purpose/support"] scopes ["contact-and-purposes", "promotions", "purposes", "services", "site-cookies"];
    /// A provider that hosts data uses it for advertisements of its own.
    HostedDataAdvertises "hosted-data-advertises" ["GRP-05", "GRP-03"] breaks ["F10.stated-compatible-purpose"] scopes ["services"];

    /// An affiliate is taken for the vendor itself, and nobody is asked.
    AffiliateIsSelf "affiliate-is-self" ["COM-02", "SHR-04"] breaks ["F11.authorised-disclosure"] scopes ["affiliates-of-other-sectors", "sharing"];
    /// A data broker is served like a provider.
    BrokerServed "broker-served" ["SHR-03"] breaks ["F11.authorised-disclosure"] scopes ["services"];
    /// The owner's consent is taken for the co-user's.
    OwnerSpeaksForAll "owner-speaks-for-all" ["SHR-04"] breaks ["F11.authorised-disclosure"] scopes ["shared-accounts"];
    /// Consent is looked at when data is collected and never again.
    CheckedAtCollection "checked-at-collection" ["SHR-04"] breaks ["F11.authorised-disclosure", "F30.nothing-after-withdrawal"] scopes ["affiliates-of-other-sectors", "consent-and-recipients", "disclosure", "disclosure-and-sale", "retention-and-recipients", "shared-accounts", "sharing", "withdrawal-and-law"];
    /// The general yes is taken to reach the ecosystem.
    GeneralYesForAll "general-yes-for-all" ["ECO-03", "USE-03"] breaks ["F11.authorised-disclosure"] scopes ["sharing"];
    /// An order about one person is answered with the records of all.
    OrderTakesAll "order-takes-all" ["OTH-01"] breaks ["F11.authorised-disclosure"] scopes ["orders"];
    /// Providers of kinds that the policy does not list are served.
    UnlistedKindServed "unlisted-kind-served" ["GRP-02", "GRP-05"] breaks ["F11.authorised-disclosure"] scopes ["services"];
    /// Data goes out for a service that nobody asked for.
    NobodyRequested "nobody-requested" ["SHR-02"] breaks ["F11.authorised-disclosure"] scopes ["services"];
    /// What another country's law allows is done to anybody.
    ForeignAllowance "foreign-allowance" ["NOC-03"] breaks ["F11.authorised-disclosure"] scopes ["law"];
    /// An order stays on the list after it has ended.
    EndedOrderObeyed "ended-order-obeyed" ["OTH-01"] breaks ["F10.stated-compatible-purpose", "F11.authorised-disclosure", "F30.nothing-after-withdrawal"] scopes ["control-and-recipients", "law", "marketing-and-consent", "orders", "retention-and-recipients", "withdrawal-and-law"];
    /// An allowance to use is taken for one to disclose.
    AllowanceStretched "allowance-stretched" ["NOC-03", "NOC-05"] breaks ["F11.authorised-disclosure"] scopes ["law"];

    /// The law of the vendor's home is consulted in place of the person's.
    HomeLawConsulted "home-law-consulted" ["COM-10"] breaks ["F11.lawful-handling"] loses ["F11.lawful-handling/forbidden-elsewhere"] scopes ["statutes"];
    /// What law forbids is looked at when data is collected and not when it is used.
    StatuteReadAtCollection "statute-read-at-collection" ["COM-10", "COM-11"] breaks ["F11.lawful-handling", "F23.entitled-access"] scopes ["staff", "statutes"];
    /// The table of laws keeps the latest prohibition of a place alone.
    LatestStatuteAlone "latest-statute-alone" ["COM-10"] breaks ["F11.lawful-handling"] scopes ["statutes"];

    /// The plugin keeps what it stores on the phone.
    KeptOnThePhone "kept-on-the-phone" ["SEC-04"] breaks ["F21.safe-places"] scopes ["storage", "transfer-and-storage"];
    /// What is fetched back from its backup lands on the machine of whoever fetched it.
    RestoredToWorkbench "restored-to-workbench" ["SEC-04"] breaks ["F21.safe-places"] scopes ["storage", "transfer-and-storage"];
    /// Backups go to a provider without a controlled facility.
    BackupUncontrolled "backup-uncontrolled" ["SEC-05"] breaks ["F21.safe-places"] loses ["F21.safe-places/with-a-provider"] scopes ["storage", "transfer-and-storage"];
    /// The job that classifies never looks at a record.
    ClassifierIdle "classifier-idle" ["SEC-06"] breaks ["F22.classified-at-the-top"] loses ["F22.classified-at-the-top/highest"] scopes ["storage", "transfer-and-storage"];
    /// The name of a room is ranked low.
    RoomRankedLow "room-ranked-low" ["SEC-07"] breaks ["F22.classified-at-the-top"] loses ["F22.classified-at-the-top/highest"] scopes ["storage", "transfer-and-storage"];
    /// What has a backup is ranked lower afterwards.
    BackupsRankedLower "backups-ranked-lower" ["SEC-07"] breaks ["F22.classified-at-the-top"] scopes ["storage", "transfer-and-storage"];

    /// New staff work before they are bound to secrecy.
    BondComesLater "bond-comes-later" ["SEC-08"] breaks ["F23.entitled-access"] scopes ["staff"];
    /// Who has left, or whose employer's contract has ended, can still look.
    LeaversKeepAccess "leavers-keep-access" ["SEC-08", "SEC-02"] breaks ["F23.entitled-access"] scopes ["staff"];
    /// Everybody on the staff can open any record.
    EverybodySeesAll "everybody-sees-all" ["SEC-02"] breaks ["F23.entitled-access"] scopes ["staff"];
    /// Staff browse in records without a task.
    StaffBrowse "staff-browse" ["SEC-14"] breaks ["F23.entitled-access"] scopes ["staff"];
    /// The desk of the staff does not look at what law forbids.
    StaffLawUnread "staff-law-unread" ["COM-11"] breaks ["F23.entitled-access"] scopes ["staff"];
    /// A noticed breach of secrecy is filed away.
    BreachFiledAway "breach-filed-away" ["SEC-09"] breaks ["F24.breach-is-dealt-with"] loses ["F24.breach-is-dealt-with/disciplined"] scopes ["secrecy"];
    /// Those of providers are left to their provider.
    ProvidersUnpunished "providers-unpunished" ["SEC-09"] breaks ["F24.breach-is-dealt-with"] scopes ["secrecy"];
    /// There is one open case of broken secrecy, and a new one takes the place of the one before.
    OneCaseAtATime "one-case-at-a-time" ["SEC-09"] breaks ["F24.breach-is-dealt-with"] scopes ["secrecy"];

    /// The batch feed does not look at the contract again.
    FeedOutlivesContract "feed-outlives-contract" ["SHR-05"] breaks ["F12.contract-first"] scopes ["contract-term", "contracts"];
    /// Data goes first, and the contract comes after.
    ContractAfterwards "contract-afterwards" ["SHR-05"] breaks ["F12.contract-first"] scopes ["contract-term", "contracts", "sale-and-recipients"];
    /// Contracts are drawn up for the law of the vendor's home alone.
    HomeLawAlone "home-law-alone" ["SHR-05"] breaks ["F12.contract-first"] loses ["F12.contract-first/onward-under-contract"] scopes ["contracts"];
    /// Contracts are drawn up without the rights of people.
    RightsLeftOut "rights-left-out" ["SHR-06"] breaks ["F12.contract-first"] loses ["F12.contract-first/onward-under-contract"] scopes ["contracts"];
    /// Providers pass data on to subcontractors without a contract.
    SubcontractorUnbound "subcontractor-unbound" ["SHR-07"] breaks ["F12.contract-first"] scopes ["contracts"];
    /// A provider goes beyond the purposes of its contract.
    ContractOverstepped "contract-overstepped" ["GRP-04"] breaks ["F12.contract-first"] scopes ["contracts"];

    /// A buyer pays a provider that works for the vendor for what the vendor discloses.
    ValueThroughBroker "value-through-broker" ["SHR-01"] breaks ["F13.no-sale", "F30.nothing-after-withdrawal"] scopes ["affiliate", "disclosure-and-sale", "sale", "sale-and-recipients"];
    /// A provider passes data on to a buyer who pays the vendor.
    SaleByOnwardHop "sale-by-onward-hop" ["SHR-01"] breaks ["F12.contract-first", "F13.no-sale", "F30.nothing-after-withdrawal"] scopes ["affiliate", "disclosure-and-sale", "sale", "sale-and-recipients"];

    /// A provider of advertising forwards derived profiles to a partner.
    ProviderForwardsList "provider-forwards-list" ["MKT-06"] breaks ["F16.no-partner-marketing"] scopes ["partners"];
    /// A partner markets with what law gave it.
    PurposeLaundered "purpose-laundered" ["MKT-06"] breaks ["F16.no-partner-marketing"] scopes ["partner-under-law"];
    /// A partner pulls data for marketing from an interface.
    PartnerPulls "partner-pulls" ["MKT-06"] breaks ["F16.no-partner-marketing"] scopes ["partners"];
    /// An ecosystem company passes data on to a partner for marketing.
    EcosystemPassesOn "ecosystem-passes-on" ["MKT-06"] breaks ["F16.no-partner-marketing"] scopes ["partners"];

    /// Reports on single people are merged into the web log by the client's number.
    ReportsMergedIntoLog "reports-merged-into-log" ["CKT-07", "CKT-04"] breaks ["F17.no-linking"] scopes ["linking"];
    /// Before two records are linked nobody looks at what they hang together with.
    LooksAtPairsAlone "looks-at-pairs-alone" ["CKT-13"] breaks ["F17.no-linking"] scopes ["linking"];
    /// The web log takes down the account ID that comes with the session.
    SessionInLogLine "session-in-log-line" ["CKT-07", "CKT-06"] breaks ["F17.no-linking"] loses ["F17.no-linking/line-taken-down"] scopes ["linking", "unlinkable-lines"];
    /// A crash report has the contact address in it that was given with feedback.
    CrashReportNamesContact "crash-report-names-contact" ["CKT-13"] breaks ["F17.no-linking"] loses ["F17.no-linking/analytics-taken-down"] scopes ["linking"];

    /// Figures go out about a group that is too small.
    SmallGroup "small-group" ["NOC-01", "NOC-02"] breaks ["F20.nobody-singled-out"] scopes ["figures", "figures-and-sale"];
    /// Where the new total may not go out, the increase since the last one does.
    IncreaseTold "increase-told" ["NOC-02"] breaks ["F20.nobody-singled-out"] scopes ["figures", "figures-and-sale"];
    /// Figures go out each month, whoever has come since.
    FiguresOfEachMonth "figures-of-each-month" ["NOC-02"] breaks ["F20.nobody-singled-out"] scopes ["figures", "figures-and-sale"];

    /// A web view in the plugin runs the trackers of the site.
    TrackersInWebView "trackers-in-web-view" ["CKT-01"] breaks ["F18.site-technology"] scopes ["web"];
    /// What the plugin asks of the servers is written to the web log.
    PluginInWebLog "plugin-in-web-log" ["CKT-01", "CKT-05"] breaks ["F18.site-technology"] scopes ["web"];
    /// The plugin keeps a local store of the site's sort.
    StorageInPlugin "storage-in-plugin" ["CKT-01", "CKT-14"] breaks ["F18.site-technology"] scopes ["web"];
    /// A tag of a stranger sets cookies on the site.
    StrangerSetsCookies "stranger-sets-cookies" ["CKT-02"] breaks ["F18.site-technology"] scopes ["web"];
    /// The account ID is kept in local storage.
    AccountInStorage "account-in-storage" ["CKT-14"] breaks ["F18.site-technology"] loses ["F18.site-technology/storage-by-vendor"] scopes ["web"];
    /// Adverts are shown in the plugin as well.
    AdvertsInPlugin "adverts-in-plugin" ["CKT-08"] breaks ["F18.adverts-in-place"] scopes ["sites-alone", "web"];
    /// A network that has not joined the programme fills a space on the site.
    StrangerServesAdverts "stranger-serves-adverts" ["CKT-08"] breaks ["F18.adverts-in-place"] scopes ["web"];
    /// Whom an advert on other sites is for comes from a list of accounts.
    AudienceFromAccounts "audience-from-accounts" ["CKT-17"] breaks ["F18.adverts-in-place"] scopes ["web"];
    /// An opt-out from adverts by interest is kept in a cookie, and goes with the others.
    OptOutInCookie "opt-out-in-cookie" ["CKT-10"] breaks ["F19.opt-out-ends-interest-ads"] scopes ["web"];
    /// A partner that joins later is not told who has opted out.
    LateJoinerNotTold "late-joiner-not-told" ["CKT-10"] breaks ["F19.opt-out-ends-interest-ads"] scopes ["adverts-and-third-parties", "web"];
    /// An opt-out is heeded on the vendor's own site alone.
    OptOutOnSiteOnly "opt-out-on-site-only" ["CKT-10"] breaks ["F19.opt-out-ends-interest-ads"] scopes ["adverts-and-third-parties", "web"];
    /// A partner goes on using the profile of somebody who has opted out.
    ProfileOutlivesOptOut "profile-outlives-opt-out" ["CKT-10"] breaks ["F19.opt-out-ends-interest-ads"] scopes ["adverts-and-third-parties", "web"];
    /// Interest is read off what the devices report.
    InterestFromDevices "interest-from-devices" ["CKT-09"] breaks ["F18.adverts-in-place", "F19.opt-out-ends-interest-ads"] loses ["F19.opt-out-ends-interest-ads/by-interest-after-opt-in", "F19.opt-out-ends-interest-ads/served-by-interest"] scopes ["adverts-and-third-parties", "web"];
    /// A TV whose check is under way is taken for one that passed.
    PendingIsPassed "pending-is-passed" ["USE-13"] breaks ["F01.checked-before-operated"] scopes ["forged-verdict", "slow-check"];
    /// A verdict counts although the TV was bound anew meanwhile.
    LateVerdictAccepted "late-verdict-accepted" ["USE-13", "CTL-03"] breaks ["F01.checked-before-operated"] scopes ["slow-check"];
    /// The nonce of a verdict is not compared with the one that was sent.
    OldNonceAccepted "old-nonce-accepted" ["USE-13", "SEC-13"] breaks ["F01.checked-before-operated"] scopes ["slow-check"];
    /// The seal of a verdict is not looked at.
    VerdictSealUnread "verdict-seal-unread" ["USE-13", "SEC-13"] breaks ["F01.checked-before-operated"] scopes ["forged-verdict"];
    /// A TV is let in unchecked while the servers cannot be reached.
    UnreachableMeansUnchecked "unreachable-means-unchecked" ["USE-13"] breaks ["F01.checked-before-operated"] scopes ["servers-down"];

    /// Co-users go on being served when a TV is bound anew.
    SharesSurviveRebind "shares-survive-rebind" ["CTL-03", "USE-19"] breaks ["F06.execution-has-its-press"] scopes ["co-users", "intruder", "two-pressers"];
    /// A TV is not told that it was unbound.
    UnbindIgnored "unbind-ignored" ["CTL-03", "USE-19"] breaks ["F01.checked-before-operated", "F06.execution-has-its-press"] scopes ["adversary", "authenticity", "co-users", "control", "intruder", "keys", "log-out", "press-order", "servers-down", "slow-check", "two-pressers", "two-tvs"];
    /// A TV does not look whether the session of a command has ended.
    EndedSessionServed "ended-session-served" ["CTL-02"] breaks ["F06.execution-has-its-press"] scopes ["intruder", "log-out"];
    /// A session on the phone of somebody else goes on after it was ended.
    SessionOutlivesItsEnd "session-outlives-its-end" ["CTL-02", "WYD-02"] breaks ["F06.execution-has-its-press"] scopes ["intruder"];
    /// A command whose acknowledgement was lost is sent again, under a fresh number.
    LostAckRetriedAfresh "lost-ack-retried-afresh" ["COL-11", "USE-20"] breaks ["F06.execution-has-its-press", "F06.transmission-serves-a-press", "F06.record-has-its-press"] scopes ["control"];
    /// The next command is sent while an earlier one is under way.
    NextNotHeldBack "next-not-held-back" ["COL-11"] breaks ["F06.execution-has-its-press"] scopes ["press-order"];
    /// A plugin that starts again sends from a stale queue what is over.
    StaleQueueSent "stale-queue-sent" ["COL-11"] breaks ["F06.transmission-serves-a-press"] scopes ["press-order"];
    /// The seal of a command is not looked at.
    SealUnread "seal-unread" ["SEC-12", "SEC-13", "USE-20"] breaks ["F06.execution-has-its-press"] scopes ["adversary"];
    /// The number of a command is not compared with those that are over.
    OldNumberAccepted "old-number-accepted" ["SEC-13", "COL-11"] breaks ["F06.execution-has-its-press"] scopes ["adversary"];
    /// A TV takes keys from anybody on the local network.
    UnpairedSenderServed "unpaired-sender-served" ["USE-19", "SEC-12"] breaks ["F06.execution-has-its-press"] scopes ["adversary"];
    /// Where two have commands under way, a record is filed under the other one.
    RecordUnderLastPresser "record-under-last-presser" ["COL-10", "COL-05"] breaks ["F06.record-has-its-press"] scopes ["two-pressers"];

    /// The job for withdrawals keeps its queue in memory alone.
    WithdrawalsInMemory "withdrawals-in-memory" ["WDC-03"] breaks ["F30.processed-in-time", "F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["crashes"];
    /// The deadline of a withdrawal is counted by the clock of the phone.
    PhoneClockTrusted "phone-clock-trusted" ["WDC-03"] breaks ["F30.processed-in-time", "F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["crashes"];
    /// Whether a command may be recorded is decided at the press.
    ConsentReadAtPress "consent-read-at-press" ["WDC-04", "COL-10"] breaks ["F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["control-and-consent"];
    /// A status store that has lost its copy of the consents takes everything in.
    LostCacheTakesAll "lost-cache-takes-all" ["WDC-04"] breaks ["F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["crashes"];
    /// The first run of a plugin installed anew says yes for the person.
    FirstRunSaysYes "first-run-says-yes" ["COM-08", "USE-26"] breaks ["F30.nothing-after-withdrawal", "F36.use-is-no-answer"] scopes ["crashes"];
    /// A removal that crashed half-way is taken for done.
    RemovalNotResumed "removal-not-resumed" ["MIN-07"] breaks ["F33.report-removes"] scopes ["minors"];
    /// A purge that crashed half-way is taken for done.
    PurgeNotResumed "purge-not-resumed" ["RET-03"] breaks ["F26.purged-in-time"] scopes ["retention"];

    /// The name of a network is taken for the network.
    NameIsEnough "name-is-enough" ["USE-15"] breaks ["F03.usable-route", "F03.lost-route-is-replaced"] scopes ["route"];
    /// The plugin goes by what it read of the network before it was forbidden to.
    CachedNetwork "cached-network" ["USE-15", "ACC-03"] breaks ["F03.usable-route", "F27.revoked-is-unread", "F03.lost-route-is-replaced"] scopes ["consent-and-route", "incidents-and-route", "route", "route-and-reinstall"];
    /// The route follows each change of the signal.
    FollowsSignal "follows-signal" ["USE-16"] breaks ["F03.usable-route", "F03.choice-settles"] scopes ["route", "route-and-reinstall"];
    /// An older report is shown after a newer one.
    OlderReportShown "older-report-shown" ["USE-17"] breaks ["F04.status-truth"] scopes ["mail-and-status", "status"];
    /// What a command is to bring about is shown as confirmed.
    GuessAsConfirmed "guess-as-confirmed" ["USE-17"] breaks ["F04.status-truth"] loses ["F04.status-truth/marked-unconfirmed"] scopes ["mail-and-status", "status"];
    /// Who has no right to a TV any more still sees its status.
    UnlinkedStillSees "unlinked-still-sees" ["USE-17", "CTL-03"] breaks ["F04.status-truth"] scopes ["mail-and-status", "status"];
    /// The last known state of a silent TV is shown as the current one.
    LastStateAsCurrent "last-state-as-current" ["USE-18"] breaks ["F04.status-truth"] loses ["F04.status-truth/aged", "F04.status-truth/said-unknown"] scopes ["status"];
    /// A report is shown whoever sent it.
    SpoofedReportShown "spoofed-report-shown" ["USE-17", "SEC-12"] breaks ["F04.status-truth"] scopes ["mail-and-status", "status"];
    /// The plugin reads the phone by a side door, whatever it may.
    ReadsUnasked "reads-unasked" ["ACC-01", "ACC-03"] breaks ["F27.revoked-is-unread", "F28.limits-asked-by-mail"] scopes ["consent-and-route", "incidents-and-route", "revoked-by-mail", "route", "route-and-reinstall"];
    /// A message that takes a permission back is read by nobody.
    RevocationMailUnread "revocation-mail-unread" ["ACC-04"] breaks ["F27.revoked-is-unread"] scopes ["consent-and-route", "route"];

    /// Letters that take a consent back are logged and answered, and change nothing.
    LettersOnlyLogged "letters-only-logged" ["CTL-01", "COM-06", "CTL-04"] breaks ["F28.limits-asked-by-mail"] loses ["F28.limits-asked-by-mail/used-again-after-yes"] scopes ["limits-by-mail"];
    /// The desk sets a mark for people who want no sharing that nothing reads.
    UnreadFlagSet "unread-flag-set" ["CTL-01"] breaks ["F28.limits-asked-by-mail"] scopes ["limits-by-mail"];
    /// The plugin sends its own copy of the choices when it is opened, which a message has not changed.
    PluginCopyWins "plugin-copy-wins" ["CTL-01", "COM-06"] breaks ["F28.limits-asked-by-mail", "F30.nothing-after-withdrawal"] scopes ["limits-by-mail", "withdrawal-and-law"];
    /// What a TV tells of its network is filed for everybody who ever registered it.
    FiledForFormerOwners "filed-for-former-owners" ["CTL-03"] breaks ["F28.unregistered-tells-nothing"] scopes ["resale"];
    /// A message that takes the permission to read phones back reaches one of them.
    SecondPhoneForgotten "second-phone-forgotten" ["CTL-01"] breaks ["F28.limits-asked-by-mail"] scopes ["revoked-by-mail"];

    /// The relay takes a command in and drops it without a word.
    RelayDropsSilently "relay-drops-silently" ["COL-11"] breaks ["F06.press-is-answered"] loses ["F06.execution-has-its-press/by-relay", "F40.network-answers-for-transit/comes-to-nothing", "F40.network-answers-for-transit/executed-all-the-same"] scopes ["answers"];
    /// The plugin waits for ever for the answer to what was lost.
    WaitsForEver "waits-for-ever" ["COL-11"] breaks ["F06.press-is-answered"] loses ["F06.press-is-answered/reported", "F06.transmission-serves-a-press/both-routes"] scopes ["answers"];
    /// The route goes to and fro with each choice.
    RouteOscillates "route-oscillates" ["USE-16"] breaks ["F03.usable-route", "F03.choice-settles"] scopes ["route", "route-and-reinstall"];
    /// The job that infers never looks at a record.
    InferenceIdle "inference-idle" ["RET-06", "RET-03"] breaks ["F26.purged-in-time", "F32.abroad-as-at-home", "F26.uselessness-is-inferred"] loses ["F26.uselessness-is-inferred/inferred"] scopes ["control-and-retention", "copies-abroad", "correspondence", "retention", "retention-and-recipients", "retention-and-transfer"];

    /// A part of a third party gathers as soon as the plugin has loaded it.
    PartLoadsEarly "part-loads-early" ["TPT-03", "TPT-02"] breaks ["F38.parts-of-third-parties"] scopes ["adverts-and-third-parties", "collection-and-ecosystem", "third-parties"];
    /// A link has the account ID in its address.
    AccountInLink "account-in-link" ["TPT-06"] breaks ["F38.parts-of-third-parties"] loses ["F38.parts-of-third-parties/part-used"] scopes ["adverts-and-third-parties", "collection-and-ecosystem", "third-parties"];
    /// Whoever comes back to a part is known there again by the account ID.
    PartKnowsItsUser "part-knows-its-user" ["TPT-06"] breaks ["F38.parts-of-third-parties"] scopes ["adverts-and-third-parties", "collection-and-ecosystem", "third-parties"];
    /// Whatever becomes public is laid at the door of third parties.
    BlamesThirdParty "blames-third-party" ["TPT-05", "TPT-01"] breaks ["F38.scope-follows-origin"] scopes ["adverts-and-third-parties", "collection-and-ecosystem", "third-parties"];
    /// Data about products of other brands is taken in like the rest.
    OwnBrandTakenIn "own-brand-taken-in" ["ECO-04"] breaks ["F38.scope-follows-origin"] loses ["F38.scope-follows-origin/vendor-brand-handled"] scopes ["adverts-and-third-parties", "collection-and-ecosystem", "third-parties"];
    /// The brand is read in the first delivery about a person and taken for granted in later ones.
    BrandReadOnce "brand-read-once" ["ECO-04"] breaks ["F38.scope-follows-origin"] scopes ["adverts-and-third-parties", "collection-and-ecosystem", "third-parties"];

    /// Access is given to whoever asks by mail.
    AccessUnverified "access-unverified" ["DSR-01", "DSR-03"] breaks ["F29.verified-first"] scopes ["subject-requests"];
    /// A correction is made while the proof of identity is still out.
    CorrectsBeforeProof "corrects-before-proof" ["DSR-03"] breaks ["F29.verified-first"] scopes ["subject-requests"];
    /// Whoever knows the name of a person passes for that person.
    NameProvesIdentity "name-proves-identity" ["DSR-03"] breaks ["F29.verified-first"] scopes ["subject-requests"];
    /// A page of the account that was left open takes changes after its session.
    PageOutlivesSession "page-outlives-session" ["DSR-10"] breaks ["F29.verified-first"] scopes ["account-pages"];
    /// A link from an e-mail shows account details to whoever has it.
    DetailsByLink "details-by-link" ["DSR-10"] breaks ["F29.verified-first"] scopes ["account-pages"];
    /// An answer leaves out what TVs reported.
    AnswerOmitsReports "answer-omits-reports" ["DSR-01"] breaks ["F29.whole-answer"] loses ["F29.whole-answer/access-given"] scopes ["subject-requests"];
    /// An answer is put together by the TV, and holds what is known of the other one who uses it.
    AnswerOfTheTv "answer-of-the-tv" ["DSR-01"] breaks ["F29.whole-answer"] loses ["F29.whole-answer/access-given"] scopes ["subject-requests"];
    /// Copies with those who work for the vendor are not corrected.
    ReplicaNotCorrected "replica-not-corrected" ["DSR-02"] breaks ["F29.whole-answer"] loses ["F29.whole-answer/copies-corrected"] scopes ["subject-requests"];
    /// The desk asks for the password as well.
    AsksForPassword "asks-for-password" ["DSR-04"] breaks ["F29.whole-answer"] scopes ["subject-requests"];
    /// Everybody's time is that of the vendor's home.
    HomeDeadlineUsed "home-deadline-used" ["DSR-05"] breaks ["F29.answered-in-time"] scopes ["requests-and-moves", "subject-requests"];
    /// The desk asks for more again and again, and counts anew each time.
    AsksWithoutEnd "asks-without-end" ["DSR-04", "DSR-05"] breaks ["F29.answered-in-time", "F29.request-is-processed"] scopes ["subject-requests"];
    /// What is with the desks lies there.
    RequestsLie "requests-lie" ["DSR-04", "COM-15"] breaks ["F28.limits-asked-by-mail", "F29.answered-in-time", "F29.request-is-processed", "F42.question-is-answered"] loses ["F28.limits-asked-by-mail/used-again-after-yes", "F29.answered-in-time/answered-in-time", "F29.fair-fee/free", "F29.verified-first/access-by-email", "F29.verified-first/access-by-letter", "F29.verified-first/corrected-by-email", "F29.verified-first/corrected-by-letter", "F29.whole-answer/access-given", "F29.whole-answer/copies-corrected", "F42.question-is-answered/answered"] scopes ["contact", "limits-by-mail", "requests-and-moves", "revoked-by-mail", "subject-requests"];
    /// A fee is charged for correction, too.
    FeeForCorrection "fee-for-correction" ["DSR-06", "DSR-07"] breaks ["F29.fair-fee"] scopes ["subject-requests"];
    /// The fee for access is charged a second time.
    ChargedAgain "charged-again" ["DSR-07"] breaks ["F29.fair-fee"] scopes ["subject-requests"];
    /// The fee is reckoned by the copies that have to be looked through.
    FeeByTheCopy "fee-by-the-copy" ["DSR-07"] breaks ["F29.fair-fee"] scopes ["subject-requests"];

    /// Every fault is laid at the door of the network.
    NetworkAlwaysBlamed "network-always-blamed" ["SEC-13"] breaks ["F40.network-answers-for-transit"] scopes ["transit"];
    /// An attack on the messages of one person is the excuse for what befell another.
    AnyAttackBlamed "any-attack-blamed" ["SEC-13"] breaks ["F40.network-answers-for-transit"] scopes ["transit"];

    /// An intrusion is laid at the person's door without a look at how the password got about.
    PersonBlamedUnseen "person-blamed-unseen" ["WYD-02"] breaks ["F41.blame-has-its-cause"] scopes ["incidents"];
    /// A password that a person gave away afterwards is taken for how an intruder came in.
    LapseAfterwards "lapse-afterwards" ["WYD-02"] breaks ["F41.blame-has-its-cause"] scopes ["incidents"];
    /// A password goes out with an export, and the person is blamed all the same.
    LeakPassedOver "leak-passed-over" ["WYD-02"] breaks ["F41.blame-has-its-cause"] scopes ["incidents"];
    /// Reports of breaches are taken only from people who have a session.
    ReportNeedsSession "report-needs-session" ["WYD-03"] breaks ["F41.breach-is-reported"] loses ["F41.breach-is-reported/reported-when-locked-out"] scopes ["incidents"];
    /// People keep quiet about the breaches that they hear of.
    BreachKeptQuiet "breach-kept-quiet" ["WYD-03", "WYD-04"] breaks ["F41.breach-is-reported"] scopes ["incidents"];

    /// Letters are not opened.
    LettersUnopened "letters-unopened" ["CON-01", "CON-02"] breaks ["F28.limits-asked-by-mail", "F29.answered-in-time", "F42.mail-reaches-its-desk", "F42.question-is-answered"] loses ["F28.limits-asked-by-mail/used-again-after-yes", "F29.verified-first/access-by-letter", "F29.verified-first/corrected-by-letter", "F42.right-desk/access-by-letter", "F42.right-desk/change-of-mind-by-letter"] scopes ["contact", "limits-by-mail", "subject-requests"];
    /// Mail of those who have no account is dropped.
    StrangersUnread "strangers-unread" ["COM-14", "PRE-03"] breaks ["F29.answered-in-time", "F42.mail-reaches-its-desk", "F42.question-is-answered"] loses ["F29.answered-in-time/answered-in-time", "F29.fair-fee/charged", "F29.fair-fee/free", "F29.request-is-processed/processed", "F29.verified-first/access-by-email", "F29.verified-first/access-by-letter", "F29.verified-first/corrected-by-email", "F29.verified-first/corrected-by-letter", "F29.verified-first/impostor-refused", "F29.whole-answer/access-given", "F29.whole-answer/copies-corrected", "F42.mail-reaches-its-desk/reached", "F42.question-is-answered/answered", "F42.right-desk/access-by-letter", "F42.right-desk/change-of-mind-by-letter", "F42.right-desk/question-by-email", "F42.right-desk/question-of-a-stranger", "F42.right-desk/stop-sharing"] scopes ["contact", "requests-and-moves", "subject-requests"];
    /// Who wants sharing to stop is taken off the newsletter.
    StopSharingToMarketing "stop-sharing-to-marketing" ["CON-02", "GRP-06"] breaks ["F28.limits-asked-by-mail", "F42.right-desk", "F42.mail-reaches-its-desk"] loses ["F42.right-desk/stop-sharing"] scopes ["contact", "limits-by-mail"];
    /// A message goes where the one before of the same sender went.
    ThreadsStayTogether "threads-stay-together" ["CON-02"] breaks ["F28.limits-asked-by-mail", "F29.answered-in-time", "F42.right-desk", "F42.mail-reaches-its-desk", "F42.question-is-answered"] scopes ["contact", "limits-by-mail", "subject-requests"];

    /// A service is refused for anything that was declined.
    OptionalDataDemanded "optional-data-demanded" ["COL-02"] breaks ["F31.denied-for-what-it-needs"] scopes ["denial", "denial-after-withdrawal"];
    /// Whoever withdraws anything is refused every service.
    WithdrawalPunished "withdrawal-punished" ["WDC-07"] breaks ["F31.denied-for-what-it-needs"] scopes ["denial-after-withdrawal"];
    /// That something was declined is remembered after it was agreed to.
    DeclineNotForgotten "decline-not-forgotten" ["COL-02"] breaks ["F31.denied-for-what-it-needs"] scopes ["denial"];
    /// Mail that wants sharing to stop is read by nobody.
    StopSharingUnread "stop-sharing-unread" ["GRP-06"] breaks ["F43.stopped-sharing-stays-stopped"] scopes ["stopped-sharing"];
    /// The feed to affiliates runs on after sharing was stopped.
    AffiliateFeedRunsOn "affiliate-feed-runs-on" ["GRP-06"] breaks ["F43.stopped-sharing-stays-stopped"] scopes ["stopped-sharing"];
    /// A yes to sharing with one class is taken for a yes to sharing with all.
    AnyYesSharesAgain "any-yes-shares-again" ["GRP-06"] breaks ["F43.stopped-sharing-stays-stopped"] scopes ["stopped-sharing"];

    /// The archive of correspondence is outside the purge job.
    CorrespondenceUnpurged "correspondence-unpurged" ["USE-25", "RET-03"] breaks ["F26.purged-in-time"] scopes ["correspondence"];

    /// A notice of an event that promotes goes to everybody.
    EventNoticePromotes "event-notice-promotes" ["USE-09"] breaks ["F14.no-marketing-without-consent", "F15.opt-out-ends-marketing", "F33.known-minor-left-alone"] scopes ["marketing", "marketing-and-consent", "marketing-and-recipients", "minors-marketing", "no-objection", "separate-consent"];
    /// Feedback is read for the preferences of whoever wrote it.
    FeedbackAimsPromotions "feedback-feeds-profile" ["USE-23"] breaks ["F10.stated-compatible-purpose"] scopes ["purposes"];
    /// Cookies of the site choose what is promoted to a person.
    SiteCookiesAimPromotions "site-cookies-aim-promotions" ["CKT-03"] breaks ["F10.stated-compatible-purpose"] scopes ["site-cookies"];
    /// What law demands for one is given to another who asks.
    OrderServesOthers "order-serves-others" ["NOC-04"] breaks ["F11.authorised-disclosure"] scopes ["law"];
    /// Only a withdrawal of every verb at once has an effect.
    AllOrNothingWithdrawal "all-or-nothing-withdrawal" ["WDC-01"] breaks ["F11.authorised-disclosure", "F30.nothing-after-withdrawal", "F32.abroad-as-at-home", "F36.use-is-no-answer"] loses ["F31.denied-for-what-it-needs/denied-after-withdrawal"] scopes ["consent", "control-and-consent", "copies-abroad", "crashes", "disclosure", "disclosure-and-sale", "retention-and-recipients", "withdrawal-and-law"];
    /// A report about a minor counts only from the minor's own login.
    ReportNeedsOwnLogin "report-needs-own-login" ["MIN-05"] breaks ["F33.known-minor-left-alone", "F33.report-removes"] scopes ["control-and-minors", "minors", "minors-and-recipients", "minors-copies"];
    /// An affiliate of any sector is served on the general yes.
    SectorUnchecked "sector-unchecked" ["USE-04"] breaks ["F11.authorised-disclosure"] scopes ["affiliates-of-other-sectors"];
    /// The page with the policy opens once something was collected.
    PolicyPageLast "policy-page-last" ["COM-05"] breaks [] loses ["F28.limits-asked-by-mail/policy-read-first"] scopes [];
    /// Who ended marketing gets no message of the service either.
    OptOutStopsEverything "opt-out-stops-everything" ["USE-08"] breaks [] loses ["F15.opt-out-ends-marketing/service-message-after-opt-out"] scopes [];
    /// The site blocks what partners keep in local storage.
    PartnerStorageBlocked "partner-storage-blocked" ["CKT-15"] breaks [] loses ["F18.site-technology/storage-by-partner"] scopes [];
    /// No affiliate is served, whatever people agreed to.
    AffiliatesShutOut "affiliates-shut-out" ["GRP-01"] breaks [] loses ["F11.authorised-disclosure/to-affiliate", "F43.stopped-sharing-stays-stopped/let-again"] scopes [];
    /// The copy job skips whatever is still needed.
    CopiesSkipWhatLives "copies-skip-what-lives" ["RET-01"] breaks [] loses ["F29.whole-answer/copies-corrected", "F32.abroad-as-at-home/purged-abroad", "F32.abroad-as-at-home/used-abroad"] scopes [];
    /// No ground of law can be filed for a record.
    LegalHoldUnfiled "legal-hold-unfiled" ["RET-02"] breaks [] loses ["F26.uselessness-is-inferred/kept-by-law-alone"] scopes [];
    /// Access is given on the account page and nowhere else.
    AccessByPageAlone "access-by-page-alone" ["DSR-08"] breaks [] loses ["F29.fair-fee/charged", "F29.verified-first/access-by-email", "F29.verified-first/access-by-letter", "F29.whole-answer/access-given", "F42.right-desk/access-by-letter"] scopes [];
    /// Corrections are taken on the account page and nowhere else.
    CorrectionByPageAlone "correction-by-page-alone" ["DSR-09"] breaks [] loses ["F29.verified-first/corrected-by-email", "F29.verified-first/corrected-by-letter", "F29.whole-answer/copies-corrected"] scopes [];
    /// The legal page opens only while a TV is bound.
    LegalPageNeedsTv "legal-page-needs-tv" ["WDC-02"] breaks [] loses ["F30.processed-in-time/processed-in-time", "F30.withdrawal-comes-through/asked-in-the-plugin", "F30.withdrawal-comes-through/processed", "F31.denied-for-what-it-needs/denied-after-withdrawal", "F34.change-is-announced/changed-while-a-withdrawal-waits"] scopes [];
    /// What something was collected for is not looked up when it is used.
    CollectedForForgotten "collected-for-forgotten" ["USE-05", "COM-03", "USE-06"] breaks ["F10.stated-compatible-purpose"] scopes ["purposes"];
    /// The queue of presses is emptied without waiting for the one before.
    QueueNotAwaited "queue-not-awaited" ["COL-11"] breaks ["F06.execution-has-its-press"] scopes ["press-order"];
    /// The plugin does not hand over what it sent over the local network to be recorded.
    LocalCommandsUnrecorded "local-commands-unrecorded" ["COL-10"] breaks ["F06.record-has-its-press"] scopes ["recorded-commands"];
    /// Addresses are left in the lines of the web log.
    AddressesStayInLines "addresses-stay-in-lines" ["CKT-07"] breaks ["F17.no-linking"] scopes ["unlinkable-lines"];
    /// The analytics in the app are left on where the policy speaks of the sites alone.
    AnalyticsLeftOn "analytics-left-on" ["CKT-11"] breaks ["F18.site-technology"] scopes ["sites-alone"];
    /// Staff of other desks look into a case that is open.
    OtherDesksLookIn "other-desks-look-in" ["SEC-02"] breaks ["F23.entitled-access"] loses ["F23.entitled-access/by-provider", "F23.entitled-access/by-staff", "F23.entitled-access/for-support"] scopes ["staff"];
    /// No record goes to a data centre abroad.
    EverythingAtHome "everything-at-home" ["XFR-05"] breaks [] loses ["F32.listed-centres/abroad", "F32.listed-centres/added", "F32.listed-centres/none-at-home", "F32.safeguarded-transfer/first-hop", "F32.safeguarded-transfer/forbidden-elsewhere", "F32.safeguarded-transfer/onward-hop"] scopes [];
}

/// A set of defects, as wide as the table may grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Defects {
    low: u128,
    middle: u128,
    high: u128,
}

impl Defects {
    /// The set with just this defect.
    pub fn one(defect: Defect) -> Self {
        Self::default().with(defect)
    }
    /// This set and the defect.
    #[must_use]
    pub fn with(mut self, defect: Defect) -> Self {
        match defect as u32 {
            bit @ 0..128 => self.low |= 1 << bit,
            bit @ 128..256 => self.middle |= 1 << (bit - 128),
            bit => self.high |= 1 << (bit - 256),
        }
        self
    }
    /// Whether the defect is in the set.
    #[inline]
    pub fn has(self, defect: Defect) -> bool {
        match defect as u32 {
            bit @ 0..128 => self.low >> bit & 1 == 1,
            bit @ 128..256 => self.middle >> (bit - 128) & 1 == 1,
            bit => self.high >> (bit - 256) & 1 == 1,
        }
    }
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
    /// The defects in the set, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Defect> {
        Defect::ALL.iter().copied().filter(move |&defect| self.has(defect))
    }
}

impl FromIterator<Defect> for Defects {
    fn from_iter<I: IntoIterator<Item = Defect>>(defects: I) -> Self {
        defects.into_iter().fold(Self::default(), Self::with)
    }
}

impl Defect {
    /// The row of this defect.
    #[expect(clippy::indexing_slicing, reason = "rows and members are declared together, in the same order")]
    pub fn row(self) -> &'static Row {
        &TABLE[self.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        assert!(Defects::default().is_empty());
        let all: Defects = Defect::ALL.iter().copied().collect();
        assert_eq!(all.iter().collect::<Vec<_>>(), Defect::ALL);
        for &defect in Defect::ALL {
            assert_eq!(Defects::one(defect).iter().collect::<Vec<_>>(), [defect]);
            assert_eq!(defect.row().defect, defect);
            assert_eq!(Defect::from_name(defect.name()), Some(defect));
        }
    }
}
