//! One task: its mark, its line, and, when opened, what done means, what often fails, who does it and until when.

use super::Look;
use super::timing::Timing;
use crate::congress::checklist::{Task, TaskState};
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

/// What a tick changes in a row.
#[derive(PartialEq)]
struct Mark {
    title: String,
    state: TaskState,
    /// It ticks itself, and is no switch.
    ticks_itself: bool,
    late: bool,
}

/// What a tick leaves in a row as it is.
#[derive(PartialEq)]
struct Line {
    title: String,
    /// What stands before the name while the task is not done; nothing where a word says the state.
    open_word: Option<String>,
    who: String,
    due: Option<NaiveDate>,
    today: NaiveDate,
    is_open: bool,
}

/// A row as it was seen last, in two parts: only the values of the one that came out different are made anew.
#[derive(Clone)]
struct Row {
    mark: Seen<Mark>,
    line: Seen<Line>,
}

/// What stands in an opened task.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    title: String,
    state: TaskState,
    fact: Option<Fact>,
    owner: String,
    note: String,
    pub due: Option<NaiveDate>,
}

/// Reads the task, its state and the day; follows what they rest on.
fn looked_at<R>(
    (session, look): (Session, Look),
    id: &TaskId,
    ticks_itself: bool,
    pick: impl FnOnce(&Task, TaskState, NaiveDate) -> R,
) -> Option<R> {
    session.follow(&Topic::Details);
    // Only what ticks itself follows the facts.
    let facts = if ticks_itself { look.facts.get() } else { look.facts.get_untracked() };
    let today = look.today.get();
    let picked = |congress: &Congress| {
        let task = congress.checklist.task(id)?;
        Some(pick(task, task.state(facts), today))
    };
    session.read(&Topic::Task(id.clone()), picked).flatten()
}

impl Shown {
    fn of(task: &Task, state: TaskState, words: Words) -> Self {
        Self {
            title: words.task_title(task).to_owned(),
            state,
            fact: task.template.and_then(|template| template.fact),
            owner: task.owner.clone(),
            note: task.note.clone(),
            due: task.due,
        }
    }
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
    let row = Row { mark: Seen::nothing(), line: Seen::nothing() };
    let press = {
        let (id, open, mark) = (id.clone(), open.clone(), row.mark.clone());
        move || {
            if ticks_itself {
                // Opened, it says which fact ticks it, and where that is seen to.
                if !is_open.get_untracked() {
                    open();
                }
                return;
            }
            let is_done = mark.now(|mark| mark.state == TaskState::Done);
            let next = if is_done == Some(true) { TaskState::Todo } else { TaskState::Done };
            session.record(Change::Task { id: id.clone(), state: next });
        }
    };
    let element = format!("task-{id}");
    let own = id.clone();
    let choice = move || look.choosing.get().then(|| choice(own.clone(), look));
    let own = id.clone();
    let seen = row.clone();
    let seeing = looking(move || {
        let is_open = is_open.get();
        let see = |task: &Task, state, today| seen.see(task, state, (today, is_open), words);
        looked_at((session, look), &own, ticks_itself, see).unwrap_or_default()
    });
    let facts = move || {
        is_open.get().then(|| {
            let own = id.clone();
            let shown = move |task: &Task, state, _| Shown::of(task, state, words);
            let shown = Memo::new(move |_| looked_at((session, look), &own, ticks_itself, shown));
            view! { <Facts id=id.clone() shown=shown /> }
        })
    };
    view! {
        <li
            class="task"
            together=seeing
            class:task--open=row.line.tell(|line| line.is_open)
            data-late=row.mark.tell(|mark| spelled(mark.late))
            id=element
        >
            {mark(&row.mark, press, words)}
            {line(&row.line, choice, open, words)}
            {facts}
        </li>
    }
}

fn line(seen: &Seen<Line>, choice: impl Child, open: impl Fn() + Send + 'static, words: Words) -> AnyView {
    view! {
        <div class="task__b">
            <p class="task__t">
                {choice}
                <button
                    aria-expanded=seen.tell(|line| spelled(line.is_open))
                    on:click=move |_| open()
                    inner_text=seen.tell(|line| line.title.clone())
                ></button>
            </p>
            <p
                class="task__m"
                data-open=seen.tell(|line| line.open_word.clone())
                inner_text=seen.tell(|line| line.who.clone())
            ></p>
        </div>
        <p class="task__d">
            <b class="bad" inner_text=seen.tell(move |line| line.days_late(words))></b>
            <span class="num" inner_text=seen.tell(move |line| line.due(words))></span>
        </p>
    }
}

fn mark(seen: &Seen<Mark>, press: impl Fn() + Send + 'static, words: Words) -> AnyView {
    view! {
        <button
            class="mark"
            data-mark=seen.tell(Mark::name)
            aria-label=seen.tell(move |mark| mark.told(words))
            aria-pressed=seen.tell(Mark::pressed)
            on:click=move |_| press()
        >
            <Icon name=seen.tell(Mark::name) />
        </button>
    }
}

impl Row {
    /// Looks at the task as it is now; says whether the row shows something else than before.
    fn see(&self, task: &Task, state: TaskState, (today, is_open): (NaiveDate, bool), words: Words) -> bool {
        let title = words.task_title(task);
        let mark = Mark {
            title: title.to_owned(),
            state,
            ticks_itself: task.template.is_some_and(|template| template.fact.is_some()),
            late: !state.is_settled() && task.due.is_some_and(|due| due < today),
        };
        let line = Line {
            title: title.to_owned(),
            open_word: open_word(task, state, words),
            who: who(task, state, words),
            due: task.due,
            today,
            is_open,
        };
        // Both are looked at, whatever came out of the first one.
        self.mark.see(mark) | self.line.see(line)
    }
}

/// Who does it. The mark tells whether a task is done; a word stands where the mark alone would leave a question.
fn who(task: &Task, state: TaskState, words: Words) -> String {
    let who = words.task_owner(task);
    let word = match state {
        TaskState::Todo | TaskState::Done => return who.to_owned(),
        other => words.task_state(other),
    };
    match task.reason.as_str() {
        "" => format!("{word} · {who}"),
        reason => format!("{word}: {reason}"),
    }
}

/// What stands before the name while the task is not done. It is there once and for all, and the mark decides whether it is
/// seen, so that a tick changes the mark alone.
fn open_word(task: &Task, state: TaskState, words: Words) -> Option<String> {
    let word = words.task_state(TaskState::Todo);
    let is_plain = matches!(state, TaskState::Todo | TaskState::Done);
    is_plain.then(|| if words.task_owner(task).is_empty() { word.to_owned() } else { [word, " · "].concat() })
}

impl Mark {
    /// The drawing.
    fn name(&self) -> &'static str {
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

    /// Whether it is pressed.
    fn pressed(&self) -> Option<&'static str> {
        (!self.ticks_itself).then(|| spelled(self.state == TaskState::Done))
    }
}

impl Line {
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
    let counts = task.as_ref().is_some_and(Task::counts_working_days);
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
