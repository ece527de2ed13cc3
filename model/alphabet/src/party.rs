//! Who takes part, and the ways in which they meet.

words! {
    /// What a recipient is to the vendor (families F11 to F13, F16).
    "class" Class {
        /// A company of the vendor's group; part of "we" unless the reading `affiliate` says otherwise (T07).
        Affiliate "affiliate",
        /// A provider that works for the vendor, of one or several of the eight listed kinds (GRP-02).
        Provider "provider",
        /// An independent company of the vendor's ecosystem (ECO-02).
        Ecosystem "ecosystem",
        /// A business partner whose goods the vendor may promote (MKT-01, MKT-06).
        Partner "partner",
        /// A provider of advertisements or features on the vendor's sites (CKT-08, CKT-15).
        AdPartner "ad-partner",
        /// An advertiser: aggregates only (NOC-02).
        Advertiser "advertiser",
        /// An authority that demands data under law (OTH-01).
        Authority "authority",
        /// The other side of a merger, acquisition or asset sale (ECO-06).
        Successor "successor",
        /// Anybody else: an outside buyer, an independent third party (TPT-01).
        Outside "outside",
    }
}

words! {
    /// What a provider does for the vendor; it may be of several kinds (GRP-02, GRP-05).
    "provider kind" ProviderKind {
        /// A mailing centre.
        Mailing "mailing",
        /// A delivery service.
        Delivery "delivery",
        /// A telecommunications company.
        Telecom "telecom",
        /// A data centre.
        DataCentre "data-centre",
        /// A storage facility.
        Storage "storage",
        /// A customer service.
        CustomerService "customer-service",
        /// A provider of advertising or promotion.
        Promotion "promotion",
        /// An agent that acts in the vendor's name.
        Agent "agent",
        /// Anything that the policy does not list.
        Other "other",
    }
}

words! {
    /// The sector in which an affiliate is active (USE-04).
    "sector" Sector {
        /// Communications.
        Communications "communications",
        /// Social media.
        SocialMedia "social-media",
        /// Technology.
        Technology "technology",
        /// Cloud services.
        Cloud "cloud",
        /// Any other.
        Other "other",
    }
}

words! {
    /// How a person's law lets personal data be used for direct marketing (MKT-02, MKT-03, T50).
    "law" Regime {
        /// Consent, in whatever form.
        Consent "consent",
        /// Consent in a form of its own, apart from any other acceptance.
        SeparateConsent "separate-consent",
        /// Consent, or a positive sign of no objection.
        NoObjection "no-objection",
    }
}

words! {
    /// The way a message takes.
    "channel" Channel {
        /// Inside the plugin, under its settings.
        Plugin "plugin",
        /// E-mail, the privacy mailbox included.
        Email "email",
        /// A paper letter.
        Letter "letter",
        /// A message pushed to the phone.
        Push "push",
        /// A text message.
        Sms "sms",
        /// One of the vendor's web sites.
        Site "site",
        /// Every one of the vendor's web sites.
        AllSites "all-sites",
        /// The phone's own settings.
        Os "os",
        /// The advertisers' preference page (CKT-10).
        AdPage "ad-page",
        /// The account pages (DSR-10).
        AccountPage "account-page",
    }
}

words! {
    /// Which of a person's addresses a message goes to (UPD-04, USE-24).
    "address" Address {
        /// The one set in the account now.
        Account "account-address",
        /// The one given with feedback.
        Feedback "feedback-address",
        /// One that the person no longer has.
        Former "former-address",
    }
}

words! {
    /// The route of a command from plugin to TV (COL-09, USE-15).
    "route" Route {
        /// Straight over the local network.
        Lan "lan",
        /// Through the vendor's relay.
        Relay "relay",
    }
}

words! {
    /// A key of the remote control (USE-20).
    "key" Key {
        /// Raises the volume.
        VolumeUp "volume-up",
        /// Lowers the volume.
        VolumeDown "volume-down",
        /// Enters audio mode.
        AudioOn "audio-on",
        /// Leaves audio mode.
        AudioOff "audio-off",
        /// Any other key of the remote control.
        Navigate "navigate",
    }
}

words! {
    /// A service that the vendor provides and a person may subscribe to, lose, or be refused.
    "service" Service {
        /// Control of the TV.
        Control "control",
        /// Display of the TV's status.
        Status "status",
        /// Promotional mail.
        Promotions "promotions",
        /// A paid content service.
        Content "content",
        /// Customer support.
        Support "support",
    }
}

words! {
    /// Where a person is while something happens (families F18, F38).
    "context" Context {
        /// On the vendor's web site.
        Site "site",
        /// In the plugin.
        Plugin "plugin",
        /// In another application of the vendor.
        App "app",
        /// On somebody else's site.
        OtherSite "other-site",
    }
}

words! {
    /// Where data lies and whose law a person lives under (XFR-03).
    "place" Place {
        /// China.
        China "china",
        /// The United States.
        UnitedStates "united-states",
        /// Germany.
        Germany "germany",
        /// India.
        India "india",
        /// Russia.
        Russia "russia",
        /// Singapore.
        Singapore "singapore",
        /// Anywhere else.
        Elsewhere "elsewhere",
    }
}
