//! A scope: the bounds of a run, read from TOML.
//!
//! A scope names its cast, the topics and faults that are switched on, deadlines, the readings that the
//! parties play and those that the oracle judges by, and the promises that it decides.

mod laws;
mod values;

use crate::jurisdiction::Date;
use laws::Laws;
use serde::Deserialize;
use values::{Age, Way};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::rules::RulesError;
use vouchsafe_alphabet::{
    Categories, Channel, Class, DeviceId, Ground, Holder, Key, Mac, Mail, Names, Person, Place, ProviderKind,
    Purpose, Regime, Rules, Sector, Service, Set, Sort, Verb, Verbs,
};
use vouchsafe_oracle::mode::{AnsweredBits, Checking};
use vouchsafe_oracle::promises;
use vouchsafe_oracle::shelf::Limits;
use vouchsafe_system::{
    Action, Cast, Defects, Fault, PersonSpec, RecipientSpec, Setup, SetupError, Topic, TvSpec,
};

/// What a scope is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeKind {
    /// It decides promises, and nothing in it can be left out.
    Deciding,
    /// Two topics in it write the same party or book.
    Pair,
    /// A deciding scope with one more of something, for `--deep`.
    Wide,
    /// It shows a tension: the breach that it expects comes about.
    Clash,
    /// A household for simulation, too large to explore.
    Population,
}

impl ScopeKind {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deciding => "deciding",
            Self::Pair => "pair",
            Self::Wide => "wide",
            Self::Clash => "clash",
            Self::Population => "population",
        }
    }
}

/// A scope, ready to run.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: ScopeKind,
    /// What it is about, in a sentence.
    pub about: String,
    /// The promises that it decides.
    pub decides: Vec<String>,
    /// The tensions that a clash scope shows.
    pub tensions: Vec<String>,
    /// What a clash scope expects to be broken, as `PROMISE/PART`, or `PROMISE/WITNESS` for a witness that
    /// cannot be reached.
    pub expects: Vec<String>,
    /// The system's side.
    pub setup: Setup,
    /// The oracle's side.
    pub judged: Rules,
    /// The names of the cast.
    pub names: Names,
    /// SHA-256 of the text.
    pub sha256: String,
}

/// Why a text is no scope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScopeError {
    /// It is no TOML of the right form.
    #[error("{says}")]
    Toml {
        /// What is wrong.
        says: String,
        /// Where in the text, in bytes.
        span: Option<std::ops::Range<usize>>,
    },
    /// A promise that it names does not exist.
    #[error("there is no promise `{0}`")]
    UnknownPromise(String),
    /// An input that it leaves out does not exist.
    #[error("`without` names `{0}`, which is no input")]
    UnknownInput(String),
    /// A name is used that the cast does not have.
    #[error("`{what}` names `{name}`, who is not among the cast's {among}")]
    UnknownName {
        /// Where.
        what: &'static str,
        /// The name.
        name: String,
        /// What was looked through.
        among: &'static str,
    },
    /// A name is used twice.
    #[error("the name `{0}` is used twice in the cast")]
    Twice(String),
    /// A person has an age, and nothing says who is a minor.
    #[error("`{0}` has an `age`; it counts by the law of a `place` on a `date`, and the scope needs both")]
    Undated(String),
    /// Nobody takes part.
    #[error("the cast has no people; a scope needs somebody whose data it is about")]
    Nobody,
    /// Rules that cannot be kept.
    #[error("the {side} rules cannot be used: {error}")]
    Rules {
        /// Played or judged.
        side: &'static str,
        /// What is wrong with them.
        error: RulesError,
    },
    /// The setup does not fit a world.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// The cast does not fit the books.
    #[error("there are {found} {what}; at most {most} fit the books")]
    Books {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many fit.
        most: usize,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    name: String,
    kind: ScopeKind,
    about: String,
    #[serde(default)]
    decides: Vec<String>,
    #[serde(default)]
    tensions: Vec<String>,
    #[serde(default)]
    expects: Vec<String>,
    cast: CastFile,
    run: RunFile,
    date: Option<Date>,
    #[serde(default)]
    unit_ms: Option<u64>,
    #[serde(default)]
    deadlines: vouchsafe_alphabet::Deadlines,
    #[serde(default)]
    readings: vouchsafe_alphabet::readings::Readings,
    #[serde(default)]
    judged: Option<vouchsafe_alphabet::readings::Readings>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CastFile {
    people: Vec<PersonFile>,
    #[serde(default)]
    phones: Vec<PhoneFile>,
    #[serde(default)]
    tvs: Vec<TvFile>,
    #[serde(default)]
    factory: Vec<PairFile>,
    #[serde(default)]
    recipients: Vec<RecipientFile>,
    #[serde(default)]
    staff: Vec<StaffFile>,
    #[serde(default)]
    guardians: Vec<GuardianFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PersonFile {
    name: String,
    law: Option<Regime>,
    #[serde(default)]
    minor: bool,
    place: Option<Place>,
    age: Option<Age>,
    shares_with: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhoneFile {
    name: String,
    of: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TvFile {
    name: String,
    mac: String,
    device_id: String,
    #[serde(default = "yes")]
    genuine: bool,
}

/// A pair of another TV that left the factory and does not take part.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PairFile {
    mac: String,
    device_id: String,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RecipientFile {
    name: String,
    class: Class,
    #[serde(default)]
    for_vendor: bool,
    kinds: Option<Set<ProviderKind>>,
    sector: Option<Sector>,
    signed: Option<bool>,
    laws: Option<Set<Place>>,
    rights: Option<Set<Place>>,
    purposes: Option<Set<Purpose>>,
    term: Option<u32>,
    place: Option<Place>,
}

impl RecipientFile {
    /// The recipient, with what its class implies where the file says nothing.
    fn spec(&self) -> RecipientSpec {
        let implied = RecipientSpec::new(self.class, self.for_vendor);
        RecipientSpec {
            kinds: self.kinds,
            sector: self.sector,
            signed: self.signed.unwrap_or(implied.signed),
            laws: self.laws,
            rights: self.rights,
            purposes: self.purposes,
            term: self.term,
            place: self.place,
            ..implied
        }
    }
}

/// A member of staff, and the provider that it belongs to where it is not the vendor.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StaffFile {
    name: String,
    of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuardianFile {
    name: String,
    of: String,
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RunFile {
    topics: Set<Topic>,
    faults: Set<Fault>,
    without: Vec<String>,
    categories: Categories,
    given: Categories,
    added: Categories,
    gathered: Categories,
    sampled: Categories,
    asked_for: Categories,
    withdrawals: Vec<Verbs>,
    keys: Vec<Key>,
    opt_outs: Vec<Channel>,
    promotions: Vec<Channel>,
    mails: Vec<Mail>,
    revocations: Vec<Channel>,
    asks: Vec<RequestKind>,
    mailing: Vec<Channel>,
    grounds: Vec<Ground>,
    services: Vec<Service>,
    classes: Vec<Class>,
    purposes: Vec<Purpose>,
    new_purposes: Vec<Purpose>,
    places: Vec<Place>,
    allowances: Vec<Verb>,
    prohibitions: Vec<Verb>,
    centres: Vec<Place>,
    safeguards: Vec<Way>,
    barriers: Vec<Way>,
    moves: Vec<Place>,
    further_centre: bool,
    terms: u8,
    offline_limit: Option<u32>,
    selector: bool,
    presses: Option<u8>,
    reports: u8,
    commands: u8,
    records: u8,
    requests: u8,
    messages: u8,
}

fn ways(ways: Vec<Way>) -> Vec<(Place, Place)> {
    ways.into_iter().map(|Way(from, to)| (from, to)).collect()
}

impl Default for RunFile {
    fn default() -> Self {
        let setup = Setup::default();
        Self {
            topics: setup.topics,
            faults: setup.faults,
            without: setup.without,
            categories: setup.categories,
            given: setup.given,
            added: setup.added,
            gathered: setup.gathered,
            sampled: setup.sampled,
            asked_for: setup.asked_for,
            withdrawals: setup.withdrawals,
            keys: setup.keys,
            opt_outs: setup.opt_outs,
            promotions: setup.promotions,
            mails: setup.mails,
            revocations: setup.revocations,
            asks: setup.asks,
            mailing: setup.mailing,
            grounds: setup.grounds,
            services: setup.services,
            classes: setup.classes,
            purposes: setup.purposes,
            new_purposes: setup.new_purposes,
            places: setup.places,
            allowances: setup.allowances,
            prohibitions: setup.prohibitions,
            centres: setup.centres,
            safeguards: Vec::new(),
            barriers: Vec::new(),
            moves: setup.moves,
            further_centre: setup.further_centre,
            terms: setup.terms,
            offline_limit: setup.offline_limit,
            selector: setup.selector,
            presses: setup.presses,
            reports: setup.reports,
            commands: setup.commands,
            records: setup.records,
            requests: setup.requests,
            messages: setup.messages,
        }
    }
}

impl Scope {
    /// Reads a scope from the text of its file.
    ///
    /// # Errors
    /// A text of another form, unknown names, and a scope that nothing can hold or keep.
    pub fn parse(text: &str) -> Result<Self, ScopeError> {
        let file: File = toml::from_str(text)
            .map_err(|error| ScopeError::Toml { says: error.message().to_owned(), span: error.span() })?;
        let known: Vec<_> = promises::every::<Checking>().iter().map(|promise| promise.id).collect();
        for named in file
            .decides
            .iter()
            .map(String::as_str)
            .chain(file.expects.iter().filter_map(|e| e.split('/').next()))
        {
            if !known.contains(&named) {
                return Err(ScopeError::UnknownPromise(named.to_owned()));
            }
        }
        let mut names = Names::default();
        let laws = Laws::on(file.date);
        let cast = cast(&file.cast, &laws, &mut names)?;
        let played = Rules {
            unit_ms: file.unit_ms.unwrap_or(Rules::default().unit_ms),
            deadlines: file.deadlines,
            readings: file.readings,
            subject_requests: laws.subject_requests(file.unit_ms),
            ..Rules::default()
        };
        let judged = Rules { readings: file.judged.unwrap_or(file.readings), ..played.clone() };
        let run = file.run;
        if let Some(word) =
            run.without.iter().find(|word| Action::WORDS.iter().all(|(known, ..)| known != word))
        {
            return Err(ScopeError::UnknownInput(word.clone()));
        }
        let setup = Setup {
            cast,
            topics: run.topics,
            faults: run.faults,
            without: run.without,
            categories: run.categories,
            given: run.given,
            added: run.added,
            gathered: run.gathered,
            sampled: run.sampled,
            asked_for: run.asked_for,
            withdrawals: run.withdrawals,
            keys: run.keys,
            opt_outs: run.opt_outs,
            promotions: run.promotions,
            mails: run.mails,
            revocations: run.revocations,
            asks: run.asks,
            mailing: run.mailing,
            grounds: run.grounds,
            services: run.services,
            classes: run.classes,
            purposes: run.purposes,
            new_purposes: run.new_purposes,
            places: run.places,
            allowances: run.allowances,
            prohibitions: run.prohibitions,
            centres: run.centres,
            safeguards: ways(run.safeguards),
            barriers: ways(run.barriers),
            moves: run.moves,
            further_centre: run.further_centre,
            local: laws.local(),
            terms: run.terms,
            rules: played,
            defects: Defects::default(),
            offline_limit: run.offline_limit,
            selector: run.selector,
            presses: run.presses,
            reports: run.reports,
            commands: run.commands,
            records: run.records,
            requests: run.requests,
            messages: run.messages,
        };
        let scope = Self {
            name: file.name,
            kind: file.kind,
            about: file.about,
            decides: file.decides,
            tensions: file.tensions,
            expects: file.expects,
            setup,
            judged,
            names,
            sha256: crate::digest::sha256(text.as_bytes()),
        };
        scope.check()?;
        Ok(scope)
    }

    /// Whether the scope can be run; called again after rules were changed.
    ///
    /// # Errors
    /// The first thing that nothing can hold or keep.
    pub fn check(&self) -> Result<(), ScopeError> {
        if self.setup.cast.people.is_empty() {
            return Err(ScopeError::Nobody);
        }
        let rules = |side, rules: &Rules| rules.check().map_err(|error| ScopeError::Rules { side, error });
        rules("played", &self.setup.rules)?;
        rules("judged", &self.judged)?;
        self.setup.check()?;
        let cast = &self.setup.cast;
        for (what, found, most) in [
            ("people", cast.people.len(), Limits::PEOPLE),
            ("TVs", cast.tvs.len(), Limits::TVS),
            ("members of staff", cast.staff.len(), Limits::STAFF),
            ("recipients", cast.recipients.len(), Limits::HOLDERS.min(Limits::CONTRACTS) - 1),
            ("commands", usize::from(self.setup.commands), Limits::COMMANDS),
            ("records", usize::from(self.setup.records), Limits::RECORDS),
            ("requests", usize::from(self.setup.requests), Limits::REQUESTS),
            ("kinds of question", self.kinds_of_question(), AnsweredBits::KEYS),
        ] {
            if found > most {
                return Err(ScopeError::Books { what, found, most });
            }
        }
        Ok(())
    }

    /// How many kinds of question people are asked: the general one, one for each class and each new purpose,
    /// and the one about direct marketing.
    fn kinds_of_question(&self) -> usize {
        let setup = &self.setup;
        let marketing = usize::from(setup.topics.has(Topic::Marketing));
        1 + setup.classes.len() + setup.new_purposes.len() + marketing
    }

    /// Whether it decides this promise.
    pub fn asks(&self, id: &str) -> bool {
        self.decides.iter().any(|decided| decided == id)
    }

    /// Takes a choice `NAME=CHOICE` on both sides, or with `played:` or `judged:` before it on that side alone;
    /// `false` when there is none such.
    pub fn read(&mut self, reading: &str) -> bool {
        let (side, reading) = match reading.split_once(':') {
            Some((side, reading)) => (Some(side), reading),
            None => (None, reading),
        };
        let Some((name, choice)) = reading.split_once('=') else { return false };
        let (played, judged) = (&mut self.setup.rules.readings, &mut self.judged.readings);
        match side {
            None => played.set(name, choice) && judged.set(name, choice),
            Some("played") => played.set(name, choice),
            Some("judged") => judged.set(name, choice),
            Some(_) => false,
        }
    }

    /// The choices that differ from the default, in the form that [`Scope::read`] takes.
    pub fn readings(&self) -> Vec<String> {
        let mut differing = Vec::new();
        for reading in vouchsafe_alphabet::readings::ALL {
            let default = reading.choices.first().map(|choice| choice.name);
            let (played, judged) =
                (self.setup.rules.readings.get(reading.name), self.judged.readings.get(reading.name));
            let mut say = |side: &str, choice: Option<&str>| {
                if choice != default {
                    differing.push(format!("{side}{}={}", reading.name, choice.unwrap_or_default()));
                }
            };
            if played == judged {
                say("", played);
            } else {
                say("played:", played);
                say("judged:", judged);
            }
        }
        differing
    }
}

/// Numbers the cast in the order in which it is written.
fn cast(file: &CastFile, laws: &Laws, names: &mut Names) -> Result<Cast, ScopeError> {
    let mut fresh = |sort: Sort, name: &str| {
        if names.known(sort, name).is_some() {
            Err(ScopeError::Twice(name.to_owned()))
        } else {
            Ok(names.id(sort, name))
        }
    };
    for person in &file.people {
        fresh(Sort::Person, &person.name)?;
    }
    for phone in &file.phones {
        fresh(Sort::Phone, &phone.name)?;
    }
    for tv in &file.tvs {
        fresh(Sort::Tv, &tv.name)?;
    }
    for recipient in &file.recipients {
        fresh(Sort::Holder, &recipient.name)?;
    }
    for member in &file.staff {
        fresh(Sort::Staff, &member.name)?;
    }
    let staff = file.staff.iter().map(|member| {
        let provider = |name: &String| {
            names.known(Sort::Holder, name).map(Holder).ok_or_else(|| ScopeError::UnknownName {
                what: "staff",
                name: name.clone(),
                among: "recipients",
            })
        };
        member.of.as_ref().map(provider).transpose()
    });
    let staff = staff.collect::<Result<_, _>>()?;
    let person = |what, name: &str| {
        names.known(Sort::Person, name).map(Person).ok_or_else(|| ScopeError::UnknownName {
            what,
            name: name.to_owned(),
            among: "people",
        })
    };
    let phones = file.phones.iter().map(|phone| person("phones", &phone.of)).collect::<Result<_, _>>()?;
    let guardian_of = file
        .guardians
        .iter()
        .map(|guardian| Ok((person("guardians", &guardian.name)?, person("guardians", &guardian.of)?)))
        .collect::<Result<_, ScopeError>>()?;
    let people = file
        .people
        .iter()
        .map(|spec| {
            let shares_with = spec.shares_with.as_ref();
            let shares_with = shares_with.map(|name| person("shares-with", name)).transpose()?;
            let local = spec.place.map(|place| laws.of(place)).unwrap_or_default();
            if spec.age.is_some() && (spec.place.is_none() || !laws.dated()) {
                return Err(ScopeError::Undated(spec.name.clone()));
            }
            let age = spec.age.map(|Age(years)| years);
            let young = age.zip(local.adult_at).is_some_and(|(age, adult_at)| age < adult_at);
            let law = spec.law.or(local.regime).unwrap_or(Regime::Consent);
            let (minor, place) = (spec.minor || young, spec.place);
            Ok(PersonSpec { law, minor, place, age, shares_with })
        })
        .collect::<Result<_, ScopeError>>()?;
    let tvs = file
        .tvs
        .iter()
        .map(|tv| TvSpec {
            mac: Mac(names.id(Sort::Mac, &tv.mac)),
            device_id: DeviceId(names.id(Sort::DeviceId, &tv.device_id)),
            genuine: tv.genuine,
        })
        .collect();
    let factory = file
        .factory
        .iter()
        .map(|pair| {
            (Mac(names.id(Sort::Mac, &pair.mac)), DeviceId(names.id(Sort::DeviceId, &pair.device_id)))
        })
        .collect();
    Ok(Cast {
        factory,
        people,
        phones,
        tvs,
        recipients: file.recipients.iter().map(RecipientFile::spec).collect(),
        staff,
        guardian_of,
    })
}
