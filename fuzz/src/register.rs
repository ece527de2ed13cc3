//! A text is a clause register that says of each clause where it has gone, or is refused with a sentence.

use std::collections::BTreeSet;
use vouchsafe_engine::register::{Disposition, Register, RegisterError};

/// Reads these bytes as the one file of a register.
///
/// # Errors
/// That of [`Register::read`].
///
/// # Panics
/// Where reading does, where a refusal says nothing, or where an accepted register does not account for each of its
/// clauses once.
pub fn read(data: &[u8]) -> Result<Register, RegisterError> {
    let text = String::from_utf8_lossy(data);
    let read = Register::read(&[("fuzzed.toml", &text)]);
    match &read {
        Ok(register) => {
            let ids: BTreeSet<_> = register.clauses().iter().map(|clause| clause.id.as_str()).collect();
            assert_eq!(ids.len(), register.clauses().len(), "every clause is there once");
            let gone = Disposition::ALL.iter().map(|&gone| register.count(None, gone));
            assert_eq!(gone.sum::<usize>(), ids.len(), "every clause has gone somewhere");
            assert!(ids.into_iter().all(|id| register.clause(id).is_some()), "every clause is found");
        }
        Err(error) => assert!(!error.to_string().is_empty(), "a refusal says something"),
    }
    read
}

/// Reads these bytes as the one file of a register.
///
/// # Panics
/// As [`read`] does.
pub fn register(data: &[u8]) {
    let _ = read(data);
}
