//! What is known about people, why, and on what ground.

use crate::words::Set;

words! {
    /// A category of data (policy section on types of information, and data that other sections imply).
    "category" Category {
        /// Account information (COL-04).
        Account "account",
        /// Accounts with which a device is shared (COL-05).
        SharedAccounts "shared-accounts",
        /// Device information (COL-07).
        DeviceInfo "device-info",
        /// Network information (COL-09).
        NetworkInfo "network-info",
        /// Control commands (COL-10).
        Command "command",
        /// Operations information (COL-13).
        OperationsInfo "operations-info",
        /// Feedback, contact and error logs (COL-14).
        Feedback "feedback",
        /// The factory MAC address used for authenticity (USE-14, T31).
        FactoryMac "factory-mac",
        /// What is needed to operate the device (USE-21, T33).
        OperateInfo "operate-info",
        /// Proof of identity (COM-03).
        IdentityProof "identity-proof",
        /// A feature of the phone such as its Wi-Fi status (ACC-01).
        PhoneFeature "phone-feature",
        /// Correspondence (USE-25).
        Correspondence "correspondence",
        /// Passwords (WYD-01).
        Credentials "credentials",
        /// Age and guardianship (MIN-05).
        Age "age",
        /// Purchases and transactions (NOC-02).
        Purchase "purchase",
        /// What a subject request brings with it (DSR-04, T62).
        RequestData "request-data",
        /// Data from ecosystem companies (ECO-05).
        EcosystemData "ecosystem-data",
        /// Cookies (CKT-02).
        Cookie "cookie",
        /// Demographics (CKT-03).
        Demographic "demographic",
        /// Providers' reports (CKT-04).
        CookieReport "cookie-report",
        /// Web log lines (CKT-06).
        WebLog "web-log",
        /// Local storage objects (CKT-14).
        LocalStorage "local-storage",
        /// Interest profiles (CKT-09).
        AdProfile "ad-profile",
        /// App analytics (CKT-12).
        Analytics "analytics",
        /// The status shown to a user (USE-17).
        Status "status",
        /// Statistics that still tell people apart (USE-10).
        Statistic "statistic",
    }
}

/// A set of categories.
pub type Categories = Set<Category>;

words! {
    /// What is done with data; consent and withdrawal are given for each (WDC-01).
    "verb" Verb {
        /// Collecting.
        Collect "collect",
        /// Using.
        Use "use",
        /// Disclosing.
        Disclose "disclose",
    }
}

/// A set of verbs.
pub type Verbs = Set<Verb>;

words! {
    /// Why data is collected, used or disclosed; judged by the effect, not by the vendor's label.
    "purpose" Purpose {
        /// Provide, maintain, improve and develop the services (USE-06).
        Provide "provide",
        /// Support (USE-07).
        Support "support",
        /// Communicate about device, service or enquiry (USE-08).
        Communicate "communicate",
        /// Usage statistics (USE-10).
        Statistics "statistics",
        /// Records for the business or for legal duties (USE-11).
        BusinessRecords "business-records",
        /// The vendor's own legal compliance (USE-02).
        LegalCompliance "legal-compliance",
        /// Showing that a TV is genuine (USE-13).
        Authenticity "authenticity",
        /// Choosing the route (USE-15).
        ConnectionSelection "connection-selection",
        /// Showing status (USE-17).
        StatusDisplay "status-display",
        /// Control of the TV (USE-19).
        Control "control",
        /// Improving through feedback (USE-23).
        Feedback "feedback",
        /// Following feedback up (USE-24).
        FollowUp "follow-up",
        /// Keeping correspondence (USE-25).
        Record "record",
        /// Direct marketing (MKT-01).
        DirectMarketing "direct-marketing",
        /// Site analytics (CKT-03).
        WebAnalytics "web-analytics",
        /// Advertising (CKT-08).
        Advertising "advertising",
        /// Interest-based advertising (CKT-09).
        InterestAds "interest-ads",
        /// App analytics (CKT-11).
        AppAnalytics "app-analytics",
        /// Preferences (CKT-14).
        Preferences "preferences",
        /// Features of partners (CKT-15).
        Features "features",
        /// Running the services in full (GRP-03).
        OperateFull "operate-full",
        /// Ecosystem products (ECO-03).
        Ecosystem "ecosystem",
        /// A merger, acquisition or asset sale (ECO-06).
        CorporateEvent "corporate-event",
        /// A demand under law (OTH-01).
        LegalDemand "legal-demand",
        /// Protecting the vendor's rights (NOC-04).
        ProtectRights "protect-rights",
        /// Anybody's safety (NOC-04).
        Safety "safety",
        /// An authority's investigation (NOC-04).
        Investigation "investigation",
        /// Business with aggregates (NOC-01).
        Business "business",
        /// Security (SEC-01).
        Security "security",
        /// A dispute (RET-05).
        Dispute "dispute",
        /// Enforcing agreements (RET-05).
        Enforcement "enforcement",
        /// Running the app (ACC-02).
        AppRun "app-run",
        /// Verifying identity (COM-03).
        IdentityVerification "identity-verification",
        /// Serving a subject request (DSR-01).
        SubjectRequest "subject-request",
        /// Removing a minor's data (MIN-06).
        MinorRemoval "minor-removal",
        /// Notices (UPD-03).
        Notice "notice",
        /// Governance of the policy (UPD-01).
        Governance "governance",
        /// A purpose that the text states nowhere.
        Unstated "unstated",
    }
}

words! {
    /// Where a datum came from.
    "source" Source {
        /// The person handed it over, of their own motion or on being asked.
        Submitted "submitted",
        /// The TV reported it.
        Reported "reported",
        /// The plugin observed it.
        Observed "observed",
        /// The web site observed it.
        Web "web",
        /// Somebody else passed it on.
        PassedOn "passed-on",
        /// Derived from other data.
        Derived "derived",
    }
}

words! {
    /// A ground for keeping or handling data that does not rest on consent (RET-05, NOC-04).
    "ground" Ground {
        /// Law demands or expressly allows it.
        Legal "legal",
        /// A dispute.
        Dispute "dispute",
        /// Enforcing an agreement.
        Enforcement "enforcement",
        /// Any other purpose of the business (T18).
        Business "business",
    }
}

words! {
    /// What a person said on being asked.
    "answer" Answer {
        /// Yes.
        Yes "yes",
        /// No.
        No "no",
        /// A positive sign that there is no objection (MKT-02).
        NoObjection "no-objection",
        /// Nothing at all.
        Silence "silence",
    }
}

words! {
    /// The form of a question and its answer (MKT-03).
    "form" Form {
        /// Asked and answered on its own.
        Separate "separate",
        /// Part of some other acceptance.
        Bundled "bundled",
    }
}

words! {
    /// Kinds of message to a person (USE-08, MKT-05).
    "mail" Mail {
        /// Promotional newsletters.
        Newsletter "newsletter",
        /// News of events.
        Event "event",
        /// News of products.
        Product "product",
        /// Service messages.
        Service "service",
        /// Notices; not a kind that can be stopped (T64).
        Notice "notice",
        /// Follow-up of feedback.
        FollowUp "follow-up",
    }
}

words! {
    /// The form in which value passes (SHR-01).
    "worth" Worth {
        /// Money.
        Money "money",
        /// Goods.
        Goods "goods",
        /// Credit, such as for advertisements.
        Credit "credit",
        /// A service.
        Service "service",
    }
}

words! {
    /// A single field of a record (families F07, F09).
    "detail" Detail {
        /// Account ID.
        AccountId "account-id",
        /// Profile.
        Profile "profile",
        /// E-mail address.
        EmailAddress "email-address",
        /// Software version.
        Version "version",
        /// Firmware version.
        Firmware "firmware",
        /// Device name.
        Name "name",
        /// Device ID.
        DeviceId "device-id",
        /// Room label.
        Room "room",
        /// LAN or remote.
        Mode "mode",
        /// IP address.
        Ip "ip",
        /// Network name.
        Ssid "ssid",
        /// Signal strength.
        Rssi "rssi",
        /// MAC address in use.
        MacAddress "mac-address",
        /// Muted or not.
        Muted "muted",
        /// Audio mode or not.
        AudioMode "audio-mode",
        /// Free text.
        Text "text",
        /// Contact address.
        Contact "contact",
        /// Error log.
        ErrorLog "error-log",
        /// Browser type.
        Browser "browser",
        /// Internet provider.
        Isp "isp",
        /// Referring page.
        Referrer "referrer",
        /// Exit page.
        Exit "exit",
        /// Operating system.
        OperatingSystem "operating-system",
        /// Time stamp.
        Timestamp "timestamp",
        /// Click stream.
        Clicks "clicks",
        /// Frequency of use.
        Frequency "frequency",
        /// In-app events.
        Events "events",
        /// Performance figures.
        Performance "performance",
        /// Place of a crash.
        CrashSite "crash-site",
        /// Content kept locally.
        Content "content",
        /// Preferences kept locally.
        Preferences "preferences",
        /// Anything that no schema declares.
        Undeclared "undeclared",
    }
}

words! {
    /// Sensitivity of a record (SEC-06).
    "level" Level {
        /// Low.
        Low "low",
        /// Middle.
        Middle "middle",
        /// Highest.
        Highest "highest",
    }
}

words! {
    /// What a person asks of the vendor by plugin, e-mail or letter (DSR-01, CON-02).
    "request kind" RequestKind {
        /// A question (COM-14).
        Question "question",
        /// Stop a kind of e-mail (MKT-05).
        StopMail "stop-mail",
        /// Stop sharing (GRP-06).
        StopSharing "stop-sharing",
        /// Revoke a permission (ACC-04).
        RevokePermission "revoke-permission",
        /// A change of mind about use (CTL-04).
        ChangeOfMind "change-of-mind",
        /// Access (DSR-01).
        Access "access",
        /// Correction (DSR-02).
        Correction "correction",
        /// Report of a breach (WYD-03).
        BreachReport "breach-report",
        /// Report of a minor (MIN-05).
        MinorReport "minor-report",
    }
}

words! {
    /// Why a service was refused (COL-02, WDC-07).
    "reason" Reason {
        /// Needed data was not provided.
        DataDeclined "data-declined",
        /// Consent was withdrawn.
        Withdrawn "withdrawn",
        /// The TV is not genuine.
        NotGenuine "not-genuine",
        /// No route.
        Offline "offline",
        /// No right to the TV.
        NotEntitled "not-entitled",
        /// Terms not accepted.
        TermsNotAccepted "terms-not-accepted",
    }
}

words! {
    /// What a periodic review covered (SEC-10, UPD-01).
    "review" Review {
        /// Collection, storage, handling and physical security.
        Security "security",
        /// The policy text.
        Policy "policy",
    }
}

words! {
    /// What an adversary does to a message (SEC-12).
    "attack" Attack {
        /// Loses it.
        Drop "drop",
        /// Changes it.
        Tamper "tamper",
        /// Sends it again.
        Replay "replay",
        /// Reads it.
        Eavesdrop "eavesdrop",
    }
}

words! {
    /// Who is at fault for an incident (WYD-02, TPT-05).
    "blame" Blame {
        /// The vendor.
        Vendor "vendor",
        /// The user.
        User "user",
        /// The network.
        Network "network",
        /// A third party.
        ThirdParty "third-party",
    }
}
