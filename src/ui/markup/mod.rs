//! What views are made of: one kind of element, and every child and setting boxed into a few kinds of values.
//!
//! Leptos makes a type for each element, and the compiler makes the machinery of building, updating and removing anew
//! for each type; that was most of the app's weight. Here that machinery stands once. Whoever makes views takes
//! everything of Leptos from [`prelude`], with `view!`, `Show`, `For` and
//! the signals of our own in place of those of Leptos.

mod again;
mod child;
mod element;
mod list;
pub mod prelude;
mod put;
mod read;
mod served;
mod setting;
mod show;
mod together;

pub use child::{Child, several};
pub use element::element;
pub use setting::Place;
