//! Every promise on small logs and on arbitrary ones.

mod arbitrary;
#[path = "examples.rs"]
mod examples;
mod keeping;
mod lines;
mod lines_incidents;
mod lines_of_terms;
mod lines_places;
mod lines_web;

use examples::{logs, recipients};
use vouchsafe_naive::judge;
