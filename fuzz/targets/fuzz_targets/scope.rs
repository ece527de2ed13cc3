//! libFuzzer runs the target `scope`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::scope::scope(data));
