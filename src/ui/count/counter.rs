//! A counter's device: it was handed the names and the method of one round, and does nothing but count them.

use super::desk::{Begin, Desk, EndPass, Stage, Sums, Way, sentence};
use super::place::{Shown, shown_of};
use crate::congress::DeskChange;
use crate::congress::id::{PassId, RoundId};
use crate::ui::data::{HandOn, PassCodes};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Opening};
use crate::ui::{session, words};

/// The one place of a counter's device.
#[component]
pub(in crate::ui) fn CounterPlace() -> impl IntoView {
    let session = session();
    let round = session.glance(|congress| congress.rounds.first().map(|sheet| sheet.id.clone())).flatten();
    match round {
        Some(round) => view! { <Counting round=round /> },
        None => view! { <Opening eyebrow="" sentence=words().frame.unknown_title.to_owned()>{()}</Opening> },
    }
}

#[component]
fn Counting(round: RoundId) -> impl IntoView {
    let words = words();
    let w = words.part;
    let shown = shown_of(round.clone());
    let way = RwSignal::new(Way::Ballots);
    let typed = RwSignal::new(false);
    let stage = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().map_or(Stage::Closed, |shown| Stage::of(shown, false)))
    });
    let eyebrow = Signal::derive(move || {
        shown.with(|shown| {
            let Some(Shown { sheet, cell, .. }) = shown else { return String::new() };
            let title = words.round_title(sheet.office, *cell, sheet.number, sheet.kind);
            format!("{} · {title} · {}", w.counting, words.seats_of(sheet.seats, sheet.rows.len()))
        })
    });
    let says = Signal::derive(move || {
        shown.with(|shown| {
            let Some(shown) = shown else { return String::new() };
            match stage.get() {
                Stage::Review | Stage::Closed => w.done.to_owned(),
                stage => sentence(shown, &stage, way.get()).unwrap_or_default(),
            }
        })
    });
    // How many ballots were returned the counting board knows; here a part of them may be counted.
    let collected = Signal::derive(|| None);
    view! {
        <Opening eyebrow=eyebrow sentence=says tight=true>
            {move || match stage.get() {
                Stage::Entering(pass) => view! { <EndPass pass=pass collected=collected /> },
                _ => ().view(),
            }}
        </Opening>
        {move || match stage.get() {
            Stage::Entering(pass) => view! {
                <div class="desk">
                    <div>
                        <Desk shown=shown stage=stage way=way typed=typed />
                    </div>
                    <aside>
                        <table class="sum recon">
                            <tbody>
                                <Sums pass=pass collected=collected />
                            </tbody>
                        </table>
                    </aside>
                </div>
            },
            Stage::Begin | Stage::Typed => view! {
                <Begin round=round.clone() />
                <Names shown=shown />
            },
            Stage::Review | Stage::Closed => view! { <Done round=round.clone() shown=shown /> },
        }}
    }
}

/// The names as the ballots have them, to be held against a ballot.
#[component]
fn Names(shown: Memo<Option<Shown>>) -> impl IntoView {
    let names =
        shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.names()).unwrap_or_default());
    view! {
        <Head title=words().part.names.to_owned() />
        <ol class="ballot-names">{names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ol>
    }
}

/// After the count: the code to be read out, and the ways to send what was counted.
#[component]
fn Done(round: RoundId, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.part;
    let file = Callback::new(move |()| session.export());
    let passes = shown.with_untracked(|shown| {
        let passes = shown.as_ref().map(|shown| shown.sheet.desk.passes.clone()).unwrap_or_default();
        passes.into_iter().map(|pass| (pass.id, pass.counter)).collect::<Vec<_>>()
    });
    let resume = |(pass, counter): (PassId, String)| {
        view! {
            <button type="button" class="btn btn--link" on:click=move |_| {
                session.record_at_desk(DeskChange::PassResumed(pass.clone()));
            }>{words.resume_pass(&counter)}</button>
        }
    };
    view! {
        <section id="counted">
            <PassCodes round=round />
            <Head title=w.send.to_owned() />
            <p class="note">{w.send_note}</p>
            <HandOn file=file name=w.download />
            <p class="row" id="resume">{passes.into_iter().map(resume).collect_view()}</p>
        </section>
    }
}
