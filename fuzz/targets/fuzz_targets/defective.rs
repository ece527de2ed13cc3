//! libFuzzer runs the target `defective`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| vouchsafe_fuzz::defective::defective(data));
