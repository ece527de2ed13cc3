//! Closed word lists of this crate: enums whose members have one name on disk and one sentence.

/// Declares a closed word list as an enum with names, sentences and a serde form.
macro_rules! list {
    ($(#[$meta:meta])* $list:literal $name:ident { $(#[doc = $says:literal] $member:ident $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $says] $member),+ }

        impl vouchsafe_alphabet::Word for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$member),+];
            type Bits = <vouchsafe_alphabet::words::Fit<{ vouchsafe_alphabet::words::fit([$($text),+].len()) }>
                as vouchsafe_alphabet::words::Fitting>::Bits;
            fn name(self) -> &'static str {
                match self { $(Self::$member => $text),+ }
            }
            #[inline]
            fn index(self) -> usize {
                self as usize
            }
        }
        impl $name {
            /// The sentence for people that says what this member means.
            pub fn says(self) -> &'static str {
                match self { $(Self::$member => $says.trim_ascii()),+ }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(vouchsafe_alphabet::Word::name(*self))
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(vouchsafe_alphabet::Word::name(*self))
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                <Self as vouchsafe_alphabet::Word>::from_name(&text).ok_or_else(|| {
                    serde::de::Error::custom(format!(concat!("`{}` is no ", $list), text))
                })
            }
        }
    };
}
