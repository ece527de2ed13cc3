//! F14, consent to direct marketing (MKT-02, MKT-03, MKT-01, USE-09): at every marketing use there is a live
//! yes, or a sign of no objection where the person's law takes one, in the form that the law asks for.

use super::marketing::{ended, is_ours};
use crate::books::Marketing;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::{MarketingScope, Silence};
use vouchsafe_alphabet::{Form, Kind, Regime};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F14.no-marketing-without-consent",
        family: "F14",
        clauses: &["MKT-01", "MKT-02", "MKT-03", "USE-09"],
        statement: "Personal information is used for direct marketing only while the person agrees, in the form that their law asks for.",
        shape: Shape::Precedence,
        readings: &["marketing-scope", "silence", "opt-out-reach", "deemed"],
        sees: &[Kind::Used, Kind::Messaged],
        ends: Ends::Never,
        when: "personal information is used for direct marketing, or promotion is sent, by us or for the vendor",
        trigger: |v| {
            is_ours(v) && (v.promotes() || v.rules.readings.marketing_scope == MarketingScope::AnyUse)
        },
        parts: &[
            Part {
                name: "agreed",
                clauses: &["MKT-02", "USE-09"],
                says: "there is a live yes, or a sign of no objection where the person's law takes one",
                holds: |v| agrees(v),
            },
            Part {
                name: "lawful-form",
                clauses: &["MKT-03"],
                says: "the yes was given on its own, where the person's law asks for that",
                holds: |v| !agrees(v) || !bundled_against_the_law(v),
            },
        ],
        witnesses: &[
            Witness {
                name: "by-consent",
                says: "a promotion under a law of consent",
                seen: |v| promotes_under(v, Regime::Consent),
            },
            Witness {
                name: "by-separate-consent",
                says: "a promotion under a law of separate consent",
                seen: |v| promotes_under(v, Regime::SeparateConsent),
            },
            Witness {
                name: "by-no-objection",
                says: "a promotion on a sign of no objection",
                seen: |v| {
                    promotes_under(v, Regime::NoObjection) && v.person().marketing == Marketing::NoObjection
                },
            },
        ],
    }]
}

fn promotes_under<M: Mode>(v: &View<'_, M>, law: Regime) -> bool {
    v.promotes() && is_ours(v) && v.person().law == law
}

fn agrees<M: Mode>(v: &View<'_, M>) -> bool {
    let person = v.person();
    v.note(person.marketing_cause);
    let takes_no_objection = person.law == Regime::NoObjection;
    let silence_counts = v.rules.readings.silence == Silence::Counts && person.asked_marketing.on();
    let agreed = match person.marketing {
        Marketing::Yes(_) => true,
        Marketing::NoObjection => takes_no_objection,
        Marketing::Silence | Marketing::Unanswered => takes_no_objection && silence_counts,
        Marketing::No => false,
    };
    agreed && !ended(v)
}

fn bundled_against_the_law<M: Mode>(v: &View<'_, M>) -> bool {
    v.note(v.person().marketing_cause);
    v.person().law == Regime::SeparateConsent && v.person().marketing == Marketing::Yes(Form::Bundled)
}
