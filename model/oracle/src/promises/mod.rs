//! The registry: every promise, a file a family, in the order of the families.

mod f01_auth_before_control;
mod f02_auth_pair;
mod f03_connection;
mod f04_status_truth;
mod f06_command_path;
mod f07_collection_whitelist;
mod f08_collection_triggers;
mod f09_minimisation;
mod f10_purpose_limitation;
mod f11_disclosure_basis;
mod f11_lawful_handling;
mod f12_contract_first;
mod f13_no_sale;
mod f14_marketing_consent;
mod f15_marketing_opt_out;
mod f16_partner_marketing;
mod f17_no_linking;
mod f18_site_scope;
mod f19_ad_opt_out;
mod f20_anonymised;
mod f21_safe_storage;
mod f22_classification;
mod f23_access;
mod f24_breach;
mod f25_periodic_review;
mod f26_retention;
mod f27_permission;
mod f28_user_controls;
mod f29_subject_requests;
mod f30_withdrawal;
mod f31_proportionate_denial;
mod f32_cross_border;
mod f33_minors;
mod f34_policy_update;
mod f35_new_consent;
mod f36_deemed_consent;
mod f37_corporate_notice;
mod f38_third_parties;
mod f40_network;
mod f41_user_duties;
mod f42_contact;
mod f43_sharing_opt_out;
mod fields;
mod marketing;
mod purposes;
mod site_parties;
mod subject_requests;

use crate::mode::Mode;
use crate::promise::Promise;

/// Every promise that is judged event by event. A promise's number is its place here.
pub fn all<M: Mode>() -> Vec<Promise<M>> {
    let mut all = Vec::new();
    all.extend(f01_auth_before_control::promises());
    all.extend(f02_auth_pair::promises());
    all.extend(f03_connection::promises());
    all.extend(f04_status_truth::promises());
    all.extend(f06_command_path::promises());
    all.extend(f07_collection_whitelist::promises());
    all.extend(f08_collection_triggers::promises());
    all.extend(f09_minimisation::promises());
    all.extend(f10_purpose_limitation::promises());
    all.extend(f11_disclosure_basis::promises());
    all.extend(f11_lawful_handling::promises());
    all.extend(f12_contract_first::promises());
    all.extend(f13_no_sale::promises());
    all.extend(f14_marketing_consent::promises());
    all.extend(f15_marketing_opt_out::promises());
    all.extend(f16_partner_marketing::promises());
    all.extend(f17_no_linking::promises());
    all.extend(f18_site_scope::promises());
    all.extend(f19_ad_opt_out::promises());
    all.extend(f20_anonymised::promises());
    all.extend(f21_safe_storage::promises());
    all.extend(f22_classification::promises());
    all.extend(f23_access::promises());
    all.extend(f25_periodic_review::promises());
    all.extend(f26_retention::promises());
    all.extend(f27_permission::promises());
    all.extend(f28_user_controls::promises());
    all.extend(f29_subject_requests::promises());
    all.extend(f30_withdrawal::promises());
    all.extend(f31_proportionate_denial::promises());
    all.extend(f32_cross_border::promises());
    all.extend(f33_minors::promises());
    all.extend(f34_policy_update::promises());
    all.extend(f35_new_consent::promises());
    all.extend(f36_deemed_consent::promises());
    all.extend(f37_corporate_notice::promises());
    all.extend(f38_third_parties::promises());
    all.extend(f40_network::promises());
    all.extend(f41_user_duties::promises());
    all.extend(f42_contact::promises());
    all.extend(f43_sharing_opt_out::promises());
    all
}

/// Every promise that leads to something, which no single event breaks.
pub fn leads_to<M: Mode>() -> Vec<Promise<M>> {
    let mut all = Vec::new();
    all.extend(f03_connection::leads_to());
    all.extend(f06_command_path::leads_to());
    all.extend(f24_breach::leads_to());
    all.extend(f26_retention::leads_to());
    all.extend(f29_subject_requests::leads_to());
    all.extend(f30_withdrawal::leads_to());
    all.extend(f42_contact::leads_to());
    all
}

/// Every promise with its number, family by family: the order for whoever reads them.
pub fn by_family<M: Mode>() -> Vec<(usize, Promise<M>)> {
    let mut every: Vec<_> = every().into_iter().enumerate().collect();
    every.sort_by_key(|(_, promise)| promise.family);
    every
}

/// Every promise of either sort; those that lead to something have the numbers after the others.
pub fn every<M: Mode>() -> Vec<Promise<M>> {
    let mut every = all();
    every.extend(leads_to());
    every
}
