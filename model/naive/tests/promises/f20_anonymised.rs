//! F20 on small logs.

use crate::logs::*;

const F20: &str = "F20.nobody-singled-out";
const ADVERTISER: Holder = Holder(1);
const BUYER: Holder = Holder(2);

fn log(lines: &[Observation]) -> Vec<Timed> {
    let cast = [introduced(ADVERTISER, Class::Advertiser, false), introduced(BUYER, Class::Outside, false)];
    cast.iter().chain(lines).map(|line| (0, *line)).collect()
}
fn about(amount: u64, to: Holder) -> Observation {
    FiguresShared { to, amount, contract: None }
}
fn breaks(rules: &Rules, lines: &[Observation]) -> Vec<String> {
    broken(F20, rules, &log(lines))
}
fn strips(attributable: bool) -> Observation {
    Deidentified { record: Record(1), by: VENDOR, attributable }
}

#[test]
fn figures_are_about_enough_people() {
    assert_eq!(breaks(&rules(), &[about(9, ADVERTISER)]), ["group-large-enough@2"]);
    assert_eq!(breaks(&rules(), &[about(0, BUYER)]), ["group-large-enough@2"]);
    assert_eq!(breaks(&rules(), &[about(10, ADVERTISER)]), NONE);
    assert_eq!(breaks(&reading("group-size", "two"), &[about(2, ADVERTISER)]), NONE);
    assert_eq!(breaks(&reading("group-size", "fifty"), &[about(49, ADVERTISER)]), ["group-large-enough@2"]);
    assert_eq!(reached(F20, &rules(), &log(&[about(10, ADVERTISER)])), ["figures-to-advertiser"]);
    assert_eq!(reached(F20, &rules(), &log(&[about(10, BUYER)])), ["figures-to-others"]);
    let worker = [introduced(BUYER, Class::Provider, true), about(1, BUYER)];
    assert_eq!(breaks(&rules(), &worker), NONE, "it works for the vendor");
}

#[test]
fn a_difference_tells_of_those_who_make_it() {
    let twice = |first, second, to| [about(first, ADVERTISER), about(second, to)];
    assert_eq!(breaks(&rules(), &twice(50, 51, ADVERTISER)), ["not-by-difference@3"]);
    assert_eq!(breaks(&rules(), &twice(51, 50, ADVERTISER)), ["not-by-difference@3"]);
    assert_eq!(breaks(&rules(), &twice(50, 59, ADVERTISER)), ["not-by-difference@3"]);
    assert_eq!(breaks(&rules(), &twice(50, 60, ADVERTISER)), NONE);
    assert_eq!(breaks(&rules(), &twice(50, 50, ADVERTISER)), NONE, "nobody makes a difference");
    assert_eq!(breaks(&rules(), &twice(50, 51, BUYER)), NONE, "told to another");
    let long_ago = [about(50, ADVERTISER), about(80, ADVERTISER), about(51, ADVERTISER)];
    assert_eq!(breaks(&rules(), &long_ago), ["not-by-difference@4"]);
    let pooled = reading("differencing", "everybody");
    assert_eq!(breaks(&pooled, &twice(50, 51, BUYER)), ["not-by-difference@3"]);
    assert_eq!(breaks(&reading("differencing", "each-alone"), &twice(50, 51, ADVERTISER)), NONE);
}

#[test]
fn what_is_anonymous_in_name_only_is_personal_still() {
    let record = reports_status(1);
    let gone = [record, PurposeEnded { record: Record(1) }];
    assert_eq!(
        breaks(&rules(), &[&gone[..], &[strips(true), copied(1, ADVERTISER)]].concat()),
        ["anonymous-in-truth@5"]
    );
    let in_truth = [&gone[..], &[strips(false), copied(1, ADVERTISER)]].concat();
    assert_eq!(breaks(&rules(), &in_truth), NONE);
    assert_eq!(reached(F20, &rules(), &log(&in_truth)), ["anonymised-record"]);
    assert!(!triggered(F20, &rules(), &log(&[record, copied(1, ADVERTISER)])), "nobody calls it anonymous");
    let anew = [record, strips(true), record, copied(1, ADVERTISER)];
    assert!(!triggered(F20, &rules(), &log(&anew)), "collected anew");
    assert!(!triggered(F20, &rules(), &log(&[record, strips(true), copied(1, VENDOR)])));
}
