//! The journal: records, how they add up, and how they are written.
//!
//! State is the fold of the union of all devices' records, ordered by (Lamport, device, sequence). Merging two
//! journals is a set union, so it is commutative, associative and idempotent. Undo is a record too.

pub mod conflict;
mod culprit;
pub mod enciphered;
pub mod export;
pub mod glance;
pub mod hidden;
pub mod kept;
pub mod key;
pub mod logbook;
pub mod outside;
pub mod record;
pub mod recovery;
pub mod reliance;
pub mod scan;
pub mod template;

pub use conflict::Conflict;
pub use export::{ExportError, Exported, MAX_BYTES};
pub use hidden::{Hidden, hidden};
pub use logbook::{Author, Logbook, Rejected};
pub use record::Record;
pub use scan::{Fault, Misfit};
