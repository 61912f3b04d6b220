//! The table cell by cell. Only the rows in sight are on the page, so ten thousand are as light as ten.

use super::View;
use crate::overview::{Cell, Order, Show as Shown, Stage};
use crate::platform::page;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::words;
use std::sync::Arc;

/// The height of a row, in pixels; the style sheet says the same.
const ROW: usize = 64;

/// The least height of a row where its parts stand one below the other, as on phones. A long finding makes it higher; the
/// rows beside those in sight make up for that.
const STACKED_ROW: usize = 116;

fn row() -> usize {
    if page::is_so("screen and (max-width: 900px)") { STACKED_ROW } else { ROW }
}

/// How many rows are on the page at once: what fits into the tallest window, and some to either side.
const SOME: usize = 40;

/// So many rows to either side of those in sight.
const BESIDE: usize = 12;

/// The table with its filters.
#[component]
pub(super) fn Cells() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let rows = Memo::new(move |_| {
        let (today, deadline, query) = (view.today.get(), view.overview.deadline(), view.query.get());
        Arc::new(view.overview.read(|gathered| query.rows(gathered, today, deadline)))
    });
    let first = RwSignal::new(0_usize);
    let scrolled = move |event: leptos::ev::Event| {
        let from = (page::scrolled(&event) / row()).saturating_sub(BESIDE);
        // A step of half of what stands beside keeps the page still while somebody scrolls a little.
        if from.abs_diff(first.get_untracked()) >= BESIDE / 2 || from == 0 {
            first.set(from);
        }
    };
    let count = move || rows.with(|rows| rows.len()).to_string();
    view! {
        <Head title=w.cells.to_owned() end=Signal::derive(count) />
        <Filters />
        <Show when=move || rows.with(|rows| rows.is_empty())>
            <p class="lead">{w.none_shown}</p>
        </Show>
        <div class="cells" id="cells" tabindex="0" role="region" aria-label=w.cells on:scroll=scrolled>
            <table aria-rowcount=count>
                <thead>
                    <tr>
                        {[w.cell, w.stage, w.day, w.attendance, w.findings]
                            .map(|name| view! { <th scope="col">{name}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{move || in_sight(view, &rows.get(), first.get())}</tbody>
            </table>
        </div>
    }
}

/// The rows in sight, with empty room for those above and below them.
fn in_sight(view: View, rows: &[String], first: usize) -> Vec<AnyView> {
    // What an organisation tells or the superior records changes its row.
    view.overview.read(|_| ());
    let (all, row) = (view.printing.get(), row());
    let (from, some) = if all { (0, rows.len()) } else { (first.min(rows.len().saturating_sub(SOME)), SOME) };
    let shown = rows.iter().enumerate().skip(from).take(some);
    let space = |rows: usize| {
        (rows > 0).then(|| {
            view! {
                <tr aria-hidden="true" style:height=format!("{}px", rows * row)>
                    <td></td>
                </tr>
            }
        })
    };
    let line = |(place, key): (usize, &String)| {
        let cell = view.overview.glance(|gathered| gathered.cell(key).cloned())?;
        Some(line(view, place, key.clone(), &cell))
    };
    let below = rows.len().saturating_sub(from + some);
    space(from).into_iter().chain(shown.filter_map(line)).chain(space(below)).collect()
}

fn line(view: View, place: usize, key: String, cell: &Cell) -> AnyView {
    let words = words();
    let w = words.overview;
    let (today, deadline) = (view.today.get(), view.overview.deadline());
    let late = cell.late(today, deadline).map(|late| words.late(late));
    let wrong =
        cell.told.as_ref().and_then(|told| told.findings.first()).map(|finding| words.cell_finding(finding));
    let more = cell.wrong().saturating_sub(1);
    let (state, icon, found) = match (wrong, late) {
        (Some(wrong), _) if more > 0 => ("bad", "m-bad", format!("{wrong} (+{more})")),
        (Some(wrong), _) => ("bad", "m-bad", wrong),
        (None, Some(late)) => ("warn", "m-late", late),
        (None, None) if cell.told.is_none() => ("", "m-todo", w.show_silent.to_owned()),
        (None, None) => ("ok", "m-done", String::new()),
    };
    let attended = cell.told.as_ref().filter(|told| told.summoned > 0);
    let open = move |_| view.opened.set(Some(key.clone()));
    view! {
        <tr aria-rowindex=(place + 1).to_string()>
            <th scope="row">
                <button class="btn btn--link" on:click=open>
                    {cell.name.clone()}
                </button>
                <span class="note">
                    {cell.group.clone()}
                    <span class="narrow">{format!(" · {}", words.stage(cell.stage()))}</span>
                </span>
            </th>
            <td>{words.stage(cell.stage())}</td>
            <td class="num">{cell.day().map(|day| words.date(day)).unwrap_or_default()}</td>
            <td class="num">{attended.map(|told| format!("{}/{}", told.present, told.summoned)).unwrap_or_default()}</td>
            <td>
                <div class="find" data-state=state>
                    <Icon name=icon />
                    <span title=found.clone()>{found.clone()}</span>
                </div>
            </td>
        </tr>
    }
}

fn option(name: &'static str, chosen: impl Fn() -> bool + Send + 'static) -> AnyView {
    view! {
        <option value=name prop:selected=chosen>
            {name}
        </option>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let mut shows = vec![Shown::All, Shown::Wrong, Shown::Late, Shown::Silent];
    shows.extend(Stage::ALL.map(Shown::At));
    let orders = [Order::Urgency, Order::Name, Order::Group, Order::Day, Order::Stage];
    let show_options = shows.clone();
    view! {
        <div class="row filters noprint">
            <label>
                {w.search}
                <input
                    class="field"
                    id="cell-search"
                    type="search"
                    prop:value=move || view.query.with(|query| query.text.clone())
                    on:input=move |event| view.query.update(|query| query.text = event_target_value(&event))
                />
            </label>
            <label>
                {w.show}
                <select
                    class="field"
                    id="cell-show"
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        if let Some(show) = shows.iter().find(|show| words.show(**show) == name) {
                            view.query.update(|query| query.show = *show);
                        }
                    }
                >
                    {show_options
                        .into_iter()
                        .map(|show| option(words.show(show), move || view.query.with(|query| query.show == show)))
                        .collect_view()}
                </select>
            </label>
            <label>
                {w.order}
                <select
                    class="field"
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        if let Some(order) = orders.into_iter().find(|order| words.order(*order) == name) {
                            view.query.update(|query| query.order = order);
                        }
                    }
                >
                    {orders
                        .map(|order| option(words.order(order), move || view.query.with(|query| query.order == order)))
                        .collect_view()}
                </select>
            </label>
            <Show when=move || view.query.with(|query| query.group.is_some())>
                <p class="row">
                    <b>{move || view.query.with(|query| query.group.clone().unwrap_or_default())}</b>
                    <button class="btn btn--link" on:click=move |_| view.query.update(|query| query.group = None)>
                        {w.back_to_all}
                    </button>
                </p>
            </Show>
        </div>
    }
}
