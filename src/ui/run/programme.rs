//! The programme against the clock: when each item was planned, and when it came or will come.

use crate::congress::agenda::clock::Course;
use crate::congress::id::ItemId;
use crate::congress::moment::MINUTE_MS;
use crate::congress::{Change, Topic};
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Icon;
use crate::ui::{session, words};

/// A line of the programme as it is shown; times are whole minutes, so that a line changes at most once a minute.
#[derive(Clone, PartialEq)]
struct Row {
    id: ItemId,
    /// The sitting that begins here.
    sitting: Option<String>,
    title: String,
    course: Course,
    planned: String,
    expected: String,
    late: i64,
    begun: bool,
    paused: bool,
}

fn rows() -> Memo<Vec<Row>> {
    let session = session();
    let words = words();
    let second = super::second();
    Memo::new(move |_| {
        let now = second.get();
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let schedule = super::schedule(congress, now);
                let rows =
                    agenda.items.iter().zip(&schedule.slots).enumerate().map(|(index, (item, slot))| Row {
                        id: item.id.clone(),
                        sitting: agenda.sitting_opened_by(index).map(|sitting| words.sitting(sitting)),
                        title: words.label(&item.title).to_owned(),
                        course: slot.course,
                        planned: time(slot.planned),
                        expected: time(slot.expected),
                        late: slot.expected.since(slot.planned).div_euclid(MINUTE_MS),
                        begun: item.has_begun(),
                        paused: item.is_paused(),
                    });
                rows.collect()
            })
            .unwrap_or_default()
    })
}

/// Rows of the programme that are shown around the present one, unless all are asked for.
const NEAR: usize = 7;

/// The rows around the present one: two before it, the rest after; before the start the first ones.
fn near(rows: &[Row]) -> std::ops::Range<usize> {
    let present = rows.iter().position(|row| row.course == Course::Current);
    let present = present.or_else(|| rows.iter().rposition(|row| row.begun)).unwrap_or(0);
    let end = (present.saturating_sub(2) + NEAR).min(rows.len());
    end.saturating_sub(NEAR)..end
}

/// The table.
#[component]
pub(super) fn ProgrammeTable() -> impl IntoView {
    let words = words();
    let w = words.run;
    let rows = rows();
    let all = RwSignal::new(false);
    let count = Memo::new(move |_| rows.with(Vec::len));
    let folds = move || count.get() > NEAR;
    let ids = Memo::new(move |_| {
        rows.with(|rows| {
            let near = if all.get() { 0..rows.len() } else { near(rows) };
            rows.get(near).unwrap_or_default().iter().map(|row| row.id.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <table class="prog">
            <thead>
                <tr>
                    <th scope="col">{w.programme}</th>
                    <th scope="col">{w.planned}</th>
                    <th scope="col">
                        <span class="wide">{w.actual}</span>
                        <span class="narrow">{w.actual_short}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <Line id=id rows=rows />
                </For>
            </tbody>
        </table>
        <Show when=folds>
            <p>
                <button class="btn btn--link" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>
                    {move || if all.get() { w.fewer.to_owned() } else { words.all_items(count.get()) }}
                </button>
            </p>
        </Show>
    }
}

#[component]
fn Line(id: ItemId, rows: Memo<Vec<Row>>) -> impl IntoView {
    let session = session();
    let words = words();
    let own = id.clone();
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.id == own).cloned()));
    let course = move || row.with(|row| row.as_ref().map_or(Course::Ahead, |row| row.course));
    let paused = move || row.with(|row| row.as_ref().is_some_and(|row| row.paused));
    let icon = Signal::derive(move || match course() {
        Course::Past => "m-done",
        Course::Current if paused() => "i-pause",
        Course::Current => "m-play",
        Course::Ahead => "m-todo",
        Course::Skipped => "m-none",
    });
    let name = move || match course() {
        Course::Past => "past",
        Course::Current => "current",
        Course::Ahead => "ahead",
        Course::Skipped => "skipped",
    };
    let begin = move |_| {
        session.record(Change::ItemBegun { id: id.clone(), at: session.instant() });
    };
    let text = move |pick: fn(&Row) -> &String| move || row.with(|row| row.as_ref().map(pick).cloned());
    let late = move || {
        row.with(|row| {
            let row = row.as_ref().filter(|row| row.begun && row.late != 0)?;
            Some(format!("{}{}", if row.late < 0 { "−" } else { "+" }, row.late.abs()))
        })
    };
    let is_late = move || row.with(|row| row.as_ref().is_some_and(|row| row.late > 0)).to_string();
    view! {
        <tr data-course=name aria-current=move || (course() == Course::Current).then_some("step")>
            <td>
                {move || {
                    let sitting = row.with(|row| row.as_ref().and_then(|row| row.sitting.clone()));
                    sitting.map(|name| view! { <p class="sitting">{name}</p> })
                }}
                <div class="it">
                    <span class="it__m">
                        <Icon name=icon />
                    </span>
                    <span>{text(|row| &row.title)}</span>
                    <span class="leader"></span>
                    <Show when=move || course() != Course::Current>
                        <button
                            class="btn btn--link it__go"
                            aria-label=move || {
                                let title = row.with(|row| row.as_ref().map(|row| row.title.clone()));
                                format!("{}: {}", words.run.begin_again, title.unwrap_or_default())
                            }
                            on:click=begin.clone()
                        >
                            {words.run.begin_short}
                        </button>
                    </Show>
                </div>
            </td>
            <td class="num">{text(|row| &row.planned)}</td>
            <td class="num">
                {text(|row| &row.expected)} <span class="diff" data-late=is_late>{late}</span>
            </td>
        </tr>
    }
}
