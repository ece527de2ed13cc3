//! What liveness says of duties that are owed sooner or later: each kept in one way of doing things, and lost
//! in another that looks much like it.

use vouchsafe_explore::{Duty, Fairness, Strength};

use crate::commands::{Command, Commands};

/// Two people who ask questions, and one desk that answers (COM-15). A bit for each question that is open.
fn questions() -> Commands<[bool; 2]> {
    Commands {
        start: [false; 2],
        commands: vec![
            Command { name: "ana asks", marks: "p", step: |[ana, bo]| (!ana).then_some([true, bo]) },
            Command { name: "bo asks", marks: "r", step: |[ana, bo]| (!bo).then_some([ana, true]) },
            Command { name: "answer ana", marks: "q0", step: |[ana, bo]| ana.then_some([false, bo]) },
            Command { name: "answer bo", marks: "s1", step: |[ana, bo]| bo.then_some([ana, false]) },
        ],
        fairness: vec![Fairness::weak("answer ana"), Fairness::weak("answer bo")],
        duties: vec![Duty::leads_to("ana is answered"), Duty::leads_to("bo is answered")],
    }
}

#[test]
fn every_question_is_answered_by_a_desk_that_gets_to_each() {
    assert_eq!((questions().verdict(0), questions().verdict(1)), (Ok(()), Ok(())));
    // If nobody has to go to work, a question lies there.
    let mut idle = questions();
    idle.fairness.clear();
    assert_eq!(idle.verdict(1), Err((vec!["bo asks"], vec![])));
}

/// A desk that takes ana's questions first.
fn with_a_favourite() -> Commands<[bool; 2]> {
    let last = Command {
        name: "answer bo",
        marks: "s1",
        step: |[ana, bo]: [bool; 2]| (bo && !ana).then_some([ana, false]),
    };
    questions().with("answer bo", last)
}

#[test]
fn a_desk_with_a_favourite_starves_the_other() {
    assert_eq!(with_a_favourite().verdict(0), Ok(()));
    let (stem, round) = with_a_favourite().verdict(1).unwrap_err();
    assert_eq!(stem, ["bo asks"]);
    assert_eq!(round, ["ana asks", "answer ana"]);
    // Whoever takes every second chance is not starved.
    let mut strong = with_a_favourite();
    strong.fairness[1].strength = Strength::Strong;
    assert_eq!(strong.verdict(1), Ok(()));
}

/// Somebody looks at the status of a TV from afar (USE-18).
#[derive(Clone, Copy, Hash)]
struct Viewing {
    waits: bool,
    /// A question is on its way to the TV.
    asked: bool,
    on: bool,
}

fn viewing() -> Commands<Viewing> {
    Commands {
        start: Viewing { waits: false, asked: false, on: true },
        commands: vec![
            Command {
                name: "view",
                marks: "p",
                step: |at| (!at.waits).then_some(Viewing { waits: true, asked: true, ..at }),
            },
            Command {
                name: "lose",
                marks: "",
                step: |at| at.asked.then_some(Viewing { asked: false, ..at }),
            },
            Command { name: "unplug", marks: "", step: |at| at.on.then_some(Viewing { on: false, ..at }) },
            Command { name: "plug in", marks: "", step: |at| (!at.on).then_some(Viewing { on: true, ..at }) },
            Command {
                name: "show fresh",
                marks: "q0",
                step: |at| {
                    (at.waits && at.asked && at.on).then_some(Viewing { waits: false, asked: false, ..at })
                },
            },
            Command {
                name: "give up",
                marks: "q1",
                step: |at| at.waits.then_some(Viewing { waits: false, asked: false, ..at }),
            },
        ],
        fairness: vec![Fairness::weak("show fresh"), Fairness::weak("give up")],
        duties: vec![Duty::leads_to("fresh, or said to be unknown")],
    }
}

#[test]
fn viewing_ends_in_fresh_status_or_in_saying_that_it_is_unknown() {
    assert_eq!(viewing().verdict(0), Ok(()));
}

#[test]
fn a_view_that_waits_for_the_tv_may_wait_for_ever() {
    let patient = Command { name: "give up", marks: "q1", step: |_: Viewing| None };
    let (stem, round) = viewing().with("give up", patient).verdict(0).unwrap_err();
    assert_eq!((stem, round), (vec!["view", "lose"], vec![]));
    // One that gives up once the question is known to be lost waits for a TV without power.
    let lost = Command {
        name: "give up",
        marks: "q1",
        step: |at: Viewing| (at.waits && !at.asked).then_some(Viewing { waits: false, ..at }),
    };
    let (stem, round) = viewing().with("give up", lost).verdict(0).unwrap_err();
    assert_eq!((stem, round), (vec!["view", "unplug"], vec![]));
}

#[test]
fn showing_what_was_true_before_does_not_do() {
    let stale = Command {
        name: "give up",
        marks: "1",
        step: |at: Viewing| at.waits.then_some(Viewing { waits: false, asked: false, ..at }),
    };
    let (stem, round) = viewing().with("give up", stale).verdict(0).unwrap_err();
    assert_eq!((stem, round), (vec!["view", "give up"], vec![]));
}

/// A request for access or correction (DSR-04).
#[derive(Clone, Copy, PartialEq, Hash)]
enum Request {
    Absent,
    /// The vendor does not know enough to process it.
    Incomplete,
    /// It knows enough.
    Complete,
}

fn request() -> Commands<Request> {
    Commands {
        start: Request::Absent,
        commands: vec![
            Command {
                name: "ask",
                marks: "",
                step: |at| (at == Request::Absent).then_some(Request::Incomplete),
            },
            Command {
                name: "supply all",
                marks: "p",
                step: |at| (at == Request::Incomplete).then_some(Request::Complete),
            },
            Command {
                name: "demand more",
                marks: "",
                step: |at| (at == Request::Incomplete).then_some(Request::Incomplete),
            },
            Command {
                name: "process",
                marks: "q0",
                step: |at| (at == Request::Complete).then_some(Request::Absent),
            },
        ],
        fairness: vec![Fairness::weak("process")],
        duties: vec![Duty::leads_to("enough information is processed")],
    }
}

#[test]
fn a_request_with_enough_information_is_processed() {
    assert_eq!(request().verdict(0), Ok(()));
}

#[test]
fn a_vendor_that_may_always_demand_more_goes_on_for_ever() {
    let insatiable = || {
        let more = |at: Request| (at != Request::Absent).then_some(Request::Incomplete);
        request().with("demand more", Command { name: "demand more", marks: "", step: more })
    };
    let (stem, round) = insatiable().verdict(0).unwrap_err();
    // Between the demands nothing can be processed, so processing gets its due.
    assert_eq!(stem, ["ask", "supply all", "demand more"]);
    assert_eq!(round, [""; 0], "the person may stop answering, and it stays so");
    // If the person answers every demand, vendor and person go round and round.
    let mut answered = insatiable();
    answered.commands[1].marks = "p1";
    answered.fairness.push(Fairness::weak("supply all"));
    let (stem, round) = answered.verdict(0).unwrap_err();
    assert_eq!(stem, ["ask", "supply all"]);
    assert_eq!(round, ["demand more", "supply all"]);
}

/// Somebody on the staff who has a duty of secrecy (SEC-09).
#[derive(Clone, Copy, PartialEq, Hash)]
enum Staff {
    Trusted,
    Leaked,
    Detected,
    Gone,
}

fn staff() -> Commands<Staff> {
    Commands {
        start: Staff::Trusted,
        commands: vec![
            Command { name: "leak", marks: "", step: |at| (at == Staff::Trusted).then_some(Staff::Leaked) },
            Command {
                name: "detect",
                marks: "p",
                step: |at| (at == Staff::Leaked).then_some(Staff::Detected),
            },
            Command {
                name: "discipline",
                marks: "q0",
                step: |at| (at == Staff::Detected).then_some(Staff::Trusted),
            },
            Command {
                name: "dismiss",
                marks: "q0",
                step: |at| (at == Staff::Detected).then_some(Staff::Gone),
            },
        ],
        fairness: vec![Fairness::weak("sanction")],
        duties: vec![Duty::leads_to("a detected breach is sanctioned")],
    }
}

#[test]
fn a_detected_breach_of_secrecy_is_sanctioned() {
    assert_eq!(staff().verdict(0), Ok(()));
}

#[test]
fn a_breach_may_be_hushed_up() {
    let hush = Command {
        name: "hush up",
        marks: "0",
        step: |at: Staff| (at == Staff::Detected).then_some(Staff::Trusted),
    };
    let (stem, round) = staff().with("discipline", hush).verdict(0).unwrap_err();
    assert_eq!((stem, round), (vec!["leak", "detect", "hush up"], vec![]));
}
