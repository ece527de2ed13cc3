//! F16: no business partner gets or uses what comes from us for its own marketing.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Disclosed, Messaged, Used};
use vouchsafe_alphabet::readings::PartnerScope;
use vouchsafe_alphabet::{Class, Holder, ProviderKind, Purpose};

/// Data does not go to partners for direct marketing, by whatever chain, and serves none of theirs; the vendor
/// itself may write about a partner's product (MKT-06).
pub(crate) const NO_PARTNER_MARKETING: Promise = Promise {
    id: "F16.no-partner-marketing",
    trigger: |past, seen| {
        passed_on(past, seen).is_some()
            || used_by_partner(past, seen)
            || sent_by_partner(past, seen)
            || promoter(past, seen).is_some()
    },
    parts: &[
        ("not-passed-on", |past, seen| passed_on(past, seen) != Some(Purpose::DirectMarketing)),
        ("not-used", |past, seen| !used_by_partner(past, seen) && !sent_by_partner(past, seen)),
    ],
    witnesses: &[("own-promotion", |past, seen| promoter(past, seen).is_some_and(|by| past.we(by)))],
    duty: None,
};

fn direct_hop_alone(past: Past<'_>) -> bool {
    past.rules.readings.partner_scope == PartnerScope::DirectHop
}

/// Whether the holder is a partner, by the reading (T08).
fn is_partner(past: Past<'_>, h: Holder) -> bool {
    let it = past.introduced(h);
    let promotes = it.kinds.is_some_and(|kinds| kinds.has(ProviderKind::Promotion));
    match past.rules.readings.partner_scope {
        PartnerScope::BusinessPartners | PartnerScope::DirectHop => it.class == Class::Partner,
        PartnerScope::AllPartners => {
            matches!(it.class, Class::Partner | Class::AdPartner | Class::Ecosystem)
                || (it.class == Class::Provider && promotes)
        }
    }
}

/// Whether the holder is a partner and not one of us.
fn is_partner_beside_us(past: Past<'_>, h: Holder) -> bool {
    is_partner(past, h) && !past.we(h)
}

/// What data is disclosed to a partner for, if it is by this.
fn passed_on(past: Past<'_>, seen: Seen) -> Option<Purpose> {
    let line = seen.line()?;
    let Disclosed { by, to, purpose, .. } = line else {
        return None;
    };
    let hop_counts = past.we(by) || !direct_hop_alone(past);
    (hop_counts && is_partner(past, to) && past.in_the_chain(line).is_some()).then_some(purpose)
}

/// Whether a partner uses data from us for direct marketing by this.
fn used_by_partner(past: Past<'_>, seen: Seen) -> bool {
    let Some(Used { person, category, purpose: Purpose::DirectMarketing, by, .. }) = seen.line() else {
        return false;
    };
    !direct_hop_alone(past) && is_partner_beside_us(past, by) && past.sourced(person, category, by)
}

/// Whether a partner sends a promotion to somebody whose data it has from us by this.
fn sent_by_partner(past: Past<'_>, seen: Seen) -> bool {
    let Some(Messaged { person, by, promotional: true, .. }) = seen.line() else {
        return false;
    };
    !direct_hop_alone(past) && is_partner_beside_us(past, by) && past.reached_at_all(person, by)
}

/// Who on our side promotes the product of somebody else by this, if anybody does.
fn promoter(past: Past<'_>, seen: Seen) -> Option<Holder> {
    if let Messaged { by, promotional: true, partner: Some(_), .. } = seen.line()?
        && past.controlled(by)
    {
        Some(by)
    } else {
        None
    }
}
