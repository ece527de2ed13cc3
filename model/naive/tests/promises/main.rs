//! Every promise on small logs: one breach a part, the lawful logs next to it, and each reading.

mod arbitrary;
mod chains;
mod decisions;
mod f01_f02_authenticity;
mod f03_route;
mod f04_status;
mod f06_command_path;
mod f10_purposes;
mod f11_disclosure_basis;
mod f12_contracts;
mod f13_no_sale;
mod f14_marketing_consent;
mod f15_opt_out;
mod f16_partners;
mod f26_retention;
mod f27_permission;
mod f29_subject_requests;
mod f30_withdrawal;
mod f31_denial;
mod f33_minors;
mod f36_deemed_consent;
mod f42_contact;
mod f43_sharing_stop;
mod lines;
mod logs;
mod recipients;
