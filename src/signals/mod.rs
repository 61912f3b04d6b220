//! Values that are followed: set, worked out, settled first, told on one by one; what is done again when they change;
//! and values that nobody follows.
//!
//! Leptos's own, with one kind of value inside: the compiler would make their machinery anew for each kind of value.

mod apart;
mod effect;
mod follower;
mod memo;
mod settled;
mod signal;
mod unfollowed;

pub use apart::apart;
pub use effect::effect;
pub use follower::Follower;
pub use memo::Memo;
pub use settled::settled;
pub use signal::{RwSignal, Signal};
pub use unfollowed::Unfollowed;

/// What is read again when a signal in it changes: a closure in a box that carries one way to be called, not all that the
/// language has.
pub trait Read<T> {
    /// Reads it.
    fn read(&self) -> T;
}

impl<T, F: Fn() -> T> Read<T> for F {
    fn read(&self) -> T {
        self()
    }
}
