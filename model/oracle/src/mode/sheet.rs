//! What a person answered: for each key that answers had, the categories with a live yes and with a live no.

use super::{Cause, Following, Marked};
use std::fmt::Debug;
use std::hash::Hash;
use vouchsafe_alphabet::{Categories, Category, Class, Purpose, Set, Verb};

/// What an answer is about, besides categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Using or disclosing.
    pub verb: Verb,
    /// The class of recipient that it names.
    pub class: Option<Class>,
    /// The purpose that it names.
    pub purpose: Option<Purpose>,
}

/// Answers by key.
pub trait Sheet<C>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// These categories get a yes and those a no under a key.
    fn add(&mut self, key: Key, yes: Categories, no: Categories, cause: C);
    /// These categories lose their yes and those their no under every key like this.
    fn take(&mut self, like: &dyn Fn(Key) -> bool, yes: Categories, no: Categories);
    /// The categories with a yes and those with a no under a key.
    fn get(&self, key: Key) -> (Categories, Categories);
    /// Calls `f` with every key, its yes and its no.
    fn each(&self, f: &mut dyn FnMut(Key, Categories, Categories));
    /// Calls `f` with the line by which a category was answered under a key.
    fn cause(&self, key: Key, category: Category, f: &mut dyn FnMut(C));
}

/// The answers under one key, a bit for each category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Bits {
    key: Key,
    yes: u32,
    no: u32,
}

/// Answers under four keys at most, in the order of the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AnsweredBits([Option<Bits>; AnsweredBits::KEYS]);

impl AnsweredBits {
    /// How many keys there is room for; scopes ask no more kinds of question.
    pub const KEYS: usize = 4;

    fn settle(&mut self) {
        for place in &mut self.0 {
            if place.is_some_and(|bits| bits.yes | bits.no == 0) {
                *place = None;
            }
        }
        self.0.sort_unstable_by_key(|place| (place.is_none(), place.map(|bits| bits.key)));
    }
}

impl Sheet<()> for AnsweredBits {
    fn add(&mut self, key: Key, yes: Categories, no: Categories, (): ()) {
        let (yes, no) = (yes.bits() as u32, no.bits() as u32);
        let found = self.0.iter().position(|place| place.is_some_and(|bits| bits.key == key));
        let place = found.or_else(|| self.0.iter().position(Option::is_none));
        debug_assert!(place.is_some(), "a scope asks no more kinds of question than there is room for");
        let Some(place) = place.and_then(|place| self.0.get_mut(place)) else { return };
        let old = place.unwrap_or(Bits { key, yes: 0, no: 0 });
        *place = Some(Bits { key, yes: old.yes & !no | yes, no: old.no & !yes | no });
        self.settle();
    }
    fn take(&mut self, like: &dyn Fn(Key) -> bool, yes: Categories, no: Categories) {
        for bits in self.0.iter_mut().flatten().filter(|bits| like(bits.key)) {
            bits.yes &= !(yes.bits() as u32);
            bits.no &= !(no.bits() as u32);
        }
        self.settle();
    }
    fn get(&self, key: Key) -> (Categories, Categories) {
        let found = self.0.iter().flatten().find(|bits| bits.key == key);
        found.map_or((Set::EMPTY, Set::EMPTY), |bits| {
            (Set::from_bits(bits.yes.into()), Set::from_bits(bits.no.into()))
        })
    }
    fn each(&self, f: &mut dyn FnMut(Key, Categories, Categories)) {
        for bits in self.0.iter().flatten() {
            f(bits.key, Set::from_bits(bits.yes.into()), Set::from_bits(bits.no.into()));
        }
    }
    fn cause(&self, _: Key, _: Category, _: &mut dyn FnMut(())) {}
}

/// Answers under any number of keys, with causes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answered(Vec<(Key, Answers, Answers)>);

/// Categories with the lines by which they were answered.
type Answers = Marked<Following, Category>;

impl Sheet<Cause> for Answered {
    fn add(&mut self, key: Key, yes: Categories, no: Categories, cause: Cause) {
        if !self.0.iter().any(|(of, ..)| *of == key) {
            self.0.push((key, Marked::default(), Marked::default()));
        }
        if let Some((_, with_yes, with_no)) = self.0.iter_mut().find(|(of, ..)| *of == key) {
            with_yes.take(no);
            with_no.take(yes);
            with_yes.add(yes, cause);
            with_no.add(no, cause);
        }
    }
    fn take(&mut self, like: &dyn Fn(Key) -> bool, yes: Categories, no: Categories) {
        for (_, with_yes, with_no) in self.0.iter_mut().filter(|(key, ..)| like(*key)) {
            with_yes.take(yes);
            with_no.take(no);
        }
        self.0.retain(|(_, yes, no)| !(yes.set().is_empty() && no.set().is_empty()));
    }
    fn get(&self, key: Key) -> (Categories, Categories) {
        let found = self.0.iter().find(|(of, ..)| *of == key);
        found.map_or((Set::EMPTY, Set::EMPTY), |(_, yes, no)| (yes.set(), no.set()))
    }
    fn each(&self, f: &mut dyn FnMut(Key, Categories, Categories)) {
        for (key, yes, no) in &self.0 {
            f(*key, yes.set(), no.set());
        }
    }
    fn cause(&self, key: Key, category: Category, f: &mut dyn FnMut(Cause)) {
        if let Some((_, yes, no)) = self.0.iter().find(|(of, ..)| *of == key) {
            yes.causes(category.into(), f);
            no.causes(category.into(), f);
        }
    }
}
