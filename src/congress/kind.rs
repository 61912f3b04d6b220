//! The kind of congress.

use serde::{Deserialize, Serialize};

/// The kind of congress: it decides which tasks apply, which agenda is proposed, and what is elected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CongressKind {
    /// A cell of nine or more full members: it elects a committee, then secretary and deputy.
    CellCommittee,
    /// A cell of fewer than nine full members: it elects a secretary and, if needed, a deputy.
    CellNoCommittee,
    /// A grassroots organisation whose members all attend.
    GrassrootsMembers,
    /// A grassroots organisation that sends delegates.
    GrassrootsDelegates,
}
