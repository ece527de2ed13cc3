//! A network profile: how long the messages of the command path take and how many are lost, read from TOML.
//!
//! There is no published figure for the TV that this is about. Each figure is therefore an assumption, has to
//! say why, and is refused where it does not.

mod curve;
mod shipped;

pub use curve::{Curve, WHOLE_PPM};
pub use shipped::{DEFAULT, TEXTS, all, named};

use serde::{Deserialize, Deserializer, de::Error as _};
use std::num::NonZeroU16;
use std::ops::Range;
use toml::Spanned;
use vouchsafe_system::Parcel;

/// The figures of a network, each with the reason for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub about: Sentence,
    /// The ways of messages.
    pub hops: Hops,
    /// The phone with the plugin.
    pub plugin: Plugin,
    /// The vendor's relay.
    pub relay: Relay,
    /// The TV.
    pub tv: Tv,
    /// SHA-256 of the text.
    #[serde(skip)]
    pub sha256: String,
}

/// One hop for each kind of message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each field is described where the kinds of message are, in `Parcel`")]
pub struct Hops {
    pub lan_command: Hop,
    pub lan_ack: Hop,
    pub remote_command: Hop,
    pub push_command: Hop,
    pub status_report: Hop,
    pub status_push: Hop,
}

/// The way of one kind of message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Hop {
    /// How long it takes from sending to arrival, in microseconds.
    pub us: Curve,
    /// How many of a million messages are lost for good.
    pub loss_ppm: Ppm,
    /// How many of a million messages arrive twice.
    pub duplicate_ppm: Ppm,
    /// Why.
    pub assumption: Sentence,
}

/// What the phone with the plugin takes its time for, and how long it waits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Plugin {
    /// From the press until the guard has decided.
    pub guard: Duration,
    /// Waking a mobile radio that has slept, before something is sent to the relay.
    pub wake_up: WakeUp,
    /// How long after sending on the local network the relay is tried.
    pub lan_timeout: Time,
    /// How long after the press a command is given up.
    pub give_up: Time,
}

/// Waking a radio.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WakeUp {
    /// After how many microseconds without a message to or from the relay it sleeps.
    pub idle_us: u32,
    /// How long it takes to wake, in microseconds.
    pub us: Curve,
    /// Why.
    pub assumption: Sentence,
}

/// The relay: a queue, first come first served, in which the commands of all households wait.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Relay {
    /// How long a worker is busy with a message.
    pub service: Duration,
    /// How many workers there are.
    pub workers: Workers,
}

/// What the TV takes its time for; it executes one command after the other.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tv {
    /// From taking up a command until it is executed.
    pub execution: Duration,
    /// From the execution until the report is sent.
    pub report: Duration,
}

/// A time that is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// In microseconds.
    pub us: Curve,
    /// Why.
    pub assumption: Sentence,
}

/// A time that is fixed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// In microseconds.
    pub us: u32,
    /// Why.
    pub assumption: Sentence,
}

/// A number of workers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workers {
    /// How many.
    pub count: NonZeroU16,
    /// Why.
    pub assumption: Sentence,
}

/// A share in parts per million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ppm(pub u32);

impl<'de> Deserialize<'de> for Ppm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ppm = i64::deserialize(deserializer)?;
        let known = u32::try_from(ppm).ok().filter(|ppm| *ppm <= WHOLE_PPM);
        known.map(Self).ok_or_else(|| {
            D::Error::custom(format!("{ppm} is no share; one is from 0 to {WHOLE_PPM} parts per million"))
        })
    }
}

/// A sentence for people, which may not be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub String);

impl<'de> Deserialize<'de> for Sentence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.split_whitespace().count() < 3 {
            return Err(D::Error::custom("this says nothing; a sentence says where the figure comes from"));
        }
        Ok(Self(text))
    }
}

/// Why a text is no profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{says}")]
pub struct ProfileError {
    /// What is wrong.
    pub says: String,
    /// Where in the text, in bytes.
    pub span: Option<Range<usize>>,
}

/// The two times whose order matters, with their places.
#[derive(Deserialize)]
struct Order {
    plugin: Waits,
}
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Waits {
    lan_timeout: Wait,
    give_up: Wait,
}
#[derive(Deserialize)]
struct Wait {
    us: Spanned<u32>,
}

impl Profile {
    /// Reads a profile from the text of its file.
    ///
    /// # Errors
    /// A text of another form, a figure without an assumption or beyond what it can be, and waiting that ends
    /// before it begins.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let wrong =
            |error: toml::de::Error| ProfileError { says: error.message().to_owned(), span: error.span() };
        let mut profile: Self = toml::from_str(text).map_err(wrong)?;
        let order: Order = toml::from_str(text).map_err(wrong)?;
        let (timeout, give_up) = (&order.plugin.lan_timeout.us, &order.plugin.give_up.us);
        if give_up.get_ref() <= timeout.get_ref() {
            return Err(ProfileError {
                says: format!(
                    "a command is given up after {} us, which is not later than the relay is tried, after {} us",
                    give_up.get_ref(),
                    timeout.get_ref()
                ),
                span: Some(give_up.span()),
            });
        }
        profile.sha256 = crate::digest::sha256(text.as_bytes());
        Ok(profile)
    }

    /// The hop of a kind of message.
    pub const fn hop(&self, parcel: Parcel) -> &Hop {
        match parcel {
            Parcel::LanCommand => &self.hops.lan_command,
            Parcel::RemoteCommand => &self.hops.remote_command,
            Parcel::PushCommand => &self.hops.push_command,
            Parcel::LanAck => &self.hops.lan_ack,
            Parcel::StatusReport => &self.hops.status_report,
            Parcel::StatusPush => &self.hops.status_push,
        }
    }

    /// Whether any message may be lost.
    pub fn loses(&self) -> bool {
        self.each_hop().any(|hop| hop.loss_ppm.0 > 0)
    }

    /// Whether any message may arrive twice.
    pub fn doubles(&self) -> bool {
        self.each_hop().any(|hop| hop.duplicate_ppm.0 > 0)
    }

    fn each_hop(&self) -> impl Iterator<Item = &Hop> {
        use vouchsafe_alphabet::Word;
        Parcel::ALL.iter().map(|&parcel| self.hop(parcel))
    }

    /// Every figure: what it is of, the figure in words, and why.
    pub fn figures(&self) -> Vec<(String, String, &str)> {
        use vouchsafe_alphabet::Word;
        let mut figures = Vec::new();
        for &parcel in Parcel::ALL {
            let hop = self.hop(parcel);
            let lost =
                if hop.loss_ppm.0 > 0 { format!("; {} ppm lost", hop.loss_ppm.0) } else { String::new() };
            let twice = if hop.duplicate_ppm.0 > 0 {
                format!("; {} ppm twice", hop.duplicate_ppm.0)
            } else {
                String::new()
            };
            let says = format!("{}{lost}{twice}", hop.us.says());
            figures.push((parcel.name().to_owned(), says, hop.assumption.0.as_str()));
        }
        let (plugin, relay, tv) = (&self.plugin, &self.relay, &self.tv);
        let idle = format!("{}, asleep after {} ms", plugin.wake_up.us.says(), plugin.wake_up.idle_us / 1000);
        let after = |time: &Time| format!("{} ms", time.us / 1000);
        for (name, says, why) in [
            ("plugin, guard", plugin.guard.us.says(), &plugin.guard.assumption),
            ("plugin, wake-up", idle, &plugin.wake_up.assumption),
            ("plugin, lan-timeout", after(&plugin.lan_timeout), &plugin.lan_timeout.assumption),
            ("plugin, give-up", after(&plugin.give_up), &plugin.give_up.assumption),
            ("relay, service", relay.service.us.says(), &relay.service.assumption),
            ("relay, workers", relay.workers.count.to_string(), &relay.workers.assumption),
            ("tv, execution", tv.execution.us.says(), &tv.execution.assumption),
            ("tv, report", tv.report.us.says(), &tv.report.assumption),
        ] {
            figures.push((name.to_owned(), says, why.0.as_str()));
        }
        figures
    }
}

impl Curve {
    /// Median and 99th percentile in milliseconds, or the one value, in words.
    fn says(&self) -> String {
        let ms = |us: u64| format!("{}.{:02}", (us + 5) / 1000, (us + 5) % 1000 / 10);
        match self.only() {
            Some(us) => format!("{} ms", ms(us)),
            None => {
                let part = |percent: u64| self.at(((percent << 32) / 100) as u32);
                format!("median {} ms, p99 {} ms", ms(part(50)), ms(part(99)))
            }
        }
    }
}
