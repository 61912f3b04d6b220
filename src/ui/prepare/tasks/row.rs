//! One task: its mark, its line, and, when opened, what done means, what often fails, who does it and until when.

use super::Look;
use super::timing::Timing;
use crate::congress::checklist::TaskState;
use crate::congress::confidence::Confidence;
use crate::congress::id::TaskId;
use crate::congress::preparation::Fact;
use crate::congress::{Change, Congress, PreparationChange, Topic};
use crate::session::Session;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, TextField};
use crate::ui::{session, words};
use crate::words::Words;
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
    today: NaiveDate,
}

/// What a row shows, and whether it is opened.
type Row = (Shown, bool);

/// The task as it is, and as its row shows it; follows what it rests on.
fn looked_at(session: Session, words: Words, id: &TaskId, look: Look, ticks_itself: bool) -> Option<Shown> {
    session.follow(&Topic::Details);
    // Only what ticks itself follows the facts.
    let facts = if ticks_itself { look.facts.get() } else { look.facts.get_untracked() };
    let today = look.today.get();
    let shown = |congress: &Congress| {
        let task = congress.checklist.task(id)?;
        let state = task.state(facts);
        Some(Shown {
            title: words.task_title(task).to_owned(),
            state,
            fact: task.template.and_then(|template| template.fact),
            who: words.task_owner(task).to_owned(),
            owner: task.owner.clone(),
            note: task.note.clone(),
            reason: task.reason.clone(),
            due: task.due,
            late: !state.is_settled() && task.due.is_some_and(|due| due < today),
            today,
        })
    };
    session.read(&Topic::Task(id.clone()), shown).flatten()
}

/// One task of the list. The list is long, so a row has one follower for all that it shows.
#[component]
pub(super) fn TaskRow(id: TaskId, look: Look) -> impl IntoView {
    let session = session();
    let words = words();
    let own = id.clone();
    let fact = session.glance(|congress| congress.checklist.task(&own)?.template?.fact).flatten();
    let ticks_itself = fact.is_some();
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| look.open.with(|open| open.as_ref() == Some(&id)))
    };
    let open = {
        let id = id.clone();
        move || look.open.set((!is_open.get_untracked()).then(|| id.clone()))
    };
    let seen = Seen::<Row>::nothing();
    let press = {
        let (id, open, seen) = (id.clone(), open.clone(), seen.clone());
        move || {
            if ticks_itself {
                // Opened, it says which fact ticks it, and where that is seen to.
                if !is_open.get_untracked() {
                    open();
                }
                return;
            }
            let is_done = seen.now(|(shown, _)| shown.state == TaskState::Done);
            let next = if is_done == Some(true) { TaskState::Todo } else { TaskState::Done };
            session.record(Change::Task { id: id.clone(), state: next });
        }
    };
    let element = format!("task-{id}");
    let own = id.clone();
    let choice = move || look.choosing.get().then(|| choice(own.clone(), look));
    let own = id.clone();
    let seeing =
        seen.look(move || Some((looked_at(session, words, &own, look, ticks_itself)?, is_open.get())));
    let facts = move || {
        is_open.get().then(|| {
            let own = id.clone();
            let shown = Memo::new(move |_| looked_at(session, words, &own, look, ticks_itself));
            view! { <Facts id=id.clone() shown=shown /> }
        })
    };
    view! {
        <li
            class="task"
            together=seeing
            class:task--open=seen.tell(|(_, is_open)| *is_open)
            data-late=seen.tell(|(shown, _)| spelled(shown.late))
            id=element
        >
            {mark(&seen, press, words)}
            {line(&seen, choice, open, words)}
            {facts}
        </li>
    }
}

fn line(seen: &Seen<Row>, choice: impl Child, open: impl Fn() + Send + 'static, words: Words) -> AnyView {
    view! {
        <div class="task__b">
            <p class="task__t">
                {choice}
                <button
                    aria-expanded=seen.tell(|(_, is_open)| spelled(*is_open))
                    on:click=move |_| open()
                    inner_text=seen.tell(|(shown, _)| shown.title.clone())
                ></button>
            </p>
            <p
                class="task__m"
                data-open=seen.tell(move |(shown, _)| shown.open_word(words))
                inner_text=seen.tell(move |(shown, _)| shown.who(words))
            ></p>
        </div>
        <p class="task__d">
            <b class="bad" inner_text=seen.tell(move |(shown, _)| shown.days_late(words))></b>
            <span class="num" inner_text=seen.tell(move |(shown, _)| shown.due(words))></span>
        </p>
    }
}

fn mark(seen: &Seen<Row>, press: impl Fn() + Send + 'static, words: Words) -> AnyView {
    view! {
        <button
            class="mark"
            data-mark=seen.tell(|(shown, _)| shown.mark())
            aria-label=seen.tell(move |(shown, _)| shown.told(words))
            aria-pressed=seen.tell(|(shown, _)| shown.pressed())
            on:click=move |_| press()
        >
            <Icon name=seen.tell(|(shown, _)| shown.mark()) />
        </button>
    }
}

impl Shown {
    fn mark(&self) -> &'static str {
        match self.state {
            TaskState::Todo if self.late => "m-late",
            TaskState::Todo => "m-todo",
            TaskState::Doing => "m-doing",
            TaskState::Waiting => "m-wait",
            TaskState::Done => "m-done",
            TaskState::NotNeeded => "m-none",
        }
    }

    /// What the mark is called.
    fn told(&self, words: Words) -> String {
        format!("{}: {}", words.task_state(self.state), self.title)
    }

    /// Whether the mark is pressed. What ticks itself is no switch.
    fn pressed(&self) -> Option<&'static str> {
        self.fact.is_none().then(|| spelled(self.state == TaskState::Done))
    }

    /// Who does it. The mark tells whether a task is done; a word stands where the mark alone would leave a question.
    fn who(&self, words: Words) -> String {
        let state = match self.state {
            TaskState::Todo | TaskState::Done => return self.who.clone(),
            other => words.task_state(other),
        };
        match self.reason.as_str() {
            "" => format!("{state} · {}", self.who),
            reason => format!("{state}: {reason}"),
        }
    }

    /// What stands before the name while the task is not done. It is there once and for all, and the mark decides
    /// whether it is seen, so that a tick changes the mark alone.
    fn open_word(&self, words: Words) -> Option<String> {
        let word = words.task_state(TaskState::Todo);
        let is_plain = matches!(self.state, TaskState::Todo | TaskState::Done);
        is_plain.then(|| if self.who.is_empty() { word.to_owned() } else { format!("{word} · ") })
    }

    /// How late it is. It stays there for a task that is settled, out of sight, so that a tick makes no element.
    fn days_late(&self, words: Words) -> String {
        let days = self.due.map_or(0, |due| (self.today - due).num_days());
        if days > 0 { words.days_late(days) } else { String::new() }
    }

    fn due(&self, words: Words) -> String {
        self.due.map(|due| words.due_seen(due, self.today)).unwrap_or_default()
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
                    <dd class="pitfall">{words.text(&template.pitfall)}</dd>
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
