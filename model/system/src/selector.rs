//! The route selector of a plugin for one TV: what it chose last, and whether the network has changed since.
//!
//! The local network is chosen when phone and TV are seen to be on the same one, by an answer of the TV itself
//! and not by the network's name (USE-15). Back to the local network it goes only after the network was seen
//! to change, so that nothing flaps without a change (USE-16); the relay is always open.

use vouchsafe_alphabet::Route;

/// What a plugin remembers of its choices for one TV. It is kept on the phone and outlives a crash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Selector {
    /// The route chosen last.
    pub(crate) last: Option<Route>,
    /// Whether the network has changed since the last switch.
    pub(crate) changed: bool,
    /// Whether it was installed anew since the last choice, and so does not know which that was.
    pub(crate) anew: bool,
}

impl Selector {
    /// The network has changed, or a command has failed.
    pub(crate) fn network_changed(&mut self) {
        // Before the first choice there is nothing to switch from.
        self.changed = self.last.is_some();
    }
    /// Chooses a route; `local` says that the TV is seen on the phone's network.
    pub(crate) fn choose(&mut self, local: bool, follow: bool) -> Route {
        if std::mem::take(&mut self.anew) && !follow {
            // Whatever was chosen before, a change that was seen meanwhile may be used up by this choice.
            *self = Self { last: Some(Route::Relay), ..Self::default() };
            return Route::Relay;
        }
        let wanted = if local { Route::Lan } else { Route::Relay };
        let settled = self.last == Some(Route::Relay) && !self.changed && !follow;
        let route = if settled { Route::Relay } else { wanted };
        if self.last.is_some_and(|last| last != route) {
            self.changed = false;
        }
        self.last = Some(route);
        route
    }
    /// The plugin is installed anew: it starts with the relay, and stays there until it sees the network change.
    pub(crate) fn reinstalled(&mut self) {
        if self.last.is_some() {
            *self = Self { last: Some(Route::Relay), changed: false, anew: true };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_back_to_the_local_network_only_after_a_change() {
        let mut selector = Selector::default();
        assert_eq!(selector.choose(true, false), Route::Lan);
        assert_eq!(selector.choose(false, false), Route::Relay);
        assert_eq!(selector.choose(true, false), Route::Relay, "nothing has changed");
        assert_eq!({ selector }.choose(true, true), Route::Lan, "unless it follows each reading");
        selector.network_changed();
        assert_eq!(selector.choose(true, false), Route::Lan);
        selector.reinstalled();
        selector.network_changed();
        assert_eq!(selector.choose(true, false), Route::Relay, "it does not know what it chose before");
        assert_eq!(selector.choose(true, false), Route::Relay, "and that change is used up");
        selector.network_changed();
        assert_eq!(selector.choose(true, false), Route::Lan);
    }
}
