//! F23 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::{Contract, Set, Staff};

const F23: &str = "F23.entitled-access";
const AGENT: Staff = Staff(1);

fn takes_up(purpose: Purpose) -> Observation {
    works(purpose, true, None, None)
}
fn works(purpose: Purpose, good: bool, by: Option<Holder>, passed: Option<bool>) -> Observation {
    Accessed { record: Record(1), staff: AGENT, purpose, good, by, passed }
}
fn log(rest: &[Timed]) -> Vec<Timed> {
    [&[(0, reports_status(1))], rest].concat()
}

#[test]
fn whoever_works_with_a_record_is_bound_and_engaged() {
    let provide = takes_up(Purpose::Provide);
    assert_eq!(broken(F23, &rules(), &log(&[(1, provide)])), NONE);
    assert_eq!(reached(F23, &rules(), &log(&[(1, provide)])), ["by-staff"]);
    let unbound = works(Purpose::Provide, false, None, None);
    assert_eq!(broken(F23, &rules(), &log(&[(1, unbound)])), ["bound-to-secrecy@1"]);
    let gone = (1, Dismissed { staff: AGENT });
    assert_eq!(broken(F23, &rules(), &log(&[gone, (2, provide)])), ["still-engaged@2"]);
    let back = (2, BoundToSecrecy { staff: AGENT });
    assert_eq!(broken(F23, &rules(), &log(&[gone, back, (3, provide)])), NONE);
    let other = (1, Dismissed { staff: Staff(2) });
    assert_eq!(broken(F23, &rules(), &log(&[other, (2, provide)])), NONE);
    let unauthorised = works(Purpose::Provide, true, None, Some(false));
    assert_eq!(broken(F23, &rules(), &log(&[(1, unauthorised)])), ["authorised@1"]);
}

#[test]
fn those_of_a_provider_work_while_its_contract_stands() {
    let worker = (1, introduced(OTHER, Class::Provider, true));
    let works = works(Purpose::Provide, true, Some(OTHER), None);
    assert_eq!(broken(F23, &rules(), &log(&[worker, (2, works)])), NONE, "no contract was ever seen");
    assert_eq!(reached(F23, &rules(), &log(&[worker, (2, works)])), ["by-provider"]);
    assert!(!triggered(F23, &rules(), &log(&[(2, works)])), "nobody of ours");
    let signs = |term| ContractSigned {
        contract: Contract(1),
        to: OTHER,
        laws: Set::EMPTY,
        rights: Set::EMPTY,
        by: None,
        purposes: None,
        term,
    };
    let ends = (3, ContractEnded { contract: Contract(1) });
    assert_eq!(broken(F23, &rules(), &log(&[worker, (2, signs(None)), (4, works)])), NONE);
    assert_eq!(
        broken(F23, &rules(), &log(&[worker, (2, signs(None)), ends, (4, works)])),
        ["still-engaged@4"]
    );
    assert_eq!(broken(F23, &rules(), &log(&[worker, (2, signs(Some(1))), (10, works)])), NONE);
    assert_eq!(broken(F23, &rules(), &log(&[worker, (2, signs(Some(1))), (11, works)])), ["still-engaged@3"]);
}

#[test]
fn it_is_for_a_task_that_serves_the_person() {
    let support = takes_up(Purpose::Support);
    assert_eq!(broken(F23, &rules(), &log(&[(1, support)])), ["task-for-the-person@1"]);
    let asks = |person| ServiceRequested { person, service: Service::Support };
    assert_eq!(broken(F23, &rules(), &log(&[(1, asks(ANN)), (2, support)])), NONE);
    assert_eq!(broken(F23, &rules(), &log(&[(1, asks(BOB)), (2, support)])), ["task-for-the-person@2"]);
    let follows = takes_up(Purpose::FollowUp);
    assert_eq!(broken(F23, &rules(), &log(&[(1, follows)])), ["task-for-the-person@1"]);
    for purpose in [Purpose::Unstated, Purpose::DirectMarketing, Purpose::Statistics] {
        assert_eq!(broken(F23, &rules(), &log(&[(1, takes_up(purpose))])), ["task-for-the-person@1"]);
    }
    for purpose in [Purpose::Security, Purpose::LegalDemand, Purpose::Dispute] {
        assert_eq!(broken(F23, &rules(), &log(&[(1, takes_up(purpose))])), NONE);
    }
    let any = reading("staff-access", "any-stated");
    assert_eq!(broken(F23, &any, &log(&[(1, takes_up(Purpose::DirectMarketing))])), NONE);
    assert_eq!(broken(F23, &any, &log(&[(1, takes_up(Purpose::Unstated))])), ["task-for-the-person@1"]);
}

#[test]
fn the_law_binds_staff_like_the_vendor() {
    let provide = takes_up(Purpose::Provide);
    let forbids = |verb: Verb, category: Category| LawForbids {
        person: ANN,
        verbs: verb.into(),
        categories: category.into(),
        place: None,
        to_place: None,
    };
    let under = |law| log(&[(1, law), (2, provide)]);
    assert_eq!(broken(F23, &rules(), &under(forbids(Verb::Use, STATUS))), ["same-duties@2"]);
    assert_eq!(broken(F23, &rules(), &under(forbids(Verb::Collect, STATUS))), NONE);
    assert_eq!(broken(F23, &rules(), &under(forbids(Verb::Use, Category::Account))), NONE);
}
