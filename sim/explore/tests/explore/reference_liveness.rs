//! Liveness on the reference model: what is asked for is done, if the server and the network go on working.

use vouchsafe_explore::{
    Bits, Duty, Extent, Fairness, Judged, Live, Options, Quiet, Reason, Verdict, decide,
};

use crate::reference_model::Tv;

/// The numbers of the first person's actions.
const WITHDRAW: u8 = 2;
const PRESS: u8 = 7;
const EXECUTE: u8 = 8;
const DELIVER_SHARES: [u8; 2] = [13, 14];
const PROCESS: u8 = 15;
const PURGE: u8 = 16;
/// The bit that says that what recipients hold of the first person is to be purged.
const TO_PURGE: u64 = 1 << 17;

struct Working {
    space: Tv,
    fair: bool,
}

impl Live for Working {
    type Space = Tv;

    fn space(&self) -> &Tv {
        &self.space
    }

    fn fairness(&self) -> Vec<Fairness> {
        let names = ["execute", "deliver the first", "deliver the second", "process", "purge"];
        if self.fair { names.map(Fairness::weak).to_vec() } else { Vec::new() }
    }

    fn duties(&self) -> Vec<Duty> {
        let names = ["a press is executed", "a withdrawal is processed", "what is to be purged is purged"];
        names.map(Duty::leads_to).to_vec()
    }

    fn begin(&self, _: &u64) -> Judged {
        Judged::default()
    }

    fn judge(&self, from: &u64, action: &u8, to: &u64) -> Judged {
        let classes = [EXECUTE, DELIVER_SHARES[0], DELIVER_SHARES[1], PROCESS, PURGE];
        let mut judged = Judged::default();
        if let Some(class) = classes.iter().position(|member| member == action) {
            judged.classes.set(class);
        }
        match *action {
            PRESS => judged.opens.set(0),
            EXECUTE => judged.answers.set(0),
            WITHDRAW => judged.opens.set(1),
            PROCESS => judged.answers.set(1),
            PURGE => judged.answers.set(2),
            _ => {}
        }
        if from & TO_PURGE == 0 && to & TO_PURGE != 0 {
            judged.opens.set(2);
        }
        judged
    }
}

#[test]
fn what_is_asked_for_is_done_if_the_parties_go_on_working() {
    let found = decide(&Working { space: Tv, fair: true }, &Options::default(), &Quiet);
    assert_eq!(found.extent, Extent::Exhausted);
    assert_eq!((found.states, found.transitions, found.depth), (4_338_048, 25_182_426, 46));
    let answered = found.decisions.iter().all(|decision| decision.opened && decision.answered);
    assert!(answered && found.holds());
    assert!(found.fairness.iter().all(|(_, steps)| *steps > 0));
}

#[test]
fn nothing_is_done_if_they_may_stop() {
    // A small part of the graph shows it.
    let options = Options { states_max: Some(20_000), ..Options::default() };
    let found = decide(&Working { space: Tv, fair: false }, &options, &Quiet);
    assert_eq!(found.extent, Extent::Cut(Reason::States));
    for decision in found.decisions {
        let Verdict::Breached(lasso) = decision.verdict else { panic!("{decision:?}") };
        assert!(lasso.rests() && lasso.opened == lasso.stem.len());
    }
}
