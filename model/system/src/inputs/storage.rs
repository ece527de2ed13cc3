//! Storage: records are stored on servers, backed up with those who work for the vendor, and classified in time.

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::{StorageScope, Tiers};
use vouchsafe_alphabet::{Clock, Holder, Level, Observation, Record};

/// The vendor stores a record on a safe server of its own (SEC-04).
pub(crate) fn store<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, record: Record) -> Result<(), Refusal> {
    held(w, record)?;
    let stored = w.vendor.storage.at_mut(record.index())?;
    let astray = ctx.setup.has(Defect::RestoredToWorkbench) && stored.backed_up;
    stored.stored = true;
    w.vendor.storage.store(ctx.setup, record.index(), ctx.now)?;
    // What is kept on the phone is stored by the vendor all the same.
    let good = !astray && !ctx.setup.has(Defect::KeptOnThePhone);
    ctx.saw(Observation::Stored { record, to: Holder::VENDOR, good, place: None });
    Ok(())
}

fn held<C: Clock>(w: &World<C>, record: Record) -> Result<(), Refusal> {
    if w.records.get(record.index())?.held() { Ok(()) } else { Err(Refusal::NoRecord) }
}

/// A backup of a stored record is laid up with one that works for the vendor, in a controlled facility (SEC-05).
pub(crate) fn back_up<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
    to: Holder,
) -> Result<(), Refusal> {
    ctx.setup.worker(to)?;
    held(w, record)?;
    let shelf = w.vendor.storage.at_mut(record.index())?;
    if !shelf.stored {
        return Err(Refusal::NoRecord);
    }
    shelf.backed_up = true;
    let own_alone = ctx.setup.rules.readings.storage_scope == StorageScope::OwnServers;
    let good = !ctx.setup.has(Defect::BackupUncontrolled) && !own_alone;
    ctx.saw(Observation::Stored { record, to, good, place: None });
    Ok(())
}

/// A record is classified, and all that can be tied to a person at the highest level (SEC-06, SEC-07).
pub(crate) fn classify<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
) -> Result<(), Refusal> {
    if ctx.setup.has(Defect::ClassifierIdle) {
        return Err(Refusal::Broken);
    }
    let shelf = w.vendor.storage.at_mut(record.index())?;
    if shelf.classified || !shelf.due.is_set() {
        return Err(Refusal::NothingChanges);
    }
    shelf.classified = true;
    shelf.due = C::default();
    let tiers = ctx.setup.rules.readings.tiers == Tiers::ByImportance;
    let low = ctx.setup.has(Defect::RoomRankedLow) || tiers;
    ctx.saw(Observation::Classified { record, level: if low { Level::Low } else { Level::Highest } });
    Ok(())
}

/// Defect: the job for tiers ranks lower what has a backup.
pub(crate) fn rank_lower<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    record: Record,
) -> Result<(), Refusal> {
    let shelf = w.vendor.storage.at(record.index())?;
    if !shelf.backed_up || !shelf.classified {
        return Err(Refusal::NoRecord);
    }
    ctx.saw(Observation::Classified { record, level: Level::Middle });
    Ok(())
}

/// What is due of the store keeper: records are classified.
pub(crate) fn due<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>) {
    while let Some(slot) = w.vendor.storage.next_due(ctx.now) {
        if classify(w, ctx, Record(slot as u32)).is_err() {
            return;
        }
    }
}
