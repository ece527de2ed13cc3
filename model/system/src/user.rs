//! A user: the questions put to a person and not answered yet.

use crate::kinds::Kind;
use crate::refusal::Refusal;
use vouchsafe_alphabet::{Class, Purpose};

/// A question about a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Question {
    /// Whether the vendor may collect, use and disclose it.
    General(Kind),
    /// Whether it may be made available to recipients of a class.
    Sharing(Kind, Class),
    /// Whether it may be used for a new purpose.
    Purpose(Kind, Purpose),
}

/// What one person has in front of the eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct User {
    /// What the vendor asks about a category.
    question: Option<Question>,
    /// Whether the vendor asks for consent to direct marketing.
    marketing: bool,
}

impl User {
    /// A question about a category is put; there is one at a time.
    pub(crate) fn ask(&mut self, question: Question) -> Result<(), Refusal> {
        if self.question.is_some() {
            return Err(Refusal::QuestionOpen);
        }
        self.question = Some(question);
        Ok(())
    }
    /// This question is answered.
    pub(crate) fn answer(&mut self, question: Question) -> Result<(), Refusal> {
        if self.question != Some(question) {
            return Err(Refusal::NotAsked);
        }
        self.question = None;
        Ok(())
    }
    /// Whether some question about a category is open.
    pub(crate) fn is_asked(&self) -> bool {
        self.question.is_some()
    }
    /// The question about direct marketing is put.
    pub(crate) fn ask_marketing(&mut self) -> Result<(), Refusal> {
        if self.marketing {
            return Err(Refusal::QuestionOpen);
        }
        self.marketing = true;
        Ok(())
    }
    /// The question about direct marketing is answered.
    pub(crate) fn answer_marketing(&mut self) -> Result<(), Refusal> {
        if !self.marketing {
            return Err(Refusal::NotAsked);
        }
        self.marketing = false;
        Ok(())
    }
    /// The vendor takes its questions back, because it learned that it asks a minor (MIN-04).
    pub(crate) fn leave_alone(&mut self) {
        *self = Self::default();
    }
}
