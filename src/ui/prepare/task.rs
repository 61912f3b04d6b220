//! One task: its mark, its line, and, when opened, what done means, what often fails, and who does it.

use crate::congress::checklist::TaskState;
use crate::congress::checklist::due::due_date;
use crate::congress::checklist::template::{ChecklistTemplate, OffsetUnit, TaskTemplate};
use crate::congress::confidence::Confidence;
use crate::congress::id::TaskId;
use crate::congress::{Change, Topic};
use crate::platform::clock;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, TextField};
use crate::ui::{session, words};
use chrono::NaiveDate;

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Shown {
    template: &'static TaskTemplate,
    state: TaskState,
    owner: String,
    note: String,
    due: Option<NaiveDate>,
}

/// One task of the list.
#[component]
pub(super) fn TaskRow(id: TaskId, open: RwSignal<Option<TaskId>>) -> impl IntoView {
    let session = session();
    let topic = Topic::Task(id.clone());
    let own = id.clone();
    let shown = Memo::new(move |_| {
        session.follow(&Topic::Details);
        session
            .read(&topic, |congress| {
                let task = congress.checklist.task(&own)?;
                let template = ChecklistTemplate::by_id(&congress.checklist.template)?.task(own.as_str())?;
                let (days, unit) = (template.offset_days, template.offset_unit);
                Some(Shown {
                    template,
                    state: task.state,
                    owner: task.owner.clone(),
                    note: task.note.clone(),
                    due: due_date(congress.details.date, days, unit, &|_| false),
                })
            })
            .flatten()
    });
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| open.with(|open| open.as_ref() == Some(&id)))
    };
    let element = format!("task-{id}");
    view! {
        <li class="task" class:task--open=move || is_open.get() id=element>
            {move || shown.get().map(|_| view! { <Line id=id.clone() shown=shown open=open is_open=is_open /> })}
        </li>
    }
}

/// The line itself. It is made once; what changes in it are texts and attributes.
#[component]
fn Line(
    id: TaskId,
    shown: Memo<Option<Shown>>,
    open: RwSignal<Option<TaskId>>,
    is_open: Memo<bool>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let title =
        move || shown.with(|shown| shown.as_ref().map(|shown| words.text(&shown.template.title).to_owned()));
    let state = move || shown.with(|shown| shown.as_ref().map(|shown| shown.state).unwrap_or_default());
    let tick = {
        let id = id.clone();
        move |_| {
            let next = if state() == TaskState::Done { TaskState::Todo } else { TaskState::Done };
            session.record(Change::Task { id: id.clone(), state: next });
        }
    };
    let turn = {
        let id = id.clone();
        move |_| open.set(if is_open.get_untracked() { None } else { Some(id.clone()) })
    };
    let mark = Signal::derive(move || mark_of(state(), is_late(shown)));
    let told = move || format!("{}: {}", words.task_state(state()), title().unwrap_or_default());
    let who = move || {
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            let who = if shown.owner.is_empty() { words.text(&shown.template.role) } else { &shown.owner };
            Some(format!("{} · {who}", words.task_state(shown.state)))
        })
    };
    view! {
        <button class="mark" data-mark=mark aria-label=told aria-pressed=move || (state() == TaskState::Done).to_string() on:click=tick>
            <Icon name=mark />
        </button>
        <div class="task__b">
            <p class="task__t">
                <button aria-expanded=move || is_open.get().to_string() on:click=turn>
                    {title}
                </button>
            </p>
            <p class="task__m">{who}</p>
        </div>
        <Due shown=shown />
        <Show when=move || is_open.get()>
            <Facts id=id.clone() shown=shown />
        </Show>
    }
}

fn is_late(shown: Memo<Option<Shown>>) -> bool {
    shown.with(|shown| {
        shown.as_ref().is_some_and(|shown| {
            !shown.state.is_settled() && shown.due.is_some_and(|due| due < clock::today())
        })
    })
}

fn mark_of(state: TaskState, late: bool) -> &'static str {
    match state {
        TaskState::Todo if late => "m-late",
        TaskState::Todo => "m-todo",
        TaskState::Doing => "m-doing",
        TaskState::Waiting => "m-wait",
        TaskState::Done => "m-done",
        TaskState::NotNeeded => "m-none",
    }
}

#[component]
fn Due(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let due = move || shown.with(|shown| shown.as_ref().and_then(|shown| shown.due));
    let late = move || {
        let days = (clock::today() - due()?).num_days();
        is_late(shown).then(|| words.days_late(days))
    };
    view! {
        <p class="task__d">
            {move || late().map(|late| view! { <b class="bad">{late}</b> })}
            <span class="num">{move || due().map(|due| words.due(due))}</span>
        </p>
    }
}

/// What stands in an opened task.
#[component]
fn Facts(id: TaskId, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let Some(first) = shown.get_untracked() else { return ().view() };
    let template = first.template;
    let value = move |pick: fn(&Shown) -> &String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).cloned()).unwrap_or_default())
    };
    let (owner, note) = (value(|shown| &shown.owner), value(|shown| &shown.note));
    let people = session.glance(|congress| {
        congress.roll.people().iter().map(|person| person.name.clone()).collect::<Vec<_>>()
    });
    let owner_id = id.clone();
    let set_owner = Callback::new(move |owner: String| {
        session.record(Change::TaskOwner { id: owner_id.clone(), owner: owner.trim().to_owned() });
    });
    let note_id = id.clone();
    let set_note = Callback::new(move |note: String| {
        session.record(Change::TaskNote { id: note_id.clone(), note: note.trim().to_owned() });
    });
    view! {
        <div class="task__x">
            <dl class="facts">
                <dt>{w.done_when}</dt>
                <dd>{words.text(&template.done_when)}</dd>
                <dt>{w.pitfall}</dt>
                <dd class="hint">{words.text(&template.pitfall)}</dd>
                <dt>{w.role}</dt>
                <dd>{words.text(&template.role)}</dd>
                <dt>{w.source}</dt>
                <dd class="note">{words.text(&template.source)} {doubts(template)}</dd>
            </dl>
            <States id=id.clone() shown=shown />
            <div class="pair">
                <TextField
                    id=format!("owner-{id}")
                    label=w.owner
                    example=w.owner_example
                    value=owner
                    offers=Signal::stored(people.unwrap_or_default())
                    on_commit=set_owner
                />
                <TextField id=format!("note-{id}") label=w.note value=note on_commit=set_note />
            </div>
        </div>
    }
}

/// What is not sure about a task, and how its days are counted.
fn doubts(template: &TaskTemplate) -> AnyView {
    let w = words().prepare;
    let mut doubts = Vec::new();
    if template.offset_unit == OffsetUnit::Working {
        doubts.push(w.working_days);
    }
    if template.offset_confidence == Confidence::Unverified {
        doubts.push(w.due_estimate);
    }
    if template.content_confidence == Confidence::Unverified {
        doubts.push(w.to_confirm);
    }
    doubts.into_iter().map(|doubt| view! { <span class="doubt">{doubt}</span> }).collect_view().view()
}

#[component]
fn States(id: TaskId, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    view! {
        <div class="seg seg--wrap" role="group" aria-label=words.prepare.state>
            {TaskState::ALL
                .map(|state| {
                    let id = id.clone();
                    let chosen = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.state == state));
                    view! {
                        <button
                            aria-pressed=move || chosen().to_string()
                            on:click=move |_| {
                                session.record(Change::Task { id: id.clone(), state });
                            }
                        >
                            {words.task_state(state)}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}
