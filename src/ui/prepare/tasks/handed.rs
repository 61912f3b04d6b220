//! What another congress handed on: its template is taken, and its lessons are read.

use crate::congress::Topic;
use crate::congress::preparation::lesson::Lesson;
use crate::journal::template::{MAX_BYTES, TemplateFile};
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};
use leptos::html;
use leptos::task::spawn_local;

/// The lessons of others, and the way to take a template.
#[component]
pub(super) fn Handed() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let lessons = Memo::new(move |_| {
        session
            .read(&Topic::Preparation, |congress| {
                congress
                    .preparation
                    .lessons
                    .iter()
                    .filter(|lesson| lesson.brought)
                    .cloned()
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let line = move |lesson: Lesson| {
        let head = if lesson.well { w.well } else { w.badly };
        view! {
            <li data-well=lesson.well.to_string()>
                <b>{words.area(lesson.area)}</b>
                <span>{format!("{head}: {}", lesson.text)}</span>
            </li>
        }
    };
    view! {
        <section class="group lessons">
            <Head title=words.plan.from_others.to_owned() />
            <ul id="lessons-of-others">{move || lessons.get().into_iter().map(line).collect_view()}</ul>
            <Take />
        </section>
    }
}

/// Takes somebody's template from a file.
#[component]
fn Take() -> impl IntoView {
    let session = session();
    let w = words().afterwards;
    let told = RwSignal::new(None::<Result<(), ()>>);
    let input = NodeRef::<html::Input>::new();
    let take = move |text: Option<String>| {
        let file = text.and_then(|text| TemplateFile::read(&text));
        let taken = file.map(|file| {
            // What does not fit here any more, such as a programme once the congress runs, is left out.
            for change in file.changes {
                if session.admits(&change).is_ok() {
                    session.record(change);
                }
            }
        });
        told.set(Some(taken.ok_or(())));
    };
    let choose = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| files::chosen(&input)) else { return };
        if files::size(&file) > MAX_BYTES {
            told.set(Some(Err(())));
            return;
        }
        spawn_local(async move { take(files::text(&file).await) });
    };
    view! {
        <label class="btn btn--link file">
                <Icon name="i-open" />
                {w.template_use}
                <input class="sr" type="file" id="template-file" accept=".json,application/json" node_ref=input on:change=choose />
            </label>
            {move || {
                told.get()
                    .map(|told| match told {
                        Ok(()) => view! { <p class="note" role="status">{w.template_taken}</p> },
                        Err(()) => view! { <p class="bad" role="alert">{w.template_wrong}</p> },
                    })
            }}
    }
}
