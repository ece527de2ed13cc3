//! The simplest relation between two parameters that says on all of a grid whether a promise holds.

use std::fmt;

/// When a promise holds, by the values of the two parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Whatever the values.
    Always,
    /// For no values.
    Never,
    /// The row's parameter is so large or larger.
    RowAtLeast(i64),
    /// The row's parameter is so large or smaller.
    RowAtMost(i64),
    /// The column's parameter is so large or larger.
    ColumnAtLeast(i64),
    /// The column's parameter is so large or smaller.
    ColumnAtMost(i64),
    /// The row's parameter is the column's and so much more, or larger.
    RowAtLeastColumn(i64),
    /// The row's parameter is the column's and so much more, or smaller.
    RowAtMostColumn(i64),
    /// Of the row's parameter both are so: so large or larger, and the column's and so much more, or larger.
    RowAtLeastBoth(i64, i64),
}

impl Relation {
    /// Whether the promise holds for these values.
    pub const fn holds(self, row: u32, column: u32) -> bool {
        let (row, column) = (row as i64, column as i64);
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::RowAtLeast(least) => row >= least,
            Self::RowAtMost(most) => row <= most,
            Self::ColumnAtLeast(least) => column >= least,
            Self::ColumnAtMost(most) => column <= most,
            Self::RowAtLeastColumn(more) => row >= column + more,
            Self::RowAtMostColumn(more) => row <= column + more,
            Self::RowAtLeastBoth(least, more) => row >= least && row >= column + more,
        }
    }

    /// The first in the order of their declaration that fits every cell; nothing where none does.
    pub fn simplest(rows: &[u32], columns: &[u32], holds: &[Vec<bool>]) -> Option<Self> {
        let fits = |relation: &Self| {
            rows.iter().zip(holds).all(|(&row, cells)| {
                columns.iter().zip(cells).all(|(&column, &so)| relation.holds(row, column) == so)
            })
        };
        Self::candidates(rows, columns).into_iter().find(fits)
    }

    fn candidates(rows: &[u32], columns: &[u32]) -> Vec<Self> {
        let row = |number: &u32| i64::from(*number);
        let apart: Vec<i64> = {
            let all = rows.iter().flat_map(|a| columns.iter().map(move |b| row(a) - row(b)));
            let mut all: Vec<i64> = all.collect();
            all.sort_by_key(|more| (more.abs(), *more));
            all.dedup();
            all
        };
        let mut all = vec![Self::Always, Self::Never];
        all.extend(rows.iter().map(row).map(Self::RowAtLeast));
        all.extend(rows.iter().map(row).map(Self::RowAtMost));
        all.extend(columns.iter().map(row).map(Self::ColumnAtLeast));
        all.extend(columns.iter().map(row).map(Self::ColumnAtMost));
        all.extend(apart.iter().copied().map(Self::RowAtLeastColumn));
        all.extend(apart.iter().copied().map(Self::RowAtMostColumn));
        let both = rows
            .iter()
            .map(row)
            .flat_map(|least| apart.iter().map(move |more| Self::RowAtLeastBoth(least, *more)));
        all.extend(both);
        all
    }

    /// In words, with the names of the two parameters.
    pub fn says(self, row: impl fmt::Display, column: impl fmt::Display) -> String {
        let with = |more: i64| match more {
            0 => column.to_string(),
            1.. => format!("{column} + {more}"),
            _ => format!("{column} - {}", more.abs()),
        };
        match self {
            Self::Always => "for all of these values".to_owned(),
            Self::Never => "for none of these values".to_owned(),
            Self::RowAtLeast(least) => format!("where {row} >= {least}, whatever {column}"),
            Self::RowAtMost(most) => format!("where {row} <= {most}, whatever {column}"),
            Self::ColumnAtLeast(least) => format!("where {column} >= {least}, whatever {row}"),
            Self::ColumnAtMost(most) => format!("where {column} <= {most}, whatever {row}"),
            Self::RowAtLeastColumn(more) => format!("where {row} >= {}", with(more)),
            Self::RowAtMostColumn(more) => format!("where {row} <= {}", with(more)),
            Self::RowAtLeastBoth(least, more) => {
                format!("where {row} >= {least} and {row} >= {}", with(more))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [u32; 4] = [0, 1, 2, 3];

    fn grid(holds: impl Fn(u32, u32) -> bool) -> Vec<Vec<bool>> {
        VALUES.iter().map(|&row| VALUES.iter().map(|&column| holds(row, column)).collect()).collect()
    }

    fn found(holds: impl Fn(u32, u32) -> bool) -> Option<Relation> {
        Relation::simplest(&VALUES, &VALUES, &grid(holds))
    }

    #[test]
    fn each_relation_is_found_from_the_grid_that_it_makes() {
        for relation in Relation::candidates(&VALUES, &VALUES) {
            let same = grid(|row, column| relation.holds(row, column));
            let found = Relation::simplest(&VALUES, &VALUES, &same).unwrap();
            assert_eq!(grid(|row, column| found.holds(row, column)), same, "{relation:?}");
        }
    }

    #[test]
    fn the_simplest_is_taken() {
        assert_eq!(found(|_, _| true), Some(Relation::Always));
        assert_eq!(found(|row, _| row >= 2), Some(Relation::RowAtLeast(2)));
        assert_eq!(found(|row, column| row > column), Some(Relation::RowAtLeastColumn(1)));
        let both = found(|row, column| row >= 1 && row >= column);
        assert_eq!(both, Some(Relation::RowAtLeastBoth(1, 0)));
    }

    #[test]
    fn what_nothing_fits_is_said() {
        assert_eq!(found(|row, column| (row + column) % 2 == 0), None);
    }

    #[test]
    fn a_relation_reads_as_an_inequality() {
        let says = |relation: Relation| relation.says("withdrawal", "offline-limit");
        assert_eq!(says(Relation::RowAtLeastColumn(1)), "where withdrawal >= offline-limit + 1");
        assert_eq!(says(Relation::RowAtMostColumn(-2)), "where withdrawal <= offline-limit - 2");
    }
}
