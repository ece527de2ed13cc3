//! Where verdicts flip as parameters move: two parameters over a grid, every cell explored to its end, and the
//! simplest relation between the two that says on all of the grid whether a promise holds.

mod parameter;
mod relation;

pub use parameter::{Parameter, UnknownParameter};
pub use relation::Relation;

use crate::check::{Checked, Verdict, decide};
use crate::register::Register;
use crate::scope::Scope;
use vouchsafe_explore::{Observer, Options};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

/// Two parameters and their values.
#[derive(Clone, Debug)]
pub struct Plane {
    /// The parameter that is asked about.
    pub rows: Parameter,
    /// Its values, ascending.
    pub row_values: Vec<u32>,
    /// The parameter that it is held against.
    pub columns: Parameter,
    /// Its values, ascending.
    pub column_values: Vec<u32>,
}

/// A verdict in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The verdict of all scopes together.
    pub verdict: Verdict,
    /// The length of the shortest run that breaks it.
    pub shortest: Option<u32>,
}

/// How one promise stands all over a grid.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The promise.
    pub promise: &'static str,
    /// The scopes that were asked.
    pub scopes: Vec<String>,
    /// A row for each value of the parameter that is asked about; a cell is missing where no scope takes the values.
    pub cells: Vec<Vec<Option<Cell>>>,
    /// The simplest relation that says of every cell whether the promise is shown to hold there, if there is one.
    pub relation: Option<Relation>,
}

impl Grid {
    /// Whether the verdict differs from cell to cell.
    pub fn flips(&self) -> bool {
        let cells = self.cells.iter().flatten().flatten();
        let mut verdicts: Vec<_> = cells.map(|cell| cell.verdict).collect();
        verdicts.dedup();
        verdicts.len() > 1
    }
}

/// The promises that rest on a clause which leaves this parameter open.
pub fn hang_on(parameter: &Parameter, register: &Register) -> Vec<&'static str> {
    let timer = parameter.timer();
    let leaves_open = |clause: &&'static str| {
        let clause = register.clause(clause);
        clause.is_some_and(|clause| clause.timers.iter().any(|known| Some(known.as_str()) == timer))
    };
    let every = promises::every::<Checking>();
    every.iter().filter(|promise| promise.clauses.iter().any(leaves_open)).map(|promise| promise.id).collect()
}

/// Explores every cell of the plane in the scopes that decide these promises.
///
/// `begins` is told of each cell before it is explored, by its number from 0.
pub fn over(
    plane: &Plane,
    promises_asked: &[&'static str],
    scopes: &[Scope],
    options: &Options,
    observer: &dyn Observer,
    begins: &mut dyn FnMut(u64),
) -> Vec<Grid> {
    let concerned: Vec<&Scope> =
        scopes.iter().filter(|scope| promises_asked.iter().any(|id| scope.asks(id))).collect();
    let asked: Vec<_> = promises::every::<Checking>()
        .into_iter()
        .enumerate()
        .filter(|(_, promise)| promises_asked.contains(&promise.id))
        .map(|(number, promise)| (number, promise.id))
        .collect();
    let mut grids: Vec<Grid> = asked
        .iter()
        .map(|(_, id)| Grid {
            promise: id,
            scopes: concerned.iter().filter(|scope| scope.asks(id)).map(|scope| scope.name.clone()).collect(),
            cells: Vec::new(),
            relation: None,
        })
        .collect();
    let mut number = 0;
    for &row in &plane.row_values {
        grids.iter_mut().for_each(|grid| grid.cells.push(Vec::new()));
        for &column in &plane.column_values {
            begins(number);
            number += 1;
            let set: Vec<Scope> = concerned.iter().filter_map(|scope| plane.at(scope, row, column)).collect();
            let checked: Vec<_> = set.iter().map(|scope| Checked::scope(scope, options, observer)).collect();
            for (grid, (promise, id)) in grids.iter_mut().zip(&asked) {
                let decision = decide(&checked, *promise, |scope| scope.asks(id));
                let cell = decision.map(|decision| Cell {
                    verdict: decision.verdict,
                    shortest: decision.breaches.iter().map(|(_, breach)| breach.length).min(),
                });
                if let Some(cells) = grid.cells.last_mut() {
                    cells.push(cell);
                }
            }
        }
    }
    for grid in &mut grids {
        // What is vacuous or cut short is not shown to hold.
        let shown = |cell: &Option<Cell>| cell.map(|cell| cell.verdict == Verdict::Holds);
        let of = |cells: &Vec<Option<Cell>>| cells.iter().map(shown).collect();
        let holds: Vec<Vec<Option<bool>>> = grid.cells.iter().map(of).collect();
        grid.relation = Relation::simplest(&plane.row_values, &plane.column_values, &holds);
    }
    grids
}

impl Plane {
    /// The scope with these values; nothing where it cannot be run with them.
    fn at(&self, scope: &Scope, row: u32, column: u32) -> Option<Scope> {
        let mut scope = scope.clone();
        self.columns.set(&mut scope, column);
        self.rows.set(&mut scope, row);
        scope.check().is_ok().then_some(scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;
    use vouchsafe_explore::Quiet;

    fn relation(rows: &str, columns: &str, scope: &str, promise: &'static str) -> Option<Relation> {
        let plane = Plane {
            rows: rows.parse().unwrap(),
            row_values: (1..=3).collect(),
            columns: columns.parse().unwrap(),
            column_values: (1..=3).collect(),
        };
        let scopes = [shipped::named(scope).unwrap()];
        let mut grids = over(&plane, &[promise], &scopes, &Options::default(), &Quiet, &mut |_| ());
        assert_eq!(grids.len(), 1);
        grids.remove(0).relation
    }

    #[test]
    fn a_deadline_holds_against_the_time_for_which_a_phone_is_away() {
        let found = relation("withdrawal", "offline-limit", "offline", "F30.processed-in-time");
        assert_eq!(found, Some(Relation::RowAtLeastColumn(0)));
    }

    #[test]
    fn who_takes_longer_than_is_promised_breaks_it() {
        let found = relation("retention", "played:retention", "retention", "F26.purged-in-time");
        assert_eq!(found, Some(Relation::RowAtLeastColumn(0)));
    }
}
