//! What may happen to a case: a request, a record, a command on its way.

use crate::action::Action;
use crate::inputs::law;
use crate::network::Parcel;
use crate::setup::Setup;
use crate::vendor::linking;
use vouchsafe_alphabet::{Class, Command, Record, Request, Word};

impl Setup {
    pub(super) fn of_cases(&self, all: &mut Vec<Action>) {
        for request in (0..u32::from(self.cases())).map(Request) {
            all.extend([
                Action::Process(request),
                Action::Comply(request),
                Action::EndLaw(request),
                Action::Triage(request),
                Action::Serve(request),
                Action::Refuse(request),
                Action::AskMore(request),
                Action::Prove(request),
                Action::Charge(request),
            ]);
            let named = self.recipients().filter(|(_, spec)| law::speaks_of(spec.class));
            all.extend(named.map(|(holder, _)| Action::Obey(request, holder)));
        }
        for record in (0..u32::from(self.records)).map(Record) {
            all.extend([
                Action::EndPurpose(record),
                Action::Infer(record),
                Action::Purge(record),
                Action::Deidentify(record),
                Action::Restore(record),
                Action::CrashPurge(record),
                Action::Store(record),
                Action::Classify(record),
                Action::RankLower(record),
            ]);
            all.extend(self.recipients().map(|(holder, _)| Action::BackUp(record, holder)));
            for staff in self.staff() {
                all.extend(self.purposes.iter().map(|&purpose| Action::Access(staff, record, purpose)));
            }
            for &ground in &self.grounds {
                all.extend([Action::Arise(record, ground), Action::End(record, ground)]);
            }
            for (holder, spec) in self.recipients() {
                all.push(Action::Copy(record, holder));
                if spec.class == Class::Advertiser {
                    all.push(Action::Export(record, holder));
                }
            }
        }
        for one in linking::numbers(self) {
            let after = linking::numbers(self).filter(|other| *other > one);
            all.extend(after.map(|other| Action::Link(Record(one), Record(other))));
        }
        for command in (0..u32::from(self.commands)).map(Command) {
            all.extend([Action::Retry(command), Action::GiveUp(command), Action::SendNext(command)]);
            for tv in self.tvs() {
                for &parcel in Parcel::ALL {
                    all.extend([
                        Action::Deliver(parcel, command, tv),
                        Action::Lose(parcel, command, tv),
                        Action::Duplicate(parcel, command, tv),
                        Action::Intercept(parcel, command, tv),
                        Action::Tamper(parcel, command, tv),
                        Action::Redirect(parcel, command, tv),
                        Action::Eavesdrop(parcel, command, tv),
                    ]);
                }
            }
        }
    }
}
