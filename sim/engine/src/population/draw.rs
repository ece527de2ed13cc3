//! Draws in whole numbers, so that every machine draws the same.

use crate::network::{Ppm, WHOLE_PPM};
use rand_chacha::rand_core::Rng;

/// An exponentially distributed pause of this mean, at least 1.
pub fn pause(rng: &mut impl Rng, mean: u64) -> u64 {
    let draw = u64::from(rng.next_u32()) + 1;
    let bits = 32 * 1024 - log2_1024(draw);
    (u128::from(mean) * u128::from(bits) * 710 / (1024 * 1024)) as u64 + 1
}

/// A number below this one.
pub fn below(rng: &mut impl Rng, end: usize) -> usize {
    ((u64::from(rng.next_u32()) * end as u64) >> 32) as usize
}

/// Whether something that has this share happens; what never does costs no chance.
pub fn happens(rng: &mut impl Rng, share: Ppm) -> bool {
    share.0 > 0 && (u64::from(rng.next_u32()) * u64::from(WHOLE_PPM)) >> 32 < u64::from(share.0)
}

/// 1,024 times the logarithm to base 2 of a number that is not 0.
fn log2_1024(number: u64) -> u64 {
    let whole = u64::from(number.ilog2());
    let mut rest = (u128::from(number) << 63 >> whole) as u64;
    let mut fraction = 0;
    for _ in 0..10 {
        let square = (u128::from(rest) * u128::from(rest)) >> 63;
        let carry = u64::from(square >> 64 != 0);
        fraction = fraction << 1 | carry;
        rest = (square >> carry) as u64;
    }
    whole << 10 | fraction
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn the_logarithm_is_right_to_a_thousandth() {
        for number in [1u64, 2, 3, 10, 1000, 123_456_789, u64::from(u32::MAX), 1 << 40] {
            let exact = (number as f64).log2() * 1024.0;
            assert!((log2_1024(number) as f64 - exact).abs() <= 1.0, "{number}");
        }
    }

    #[test]
    fn pauses_have_their_mean_and_shares_their_size() {
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        let mean = (0..200_000).map(|_| pause(&mut rng, 1_000_000)).sum::<u64>() / 200_000;
        assert!(mean.abs_diff(1_000_000) < 10_000, "{mean}");
        let hits = (0..200_000).filter(|_| happens(&mut rng, Ppm(250_000))).count();
        assert!(hits.abs_diff(50_000) < 1000, "{hits}");
        assert!((0..1000).all(|_| below(&mut rng, 3) < 3 && !happens(&mut rng, Ppm(0))));
    }
}
