//! Who enters: the name comes first, because it goes into the log, and a second pass wants a second person.

use super::Table;
use crate::congress::DeskChange;
use crate::congress::id::RoundId;
use crate::route::{Paper, Place};
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, TextField};
use crate::ui::{session, words};

/// Begins the first pass, or goes on with totals that were counted on paper.
#[component]
pub(super) fn Begin(table: Table, typed: RwSignal<bool>) -> impl IntoView {
    let w = words().desk;
    let papers = words().reports;
    let (ballots, tally) = (
        href(Place::Paper(Paper::Ballots(table.round.clone()))),
        href(Place::Paper(Paper::Tally(table.round.clone()))),
    );
    view! {
        <Head title=w.begin_title.to_owned() />
        <Counter round=table.round />
        <p class="begin__else">
            <button class="btn btn--link" id="type-totals" on:click=move |_| typed.set(true)>
                {w.totals_only}
            </button>
            <a class="btn btn--link" href=ballots>
                {papers.ballot_name}
            </a>
            <a class="btn btn--link" href=tally>
                {papers.tally_name}
            </a>
        </p>
    }
}

/// The name of whoever enters, and the button that begins.
#[component]
pub(in crate::ui::count) fn Counter(
    round: RoundId,
    /// Whether something else is to be done first, so that the button is not the main one.
    #[prop(optional, into)]
    aside: Signal<bool>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let passes = session
        .glance(|congress| congress.round(&round).map_or(0, |sheet| sheet.desk.passes.len()))
        .unwrap_or(0);
    // Whoever sits at this device enters first, most of the time; for the next pass it must be somebody else.
    let name = RwSignal::new(if passes == 0 { session.preferences().desk } else { String::new() });
    let people = session.glance(|congress| {
        let board = std::iter::once(&congress.details.board_head).chain(&congress.details.board_members);
        board.filter(|name| !name.is_empty()).cloned().collect::<Vec<_>>()
    });
    let offers = Signal::derive(move || people.clone().unwrap_or_default());
    let begin = move |_| {
        let counter = name.get_untracked();
        session.record_at_desk(DeskChange::PassBegun { round: round.clone(), counter });
    };
    let class = move || if aside.get() { "btn" } else { "btn btn--main" };
    view! {
        <div class="form begin">
            <TextField
                id="counter"
                label=w.counter
                value=Signal::derive(move || name.get())
                on_commit=Callback::new(move |written| name.set(written))
                note=w.counter_note
                offers=offers
            />
            <p>
                <button class=class id="begin-pass" on:click=begin>
                    {w.begin}
                </button>
            </p>
        </div>
    }
}
