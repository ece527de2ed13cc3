//! Command lines as they are told to people, ready to be pasted into a shell.

/// The command line of these words, each quoted where a shell needs it.
pub(crate) fn line<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words = words.into_iter().map(quoted);
    std::iter::once("vouchsafe".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

/// The same command line, continued on further lines where it is longer than this, each after this margin.
pub(crate) fn block<'a>(margin: &str, width: usize, words: impl IntoIterator<Item = &'a str>) -> String {
    let whole = line(words);
    let room = width.saturating_sub(margin.len() + 2);
    let mut text = String::new();
    let mut length = 0;
    // An option stays on one line with its value.
    for (number, piece) in whole.replace(" --", "\n--").split('\n').enumerate() {
        if number > 0 && length + 1 + piece.len() > room {
            text.push_str(&format!(" \\\n{margin}    {piece}"));
            length = 4 + piece.len();
        } else {
            let gap = if number > 0 { " " } else { margin };
            text.push_str(&format!("{gap}{piece}"));
            length += 1 + piece.len();
        }
    }
    text.push('\n');
    text
}

fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:,+@%".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_continued_before_an_option() {
        let words = ["check", "--scope", "sale", "--promise", "F13.no-sale", "--trace-out", "x.jsonl"];
        assert_eq!(block("  ", 110, words), format!("  {}\n", line(words)));
        assert_eq!(
            block("  ", 42, words),
            "  vouchsafe check --scope sale \\\n      --promise F13.no-sale \\\n      --trace-out x.jsonl\n"
        );
    }

    #[test]
    fn words_with_blanks_or_quotes_are_quoted() {
        assert_eq!(line(["check", "--scope", "a b's.toml"]), r"vouchsafe check --scope 'a b'\''s.toml'");
        assert_eq!(line(["replay", "x/y-1.jsonl", ""]), "vouchsafe replay x/y-1.jsonl ''");
    }
}
