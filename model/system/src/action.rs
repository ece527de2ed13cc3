//! The inputs of the environment and of the vendor's schedulers: one list, with the name of each on disk.

use crate::argument::{ActionError, Argument, close, next, open, split};
use crate::defects::Defect;
use crate::faults::Fault;
use crate::network::Parcel;
use crate::topic::Topic;
use vouchsafe_alphabet::data::{RequestKind, Review};
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{
    Answer, Category, Channel, Class, Command, Ground, Holder, Key, Mail, Person, Phone, Place, Purpose,
    Record, Request, Route, Service, Staff, Tv, Verb, Verbs,
};

macro_rules! actions {
    ($(#[doc = $says:literal] $member:ident $name:literal $topic:ident $(($($arg:ident: $type:ty),+))?
        $(needs $fault:ident)? $(only $defect:ident)?;)+) => {
        /// One input.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $(#[doc = $says] $member $(($($type),+))?),+ }

        impl Action {
            /// The word with which the input's name begins.
            pub fn word(self) -> &'static str {
                match self { $(Self::$member { .. } => $name),+ }
            }
            /// The sentence for people that says what the input is.
            pub fn says(self) -> &'static str {
                match self { $(Self::$member { .. } => $says.trim_ascii()),+ }
            }
            /// The topic to which the input belongs.
            #[inline]
            pub fn topic(self) -> Topic {
                match self { $(Self::$member { .. } => Topic::$topic),+ }
            }
            /// The fault without which the input is not offered.
            #[inline]
            pub fn fault(self) -> Option<Fault> {
                match self { $(Self::$member { .. } => None$(.or(Some(Fault::$fault)))?),+ }
            }
            /// The defect without which the input is not offered: only a broken party has it.
            #[inline]
            pub fn defect(self) -> Option<Defect> {
                match self { $(Self::$member { .. } => None$(.or(Some(Defect::$defect)))?),+ }
            }
            /// The input's name on disk.
            pub fn name(self, names: &dyn Naming) -> String {
                let mut text = self.word().to_owned();
                match self {
                    $(Self::$member $(($($arg),+))? => { $($(open(&mut text, stringify!($arg)); $arg.write(names, &mut text);)+)? })+
                }
                close(text)
            }
            /// Reads an input by its name on disk.
            ///
            /// # Errors
            /// A text of another form, an unknown input, a wrong number of arguments or an unknown word.
            pub fn parse(text: &str, names: &mut dyn Naming) -> Result<Self, ActionError> {
                let (name, inside) = split(text)?;
                let args: Vec<&str> = if inside.is_empty() { Vec::new() } else { inside.split(',').map(str::trim).collect() };
                match name {
                    $($name => {
                        let takes = 0usize $($(+ { let _ = stringify!($arg); 1 })+)?;
                        let found = args.len();
                        if takes != found {
                            return Err(ActionError::Count { name: $name, takes, found });
                        }
                        let rest = &mut args.as_slice();
                        $($(let $arg = <$type as Argument>::read(next(rest), names)?;)+)?
                        debug_assert!(rest.is_empty(), "the arguments were counted");
                        Ok(Self::$member $(($($arg),+))?)
                    })+
                    other => Err(ActionError::Unknown(other.to_owned())),
                }
            }
            /// Every word with which an input's name begins, with its topic and its sentence.
            pub const WORDS: &[(&str, Topic, &str)] = &[$(($name, Topic::$topic, $says)),+];
        }
    };
}

actions! {
    /// One unit of time passes: clocks age, phones that must be are back online, parties do what is due.
    Tick "tick" Time;

    /// The owner of a phone opens the plugin on it.
    Open "open" Product (phone: Phone);

    /// A datum of a person reaches the vendor's store.
    Collect "collect" Collection (person: Person, category: Category);

    /// The plugin sends the vendor what it has of a category, field by field; of the web log, a page of the site is logged.
    Gather "gather" Collection (person: Person, category: Category);
    /// The TVs get new firmware, which sends more than the old.
    UpdateFirmware "update-firmware" Collection;
    /// A TV is sampled for a person, field by field.
    Sample "sample" Collection (tv: Tv, person: Person, category: Category);
    /// A company of the ecosystem passes on data about a product of the vendor's brand.
    Feed "feed" Collection (holder: Holder, person: Person);
    /// A company of the ecosystem passes on data about a product of its own brand.
    FeedOwnBrand "feed-own-brand" Collection (holder: Holder, person: Person) only OwnBrandFed;
    /// The plugin asks a person for a category when a service is used.
    AskFor "ask-for" Purposes (person: Person, service: Service, category: Category);

    /// The vendor asks a person to let it collect, use and disclose a category; nobody has to agree.
    Ask "ask" Consent (person: Person, category: Category);
    /// The person answers that question.
    Answer "answer" Consent (person: Person, category: Category, answer: Answer);
    /// The vendor uses a category to provide its services.
    Use "use" Consent (person: Person, category: Category);

    /// The owner of a phone withdraws consent to these verbs in the plugin.
    Withdraw "withdraw" Withdrawal (phone: Phone, verbs: Verbs);
    /// The account service processes a withdrawal.
    Process "process" Withdrawal (request: Request);
    /// A phone loses its connection.
    Offline "offline" Withdrawal (phone: Phone) needs Offline;
    /// A phone is connected again and sends what waits in it.
    Online "online" Withdrawal (phone: Phone) needs Offline;
    /// A phone that has no connection restarts, and is connected again.
    Restart "restart" Withdrawal (phone: Phone) needs Restart;

    /// The vendor makes a category of a person available to one that works for it.
    Disclose "disclose" Disclosure (person: Person, category: Category, holder: Holder);
    /// The vendor puts a disclosure into its batch.
    QueueDisclosure "queue-disclosure" Disclosure (person: Person, category: Category, holder: Holder);
    /// The vendor sends its batch.
    SendBatch "send-batch" Disclosure;
    /// One that works for the vendor uses what it was given.
    UseBy "use-by" Disclosure (holder: Holder, person: Person, category: Category);

    /// The next version of the terms comes into force.
    TakeEffect "take-effect" Terms;
    /// A person accepts the terms in force by an express act.
    AcceptTerms "accept-terms" Terms (person: Person);

    /// The vendor publishes the next version of the terms, with what it adds and its date.
    Publish "publish" Updates;
    /// The vendor tells everybody what the next version of the terms changes.
    Announce "announce" Updates;

    /// A person accepts a user agreement by which more is collected.
    AcceptAgreement "accept-agreement" Agreements (person: Person);

    /// The vendor asks a person for consent to direct marketing, on its own.
    AskMarketing "ask-marketing" Marketing (person: Person);
    /// The person answers that question.
    AnswerMarketing "answer-marketing" Marketing (person: Person, answer: Answer);
    /// The vendor uses a person's account to choose what to promote.
    Profile "profile" Marketing (person: Person);
    /// The vendor sends a promotional newsletter.
    Promote "promote" Marketing (person: Person, channel: Channel);
    /// An agency sends a promotional newsletter for the vendor, from the list that it has.
    AgencyPromote "agency-promote" Marketing (holder: Holder, person: Person);
    /// The vendor sends promotional news of products by e-mail.
    ProductNews "product-news" Marketing (person: Person);
    /// The vendor sends a service message by e-mail.
    ServiceMessage "service-message" Marketing (person: Person);
    /// The vendor sends a notice by e-mail.
    Notice "notice" Marketing (person: Person);
    /// A person ends direct marketing.
    OptOut "opt-out" Marketing (person: Person, channel: Channel);
    /// A person asks by e-mail for no more e-mail of a kind.
    StopMail "stop-mail" Marketing (person: Person, mail: Mail);
    /// The vendor hands its list to the agencies.
    SyncAgency "sync-agency" Marketing;

    /// A person binds a TV.
    Bind "bind" Control (person: Person, tv: Tv);
    /// A TV is bound to nobody any more.
    Unbind "unbind" Control (tv: Tv);
    /// The owner of a TV shares it with a person.
    Share "share" Control (tv: Tv, person: Person);
    /// The owner of a TV no longer shares it with that person.
    Unshare "unshare" Control (tv: Tv, person: Person);
    /// The vendor checks whether a TV is genuine.
    Check "check" Control (tv: Tv);
    /// A person presses a key for a TV in the plugin.
    Press "press" Control (person: Person, tv: Tv, key: Key);
    /// A person looks at the status of a TV in the plugin.
    View "view" Control (person: Person, tv: Tv);
    /// A phone leaves the local network of the TVs.
    Leave "leave" Control (phone: Phone);
    /// A phone joins the local network of the TVs again.
    ComeHome "come-home" Control (phone: Phone);
    /// A message of the command path arrives.
    Deliver "deliver" Control (parcel: Parcel, command: Command, tv: Tv);
    /// A message of the command path is lost.
    Lose "lose" Control (parcel: Parcel, command: Command, tv: Tv) needs Loss;
    /// A message of the command path is doubled.
    Duplicate "duplicate" Control (parcel: Parcel, command: Command, tv: Tv) needs Duplication;
    /// The plugin tries the relay for a command that was lost on the local network.
    Retry "retry" Control (command: Command);
    /// The plugin reports a command that was lost as failed.
    GiveUp "give-up" Control (command: Command) needs Loss;
    /// Defect: a TV repeats a command that is over.
    Ghost "ghost" Control (tv: Tv) only GhostPress;
    /// Defect: the usage job records a command for the owner of a TV.
    UsageJob "usage-job" Control (tv: Tv) only PhantomRecord;

    /// Keeping a record no longer serves its purpose.
    EndPurpose "end-purpose" Retention (record: Record);
    /// A ground to keep a record arises.
    Arise "arise" Retention (record: Record, ground: Ground);
    /// A ground to keep a record ends.
    End "end" Retention (record: Record, ground: Ground);
    /// The vendor infers that keeping a record serves no purpose.
    Infer "infer" Retention (record: Record);
    /// A copy of a record is made for one that works for the vendor.
    Copy "copy" Retention (record: Record, holder: Holder);
    /// The retention job purges a record.
    Purge "purge" Retention (record: Record);
    /// The retention job strips a record of what ties it to its subject.
    Deidentify "deidentify" Retention (record: Record);
    /// The retention job strips a record of what ties it to its subject, and an advertiser gets what is left.
    Export "export" Retention (record: Record, holder: Holder);
    /// The vendor restores a record from its backup.
    Restore "restore" Retention (record: Record);

    /// The vendor is told that a person is a minor.
    TellAge "tell-age" Minors (person: Person);
    /// A guardian reports that a minor gave data without approval.
    GuardianReport "guardian-report" Minors (person: Person);
    /// A guardian approves that a minor gives a category.
    Approve "approve" Minors (person: Person, category: Category);
    /// The vendor requires a category of a person.
    Require "require" Minors (person: Person, category: Category);
    /// A person subscribes to a service.
    Subscribe "subscribe" Minors (person: Person, service: Service);
    /// The subscription service renews a subscription.
    Renew "renew" Minors (person: Person, service: Service);
    /// The removal job removes a reported minor's data and subscriptions.
    RemoveMinor "remove-minor" Minors (person: Person);

    /// The vendor makes a category of a person available to a provider under contract.
    ShareForService "share-for-service" Sale (person: Person, category: Category, holder: Holder);
    /// The vendor pays a provider under that contract.
    PayProvider "pay-provider" Sale (holder: Holder);
    /// The vendor gives aggregate figures to a recipient under contract.
    ShareFigures "share-figures" Sale (holder: Holder);
    /// The recipient pays for the figures.
    PayForFigures "pay-for-figures" Sale (holder: Holder);
    /// A person is told of a change of ownership.
    CorporateNotice "corporate-notice" Sale (person: Person);
    /// Custody of a person's data moves to the successor.
    MoveCustody "move-custody" Sale (person: Person);
    /// The successor pays for the business.
    PayForBusiness "pay-for-business" Sale;
    /// Defect: a buyer pays, and gets a person's data for it.
    Sell "sell" Sale (person: Person, holder: Holder) only SellOutright;
    /// Defect: a partner gets a person's data, and the next time gives advertising credit.
    Barter "barter" Sale (person: Person, holder: Holder) only BarterLater;
    /// Defect: a buyer pays an affiliate, and the vendor gives it a person's data.
    SellThroughAffiliate "sell-through-affiliate" Sale (person: Person, holder: Holder) only SaleThroughAffiliate;
    /// Defect: a buyer pays a provider that works for the vendor, and the vendor gives it a person's data.
    SellThroughBroker "sell-through-broker" Sale (person: Person, holder: Holder) only ValueThroughBroker;
    /// Defect: a provider passes a person's data on to a buyer, who pays the vendor.
    SellOnward "sell-onward" Sale (person: Person, holder: Holder) only SaleByOnwardHop;

    /// The successor uses a category of a person whose data it took over in a new way.
    SuccessorUse "successor-use" Corporate (person: Person, category: Category);

    /// The vendor reviews its security practices or its policy.
    Review "review" Reviews (review: Review);

    /// A recipient signs its contract with the vendor, or renews it.
    Sign "sign" Contracts (holder: Holder);
    /// The contract with a recipient ends.
    EndContract "end-contract" Contracts (holder: Holder);

    /// The vendor asks a person to let a class of recipient have a category.
    AskSharing "ask-sharing" Sharing (person: Person, category: Category, class: Class);
    /// The person answers that question.
    AnswerSharing "answer-sharing" Sharing (person: Person, category: Category, class: Class, answer: Answer);
    /// The vendor makes a category of a person available to a recipient for a purpose.
    MakeAvailable "make-available" Sharing (person: Person, category: Category, holder: Holder, purpose: Purpose);
    /// A recipient passes a category of a person that it got on to another.
    PassOn "pass-on" Sharing (holder: Holder, person: Person, category: Category, to: Holder);
    /// A recipient puts a category of a person that it got to use for a purpose.
    PutToUse "put-to-use" Sharing (holder: Holder, person: Person, category: Category, purpose: Purpose);

    /// Law of a place demands that a category of a person goes to somebody.
    Order "order" Law (person: Person, category: Category, holder: Holder, place: Place);
    /// Law of a place demands that the vendor collects a category of a person.
    Duty "duty" Law (person: Person, category: Category, place: Place);
    /// Law of a place expressly allows one thing to be done with a category of a person.
    Allow "allow" Law (person: Person, verb: Verb, category: Category, place: Place);
    /// Law of a place forbids one thing to be done with a category of a person.
    Forbid "forbid" Law (person: Person, verb: Verb, category: Category, place: Place);
    /// Law of a place forbids that a category of a person goes to another place.
    BarTransfer "bar-transfer" Law (person: Person, category: Category, of: Place, to: Place);
    /// The vendor makes available what law demands or allows to be.
    Obey "obey" Law (request: Request, holder: Holder);
    /// The vendor collects what law demands, or uses what law allows.
    Comply "comply" Law (request: Request);
    /// What law demands or allows ends.
    EndLaw "end-law" Law (request: Request);

    /// A datum of a person reaches the vendor's store for a purpose.
    CollectFor "collect-for" Purposes (person: Person, category: Category, purpose: Purpose);
    /// The vendor uses a category of a person for a purpose.
    UseFor "use-for" Purposes (person: Person, category: Category, purpose: Purpose);
    /// The vendor asks a person to let it use a category for a new purpose.
    AskPurpose "ask-purpose" Purposes (person: Person, category: Category, purpose: Purpose);
    /// The person answers that question.
    AnswerPurpose "answer-purpose" Purposes (person: Person, category: Category, purpose: Purpose, answer: Answer);
    /// A person asks for a service.
    RequestService "request-service" Purposes (person: Person, service: Service);
    /// A person submits feedback.
    SubmitFeedback "submit-feedback" Purposes (person: Person);
    /// The vendor follows a person's feedback up.
    FollowUp "follow-up" Purposes (person: Person);

    /// The vendor promotes a partner's product.
    PromoteFor "promote-for" Partners (holder: Holder, person: Person);
    /// Defect: a partner pulls a category of a person from the vendor.
    Pull "pull" Partners (holder: Holder, person: Person, category: Category) only PartnerPulls;
    /// Defect: a provider forwards a person's interest profile to a partner.
    Forward "forward" Partners (holder: Holder, person: Person, to: Holder) only ProviderForwardsList;
    /// Defect: an ecosystem company passes a category of a person on to a partner.
    Leak "leak" Partners (holder: Holder, person: Person, category: Category, to: Holder) only EcosystemPassesOn;

    /// The vendor writes a line of its web log about a person, and files it as a record.
    WriteLine "write-line" Linking (person: Person);
    /// The vendor links two records.
    Link "link" Linking (one: Record, other: Record);

    /// A group of customers grows.
    Grow "grow" Figures;
    /// Somebody outside is told how many people belong to the group.
    TellFigures "tell-figures" Figures (holder: Holder);

    /// Somebody sets a cookie for a person.
    SetCookie "set-cookie" Web (holder: Holder, person: Person, context: Context);
    /// The vendor writes a line of its web log about a person.
    WriteLog "write-log" Web (person: Person, context: Context);
    /// Somebody writes to local storage of a person.
    WriteStorage "write-storage" Web (holder: Holder, person: Person, context: Context);
    /// A person clears local storage, cookies with it.
    ClearStorage "clear-storage" Web (person: Person);
    /// A provider gives the vendor a report on a person.
    ReportOnOne "report-on-one" Web (holder: Holder, person: Person);
    /// A provider gives the vendor a report on many people together.
    ReportOnMany "report-on-many" Web (holder: Holder);

    /// A partner joins the advertising programme.
    JoinProgramme "join-programme" Advertisements (holder: Holder);
    /// Somebody shows a person an advert that is the same for everybody.
    ServeAdvert "serve-advert" Advertisements (holder: Holder, person: Person, context: Context);
    /// A partner shows a person an advert that is chosen by interest.
    ServeByInterest "serve-by-interest" Advertisements (holder: Holder, person: Person, context: Context);
    /// A partner gathers what a person does on the web.
    GatherActivity "gather-activity" Advertisements (holder: Holder, person: Person);
    /// A partner uses the profile of a person to choose adverts.
    UseProfile "use-profile" Advertisements (holder: Holder, person: Person);
    /// A person opts out of adverts by interest.
    OptOutOfAds "opt-out-of-ads" Advertisements (person: Person);
    /// A person opts in to adverts by interest again.
    OptInToAds "opt-in-to-ads" Advertisements (person: Person);

    /// A person uses an embedded part or a link of a third party.
    UsePart "use-part" ThirdParties (holder: Holder, person: Person);
    /// A third party gathers data of a person itself.
    GatherItself "gather-itself" ThirdParties (holder: Holder, person: Person);
    /// An incident about a person is laid at the door of a third party.
    BlameThirdParty "blame-third-party" ThirdParties (person: Person);
    /// An ecosystem company passes on data of a person about a product.
    PassEcosystemData "pass-ecosystem-data" ThirdParties (holder: Holder, person: Person);
    /// The vendor uses what an ecosystem company has passed on about a person.
    HandleEcosystemData "handle-ecosystem-data" ThirdParties (person: Person);

    /// The request to check a TV reaches the registry, which answers.
    Answered "answered" Control (tv: Tv) needs SlowCheck;
    /// The answer of the registry arrives where it is waited for.
    TakeVerdict "take-verdict" Control (tv: Tv) needs SlowCheck;
    /// The request to check a TV, or the answer, is lost, and whoever asked notices.
    LoseCheck "lose-check" Control (tv: Tv) needs SlowCheck;
    /// An adversary copies the answer of the registry on its way.
    CopyVerdict "copy-verdict" Control (tv: Tv) needs WideAreaAdversary;
    /// An adversary turns the answer of the registry into its opposite.
    TamperVerdict "tamper-verdict" Control (tv: Tv) needs WideAreaAdversary;
    /// An adversary sends an answer of the registry that it has copied.
    ReplayVerdict "replay-verdict" Control (tv: Tv) needs WideAreaAdversary;

    /// The servers for devices cannot be reached any more.
    ServersFail "servers-fail" Control needs ServersDown;
    /// The servers for devices can be reached again.
    ServersReturn "servers-return" Control needs ServersDown;
    /// The plugin sends a command that waited for an earlier one to be over.
    SendNext "send-next" Control (command: Command);
    /// The plugin on a phone crashes and starts again.
    Crash "crash" Control (phone: Phone) needs PluginCrash;

    /// An adversary makes a message on the wide-area way vanish; nobody is told.
    Intercept "intercept" Control (parcel: Parcel, command: Command, tv: Tv) needs WideAreaAdversary;
    /// An adversary changes the key in a command on the wide-area way.
    Tamper "tamper" Control (parcel: Parcel, command: Command, tv: Tv) needs WideAreaAdversary;
    /// An adversary sends a command on the wide-area way to another TV.
    Redirect "redirect" Control (parcel: Parcel, command: Command, tv: Tv) needs WideAreaAdversary;
    /// An adversary reads a command on the wide-area way and keeps a copy.
    Eavesdrop "eavesdrop" Control (parcel: Parcel, command: Command, tv: Tv) needs WideAreaAdversary;
    /// An adversary sends the command that it has copied, which is over.
    Replay "replay" Control needs WideAreaAdversary;
    /// A neighbour who was never paired sends a key to a TV over the local network.
    NeighbourSends "neighbour-sends" Control (tv: Tv, key: Key) needs Neighbour;

    /// The owner of a phone logs out on it.
    LogOut "log-out" Control (phone: Phone) needs EndedSessions;
    /// The owner of a phone logs in on it.
    LogIn "log-in" Control (phone: Phone) needs EndedSessions;
    /// The owner of a phone logs in with the credentials of somebody else.
    Intrude "intrude" Control (phone: Phone, person: Person) needs StolenCredentials;
    /// An intruder presses a key with somebody's account.
    PressAs "press-as" Control (phone: Phone, person: Person, tv: Tv, key: Key) needs StolenCredentials;
    /// A person ends the sessions of their account on the phones of others.
    EndSessions "end-sessions" Control (person: Person) needs StolenCredentials;

    /// A plugin is removed and installed anew.
    Reinstall "reinstall" Product (phone: Phone) needs Reinstall;
    /// A plugin is removed and installed anew without a connection.
    ReinstallOffline "reinstall-offline" Withdrawal (phone: Phone) needs OfflineReinstall;
    /// The clock of a phone is put a unit ahead.
    SkewClock "skew-clock" Withdrawal (phone: Phone) needs ClockSkew;
    /// The vendor's job for withdrawals crashes; what it had in memory is gone.
    CrashJob "crash-job" Withdrawal needs JobCrash;
    /// The vendor's job for disclosures crashes; the batch in its memory is gone.
    CrashBatch "crash-batch" Disclosure needs JobCrash;
    /// The removal of a minor's data crashes half-way, before the subscriptions.
    CrashRemoval "crash-removal" Minors (person: Person) needs JobCrash;
    /// The purge of a record crashes half-way, before the providers are told.
    CrashPurge "crash-purge" Retention (record: Record) needs JobCrash;
    /// The status store loses its copy of the consents.
    LoseCache "lose-cache" Collection needs LostCache;

    /// The owner of a phone lets the plugin read the network that it is on.
    Permit "permit" Route (phone: Phone);
    /// The owner of a phone takes that back, by the phone's own switch or by a message.
    Revoke "revoke" Route (phone: Phone, channel: Channel);
    /// The plugin on a phone chooses the route to a TV.
    Choose "choose" Route (phone: Phone, tv: Tv);
    /// A phone that is away finds itself on a network with the name of the one at home, or no more.
    MeetNamesake "meet-namesake" Route (phone: Phone) needs Namesake;
    /// The signal of the network at home becomes weak, or strong again.
    Signal "signal" Route (phone: Phone) needs WeakSignal;

    /// A TV is switched off, or on again.
    Switch "switch" Status (tv: Tv);
    /// The link of a TV to the network breaks, or is there again.
    Cut "cut" Status (tv: Tv);
    /// A TV reports that its state has changed.
    Report "report" Status (tv: Tv);
    /// A report of a TV reaches a phone.
    Arrive "arrive" Status (route: Route, tv: Tv, phone: Phone);
    /// A person looks at what the plugin on a phone shows of a TV.
    Look "look" Status (phone: Phone, tv: Tv);
    /// The plugin shows the state that a command is to bring about, before the TV has reported it.
    Guess "guess" Status (phone: Phone, tv: Tv);
    /// Somebody on the local network sends a report in the name of a TV.
    Spoof "spoof" Status (tv: Tv, phone: Phone) needs SpoofedReports;

    /// The vendor stores a record on a server of its own.
    Store "store" Storage (record: Record);
    /// A backup of a stored record is laid up with one that works for the vendor.
    BackUp "back-up" Storage (record: Record, holder: Holder);
    /// A stored record is classified.
    Classify "classify" Storage (record: Record);
    /// Defect: the job for tiers ranks a record lower that has a backup.
    RankLower "rank-lower" Storage (record: Record) only BackupsRankedLower;

    /// The vendor sends its copy of a record from a place into its data centre in another.
    SendAbroad "send-abroad" Transfer (record: Record, from: Place, to: Place);
    /// A safeguard between two places lapses.
    Lapse "lapse" Transfer (from: Place, to: Place);
    /// A safeguard between two places is put in place again.
    Secure "secure" Transfer (from: Place, to: Place);
    /// Defect: a record is replicated into a data centre past the transfer desk.
    Replicate "replicate" Transfer (record: Record, place: Place) only UnseenReplication;
    /// A person moves to another place.
    Move "move" Moves (person: Person, place: Place);

    /// Somebody is bound to secrecy.
    BindToSecrecy "bind-to-secrecy" Staff (staff: Staff);
    /// Somebody takes up work with a record.
    Access "access" Staff (staff: Staff, record: Record, purpose: Purpose);
    /// Somebody is no longer engaged.
    Dismiss "dismiss" Staff (staff: Staff);
    /// The vendor notices that somebody broke secrecy.
    NoticeBreach "notice-breach" Staff (staff: Staff);
    /// The vendor disciplines who broke secrecy, or ends the cooperation.
    Sanction "sanction" Staff (staff: Staff);

    /// A person reads the page with the policy.
    ReadPolicy "read-policy" PolicyPage (person: Person);
    /// A person lets somebody know a password.
    SharePassword "share-password" Incidents (person: Person, other: Person) needs CarelessPeople;
    /// Somebody uses an account from elsewhere, with a password that they were told or have stolen.
    BreakIn "break-in" Incidents (other: Person, person: Person);
    /// An intruder changes the password, which ends the session of the owner of a phone.
    LockOut "lock-out" Incidents (phone: Phone);
    /// A person notices that somebody else uses their account.
    NoticeIntruder "notice-intruder" Incidents (person: Person);
    /// A person hears of another breach.
    HearOfBreach "hear-of-breach" Incidents (person: Person);
    /// The vendor lays an incident at the door of a person.
    BlamePerson "blame-person" Incidents (person: Person);
    /// The vendor lays an incident at the door of the network.
    BlameNetwork "blame-network" Incidents (person: Person);
    /// Defect: a password of a person goes out with an export.
    LeakPassword "leak-password" Incidents (person: Person, holder: Holder) only LeakPassedOver;
    /// Somebody sends a message that asks something about the data of a person.
    Send "send" Contact (sender: Person, person: Person, asks: RequestKind, channel: Channel);
    /// The triage opens a message and brings it to a desk.
    Triage "triage" Contact (request: Request);
    /// A desk serves what a message asks.
    Serve "serve" Contact (request: Request);
    /// A desk refuses a request of somebody who is not who the data is about.
    Refuse "refuse" Contact (request: Request);
    /// The desk asks the sender of a request for more.
    AskMore "ask-more" Rights (request: Request);
    /// The sender supplies it, and is checked.
    Prove "prove" Rights (request: Request);
    /// The desk charges a fee for a request.
    Charge "charge" Rights (request: Request);
    /// A person signs in to the account pages.
    SignIn "sign-in" Rights (person: Person);
    /// A person signs out there.
    SignOut "sign-out" Rights (person: Person);
    /// A person looks at account details.
    ViewAccount "view-account" Rights (person: Person, channel: Channel);
    /// A person declines to give a category.
    Decline "decline" Denial (person: Person, category: Category);
    /// A person asks for a service, and is refused it for want of what it needs.
    AskService "ask-service" Denial (person: Person, service: Service);
    /// A person asks that sharing stop.
    StopSharing "stop-sharing" Halt (person: Person);
    /// A person changes account details.
    EditAccount "edit-account" Rights (person: Person, channel: Channel);
}
