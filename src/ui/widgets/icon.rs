//! Icons and state marks: one sprite on the page, used by name. Shapes differ first, colours second.

use crate::ui::markup::prelude::*;

/// The drawings. `var(--paper)` cuts the inner sign out of a filled shape.
const SPRITE: &str = include_str!("sprite.svg");

/// Puts the drawings on the page, once, out of sight.
#[component]
pub fn Sprite() -> impl IntoView {
    view! { <div hidden inner_html=SPRITE></div> }
}

/// The app's own mark, a book with its ribbon.
#[component]
pub fn Book() -> impl IntoView {
    view! {
        <svg class="bar__mark" viewBox="0 0 30 34" aria-hidden="true">
            <use_ href="#i-book" />
        </svg>
    }
}

/// A drawing of the sprite; always beside words, so hidden from screen readers.
#[component]
pub fn Icon(
    /// The drawing's name in the sprite.
    name: impl IntoValue,
) -> impl IntoView {
    drawn(name.into_value().behind("#"))
}

fn drawn(href: Value) -> AnyView {
    view! {
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true">
            <use_ href=href />
        </svg>
    }
}
