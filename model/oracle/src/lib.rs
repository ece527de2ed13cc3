//! Books of what really happened, and the promises judged on them.
