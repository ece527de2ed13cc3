//! What a plugin shows of one TV: the newest report that it has seen, or a guess that it marks as one (USE-17).

/// What a plugin knows of the state of one TV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Display {
    /// The number of the newest report seen; it is kept on the phone, so that no older one is taken for new.
    pub(crate) newest: u8,
    /// Whether a report is shown; a crash of the plugin clears that.
    pub(crate) shows: bool,
}

impl Display {
    /// A report arrives; whether it is news.
    pub(crate) fn take(&mut self, number: u8) -> bool {
        let news = number > self.newest;
        if news {
            *self = Self { newest: number, shows: true };
        }
        news
    }
    /// The plugin stops; what it showed is gone, what it has seen is not.
    pub(crate) fn stop(&mut self) {
        self.shows = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_newer_report_is_news_even_after_a_crash() {
        let mut display = Display::default();
        assert!(display.take(2) && !display.take(1) && !display.take(2) && display.shows);
        display.stop();
        assert!(!display.take(1));
        assert!(!display.shows);
        assert!(display.take(3));
        assert!(display.shows);
    }
}
