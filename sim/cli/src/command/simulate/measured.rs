//! What a simulation measured of the command path in JSON; times are whole microseconds.

use super::run::Ran;
use serde::Serialize;
use std::collections::BTreeMap;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::Scope;
use vouchsafe_engine::latency::{End, Path, STAMPS, Times};

/// The part about latency.
#[derive(Serialize)]
pub(super) struct Measured<'a> {
    network: Network<'a>,
    presses_per_day: u32,
    /// Equal to all ends of all ways, what is under way, and what was refused.
    presses: u64,
    refused: BTreeMap<&'static str, u64>,
    ways: Vec<Way>,
    relay: Relay,
}

#[derive(Serialize)]
struct Network<'a> {
    name: &'a str,
    sha256: &'a str,
    /// The faults that the profile has figures for and the scope does not have.
    ignored: Vec<&'static str>,
}

#[derive(Serialize)]
struct Way {
    way: &'static str,
    ends: BTreeMap<&'static str, u64>,
    under_way: u64,
    press_to_execution: Told,
    press_to_shown: Told,
    first_after_check: First,
    stages: Vec<Stage>,
}

#[derive(Serialize)]
struct First {
    press_to_execution: Told,
    press_to_shown: Told,
}

#[derive(Serialize)]
struct Stage {
    /// The stamp at which it ends, such as `t5`.
    stamp: String,
    until: &'static str,
    #[serde(flatten)]
    took: Told,
}

#[derive(Serialize)]
struct Relay {
    workers: u16,
    busy_ppm: u64,
    waited: Told,
}

/// Times: how many, and what shares of them did not exceed.
#[derive(Serialize)]
struct Told {
    count: u64,
    median_us: Option<u64>,
    p90_us: Option<u64>,
    p99_us: Option<u64>,
    p999_us: Option<u64>,
    worst_us: Option<u64>,
}

impl From<&Times> for Told {
    fn from(times: &Times) -> Self {
        Self {
            count: times.count(),
            median_us: times.at_ppm(500_000),
            p90_us: times.at_ppm(900_000),
            p99_us: times.at_ppm(990_000),
            p999_us: times.at_ppm(999_000),
            worst_us: times.worst_us(),
        }
    }
}

impl<'a> Measured<'a> {
    /// What was measured.
    pub(super) fn of(presses_per_day: u32, scope: &Scope, ran: &'a Ran) -> Self {
        let latency = &ran.latency;
        Self {
            network: Network {
                name: &ran.network.name,
                sha256: &ran.network.sha256,
                ignored: ran.ignored(scope),
            },
            presses_per_day,
            presses: latency.presses,
            refused: latency.refused.iter().map(|(refusal, count)| (refusal.name(), *count)).collect(),
            ways: Path::ALL
                .into_iter()
                .zip(ran.pending)
                .map(|(path, pending)| way(ran, path, pending))
                .collect(),
            relay: Relay {
                workers: ran.network.relay.workers.count.get(),
                busy_ppm: ran.relay_busy_ppm(),
                waited: (&latency.relay_waits).into(),
            },
        }
    }
}

fn way(ran: &Ran, path: Path, under_way: u64) -> Way {
    let way = ran.latency.way(path);
    let stages = way.stages.iter().zip(STAMPS).enumerate().skip(1);
    let stages = stages.filter(|(_, (times, _))| times.count() > 0);
    Way {
        way: path.name(),
        ends: End::ALL.iter().zip(way.ends).map(|(end, count)| (end.name(), count)).collect(),
        under_way,
        press_to_execution: (&way.executed).into(),
        press_to_shown: (&way.shown).into(),
        first_after_check: First {
            press_to_execution: (&way.first_executed).into(),
            press_to_shown: (&way.first_shown).into(),
        },
        stages: stages
            .map(|(stamp, (times, until))| Stage { stamp: format!("t{stamp}"), until, took: times.into() })
            .collect(),
    }
}
