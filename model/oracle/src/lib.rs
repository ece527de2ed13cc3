//! Books of what really happened, and the promises judged on them.
//!
//! The oracle sees observations and nothing else: no party, no guard, no flag of the vendor. One
//! [`fold`](fold::fold) keeps the [`books`], one set of [`promises`] is judged on every transition, and two
//! [`mode`]s hold the same books: compact arrays aged tick by tick for the checker, and maps with
//! milliseconds and causes for logs.

pub mod books;
pub mod duties;
pub mod facts;
pub mod fold;
pub mod judge;
pub mod mode;
pub mod promise;
pub mod promises;
pub mod shelf;
pub mod view;

pub use books::{Books, Subject};
pub use duties::{Duties, Turn};
pub use judge::{Judge, Layout, Verdicts};
pub use mode::{Checking, Following, Mode};
pub use promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
pub use view::{Event, View};
