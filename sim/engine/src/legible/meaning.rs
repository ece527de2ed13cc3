//! What the numbers in a state stand for.

use super::Spot;
use super::tree::Tree;
use crate::scope::Scope;
use crate::story::name_of;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Category, Class, Ground, Mail, Service, Sort, Verb, Word};
use vouchsafe_system::flags;

/// The names with which a state is read.
pub(super) struct Meaning<'a> {
    pub(super) scope: &'a Scope,
    pub(super) names: &'a dyn Naming,
}

/// The sort of the ids that a field holds, or that its list is numbered by.
fn sort(field: &str) -> Option<Sort> {
    Some(match field {
        "users" | "people" | "consents" | "choices" | "files" | "taken" | "permitted" | "agreed"
        | "person" | "owner" | "guests" | "sender" | "signed_in" | "accepted" | "listed" | "told"
        | "mailed" | "posted" | "offered" | "named" | "lead" | "moved" | "served" | "cases" | "wrote"
        | "stolen" | "guardians" | "logged_out" | "shared_with" | "opened_since" | "web" | "out"
        | "spared" | "profiles" | "parts" | "gathered" | "passed_on" => Sort::Person,
        "phones" | "phone" | "permits" | "watched_by" => Sort::Phone,
        "tvs" | "tv" | "checks" | "broadcasts" | "links" | "selectors" | "displays" | "routes" | "shown" => {
            Sort::Tv
        }
        "recipients" | "papers" | "bargains" | "holders" | "unlisted" | "told_of" | "holder" | "to"
        | "reached" | "successions" | "joined" | "figures" | "parts_used" | "gathered_by" => Sort::Holder,
        "commands" | "command" | "handled" | "behind" => Sort::Command,
        "records" | "linked" | "with" => Sort::Record,
        "requests" | "outbox" | "inquiries" => Sort::Request,
        "contracts" => Sort::Contract,
        "versions" => Sort::Terms,
        _ => return None,
    })
}

/// Whether a field holds cases, which open and close.
pub(super) fn is_case(field: &str) -> bool {
    matches!(field, "commands" | "records" | "requests" | "inquiries" | "contracts")
}

/// The fields whose plain numbers are ids.
const IDS: [&str; 10] =
    ["person", "sender", "owner", "phone", "tv", "command", "holder", "to", "stolen", "behind"];

/// The sort of an id by the name of its type.
fn sort_of_type(name: &str) -> Option<Sort> {
    Some(match name {
        "Person" => Sort::Person,
        "Phone" => Sort::Phone,
        "Tv" => Sort::Tv,
        "Holder" => Sort::Holder,
        "Command" => Sort::Command,
        "Record" => Sort::Record,
        "Request" => Sort::Request,
        "Contract" => Sort::Contract,
        "Mac" => Sort::Mac,
        "DeviceId" => Sort::DeviceId,
        "Staff" => Sort::Staff,
        "Terms" => Sort::Terms,
        _ => return None,
    })
}

fn word<W: Word>(index: usize) -> Option<String> {
    W::ALL.get(index).map(|word| word.name().to_owned())
}

fn number(tree: &Tree<'_>) -> Option<u64> {
    if let Tree::Leaf(digits) = tree { digits.parse().ok() } else { None }
}

impl Meaning<'_> {
    fn id(&self, sort: Sort, id: u64) -> String {
        name_of(self.names, sort, u32::try_from(id).unwrap_or(u32::MAX))
    }

    fn kind(&self, index: usize) -> String {
        let kind = self.scope.setup.categories.iter().nth(index);
        kind.map_or_else(|| format!("category {index}"), |kind| kind.name().to_owned())
    }

    /// What the entry of a list is called.
    pub(super) fn label(&self, spot: Spot<'_>, index: usize) -> String {
        let other = || (index + 1).to_string();
        match (spot.field, spot.depth) {
            ("refused" | "barred" | "barred_and_used" | "covers", _) => {
                word::<Verb>(index).unwrap_or_else(other)
            }
            ("mail_stop", _) => word::<Mail>(index).unwrap_or_else(other),
            ("spared" | "profiles" | "parts" | "shared", _) => self.id(Sort::Holder, index as u64),
            ("agreed", 1) => self.kind(index),
            ("people", 1) => word::<Class>(index).unwrap_or_else(other),
            (field, 0) => sort(field).map_or_else(other, |sort| self.id(sort, index as u64)),
            _ => other(),
        }
    }

    /// A member of a set of small numbers.
    fn member(&self, spot: Spot<'_>, index: usize) -> String {
        let known = match spot.field {
            "grounds" => word::<Ground>(index),
            "stopped" => word::<Mail>(index),
            "subscribed" | "renewing" => word::<Service>(index),
            "agreed" => self.scope.setup.new_purposes.get(index).map(|purpose| purpose.name().to_owned()),
            "so" => flags::name(spot.owner, index).map(|flag| kebab(&flag)),
            field => sort(field).map(|sort| self.id(sort, index as u64)),
        };
        known.unwrap_or_else(|| index.to_string())
    }

    /// The value in a word or a few, where it is one that is told so; nothing within where it is not so.
    pub(super) fn word(&self, spot: Spot<'_>, tree: &Tree<'_>) -> Option<Option<String>> {
        let list = |bits: u64, name: &dyn Fn(usize) -> String| {
            let members: Vec<String> = (0..64).filter(|bit| bits >> bit & 1 == 1).map(name).collect();
            Some((!members.is_empty()).then(|| members.join(", ")))
        };
        let category = |index: usize| word::<Category>(index).unwrap_or_else(|| index.to_string());
        match tree {
            Tree::Leaf("None" | "false") => Some(None),
            Tree::Leaf("true") => Some(Some("yes".to_owned())),
            Tree::Leaf(_) => {
                let number = number(tree)?;
                match spot.field {
                    "reached" => list(number, &category),
                    "yes" | "no" if spot.owner == "Bits" => list(number, &category),
                    field if IDS.contains(&field) => Some(Some(self.id(sort(field)?, number))),
                    _ => Some((number != 0).then(|| number.to_string())),
                }
            }
            Tree::Fields("Fact", fields) => {
                let on = fields.iter().any(|(name, value)| *name == "on" && *value == Tree::Leaf("true"));
                Some(on.then(|| "yes".to_owned()))
            }
            Tree::Fields("Marked", fields) => {
                let (_, Tree::Set(members)) = fields.first()? else { return None };
                let members: Vec<String> = members.iter().map(|member| self.plain(member)).collect();
                Some((!members.is_empty()).then(|| members.join(", ")))
            }
            Tree::Fields(..) | Tree::List(_) | Tree::Set(_) => None,
            Tree::Tuple("", values) if values.is_empty() => Some(None),
            Tree::Tuple(name, values) => {
                let [value] = values.as_slice() else { return None };
                if *name == "Some" {
                    return None;
                }
                let number = number(value)?;
                match *name {
                    "Few" | "Bits" => list(number, &|index| self.member(spot, index)),
                    "Kinds" => list(number, &|index| self.kind(index)),
                    "Kind" => Some(Some(self.kind(number as usize))),
                    "Ticks" => Some(clock(number)),
                    "Withdrawal" => {
                        let verbs = (0..Verb::ALL.len()).filter(|bit| number >> bit & 1 == 1);
                        let verbs: Vec<String> = verbs.filter_map(word::<Verb>).collect();
                        Some(Some(format!("withdrawal of {}", verbs.join("+"))))
                    }
                    "Matrix" => list(number, &|bit| {
                        let (mac, id) = (bit as u64 / 8, bit as u64 % 8);
                        format!("{} with {}", self.id(Sort::Mac, mac), self.id(Sort::DeviceId, id))
                    }),
                    name => sort_of_type(name).map(|sort| Some(self.id(sort, number))),
                }
            }
        }
    }

    /// A value within a set or a tuple, in words.
    pub(super) fn plain(&self, tree: &Tree<'_>) -> String {
        match (self.word(Spot::default(), tree), tree) {
            (Some(Some(word)), _) => word,
            (Some(None), Tree::Leaf(digits)) if number(tree).is_some() => (*digits).to_owned(),
            (Some(None), _) => "none".to_owned(),
            (None, Tree::Leaf(word)) => kebab(word),
            (None, Tree::Tuple("Some", values)) => values.iter().map(|value| self.plain(value)).collect(),
            (None, tree) => format!("{tree:?}"),
        }
    }
}

/// A clock in words; nothing where it is not set.
fn clock(ticks: u64) -> Option<String> {
    let ticks = u8::try_from(ticks).ok()?;
    Some(match ticks {
        0 => return None,
        1 => "over".to_owned(),
        2 => "ends with this tick".to_owned(),
        3 => "1 tick left".to_owned(),
        more => format!("{} ticks left", more - 2),
    })
}

/// A name of the code as one on disk: `NoObjection` as `no-objection`.
pub(super) fn kebab(name: &str) -> String {
    let mut text = String::new();
    for (place, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() {
            if place > 0 && !text.ends_with(' ') {
                text.push('-');
            }
            text.push(letter.to_ascii_lowercase());
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::{Clock, Rules, Ticks};

    #[test]
    fn clocks_are_read_as_they_run() {
        let rules = Rules::default();
        let number = |clock: Ticks| {
            let text = format!("{clock:?}");
            number(&Tree::read(&text)).or_else(|| {
                let Tree::Tuple(_, values) = Tree::read(&text) else { return None };
                values.first().and_then(number)
            })
        };
        let mut running = Ticks::start((), 3, &rules);
        let mut left = Vec::new();
        for _ in 0..4 {
            left.push(clock(number(running).unwrap_or_default()));
            running.age();
        }
        let left: Vec<Option<&str>> = left.iter().map(Option::as_deref).collect();
        assert_eq!(
            left,
            [Some("3 ticks left"), Some("2 ticks left"), Some("1 tick left"), Some("ends with this tick")]
        );
        assert_eq!(clock(number(Ticks::default()).unwrap_or_default()), None);
    }
}
