//! The inputs by topic: what each party does about them, in order, and what can be seen of it.

pub(crate) mod attack;
pub(crate) mod authenticity;
pub(crate) mod collection;
pub(crate) mod consent;
pub(crate) mod contracts;
pub(crate) mod control;
pub(crate) mod crash;
pub(crate) mod details;
pub(crate) mod disclosure;
pub(crate) mod flight;
pub(crate) mod law;
pub(crate) mod marketing;
pub(crate) mod minors;
pub(crate) mod partners;
pub(crate) mod purposes;
pub(crate) mod release;
pub(crate) mod retention;
pub(crate) mod route;
pub(crate) mod sale;
pub(crate) mod session;
pub(crate) mod sharing;
pub(crate) mod status;
pub(crate) mod terms;
pub(crate) mod tick;
pub(crate) mod withdrawal;
