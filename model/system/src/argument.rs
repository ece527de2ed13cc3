//! Arguments of inputs and their text form: ids by name, words by their list, verb sets as `collect+use`.

use crate::network::Parcel;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::data::Review;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{
    Answer, Category, Channel, Class, Command, Ground, Holder, Key, Mail, Person, Phone, Place, Purpose,
    Record, Request, Route, Service, Sort, Staff, Tv, Verb, Verbs, Word,
};

/// Why a text is no input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// The text is not of the form `name` or `name(argument, …)`.
    #[error("`{0}` is no input; one looks like `tick` or `press(ana, tv1, volume-up)`")]
    Form(String),
    /// There is no such input.
    #[error("there is no input called `{0}`")]
    Unknown(String),
    /// The input takes another number of arguments.
    #[error("`{name}` takes {takes} arguments, not {found}")]
    Count {
        /// The input's name.
        name: &'static str,
        /// How many it takes.
        takes: usize,
        /// How many there are.
        found: usize,
    },
    /// An argument is not in its word list.
    #[error("`{found}` is no {list}; there are {known}")]
    Word {
        /// What was found.
        found: String,
        /// The word list.
        list: &'static str,
        /// Its members.
        known: String,
    },
}

/// An argument of an input.
pub(crate) trait Argument: Copy {
    /// Writes the argument.
    fn write(self, names: &dyn Naming, to: &mut String);
    /// Reads the argument.
    fn read(text: &str, names: &mut dyn Naming) -> Result<Self, ActionError>;
}

macro_rules! id_arguments {
    ($($name:ident)+) => {$(
        impl Argument for $name {
            fn write(self, names: &dyn Naming, to: &mut String) {
                names.name(Sort::$name, self.0, to);
            }
            fn read(text: &str, names: &mut dyn Naming) -> Result<Self, ActionError> {
                Ok(Self(names.id(Sort::$name, text)))
            }
        }
    )+};
}
id_arguments! { Person Phone Tv Holder Command Record Request Staff }

macro_rules! word_arguments {
    ($($name:ident)+) => {$(
        impl Argument for $name {
            fn write(self, _: &dyn Naming, to: &mut String) {
                to.push_str(self.name());
            }
            fn read(text: &str, _: &mut dyn Naming) -> Result<Self, ActionError> {
                word(text)
            }
        }
    )+};
}
word_arguments! { RequestKind Category Answer Key Mail Channel Ground Service Parcel Class Purpose Place Verb Route Review Context }

/// Verb sets are written as `collect+use`.
impl Argument for Verbs {
    fn write(self, _: &dyn Naming, to: &mut String) {
        let verbs: Vec<_> = self.iter().map(Word::name).collect();
        to.push_str(&verbs.join("+"));
    }
    fn read(text: &str, _: &mut dyn Naming) -> Result<Self, ActionError> {
        text.split('+').try_fold(Self::EMPTY, |set, verb| Ok(set.with(word::<Verb>(verb)?)))
    }
}

fn word<W: Word>(text: &str) -> Result<W, ActionError> {
    W::from_name(text).ok_or_else(|| ActionError::Word {
        found: text.to_owned(),
        list: W::LIST,
        known: W::ALL.iter().map(|word| word.name()).collect::<Vec<_>>().join(", "),
    })
}

/// Opens the brackets before the first argument and puts a comma before any other.
pub(crate) fn open(text: &mut String, _: &str) {
    text.push_str(if text.contains('(') { ", " } else { "(" });
}

/// Takes the next argument; they were counted before.
pub(crate) fn next<'a>(rest: &mut &'a [&'a str]) -> &'a str {
    let (first, others) = rest.split_first().unwrap_or((&"", &[]));
    *rest = others;
    first
}

/// Closes the brackets, where there are any.
pub(crate) fn close(mut text: String) -> String {
    if text.contains('(') {
        text.push(')');
    }
    text
}

/// Parts `name(inside)`.
pub(crate) fn split(text: &str) -> Result<(&str, &str), ActionError> {
    let text = text.trim();
    match text.split_once('(') {
        None => Ok((text, "")),
        Some((name, rest)) => match rest.strip_suffix(')') {
            Some(inside) => Ok((name.trim(), inside.trim())),
            None => Err(ActionError::Form(text.to_owned())),
        },
    }
}
