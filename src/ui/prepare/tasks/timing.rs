//! When a task is due, where it stands in its phase, and whether it stays.

use super::row::Shown;
use crate::congress::checklist::paste::offset;
use crate::congress::id::TaskId;
use crate::congress::preparation::Due;
use crate::congress::{PreparationChange, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::TextField;
use crate::ui::{session, words};
use crate::words::date::read_date;

/// The date, the place and the end of a task.
#[component]
pub(super) fn Timing(id: TaskId, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.plan;
    let wrong = RwSignal::new(false);
    let due = Signal::derive(move || {
        let due = shown.with(|shown| shown.as_ref().and_then(|shown| shown.due));
        due.map(|due| words.date(due)).unwrap_or_default()
    });
    let topic = Topic::Task(id.clone());
    let own = id.clone();
    // Whether the day stays, whether the congress set it, and whether the task is of its own.
    let kind = Memo::new(move |_| {
        session
            .read(&topic, |congress| {
                let task = congress.checklist.task(&own)?;
                let fixed = matches!(task.timing, Some(Due::On(_)));
                Some((fixed, task.timing.is_some(), task.template.is_none()))
            })
            .flatten()
            .unwrap_or_default()
    });
    let set = {
        let id = id.clone();
        move |due: Option<Due>| session.record(PreparationChange::TaskDue { id: id.clone(), due }.into())
    };
    let congress_day = move || session.glance(|congress| congress.details.date).unwrap_or_default();
    let set_day = {
        let set = set.clone();
        Callback::new(move |text: String| {
            let day = read_date(&text);
            wrong.set(day.is_none());
            if let Some(day) = day {
                let fixed = kind.get_untracked().0;
                set(Some(if fixed { Due::On(day) } else { offset(congress_day(), day) }));
            }
        })
    };
    let fix = {
        let set = set.clone();
        move |event| {
            if let Some(day) = shown.with_untracked(|shown| shown.as_ref().and_then(|shown| shown.due)) {
                let fixed = event_target_checked(&event);
                set(Some(if fixed { Due::On(day) } else { offset(congress_day(), day) }));
            }
        }
    };
    view! {
        <div class="pair">
            <TextField id=format!("due-{id}") label=w.due value=due on_commit=set_day />
            <label class="check timing__fixed">
                <input type="checkbox" prop:checked=move || kind.get().0 on:change=fix />
                <span>{w.due_fixed}</span>
            </label>
        </div>
        <Show when=move || wrong.get()>
            <p class="bad" role="alert">{format!("{}: {}", w.due, words.prepare.date_wrong)}</p>
        </Show>
        <Place id=id kind=kind />
    }
}

/// Where the task stands in its phase, whether its date is the proposed one, and whether it stays.
#[component]
fn Place(id: TaskId, kind: Memo<(bool, bool, bool)>) -> impl IntoView {
    let session = session();
    let w = words().plan;
    let reset_id = id.clone();
    let reset = move |_| {
        session.record(PreparationChange::TaskDue { id: reset_id.clone(), due: None }.into());
    };
    let remove_id = id.clone();
    let remove = move |_| {
        session.record(PreparationChange::TaskRemoved(remove_id.clone()).into());
    };
    let (up, down) = (id.clone(), id.clone());
    view! {
        <p class="timing__do">
            <button class="btn btn--link" on:click=move |_| shift(&up, true)>{w.up}</button>
            <button class="btn btn--link" on:click=move |_| shift(&down, false)>{w.down}</button>
            <Show when=move || { let (_, set, own) = kind.get(); set && !own }>
                <button class="btn btn--link" on:click=reset.clone()>{w.due_reset}</button>
            </Show>
            <Show when=move || kind.get().2>
                <button class="btn btn--link" on:click=remove.clone()>{w.remove}</button>
            </Show>
        </p>
    }
}

/// Moves a task by one place within its phase.
fn shift(id: &TaskId, up: bool) {
    let session = session();
    let before = session.glance(|congress| {
        let tasks = congress.checklist.tasks();
        let at = tasks.iter().position(|task| task.id == *id)?;
        let phase = tasks.get(at)?.phase;
        let of_phase = |place: Option<usize>| tasks.get(place?).filter(|task| task.phase == phase);
        if up {
            Some(Some(of_phase(at.checked_sub(1))?.id.clone()))
        } else {
            of_phase(at.checked_add(1))?;
            Some(of_phase(at.checked_add(2)).map(|task| task.id.clone()))
        }
    });
    if let Some(before) = before.flatten() {
        session.record(PreparationChange::TaskMoved { id: id.clone(), before }.into());
    }
}
