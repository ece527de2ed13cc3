//! Fingerprints: a fast hasher for states made of many small fields.
//!
//! Written values are packed, without gaps, into 64-bit words, and each full word is multiplied into
//! one of two lanes. Where the fields of a state are written by inlined code the packing is resolved
//! when compiling, and what is left is one multiplication for eight bytes. It is no defence against
//! somebody who picks states in order to collide.

use std::hash::{Hash, Hasher};

const LANES: [u64; 2] = [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344];
const WORD: u64 = 0xA409_3822_299F_31D1;
const LONG: u64 = 0x082E_FA98_EC4E_6C89;
const END: [u64; 2] = [0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C];

/// The fingerprint of a value: the same on every platform and in every build, as long as the value
/// feeds its hasher the same.
#[inline]
pub fn fingerprint_of<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = WordHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A [`Hasher`] that packs what is written into words and folds them by multiplication.
///
/// Numbers are taken little end first. A `usize` or `isize` (the length of a collection, the
/// discriminant of an enum) below 255 takes one byte.
#[derive(Clone, Debug)]
pub struct WordHasher {
    /// Words go to the first lane, and the lanes change places: two multiplications overlap.
    lanes: (u64, u64),
    /// The bits that do not make a full word yet, lowest first.
    word: u64,
    /// How many those are, below 64.
    bits: u32,
}

impl Default for WordHasher {
    #[inline(always)]
    fn default() -> Self {
        let [one, two] = LANES;
        Self { lanes: (one, two), word: 0, bits: 0 }
    }
}

#[inline(always)]
fn multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

impl WordHasher {
    #[inline(always)]
    fn fold(&mut self, word: u64, by: u64) {
        let (lane, other) = self.lanes;
        self.lanes = (other, multiply(lane ^ word, by));
    }

    /// Appends the lowest `bits` of `value`, which has no others; `bits` is from 1 to 64.
    #[inline(always)]
    fn append(&mut self, value: u64, bits: u32) {
        let word = self.word | value << self.bits;
        let held = self.bits + bits;
        if held < 64 {
            self.word = word;
            self.bits = held;
            return;
        }
        self.fold(word, WORD);
        // What did not fit; nothing if the word was empty, where the shift could be by 64.
        self.word = if self.bits == 0 { 0 } else { value >> (64 - self.bits) };
        self.bits = held - 64;
    }

    /// Appends one byte for small numbers. A large one is folded in at once, by another multiplier,
    /// so that the packing after it does not depend on its value.
    #[inline(always)]
    fn append_short(&mut self, value: u64) {
        if value < 0xFF {
            self.append(value, 8);
        } else {
            self.fold(value, LONG);
            self.append(0xFF, 8);
        }
    }
}

impl Hasher for WordHasher {
    #[inline(always)]
    fn finish(&self) -> u64 {
        let [one, two] = END;
        let (a, b) = self.lanes;
        // The number of bits tells trailing zeros from nothing.
        let mixed = multiply(a ^ self.word ^ one, b ^ u64::from(self.bits) ^ two);
        let mixed = (mixed ^ b.rotate_left(32)).wrapping_mul(WORD);
        mixed ^ (mixed >> 32)
    }

    #[inline(always)]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.append(u64::from_le_bytes(*word), 64);
        }
        for byte in rest {
            self.append(u64::from(*byte), 8);
        }
    }

    #[inline(always)]
    fn write_u8(&mut self, value: u8) {
        self.append(u64::from(value), 8);
    }

    #[inline(always)]
    fn write_u16(&mut self, value: u16) {
        self.append(u64::from(value), 16);
    }

    #[inline(always)]
    fn write_u32(&mut self, value: u32) {
        self.append(u64::from(value), 32);
    }

    #[inline(always)]
    fn write_u64(&mut self, value: u64) {
        self.append(value, 64);
    }

    #[inline(always)]
    fn write_u128(&mut self, value: u128) {
        self.append(value as u64, 64);
        self.append((value >> 64) as u64, 64);
    }

    #[inline(always)]
    fn write_usize(&mut self, value: usize) {
        self.append_short(value as u64);
    }

    #[inline(always)]
    fn write_isize(&mut self, value: isize) {
        // By way of a signed word, so that a negative number is the same on every platform.
        self.append_short(value as i64 as u64);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[derive(Hash)]
    struct Fields(u8, u8, u8, u8, u8, u8, u8, u8);

    #[test]
    fn dense_small_states_do_not_collide() {
        // Four million neighbours among states of eight one-byte fields.
        let mut prints: Vec<u64> = (0..1u32 << 22)
            .map(|n| {
                let part = |at: u32| (n >> (3 * at) & 7) as u8;
                let last = (n >> 21) as u8;
                fingerprint_of(&Fields(part(0), part(1), part(2), part(3), part(4), part(5), part(6), last))
            })
            .collect();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), 1 << 22);
    }

    #[test]
    fn dense_long_states_do_not_collide() {
        // Nineteen bytes of which three vary, across words and lanes.
        let mut prints = Vec::new();
        for (a, b) in [(0, 8), (7, 18), (3, 16), (16, 18)] {
            for n in 0..1u32 << 18 {
                let mut bytes = [0u8; 19];
                bytes[a] = (n as u8).wrapping_add(1);
                bytes[b] = ((n >> 8) as u8).wrapping_add(u8::from(n >> 16 == 0));
                bytes[12] = (n >> 16) as u8;
                prints.push((fingerprint_of(&bytes), bytes));
            }
        }
        // Sorted by fingerprint and state: equal states are removed, and no two others may be equal.
        prints.sort_unstable();
        prints.dedup();
        assert!(prints.len() > 900_000);
        assert!(prints.windows(2).all(|two| two[0].0 != two[1].0));
    }

    #[test]
    fn every_input_bit_moves_about_half_of_the_output() {
        let base = [0x5Au8; 40];
        let rounds = 64;
        for bit in 0..base.len() * 8 {
            let mut moved = 0;
            let mut per_output = [0u32; 64];
            for round in 0..rounds {
                let mut one = base;
                one[0] ^= round;
                one[39] ^= round.rotate_left(3);
                let mut two = one;
                two[bit / 8] ^= 1 << (bit % 8);
                let differ = fingerprint_of(&one) ^ fingerprint_of(&two);
                moved += differ.count_ones();
                for (at, count) in per_output.iter_mut().enumerate() {
                    *count += (differ >> at & 1) as u32;
                }
            }
            let mean = f64::from(moved) / f64::from(rounds);
            assert!((28.0..36.0).contains(&mean), "bit {bit} moves {mean} bits");
            assert!(per_output.iter().all(|count| (8..57).contains(count)), "bit {bit}: {per_output:?}");
        }
    }

    #[test]
    fn how_a_stream_is_cut_into_writes_of_fixed_size_does_not_matter() {
        let mut whole = WordHasher::default();
        whole.write_u64(0x0807_0605_0403_0201);
        whole.write_u32(0x0C0B_0A09);
        let mut parts = WordHasher::default();
        parts.write_u8(1);
        parts.write_u16(0x0302);
        parts.write_u32(0x0706_0504);
        parts.write_u128(0x000C_0B0A_0908 | 0xAA << 120);
        let mut bytes = WordHasher::default();
        bytes.write(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xAA]);
        assert_eq!(parts.finish(), bytes.finish());
        let mut short = WordHasher::default();
        short.write(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(whole.finish(), short.finish());
    }

    #[test]
    fn zeros_count_and_long_numbers_are_told_apart() {
        let streams: HashSet<u64> = (0..200).map(|len| fingerprint_of(&vec![0u8; len][..])).collect();
        assert_eq!(streams.len(), 200);
        let mut bare = HashSet::new();
        for len in 0..200 {
            let mut hasher = WordHasher::default();
            (0..len).for_each(|_| hasher.write_u8(0));
            assert!(bare.insert(hasher.finish()), "{len} zero bytes");
        }
        let numbers: HashSet<u64> = (-1000isize..1000).map(|number| fingerprint_of(&(number, 0u8))).collect();
        assert_eq!(numbers.len(), 2000);
        assert_ne!(fingerprint_of(&255usize), fingerprint_of(&(255u8, 255u64)));
    }

    #[test]
    fn the_fingerprint_of_a_value_never_changes() {
        // Known answers: fingerprints may be stored, so another build must give the same.
        let mut hasher = WordHasher::default();
        hasher.write_isize(-1);
        hasher.write_usize(7);
        hasher.write(b"volume up");
        let prints = [fingerprint_of(&0u8), fingerprint_of(&(1u8, 2u16, 3u32, 4u64, true)), hasher.finish()];
        assert_eq!(
            prints,
            [14_441_977_482_832_827_649, 5_226_279_428_714_958_772, 8_474_143_982_396_310_746]
        );
    }
}
