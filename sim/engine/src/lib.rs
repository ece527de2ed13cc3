//! The product of system and oracle: scopes, replay, traces and population simulation.
