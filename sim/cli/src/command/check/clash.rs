//! Whether a clash scope shows exactly the breaches that it was made to show.

use super::plan::Plan;
use vouchsafe_engine::check::{broken_parts, out_of_reach};
use vouchsafe_engine::{Checked, ScopeKind};

/// What a clash scope was made to show, and what it shows.
pub(super) struct Clash {
    pub(super) scope: String,
    pub(super) tensions: Vec<String>,
    /// `PROMISE/PART`, or `PROMISE/WITNESS` for a witness that cannot be reached.
    pub(super) expected: Vec<String>,
    /// Expected, and not come about.
    pub(super) absent: Vec<String>,
    /// Come about without being expected.
    pub(super) strange: Vec<String>,
    pub(super) exhausted: bool,
}

/// The clash scopes of the plan.
pub(super) fn all(plan: &Plan, checked: &[Checked<'_>]) -> Vec<Clash> {
    let clashes = plan.items.iter().zip(checked);
    let clashes = clashes.filter(|(item, _)| item.chosen.scope.kind == ScopeKind::Clash);
    clashes.map(|(_, checked)| of(checked)).collect()
}

fn of(checked: &Checked<'_>) -> Clash {
    let scope = checked.product.scope();
    let decided = |name: &str| scope.asks(name.split('/').next().unwrap_or(name));
    let mut shown: Vec<String> = broken_parts(checked).into_iter().filter(|part| decided(part)).collect();
    // Any small scope leaves witnesses out; out of reach by design are only those that are expected to be.
    shown.extend(out_of_reach(checked, &scope.expects));
    Clash {
        scope: scope.name.clone(),
        tensions: scope.tensions.clone(),
        expected: scope.expects.clone(),
        absent: scope.expects.iter().filter(|name| !shown.contains(name)).cloned().collect(),
        strange: shown.into_iter().filter(|name| !scope.expects.contains(name)).collect(),
        exhausted: checked.exhausted(),
    }
}

/// Whether one of these witnesses is expected to be out of reach.
pub(super) fn expects(clashes: &[Clash], promise: &str, missing: &[&str]) -> bool {
    let named = |witness: &&str| {
        let name = format!("{promise}/{witness}");
        clashes.iter().any(|clash| clash.expected.contains(&name) && !clash.absent.contains(&name))
    };
    missing.iter().any(named)
}
