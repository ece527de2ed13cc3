//! Exploration held against hand-made graphs, a naive search, stateright and a reference model.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the graphs and searches that tests are made of may stop at the first surprise, as tests do"
)]

mod commands;
mod graph;
mod known_graphs;
mod known_liveness;
mod lasso_check;
mod limits;
mod live_clauses;
mod live_graph;
mod live_naive;
mod liveness_limits;
mod naive;
mod random_graphs;
mod random_liveness;
mod random_twins;
mod random_walks;
mod reference_liveness;
mod reference_model;
#[path = "../../../../benches/src/reference/step.rs"]
mod reference_step;
mod shrinking;
mod stateright_answers;
mod stateright_models;
mod surveys;
mod twins;
mod two_phase_commit;
