//! The shipped register against everything that it names: observations, promises, readings, deadlines.

use std::collections::BTreeSet;
use vouchsafe_alphabet::observation::DESCRIPTIONS;
use vouchsafe_alphabet::{Deadlines, Word, readings};
use vouchsafe_engine::register::{self, Disposition, FILES, FINGERPRINTS, Register, RegisterError};
use vouchsafe_oracle::{Following, Promise, promises};

fn shipped() -> Register {
    Register::shipped().expect("the shipped register is sound")
}

fn all_promises() -> Vec<Promise<Following>> {
    promises::every()
}

fn readings_and_deadlines() -> BTreeSet<&'static str> {
    let deadlines = Deadlines::default().each();
    let deadlines = deadlines.iter().map(|(name, ..)| *name);
    readings::ALL.iter().map(|reading| reading.name).chain(deadlines).collect()
}

#[test]
fn every_clause_is_there_once() {
    let register = shipped();
    let ids: BTreeSet<_> = register.clauses().iter().map(|clause| &clause.id).collect();
    assert_eq!((register.clauses().len(), ids.len()), (194, 194));
    assert_eq!(register.tensions().len(), 69);
    let counted: usize = Disposition::ALL.iter().map(|&gone| register.count(None, gone)).sum();
    assert_eq!(counted, 194);
    let by_section = register.sections().into_iter().map(|section| {
        let of_section = |&gone: &Disposition| register.count(Some(section), gone);
        Disposition::ALL.iter().map(of_section).sum::<usize>()
    });
    assert_eq!(by_section.sum::<usize>(), 194);
}

#[test]
fn clauses_are_decided_by_observations_that_exist() {
    for clause in shipped().clauses() {
        for path in &clause.decided_by {
            let (kind, field) = path.split_once('.').map_or((path.as_str(), None), |(k, f)| (k, Some(f)));
            let known = DESCRIPTIONS.iter().find(|known| known.kind.name() == kind);
            let known = known.unwrap_or_else(|| panic!("{}: no kind `{kind}`", clause.id));
            if let Some(field) = field {
                let has = known.fields.iter().any(|known| known.name == field);
                assert!(has, "{}: `{kind}` has no field `{field}`", clause.id);
            }
        }
    }
}

#[test]
fn what_carries_a_clause_exists() {
    let mut parts = BTreeSet::new();
    let mut witnesses = BTreeSet::new();
    for promise in all_promises() {
        parts.extend(promise.parts.iter().map(|part| format!("{}/{}", promise.id, part.name)));
        witnesses.extend(promise.witnesses.iter().map(|sight| format!("{}/{}", promise.id, sight.name)));
    }
    let named = readings_and_deadlines();
    for clause in shipped().clauses() {
        for carrier in &clause.carried_by {
            let exists = match clause.disposition {
                Disposition::Promise => parts.contains(carrier) || witnesses.contains(carrier),
                Disposition::Witness => witnesses.contains(carrier),
                Disposition::Reading | Disposition::Parameter => named.contains(carrier.as_str()),
                Disposition::Assumption
                | Disposition::Gap
                | Disposition::NotFormalisable
                | Disposition::Planned => false,
            };
            assert!(exists, "{} is carried by `{carrier}`, which does not exist", clause.id);
        }
    }
}

#[test]
fn the_clauses_of_a_part_are_carried_by_it() {
    let register = shipped();
    for promise in all_promises() {
        for id in promise.clauses {
            assert!(register.clause(id).is_some(), "{} names `{id}`", promise.id);
        }
        for part in promise.parts {
            let name = format!("{}/{}", promise.id, part.name);
            for id in part.clauses {
                let clause = register.clause(id).unwrap_or_else(|| panic!("{name} names `{id}`"));
                // A witness clause is carried by witnesses alone; a part may cite it for its limits.
                let carried = match clause.disposition {
                    Disposition::Witness => clause.carried_by.iter().any(|c| c.starts_with(promise.id)),
                    Disposition::Promise
                    | Disposition::Reading
                    | Disposition::Parameter
                    | Disposition::Assumption
                    | Disposition::Gap
                    | Disposition::NotFormalisable
                    | Disposition::Planned => clause.carried_by.contains(&name),
                };
                assert!(carried, "{id} is not carried by {name}, which cites it");
            }
        }
    }
}

#[test]
fn a_promise_that_carries_a_clause_cites_it() {
    let promises = all_promises();
    for clause in shipped().clauses() {
        for (promise, _) in clause.carried_by.iter().filter_map(|carrier| carrier.split_once('/')) {
            let promise = promises.iter().find(|known| known.id == promise).expect("it exists");
            let cites = promise.clauses.contains(&clause.id.as_str());
            assert!(cites, "{} carries {} and does not cite it", promise.id, clause.id);
        }
    }
}

#[test]
fn readings_and_tensions_name_each_other_and_clauses_that_exist() {
    let register = shipped();
    let named = readings_and_deadlines();
    for tension in register.tensions() {
        let settled = !tension.settled_by.is_empty() || tension.choice.is_some();
        assert!(settled, "{} is settled by nothing", tension.id);
        for name in &tension.settled_by {
            assert!(named.contains(name.as_str()), "{} is settled by `{name}`", tension.id);
        }
    }
    for reading in readings::ALL {
        for id in reading.clauses {
            assert!(register.clause(id).is_some(), "{} names clause `{id}`", reading.name);
        }
        let settles = register.tensions().iter().filter(|t| t.settled_by.iter().any(|n| n == reading.name));
        let settles: Vec<_> = settles.map(|tension| tension.id.as_str()).collect();
        assert_eq!(settles, reading.tensions, "tensions settled by {}", reading.name);
    }
    for promise in all_promises() {
        for name in promise.readings {
            assert!(
                readings::ALL.iter().any(|reading| reading.name == *name),
                "{} names `{name}`",
                promise.id
            );
        }
    }
}

#[test]
fn bad_registers_are_refused() {
    let clause = |id: &str, tensions: &str, rest: &str| {
        format!(
            "[[clause]]\nid = '{id}'\nsection = 'S'\nlines = [1]\nparaphrase = 'p'\nmodality = 'right'\n\
             class = 'liveness'\ntimers = []\ntensions = [{tensions}]\ndecided_by = []\n{rest}\n"
        )
    };
    let planned = "disposition = 'planned'\ncarried_by = []";
    let read = |text: &str| Register::read(&[("a.toml", text)]).expect_err("it is bad");
    let twice = clause("A-01", "", planned).repeat(2);
    assert!(matches!(read(&twice), RegisterError::Twice { id, .. } if id == "A-01"));
    let one_way = read(&clause("A-01", "'T01'", planned));
    assert!(matches!(one_way, RegisterError::OneWay { tension, .. } if tension == "T01"));
    let uncarried = read(&clause("A-01", "", "disposition = 'promise'\ncarried_by = []"));
    assert!(matches!(uncarried, RegisterError::Carried { .. }));
    let carried = read(&clause("A-01", "", "disposition = 'planned'\ncarried_by = ['x']"));
    assert!(matches!(carried, RegisterError::Carried { .. }));
    let strange = read(&clause("A-01", "", "disposition = 'lost'\ncarried_by = []"));
    assert!(matches!(&strange, RegisterError::Form { says, .. } if says.contains("lost")), "{strange}");
}

#[test]
fn the_digest_is_that_of_the_files_as_they_are_on_disk() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/policy");
    for (name, text) in FILES.iter().chain([&FINGERPRINTS]) {
        let on_disk = std::fs::read_to_string(folder.join(name)).expect("the file is there");
        assert_eq!(on_disk, *text, "{name}");
    }
    let listed = std::fs::read_dir(&folder).expect("the folder is there");
    let toml = listed.filter(|entry| {
        let name = entry.as_ref().expect("it can be read").file_name();
        name.to_string_lossy().ends_with(".toml")
    });
    assert_eq!(toml.count(), FILES.len() + 1, "with the fingerprints");
    assert_eq!(register::sha256().len(), 64);
}
