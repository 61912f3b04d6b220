//! The user's guide: chapters that open, read without a network.

use super::widgets::{Opening, say};
use super::words;
use crate::platform::{later, page};
use crate::route::Route;
use crate::ui::markup::prelude::*;
use leptos::task::spawn_local;

/// How far the guide is.
#[derive(Clone, PartialEq, Eq)]
enum Text {
    Coming,
    Missing,
    Here(String),
}

/// The guide, with the chapter of this address open.
#[component]
pub(super) fn Guide(chapter: String) -> impl IntoView {
    let words = words();
    let w = words.frame;
    let text = RwSignal::new(Text::Coming);
    spawn_local(async move {
        let found = later::guide(words.language.tag()).await;
        text.set(found.map_or(Text::Missing, Text::Here));
    });
    view! {
        <main class="page" id="main" tabindex="-1">
            <Opening eyebrow=w.guide.to_owned() sentence=w.guide_title.to_owned() tight=true>
                <a class="btn noprint" href=Route::Start.href()>
                    {w.unknown_back}
                </a>
            </Opening>
            {move || match text.get() {
                Text::Coming => ().view(),
                Text::Missing => view! { <p class="bad" role="alert">{w.guide_missing}</p> },
                Text::Here(text) => chapters(&text, &chapter),
            }}
        </main>
    }
}

/// The chapters of a guide, of which one is open: the one that is asked for, or the first.
fn chapters(text: &str, asked: &str) -> AnyView {
    let told: Vec<&str> = text.split("\n\n").collect();
    let open = told.iter().position(|chapter| chapter.split('\t').next() == Some(asked)).unwrap_or(0);
    let shown = told.iter().enumerate().map(|(place, chapter)| {
        let mut lines = chapter.lines();
        let (id, title) = lines.next().and_then(|head| head.split_once('\t')).unwrap_or_default();
        let steps = lines.map(|step| view! { <li>{say(step)}</li> }).collect_view();
        view! {
            <details class="guide" id=format!("guide-{id}") open=place == open>
                <summary>
                    <h2>{title.to_owned()}</h2>
                </summary>
                <ol>{steps}</ol>
            </details>
        }
    });
    let shown = shown.collect_view().view();
    // Where the chapter was asked for, it is where the eye is.
    if open > 0 {
        let id = format!("guide-{asked}");
        spawn_local(async move { page::reveal(&id) });
    }
    shown
}
