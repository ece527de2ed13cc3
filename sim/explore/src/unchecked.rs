//! The code that the compiler cannot check, all of it: each part says what it does and why that is sound.
#![expect(unsafe_code, reason = "values are copied by place and type, and the processor told what to fetch")]

pub(crate) mod packing;
mod prefetch;

pub use packing::Patches;
pub use prefetch::prefetch;
