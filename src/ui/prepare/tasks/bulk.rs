//! Many tasks marked at once.

use super::Look;
use crate::congress::PreparationChange;
use crate::congress::checklist::TaskState;
use crate::congress::id::TaskId;
use crate::congress::preparation::MAX_AT_ONCE;
use crate::ui::markup::prelude::*;
use crate::ui::{session, words};

/// What can be done with the chosen tasks.
#[component]
pub(super) fn Bulk(
    look: Look,
    /// The tasks that are listed, whether on the page yet or not.
    listed: Signal<Vec<TaskId>>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.plan;
    let all = move |_| look.chosen.set(untrack(move || listed.get()));
    let mark = move |state: TaskState| {
        let chosen = look.chosen.get_untracked();
        // What ticks itself is left to its fact, and what stands behind a gate is marked alone.
        let by_hand = session.glance(|congress| {
            let free = |id: &&TaskId| {
                let template = congress.checklist.task(id).and_then(|task| task.template);
                state != TaskState::Done
                    || template.is_none_or(|template| template.fact.is_none() && template.gate.is_none())
            };
            chosen.iter().filter(free).take(MAX_AT_ONCE).cloned().collect::<Vec<_>>()
        });
        let ids = by_hand.unwrap_or_default();
        if session.record(PreparationChange::TasksMarked { ids, state }.into()) {
            look.chosen.set(Vec::new());
            look.choosing.set(false);
        }
    };
    let states = [TaskState::Todo, TaskState::Doing, TaskState::Waiting, TaskState::Done];
    let button = move |state: TaskState| {
        view! {
            <button class="btn" on:click=move |_| mark(state) disabled=move || look.chosen.with(Vec::is_empty)>
                {words.task_state(state)}
            </button>
        }
    };
    view! {
        <Show when=move || look.choosing.get()>
            <div class="bulk" role="group" aria-label=w.choose>
                <p class="num" role="status">{move || words.chosen(look.chosen.with(Vec::len))}</p>
                <button class="btn btn--link" id="choose-all" on:click=all>
                    {w.choose_all}
                </button>
                <span>{w.mark_as}</span>
                {states.map(button).collect_view()}
            </div>
        </Show>
    }
}
