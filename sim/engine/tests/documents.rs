//! The documents say what the registries say, and every trace of the fixtures has the form that is documented.
//!
//! `VOUCHSAFE_RENEW=1 cargo test -p vouchsafe-engine --test documents` writes them anew.

#[path = "common/page.rs"]
mod page;

use page::{hold, root};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::trace::{Header, Manifest, SCHEMA};
use vouchsafe_engine::document::{self, Twin};
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Checked, Product, Run, replay, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::{Action, Out};

/// Holds the generated parts of a page against what they ought to be.
fn hold_parts(file: &str, parts: &[(&str, String)]) {
    let page = fs::read_to_string(root().join(file)).expect("the page is there");
    hold(file, &document::fill(&page, parts).unwrap_or_else(|error| panic!("{file}: {error}")));
}

/// Every trace file under a folder of the fixtures, in order.
fn traces(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            found.extend(traces(&path));
        } else if path.extension().is_some_and(|ending| ending == "jsonl") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The lawful twins: traces whose place under `fixtures/twins` begins with the promise that they nearly break.
fn twins() -> Vec<Twin> {
    let root = root();
    let folder = root.join("fixtures/twins");
    let ids = vouchsafe_oracle::promises::all::<vouchsafe_oracle::Following>();
    let twin = |path: PathBuf| {
        let place = path.strip_prefix(&folder).expect("it is in there").display().to_string();
        let text = fs::read_to_string(&path).expect("it can be read");
        let header: Header =
            serde_json::from_str(text.lines().next().unwrap_or_default()).expect("it has a header");
        let promise = ids.iter().find(|promise| place.starts_with(promise.id));
        Twin {
            promise: promise.unwrap_or_else(|| panic!("{place} begins with no promise")).id.to_owned(),
            file: format!("fixtures/twins/{place}"),
            about: header.about.unwrap_or_else(|| panic!("{place} does not say what it is about")),
        }
    };
    traces(&folder).into_iter().map(twin).collect()
}

#[test]
fn the_page_of_promises_is_that_of_the_registry() {
    let register = Register::shipped().expect("it can be read");
    hold("docs/PROMISES.md", &document::promises(&register, &shipped::all(), &twins()));
}

#[test]
fn the_page_of_the_policy_is_that_of_the_register_and_of_exploring() {
    let register = Register::shipped().expect("it can be read");
    let options = Options { threads: 2, ..Options::default() };
    let usual = shipped::default_scopes();
    let checked: Vec<_> = usual.iter().map(|scope| Checked::scope(scope, &options, &Quiet)).collect();
    let verdicts = document::verdicts(&checked);
    hold("docs/POLICY.md", &document::policy(&register, &shipped::all(), &verdicts));
}

#[test]
fn the_tables_of_the_model_are_those_of_the_code() {
    hold_parts(
        "docs/MODEL.md",
        &[
            ("diagrams", document::diagrams(&shipped::default_scopes())),
            ("inputs", document::inputs()),
            ("faults", document::faults()),
            ("fairness", document::fairness()),
            ("readings", document::readings()),
            ("deadlines", document::deadlines()),
            ("scopes", document::scopes(&shipped::all())),
            ("defects", document::defects()),
            ("races", document::races()),
        ],
    );
}

#[test]
fn the_tables_of_logs_are_those_of_the_code() {
    hold_parts("docs/LOGS.md", &[("kinds", document::kinds()), ("fields", document::fields())]);
}

#[test]
fn the_schema_is_that_of_the_types() {
    hold("docs/trace.schema.json", &document::schema());
}

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&vouchsafe_alphabet::schema::line()).expect("it is a schema")
}

/// What is wrong with a line, by the schema.
fn wrong(validator: &jsonschema::Validator, line: &str) -> Option<String> {
    let value: Value = match serde_json::from_str(line) {
        Ok(value) => value,
        Err(error) => return Some(error.to_string()),
    };
    validator.iter_errors(&value).next().map(|error| error.to_string())
}

/// Holds every line of a trace but its header against the schema.
fn hold_lines(validator: &jsonschema::Validator, name: &str, text: &str) {
    let mut lines = text.lines();
    let header: Header = serde_json::from_str(lines.next().unwrap_or_default()).expect("it has a header");
    assert_eq!(header.manifest.schema, SCHEMA, "{name}");
    for (number, line) in (2..).zip(lines) {
        if let Some(error) = wrong(validator, line) {
            panic!("{name}, line {number}: {error}");
        }
    }
}

/// Inputs of a run that takes each in turn where it applies.
fn inputs(product: &Product<'_>) -> Vec<Action> {
    let (mut state, _) = product.opening();
    let mut taken = Vec::new();
    for &action in product.actions().iter().cycle().take(4 * product.actions().len()) {
        if let Ok((next, ..)) = product.take(&state, action, &mut Out::default()) {
            state = next;
            taken.push(action);
        }
    }
    taken
}

#[test]
fn every_trace_that_a_scope_gives_fits_the_schema() {
    let validator = validator();
    for scope in shipped::all() {
        let product = Product::new(&scope);
        let run = Run::of(&product, &inputs(&product)).expect("each input applied");
        let text = replay::write(&product, &run, Manifest::default(), None);
        assert!(text.lines().count() > 10, "{} shows something", scope.name);
        hold_lines(&validator, &scope.name, &text);
    }
}

#[test]
fn every_trace_of_the_fixtures_fits_the_schema() {
    let validator = validator();
    for path in traces(&root().join("fixtures")) {
        let text = fs::read_to_string(&path).expect("it can be read");
        hold_lines(&validator, &path.display().to_string(), &text);
    }
}

#[test]
fn the_schema_refuses_lines_that_do_not_fit() {
    let validator = validator();
    let good = r#"{"at":7,"kind":"opted-out","person":"ana","channel":"email"}"#;
    assert_eq!(wrong(&validator, good), None);
    assert_eq!(wrong(&validator, r#"{"at":7,"do":"opt-out(ana, email)"}"#), None);
    for canary in [
        good.replace("email", "pigeon"),
        good.replace("opted-out", "danced"),
        good.replace(r#","channel":"email""#, ""),
        good.replace("person", "persons"),
        good.replace('7', "-7"),
        good.replace(r#""at":7,"#, ""),
    ] {
        assert!(wrong(&validator, &canary).is_some(), "{canary}");
    }
}
