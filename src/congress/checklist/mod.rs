//! The preparation checklist: the tasks that a kind of congress calls for, and when each is due.

pub mod due;
pub mod template;
