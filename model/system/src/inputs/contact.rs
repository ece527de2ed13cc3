//! Contact: people write to the one mailbox or a letter, the triage brings it to a desk, and desks answer (COM-14,
//! CON-01, CON-02).

use crate::defects::Defect;
use crate::inputs::{incidents, rights, wishes};
use crate::refusal::Refusal;
use crate::request::{Inquiry, Plea, Request, Stage};
use crate::vendor::desk;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Categories, Channel, Clock, Observation, Person, Request as RequestId, Sort};

/// Somebody sends a message about a person's data; about somebody else's only to get at it.
pub(crate) fn send<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    sender: Person,
    person: Person,
    asks: RequestKind,
    channel: Channel,
) -> Result<(), Refusal> {
    ctx.setup.known(sender)?;
    ctx.setup.known(person)?;
    let of_right = matches!(asks, RequestKind::Access | RequestKind::Correction);
    if sender != person && !of_right {
        return Err(Refusal::Unknown);
    }
    let no_access = asks == RequestKind::Access && ctx.setup.has(Defect::AccessByPageAlone);
    let no_correction = asks == RequestKind::Correction && ctx.setup.has(Defect::CorrectionByPageAlone);
    if no_access || no_correction {
        return Err(Refusal::Broken);
    }
    if asks == RequestKind::BreachReport {
        incidents::may_report(w, ctx, person)?;
    }
    let rules = &ctx.setup.rules;
    let units =
        desk::units(ctx.setup, w.vendor.homes.of(ctx.setup, person), ctx.setup.has(Defect::HomeDeadlineUsed));
    let within = if of_right { Some(units) } else { wishes::units(rules, asks) };
    let inquiry =
        Inquiry { asks, sender: sender.0 as u8, channel, stage: Stage::Posted, renewed: false, charged: 0 };
    let request = Request {
        person: person.0 as u8,
        plea: Plea::Inquiry(inquiry),
        arrived: true,
        deadline: within.map_or_else(C::default, |units| C::start(ctx.now, units, rules)),
    };
    let report = asks == RequestKind::BreachReport;
    let slot = w.requests.open(request, if report { ctx.setup.cases() } else { ctx.setup.room() })?;
    if report {
        w.incidents.reported(person)?;
    }
    ctx.saw(Observation::RequestMade {
        request: RequestId(slot as u32),
        person,
        other: sender,
        asks,
        channel,
    });
    if within == Some(0) {
        due(w, ctx);
    }
    Ok(())
}

/// The triage opens a message and brings it to the desk that serves it.
pub(crate) fn triage<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let setup = ctx.setup;
    let inquiry = w.requests.inquiry_mut(slot)?;
    if inquiry.stage != Stage::Posted {
        return Err(Refusal::OpenedAlready);
    }
    let by_letter = inquiry.channel == Channel::Letter;
    let stranger = setup.phone_of(Person(inquiry.sender.into())).is_err();
    if by_letter && setup.has(Defect::LettersUnopened) || stranger && setup.has(Defect::StrangersUnread) {
        return Err(Refusal::Broken);
    }
    let asks = if inquiry.asks == RequestKind::StopSharing && setup.has(Defect::StopSharingToMarketing) {
        RequestKind::StopMail
    } else if setup.has(Defect::ThreadsStayTogether) {
        w.vendor.desk.thread(usize::from(inquiry.sender), inquiry.asks)?
    } else {
        inquiry.asks
    };
    inquiry.stage = if asks == inquiry.asks { Stage::AtDesk } else { Stage::Misplaced };
    ctx.saw(Observation::RequestRouted { request: RequestId(slot as u32), asks });
    Ok(())
}

/// A desk serves what it has: it answers a question, gives access, corrects.
pub(crate) fn serve<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let inquiry = *w.requests.inquiry_mut(slot)?;
    if ctx.setup.has(Defect::RequestsLie) {
        return Err(Refusal::Broken);
    }
    match inquiry.asks {
        RequestKind::Access | RequestKind::Correction => rights::serve(w, ctx, slot, inquiry),
        RequestKind::Question
        | RequestKind::StopMail
        | RequestKind::StopSharing
        | RequestKind::RevokePermission
        | RequestKind::ChangeOfMind
        | RequestKind::BreachReport
        | RequestKind::MinorReport => {
            if inquiry.stage != Stage::AtDesk {
                return Err(Refusal::NotAtDesk);
            }
            let person = Person(w.requests.get(slot)?.person.into());
            wishes::heed(w, ctx, person, inquiry)?;
            if inquiry.asks == RequestKind::BreachReport {
                incidents::secure(w, ctx, person)?;
            }
            close(w, ctx, slot, true, (None, None))
        }
    }
}

/// The desk refuses a request whose sender is not who the data is about.
pub(crate) fn refuse<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    if w.requests.inquiry_mut(slot)?.stage != Stage::Unproved {
        return Err(Refusal::NotAtDesk);
    }
    close(w, ctx, slot, false, (None, None))
}

/// A message is answered, and its slot is free.
pub(crate) fn close<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
    good: bool,
    (categories, person): (Option<Categories>, Option<Person>),
) -> Result<(), Refusal> {
    w.requests.close(slot)?;
    ctx.saw(Observation::RequestAnswered { request: RequestId(slot as u32), good, categories, person });
    ctx.retire(Sort::Request, slot);
    Ok(())
}

/// What is due is answered: by what there is, or by a refusal where the sender has proved nothing (DSR-05).
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    for slot in w.requests.inquiries_due(ctx.now).each() {
        // What the triage or the desk does not get to waits on.
        let _ = triage(w, ctx, slot);
        let stage = w.requests.inquiry_mut(slot).map(|inquiry| inquiry.stage);
        let unproved = matches!(stage, Ok(Stage::AtDesk | Stage::Asked | Stage::Unproved));
        if serve(w, ctx, slot).is_err() && unproved && !ctx.setup.has(Defect::RequestsLie) {
            let _ = close(w, ctx, slot, false, (None, None));
        }
    }
}
