//! Collections of books: arrays for the checker, maps for following a log.

mod arrays;
mod dues;
mod maps;
mod section;

pub use arrays::{Arrays, Limits};
pub use maps::{Due, Maps};
pub use section::Section;
