//! The words that system and oracle share: parties, data, observations and rules.
