//! Web: cookies, log lines, local storage and reports on the vendor's sites (CKT-01 to CKT-05, CKT-14, CKT-15).

use crate::defects::Defect;
use crate::inputs::linking::line;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{Class, Clock, Holder, Observation, Person, Set};

/// How many people a report on many is about.
const MANY: u64 = 50;

/// Refuses what is out of place, unless something is broken.
fn place(setup: &Setup, context: Context, broken: Defect) -> Result<(), Refusal> {
    match context {
        Context::Site => Ok(()),
        Context::Plugin if setup.has(broken) => Ok(()),
        Context::Plugin | Context::App | Context::OtherSite => Err(Refusal::OutOfPlace),
    }
}

/// Refuses whoever does not take part in the vendor's sites (CKT-02, CKT-15).
pub(crate) fn takes_part(setup: &Setup, by: Holder) -> Result<(), Refusal> {
    if by == Holder::VENDOR {
        return Ok(());
    }
    match setup.recipient(by)?.class {
        Class::Affiliate | Class::Provider | Class::AdPartner => Ok(()),
        Class::Ecosystem
        | Class::Partner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => Err(Refusal::WrongRecipient),
    }
}

/// Somebody sets a cookie for a person who browses.
pub(crate) fn set_cookie<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    context: Context,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    place(ctx.setup, context, Defect::TrackersInWebView)?;
    if !ctx.setup.has(Defect::StrangerSetsCookies) {
        takes_part(ctx.setup, by)?;
    }
    ctx.saw(Observation::CookieSet { person, by, context });
    Ok(())
}

/// The vendor writes a line of its web log.
pub(crate) fn write_log<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    context: Context,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    place(ctx.setup, context, Defect::PluginInWebLog)?;
    let details = line(ctx.setup).without(Detail::Ip.into());
    ctx.saw(Observation::LogWritten { person, details, context, record: None });
    Ok(())
}

/// Somebody writes to local storage of a person who browses.
pub(crate) fn write_storage<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    context: Context,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    place(ctx.setup, context, Defect::StorageInPlugin)?;
    takes_part(ctx.setup, by)?;
    if by != Holder::VENDOR && ctx.setup.has(Defect::PartnerStorageBlocked) {
        return Err(Refusal::WrongRecipient);
    }
    let account = ctx.setup.has(Defect::AccountInStorage).then_some(Detail::AccountId);
    let details = account.map_or(Set::of(&[Detail::Preferences]), Set::from);
    ctx.saw(Observation::StorageWritten { person, by, details, context });
    Ok(())
}

/// A person clears local storage, cookies with it; what was chosen about adverts does not go with them (CKT-16).
pub(crate) fn clear_storage<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    ctx.saw(Observation::StorageCleared { person });
    if ctx.setup.has(Defect::OptOutInCookie) {
        // Nobody who has not opted out has such a cookie.
        let _ = w.vendor.programme.opt_in(person);
    }
    Ok(())
}

/// A provider reports on one person, or on many together (CKT-04).
pub(crate) fn report<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Option<Person>,
) -> Result<(), Refusal> {
    ctx.setup.of_class(by, Class::Provider)?;
    ctx.saw(Observation::ReportReceived { by, amount: person.map_or(MANY, |_| 1), person });
    Ok(())
}
