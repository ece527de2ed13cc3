//! F19: adverts by interest go by what people do on the web, and reach nobody who has opted out.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::site::from_the_web;
use vouchsafe_alphabet::Observation::{AdOptedIn, AdOptedOut, AdServed, ThirdPartyCollected, Used};
use vouchsafe_alphabet::{Category, Observation, Person, Purpose};

/// After an opt-out, and the time that it may take, nobody who takes part serves by interest until the person
/// opts in again; and interest is known from the web alone (CKT-09, CKT-10).
pub(crate) const OPT_OUT_ENDS_INTEREST_ADS: Promise = Promise {
    id: "F19.opt-out-ends-interest-ads",
    trigger: |past, seen| {
        advert(past, seen).is_some() || interest_use(past, seen).is_some() || gathers_activity(past, seen)
    },
    parts: &[
        ("no-interest-ads", |past, seen| {
            advert(past, seen).is_none_or(|it| !it.by_interest || !past.interest_ads_ended(it.person))
        }),
        ("no-interest-use", |past, seen| {
            interest_use(past, seen).is_none_or(|(p, _)| !past.interest_ads_ended(p))
        }),
        ("web-activity-alone", |past, seen| {
            let by_interest = advert(past, seen).filter(|it| it.by_interest);
            by_interest.and_then(|it| it.category).is_none_or(from_the_web)
                && interest_use(past, seen).is_none_or(|(_, category)| from_the_web(category))
        }),
    ],
    witnesses: &[
        ("activity-gathered", gathers_activity),
        ("served-by-interest", |past, seen| advert(past, seen).is_some_and(|it| it.by_interest)),
        ("plain-ad-after-opt-out", |past, seen| {
            advert(past, seen).is_some_and(|it| !it.by_interest && past.interest_ads_ended(it.person))
        }),
        ("by-interest-after-opt-in", |past, seen| {
            advert(past, seen).is_some_and(|it| it.by_interest && past.opted_in_again(it.person))
        }),
    ],
    duty: None,
};

fn opts_out(seen: Observation, p: Person) -> bool {
    matches!(seen, AdOptedOut { person, .. } if person == p)
}

impl Past<'_> {
    /// When the person first opted out since the latest opting in, if at all.
    fn ads_off_at(self, p: Person) -> Option<u64> {
        let back = self.latest(|seen| seen == AdOptedIn { person: p });
        self.from(back.map_or(0, |index| index + 1))
            .find(|(.., seen)| opts_out(*seen, p))
            .map(|(_, at, _)| at)
    }

    /// Whether adverts by interest must have ended for the person.
    fn interest_ads_ended(self, p: Person) -> bool {
        self.ads_off_at(p).is_some_and(|at| self.over(at, self.rules.deadlines.ad_stop))
    }

    /// Whether the latest word of a person who once opted out and in again is the opting in.
    fn opted_in_again(self, p: Person) -> bool {
        self.ads_off_at(p).is_none() && self.ever(|seen| opts_out(seen, p))
    }
}

struct Advert {
    person: Person,
    by_interest: bool,
    category: Option<Category>,
}

/// The advert that this is, by somebody who takes part; what is chosen from a profile is chosen by interest.
fn advert(past: Past<'_>, seen: Seen) -> Option<Advert> {
    if let AdServed { person, by, carries, category, .. } = seen.line()?
        && past.takes_part(by)
    {
        Some(Advert { person, by_interest: carries || category == Some(Category::AdProfile), category })
    } else {
        None
    }
}

/// Whose data, and which, somebody who takes part uses for adverts by interest.
fn interest_use(past: Past<'_>, seen: Seen) -> Option<(Person, Category)> {
    if let Used { person, category, purpose, by, .. } = seen.line()?
        && past.takes_part(by)
        && (purpose == Purpose::InterestAds
            || (category, purpose) == (Category::AdProfile, Purpose::Advertising))
    {
        Some((person, category))
    } else {
        None
    }
}

/// Whether a provider or partner itself gathers what a person does on the web.
fn gathers_activity(past: Past<'_>, seen: Seen) -> bool {
    matches!(
        seen.line(),
        Some(ThirdPartyCollected { by, category: Some(category), .. })
            if past.takes_part(by) && !past.we(by) && from_the_web(category)
    )
}
