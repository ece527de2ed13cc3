//! Values of a scope's file that not every number or list is.

use serde::Deserialize;
use vouchsafe_alphabet::{Place, Word};

/// The most years that an age may have.
const YEARS_MAX: u8 = 150;

/// A person's age in years.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(super) struct Age(pub(super) u8);

impl TryFrom<i64> for Age {
    type Error = String;

    fn try_from(years: i64) -> Result<Self, String> {
        let age = u8::try_from(years).ok().filter(|years| *years <= YEARS_MAX);
        age.map(Self)
            .ok_or_else(|| format!("{years} is no age; it is a whole number of years up to {YEARS_MAX}"))
    }
}

/// The way from one place to another.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Vec<Place>")]
pub(super) struct Way(pub(super) Place, pub(super) Place);

impl TryFrom<Vec<Place>> for Way {
    type Error = String;

    fn try_from(places: Vec<Place>) -> Result<Self, String> {
        match places.as_slice() {
            &[from, to] if from != to => Ok(Self(from, to)),
            [from, _] => {
                Err(format!("nothing goes from {from} to {from}; the two places differ", from = from.name()))
            }
            places => Err(format!(
                "a way has two places, such as [\"germany\", \"singapore\"], and here are {}",
                places.len()
            )),
        }
    }
}
