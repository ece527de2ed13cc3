//! libFuzzer runs the target `agreement`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::agreement::agreement(data));
