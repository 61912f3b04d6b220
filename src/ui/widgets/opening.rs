//! What a place opens with: one sentence that says what to do next, and the button that does it.

use super::say;
use crate::ui::markup::prelude::*;

/// The opening of a place.
#[component]
pub fn Opening(
    /// The line of context above the sentence.
    #[prop(into)]
    eyebrow: Signal<String>,
    /// The sentence; weight between pairs of `**`.
    #[prop(into)]
    sentence: Signal<String>,
    /// Less room, where the place is a tool.
    #[prop(optional)]
    tight: bool,
    /// The button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="opening" class:opening--tight=tight>
            <div>
                <p class="eyebrow">{move || eyebrow.get()}</p>
                <h1>{move || say(&sentence.get())}</h1>
            </div>
            {children.map(|children| view! { <div class="opening__do">{children()}</div> })}
        </div>
    }
}

/// A section's head: words, then a hairline to the end of the column.
#[component]
pub fn Head(
    /// The words.
    #[prop(into)]
    title: Signal<String>,
    /// What stands at the end of the line.
    #[prop(optional, into)]
    end: Signal<String>,
    /// Whether the section tells of something late.
    #[prop(optional)]
    late: bool,
) -> impl IntoView {
    view! {
        <div class="head" class:head--late=late>
            <h2>{move || title.get()}</h2>
            <span class="head__end num">{move || end.get()}</span>
        </div>
    }
}
