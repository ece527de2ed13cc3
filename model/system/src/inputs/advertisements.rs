//! Advertisements: partners join the programme, gather activity and serve, and people opt out and in again
//! (CKT-08 to CKT-10, CKT-17).

use crate::defects::Defect;
use crate::inputs::web;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::readings::WebHeading;
use vouchsafe_alphabet::{Category, Channel, Class, Clock, Holder, Observation, Person, Purpose};

/// A partner joins the programme.
pub(crate) fn join<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, partner: Holder) -> Result<(), Refusal> {
    ctx.setup.of_class(partner, Class::AdPartner)?;
    w.vendor.programme.join(ctx.setup, partner)
}

/// Where adverts are shown: on sites, those of others among them unless the heading forbids it.
fn place<C: Clock>(ctx: &Ctx<'_, C>, context: Context) -> Result<(), Refusal> {
    match context {
        Context::Site => Ok(()),
        Context::OtherSite if ctx.setup.rules.readings.web_heading == WebHeading::Exceptions => Ok(()),
        Context::Plugin if ctx.setup.has(Defect::AdvertsInPlugin) => Ok(()),
        Context::Plugin | Context::App | Context::OtherSite => Err(Refusal::OutOfPlace),
    }
}

/// Somebody shows a person an advert that is the same for everybody.
pub(crate) fn serve<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    context: Context,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    place(ctx, context)?;
    if !(ctx.setup.has(Defect::StrangerServesAdverts) && web::takes_part(ctx.setup, by).is_err()) {
        w.vendor.programme.member(by)?;
    }
    let uploaded = context == Context::OtherSite && ctx.setup.has(Defect::AudienceFromAccounts);
    let category = uploaded.then_some(Category::Account);
    ctx.saw(Observation::AdServed { person, by, context, carries: false, category });
    Ok(())
}

/// A partner shows a person an advert that is chosen by interest.
pub(crate) fn serve_by_interest<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    context: Context,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    place(ctx, context)?;
    let spares = !(context == Context::OtherSite && ctx.setup.has(Defect::OptOutOnSiteOnly));
    w.vendor.programme.by_interest(by, person, spares)?;
    let devices = ctx.setup.has(Defect::InterestFromDevices);
    let category = Some(if devices { Category::OperationsInfo } else { Category::AdProfile });
    ctx.saw(Observation::AdServed { person, by, context, carries: true, category });
    Ok(())
}

/// A partner gathers what a person does on the web.
pub(crate) fn gather<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.programme.gather(by, person)?;
    ctx.saw(Observation::ThirdPartyCollected { person, by, category: Some(Category::Cookie) });
    Ok(())
}

/// A partner uses a profile to choose adverts.
pub(crate) fn use_profile<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.programme.by_interest(by, person, !ctx.setup.has(Defect::ProfileOutlivesOptOut))?;
    let (category, purpose) = (Category::AdProfile, Purpose::InterestAds);
    ctx.saw(Observation::Used { person, category, purpose, by, record: None, ground: None });
    Ok(())
}

/// A person opts out of adverts by interest on the preference page.
pub(crate) fn opt_out<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.programme.opt_out(ctx.setup, person, ctx.now)?;
    ctx.saw(Observation::AdOptedOut { person, channel: Channel::AdPage });
    Ok(())
}

/// A person opts in again.
pub(crate) fn opt_in<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    w.vendor.programme.opt_in(person)?;
    ctx.saw(Observation::AdOptedIn { person });
    Ok(())
}
