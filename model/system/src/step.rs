//! The step: routes each input to the parties that it concerns.

use crate::action::Action;
use crate::inputs::{
    advertisements, agreements, attack, authenticity, collection, consent, contact, contracts, control,
    corporate, crash, details, disclosure, figures, flight, incidents, law, limits, linking, marketing,
    minors, partners, purposes, retention, reviews, rights, route, sale, session, sharing, staff, status,
    storage, terms, third_parties, tick, transfer, updates, web, wishes, withdrawal,
};
use crate::out::Out;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::Attack;
use vouchsafe_alphabet::{Clock, Stamp};

impl Setup {
    /// The world after an input; what is seen on the way is added to `out`.
    ///
    /// # Errors
    /// The reason why the input does not apply. A step that would change nothing and show nothing is refused
    /// too, except that time may always pass. `out` is then as it was.
    pub fn step<C: Clock>(
        &self,
        world: &World<C>,
        action: Action,
        now: C::Now,
        out: &mut Out,
    ) -> Result<World<C>, Refusal> {
        if !self.offers(action) {
            return Err(Refusal::SwitchedOff);
        }
        is_under_way(world, action)?;
        let mut next = *world;
        self.apply(world, &mut next, action, now, out).map(|()| next)
    }

    /// The same for an input that the setup [offers](Self::offers), with the world after it written to `next`, which
    /// holds nothing of use where the input is refused: for whoever takes so many steps that looking again and
    /// copying worlds about would tell.
    ///
    /// # Errors
    /// As for [`step`](Self::step).
    pub fn step_to<C: Clock>(
        &self,
        world: &World<C>,
        next: &mut World<C>,
        action: Action,
        now: C::Now,
        out: &mut Out,
    ) -> Result<(), Refusal> {
        debug_assert!(self.offers(action), "{action:?}");
        is_under_way(world, action)?;
        *next = *world;
        self.apply(world, next, action, now, out)
    }

    /// Takes the step in a world that is as the one before it.
    fn apply<C: Clock>(
        &self,
        world: &World<C>,
        next: &mut World<C>,
        action: Action,
        now: C::Now,
        out: &mut Out,
    ) -> Result<(), Refusal> {
        let mark = out.mark();
        let done = route(next, &mut Ctx { setup: self, now, out }, action);
        if let Err(refusal) = done {
            out.back_to(mark);
            return Err(refusal);
        }
        // Time passes even where no party has a clock that runs: others may keep one.
        if action != Action::Tick && out.mark() == mark && *next == *world {
            return Err(Refusal::NothingChanges);
        }
        Ok(())
    }

    /// The world after the parties did, unasked, what is due by now: for a simulator whose clock moves from
    /// one due time to the next.
    pub fn due_work<C: Clock>(&self, world: &World<C>, now: C::Now, out: &mut Out) -> World<C> {
        let mut next = *world;
        tick::due_work(&mut next, &mut Ctx { setup: self, now, out });
        next
    }

    /// When something is due next, in milliseconds.
    pub fn next_due(&self, world: &World<Stamp>) -> Option<u64> {
        let mut first: Option<u64> = None;
        let mut world = *world;
        world.clocks(&mut |clock| {
            first = match (first, clock.due_ms()) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (found, None) | (None, found) => found,
            };
        });
        first
    }
}

/// Refuses what is about a message that is not under way. Most of such inputs are, and there are many: said before
/// the world is copied.
fn is_under_way<C: Clock>(world: &World<C>, action: Action) -> Result<(), Refusal> {
    if let Action::Deliver(parcel, command, tv)
    | Action::Lose(parcel, command, tv)
    | Action::Duplicate(parcel, command, tv) = action
    {
        world.network.has(parcel, command.index(), tv.index())?;
    }
    Ok(())
}

/// One arm an input.
fn route<C: Clock>(w: &mut World<C>, ctx: &mut Ctx<'_, C>, action: Action) -> Result<(), Refusal> {
    match action {
        Action::Tick => tick::tick(w, ctx),

        Action::Open(phone) => consent::open(w, ctx, phone),
        Action::Collect(person, category) => collection::collect(w, ctx, person, category),
        Action::Gather(person, category) => details::gather(w, ctx, person, category),
        Action::UpdateFirmware => details::update(w),
        Action::Sample(tv, person, category) => details::sample(w, ctx, tv, person, category),
        Action::Feed(holder, person) => details::feed(ctx, holder, person, false),
        Action::FeedOwnBrand(holder, person) => details::feed(ctx, holder, person, true),
        Action::AskFor(person, service, category) => details::ask_for(ctx, person, service, category),
        Action::Ask(person, category) => consent::ask(w, ctx, person, category),
        Action::Answer(person, category, answer) => consent::answer(w, ctx, person, category, answer),
        Action::Use(person, category) => consent::use_data(w, ctx, person, category),

        Action::Withdraw(phone, verbs) => withdrawal::withdraw(w, ctx, phone, verbs),
        Action::Process(request) => withdrawal::process(w, ctx, request.index()),
        Action::Offline(phone) => withdrawal::offline(w, ctx, phone),
        Action::Online(phone) => withdrawal::online(w, ctx, phone.index()),
        Action::Restart(phone) => withdrawal::restart(w, ctx, phone),

        Action::Disclose(person, category, holder) => disclosure::disclose(w, ctx, person, category, holder),
        Action::QueueDisclosure(person, category, holder) => {
            disclosure::queue(w, ctx, person, category, holder)
        }
        Action::SendBatch => disclosure::send(w, ctx),
        Action::UseBy(holder, person, category) => disclosure::use_by(w, ctx, holder, person, category),

        Action::TakeEffect => terms::take_effect(w, ctx),
        Action::AcceptTerms(person) => terms::accept(w, ctx, person),

        Action::Publish => updates::publish(w, ctx),
        Action::Announce => updates::announce(w, ctx),

        Action::AcceptAgreement(person) => agreements::accept(w, ctx, person),

        Action::AskMarketing(person) => marketing::ask(w, ctx, person),
        Action::AnswerMarketing(person, answer) => marketing::answer(w, ctx, person, answer),
        Action::Profile(person) => marketing::profile(w, ctx, person),
        Action::Promote(person, channel) => marketing::promote(w, ctx, person, channel, None),
        Action::AgencyPromote(holder, person) => marketing::agency_promote(w, ctx, holder, person),
        Action::ProductNews(person) => marketing::product_news(w, ctx, person),
        Action::ServiceMessage(person) => marketing::service_message(w, ctx, person),
        Action::Notice(person) => marketing::notice(w, ctx, person),
        Action::OptOut(person, channel) => marketing::opt_out(w, ctx, person, channel),
        Action::StopMail(person, mail) => marketing::stop_mail(w, ctx, person, mail),
        Action::SyncAgency => marketing::sync(w, ctx),

        Action::Bind(person, tv) => control::bind(w, ctx, person, tv),
        Action::Unbind(tv) => control::unbind(w, ctx, tv),
        Action::Share(tv, person) => control::share(w, ctx, tv, person),
        Action::Unshare(tv, person) => control::unshare(w, ctx, tv, person),
        Action::Check(tv) => authenticity::check(w, ctx, tv),
        Action::Press(person, tv, key) => control::press(w, ctx, person, tv, key),
        Action::View(person, tv) => control::view(w, ctx, person, tv),
        Action::Leave(phone) => control::go(w, ctx, phone, true),
        Action::ComeHome(phone) => control::go(w, ctx, phone, false),
        Action::Deliver(parcel, command, tv) => flight::deliver(w, ctx, parcel, command, tv),
        Action::Lose(parcel, command, tv) => flight::lose(w, ctx, parcel, command, tv),
        Action::Duplicate(parcel, command, tv) => flight::duplicate(w, ctx, parcel, command, tv),
        Action::Retry(command) => control::retry(w, ctx, command),
        Action::GiveUp(command) => control::give_up(w, ctx, command),
        Action::Ghost(tv) => control::ghost(w, ctx, tv),
        Action::UsageJob(tv) => control::usage_job(w, ctx, tv),

        Action::EndPurpose(record) => retention::end_purpose(w, ctx, record),
        Action::Arise(record, ground) => retention::arise(w, ctx, record, ground),
        Action::End(record, ground) => retention::end(w, ctx, record, ground),
        Action::Infer(record) => retention::infer(w, ctx, record.index()),
        Action::Copy(record, holder) => retention::copy(w, ctx, record, holder),
        Action::Purge(record) => retention::purge(w, ctx, record.index()),
        Action::Deidentify(record) => retention::deidentify(w, ctx, record.index()),
        Action::Export(record, to) => retention::export(w, ctx, record.index(), to),
        Action::Restore(record) => retention::restore(w, ctx, record),

        Action::TellAge(person) => minors::tell_age(w, ctx, person),
        Action::GuardianReport(person) => minors::report(w, ctx, person),
        Action::Approve(person, category) => minors::approve(w, ctx, person, category),
        Action::Require(person, category) => minors::require(w, ctx, person, category),
        Action::Subscribe(person, service) => minors::subscribe(w, ctx, person, service),
        Action::Renew(person, service) => minors::renew(w, ctx, person, service),
        Action::RemoveMinor(person) => minors::remove(w, ctx, person),

        Action::ShareForService(person, category, holder) => sale::share(w, ctx, person, category, holder),
        Action::PayProvider(holder) => sale::pay_provider(ctx, holder),
        Action::ShareFigures(holder) => sale::share_figures(w, ctx, holder),
        Action::PayForFigures(holder) => sale::pay_for_figures(w, ctx, holder),
        Action::CorporateNotice(person) => sale::notice(w, ctx, person),
        Action::MoveCustody(person) => sale::move_custody(w, ctx, person),
        Action::PayForBusiness => sale::pay_for_business(w, ctx),
        Action::Sell(person, holder) => sale::sell(w, ctx, person, holder),
        Action::Barter(person, holder) => sale::barter(w, ctx, person, holder),
        Action::SellThroughAffiliate(person, holder) => sale::sell_through_affiliate(ctx, person, holder),
        Action::SellThroughBroker(person, holder) => sale::sell_through_broker(ctx, person, holder),
        Action::SellOnward(person, holder) => sale::sell_onward(ctx, person, holder),

        Action::SuccessorUse(person, category) => corporate::successor_use(w, ctx, person, category),

        Action::Review(review) => reviews::review(w, ctx, review),

        Action::Sign(holder) => contracts::sign(w, ctx, holder),
        Action::EndContract(holder) => contracts::end(w, ctx, holder),

        Action::AskSharing(person, category, class) => sharing::ask(w, ctx, person, category, class),
        Action::AnswerSharing(person, category, class, answer) => {
            sharing::answer(w, ctx, person, category, class, answer)
        }
        Action::MakeAvailable(person, category, to, purpose) => {
            sharing::make_available(w, ctx, person, category, to, purpose)
        }
        Action::PassOn(by, person, category, to) => sharing::pass_on(w, ctx, by, person, category, to),
        Action::PutToUse(by, person, category, purpose) => {
            sharing::put_to_use(w, ctx, by, person, category, purpose)
        }

        Action::Order(person, category, to, place) => law::order(w, ctx, person, category, to, place),
        Action::Duty(person, category, place) => law::duty(w, ctx, person, category, place),
        Action::Allow(person, verb, category, place) => law::allow(w, ctx, person, verb, category, place),
        Action::Forbid(person, verb, category, place) => law::forbid(w, ctx, person, verb, category, place),
        Action::BarTransfer(person, category, of, to) => transfer::bar(w, ctx, person, category, (of, to)),
        Action::Obey(request, to) => law::obey(w, ctx, request, to),
        Action::Comply(request) => law::comply(w, ctx, request),
        Action::EndLaw(request) => law::end(w, ctx, request),

        Action::CollectFor(person, category, purpose) => purposes::collect(w, ctx, person, category, purpose),
        Action::UseFor(person, category, purpose) => purposes::use_for(w, ctx, person, category, purpose),
        Action::AskPurpose(person, category, purpose) => purposes::ask(w, ctx, person, category, purpose),
        Action::AnswerPurpose(person, category, purpose, answer) => {
            purposes::answer(w, ctx, person, category, purpose, answer)
        }
        Action::RequestService(person, service) => purposes::request(w, ctx, person, service),
        Action::SubmitFeedback(person) => purposes::feedback(w, ctx, person),
        Action::FollowUp(person) => purposes::follow_up(w, ctx, person),

        Action::PromoteFor(partner, person) => partners::promote(w, ctx, partner, person),
        Action::Pull(partner, person, category) => partners::pull(w, ctx, partner, person, category),
        Action::Forward(provider, person, to) => partners::forward(w, ctx, provider, person, to),
        Action::Leak(company, person, category, to) => partners::leak(w, ctx, company, person, category, to),

        Action::WriteLine(person) => linking::write_line(w, ctx, person),
        Action::Link(one, other) => linking::link(w, ctx, one, other),

        Action::Grow => figures::grow(w),
        Action::TellFigures(to) => figures::tell(w, ctx, to),

        Action::SetCookie(by, person, context) => web::set_cookie(ctx, by, person, context),
        Action::WriteLog(person, context) => web::write_log(ctx, person, context),
        Action::WriteStorage(by, person, context) => web::write_storage(ctx, by, person, context),
        Action::ClearStorage(person) => web::clear_storage(w, ctx, person),
        Action::ReportOnOne(by, person) => web::report(ctx, by, Some(person)),
        Action::ReportOnMany(by) => web::report(ctx, by, None),

        Action::JoinProgramme(partner) => advertisements::join(w, ctx, partner),
        Action::ServeAdvert(by, person, context) => advertisements::serve(w, ctx, by, person, context),
        Action::ServeByInterest(by, person, context) => {
            advertisements::serve_by_interest(w, ctx, by, person, context)
        }
        Action::GatherActivity(by, person) => advertisements::gather(w, ctx, by, person),
        Action::UseProfile(by, person) => advertisements::use_profile(w, ctx, by, person),
        Action::OptOutOfAds(person) => advertisements::opt_out(w, ctx, person),
        Action::OptInToAds(person) => advertisements::opt_in(w, ctx, person),

        Action::UsePart(by, person) => third_parties::use_part(w, ctx, by, person),
        Action::GatherItself(by, person) => third_parties::gather(w, ctx, by, person),
        Action::BlameThirdParty(person) => third_parties::blame(w, ctx, person),
        Action::PassEcosystemData(by, person) => third_parties::pass_on(w, ctx, by, person),
        Action::HandleEcosystemData(person) => third_parties::handle(w, ctx, person),

        Action::Answered(tv) => authenticity::answered(w, ctx, tv),
        Action::TakeVerdict(tv) => authenticity::take_verdict(w, ctx, tv),
        Action::LoseCheck(tv) => authenticity::lose_check(w, tv),
        Action::CopyVerdict(tv) => authenticity::attack(w, ctx, tv, Attack::Eavesdrop),
        Action::TamperVerdict(tv) => authenticity::attack(w, ctx, tv, Attack::Tamper),
        Action::ReplayVerdict(tv) => authenticity::attack(w, ctx, tv, Attack::Replay),

        Action::ServersFail => authenticity::servers(w, true),
        Action::ServersReturn => authenticity::servers(w, false),
        Action::SendNext(command) => control::send_next(w, ctx, command),
        Action::Crash(phone) => crash::plugin(w, ctx, phone),

        Action::Intercept(parcel, command, tv) => {
            attack::wide_area(w, ctx, Attack::Drop, (parcel, command, tv), None)
        }
        Action::Tamper(parcel, command, tv) => {
            attack::wide_area(w, ctx, Attack::Tamper, (parcel, command, tv), None)
        }
        Action::Redirect(parcel, command, tv) => attack::redirect(w, ctx, (parcel, command, tv)),
        Action::Eavesdrop(parcel, command, tv) => {
            attack::wide_area(w, ctx, Attack::Eavesdrop, (parcel, command, tv), None)
        }
        Action::Replay => attack::replay(w, ctx),
        Action::NeighbourSends(tv, key) => attack::neighbour(w, ctx, tv, key),

        Action::LogOut(phone) => session::log_out(w, ctx, phone),
        Action::LogIn(phone) => session::log_in(w, ctx, phone),
        Action::Intrude(phone, person) => session::intrude(w, ctx, phone, person),
        Action::PressAs(phone, person, tv, key) => {
            if ctx.setup.owner(phone)? == person {
                return Err(Refusal::NoSession);
            }
            control::press_on(w, ctx, phone, person, tv, key)
        }
        Action::EndSessions(person) => session::end_sessions(w, ctx, person),

        Action::Reinstall(phone) => crash::reinstall(w, ctx, phone, true),
        Action::ReinstallOffline(phone) => crash::reinstall(w, ctx, phone, false),
        Action::SkewClock(phone) => withdrawal::skew(w, ctx, phone),
        Action::CrashJob => crash::withdrawals(w, ctx),
        Action::CrashBatch => crash::batch(w),
        Action::CrashRemoval(person) => crash::removal(w, ctx, person),
        Action::CrashPurge(record) => crash::purge(w, ctx, record),
        Action::LoseCache => crash::cache(w),

        Action::Permit(phone) => route::permit(w, ctx, phone),
        Action::Revoke(phone, channel) => route::revoke(w, ctx, phone, channel),
        Action::Choose(phone, tv) => route::choose(w, ctx, phone, tv).map(|_| ()),
        Action::MeetNamesake(phone) => route::meet_namesake(w, ctx, phone),
        Action::Signal(phone) => route::signal(w, ctx, phone),

        Action::ReadPolicy(person) => wishes::read_policy(w, ctx, person),
        Action::SharePassword(person, other) => incidents::share_password(w, ctx, person, other),
        Action::BreakIn(other, person) => incidents::break_in(w, ctx, other, person),
        Action::LockOut(phone) => incidents::lock_out(w, ctx, phone),
        Action::NoticeIntruder(person) => incidents::become_aware(w, ctx, person, true),
        Action::HearOfBreach(person) => incidents::become_aware(w, ctx, person, false),
        Action::BlamePerson(person) => incidents::blame_person(w, ctx, person),
        Action::BlameNetwork(person) => incidents::blame_network(w, ctx, person),
        Action::LeakPassword(person, to) => incidents::leak_password(w, ctx, person, to),
        Action::Send(sender, person, asks, channel) => contact::send(w, ctx, sender, person, asks, channel),
        Action::Triage(request) => contact::triage(w, ctx, request.index()),
        Action::Serve(request) => contact::serve(w, ctx, request.index()),
        Action::Refuse(request) => contact::refuse(w, ctx, request.index()),
        Action::AskMore(request) => rights::ask_more(w, ctx, request.index()),
        Action::Prove(request) => rights::prove(w, ctx, request.index()),
        Action::Charge(request) => rights::charge(w, ctx, request.index()),
        Action::SignIn(person) => rights::sign_in(w, ctx, person),
        Action::SignOut(person) => rights::sign_out(w, ctx, person),
        Action::ViewAccount(person, channel) => rights::view_account(w, ctx, person, channel),
        Action::Decline(person, category) => limits::decline(w, ctx, person, category),
        Action::AskService(person, service) => limits::ask_service(w, ctx, person, service),
        Action::StopSharing(person) => limits::stop_sharing(w, ctx, person),
        Action::EditAccount(person, channel) => rights::edit_account(w, ctx, person, channel),

        Action::Switch(tv) => status::switch(w, ctx, tv),
        Action::Cut(tv) => status::cut(w, ctx, tv),
        Action::Report(tv) => status::report(w, ctx, tv),
        Action::Arrive(route, tv, phone) => status::arrive(w, ctx, route, tv, phone),
        Action::Look(phone, tv) => status::look(w, ctx, phone, tv),
        Action::Guess(phone, tv) => status::guess(w, ctx, phone, tv),
        Action::Spoof(tv, phone) => status::spoof(w, ctx, tv, phone),

        Action::Store(record) => storage::store(w, ctx, record),
        Action::BackUp(record, holder) => storage::back_up(w, ctx, record, holder),
        Action::Classify(record) => storage::classify(w, ctx, record),
        Action::RankLower(record) => storage::rank_lower(w, ctx, record),

        Action::SendAbroad(record, from, to) => transfer::send(w, ctx, record, (from, to)),
        Action::Lapse(from, to) => transfer::secure(w, ctx, (from, to), false),
        Action::Secure(from, to) => transfer::secure(w, ctx, (from, to), true),
        Action::Replicate(record, place) => transfer::replicate(w, ctx, record, place),
        Action::Move(person, to) => transfer::move_home(w, ctx, person, to),

        Action::BindToSecrecy(staff) => staff::bind(w, ctx, staff),
        Action::Access(staff, record, purpose) => staff::access(w, ctx, staff, record, purpose),
        Action::Dismiss(staff) => staff::dismiss(w, ctx, staff),
        Action::NoticeBreach(staff) => staff::notice(w, ctx, staff),
        Action::Sanction(staff) => staff::sanction(w, ctx, staff),
    }
}
