//! The product of system and oracle: a space whose steps are judged.

use crate::scope::Scope;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::ControlFlow;
use vouchsafe_alphabet::{Command, Look, Observation, Part, Record, Request, Rules, Seal, Sort, Ticks};
use vouchsafe_explore::{Bits, Marks, Mask, Patches, Space, WordHasher};
use vouchsafe_oracle::books::RequestIs;
use vouchsafe_oracle::fold::{At, fold};
use vouchsafe_oracle::mode::{Checking, Ids};
use vouchsafe_oracle::shelf::Arrays;
use vouchsafe_oracle::{Books, Event, Judge, Layout, Promise, Verdicts, View};
use vouchsafe_system::{Action, Out, Refusal, Setup, World};

/// One bit for each part, trigger or witness of a promise; each in a mask of its own.
pub type Found = Mask<4>;

/// A state of the product.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// The system.
    pub world: World<Ticks>,
    /// The oracle's books.
    pub books: Arrays,
    /// The fingerprint of both.
    print: u64,
}

impl State {
    /// The state of a system with these books.
    pub fn new(world: World<Ticks>, books: Arrays) -> Self {
        let mut state = Self { world, books, print: 0 };
        state.seal();
        state
    }

    /// Takes the fingerprint, of the parts that were changed.
    fn seal(&mut self) {
        self.print = sealed(&mut self.world, &mut self.books, false);
    }

    /// The fingerprint taken anew from every part, kept fingerprints or not.
    pub fn print_anew(&self) -> u64 {
        sealed(&mut { self.world }, &mut { self.books }, true)
    }
}

/// What there is to read; the fingerprint says nothing to anybody.
impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("world", &self.world).field("books", &self.books).finish()
    }
}

/// Equal states have equal fingerprints, so the fingerprint is all that is fed to a hasher.
impl Hash for State {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.print);
    }
}

fn sealed(world: &mut World<Ticks>, books: &mut Arrays, anew: bool) -> u64 {
    let mut seal = Seal::<WordHasher>::new(anew);
    world.seal(&mut seal);
    books.seal(&mut seal);
    seal.finish()
}

impl Default for State {
    /// Parties and books as they are made, before the opening of a scope.
    fn default() -> Self {
        Self::new(World::default(), Arrays::default())
    }
}

/// Hands over each part as a patch.
struct AsPatches<'a, P>(&'a mut P);

impl<P: Patches> Look for AsPatches<'_, P> {
    #[inline(always)]
    fn part<T: Copy + 'static>(&mut self, part: &Part<T>) {
        self.0.patch(part, part.print());
    }
    #[inline(always)]
    fn parts<const N: usize>(&mut self, print: &[u8; 8]) -> bool {
        let same = self.0.patch(print, u64::from_ne_bytes(*print));
        if same {
            self.0.skip(N);
        }
        !same
    }
    #[inline(always)]
    fn word<T: Copy + Into<u64> + 'static>(&mut self, word: &T) {
        self.0.patch(word, (*word).into());
    }
}

/// A scope as a space to explore.
pub struct Product<'a> {
    pub(crate) scope: &'a Scope,
    judge: Judge<Checking>,
    layout: Layout,
    actions: Vec<Action>,
}

/// Verdicts as bits.
struct Verdict<'a> {
    layout: &'a Layout,
    marks: Marks<Found>,
    breached: Found,
}

impl Verdicts<Checking> for Verdict<'_> {
    fn triggered(&mut self, promise: usize) {
        self.marks.triggered.set(promise);
    }
    fn witnessed(&mut self, promise: usize, witness: usize) {
        self.marks.witnessed.set(self.layout.witness(promise, witness));
    }
    fn breached(&mut self, promise: usize, part: usize, _: &View<'_, Checking>) {
        self.breached.set(self.layout.part(promise, part));
    }
}

impl<'a> Product<'a> {
    /// The product of a scope with every promise.
    pub fn new(scope: &'a Scope) -> Self {
        Self::of(scope, |_| true)
    }

    /// The product of a scope with the promises that are wanted.
    pub fn of(scope: &'a Scope, wanted: impl Fn(&Promise<Checking>) -> bool) -> Self {
        let judge = Judge::new(wanted);
        let layout = Layout::new(judge.promises());
        Self { scope, judge, layout, actions: scope.setup.actions() }
    }

    /// The scope.
    pub fn scope(&self) -> &Scope {
        self.scope
    }
    /// Every promise, by number.
    pub fn promises(&self) -> &[Promise<Checking>] {
        self.judge.promises()
    }
    /// The numbers of parts and witnesses.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
    /// The part that a breached bit stands for, as `PROMISE/PART`.
    pub fn part_name(&self, bit: usize) -> Option<String> {
        let &(promise, part) = self.layout.parts().get(bit)?;
        let promise = self.promises().get(promise)?;
        Some(format!("{}/{}", promise.id, promise.parts.get(part)?.name))
    }
    /// Every input of the scope, in order.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }
    fn setup(&self) -> &Setup {
        &self.scope.setup
    }
    fn rules(&self) -> &Rules {
        &self.scope.judged
    }

    /// The first state, and what opens a log of it.
    pub fn opening(&self) -> (State, Vec<Observation>) {
        let mut out = Out::default();
        let world = self.setup().opening(&mut out);
        let mut books = Arrays::default();
        let mut verdict = self.verdict();
        for saw in &out.observations {
            self.see(&mut books, saw, &mut verdict);
        }
        (State::new(world, books), out.observations)
    }

    /// Shows what opens a log, each observation with the books before it.
    pub fn see_opening(&self, see: &mut dyn FnMut(&Arrays, &Observation)) {
        let mut out = Out::default();
        self.setup().opening::<Ticks>(&mut out);
        self.show(Arrays::default(), &out.observations, see);
    }

    /// Shows what an input shows, each observation with the books before it; nothing where it is refused.
    pub fn see_step(&self, from: &State, action: Action, see: &mut dyn FnMut(&Arrays, &Observation)) {
        let mut out = Out::default();
        if self.setup().step(&from.world, action, (), &mut out).is_err() {
            return;
        }
        let mut books = from.books;
        if action == Action::Tick {
            books.age();
        }
        self.show(books, &out.observations, see);
    }

    /// Shows every event of a step, each with the books before it; nothing where the input is refused.
    pub fn see_events(&self, from: &State, action: Action, see: &mut dyn FnMut(&Arrays, Event<'_>)) {
        let mut out = Out::default();
        if self.setup().step(&from.world, action, (), &mut out).is_err() {
            return;
        }
        let mut books = from.books;
        let ticks = action == Action::Tick;
        if ticks {
            books.age();
        }
        for saw in &out.observations {
            see(&books, Event::Saw(saw));
            fold(&mut books, saw, At { now: (), cause: (), rules: self.rules() });
        }
        if ticks {
            books.end_instant(self.rules(), &mut |books, subject| see(books, Event::InstantEnds(subject)));
        }
    }

    fn show(&self, mut books: Arrays, seen: &[Observation], see: &mut dyn FnMut(&Arrays, &Observation)) {
        for saw in seen {
            see(&books, saw);
            fold(&mut books, saw, At { now: (), cause: (), rules: self.rules() });
        }
    }

    fn verdict(&self) -> Verdict<'_> {
        Verdict { layout: &self.layout, marks: Marks::default(), breached: Found::default() }
    }

    fn see(&self, books: &mut Arrays, saw: &Observation, verdicts: &mut impl Verdicts<Checking>) {
        self.judge.saw(books, saw, self.rules(), (), verdicts);
        fold(books, saw, At { now: (), cause: (), rules: self.rules() });
    }

    /// Takes an input, and judges what it shows.
    ///
    /// # Errors
    /// The refusal of the party to which the input does not apply.
    pub fn take(
        &self,
        state: &State,
        action: Action,
        out: &mut Out,
    ) -> Result<(State, Marks<Found>, Found), Refusal> {
        let mut verdict = self.verdict();
        let next = self.take_with(state, action, out, &mut verdict)?;
        Ok((next, verdict.marks, verdict.breached))
    }

    /// Takes an input, and hands what is found of what it shows to whoever wants to know.
    ///
    /// # Errors
    /// As [`Product::take`].
    pub fn take_with(
        &self,
        state: &State,
        action: Action,
        out: &mut Out,
        verdicts: &mut impl Verdicts<Checking>,
    ) -> Result<State, Refusal> {
        if !self.setup().offers(action) {
            return Err(Refusal::SwitchedOff);
        }
        let mut next = *state;
        self.take_to(state, &mut next, action, out, verdicts).map(|()| next)
    }

    /// The same for an input that is offered, with the state after it written to `next`, which holds nothing of use
    /// where the input is refused.
    #[inline]
    fn take_to(
        &self,
        state: &State,
        next: &mut State,
        action: Action,
        out: &mut Out,
        verdicts: &mut impl Verdicts<Checking>,
    ) -> Result<(), Refusal> {
        self.setup().step_to(&state.world, &mut next.world, action, (), out)?;
        next.books.follow(&state.books);
        let books = &mut next.books;
        let ticks = action == Action::Tick;
        if ticks {
            books.age();
        }
        for saw in &out.observations {
            self.see(books, saw, verdicts);
        }
        if ticks {
            books.end_instant(self.rules(), &mut |books, subject| {
                self.judge.ended(books, subject, self.rules(), (), verdicts);
            });
        }
        for &(sort, id) in &out.retired {
            // A slot that nobody refers to any more stands for a new record from here on. Its book goes with it,
            // unless a copy is left in truth: then the system has freed a slot too early, and it stays.
            let record = Record(id);
            if sort == Sort::Record && !is_held(books, record) {
                books.close_record(record);
            }
            // Nothing is said any more of a message that was answered.
            if sort == Sort::Request {
                books.forget_inquiry(Request(id));
            }
            // What the books hold open must not be taken for a new case.
            debug_assert!(
                sort != Sort::Request || books.request(Request(id)).is == RequestIs::Closed,
                "{action:?}"
            );
            debug_assert!(sort != Sort::Command || !books.command(Command(id)).pressed.on(), "{action:?}");
        }
        next.seal();
        Ok(())
    }
}

/// Whether anybody holds a copy of the record.
fn is_held(books: &Arrays, record: Record) -> bool {
    let mut held = false;
    books.record(record).holders.each(&mut |_, ()| held = true);
    debug_assert!(!held, "a slot is freed when no copy is left");
    held
}

impl Space for Product<'_> {
    type State = State;
    type Action = Action;
    type Bits = Found;

    fn fingerprint(&self, state: &State) -> u64 {
        state.print
    }

    fn initial(
        &self,
        _: &mut Marks<Found>,
        visit: &mut impl FnMut(&State, &Found) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&self.opening().0, &Found::default())
    }

    fn successors(
        &self,
        state: &State,
        marks: &mut Marks<Found>,
        visit: &mut impl FnMut(Action, &State, &Found) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut out = Out::default();
        let mut next = *state;
        for &action in &self.actions {
            out.clear();
            let mut verdict = self.verdict();
            if self.take_to(state, &mut next, action, &mut out, &mut verdict).is_ok() {
                let Verdict { marks: raised, breached, .. } = verdict;
                marks.join(&raised);
                visit(action, &next, &breached)?;
            }
        }
        ControlFlow::Continue(())
    }

    #[inline]
    fn patches(&self, state: &State, patches: &mut impl Patches) {
        let State { world, books, print } = state;
        let mut parts = AsPatches(patches);
        world.look(&mut parts);
        books.look(&mut parts);
        parts.word(print);
    }

    fn name(&self, action: &Action) -> String {
        action.name(&self.scope.names)
    }

    fn step(&self, state: &State, action: &Action) -> Option<(State, Found)> {
        self.take(state, *action, &mut Out::default()).ok().map(|(next, _, breached)| (next, breached))
    }
}
