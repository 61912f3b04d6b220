//! A sentence whose weight stands between pairs of `**`.

use crate::ui::markup::prelude::*;

/// The sentence with its weight; every part is text, never markup.
pub fn say(text: &str) -> AnyView {
    text.split("**")
        .enumerate()
        .map(|(index, part)| {
            let part = part.to_owned();
            if index % 2 == 1 {
                view! { <b>{part}</b> }
            } else {
                part.view()
            }
        })
        .collect::<Vec<_>>()
        .view()
}
