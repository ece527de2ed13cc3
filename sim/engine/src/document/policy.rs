//! The page about the policy: section by section each clause, where it has gone, and how what carries it stands.

use super::{names, table, words};
use crate::check::{Checked, Verdict, decide};
use crate::register::{Clause, Disposition, Register, Severity};
use crate::scope::{Scope, ScopeKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

const INTRODUCTION: &str = "\
# The policy, clause by clause

<!-- generated from the clause register and from exploring the scopes; `docs/ARCHITECTURE.md` says how it is renewed -->

Every clause of the policy of 1 October 2019 in paraphrase, in the order of its text; the numbers are its lines. A clause
ends as one of: parts of *promises* that judge it; a *witness* that shows what it says is possible; a *reading* that
settles what it means, or a *parameter* that settles a number; an *assumption* about the surroundings; a *gap*, which
reads like a promise and from which none can be drawn; or it is *not formalisable*. The verdict is that of all scopes
that decide the promises which carry the clause, explored to their ends with no defect and under the usual readings.
`vouchsafe explain ID` says more of each name here.
";

/// How each promise stands, by its id.
pub type Verdicts = BTreeMap<&'static str, Verdict>;

/// How the promises stand in these scopes together.
pub fn verdicts(checked: &[Checked<'_>]) -> Verdicts {
    let every = promises::every::<Checking>().into_iter().enumerate();
    every
        .filter_map(|(number, promise)| {
            let decision = decide(checked, number, |scope| scope.asks(promise.id))?;
            Some((promise.id, decision.verdict))
        })
        .collect()
}

/// The page.
pub fn policy(register: &Register, scopes: &[Scope], verdicts: &Verdicts) -> String {
    let mut page = INTRODUCTION.to_owned();
    let _ = write!(page, "\n{}", counts(register));
    for section in register.sections() {
        let clauses = register.clauses().iter().filter(|clause| clause.section == section);
        let rows = clauses.map(|clause| row(clause, scopes, verdicts));
        let head = [
            "clause",
            "lines",
            "what it says",
            "kind",
            "where it has gone",
            "carried by",
            "scopes",
            "verdict",
        ];
        let _ = write!(page, "\n## {section}\n\n{}", table(head, rows));
    }
    let _ = write!(page, "\n{}", tensions(register, scopes));
    page
}

fn counts(register: &Register) -> String {
    let rows = Disposition::ALL.iter().map(|&gone| {
        [gone.name().to_owned(), register.count(None, gone).to_string(), gone.says().to_owned()]
    });
    table(["where clauses have gone", "how many", "meaning"], rows.filter(|[_, count, _]| count != "0"))
}

fn row(clause: &Clause, scopes: &[Scope], verdicts: &Verdicts) -> [String; 8] {
    let carriers: BTreeSet<&str> =
        clause.carried_by.iter().filter_map(|name| Some(name.split_once('/')?.0)).collect();
    let decide = scopes.iter().filter(|scope| matches!(scope.kind, ScopeKind::Deciding | ScopeKind::Pair));
    let decide = decide.filter(|scope| carriers.iter().any(|id| scope.asks(id))).map(|scope| &scope.name);
    let worst = carriers.iter().filter_map(|id| verdicts.get(id)).max();
    let gone = match &clause.reason {
        Some(reason) => format!("{}: {reason}", clause.disposition.name()),
        None => clause.disposition.name().to_owned(),
    };
    [
        clause.id.clone(),
        words(clause.lines.iter().map(u32::to_string)),
        clause.paraphrase.clone(),
        clause.class.name().to_owned(),
        gone,
        names(&clause.carried_by),
        names(decide),
        worst.map_or("-", |verdict| verdict.name()).to_owned(),
    ]
}

fn tensions(register: &Register, scopes: &[Scope]) -> String {
    let rows = register.tensions().iter().map(|tension| {
        let shown = scopes.iter().filter(|scope| scope.kind == ScopeKind::Clash);
        let shown = shown.filter(|scope| scope.tensions.contains(&tension.id)).map(|scope| &scope.name);
        let how_much = match tension.severity {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        };
        [
            tension.id.clone(),
            how_much.to_owned(),
            format!("{}. {}.", tension.title, tension.clash),
            names(&tension.settled_by),
            tension.choice.clone().unwrap_or_default(),
            names(shown),
        ]
    });
    let head = ["tension", "weight", "what pulls against what", "settled by", "and decided so", "shown in"];
    format!(
        "## Tensions\n\nWhere the text is ambiguous or pulls in two directions. Of a *high* one, two promises cannot both \
         hold in some run unless a reading is chosen; of a *medium* one, the reading changes what is checked; a *low* \
         one is a gap in wording.\n\n{}",
        table(head, rows)
    )
}
