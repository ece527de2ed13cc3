//! F17 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Set;
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::party::Context;

const F17: &str = "F17.no-linking";
const SEEN: Source = Source::Observed;
const GIVEN: Source = Source::Submitted;

fn line(record: u32, details: &[Detail]) -> Observation {
    let (details, record) = (Set::of(details), Some(Record(record)));
    LogWritten { person: ANN, details, context: Context::Site, record }
}
fn log_line(record: u32) -> Observation {
    line(record, &[])
}
fn datum(record: u32, category: Category, source: Source) -> Observation {
    collected(record, ANN, category, VENDOR, source)
}
fn analytics(record: u32) -> Observation {
    datum(record, Category::Analytics, SEEN)
}
fn device(record: u32) -> Observation {
    datum(record, Category::DeviceInfo, Source::Reported)
}
fn feedback(record: u32) -> Observation {
    datum(record, Category::Feedback, GIVEN)
}
fn link(record: u32, with: u32) -> Observation {
    Linked { record: Record(record), with: Record(with) }
}
fn log(lines: &[Observation]) -> Vec<Timed> {
    lines.iter().map(|line| (0, *line)).collect()
}
fn breaks(lines: &[Observation]) -> Vec<String> {
    broken(F17, &rules(), &log(lines))
}

#[test]
fn log_lines_are_linked_with_lines_alone() {
    assert_eq!(breaks(&[log_line(1), log_line(2), link(1, 2)]), NONE);
    assert_eq!(
        reached(F17, &rules(), &log(&[log_line(1), log_line(2), link(2, 1)])),
        ["line-taken-down", "lines-joined"]
    );
    for other in [device(2), feedback(2), datum(2, Category::CookieReport, Source::PassedOn)] {
        assert_eq!(breaks(&[log_line(1), other, link(1, 2)]), ["log-stays-apart@2"]);
        assert_eq!(breaks(&[log_line(1), other, link(2, 1)]), ["log-stays-apart@2"]);
    }
    let by_category = [datum(1, Category::WebLog, Source::Web), device(2), link(1, 2)];
    assert_eq!(breaks(&by_category), ["log-stays-apart@2"]);
}

#[test]
fn links_reach_over_what_was_linked_before_and_are_told_once() {
    let chain = [log_line(1), log_line(2), device(3), link(1, 2), link(2, 3), link(1, 3), link(3, 1)];
    assert_eq!(breaks(&chain), ["log-stays-apart@4"]);
    let over_device = [analytics(1), device(2), feedback(3), link(1, 2), link(2, 3)];
    assert_eq!(breaks(&over_device), ["analytics-stay-apart@4"]);
    let other_way = [analytics(1), device(2), feedback(3), link(3, 2), link(1, 2)];
    assert_eq!(breaks(&other_way), ["analytics-stay-apart@4"]);
    let two_groups = [analytics(1), device(2), feedback(3), device(4), link(1, 2), link(3, 4), link(2, 4)];
    assert_eq!(breaks(&two_groups), ["analytics-stay-apart@6"]);
}

#[test]
fn analytics_may_be_linked_with_what_nobody_handed_over() {
    let lawful = log(&[analytics(1), device(2), link(1, 2)]);
    assert_eq!(broken(F17, &rules(), &lawful), NONE);
    assert_eq!(reached(F17, &rules(), &lawful), ["analytics-joined", "analytics-taken-down"]);
    let strict = reading("analytics-reach", "any");
    assert_eq!(broken(F17, &strict, &lawful), ["analytics-stay-apart@2"]);
    assert_eq!(broken(F17, &strict, &log(&[analytics(1), analytics(2), link(1, 2)])), NONE);
    assert_eq!(breaks(&[analytics(1), feedback(2), link(1, 2)]), ["analytics-stay-apart@2"]);
    assert_eq!(breaks(&[device(1), feedback(2), link(1, 2)]), NONE);
}

#[test]
fn what_is_not_known_or_not_ours_is_no_concern() {
    assert_eq!(breaks(&[log_line(1), link(1, 2), link(1, 1)]), NONE);
    assert!(!triggered(F17, &rules(), &log(&[link(1, 2)])));
    let theirs = collected(1, ANN, Category::Analytics, OTHER, SEEN);
    assert_eq!(breaks(&[theirs, feedback(2), link(1, 2)]), NONE);
    let copied_to_us = [theirs, copied(1, VENDOR), feedback(2), link(1, 2)];
    assert_eq!(breaks(&copied_to_us), ["analytics-stay-apart@3"]);
}

#[test]
fn links_end_with_the_record() {
    let ends = [PurposeEnded { record: Record(2) }, purged(2, VENDOR)];
    let first = [analytics(1), device(2), link(1, 2)];
    let gone = [&first[..], &ends, &[feedback(2), device(3), link(2, 3)]].concat();
    assert_eq!(breaks(&gone), NONE, "another record under the same name");
    let still = [&first[..], &[device(3), link(2, 3)], &ends, &[feedback(4), link(3, 4)]].concat();
    assert_eq!(breaks(&still), ["analytics-stay-apart@8"], "what hung together over it still does");
    let again = [&first[..], &[device(2), feedback(3), link(2, 3)]].concat();
    assert_eq!(breaks(&again), ["analytics-stay-apart@5"], "collected again it is the same");
    let line_purged = [log_line(1), purged(1, VENDOR), device(2), link(1, 2)];
    assert_eq!(breaks(&line_purged), NONE);
    assert_eq!(breaks(&[log_line(1), purged(1, OTHER), device(2), link(1, 2)]), ["log-stays-apart@3"]);
}

#[test]
fn lines_and_payloads_name_nobody() {
    for detail in [Detail::AccountId, Detail::EmailAddress, Detail::DeviceId, Detail::MacAddress] {
        assert_eq!(breaks(&[line(1, &[detail, Detail::Browser])]), ["line-names-nobody@0"], "{detail}");
    }
    assert_eq!(breaks(&[line(1, &[Detail::Ip, Detail::Isp, Detail::Clicks])]), NONE);
    let with = |detail: Detail| Collected {
        record: Record(1),
        person: ANN,
        category: Category::Analytics,
        by: VENDOR,
        source: SEEN,
        other: None,
        command: None,
        tv: None,
        ground: None,
        purpose: None,
        details: Some(detail.into()),
        terms: None,
    };
    for detail in [Detail::AccountId, Detail::Contact, Detail::Text] {
        assert_eq!(breaks(&[with(detail)]), ["payload-names-nobody@0"], "{detail}");
    }
    assert_eq!(breaks(&[with(Detail::CrashSite)]), NONE);
}

#[test]
fn a_shared_address_is_a_link_by_one_reading_alone() {
    let network = datum(2, Category::NetworkInfo, Source::Reported);
    let logged = line(1, &[Detail::Ip]);
    let strict = reading("log-linkage", "linkable");
    for lines in [[network, logged], [logged, network]] {
        assert_eq!(breaks(&lines), NONE);
        assert_eq!(broken(F17, &strict, &log(&lines)), ["no-shared-key@1"]);
    }
    let bobs = collected(2, BOB, Category::NetworkInfo, VENDOR, Source::Reported);
    assert_eq!(broken(F17, &strict, &log(&[bobs, logged])), NONE);
    assert_eq!(broken(F17, &strict, &log(&[network, line(1, &[Detail::Browser])])), NONE);
}
