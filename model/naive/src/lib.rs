//! The promises judged from the whole history, quantifier by quantifier: slow, obvious, and independent.
//!
//! Nothing is remembered from one moment to the next. Every definition is a sentence about the lines so far
//! and the time, and every moment asks all of them anew. An evaluator that folds over the log has to come
//! to the same report.

mod answers;
mod consent;
mod contracts;
mod f01_f02_authenticity;
mod f03_route;
mod f04_status;
mod f06_command_path;
mod f07_contents;
mod f08_occasions;
mod f09_minimisation;
mod f10_purposes;
mod f11_disclosure_basis;
mod f11_lawful_handling;
mod f12_contracts;
mod f13_no_sale;
mod f14_marketing_consent;
mod f15_opt_out;
mod f16_partners;
mod f17_no_linking;
mod f18_site;
mod f19_interest_ads;
mod f20_anonymised;
mod f21_f22_storage;
mod f23_access;
mod f25_periodic_review;
mod f26_retention;
mod f27_permission;
mod f28_user_controls;
mod f29_subject_requests;
mod f30_withdrawal;
mod f31_denial;
mod f32_cross_border;
mod f33_minors;
mod f34_policy_update;
mod f35_new_consent;
mod f36_deemed_consent;
mod f37_corporate_notice;
mod f38_third_parties;
mod f39_precedence;
mod f40_network;
mod f41_user_duties;
mod f42_contact;
mod f43_sharing_stop;
mod history;
mod inquiry;
mod judge;
mod legal_cover;
mod place;
mod promise;
mod record;
mod site;
mod sourced;
mod stated_purposes;

pub use history::Timed;
pub use judge::{Finding, Moment, Report, judge};

/// Every promise: its id, the names of its parts, the names of its witnesses.
pub const PROMISES: &[(&str, &[&str], &[&str])] = &[
    ("F01.checked-before-operated", &["checked", "still-valid"], &["genuine-executes", "clone-refused"]),
    ("F02.pair-checked", &["pair-registered", "own-identity"], &["genuine-passes", "clone-refused"]),
    (
        "F03.usable-route",
        &["lan-on-the-same-network", "no-flapping"],
        &["lan", "relay", "switched-after-change"],
    ),
    (
        "F04.status-truth",
        &["was-reported", "never-older", "viewer-linked", "not-stale-as-current"],
        &["shown-confirmed", "marked-unconfirmed", "said-unknown", "aged"],
    ),
    (
        "F06.execution-has-its-press",
        &["own-press", "once", "chosen-tv", "same-key", "entitled", "session-alive", "in-order"],
        &["by-lan", "by-relay", "volume", "audio-mode"],
    ),
    (
        "F06.transmission-serves-a-press",
        &["own-press", "still-open", "chosen-tv"],
        &["by-lan", "by-relay", "both-routes"],
    ),
    ("F06.record-has-its-press", &["own-press", "once", "presser", "each-recorded"], &["recorded"]),
    (
        "F07.listed-contents",
        &[
            "listed-kind",
            "listed-fields",
            "own-account",
            "account-fields",
            "device-fields",
            "network-fields",
            "operations-fields",
            "log-fields",
            "analytics-fields",
        ],
        &["account", "device-info", "network-info", "operations-info", "log-line", "analytics"],
    ),
    (
        "F08.collected-on-occasion",
        &["linked", "shared-now", "co-user-named", "on-a-network", "while-running", "vendor-brand"],
        &["of-linked-device", "of-co-user", "of-network", "of-operation", "from-ecosystem"],
    ),
    (
        "F08.feedback-by-choice",
        &["handed-over", "same-fields", "not-required"],
        &["submitted-then-collected"],
    ),
    ("F09.only-the-needed-is-required", &["needed", "to-deliver"], &["needed-required", "other-asked"]),
    (
        "F10.stated-compatible-purpose",
        &[
            "stated",
            "fits-category",
            "fits-collection",
            "recipient-purpose",
            "legal-duty",
            "support-case",
            "feedback-first",
        ],
        &[
            "provide",
            "support",
            "statistics",
            "business-records",
            "feedback",
            "control",
            "app-run",
            "authenticity",
            "identity-verification",
            "follow-up",
            "recipient-operates",
            "new-purpose-agreed",
            "under-duty",
        ],
    ),
    (
        "F11.authorised-disclosure",
        &["listed-scenario", "listed-kind", "authorised", "under-law", "requested"],
        &[
            "to-provider",
            "to-affiliate",
            "to-ecosystem-by-own-grant",
            "under-order",
            "to-others-under-law",
            "for-requested-service",
        ],
    ),
    (
        "F11.lawful-handling",
        &["collected-lawfully", "used-lawfully", "disclosed-lawfully"],
        &["forbidden-elsewhere", "other-verb-goes-on"],
    ),
    (
        "F12.contract-first",
        &["signed", "onward-signed", "local-law", "rights", "within-contract"],
        &[
            "shared-under-contract",
            "onward-under-contract",
            "shared-after-renewal",
            "processed-within-contract",
        ],
    ),
    (
        "F13.no-sale",
        &["nothing-taken-before", "nothing-taken-after", "custody-after-notice"],
        &["provider-paid", "aggregate-sold"],
    ),
    (
        "F14.no-marketing-without-consent",
        &["agreed", "lawful-form"],
        &["by-consent", "by-separate-consent", "by-no-objection"],
    ),
    (
        "F15.opt-out-ends-marketing",
        &["use-stops", "sending-stops"],
        &["service-message-after-opt-out", "promotion-after-new-yes"],
    ),
    ("F15.stopped-mail-stays-stopped", &["kind-stays-stopped"], &["other-kind-still-comes"]),
    ("F16.no-partner-marketing", &["not-passed-on", "not-used"], &["own-promotion"]),
    (
        "F17.no-linking",
        &[
            "log-stays-apart",
            "analytics-stay-apart",
            "line-names-nobody",
            "payload-names-nobody",
            "no-shared-key",
        ],
        &["lines-joined", "analytics-joined", "line-taken-down", "analytics-taken-down"],
    ),
    (
        "F18.site-technology",
        &[
            "cookies-on-site",
            "logs-on-site",
            "storage-on-site",
            "known-writer",
            "content-and-preferences",
            "analytics-by-exception",
        ],
        &[
            "cookie-by-vendor",
            "cookie-by-provider",
            "individual-report",
            "aggregate-report",
            "log-line",
            "app-analytics",
            "storage-by-vendor",
            "storage-by-partner",
        ],
    ),
    (
        "F18.adverts-in-place",
        &["on-sites-alone", "known-server", "off-site-by-web-activity"],
        &["on-the-site", "on-other-sites"],
    ),
    (
        "F19.opt-out-ends-interest-ads",
        &["no-interest-ads", "no-interest-use", "web-activity-alone"],
        &["activity-gathered", "served-by-interest", "plain-ad-after-opt-out", "by-interest-after-opt-in"],
    ),
    (
        "F20.nobody-singled-out",
        &["group-large-enough", "not-by-difference", "anonymous-in-truth"],
        &["figures-to-advertiser", "figures-to-others", "anonymised-record"],
    ),
    ("F21.safe-places", &["own-server", "facility-of-others"], &["on-own-server", "with-a-provider"]),
    ("F22.classified-at-the-top", &["classified", "highest"], &["highest"]),
    (
        "F23.entitled-access",
        &["bound-to-secrecy", "still-engaged", "authorised", "task-for-the-person", "same-duties"],
        &["by-staff", "by-provider", "for-support"],
    ),
    (
        "F25.reviewed-in-time",
        &["security-reviewed", "policy-reviewed"],
        &["security-reviewed-again", "policy-reviewed-again"],
    ),
    ("F26.purged-in-time", &["vendor-copy-gone", "processor-copies-gone"], &["held-then-purged"]),
    ("F26.nothing-comes-back", &["not-after-purge", "not-after-deadline"], &["copied-while-needed"]),
    (
        "F27.revoked-is-unread",
        &["permitted", "switch-heeded", "message-heeded", "nothing-cached"],
        &["read-while-permitted", "unread-then-granted"],
    ),
    (
        "F28.limits-asked-by-mail",
        &["use-ends", "sharing-ends", "reading-ends"],
        &[
            "collected-and-used-no-more",
            "used-and-shared-no-more",
            "used-again-after-yes",
            "policy-read-first",
        ],
    ),
    ("F28.unregistered-tells-nothing", &["let-go"], &["registered", "unregistered", "next-owner"]),
    (
        "F29.verified-first",
        &["identity-proved", "rightly-passed", "in-session"],
        &[
            "access-by-email",
            "access-by-letter",
            "corrected-by-email",
            "corrected-by-letter",
            "impostor-refused",
            "changed-on-the-site",
            "changed-on-the-device",
            "viewed",
        ],
    ),
    (
        "F29.whole-answer",
        &["all-that-is-held", "own-data-alone", "every-copy-corrected", "nothing-needless"],
        &["access-given", "copies-corrected"],
    ),
    ("F29.answered-in-time", &["answered"], &["answered-in-time"]),
    ("F29.fair-fee", &["for-access-alone", "reasonable"], &["free", "charged"]),
    ("F30.processed-in-time", &["processed"], &["processed-in-time"]),
    (
        "F30.nothing-after-withdrawal",
        &["no-collection", "no-use", "no-disclosure"],
        &["other-verb-goes-on", "collected-again-after-yes"],
    ),
    (
        "F31.denied-for-what-it-needs",
        &["needed-data-declined", "withdrawal-touches-it"],
        &["denied-for-declined-data", "denied-after-withdrawal"],
    ),
    (
        "F32.safeguarded-transfer",
        &["home-law", "safeguard", "onward-safeguard", "no-hidden-hop"],
        &["first-hop", "onward-hop", "forbidden-elsewhere"],
    ),
    ("F32.listed-centres", &["listed"], &["abroad", "none-at-home", "added"]),
    ("F32.abroad-as-at-home", &["purged-abroad", "withdrawn-abroad"], &["purged-abroad", "used-abroad"]),
    (
        "F33.known-minor-left-alone",
        &["nothing-required", "nothing-sought", "no-marketing-offer"],
        &["adult-asked", "minor-still-served"],
    ),
    (
        "F33.report-removes",
        &["data-gone", "subscriptions-ended", "nothing-returns"],
        &["removed", "approved-kept"],
    ),
    (
        "F34.change-is-announced",
        &["date-stated", "date-come", "announced", "content-told", "lead-kept", "account-address"],
        &["material-change", "minor-change", "changed-while-a-withdrawal-waits"],
    ),
    (
        "F34.practice-follows-terms",
        &["version-in-force", "not-before-effect"],
        &["collected-under-the-version-in-force", "begun-after-effect"],
    ),
    (
        "F35.consent-sought-again",
        &["more-agreed", "purpose-agreed"],
        &["more-collected-after-a-yes", "used-for-more-after-a-yes"],
    ),
    (
        "F36.use-is-no-answer",
        &["never-refused", "never-withdrawn", "was-asked"],
        &["asked-then-collected", "used-after-refusal", "used-after-withdrawal"],
    ),
    (
        "F36.acceptance-binds-to-terms-in-force",
        &["in-force", "own-use"],
        &["taken-after-use", "new-terms-taken"],
    ),
    (
        "F37.corporate-change-is-told",
        &["told-before", "choices-told", "use-told"],
        &["moved-after-notice", "new-use-after-notice"],
    ),
    ("F38.parts-of-third-parties", &["after-use", "nothing-goes-along"], &["part-used", "gathers-after-use"]),
    (
        "F38.scope-follows-origin",
        &["not-for-what-we-gave", "own-brand"],
        &["third-party-answers", "vendor-brand-handled"],
    ),
    (
        "F40.network-answers-for-transit",
        &["met-on-the-way"],
        &["network-answers", "executed-all-the-same", "comes-to-nothing"],
    ),
    ("F41.blame-has-its-cause", &["own-lapse", "not-our-leak"], &["person-answers"]),
    (
        "F41.breach-is-reported",
        &["reported"],
        &["reported", "reported-when-locked-out", "report-received", "session-ended-after-report"],
    ),
    (
        "F42.right-desk",
        &["right-desk"],
        &[
            "question-by-email",
            "question-of-a-stranger",
            "change-of-mind-by-letter",
            "access-by-letter",
            "stop-sharing",
        ],
    ),
    ("F43.stopped-sharing-stays-stopped", &["stopped"], &["let-again", "still-under-way"]),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_public_list_names_what_is_judged() {
        let names = |tests: &[(&'static str, crate::promise::Test)]| -> Vec<&'static str> {
            tests.iter().map(|(name, _)| *name).collect()
        };
        let judged: Vec<_> =
            crate::promise::ALL.iter().map(|p| (p.id, names(p.parts), names(p.witnesses))).collect();
        let listed: Vec<_> =
            super::PROMISES.iter().map(|(id, parts, wit)| (*id, parts.to_vec(), wit.to_vec())).collect();
        assert_eq!(judged, listed);
    }
}
