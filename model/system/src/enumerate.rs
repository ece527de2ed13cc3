//! Every input that a scope offers, in ascending order.

use crate::action::Action;
use crate::inputs::law;
use crate::setup::Setup;
use crate::vendor::sharing;
use vouchsafe_alphabet::data::Review;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{
    Answer, Category, Channel, Class, Holder, Person, Phone, Purpose, Route, Staff, Tv, Word,
};

mod cases;
mod places;

impl Setup {
    /// Every input that topics, faults, defects and cast allow, in ascending order. Whether one applies in a
    /// world is for [`Setup::step`] to say.
    pub fn actions(&self) -> Vec<Action> {
        let mut all = vec![
            Action::Tick,
            Action::SendBatch,
            Action::TakeEffect,
            Action::Publish,
            Action::Announce,
            Action::Review(Review::Security),
            Action::Review(Review::Policy),
            Action::SyncAgency,
            Action::PayForBusiness,
            Action::ServersFail,
            Action::ServersReturn,
            Action::Replay,
            Action::CrashJob,
            Action::CrashBatch,
            Action::LoseCache,
            Action::Grow,
        ];
        for person in self.people() {
            self.of_person(person, &mut all);
        }
        for phone in (0..self.cast.phones.len() as u32).map(Phone) {
            self.of_phone(phone, &mut all);
        }
        for tv in self.tvs() {
            self.of_tv(tv, &mut all);
        }
        for (holder, _) in self.recipients() {
            self.of_holder(holder, &mut all);
        }
        for staff in self.staff() {
            all.extend([
                Action::BindToSecrecy(staff),
                Action::Dismiss(staff),
                Action::NoticeBreach(staff),
                Action::Sanction(staff),
            ]);
        }
        self.of_web(&mut all);
        self.of_places(&mut all);
        self.of_cases(&mut all);
        all.retain(|&action| self.offers(action));
        all.sort_unstable();
        all.dedup();
        all
    }

    fn staff(&self) -> impl Iterator<Item = Staff> + use<> {
        (0..self.cast.staff.len() as u32).map(Staff)
    }

    fn tvs(&self) -> impl Iterator<Item = Tv> + use<> {
        (0..self.cast.tvs.len() as u32).map(Tv)
    }

    fn of_person(&self, person: Person, all: &mut Vec<Action>) {
        all.extend([
            Action::AcceptTerms(person),
            Action::AcceptAgreement(person),
            Action::ReadPolicy(person),
            Action::NoticeIntruder(person),
            Action::HearOfBreach(person),
            Action::BlamePerson(person),
            Action::BlameNetwork(person),
            Action::AskMarketing(person),
            Action::Profile(person),
            Action::ProductNews(person),
            Action::ServiceMessage(person),
            Action::Notice(person),
            Action::TellAge(person),
            Action::GuardianReport(person),
            Action::RemoveMinor(person),
            Action::CorporateNotice(person),
            Action::MoveCustody(person),
            Action::SubmitFeedback(person),
            Action::FollowUp(person),
            Action::EndSessions(person),
            Action::CrashRemoval(person),
            Action::StopSharing(person),
            Action::SignIn(person),
            Action::SignOut(person),
        ]);
        for channel in [Channel::AccountPage, Channel::Plugin] {
            all.extend([Action::ViewAccount(person, channel), Action::EditAccount(person, channel)]);
        }
        for other in self.people() {
            all.extend([Action::SharePassword(person, other), Action::BreakIn(other, person)]);
        }
        all.extend(self.recipients().map(|(to, _)| Action::LeakPassword(person, to)));
        for &asks in &self.asks {
            for &channel in &self.mailing {
                all.extend(self.people().map(|about| Action::Send(person, about, asks, channel)));
            }
        }
        all.extend(Answer::ALL.iter().map(|&answer| Action::AnswerMarketing(person, answer)));
        all.extend(self.promotions.iter().map(|&channel| Action::Promote(person, channel)));
        all.extend(self.opt_outs.iter().map(|&channel| Action::OptOut(person, channel)));
        all.extend(self.mails.iter().map(|&mail| Action::StopMail(person, mail)));
        for &service in &self.services {
            all.extend([
                Action::Subscribe(person, service),
                Action::Renew(person, service),
                Action::RequestService(person, service),
                Action::AskService(person, service),
            ]);
        }
        self.of_details(person, all);
        for category in self.categories.iter() {
            self.of_datum(person, category, all);
        }
    }

    fn of_details(&self, person: Person, all: &mut Vec<Action>) {
        all.extend(self.gathered.iter().map(|category| Action::Gather(person, category)));
        if !self.gathered.is_empty() {
            all.push(Action::UpdateFirmware);
        }
        for category in self.sampled.iter() {
            all.extend(self.tvs().map(|tv| Action::Sample(tv, person, category)));
        }
        for category in self.asked_for.iter() {
            all.extend(self.services.iter().map(|&service| Action::AskFor(person, service, category)));
        }
        if self.sampled.has(Category::EcosystemData) {
            for (holder, _) in self.recipients().filter(|(_, spec)| spec.class == Class::Ecosystem) {
                all.extend([Action::Feed(holder, person), Action::FeedOwnBrand(holder, person)]);
            }
        }
    }

    fn of_datum(&self, person: Person, category: Category, all: &mut Vec<Action>) {
        all.extend([
            Action::Ask(person, category),
            Action::Answer(person, category, Answer::Yes),
            Action::Answer(person, category, Answer::No),
            Action::Use(person, category),
            Action::Decline(person, category),
            Action::Approve(person, category),
            Action::Require(person, category),
            Action::SuccessorUse(person, category),
        ]);
        // A command is collected on its way, never by itself.
        if category != Category::Command {
            all.push(Action::Collect(person, category));
        }
        for (holder, _) in self.recipients() {
            all.extend([
                Action::Disclose(person, category, holder),
                Action::QueueDisclosure(person, category, holder),
                Action::UseBy(holder, person, category),
                Action::ShareForService(person, category, holder),
                Action::Pull(holder, person, category),
            ]);
            for (to, onward) in self.recipients().filter(|&(to, _)| to != holder) {
                if sharing::asked_about(onward.class) {
                    all.push(Action::PassOn(holder, person, category, to));
                }
                if onward.class == Class::Partner {
                    all.push(Action::Leak(holder, person, category, to));
                }
            }
        }
        self.of_purposes(person, category, all);
        self.of_law(person, category, all);
        for &class in &self.classes {
            all.push(Action::AskSharing(person, category, class));
            all.extend([Answer::Yes, Answer::No].map(|a| Action::AnswerSharing(person, category, class, a)));
        }
    }

    fn of_purposes(&self, person: Person, category: Category, all: &mut Vec<Action>) {
        for &purpose in self.purposes.iter().chain(&self.new_purposes) {
            all.push(Action::UseFor(person, category, purpose));
        }
        for &purpose in &self.purposes {
            if category != Category::Command {
                all.push(Action::CollectFor(person, category, purpose));
            }
            for (holder, _) in self.recipients() {
                all.extend([
                    Action::MakeAvailable(person, category, holder, purpose),
                    Action::PutToUse(holder, person, category, purpose),
                ]);
            }
        }
        // Direct marketing has a question of its own.
        for &purpose in self.new_purposes.iter().filter(|&&purpose| purpose != Purpose::DirectMarketing) {
            all.push(Action::AskPurpose(person, category, purpose));
            all.extend(
                [Answer::Yes, Answer::No].map(|a| Action::AnswerPurpose(person, category, purpose, a)),
            );
        }
    }

    fn of_law(&self, person: Person, category: Category, all: &mut Vec<Action>) {
        for &place in &self.places {
            let named = self.recipients().filter(|(_, spec)| law::speaks_of(spec.class));
            all.extend(named.map(|(holder, _)| Action::Order(person, category, holder, place)));
            if category != Category::Command {
                all.push(Action::Duty(person, category, place));
            }
            all.extend(self.prohibitions.iter().map(|&verb| Action::Forbid(person, verb, category, place)));
            all.extend(self.allowances.iter().map(|&verb| Action::Allow(person, verb, category, place)));
        }
    }

    fn of_phone(&self, phone: Phone, all: &mut Vec<Action>) {
        all.extend([
            Action::Open(phone),
            Action::Offline(phone),
            Action::Online(phone),
            Action::Restart(phone),
            Action::Leave(phone),
            Action::ComeHome(phone),
            Action::Crash(phone),
            Action::LogOut(phone),
            Action::LogIn(phone),
            Action::Reinstall(phone),
            Action::ReinstallOffline(phone),
            Action::SkewClock(phone),
            Action::Permit(phone),
            Action::LockOut(phone),
            Action::MeetNamesake(phone),
            Action::Signal(phone),
        ]);
        all.extend(self.revocations.iter().map(|&channel| Action::Revoke(phone, channel)));
        all.extend(self.people().map(|person| Action::Intrude(phone, person)));
        for tv in self.tvs() {
            all.extend([
                Action::Choose(phone, tv),
                Action::Look(phone, tv),
                Action::Guess(phone, tv),
                Action::Spoof(tv, phone),
                Action::Arrive(Route::Lan, tv, phone),
                Action::Arrive(Route::Relay, tv, phone),
            ]);
            for person in self.people() {
                all.extend(self.keys.iter().map(|&key| Action::PressAs(phone, person, tv, key)));
            }
        }
        all.extend(self.withdrawals.iter().map(|&verbs| Action::Withdraw(phone, verbs)));
    }

    fn of_tv(&self, tv: Tv, all: &mut Vec<Action>) {
        all.extend([Action::Unbind(tv), Action::Check(tv), Action::Ghost(tv), Action::UsageJob(tv)]);
        all.extend([
            Action::Answered(tv),
            Action::TakeVerdict(tv),
            Action::LoseCheck(tv),
            Action::CopyVerdict(tv),
            Action::TamperVerdict(tv),
            Action::ReplayVerdict(tv),
            Action::Switch(tv),
            Action::Cut(tv),
            Action::Report(tv),
        ]);
        all.extend(self.keys.iter().map(|&key| Action::NeighbourSends(tv, key)));
        for person in self.people() {
            all.extend([
                Action::Bind(person, tv),
                Action::Share(tv, person),
                Action::Unshare(tv, person),
                Action::View(person, tv),
            ]);
            all.extend(self.keys.iter().map(|&key| Action::Press(person, tv, key)));
        }
    }

    fn of_holder(&self, holder: Holder, all: &mut Vec<Action>) {
        all.extend([
            Action::PayProvider(holder),
            Action::ShareFigures(holder),
            Action::PayForFigures(holder),
            Action::Sign(holder),
            Action::EndContract(holder),
        ]);
        for person in self.people() {
            all.extend([
                Action::AgencyPromote(holder, person),
                Action::Sell(person, holder),
                Action::Barter(person, holder),
                Action::SellThroughAffiliate(person, holder),
                Action::SellThroughBroker(person, holder),
                Action::SellOnward(person, holder),
                Action::PromoteFor(holder, person),
            ]);
            let partners = self.recipients().filter(|(_, spec)| spec.class == Class::Partner);
            all.extend(partners.map(|(to, _)| Action::Forward(holder, person, to)));
        }
    }

    fn of_web(&self, all: &mut Vec<Action>) {
        let recipients = || self.recipients().map(|(holder, _)| holder);
        all.extend(
            recipients().flat_map(|by| {
                [Action::ReportOnMany(by), Action::JoinProgramme(by), Action::TellFigures(by)]
            }),
        );
        for person in self.people() {
            all.extend([
                Action::WriteLine(person),
                Action::BlameThirdParty(person),
                Action::HandleEcosystemData(person),
                Action::ClearStorage(person),
                Action::OptOutOfAds(person),
                Action::OptInToAds(person),
            ]);
            all.extend(recipients().flat_map(|by| {
                [
                    Action::UsePart(by, person),
                    Action::GatherItself(by, person),
                    Action::PassEcosystemData(by, person),
                    Action::ReportOnOne(by, person),
                    Action::GatherActivity(by, person),
                    Action::UseProfile(by, person),
                ]
            }));
            for &context in Context::ALL {
                all.push(Action::WriteLog(person, context));
                for by in recipients().chain([Holder::VENDOR]) {
                    all.extend([
                        Action::SetCookie(by, person, context),
                        Action::WriteStorage(by, person, context),
                        Action::ServeAdvert(by, person, context),
                        Action::ServeByInterest(by, person, context),
                    ]);
                }
            }
        }
    }
}
