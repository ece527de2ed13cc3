//! F18: what the section on web technologies describes happens on sites, and by those whom it knows.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::site::from_the_web;
use vouchsafe_alphabet::Observation::{
    AdServed, Collected, CookieSet, LogWritten, ReportReceived, StorageWritten,
};
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::readings::WebHeading;
use vouchsafe_alphabet::{Category, Class, Holder, Person, Set, Source};

/// Cookies, log lines and local storage are the site's, and whoever writes them there takes part in it
/// (CKT-01, CKT-02, CKT-04, CKT-05, CKT-11, CKT-14, CKT-15).
pub(crate) const SITE_TECHNOLOGY: Promise = Promise {
    id: "F18.site-technology",
    trigger: |past, seen| {
        written_to_a_machine(seen)
            .is_some_and(|it| it.context != Context::OtherSite || past.takes_part(it.by))
            || log_context(seen).is_some()
            || matches!(seen.line(), Some(ReportReceived { .. }))
            || app_analytics(past, seen)
    },
    parts: &[
        ("cookies-on-site", |past, seen| cookie(seen).is_none_or(|it| in_place(past, &it))),
        ("logs-on-site", |_, seen| log_context(seen).is_none_or(|context| context == Context::Site)),
        ("storage-on-site", |past, seen| storage(seen).is_none_or(|it| in_place(past, &it))),
        ("known-writer", |past, seen| {
            written_to_a_machine(seen).is_none_or(|it| {
                it.context != Context::Site || past.known_on_site(it.by) || past.in_own_part(it.person, it.by)
            })
        }),
        ("content-and-preferences", |past, seen| {
            storage(seen).is_none_or(|it| {
                !past.we(it.by)
                    || it.details.iter().all(|d| matches!(d, Detail::Content | Detail::Preferences))
            })
        }),
        ("analytics-by-exception", |past, seen| !app_analytics(past, seen) || heading_has_exceptions(past)),
    ],
    witnesses: &[
        ("cookie-by-vendor", |past, seen| on_site(cookie(seen)).is_some_and(|by| past.we(by))),
        ("cookie-by-provider", |past, seen| {
            on_site(cookie(seen)).is_some_and(|by| past.class(by) == Class::Provider)
        }),
        ("individual-report", |_, seen| matches!(seen.line(), Some(ReportReceived { person: Some(_), .. }))),
        (
            "aggregate-report",
            |_, seen| matches!(seen.line(), Some(ReportReceived { person: None, amount, .. }) if amount > 1),
        ),
        ("log-line", |_, seen| log_context(seen).is_some()),
        ("app-analytics", app_analytics),
        ("storage-by-vendor", |past, seen| on_site(storage(seen)).is_some_and(|by| past.we(by))),
        ("storage-by-partner", |past, seen| {
            on_site(storage(seen)).is_some_and(|by| past.class(by) == Class::AdPartner)
        }),
    ],
    duty: None,
};

/// Adverts are shown on sites by those who take part, and elsewhere than on the vendor's go by what people do on
/// the web (CKT-08, CKT-17).
pub(crate) const ADVERTS_IN_PLACE: Promise = Promise {
    id: "F18.adverts-in-place",
    trigger: |past, seen| {
        advert(seen).is_some_and(|it| it.context != Context::OtherSite || past.takes_part(it.by))
    },
    parts: &[
        ("on-sites-alone", |past, seen| {
            advert(seen).is_none_or(|it| match it.context {
                Context::Site => true,
                Context::OtherSite => !past.takes_part(it.by) || heading_has_exceptions(past),
                Context::Plugin | Context::App => past.in_own_part(it.person, it.by),
            })
        }),
        ("known-server", |past, seen| {
            advert(seen).is_none_or(|it| {
                it.context != Context::Site || past.known_on_site(it.by) || past.in_own_part(it.person, it.by)
            })
        }),
        ("off-site-by-web-activity", |past, seen| {
            let off_site =
                advert(seen).filter(|it| it.context == Context::OtherSite && past.takes_part(it.by));
            off_site.and_then(|it| it.category).is_none_or(from_the_web)
        }),
    ],
    witnesses: &[
        ("on-the-site", |past, seen| {
            advert(seen).is_some_and(|it| it.context == Context::Site && !past.we(it.by))
        }),
        ("on-other-sites", |past, seen| {
            advert(seen).is_some_and(|it| it.context == Context::OtherSite && past.takes_part(it.by))
        }),
    ],
    duty: None,
};

/// Something that somebody leaves on a person's machine.
struct Left {
    person: Person,
    by: Holder,
    context: Context,
    details: Set<Detail>,
}

fn cookie(seen: Seen) -> Option<Left> {
    if let CookieSet { person, by, context } = seen.line()? {
        Some(Left { person, by, context, details: Set::EMPTY })
    } else {
        None
    }
}

fn storage(seen: Seen) -> Option<Left> {
    if let StorageWritten { person, by, details, context } = seen.line()? {
        Some(Left { person, by, context, details })
    } else {
        None
    }
}

fn written_to_a_machine(seen: Seen) -> Option<Left> {
    cookie(seen).or_else(|| storage(seen))
}

/// Whether it is left where the section is about, or in a part of the person's own choosing.
fn in_place(past: Past<'_>, it: &Left) -> bool {
    match it.context {
        Context::Site => true,
        Context::OtherSite => !past.we(it.by),
        Context::Plugin | Context::App => past.in_own_part(it.person, it.by),
    }
}

fn on_site(it: Option<Left>) -> Option<Holder> {
    it.filter(|it| it.context == Context::Site).map(|it| it.by)
}

fn log_context(seen: Seen) -> Option<Context> {
    if let LogWritten { context, .. } = seen.line()? { Some(context) } else { None }
}

/// Whether our side gathers analytics elsewhere than on the site.
fn app_analytics(past: Past<'_>, seen: Seen) -> bool {
    matches!(
        seen.line(),
        Some(Collected { category: Category::Analytics, by, source, .. })
            if source != Source::Web && past.controlled(by)
    )
}

fn heading_has_exceptions(past: Past<'_>) -> bool {
    past.rules.readings.web_heading != WebHeading::SiteOnly
}

struct Advert {
    person: Person,
    by: Holder,
    context: Context,
    category: Option<Category>,
}

fn advert(seen: Seen) -> Option<Advert> {
    if let AdServed { person, by, context, category, .. } = seen.line()? {
        Some(Advert { person, by, context, category })
    } else {
        None
    }
}
