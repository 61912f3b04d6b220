//! Speakers found and prepared before the congress, and how many of the members have been heard.

use super::names_on_roll;
use crate::congress::agenda::TurnKind;
use crate::congress::agenda::speaker::NewSpeaker;
use crate::congress::id::SpeakerId;
use crate::congress::people::name::clean_name;
use crate::congress::{AgendaChange, PreparationChange, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{DraftField, Head, say};
use crate::ui::{session, words};

/// A prepared paper.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Paper {
    id: SpeakerId,
    name: String,
    subject: String,
    ready: bool,
}

/// The speakers.
#[component]
pub(super) fn Speakers() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let papers = Memo::new(move |_| {
        session.follow(&Topic::Preparation);
        session
            .read(&Topic::Speakers, |congress| {
                let papers =
                    congress.agenda.speakers.iter().filter(|speaker| speaker.kind == TurnKind::Paper);
                let paper = |speaker: &crate::congress::agenda::Speaker| Paper {
                    id: speaker.id.clone(),
                    name: speaker.name.clone(),
                    subject: speaker.subject.clone(),
                    ready: congress.preparation.ready.contains(&speaker.id),
                };
                papers.map(paper).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let heard = Memo::new(move |_| {
        session.follow(&Topic::Preparation);
        session.follow(&Topic::Roll);
        session.read(&Topic::Speakers, crate::congress::Congress::heard).unwrap_or_default()
    });
    let sentence = move || {
        let (silent, all) = heard.with(|(silent, all)| (silent.len(), *all));
        (all > 0).then(|| view! { <p class="lead">{say(&words.heard(all - silent, all))}</p> })
    };
    let silent = move || {
        let names = heard.with(|(silent, _)| silent.join(", "));
        (!names.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{w.silent}</summary>
                    <p id="silent">{names}</p>
                </details>
            }
        })
    };
    view! {
        <section class="group">
            <Head title=w.speakers.to_owned() />
            {sentence}
            {silent}
            <p class="note">{w.speakers_note}</p>
            <ul class="prepared">
                <For each=move || papers.get() key=Clone::clone let:paper>
                    <Prepared paper=paper />
                </For>
            </ul>
            <Add />
        </section>
    }
}

#[component]
fn Prepared(paper: Paper) -> impl IntoView {
    let session = session();
    let w = words().documents;
    let (id, own) = (paper.id.clone(), paper.id);
    let turn = move |event| {
        let ready = event_target_checked(&event);
        session.record(PreparationChange::SpeakerReady { id: id.clone(), ready }.into());
    };
    let remove = move |_| {
        session.record(AgendaChange::SpeakerRemoved(own.clone()).into());
    };
    view! {
        <li>
            <span class="who">{paper.name.clone()}</span>
            <span class="note">{paper.subject}</span>
            <label class="check">
                <input type="checkbox" aria-label=format!("{}: {}", w.ready, paper.name) prop:checked=paper.ready on:change=turn />
                <span>{w.ready}</span>
            </label>
            <button class="btn btn--link" on:click=remove>{w.remove}</button>
        </li>
    }
}

#[component]
fn Add() -> impl IntoView {
    let session = session();
    let w = words().documents;
    let (name, subject) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let people = names_on_roll();
    let add = move |_| {
        let speaker = NewSpeaker {
            name: clean_name(&name.get_untracked()),
            kind: TurnKind::Paper,
            subject: clean_name(&subject.get_untracked()),
        };
        if session.record(AgendaChange::SpeakerAdded(speaker).into()) {
            name.set(String::new());
            subject.set(String::new());
        }
    };
    view! {
        <div class="pair">
            <DraftField id="paper-name" label=words().prepare.name text=name offers=people />
            <DraftField id="paper-subject" label=w.subject text=subject />
        </div>
        <button class="btn" id="paper-add" on:click=add>{w.add_speaker}</button>
    }
}
