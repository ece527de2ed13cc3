//! The races and attacks: each comes about among honest parties who break nothing, and its defects do harm.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use common::{assert_agreement, with};
use std::collections::BTreeMap;
use vouchsafe_engine::check::broken_parts;
use vouchsafe_engine::races::RACES;
use vouchsafe_engine::replay::{self, Trace};
use vouchsafe_engine::{Checked, Product, Run, ScopeKind, shipped};
use vouchsafe_explore::{Options, Quiet};

#[test]
fn all_eighteen_are_there_in_order() {
    let ids: Vec<_> = RACES.iter().map(|race| race.id.to_owned()).collect();
    assert_eq!(ids, (1..=18).map(|number| format!("R{number:02}")).collect::<Vec<_>>());
    assert!(RACES.iter().all(|race| race.says.ends_with('.') && !race.harms.is_empty()));
}

#[test]
fn each_comes_about_in_its_scope_and_honest_parties_survive_it() {
    for race in RACES {
        let scope = shipped::named(race.scope).unwrap();
        assert!(matches!(scope.kind, ScopeKind::Deciding | ScopeKind::Pair), "{}", race.id);
        let product = Product::new(&scope);
        let inputs: Vec<_> = race.run.iter().map(|input| (*input).to_owned()).collect();
        let run = Run::named(&product, &inputs).unwrap_or_else(|error| panic!("{}: {error}", race.id));
        assert_agreement(&product, &run);
        let trace = Trace::parse(&replay::write(&product, &run, Default::default(), None)).unwrap();
        assert!(trace.header.breaks.is_empty(), "{}: {:?}", race.id, trace.header.breaks);
    }
}

#[test]
fn its_defects_break_what_the_table_says() {
    let mut checked = BTreeMap::new();
    for race in RACES {
        for harm in race.harms {
            let broken = checked.entry((harm.defect, harm.scope)).or_insert_with(|| {
                let scope = with(&shipped::named(harm.scope).unwrap(), harm.defect);
                let options = Options { threads: 2, ..Options::default() };
                broken_parts(&Checked::scope(&scope, &options, &Quiet))
            });
            let broken: &Vec<String> = broken;
            let breaks = harm.breaks.to_owned();
            assert!(broken.contains(&breaks), "{}: {} breaks {broken:?}", race.id, harm.defect);
        }
    }
}
