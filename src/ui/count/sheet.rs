//! The sheet: four numbers of ballots, then a line for each name. Enter walks from cell to cell.

use super::place::Shown;
use crate::congress::Change;
use crate::congress::election::Finding;
use crate::congress::election::sheet::{BallotCount, VoteColumn};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, NumberField};
use crate::ui::{session, words};

/// The cells that Enter walks through.
const CELLS: &str = ".sheet .field--num";

/// The sheet of an open round. The cells are made once; only their values change.
#[component]
pub(super) fn Sheet(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let Some(first) = shown.get_untracked() else { return ().into_any() };
    let (rows, method) = (first.sheet.rows.len(), first.sheet.method);
    let columns = first.sheet.columns();
    let heads = columns.iter().map(|column| {
        view! { <th scope="col">{words.vote_column(*column, method)}</th> }
    });
    view! {
        <div class="sheet">
            <Head title=words.count.ballots.to_owned() />
            <div class="sheet__ballots">
                {BallotCount::ALL.map(|count| view! { <BallotCell count=count shown=shown /> }).collect_view()}
            </div>
            <Head title=words.count.sheet.to_owned() />
            <table class="votes">
                <thead>
                    <tr>
                        <th scope="col">{words.paper.number}</th>
                        <th scope="col">{words.count.name}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {(0..rows).map(|row| view! { <VoteRow row=row columns=columns shown=shown /> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn BallotCell(count: BallotCount, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let name = words.ballot_count(count);
    let id = format!("ballots-{count:?}").to_ascii_lowercase();
    let value = Signal::derive(move || shown.with(|shown| shown.as_ref()?.sheet.ballots(count)));
    let write = Callback::new(move |value: Option<u32>| {
        if let Some(round) = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()))
        {
            session.record(Change::Ballots { round, count, value });
        }
    });
    let wrong = move || {
        let says = |finding: &Finding| finding.ballots().contains(&count);
        shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.findings().iter().any(says)))
    };
    view! {
        <div class="sheet__cell" data-wrong=move || wrong().then_some("true")>
            <label for=id.clone()>{name}</label>
            <NumberField
                id=id
                name=name
                value=value
                error=words.count.number_error
                walk=CELLS
                on_commit=write
            />
        </div>
    }
}

#[component]
fn VoteRow(row: usize, columns: &'static [VoteColumn], shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let first = shown.get_untracked();
    let name = first.as_ref().and_then(|shown| shown.sheet.rows.get(row)).map(|row| row.name.clone());
    let name = name.unwrap_or_default();
    let own = name.clone();
    let wrong = move || {
        let says = |finding: &Finding| finding.name() == Some(own.as_str());
        shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.findings().iter().any(says)))
    };
    let method = first.map_or(crate::congress::election::Method::StrikeOut, |shown| shown.sheet.method);
    let cells = columns.iter().map(|column| {
        let told = format!("{name}, {}", words.vote_column(*column, method));
        view! { <VoteCell row=row column=*column told=told shown=shown /> }
    });
    view! {
        <tr data-wrong=move || wrong().then_some("true")>
            <td class="n num">{row + 1}</td>
            <th scope="row" class="who">
                {name.clone()}
            </th>
            {cells.collect_view()}
        </tr>
    }
}

#[component]
fn VoteCell(row: usize, column: VoteColumn, told: String, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let value = Signal::derive(move || shown.with(|shown| shown.as_ref()?.sheet.rows.get(row)?.cell(column)));
    let write = Callback::new(move |value: Option<u32>| {
        let round = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
        if let (Some(round), Ok(row)) = (round, u16::try_from(row)) {
            session.record(Change::Votes { round, row, column, value });
        }
    });
    let id = format!("votes-{row}-{column:?}").to_ascii_lowercase();
    view! {
        <td>
            <NumberField
                id=id
                name=told
                value=value
                error=words.count.number_error
                walk=CELLS
                on_commit=write
            />
        </td>
    }
}
