//! F19, interest-based advertisements (CKT-09, CKT-10): they go by web activity alone, and after a person has opted
//! out and the deadline has passed, nobody who takes part serves any until the person opts in again.

use super::f18_site_scope::is_web_activity;
use super::site_parties::takes_part;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Category, Holder, Kind, Observation, Purpose};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F19.opt-out-ends-interest-ads",
        family: "F19",
        clauses: &["CKT-09", "CKT-10"],
        statement: "Interest-based adverts go by web activity alone, and once a person has opted out nobody who takes part serves any, on any site, until the person opts in again.",
        shape: Shape::Absence,
        readings: &["affiliate"],
        sees: &[Kind::AdServed, Kind::Used, Kind::ThirdPartyCollected],
        ends: Ends::Never,
        when: "somebody who takes part shows an advert, uses data for interest-based adverts, or gathers what they go by",
        trigger: |v| shows(v).is_some() || uses(v).is_some() || gathers(v),
        parts: &[
            Part {
                name: "no-interest-ads",
                clauses: &["CKT-10"],
                says: "an advert that goes by interest is for nobody who has opted out",
                holds: |v| shows(v).is_none_or(|ad| !ad.by_interest || !is_off(v)),
            },
            Part {
                name: "no-interest-use",
                clauses: &["CKT-10"],
                says: "nothing of somebody who has opted out is used for interest-based adverts",
                holds: |v| uses(v).is_none() || !is_off(v),
            },
            Part {
                name: "web-activity-alone",
                clauses: &["CKT-09"],
                says: "interest is known from activity on the vendor's site and on others",
                holds: |v| {
                    let shown = shows(v).filter(|ad| ad.by_interest).and_then(|ad| ad.category);
                    shown.or_else(|| uses(v)).is_none_or(is_web_activity)
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "activity-gathered",
                says: "a partner for adverts gathers activity into a profile",
                seen: |v| gathers(v),
            },
            Witness {
                name: "served-by-interest",
                says: "an advert is shown by interest",
                seen: |v| shows(v).is_some_and(|ad| ad.by_interest),
            },
            Witness {
                name: "plain-ad-after-opt-out",
                says: "somebody who has opted out is shown an advert that goes by no interest",
                seen: |v| shows(v).is_some_and(|ad| !ad.by_interest) && is_off(v),
            },
            Witness {
                name: "by-interest-after-opt-in",
                says: "an advert is shown by interest to somebody who has opted in again",
                seen: |v| {
                    shows(v).is_some_and(|ad| ad.by_interest)
                        && v.books.web(v.person_id()).ads_back.on()
                        && !v.books.web(v.person_id()).ads_off.on()
                },
            },
        ],
    }]
}

struct Shown {
    by_interest: bool,
    category: Option<Category>,
}

/// An advert by somebody who takes part; one that is chosen from a profile goes by interest, whatever it is called.
fn shows<M: Mode>(v: &View<'_, M>) -> Option<Shown> {
    let Some(&Observation::AdServed { by, carries, category, .. }) = v.saw() else { return None };
    let by_interest = carries || category == Some(Category::AdProfile);
    takes_part(v, by).then_some(Shown { by_interest, category })
}

/// What somebody who takes part uses for interest-based adverts; a profile serves nothing else in advertising.
fn uses<M: Mode>(v: &View<'_, M>) -> Option<Category> {
    let Some(&Observation::Used { category, purpose, by, .. }) = v.saw() else { return None };
    let for_interest = purpose == Purpose::InterestAds
        || (purpose == Purpose::Advertising && category == Category::AdProfile);
    (for_interest && takes_part(v, by)).then_some(category)
}

/// Whether somebody outside who takes part gathers activity for a profile; the person may have opted out of its use.
fn gathers<M: Mode>(v: &View<'_, M>) -> bool {
    match v.saw() {
        Some(&Observation::ThirdPartyCollected { by, category: Some(category), .. }) => {
            outside(v, by) && is_web_activity(category)
        }
        Some(_) | None => false,
    }
}

fn outside<M: Mode>(v: &View<'_, M>, by: Holder) -> bool {
    takes_part(v, by) && !v.is_we(by)
}

/// Whether the person meant has opted out so long ago that it must have taken effect.
fn is_off<M: Mode>(v: &View<'_, M>) -> bool {
    let book = v.books.web(v.person_id());
    v.over(book.ad_stop) && v.is(&book.ads_off)
}
