//! What a file with views needs: everything of Leptos, with our own names in front.

pub use super::child::Child;
pub use super::list::For;
pub use super::setting::{IntoValue, Value, spelled};
pub use super::show::Show;
pub use super::together::{Seen, looking};
pub use crate::signals::{Memo, RwSignal, Signal, apart, effect, settled};
pub use leptos::prelude::*;
pub use view_macro::view;
