//! libFuzzer runs the target `trace`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::trace::trace(data));
