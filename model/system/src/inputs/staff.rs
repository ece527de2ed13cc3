//! Staff: they are bound to secrecy, take up work with records, are dismissed, and answer for breaches.

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::vendor::staff::Standing;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::StaffAccess;
use vouchsafe_alphabet::{Clock, Holder, Observation, Person, Purpose, Record, Staff, Verb};

/// Refuses who is not on the staff.
fn known<C: Clock>(ctx: &Ctx<'_, C>, staff: Staff) -> Result<Option<Holder>, Refusal> {
    ctx.setup.cast.staff.get(staff.index()).copied().ok_or(Refusal::Unknown)
}

/// Somebody is bound to secrecy before any work (SEC-08).
pub(crate) fn bind<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, staff: Staff) -> Result<(), Refusal> {
    known(ctx, staff)?;
    match w.vendor.staff.at(staff.index())? {
        Standing::New | Standing::Gone => {}
        Standing::Bound | Standing::Noticed => return Err(Refusal::NothingChanges),
    }
    w.vendor.staff.set(staff.index(), Standing::Bound)?;
    ctx.saw(Observation::BoundToSecrecy { staff });
    Ok(())
}

/// Somebody takes up work with a record, for a task that serves the person (SEC-02, SEC-08, SEC-14, COM-11).
pub(crate) fn access<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    staff: Staff,
    record: Record,
    purpose: Purpose,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    let by = known(ctx, staff)?;
    let held = w.records.get(record.index())?;
    let standing = w.vendor.staff.at(staff.index())?;
    let good = match standing {
        Standing::Bound | Standing::Noticed => true,
        Standing::New if setup.has(Defect::BondComesLater) => false,
        Standing::New => return Err(Refusal::NotBoundToSecrecy),
        Standing::Gone if setup.has(Defect::LeaversKeepAccess) => true,
        Standing::Gone => return Err(Refusal::NotEngaged),
    };
    let contract = by.map_or(Ok(()), |by| w.vendor.contracts.stands(by, ctx.now));
    if contract.is_err() && !setup.has(Defect::LeaversKeepAccess) {
        return contract;
    }
    let (case, wide) = (w.vendor.purposes.cases.has(held.subject().index()), Defect::EverybodySeesAll);
    // Where the wording only describes, a task needs no case of the person's own.
    let free = setup.rules.readings.staff_access == StaffAccess::AnyStated;
    if !free && !is_a_task(purpose) {
        return Err(Refusal::WrongPurpose);
    }
    let passed = case || free || purpose != Purpose::Support;
    if !passed && !setup.has(wide) && !setup.has(Defect::StaffBrowse) {
        return Err(Refusal::NoCase);
    }
    if !setup.has(Defect::StaffLawUnread) {
        lawful(w, ctx, held.subject(), held.kind)?;
    }
    let unauthorised = !passed && setup.has(wide) || setup.has(Defect::OtherDesksLookIn);
    let passed = if unauthorised { Some(false) } else { None };
    let purpose = if setup.has(Defect::StaffBrowse) && !case { Purpose::Unstated } else { purpose };
    ctx.saw(Observation::Accessed { record, staff, purpose, good, by, passed });
    Ok(())
}

/// Whether staff work with single records for this: what is done for a person, a desk or the law, and no survey.
fn is_a_task(purpose: Purpose) -> bool {
    use Purpose as P;
    matches!(
        purpose,
        P::Provide
            | P::OperateFull
            | P::Support
            | P::SubjectRequest
            | P::LegalCompliance
            | P::Security
            | P::Safety
    )
}

fn lawful<C: Clock>(
    w: &World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    kind: crate::kinds::Kind,
) -> Result<(), Refusal> {
    let home = w.vendor.homes.of(ctx.setup, person);
    w.vendor.statutes.permits(ctx.setup, (person, home), Verb::Use, kind)
}

/// Somebody is no longer engaged.
pub(crate) fn dismiss<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, staff: Staff) -> Result<(), Refusal> {
    known(ctx, staff)?;
    match w.vendor.staff.at(staff.index())? {
        Standing::Bound | Standing::Noticed => {}
        Standing::New | Standing::Gone => return Err(Refusal::NotEngaged),
    }
    w.vendor.staff.set(staff.index(), Standing::Gone)?;
    ctx.saw(Observation::Dismissed { staff });
    Ok(())
}

/// The vendor notices that somebody broke secrecy.
pub(crate) fn notice<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, staff: Staff) -> Result<(), Refusal> {
    let by = known(ctx, staff)?;
    if w.vendor.staff.at(staff.index())? != Standing::Bound {
        return Err(Refusal::NotEngaged);
    }
    if ctx.setup.has(Defect::OneCaseAtATime) {
        w.vendor.staff.drop_cases();
    }
    // A report that is filed away leaves nothing to be dealt with.
    let filed = ctx.setup.has(Defect::BreachFiledAway);
    w.vendor.staff.set(staff.index(), if filed { Standing::Bound } else { Standing::Noticed })?;
    ctx.saw(Observation::BreachNoticed { staff, by });
    Ok(())
}

/// The vendor disciplines who broke secrecy, or ends the cooperation (SEC-09).
pub(crate) fn sanction<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    staff: Staff,
) -> Result<(), Refusal> {
    let by = known(ctx, staff)?;
    if w.vendor.staff.at(staff.index())? != Standing::Noticed {
        return Err(Refusal::NotEngaged);
    }
    // Those of providers are their provider's business, thinks the vendor.
    if by.is_some() && ctx.setup.has(Defect::ProvidersUnpunished) {
        return Err(Refusal::Broken);
    }
    w.vendor.staff.set(staff.index(), Standing::Bound)?;
    ctx.saw(Observation::Sanctioned { staff, by });
    Ok(())
}
