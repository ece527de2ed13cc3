//! Two runs side by side: a seeded leak is found with a shortest pair, and what leaks nothing passes.

use std::ops::ControlFlow;

use vouchsafe_explore::{
    Bits, Extent, Marks, Mask, Options, Quiet, Reason, Report, Secrecy, Secretive, Space, Twin, Walk,
    explore, fingerprint_of,
};

/// Where the secret gets out.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Leak {
    Nowhere,
    /// The count that is published has the secret votes in it.
    Count,
    /// It can be published only once there was a secret vote.
    Publishing,
    /// After a secret vote it can be published no more.
    Barring,
    /// A secret vote rings a bell.
    Bell,
    /// What the observer may not know at the start is published.
    Start,
}

/// A ballot. Ana votes in secret and bo openly, both as often as they like up to two times; the count of bo's
/// votes is published.
#[derive(Debug)]
struct Ballot {
    leak: Leak,
    /// Whether ana is there at all.
    ana: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Hash)]
struct Votes {
    ana: u8,
    bo: u8,
    published: bool,
    /// Known to nobody.
    seal: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Action {
    Ana,
    Bo,
    Publish,
}

impl Space for Ballot {
    type State = Votes;
    type Action = Action;
    type Bits = Mask<1>;

    fn fingerprint(&self, votes: &Votes) -> u64 {
        fingerprint_of(votes)
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&Votes, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let seals = if self.ana { 0..2 } else { 0..1 };
        for seal in seals {
            visit(&Votes { ana: 0, bo: 0, published: false, seal }, &Mask::default())?;
        }
        ControlFlow::Continue(())
    }

    fn successors(
        &self,
        votes: &Votes,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(Action, &Votes, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let nothing = Mask::default();
        if self.ana && votes.ana < 2 && !votes.published {
            visit(Action::Ana, &Votes { ana: votes.ana + 1, ..*votes }, &nothing)?;
        }
        if votes.bo < 2 && !votes.published {
            visit(Action::Bo, &Votes { bo: votes.bo + 1, ..*votes }, &nothing)?;
        }
        let may_publish = match self.leak {
            Leak::Publishing => votes.ana > 1,
            Leak::Barring => votes.ana == 0,
            Leak::Nowhere | Leak::Count | Leak::Bell | Leak::Start => true,
        };
        if !votes.published && may_publish {
            visit(Action::Publish, &Votes { published: true, ..*votes }, &nothing)?;
        }
        ControlFlow::Continue(())
    }

    fn name(&self, action: &Action) -> String {
        format!("{action:?}").to_lowercase()
    }
}

impl Secretive for Ballot {
    type Space = Self;
    type Sight = String;

    fn space(&self) -> &Self {
        self
    }

    fn is_secret(&self, action: &Action) -> bool {
        *action == Action::Ana
    }

    fn knows(&self, _: &Votes) -> String {
        "no votes".into()
    }

    fn shows(&self, _: &Votes, action: &Action, to: &Votes) -> Option<String> {
        let secret = match self.leak {
            // Only a second vote is counted, so the first pair of runs that differ is not the shortest leak.
            Leak::Count => to.ana / 2,
            Leak::Start => to.seal,
            Leak::Nowhere | Leak::Publishing | Leak::Barring | Leak::Bell => 0,
        };
        match action {
            Action::Ana => (self.leak == Leak::Bell).then(|| "a bell".into()),
            Action::Bo => None,
            Action::Publish => Some(format!("{} votes", to.bo + secret)),
        }
    }

    fn describe(&self, sight: &String) -> String {
        sight.clone()
    }
}

fn twin(leak: Leak, ana: bool) -> Twin<Ballot> {
    Twin::new(Ballot { leak, ana })
}

fn run(twin: &Twin<Ballot>) -> Report<Action, Mask<1>> {
    let report = explore(twin, &Options::default(), &Quiet);
    assert_eq!(report.extent, Extent::Exhausted);
    report
}

fn only_leak(twin: &Twin<Ballot>, bit: usize) -> Walk<Action> {
    let mut report = run(twin);
    assert_eq!(twin.secrecy(&report), Secrecy::Leaks);
    assert_eq!(report.breached, [bit].into_iter().collect());
    report.breaches.remove(0).counterexample.unwrap()
}

const BOTH: Mask<1> = Mask([0b11]);

#[test]
fn an_honest_ballot_leaks_nothing() {
    let twin = twin(Leak::Nowhere, true);
    let report = run(&twin);
    assert_eq!(twin.secrecy(&report), Secrecy::Kept);
    assert!(report.holds());
    assert_eq!((report.marks.triggered, report.marks.witnessed), (BOTH, BOTH));
}

#[test]
fn without_a_secret_nothing_is_said() {
    let twin = twin(Leak::Count, false);
    let report = run(&twin);
    assert!(report.holds());
    assert_eq!(twin.secrecy(&report), Secrecy::Vacuous);
    assert_eq!((report.marks.triggered, report.marks.witnessed), (Mask::default(), Mask::default()));
    // The pairs are then those of a run and itself.
    assert_eq!(
        report.states,
        explore(&Ballot { leak: Leak::Count, ana: false }, &Options::default(), &Quiet).states
    );
}

#[test]
fn what_was_not_compared_is_not_said_to_be_kept() {
    let twin = twin(Leak::Nowhere, true);
    let report = explore(&twin, &Options { depth_max: Some(1), ..Options::default() }, &Quiet);
    assert_eq!(twin.secrecy(&report), Secrecy::Undecided(Reason::Depth));
    let mut report = run(&twin);
    report.marks.witnessed = Mask::default();
    assert_eq!(twin.secrecy(&report), Secrecy::Untested);
}

#[test]
fn a_count_with_secret_votes_in_it_leaks() {
    let twin = twin(Leak::Count, true);
    let walk = only_leak(&twin, Twin::<Ballot>::SHOWN);
    assert_eq!(walk.actions, [Action::Ana, Action::Ana, Action::Publish]);
    assert_eq!(
        twin.tell(&walk).unwrap(),
        "         first run  second run\n\
         begin    no votes   no votes\n\
         ana      .          -\n\
         ana      .          -\n\
         publish  1 votes    0 votes  <\n"
    );
}

#[test]
fn what_becomes_possible_through_a_secret_leaks() {
    let twin = twin(Leak::Publishing, true);
    let walk = only_leak(&twin, Twin::<Ballot>::POSSIBLE);
    assert_eq!(walk.actions, [Action::Ana, Action::Ana, Action::Publish]);
    assert_eq!(twin.tell(&walk).unwrap().lines().last().unwrap(), "publish  0 votes    not possible  <");
    // The pair has stayed as it was.
    let states = walk.states(&twin).unwrap();
    assert_eq!(states[2].0, states[3].0);
}

#[test]
fn what_becomes_impossible_through_a_secret_leaks() {
    let twin = twin(Leak::Barring, true);
    let walk = only_leak(&twin, Twin::<Ballot>::POSSIBLE);
    assert_eq!(walk.actions, [Action::Ana, Action::Publish]);
    assert_eq!(twin.tell(&walk).unwrap().lines().last().unwrap(), "publish  not possible  0 votes  <");
}

#[test]
fn a_secret_that_can_be_heard_leaks_at_once() {
    let twin = twin(Leak::Bell, true);
    let walk = only_leak(&twin, Twin::<Ballot>::SHOWN);
    assert_eq!(walk.actions, [Action::Ana]);
    assert!(twin.tell(&walk).unwrap().ends_with("ana    a bell     -  <\n"));
}

#[test]
fn a_secret_of_the_beginning_leaks_too() {
    let twin = twin(Leak::Start, true);
    let walk = only_leak(&twin, Twin::<Ballot>::SHOWN);
    // The pairs are (0, 0), (0, 1), (1, 0) and (1, 1).
    assert_eq!((walk.initial, walk.actions.as_slice()), (1, [Action::Publish].as_slice()));
    assert!(twin.tell(&walk).unwrap().ends_with("publish  0 votes    1 votes  <\n"));
}

#[test]
fn a_run_that_is_none_is_not_told() {
    let walk = Walk { bit: 0, initial: 0, actions: vec![Action::Publish, Action::Bo] };
    assert_eq!(twin(Leak::Nowhere, true).tell(&walk), None);
    assert!(BOTH.has(Twin::<Ballot>::SHOWN) && BOTH.has(Twin::<Ballot>::POSSIBLE));
}

/// The reference: every run of up to five steps and that run without its secrets, one beside the other.
#[test]
fn trying_every_run_finds_the_same_leaks() {
    for leak in [Leak::Nowhere, Leak::Count, Leak::Publishing, Leak::Bell] {
        let ballot = Ballot { leak, ana: true };
        let seen = |runs: &[Action]| -> Option<Vec<String>> {
            let mut votes = Votes { ana: 0, bo: 0, published: false, seal: 0 };
            let mut seen = Vec::new();
            for action in runs {
                let (to, _) = ballot.step(&votes, action)?;
                seen.extend(ballot.shows(&votes, action, &to));
                votes = to;
            }
            Some(seen)
        };
        let mut leaks = false;
        for number in 0..3_u32.pow(5) * 6 {
            let (len, number) = (number % 6, number / 6);
            let of =
                |at: u32| [Action::Ana, Action::Bo, Action::Publish][(number / 3_u32.pow(at) % 3) as usize];
            let run: Vec<Action> = (0..len).map(of).collect();
            let purged: Vec<Action> = run.iter().filter(|action| **action != Action::Ana).copied().collect();
            if let Some(shown) = seen(&run) {
                leaks |= seen(&purged) != Some(shown);
            }
        }
        assert_eq!(leaks, leak != Leak::Nowhere, "{leak:?}");
        assert_eq!(!run(&Twin::new(ballot)).holds(), leaks);
    }
}
