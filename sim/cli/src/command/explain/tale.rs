//! The shortest run of a scope that breaks something, told as a story.

use crate::command::{ever, story};
use crate::moment::count;
use crate::page::Page;
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

/// The shortest run to a breach of one of the parts that are asked about, by `PROMISE/PART`, and what it owes where it
/// goes on for ever; nothing where no run breaks one.
pub(super) fn shortest(
    page: &Page,
    register: &Register,
    checked: &Checked<'_>,
    is_asked: impl Fn(&str) -> bool,
) -> Option<String> {
    let scope = checked.product.scope();
    let every = promises::every::<Checking>();
    let breaches = every.iter().enumerate().flat_map(|(number, promise)| {
        let part = |part: usize| promise.parts.get(part).map_or("", |part| part.name);
        let of = checked.breaches(number).into_iter();
        of.filter(|breach| is_asked(&format!("{}/{}", promise.id, part(breach.part)))).collect::<Vec<_>>()
    });
    let found = breaches.filter_map(|breach| Some((breach.actions.clone()?, breach)));
    let (actions, breach) = found.min_by_key(|(actions, _)| actions.len())?;
    let promise = every.get(breach.promise)?;
    let wanted = |other: &Promise<_>, of: usize| other.id == promise.id && of == breach.part;
    let story = Story::of(&checked.product, &actions, wanted).ok()?;
    let part = promise.parts.get(breach.part)?;
    let inputs = count(story.length as u64, "input");
    let mut text = page.heading(&format!("Shortest story, {inputs} in the scope {}", scope.name));
    text.push_str(&story::text(page, register, scope, &story, None));
    if let Some(going) = breach.ever {
        text.push_str(&ever::text(page, register, promise.id, part, &going, actions.len()));
    }
    Some(text)
}
