//! Lines about what is collected, field by field, and about how it is kept.

use crate::logs::*;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{Contract, Detail, Level, Set, Staff};

fn person() -> impl Strategy<Value = Person> {
    select(&[ANN, ANN, BOB][..])
}
fn holder() -> impl Strategy<Value = Holder> {
    select(&[VENDOR, VENDOR, OTHER][..])
}
fn tv() -> impl Strategy<Value = Tv> {
    (0u32..2).prop_map(Tv)
}
fn record() -> impl Strategy<Value = Record> {
    (0u32..2).prop_map(Record)
}
fn details() -> impl Strategy<Value = Set<Detail>> {
    use Detail as D;
    let one =
        || select(&[D::AccountId, D::Room, D::Ssid, D::Muted, D::Ip, D::Events, D::Text, D::Undeclared][..]);
    (one(), of(one())).prop_map(|(one, other)| other.map_or(one.into(), |other| Set::of(&[one, other])))
}
fn category() -> impl Strategy<Value = Category> {
    use Category as C;
    select(
        &[
            C::Account,
            C::SharedAccounts,
            C::DeviceInfo,
            C::NetworkInfo,
            C::OperationsInfo,
            C::WebLog,
            C::Analytics,
            C::Feedback,
            C::Purchase,
        ][..],
    )
}
fn source() -> impl Strategy<Value = Source> {
    select(&[Source::Reported, Source::Observed, Source::Observed, Source::Submitted][..])
}
fn company() -> impl Strategy<Value = Observation> {
    let class = select(&[Class::Ecosystem, Class::Provider][..]);
    (class, any::<bool>()).prop_map(|(class, for_vendor)| introduced(OTHER, class, for_vendor))
}

pub(crate) fn of_contents() -> impl Strategy<Value = Observation> {
    let taken = (record(), person(), category(), holder(), source(), of(person()), of(tv()), of(details()));
    let service = || select(&[Service::Control, Service::Status][..]);
    prop_oneof![
        6 => taken.prop_map(|(record, person, category, by, source, other, tv, details)| Collected {
            record,
            person,
            category,
            by,
            source,
            other,
            command: None,
            tv,
            ground: None,
            purpose: None,
            details,
            terms: None,
        }),
        1 => (person(), details()).prop_map(|(person, details)| LogWritten {
            person,
            details,
            context: Context::Site,
            record: None
        }),
        1 => (person(), details()).prop_map(|(person, details)| FeedbackSubmitted { person, details }),
        1 => (tv(), details())
            .prop_map(|(tv, details)| Reported { tv, amount: 1, details: Some(details) }),
        1 => company(),
        1 => (record(), holder(), any::<bool>())
            .prop_map(|(record, by, good)| EcosystemData { record, by, good, person: None }),
        2 => (person(), category(), any::<bool>(), of(service()), of(select(&[Purpose::Statistics][..])))
            .prop_map(|(person, category, mandatory, service, purpose)| Asked {
                person,
                by: VENDOR,
                verbs: Verb::Collect.into(),
                categories: category.into(),
                mandatory,
                purpose,
                class: None,
                service,
            }),
        1 => (person(), service(), category()).prop_map(|(person, service, category)| ServiceDenied {
            person,
            service,
            reason: Reason::DataDeclined,
            categories: Some(category.into()),
        }),
        1 => (tv(), any::<bool>()).prop_map(|(tv, good)| Powered { tv, good }),
        1 => (tv(), any::<bool>()).prop_map(|(tv, good)| Networked { tv, good, phone: None }),
        1 => (tv(), person()).prop_map(|(tv, person)| Bound { tv, person }),
        1 => (tv(), person()).prop_map(|(tv, person)| Shared { tv, person }),
    ]
}

pub(crate) fn of_keeping() -> impl Strategy<Value = Observation> {
    let staff = || (0u32..2).prop_map(Staff);
    let task = select(&[Purpose::Provide, Purpose::Support, Purpose::Unstated][..]);
    let access = (record(), staff(), task, any::<bool>(), of(holder()), of(any::<bool>()));
    let verb = select(&[Verb::Collect, Verb::Use, Verb::Disclose][..]);
    prop_oneof![
        3 => (0u32..2).prop_map(reports_status),
        3 => (record(), holder(), any::<bool>())
            .prop_map(|(record, to, good)| Stored { record, to, good, place: None }),
        1 => (record(), select(&[Level::Highest, Level::Low][..]))
            .prop_map(|(record, level)| Classified { record, level }),
        3 => access.prop_map(|(record, staff, purpose, good, by, passed)| Accessed {
            record,
            staff,
            purpose,
            good,
            by,
            passed
        }),
        1 => staff().prop_map(|staff| BoundToSecrecy { staff }),
        1 => staff().prop_map(|staff| Dismissed { staff }),
        2 => (verb, any::<bool>()).prop_map(|(verb, everywhere)| LawForbids {
            person: ANN,
            verbs: verb.into(),
            categories: STATUS.into(),
            place: (!everywhere).then_some(vouchsafe_alphabet::Place::Germany),
            to_place: None,
        }),
        1 => select(&[vouchsafe_alphabet::Place::Germany, vouchsafe_alphabet::Place::China][..])
            .prop_map(|place| Moved { person: ANN, place, law: None }),
        1 => company(),
        1 => of(0u64..2).prop_map(|term| ContractSigned {
            contract: Contract(1),
            to: OTHER,
            laws: Set::EMPTY,
            rights: Set::EMPTY,
            by: None,
            purposes: None,
            term,
        }),
        1 => (record(), holder()).prop_map(|(record, by)| Deidentified { record, by, attributable: false }),
        1 => holder().prop_map(|by| used(ANN, Purpose::Provide, by)),
        1 => holder().prop_map(|to| disclosed(to, None)),
        1 => person().prop_map(|person| ServiceRequested { person, service: Service::Support }),
    ]
}
