//! The documents: how far each has come, its outline, its review, what members said of it, and who speaks on it.

mod opinions;
mod speakers;

use super::{Tabs, facts};
use crate::congress::preparation::drafts::{DocumentSet, DocumentTemplate};
use crate::congress::preparation::{DocumentId, DocumentState, Fact};
use crate::congress::{PreparationChange, Refusal, Topic};
use crate::platform::{clock, page};
use crate::route::{Paper, Place};
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use crate::ui::{session, words};
use crate::words::date::read_date;
use opinions::Opinions;
use speakers::Speakers;

/// The documents.
#[component]
pub(in crate::ui) fn Drafts() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let facts = facts();
    let open = RwSignal::new(None::<DocumentId>);
    let done = move || {
        let facts = facts.get();
        facts.has(Fact::DocumentsApproved) && facts.has(Fact::SchemeApproved)
    };
    let sentence = Signal::derive(move || if done() { w.opening_done } else { w.opening_draft }.to_owned());
    let documents =
        session.glance(|congress| DocumentTemplate::of(congress.details.kind).collect::<Vec<_>>());
    let documents = documents.unwrap_or_default();
    let next = Memo::new(move |_| {
        session.follow(&Topic::Details);
        session.read(&Topic::Preparation, crate::congress::Congress::next_document).flatten().map(|of| &of.id)
    });
    let source = DocumentSet::party().map(|set| words.text(&set.source));
    view! {
        <Opening eyebrow=w.name.to_owned() sentence=sentence>
            {move || next.get().map(|id| open_next(id, open))}
        </Opening>
        <Tabs here=Place::Drafts />
        <ul class="drafts">
            {documents.into_iter().map(|document| view! { <Draft document=document open=open /> }).collect_view()}
        </ul>
        <p class="note">{words.prepare.source} ": " {source} "."</p>
        <Speakers />
    }
}

/// The press that opens the document to see to next.
fn open_next(id: &'static DocumentId, open: RwSignal<Option<DocumentId>>) -> AnyView {
    let words = words();
    let show = move |_| {
        open.set(Some(id.clone()));
        page::reveal(&format!("draft-{id}"));
    };
    view! {
        <button class="btn btn--main" id="next-draft" on:click=show>
            {words.open_document(words.document_title(id))}
        </button>
    }
}

/// One document.
#[component]
fn Draft(document: &'static DocumentTemplate, open: RwSignal<Option<DocumentId>>) -> impl IntoView {
    let session = session();
    let words = words();
    let progress = Memo::new(move |_| {
        session
            .read(&Topic::Preparation, |congress| congress.preparation.document(&document.id).cloned())
            .flatten()
    });
    // None until somebody has begun it.
    let state =
        Memo::new(move |_| progress.with(|of| of.as_ref().filter(|of| of.is_begun()).map(|of| of.state)));
    let since = move || {
        let Some(state) = state.get() else { return words.document_not_begun().to_owned() };
        let since = progress.with(|of| of.as_ref().and_then(|of| of.since(of.state)));
        let day = since.map(|day| format!(" · {}", words.date(day))).unwrap_or_default();
        format!("{}{day}", words.document_state(state))
    };
    let is_open = Memo::new(move |_| open.with(|open| open.as_ref() == Some(&document.id)));
    let turn = move |_| open.set(if is_open.get_untracked() { None } else { Some(document.id.clone()) });
    let icon = Signal::derive(move || match state.get() {
        None => "m-todo",
        Some(DocumentState::Approved) => "m-done",
        Some(DocumentState::Sent | DocumentState::Commented) => "m-wait",
        _ => "m-doing",
    });
    view! {
        <li class="draft" class:draft--open=move || is_open.get() id=format!("draft-{}", document.id)>
            <span class="mark" data-mark=icon>
                <Icon name=icon />
            </span>
            <div class="task__b">
                <p class="task__t">
                    <button aria-expanded=move || is_open.get().to_string() on:click=turn>
                        {words.text(&document.title)}
                    </button>
                </p>
                <p class="task__m">{since}</p>
            </div>
            <Show when=move || is_open.get()>
                <div class="task__x">
                    <States document=document state=state />
                    <Lists document=document />
                    <Opinions document=document />
                </div>
            </Show>
        </li>
    }
}

/// The states, with the day of the step. The scheme before its documents asks for a reason.
#[component]
fn States(document: &'static DocumentTemplate, state: Memo<Option<DocumentState>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let on = RwSignal::new(words.date(clock::today()));
    let wrong = RwSignal::new(false);
    let early = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let come_to = move |state: DocumentState| {
        let day = read_date(&on.get_untracked());
        wrong.set(day.is_none());
        let Some(day) = day else { return };
        let reason = reason.get_untracked();
        let change = PreparationChange::Document { id: document.id.clone(), state, on: day, reason };
        let change = change.into();
        if session.admits(&change) == Err(Refusal::DocumentsFirst) {
            early.set(true);
        } else if session.record(change) {
            early.set(false);
        }
    };
    // Every step that it came through, with its day.
    let steps = move || {
        session
            .read(&Topic::Preparation, |congress| {
                let dates = congress.preparation.document(&document.id).map(|of| of.dates.clone());
                let told = dates.into_iter().flatten();
                told.map(|(step, day)| format!("{} {}", words.document_state(step), words.date(day)))
                    .collect::<Vec<_>>()
                    .join(" → ")
            })
            .unwrap_or_default()
    };
    let button = move |step: DocumentState| {
        view! {
            <button aria-pressed=move || (state.get() == Some(step)).to_string() on:click=move |_| come_to(step)>
                {words.document_state(step)}
            </button>
        }
    };
    view! {
        <div class="steps">
            <label class="ask__field steps__on">
                <span>{w.on}</span>
                <input
                    class="field num"
                    id=format!("on-{}", document.id)
                    type="text"
                    prop:value=move || on.get()
                    on:input=move |event| on.set(event_target_value(&event))
                />
            </label>
            <div class="seg seg--wrap" role="group" aria-label=w.state>
                {DocumentState::ALL.map(button).collect_view()}
            </div>
        </div>
        <p class="note steps__told">{steps}</p>
        <Show when=move || wrong.get()>
            <p class="bad" role="alert">{format!("{}: {}", w.on, words.prepare.date_wrong)}</p>
        </Show>
        <Show when=move || early.get()>
            <div class="why">
                <p class="notice notice--warn">{words.refusal(&Refusal::DocumentsFirst)}</p>
                <input
                    class="field"
                    id="early-reason"
                    type="text"
                    aria-label=w.early_reason
                    placeholder=w.early_reason
                    prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))
                />
                <button class="btn" id="approve-early" on:click=move |_| come_to(DocumentState::Approved)>
                    {w.early_do}
                </button>
            </div>
        </Show>
    }
}

/// The outline and the review.
#[component]
fn Lists(document: &'static DocumentTemplate) -> impl IntoView {
    let words = words();
    let w = words.documents;
    let sections = document
        .outline
        .iter()
        .map(move |section| view! { <SectionLine document=document section=section /> });
    let questions = document
        .review
        .iter()
        .map(move |question| view! { <QuestionLine document=document question=question /> });
    let outline = (!document.outline.is_empty()).then(|| {
        view! {
            <fieldset class="listed">
                <legend>{w.outline}</legend>
                <ul>{sections.collect_view()}</ul>
                <p class="note">{words.text(&document.length)}</p>
                <a class="btn btn--link" href=href(Place::Paper(Paper::Outline(document.id.clone())))>
                    {w.outline_copy}
                </a>
            </fieldset>
        }
    });
    view! {
        <div class="pair">
            {outline}
            <fieldset class="listed">
                <legend>{w.review}</legend>
                <ul>{questions.collect_view()}</ul>
            </fieldset>
        </div>
    }
}

#[component]
fn SectionLine(
    document: &'static DocumentTemplate,
    section: &'static crate::congress::preparation::drafts::Section,
) -> impl IntoView {
    let session = session();
    let words = words();
    let written = move || {
        let written = session.read(&Topic::Preparation, |congress| {
            congress.preparation.document(&document.id).is_some_and(|of| of.has_written(&section.id))
        });
        written.unwrap_or_default()
    };
    let turn = move |event| {
        let (document, section) = (document.id.clone(), section.id.clone());
        let written = event_target_checked(&event);
        session.record(PreparationChange::SectionWritten { document, section, written }.into());
    };
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=written on:change=turn />
                <span>
                    {words.text(&section.title)} <span class="note">{words.text(&section.hint)}</span>
                </span>
            </label>
        </li>
    }
}

#[component]
fn QuestionLine(
    document: &'static DocumentTemplate,
    question: &'static crate::congress::preparation::drafts::Question,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let answer = Memo::new(move |_| {
        session
            .read(&Topic::Preparation, |congress| {
                congress.preparation.document(&document.id)?.answer(&question.id)
            })
            .flatten()
    });
    let button = move |holds: bool, name: &'static str| {
        let turn = move |_| {
            let holds = Some(holds).filter(|holds| answer.get_untracked() != Some(*holds));
            let (document, question) = (document.id.clone(), question.id.clone());
            session.record(PreparationChange::Reviewed { document, question, holds }.into());
        };
        view! {
            <button
                aria-pressed=move || (answer.get() == Some(holds)).to_string()
                aria-label=format!("{name}: {}", words.text(&question.text))
                on:click=turn
            >
                {name}
            </button>
        }
    };
    view! {
        <li class="question">
            <span>{words.text(&question.text)}</span>
            <span class="seg" role="group">{button(true, w.holds)} {button(false, w.fails)}</span>
        </li>
    }
}

/// The names on the roll, to be offered while somebody writes.
fn names_on_roll() -> Vec<String> {
    let names = session()
        .glance(|congress| congress.roll.people().iter().map(|person| person.name.clone()).collect());
    names.unwrap_or_default()
}
