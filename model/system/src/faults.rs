//! Faults: what phones and network may do wrong, each switched on by a scope.

list! {
    /// What may go wrong around the parties.
    "fault" Fault {
        /// Phones lose their connection and come back.
        Offline "offline",
        /// Phones restart.
        Restart "restart",
        /// Messages of the command path are lost, and the sender learns of it.
        Loss "loss",
        /// Messages of the command path arrive twice.
        Duplication "duplication",
        /// Messages of one route overtake each other.
        Reordering "reordering",
    }
}
