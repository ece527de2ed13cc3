//! Fuzz targets: functions from bytes to a property, which panic where it does not hold.
//!
//! A fuzzer finds new bytes (`fuzz/targets`); tests run every target over the committed ones
//! (`fixtures/corpus`). Bytes are read by position, and what they choose among is always possible.

pub mod agreement;
pub mod defective;
pub mod honest;
pub mod log;
pub mod register;
pub mod scope;
pub mod story;
pub mod trace;

/// A function that panics where its property does not hold of the bytes.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also that of its corpus and of its file for cargo-fuzz.
pub const TARGETS: &[(&str, Target)] = &[
    ("agreement", agreement::agreement),
    ("defective", defective::defective),
    ("honest", honest::honest),
    ("log", log::log),
    ("register", register::register),
    ("scope", scope::scope),
    ("trace", trace::trace),
];
