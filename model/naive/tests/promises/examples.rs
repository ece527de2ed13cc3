//! Every promise on small logs: one breach a part, the lawful logs next to it, and each reading.
//!
//! Whoever includes this module says at the root of the crate how a log is judged (`judge`); the engine's tests include it
//! as well, and judge by the oracle besides.

mod chains;
mod decisions;
mod f01_f02_authenticity;
mod f03_route;
mod f04_status;
mod f06_command_path;
mod f07_contents;
mod f08_occasions;
mod f09_minimisation;
mod f10_purposes;
mod f11_disclosure_basis;
mod f11_lawful_handling;
mod f12_contracts;
mod f13_no_sale;
mod f14_marketing_consent;
mod f15_opt_out;
mod f16_partners;
mod f17_no_linking;
mod f18_f19_web;
mod f20_anonymised;
mod f21_f22_storage;
mod f23_access;
mod f25_periodic_review;
mod f26_retention;
mod f27_permission;
mod f28_user_controls;
mod f29_subject_requests;
mod f30_withdrawal;
mod f31_denial;
mod f32_cross_border;
mod f33_minors;
mod f34_policy_update;
mod f35_new_consent;
mod f36_deemed_consent;
mod f37_corporate_notice;
mod f38_third_parties;
mod f39_precedence;
mod f40_f41_incidents;
mod f42_contact;
mod f43_sharing_stop;
pub(crate) mod logs;
pub(crate) mod recipients;
