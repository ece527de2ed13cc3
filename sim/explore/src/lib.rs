//! Exhaustive breadth-first exploration of a space of states, with shortest counterexamples.
