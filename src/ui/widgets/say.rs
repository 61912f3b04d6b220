//! A sentence whose weight stands between pairs of `**`.

use leptos::prelude::*;

/// The sentence with its weight; every part is text, never markup.
pub fn say(text: &str) -> impl IntoView + use<> {
    text.split("**")
        .enumerate()
        .map(|(index, part)| {
            let part = part.to_owned();
            if index % 2 == 1 { view! { <b>{part}</b> }.into_any() } else { part.into_any() }
        })
        .collect::<Vec<_>>()
}
