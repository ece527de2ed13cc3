//! What a file that a fuzzer found tells: the failing run or log as a trace that `vouchsafe replay` or
//! `vouchsafe monitor` reads, made as small as it gets.

use crate::{agreement, defective, honest};
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::{self, Entry, Header, Manifest, Start};
use vouchsafe_alphabet::{Names, Sort};
use vouchsafe_engine::{Product, Run, Scope, findings, replay};
use vouchsafe_explore::shrink;
use vouchsafe_system::Action;

/// A trace that tells what the bytes do in this target; the targets that read text have the text itself.
///
/// `None` where the bytes choose nothing.
pub fn of(target: &str, data: &[u8]) -> Option<String> {
    match target {
        "honest" => {
            let (scope, bytes) = honest::scope(data)?;
            let product = Product::new(scope);
            Some(run(&product, &honest::run(&product, bytes)))
        }
        "defective" => {
            let case = defective::Case::of(data)?;
            let product = Product::new(&case.scope);
            Some(run(&product, &case.run(&product)))
        }
        "agreement" => Some(log(&agreement::Case::of(data))),
        _ => Some(String::from_utf8_lossy(data).into_owned()),
    }
}

/// Whether these inputs are possible, and break a promise or have the judges differ.
fn fails(product: &Product<'_>, actions: &[Action]) -> bool {
    Run::of(product, actions).is_ok_and(|run| {
        !replay::parts(product, &run).is_empty() || findings::disagreement(product, &run).is_some()
    })
}

fn run(product: &Product<'_>, run: &Run) -> String {
    let actions: Vec<Action> = run.steps.iter().filter_map(|step| step.action).collect();
    let small = shrink(&actions, |actions| fails(product, actions));
    let scope: &Scope = product.scope();
    match Run::of(product, &small) {
        Ok(small) => replay::write(product, &small, Manifest::default(), Some(scope.about.clone())),
        Err(_) => replay::write(product, run, Manifest::default(), Some(scope.about.clone())),
    }
}

/// Names of everybody in an arbitrary log: a word for the sort, and a number.
#[derive(Clone, Copy, Debug)]
pub struct Numbered;

impl Naming for Numbered {
    fn id(&mut self, _: Sort, _: &str) -> u32 {
        u32::MAX
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        if (sort, id) == (Sort::Holder, 0) {
            Names::default().name(sort, id, to);
        } else {
            to.push_str(&format!("{}{id}", sort.to_string().replace(' ', "-")));
        }
    }
}

/// The log of a case, with as few observations as still have the two judges differ.
fn log(case: &agreement::Case) -> String {
    let small = shrink(&case.log, |log| {
        agreement::Case { log: log.to_vec(), ..case.clone() }.difference(&case.rules).is_some()
    });
    let header = Header { start: Start::Complete, rules: case.rules.clone(), ..Header::default() };
    let header = Header { manifest: Manifest { schema: trace::SCHEMA.into(), ..header.manifest }, ..header };
    let mut text = serde_json::to_string(&header).unwrap_or_default();
    text.push('\n');
    for (at_ms, saw) in small {
        text.push_str(&trace::write(&Entry::Saw(at_ms, saw), &Numbered));
    }
    text
}
