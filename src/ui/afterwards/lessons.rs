//! The lessons, by area, each area with the time that it took beyond its plan.

use crate::congress::id::LessonId;
use crate::congress::preparation::lesson::{Area, NewLesson};
use crate::congress::{PreparationChange, Topic};
use crate::platform::clock;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Head;
use crate::ui::{session, words};
use crate::words::Words;

/// A lesson in the list.
#[derive(Clone, PartialEq)]
struct Line {
    id: LessonId,
    well: bool,
    text: String,
}

/// The lessons of this congress.
#[component]
pub(super) fn Lessons() -> impl IntoView {
    let words = words();
    view! {
        <Head title=words.afterwards.lessons.to_owned() />
        <Add />
        {Area::ALL.map(|area| view! { <OfArea area=area /> }).collect_view()}
    }
}

#[component]
fn OfArea(area: Area) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let lines = Memo::new(move |_| {
        session
            .read(&Topic::Preparation, |congress| {
                let of = congress.preparation.lessons.iter().filter(|one| one.area == area && !one.brought);
                of.map(|one| Line { id: one.id.clone(), well: one.well, text: one.text.clone() })
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let lost = Memo::new(move |_| {
        let now = session.present();
        session
            .read(&Topic::Agenda, |congress| {
                let midnight = clock::midnight_of(congress.agenda.first_begun().unwrap_or(now));
                congress.time_lost(area, midnight, now)
            })
            .unwrap_or_default()
    });
    let line = move |line: Line| {
        let id = line.id;
        let remove = move |_| {
            session.record(PreparationChange::LessonRemoved(id.clone()).into());
        };
        view! {
            <li data-well=line.well.to_string()>
                <b>{if line.well { w.well } else { w.badly }}</b>
                <span>{line.text}</span>
                <button class="btn btn--link" on:click=remove>{w.remove}</button>
            </li>
        }
    };
    view! {
        <Show when=move || { lost.get() > 0 || !lines.with(Vec::is_empty) }>
            <section class="lessons">
                <h3>{words.area(area)}</h3>
                {move || {
                    let lost = lost.get();
                    (lost > 0).then(|| view! { <p class="note">{format!("{} {}", Words::clock(lost), w.time_lost)}</p> })
                }}
                <ul>{move || lines.get().into_iter().map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Add() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let area = RwSignal::new(Area::Documents);
    let well = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(of) = Area::ALL.into_iter().find(|area| words.area(*area) == chosen) {
            area.set(of);
        }
    };
    let add = move |_| {
        let (area, well) = (area.get_untracked(), well.get_untracked());
        let lesson = NewLesson { area, well, text: text.get_untracked(), brought: false };
        if session.record(PreparationChange::LessonAdded(lesson).into()) {
            text.set(String::new());
        }
    };
    let kind = move |of: bool, name: &'static str| {
        view! {
            <button aria-pressed=move || (well.get() == of).to_string() on:click=move |_| well.set(of)>{name}</button>
        }
    };
    view! {
        <div class="lesson-add">
            <div class="why">
                <select class="field field--slim" id="lesson-area" aria-label=w.area on:change=choose>
                    {Area::ALL
                        .map(|of| {
                            let name = words.area(of);
                            view! { <option value=name prop:selected=move || area.get() == of>{name}</option> }
                        })
                        .collect_view()}
                </select>
                <span class="seg" role="group">{kind(true, w.well)} {kind(false, w.badly)}</span>
            </div>
            <textarea
                class="field field--say"
                id="lesson-text"
                rows="3"
                aria-label=w.lesson
                placeholder=w.lesson
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <button class="btn" id="lesson-add" on:click=add>{w.add}</button>
        </div>
    }
}
