//! A distribution of times, given by points of its inverse distribution function.
//!
//! Between two points it is linear, and everything is counted in whole numbers, so that every machine draws
//! the same.

use rand_chacha::rand_core::Rng;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::fmt;

/// All of a distribution, in parts per million.
pub const WHOLE_PPM: u32 = 1_000_000;
/// The longest time that a point may have: an hour.
const LONGEST_US: u32 = 3_600_000_000;

/// A distribution of times in microseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Parts per million, rising from 0 to a million, and the time that as many draws do not exceed.
    points: Vec<(u32, u32)>,
}

impl Curve {
    /// The distribution with one value.
    pub fn constant(us: u32) -> Self {
        Self { points: vec![(0, us), (WHOLE_PPM, us)] }
    }

    /// The distribution through these points.
    ///
    /// # Errors
    /// What is wrong with them, in words.
    pub fn new(points: Vec<(u32, u32)>) -> Result<Self, String> {
        let (first, last) = (points.first().map(|point| point.0), points.last().map(|point| point.0));
        if points.len() < 2 || first != Some(0) || last != Some(WHOLE_PPM) {
            return Err(format!("the points must go from 0 to {WHOLE_PPM} parts per million"));
        }
        for (earlier, later) in points.iter().zip(points.iter().skip(1)) {
            if later.0 <= earlier.0 {
                return Err(format!(
                    "the parts per million must rise, but {} follows {}",
                    later.0, earlier.0
                ));
            }
            if later.1 < earlier.1 {
                return Err(format!("a time may not fall, but {} us follows {} us", later.1, earlier.1));
            }
        }
        match points.iter().find(|point| point.1 > LONGEST_US) {
            Some((_, us)) => Err(format!("{us} us is longer than the {LONGEST_US} us that a time may take")),
            None => Ok(Self { points }),
        }
    }

    /// The value that this much of the distribution, in 2^32 parts, does not exceed, in microseconds.
    pub fn at(&self, parts: u32) -> u64 {
        let at = u64::from(parts) * u64::from(WHOLE_PPM);
        let mut left = (0, 0);
        for &(ppm, us) in &self.points {
            let (place, us) = (u64::from(ppm) << 32, u64::from(us));
            if at < place {
                let (from, low) = left;
                let rise = u128::from(us - low) * u128::from(at - from) / u128::from(place - from);
                return low + rise as u64;
            }
            left = (place, us);
        }
        left.1
    }

    /// Draws a time in microseconds; one that is always the same costs no chance.
    pub fn draw(&self, rng: &mut impl Rng) -> u64 {
        match self.only() {
            Some(us) => us,
            None => self.at(rng.next_u32()),
        }
    }

    /// The one value, where there is but one.
    pub fn only(&self) -> Option<u64> {
        let (low, high) = (self.points.first()?.1, self.points.last()?.1);
        (low == high).then_some(u64::from(low))
    }
}

impl<'de> Deserialize<'de> for Curve {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Points;
        impl<'de> Visitor<'de> for Points {
            type Value = Curve;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str(
                    "whole microseconds, or points such as [[0, 800], [500000, 2000], [1000000, 90000]]",
                )
            }
            fn visit_i64<E: Error>(self, us: i64) -> Result<Curve, E> {
                let us = u32::try_from(us).ok().filter(|us| *us <= LONGEST_US);
                us.map(Curve::constant)
                    .ok_or_else(|| E::custom(format!("a time is a whole number from 0 to {LONGEST_US} us")))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Curve, A::Error> {
                let mut points = Vec::new();
                while let Some(point) = seq.next_element::<(u32, u32)>()? {
                    points.push(point);
                }
                Curve::new(points).map_err(Error::custom)
            }
        }
        deserializer.deserialize_any(Points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_linear_between_its_points() {
        let curve = Curve::new(vec![(0, 100), (500_000, 200), (1_000_000, 1200)]).unwrap();
        let at = |quarters: u64| curve.at((quarters << 30).min(u64::from(u32::MAX)) as u32);
        assert_eq!([at(0), at(1), at(2), at(3)], [100, 150, 200, 700]);
        assert!((1199..=1200).contains(&at(4)));
        assert_eq!(
            (curve.only(), Curve::constant(7).only(), Curve::constant(7).at(u32::MAX)),
            (None, Some(7), 7)
        );
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        for points in [
            vec![],
            vec![(0, 1)],
            vec![(1, 1), (1_000_000, 2)],
            vec![(0, 1), (999_999, 2)],
            vec![(0, 1), (500_000, 2), (500_000, 3), (1_000_000, 4)],
            vec![(0, 2), (1_000_000, 1)],
            vec![(0, 1), (1_000_000, LONGEST_US + 1)],
        ] {
            assert!(Curve::new(points.clone()).is_err(), "{points:?}");
        }
    }
}
