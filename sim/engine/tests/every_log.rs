//! Family by family, every log up to a small length over a few observations: an oracle judged by a system that
//! may do anything, explored by the same engine.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use vouchsafe_alphabet::{
    Answer, Categories, Category, Channel, Class, Command, Contract, DeviceId, Form, Ground, Holder, Key,
    Mac, Mail, Observation as O, Person, Phone, Purpose, Record, Regime, Request, Route, Rules, Service,
    Source, Terms, Tv, Verb, Verbs, Worth,
};
use vouchsafe_engine::agreement;
use vouchsafe_explore::{Extent, Marks, Mask, Options, Quiet, Space, explore};
use vouchsafe_oracle::fold::{At, fold};
use vouchsafe_oracle::shelf::Arrays;
use vouchsafe_oracle::{Checking, Judge, Verdicts, View};

const ANA: Person = Person(0);
const GIL: Person = Person(2);
const VENDOR: Holder = Holder::VENDOR;
const CLOUD: Holder = Holder(1);
const BUYER: Holder = Holder(2);
const DATA: Category = Category::DeviceInfo;

/// Every log over these letters; no letter stands for the end of a unit.
struct EveryLog {
    rules: Rules,
    judged_by_naive: Rules,
    opening: Vec<O>,
    letters: Vec<O>,
    longest: usize,
}

type Word = Vec<u8>;

impl EveryLog {
    /// The timed observations of a word, and the instant until which it is judged.
    fn log(&self, word: &[u8]) -> (Vec<(u64, O)>, u64) {
        let mut now = 0;
        let mut log: Vec<_> = self.opening.iter().map(|saw| (0, *saw)).collect();
        for &letter in word {
            match self.letters.get(usize::from(letter)) {
                Some(saw) => {
                    now += 1;
                    log.push((now, *saw));
                }
                None => now = (now / self.rules.unit_ms + 1) * self.rules.unit_ms,
            }
        }
        (log, now + 1)
    }

    /// What the checker's books find broken, as (promise, part) by number.
    fn checked(&self, word: &[u8]) -> BTreeSet<String> {
        struct Broken(BTreeSet<(usize, usize)>);
        impl Verdicts<Checking> for Broken {
            fn triggered(&mut self, _: usize) {}
            fn witnessed(&mut self, _: usize, _: usize) {}
            fn breached(&mut self, promise: usize, part: usize, _: &View<'_, Checking>) {
                self.0.insert((promise, part));
            }
        }
        let judge = Judge::<Checking>::default();
        let (mut books, mut broken) = (Arrays::default(), Broken(BTreeSet::new()));
        let letters = self
            .opening
            .iter()
            .map(Some)
            .chain(word.iter().map(|letter| self.letters.get(usize::from(*letter))));
        for letter in letters {
            match letter {
                Some(saw) => {
                    judge.saw(&books, saw, &self.rules, (), &mut broken);
                    fold(&mut books, saw, At { now: (), cause: (), rules: &self.rules });
                }
                None => {
                    books.age();
                    books.end_instant(&self.rules, &mut |books, subject| {
                        judge.ended(books, subject, &self.rules, (), &mut broken);
                    });
                }
            }
        }
        let name = |(promise, part): (usize, usize)| {
            let promise = &judge.promises()[promise];
            format!("{}/{}", promise.id, promise.parts[part].name)
        };
        broken.0.into_iter().map(name).collect()
    }

    /// Whether checker, monitor and naive evaluator disagree about a word.
    fn disagree(&self, word: &[u8]) -> bool {
        let (log, until) = self.log(word);
        let oracle = agreement::oracle(&self.rules, &log, Some(until));
        let naive = agreement::naive(&self.judged_by_naive, &log, Some(until));
        let parts = oracle.iter().filter_map(|saying| match saying {
            agreement::Saying::BrokenAt(promise, part, _)
            | agreement::Saying::BrokenWhenEnded(promise, part, ..) => Some(format!("{promise}/{part}")),
            agreement::Saying::Triggered(_)
            | agreement::Saying::Witnessed(..)
            | agreement::Saying::Pending(..) => None,
        });
        oracle != naive || parts.collect::<BTreeSet<_>>() != self.checked(word)
    }
}

impl Space for EveryLog {
    type State = Word;
    type Action = u8;
    type Bits = Mask<1>;

    fn fingerprint(&self, word: &Word) -> u64 {
        word.iter().fold(1, |sum, letter| sum << 5 | u64::from(*letter))
    }
    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&Word, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&Vec::new(), &Mask::default())
    }
    fn successors(
        &self,
        word: &Word,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(u8, &Word, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if word.len() == self.longest {
            return ControlFlow::Continue(());
        }
        for letter in 0..=self.letters.len() as u8 {
            let mut longer = word.clone();
            longer.push(letter);
            let bits = if self.disagree(&longer) { Mask::from_iter([0]) } else { Mask::default() };
            visit(letter, &longer, &bits)?;
        }
        ControlFlow::Continue(())
    }
    fn name(&self, letter: &u8) -> String {
        self.letters.get(usize::from(*letter)).map_or("a unit ends".into(), |saw| format!("{saw:?}"))
    }
}

fn rules() -> Rules {
    let mut rules = Rules { unit_ms: 100, ..Rules::default() };
    for (name, ..) in Rules::default().deadlines.each() {
        rules.deadlines.set(name, 1);
    }
    rules
}

fn facts() -> Vec<O> {
    vec![
        O::Introduced { by: CLOUD, class: Class::Provider, for_vendor: true, kinds: None, sector: None },
        O::Introduced { by: BUYER, class: Class::Outside, for_vendor: false, kinds: None, sector: None },
    ]
}

fn assert_agreement(opening: Vec<O>, letters: Vec<O>, longest: usize) {
    let space = EveryLog {
        rules: rules(),
        judged_by_naive: rules(),
        opening: [facts(), opening].concat(),
        letters,
        longest,
    };
    let report = explore(&space, &Options { threads: 2, ..Options::default() }, &Quiet);
    let words: u64 = (0..=longest).map(|length| (space.letters.len() as u64 + 1).pow(length as u32)).sum();
    assert_eq!((report.extent, report.states), (Extent::Exhausted, words));
    if let Some(walk) = report.breaches.first().and_then(|breach| breach.counterexample.as_ref()) {
        let told: Vec<_> = walk.actions.iter().map(|letter| space.name(letter)).collect();
        let (log, until) = space.log(&walk.actions);
        let differences = agreement::differences(&space.rules, &log, Some(until));
        panic!(
            "{}\noracle, naive: {differences:?}; checker: {:?}",
            told.join("\n"),
            space.checked(&walk.actions)
        );
    }
}

fn collected(record: u32, source: Source) -> O {
    O::Collected {
        record: Record(record),
        person: ANA,
        category: DATA,
        by: VENDOR,
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
fn answered(answer: Answer, form: Form, purpose: Option<Purpose>) -> O {
    O::Answered {
        person: ANA,
        verbs: Verbs::of(&[Verb::Collect, Verb::Use]),
        categories: DATA.into(),
        answer,
        form,
        purpose,
        class: None,
    }
}
fn used(purpose: Purpose) -> O {
    O::Used { person: ANA, category: DATA, purpose, by: CLOUD, record: None, ground: None }
}
fn withdrew(request: u32) -> O {
    O::Withdrew {
        request: Request(request),
        person: ANA,
        verbs: Verb::Collect.into(),
        categories: DATA.into(),
        channel: Channel::Plugin,
    }
}
fn messaged(mail: Mail, promotional: bool) -> O {
    O::Messaged {
        person: ANA,
        by: VENDOR,
        mail,
        channel: Channel::Email,
        promotional,
        address: None,
        partner: None,
    }
}

#[test]
fn authenticity() {
    let (tv, mac, device_id) = (Tv(0), Mac(0), DeviceId(0));
    let checked = |mac, passed| O::Checked { tv, mac, device_id, passed };
    let letters = vec![
        checked(mac, true),
        checked(Mac(1), true),
        checked(mac, false),
        O::Carries { tv, mac: Mac(1), device_id },
        O::Bound { tv, person: ANA },
        O::Unbound { tv, person: ANA },
        O::Pressed { command: Command(0), person: ANA, phone: Phone(0), tv, key: Key::Navigate },
        O::Executed { command: Command(0), tv, key: Key::Navigate, route: Route::Lan },
    ];
    let opening = vec![O::Manufactured { mac, device_id }, O::Carries { tv, mac, device_id }];
    assert_agreement(opening, letters, 5);
}

#[test]
fn command_path() {
    let (command, tv, key) = (Command(0), Tv(0), Key::Navigate);
    let mut record = collected(0, Source::Reported);
    if let O::Collected { category, command: of, .. } = &mut record {
        (*category, *of) = (Category::Command, Some(command));
    }
    let letters = vec![
        O::Pressed { command, person: ANA, phone: Phone(0), tv, key },
        O::Transmitted { command, tv, route: Route::Relay },
        O::Executed { command, tv, key, route: Route::Lan },
        O::Executed { command, tv: Tv(1), key: Key::AudioOn, route: Route::Lan },
        O::Failed { command },
        O::Closed { command },
        O::Shared { tv: Tv(1), person: ANA },
        O::Unbound { tv, person: ANA },
        record,
    ];
    assert_agreement(vec![O::Bound { tv, person: ANA }], letters, 5);
}

#[test]
fn no_sale() {
    let paid = |by, to, contract| O::Paid { by, to, worth: Worth::Credit, contract: Contract(contract) };
    let disclosed = |to, contract| O::Disclosed {
        person: ANA,
        category: DATA,
        by: VENDOR,
        to,
        purpose: Purpose::Provide,
        other: None,
        record: None,
        contract: Some(Contract(contract)),
        ground: None,
    };
    let letters = vec![
        paid(BUYER, VENDOR, 0),
        paid(BUYER, CLOUD, 0),
        paid(VENDOR, CLOUD, 0),
        paid(CLOUD, VENDOR, 0),
        disclosed(BUYER, 0),
        disclosed(CLOUD, 0),
        O::FiguresShared { to: BUYER, amount: 50, contract: Some(Contract(0)) },
        O::CorporateNotice { person: ANA, to: BUYER, channel: Channel::Email, purposes: None, good: None },
        O::CustodyMoved { person: ANA, to: BUYER, contract: Some(Contract(0)) },
    ];
    assert_agreement(vec![], letters, 5);
}

#[test]
fn marketing() {
    let marketing = Some(Purpose::DirectMarketing);
    let letters = vec![
        answered(Answer::Yes, Form::Separate, marketing),
        answered(Answer::Yes, Form::Bundled, marketing),
        answered(Answer::NoObjection, Form::Separate, marketing),
        O::OptedOut { person: ANA, channel: Channel::Plugin },
        O::StoppedMail { person: ANA, mail: Mail::Newsletter, channel: Channel::Email },
        used(Purpose::DirectMarketing),
        messaged(Mail::Newsletter, true),
        messaged(Mail::Service, false),
    ];
    for law in [Regime::Consent, Regime::SeparateConsent, Regime::NoObjection] {
        assert_agreement(
            vec![O::Resides { person: ANA, law, minor: false, place: None }],
            letters.clone(),
            5,
        );
    }
}

#[test]
fn retention() {
    let record = Record(0);
    let letters = vec![
        O::PurposeEnded { record },
        O::GroundArose { record, ground: Ground::Legal },
        O::GroundEnded { record, ground: Ground::Legal },
        O::GroundArose { record, ground: Ground::Business },
        O::Inferred { record },
        O::Copied { record, to: CLOUD, place: None },
        O::Purged { record, by: VENDOR },
        O::Purged { record, by: CLOUD },
        collected(0, Source::Reported),
    ];
    assert_agreement(vec![collected(0, Source::Reported)], letters, 5);
}

#[test]
fn withdrawal() {
    let law = Request(1);
    let letters = vec![
        answered(Answer::Yes, Form::Separate, None),
        answered(Answer::Yes, Form::Bundled, None),
        withdrew(0),
        withdrew(1),
        O::WithdrawalProcessed { request: Request(0) },
        collected(0, Source::Reported),
        used(Purpose::Provide),
        O::LawDemands {
            request: law,
            person: ANA,
            verbs: Verb::Collect.into(),
            categories: DATA.into(),
            to: None,
            place: None,
        },
        O::LawDemandEnded { request: law },
    ];
    assert_agreement(vec![], letters, 5);
}

#[test]
fn minors() {
    let reported = |other| O::GuardianReported { request: Request(0), person: ANA, other };
    let record = Record(0);
    let letters = vec![
        O::AgeLearned { person: ANA },
        reported(GIL),
        reported(Person(1)),
        O::GuardianApproved { person: ANA, other: GIL, categories: Categories::from(DATA) },
        collected(0, Source::Submitted),
        O::Purged { record, by: VENDOR },
        O::Copied { record, to: CLOUD, place: None },
        O::Subscribed { person: ANA, service: Service::Content, renewal: false },
        messaged(Mail::Service, false),
    ];
    let opening = vec![O::GuardianOf { person: ANA, other: GIL }, collected(0, Source::Reported)];
    assert_agreement(opening, letters, 5);
}

#[test]
fn deemed_consent() {
    let letters = vec![
        O::Opened { person: ANA, phone: Phone(0) },
        O::TookEffect { terms: Terms(2) },
        O::AcceptanceTaken { person: ANA, terms: Terms(1) },
        O::AcceptanceTaken { person: ANA, terms: Terms(2) },
        answered(Answer::Yes, Form::Separate, None),
        answered(Answer::No, Form::Separate, None),
        withdrew(0),
        collected(0, Source::Reported),
        used(Purpose::Provide),
    ];
    assert_agreement(vec![O::TookEffect { terms: Terms(1) }], letters, 5);
}

#[test]
fn policy_updates() {
    let (terms, good) = (Terms(2), true);
    let notified =
        |channel, effective| O::Notified { person: ANA, terms, channel, good, effective, address: None };
    let published = |categories: Option<Categories>, effective| O::Published {
        terms,
        categories,
        purpose: None,
        class: None,
        place: None,
        effective,
    };
    let letters = vec![
        O::TookEffect { terms },
        O::TookEffect { terms: Terms(1) },
        published(None, Some(1)),
        published(Some(DATA.into()), None),
        notified(Channel::Email, None),
        notified(Channel::AllSites, Some(0)),
        answered(Answer::Yes, Form::Separate, None),
        collected(0, Source::Reported),
    ];
    let opening = vec![O::TookEffect { terms: Terms(1) }, O::Opened { person: ANA, phone: Phone(0) }];
    assert_agreement(opening, letters, 5);
}

/// A check that cannot fail shows nothing: with other rules for the one side, a disagreement is found.
#[test]
fn different_rules_are_told_apart() {
    let mut lenient = rules();
    lenient.deadlines.set("withdrawal", 2);
    let space = EveryLog {
        rules: rules(),
        judged_by_naive: lenient,
        opening: facts(),
        letters: vec![withdrew(0), collected(0, Source::Reported)],
        longest: 3,
    };
    let report = explore(&space, &Options::default(), &Quiet);
    assert_eq!(report.breaches.len(), 1);
}
