//! What a check explores, and which promises it asks of which scope.

use super::Check;
use crate::command::scopes::{self, Chosen};
use crate::failure::Failure;
use vouchsafe_engine::{Scope, ScopeKind, neighbour, shipped};
use vouchsafe_explore::RandomWalk;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::{Promise, promises};

/// A scope to explore.
pub(super) struct Item {
    pub(super) chosen: Chosen,
    /// Whether it was added for `--deep`.
    pub(super) wide: bool,
}

/// A promise that is asked for.
pub(super) struct Asked {
    pub(super) number: usize,
    pub(super) promise: Promise<Checking>,
    /// Whether every shipped scope that decides it is explored: then what none of them reaches is out of reach.
    pub(super) whole: bool,
    /// The scopes that are asked, by their places in the plan.
    pub(super) scopes: Vec<usize>,
}

/// The plan of a check.
pub(super) struct Plan {
    pub(super) items: Vec<Item>,
    pub(super) asked: Vec<Asked>,
    /// How to walk, where nothing is to be exhausted.
    pub(super) walk: Option<RandomWalk>,
}

impl Plan {
    /// The plan for these options.
    pub(super) fn of(options: &Check) -> Result<Self, Failure> {
        let all = promises::by_family::<Checking>();
        for id in &options.promises {
            if all.iter().all(|(_, promise)| promise.id != id) {
                let names = all.iter().map(|(_, promise)| promise.id);
                return Err(Failure::unknown("promise", id, names, "`vouchsafe list promises` lists all"));
            }
        }
        let named = |promise: &Promise<Checking>| options.promises.iter().any(|id| id == promise.id);
        let usual = shipped::default_scopes();
        let mut items = Vec::new();
        if options.scopes.is_empty() {
            let wanted = |scope: &Scope| {
                options.promises.is_empty() || options.promises.iter().any(|id| scope.asks(id))
            };
            items.extend(usual.iter().filter(|scope| wanted(scope)).cloned().map(Chosen::from));
        } else {
            items = scopes::each(&options.scopes)?;
        }
        let mut items: Vec<Item> = items.into_iter().map(|chosen| Item { chosen, wide: false }).collect();
        if options.deep {
            items.extend(wide(&items));
        }
        for item in &mut items {
            options.choices.apply(&mut item.chosen.scope)?;
        }
        let walk = options.walks.how();
        // A scope that is too large to decide anything is walked with all promises in view.
        let asks = |item: &Item, promise: &Promise<Checking>| {
            let scope = &item.chosen.scope;
            scope.asks(promise.id) || (walk.is_some() && scope.kind == ScopeKind::Population)
        };
        let listed = |promise: &Promise<Checking>| items.iter().any(|item| asks(item, promise));
        let asked = all.into_iter().filter(|(_, promise)| match options.promises.as_slice() {
            [] => options.scopes.is_empty() || listed(promise),
            _ => named(promise),
        });
        let asked = asked.map(|(number, promise)| {
            // A promise that was named is asked of every scope that was named.
            let everywhere = !options.scopes.is_empty() && named(&promise);
            let is_asked = |item: &Item| everywhere || asks(item, &promise);
            let explored = |scope: &Scope| items.iter().any(|item| item.chosen.scope.sha256 == scope.sha256);
            Asked {
                number,
                promise,
                whole: usual.iter().filter(|scope| scope.asks(promise.id)).all(explored),
                scopes: (0..items.len()).filter(|&at| items.get(at).is_some_and(is_asked)).collect(),
            }
        });
        let asked = asked.collect();
        Ok(Self { items, asked, walk })
    }

    /// Whether the scope at this place is asked about a promise.
    pub(super) fn asks(&self, place: usize, id: &str) -> bool {
        self.asked.iter().any(|asked| asked.promise.id == id && asked.scopes.contains(&place))
    }

    /// The scope at this place.
    pub(super) fn scope(&self, place: usize) -> Option<&Scope> {
        self.items.get(place).map(|item| &item.chosen.scope)
    }

    /// The names of the scopes at these places.
    pub(super) fn names(&self, places: &[usize]) -> Vec<&str> {
        places.iter().filter_map(|&place| self.scope(place)).map(|scope| scope.name.as_str()).collect()
    }
}

/// The wide scopes of those that decide.
fn wide(items: &[Item]) -> Vec<Item> {
    let deciding = items.iter().filter(|item| item.chosen.scope.kind == ScopeKind::Deciding);
    let larger = deciding.flat_map(|item| neighbour::larger(&item.chosen.scope));
    larger.map(|(_, scope)| Item { chosen: scope.into(), wide: true }).collect()
}
