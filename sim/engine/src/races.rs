//! The races and attacks that are looked at: for each a scope in which it comes about, a run of honest parties
//! that goes through it, and the defects that make it harmful.

use vouchsafe_system::Defect;

/// A defect that makes a race harmful, where, and the part of a promise that it then breaks.
#[derive(Clone, Copy, Debug)]
pub struct Harm {
    /// The defect.
    pub defect: Defect,
    /// The scope in which it shows.
    pub scope: &'static str,
    /// What it breaks, as `PROMISE/PART`.
    pub breaks: &'static str,
}

/// A race or an attack.
#[derive(Clone, Copy, Debug)]
pub struct Race {
    /// Its id.
    pub id: &'static str,
    /// What happens in it.
    pub says: &'static str,
    /// A scope in which it comes about.
    pub scope: &'static str,
    /// The inputs of a run in that scope that goes through it, and in which honest parties break nothing.
    pub run: &'static [&'static str],
    /// What makes it harmful.
    pub harms: &'static [Harm],
}

macro_rules! races {
    ($($id:literal $says:literal in $scope:literal [$($input:literal),+] {
        $($defect:ident in $where:literal breaks $part:literal,)+
    })+) => {
        /// Every race, by its id.
        pub const RACES: &[Race] = &[$(Race {
            id: $id,
            says: $says,
            scope: $scope,
            run: &[$($input),+],
            harms: &[$(Harm { defect: Defect::$defect, scope: $where, breaks: $part }),+],
        }),+];
    };
}

races! {
    "R01" "A command arrives while the check of its TV is still under way."
    in "slow-check" [
        "bind(ana, tv1)", "check(tv1)", "answered(tv1)", "take-verdict(tv1)", "press(ana, tv1, volume-up)",
        "check(tv1)", "deliver(lan-command, press1, tv1)"
    ] {
        PendingIsPassed in "slow-check" breaks "F01.checked-before-operated/checked",
        LanSkipsCheck in "slow-check" breaks "F01.checked-before-operated/checked",
    }
    "R02" "A TV is bound anew, while the verdict or the co-users of the old binding are still about."
    in "slow-check" [
        "bind(ana, tv1)", "check(tv1)", "answered(tv1)", "unbind(tv1)", "bind(ana, tv1)", "take-verdict(tv1)"
    ] {
        LateVerdictAccepted in "slow-check" breaks "F01.checked-before-operated/still-valid",
        VerdictSurvivesRebind in "authenticity" breaks "F01.checked-before-operated/still-valid",
        SharesSurviveRebind in "co-users" breaks "F06.execution-has-its-press/entitled",
    }
    "R03" "A TV carries a MAC and an ID that are both known, but not as a pair."
    in "authenticity" ["bind(ana, clone)", "check(clone)"] {
        SeparateLookup in "authenticity" breaks "F02.pair-checked/pair-registered",
        LabelInsteadOfDevice in "authenticity" breaks "F02.pair-checked/own-identity",
    }
    "R04" "An answer of the registry is changed on its way, or an old one is sent again."
    in "slow-check" [
        "bind(ana, tv1)", "check(tv1)", "answered(tv1)", "copy-verdict(tv1)", "take-verdict(tv1)",
        "unbind(tv1)", "bind(ana, tv1)", "check(tv1)", "replay-verdict(tv1)", "take-verdict(tv1)"
    ] {
        OldNonceAccepted in "slow-check" breaks "F01.checked-before-operated/still-valid",
        VerdictSealUnread in "forged-verdict" breaks "F01.checked-before-operated/checked",
    }
    "R05" "The acknowledgement of an executed command is lost on the local network."
    in "control" [
        "bind(ana, tv1)", "check(tv1)", "press(ana, tv1, volume-up)", "deliver(lan-command, press1, tv1)",
        "lose(lan-ack, press1, tv1)"
    ] {
        LostAckRetriedAfresh in "control" breaks "F06.execution-has-its-press/once",
        RetryAfterExecution in "control" breaks "F06.transmission-serves-a-press/still-open",
    }
    "R06" "Two presses for one TV take two ways."
    in "press-order" [
        "bind(ana, tv1)", "check(tv1)", "press(ana, tv1, volume-up)", "leave(phone1)",
        "press(ana, tv1, volume-up)", "deliver(lan-command, press1, tv1)", "deliver(lan-ack, press1, tv1)",
        "send-next(press2)", "deliver(remote-command, press2, tv1)", "deliver(push-command, press2, tv1)"
    ] {
        NextNotHeldBack in "press-order" breaks "F06.execution-has-its-press/in-order",
    }
    "R07" "The right to a TV ends while a command is under way: by unbinding, unsharing or logging out."
    in "log-out" [
        "bind(ana, tv1)", "check(tv1)", "press(ana, tv1, volume-up)", "log-out(phone1)",
        "deliver(lan-command, press1, tv1)"
    ] {
        EndedSessionServed in "log-out" breaks "F06.execution-has-its-press/session-alive",
        UnbindIgnored in "control" breaks "F06.execution-has-its-press/entitled",
        UnshareIgnored in "co-users" breaks "F06.execution-has-its-press/entitled",
    }
    "R08" "Consent is withdrawn while a command or a report is under way."
    in "control-and-consent" [
        "bind(ana, tv1)", "check(tv1)", "press(ana, tv1, volume-up)", "withdraw(phone1, collect)",
        "process(request1)", "deliver(lan-command, press1, tv1)", "deliver(lan-ack, press1, tv1)"
    ] {
        ConsentReadAtPress in "control-and-consent" breaks "F30.nothing-after-withdrawal/no-collection",
        TvKeepsReporting in "consent" breaks "F30.nothing-after-withdrawal/no-collection",
    }
    "R09" "The permission to read the network is revoked, and the phone moves on."
    in "route" [
        "permit(phone1)", "choose(phone1, tv1)", "revoke(phone1, os)", "leave(phone1)", "choose(phone1, tv1)"
    ] {
        CachedNetwork in "route" breaks "F27.revoked-is-unread/nothing-cached",
        CachedNetwork in "route" breaks "F03.usable-route/lan-on-the-same-network",
        ReadsUnasked in "route" breaks "F27.revoked-is-unread/switch-heeded",
        RevocationMailUnread in "route" breaks "F27.revoked-is-unread/message-heeded",
    }
    "R10" "A network elsewhere has the name of the one at home."
    in "route" ["permit(phone1)", "leave(phone1)", "meet-namesake(phone1)", "choose(phone1, tv1)"] {
        NameIsEnough in "route" breaks "F03.usable-route/lan-on-the-same-network",
    }
    "R11" "The signal comes and goes near the threshold."
    in "route" [
        "permit(phone1)", "choose(phone1, tv1)", "signal(phone1)", "choose(phone1, tv1)", "signal(phone1)",
        "choose(phone1, tv1)"
    ] {
        FollowsSignal in "route" breaks "F03.usable-route/no-flapping",
    }
    "R12" "An older report arrives after a newer one, or the plugin shows what it only expects."
    in "status" [
        "bind(ana, tv1)", "report(tv1)", "arrive(lan, tv1, phone1)", "report(tv1)", "arrive(lan, tv1, phone1)",
        "arrive(relay, tv1, phone1)", "guess(phone1, tv1)"
    ] {
        OlderReportShown in "status" breaks "F04.status-truth/never-older",
        GuessAsConfirmed in "status" breaks "F04.status-truth/was-reported",
        UnlinkedStillSees in "status" breaks "F04.status-truth/viewer-linked",
    }
    "R13" "A TV is switched off, which is known by its silence alone."
    in "status" [
        "bind(ana, tv1)", "report(tv1)", "arrive(lan, tv1, phone1)", "switch(tv1)", "tick", "look(phone1, tv1)"
    ] {
        LastStateAsCurrent in "status" breaks "F04.status-truth/not-stale-as-current",
    }
    "R14" "The servers cannot be reached, and a TV that was checked is controlled over the local network."
    in "servers-down" [
        "bind(ana, tv1)", "check(tv1)", "servers-fail", "press(ana, tv1, volume-up)",
        "deliver(lan-command, press1, tv1)"
    ] {
        UnreachableMeansUnchecked in "servers-down" breaks "F01.checked-before-operated/checked",
    }
    "R15" "The owner of a TV and a co-user press at the same time."
    in "two-pressers" [
        "bind(ana, tv1)", "share(tv1, bo)", "check(tv1)", "press(ana, tv1, volume-up)",
        "press(bo, tv1, volume-up)", "deliver(lan-command, press1, tv1)", "deliver(lan-ack, press1, tv1)"
    ] {
        RecordUnderLastPresser in "two-pressers" breaks "F06.record-has-its-press/presser",
        RecordUnderOwner in "two-pressers" breaks "F06.record-has-its-press/presser",
    }
    "R16" "Somebody on the local network reports in the name of a TV."
    in "status" ["bind(ana, tv1)", "spoof(tv1, phone1)"] {
        SpoofedReportShown in "status" breaks "F04.status-truth/was-reported",
    }
    "R17" "New terms come into force in the middle of a session, and the next press accepts them and no more."
    in "control-and-terms" [
        "bind(ana, tv1)", "check(tv1)", "press(ana, tv1, volume-up)", "take-effect",
        "deliver(lan-command, press1, tv1)", "deliver(lan-ack, press1, tv1)", "press(ana, tv1, volume-up)"
    ] {
        FutureTermsAccepted in "control-and-terms" breaks "F36.acceptance-binds-to-terms-in-force/in-force",
        AcceptanceSetsCollect in "terms" breaks "F36.use-is-no-answer/was-asked",
    }
    "R18" "An intruder commands a TV with stolen credentials, and the owner ends the session meanwhile."
    in "intruder" [
        "bind(ana, tv1)", "check(tv1)", "intrude(phone2, ana)", "press-as(phone2, ana, tv1, volume-up)",
        "deliver(remote-command, press1, tv1)", "end-sessions(ana)", "deliver(push-command, press1, tv1)"
    ] {
        SessionOutlivesItsEnd in "intruder" breaks "F06.execution-has-its-press/session-alive",
        EndedSessionServed in "intruder" breaks "F06.execution-has-its-press/session-alive",
    }
}
