//! The retention desk: when a record has to go, and what keeps it.
//!
//! When the purpose has ended and no ground is live, the vendor infers so after a delay and purges after
//! another (RET-03, RET-06). A ground that arises stops both clocks; they start anew when it ends (RET-05).

use crate::defects::Defect;
use crate::record::Record;
use crate::refusal::Refusal;
use crate::setup::Setup;
use vouchsafe_alphabet::readings::{BusinessGround, Inference};
use vouchsafe_alphabet::{Clock, Ground};

/// Whether nothing keeps a record any more, by the vendor's own notes.
pub(crate) fn free<C: Clock>(setup: &Setup, record: &Record<C>) -> bool {
    record.ended && record.grounds.is_empty() && !setup.has(Defect::DefaultBusinessHold)
}

/// The purpose has ended or a ground has: starts the delay before the inference where nothing keeps the
/// record; says whether the vendor infers at once.
pub(crate) fn release<C: Clock>(setup: &Setup, record: &mut Record<C>, now: C::Now) -> bool {
    if !free(setup, record) || record.inference.is_set() || record.purge.is_set() {
        return false;
    }
    match setup.rules.readings.inference {
        Inference::InferredOnly => false,
        Inference::Objective => true,
        Inference::Inferable => {
            let delay = setup.rules.deadlines.inference;
            record.inference = if delay == 0 { C::default() } else { C::start(now, delay, &setup.rules) };
            delay == 0
        }
    }
}

/// The vendor infers that keeping a record serves no purpose: the delay before the purge starts.
pub(crate) fn infer<C: Clock>(setup: &Setup, record: &mut Record<C>, now: C::Now) -> Result<(), Refusal> {
    if !record.ended {
        return Err(Refusal::PurposeLives);
    }
    if !free(setup, record) {
        return Err(Refusal::Held);
    }
    if record.purge.is_set() {
        return Err(Refusal::InferredAlready);
    }
    record.inference = C::default();
    record.purge = C::start(now, setup.rules.deadlines.retention, &setup.rules);
    Ok(())
}

/// A ground to keep a record arises; a business ground counts once (T18).
pub(crate) fn arise<C: Clock>(
    setup: &Setup,
    record: &mut Record<C>,
    ground: Ground,
    now: C::Now,
) -> Result<(), Refusal> {
    if record.kept_for(ground) {
        return Err(Refusal::GroundLive);
    }
    if ground == Ground::Business {
        if record.spent {
            return Ok(());
        }
        if setup.rules.readings.business_ground == BusinessGround::Expires {
            record.business = C::start(now, setup.rules.deadlines.business_ground, &setup.rules);
        }
    }
    record.grounds.add(ground as usize);
    record.inference = C::default();
    record.purge = C::default();
    Ok(())
}

/// A ground to keep a record ends.
pub(crate) fn end<C: Clock>(record: &mut Record<C>, ground: Ground) -> Result<(), Refusal> {
    if !record.kept_for(ground) {
        return Err(Refusal::NoGround);
    }
    record.grounds.drop(ground as usize);
    if ground == Ground::Business {
        record.spent = true;
        record.business = C::default();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Kind;
    use crate::record::Records;
    use vouchsafe_alphabet::{Person, Ticks};

    fn record() -> Record<Ticks> {
        let mut records = Records::default();
        let slot = records.collect(Person(0), Kind(0), false, 1).unwrap();
        records.get(slot).unwrap()
    }

    #[test]
    fn a_ground_stops_the_clocks_and_its_end_starts_them_anew() {
        let setup = Setup::default();
        let mut record = record();
        assert_eq!(infer(&setup, &mut record, ()), Err(Refusal::PurposeLives));
        assert!(!release(&setup, &mut record, ()) && !record.inference.is_set());
        record.ended = true;
        assert!(!release(&setup, &mut record, ()) && record.inference.is_set());
        assert_eq!(infer(&setup, &mut record, ()), Ok(()));
        assert_eq!(infer(&setup, &mut record, ()), Err(Refusal::InferredAlready));
        assert_eq!(arise(&setup, &mut record, Ground::Legal, ()), Ok(()));
        assert_eq!(arise(&setup, &mut record, Ground::Legal, ()), Err(Refusal::GroundLive));
        assert_eq!(infer(&setup, &mut record, ()), Err(Refusal::Held));
        assert!(!record.purge.is_set());
        assert_eq!(end(&mut record, Ground::Dispute), Err(Refusal::NoGround));
        assert_eq!(end(&mut record, Ground::Legal), Ok(()));
        release(&setup, &mut record, ());
        assert!(record.inference.is_set());
    }

    #[test]
    fn a_business_ground_counts_once() {
        let setup = Setup::default();
        let mut record = record();
        arise(&setup, &mut record, Ground::Business, ()).unwrap();
        assert!(record.business.is_set());
        end(&mut record, Ground::Business).unwrap();
        arise(&setup, &mut record, Ground::Business, ()).unwrap();
        assert!(!record.kept_for(Ground::Business) && !record.business.is_set());
    }

    #[test]
    fn readings_say_when_the_vendor_infers() {
        let mut setup = Setup::default();
        for (reading, at_once, waits) in [
            (Inference::Inferable, false, true),
            (Inference::InferredOnly, false, false),
            (Inference::Objective, true, false),
        ] {
            setup.rules.readings.inference = reading;
            let mut record = Record { ended: true, ..record() };
            assert_eq!((release(&setup, &mut record, ()), record.inference.is_set()), (at_once, waits));
        }
    }
}
