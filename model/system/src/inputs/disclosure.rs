//! Disclosure: data goes to those who work for the vendor, at once or in a batch, and they use it.

use crate::defects::Defect;
use crate::kinds::Kind;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{Category, Clock, Holder, Observation, Person, Purpose, Record, Verb};

/// Refuses recipients that do not work for the vendor.
fn worker<C: Clock>(ctx: &Ctx<'_, C>, holder: Holder) -> Result<(), Refusal> {
    if ctx.setup.works_for_vendor(holder)? { Ok(()) } else { Err(Refusal::WrongRecipient) }
}

/// The vendor makes a category available, with the person's consent (SHR-04, GRP-03).
pub(crate) fn disclose<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    holder: Holder,
) -> Result<(), Refusal> {
    worker(ctx, holder)?;
    let kind = ctx.setup.kind(category)?;
    w.vendor.account.requires(person, Verb::Disclose, kind)?;
    hand_over(w, ctx, person, kind, holder)
}

/// The data changes hands; the recipient learns whether it may use it.
fn hand_over<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    kind: Kind,
    holder: Holder,
) -> Result<(), Refusal> {
    let record = w.records.held(person, kind)?;
    if !w.vendor.account.consent(person)?.barred(Verb::Use, kind) {
        w.recipients.at_mut(holder.index())?.receive(person, kind)?;
    }
    ctx.saw(Observation::Disclosed {
        person,
        category: ctx.setup.category(kind)?,
        by: Holder::VENDOR,
        to: holder,
        purpose: Purpose::OperateFull,
        other: None,
        record: Some(Record(record as u32)),
        contract: None,
        ground: None,
    });
    Ok(())
}

/// The vendor puts a disclosure into its batch.
pub(crate) fn queue<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    category: Category,
    holder: Holder,
) -> Result<(), Refusal> {
    worker(ctx, holder)?;
    let kind = ctx.setup.kind(category)?;
    w.records.held(person, kind)?;
    w.vendor.account.requires(person, Verb::Disclose, kind)?;
    w.vendor.disclosure.queue(person, kind, holder)
}

/// The vendor sends its batch; what is no longer consented to is dropped unseen (WDC-04).
pub(crate) fn send<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    let (person, kind, holder) = w.vendor.disclosure.take()?;
    let agreed = w.vendor.account.consent(person)?.granted(Verb::Disclose, kind);
    let held = w.records.held(person, kind).is_ok();
    if held && (agreed || ctx.setup.has(Defect::BatchNotRechecked)) {
        hand_over(w, ctx, person, kind, holder)?;
    }
    Ok(())
}

/// One that works for the vendor uses what it was given, by its own copy of the permission.
pub(crate) fn use_by<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    holder: Holder,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    worker(ctx, holder)?;
    let kind = ctx.setup.kind(category)?;
    w.recipients.at(holder.index())?.may_use(person, kind)?;
    ctx.saw(Observation::Used {
        person,
        category,
        purpose: Purpose::Provide,
        by: holder,
        record: None,
        ground: None,
    });
    Ok(())
}
