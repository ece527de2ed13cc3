//! A station: a queue with some workers, first come first served.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// When each worker is free again. Who comes is told in the order of coming.
#[derive(Clone, Debug)]
pub struct Station {
    free_us: BinaryHeap<Reverse<u64>>,
}

/// When somebody's turn comes and when it is over, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// When a worker takes it up.
    pub start_us: u64,
    /// When the worker is done.
    pub done_us: u64,
}

impl Station {
    /// A station with this many workers, all of them free.
    pub fn new(workers: u16) -> Self {
        Self { free_us: (0..workers.max(1)).map(|_| Reverse(0)).collect() }
    }

    /// Somebody comes now and keeps a worker busy for this long.
    pub fn admit(&mut self, now_us: u64, service_us: u64) -> Turn {
        let Reverse(free_us) = self.free_us.pop().unwrap_or(Reverse(0));
        let start_us = free_us.max(now_us);
        let done_us = start_us + service_us;
        self.free_us.push(Reverse(done_us));
        Turn { start_us, done_us }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::draw;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn who_comes_first_is_served_first_by_whoever_is_free() {
        let mut station = Station::new(2);
        let starts: Vec<u64> = [0, 1, 2, 3].map(|now| station.admit(now, 10).start_us).to_vec();
        assert_eq!(starts, [0, 1, 10, 11]);
        assert_eq!(station.admit(100, 5), Turn { start_us: 100, done_us: 105 });
    }

    /// With one worker, a fixed service time D and a load of r, the mean wait is r D / (2 (1 - r)), by the
    /// formula of Pollaczek and Khinchine.
    #[test]
    fn the_mean_wait_is_that_of_the_formula() {
        for (seed, load_percent) in [(1, 50), (2, 70), (3, 80)] {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let service_us = 1_000_000;
            let (mut station, mut now_us, mut waited_us) = (Station::new(1), 0, 0);
            let customers = 400_000;
            for _ in 0..customers {
                now_us += draw::pause(&mut rng, service_us * 100 / load_percent);
                waited_us += station.admit(now_us, service_us).start_us - now_us;
            }
            let mean_us = waited_us / customers;
            let exact_us = load_percent * service_us / (2 * (100 - load_percent));
            let off = mean_us.abs_diff(exact_us) * 100 / exact_us;
            assert!(off <= 2, "at {load_percent} %: {mean_us} us, not {exact_us} us");
        }
    }
}
