//! The tasks: what to do next, then everything by urgency, phase, role, week or person.

mod add;
mod bulk;
mod groups;
mod handed;
mod row;
mod timing;
mod whole;

pub(in crate::ui) use whole::timeline;

use super::{Tabs, facts};
use crate::congress::Topic;
use crate::congress::checklist::Task;
use crate::congress::checklist::plan::{Progress, Urgency};
use crate::congress::id::TaskId;
use crate::congress::preparation::FactSet;
use crate::platform::page;
use crate::route::Place;
use crate::session::Session;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, Opening, painted};
use crate::ui::{session, today, words};
use crate::words::Words;
use add::AddTasks;
use bulk::Bulk;
use chrono::NaiveDate;
use groups::{By, Group, grouped};
use handed::Handed;
use row::TaskRow;
use whole::Whole;

/// How many rows are shown at first, and how many more at each press.
const PAGE: usize = 200;
/// How many of them are drawn before the place is painted: more than a window shows.
const IN_SIGHT: usize = 40;

/// How the list is looked at. Not part of the congress.
#[derive(Clone, Copy)]
struct Look {
    /// The task that is opened.
    open: RwSignal<Option<TaskId>>,
    /// The phase that is shown alone.
    phase: RwSignal<Option<usize>>,
    /// What the tasks are grouped by.
    by: RwSignal<By>,
    /// What is looked for.
    wanted: RwSignal<String>,
    /// Whether several tasks are being chosen.
    choosing: RwSignal<bool>,
    /// The chosen ones.
    chosen: RwSignal<Vec<TaskId>>,
    /// The facts that hold.
    facts: RwSignal<FactSet>,
    /// How many rows are shown.
    most: RwSignal<usize>,
    /// Whether the place was painted, and so what is out of sight is drawn.
    painted: RwSignal<bool>,
    /// The day on which it is looked at; the next one after midnight.
    today: RwSignal<NaiveDate>,
}

/// The tasks.
#[component]
pub(in crate::ui) fn Tasks() -> impl IntoView {
    let look = Look {
        open: RwSignal::new(None),
        phase: RwSignal::new(None),
        by: RwSignal::new(By::Urgency),
        wanted: RwSignal::new(String::new()),
        choosing: RwSignal::new(false),
        chosen: RwSignal::new(Vec::new()),
        facts: facts(),
        most: RwSignal::new(PAGE),
        painted: painted(),
        today: today(),
    };
    let groups = grouped(look);
    let listed = Signal::derive(move || {
        groups.with(|groups| groups.iter().flat_map(|group| group.tasks.iter().cloned()).collect::<Vec<_>>())
    });
    let Told { next, unsure, phases } = told(look);
    view! {
        <NextTask look=look next=next />
        <Tabs here=Place::Tasks />
        <Phases look=look phases=phases.clone() />
        <UnsureOfHolidays unsure=unsure />
        <div class="cols">
            <div>
                <Tools look=look />
                <Bulk look=look listed=listed />
                <Groups look=look groups=groups />
            </div>
            <aside>
                <Show when=move || look.painted.get()>
                    <Whole look=look phases=phases.clone() />
                    <Handed />
                </Show>
            </aside>
        </div>
    }
}

/// The roman numeral of a phase.
fn roman(index: usize) -> &'static str {
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].get(index).copied().unwrap_or_default()
}

/// What is said of all tasks together. Every tick asks for it, and so it is one look at them.
#[derive(Clone, Default, PartialEq)]
struct Sums {
    /// The task that comes next.
    next: Option<Named>,
    /// What has to be held against the days off that are announced each year.
    unsure: Option<Named>,
    /// How far each phase is.
    phases: Vec<Progress>,
}

/// A task that a sentence names.
#[derive(Clone, PartialEq)]
struct Named {
    id: TaskId,
    title: String,
    due: Option<NaiveDate>,
    /// By how many days it is late.
    late: Option<i64>,
    today: NaiveDate,
}

impl Named {
    fn of(task: &Task, facts: FactSet, today: NaiveDate, words: Words) -> Self {
        let late = match task.urgency(facts, today) {
            Urgency::Late(days) => Some(days),
            _ => None,
        };
        let title = words.task_title(task).to_owned();
        Self { id: task.id.clone(), title, due: task.due, late, today }
    }

    fn due(&self, words: Words) -> String {
        self.due.map(|due| words.due_seen(due, self.today)).unwrap_or_default()
    }
}

/// The same, told on one by one: a tick moves one phase, and the next task now and then.
#[derive(Clone)]
struct Told {
    next: RwSignal<Option<Named>>,
    unsure: RwSignal<Option<Named>>,
    phases: Vec<RwSignal<Progress>>,
}

fn sums(session: Session, words: Words, look: Look) -> Sums {
    let (facts, today) = (look.facts.get(), look.today.get());
    session.follow(&Topic::Tasks);
    let named = |task: &Task| Named::of(task, facts, today, words);
    let sums = session.read(&Topic::Checklist, |congress| {
        let unsure = congress.checklist.unsure_of_holidays(facts, congress.details.date);
        Sums {
            next: congress.checklist.next_task(facts).map(named),
            unsure: unsure.map(named),
            phases: congress.checklist.progress(facts, today),
        }
    });
    sums.unwrap_or_default()
}

fn told(look: Look) -> Told {
    let session = session();
    let words = words();
    let mut earlier = untrack(|| sums(session, words, look));
    let told = Told {
        next: RwSignal::new(earlier.next.clone()),
        unsure: RwSignal::new(earlier.unsure.clone()),
        phases: earlier.phases.iter().copied().map(RwSignal::new).collect(),
    };
    let all = told.clone();
    effect(move || {
        let now = sums(session, words, look);
        if now.next != earlier.next {
            all.next.set(now.next.clone());
        }
        if now.unsure != earlier.unsure {
            all.unsure.set(now.unsure.clone());
        }
        for (at, told) in all.phases.iter().enumerate() {
            let phase = now.phases.get(at);
            if phase != earlier.phases.get(at) {
                told.set(phase.copied().unwrap_or_default());
            }
        }
        earlier = now;
    });
    told
}

/// The opening: which task comes next, and how late it is.
#[component]
fn NextTask(look: Look, next: RwSignal<Option<Named>>) -> impl IntoView {
    let session = session();
    let words = words();
    let eyebrow = Signal::derive(move || {
        let today = look.today.get();
        let days = session.read(&Topic::Details, |congress| (congress.details.date - today).num_days());
        format!("{} · {}", words.prepare.next, days.map(|days| words.days_away(days)).unwrap_or_default())
    });
    let sentence = Signal::derive(move || {
        next.with(|next| match next {
            Some(task) => words.next_task(&task.title, task.late, &task.due(words)),
            None => words.prepare.all_done.to_owned(),
        })
    });
    let show = move |_| {
        if let Some(Named { id, .. }) = next.get_untracked() {
            look.phase.set(None);
            look.wanted.set(String::new());
            look.by.set(By::Urgency);
            look.open.set(Some(id.clone()));
            page::reveal(&format!("task-{id}"));
        }
    };
    view! {
        <Opening eyebrow=eyebrow sentence=sentence>
            <Show
                when=move || next.with(Option::is_some)
                fallback=move || {
                    view! {
                        <a class="btn btn--main" href=href(Place::Run)>
                            {words.prepare.to_run}
                        </a>
                    }
                }
            >
                <button class="btn btn--main" on:click=show>
                    {words.prepare.open_task}
                    <Icon name="i-arrow" />
                </button>
            </Show>
        </Opening>
    }
}

/// What has to be held against the days off.
#[component]
fn UnsureOfHolidays(unsure: RwSignal<Option<Named>>) -> impl IntoView {
    let words = words();
    let told = move |task: Named| words.unsure_of_holidays(&task.title, &task.due(words));
    (move || unsure.get().map(|task| view! { <p class="note" id="unsure-of-holidays">{told(task)}</p> }))
        .view()
}

/// The seven phases with their bars; a press shows one phase alone.
#[component]
fn Phases(look: Look, phases: Vec<RwSignal<Progress>>) -> impl IntoView {
    let words = words();
    let titles = session().glance(|congress| {
        let source = congress.checklist.source();
        let phases = source.map(|source| source.phases.as_slice()).unwrap_or_default();
        phases.iter().map(|phase| words.text(&phase.title).to_owned()).collect::<Vec<_>>()
    });
    let titles = titles.unwrap_or_default().into_iter();
    let button = |(at, (title, phase))| phase_button(at, title, phase, look);
    let buttons = titles.zip(phases).enumerate().map(button);
    view! {
        <div class="phases" role="group" aria-label=words.prepare.phases>
            {buttons.collect_view()}
        </div>
    }
}

fn phase_button(index: usize, title: String, phase: RwSignal<Progress>, look: Look) -> AnyView {
    // How far it is, and whether it is shown alone.
    let seen = Seen::<(Progress, bool)>::nothing();
    let seeing = seen.look(move || Some((phase.get(), look.phase.get() == Some(index))));
    let choose = move |_| {
        let chosen = look.phase.get_untracked() == Some(index);
        look.phase.set((!chosen).then_some(index));
    };
    view! {
        <button
            class="phase"
            together=seeing
            class:phase--done=seen.tell(|(phase, _)| phase.settled == phase.all)
            aria-pressed=seen.tell(|(_, chosen)| spelled(*chosen))
            on:click=choose
        >
            <span class="phase__n">
                <i>{roman(index)}</i>
                <span class="num" inner_text=seen.tell(|(phase, _)| format!("{}/{}", phase.settled, phase.all))></span>
            </span>
            <span class="phase__name">{title}</span>
            <span class="phase__bar">
                <span style:width=seen.tell(|(phase, _)| format!("{}%", phase.share(100)))></span>
            </span>
        </button>
    }
}

/// The search, the groups, and what can be done with the list as a whole.
#[component]
fn Tools(look: Look) -> impl IntoView {
    let words = words();
    let w = words.plan;
    let adding = RwSignal::new(false);
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(by) = By::ALL.into_iter().find(|by| by.name(&words) == chosen) {
            look.by.set(by);
        }
    };
    view! {
        <div class="searchline tasktools">
            <div class="search">
                <Icon name="i-search" />
                <input
                    class="field"
                    id="find-task"
                    type="search"
                    placeholder=w.search
                    aria-label=w.search
                    prop:value=move || look.wanted.get()
                    on:input=move |event| {
                        look.most.set(PAGE);
                        look.wanted.set(event_target_value(&event));
                    }
                />
            </div>
            <label class="tasktools__by">
                <span>{w.group_by}</span>
                <select class="field field--slim" id="group-by" on:change=choose>
                    {By::ALL
                        .map(|by| {
                            let name = by.name(&words);
                            view! { <option value=name prop:selected=move || look.by.get() == by>{name}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
            <button class="btn" id="add-tasks" on:click=move |_| adding.set(true)>
                {w.add}
            </button>
            <button
                class="btn"
                id="choose-tasks"
                aria-pressed=move || look.choosing.get().to_string()
                on:click=move |_| {
                    look.chosen.set(Vec::new());
                    look.choosing.update(|choosing| *choosing = !*choosing);
                }
            >
                {move || if look.choosing.get() { w.choose_end } else { w.choose }}
            </button>
        </div>
        <AddTasks open=adding phase=look.phase />
    }
}

/// The tasks in their groups.
#[component]
fn Groups(look: Look, groups: Memo<Vec<Group>>) -> impl IntoView {
    let words = words();
    let most = move || if look.painted.get() { look.most.get() } else { IN_SIGHT };
    let shown = Memo::new(move |_| cut(groups.get(), most()));
    let all = move || groups.with(|groups| groups.iter().map(|group| group.number).sum::<usize>());
    let none = move || groups.with(Vec::is_empty);
    // Rows that stay are not made again: a search takes away more of them with every letter.
    view! {
        <For
            each=move || shown.with(|groups| names(groups))
            key=Name::clone
            children=move |name| view! { <TaskGroup name=name shown=shown look=look /> }
        />
        <Show when=none>
            <p class="lead">{words.plan.none_found}</p>
        </Show>
        <Show when=move || { all() > look.most.get() }>
            <button class="btn" id="more-tasks" on:click=move |_| look.most.update(|most| *most += PAGE)>
                {words.plan.more}
            </button>
        </Show>
    }
}

/// A group by its title, and how many with that title stand before it: two persons may have one name.
type Name = (String, usize);

fn names(groups: &[Group]) -> Vec<Name> {
    let earlier =
        |at: usize, title: &str| groups.iter().take(at).filter(|group| group.title == title).count();
    groups.iter().enumerate().map(|(at, group)| (group.title.clone(), earlier(at, &group.title))).collect()
}

/// One of the groups that are shown, as it is now.
#[component]
fn TaskGroup(name: Name, shown: Memo<Vec<Group>>, look: Look) -> impl IntoView {
    let words = words();
    let (title, nth) = name.clone();
    let group = Memo::new(move |_| {
        let found =
            |groups: &Vec<Group>| groups.iter().filter(|group| group.title == title).nth(nth).cloned();
        shown.with(found).unwrap_or_default()
    });
    let head = Memo::new(move |_| group.with(|group| (group.late, group.number, group.done)));
    let title = name.0;
    view! {
        <section class="group">
            {move || {
                let (late, number, done) = head.get();
                let tasks = words.tasks(number);
                let end = done.map_or(tasks, |done| words.done_of(done, number));
                view! { <Head title=title.clone() end=end late=late /> }
            }}
            <ul>
                <For
                    each=move || group.with(|group| group.tasks.clone())
                    key=TaskId::clone
                    children=move |id| view! { <TaskRow id=id look=look /> }
                />
            </ul>
        </section>
    }
}

/// The first rows of the groups.
fn cut(groups: Vec<Group>, most: usize) -> Vec<Group> {
    let mut left = most;
    let mut kept = Vec::new();
    for mut group in groups {
        if left == 0 {
            break;
        }
        group.tasks.truncate(left);
        left -= group.tasks.len();
        kept.push(group);
    }
    kept
}
