//! Correcting one person of the roll.

use crate::congress::Change;
use crate::congress::id::PersonId;
use crate::congress::people::name::clean_name;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Icon};
use crate::ui::{session, words};

/// The dialog that corrects a name, or takes somebody off the roll.
#[component]
pub(super) fn PersonDialog(editing: RwSignal<Option<PersonId>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    effect(move || {
        if let Some(id) = editing.get() {
            let known =
                session.glance(|congress| congress.roll.person(&id).map(|person| person.name.clone()));
            name.set(known.flatten().unwrap_or_default());
            error.set(None);
            open.set(true);
        }
    });
    effect(move || {
        if !open.get() {
            editing.set(None);
        }
    });
    let act = move |change: Change| match session.admits(&change) {
        Ok(()) => {
            session.record(change);
            open.set(false);
        }
        Err(refusal) => error.set(Some(words.refusal(&refusal))),
    };
    let save = move |_| {
        if let Some(id) = editing.get_untracked() {
            act(Change::PersonRenamed { id, name: clean_name(&name.get_untracked()) });
        }
    };
    let remove = move |_| {
        if let Some(id) = editing.get_untracked() {
            act(Change::PersonRemoved(id));
        }
    };
    view! {
        <Dialog open=open title=w.edit_person.to_owned() close=words.frame.cancel>
            <label for="person-name">{w.person_name}</label>
            <input
                class="field field--say"
                id="person-name"
                autocomplete="off"
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
            />
            {move || error.get().map(|error| view! { <p class="bad" role="alert">{error}</p> })}
            <div class="dialog__do">
                <button class="btn btn--main" on:click=save>
                    {w.save_name}
                </button>
                <button class="btn" on:click=remove>
                    <Icon name="i-trash" />
                    {w.remove}
                </button>
            </div>
        </Dialog>
    }
}
