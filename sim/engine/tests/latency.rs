//! The command path's latency: exact where the times are constant, whole where presses are counted, and the same
//! for the same seed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use vouchsafe_alphabet::trace::Entry;
use vouchsafe_engine::latency::{End, Path, Press};
use vouchsafe_engine::network::{self, Profile};
use vouchsafe_engine::population::{Plan, Population, Sink};
use vouchsafe_engine::{Scope, shipped};
use vouchsafe_monitor::Breach;
use vouchsafe_system::{Defect, Defects, Fault, Topic};

const DAY_MS: u64 = 86_400_000;

#[derive(Default)]
struct Kept {
    presses: Vec<Press>,
    breaches: u64,
}

impl Sink for Kept {
    fn entry(&mut self, _: &Entry) {}
    fn breach(&mut self, _: &Breach) {
        self.breaches += 1;
    }
    fn ended(&mut self, press: &Press) {
        self.presses.push(*press);
    }
}

/// Runs a population, and holds every press to account.
fn run(scope: &Scope, network: &Profile, plan: Plan) -> Kept {
    let mut kept = Kept::default();
    let mut population = Population::new(scope, network, plan, &mut kept);
    let account = |population: &Population<'_>| {
        let latency = population.latency();
        let pending: u64 = population.pending().iter().sum();
        assert_eq!(latency.presses, latency.refusals() + latency.ends() + pending);
    };
    let mut steps = 0_u64;
    while population.step(&mut kept) {
        steps += 1;
        if steps.is_multiple_of(997) {
            account(&population);
        }
    }
    account(&population);
    assert_eq!(population.latency().ends(), kept.presses.len() as u64);
    for path in Path::ALL {
        let of_path = |press: &&Press| press.path == path;
        for end in End::ALL {
            let ended = kept.presses.iter().filter(of_path).filter(|press| press.end == end).count();
            assert_eq!(population.latency().way(path).ends[end as usize], ended as u64);
        }
        let shown = population.latency().way(path).shown.count();
        assert_eq!(shown, population.latency().way(path).ends[End::Finished as usize]);
    }
    kept
}

/// A profile in which everything takes a constant time, a power of two of microseconds each, so that a sum says
/// what it is made of.
fn constant() -> Profile {
    let hop =
        |us: u32| format!("us = {us}\nloss-ppm = 0\nduplicate-ppm = 0\nassumption = \"Made for a test.\"\n");
    let time = |us: u32| format!("us = {us}\nassumption = \"Made for a test.\"\n");
    let text = format!(
        "name = \"constant\"\nabout = \"Made for a test.\"\n\
         [hops.lan-command]\n{}[hops.lan-ack]\n{}[hops.remote-command]\n{}[hops.push-command]\n{}\
         [hops.status-report]\n{}[hops.status-push]\n{}[plugin.guard]\n{}[plugin.wake-up]\nidle-us = 0\n{}\
         [plugin.lan-timeout]\n{}[plugin.give-up]\n{}[relay.service]\n{}\
         [relay.workers]\ncount = 1000\nassumption = \"Made for a test.\"\n[tv.execution]\n{}[tv.report]\n{}",
        hop(1),
        hop(2),
        hop(4),
        hop(8),
        hop(16),
        hop(32),
        time(64),
        time(128),
        time(4096),
        time(8192),
        time(256),
        time(512),
        time(1024),
    );
    Profile::parse(&text).unwrap()
}

/// The scope without adversaries and outages, which have the last word on what arrives when.
fn undisturbed(mut scope: Scope) -> Scope {
    for fault in [Fault::WideAreaAdversary, Fault::ServersDown, Fault::PluginCrash, Fault::Reinstall] {
        scope.setup.faults = scope.setup.faults.without(fault.into());
    }
    // Nor are TVs switched off.
    scope.setup.topics = scope.setup.topics.without(Topic::Status.into());
    scope
}

/// A household in which the network does nothing wrong.
fn faultless() -> Scope {
    let mut scope = shipped::named("household").unwrap();
    scope.setup.faults = scope.setup.faults.without(Fault::Loss.into());
    scope.setup.faults = scope.setup.faults.without(Fault::Duplication.into());
    scope.setup.faults = scope.setup.faults.without(Fault::Reordering.into());
    undisturbed(scope)
}

fn plan(households: u32, presses_per_day: u32) -> Plan {
    Plan { households, duration_ms: 20 * DAY_MS, seed: 3, presses_per_day, ..Plan::default() }
}

#[test]
fn constant_times_add_up_to_the_microsecond_on_each_way() {
    let kept = run(&faultless(), &constant(), plan(20, 24));
    let mut met = [0, 0];
    for press in kept.presses.iter().filter(|press| press.end == End::Finished) {
        let since: Vec<Option<u64>> = (0..9).map(|stamp| press.stamps.since_press(stamp)).collect();
        let guard = 64;
        match press.path {
            Path::Lan => {
                let (at_tv, executed) = (guard + 1, guard + 1 + 512);
                let (sent, shown) = (executed + 1024, executed + 1024 + 2);
                let expected =
                    [Some(0), Some(guard), Some(guard), None, Some(at_tv), Some(executed), Some(sent)];
                assert_eq!(since[..7], expected);
                assert_eq!(since[7..], [None, Some(shown)]);
                met[0] += 1;
            }
            Path::Relay => {
                let awake = guard + 128;
                let relayed = awake + 4 + 256;
                let (at_tv, executed) = (relayed + 8, relayed + 8 + 512);
                let (report, server) = (executed + 1024, executed + 1024 + 16);
                let shown = server + 256 + 32;
                let expected = [0, guard, awake, relayed, at_tv, executed, report, server, shown].map(Some);
                assert_eq!(since, expected);
                met[1] += 1;
            }
            Path::LanThenRelay => panic!("nothing is lost: {press:?}"),
        }
    }
    assert!(met.iter().all(|count| *count > 200), "{met:?}");
    assert_eq!(kept.breaches, 0);
}

#[test]
fn what_the_local_network_loses_goes_through_the_relay_after_the_timeout() {
    let mut network = constant();
    network.hops.lan_command.loss_ppm = network::Ppm(1_000_000);
    let mut scope = faultless();
    scope.setup.faults = scope.setup.faults.with(Fault::Loss);
    let kept = run(&scope, &network, plan(400, 48));
    let mut met = [0, 0];
    for press in kept.presses.iter().filter(|press| press.path != Path::Relay) {
        match (press.path, press.end) {
            (Path::LanThenRelay, End::Finished) => {
                // Guard, timeout from the first sending, wake-up, and then as through the relay alone.
                let executed = 64 + 4096 + 128 + 4 + 256 + 8 + 512;
                assert_eq!(press.stamps.since_press(2), Some(64));
                assert_eq!(press.stamps.since_press(5), Some(executed));
                assert_eq!(press.stamps.since_press(8), Some(executed + 1024 + 16 + 256 + 32));
                met[0] += 1;
            }
            // A phone without a connection has no relay to try.
            (Path::Lan, End::GivenUp) => met[1] += 1,
            (_, End::TurnedDown) => {}
            (_, _) => panic!("{press:?}"),
        }
    }
    // Phones lose their connection seldom.
    assert!(met[0] > 50 && met[1] > 0, "{met:?}");
    assert_eq!(kept.breaches, 0);
}

#[test]
fn without_the_faults_nothing_is_lost_or_doubled_whatever_the_profile_says() {
    let mut network = network::named("lossy-home").unwrap();
    network.hops.lan_command.loss_ppm = network::Ppm(1_000_000);
    let kept = run(&faultless(), &network, plan(10, 24));
    assert!(kept.presses.len() > 500);
    let lost = |press: &&Press| [End::GivenUp, End::Unanswered].contains(&press.end);
    assert_eq!(kept.presses.iter().filter(lost).count(), 0);
}

#[test]
fn a_press_is_over_soon_whatever_is_down_for_days() {
    // Servers fail, TVs are switched off and phones lose their connection, each until somebody happens to end it.
    let scope = shipped::named("household").unwrap();
    let network = network::named("relay-india").unwrap();
    let kept = run(&scope, &network, Plan { duration_ms: 20 * DAY_MS, ..plan(20, 100) });
    let soon_us = 10_000_000;
    for press in &kept.presses {
        let (pressed, last) = (press.stamps.get(0), press.stamps.us.into_iter().max());
        let (pressed, last) = (pressed.unwrap(), last.unwrap());
        assert!(last - pressed < soon_us, "{press:?}");
    }
    let lost = kept.presses.iter().filter(|press| press.end == End::GivenUp).count();
    assert!(kept.presses.len() > 10_000 && lost > 100, "{} {lost}", kept.presses.len());
}

#[test]
fn under_loss_doubling_and_reordering_no_promise_is_broken_and_no_press_is_dropped() {
    let scope = shipped::named("household").unwrap();
    let mut network = network::named("lossy-home").unwrap();
    for hop in [
        &mut network.hops.lan_command,
        &mut network.hops.lan_ack,
        &mut network.hops.remote_command,
        &mut network.hops.push_command,
        &mut network.hops.status_report,
        &mut network.hops.status_push,
    ] {
        (hop.loss_ppm, hop.duplicate_ppm) = (network::Ppm(200_000), network::Ppm(300_000));
    }
    // So many presses that commands meet each other on the way.
    let kept = run(&scope, &network, Plan { duration_ms: DAY_MS / 4, pause_ms: 2_000, ..plan(4, 40_000) });
    for path in Path::ALL {
        for end in End::ALL {
            let count = kept.presses.iter().filter(|press| (press.path, press.end) == (path, end)).count();
            assert!(count > 0 || end == End::TurnedDown, "{path:?} {end:?}");
        }
    }
    // Rights are lost while a command is on its way, though seldom on each way.
    assert!(kept.presses.iter().any(|press| press.end == End::TurnedDown));
    assert!(kept.presses.iter().any(|press| press.first) && kept.breaches == 0);
    for press in &kept.presses {
        let stamps: Vec<u64> = press.stamps.us.into_iter().filter(|us| *us > 0).collect();
        assert!(press.end != End::Finished || stamps.is_sorted(), "{press:?}");
    }
}

#[test]
fn the_same_seed_measures_the_same() {
    let scope = shipped::named("household").unwrap();
    let network = network::named("lossy-home").unwrap();
    let ran = |seed| run(&scope, &network, Plan { seed, ..plan(4, 24) }).presses;
    assert_eq!(ran(1), ran(1));
    assert_ne!(ran(1), ran(2));
}

#[test]
fn commands_of_all_households_wait_at_the_relay() {
    let scope = shipped::named("household").unwrap();
    let waited = |workers: &str| {
        let text = network::TEXTS.iter().find(|(name, _)| *name == "relay-india").unwrap().1;
        let mut network = Profile::parse(&text.replace("count = 4", workers)).unwrap();
        network.relay.service.us = network::Curve::constant(400_000);
        let mut kept = Kept::default();
        let often = Plan { duration_ms: DAY_MS / 2, pause_ms: 60_000, ..plan(50, 4000) };
        let mut population = Population::new(&scope, &network, often, &mut kept);
        while population.step(&mut kept) {}
        population.latency().relay_waits.clone()
    };
    let (one, many) = (waited("count = 1"), waited("count = 64"));
    assert!(one.at_ppm(900_000).is_some_and(|us| us > 100_000), "{:?}", one.at_ppm(900_000));
    assert_eq!((many.worst_us(), many.count() > 10_000), (Some(0), true));
}

#[test]
fn a_broken_tv_is_found_out_on_the_way_too() {
    let mut scope = shipped::named("household").unwrap();
    scope.setup.defects = Defects::one(Defect::NoDuplicateFilter);
    let network = network::named("lossy-home").unwrap();
    assert!(run(&scope, &network, plan(40, 48)).breaches > 0);
}
