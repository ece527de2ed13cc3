//! The matrix of every defect in the usual scopes.

use vouchsafe_engine::matrix::{Honest, Hunt, Summary, each, hunt};
use vouchsafe_engine::{Scope, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::defects::{Row, TABLE};

/// Hunts each defect in the scopes that tell of it by its row, and in those that are wanted besides.
pub(crate) fn matrix(besides: impl Fn(&Honest) -> bool) -> Summary {
    let (alone, scopes) = (Options::default(), shipped::default_scopes());
    let mut honest: Vec<Option<Honest>> = vec![None; scopes.len()];
    each(&scopes, 2, |scope| Some(Honest::of(scope, &alone, &Quiet)), |at, found| honest[at] = Some(found));
    let honest: Vec<Honest> = honest.into_iter().flatten().collect();
    let field: Vec<(&Scope, &Honest)> = scopes.iter().zip(&honest).collect();
    let mut jobs: Vec<(&Row, &Scope, &Honest)> = Vec::new();
    // In the order of the scopes, in which the shortest story comes from the first.
    for &(scope, honest) in &field {
        let tells = |row: &&Row| honest.is_told_of(row, scope) || besides(honest);
        jobs.extend(TABLE.iter().filter(tells).map(|row| (row, scope, honest)));
    }
    let mut hunts: Vec<Option<Hunt>> = vec![None; jobs.len()];
    each(
        &jobs,
        2,
        |(row, scope, honest)| Some(hunt(scope, honest, &[row.defect], &alone, &Quiet)),
        |at, hunt| hunts[at] = Some(hunt),
    );
    let hunts: Vec<Hunt> = hunts.into_iter().flatten().collect();
    Summary::of(&TABLE.iter().collect::<Vec<_>>(), &hunts, &field)
}
