//! Retention: purposes and grounds end, copies are made, and the retention job purges in time.

use crate::defects::Defect;
use crate::inputs::minors;
use crate::inputs::release::Release;
use crate::inputs::transfer;
use crate::kinds::Kinds;
use crate::limits::RECORDS;
use crate::refusal::Refusal;
use crate::table::Few;
use crate::vendor::retention as desk;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::BusinessGround;
use vouchsafe_alphabet::{Category, Class, Clock, Ground, Holder, Observation, Person, Record, Sort};

/// Keeping a record no longer serves its purpose; the desk notes it.
pub(crate) fn end_purpose<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
) -> Result<(), Refusal> {
    let at = w.records.get_mut(record.index())?;
    if at.ended {
        return Err(Refusal::PurposeOver);
    }
    at.ended = true;
    ctx.saw(Observation::PurposeEnded { record });
    released(w, ctx, record.index())
}

/// Where a withdrawal ends what data was for, the desk notes it of every record of the person (T19).
pub(crate) fn withdrawn<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    for slot in 0..RECORDS {
        let Ok(record) = w.records.get_mut(slot) else {
            continue;
        };
        if record.subject() == person && !record.ended {
            record.ended = true;
            released(w, ctx, slot)?;
        }
    }
    Ok(())
}

/// Nothing may keep a record any more: its clocks start, and with no delay the vendor infers at once.
fn released<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let at_once = desk::release(ctx.setup, w.records.get_mut(slot)?, ctx.now);
    if at_once && !ctx.setup.has(Defect::InferenceIdle) { infer(w, ctx, slot) } else { Ok(()) }
}

/// A ground to keep a record arises; the desk notes it.
pub(crate) fn arise<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    ground: Ground,
) -> Result<(), Refusal> {
    if ground == Ground::Legal && ctx.setup.has(Defect::LegalHoldUnfiled) {
        return Err(Refusal::Broken);
    }
    desk::arise(ctx.setup, w.records.get_mut(record.index())?, ground, ctx.now)?;
    ctx.saw(Observation::GroundArose { record, ground });
    Ok(())
}

/// A ground to keep a record ends; the desk notes it.
pub(crate) fn end<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    ground: Ground,
) -> Result<(), Refusal> {
    // A business purpose without bounds is there for as long as the vendor names it (T18).
    let unbounded = ctx.setup.rules.readings.business_ground == BusinessGround::Unbounded;
    if ground == Ground::Business && unbounded {
        return Err(Refusal::Held);
    }
    desk::end(w.records.get_mut(record.index())?, ground)?;
    ctx.saw(Observation::GroundEnded { record, ground });
    released(w, ctx, record.index())?;
    if ground == Ground::Legal { minors::law_released(w, ctx, record.index()) } else { Ok(()) }
}

/// The vendor infers that keeping a record serves no purpose (RET-06).
pub(crate) fn infer<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    if ctx.setup.has(Defect::InferenceIdle) {
        return Err(Refusal::Broken);
    }
    desk::infer(ctx.setup, w.records.get_mut(slot)?, ctx.now)?;
    ctx.saw(Observation::Inferred { record: Record(slot as u32) });
    Ok(())
}

/// A copy is made for one that works for the vendor, while the purpose lives (RET-03), with the consent and under
/// the contract that any other sharing takes.
pub(crate) fn copy<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    holder: Holder,
) -> Result<(), Refusal> {
    ctx.setup.worker(holder)?;
    leave_minor_alone(w, record)?;
    let copied = w.records.get(record.index())?;
    let (person, category) = (copied.subject(), ctx.setup.category(copied.kind)?);
    Release { person, category, to: holder, purpose: None }.may(w, ctx)?;
    let at = w.records.get(record.index())?;
    let late = at.ended;
    if !late && ctx.setup.has(Defect::CopiesSkipWhatLives) {
        return Err(Refusal::Broken);
    }
    if late && !ctx.setup.has(Defect::ReplicaMadeLate) {
        return Err(Refusal::PurposeOver);
    }
    if !late && !at.held() {
        return Err(Refusal::NoRecord);
    }
    if at.holders.has(holder.index()) {
        return Err(Refusal::CopiedAlready);
    }
    let place = transfer::go_abroad(w, ctx, record, holder)?;
    let at = w.records.get_mut(record.index())?;
    // A copy that is made late is on nobody's list.
    let list = if late { &mut at.unlisted } else { &mut at.holders };
    list.add(holder.index());
    ctx.saw(Observation::Copied { record, to: holder, place });
    Ok(())
}

/// Refuses to spread what a guardian's report is about: not even what the law still keeps (MIN-06).
fn leave_minor_alone<C: Clock>(w: &World<C>, record: Record) -> Result<(), Refusal> {
    let record = w.records.get(record.index())?;
    let reported = w.vendor.minors.file(record.subject())?.reported;
    if reported && !record.approved { Err(Refusal::Reported) } else { Ok(()) }
}

/// Refuses to remove what serves its purpose or is kept on a ground.
fn removable<C: Clock>(w: &World<C>, ctx: &Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let record = w.records.get(slot)?;
    let archived = ctx.setup.category(record.kind)? == Category::Correspondence;
    if !record.ended {
        Err(Refusal::PurposeLives)
    } else if archived && ctx.setup.has(Defect::CorrespondenceUnpurged) {
        Err(Refusal::Broken)
    } else if !desk::free(ctx.setup, &record) {
        Err(Refusal::Held)
    } else {
        Ok(())
    }
}

/// The retention job purges a record and has every copy on its list purged (RET-03, WDC-05).
pub(crate) fn purge<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    removable(w, ctx, slot)?;
    let told = !ctx.setup.has(Defect::ReplicaSurvives);
    remove(w, ctx, slot, told, &|record, by| Observation::Purged { record, by })
}

/// The first half of a purge: the vendor's own copy.
pub(crate) fn purge_here<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
) -> Result<(), Refusal> {
    removable(w, ctx, slot)?;
    remove(w, ctx, slot, false, &|record, by| Observation::Purged { record, by })
}

/// The retention job strips a record, wherever it lies, of what ties it to its subject (RET-04).
pub(crate) fn deidentify<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
) -> Result<(), Refusal> {
    removable(w, ctx, slot)?;
    let attributable = ctx.setup.has(Defect::NominalDeidentification);
    remove(w, ctx, slot, true, &|record, by| Observation::Deidentified { record, by, attributable })
}

/// The vendor removes its copy and, if they are told, those who work for it remove theirs.
pub(crate) fn remove<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
    told: bool,
    seen: &dyn Fn(Record, Holder) -> Observation,
) -> Result<(), Refusal> {
    let workers = ctx.workers();
    let held = w.records.get(slot)?;
    let (subject, kind) = (held.subject(), held.kind);
    let spared = |holder| {
        ctx.setup.has(Defect::PurgeAtHomeAlone) && transfer::is_abroad(w, ctx, subject, Holder(holder as u32))
    };
    let listed =
        held.holders.each().filter(|&holder| !spared(holder)).fold(Few::default(), |mut few, holder| {
            few.add(holder);
            few
        });
    let record = w.records.get_mut(slot)?;
    for holder in listed.each() {
        let vendor = holder == Holder::VENDOR.index();
        if vendor {
            w.vendor.transfers.forget(slot)?;
        }
        if vendor || (told && workers.has(holder)) {
            record.holders.drop(holder);
            ctx.saw(seen(Record(slot as u32), Holder(holder as u32)));
            w.recipients.at_mut(holder)?.stop(subject, Kinds::one(kind));
        }
    }
    // A slot is free only when nothing is left of its record, be it in a backup or under another name.
    let remains = [Defect::BackupBringsBack, Defect::ReplicaReturns, Defect::NominalDeidentification];
    let kept = remains.into_iter().any(|defect| ctx.setup.has(defect));
    if record.gone() && !kept {
        w.vacate(slot)?;
        ctx.retire(Sort::Record, slot);
    }
    Ok(())
}

/// What is left of a record once it is stripped goes to an advertiser (NOC-01).
pub(crate) fn export<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    slot: usize,
    to: Holder,
) -> Result<(), Refusal> {
    ctx.setup.of_class(to, Class::Advertiser)?;
    deidentify(w, ctx, slot)?;
    ctx.saw(Observation::Copied { record: Record(slot as u32), to, place: None });
    Ok(())
}

/// The vendor restores a record from its backup: only what it should still have (RET-03, MIN-06).
pub(crate) fn restore<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
) -> Result<(), Refusal> {
    if !ctx.setup.has(Defect::ReplicaReturns) {
        leave_minor_alone(w, record)?;
    }
    let at = w.records.get_mut(record.index())?;
    if at.ended && !ctx.setup.has(Defect::BackupBringsBack) {
        return Err(Refusal::PurposeOver);
    }
    // A record that is gone while its purpose lives was removed with a minor's data.
    if !at.ended && !at.held() && !ctx.setup.has(Defect::ReplicaReturns) {
        return Err(Refusal::NoRecord);
    }
    at.holders.add(Holder::VENDOR.index());
    ctx.saw(Observation::Copied { record, to: Holder::VENDOR, place: None });
    Ok(())
}

/// What is due of the retention desk: grounds expire, the vendor infers, the job purges.
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    for slot in 0..RECORDS {
        // Whatever does not apply any more is refused and stays as it is.
        let _ = due_of(w, ctx, slot);
    }
}

fn due_of<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, slot: usize) -> Result<(), Refusal> {
    let now = ctx.now;
    let reached = |clock: C| clock.due(now) || clock.over(now);
    if reached(w.records.get(slot)?.business) {
        desk::end(w.records.get_mut(slot)?, Ground::Business)?;
        released(w, ctx, slot)?;
    }
    if reached(w.records.get(slot)?.inference) {
        infer(w, ctx, slot)?;
    }
    if reached(w.records.get(slot)?.purge) {
        purge(w, ctx, slot)?;
    }
    Ok(())
}
