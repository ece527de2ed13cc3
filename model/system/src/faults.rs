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

        /// The answer to a check takes its time, and the TV may be bound anew meanwhile.
        SlowCheck "slow-check",
        /// The vendor's servers for devices cannot be reached: no check, no binding, no relay.
        ServersDown "servers-down",
        /// Plugins crash and start again at once.
        PluginCrash "plugin-crash",
        /// Plugins are removed and installed anew, with a connection.
        Reinstall "reinstall",
        /// Plugins are removed and installed anew without a connection: what waited in them is lost.
        OfflineReinstall "offline-reinstall",
        /// Jobs of the vendor crash half-way.
        JobCrash "job-crash",
        /// The status store loses its copy of the consents.
        LostCache "lost-cache",
        /// The clock of a phone is a unit ahead of the vendor's.
        ClockSkew "clock-skew",
        /// Away from home a phone meets a network with the name of the one at home.
        Namesake "namesake",
        /// The signal of the network at home comes and goes.
        WeakSignal "weak-signal",

        /// On the way between phone, server and TV somebody drops, changes, reads and repeats messages.
        WideAreaAdversary "wide-area-adversary",
        /// A neighbour on the local network sends keys without ever having been paired.
        Neighbour "neighbour",
        /// A neighbour on the local network sends reports in the name of a TV.
        SpoofedReports "spoofed-reports",
        /// Sessions end while commands are under way.
        EndedSessions "ended-sessions",
        /// An intruder has somebody's credentials.
        StolenCredentials "stolen-credentials",
        /// People are careless with their passwords.
        CarelessPeople "careless-people",
    }
}
