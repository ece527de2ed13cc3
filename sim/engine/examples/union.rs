use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::check::*;
use vouchsafe_engine::*;
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::{Defect, Defects};
fn main() {
    let mut scopes: Vec<Scope> = std::env::args()
        .skip(1)
        .map(|f| Scope::parse(&std::fs::read_to_string(&f).unwrap()).unwrap_or_else(|e| panic!("{f} {e}")))
        .collect();
    let opts = Options { threads: 2, states_max: Some(3_000_000), ..Options::default() };
    for d in Defect::ALL {
        let mut breaks: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for s in &mut scopes {
            s.setup.defects = Defects::one(*d);
            let c = Checked::scope(s, &opts, &Quiet);
            let b = broken_parts(&c);
            for (p, x) in b.iter().zip(&c.report.breaches) {
                breaks.entry(p.clone()).or_default().insert(format!("{}:{}", s.name, x.depth));
            }
        }
        let promises: BTreeSet<String> =
            breaks.keys().map(|k| k.split('/').next().unwrap().to_owned()).collect();
        let declared: BTreeSet<String> = d.row().breaks.iter().map(|s| s.to_string()).collect();
        println!("{} {} {:?}", d.name(), if promises == declared { "ok" } else { "DIFF" }, promises);
        for (k, v) in breaks {
            println!("    {k} {v:?}");
        }
    }
}
