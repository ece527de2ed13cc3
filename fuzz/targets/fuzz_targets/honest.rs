//! libFuzzer runs the target `honest`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::honest::honest(data));
