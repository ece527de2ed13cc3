//! F20, anonymised sharing (COM-07, NOC-01, NOC-02): what goes out without consent singles nobody out, by itself,
//! beside what the recipient was given before, or because it was made anonymous in name only.

use crate::mode::{Amounts, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::Differencing;
use vouchsafe_alphabet::{Class, Holder, Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F20.nobody-singled-out",
        family: "F20",
        clauses: &["COM-07", "NOC-01", "NOC-02"],
        statement: "Figures and anonymised records that go out without consent tell nobody apart, neither by themselves nor beside what the recipient was given before.",
        shape: Shape::Absence,
        readings: &["group-size", "differencing", "affiliate"],
        sees: &[Kind::FiguresShared, Kind::Copied],
        ends: Ends::Never,
        when: "figures about people go to somebody outside, or something does that is, or is called, no personal record any more",
        trigger: |v| figures(v).is_some() || nameless(v).is_some(),
        parts: &[
            Part {
                name: "group-large-enough",
                clauses: &["NOC-01", "NOC-02"],
                says: "the figures are about enough people",
                holds: |v| figures(v).is_none_or(|(_, amount)| amount >= v.rules.group_size()),
            },
            Part {
                name: "not-by-difference",
                clauses: &["NOC-02"],
                says: "beside earlier figures they tell of no small group by which the two differ",
                holds: |v| figures(v).is_none_or(|(to, amount)| !differs(v, to, amount)),
            },
            Part {
                name: "anonymous-in-truth",
                clauses: &["COM-07", "NOC-01"],
                says: "what is called anonymous tells nobody apart any more",
                holds: |v| nameless(v).is_none_or(|it| !it.in_name_only),
            },
        ],
        witnesses: &[
            Witness {
                name: "figures-to-advertiser",
                says: "figures about enough people go to an advertiser",
                seen: |v| figures(v).is_some_and(|(to, _)| v.books.recipient(to).class == Class::Advertiser),
            },
            Witness {
                name: "figures-to-others",
                says: "figures about enough people go to somebody else outside",
                seen: |v| figures(v).is_some_and(|(to, _)| v.books.recipient(to).class != Class::Advertiser),
            },
            Witness {
                name: "anonymised-record",
                says: "a record that tells nobody apart goes to somebody outside",
                seen: |v| nameless(v).is_some(),
            },
        ],
    }]
}

/// Figures that go outside: to whom, and about how many people.
fn figures<M: Mode>(v: &View<'_, M>) -> Option<(Holder, u64)> {
    match v.saw() {
        Some(&Observation::FiguresShared { to, amount, .. }) if !v.is_controlled(to) => Some((to, amount)),
        Some(_) | None => None,
    }
}

/// Whether earlier figures, told apart from these, tell of a group that is too small.
fn differs<M: Mode>(v: &View<'_, M>, to: Holder, amount: u64) -> bool {
    let book = match v.rules.readings.differencing {
        Differencing::EachAlone => return false,
        Differencing::SameRecipient => v.books.figures(to),
        Differencing::Everybody => v.books.figures(Holder::VENDOR),
    };
    let mut found = false;
    book.amounts.each(&mut |earlier, cause| {
        if (1..v.rules.group_size()).contains(&earlier.abs_diff(amount)) {
            found = true;
            v.note(cause);
        }
    });
    found
}

struct Nameless {
    in_name_only: bool,
}

/// A copy of what is no personal record, or was stripped of its subject in name only, comes to lie outside.
fn nameless<M: Mode>(v: &View<'_, M>) -> Option<Nameless> {
    let Some(&Observation::Copied { to, .. }) = v.saw() else { return None };
    let record = v.record();
    let in_name_only = v.is(&record.in_name_only);
    let personal = record.collected.on() && !in_name_only;
    (!v.is_controlled(to) && !personal).then_some(Nameless { in_name_only })
}
