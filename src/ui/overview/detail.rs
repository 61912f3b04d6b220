//! One organisation: what it tells and what the superior records, side by side, and its rounds counted again.

use super::View;
use crate::congress::summary::{StatedRound, Step, Summary};
use crate::overview::{Cell, recounted};
use crate::platform::clock;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Icon};
use crate::ui::words;
use crate::words::date::read_date;
use leptos::task::spawn_local;

/// The organisation that is open.
#[component]
pub(super) fn Detail() -> impl IntoView {
    let view = View::here();
    let words = words();
    let open = RwSignal::new(false);
    // Whoever opens an organisation opens the dialog, and whoever closes the dialog closes the organisation.
    effect(move || {
        let wanted = view.opened.get().is_some();
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    effect(move || {
        if !open.get() && view.opened.get_untracked().is_some() {
            view.opened.set(None);
        }
    });
    let cell = move || {
        let key = view.opened.get()?;
        view.overview.read(|gathered| gathered.cell(&key).cloned()).map(|cell| (key, cell))
    };
    let title = move || cell().map(|(_, cell)| cell.name).unwrap_or_default();
    view! {
        <Dialog open=open title=Signal::derive(title) close=words.overview.close>
            {move || cell().map(|(key, cell)| whole(view, key, &cell))}
        </Dialog>
    }
}

fn whole(view: View, key: String, cell: &Cell) -> AnyView {
    let words = words();
    let w = words.overview;
    let late = cell.late(view.today.get(), view.overview.deadline()).map(|late| words.late(late));
    let findings = cell.told.as_ref().map(|told| told.findings.clone()).unwrap_or_default();
    let found = findings.iter().map(|finding| {
        view! {
            <li class="find" data-state="bad">
                <Icon name="m-bad" />
                <span>{words.cell_finding(finding)}</span>
            </li>
        }
    });
    let found = found.collect_view();
    let file = cell.told.as_ref().map(|told| told.file.clone());
    let steps = Step::ALL.map(|step| self::step(view, key.clone(), cell, step));
    let summary = RwSignal::new(None::<Summary>);
    let asked = key.clone();
    spawn_local(async move { summary.set(view.overview.summary(&asked).await) });
    let removed = key;
    let remove = move |_| {
        view.opened.set(None);
        view.overview.remove(&removed);
    };
    view! {
        <p>
            <span class="note">{cell.group.clone()}</span>
            " · "
            <b>{words.stage(cell.stage())}</b>
            {late.map(|late| view! { " · " <b class="bad">{late}</b> })}
        </p>
        <ul class="finds">{found}</ul>
        <table class="own-marks">
            <thead>
                <tr>
                    <th scope="col">{w.stage}</th>
                    <th scope="col">{w.cell_tells}</th>
                    <th scope="col">{w.own_marks}</th>
                </tr>
            </thead>
            <tbody>{steps.into_iter().collect_view()}</tbody>
        </table>
        {move || summary.get().map(|summary| told(&summary))}
        {file.map(|file| view! { <p class="note">{w.file} ": " {file}</p> })}
        <p>
            <button class="btn btn--link" on:click=remove>
                {w.remove}
            </button>
        </p>
    }
}

fn step(view: View, key: String, cell: &Cell, step: Step) -> AnyView {
    let words = words();
    let w = words.overview;
    let told = cell.told.as_ref().and_then(|told| told.steps.on(step));
    let mark = cell.marks.on(step);
    let differs = cell.differs(step);
    let (typed, today) = (key.clone(), key);
    view! {
        <tr>
            <th scope="row">{words.step(step)}</th>
            <td class="num">{told.map(|day| words.date(day)).unwrap_or_default()}</td>
            <td data-differs=differs.to_string()>
                <div>
                <input
                    class="field num"
                    aria-label=format!("{}: {}", words.step(step), w.own_marks)
                    prop:value=mark.map(|day| words.date(day)).unwrap_or_default()
                    on:change=move |event| {
                        let written = event_target_value(&event);
                        let day = read_date(&written);
                        // What is no day leaves the mark as it was, and shows it again.
                        if day.is_some() || written.trim().is_empty() {
                            view.overview.mark(&typed, step, day);
                        }
                    }
                />
                <button
                    class="btn btn--link"
                    on:click=move |_| view.overview.mark(&today, step, Some(clock::today()))
                >
                    {w.set_today}
                </button>
                </div>
            </td>
        </tr>
    }
}

fn told(summary: &Summary) -> AnyView {
    let words = words();
    let w = words.overview;
    let rounds = summary.rounds.iter().filter_map(|stated| round(summary, stated)).collect_view();
    let figures = summary
        .committee
        .iter()
        .map(|(figure, value)| format!("{}: {value}", words.committee_figure(*figure)))
        .collect::<Vec<_>>()
        .join(" · ");
    let lessons = summary.lessons.iter().map(|lesson| {
        view! {
            <li>
                <b>{words.area(lesson.area)}</b>
                ": "
                {lesson.text.clone()}
            </li>
        }
    });
    let lessons = lessons.collect_view();
    let some = !summary.lessons.is_empty();
    view! {
        <h3>{w.rounds}</h3>
        {summary.rounds.is_empty().then(|| view! { <p class="note">{w.no_rounds}</p> })}
        {rounds}
        {(!figures.is_empty()).then(|| view! { <h3>{w.committees}</h3> <p>{figures}</p> })}
        {some.then(|| view! { <h3>{w.lessons}</h3> <ul>{lessons}</ul> })}
    }
}

/// A round with its votes as the file has them, and who is elected by them; where the file tells otherwise, the row says so.
fn round(summary: &Summary, stated: &StatedRound) -> Option<AnyView> {
    let words = words();
    let round = stated.round.as_ref().ok()?;
    let outcome = recounted(summary, stated);
    let rows = round.candidates.iter().map(|row| {
        let told = stated.outcome.elected.contains(&row.name);
        let elected = outcome.as_ref().map(|outcome| outcome.elected.contains(&row.name));
        let contradiction = words.elected_otherwise(told, elected);
        let (state, icon) = match elected {
            _ if contradiction.is_some() => ("bad", "m-bad"),
            Some(true) => ("ok", "m-done"),
            _ => ("", "m-no"),
        };
        view! {
            <li data-state=state>
                <Icon name=icon />
                <span>
                    {row.name.clone()}
                    {contradiction.map(|told| view! { <small class="bad">{told}</small> })}
                </span>
                <b class="num">{row.votes}</b>
            </li>
        }
    });
    let rows = rows.collect_view();
    let on = outcome.as_ref().map(|outcome| words.counted_on(outcome.base, outcome.threshold));
    Some(view! {
        <section class="stated">
            <h4>{words.round_title(round.office, round.cell, round.round, round.round_kind)}</h4>
            {on.map(|on| view! { <p class="note">{on}</p> })}
            <ul>{rows}</ul>
        </section>
    })
}
