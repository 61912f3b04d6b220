//! The hall screen, steered from the console: a message to the speaker, and darkness.

use super::toggle_dark;
use crate::congress::people::name::clean_name;
use crate::congress::{AgendaChange, Topic};
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};

/// The part of the console for the hall screen.
#[component]
pub(super) fn Screen() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let shown = Memo::new(move |_| {
        // It goes with the speaker whom it was for.
        session.follow(&Topic::Agenda);
        session
            .read(&Topic::Hall, |congress| (congress.agenda.message.clone(), congress.agenda.dark))
            .unwrap_or_default()
    });
    let send = Callback::new(move |text: String| {
        session.record(AgendaChange::Message(clean_name(&text)).into());
    });
    view! {
        <Head title=words.frame.hall.to_owned() />
        <p>
            <a class="hall-open" href=href(Place::Hall) target="so-tay-dai-hoi-hall">
                <Icon name="i-screen" />
                {words.frame.hall_opens}
            </a>
        </p>
        <MessageForm send=send />
        <div class="choices">
            <Ready text=w.please_conclude_hall send=send />
            <Ready text=w.speak_up send=send />
            <button
                class="btn"
                id="dark"
                aria-pressed=move || shown.get().1.to_string()
                on:click=move |_| toggle_dark(session)
            >
                {move || if shown.get().1 { w.light_again } else { w.dark }}
            </button>
        </div>
        <Show when=move || !shown.get().0.is_empty()>
            <p class="shown" id="message-shown">
                <span>{move || words.on_the_screen(&shown.get().0)}</span>
                <button class="btn btn--link" on:click=move |_| send.run(String::new())>
                    {w.take_off}
                </button>
            </p>
        </Show>
    }
}

/// A message that is often needed.
#[component]
fn Ready(text: &'static str, send: Callback<String>) -> impl IntoView {
    view! {
        <button class="btn" type="button" on:click=move |_| send.run(text.to_owned())>
            {text}
        </button>
    }
}

/// A message to write.
#[component]
fn MessageForm(send: Callback<String>) -> impl IntoView {
    let w = words().run;
    let draft = RwSignal::new(String::new());
    view! {
        <form
            class="message"
            on:submit=move |event| {
                event.prevent_default();
                send.run(draft.get_untracked());
                draft.set(String::new());
            }
        >
            <input
                class="field"
                id="message"
                autocomplete="off"
                aria-label=w.message
                placeholder=w.message
                prop:value=move || draft.get()
                on:input=move |event| draft.set(event_target_value(&event))
            />
            <button class="btn" type="submit">
                {w.send}
            </button>
        </form>
    }
}
