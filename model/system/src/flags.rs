//! Names of what may be so of a phone or a command, for whoever prints a state.

use crate::command::CommandIs;
use crate::phone::PhoneIs;

/// What the bit of a set stands for, by the name of the type that has the set.
pub fn name(of: &str, bit: usize) -> Option<String> {
    match of {
        "Phone" => PhoneIs::ALL.get(bit).map(|flag| format!("{flag:?}")),
        "Command" => CommandIs::ALL.get(bit).map(|flag| format!("{flag:?}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flag_stands_at_its_bit() {
        for (bit, flag) in PhoneIs::ALL.iter().enumerate() {
            assert_eq!(*flag as usize, bit);
        }
        for (bit, flag) in CommandIs::ALL.iter().enumerate() {
            assert_eq!(*flag as usize, bit);
        }
        assert_eq!(name("Phone", 0).as_deref(), Some("Offline"));
        assert_eq!(name("Tv", 0), None);
    }
}
