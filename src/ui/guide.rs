//! The user's guide: chapters that open, read without a network.

use super::widgets::Opening;
use super::words;
use crate::platform::page;
use crate::route::Route;
use crate::ui::markup::prelude::*;
use crate::words::guide::guide;
use leptos::task::spawn_local;

/// A step with weight between pairs of `**`; a single sign there is a key, and so is Enter.
fn keyed(step: &'static str) -> AnyView {
    let parts = step.split("**").enumerate().map(|(place, part)| match (place % 2, part.chars().count()) {
        (0, _) => part.view(),
        (_, 1) => view! { <kbd>{part}</kbd> },
        _ if part == "Enter" => view! { <kbd>{part}</kbd> },
        _ => view! { <b>{part}</b> },
    });
    parts.collect::<Vec<_>>().view()
}

/// The guide, with the chapter of this address open: the one that is asked for, or the first.
#[component]
pub(super) fn Guide(chapter: String) -> impl IntoView {
    let words = words();
    let w = words.frame;
    let told = guide(words.language);
    let open = told.iter().position(|told| told.id == chapter).unwrap_or(0);
    // Where the chapter was asked for, it is where the eye is.
    if open > 0 {
        let id = format!("guide-{chapter}");
        spawn_local(async move { page::reveal(&id) });
    }
    let chapters = told.into_iter().enumerate().map(|(place, told)| {
        let steps = told.steps.into_iter().map(|step| view! { <li>{keyed(step)}</li> }).collect_view();
        view! {
            <details class="guide" id=format!("guide-{}", told.id) open=place == open>
                <summary>
                    <h2>{told.title}</h2>
                </summary>
                <ol>{steps}</ol>
            </details>
        }
    });
    view! {
        <main class="page" id="main" tabindex="-1">
            <Opening eyebrow=w.guide.to_owned() sentence=w.guide_title.to_owned() tight=true>
                <a class="btn noprint" href=Route::Start.href()>
                    {w.unknown_back}
                </a>
            </Opening>
            {chapters.collect_view()}
        </main>
    }
}
