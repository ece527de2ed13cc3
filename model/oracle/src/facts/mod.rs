//! Facts that follow from the books, which both the fold and the promises ask for: who we are, what went where,
//! what the law covers and forbids, what a person agreed to, which contracts stand and how a route does.

pub(crate) mod agreement;
pub(crate) mod answers;
pub(crate) mod contracts;
pub(crate) mod flow;
pub(crate) mod law;
pub(crate) mod links;
pub mod route;
pub(crate) mod statutes;
pub(crate) mod we;
