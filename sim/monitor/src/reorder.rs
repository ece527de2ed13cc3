//! Lines that wait until no earlier one may still come: a log that was merged from several machines is slightly
//! out of order.

use std::collections::BTreeMap;

/// Lines in order of time, then of the file, each held until time is a window beyond it.
///
/// It holds the lines of one window and no more.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reorder {
    window_ms: u64,
    latest_ms: u64,
    held: BTreeMap<(u64, u64), Box<str>>,
}

impl Reorder {
    /// Holds lines for this many milliseconds.
    pub(crate) fn new(window_ms: u64) -> Self {
        Self { window_ms, ..Self::default() }
    }

    /// How long lines are held, in milliseconds.
    pub(crate) fn window_ms(&self) -> u64 {
        self.window_ms
    }
    /// The latest time that it has met.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.latest_ms
    }
    /// The time before which no line is awaited any more.
    pub(crate) fn horizon_ms(&self) -> u64 {
        self.latest_ms.saturating_sub(self.window_ms)
    }
    /// How many lines are held.
    pub(crate) fn held(&self) -> usize {
        self.held.len()
    }

    /// Time has come this far.
    pub(crate) fn reach(&mut self, at_ms: u64) {
        self.latest_ms = self.latest_ms.max(at_ms);
    }

    /// Takes in a line, by its number in the file; `false` when it comes too late.
    pub(crate) fn push(&mut self, at_ms: u64, line: u64, text: &str) -> bool {
        if at_ms < self.horizon_ms() {
            return false;
        }
        self.reach(at_ms);
        self.held.insert((at_ms, line), text.into());
        true
    }

    /// The next line, with its number, that no other may come before.
    pub(crate) fn pop(&mut self) -> Option<(u64, Box<str>)> {
        let next = self.held.first_entry()?;
        let (at_ms, line) = *next.key();
        (at_ms <= self.latest_ms.saturating_sub(self.window_ms)).then(|| (line, next.remove()))
    }

    /// No further line comes: none is held any longer.
    pub(crate) fn end(&mut self) {
        self.window_ms = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn popped(reorder: &mut Reorder) -> Vec<u64> {
        std::iter::from_fn(|| reorder.pop()).map(|(line, _)| line).collect()
    }

    #[test]
    fn lines_come_out_in_order_once_the_window_has_passed() {
        let mut reorder = Reorder::new(10);
        assert!(reorder.push(20, 1, "") && reorder.push(15, 2, "") && reorder.push(20, 3, ""));
        assert!(popped(&mut reorder).is_empty());
        assert!(reorder.push(30, 4, ""), "equal times keep the order of the file");
        assert_eq!(popped(&mut reorder), [2, 1, 3]);
        assert!(reorder.push(20, 5, ""), "it is on the edge of the window");
        assert!(!reorder.push(19, 6, ""));
        assert_eq!(popped(&mut reorder), [5]);
        reorder.end();
        assert_eq!((popped(&mut reorder), reorder.held()), (vec![4], 0));
    }

    #[test]
    fn time_that_passes_without_lines_lets_them_out() {
        let mut reorder = Reorder::new(10);
        assert!(reorder.push(5, 1, ""));
        reorder.reach(14);
        assert!(popped(&mut reorder).is_empty());
        reorder.reach(15);
        assert_eq!(popped(&mut reorder), [1]);
    }
}
