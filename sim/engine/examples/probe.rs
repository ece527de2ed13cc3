use vouchsafe_alphabet::Word;
use vouchsafe_engine::check::*;
use vouchsafe_engine::*;
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::{Defect, Defects};
fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().unwrap();
    let mut scope = Scope::parse(&std::fs::read_to_string(&file).unwrap()).unwrap_or_else(|e| panic!("{e}"));
    let mode = args.next().unwrap_or_default();
    let opts = Options { threads: 2, states_max: Some(3_000_000), ..Options::default() };
    let show = |c: &Checked| {
        println!(
            "{} states {} trans {} depth {} {} {:.2}s mem {}MB",
            c.product.scope().name,
            c.report.states,
            c.report.transitions,
            c.report.depth,
            c.report.extent,
            c.seconds,
            c.report.bytes_peak >> 20
        );
        for p in 0..c.product.promises().len() {
            let pr = &c.product.promises()[p];
            let w: Vec<String> = pr
                .witnesses
                .iter()
                .enumerate()
                .map(|(i, w)| format!("{}{}", if c.witnessed(p, i) { "+" } else { "-" }, w.name))
                .collect();
            if c.triggered(p) || !c.breaches(p).is_empty() || c.product.scope().asks(pr.id) {
                println!("  {} trig {} {}", pr.id, c.triggered(p), w.join(" "));
            }
            for b in c.breaches(p) {
                println!("     BREACH {} len {}", pr.parts[b.part].name, b.length);
                if let Some(a) = &b.actions {
                    let s = Story::of(&c.product, a, |q, part| q.id == pr.id && part == b.part).unwrap();
                    for st in &s.steps {
                        if st.step > 0 {
                            println!("       {} {} @{}", st.step, st.input, st.at_ms);
                        }
                        for x in &st.saw {
                            println!("            {x}");
                        }
                    }
                    println!(
                        "       failures {:?}",
                        s.failures.iter().map(|f| (f.part, f.at, f.because.clone())).collect::<Vec<_>>()
                    );
                    println!("{}", chart::draw(&s.run, &cases::CaseNames(&c.product.scope().names)));
                }
            }
        }
    };
    match mode.as_str() {
        "" => {
            let c = Checked::scope(&scope, &opts, &Quiet);
            show(&c);
        }
        "all" => {
            for d in Defect::ALL {
                scope.setup.defects = Defects::one(*d);
                let c = Checked::scope(&scope, &opts, &Quiet);
                let b = broken_parts(&c);
                if !b.is_empty() {
                    println!(
                        "{} {} -> {:?} (declared {:?}) states {} {:.1}s {}",
                        scope.name,
                        d.name(),
                        b.iter().zip(c.report.breaches.iter().map(|x| x.depth)).collect::<Vec<_>>(),
                        d.row().breaks,
                        c.report.states,
                        c.seconds,
                        c.report.extent
                    );
                }
            }
        }
        d => {
            scope.setup.defects = Defects::one(Defect::from_name(d).unwrap());
            let c = Checked::scope(&scope, &opts, &Quiet);
            show(&c);
        }
    }
}
