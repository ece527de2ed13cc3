//! Safeguards: the guards of honest parties that keep promises, and which of them a defect takes away.

use super::defective;
use crate::product::{Product, State};
use crate::scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_explore::{Observer, Options, Step, Surveyor, survey};
use vouchsafe_system::{Action, Defect, Defects, Out, Refusal};

/// Which defects take which guards away: those that let something pass, in a state that honest parties come to,
/// which the guard refuses there.
pub type Freed = BTreeMap<Refusal, BTreeSet<Defect>>;

/// Looks in a scope which guards these defects take away.
pub fn freed(scope: &Scope, defects: &[Defect], options: &Options, observer: &dyn Observer) -> Freed {
    let scopes: Vec<Scope> = defects.iter().map(|&defect| defective(scope, Defects::one(defect))).collect();
    let product = Product::new(scope);
    let mut look = Look {
        product: &product,
        defective: defects.iter().copied().zip(scopes.iter().map(Product::new)).collect(),
        refused: Freed::new(),
        freed: Freed::new(),
        out: Out::default(),
    };
    survey(&product, options, observer, &mut look);
    for (refusal, _) in look.refused {
        look.freed.entry(refusal).or_default();
    }
    look.freed
}

/// Looks at each refusal whether a defect would lift it.
struct Look<'a> {
    product: &'a Product<'a>,
    defective: Vec<(Defect, Product<'a>)>,
    refused: Freed,
    freed: Freed,
    out: Out,
}

impl Look<'_> {
    fn passes(out: &mut Out, product: &Product<'_>, state: &State, action: Action) -> bool {
        out.clear();
        product.take(state, action, out).is_ok()
    }
}

impl Surveyor<Product<'_>> for Look<'_> {
    fn expand(&mut self, _: u32, state: &State) {
        for &action in self.product.actions() {
            self.out.clear();
            let Err(refusal) = self.product.take(state, action, &mut self.out) else { continue };
            if !refusal.is_safeguard() {
                continue;
            }
            self.refused.entry(refusal).or_default();
            let by = self.freed.entry(refusal).or_default();
            for (defect, product) in &self.defective {
                if !by.contains(defect) && Self::passes(&mut self.out, product, state, action) {
                    by.insert(*defect);
                }
            }
        }
    }

    fn step(&mut self, _: &Step<'_, Product<'_>>) {}
}
