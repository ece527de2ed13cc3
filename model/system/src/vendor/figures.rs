//! The statistics desk: how many customers a trend is about, and which figures went to whom.
//!
//! Figures go out about enough people alone, and not where earlier ones beside them would tell of a few
//! (NOC-01, NOC-02).

use crate::defects::Defect;
use crate::limits::HOLDERS;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::Holder;
use vouchsafe_alphabet::readings::Differencing;

/// The statistics desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Figures {
    /// How far the group has grown, as a place among the sizes that it goes through.
    grown: u8,
    /// The sizes of which each recipient was told.
    shared: Table<Few, HOLDERS>,
}

/// The sizes that the group goes through: too small, just enough, one more, and twice that.
fn size(setup: &Setup, place: usize) -> u64 {
    let least = setup.rules.group_size();
    match place {
        0 => least - 1,
        1 => least,
        2 => least + 1,
        _ => 2 * least + 1,
    }
}

/// The last place among the sizes.
const LAST: u8 = 3;

impl Figures {
    /// More people belong to the group.
    pub(crate) fn grow(&mut self) -> Result<(), Refusal> {
        if self.grown == LAST {
            return Err(Refusal::NothingChanges);
        }
        self.grown += 1;
        Ok(())
    }
    /// A recipient is told how many people belong to the group.
    pub(crate) fn tell(&mut self, setup: &Setup, to: Holder) -> Result<u64, Refusal> {
        let (place, least) = (usize::from(self.grown), setup.rules.group_size());
        let amount = size(setup, place);
        if amount < least && !setup.has(Defect::SmallGroup) {
            return Err(Refusal::GroupTooSmall);
        }
        let pooled = setup.rules.readings.differencing == Differencing::Everybody;
        let alone = setup.rules.readings.differencing == Differencing::EachAlone;
        let told = self.shared;
        let met = told.each().filter(|(holder, _)| pooled || *holder == to.index());
        let earlier = met.flat_map(|(_, told)| told.each());
        let steps = earlier.map(|other| size(setup, other).abs_diff(amount));
        let small = steps.filter(|step| (1..least).contains(step)).min();
        if let Some(step) = small.filter(|_| setup.has(Defect::IncreaseTold)) {
            return Ok(step);
        }
        let differs = small.is_some();
        if differs && !alone && !setup.has(Defect::FiguresOfEachMonth) {
            return Err(Refusal::GroupTooSmall);
        }
        self.shared.at_mut(to.index())?.add(place);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_wait_until_they_tell_of_enough_people() {
        let (setup, advertiser) = (Setup::default(), Holder(1));
        let mut desk = Figures::default();
        assert_eq!(desk.tell(&setup, advertiser), Err(Refusal::GroupTooSmall));
        desk.grow().unwrap();
        assert_eq!(desk.tell(&setup, advertiser), Ok(10));
        desk.grow().unwrap();
        assert_eq!(
            desk.tell(&setup, advertiser),
            Err(Refusal::GroupTooSmall),
            "one more makes the difference"
        );
        assert_eq!(desk.tell(&setup, Holder(2)), Ok(11));
        desk.grow().unwrap();
        assert_eq!(desk.tell(&setup, advertiser), Ok(21));
        assert_eq!(desk.grow(), Err(Refusal::NothingChanges));
    }
}
