//! Why a promise stands as it does in a run: each moment at which it was judged, part by part, and because of what.

use crate::moments::{Met, Moment, follow};
use crate::product::Product;
use crate::run::Run;
use std::cell::RefCell;
use std::collections::BTreeSet;
use vouchsafe_alphabet::Sort;
use vouchsafe_oracle::mode::{Following, Reads};
use vouchsafe_oracle::{Event, Promise, Subject, View, promises};

/// What is known of a promise in a run.
#[derive(Clone, Debug)]
pub struct Inquiry {
    /// The promise.
    pub promise: Promise<Following>,
    /// Every moment at which its trigger was so, in order.
    pub judged: Vec<Judged>,
    /// The moments at which something came up that it looks at, and its trigger was not so.
    pub passed_over: Vec<Moment>,
    /// Duties that are open at the end, each with its last lawful instant in milliseconds.
    pub open: Vec<(u64, (Sort, u32))>,
}

/// One judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// When.
    pub moment: Moment,
    /// Whose duty it was, where one ended.
    pub subject: Option<(Sort, u32)>,
    /// Earlier observations that made the trigger so.
    pub because: Vec<u64>,
    /// Each part of the promise, in order.
    pub parts: Vec<PartJudged>,
    /// The witnesses that were seen, by their numbers, with the earlier observations that made them so.
    pub witnesses: Vec<(usize, Vec<u64>)>,
}

/// What was found of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartJudged {
    /// Whether it holds.
    pub holds: bool,
    /// Earlier observations on which that rests.
    pub because: Vec<u64>,
}

impl Judged {
    /// Whether every part holds.
    pub fn is_kept(&self) -> bool {
        self.parts.iter().all(|part| part.holds)
    }
}

type Read = RefCell<BTreeSet<u64>>;

/// Follows a run in books that keep causes, and looks at one promise. The opening is entered in the books and not
/// judged, as in exploring.
pub fn inquire(product: &Product<'_>, run: &Run, promise: usize) -> Option<Inquiry> {
    let promise = *promises::all::<Following>().get(promise)?;
    let rules = &product.scope().judged;
    let mut inquiry = Inquiry { promise, judged: Vec::new(), passed_over: Vec::new(), open: Vec::new() };
    let books = follow(run, rules, &mut |books, moment, met| {
        let (event, subject) = match met {
            Met::Saw(saw) if moment.step > 0 && promise.sees.contains(&saw.kind()) => (Event::Saw(saw), None),
            Met::InstantEnded(subject) if promise.ends.concern(subject) => {
                (Event::InstantEnds(subject), Some(name(subject)))
            }
            Met::Saw(_) | Met::InstantEnded(_) => return,
        };
        let reads = Read::default();
        judge(&mut inquiry, &View::new(event, books, rules, moment.at_ms, &reads), moment, subject);
    });
    for (due_ms, subject) in books.open_dues() {
        let reads = Read::default();
        let view = View::new(Event::InstantEnds(subject), &books, rules, due_ms, &reads);
        if promise.ends.concern(subject) && (promise.trigger)(&view) {
            inquiry.open.push((due_ms, name(subject)));
        }
    }
    Some(inquiry)
}

fn judge(inquiry: &mut Inquiry, view: &View<'_, Following>, moment: Moment, subject: Option<(Sort, u32)>) {
    let ask = |test: fn(&View<'_, Following>) -> bool| {
        view.reads.clear();
        let so = test(view);
        let mut because = view.reads.lines();
        because.retain(|line| Some(*line) != moment.observation);
        (so, because)
    };
    let promise = inquiry.promise;
    let (triggered, because) = ask(promise.trigger);
    let parts: Vec<PartJudged> = if triggered {
        let judged = promise.parts.iter().map(|part| ask(part.holds));
        judged.map(|(holds, because)| PartJudged { holds, because }).collect()
    } else {
        Vec::new()
    };
    // A witness may be seen where the trigger is not so; what is asked for is told with the judgement.
    let kept = parts.iter().all(|part| part.holds);
    let seen = promise.witnesses.iter().enumerate().filter(|_| kept);
    let witnesses: Vec<(usize, Vec<u64>)> = seen
        .filter_map(|(number, witness)| {
            let (seen, because) = ask(witness.seen);
            seen.then_some((number, because))
        })
        .collect();
    if triggered || !witnesses.is_empty() {
        inquiry.judged.push(Judged { moment, subject, because, parts, witnesses });
    } else {
        inquiry.passed_over.push(moment);
    }
}

fn name(subject: Subject) -> (Sort, u32) {
    match subject {
        Subject::Person(id) => (Sort::Person, id.0),
        Subject::Record(id) => (Sort::Record, id.0),
        Subject::Request(id) | Subject::Inquiry(id) => (Sort::Request, id.0),
        Subject::Holder(id) => (Sort::Holder, id.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::product::Found;
    use crate::{choices, shipped};
    use vouchsafe_explore::Bits;
    use vouchsafe_system::{Defect, Defects};

    /// What the inquiries into all promises say, as the checker's bits.
    fn found(product: &Product<'_>, run: &Run) -> [Found; 3] {
        let [mut triggered, mut witnessed, mut breached] = [Found::default(); 3];
        for number in 0..product.promises().len() {
            for judged in inquire(product, run, number).unwrap().judged {
                if !judged.parts.is_empty() {
                    triggered.set(number);
                }
                for (part, _) in judged.parts.iter().enumerate().filter(|(_, part)| !part.holds) {
                    breached.set(product.layout().part(number, part));
                }
                for (witness, _) in &judged.witnesses {
                    witnessed.set(product.layout().witness(number, *witness));
                }
            }
        }
        [triggered, witnessed, breached]
    }

    #[test]
    fn an_inquiry_says_of_a_run_what_the_checker_says() {
        for (name, defects) in [
            ("consent", vec![Defect::TvKeepsReporting]),
            ("retention", vec![]),
            ("minors", vec![]),
            ("marketing", vec![]),
            ("control", vec![]),
        ] {
            let mut scope = shipped::named(name).unwrap();
            scope.setup.defects = defects.into_iter().collect::<Defects>();
            let product = Product::new(&scope);
            for seed in 0..8u8 {
                let bytes: Vec<u8> =
                    (0..60u8).map(|at| at.wrapping_mul(31).wrapping_add(seed.wrapping_mul(67))).collect();
                let actions = choices::run(&product, 30, &mut choices::of_bytes(&bytes));
                let run = Run::of(&product, &actions).unwrap();
                assert_eq!(
                    found(&product, &run),
                    [run.triggered, run.witnessed, run.breached],
                    "{name} {seed}"
                );
            }
        }
    }
}
