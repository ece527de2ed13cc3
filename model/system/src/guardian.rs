//! A guardian: tells the vendor about a child in care; needs no account and keeps nothing in mind (MIN-05).

use crate::refusal::Refusal;
use crate::setup::Setup;
use vouchsafe_alphabet::{Categories, Category, Observation, Person, Request};

/// The guardian reports that the child gave data without approval.
pub(crate) fn reports(setup: &Setup, ward: Person, request: Request) -> Result<Observation, Refusal> {
    Ok(Observation::GuardianReported { request, person: ward, other: setup.guardian(ward)? })
}

/// The guardian approves that the child gives a category (MIN-08).
pub(crate) fn approves(setup: &Setup, ward: Person, category: Category) -> Result<Observation, Refusal> {
    let categories = Categories::from(category);
    Ok(Observation::GuardianApproved { person: ward, other: setup.guardian(ward)?, categories })
}
