//! Lines of what may be seen on the web.

use crate::logs::*;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::data::{Blame, Detail};
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{Set, Word};

fn person() -> impl Strategy<Value = Person> {
    select(&[ANN, BOB][..])
}
fn holder() -> impl Strategy<Value = Holder> {
    select(&[VENDOR, Holder(1), Holder(2), Holder(3)][..])
}
fn context() -> impl Strategy<Value = Context> {
    select(Context::ALL)
}
fn details() -> impl Strategy<Value = Set<Detail>> {
    select(&[Detail::Preferences, Detail::Ip, Detail::AccountId][..]).prop_map(Set::from)
}
fn category() -> impl Strategy<Value = Category> {
    select(&[Category::AdProfile, Category::AdProfile, Category::Cookie, Category::Account][..])
}

pub(crate) fn of_the_web() -> impl Strategy<Value = Observation> {
    let advert = (person(), holder(), context(), any::<bool>(), of(category()));
    let purpose = select(&[Purpose::InterestAds, Purpose::Advertising][..]);
    let class = select(&[Class::AdPartner, Class::Provider, Class::Outside][..]);
    let source = select(&[Source::Observed, Source::Web][..]);
    prop_oneof![
        1 => (holder(), class).prop_map(|(by, class)| introduced(by, class, false)),
        1 => (person(), holder(), context()).prop_map(|(person, by, context)| CookieSet { person, by, context }),
        1 => (person(), details(), context())
            .prop_map(|(person, details, context)| LogWritten { person, details, context, record: None }),
        1 => (person(), holder(), details(), context()).prop_map(|(person, by, details, context)| {
            StorageWritten { person, by, details, context }
        }),
        1 => (holder(), 1u64..3, of(person()))
            .prop_map(|(by, amount, person)| ReportReceived { by, amount, person }),
        3 => advert.prop_map(|(person, by, context, carries, category)| {
            AdServed { person, by, context, carries, category }
        }),
        2 => person().prop_map(|person| AdOptedOut { person, channel: Channel::AdPage }),
        1 => person().prop_map(|person| AdOptedIn { person }),
        2 => (person(), category(), purpose, holder()).prop_map(|(person, category, purpose, by)| {
            Used { person, category, purpose, by, record: None, ground: None }
        }),
        1 => (person(), holder(), any::<bool>())
            .prop_map(|(person, by, carries)| PartUsed { person, by, carries }),
        1 => (person(), holder(), of(category()))
            .prop_map(|(person, by, category)| ThirdPartyCollected { person, by, category }),
        1 => (person(), holder(), source)
            .prop_map(|(person, by, source)| collected(1, person, Category::Analytics, by, source)),
    ]
}

/// What third parties do, and what is said of them.
pub(crate) fn of_third_parties() -> impl Strategy<Value = Observation> {
    let record = || (0u32..2).prop_map(Record);
    let blame = select(&[Blame::ThirdParty, Blame::ThirdParty, Blame::Vendor][..]);
    let class = select(&[Class::Outside, Class::Ecosystem, Class::Provider, Class::AdPartner][..]);
    prop_oneof![
        1 => (holder(), class).prop_map(|(by, class)| introduced(by, class, false)),
        2 => (person(), holder(), any::<bool>())
            .prop_map(|(person, by, carries)| PartUsed { person, by, carries }),
        2 => (person(), holder())
            .prop_map(|(person, by)| ThirdPartyCollected { person, by, category: None }),
        2 => (person(), blame).prop_map(|(person, blame)| Blamed { person, blame }),
        2 => (record(), holder(), any::<bool>())
            .prop_map(|(record, by, good)| EcosystemData { record, by, good, person: None }),
        2 => (person(), holder(), record()).prop_map(|(person, by, record)| {
            let (category, purpose) = (Category::EcosystemData, Purpose::Ecosystem);
            Used { person, category, purpose, by, record: Some(record), ground: None }
        }),
        1 => holder().prop_map(|to| disclosed(to, None)),
    ]
}

/// Log lines, analytics and other data as few records, and links between them.
pub(crate) fn of_links() -> impl Strategy<Value = Observation> {
    use Category as C;
    let record = || (0u32..4).prop_map(Record);
    let category = select(&[C::Analytics, C::Analytics, C::WebLog, C::NetworkInfo, C::Feedback][..]);
    let source = select(&[Source::Observed, Source::Submitted][..]);
    prop_oneof![
        2 => (person(), details(), context(), of(record()))
            .prop_map(|(person, details, context, record)| LogWritten { person, details, context, record }),
        5 => (record(), record()).prop_map(|(record, with)| Linked { record, with }),
        4 => (record(), person(), category, holder(), source, of(details())).prop_map(
            |(record, person, category, by, source, details)| Collected {
                record,
                person,
                category,
                by,
                source,
                other: None,
                command: None,
                tv: None,
                ground: None,
                purpose: None,
                details,
                terms: None,
            }
        ),
        1 => (record(), holder()).prop_map(|(record, by)| Purged { record, by }),
        1 => (record(), holder()).prop_map(|(record, to)| Copied { record, to, place: None }),
        1 => (holder(), select(&[9u64, 10, 11, 50][..]))
            .prop_map(|(to, amount)| FiguresShared { to, amount, contract: None }),
        1 => (record(), holder(), any::<bool>())
            .prop_map(|(record, by, attributable)| Deidentified { record, by, attributable }),
        1 => (holder(), select(&[Class::Advertiser, Class::Outside, Class::Provider][..]))
            .prop_map(|(by, class)| introduced(by, class, false)),
    ]
}
