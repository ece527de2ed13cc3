//! docs/REPORTS.md has every key of the reports in JSON, and none that no report has.

use super::{Desk, PROMOTED, WITHDREW};
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use vouchsafe_engine::register::Fingerprints;

/// What is run; each list, one name of each sort, and `explore` come to this.
const RUNS: &str = "\
check --scope consent --coverage --defect tv-keeps-reporting
check --scope answers --coverage --defect relay-drops-silently
check --scope keys --walk 5
check --scope clash-marks-purged
clauses --policy policy.txt --fingerprints prints.toml
monitor log.jsonl --keep-going
matrix --defect stuck-key --defect policy-page-last --scope keys --scope limits-by-mail
readings business-ground --scope retention
replay trace.jsonl
simulate --households 5 --days 3 --seed 7 --defect stuck-key
sweep --param withdrawal --against offline-limit --scope offline
graph no-objection --defect silence-as-consent
jurisdictions";
const LISTS: &str = "scopes promises defects readings parties safeguards clauses networks";
const NAMES: &str =
    "F06.record-has-its-press offline lan stuck-key MKT-04 T56 opt-out-reach withdrawal collected";

/// Tables beside that of a command: the command, the heading, and what stands before the keys in the report.
const BESIDE: [(&str, &str, &str); 11] = [
    ("check", "A counterexample", "promises[].counterexample."),
    ("list", "list and explain", "items[]."),
    ("explain", "list and explain", "items[]."),
    ("explain", "list and explain", "items[].item."),
    ("explain", "list and explain", "items[].item.clause."),
    ("explain", "list and explain", "items[].item.tensions[]."),
    ("explain", "A counterexample", "items[].item.story.counterexample."),
    ("explain", "A counterexample", "items[].item.shown[].story.counterexample."),
    ("clauses", "list and explain", "clauses[]."),
    ("monitor", "A breach in a log", "promises[].breaches[]."),
    ("monitor", "A breach in a log", "declared.breaches[]."),
];

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The part of a text under the heading that a link names; all of it where none is named.
fn under<'a>(text: &'a str, anchor: &str) -> &'a str {
    let title = |part: &str| part.lines().next().unwrap_or_default().trim_matches(['#', ' ']).to_lowercase();
    let is_it = |part: &&str| title(part).replace(' ', "-") == anchor;
    if anchor.is_empty() { text } else { text.split("\n#").find(is_it).expect("the link leads somewhere") }
}

/// A key in a table of the page.
struct Row {
    heading: String,
    key: String,
    says: String,
    /// Whether some report has it.
    seen: Cell<bool>,
}

impl Row {
    fn all() -> Vec<Self> {
        let (mut rows, mut heading) = (Vec::new(), String::new());
        for line in document("REPORTS.md").lines() {
            if line.starts_with('#') {
                heading = line.trim_start_matches('#').trim().replace('`', "");
            } else if let Some(cells) = line.strip_prefix("| `") {
                let (keys, says) = cells.split_once("` | ").expect("a second cell");
                rows.extend(keys.split("`, `").map(|key| Self {
                    heading: heading.clone(),
                    key: key.to_owned(),
                    says: says.to_owned(),
                    seen: Cell::default(),
                }));
            }
        }
        rows
    }

    /// Whether the document that the row links to names a key below the row's own, which stands here in the report.
    fn leads_to(&self, here: &str, place: &str) -> bool {
        let Some((_, link)) = self.says.split_once("](") else { return false };
        let (target, _) = link.split_once(')').expect("a link ends");
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        if file.is_empty() || !place.starts_with(here) {
            return false;
        }
        let key = place.rsplit('.').next().unwrap_or(place).trim_end_matches("[]");
        let text = document(file);
        let text = under(&text, anchor);
        text.contains(&format!("`{key}`")) || text.contains(&format!("\"{key}\""))
    }
}

/// Notes where every key stands that is below this place. What the page has with `{}` is a map, each key of which is
/// one and the same place.
fn walk(value: &Value, place: &str, known: &BTreeSet<&str>, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            let each = format!("{place}{{}}");
            for (key, inner) in object {
                let below = match (known.contains(each.as_str()), place) {
                    (true, _) => each.clone(),
                    (false, "") => key.clone(),
                    (false, _) => format!("{place}.{key}"),
                };
                walk(inner, &below, known, found);
                found.insert(below);
            }
        }
        Value::Array(list) => {
            let each = format!("{place}[]");
            list.iter().for_each(|inner| walk(inner, &each, known, found));
            found.insert(each);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Holds the report of a command against the tables that have its keys, and gives those that none has.
fn hold(rows: &[Row], command: &str, report: &Value) -> Vec<String> {
    assert_eq!(report["schema"], format!("vouchsafe.{command}/1"));
    let own = [(command, "What all have in common", ""), (command, command, "")];
    let mut known = Vec::new();
    for row in rows {
        let tables = own.iter().chain(&BESIDE);
        let tables = tables.filter(|(of, heading, _)| *of == command && *heading == row.heading);
        known.extend(tables.map(|(.., before)| (format!("{before}{}", row.key), row)));
    }
    let mut found = BTreeSet::new();
    walk(report, "", &known.iter().map(|(here, _)| here.as_str()).collect(), &mut found);
    known.iter().filter(|(here, _)| found.contains(here)).for_each(|(_, row)| row.seen.set(true));
    let is_told = |place: &str| {
        known.iter().any(|(here, row)| {
            // What holds a key that is on the page is on it as well.
            let below = here.strip_prefix(place);
            let holds = below.is_some_and(|below| below.is_empty() || below.starts_with(['.', '[', '{']));
            holds || row.leads_to(here, place)
        })
    };
    let untold = found.iter().filter(|place| !is_told(place));
    untold.map(|place| format!("`{place}` of `{command}` is not on the page")).collect()
}

/// What `explore` says before it serves; it is ended then.
fn served(desk: &Desk) -> Value {
    let arguments = ["explore", "--scope", "no-objection", "--port", "0", "--format", "json"];
    // What it leaves behind goes with the desk.
    let mut child = desk.command(&arguments).env("TMPDIR", desk.path("")).spawn().expect("it starts");
    let mut out = BufReader::new(child.stdout.take().expect("it has one"));
    let mut text = String::new();
    while !text.ends_with("}\n") && out.read_line(&mut text).expect("text") > 0 {}
    child.kill().expect("it can be ended");
    child.wait().expect("it ends");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Lays a log, a trace that was made from another text of its scope, and a text of a policy that has changed.
fn lay(desk: &Desk) {
    let declared = r#"{"schema":"vouchsafe.trace/1","start":"declared"}"#;
    let (mark, unknown) = (r#"{"at":9,"mark":"start"}"#, r#"{"at":12,"kind":"openned","person":"ana"}"#);
    let later = PROMOTED.replace(":5,", ":20,");
    desk.lay("log.jsonl", &[declared, PROMOTED, mark, WITHDREW, unknown, r#"{"at":13}"#, &later]);
    desk.run(&["check", "--scope", "sale", "--defect", "sell-outright", "--trace-out", "trace.jsonl"]);
    let trace = std::fs::read_to_string(desk.path("trace.jsonl")).expect("it was written");
    let (_, digest) = trace.split_once(r#""name":"sale","sha256":""#).expect("a scope");
    let digest = digest.split('"').next().expect("it ends");
    desk.lay("trace.jsonl", &[trace.replace(digest, "0123").trim_end()]);
    let mut lines: Vec<String> = (1..40).map(|line| format!("Sentence {line}.")).collect();
    let prints = Fingerprints::of("Made-up policy", "2000-01-01", &lines.join("\n"), None);
    std::fs::write(desk.path("prints.toml"), prints.to_toml()).expect("it is written");
    lines.insert(20, "A new one.".to_owned());
    std::fs::write(desk.path("policy.txt"), lines.join("\n")).expect("it is written");
}

#[test]
fn the_page_has_every_key_of_every_report_and_no_other() {
    let (desk, rows) = (Desk::new(), Row::all());
    lay(&desk);
    let mut wrong = hold(&rows, "explore", &served(&desk));
    let runs = RUNS.lines().map(|run| run.split(' ').collect());
    let lists = LISTS.split(' ').map(|what| vec!["list", what]);
    let names = NAMES.split(' ').map(|name| vec!["explain", name]);
    for arguments in runs.chain(lists).chain(names) {
        wrong.extend(hold(&rows, arguments[0], &desk.json(&arguments)));
    }
    let unseen = rows.iter().filter(|row| !row.seen.get() && !row.says.contains("left out"));
    wrong.extend(unseen.map(|row| format!("no report has `{}`, under {}", row.key, row.heading)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
