//! Where verdicts flip as parameters move: two parameters over a grid, every cell explored to its end, and the
//! simplest relation between the two that says on all of the grid whether a promise holds.

mod parameter;
mod relation;

pub use parameter::{Parameter, UnknownParameter};
pub use relation::Relation;

use crate::check::{Explore, Verdict, decide};
use crate::register::Register;
use crate::scope::{Scope, ScopeError};
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
    /// A row for each value of the parameter that is asked about.
    pub cells: Vec<Vec<Cell>>,
    /// The simplest relation that says of every cell whether the promise is shown to hold there; nothing where there
    /// is none, or a cell was cut short.
    pub relation: Option<Relation>,
}

impl Grid {
    /// Whether the verdict differs from cell to cell.
    pub fn flips(&self) -> bool {
        let mut verdicts = self.cells.iter().flatten().map(|cell| cell.verdict);
        verdicts.next().is_some_and(|first| verdicts.any(|other| other != first))
    }
}

/// The promises that rest on a clause which leaves this parameter open.
pub fn hang_on(parameter: Parameter, register: &Register) -> Vec<&'static str> {
    let timer = parameter.timer();
    let leaves_open = |clause: &&'static str| {
        let clause = register.clause(clause);
        clause.is_some_and(|clause| clause.timers.iter().any(|known| Some(known.as_str()) == timer))
    };
    let every = promises::every::<Checking>();
    every.iter().filter(|promise| promise.clauses.iter().any(leaves_open)).map(|promise| promise.id).collect()
}

/// Explores every cell of the plane, in the scopes among these that decide one of the promises and in which both
/// parameters matter.
///
/// # Errors
/// A scope that cannot be run with the values of a cell.
pub fn over(
    plane: &Plane,
    promises_asked: &[&'static str],
    scopes: &[Scope],
    explore: &Explore<'_>,
) -> Result<Vec<Grid>, ScopeError> {
    let concerned = plane.concerned(promises_asked, scopes);
    let asked = promises::by_family::<Checking>();
    let asked = asked.into_iter().filter(|(_, promise)| promises_asked.contains(&promise.id));
    let mut grids: Vec<(usize, Grid)> = asked
        .map(|(number, promise)| {
            let scopes = concerned.iter().filter(|scope| scope.asks(promise.id));
            let scopes: Vec<String> = scopes.map(|scope| scope.name.clone()).collect();
            (number, Grid { promise: promise.id, scopes, cells: Vec::new(), relation: None })
        })
        .filter(|(_, grid)| !grid.scopes.is_empty())
        .collect();
    for &row in &plane.row_values {
        grids.iter_mut().for_each(|(_, grid)| grid.cells.push(Vec::new()));
        for &column in &plane.column_values {
            let set = concerned.iter().map(|scope| plane.at(scope, row, column));
            let set: Vec<Scope> = set.collect::<Result<_, _>>()?;
            let checked: Vec<_> = set.iter().map(explore).collect();
            for (number, grid) in &mut grids {
                let id = grid.promise;
                if let (Some(decision), Some(cells)) =
                    (decide(&checked, *number, |scope| scope.asks(id)), grid.cells.last_mut())
                {
                    let shortest = decision.breaches.iter().map(|(_, breach)| breach.length).min();
                    cells.push(Cell { verdict: decision.verdict, shortest });
                }
            }
        }
    }
    Ok(grids.into_iter().map(|(_, grid)| grid.related(plane)).collect())
}

impl Grid {
    /// How many cells were cut short.
    pub fn bounded(&self) -> usize {
        self.cells.iter().flatten().filter(|cell| cell.verdict == Verdict::Bounded).count()
    }

    /// The grid with the relation that fits it, unless a cell was cut short. What is vacuous is not shown to hold.
    fn related(mut self, plane: &Plane) -> Self {
        if self.bounded() > 0 {
            return self;
        }
        let shown = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.verdict == Verdict::Holds).collect();
        let holds: Vec<Vec<bool>> = self.cells.iter().map(shown).collect();
        self.relation = Relation::simplest(&plane.row_values, &plane.column_values, &holds);
        self
    }
}

impl Plane {
    /// The scopes among these that are explored for one of the promises.
    pub fn concerned<'a>(&self, promises: &[&str], scopes: &'a [Scope]) -> Vec<&'a Scope> {
        let decides = |scope: &&Scope| promises.iter().any(|id| scope.asks(id));
        let matters = |scope: &&Scope| self.rows.matters_in(scope) && self.columns.matters_in(scope);
        scopes.iter().filter(decides).filter(matters).collect()
    }

    /// The scope with these values.
    fn at(&self, scope: &Scope, row: u32, column: u32) -> Result<Scope, ScopeError> {
        let mut scope = scope.clone();
        self.columns.set(&mut scope, column);
        self.rows.set(&mut scope, row);
        scope.check()?;
        Ok(scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checked, shipped};
    use vouchsafe_explore::{Options, Quiet};

    fn swept(
        rows: &str,
        values: std::ops::RangeInclusive<u32>,
        columns: &str,
        scope: &str,
        promise: &'static str,
    ) -> Result<Vec<Grid>, ScopeError> {
        let plane = Plane {
            rows: rows.parse().unwrap(),
            row_values: values.collect(),
            columns: columns.parse().unwrap(),
            column_values: (1..=3).collect(),
        };
        let scopes = [shipped::named(scope).unwrap()];
        over(&plane, &[promise], &scopes, &|scope| Checked::scope(scope, &Options::default(), &Quiet))
    }

    fn relation(rows: &str, columns: &str, scope: &str, promise: &'static str) -> Option<Relation> {
        let mut grids = swept(rows, 1..=3, columns, scope, promise).unwrap();
        assert_eq!(grids.len(), 1);
        grids.remove(0).relation
    }

    #[test]
    fn a_value_that_no_clock_can_hold_is_refused_and_never_left_out() {
        let refused = swept("withdrawal", 83..=84, "offline-limit", "offline", "F30.processed-in-time");
        assert!(matches!(refused, Err(ScopeError::Rules { .. })), "{refused:?}");
    }

    #[test]
    fn a_scope_in_which_a_parameter_does_not_matter_is_not_asked() {
        let grids = swept("withdrawal", 1..=3, "offline-limit", "consent", "F30.processed-in-time");
        assert!(grids.unwrap().is_empty());
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
