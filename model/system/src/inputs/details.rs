//! Collection field by field: what plugin and TV send passes the intake, which keeps what the policy lists.

use crate::defects::Defect;
use crate::inputs::collection;
use crate::limits;
use crate::refusal::Refusal;
use crate::vendor::intake;
use crate::vendor::status::source;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::readings::CollectionList;
use vouchsafe_alphabet::{
    Category, Clock, Detail, Holder, Observation, Person, Purpose, Record, Service, Set, Source, Tv, Verb,
    Verbs,
};

/// What passes the intake, as one stream.
const STREAM: Record = Record(limits::STREAM as u32);

/// What passes the intake: a stream under one name, behind those of the records that are kept one by one.
struct Passing {
    person: Person,
    other: Option<Person>,
    category: Category,
    source: Source,
    tv: Option<Tv>,
    details: Set<Detail>,
}

impl Passing {
    fn take_in<C: Clock>(self, w: &mut World<C>, ctx: &mut Ctx<'_, C>) -> Result<(), Refusal> {
        let Self { person, other, category, source, tv, details } = self;
        ctx.saw(Observation::Collected {
            record: STREAM,
            person,
            category,
            by: Holder::VENDOR,
            source,
            other,
            command: None,
            tv,
            ground: None,
            purpose: None,
            details: Some(details),
            terms: None,
        });
        ctx.setup.kind(category).map_or(Ok(()), |kind| w.vendor.given(ctx.setup, person, kind))
    }
}

/// The plugin sends what it has of a category, or a page of the site is logged (COL-03, CKT-06, CKT-12).
pub(crate) fn gather<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    setup.known(person)?;
    let passing =
        |person, source, details| Passing { person, other: None, category, source, tv: None, details };
    let listed = setup.rules.readings.collection_list;
    let kept = match intake::kept(setup, category) {
        Ok(kept) => kept,
        // Where the list has examples alone, anything may be sent.
        Err(_) if setup.has(Defect::SidePathUpload) || listed == CollectionList::Examples => {
            passing(person, Source::Observed, Detail::Undeclared.into()).take_in(w, ctx)?;
            return Ok(());
        }
        Err(refusal) => return Err(refusal),
    };
    let details = kept.union(intake::stray(setup, category, w.vendor.intake.updated));
    if category == Category::WebLog {
        ctx.saw(Observation::LogWritten { person, details, context: Context::Site, record: None });
        return Ok(());
    }
    if category == Category::Feedback {
        return feedback(w, ctx, person, details);
    }
    collection::wanted(w, ctx, person, category)?;
    if category == Category::Account {
        if !w.vendor.account.accepted(person) {
            return Err(Refusal::NoSession);
        }
        if setup.has(Defect::StrangersAccountRead) {
            for other in setup.people().filter(|&other| other != person) {
                passing(other, Source::Observed, kept).take_in(w, ctx)?;
            }
        }
        passing(person, Source::Observed, details).take_in(w, ctx)?;
    } else {
        passing(person, source(category), details).take_in(w, ctx)?;
    }
    Ok(())
}

/// Feedback is taken in as it was submitted (COL-14).
fn feedback<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
    details: Set<Detail>,
) -> Result<(), Refusal> {
    let category = Category::Feedback;
    let passing = |source, details| Passing { person, other: None, category, source, tv: None, details };
    if w.vendor.purposes.wrote.has(person.index()) {
        passing(Source::Submitted, details).take_in(w, ctx)?;
    } else if ctx.setup.has(Defect::CrashLogUploaded) {
        passing(Source::Observed, Detail::ErrorLog.into()).take_in(w, ctx)?;
    } else {
        return Err(Refusal::NoFeedback);
    }
    Ok(())
}

/// The TVs get new firmware, which sends more than the old.
pub(crate) fn update<C: Clock>(w: &mut World<C>) -> Result<(), Refusal> {
    w.vendor.intake.updated = true;
    Ok(())
}

/// A TV is sampled for a person: device information while it is linked, network information while it is on a
/// network, operations information while it is running, accounts while it is shared (COL-05 to COL-12).
pub(crate) fn sample<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    person: Person,
    category: Category,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    let details = intake::kept(setup, category)?;
    collection::wanted(w, ctx, person, category)?;
    let old_binding = Defect::SampledByOldBinding;
    if category == Category::SharedAccounts {
        return accounts(w, ctx, tv, person, details);
    }
    let linked = w.vendor.registry.linked(person, tv)?;
    if !(linked || setup.has(old_binding) && w.vendor.intake.remembers(tv, person)?) {
        return Err(Refusal::NotLinked);
    }
    if linked && (setup.has(old_binding) || setup.has(Defect::FiledForFormerOwners)) {
        w.vendor.intake.remember(tv, person)?;
    }
    let at = w.broadcasts.at(tv.index())?;
    let no_network = category == Category::NetworkInfo && at.cut && !setup.has(Defect::OldNetworkSent);
    let not_running = category == Category::OperationsInfo && at.off && !setup.has(Defect::StandbyReports);
    if no_network || not_running {
        return Err(Refusal::TvSilent);
    }
    let of =
        |person| Passing { person, other: None, category, source: Source::Reported, tv: Some(tv), details };
    of(person).take_in(w, ctx)?;
    if category == Category::NetworkInfo && setup.has(Defect::FiledForFormerOwners) {
        for former in setup.people().filter(|&former| former != person) {
            if w.vendor.intake.remembers(tv, former)? {
                of(former).take_in(w, ctx)?;
            }
        }
    }
    Ok(())
}

/// The accounts with which the owner shares a TV are listed, each under both of their subjects (COL-05, T35).
fn accounts<C: Clock>(
    w: &mut World<C>,
    ctx: &mut Ctx<'_, C>,
    tv: Tv,
    owner: Person,
    details: Set<Detail>,
) -> Result<(), Refusal> {
    let (setup, category) = (ctx.setup, Category::SharedAccounts);
    if w.vendor.registry.owner(tv)? != owner {
        return Err(Refusal::NotLinked);
    }
    let mut any = false;
    for co_user in setup.people().filter(|&person| person != owner) {
        let shared = w.vendor.registry.linked(co_user, tv)?;
        let kept = setup.has(Defect::DroppedCoUserSampled) && w.vendor.intake.remembers(tv, co_user)?;
        if shared && setup.has(Defect::DroppedCoUserSampled) {
            w.vendor.intake.remember(tv, co_user)?;
        }
        if shared || kept {
            any = true;
            let other = Some(co_user).filter(|_| !setup.has(Defect::SharedFiledUnderOwner));
            Passing { person: owner, other, category, source: Source::Observed, tv: Some(tv), details }
                .take_in(w, ctx)?;
        }
    }
    if any { Ok(()) } else { Err(Refusal::NotLinked) }
}

/// A company of the ecosystem passes on data about a product; what is not of the vendor's brand is turned away (ECO-05).
pub(crate) fn feed<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    by: Holder,
    person: Person,
    own_brand: bool,
) -> Result<(), Refusal> {
    ctx.setup.of_class(by, vouchsafe_alphabet::Class::Ecosystem)?;
    ctx.setup.known(person)?;
    if own_brand && !ctx.setup.has(Defect::OwnBrandFed) {
        return Err(Refusal::NoScenario);
    }
    ctx.saw(Observation::EcosystemData { record: STREAM, by, good: !own_brand, person: Some(person) });
    Ok(())
}

/// The plugin asks for a category when a service is used: it is required where the service needs it (COL-01).
pub(crate) fn ask_for<C: Clock>(
    ctx: &mut Ctx<'_, C>,
    person: Person,
    service: Service,
    category: Category,
) -> Result<(), Refusal> {
    let setup = ctx.setup;
    setup.known(person)?;
    setup.kind(category)?;
    let needed = intake::needs(service, category);
    let forcing =
        if category == Category::Feedback { Defect::FeedbackRequired } else { Defect::NiceToHaveRequired };
    let purpose = (needed && setup.has(Defect::StatisticsRequired)).then_some(Purpose::Statistics);
    ctx.saw(Observation::Asked {
        person,
        by: Holder::VENDOR,
        verbs: Verbs::from(Verb::Collect).with(Verb::Use),
        categories: category.into(),
        mandatory: needed || setup.has(forcing),
        purpose,
        class: None,
        service: Some(service),
    });
    Ok(())
}
