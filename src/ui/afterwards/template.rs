//! Handing on: the template is looked at before it is taken away.

use crate::congress::checklist::TaskState;
use crate::congress::handover::Wording;
use crate::congress::id::TaskId;
use crate::congress::{AgendaChange, Change, Congress, PreparationChange};
use crate::journal::template::TemplateFile;
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};
use crate::words::{HONORIFICS, Words};

/// What the template holds, as it is read: programme, tasks, lessons, the rest.
#[derive(Clone, Default, PartialEq)]
struct Held {
    /// Each item with its minutes, and what is said and minuted there.
    items: Vec<(String, Vec<String>)>,
    tasks: Vec<String>,
    lessons: Vec<String>,
    others: Vec<String>,
}

impl Held {
    fn of(congress: &Congress, changes: &[Change], words: &Words) -> Self {
        let mut held = Self::default();
        for change in changes {
            match change {
                Change::Agenda(AgendaChange::Brought { items, .. }) => {
                    held.items.extend(items.iter().map(|item| {
                        let line = format!("{}, {}", item.title, words.minutes(i64::from(item.minutes)));
                        let script = item.script.iter().flat_map(|script| [&script.lead, &script.minute]);
                        let below = [&item.presenter].into_iter().chain(script);
                        (line, below.filter(|text| !text.is_empty()).cloned().collect())
                    }));
                }
                Change::Preparation(change) => held.take(congress, change, words),
                change => held.others.push(words.change(change, congress)),
            }
        }
        held
    }

    fn take(&mut self, congress: &Congress, change: &PreparationChange, words: &Words) {
        // As the app words the task: what a person made of it may name somebody, and is handed on by itself.
        let title = |id: &TaskId| {
            let task = congress.checklist.tasks().iter().find(|task| task.id == *id);
            let template = task.and_then(|task| task.template);
            template.map_or_else(|| id.to_string(), |template| words.text(&template.title).to_owned())
        };
        match change {
            PreparationChange::TasksAdded(tasks) => {
                self.tasks.extend(tasks.iter().map(|task| task.title.clone()));
            }
            PreparationChange::TaskTitle { title, .. } => self.tasks.push(title.clone()),
            PreparationChange::TaskDue { id, due: Some(due) } => {
                self.tasks.push(format!("{}: {}", title(id), words.counted_due(due)));
            }
            PreparationChange::NotNeeded { id, reason } => {
                let state = words.task_state(TaskState::NotNeeded);
                self.tasks.push(format!("{}: {state}, {reason}", title(id)));
            }
            PreparationChange::LessonAdded(lesson) => self.lessons.push(lesson.text.clone()),
            change => self.others.push(words.change(&Change::Preparation(change.clone()), congress)),
        }
    }
}

/// The template of this congress.
#[component]
pub(super) fn HandOn() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let shown = RwSignal::new(None::<Held>);
    let changes = move |congress: &Congress| {
        let label = |label: &crate::congress::agenda::Label| words.label(label).to_owned();
        congress.handed_on(&Wording { blank: w.removed_name, honorifics: &HONORIFICS, label: &label })
    };
    let look = move |_| {
        let held = || session.glance(|congress| Held::of(congress, &changes(congress), &words));
        shown.set(if shown.with_untracked(Option::is_some) { None } else { held() });
    };
    let save = move |_| {
        let text =
            session.glance(|congress| TemplateFile::of(congress.details.kind, changes(congress)).to_text());
        if let Some(text) = text {
            files::download(&format!("so-tay-dai-hoi_{}.json", w.file), "application/json", &text);
        }
    };
    view! {
        <Head title=w.template.to_owned() />
        <p class="note">{w.template_note}</p>
        <p class="planline__do">
            <button class="btn" id="template-save" on:click=save>
                <Icon name="i-in" />
                {w.template_do}
            </button>
            <button
                class="btn btn--link"
                id="template-look"
                aria-expanded=move || shown.with(Option::is_some).to_string()
                on:click=look
            >
                {w.template_look}
            </button>
        </p>
        {move || shown.get().map(contents)}
    }
}

/// What the template holds, part by part.
fn contents(held: Held) -> AnyView {
    let words = words();
    let w = words.afterwards;
    let plain = |lines: Vec<String>| lines.into_iter().map(|line| (line, Vec::new())).collect::<Vec<_>>();
    let parts = [
        (words.template_items(held.items.len()), held.items),
        (words.tasks(held.tasks.len()), plain(held.tasks)),
        (words.template_lessons(held.lessons.len()), plain(held.lessons)),
        (w.template_others.to_owned(), plain(held.others)),
    ];
    let line = |(head, below): (String, Vec<String>)| {
        let below = below.into_iter().map(|text| view! { <span class="note">{text}</span> }).collect_view();
        view! { <li>{head} {below}</li> }
    };
    let part = |(head, lines): (String, Vec<(String, Vec<String>)>)| {
        (!lines.is_empty()).then(|| {
            view! {
                <h3>{head}</h3>
                <ul>{lines.into_iter().map(line).collect_view()}</ul>
            }
        })
    };
    view! {
        <div class="template" id="template-text" tabindex="0" role="region" aria-label=w.template_look>
            {parts.into_iter().map(part).collect_view()}
        </div>
    }
}
