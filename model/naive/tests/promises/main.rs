//! Every promise on small logs: one breach a part, the lawful logs next to it, and each reading.

mod arbitrary;
mod f01_f02_authenticity;
mod f06_command_path;
mod f13_no_sale;
mod f14_marketing_consent;
mod f15_opt_out;
mod f26_retention;
mod f30_withdrawal;
mod f33_minors;
mod f36_deemed_consent;
mod logs;
