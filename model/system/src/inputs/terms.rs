//! Terms: new versions come into force; use of a product accepts the version in force and nothing else.

use crate::defects::Defect;
use crate::inputs::updates;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::Deemed;
use vouchsafe_alphabet::{Answer, Clock, Form, Observation, Person, Purpose, Set, Terms, Verb, Verbs};

/// Versions are counted from one on disk.
pub(crate) fn version(index: u8) -> Terms {
    Terms(u32::from(index) + 1)
}

/// The next version comes into force.
pub(crate) fn take_effect<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    if w.vendor.account.terms() + 1 < ctx.setup.terms {
        updates::come_due(w, ctx)?;
    }
    let carried = ctx.setup.has(Defect::AcceptanceCarriedOver).then_some(w.vendor.account);
    w.vendor.account.take_effect(ctx.setup.terms)?;
    ctx.saw(Observation::TookEffect { terms: version(w.vendor.account.terms()) });
    if let Some(before) = carried {
        for person in ctx.setup.people().filter(|person| before.accepted(*person)) {
            note_acceptance(w, ctx, person)?;
        }
    }
    Ok(())
}

/// A person uses a product: the vendor takes it that the person accepts the terms in force (COM-08, COM-09).
///
/// What was refused, withdrawn or never asked stays so (UPD-07), unless blanket acceptance is played.
pub(crate) fn product_used<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    let deemed = ctx.setup.rules.readings.deemed;
    if deemed != Deemed::ExpressOnly {
        note_acceptance(w, ctx, person)?;
    }
    if deemed == Deemed::Blanket || ctx.setup.has(Defect::UseReaccepts) {
        let kinds = ctx.setup.kinds();
        w.vendor.account.consent_mut(person)?.reaccept(kinds);
        w.vendor.sharing.general_yes(person, kinds)?;
        w.vendor.status.start(person, kinds);
    }
    Ok(())
}

/// The vendor notes that a person accepts the terms in force, once a version.
pub(crate) fn note_acceptance<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    if !w.vendor.account.accept(person) {
        return Ok(());
    }
    let early = u8::from(ctx.setup.has(Defect::FutureTermsAccepted));
    ctx.saw(Observation::AcceptanceTaken { person, terms: version(w.vendor.account.terms() + early) });
    if ctx.setup.has(Defect::AcceptanceSetsCollect) {
        let kinds = ctx.setup.kinds();
        let consent = w.vendor.account.consent_mut(person)?;
        consent.assume_collect(kinds);
        let categories = ctx.setup.categories.iter();
        for kind in categories.filter_map(|category| ctx.setup.kind(category).ok()) {
            if consent.granted(Verb::Collect, kind) {
                w.vendor.status.start(person, crate::kinds::Kinds::one(kind));
            }
        }
    }
    Ok(())
}

/// A person accepts the terms in force by an express act; that is no consent to marketing (MKT-03).
pub(crate) fn accept<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.saw(Observation::Accepted { person, terms: version(w.vendor.account.terms()) });
    if ctx.setup.rules.readings.deemed == Deemed::ExpressOnly {
        note_acceptance(w, ctx, person)?;
    }
    if ctx.setup.has(Defect::AcceptanceAsSeparateConsent) {
        ctx.saw(Observation::Answered {
            person,
            verbs: Verbs::from(Verb::Use),
            categories: Set::from(vouchsafe_alphabet::Category::Account),
            answer: Answer::Yes,
            form: Form::Bundled,
            purpose: Some(Purpose::DirectMarketing),
            class: None,
        });
        w.vendor.marketing.answer(ctx.setup, person, Answer::Yes)?;
    }
    Ok(())
}

/// The vendor's services poll in the background, which is nobody's use of a product (UPD-07).
pub(crate) fn background_poll<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    if ctx.setup.has(Defect::PollCountsAsUse) {
        for person in ctx.setup.people() {
            let _ = note_acceptance(w, ctx, person);
        }
    }
}
