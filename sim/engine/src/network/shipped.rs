//! The network profiles that ship with the tool.

use super::Profile;

macro_rules! shipped {
    ($($name:literal)*) => {
        /// The text of every shipped profile, by the name of its file.
        pub const TEXTS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../../../fixtures/networks/", $name, ".toml")))),*];
    };
}

shipped! {
    "lan"
    "relay-china"
    "relay-germany"
    "relay-india"
    "relay-russia"
    "relay-singapore"
    "relay-united-states"
    "far-brazil-united-states"
    "far-south-africa-singapore"
    "lossy-home"
}

/// The profile that a simulation has unless another one is named.
pub const DEFAULT: &str = "lan";

/// Every shipped profile, in the order of the list.
///
/// # Panics
/// When one cannot be read: leaving it out in silence would have fewer profiles pass for all.
pub fn all() -> Vec<Profile> {
    let read = |(name, text): &(&str, &str)| match Profile::parse(text) {
        Ok(profile) => profile,
        Err(error) => panic!("the shipped network {name} cannot be read: {error}"),
    };
    TEXTS.iter().map(read).collect()
}

/// The shipped profile with this name.
pub fn named(name: &str) -> Option<Profile> {
    all().into_iter().find(|profile| profile.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_profile_can_be_read_and_has_the_name_of_its_file() {
        for (name, text) in TEXTS {
            match Profile::parse(text) {
                Ok(profile) => assert_eq!(profile.name, *name),
                Err(error) => panic!("{name}: {error} at {:?}", error.span),
            }
        }
        assert!(named(DEFAULT).is_some());
    }
}
