//! A journal of hunts: JSON Lines that long work leaves behind as it goes, so that it can be taken up again.
//!
//! The first line says what was hunted by which build; a journal of another build or of other scopes is refused,
//! since its hunts say nothing of these. A last line that was cut off in the middle is dropped.

use super::Hunt;
use serde::{Deserialize, Serialize};

/// The form of a journal.
const SCHEMA: &str = "vouchsafe.matrix-journal/1";

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The form of the journal.
    pub schema: String,
    /// SHA-256 of whatever made it: the program, and the scopes.
    pub made_by: String,
}

impl Head {
    /// The head of a journal that is made by what has this digest.
    pub fn new(made_by: String) -> Self {
        Self { schema: SCHEMA.to_owned(), made_by }
    }
}

/// A journal as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// The hunts in it.
    pub hunts: Vec<Hunt>,
    /// How many bytes of it are whole lines.
    pub whole: usize,
}

/// Why a text is no journal to go on with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// The first line is none of a journal.
    #[error("line 1 is no head of a journal of form {SCHEMA}")]
    NoHead,
    /// It was made by another build, or about other scopes.
    #[error("it was made by another build or about other scopes, so its hunts say nothing of these")]
    Another,
    /// A line is no hunt.
    #[error("line {line} is no hunt: {says}")]
    NoHunt {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        says: String,
    },
}

impl Journal {
    /// Reads a journal, which this head has to open.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn read(text: &str, head: &Head) -> Result<Self, JournalError> {
        let mut journal = Self::default();
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let Some(whole) = line.strip_suffix('\n') else { break };
            if number == 0 {
                let found: Head = serde_json::from_str(whole).map_err(|_| JournalError::NoHead)?;
                if found.schema != head.schema {
                    return Err(JournalError::NoHead);
                }
                if found != *head {
                    return Err(JournalError::Another);
                }
            } else {
                let hunt = serde_json::from_str(whole)
                    .map_err(|error| JournalError::NoHunt { line: number + 1, says: error.to_string() })?;
                journal.hunts.push(hunt);
            }
            journal.whole += line.len();
        }
        if journal.whole == 0 && !text.is_empty() {
            return Err(JournalError::NoHead);
        }
        Ok(journal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hunt() -> Hunt {
        Hunt {
            defect: "broadcast".into(),
            scope: "two-tvs".into(),
            states: 7,
            exhausted: true,
            kills: Vec::new(),
            lost: Vec::new(),
        }
    }

    fn lines(head: &Head, hunts: &[Hunt]) -> String {
        let mut text = serde_json::to_string(head).expect("it is JSON") + "\n";
        for hunt in hunts {
            text.push_str(&(serde_json::to_string(hunt).expect("it is JSON") + "\n"));
        }
        text
    }

    #[test]
    fn whole_lines_are_taken_and_what_was_cut_off_is_dropped() {
        let head = Head::new("a".into());
        let text = lines(&head, &[hunt(), hunt()]);
        let read = Journal::read(&text, &head);
        assert_eq!(read, Ok(Journal { hunts: vec![hunt(), hunt()], whole: text.len() }));
        let cut = text.get(..text.len() - 3).unwrap_or_default();
        let whole = lines(&head, &[hunt()]).len();
        assert_eq!(Journal::read(cut, &head), Ok(Journal { hunts: vec![hunt()], whole }));
        assert_eq!(Journal::read("", &head), Ok(Journal::default()));
    }

    #[test]
    fn what_is_no_journal_of_this_work_is_refused() {
        let head = Head::new("a".into());
        let others = lines(&Head::new("b".into()), &[hunt()]);
        assert_eq!(Journal::read(&others, &head), Err(JournalError::Another));
        assert_eq!(Journal::read("{}\n", &head), Err(JournalError::NoHead));
        assert_eq!(Journal::read("no journal", &head), Err(JournalError::NoHead));
        let torn = lines(&head, &[]) + "{\"defect\":\n" + &lines(&head, &[]);
        assert!(matches!(Journal::read(&torn, &head), Err(JournalError::NoHunt { line: 2, .. })));
    }
}
