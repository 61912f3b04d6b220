//! The ways in which a file goes to another device: downloaded, shared, or shown as codes.

use super::show_codes::ShowCodes;
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Icon;
use crate::ui::words;
use leptos::task::spawn_local;

/// What is carried: a file's name and its text, made at the moment of the press.
pub(in crate::ui) type Carried = Callback<(), Option<(String, String)>>;

/// The buttons. With `name`, the file is offered as a download as well, under a button of this name.
#[component]
pub(in crate::ui) fn HandOn(file: Carried, #[prop(optional)] name: Option<&'static str>) -> impl IntoView {
    let w = words().carry;
    let failed = RwSignal::new(false);
    let share = move |_| {
        let Some((name, text)) = file.run(()) else { return };
        spawn_local(async move { failed.set(!files::share(&name, &text).await) });
    };
    let download = move |_| {
        if let Some((name, text)) = file.run(()) {
            files::download(&name, "application/json", &text);
        }
    };
    let text = Callback::new(move |()| file.run(()).map(|(_, text)| text));
    view! {
        <p class="row hand-on">
            <ShowCodes text=text />
            <Show when=files::can_share>
                <button type="button" class="btn share" on:click=share>
                    <Icon name="i-arrow" />
                    {w.share}
                </button>
            </Show>
            {name.map(|name| view! {
                <button type="button" class="btn download" on:click=download>
                    <Icon name="i-in" />
                    {name}
                </button>
            })}
        </p>
        <p class="bad not-shared" role="alert">{move || failed.get().then_some(w.not_shared)}</p>
    }
}
