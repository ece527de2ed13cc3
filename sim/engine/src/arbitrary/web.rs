//! What may be seen on the web: cookies, logs, local storage, reports and adverts.

use super::{Choose, flip, holder, maybe_not, person, pick, record};
use vouchsafe_alphabet::data::{Blame, Detail};
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{Category, Channel, Observation as O, Purpose, Set, Source, Word};

fn context(choose: Choose<'_>) -> Context {
    const CONTEXTS: [Context; 5] =
        [Context::Site, Context::Site, Context::OtherSite, Context::Plugin, Context::App];
    pick(choose, &CONTEXTS, Context::Site)
}

fn details(choose: Choose<'_>) -> Set<Detail> {
    let sets = [Set::EMPTY, Detail::Preferences.into(), Detail::Ip.into(), Detail::AccountId.into()];
    pick(choose, &sets, Set::EMPTY)
}

fn category(choose: Choose<'_>) -> Category {
    const CATEGORIES: [Category; 4] =
        [Category::AdProfile, Category::AdProfile, Category::Cookie, Category::Account];
    pick(choose, &CATEGORIES, Category::AdProfile)
}

const KEPT_APART: [Category; 5] =
    [Category::Analytics, Category::Analytics, Category::WebLog, Category::NetworkInfo, Category::Feedback];

/// An observation on the web.
pub(super) fn observation(choose: Choose<'_>) -> O {
    match choose(21) {
        0 => O::CookieSet { person: person(choose), by: holder(choose), context: context(choose) },
        1 => O::LogWritten {
            person: person(choose),
            details: details(choose),
            context: context(choose),
            record: maybe_not(choose, record),
        },
        2 => O::StorageWritten {
            person: person(choose),
            by: holder(choose),
            details: details(choose),
            context: context(choose),
        },
        3 => O::ReportReceived {
            by: holder(choose),
            amount: 1 + u64::from(choose(2)),
            person: maybe_not(choose, person),
        },
        4 | 5 => O::AdServed {
            person: person(choose),
            by: holder(choose),
            context: context(choose),
            carries: flip(choose),
            category: maybe_not(choose, category),
        },
        6 | 7 => O::AdOptedOut { person: person(choose), channel: Channel::AdPage },
        8 => O::AdOptedIn { person: person(choose) },
        9 => O::Used {
            person: person(choose),
            category: category(choose),
            purpose: pick(choose, &[Purpose::InterestAds, Purpose::Advertising], Purpose::InterestAds),
            by: holder(choose),
            record: maybe_not(choose, record),
            ground: None,
        },
        10 => match choose(3) {
            0 => O::PartUsed { person: person(choose), by: holder(choose), carries: flip(choose) },
            1 => O::StorageCleared { person: person(choose) },
            _ => O::ThirdPartyCollected {
                person: person(choose),
                by: holder(choose),
                category: maybe_not(choose, category),
            },
        },
        13 | 14 => O::FiguresShared {
            to: holder(choose),
            amount: pick(choose, &[9, 10, 11, 50], 10),
            contract: None,
        },
        15 => {
            O::EcosystemData { record: record(choose), by: holder(choose), good: flip(choose), person: None }
        }
        16 => O::Blamed { person: person(choose), blame: pick(choose, Blame::ALL, Blame::ThirdParty) },
        11 | 12 => O::Linked { record: record(choose), with: record(choose) },
        _ => O::Collected {
            record: record(choose),
            person: person(choose),
            category: pick(choose, &KEPT_APART, Category::Analytics),
            by: holder(choose),
            source: pick(choose, &[Source::Observed, Source::Web, Source::Submitted], Source::Observed),
            other: None,
            command: None,
            tv: None,
            ground: None,
            purpose: None,
            details: maybe_not(choose, details),
            terms: None,
        },
    }
}
