//! F16, no transfer to partners for marketing (MKT-06): nothing that comes from personal information becomes
//! available to a business partner for direct marketing, over any chain that starts with us.

use crate::facts::flow::{Flow, is_reached, is_sourced};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::PartnerScope;
use vouchsafe_alphabet::{Class, Holder, Kind, Observation, ProviderKind, Purpose};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F16.no-partner-marketing",
        family: "F16",
        clauses: &["MKT-06"],
        statement: "No business partner gets personal information for direct marketing, or markets with what has come to it from us.",
        shape: Shape::Absence,
        readings: &["partner-scope", "affiliate"],
        sees: &[Kind::Disclosed, Kind::Used, Kind::Messaged],
        ends: Ends::Never,
        when: "data that came from us goes to a partner, a partner markets with it, or we promote a product of somebody else",
        trigger: |v| passed_on(v).is_some() || markets(v) || promotes_for(v).is_some(),
        parts: &[
            Part {
                name: "not-passed-on",
                clauses: &["MKT-06"],
                says: "the data does not go there for direct marketing",
                holds: |v| passed_on(v) != Some(Purpose::DirectMarketing),
            },
            Part {
                name: "not-used",
                clauses: &["MKT-06"],
                says: "the partner does not market with what has come to it from us",
                holds: |v| !markets(v),
            },
        ],
        witnesses: &[Witness {
            name: "own-promotion",
            says: "we promote a partner's product ourselves",
            seen: |v| promotes_for(v).is_some_and(|by| v.is_we(by)),
        }],
    }]
}

fn is_partner<M: Mode>(v: &View<'_, M>, holder: Holder) -> bool {
    let book = v.books.recipient(holder);
    v.note(book.introduced);
    let all = v.rules.readings.partner_scope == PartnerScope::AllPartners;
    match book.class {
        Class::Partner => true,
        Class::AdPartner | Class::Ecosystem => all,
        Class::Provider => all && book.kinds.is_some_and(|kinds| kinds.has(ProviderKind::Promotion)),
        Class::Affiliate | Class::Advertiser | Class::Authority | Class::Successor | Class::Outside => false,
    }
}

fn direct_hop<M: Mode>(v: &View<'_, M>) -> bool {
    v.rules.readings.partner_scope == PartnerScope::DirectHop
}

/// The purpose for which data that came from us goes to a partner.
fn passed_on<M: Mode>(v: &View<'_, M>) -> Option<Purpose> {
    let Some(&Observation::Disclosed { by, to, purpose, .. }) = v.saw() else { return None };
    let flow = Flow::seen(v.books, v.saw()?)?;
    let ours =
        if direct_hop(v) { v.is_we(by) } else { flow.is_ours(v.books, v.rules, &mut |cause| v.note(cause)) };
    (ours && is_partner(v, to)).then_some(purpose)
}

/// Whether a partner markets with what has come to it from us.
fn markets<M: Mode>(v: &View<'_, M>) -> bool {
    let note = &mut |cause| v.note(cause);
    if direct_hop(v) {
        return false;
    }
    match v.saw() {
        Some(&Observation::Used { person, category, purpose: Purpose::DirectMarketing, by, .. }) => {
            !v.is_we(by) && is_partner(v, by) && is_sourced(v.books, person, category, by, note)
        }
        Some(&Observation::Messaged { person, by, promotional: true, .. }) => {
            !v.is_we(by) && is_partner(v, by) && is_reached(v.books, person, by, note)
        }
        Some(_) | None => false,
    }
}

/// Who promotes a product of somebody else, for us.
fn promotes_for<M: Mode>(v: &View<'_, M>) -> Option<Holder> {
    match v.saw() {
        Some(&Observation::Messaged { by, promotional: true, partner: Some(_), .. }) => {
            v.is_controlled(by).then_some(by)
        }
        Some(_) | None => None,
    }
}
