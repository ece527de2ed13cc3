//! No run of honest parties breaches a promise, and checker, monitor and naive evaluator agree about it.

use std::sync::LazyLock;
use vouchsafe_engine::{Product, Run, Scope, ScopeKind, choices, findings, replay, shipped};

/// The most inputs of a run.
const LENGTH_MAX: usize = 200;

/// The scopes of kind deciding and pair, and then those with every topic, read once.
static SCOPES: LazyLock<Vec<Scope>> = LazyLock::new(|| {
    let populations = shipped::all().into_iter().filter(|scope| scope.kind == ScopeKind::Population);
    shipped::default_scopes().into_iter().chain(populations).collect()
});

/// The scope that the first byte chooses, and the bytes that choose its inputs.
pub fn scope(data: &[u8]) -> Option<(&'static Scope, &[u8])> {
    let (&first, rest) = data.split_first()?;
    Some((SCOPES.get(usize::from(first) % SCOPES.len().max(1))?, rest))
}

/// The run of a scope that these bytes choose, an enabled input each.
///
/// # Panics
/// Where an input that was enabled is refused.
pub fn run(product: &Product<'_>, bytes: &[u8]) -> Run {
    let length = bytes.len().min(LENGTH_MAX);
    let actions = choices::run(product, length, &mut choices::of_bytes(bytes));
    match Run::of(product, &actions) {
        Ok(run) => run,
        Err(refused) => panic!("{}: {refused}", product.scope().name),
    }
}

/// What is wrong with the run of a scope that these bytes choose, in words.
pub fn fault(scope: &Scope, bytes: &[u8]) -> Option<String> {
    let product = Product::new(scope);
    let run = run(&product, bytes);
    let parts = replay::parts(&product, &run);
    if parts.is_empty() {
        return findings::disagreement(&product, &run).map(|told| format!("{}: {told}", scope.name));
    }
    let steps: Vec<_> = run.steps.iter().map(|step| step.name.as_str()).collect();
    Some(format!("{}: the run breaks {}\n{}", scope.name, parts.join(", "), steps.join("\n")))
}

/// Runs the scope that the first byte chooses with the inputs that the others choose.
///
/// # Panics
/// Where something is breached, or the three judges differ, with the run.
pub fn honest(data: &[u8]) {
    if let Some((scope, bytes)) = scope(data)
        && let Some(fault) = fault(scope, bytes)
    {
        panic!("{fault}");
    }
}
