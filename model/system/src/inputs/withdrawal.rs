//! Withdrawal: made on the phone, waiting there while it is offline, processed by the account service.

use crate::defects::Defect;
use crate::inputs::retention;
use crate::inputs::transfer;
use crate::phone::PhoneIs;
use crate::refusal::Refusal;
use crate::request::{Plea, Request};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::WithdrawnData;
use vouchsafe_alphabet::{
    Channel, Clock, Holder, Observation, Person, Phone, Request as RequestId, Sort, Verb, Verbs,
};

/// The owner of a phone withdraws consent in the plugin, for every category of the scope (WDC-01, WDC-02).
pub(crate) fn withdraw<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    phone: Phone,
    verbs: Verbs,
) -> Result<(), Refusal> {
    let person = ctx.setup.owner(phone)?;
    let rules = &ctx.setup.rules;
    if ctx.setup.has(Defect::LegalPageNeedsTv) && ctx.setup.cast.tvs.is_empty() {
        return Err(Refusal::Broken);
    }
    let at = w.phones.at_mut(phone.index())?;
    // The phone says how long ago the act was, so that the deadline runs from it whatever its clock says.
    let trusts = at.is(PhoneIs::Ahead) && ctx.setup.has(Defect::PhoneClockTrusted);
    let units = rules.deadlines.withdrawal + u32::from(trusts);
    let request = Request {
        person: person.0 as u8,
        plea: Plea::withdrawal(verbs),
        arrived: !at.is(PhoneIs::Offline),
        deadline: C::start(ctx.now, units, rules),
    };
    let slot = w.requests.open(request, ctx.setup.room())?;
    if at.is(PhoneIs::Offline) {
        at.outbox.add(slot);
    }
    ctx.saw(Observation::Withdrew {
        request: RequestId(slot as u32),
        person,
        verbs,
        categories: ctx.setup.categories,
        channel: Channel::Plugin,
    });
    if verbs.has(Verb::Use) && rules.readings.withdrawn_data == WithdrawnData::PurposeEnds {
        retention::withdrawn(w, ctx, person)?;
    }
    Ok(())
}

/// The account service processes a withdrawal, and everybody who acts on a consent learns of it (WDC-04,
/// WDC-05). The disclosure batch is not touched: it is checked again when it is sent.
pub(crate) fn process<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let request = w.requests.get(slot)?;
    let Plea::Withdrawal(bits) = request.plea else {
        return Err(Refusal::NoRequest);
    };
    if !request.arrived {
        return Err(Refusal::NoRequest);
    }
    if ctx.setup.has(Defect::NeverProcesses) {
        return Err(Refusal::Broken);
    }
    let (person, verbs, kinds) =
        (Person(request.person.into()), Verbs::from_bits(bits.into()), ctx.setup.kinds());
    if ctx.setup.has(Defect::AllOrNothingWithdrawal)
        && verbs != Verbs::of(&[Verb::Collect, Verb::Use, Verb::Disclose])
    {
        w.requests.close(slot)?;
        ctx.saw(Observation::WithdrawalProcessed { request: RequestId(slot as u32) });
        ctx.retire(Sort::Request, slot);
        return Ok(());
    }
    w.vendor.account.consent_mut(person)?.withdraw(verbs, kinds);
    if verbs.has(Verb::Disclose) {
        w.vendor.sharing.withdraw(person, kinds)?;
    }
    if verbs.has(Verb::Use) {
        w.vendor.purposes.withdraw(person, kinds)?;
    }
    if verbs.has(Verb::Collect) && !ctx.setup.has(Defect::TvKeepsReporting) {
        w.vendor.status.stop(person, kinds);
    }
    if verbs.has(Verb::Use) && !ctx.setup.has(Defect::ProcessorNotTold) {
        let far = ctx.setup.has(Defect::WithdrawalAtHomeAlone);
        for holder in ctx.workers().each() {
            if far && transfer::is_abroad(w, ctx, person, Holder(holder as u32)) {
                continue;
            }
            w.recipients.at_mut(holder)?.stop(person, kinds);
        }
    }
    w.requests.close(slot)?;
    ctx.saw(Observation::WithdrawalProcessed { request: RequestId(slot as u32) });
    ctx.retire(Sort::Request, slot);
    Ok(())
}

/// A phone loses its connection.
pub(crate) fn offline<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    let at = w.phones.at_mut(phone.index())?;
    at.lose_connection(ctx.now, ctx.setup.offline_limit, &ctx.setup.rules)
}

/// A phone is connected again and sends what waited in it; what is overdue is processed on arrival.
pub(crate) fn online<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: usize) -> Result<(), Refusal> {
    for slot in w.phones.at_mut(phone)?.connect()?.each() {
        w.requests.arrive(slot)?;
    }
    process_due(w, ctx);
    Ok(())
}

/// Processes every withdrawal that the vendor has and that is due.
pub(crate) fn process_due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    for slot in w.requests.due(ctx.now).each() {
        // A broken service refuses, and the withdrawal waits on.
        let _ = process(w, ctx, slot);
    }
}

/// A phone without a connection restarts and is connected again; what waited in it is still there.
pub(crate) fn restart<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    let at = w.phones.at_mut(phone.index())?;
    if ctx.setup.has(Defect::OutboxLostAtRestart) {
        // Nobody has these requests any more, and yet they were made: their slots stay taken.
        at.outbox = Default::default();
    }
    online(w, ctx, phone.index())
}

/// The clock of a phone is put a unit ahead of the vendor's.
pub(crate) fn skew<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, phone: Phone) -> Result<(), Refusal> {
    ctx.setup.owner(phone)?;
    let at = w.phones.at_mut(phone.index())?;
    if at.is(PhoneIs::Ahead) {
        return Err(Refusal::NothingChanges);
    }
    at.set(PhoneIs::Ahead, true);
    Ok(())
}
