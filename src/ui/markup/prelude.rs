//! What a file with views needs: everything of Leptos, with our own names in front.

pub use super::apart::apart;
pub use super::child::Child;
pub use super::list::For;
pub use super::memo::Memo;
pub use super::setting::{IntoValue, Value};
pub use super::show::Show;
pub use super::signal::{RwSignal, Signal};
pub use leptos::prelude::*;
pub use view_macro::view;
