//! The chair's console: what runs, how long it may still run, what comes next, and how late the congress is.

use super::after::After;
use super::bell::Bell;
use super::card::Now;
use super::lateness::{Lateness, Proposed, Reminded, StepAsked};
use super::programme::ProgrammeTable;
use super::screen::Screen;
use super::script::Script;
use super::speakers::Speakers;
use super::{call_speaker, go_on, toggle_pause};
use crate::congress::agenda::AgendaItem;
use crate::congress::agenda::template::ItemKind;
use crate::congress::preparation::Gate;
use crate::congress::{Change, Topic};
use crate::platform::page;
use crate::route::Place;
use crate::ui::frame::{href, time};
use crate::ui::markup::prelude::*;
use crate::ui::prepare::GateCard;
use crate::ui::widgets::{Confirm, Icon, Opening};
use crate::ui::{session, words};
use crate::words::Words;

/// The console.
#[component]
pub(in crate::ui) fn Console() -> impl IntoView {
    let session = session();
    let course = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                (agenda.current.is_some(), agenda.closed.is_some(), agenda.has_begun())
            })
            .unwrap_or_default()
    });
    view! {
        <div class="page--tool">
            <NextStep />
            <div class="run">
                <div class="run__main">
                    <Show when=move || !course.get().2>
                        <GateCard gate=Gate::Opening />
                    </Show>
                    <StepAsked />
                    <Reminded />
                    <Show when=move || course.get().0>
                        <Now />
                        <Script />
                    </Show>
                    <Show when=move || course.get().1>
                        <After />
                    </Show>
                    <div class="run__prog">
                        <ProgrammeTable />
                    </div>
                </div>
                <aside>
                    <div class="run__late">
                        <Lateness />
                        <Proposed />
                    </div>
                    <div class="run__side">
                        <div class="run__speakers">
                            <Speakers />
                        </div>
                        <div class="run__hall">
                            <Screen />
                            <Bell />
                        </div>
                    </div>
                </aside>
            </div>
        </div>
    }
}

/// Where the congress stands, for the opening.
#[derive(Clone, PartialEq)]
enum Stage {
    Empty,
    Before { first: String, missing: usize },
    Paused { last: bool },
    Item { current: String, next: Option<String>, speaking: Option<String>, calls: Option<String> },
    Between { next: String },
    Over,
}

fn stage() -> Memo<Option<Stage>> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        for topic in [Topic::Speakers, Topic::Preparation, Topic::Details, Topic::Roll, Topic::Rounds] {
            session.follow(&topic);
        }
        let witnessed = session.witnessed();
        session.read(&Topic::Agenda, |congress| {
            let agenda = &congress.agenda;
            let title = |item: &AgendaItem| words.label(&item.title).to_owned();
            let next = agenda.next_item().map(title);
            match (agenda.current_item(), next) {
                (Some(item), next) if item.is_paused() => Stage::Paused { last: next.is_none() },
                (Some(item), next) => Stage::Item {
                    current: title(item),
                    next,
                    speaking: agenda.current_speaker().map(|speaker| speaker.name.clone()),
                    // Whoever did not come to speak in the discussion does not stand in the way of what follows.
                    calls: agenda
                        .next_speaker()
                        .filter(|_| item.kind == ItemKind::Discussion || agenda.speaking.is_some())
                        .map(|speaker| speaker.name.clone()),
                },
                (None, Some(first)) if !agenda.has_begun() => {
                    Stage::Before { first, missing: congress.unmet(Gate::Opening, None, witnessed).len() }
                }
                (None, Some(next)) => Stage::Between { next },
                (None, None) if agenda.items.is_empty() => Stage::Empty,
                (None, None) if agenda.closed.is_none() => {
                    let last = agenda.previous_item().map(title).unwrap_or_default();
                    Stage::Item { current: last, next: None, speaking: None, calls: None }
                }
                (None, None) => Stage::Over,
            }
        })
    })
}

/// The opening: what to call next, and the button that calls it.
#[component]
fn NextStep() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let stage = stage();
    let closing = RwSignal::new(false);
    let eyebrow = Signal::derive(move || words.now(&time(session.now())));
    let sentence =
        Signal::derive(move || stage.get().map_or_else(String::new, |stage| sentence(&words, &stage)));
    let close = Callback::new(move |()| {
        session.record(Change::Closed(session.instant()));
    });
    view! {
        <Opening eyebrow=eyebrow sentence=sentence tight=true>
            <Presses stage=stage closing=closing />
        </Opening>
        <Confirm
            open=closing
            question=w.close_question
            note=""
            yes=w.close
            no=words.frame.cancel
            on_yes=close
        />
    }
}

/// The opening sentence: what to do next.
fn sentence(words: &Words, stage: &Stage) -> String {
    let w = words.run;
    match stage {
        Stage::Empty => w.empty.to_owned(),
        Stage::Before { missing: missing @ 1.., .. } => words.not_yet_begin(*missing),
        Stage::Before { first, .. } => words.begin_first(first),
        Stage::Paused { .. } => w.stands_still.to_owned(),
        Stage::Item { speaking, calls: Some(calls), .. } => words.then_speaks(speaking.as_deref(), calls),
        Stage::Item { current, next: Some(next), .. } => words.then_next(current, next),
        Stage::Item { current, next: None, .. } => words.then_close(current),
        Stage::Between { next } => words.go_on(next),
        Stage::Over => w.over.to_owned(),
    }
}

/// The press that the sentence names, and beside it another that may be wanted now.
#[component]
fn Presses(stage: Memo<Option<Stage>>, closing: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let link = |place, text| view! { <a class="btn btn--main" href=href(place)>{text}</a> };
    let button = move |class: &'static str, text: &'static str| {
        view! {
            <button class=class on:click=move |_| go_on(session)>
                {text}
                <Icon name="i-arrow" />
            </button>
        }
    };
    let close_button = move |class: &'static str| {
        view! {
            <button class=class on:click=move |_| closing.set(true)>
                {w.close}
            </button>
        }
    };
    (move || match stage.get() {
        None => ().view(),
        Some(Stage::Empty) => link(Place::Programme, w.to_programme),
        Some(Stage::Before { missing: 0, .. }) => button("btn btn--main", words.begin()),
        Some(Stage::Before { .. }) => view! {
            <div class="twodo">
                {button("btn", words.begin())}
                <button class="btn btn--main" id="see-missing" on:click=move |_| page::focus("word-opening")>
                    {w.see_missing}
                </button>
            </div>
        },
        Some(Stage::Paused { last }) => view! {
            <div class="twodo">
                {if last { close_button("btn") } else { button("btn", words.go_to_next()) }}
                <button class="btn btn--main" id="go-on" on:click=move |_| toggle_pause(session)>
                    <Icon name="m-play" />
                    {w.resume}
                </button>
            </div>
        },
        Some(Stage::Item { calls: Some(calls), next, .. }) => {
            let other = if next.is_some() { button("btn", words.go_to_next()) } else { close_button("btn") };
            view! {
                <div class="twodo">
                    {other}
                    <button class="btn btn--main" id="call-speaker" on:click=move |_| call_speaker(session)>
                        {words.call(&calls)}
                        <Icon name="i-arrow" />
                    </button>
                </div>
            }
        }
        Some(Stage::Item { next: Some(_), .. } | Stage::Between { .. }) => {
            button("btn btn--main", words.go_to_next())
        }
        Some(Stage::Item { next: None, .. }) => close_button("btn btn--main"),
        Some(Stage::Over) => link(Place::Documents, w.to_documents),
    })
    .view()
}
