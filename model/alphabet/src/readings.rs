//! Named readings: where the policy leaves a choice open, the choices, the default and where they come from.
//!
//! A reading has two sides. The parties *play* one choice and the books *judge* by one; the same choice on
//! both sides asks whether the system keeps that reading, different ones show where readings clash.

use crate::words::Word;
use serde::{Deserialize, Serialize};

/// How a choice stands to the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// The faithful reading.
    Default,
    /// It promises less.
    Weaker,
    /// It promises more.
    Stronger,
}

/// One choice of a reading.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name.
    pub name: &'static str,
    /// Weaker or stronger than the default.
    pub strength: Strength,
    /// What it says.
    pub says: &'static str,
}

/// A reading as it is listed.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// Its name, as in `--reading NAME=CHOICE`.
    pub name: &'static str,
    /// The question that it settles.
    pub question: &'static str,
    /// The choices, the default first.
    pub choices: &'static [Choice],
    /// The clauses that leave the question open.
    pub clauses: &'static [&'static str],
    /// The tensions of the clause inventory that it settles.
    pub tensions: &'static [&'static str],
}

macro_rules! readings {
    ($($(#[$meta:meta])* $field:ident: $type:ident $text:literal, $question:literal, clauses [$($clause:literal),*], tensions [$($tension:literal),*] {
        $($choice:ident $name:literal $strength:ident $says:literal),+ $(,)?
    })+) => {
        $(words! {
            #[doc = $question]
            $text $type { $(#[doc = $says] $choice $name),+ }
        })+

        /// One choice for every reading.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
        pub struct Readings { $(#[doc = $question] pub $field: $type),+ }

        impl Default for Readings {
            fn default() -> Self {
                Self { $($field: readings!(@first $type $($choice)+)),+ }
            }
        }

        /// Every reading, in the order of the families that they concern.
        pub const ALL: &[Reading] = &[$(Reading {
            name: $text,
            question: $question,
            choices: &[$(Choice { name: $name, strength: Strength::$strength, says: $says }),+],
            clauses: &[$($clause),*],
            tensions: &[$($tension),*],
        }),+];

        impl Readings {
            /// Sets the reading called `name` to the choice called `choice`; `false` when there is none such.
            pub fn set(&mut self, name: &str, choice: &str) -> bool {
                match name {
                    $($text => <$type as Word>::from_name(choice).map(|c| self.$field = c).is_some(),)+
                    _ => false,
                }
            }
            /// The choice taken for the reading called `name`.
            pub fn get(&self, name: &str) -> Option<&'static str> {
                match name {
                    $($text => Some(self.$field.name()),)+
                    _ => None,
                }
            }
        }
    };
    (@first $type:ident $first:ident $($rest:ident)*) => { $type::$first };
}

readings! {
    auth_lifetime: AuthLifetime "auth-lifetime",
        "How long does one successful check of a TV last?",
        clauses ["USE-13"], tensions [] {
        SinceBinding "since-binding" Default "Until the TV is bound anew, changes its identity or fails a check.",
        OnceEver "once-ever" Weaker "For ever: one check is enough.",
        EachSession "each-session" Stronger "Until the plugin is opened again.",
    }
    auth_pair: AuthPair "auth-pair",
        "Are the factory MAC and the device ID checked as a pair?",
        clauses ["USE-14"], tensions [] {
        Pair "pair" Default "The two must belong to one and the same TV.",
        Separately "separately" Weaker "Each must be known, on its own.",
    }
    command_order: CommandOrder "command-order",
        "Must commands of one person to one TV be executed in the order of their presses?",
        clauses ["COL-11"], tensions [] {
        Any "any" Default "No: each press is looked at on its own.",
        PressOrder "press-order" Stronger "Yes: a later press may not be executed first.",
    }
    command_record: CommandRecord "command-record",
        "Must each command that is executed be recorded?",
        clauses ["COL-10", "COL-01", "WDC-04"], tensions ["T20"] {
        Permitted "permitted" Default "No: it may be, where commands may be collected at all.",
        Mandatory "mandatory" Stronger "Yes, whatever was withdrawn.",
    }
    collection_list: CollectionList "collection-list",
        "Is the list of what plugin and TV collect closed?",
        clauses ["COL-03", "COM-01"], tensions ["T31", "T36"] {
        NamedAnywhere "named-anywhere" Default "It is, with what other sections say that plugin or TV take in, such as the factory address.",
        Examples "examples" Weaker "No: it lists examples.",
        SixAlone "six-alone" Stronger "It is: the six kinds, and app analytics, which have a section of their own.",
    }
    purpose_scope: PurposeScope "purpose-scope",
        "For which purposes may a category of data be used?",
        clauses ["USE-01", "USE-05", "USE-21"], tensions ["T33", "T45", "T49"] {
        PerCategory "per-category" Default "Those that the text states for that category, compatible with the purpose of its collection, or newly agreed to.",
        Union "union" Weaker "Any that the text states for anything.",
        ListedFour "listed-four" Stronger "The four listed ones, and what the text says of the category beside them.",
    }
    authorisation: Authorisation "authorisation",
        "What authorises sharing with affiliates and providers?",
        clauses ["USE-03", "SHR-04"], tensions ["T04", "T05"] {
        Asked "asked" Default "An answer to a question about sharing that category, given on its own.",
        Acceptance "acceptance" Weaker "Accepting the terms or using a product as well, until it is refused or withdrawn.",
        PerScenario "per-scenario" Stronger "An answer that names the category, the class of recipient and the purpose.",
    }
    law_basis: LawBasis "law-basis",
        "Which law lets data be handled without consent?",
        clauses ["OTH-01", "NOC-03"], tensions ["T03", "T42"] {
        Any "any" Default "A duty under any law, or an express allowance of the person's own.",
        LocalOnly "local-only" Stronger "The law of the person's own place alone.",
    }
    contract_time: ContractTime "contract-time",
        "When must there be a contract with a recipient?",
        clauses ["SHR-05", "SHR-06", "GRP-04"], tensions ["T17"] {
        Before "before" Default "It is signed before data is shared, and valid then.",
        AtSomeTime "at-some-time" Weaker "It was signed at some time before, whether or not it still stands.",
        Complied "complied" Stronger "It is valid, and the recipient keeps to the purposes that it names.",
    }
    ecosystem_contract: EcosystemContract "ecosystem-contract",
        "Is a contract owed with companies of the ecosystem?",
        clauses ["SHR-05", "ECO-03"], tensions ["T17", "T57"] {
        NotOwed "not-owed" Default "No: they are independent.",
        Owed "owed" Stronger "Yes: theirs is one of the scenarios.",
    }
    sale_scope: SaleScope "sale-scope",
        "What return makes a disclosure a sale?",
        clauses ["SHR-01"], tensions ["T06"] {
        AnyReturn "any-return" Default "Any value to us in the same bargain, in any form, at any time, by any way.",
        MoneyOnly "money-only" Weaker "Money in the same bargain, and nothing else.",
        AnyBenefit "any-benefit" Stronger "Any value at all from somebody who was given personal information.",
    }
    affiliate: Affiliate "affiliate",
        "Are the vendor's affiliates third parties?",
        clauses ["COM-02", "SHR-01", "SHR-03"], tensions ["T07"] {
        Inside "inside" Default "No: they are part of the vendor.",
        ThirdParty "third-party" Stronger "Yes: what they get has left the vendor.",
    }
    marketing_scope: MarketingScope "marketing-scope",
        "Which acts need the consent for direct marketing?",
        clauses ["MKT-01", "MKT-02"], tensions ["T10"] {
        AnyUse "any-use" Default "Any use of personal information for it: choosing, profiling and sending.",
        SendingOnly "sending-only" Weaker "Sending alone.",
    }
    silence: Silence "silence",
        "Is silence a sign of no objection?",
        clauses ["MKT-02", "UPD-07"], tensions ["T50", "T69"] {
        PositiveSign "positive-sign" Default "No: the sign must be positive.",
        Counts "counts" Weaker "Yes, where the person's law takes a sign of no objection at all.",
    }
    opt_out_reach: OptOutReach "opt-out-reach",
        "What ends when a person ends marketing?",
        clauses ["MKT-04", "MKT-05"], tensions ["T10"] {
        AllUse "all-use" Default "All marketing use on every channel and by every sender, once the deadline has passed.",
        MailOnly "mail-only" Weaker "Promotional e-mail alone.",
        AtOnce "at-once" Stronger "All marketing use, at once.",
    }
    partner_scope: PartnerScope "partner-scope",
        "To whom may data not go for direct marketing?",
        clauses ["MKT-06"], tensions ["T08"] {
        BusinessPartners "business-partners" Default "To business partners, by whatever chain that starts with us.",
        DirectHop "direct-hop" Weaker "To business partners, straight from us and named so.",
        AllPartners "all-partners" Stronger "To providers of advertising, promotion and features and to companies of the ecosystem as well.",
    }
    storage_scope: StorageScope "storage-scope",
        "Which copies must lie on safe servers, in controlled facilities?",
        clauses ["SEC-04", "SEC-05"], tensions ["T14"] {
        Controlled "controlled" Default "Those that we and those who work for the vendor store, backups included.",
        OwnServers "own-servers" Weaker "Those on our own servers.",
        EveryCopy "every-copy" Stronger "Every copy, whoever stores it.",
    }
    tiers: Tiers "tiers",
        "Can personal information be classified below the highest level?",
        clauses ["SEC-06", "SEC-07"], tensions ["T15"] {
        AtTheTop "at-the-top" Default "No: tiers are for what cannot be tied to a person.",
        ByImportance "by-importance" Weaker "Yes, by importance and sensitivity.",
    }
    staff_access: StaffAccess "staff-access",
        "For what may staff and providers take up work with a record?",
        clauses ["SEC-02", "SEC-14"], tensions ["T16"] {
        ForTheService "for-the-service" Default "For a task that serves the person whom it is about, for the law, or for security.",
        AnyStated "any-stated" Weaker "For whatever has a purpose: the wording describes, and limits nothing.",
    }
    log_linkage: LogLinkage "log-linkage",
        "When is the web log linked to other information?",
        clauses ["CKT-07", "CKT-06", "COL-09"], tensions ["T12"] {
        Joined "joined" Default "When records are joined, or a line has in it what tells somebody apart elsewhere.",
        Linkable "linkable" Stronger "Also when an address lies in both by which they could be joined.",
    }
    analytics_reach: AnalyticsReach "analytics-reach",
        "From what are analytics of apps kept apart?",
        clauses ["CKT-13"], tensions ["T13"] {
        Submitted "submitted" Default "From what people hand over.",
        Any "any" Stronger "From anything else, as web logs are.",
    }
    web_heading: WebHeading "web-heading",
        "Does the heading of the section on web technologies bind what the section says of apps and other sites?",
        clauses ["CKT-01", "CKT-11", "CKT-17"], tensions ["T11"] {
        Exceptions "exceptions" Default "No: analytics in apps and adverts on other sites are exceptions that the section itself names.",
        SiteOnly "site-only" Stronger "Yes: nothing of it happens outside the vendor's own site.",
    }
    group_size: GroupSize "group-size",
        "About how many people must figures be that go outside?",
        clauses ["NOC-01", "NOC-02"], tensions ["T39"] {
        Ten "ten" Default "Ten at the least.",
        Two "two" Weaker "Two at the least.",
        Fifty "fifty" Stronger "Fifty at the least.",
    }
    differencing: Differencing "differencing",
        "Beside which earlier figures may new ones tell of no small group?",
        clauses ["COM-07", "NOC-02"], tensions ["T39"] {
        SameRecipient "same-recipient" Default "Those that the same recipient was given.",
        EachAlone "each-alone" Weaker "None: each is looked at by itself.",
        Everybody "everybody" Stronger "Those that anybody outside was given.",
    }
    business_ground: BusinessGround "business-ground",
        "How long does a business purpose justify keeping data?",
        clauses ["RET-05", "USE-11"], tensions ["T18"] {
        Expires "expires" Default "Until its own deadline.",
        Unbounded "unbounded" Weaker "For as long as the vendor names it.",
    }
    inference: Inference "inference",
        "When can the vendor be taken to infer that keeping data serves no purpose?",
        clauses ["RET-03", "RET-06"], tensions ["T18"] {
        Inferable "inferable" Default "When it does, and at the latest a set time after the purpose has ended.",
        InferredOnly "inferred-only" Weaker "Only when it does.",
        Objective "objective" Stronger "At once when the purpose has ended.",
    }
    identity_check: IdentityCheck "identity-check",
        "For which requests must the sender prove to be who the data is about?",
        clauses ["DSR-01", "DSR-03"], tensions ["T23"] {
        Both "both" Default "For access and for correction.",
        UpdatesOnly "updates-only" Weaker "For correction alone, as the sentence says.",
    }
    session_proof: SessionProof "session-proof",
        "Does a session of the account prove who asks?",
        clauses ["DSR-03", "DSR-10"], tensions ["T58"] {
        Proves "proves" Default "Yes: what is asked for in the plugin or on the account pages needs no further proof.",
        ProvesNothing "proves-nothing" Stronger "No: a request needs a proof of its own, by whatever way it comes.",
    }
    request_clock: RequestClock "request-clock",
        "From when does the time for the answer to a request run?",
        clauses ["DSR-04", "DSR-05"], tensions ["T51"] {
        FromEnough "from-enough" Default "From its receipt; where the vendor asks for more in time, once anew from when the sender supplies it.",
        FromReceipt "from-receipt" Stronger "From its receipt, whatever the vendor asks for.",
    }
    withdrawn_data: WithdrawnData "withdrawn-data",
        "What becomes of data whose use a person withdraws from?",
        clauses ["WDC-04", "RET-01", "RET-03"], tensions ["T19"] {
        Kept "kept" Default "It stays until its purpose ends; a withdrawal stops what is done with it.",
        PurposeEnds "purpose-ends" Stronger "Its purpose ends with the withdrawal, and the duty to purge begins.",
    }
    joint_data: JointData "joint-data",
        "Whose word is needed to share data that is about several people?",
        clauses ["SHR-04", "COL-05"], tensions ["T35"] {
        Everybody "everybody" Default "That of everybody whom it is about.",
        Acting "acting" Weaker "That of the person from whose account it is.",
    }
    withdrawal_clock: WithdrawalClock "withdrawal-clock",
        "From when does a withdrawal bind?",
        clauses ["WDC-03", "WDC-04"], tensions [] {
        FromRequest "from-request" Default "From its processing, and at the latest from the deadline counted from the request.",
        FromProcessing "from-processing" Weaker "From its processing alone, whenever that is.",
        AtOnce "at-once" Stronger "From the request itself.",
    }
    denial: Denial "denial",
        "For what may a service be refused to who declined or withdrew something?",
        clauses ["COL-02", "WDC-07"], tensions ["T22"] {
        Needed "needed" Default "For what the service needs.",
        AnyExtent "any-extent" Weaker "For anything that was declined or withdrawn.",
    }
    minor: Minor "minor",
        "Who is a minor to the vendor?",
        clauses ["MIN-02", "MIN-03", "MIN-04"], tensions ["T26"] {
        Known "known" Default "Somebody of whom the vendor has been told.",
        ActualAge "actual-age" Stronger "Whoever is one in truth.",
    }
    minor_data: MinorData "minor-data",
        "Which data goes when a guardian reports a minor?",
        clauses ["MIN-06", "MIN-08"], tensions ["T26", "T27"] {
        Given "given" Default "What came from the minor's own use, handed over or reported, without prior approval.",
        SubmittedOnly "submitted-only" Weaker "What the minor handed over, and nothing that was reported or observed.",
        All "all" Stronger "Everything about the minor, whoever gave it.",
    }
    marks: Marks "marks",
        "Does the mark that somebody is a minor outlive the data that is removed?",
        clauses ["RET-03", "MIN-06", "MIN-02"], tensions ["T56"] {
        Outlive "outlive" Default "Yes: the bare mark stays, and nothing else with it.",
        GoToo "go-too" Weaker "No: it is personal information as well, and goes with the rest.",
    }
    notice_channel: NoticeChannel "notice-channel",
        "By which channels is a person told of a change?",
        clauses ["UPD-03", "ECO-06"], tensions ["T37"] {
        AnyListed "any-listed" Default "By any that the text lists, the web sites included.",
        Personal "personal" Stronger "By one that reaches the person: e-mail or the phone, and never the web sites alone.",
    }
    stated_date: StatedDate "stated-date",
        "From which of several stated dates on does a change apply?",
        clauses ["UPD-05", "UPD-11"], tensions ["T66"] {
        Latest "latest" Default "From the latest of them.",
        Earliest "earliest" Weaker "From the earliest of them.",
    }
    collect_consent: CollectConsent "collect-consent",
        "Where does a consent to collection come from?",
        clauses ["USE-03", "USE-26", "COM-08"], tensions ["T55"] {
        FromPrompt "from-prompt" Default "From an answer to a question about that category.",
        FromAcceptance "from-acceptance" Weaker "From accepting the terms as well, until it is refused or withdrawn.",
    }
    deemed: Deemed "deemed",
        "What does the use of a product accept?",
        clauses ["COM-08", "COM-09", "UPD-07"], tensions ["T01", "T02"] {
        NoOverride "no-override" Default "The terms in force, and never what was refused, withdrawn or never asked.",
        Blanket "blanket" Weaker "Everything, each time anew.",
        ExpressOnly "express-only" Stronger "Nothing: only an express act accepts.",
    }
    user_agreement: UserAgreement "user-agreement",
        "Does an accepted user agreement lift what consent and its withdrawal limit?",
        clauses ["ORD-01"], tensions ["T28"] {
        Keeps "keeps" Default "No: a promise is lifted by nothing that is not in the policy.",
        Overrides "overrides" Weaker "Yes: what it names may be done with the data of whoever accepted it.",
    }
    stop_reach: StopReach "stop-reach",
        "Which sharing ends when a person wants it to stop?",
        clauses ["GRP-03", "GRP-06"], tensions ["T47"] {
        All "all" Default "All that goes to affiliates and providers.",
        Dispensable "dispensable" Weaker "All but what goes to data centres, storage and telecommunications, without which the services cannot run.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_choice_is_the_default_and_the_only_one() {
        let chosen = Readings::default();
        for reading in ALL {
            assert_eq!(chosen.get(reading.name), Some(reading.choices[0].name));
            let defaults = reading.choices.iter().filter(|c| c.strength == Strength::Default).count();
            assert_eq!((reading.choices[0].strength, defaults), (Strength::Default, 1), "{}", reading.name);
            assert!(!reading.clauses.is_empty(), "{} has no source", reading.name);
        }
    }

    #[test]
    fn every_choice_can_be_set_and_no_other() {
        for reading in ALL {
            for choice in reading.choices {
                let mut readings = Readings::default();
                assert!(readings.set(reading.name, choice.name));
                assert_eq!(readings.get(reading.name), Some(choice.name));
            }
            assert!(!Readings::default().set(reading.name, "no such choice"));
        }
        assert!(!Readings::default().set("no such reading", "pair"));
    }
}
