//! A show of hands: counted by blocks of seats, or with one press where everybody is for.

use super::place::Shown;
use crate::congress::counting::MOST_BLOCKS;
use crate::congress::election::sheet::{RoundSheet, VoteColumn};
use crate::congress::{Change, Congress, DeskChange, Topic};
use crate::platform::page;
use crate::route::{Place, Route};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, NumberField, TextField};
use crate::ui::{session, words};

/// The cells that Enter walks through.
const CELLS: &str = ".hands .field--num";

const COLUMNS: [VoteColumn; 3] = [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked];

/// Opens an open vote on a question; and beside it the rehearsal, which is a congress of its own.
#[component]
pub(super) fn OpenVote() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let question = RwSignal::new(String::new());
    let free = Memo::new(move |_| {
        let open = |congress: &Congress| congress.rounds.iter().any(RoundSheet::is_open);
        !session.read(&Topic::Rounds, open).unwrap_or(true)
    });
    let rehearsal = session.glance(|congress| congress.details.rehearsal).unwrap_or_default();
    let open = move |_| {
        let opening = session.glance(|congress| congress.open_vote(&question.get_untracked()));
        if let Some(opening) = opening
            && session.record(Change::RoundOpened(opening))
            && let Some(congress) = session.congress()
            && let Some(round) =
                session.glance(|congress| congress.rounds.last().map(|round| round.id.clone())).flatten()
        {
            page::go(&Route::Congress(congress, Place::Round(round)).href());
        }
    };
    let rehearse = move |_| {
        if let Some(congress) = session.rehearse() {
            page::go(&Route::Congress(congress, Place::Count).href());
        }
    };
    view! {
        <Show when=move || free.get()>
            <Head title=w.open_vote.to_owned() />
            <p class="note">{w.open_vote_note}</p>
            <div class="form begin">
                <TextField
                    id="question"
                    label=w.question
                    value=Signal::derive(move || question.get())
                    on_commit=Callback::new(move |written| question.set(written))
                />
                <p>
                    <button class="btn" id="open-vote" on:click=open>
                        {w.open_vote_do}
                    </button>
                </p>
            </div>
        </Show>
        {(!rehearsal).then(|| view! {
            <p class="row">
                <button class="btn" id="rehearse" on:click=rehearse>{w.rehearse}</button>
                <span class="note">{w.rehearse_note}</span>
            </p>
        })}
    }
}

/// The hands of an open vote, while it is open.
#[component]
pub(super) fn Hands(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let extra = RwSignal::new(0_usize);
    let counted =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.sheet.hands.len())));
    let blocks = Memo::new(move |_| (counted.get().max(1) + extra.get()).min(usize::from(MOST_BLOCKS)));
    let round = move || shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
    let all = move |_| {
        if let Some(round) = round() {
            extra.set(0);
            session.record_at_desk(DeskChange::AllFor(round));
        }
    };
    // Once anything is counted, the act that follows is the one to press.
    let none =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_none_or(|shown| shown.counted.is_none())));
    let class = move || if none.get() { "btn btn--main" } else { "btn" };
    let sum = move |column: VoteColumn| {
        let sum = move || shown.with(|shown| shown.as_ref()?.sheet.rows.first()?.cell(column)).unwrap_or(0);
        view! { <td class="num"><b>{sum}</b></td> }
    };
    view! {
        <p class="row">
            <button class=class id="all-for" on:click=all>
                {w.all_for}
            </button>
            <span class="note">{w.open_vote_note}</span>
        </p>
        <table class="hands">
            <thead>
                <tr>
                    <th scope="col"></th>
                    {COLUMNS.map(|column| view! { <th scope="col">{words.hands(column)}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>
                <For each=move || (0..blocks.get()).collect() key=|block| *block children=move |block| view! { <Block block=block shown=shown /> } />
                <tr>
                    <th scope="row">{w.sum_hands}</th>
                    {COLUMNS.map(sum).collect_view()}
                </tr>
            </tbody>
        </table>
        <Said shown=shown />
        <p>
            <button class="btn" id="add-block" on:click=move |_| extra.update(|extra| *extra += 1)>
                {w.add_block}
            </button>
        </p>
    }
}

/// One block of seats.
#[component]
fn Block(block: usize, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let round = move || shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
    let cell = move |column: VoteColumn| {
        let value = Signal::derive(move || {
            shown.with(|shown| shown.as_ref()?.sheet.hands.get(block)?.column(column))
        });
        let write = Callback::new(move |value: Option<u32>| {
            if let (Some(round), Ok(block)) = (round(), u8::try_from(block)) {
                session.record_at_desk(DeskChange::Hands { round, block, column, value });
            }
        });
        let name = format!("{} {}, {}", w.block, block + 1, words.hands(column));
        let id = format!("hands-{block}-{column:?}").to_ascii_lowercase();
        view! {
            <td>
                <NumberField id=id name=name value=value error=words.count.number_error walk=CELLS on_commit=write />
            </td>
        }
    };
    view! {
        <tr>
            <th scope="row" class="who">{format!("{} {}", w.block, block + 1)}</th>
            {COLUMNS.map(cell).collect_view()}
        </tr>
    }
}

/// The hands against those present.
#[component]
fn Said(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let said = Memo::new(move |_| {
        shown.with(|shown| {
            let sheet = &shown.as_ref()?.sheet;
            let (counted, present) = (sheet.collected.unwrap_or(0), sheet.electorate.present);
            let state = match counted.cmp(&present) {
                std::cmp::Ordering::Less => ("warn", "m-doing"),
                std::cmp::Ordering::Equal => ("ok", "m-done"),
                std::cmp::Ordering::Greater => ("bad", "m-bad"),
            };
            Some((state, words.hands_said(counted, present)))
        })
    });
    (move || {
        said.get().map(|((state, icon), text)| {
            view! {
                <p class="state" data-state=state id="hands-said">
                    <Icon name=icon />
                    {text}
                </p>
            }
        })
    })
    .view()
}
