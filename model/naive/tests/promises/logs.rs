//! Short names for what the logs of these tests are made of, and for what a report says.

use crate::judge;
pub(crate) use vouchsafe_alphabet::Observation::*;
use vouchsafe_alphabet::readings::Readings;
pub(crate) use vouchsafe_alphabet::{
    Answer, Category, Channel, Class, Form, Ground, Holder, Key, Mail, Observation, Person, Purpose, Record,
    Regime, Request, Route, Rules, Service, Sort, Source, Terms, Tv, Verb, Worth,
};
use vouchsafe_alphabet::{Command, Contract, Deadlines, DeviceId, Mac, Phone};
use vouchsafe_naive::Moment;
pub(crate) use vouchsafe_naive::Timed;

pub(crate) const VENDOR: Holder = Holder::VENDOR;
pub(crate) const OTHER: Holder = Holder(1);
pub(crate) const ANN: Person = Person(1);
pub(crate) const BOB: Person = Person(2);
pub(crate) const STATUS: Category = Category::Status;
pub(crate) const MARKETING: Option<Purpose> = Some(Purpose::DirectMarketing);

/// Rules with a unit of ten milliseconds, two units for a withdrawal and one for everything else.
pub(crate) fn rules() -> Rules {
    let deadlines = Deadlines {
        withdrawal: 2,
        marketing_stop: 1,
        inference: 1,
        retention: 1,
        business_ground: 1,
        minor_removal: 1,
        security_review: 2,
        policy_review: 1,
        ..Deadlines::default()
    };
    Rules { unit_ms: 10, deadlines, readings: Readings::default(), ..Rules::default() }
}

/// The same with one reading that is not the default.
pub(crate) fn reading(name: &str, choice: &str) -> Rules {
    let mut rules = rules();
    assert!(rules.readings.set(name, choice), "{name}={choice}");
    rules
}

/// The breaches of promises whose id begins so, each as part and moment.
pub(crate) fn broken_until(promise: &str, rules: &Rules, log: &[Timed], until: Option<u64>) -> Vec<String> {
    let report = judge(rules, log, until);
    let ours = report.breaches.iter().filter(|finding| finding.promise.starts_with(promise));
    ours.map(|finding| match finding.moment {
        Moment::Line(index) => format!("{}@{index}", finding.part),
        Moment::InstantEnd { due_ms, sort, id } => format!("{}@{sort} {id} at {due_ms}", finding.part),
    })
    .collect()
}

/// The same where time ends with the last line.
pub(crate) fn broken(promise: &str, rules: &Rules, log: &[Timed]) -> Vec<String> {
    broken_until(promise, rules, log, None)
}

/// The witnesses of promises whose id begins so.
pub(crate) fn reached(promise: &str, rules: &Rules, log: &[Timed]) -> Vec<&'static str> {
    let report = judge(rules, log, None);
    report.witnessed.iter().filter(|(id, _)| id.starts_with(promise)).map(|(_, witness)| *witness).collect()
}

/// Whether the trigger of a promise held.
pub(crate) fn triggered(promise: &str, rules: &Rules, log: &[Timed]) -> bool {
    judge(rules, log, None).triggered.contains(promise)
}

/// No breach at all.
pub(crate) const NONE: [&str; 0] = [];

pub(crate) fn opened(person: Person) -> Observation {
    Opened { person, phone: Phone(1) }
}
pub(crate) fn collected(
    record: u32,
    person: Person,
    category: Category,
    by: Holder,
    source: Source,
) -> Observation {
    Collected {
        record: Record(record),
        person,
        category,
        by,
        source,
        other: None,
        command: None,
        tv: None,
        ground: None,
        purpose: None,
        details: None,
        terms: None,
    }
}
/// The vendor collects the status of Ann, as the TV reports it.
pub(crate) fn reports_status(record: u32) -> Observation {
    collected(record, ANN, STATUS, VENDOR, Source::Reported)
}
pub(crate) fn used(person: Person, purpose: Purpose, by: Holder) -> Observation {
    Used { person, category: STATUS, purpose, by, record: None, ground: None }
}
pub(crate) fn disclosed(to: Holder, contract: Option<u32>) -> Observation {
    Disclosed {
        person: ANN,
        category: STATUS,
        by: VENDOR,
        to,
        purpose: Purpose::Provide,
        other: None,
        record: None,
        contract: contract.map(Contract),
        ground: None,
    }
}
pub(crate) fn copied(record: u32, to: Holder) -> Observation {
    Copied { record: Record(record), to, place: None }
}
pub(crate) fn purged(record: u32, by: Holder) -> Observation {
    Purged { record: Record(record), by }
}
pub(crate) fn introduced(by: Holder, class: Class, for_vendor: bool) -> Observation {
    Introduced { by, class, for_vendor, kinds: None, sector: None }
}
/// Ann answers a general question about her status, asked on its own.
pub(crate) fn answered(verb: Verb, answer: Answer) -> Observation {
    answered_in(Form::Separate, verb, answer)
}
pub(crate) fn answered_in(form: Form, verb: Verb, answer: Answer) -> Observation {
    Answered {
        person: ANN,
        verbs: verb.into(),
        categories: STATUS.into(),
        answer,
        form,
        purpose: None,
        class: None,
    }
}
pub(crate) fn marketing_answer(answer: Answer, form: Form) -> Observation {
    Answered {
        person: ANN,
        verbs: Verb::Use.into(),
        categories: STATUS.into(),
        answer,
        form,
        purpose: MARKETING,
        class: None,
    }
}
pub(crate) fn withdrew(request: u32, verb: Verb) -> Observation {
    Withdrew {
        request: Request(request),
        person: ANN,
        verbs: verb.into(),
        categories: STATUS.into(),
        channel: Channel::Plugin,
    }
}
pub(crate) fn processed(request: u32) -> Observation {
    WithdrawalProcessed { request: Request(request) }
}
pub(crate) fn law_demands(request: u32, verb: Verb) -> Observation {
    LawDemands {
        request: Request(request),
        person: ANN,
        verbs: verb.into(),
        categories: STATUS.into(),
        to: None,
        place: None,
    }
}
pub(crate) fn law_demand_ended(request: u32) -> Observation {
    LawDemandEnded { request: Request(request) }
}
pub(crate) fn messaged(mail: Mail, channel: Channel, promotional: bool) -> Observation {
    Messaged { person: ANN, by: VENDOR, mail, channel, promotional, address: None, partner: None }
}
pub(crate) fn asked(mandatory: bool, verb: Verb, purpose: Option<Purpose>) -> Observation {
    Asked {
        person: ANN,
        by: VENDOR,
        verbs: verb.into(),
        categories: STATUS.into(),
        mandatory,
        purpose,
        class: None,
        service: None,
    }
}
pub(crate) fn resides(law: Regime, minor: bool) -> Observation {
    Resides { person: ANN, law, minor, place: None }
}
pub(crate) fn paid(by: Holder, to: Holder, worth: Worth, contract: u32) -> Observation {
    Paid { by, to, worth, contract: Contract(contract) }
}
pub(crate) fn custody_moved(contract: Option<u32>) -> Observation {
    CustodyMoved { person: ANN, to: OTHER, contract: contract.map(Contract) }
}
pub(crate) fn figures(contract: u32) -> Observation {
    FiguresShared { to: OTHER, amount: 5, contract: Some(Contract(contract)) }
}
pub(crate) fn manufactured(mac: u32, device_id: u32) -> Observation {
    Manufactured { mac: Mac(mac), device_id: DeviceId(device_id) }
}
pub(crate) fn carries(tv: u32, mac: u32, device_id: u32) -> Observation {
    Carries { tv: Tv(tv), mac: Mac(mac), device_id: DeviceId(device_id) }
}
pub(crate) fn checked(tv: u32, mac: u32, device_id: u32, passed: bool) -> Observation {
    Checked { tv: Tv(tv), mac: Mac(mac), device_id: DeviceId(device_id), passed }
}
pub(crate) fn bound(tv: u32, person: Person) -> Observation {
    Bound { tv: Tv(tv), person }
}
pub(crate) fn unbound(tv: u32, person: Person) -> Observation {
    Unbound { tv: Tv(tv), person }
}
pub(crate) fn shared(tv: u32, person: Person) -> Observation {
    Shared { tv: Tv(tv), person }
}
pub(crate) fn pressed(command: u32, person: Person, tv: u32) -> Observation {
    pressed_key(command, person, tv, Key::VolumeUp)
}
pub(crate) fn pressed_key(command: u32, person: Person, tv: u32, key: Key) -> Observation {
    Pressed { command: Command(command), person, phone: Phone(1), tv: Tv(tv), key }
}
pub(crate) fn executed(command: u32, tv: u32, key: Key, route: Route) -> Observation {
    Executed { command: Command(command), tv: Tv(tv), key, route }
}
pub(crate) fn transmitted(command: u32, tv: u32, route: Route) -> Observation {
    Transmitted { command: Command(command), tv: Tv(tv), route }
}
pub(crate) fn failed(command: u32) -> Observation {
    Failed { command: Command(command) }
}
pub(crate) fn closed(command: u32) -> Observation {
    Closed { command: Command(command) }
}
pub(crate) fn command_recorded(command: Option<u32>, person: Person, by: Holder) -> Observation {
    Collected {
        record: Record(9),
        person,
        category: Category::Command,
        by,
        source: Source::Observed,
        other: None,
        command: command.map(Command),
        tv: None,
        ground: None,
        purpose: None,
        details: None,
        terms: None,
    }
}
pub(crate) fn purpose_ended(record: u32) -> Observation {
    PurposeEnded { record: Record(record) }
}
pub(crate) fn inferred(record: u32) -> Observation {
    Inferred { record: Record(record) }
}
pub(crate) fn arose(record: u32, ground: Ground) -> Observation {
    GroundArose { record: Record(record), ground }
}
pub(crate) fn ended(record: u32, ground: Ground) -> Observation {
    GroundEnded { record: Record(record), ground }
}
pub(crate) fn guardian_of_ann(other: Person) -> Observation {
    GuardianOf { person: ANN, other }
}
pub(crate) fn guardian_reported(request: u32) -> Observation {
    reported_by(BOB, request)
}
pub(crate) fn reported_by(other: Person, request: u32) -> Observation {
    GuardianReported { request: Request(request), person: ANN, other }
}
pub(crate) fn guardian_approved(category: Category) -> Observation {
    approved_by(BOB, category)
}
pub(crate) fn approved_by(other: Person, category: Category) -> Observation {
    GuardianApproved { person: ANN, other, categories: category.into() }
}
