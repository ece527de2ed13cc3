//! Rights: the desk asks who is asking, gives access, corrects and charges; people see to their account themselves
//! (DSR-01 to DSR-10).

use crate::defects::Defect;
use crate::inputs::contact::close;
use crate::refusal::Refusal;
use crate::request::{Inquiry, Stage};
use crate::vendor::desk::{self, FEE};
use crate::vendor::status::source;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::readings::{IdentityCheck, RequestClock};
use vouchsafe_alphabet::{
    Category, Channel, Clock, Holder, Observation, Person, Record, Request, Set, Source,
};

/// The desk asks the sender for a proof of who they are (DSR-03).
pub(crate) fn ask_more<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let again = ctx.setup.has(Defect::AsksWithoutEnd);
    let inquiry = w.requests.inquiry_mut(slot)?;
    let of_right = matches!(inquiry.asks, RequestKind::Access | RequestKind::Correction);
    if !of_right || !(inquiry.stage == Stage::AtDesk || again && inquiry.stage == Stage::Proved) {
        return Err(Refusal::NotAtDesk);
    }
    inquiry.stage = Stage::Asked;
    let stops = ctx.setup.rules.readings.request_clock == RequestClock::FromEnough;
    if stops && (!inquiry.renewed || again) {
        w.requests.set_deadline(slot, C::default())?;
    }
    let asked = Set::from(Category::IdentityProof);
    let asked =
        if ctx.setup.has(Defect::AsksForPassword) { asked.with(Category::Credentials) } else { asked };
    ctx.saw(Observation::MoreAsked { request: Request(slot as u32), categories: Some(asked) });
    Ok(())
}

/// The sender answers, and the desk sees whether they are who the data is about.
pub(crate) fn prove<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let setup = ctx.setup;
    let person = w.requests.get(slot)?.person;
    let inquiry = w.requests.inquiry_mut(slot)?;
    if inquiry.stage != Stage::Asked {
        return Err(Refusal::NotAsked);
    }
    let passed = inquiry.sender == person || setup.has(Defect::NameProvesIdentity);
    inquiry.stage = if passed { Stage::Proved } else { Stage::Unproved };
    let renews = !inquiry.renewed || setup.has(Defect::AsksWithoutEnd);
    if passed && renews && setup.rules.readings.request_clock == RequestClock::FromEnough {
        inquiry.renewed = true;
        let home = w.vendor.homes.of(setup, Person(person.into()));
        let units = desk::units(setup, home, setup.has(Defect::HomeDeadlineUsed));
        w.requests.set_deadline(slot, C::start(ctx.now, units, &setup.rules))?;
    }
    ctx.saw(Observation::IdentityProved { request: Request(slot as u32), passed });
    Ok(())
}

/// The desk charges a fee for access, once (DSR-07).
pub(crate) fn charge<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let copies = if ctx.setup.has(Defect::FeeByTheCopy) { copies(w, slot)? } else { 1 };
    let inquiry = w.requests.inquiry_mut(slot)?;
    let free = inquiry.asks != RequestKind::Access && !ctx.setup.has(Defect::FeeForCorrection);
    let most = if ctx.setup.has(Defect::ChargedAgain) { 2 } else { 1 };
    if inquiry.stage != Stage::Proved || free || inquiry.charged >= most {
        return Err(Refusal::NoFee);
    }
    inquiry.charged += 1;
    ctx.saw(Observation::FeeCharged { request: Request(slot as u32), amount: FEE * copies });
    Ok(())
}

/// How many copies there are of what a request is about, and at least one; only a defect asks.
fn copies<C: Clock>(w: &World<C>, slot: usize) -> Result<u64, Refusal> {
    let person = Person(w.requests.get(slot)?.person.into());
    let records = w.records.slots.each().filter_map(|(_, record)| record.as_ref());
    let of_person = records.filter(|record| record.subject() == person);
    Ok(of_person.map(|record| record.holders.each().count() as u64).sum::<u64>().max(1))
}

/// The desk gives access or corrects, once the sender is known (DSR-01, DSR-02, DSR-03).
pub(crate) fn serve<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
    inquiry: Inquiry,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    let access = inquiry.asks == RequestKind::Access;
    let unchecked = if access {
        setup.has(Defect::AccessUnverified)
            || setup.rules.readings.identity_check == IdentityCheck::UpdatesOnly
    } else {
        setup.has(Defect::CorrectsBeforeProof)
    };
    let known =
        inquiry.stage == Stage::Proved || unchecked && matches!(inquiry.stage, Stage::AtDesk | Stage::Asked);
    if !known {
        return Err(Refusal::NotProved);
    }
    let person = Person(w.requests.get(slot)?.person.into());
    if access { give(w, ctx, slot, person) } else { correct(w, ctx, slot, person) }
}

/// The sender gets what every store holds of the person.
fn give<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
    person: Person,
) -> Result<(), Refusal> {
    // The data of whoever shares the TV lies next to it.
    let next = Person(1 - person.0.min(1));
    let of = if ctx.setup.has(Defect::AnswerOfTheTv) && next.index() < ctx.setup.cast.people.len() {
        next
    } else {
        person
    };
    let mut given = Set::EMPTY;
    for (_, record) in w.records.slots.each() {
        if let Some(record) = record
            && record.subject() == of
            && !record.gone()
        {
            let category = ctx.setup.category(record.kind)?;
            let reported = source(category) == Source::Reported;
            if !(reported && ctx.setup.has(Defect::AnswerOmitsReports)) {
                given = given.with(category);
            }
        }
    }
    close(w, ctx, slot, true, (Some(given), Some(of)))
}

/// Every copy of the first record of the person is corrected; where there is none, there is nothing to correct.
fn correct<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
    person: Person,
) -> Result<(), Refusal> {
    let found = w.records.slots.each().find_map(|(index, record)| {
        record
            .as_ref()
            .filter(|record| record.subject() == person && record.held())
            .map(|it| (index, it.holders))
    });
    let Some((index, holders)) = found else {
        return close(w, ctx, slot, false, (None, None));
    };
    let record = Record(index as u32);
    for holder in holders.each().map(|holder| Holder(holder as u32)) {
        if holder == Holder::VENDOR || !ctx.setup.has(Defect::ReplicaNotCorrected) {
            ctx.saw(Observation::Corrected { record, to: holder, request: Some(Request(slot as u32)) });
        }
    }
    close(w, ctx, slot, true, (None, None))
}

/// A person signs in to the account pages.
pub(crate) fn sign_in<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.desk.sign_in(person)
}

/// A person signs out.
pub(crate) fn sign_out<C: Clock>(w: &mut World<C>, ctx: &Ctx<'_, C>, person: Person) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.vendor.desk.sign_out(person)
}

/// Opens a page of the account in a session, or with the defect without one; says whether there is one (DSR-10).
fn page<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, person: Person, without: Defect) -> Result<bool, Refusal> {
    ctx.setup.known(person)?;
    let session = w.vendor.desk.session(person);
    if ctx.setup.has(without) { Ok(session.is_ok()) } else { session.map(|()| true) }
}

/// A person looks at account details (DSR-10).
pub(crate) fn view_account<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    channel: Channel,
) -> Result<(), Refusal> {
    let good = page(w, ctx, person, Defect::DetailsByLink)?;
    ctx.saw(Observation::AccountViewed { person, channel, good });
    Ok(())
}

/// A person changes account details (DSR-10).
pub(crate) fn edit_account<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    channel: Channel,
) -> Result<(), Refusal> {
    let good = page(w, ctx, person, Defect::PageOutlivesSession)?;
    ctx.saw(Observation::AccountEdited { person, channel, good });
    Ok(())
}
