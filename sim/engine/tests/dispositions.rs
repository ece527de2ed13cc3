//! Where the clauses have gone: what must be judged is judged by parts, what can come about is shown by a witness,
//! and of each tension it is said how it was settled.

use vouchsafe_engine::register::{Class, Clause, Disposition, Register, Severity};
use vouchsafe_engine::{ScopeKind, shipped};
use vouchsafe_oracle::{Following, promises};

/// Clauses that their class would have end otherwise, and why they do not.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "CKT-16",
        "it tells of what browsers can do, which is no deed of the vendor's or of anybody who takes part",
    ),
    (
        "CTL-02",
        "logging in and out is judged by its effect on commands; that both can be done is an input of every scope with sessions",
    ),
];

const EXCEPTIONS_MAX: usize = 10;

fn register() -> Register {
    Register::shipped().expect("the shipped register is sound")
}

/// Whether one of what carries a clause is a part, or else a witness.
fn is_carried_by(clause: &Clause, wants_part: bool) -> bool {
    clause.carried_by.iter().filter_map(|carrier| carrier.split_once('/')).any(|(id, piece)| {
        let every = promises::every::<Following>();
        let promise = every.iter().find(|promise| promise.id == id);
        promise.is_some_and(|promise| {
            if wants_part {
                promise.parts.iter().any(|part| part.name == piece)
            } else {
                promise.witnesses.iter().any(|witness| witness.name == piece)
            }
        })
    })
}

#[test]
fn no_clause_is_planned() {
    let planned: Vec<String> = register()
        .clauses()
        .iter()
        .filter(|clause| clause.disposition == Disposition::Planned)
        .map(|clause| clause.id.clone())
        .collect();
    assert_eq!(planned, Vec::<String>::new());
}

#[test]
fn every_clause_ends_as_its_class_asks() {
    assert!(EXCEPTIONS.len() <= EXCEPTIONS_MAX);
    let mut wrong = Vec::new();
    for clause in register().clauses() {
        let as_asked = match clause.class {
            Class::Safety | Class::BoundedSafety | Class::Liveness | Class::InformationFlow => {
                clause.disposition == Disposition::Promise && is_carried_by(clause, true)
            }
            Class::Reachability => {
                matches!(clause.disposition, Disposition::Witness | Disposition::Promise)
                    && is_carried_by(clause, false)
            }
            Class::Contradiction | Class::NotFormalisable => {
                clause.disposition.is_carried() || clause.reason.is_some()
            }
        };
        let is_excepted = EXCEPTIONS.iter().any(|(id, why)| *id == clause.id && !why.is_empty());
        if as_asked == is_excepted {
            wrong.push(format!("{} ({}): {}", clause.id, clause.class.name(), clause.disposition.name()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_carries_nothing_says_why() {
    for clause in register().clauses().iter().filter(|clause| !clause.disposition.is_carried()) {
        assert!(clause.reason.is_some(), "{} says not why it is {}", clause.id, clause.disposition.name());
    }
}

#[test]
fn every_tension_is_settled_by_something() {
    for tension in register().tensions() {
        let planned = tension.settled_by.iter().any(|name| name == "planned");
        let said = !tension.settled_by.is_empty() || tension.choice.is_some();
        assert!(said && !planned, "{} is not settled", tension.id);
    }
}

#[test]
fn every_high_tension_is_shown_by_a_scope() {
    let scopes = shipped::all();
    let clashes = || scopes.iter().filter(|scope| scope.kind == ScopeKind::Clash);
    let register = register();
    let high = register.tensions().iter().filter(|tension| tension.severity == Severity::High);
    let unshown: Vec<&str> = high
        .filter(|tension| !clashes().any(|scope| scope.tensions.contains(&tension.id)))
        .map(|tension| tension.id.as_str())
        .collect();
    assert_eq!(unshown, Vec::<&str>::new());
}
