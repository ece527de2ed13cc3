//! `jurisdictions`: what is known of the law of the six places on a day, as tables or as JSON.

use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::Args;
use serde::Serialize;
use vouchsafe_alphabet::Place;
use vouchsafe_engine::jurisdiction::{self, Date, Figure, Jurisdiction, POLICY_DATE, What};

const SCHEMA: &str = "vouchsafe.jurisdictions/1";

const EXAMPLES: &str = "\
Examples:
  vouchsafe jurisdictions
  vouchsafe jurisdictions --date 2022-09-01 --format json";

/// The options of `jurisdictions`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Jurisdictions {
    /// The day, by default that of the policy
    #[arg(long, value_name = "DAY", default_value_t = POLICY_DATE)]
    date: Date,
}

/// What is said of a place on a day.
#[derive(Serialize)]
struct Known {
    place: Place,
    figures: Vec<Figure>,
}

#[derive(Serialize)]
struct Listed {
    schema: &'static str,
    date: Date,
    places: Vec<Known>,
}

impl Jurisdictions {
    /// Prints what is known.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let known = jurisdiction::all();
        match context.shared.format {
            Format::Json => {
                let places = known.iter().map(|one| Known {
                    place: one.place,
                    figures: What::ALL
                        .iter()
                        .filter_map(|what| one.said(*what, self.date).cloned())
                        .collect(),
                });
                context.say_json(&Listed { schema: SCHEMA, date: self.date, places: places.collect() })?;
            }
            Format::Text | Format::Csv => {
                let page = context.page();
                let mut text = page
                    .paragraph(0, &format!("What is known of the law of the six places on {}.", self.date));
                for one in &known {
                    text.push('\n');
                    text.push_str(&page.heading(&one.place.to_string()));
                    let rows = What::ALL.iter().map(|what| row(one, *what, self.date)).collect();
                    text.push_str(&page.table(0, &["figure", "value", "stands in", "since", "sure"], rows));
                }
                context.say(&text)?;
            }
        }
        Ok(Outcome::Kept)
    }
}

fn row(of: &Jurisdiction, what: What, on: Date) -> Vec<String> {
    let Some(figure) = of.said(what, on) else {
        return vec![what.to_string(), "unknown".into(), String::new(), String::new(), String::new()];
    };
    let source = [figure.statute.clone(), figure.note.clone()].into_iter().flatten().collect::<Vec<_>>();
    vec![
        what.to_string(),
        figure.value.to_string(),
        source.join(". "),
        figure.from.map(|from| from.to_string()).unwrap_or_default(),
        figure.confidence.map(|confidence| confidence.to_string()).unwrap_or_default(),
    ]
}
