//! The open congress to another device: shared as a file, or shown as codes.

use super::show_codes::ShowCodes;
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};
use leptos::task::spawn_local;

/// The ways to another device.
#[component]
pub(super) fn ToDevice() -> impl IntoView {
    let session = session();
    let w = words().carry;
    let failed = RwSignal::new(false);
    let share = move |_| {
        let Some((name, text)) = session.export() else { return };
        spawn_local(async move { failed.set(!files::share(&name, &text).await) });
    };
    let text = Callback::new(move |()| session.export().map(|(_, text)| text));
    view! {
        <Head title=w.title.to_owned() />
        <p class="note">{w.how}</p>
        <p class="row">
            <Show when=files::can_share>
                <button class="btn" id="share" on:click=share>
                    <Icon name="i-arrow" />
                    {w.share}
                </button>
            </Show>
            <ShowCodes text=text />
        </p>
        <p class="bad" role="alert" id="not-shared">{move || failed.get().then_some(w.not_shared)}</p>
    }
}
