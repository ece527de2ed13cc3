//! The past as seen from one moment, and the facts that every family reads from it.

use vouchsafe_alphabet::Observation::{
    Collected, Disclosed, GuardianReported, Introduced, LawAllows, LawDemands, LoggedIn, Moved, Opened,
    Pressed, Resides, Used, Viewed, Withdrew,
};
use vouchsafe_alphabet::readings::Affiliate;
use vouchsafe_alphabet::{
    Category, Class, Holder, Observation, Person, ProviderKind, Purpose, Regime, Request, Rules, Sector, Set,
    Source, Verb,
};

/// An observation with its time in milliseconds since the start of the log.
pub type Timed = (u64, Observation);

/// How a recipient was last introduced.
#[derive(Clone, Copy)]
pub(crate) struct Introduction {
    /// What it is to the vendor; an outsider where nobody introduced it.
    pub(crate) class: Class,
    /// Whether it works for the vendor.
    pub(crate) for_vendor: bool,
    /// The kinds of provider that it is, where they were declared.
    pub(crate) kinds: Option<Set<ProviderKind>>,
    /// The sector in which it is active, where that was declared.
    pub(crate) sector: Option<Sector>,
}

/// What can be seen at one moment: the lines so far, and the time.
#[derive(Clone, Copy)]
pub(crate) struct Past<'a> {
    /// Deadlines and readings to judge by.
    pub(crate) rules: &'a Rules,
    /// The lines so far, in order.
    pub(crate) log: &'a [Timed],
    /// The time in milliseconds.
    pub(crate) now: u64,
}

impl<'a> Past<'a> {
    /// Just before the line with this index, at that line's time; past the last line, this moment itself.
    pub(crate) fn before(self, index: usize) -> Self {
        let now = self.log.get(index).map_or(self.now, |(at, _)| *at);
        Self { log: self.log.get(..index).unwrap_or(self.log), now, ..self }
    }

    /// Just after the first `count` lines, at the time of the last of them.
    pub(crate) fn first(self, count: usize) -> Self {
        let log = self.log.get(..count).unwrap_or(self.log);
        Self { log, now: log.last().map_or(0, |(at, _)| *at), ..self }
    }

    /// The end of an instant: every line up to and including it, and no time after it.
    pub(crate) fn end_of(self, instant: u64) -> Self {
        let count = self.log.iter().take_while(|(at, _)| *at <= instant).count();
        Self { now: instant, ..self.first(count) }
    }

    /// Every line with its index and time.
    pub(crate) fn lines(self) -> impl DoubleEndedIterator<Item = (usize, u64, Observation)> + 'a {
        self.log.iter().enumerate().map(|(index, &(at, seen))| (index, at, seen))
    }

    /// The lines from this index on.
    pub(crate) fn from(
        self,
        start: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, u64, Observation)> + 'a {
        self.lines().filter(move |(index, ..)| *index >= start)
    }

    /// Whether some line is like this.
    pub(crate) fn ever(self, like: impl Fn(Observation) -> bool) -> bool {
        self.lines().any(|(.., seen)| like(seen))
    }

    /// Whether some line is like this at its own moment.
    pub(crate) fn ever_then(self, like: impl Fn(Self, Observation) -> bool) -> bool {
        self.latest_then(like).is_some()
    }

    /// Whether some line after that index is like this.
    pub(crate) fn after(self, index: usize, like: impl Fn(Observation) -> bool) -> bool {
        self.from(index + 1).any(|(.., seen)| like(seen))
    }

    /// The index of the latest line like this.
    pub(crate) fn latest(self, like: impl Fn(Observation) -> bool) -> Option<usize> {
        self.lines().rev().find(|(.., seen)| like(*seen)).map(|(index, ..)| index)
    }

    /// The index of the latest line that is like this at its own moment.
    pub(crate) fn latest_then(self, like: impl Fn(Self, Observation) -> bool) -> Option<usize> {
        self.lines().rev().find(|(index, _, seen)| like(self.before(*index), *seen)).map(|(index, ..)| index)
    }

    /// What the latest line that says something says.
    pub(crate) fn latest_saying<T>(self, says: impl Fn(Observation) -> Option<T>) -> Option<T> {
        self.lines().rev().find_map(|(.., seen)| says(seen))
    }

    /// The last lawful millisecond of a deadline.
    pub(crate) fn due(self, at: u64, units: u32) -> u64 {
        self.rules.due_ms(at, units)
    }

    /// Whether a deadline that began at that time is over; one of no units is over at once.
    pub(crate) fn over(self, at: u64, units: u32) -> bool {
        units == 0 || self.now > self.due(at, units)
    }

    // ---- Who is who.

    /// How the recipient was last introduced.
    pub(crate) fn introduced(self, h: Holder) -> Introduction {
        self.latest_saying(|seen| {
            if let Introduced { by, class, for_vendor, kinds, sector } = seen
                && by == h
            {
                Some(Introduction { class, for_vendor, kinds, sector })
            } else {
                None
            }
        })
        .unwrap_or(Introduction {
            class: Class::Outside,
            for_vendor: false,
            kinds: None,
            sector: None,
        })
    }

    /// What the recipient is to the vendor.
    pub(crate) fn class(self, h: Holder) -> Class {
        self.introduced(h).class
    }

    /// Whether the holder is the vendor or, unless they are third parties, one of its affiliates (T07).
    pub(crate) fn we(self, h: Holder) -> bool {
        let inside = self.rules.readings.affiliate == Affiliate::Inside;
        h == Holder::VENDOR || (inside && self.class(h) == Class::Affiliate)
    }

    /// Whether the holder is one of us or works for the vendor (WDC-05).
    pub(crate) fn controlled(self, h: Holder) -> bool {
        self.we(h) || self.introduced(h).for_vendor
    }

    /// Whether the holder is a provider.
    pub(crate) fn provider(self, h: Holder) -> bool {
        !self.we(h) && self.class(h) == Class::Provider
    }

    /// What the person's law takes for direct marketing.
    pub(crate) fn law(self, p: Person) -> Regime {
        self.latest_saying(|seen| {
            if let Resides { person, law, .. } = seen
                && person == p
            {
                Some(law)
            } else if let Moved { person, law, .. } = seen
                && person == p
            {
                law
            } else {
                None
            }
        })
        .unwrap_or(Regime::Consent)
    }

    /// Whether the person is a minor in truth.
    pub(crate) fn minor(self, p: Person) -> bool {
        self.latest_saying(|seen| {
            if let Resides { person, minor, .. } = seen
                && person == p
            {
                Some(minor)
            } else {
                None
            }
        })
        .unwrap_or(false)
    }

    /// Whether the person used any product before.
    pub(crate) fn used_product(self, p: Person) -> bool {
        self.ever(|seen| is_product_use(seen, p))
    }

    /// What is done with a person's data by this, where the vendor controls it.
    pub(crate) fn controlled_act(self, seen: Observation) -> Option<DataAct> {
        data_act(seen).filter(|act| self.controlled(act.by))
    }
}

/// Whether the person uses a product by this.
pub(crate) fn is_product_use(seen: Observation, p: Person) -> bool {
    matches!(
        seen,
        Opened { person, .. } | LoggedIn { person, .. } | Viewed { person, .. } | Pressed { person, .. }
            if person == p
    )
}

/// Whether this opens a request with that id, and so replaces an older one.
pub(crate) fn opens(seen: Observation, q: Request) -> bool {
    matches!(
        seen,
        Withdrew { request, .. }
            | LawDemands { request, .. }
            | LawAllows { request, .. }
            | GuardianReported { request, .. }
            if request == q
    )
}

/// Something done with a person's data.
pub(crate) struct DataAct {
    /// What is done.
    pub(crate) verb: Verb,
    /// Whose data it is.
    pub(crate) person: Person,
    /// Which data it is.
    pub(crate) category: Category,
    /// Who does it.
    pub(crate) by: Holder,
    /// To whom the data goes, where it is disclosed.
    pub(crate) to: Option<Holder>,
    /// What it is done for; a collection may leave that open.
    pub(crate) purpose: Option<Purpose>,
    /// Whether the person handed the data over, which is an explicit act.
    pub(crate) handed_over: bool,
}

/// The act on data that this is, if it is one.
pub(crate) fn data_act(seen: Observation) -> Option<DataAct> {
    if let Collected { person, category, by, source, purpose, .. } = seen {
        let handed_over = source == Source::Submitted;
        Some(DataAct { verb: Verb::Collect, person, category, by, to: None, purpose, handed_over })
    } else if let Used { person, category, by, purpose, .. } = seen {
        let purpose = Some(purpose);
        Some(DataAct { verb: Verb::Use, person, category, by, to: None, purpose, handed_over: false })
    } else if let Disclosed { person, category, by, to, purpose, .. } = seen {
        let (to, purpose) = (Some(to), Some(purpose));
        Some(DataAct { verb: Verb::Disclose, person, category, by, to, purpose, handed_over: false })
    } else {
        None
    }
}
