//! What a person said about using or disclosing data, by class of recipient and purpose, and what that
//! decides.

use crate::history::{DataAct, Past};
use vouchsafe_alphabet::Observation::Answered;
use vouchsafe_alphabet::readings::Authorisation;
use vouchsafe_alphabet::{Answer, Category, Class, Form, Holder, Observation, Person, Purpose, Sector, Verb};

/// What an answer is about: a class of recipient and a purpose, where it names them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    class: Option<Class>,
    purpose: Option<Purpose>,
}

impl Key {
    const GENERAL: Self = Self { class: None, purpose: None };

    /// Whether all that this is about the other is about as well.
    fn within(self, other: Self) -> bool {
        let of_the_class = other.class.is_none() || self.class == other.class;
        of_the_class && (other.purpose.is_none() || self.purpose == other.purpose)
    }
}

/// An answer that counts.
#[derive(Clone, Copy)]
struct Kept {
    index: usize,
    key: Key,
    yes: bool,
}

impl Kept {
    /// Whether this, said later, takes the older answer's place.
    fn supersedes(self, older: Self) -> bool {
        let (key, old) = (self.key, older.key);
        // A yes to sharing in general speaks of those whom the sentence on sharing names, and of no others
        // (T05).
        let reaches_the_class = old.class == key.class
            || (key.class.is_none() && matches!(old.class, Some(Class::Affiliate | Class::Provider)));
        let same_or_wider = if self.yes {
            old == key || (!older.yes && old.within(key) && reaches_the_class)
        } else {
            old.within(key)
        };
        self.index > older.index && same_or_wider
    }
}

/// The answers about one verb on one category that are in effect.
pub(crate) struct Live(Vec<Kept>);

impl Live {
    /// The answer about exactly that, if there is one.
    fn at(&self, class: Option<Class>, purpose: Option<Purpose>) -> Option<bool> {
        self.0.iter().find(|kept| kept.key == Key { class, purpose }).map(|kept| kept.yes)
    }

    /// What the answers that name the class or the purpose decide.
    fn specific(&self, c: Class, q: Option<Purpose>, named: bool) -> Option<bool> {
        let own = q.and_then(|_| self.at(Some(c), q));
        let of_class = self.at(Some(c), None);
        let of_purpose = q.and_then(|_| self.at(None, q));
        if own.is_some() {
            own
        } else if of_class == Some(false) || of_purpose == Some(false) {
            Some(false)
        } else {
            (of_class == Some(true) || (of_purpose == Some(true) && named)).then_some(true)
        }
    }

    /// What the person decided about that class and purpose; `named` says whether the sentence on sharing
    /// names the recipient.
    pub(crate) fn decision(&self, c: Class, q: Option<Purpose>, named: bool) -> Option<bool> {
        self.specific(c, q, named).or_else(|| self.at(None, None).filter(|yes| !yes || named))
    }

    /// Whether the person said yes to exactly that class and purpose, or to that class at all where no
    /// purpose is known.
    pub(crate) fn agreed_in_full(&self, c: Class, q: Option<Purpose>) -> bool {
        self.0
            .iter()
            .any(|kept| kept.yes && kept.key.class == Some(c) && (q.is_none() || kept.key.purpose == q))
    }
}

/// The person's yes or no about that verb on that category, with its form.
fn said(seen: Observation, p: Person, v: Verb, k: Category) -> Option<(Key, bool, Form)> {
    let Answered { person, verbs, categories, answer, form, purpose, class } = seen else {
        return None;
    };
    let yes = match answer {
        Answer::Yes => true,
        Answer::No => false,
        Answer::NoObjection | Answer::Silence => return None,
    };
    let about = person == p && verbs.has(v) && categories.has(k);
    about.then_some((Key { class, purpose }, yes, form))
}

impl Past<'_> {
    /// What this says about that verb on that category, if it counts: a bundled yes counts only by that
    /// reading (T04), and a general answer about use is not kept here.
    fn kept(self, index: usize, seen: Observation, p: Person, v: Verb, k: Category) -> Option<Kept> {
        if v == Verb::Disclose && self.is_blanket_yes(seen, p) {
            return Some(Kept { index, key: Key::GENERAL, yes: true });
        }
        let (key, yes, form) = said(seen, p, v, k)?;
        let by_acceptance = self.rules.readings.authorisation == Authorisation::Acceptance;
        let counts = !yes || form == Form::Separate || by_acceptance;
        let of_a_kind = match v {
            Verb::Collect => false,
            Verb::Use => key.purpose.is_some(),
            Verb::Disclose => true,
        };
        (counts && of_a_kind).then_some(Kept { index, key, yes })
    }

    /// Whether a withdrawal that came after this yes was ever in force.
    fn cancelled(self, kept: Kept, p: Person, v: Verb, k: Category) -> bool {
        kept.yes && self.withdrawals(p).any(|w| w.index > kept.index && self.came_into_force(p, w, v, k))
    }

    /// The person's answers about that verb on that category that neither a later answer nor a withdrawal has
    /// taken away.
    pub(crate) fn live_answers(self, p: Person, v: Verb, k: Category) -> Live {
        let kept: Vec<_> =
            self.lines().filter_map(|(index, _, seen)| self.kept(index, seen, p, v, k)).collect();
        let superseded = |older: Kept| kept.iter().any(|later| later.supersedes(older));
        let live = kept.iter().copied().filter(|&it| !superseded(it) && !self.cancelled(it, p, v, k));
        Live(live.collect())
    }

    /// Whether the person agreed that the category is used for that purpose.
    pub(crate) fn agreed_to_use(self, p: Person, k: Category, q: Purpose) -> bool {
        let Live(answers) = self.live_answers(p, Verb::Use, k);
        let of_purpose = || answers.iter().filter(|kept| kept.key.purpose == Some(q));
        of_purpose().any(|kept| kept.yes) && !of_purpose().any(|kept| !kept.yes && kept.key.class.is_none())
    }

    /// Whether a yes to disclosing the category names the purpose, for that class or for any.
    pub(crate) fn a_yes_names(self, p: Person, k: Category, c: Class, q: Purpose) -> bool {
        let live = self.live_answers(p, Verb::Disclose, k);
        live.at(Some(c), Some(q)) == Some(true) || live.at(None, Some(q)) == Some(true)
    }

    /// Whether the sentence on sharing names recipients such as this (USE-03, USE-04, T05).
    pub(crate) fn named_by_the_sentence(self, h: Holder) -> bool {
        let it = self.introduced(h);
        it.class == Class::Provider || (it.class == Class::Affiliate && it.sector != Some(Sector::Other))
    }

    /// Whether the person agreed to this act by its purpose or by the class of its recipient.
    pub(crate) fn specifically_agreed(self, act: &DataAct) -> bool {
        match (act.verb, act.purpose, act.to) {
            (Verb::Use, Some(q), _) => self.agreed_to_use(act.person, act.category, q),
            (Verb::Disclose, q, Some(to)) => {
                let live = self.live_answers(act.person, act.verb, act.category);
                live.specific(self.class(to), q, self.named_by_the_sentence(to)) == Some(true)
            }
            (Verb::Collect | Verb::Use | Verb::Disclose, ..) => false,
        }
    }
}
