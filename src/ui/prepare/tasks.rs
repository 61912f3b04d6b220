//! The tasks: what to do next, then everything by urgency and phase.

use super::Tabs;
use super::task::TaskRow;
use crate::congress::Topic;
use crate::congress::checklist::plan::{self, Urgency};
use crate::congress::checklist::template::ChecklistTemplate;
use crate::congress::id::TaskId;
use crate::platform::{clock, page};
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, Opening};
use crate::ui::{session, words};
use crate::words::Words;

/// A phase of the checklist, counted.
#[derive(Clone, PartialEq)]
struct PhaseCount {
    id: String,
    title: String,
    settled: usize,
    all: usize,
}

/// A group of tasks under one head.
#[derive(Clone, PartialEq)]
struct Group {
    title: String,
    late: bool,
    tasks: Vec<TaskId>,
}

/// The tasks.
#[component]
pub(in crate::ui) fn Tasks() -> impl IntoView {
    let open = RwSignal::new(None::<TaskId>);
    let phase = RwSignal::new(None::<String>);
    view! {
        <NextTask open=open phase=phase />
        <Tabs here=Place::Tasks />
        <Phases phase=phase />
        <UnsureOfHolidays />
        <Groups open=open phase=phase />
    }
}

/// The roman numeral of a phase.
fn roman(index: usize) -> &'static str {
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].get(index).copied().unwrap_or_default()
}

/// The opening: which task comes next, and how late it is.
#[component]
fn NextTask(open: RwSignal<Option<TaskId>>, phase: RwSignal<Option<String>>) -> impl IntoView {
    let session = session();
    let words = words();
    let today = clock::today();
    let next = Memo::new(move |_| {
        session
            .read(&Topic::Checklist, |congress| {
                let plan = plan::plan(&congress.checklist, congress.details.date);
                plan::next_task(&plan).map(|task| {
                    let late = match task.urgency(today) {
                        Urgency::Late(days) => Some(days),
                        _ => None,
                    };
                    let due = task.due.map(|due| words.due(due)).unwrap_or_default();
                    (task.task.id.clone(), words.next_task(words.text(&task.template.title), late, &due))
                })
            })
            .flatten()
    });
    let eyebrow = Signal::derive(move || {
        let days = session.read(&Topic::Details, |congress| (congress.details.date - today).num_days());
        format!("{} · {}", words.prepare.next, days.map(|days| words.days_away(days)).unwrap_or_default())
    });
    let sentence = Signal::derive(move || {
        next.get().map_or_else(|| words.prepare.all_done.to_owned(), |(_, text)| text)
    });
    let show = move |_| {
        if let Some((id, _)) = next.get_untracked() {
            phase.set(None);
            open.set(Some(id.clone()));
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

/// What has to be held against the days off that are announced each year.
#[component]
fn UnsureOfHolidays() -> impl IntoView {
    let session = session();
    let words = words();
    let told = Memo::new(move |_| {
        session
            .read(&Topic::Checklist, |congress| {
                let plan = plan::plan(&congress.checklist, congress.details.date);
                let task = plan::unsure_of_holidays(&plan, congress.details.date)?;
                let due = task.due.map(|due| words.due(due)).unwrap_or_default();
                Some(words.unsure_of_holidays(words.text(&task.template.title), &due))
            })
            .flatten()
    });
    (move || told.get().map(|text| view! { <p class="note" id="unsure-of-holidays">{text}</p> })).view()
}

/// The seven phases with their bars; a press shows one phase alone.
#[component]
fn Phases(phase: RwSignal<Option<String>>) -> impl IntoView {
    let session = session();
    let words = words();
    let counts = Memo::new(move |_| {
        session
            .read(&Topic::Checklist, |congress| {
                let plan = plan::plan(&congress.checklist, congress.details.date);
                let template = ChecklistTemplate::by_id(&congress.checklist.template);
                let phases = template.map(|template| template.phases.as_slice()).unwrap_or_default();
                phases
                    .iter()
                    .map(|phase| {
                        let of = plan.iter().filter(|task| task.template.phase == phase.id);
                        PhaseCount {
                            id: phase.id.clone(),
                            title: words.text(&phase.title).to_owned(),
                            settled: of.clone().filter(|task| task.task.state.is_settled()).count(),
                            all: of.count(),
                        }
                    })
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    view! {
        <div class="phases" role="group" aria-label=words.prepare.phases>
            {move || {
                counts
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(index, count)| phase_button(index, count, phase))
                    .collect_view()
            }}
        </div>
    }
}

fn phase_button(index: usize, count: PhaseCount, phase: RwSignal<Option<String>>) -> AnyView {
    let id = count.id;
    let chosen = {
        let id = id.clone();
        move || phase.with(|phase| phase.as_deref() == Some(id.as_str()))
    };
    let pressed = chosen.clone();
    let share = (count.settled * 100).checked_div(count.all).unwrap_or(0);
    view! {
        <button
            class="phase"
            class:phase--done=count.settled == count.all
            aria-pressed=move || if chosen() { "true" } else { "false" }
            on:click=move |_| phase.set(if pressed() { None } else { Some(id.clone()) })
        >
            <span class="phase__n">
                <i>{roman(index)}</i>
                <span class="num">{format!("{}/{}", count.settled, count.all)}</span>
            </span>
            <span class="phase__name">{count.title}</span>
            <span class="phase__bar">
                <span style:width=format!("{share}%")></span>
            </span>
        </button>
    }
}

/// The tasks in their groups. The groups are made when the place opens, so that a tick moves nothing from under the
/// finger; they are made anew when the congress day moves or a phase is chosen.
#[component]
fn Groups(open: RwSignal<Option<TaskId>>, phase: RwSignal<Option<String>>) -> impl IntoView {
    let session = session();
    let words = words();
    let groups = Memo::new(move |_| {
        let chosen = phase.get();
        session
            .read(&Topic::Details, |congress| groups(congress, chosen.as_deref(), &words))
            .unwrap_or_default()
    });
    (move || {
        groups
            .get()
            .into_iter()
            .map(|group| {
                let end = words.tasks(group.tasks.len());
                view! {
                    <section class="group">
                        <Head title=group.title end=end late=group.late />
                        <ul>
                            {group.tasks.into_iter().map(|id| view! { <TaskRow id=id open=open /> }).collect_view()}
                        </ul>
                    </section>
                }
            })
            .collect_view()
    }).view()
}

fn groups(congress: &crate::congress::Congress, chosen: Option<&str>, words: &Words) -> Vec<Group> {
    let today = clock::today();
    let plan = plan::plan(&congress.checklist, congress.details.date);
    let Some(template) = ChecklistTemplate::by_id(&congress.checklist.template) else { return Vec::new() };
    let mut groups = Vec::new();
    let ids = |wanted: &dyn Fn(&plan::PlannedTask) -> bool| -> Vec<TaskId> {
        plan.iter().filter(|task| wanted(task)).map(|task| task.task.id.clone()).collect()
    };
    let urgent = |task: &plan::PlannedTask| !matches!(task.urgency(today), Urgency::Settled | Urgency::Later);
    if chosen.is_none() {
        let late = ids(&|task| matches!(task.urgency(today), Urgency::Late(_)));
        let week = ids(&|task| task.urgency(today) == Urgency::ThisWeek);
        groups.push(Group { title: words.prepare.late.to_owned(), late: true, tasks: late });
        groups.push(Group { title: words.prepare.this_week.to_owned(), late: false, tasks: week });
    }
    for (index, phase) in template.phases.iter().enumerate() {
        if chosen.is_none_or(|chosen| chosen == phase.id) {
            let title = format!("{}. {}", roman(index), words.text(&phase.title));
            let of = |task: &plan::PlannedTask| task.template.phase == phase.id;
            let tasks = ids(&|task| of(task) && (chosen.is_some() || !urgent(task)));
            groups.push(Group { title, late: false, tasks });
        }
    }
    groups.retain(|group| !group.tasks.is_empty());
    groups
}
