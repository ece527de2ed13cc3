//! `clauses`: how far the policy's clauses are covered, by section and by where each has gone.

use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::manifest;
use crate::outcome::Outcome;
use crate::page::Page;
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::register::{Class, Clause, Disposition, Register};

const SCHEMA: &str = "vouchsafe.clauses/1";

const EXAMPLES: &str = "\
Examples:
  vouchsafe clauses                    how many clauses of each section are judged
  vouchsafe clauses --format json      every clause with what carries it";

/// The options of `clauses`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Clauses {}

/// The report in JSON.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    clauses: Vec<Row<'a>>,
    by_disposition: BTreeMap<&'static str, usize>,
    /// How a policy text differs from the register; null where none was given.
    drift: Option<()>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    section: &'a str,
    family: Option<&'a str>,
    class: Class,
    lines: &'a [u32],
    disposition: Disposition,
    carried_by: &'a [String],
    reason: Option<&'a str>,
}

impl Clauses {
    /// Shows the coverage.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let register = Register::shipped()?;
        match context.shared.format {
            Format::Json => context.say_json(&report(&register))?,
            Format::Text => {
                let text = text(&context.page(), &register);
                context.say(&text)?;
            }
        }
        Ok(Outcome::Kept)
    }
}

fn report(register: &Register) -> Report<'_> {
    Report {
        manifest: manifest::of(SCHEMA),
        clauses: register.clauses().iter().map(row).collect(),
        by_disposition: Disposition::ALL
            .iter()
            .map(|gone| (gone.name(), register.count(None, *gone)))
            .collect(),
        drift: None,
    }
}

fn row(clause: &Clause) -> Row<'_> {
    Row {
        id: &clause.id,
        section: &clause.section,
        family: clause.family.as_deref(),
        class: clause.class,
        lines: &clause.lines,
        disposition: clause.disposition,
        carried_by: &clause.carried_by,
        reason: clause.reason.as_deref(),
    }
}

fn text(page: &Page, register: &Register) -> String {
    let line = |section: Option<&str>| {
        let counts: Vec<usize> = Disposition::ALL.iter().map(|&gone| register.count(section, gone)).collect();
        let all: usize = counts.iter().sum();
        let shown = |count: &usize| if *count == 0 { "·".to_owned() } else { count.to_string() };
        let counts = counts.iter().map(shown);
        let name = section.unwrap_or("all").to_owned();
        std::iter::once(name).chain(counts).chain([all.to_string()]).collect::<Vec<_>>()
    };
    let sections = register.sections();
    let mut rows: Vec<_> = sections.iter().map(|section| line(Some(section))).collect();
    rows.push(line(None));
    let mut head = vec!["section"];
    head.extend(Disposition::ALL.iter().map(|gone| match gone {
        Disposition::NotFormalisable => "not-\nformalisable",
        Disposition::Promise
        | Disposition::Witness
        | Disposition::Reading
        | Disposition::Parameter
        | Disposition::Assumption
        | Disposition::Gap
        | Disposition::Planned => gone.name(),
    }));
    head.push("all");
    let carried = Disposition::ALL.iter().filter(|gone| gone.is_carried());
    let carried: usize = carried.map(|&gone| register.count(None, gone)).sum();
    let planned = register.count(None, Disposition::Planned);
    let all = register.clauses().len();
    let mut text = page.table(0, &head, rows);
    text.push('\n');
    text.push_str(&page.paragraph(
        0,
        &format!(
            "{carried} of {all} clauses are carried by promises, witnesses, readings or parameters; {planned} are \
             planned; from {} no promise can be drawn. `vouchsafe explain ID` says where one has gone and why.",
            all - carried - planned
        ),
    ));
    text
}
