//! Sale: bargains with recipients, and a change of ownership; the contract with a recipient has its id.

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::vendor::sale::Bargain;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{
    Category, Channel, Class, Clock, Contract, Holder, Observation, Person, Purpose, Record, Verb, Worth,
};

fn contract(holder: Holder) -> Contract {
    Contract(holder.0)
}

/// What is seen of a payment.
fn payment(by: Holder, to: Holder, worth: Worth, under: Holder) -> Observation {
    Observation::Paid { by, to, worth, contract: contract(under) }
}

/// What is seen of a disclosure under a contract.
fn disclosure(
    person: Person,
    category: Category,
    to: Holder,
    purpose: Purpose,
    record: Option<Record>,
) -> Observation {
    let under = Some(contract(to));
    Observation::Disclosed {
        person,
        category,
        by: Holder::VENDOR,
        to,
        purpose,
        other: None,
        record,
        contract: under,
        ground: None,
    }
}

/// Refuses recipients of another class.
fn is<C: Clock>(ctx: &Ctx<'_, C>, holder: Holder, class: Class) -> Result<(), Refusal> {
    if ctx.setup.recipient(holder)?.class == class { Ok(()) } else { Err(Refusal::WrongRecipient) }
}

/// The successor, in a scope that has one.
fn successor<C: Clock>(ctx: &Ctx<'_, C>) -> Result<Holder, Refusal> {
    let found = ctx.setup.recipients().find(|(_, spec)| spec.class == Class::Successor);
    found.map(|(holder, _)| holder).ok_or(Refusal::WrongRecipient)
}

/// The vendor makes a category available to a provider, for a service that the vendor pays (GRP-02).
pub(crate) fn share<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    holder: Holder,
) -> Result<(), Refusal> {
    is(ctx, holder, Class::Provider)?;
    let kind = ctx.setup.kind(category)?;
    w.vendor.account.requires(person, Verb::Disclose, kind)?;
    w.vendor.sale.deal(holder, Bargain::Service)?;
    let record = w.records.held(person, kind).ok().map(|slot| Record(slot as u32));
    ctx.saw(disclosure(person, category, holder, Purpose::OperateFull, record));
    Ok(())
}

/// The vendor pays a provider for its service: value goes out with the data, none comes back (SHR-01).
pub(crate) fn pay_provider<C: Clock>(ctx: &mut Ctx<'_, C>, holder: Holder) -> Result<(), Refusal> {
    is(ctx, holder, Class::Provider)?;
    ctx.saw(payment(Holder::VENDOR, holder, Worth::Money, holder));
    Ok(())
}

/// The vendor gives aggregate figures, under a contract by which no personal information goes (NOC-01).
pub(crate) fn share_figures<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    holder: Holder,
) -> Result<(), Refusal> {
    ctx.setup.recipient(holder)?;
    w.vendor.sale.deal(holder, Bargain::Figures)?;
    ctx.saw(Observation::FiguresShared { to: holder, amount: 50, contract: Some(contract(holder)) });
    Ok(())
}

/// The recipient pays for the figures.
pub(crate) fn pay_for_figures<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    holder: Holder,
) -> Result<(), Refusal> {
    if w.vendor.sale.bargain(holder)? != Bargain::Figures {
        return Err(Refusal::OtherBargain);
    }
    ctx.saw(payment(holder, Holder::VENDOR, Worth::Money, holder));
    Ok(())
}

/// A person is told of the change of ownership (ECO-06).
pub(crate) fn notice<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let to = successor(ctx)?;
    w.vendor.sale.told.add(person.index());
    ctx.saw(Observation::CorporateNotice { person, to, channel: Channel::Email });
    Ok(())
}

/// Custody moves to the successor, after the notice (ECO-06).
pub(crate) fn move_custody<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let to = successor(ctx)?;
    let sale = &mut w.vendor.sale;
    if sale.moved.has(person.index()) {
        return Err(Refusal::CustodyGone);
    }
    if !sale.told.has(person.index()) && !ctx.setup.has(Defect::CustodyWithoutNotice) {
        return Err(Refusal::NoNotice);
    }
    sale.moved.add(person.index());
    ctx.saw(Observation::CustodyMoved { person, to, contract: Some(contract(to)) });
    Ok(())
}

/// The successor pays for the business, once custody moves with it.
pub(crate) fn pay_for_business<C: Clock>(w: &World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
    let by = successor(ctx)?;
    if w.vendor.sale.moved.is_empty() {
        return Err(Refusal::OtherBargain);
    }
    ctx.saw(payment(by, Holder::VENDOR, Worth::Money, by));
    Ok(())
}

/// The first category of the scope, which a broken vendor gives away.
fn wares<C: Clock>(ctx: &Ctx<'_, C>) -> Result<Category, Refusal> {
    ctx.setup.categories.iter().next().ok_or(Refusal::Unknown)
}

/// Defect: a buyer pays and gets a person's data.
pub(crate) fn sell<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    is(ctx, holder, Class::Outside)?;
    let category = wares(ctx)?;
    w.vendor.sale.deal(holder, Bargain::Service)?;
    ctx.saw(payment(holder, Holder::VENDOR, Worth::Money, holder));
    ctx.saw(disclosure(person, category, holder, Purpose::Business, None));
    Ok(())
}

/// Defect: a partner gets a person's data, and the next time gives advertising credit.
pub(crate) fn barter<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    is(ctx, holder, Class::Partner)?;
    let category = wares(ctx)?;
    if w.vendor.sale.bargain(holder)? == Bargain::Service {
        ctx.saw(payment(holder, Holder::VENDOR, Worth::Credit, holder));
    } else {
        w.vendor.sale.deal(holder, Bargain::Service)?;
        ctx.saw(disclosure(person, category, holder, Purpose::Business, None));
    }
    Ok(())
}

/// Defect: a buyer pays an affiliate, and the vendor gives it a person's data.
pub(crate) fn sell_through_affiliate<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    is(ctx, holder, Class::Outside)?;
    let category = wares(ctx)?;
    let affiliate = ctx.setup.recipients().find(|(_, spec)| spec.class == Class::Affiliate);
    let (affiliate, _) = affiliate.ok_or(Refusal::WrongRecipient)?;
    ctx.saw(payment(holder, affiliate, Worth::Money, holder));
    ctx.saw(disclosure(person, category, holder, Purpose::Business, None));
    Ok(())
}
