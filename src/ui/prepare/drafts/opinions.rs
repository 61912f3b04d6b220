//! What members said of a document, section by section, and what was answered.

use super::names_on_roll;
use crate::congress::id::OpinionId;
use crate::congress::people::name::clean_name;
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::congress::preparation::opinion::{NewOpinion, Opinion};
use crate::congress::{PreparationChange, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{DraftField, Head};
use crate::ui::{session, words};

/// The opinions on a document.
#[component]
pub(super) fn Opinions(document: &'static DocumentTemplate) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let opinions = Memo::new(move |_| {
        session
            .read(&Topic::Preparation, |congress| {
                let all = congress.preparation.opinions.iter();
                all.filter(|opinion| opinion.said.document == document.id).cloned().collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let ids = Memo::new(move |_| {
        opinions.with(|all| all.iter().map(|opinion| opinion.id.clone()).collect::<Vec<_>>())
    });
    let end = Signal::derive(move || opinions.with(Vec::len).to_string());
    view! {
        <Head title=w.opinions.to_owned() end=end />
        <ol class="opinions">
            <For each=move || ids.get() key=Clone::clone let:id>
                <Said id=id opinions=opinions document=document />
            </For>
        </ol>
        <Add document=document />
    }
}

#[component]
fn Said(id: OpinionId, opinions: Memo<Vec<Opinion>>, document: &'static DocumentTemplate) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let own = id.clone();
    let opinion = Memo::new(move |_| opinions.with(|all| all.iter().find(|one| one.id == own).cloned()));
    let head = move || {
        opinion.with(|opinion| {
            let said = &opinion.as_ref()?.said;
            let section = match said.section.as_str() {
                "" => w.whole,
                section => words.section_title(&document.id, section),
            };
            Some(if said.by.is_empty() { section.to_owned() } else { format!("{} · {section}", said.by) })
        })
    };
    let text = move || opinion.with(|opinion| opinion.as_ref().map(|opinion| opinion.said.text.clone()));
    let answered = move || {
        opinion.with(|opinion| {
            let opinion = opinion.as_ref()?;
            let state = match opinion.accepted {
                Some(true) => w.accepted,
                Some(false) => w.declined,
                None => w.open,
            };
            Some(if opinion.reason.is_empty() {
                state.to_owned()
            } else {
                format!("{state}: {}", opinion.reason)
            })
        })
    };
    let accepted = move || opinion.with(|opinion| opinion.as_ref().and_then(|opinion| opinion.accepted));
    let reason = RwSignal::new(String::new());
    let answer = {
        let id = id.clone();
        move |accepted: bool| {
            let reason = reason.get_untracked();
            let change =
                PreparationChange::OpinionAnswered { id: id.clone(), accepted: Some(accepted), reason };
            session.record(change.into());
        }
    };
    let (accept, decline) = (answer.clone(), answer);
    let remove = move |_| {
        session.record(PreparationChange::OpinionRemoved(id.clone()).into());
    };
    view! {
        <li>
            <p class="note">{head}</p>
            <p>{text}</p>
            <p class="note" data-accepted=move || accepted().map_or("open", |yes| if yes { "yes" } else { "no" })>
                {answered}
            </p>
            <div class="why">
                <input
                    class="field"
                    type="text"
                    aria-label=w.answer
                    placeholder=w.answer
                    prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))
                />
                <button class="btn" on:click=move |_| accept(true)>{w.accept}</button>
                <button class="btn" on:click=move |_| decline(false)>{w.decline}</button>
                <button class="btn btn--link" on:click=remove>{w.remove}</button>
            </div>
        </li>
    }
}

/// The form that writes an opinion down.
#[component]
fn Add(document: &'static DocumentTemplate) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let (by, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let section = RwSignal::new(String::new());
    let people = names_on_roll();
    let choose = move |event| {
        let title = event_target_value(&event);
        let chosen = document.outline.iter().find(|section| words.text(&section.title) == title);
        section.set(chosen.map(|section| section.id.clone()).unwrap_or_default());
    };
    let add = move |_| {
        let said = NewOpinion {
            document: document.id.clone(),
            section: section.get_untracked(),
            by: clean_name(&by.get_untracked()),
            text: text.get_untracked(),
        };
        if session.record(PreparationChange::OpinionAdded(said).into()) {
            text.set(String::new());
        }
    };
    let options = document.outline.iter().map(|section| {
        let title = words.text(&section.title);
        view! { <option value=title>{title}</option> }
    });
    view! {
        <div class="opinion-add">
            <div class="pair">
                <label class="ask__field">
                    <span>{w.section}</span>
                    <select class="field" id=format!("opinion-section-{}", document.id) on:change=choose>
                        <option value="">{w.whole}</option>
                        {options.collect_view()}
                    </select>
                </label>
                <DraftField id=format!("opinion-by-{}", document.id) label=w.by text=by offers=people />
            </div>
            <textarea
                class="field field--say"
                id=format!("opinion-text-{}", document.id)
                rows="3"
                aria-label=w.opinion
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <button class="btn" id=format!("opinion-add-{}", document.id) on:click=add>{w.add_opinion}</button>
        </div>
    }
}
