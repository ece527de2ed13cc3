//! Where a promise that leads to something stands in a run that is walked by hand: what it owes, and since when.

use super::hand::Hand;
use vouchsafe_alphabet::Sort;
use vouchsafe_engine::cases::CaseNames;
use vouchsafe_engine::debts::{Debts, Whose, debts};
use vouchsafe_engine::moments::Moment;
use vouchsafe_engine::story::name_of;
use vouchsafe_oracle::Turn;

/// Where the promise with this id stands; nothing where it is judged event by event.
pub(super) fn text(hand: &Hand<'_>, id: &str) -> Option<String> {
    let run = hand.stepper.run();
    let found = debts(hand.stepper.product(), &run, id)?;
    let names = CaseNames(&hand.stepper.product().scope().names);
    let sentences: Vec<String> = run.observations().iter().map(|(_, saw)| saw.sentence(&names)).collect();
    let page = &hand.page;
    let mut text = format!("{id}\n");
    text.push_str(&page.hanging("  promises      ", found.promise.statement));
    text.push_str(&page.hanging("  owed when     ", &format!("{}.", found.promise.when)));
    text.push_str(&page.hanging("  in this run   ", &stands(&found)));
    let whose = |((sort, id), toward): Whose| {
        let toward = toward.map(|tv| format!(" toward {}", name_of(&names, Sort::Tv, tv)));
        format!("{}{}", name_of(&names, sort, id), toward.unwrap_or_default())
    };
    for (moment, of, turn) in &found.turns {
        let said = match turn {
            Turn::Opened => format!("owed for {} from here on", whose(*of)),
            Turn::Answered(part) => {
                let name = found.promise.parts.get(*part).map_or("", |part| part.name);
                format!("answered for {}: {name}", whose(*of))
            }
            Turn::Witnessed(number) => {
                let name = found.promise.witnesses.get(*number).map_or("", |witness| witness.name);
                format!("witness {name}")
            }
        };
        let words = format!("{said}, by {}", observation(&sentences, *moment));
        text.push_str(&page.hanging(&format!("  at step {:<5} ", moment.step), &words));
    }
    Some(text)
}

fn stands(found: &Debts) -> String {
    let opened = found.turns.iter().any(|turn| turn.2 == Turn::Opened);
    if !opened {
        "nothing was owed.".to_owned()
    } else if found.open.is_empty() {
        "what was owed has come.".to_owned()
    } else {
        "something is owed and has not come yet. Whether it may be put off for ever `vouchsafe check` decides."
            .to_owned()
    }
}

fn observation(sentences: &[String], moment: Moment) -> String {
    let number = moment.observation.unwrap_or_default();
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let sentence = place.and_then(|place| sentences.get(place)).map_or("", String::as_str);
    format!("observation {number}: {sentence}")
}
