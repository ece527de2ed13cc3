//! SHA-256 in hexadecimal, for manifests.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The digest of these bytes.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
