//! A text of a policy as the lines that it is compared by.
//!
//! In most texts each line is one, and blank lines count for nothing. A text may have been wrapped anew,
//! though: its paragraphs broken into several lines, or short lines run together. So the words of a
//! paragraph that holds strange lines are taken together, and where they fall into lines that are known,
//! without a word left over, those lines are what it holds. If some paragraph was broken into several lines, then
//! others were as well, and one in which no line is known is taken for a single line that has changed.

use super::wording::{Fingerprint, wording};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// A text with more words than this is no policy that was wrapped anew: its lines are taken as they are.
const TEXT_WORDS_MAX: usize = 50_000;
/// No line of a policy has more words.
const LINE_WORDS_MAX: usize = 400;

/// A line of a text that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The number in the file of the line on which it begins, from 1.
    pub(super) first: u32,
    /// The number of the line on which it ends, which is the same unless it was wrapped.
    pub(super) last: u32,
    /// What it says.
    pub(super) wording: String,
    /// The fingerprint of that.
    pub(super) fingerprint: Fingerprint,
}

/// The lines of a text, where these are known.
pub(super) fn lines(text: &str, known: &BTreeSet<Fingerprint>) -> Vec<Line> {
    let paragraphs = paragraphs(text);
    let words = paragraphs.iter().flatten().flat_map(|line| line.wording.split(' '));
    if words.take(TEXT_WORDS_MAX + 1).count() > TEXT_WORDS_MAX {
        return paragraphs.into_iter().flatten().collect();
    }
    let found: Vec<_> = paragraphs.iter().map(|lines| rewrapped(lines, known)).collect();
    let is_wrapped = found.iter().flatten().flatten().any(|line| line.first < line.last);
    let taken = paragraphs.into_iter().zip(found).flat_map(|(lines, found)| match found {
        Some(found) => found,
        None if is_wrapped && lines.iter().all(|line| !known.contains(&line.fingerprint)) => {
            joined(&lines).into_iter().collect()
        }
        None => lines,
    });
    taken.collect()
}

/// The lines that say something, in groups with blank lines between them.
fn paragraphs(text: &str) -> Vec<Vec<Line>> {
    let mut paragraphs = vec![Vec::new()];
    // A line ends with LF, with CR LF, or with a CR alone; what is after an LF that ends a pair is no line.
    let lines = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    for (number, line) in (1..).zip(lines) {
        let wording = wording(line);
        if wording.is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            let fingerprint = Fingerprint::of_wording(&wording);
            paragraph.push(Line { first: number, last: number, wording, fingerprint });
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The known lines that a paragraph falls into by its words; `None` where a word is left over.
fn rewrapped(lines: &[Line], known: &BTreeSet<Fingerprint>) -> Option<Vec<Line>> {
    if lines.iter().all(|line| known.contains(&line.fingerprint)) {
        return Some(lines.to_vec());
    }
    let words: Vec<(u32, &str)> =
        lines.iter().flat_map(|line| line.wording.split(' ').map(|word| (line.first, word))).collect();
    // For each number of words from the front: where the last of the lines begins that they fall into.
    let mut begins: Vec<Option<usize>> = vec![None; words.len() + 1];
    for from in 0..words.len() {
        if from > 0 && begins.get(from).is_none_or(Option::is_none) {
            continue;
        }
        let mut hash = Sha256::new();
        for (to, (_, word)) in (from + 1..).zip(words.iter().skip(from).take(LINE_WORDS_MAX)) {
            if to > from + 1 {
                hash.update(b" ");
            }
            hash.update(word.as_bytes());
            if known.contains(&Fingerprint::from(hash.clone()))
                && let Some(begin) = begins.get_mut(to)
            {
                begin.get_or_insert(from);
            }
        }
    }
    let mut found = Vec::new();
    let mut to = words.len();
    while to > 0 {
        let from = begins.get(to).copied().flatten()?;
        let of_line = words.get(from..to)?;
        let wording = of_line.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
        let fingerprint = Fingerprint::of_wording(&wording);
        found.push(Line { first: of_line.first()?.0, last: of_line.last()?.0, wording, fingerprint });
        to = from;
    }
    found.reverse();
    Some(found)
}

/// A paragraph as one line.
fn joined(lines: &[Line]) -> Option<Line> {
    let wording = lines.iter().map(|line| line.wording.as_str()).collect::<Vec<_>>().join(" ");
    let fingerprint = Fingerprint::of_wording(&wording);
    Some(Line { first: lines.first()?.first, last: lines.last()?.last, wording, fingerprint })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(lines: &[&str]) -> BTreeSet<Fingerprint> {
        lines.iter().filter_map(|line| Fingerprint::of(line)).collect()
    }

    fn read(text: &str, of: &[&str]) -> Vec<(u32, u32, String)> {
        let lines = lines(text, &known(of));
        lines.into_iter().map(|line| (line.first, line.last, line.wording)).collect()
    }

    fn line(first: u32, last: u32, wording: &str) -> (u32, u32, String) {
        (first, last, wording.to_owned())
    }

    #[test]
    fn lines_are_numbered_as_in_the_file_however_they_end() {
        let ought = [line(1, 1, "a b"), line(3, 3, "c")];
        for text in ["a b\n\nc", "a b\r\n\r\nc\r\n", "\u{feff}a  b\r\rc\r", "a\u{a0}b \n \t\n c\n\n"] {
            assert_eq!(read(text, &["a b"]), ought, "{text:?}");
        }
        assert_eq!(read("", &[]), []);
        assert_eq!(read("\u{feff}\r\n \n", &[]), []);
    }

    #[test]
    fn paragraphs_that_were_wrapped_are_put_together_again() {
        let policy = ["HEAD", "one two three four", "five six", "seven eight"];
        let text = "HEAD\n\none two\nthree\nfour\n\nfive six seven\neight\n";
        let ought = [
            line(1, 1, "HEAD"),
            line(3, 5, "one two three four"),
            line(7, 7, "five six"),
            line(7, 8, "seven eight"),
        ];
        assert_eq!(read(text, &policy), ought);
    }

    #[test]
    fn a_strange_paragraph_of_a_wrapped_text_is_one_line() {
        let policy = ["one two three", "four five six"];
        assert_eq!(
            read("one\ntwo three\n\nfour 5\nsix", &policy),
            [line(1, 2, "one two three"), line(4, 5, "four 5 six")]
        );
        // Nothing was wrapped here, and where a line is known its neighbours are lines too.
        assert_eq!(
            read("one two three\nfour 5\nsix", &policy),
            [line(1, 1, "one two three"), line(2, 2, "four 5"), line(3, 3, "six")]
        );
    }

    #[test]
    fn what_is_added_to_a_line_is_part_of_it() {
        assert_eq!(read("one two, or not", &["one two,"]), [line(1, 1, "one two, or not")]);
    }

    #[test]
    fn a_text_of_very_many_words_is_taken_as_it_is() {
        let text = "one\ntwo\n".repeat(TEXT_WORDS_MAX);
        let lines = lines(&text, &known(&["one two"]));
        assert_eq!(lines.len(), 2 * TEXT_WORDS_MAX);
    }
}
