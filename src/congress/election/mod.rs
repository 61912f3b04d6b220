//! The election: rule profiles, a round, its outcome, and the proof of it.
