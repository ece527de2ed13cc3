//! Sharing: people are asked about a class of recipient, data goes to it, on to others, and is put to use.

use crate::defects::Defect;
use crate::inputs::consent::{self, About};
use crate::inputs::release::Release;
use crate::kinds::Kinds;
use crate::recipient;
use crate::refusal::Refusal;
use crate::user::Question;
use crate::vendor::{contracts, sharing};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Answer, Category, Class, Clock, Holder, Observation, Person, Purpose, Verb};

/// The vendor asks a person to let it make a category available to a class of recipient (SHR-04, T05).
pub(crate) fn ask<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    class: Class,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    ctx.setup.known(person)?;
    if w.vendor.sharing.of(person, class, kind)? == Some(true) {
        return Err(Refusal::AgreedAlready);
    }
    w.vendor.minors.spare_unless_approved(person, kind)?;
    let about = about(ctx, class);
    consent::put(w, ctx, person, category, Question::Sharing(kind, class), about)
}

/// What a question about a class is about.
fn about<C: Clock>(ctx: &Ctx<'_, C>, class: Class) -> About {
    let purpose = sharing::asked_purpose(ctx.setup, class);
    About { verbs: Verb::Disclose.into(), purpose, class: Some(class) }
}

/// The person answers that question.
pub(crate) fn answer<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    class: Class,
    answer: Answer,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let about = about(ctx, class);
    let yes = consent::taken(w, ctx, (person, category), Question::Sharing(kind, class), answer, about)?;
    if yes {
        let lifted = if ctx.setup.has(Defect::AnyYesSharesAgain) { None } else { Some(class) };
        w.vendor.halt.lift(person, Kinds::one(kind), lifted)?;
    }
    w.vendor.sharing.answer(person, class, kind, yes)
}

/// The vendor makes a category available to a recipient for a purpose (SHR-02, SHR-03).
pub(crate) fn make_available<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    to: Holder,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let release = Release { person, category, to, purpose: Some(purpose) };
    release.may(w, ctx)?;
    let record = release.record(w, ctx)?;
    release.hand_over(w, ctx, Holder::VENDOR, Some(record))
}

/// A recipient passes on what it got, as the vendor's sharing desk lets it (SHR-07).
pub(crate) fn pass_on<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    category: Category,
    to: Holder,
) -> Result<(), Refusal> {
    let (from, onward) = (ctx.setup.recipient(by)?, ctx.setup.recipient(to)?);
    if !sharing::asked_about(from.class) || by == to {
        return Err(Refusal::WrongRecipient);
    }
    w.recipients.at(by.index())?.may_use(person, ctx.setup.kind(category)?)?;
    let release = Release { person, category, to, purpose: Some(sharing::purpose_of(onward.class)) };
    release.agreed(w, ctx)?;
    if !ctx.setup.has(Defect::SubcontractorUnbound) {
        release.contracted(w, ctx)?;
    }
    release.hand_over(w, ctx, by, None)
}

/// A recipient puts to use what it got, as far as its place and its contract let it (GRP-03, GRP-04, ECO-03).
pub(crate) fn put_to_use<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    category: Category,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let (setup, spec) = (ctx.setup, ctx.setup.recipient(by)?);
    w.recipients.at(by.index())?.may_use(person, setup.kind(category)?)?;
    recipient::fit(setup, spec, category, purpose)?;
    let home = w.vendor.homes.of(setup, person);
    w.vendor.statutes.permits(setup, (person, home), Verb::Use, setup.kind(category)?)?;
    w.vendor.purposes.called_for(setup, person, purpose)?;
    if contracts::owed(setup, spec) {
        w.vendor.contracts.stands(by, ctx.now)?;
    }
    ctx.saw(Observation::Used { person, category, purpose, by, record: None, ground: None });
    Ok(())
}
