//! By tally sheet: a stroke for each name that is read out, drawn as the hall knows it.

use super::bundles::SheetNumber;
use super::{Table, of_pass};
use crate::congress::DeskChange;
use crate::congress::election::Method;
use crate::congress::election::desk::{SheetCell, entry};
use crate::congress::election::sheet::VoteColumn;
use crate::congress::id::PassId;
use crate::session::{Pace, Session};
use crate::ui::markup::prelude::*;
use crate::ui::{session, words};
use web_sys::KeyboardEvent;

/// The four sides and the diagonal, in the order in which they are drawn.
const STROKES: [&str; 5] = ["M4 4v16", "M4 4h16", "M20 4v16", "M4 20h16", "M4 20 20 4"];

/// The five-stroke squares of a number.
pub(in crate::ui) fn strokes(votes: u32) -> AnyView {
    let squares = crate::congress::election::desk::squares(votes).map(|strokes| {
        let path: String = STROKES.iter().take(usize::from(strokes)).copied().collect();
        view! { <svg viewBox="0 0 24 24" data-strokes=strokes.to_string()><path d=path></path></svg> }
    });
    let squares = squares.collect_view();
    view! { <span class="five" role="img" aria-label=votes.to_string()>{squares}</span> }
}

/// The tally sheet of a pass.
#[component]
pub(super) fn Squares(table: Table, pass: PassId) -> impl IntoView {
    let words = words();
    let column = RwSignal::new(VoteColumn::For);
    let method = table.form.method();
    let columns: &'static [VoteColumn] = if method == Method::StrikeOut {
        &[VoteColumn::For]
    } else {
        &[VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked]
    };
    let switch = (columns.len() > 1).then(|| {
        let choose = |of: &VoteColumn| {
            let of = *of;
            let pressed = move || spelled(column.get() == of);
            view! {
                <button aria-pressed=pressed on:click=move |_| column.set(of)>{words.vote_column(of, method)}</button>
            }
        };
        view! { <div class="seg seg--scroll" role="group">{columns.iter().map(choose).collect_view()}</div> }
    });
    let rows = (0_u16..).zip(table.names.iter()).map(|(row, name)| {
        view! { <Line pass=pass.clone() row=row name=name.clone() column=column columns=columns method=method /> }
    });
    let rows = rows.collect_view();
    let number = |cell: SheetCell, id: &str, name: &'static str| {
        view! {
            <div class="sheet__cell">
                <label for=id.to_owned()>{name}</label>
                <SheetNumber pass=pass.clone() cell=cell id=id.to_owned() name=name.to_owned() />
            </div>
        }
    };
    view! {
        <StrokeLine table=table.clone() pass=pass.clone() column=column />
        {switch}
        <div class="tally">
            <ul class="strokes" id="strokes">{rows}</ul>
            <div class="tally__ballots">
                {number(SheetCell::Valid, "tally-valid", words.ballot_count(crate::congress::election::sheet::BallotCount::Valid))}
                {number(SheetCell::Invalid, "tally-invalid", words.ballot_count(crate::congress::election::sheet::BallotCount::Invalid))}
            </div>
        </div>
    }
}

/// The line in which the numbers are typed that were read out.
#[component]
fn StrokeLine(table: Table, pass: PassId, column: RwSignal<VoteColumn>) -> impl IntoView {
    let session = session();
    let w = words().desk;
    let text = RwSignal::new(String::new());
    let press = move |event: KeyboardEvent| {
        if event.key() != "Enter" {
            return;
        }
        event.prevent_default();
        if stroke(session, &pass, &table, column.get_untracked(), &text.get_untracked()) {
            text.set(String::new());
        }
    };
    [
        view! {
        <div class="entry">
            <label for="stroke-line">
                <b>{w.by_sheet}</b>
                <span>{w.stroke_number}</span>
            </label>
            <input
                class="field num"
                id="stroke-line"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby="stroke-note"
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
                on:keydown=press
            />
        </div>
        },
        view! { <p class="note" id="stroke-note">{w.stroke_keys}</p> },
    ]
    .collect_view()
}

/// Adds a stroke for each typed number, or with a minus sign in front takes one away; false where it is not understood.
fn stroke(session: Session, pass: &PassId, table: &Table, column: VoteColumn, typed: &str) -> bool {
    let typed = typed.trim();
    let (typed, by) = typed.strip_prefix('-').map_or((typed, 1), |typed| (typed, -1));
    let read = session.glance(|congress| entry::read(typed, &table.form, congress.ballot_rules()?).ok());
    let Some(ballot) = read.flatten().filter(|ballot| ballot.seen.is_none() && !typed.is_empty()) else {
        return false;
    };
    // What the language calls struck are here the numbers that were read out.
    let all = table.form.all_but(crate::congress::election::ballots::Names::NONE);
    let named = all.kept.without(ballot.ballot.kept);
    for place in named.places() {
        if let Ok(row) = u16::try_from(place) {
            add(session, pass, SheetCell::Votes(row, column), by);
        }
    }
    true
}

fn add(session: Session, pass: &PassId, cell: SheetCell, by: i32) {
    let now = session.glance(|congress| congress.pass(pass).map(|pass| pass.sheet.cell(cell))).flatten();
    if let Some(value) = now.and_then(|now| now.checked_add_signed(by)) {
        session.record_at_desk(DeskChange::Tallied { pass: pass.clone(), cell, value });
    }
}

/// One name: its squares, a key for a stroke more and one for a stroke less, and the number to be written as it is.
#[component]
fn Line(
    pass: PassId,
    row: u16,
    name: String,
    column: RwSignal<VoteColumn>,
    columns: &'static [VoteColumn],
    method: Method,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let (reading, at) = (pass.clone(), pass.clone());
    let votes = of_pass(reading, Pace::AtOnce, move |pass, _| pass.sheet.rows.get(usize::from(row)).copied());
    let drawn = Memo::new(move |_| votes.get().flatten().map_or(0, |votes| votes.column(column.get())));
    let change = Callback::new(move |by: i32| {
        add(session, &at, SheetCell::Votes(row, column.get_untracked()), by);
    });
    let fields = columns.iter().map(|of| {
        let told = format!("{name}, {}", words.vote_column(*of, method));
        let id = format!("tally-{row}-{of:?}").to_ascii_lowercase();
        view! { <SheetNumber pass=pass.clone() cell=SheetCell::Votes(row, *of) id=id name=told /> }
    });
    let fields = fields.collect_view();
    view! {
        <li>
            <span class="n num">{row + 1}</span>
            <span class="who">{name.clone()}</span>
            <span class="strokes__keys">
                <button class="btn" aria-label=format!("{}: {name}", w.stroke_take) on:click=move |_| change.run(-1)>"−"</button>
                <button class="btn" aria-label=format!("{}: {name}", w.stroke_add) on:click=move |_| change.run(1)>"+"</button>
            </span>
            <span class="strokes__fields">{fields}</span>
            <span class="strokes__drawn">{move || strokes(drawn.get())}</span>
        </li>
    }
}
