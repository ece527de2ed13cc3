//! A hasher for small states: it gathers bytes into words and mixes only those.
//!
//! The fields of a world are single bytes; mixing each on its own costs ten times as much.

use std::hash::Hasher;

/// Gathers what is hashed into words of eight bytes. Not for keys that an adversary chooses.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fingerprint {
    mixed: u64,
    gathered: u64,
    bytes: u32,
}

impl Fingerprint {
    #[inline]
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.mixed ^ word ^ 0x2d35_8dcc_aa6c_78a5) * 0x8bb8_4b93_962e_acc9_u128;
        self.mixed = (product as u64 ^ (product >> 64) as u64).rotate_left(23);
    }
    #[inline]
    fn gather(&mut self, byte: u8) {
        self.gathered = self.gathered << 8 | u64::from(byte);
        self.bytes += 1;
        if self.bytes & 7 == 0 {
            self.mix(self.gathered);
        }
    }
}

impl Hasher for Fingerprint {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.gather(byte));
    }
    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.gather(byte);
    }
    #[inline]
    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }
    /// The number of an enum's variant: none here has as many as 256.
    #[inline]
    fn write_isize(&mut self, variant: isize) {
        self.gather(variant as u8);
    }
    /// The length of an array, which is the same in every state.
    #[inline]
    fn write_usize(&mut self, _: usize) {}
    #[inline]
    fn finish(&self) -> u64 {
        let mut last = *self;
        last.mix(self.gathered ^ u64::from(self.bytes) << 56);
        last.mix(self.mixed);
        last.mixed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_byte_counts_wherever_it_stands() {
        let mut seen = HashSet::new();
        for place in 0..40 {
            for byte in 1..=255 {
                let mut hasher = Fingerprint::default();
                (0..40).for_each(|at| hasher.write_u8(if at == place { byte } else { 0 }));
                assert!(seen.insert(hasher.finish()));
            }
        }
    }
}
