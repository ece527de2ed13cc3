//! Sale: bargains under the contracts with recipients, and a change of ownership.

use crate::defects::Defect;
use crate::inputs::release::Release;
use crate::refusal::Refusal;
use crate::vendor::contracts;
use crate::vendor::sale::Bargain;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::{
    Category, Channel, Class, Clock, Holder, Observation, Person, Purpose, Record, Worth,
};

/// What is seen of a payment.
fn payment(by: Holder, to: Holder, worth: Worth, under: Holder) -> Observation {
    Observation::Paid { by, to, worth, contract: contracts::with(under) }
}

/// What is seen of a disclosure under the contract with somebody.
fn disclosure<C: Clock>(
    ctx: &Ctx<'_, C>,
    release: Release,
    by: Holder,
    under: Holder,
    record: Option<Record>,
) -> Observation {
    let Release { person, category, to, purpose } = release;
    Observation::Disclosed {
        person,
        category,
        by,
        to,
        purpose: purpose.unwrap_or(Purpose::Business),
        other: ctx.setup.other(person, category),
        record,
        contract: Some(contracts::with(under)),
        ground: None,
    }
}

/// The successor, in a scope that has one.
fn successor<C: Clock>(ctx: &Ctx<'_, C>) -> Result<Holder, Refusal> {
    ctx.setup.first_of(Class::Successor)
}

/// The vendor makes a category available to a provider, for a service that the vendor pays (GRP-02).
pub(crate) fn share<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    holder: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(holder, Class::Provider)?;
    let release = Release { person, category, to: holder, purpose: Some(Purpose::OperateFull) };
    release.may(w, ctx)?;
    w.vendor.sale.deal(holder, Bargain::Service)?;
    let record = release.record(w, ctx).ok();
    let shown = disclosure(ctx, release, Holder::VENDOR, holder, record);
    ctx.saw(shown);
    Ok(())
}

/// The vendor pays a provider for its service: value goes out with the data, none comes back (SHR-01).
pub(crate) fn pay_provider<C: Clock>(ctx: &mut Ctx<'_, C>, holder: Holder) -> Result<(), Refusal> {
    ctx.setup.of_class(holder, Class::Provider)?;
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
    // About far more people than figures are told of elsewhere, so that the two differ by many.
    let amount = 5 * ctx.setup.rules.group_size();
    ctx.saw(Observation::FiguresShared { to: holder, amount, contract: Some(contracts::with(holder)) });
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
    // Where nothing changes but the owner, no use is named.
    let uses = ctx.setup.new_purposes.first().filter(|_| !ctx.setup.has(Defect::NoticeSilentOnUses));
    let changes = !ctx.setup.new_purposes.is_empty();
    ctx.saw(Observation::CorporateNotice {
        person,
        to,
        channel: if ctx.setup.has(Defect::CorporateNoticePushed) { Channel::Push } else { Channel::Email },
        purposes: uses.map(|&purpose| purpose.into()),
        good: changes.then(|| !ctx.setup.has(Defect::NoticeWithoutChoices)),
    });
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
    ctx.saw(Observation::CustodyMoved { person, to, contract: Some(contracts::with(to)) });
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

/// What a broken vendor gives a person's data away as: the first category of the scope.
fn wares<C: Clock>(ctx: &Ctx<'_, C>, person: Person, to: Holder) -> Result<Release, Refusal> {
    let category = ctx.setup.categories.iter().next().ok_or(Refusal::Unknown)?;
    Ok(Release { person, category, to, purpose: Some(Purpose::Business) })
}

/// Defect: a buyer pays and gets a person's data.
pub(crate) fn sell<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(holder, Class::Outside)?;
    let release = wares(ctx, person, holder)?;
    w.vendor.sale.deal(holder, Bargain::Service)?;
    ctx.saw(payment(holder, Holder::VENDOR, Worth::Money, holder));
    let shown = disclosure(ctx, release, Holder::VENDOR, holder, None);
    ctx.saw(shown);
    Ok(())
}

/// Defect: a partner gets a person's data, and the next time gives advertising credit.
pub(crate) fn barter<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(holder, Class::Partner)?;
    let release = wares(ctx, person, holder)?;
    if w.vendor.sale.bargain(holder)? == Bargain::Service {
        ctx.saw(payment(holder, Holder::VENDOR, Worth::Credit, holder));
    } else {
        w.vendor.sale.deal(holder, Bargain::Service)?;
        let shown = disclosure(ctx, release, Holder::VENDOR, holder, None);
        ctx.saw(shown);
    }
    Ok(())
}

/// Defect: a buyer pays somebody in between, and the vendor gives the buyer a person's data.
fn sell_through<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
    between: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(holder, Class::Outside)?;
    let release = wares(ctx, person, holder)?;
    ctx.saw(payment(holder, between, Worth::Money, holder));
    let shown = disclosure(ctx, release, Holder::VENDOR, holder, None);
    ctx.saw(shown);
    Ok(())
}

/// Defect: a buyer pays an affiliate, and the vendor gives it a person's data.
pub(crate) fn sell_through_affiliate<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    let affiliate = ctx.setup.first_of(Class::Affiliate)?;
    sell_through(ctx, person, holder, affiliate)
}

/// The provider that works for the vendor, in a scope that has one.
fn broker<C: Clock>(ctx: &Ctx<'_, C>) -> Result<Holder, Refusal> {
    let works = ctx.setup.recipients().find(|(_, spec)| spec.class == Class::Provider && spec.for_vendor);
    works.map(|(holder, _)| holder).ok_or(Refusal::WrongRecipient)
}

/// Defect: a buyer pays a provider that works for the vendor, and the vendor gives the buyer a person's data.
pub(crate) fn sell_through_broker<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    let between = broker(ctx)?;
    sell_through(ctx, person, holder, between)
}

/// Defect: a provider gets a person's data and passes it on to a buyer, who pays the vendor in that bargain.
pub(crate) fn sell_onward<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    holder: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(holder, Class::Outside)?;
    let between = broker(ctx)?;
    let last = wares(ctx, person, holder)?;
    let first = Release { to: between, purpose: Some(Purpose::OperateFull), ..last };
    let hops = [(first, Holder::VENDOR), (last, between)];
    for (release, by) in hops {
        let shown = disclosure(ctx, release, by, holder, None);
        ctx.saw(shown);
    }
    ctx.saw(payment(holder, Holder::VENDOR, Worth::Money, holder));
    Ok(())
}
