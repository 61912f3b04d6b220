//! The passphrase of a backup file: given when one is downloaded, asked for when one is opened.

use crate::platform::cipher;
use crate::session::{Enciphered, MIN_PASSPHRASE, passphrase};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Icon};
use crate::ui::{session, words};
use leptos::ev::SubmitEvent;
use leptos::task::spawn_local;

/// The download with a passphrase; where the browser does not encipher, why not.
#[component]
pub(super) fn WithPassphrase() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.passphrase;
    let open = RwSignal::new(false);
    let state = RwSignal::new(Asked::default());
    let make = Callback::new(move |written: String| {
        if passphrase(&written).chars().count() < MIN_PASSPHRASE {
            state.set(Asked { busy: false, error: words.short_passphrase() });
            return;
        }
        state.set(Asked { busy: true, error: String::new() });
        spawn_local(async move {
            let made = session.download_enciphered(&written).await;
            let error = if made { String::new() } else { w.failed.to_owned() };
            state.set(Asked { busy: false, error });
            open.set(!made);
        });
    });
    if !cipher::is_known() {
        return view! { <p class="note" id="no-passphrase">{w.absent}</p> };
    }
    let ask = move |_| {
        state.set(Asked::default());
        open.set(true);
    };
    view! {
        <p class="row">
            <button class="btn" on:click=ask>
                <Icon name="i-in" />
                {w.with}
            </button>
        </p>
        <Dialog open=open title=w.title.to_owned() close=words.frame.cancel>
            <p class="dialog__note">{w.warning}</p>
            <Ask fresh=true state=state act=w.with busy=w.making on_given=make />
        </Dialog>
    }
    .view()
}

/// Asks for the passphrase of a file that was chosen, and hands on the plain file in it.
#[component]
pub(super) fn Decipher(file: Enciphered, on_opened: Callback<String>) -> impl IntoView {
    let session = session();
    let w = words().passphrase;
    let state = RwSignal::new(Asked::default());
    let open = Callback::new(move |written: String| {
        let file = file.clone();
        state.set(Asked { busy: true, error: String::new() });
        spawn_local(async move {
            match session.decipher(&file, &written).await {
                Some(text) => on_opened.run(text),
                None => state.set(Asked { busy: false, error: w.wrong.to_owned() }),
            }
        });
    });
    view! {
        <p>{w.asks}</p>
        <Ask fresh=false state=state act=w.open busy=w.working on_given=open />
    }
}

/// How it stands with a passphrase that was asked for.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) busy: bool,
    pub(super) error: String,
}

/// The field, whether it is shown, and the one button.
#[component]
pub(super) fn Ask(
    fresh: bool,
    state: RwSignal<Asked>,
    act: &'static str,
    busy: &'static str,
    on_given: Callback<String>,
) -> impl IntoView {
    let w = words().passphrase;
    let written = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let give = move |event: SubmitEvent| {
        event.prevent_default();
        if !state.get_untracked().busy {
            on_given.run(written.get_untracked());
        }
    };
    let is_busy = move || state.get().busy;
    let wrong = move || (!state.get().error.is_empty()).then_some("true");
    view! {
        <form class="ask__field" on:submit=give>
            <label for="passphrase">{w.field}</label>
            <input
                class="field"
                id="passphrase"
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=if fresh { "new-password" } else { "off" }
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=wrong
                aria-describedby="passphrase-error"
                on:input=move |event| written.set(event_target_value(&event))
            />
            <label class="check">
                <input type="checkbox" on:change=move |_| shown.update(|shown| *shown = !*shown) />
                {w.show}
            </label>
            <p class="bad" role="alert" id="passphrase-error">
                {move || state.get().error}
            </p>
            <div class="dialog__do">
                <button type="submit" class="btn btn--main" disabled=is_busy>
                    {move || if is_busy() { busy } else { act }}
                </button>
            </div>
        </form>
    }
}
