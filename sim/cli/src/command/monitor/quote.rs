//! What the lines said that a breach points to, read again from the log.

use super::follow::Followed;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use vouchsafe_alphabet::Names;
use vouchsafe_alphabet::trace::{self, Entry};

/// No more causes of a breach are shown than these; the latest say the most.
pub(super) const CAUSES_SHOWN: usize = 8;

/// The sentences of lines, with their times.
pub(super) type Quotes = BTreeMap<u64, (u64, String)>;

/// The lines to quote, in words; empty where the log cannot be read a second time.
pub(super) fn of(log: &Path, followed: &Followed) -> Quotes {
    let mut wanted = BTreeSet::new();
    for breach in followed.breaches.values().flatten() {
        if !breach.missed {
            wanted.insert(breach.line);
        }
        wanted.extend(breach.because.iter().rev().take(CAUSES_SHOWN));
    }
    let mut quotes = Quotes::new();
    // A pipe is gone once it was read, and opening it again might wait for ever.
    let is_file = std::fs::metadata(log).is_ok_and(|found| found.is_file());
    if wanted.is_empty() || !is_file || super::is_standard(log) {
        return quotes;
    }
    let Ok(file) = File::open(log) else {
        return quotes;
    };
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let mut number = 0;
    while wanted.last().is_some_and(|last| number < *last) {
        line.clear();
        if !reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            break;
        }
        number += 1;
        if wanted.contains(&number)
            && let Some(quote) = std::str::from_utf8(&line).ok().and_then(sentence)
        {
            quotes.insert(number, quote);
        }
    }
    quotes
}

fn sentence(line: &str) -> Option<(u64, String)> {
    let mut names = Names::default();
    match trace::read(line, &mut names, &mut |_| ()).ok()? {
        Entry::Saw(at_ms, saw) => Some((at_ms, saw.sentence(&names))),
        Entry::Input(..) | Entry::UnknownKind(..) | Entry::Begins(_) => None,
    }
}
