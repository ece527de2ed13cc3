//! The same promises judged from the whole history, quantifier by quantifier.
