//! The agenda: items with planned minutes, and the clock that runs them.

pub mod template;
