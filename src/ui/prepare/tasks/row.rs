//! One task: its mark, its line, and, when opened, what done means, what often fails, who does it and until when.

use super::Look;
use super::timing::Timing;
use crate::congress::checklist::TaskState;
use crate::congress::confidence::Confidence;
use crate::congress::id::TaskId;
use crate::congress::preparation::Fact;
use crate::congress::{Change, PreparationChange, Topic};
use crate::platform::clock;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, TextField};
use crate::ui::{session, words};
use chrono::NaiveDate;

/// What a row shows.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    title: String,
    state: TaskState,
    fact: Option<Fact>,
    who: String,
    owner: String,
    note: String,
    reason: String,
    pub due: Option<NaiveDate>,
    late: bool,
}

/// One task of the list.
#[component]
pub(super) fn TaskRow(id: TaskId, look: Look) -> impl IntoView {
    let session = session();
    let words = words();
    let topic = Topic::Task(id.clone());
    let own = id.clone();
    let fact = session.glance(|congress| congress.checklist.task(&id)?.template?.fact).flatten();
    let today = clock::today();
    let shown = Memo::new(move |_| {
        session.follow(&Topic::Details);
        // Only what ticks itself follows the facts.
        let facts = if fact.is_some() { look.facts.get() } else { look.facts.get_untracked() };
        session
            .read(&topic, |congress| {
                let task = congress.checklist.task(&own)?;
                let state = task.state(facts);
                Some(Shown {
                    title: words.task_title(task).to_owned(),
                    state,
                    fact,
                    who: words.task_owner(task).to_owned(),
                    owner: task.owner.clone(),
                    note: task.note.clone(),
                    reason: task.reason.clone(),
                    due: task.due,
                    late: !state.is_settled() && task.due.is_some_and(|due| due < today),
                })
            })
            .flatten()
    });
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| look.open.with(|open| open.as_ref() == Some(&id)))
    };
    let element = format!("task-{id}");
    let late = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.late)).to_string();
    view! {
        <li class="task" class:task--open=move || is_open.get() data-late=late id=element>
            <Show when=move || shown.with(Option::is_some)>
                <Line id=id.clone() shown=shown look=look is_open=is_open />
            </Show>
        </li>
    }
}

/// The line itself. It is made once; what changes in it are texts and attributes.
#[component]
fn Line(id: TaskId, shown: Memo<Option<Shown>>, look: Look, is_open: Memo<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let title = move || shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone()));
    let state = move || shown.with(|shown| shown.as_ref().map(|shown| shown.state).unwrap_or_default());
    // What ticks itself is no switch.
    let by_itself = shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.fact.is_some()));
    let open = {
        let id = id.clone();
        move || look.open.set(if is_open.get_untracked() { None } else { Some(id.clone()) })
    };
    let tick = {
        let (id, open) = (id.clone(), open.clone());
        move |_| {
            let by_itself =
                shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.fact.is_some()));
            if by_itself {
                // Opened, it says which fact ticks it, and where that is seen to.
                if !is_open.get_untracked() {
                    open();
                }
                return;
            }
            let next = if state() == TaskState::Done { TaskState::Todo } else { TaskState::Done };
            session.record(Change::Task { id: id.clone(), state: next });
        }
    };
    let mark = Signal::derive(move || {
        mark_of(state(), shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.late)))
    });
    let told = move || format!("{}: {}", words.task_state(state()), title().unwrap_or_default());
    let pressed = move || (!by_itself).then(|| (state() == TaskState::Done).to_string());
    // The mark tells whether a task is done; a word stands where the mark alone would leave a question.
    let who = move || {
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            let state = match shown.state {
                TaskState::Todo | TaskState::Done => None,
                other => Some(words.task_state(other)),
            };
            Some(match (state, shown.reason.as_str()) {
                (None, _) => shown.who.clone(),
                (Some(state), "") => format!("{state} · {}", shown.who),
                (Some(state), reason) => format!("{state}: {reason}"),
            })
        })
    };
    let own = id.clone();
    let choice = move || look.choosing.get().then(|| choice(own.clone(), look));
    view! {
        <button class="mark" data-mark=mark aria-label=told aria-pressed=pressed on:click=tick>
            <Icon name=mark />
        </button>
        <div class="task__b">
            <p class="task__t">
                {choice}
                <button aria-expanded=move || is_open.get().to_string() on:click=move |_| open()>
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

/// The box that chooses a task among several.
fn choice(id: TaskId, look: Look) -> AnyView {
    let words = words();
    let own = id.clone();
    let chosen = move || look.chosen.with(|chosen| chosen.contains(&own));
    let turn = move |event| {
        let on = event_target_checked(&event);
        look.chosen.update(|chosen| {
            chosen.retain(|other| *other != id);
            if on {
                chosen.push(id.clone());
            }
        });
    };
    view! {
        <input class="task__choice" type="checkbox" aria-label=words.plan.choose prop:checked=chosen on:change=turn />
    }
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

/// The date. How late it is stays there for a task that is settled, out of sight, so that a tick makes no element.
#[component]
fn Due(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let due = Memo::new(move |_| shown.with(|shown| shown.as_ref().and_then(|shown| shown.due)));
    let late = move || {
        let days = (clock::today() - due.get()?).num_days();
        (days > 0).then(|| view! { <b class="bad">{words.days_late(days)}</b> })
    };
    view! {
        <p class="task__d">
            {late}
            <span class="num">{move || due.get().map(|due| words.due(due))}</span>
        </p>
    }
}

/// What stands in an opened task.
#[component]
fn Facts(id: TaskId, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let value = move |pick: fn(&Shown) -> &String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).cloned()).unwrap_or_default())
    };
    let (owner, note) = (value(|shown| &shown.owner), value(|shown| &shown.note));
    let title = value(|shown| &shown.title);
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
    let title_id = id.clone();
    let set_title = Callback::new(move |title: String| {
        let title = title.trim().to_owned();
        session.record(PreparationChange::TaskTitle { id: title_id.clone(), title }.into());
    });
    let w = words.prepare;
    view! {
        <div class="task__x">
            <Told id=id.clone() />
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
            <TextField id=format!("title-{id}") label=words.plan.title value=title on_commit=set_title />
            <Timing id=id.clone() shown=shown />
        </div>
    }
}

/// What the checklist says of the task.
#[component]
fn Told(id: TaskId) -> impl IntoView {
    let words = words();
    let w = words.prepare;
    let task = session().glance(|congress| congress.checklist.task(&id).cloned()).flatten();
    let template = task.as_ref().and_then(|task| task.template);
    let counts = task.as_ref().is_some_and(crate::congress::checklist::Task::counts_working_days);
    template.map_or_else(
        || ().view(),
        |template| {
            let mut doubts = Vec::new();
            if counts {
                doubts.push(w.working_days);
            }
            if template.offset_confidence == Confidence::Unverified {
                doubts.push(w.due_estimate);
            }
            if template.content_confidence == Confidence::Unverified {
                doubts.push(w.to_confirm);
            }
            let doubts = doubts.into_iter().map(|doubt| view! { <span class="doubt">{doubt}</span> });
            let by_itself = template.fact.map(|fact| {
                view! {
                    <dt>{words.plan.ticks_itself}</dt>
                    <dd>
                        <a href=crate::ui::prepare::gate::href_of(fact)>{words.fact(fact)}</a>
                    </dd>
                }
            });
            view! {
                <dl class="facts">
                    {by_itself}
                    <dt>{w.done_when}</dt>
                    <dd>{words.text(&template.done_when)}</dd>
                    <dt>{w.pitfall}</dt>
                    <dd class="hint">{words.text(&template.pitfall)}</dd>
                    <dt>{w.role}</dt>
                    <dd>{words.text(&template.role)}</dd>
                    <dt>{w.source}</dt>
                    <dd class="note">{words.text(&template.source)} {doubts.collect_view()}</dd>
                </dl>
            }
        },
    )
}

/// The states to choose from. One that is not needed asks why.
#[component]
fn States(id: TaskId, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let asking = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let by_itself = shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.fact.is_some()));
    let own = id.clone();
    let not_needed = move |_| {
        let change = PreparationChange::NotNeeded { id: own.clone(), reason: reason.get_untracked() };
        if session.record(change.into()) {
            asking.set(false);
        }
    };
    view! {
        <div class="seg seg--wrap" role="group" aria-label=words.prepare.state>
            {TaskState::ALL
                .into_iter()
                .filter(|state| !by_itself || *state != TaskState::Done)
                .map(|state| {
                    let id = id.clone();
                    let chosen = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.state == state));
                    view! {
                        <button
                            aria-pressed=move || chosen().to_string()
                            on:click=move |_| {
                                asking.set(state == TaskState::NotNeeded);
                                if state != TaskState::NotNeeded {
                                    session.record(Change::Task { id: id.clone(), state });
                                }
                            }
                        >
                            {words.task_state(state)}
                        </button>
                    }
                })
                .collect_view()}
        </div>
        <Show when=move || asking.get()>
            <div class="why">
                <input
                    class="field"
                    id="why-not"
                    type="text"
                    aria-label=words.plan.why_not
                    placeholder=words.plan.why_not
                    prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))
                />
                <button class="btn" id="not-needed" on:click=not_needed.clone()>
                    {words.plan.not_needed_do}
                </button>
            </div>
        </Show>
    }
}
