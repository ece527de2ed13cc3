//! libFuzzer runs the target `register`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::register::register(data));
