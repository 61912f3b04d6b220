//! The plan as a whole: its picture, the sheet for the wall, the calendar, and the line for the superior.

use super::Look;
use crate::congress::Topic;
use crate::congress::checklist::plan::{Progress, Urgency};
use crate::documents::{self, Span, Timeline};
use crate::platform::{capability, files};
use crate::route::{Paper, Place, Single};
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::run::width;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};
use leptos::task::spawn_local;

/// The foot of the list.
#[component]
pub(super) fn Whole(
    look: Look,
    /// How far each phase is.
    phases: Vec<RwSignal<Progress>>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.plan;
    // Made anew when dates move; a tick only widens a bar.
    let picture = Memo::new(move |_| {
        let (facts, today) = (look.facts.get_untracked(), look.today.get());
        session.follow(&Topic::Details);
        session.read(&Topic::Tasks, |congress| documents::timeline(congress, facts, today, &words)).flatten()
    });
    let picture = move || {
        let phases = phases.clone();
        let bar =
            move |phase: usize| phases.get(phase).map(|phase| phase.with(|now| (now.share(200), now.late)));
        picture.get().map(|picture| drawn(picture, bar))
    };
    // The line follows every tick, so it is made for whoever asks for it.
    let told = RwSignal::new(false);
    let save = move |_| {
        let id = session.congress().map(|id| id.to_string()).unwrap_or_default();
        let (facts, today) = (look.facts.get_untracked(), look.today.get_untracked());
        let text = session.glance(|congress| documents::calendar(congress, &id, facts, today, &words));
        if let Some(text) = text {
            files::download(&format!("{}.ics", w.calendar_file), "text/calendar", &text);
        }
    };
    view! {
        <section class="group planline">
            <Head title=w.timeline.to_owned() />
            {picture}
            <p class="tl__key">
                <span data-key="done">{w.key_done}</span>
                <span data-key="open">{w.key_open}</span>
                <span data-key="late">{w.key_late}</span>
            </p>
            <p class="planline__do">
                <a class="btn" href=href(Place::Paper(Paper::Single(Single::Plan)))>
                    <Icon name="i-print" />
                    {w.wall}
                </a>
                <button class="btn" id="calendar" on:click=save>
                    <Icon name="i-in" />
                    {w.calendar}
                </button>
            </p>
            <Show
                when=move || told.get()
                fallback=move || {
                    view! {
                        <button class="btn btn--link" id="superior" on:click=move |_| told.set(true)>
                            {w.superior}
                        </button>
                    }
                }
            >
                <Superior look=look />
            </Show>
        </section>
    }
}

/// The line for the superior's table.
#[component]
fn Superior(look: Look) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.plan;
    let line = Memo::new(move |_| {
        let (facts, today) = (look.facts.get(), look.today.get());
        session.follow(&Topic::Tasks);
        session.follow(&Topic::Details);
        let line = session
            .read(&Topic::Checklist, |congress| documents::superior_line(congress, facts, today, &words));
        line.unwrap_or_default()
    });
    let sum = Signal::derive(move || {
        let (facts, today) = (look.facts.get(), look.today.get());
        session.follow(&Topic::Tasks);
        let counted = session.read(&Topic::Checklist, |congress| {
            let tasks = congress.checklist.tasks();
            let count = |wanted: fn(Urgency) -> bool| {
                tasks.iter().filter(|task| wanted(task.urgency(facts, today))).count()
            };
            let late = count(|urgency| matches!(urgency, Urgency::Late(_)));
            let week = count(|urgency| urgency == Urgency::ThisWeek);
            words.plan_sum(count(|urgency| urgency == Urgency::Settled), tasks.len(), late, week)
        });
        counted.unwrap_or_default()
    });
    let copied = RwSignal::new(false);
    let copy = move |_| {
        spawn_local(async move {
            copied.set(capability::copy(&line.get_untracked()).await);
        });
    };
    view! {
        <Head title=w.superior.to_owned() />
        <p id="plan-sum">{move || sum.get()}</p>
        <p class="note">{w.superior_note}</p>
        <p class="superior">
            <code id="superior-line">{move || line.get()}</code>
            <button class="btn" on:click=copy>
                {move || if copied.get() { w.copied } else { w.copy }}
            </button>
        </p>
    }
}

/// The picture of the plan.
pub(in crate::ui) fn timeline(picture: Timeline) -> AnyView {
    let bars: Vec<_> = picture.spans.iter().map(|span| (span.phase, (span.done, span.late))).collect();
    drawn(picture, move |phase| bars.iter().find(|(of, _)| *of == phase).map(|(_, bar)| *bar))
}

/// The picture. For a phase, `bar` says how much of it is done now, in two-hundredths, and whether something in it is late.
fn drawn(
    picture: Timeline,
    bar: impl Fn(usize) -> Option<(i64, bool)> + Clone + Send + Sync + 'static,
) -> AnyView {
    let spans = picture.spans.into_iter().map(|span: Span| {
        let (bar, phase) = (bar.clone(), span.phase);
        let seen = Seen::<(i64, bool)>::nothing();
        let seeing = seen.look(move || Some(bar(phase).unwrap_or_default()));
        view! {
            <li together=seeing>
                <span class="tl__name">{span.name}</span>
                <span class="tl__row" title=span.told.clone()>
                    <span
                        class="tl__span"
                        data-late=seen.tell(|(_, late)| spelled(*late))
                        style:left=width(span.from)
                        style:width=width(span.to - span.from)
                    >
                        <span style:width=seen.tell(|(done, _)| width(*done))></span>
                    </span>
                    <span class="sr">{span.told}</span>
                </span>
            </li>
        }
    });
    let number = picture.marks.len().to_string();
    let marks = picture.marks.into_iter().map(|(place, name)| {
        view! {
            <span class="tl__mark" style:left=width(place) data-end=(place > 160).to_string()>
                <span>{name}</span>
            </span>
        }
    });
    view! {
        <div class="tl" data-marks=number>
            <ul>{spans.collect_view()}</ul>
            <div class="tl__marks" aria-hidden="true">{marks.collect_view()}</div>
        </div>
    }
}
