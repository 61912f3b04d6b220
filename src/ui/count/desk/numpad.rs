//! The number pad for a phone: every key at least 44 pixels, the main one at the thumb.

use super::ballots::Keys;
use crate::ui::markup::prelude::*;
use crate::ui::words;

/// Up to so many names have a key each; longer lists are typed digit by digit.
const NAMED: usize = 12;

/// The pad.
#[component]
pub(super) fn Numpad(keys: Keys, names: usize) -> impl IntoView {
    let w = words().desk;
    let key = move |shown: String, typed: String| {
        view! { <button class="btn" on:click=move |_| keys.add(&typed)>{shown}</button> }
    };
    let numbers: Vec<AnyView> = if names <= NAMED {
        (1..=names).map(|number| key(number.to_string(), format!("{number} "))).collect()
    } else {
        let digits = (1..=9).chain([0]).map(|digit: u8| key(digit.to_string(), digit.to_string()));
        digits.chain([key("␣".to_owned(), " ".to_owned()), key("–".to_owned(), "-".to_owned())]).collect()
    };
    view! {
        <div class="numpad" role="group" aria-label=w.numpad>
            {numbers}
            <button class="btn numpad__word" on:click=move |_| keys.add("k")>{w.invalid}</button>
            <button class="btn numpad__word" on:click=move |_| keys.add("n")>{w.doubtful}</button>
            <button class="btn numpad__word" on:click=move |_| keys.clear()>{w.wipe}</button>
            <button class="btn numpad__word" on:click=move |_| keys.take_back()>{w.retake}</button>
            <button class=move || keys.main("btn numpad__do") on:click=move |_| keys.enter()>{w.record}</button>
        </div>
    }
}
