//! Names for tests: the sort and the number, such as `tv1`.

use vouchsafe_alphabet::Sort;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::ids::Naming;

pub(crate) struct Plain;

impl Naming for Plain {
    fn id(&mut self, _: Sort, name: &str) -> u32 {
        name.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap()
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        to.push_str(&sort.name().replace(' ', "-"));
        to.push_str(&id.to_string());
    }
}
