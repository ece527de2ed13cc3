use vouchsafe_engine::neighbour::*;
use vouchsafe_engine::profile::*;
use vouchsafe_engine::*;
use vouchsafe_explore::Options;
fn main() {
    let opts = Options { threads: 2, states_max: Some(1_000_000), ..Options::default() };
    for f in std::env::args().skip(1) {
        let s = Scope::parse(&std::fs::read_to_string(&f).unwrap()).unwrap_or_else(|e| panic!("{f} {e}"));
        if s.kind != ScopeKind::Deciding {
            continue;
        }
        let d = defects_of(&s.name);
        let d: Vec<_> = d.into_iter().map(|d| (d, None)).collect();
        let p = Profile::of(&s, &d, &opts);
        let e: Vec<_> = d.iter().map(|(x, _)| (*x, Some(p.longest_kill(*x) + 3))).collect();
        println!("{} states {} kills {}", s.name, p.states, p.kills.len());
        for (c, n) in smaller(&s) {
            let q = Profile::of(&n, &d, &opts);
            let lost = p.lost_in(&q);
            println!(
                "   -{:?} {} {}",
                c,
                n.setup.rules.deadlines.each().iter().map(|x| x.2.to_string()).collect::<Vec<_>>().join(","),
                if lost.is_empty() {
                    format!("IDLE ({} states)", q.states)
                } else {
                    format!("loses {}", lost.len())
                }
            );
        }
        for (c, n) in larger(&s) {
            let t = std::time::Instant::now();
            let hon = Profile::of(&n, &[], &opts);
            if !hon.exhausted {
                println!("   +{c:?} too large {} {:.1}s", hon.states, t.elapsed().as_secs_f64());
                continue;
            }
            let q = Profile::of(&n, &d, &opts);
            let lost = p.lost_in(&q);
            let diff: Vec<_> = p
                .kills
                .iter()
                .filter_map(|(k, l)| q.kills.get(k).filter(|m| *m != l).map(|m| format!("{k} {l}->{m}")))
                .collect();
            println!(
                "   +{:?} {} states exh {} broken {:?} lost {:?} new {:?} lengths {:?} {:.1}s",
                c,
                q.states,
                q.exhausted,
                q.broken,
                lost,
                q.lost_in(&p),
                diff,
                t.elapsed().as_secs_f64()
            );
        }
    }
}
