//! Tasks of the congress's own: written or pasted, one a line.

use super::roman;
use crate::congress::PreparationChange;
use crate::congress::checklist::paste::read_tasks;
use crate::platform::clock;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Dialog;
use crate::ui::{session, words};
use crate::words::date::read_date;

/// The dialog that adds tasks to a phase: that which is shown alone, or else the first.
#[component]
pub(super) fn AddTasks(open: RwSignal<bool>, phase: RwSignal<Option<usize>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.plan;
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let chosen = RwSignal::new(0);
    effect(move || chosen.set(phase.get().unwrap_or(0)));
    let read = move || {
        let place = chosen.get();
        let phase =
            session.glance(|congress| Some(congress.checklist.source()?.phases.get(place)?.id.clone()));
        let phase = phase.flatten().unwrap_or_default();
        let day = session.glance(|congress| congress.details.date).unwrap_or_else(clock::today);
        read_tasks(&text.get(), &phase, day, &read_date)
    };
    let found = Memo::new(move |_| read().len());
    let none = move || found.get() == 0;
    let add = move |_| {
        let change = PreparationChange::TasksAdded(untrack(read)).into();
        match session.admits(&change) {
            Ok(()) => {
                if session.record(change) {
                    text.set(String::new());
                    open.set(false);
                }
            }
            Err(refusal) => error.set(Some(words.refusal(&refusal))),
        }
    };
    view! {
        <Dialog open=open title=w.add_title.to_owned() close=words.frame.cancel>
            <ChoosePhase chosen=chosen />
            <Lines text=text error=error />
            <p class="num" id="tasks-found" role="status">
                {move || if none() { w.add_none.to_owned() } else { words.tasks(found.get()) }}
            </p>
            {move || error.get().map(|error| view! { <p class="bad" role="alert">{error}</p> })}
            <div class="dialog__do">
                <button
                    class="btn btn--main"
                    id="add-tasks-do"
                    disabled=none
                    aria-describedby="tasks-found"
                    on:click=add
                >
                    {w.add_do}
                </button>
            </div>
        </Dialog>
    }
}

/// Where the tasks are written, one a line.
#[component]
fn Lines(text: RwSignal<String>, error: RwSignal<Option<String>>) -> impl IntoView {
    let w = words().plan;
    view! {
        <div class="ask__field dialog__text">
            <label for="new-tasks">{w.add_tasks}</label>
            <p class="note" id="add-note">{w.add_note}</p>
        </div>
        <textarea
            class="field field--say"
            id="new-tasks"
            rows="8"
            aria-describedby="add-note"
            prop:value=move || text.get()
            on:input=move |event| {
                error.set(None);
                text.set(event_target_value(&event));
            }
        ></textarea>
    }
}

/// The titles of the phases.
fn phases() -> Vec<String> {
    let words = words();
    let phases = session().glance(|congress| {
        let source = congress.checklist.source();
        let phases = source.map(|source| source.phases.as_slice()).unwrap_or_default();
        phases.iter().map(|phase| words.text(&phase.title).to_owned()).collect()
    });
    phases.unwrap_or_default()
}

/// The phase that new tasks come to, by its place.
#[component]
fn ChoosePhase(chosen: RwSignal<usize>) -> impl IntoView {
    let w = words().plan;
    let titles = phases();
    let offered = titles.clone();
    let choose = move |event| {
        let title = event_target_value(&event);
        if let Some(place) = titles.iter().position(|name| *name == title) {
            chosen.set(place);
        }
    };
    let option = move |(index, title): (usize, String)| {
        let name = format!("{}. {title}", roman(index));
        view! { <option value=title prop:selected=move || chosen.get() == index>{name}</option> }
    };
    view! {
        <label class="ask__field">
            <span>{w.add_phase}</span>
            <select class="field" id="add-phase" on:change=choose>
                {offered.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
