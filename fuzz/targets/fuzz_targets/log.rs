//! libFuzzer runs the target `log`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::log::log(data));
