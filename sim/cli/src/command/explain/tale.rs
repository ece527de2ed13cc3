//! The shortest run of a scope that breaks something, told as a story.

use crate::command::{ever, story};
use crate::moment::count;
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_engine::live::Ever;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Checked, Scope, Story};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_oracle::{Checking, Promise, promises};

/// An explanation does not explore for longer than this.
const STATES_MAX: u64 = 200_000;

/// The scope, explored as far as an explanation goes.
pub(super) fn explored(scope: &Scope) -> Checked<'_> {
    let options = Options { states_max: Some(STATES_MAX), ..Options::default() };
    Checked::scope(scope, &options, &Quiet)
}

/// The shortest run of a scope to a breach, and what it owes where it goes on for ever.
pub(super) struct Tale<'a> {
    scope: &'a Scope,
    promise: Promise<Checking>,
    /// The number of the part that fails.
    part: usize,
    inputs: usize,
    story: Story,
    ever: Option<Ever>,
}

impl<'a> Tale<'a> {
    /// The shortest to a breach of one of the parts that are asked about, by `PROMISE/PART`; nothing where no run breaks
    /// one.
    pub(super) fn shortest(checked: &'a Checked<'_>, is_asked: impl Fn(&str) -> bool) -> Option<Self> {
        let every = promises::every::<Checking>();
        let breaches = every.iter().enumerate().flat_map(|(number, promise)| {
            let part = |part: usize| promise.parts.get(part).map_or("", |part| part.name);
            let of = checked.breaches(number).into_iter();
            of.filter(|breach| is_asked(&format!("{}/{}", promise.id, part(breach.part)))).collect::<Vec<_>>()
        });
        let found = breaches.filter_map(|breach| Some((breach.actions.clone()?, breach)));
        let (actions, breach) = found.min_by_key(|(actions, _)| actions.len())?;
        let promise = every.into_iter().nth(breach.promise)?;
        let wanted = |other: &Promise<_>, of: usize| other.id == promise.id && of == breach.part;
        let story = Story::of(&checked.product, &actions, wanted).ok()?;
        let scope = checked.product.scope();
        Some(Self { scope, promise, part: breach.part, inputs: actions.len(), story, ever: breach.ever })
    }

    /// The story on a page.
    pub(super) fn text(&self, page: &Page, register: &Register) -> String {
        let inputs = count(self.story.length as u64, "input");
        let mut text = page.heading(&format!("Shortest story, {inputs} in the scope {}", self.scope.name));
        text.push_str(&story::text(page, register, self.scope, &self.story, None));
        if let (Some(going), Some(part)) = (&self.ever, self.promise.parts.get(self.part)) {
            text.push_str(&ever::text(page, register, self.promise.id, part, going, self.inputs));
        }
        text
    }

    /// The story for machines: the scope, the promise, and what `check` says of its counterexample.
    pub(super) fn to_json(&self) -> Value {
        let failed = self.promise.parts.get(self.part).map_or("", |part| part.name);
        let told = story::Counterexample::of(&self.story, self.inputs as u32, failed, self.ever.as_ref());
        json!({ "scope": self.scope.name, "promise": self.promise.id, "counterexample": told })
    }
}
