//! F18, scope of the section on web technologies (CKT-01, CKT-02, CKT-04, CKT-05, CKT-08, CKT-11, CKT-14, CKT-15,
//! CKT-17): cookies, logs, local storage and adverts are in their places, and by those whom the section knows.

use super::site_parties::{in_own_part, is_known, takes_part};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::readings::WebHeading;
use vouchsafe_alphabet::{Category, Class, Holder, Kind, Observation, Person, Set, Source};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F18.site-technology",
            family: "F18",
            clauses: &["CKT-01", "CKT-02", "CKT-04", "CKT-05", "CKT-11", "CKT-14", "CKT-15"],
            statement: "Cookies, log lines and local storage belong to the vendor's site, and are set there by us, our providers and our partners for features and adverts.",
            shape: Shape::Absence,
            readings: &["web-heading", "affiliate"],
            sees: &[
                Kind::CookieSet,
                Kind::LogWritten,
                Kind::StorageWritten,
                Kind::ReportReceived,
                Kind::Collected,
            ],
            ends: Ends::Never,
            when: "a cookie, a web log line or local storage is written on the vendor's sites or by somebody who takes part in them, or a report or analytics reach us",
            trigger: |v| {
                writes(v).is_some_and(|act| is_of_the_section(v, &act))
                    || is_log(v)
                    || is_report(v)
                    || is_analytics(v)
            },
            parts: &[
                Part {
                    name: "cookies-on-site",
                    clauses: &["CKT-01"],
                    says: "cookies are set on the vendor's site, and by providers and partners on sites of others",
                    holds: |v| writes(v).is_none_or(|act| !act.is_cookie || is_in_place(v, &act)),
                },
                Part {
                    name: "logs-on-site",
                    clauses: &["CKT-01", "CKT-05"],
                    says: "a web log line is about the vendor's site",
                    holds: |v| !matches!(v.saw(), Some(Observation::LogWritten { context, .. }) if *context != Context::Site),
                },
                Part {
                    name: "storage-on-site",
                    clauses: &["CKT-01", "CKT-14"],
                    says: "local storage is written on the vendor's site, and by providers and partners on sites of others",
                    holds: |v| writes(v).is_none_or(|act| act.is_cookie || is_in_place(v, &act)),
                },
                Part {
                    name: "known-writer",
                    clauses: &["CKT-02", "CKT-15"],
                    says: "whoever writes on the vendor's site is one of us, a provider of a listed kind, or a partner for features and adverts",
                    holds: |v| {
                        writes(v).is_none_or(|act| {
                            act.context != Context::Site
                                || is_known(v, act.by)
                                || in_own_part(v, act.person, act.by)
                        })
                    },
                },
                Part {
                    name: "content-and-preferences",
                    clauses: &["CKT-14"],
                    says: "what we store locally is content and preferences",
                    holds: |v| {
                        writes(v).is_none_or(|act| {
                            let declared = Set::of(&[Detail::Content, Detail::Preferences]);
                            !v.is_we(act.by) || act.details.without(declared).is_empty()
                        })
                    },
                },
                Part {
                    name: "analytics-by-exception",
                    clauses: &["CKT-11"],
                    says: "the heading leaves room for analytics in apps",
                    holds: |v| !is_analytics(v) || v.rules.readings.web_heading == WebHeading::Exceptions,
                },
            ],
            witnesses: &[
                Witness {
                    name: "cookie-by-vendor",
                    says: "we set a cookie on the vendor's site",
                    seen: |v| on_site(v, true).is_some_and(|by| v.is_we(by)),
                },
                Witness {
                    name: "cookie-by-provider",
                    says: "a provider sets a cookie on the vendor's site",
                    seen: |v| {
                        on_site(v, true).is_some_and(|by| v.books.recipient(by).class == Class::Provider)
                    },
                },
                Witness {
                    name: "individual-report",
                    says: "a report on one person comes in",
                    seen: |v| matches!(v.saw(), Some(Observation::ReportReceived { person: Some(_), .. })),
                },
                Witness {
                    name: "aggregate-report",
                    says: "a report on many people together comes in",
                    seen: |v| {
                        matches!(v.saw(), Some(Observation::ReportReceived { person: None, amount: 2.., .. }))
                    },
                },
                Witness { name: "log-line", says: "a web log line is written", seen: |v| is_log(v) },
                Witness {
                    name: "app-analytics",
                    says: "an app gathers analytics",
                    seen: |v| is_analytics(v),
                },
                Witness {
                    name: "storage-by-vendor",
                    says: "we write content or preferences to local storage",
                    seen: |v| on_site(v, false).is_some_and(|by| v.is_we(by)),
                },
                Witness {
                    name: "storage-by-partner",
                    says: "a partner for features or adverts writes to local storage",
                    seen: |v| {
                        on_site(v, false).is_some_and(|by| v.books.recipient(by).class == Class::AdPartner)
                    },
                },
            ],
        },
        Promise {
            id: "F18.adverts-in-place",
            family: "F18",
            clauses: &["CKT-08", "CKT-17"],
            statement: "Adverts are shown on the vendor's site and on sites of others, by us, our providers and our partners, and those on sites of others go by web activity alone.",
            shape: Shape::Absence,
            readings: &["web-heading", "affiliate"],
            sees: &[Kind::AdServed],
            ends: Ends::Never,
            when: "an advert is shown on the vendor's site or in its apps, or anywhere by somebody who takes part",
            trigger: |v| ad(v).is_some_and(|ad| ad.context != Context::OtherSite || takes_part(v, ad.by)),
            parts: &[
                Part {
                    name: "on-sites-alone",
                    clauses: &["CKT-08"],
                    says: "it is shown on a site, and in no app",
                    holds: |v| {
                        ad(v).is_none_or(|ad| match ad.context {
                            Context::Site => true,
                            Context::OtherSite => {
                                !takes_part(v, ad.by)
                                    || v.rules.readings.web_heading == WebHeading::Exceptions
                            }
                            Context::Plugin | Context::App => in_own_part(v, ad.person, ad.by),
                        })
                    },
                },
                Part {
                    name: "known-server",
                    clauses: &["CKT-08"],
                    says: "whoever shows it on the vendor's site is one of us, a provider of a listed kind, or a partner for adverts",
                    holds: |v| {
                        ad(v).is_none_or(|ad| {
                            ad.context != Context::Site
                                || is_known(v, ad.by)
                                || in_own_part(v, ad.person, ad.by)
                        })
                    },
                },
                Part {
                    name: "off-site-by-web-activity",
                    clauses: &["CKT-17"],
                    says: "on a site of others it goes by nothing but web activity",
                    holds: |v| {
                        ad(v).is_none_or(|ad| {
                            ad.context != Context::OtherSite
                                || !takes_part(v, ad.by)
                                || ad.category.is_none_or(is_web_activity)
                        })
                    },
                },
            ],
            witnesses: &[
                Witness {
                    name: "on-the-site",
                    says: "a partner shows an advert on the vendor's site",
                    seen: |v| ad(v).is_some_and(|ad| ad.context == Context::Site && !v.is_we(ad.by)),
                },
                Witness {
                    name: "on-other-sites",
                    says: "a partner shows an advert on a site of others",
                    seen: |v| {
                        ad(v).is_some_and(|ad| ad.context == Context::OtherSite && takes_part(v, ad.by))
                    },
                },
            ],
        },
    ]
}

/// What is written on somebody's machine: a cookie, or local storage.
struct Written {
    person: Person,
    by: Holder,
    context: Context,
    is_cookie: bool,
    details: Set<Detail>,
}

fn writes<M: Mode>(v: &View<'_, M>) -> Option<Written> {
    match v.saw() {
        Some(&Observation::CookieSet { person, by, context }) => {
            Some(Written { person, by, context, is_cookie: true, details: Set::EMPTY })
        }
        Some(&Observation::StorageWritten { person, by, details, context }) => {
            Some(Written { person, by, context, is_cookie: false, details })
        }
        Some(_) | None => None,
    }
}

/// What strangers do on sites of their own is none of the section's.
fn is_of_the_section<M: Mode>(v: &View<'_, M>, act: &Written) -> bool {
    act.context != Context::OtherSite || takes_part(v, act.by)
}

fn is_in_place<M: Mode>(v: &View<'_, M>, act: &Written) -> bool {
    match act.context {
        Context::Site => true,
        Context::OtherSite => !v.is_we(act.by),
        Context::Plugin | Context::App => in_own_part(v, act.person, act.by),
    }
}

fn is_log<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::LogWritten { .. }))
}

fn is_report<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::ReportReceived { .. }))
}

/// Whether an app, and not the site, gathers analytics by us or for the vendor.
fn is_analytics<M: Mode>(v: &View<'_, M>) -> bool {
    match v.saw() {
        Some(&Observation::Collected { category: Category::Analytics, by, source, .. }) => {
            source != Source::Web && v.is_controlled(by)
        }
        Some(_) | None => false,
    }
}

/// Who sets a cookie, or writes local storage, on the vendor's site.
fn on_site<M: Mode>(v: &View<'_, M>, is_cookie: bool) -> Option<Holder> {
    writes(v).filter(|act| act.context == Context::Site && act.is_cookie == is_cookie).map(|act| act.by)
}

struct Ad {
    person: Person,
    by: Holder,
    context: Context,
    category: Option<Category>,
}

fn ad<M: Mode>(v: &View<'_, M>) -> Option<Ad> {
    match v.saw() {
        Some(&Observation::AdServed { person, by, context, category, .. }) => {
            Some(Ad { person, by, context, category })
        }
        Some(_) | None => None,
    }
}

/// Whether data of this category comes from what people do on the web (CKT-02, CKT-03, CKT-09).
pub(super) fn is_web_activity(category: Category) -> bool {
    matches!(
        category,
        Category::Cookie
            | Category::LocalStorage
            | Category::AdProfile
            | Category::WebLog
            | Category::CookieReport
            | Category::Demographic
    )
}
