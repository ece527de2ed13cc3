//! The wording of a line, freed from how it was typeset, and the fingerprint that is taken of it.
//!
//! Two lines have one wording where they differ in nothing that a reader would call a change: in quotation
//! marks and dashes (`folded`), in forms that Unicode calls compatible (NFKC: full-width letters, ligatures,
//! spaces that do not break), in marks that nobody sees, and in how much white space there is, and which.
//! Case is kept. Policies give words in capitals a meaning of their own and set headings in them, so a change
//! of case may be a change of meaning; that it is told where it is none costs a look at one line.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// What a line says, with single spaces between words; empty where the line is blank.
pub fn wording(line: &str) -> String {
    // Folded twice: some marks are compatible with something longer, and some come about by composing.
    let letters = line.chars().filter(|letter| !is_unseen(*letter)).map(folded);
    let letters: String = letters.nfkc().map(folded).collect();
    let mut wording = String::with_capacity(letters.len());
    for word in letters.split_whitespace() {
        if !wording.is_empty() {
            wording.push(' ');
        }
        wording.push_str(word);
    }
    wording
}

/// Whether a mark steers typesetting alone: soft hyphen, zero-width space, word joiner, byte order mark.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Dashes as a hyphen, quotation marks as straight ones.
fn folded(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2039}' | '\u{203a}' | '\u{b4}' | '`' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => '"',
        letter => letter,
    }
}

/// SHA-256 of the wording of a line, in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// That of a wording, as [`wording`] gives it.
    pub(super) fn of_wording(wording: &str) -> Self {
        Self(Sha256::digest(wording.as_bytes()).into())
    }

    /// That of a line; `None` where the line is blank.
    pub fn of(line: &str) -> Option<Self> {
        let wording = wording(line);
        (!wording.is_empty()).then(|| Self::of_wording(&wording))
    }
}

impl From<Sha256> for Fingerprint {
    fn from(hash: Sha256) -> Self {
        Self(hash.finalize().into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let digit = |digit: u8| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
        let bytes: Option<Vec<u8>> = bytes.collect();
        let bytes = bytes.filter(|_| rest.is_empty()).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        bytes.map(Self).ok_or_else(|| format!("`{text}` is no SHA-256 in 64 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_typesetting_changes_is_no_change() {
        for (typeset, plain) in [
            ("\u{201c}a\u{201d} \u{2018}b\u{2019}", "\"a\" 'b'"),
            ("\u{ab}a\u{bb} 5\u{2033}", "\"a\" 5\""),
            ("a \u{2013} b \u{2014} c \u{2212}1 d\u{2011}e", "a - b - c -1 d-e"),
            ("\u{feff}a\u{a0}\u{a0}b\t c \r", "a b c"),
            ("co\u{ad}operate\u{200b}", "cooperate"),
            ("e\u{301}\u{fb01}\u{ff21}\u{2026}", "\u{e9}fiA..."),
            ("\u{a0}\u{3000} \t", ""),
        ] {
            assert_eq!(wording(typeset), plain);
            assert_eq!(Fingerprint::of(typeset), Fingerprint::of(plain));
        }
        assert_eq!(Fingerprint::of(" \u{a0}"), None);
    }

    #[test]
    fn words_case_and_punctuation_are_kept() {
        let ought = Fingerprint::of("We do not sell it.");
        for other in ["We do sell it.", "WE do not sell it.", "We do not sell it", "We donot sell it."] {
            assert_ne!(Fingerprint::of(other), ought, "{other}");
        }
    }

    #[test]
    fn a_fingerprint_is_sha_256_in_hexadecimal_both_ways() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let of_abc = Fingerprint::of(" abc ").expect("it is not blank");
        assert_eq!(of_abc.to_string(), known);
        assert_eq!(Fingerprint::try_from(known.to_owned()), Ok(of_abc));
        for bad in [String::new(), known.to_uppercase(), known.replace('b', "x"), format!("{known}0")] {
            assert!(Fingerprint::try_from(bad).is_err());
        }
    }

    proptest! {
        #[test]
        fn a_wording_is_its_own_wording(line in ".*") {
            let once = wording(&line);
            prop_assert_eq!(wording(&once), once);
        }

        #[test]
        fn white_space_between_words_does_not_matter(
            words in prop::collection::vec("[a-zA-Z.,]{1,9}", 1..9),
            gaps in prop::collection::vec("[ \t\u{a0}\u{2003}]{1,4}", 10),
        ) {
            let spread: String = words.iter().zip(&gaps).map(|(word, gap)| format!("{gap}{word}")).collect();
            prop_assert_eq!(wording(&spread), words.join(" "));
        }
    }
}
