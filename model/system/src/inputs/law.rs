//! Law: an order or an allowance arises, the vendor acts on it and on nothing beyond it, and it ends.

use crate::defects::Defect;
use crate::inputs::collection;
use crate::inputs::release::Release;
use crate::refusal::Refusal;
use crate::request::{Law, Plea, Request};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::LawBasis;
use vouchsafe_alphabet::{
    Category, Class, Clock, Ground, Holder, Observation, Person, Place, Purpose, Record,
    Request as RequestId, Sort, Verb, Verbs,
};

/// Whether law speaks of recipients of a class in this model: those who work for the vendor and the ecosystem
/// get their data by consent.
pub(crate) fn speaks_of(class: Class) -> bool {
    matches!(class, Class::Authority | Class::Outside | Class::Partner)
}

/// Refuses recipients of whom law does not speak.
fn under_law<C: Clock>(ctx: &Ctx<'_, C>, holder: Holder) -> Result<(), Refusal> {
    if speaks_of(ctx.setup.recipient(holder)?.class) { Ok(()) } else { Err(Refusal::WrongRecipient) }
}

/// Law says something: it takes a slot among the requests.
fn arises<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    law: Law,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    w.requests.one_of_law()?;
    let letter =
        Request { person: person.0 as u8, plea: Plea::Law(law), arrived: true, deadline: C::default() };
    let request = RequestId(w.requests.open(letter, ctx.setup.room())? as u32);
    let (verbs, categories) = (Verbs::from(law.verb), category.into());
    let (to, place) = (law.to.map(|to| Holder(to.into())), Some(law.place));
    ctx.saw(if law.allows {
        Observation::LawAllows { request, person, verbs, categories, to, place }
    } else {
        Observation::LawDemands { request, person, verbs, categories, to, place }
    });
    Ok(())
}

/// Law of a place demands that a category goes to somebody (OTH-01).
pub(crate) fn order<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    to: Holder,
    place: Place,
) -> Result<(), Refusal> {
    under_law(ctx, to)?;
    let kind = ctx.setup.kind(category)?;
    let law = Law { allows: false, verb: Verb::Disclose, kind, to: Some(to.0 as u8), place, ended: false };
    arises(w, ctx, person, category, law)
}

/// Law of a place demands that the vendor collects a category (USE-02).
pub(crate) fn duty<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
    place: Place,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let law = Law { allows: false, verb: Verb::Collect, kind, to: None, place, ended: false };
    arises(w, ctx, person, category, law)
}

/// Law of a place expressly allows one thing to be done with a category (NOC-03).
pub(crate) fn allow<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    verb: Verb,
    category: Category,
    place: Place,
) -> Result<(), Refusal> {
    let kind = ctx.setup.kind(category)?;
    let law = Law { allows: true, verb, kind, to: None, place, ended: false };
    arises(w, ctx, person, category, law)
}

/// Law of a place forbids one thing to be done with a category (COM-10).
pub(crate) fn forbid<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    verb: Verb,
    category: Category,
    place: Place,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    let kind = ctx.setup.kind(category)?;
    w.vendor.statutes.forbid(ctx.setup, person, verb, kind, place)?;
    let (verbs, categories) = (verb.into(), category.into());
    ctx.saw(Observation::LawForbids { person, verbs, categories, place: Some(place), to_place: None });
    Ok(())
}

/// What law says in a slot ends.
pub(crate) fn end<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    request: RequestId,
) -> Result<(), Refusal> {
    let (_, law) = w.requests.law(request.index())?;
    if law.ended {
        return Err(Refusal::NoRequest);
    }
    ctx.saw(Observation::LawDemandEnded { request });
    if ctx.setup.has(Defect::EndedOrderObeyed) {
        return w.requests.keep_ended(request.index());
    }
    w.requests.close(request.index())?;
    ctx.retire(Sort::Request, request.index());
    Ok(())
}

/// What law says in a slot, where it is the law that counts for the person: any duty, and an allowance of the
/// person's own place (T42, NOC-03).
fn binding<C: Clock>(
    w: &World<C>,
    ctx: &Ctx<'_, C>,
    request: RequestId,
) -> Result<(Person, Category, Law), Refusal> {
    let (person, law) = w.requests.law(request.index())?;
    let home = w.vendor.homes.of(ctx.setup, person);
    let local = home.is_none_or(|home| home == law.place);
    let any = if law.allows {
        ctx.setup.has(Defect::ForeignAllowance)
    } else {
        ctx.setup.rules.readings.law_basis == LawBasis::Any
    };
    if !local && !any {
        return Err(Refusal::ForeignLaw);
    }
    Ok((person, ctx.setup.category(law.kind)?, law))
}

/// The vendor makes available what law demands or allows to be, to whom it does, and nothing else (OTH-01,
/// NOC-03, NOC-04).
pub(crate) fn obey<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    request: RequestId,
    to: Holder,
) -> Result<(), Refusal> {
    under_law(ctx, to)?;
    let (person, category, law) = binding(w, ctx, request)?;
    let stretched = law.verb == Verb::Use && law.allows && ctx.setup.has(Defect::AllowanceStretched);
    if law.verb != Verb::Disclose && !stretched {
        return Err(Refusal::OtherVerb);
    }
    let named = law.to.is_none_or(|named| u32::from(named) == to.0);
    if !named && !ctx.setup.has(Defect::OrderServesOthers) {
        return Err(Refusal::WrongRecipient);
    }
    // What is about somebody else as well would need the law's word about both (T35).
    if ctx.setup.other(person, category).is_some() {
        return Err(Refusal::OtherSubject);
    }
    let purpose = if law.allows { Purpose::ProtectRights } else { Purpose::LegalDemand };
    let release = |person| Release { person, category, to, purpose: Some(purpose) };
    let record = release(person).record(w, ctx)?;
    release(person).hand_over(w, ctx, Holder::VENDOR, Some(record))?;
    if ctx.setup.has(Defect::OrderTakesAll) {
        for other in ctx.setup.people().filter(|&other| other != person) {
            if let Ok(record) = release(other).record(w, ctx) {
                release(other).hand_over(w, ctx, Holder::VENDOR, Some(record))?;
            }
        }
    }
    Ok(())
}

/// The vendor collects what law demands, or uses what law allows it to use (USE-02, NOC-03).
pub(crate) fn comply<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    request: RequestId,
) -> Result<(), Refusal> {
    let (person, category, law) = binding(w, ctx, request)?;
    match law.verb {
        Verb::Collect => {
            w.vendor.minors.spare_unless_approved(person, law.kind)?;
            collection::take_in(w, ctx, person, category, Some(Purpose::LegalCompliance))
        }
        Verb::Use => {
            let record = w.records.held(person, law.kind)?;
            ctx.saw(Observation::Used {
                person,
                category,
                purpose: Purpose::Safety,
                by: Holder::VENDOR,
                record: Some(Record(record as u32)),
                ground: Some(Ground::Legal),
            });
            Ok(())
        }
        Verb::Disclose => Err(Refusal::OtherVerb),
    }
}
