//! Where a promise stands in a run that is walked by hand, part by part, and because of what.

use super::hand::Hand;
use crate::moment::{count, since_start};
use std::collections::BTreeSet;
use vouchsafe_engine::cases::CaseNames;
use vouchsafe_engine::inquiry::{Inquiry, Judged, inquire};
use vouchsafe_engine::moments::Moment;
use vouchsafe_engine::story::name_of;

/// No more judgements than these are told part by part; those that fail are always told.
const TOLD: usize = 3;

/// Where the promise with this number stands, and why.
pub(super) fn text(hand: &Hand<'_>, promise: usize) -> String {
    let run = hand.stepper.run();
    let Some(inquiry) = inquire(hand.stepper.product(), &run, promise) else {
        return String::new();
    };
    let names = CaseNames(&hand.stepper.product().scope().names);
    let sentences: Vec<String> = run.observations().iter().map(|(_, saw)| saw.sentence(&names)).collect();
    let teller = Teller { hand, inquiry: &inquiry, sentences: &sentences };
    let mut text = format!("{}\n", inquiry.promise.id);
    text.push_str(&hand.page.hanging("  promises      ", inquiry.promise.statement));
    text.push_str(&hand.page.hanging("  judged when   ", &format!("{}.", inquiry.promise.when)));
    text.push_str(&hand.page.hanging("  in this run   ", &teller.stands()));
    for (due_ms, (sort, id)) in &inquiry.open {
        let words = format!("about {}, due by {}.", name_of(&names, *sort, *id), since_start(*due_ms));
        text.push_str(&hand.page.hanging("  open duty     ", &words));
    }
    let (told, left_out) = told(&inquiry);
    if left_out > 0 {
        let words = format!("{} of which every part holds.", count(left_out as u64, "earlier judgement"));
        text.push_str(&hand.page.hanging("  left out      ", &words));
    }
    for judged in told {
        text.push_str(&teller.judged(judged));
    }
    text
}

/// The judgements to tell, and how many are left out: all that fail, and the last ones that do not.
fn told(inquiry: &Inquiry) -> (Vec<&Judged>, usize) {
    let last = inquiry.judged.len().saturating_sub(TOLD);
    let told: Vec<&Judged> = inquiry
        .judged
        .iter()
        .enumerate()
        .filter(|(place, judged)| *place >= last || !judged.is_kept())
        .map(|(_, judged)| judged)
        .collect();
    let left_out = inquiry.judged.len() - told.len();
    (told, left_out)
}

struct Teller<'a> {
    hand: &'a Hand<'a>,
    inquiry: &'a Inquiry,
    sentences: &'a [String],
}

impl Teller<'_> {
    /// Where it stands, in a sentence or two.
    fn stands(&self) -> String {
        let triggered: BTreeSet<usize> = self.steps(|judged| !judged.parts.is_empty());
        let seen = self.inquiry.judged.iter().flat_map(|judged| &judged.witnesses);
        let seen: BTreeSet<usize> = seen.map(|(witness, _)| *witness).collect();
        let witnesses =
            format!("Witnesses seen: {} of {}.", seen.len(), self.inquiry.promise.witnesses.len());
        if triggered.is_empty() {
            let mut passed = self.steps(|_| true);
            passed.extend(self.inquiry.passed_over.iter().map(|moment| moment.step));
            return if passed.is_empty() {
                format!("its trigger was not reached: nothing that it looks at has come up. {witnesses}")
            } else {
                let steps = at_steps(&passed);
                format!(
                    "its trigger was not reached: what it looks at came up {steps}, and it was not so then. {witnesses}"
                )
            };
        }
        let broken = self.steps(|judged| !judged.is_kept());
        let outcome = if broken.is_empty() {
            "and each time every part held".to_owned()
        } else {
            format!("and it was BREACHED {}", at_steps(&broken))
        };
        format!("its trigger was reached {}, {outcome}. {witnesses}", at_steps(&triggered))
    }

    fn steps(&self, which: impl Fn(&Judged) -> bool) -> BTreeSet<usize> {
        self.inquiry.judged.iter().filter(|judged| which(judged)).map(|judged| judged.moment.step).collect()
    }

    fn judged(&self, judged: &Judged) -> String {
        let page = &self.hand.page;
        let mut text = page.hanging(&format!("  at step {:<5} ", judged.moment.step), &self.moment(judged));
        let indent = "      ";
        for because in &judged.because {
            text.push_str(&self.because(because));
        }
        for (part, found) in self.inquiry.promise.parts.iter().zip(&judged.parts) {
            let (word, clauses) = (if found.holds { "holds" } else { "FAILS" }, part.clauses.join(" "));
            let words = format!("{} ({clauses}): {}.", part.name, part.says);
            text.push_str(&page.hanging(&format!("{indent}{word:<10}"), &words));
            for because in &found.because {
                text.push_str(&self.because(because));
            }
        }
        for (number, causes) in &judged.witnesses {
            let Some(witness) = self.inquiry.promise.witnesses.get(*number) else { continue };
            let words = format!("{}: {}.", witness.name, witness.says);
            text.push_str(&page.hanging(&format!("{indent}{:<10}", "witness"), &words));
            for because in causes {
                text.push_str(&self.because(because));
            }
        }
        text
    }

    fn moment(&self, judged: &Judged) -> String {
        let names = CaseNames(&self.hand.stepper.product().scope().names);
        match (judged.moment, judged.subject) {
            (Moment { observation: Some(number), .. }, _) => self.observation(number),
            (Moment { at_ms, .. }, Some((sort, id))) => format!(
                "the last instant of a duty about {} ends, {}.",
                name_of(&names, sort, id),
                since_start(at_ms)
            ),
            (Moment { at_ms, .. }, None) => format!("an instant ends, {}.", since_start(at_ms)),
        }
    }

    fn because(&self, number: &u64) -> String {
        self.hand.page.hanging("                because of  ", &self.observation(*number))
    }

    fn observation(&self, number: u64) -> String {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let sentence = place.and_then(|place| self.sentences.get(place)).map_or("", String::as_str);
        format!("observation {number}: {sentence}")
    }
}

/// Such as `at step 3` or `at steps 3, 5 and 8`.
fn at_steps(steps: &BTreeSet<usize>) -> String {
    let words: Vec<String> = steps.iter().map(usize::to_string).collect();
    match words.as_slice() {
        [] => "at no step".to_owned(),
        [step] => format!("at step {step}"),
        [steps @ .., last] => format!("at steps {} and {last}", steps.join(", ")),
    }
}
