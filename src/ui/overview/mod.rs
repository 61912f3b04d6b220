//! The view from above: what a superior committee gathers of many congresses, and what it does next.

mod bring;
mod cells;
mod chart;
mod detail;
mod groups;
mod lessons;
mod out;
mod settings;

use super::widgets::{Book, Opening};
use super::{today, words};
use crate::congress::checklist::due::working_days_between;
use crate::congress::checklist::holidays::is_holiday;
use crate::congress::summary::Step;
use crate::overview::{Group, Query, Show as Shown};
use crate::platform::page;
use crate::route::Route;
use crate::session::Overview;
use crate::ui::markup::prelude::*;
use bring::{Bring, DropArea};
use cells::Cells;
use chart::Chart;
use chrono::NaiveDate;
use detail::Detail;
use groups::Groups;
use lessons::Lessons;
use out::TakeOut;
use settings::{Roster, Settings};

/// What the table shows, and which organisation is open.
#[derive(Clone, Copy)]
struct View {
    overview: Overview,
    query: RwSignal<Query>,
    opened: RwSignal<Option<String>>,
    /// The whole table stands on the page, to be printed.
    printing: RwSignal<bool>,
    /// Which organisations want attention first.
    urgent: Memo<Option<Shown>>,
    /// The day on which it is looked at; the next one after midnight.
    today: RwSignal<NaiveDate>,
}

impl View {
    fn here() -> Self {
        expect_context()
    }

    /// All organisations in figures.
    fn whole(self) -> Group {
        let (today, deadline) = (self.today.get(), self.overview.deadline());
        self.overview.read(|gathered| gathered.whole(today, deadline))
    }

    fn is_empty(self) -> bool {
        self.overview.read(|gathered| gathered.cells().len() == 0)
    }
}

/// The place.
#[component]
pub(super) fn OverviewPlace() -> impl IntoView {
    let words = words();
    let w = words.overview;
    let (overview, today) = (Overview::open(), today());
    let view = View {
        overview,
        query: RwSignal::new(Query::default()),
        opened: RwSignal::new(None),
        printing: RwSignal::new(false),
        urgent: Memo::new(move |_| {
            let deadline = overview.deadline();
            overview.read(|gathered| gathered.whole(today.get(), deadline)).urgent()
        }),
        today,
    };
    provide_context(view);
    let empty = Memo::new(move |_| view.is_empty());
    let named = move || Some(view.overview.title()).filter(|title| !title.is_empty());
    view! {
        <header class="bar">
            <a class="bar__who" href=Route::Start.href()>
                <Book />
                <span class="bar__name">
                    <b>{move || named().unwrap_or_else(|| w.name.to_owned())}</b>
                    <span>{move || words.gathered(view.whole().cells, groups::count(view))}</span>
                </span>
            </a>
        </header>
        <main class="page" id="main" tabindex="-1">
            <DropArea>
                <Next />
                <Show when=move || !view.overview.is_kept()>
                    <p class="notice notice--warn">{w.not_kept}</p>
                </Show>
                <Bring />
                <Show when=move || view.overview.is_loaded() && !empty.get()>
                    <Progress />
                    <Groups />
                    <Cells />
                    <div class="noprint">
                        <Lessons />
                        <TakeOut />
                    </div>
                </Show>
                <Show when=move || view.overview.is_loaded()>
                    <div class="noprint">
                        <Settings />
                        <Roster />
                    </div>
                </Show>
            </DropArea>
        </main>
        <Detail />
    }
}

/// What is left, and whom to urge.
#[component]
fn Next() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let eyebrow = move || format!("{} · {}", w.name, words.date(view.today.get()));
    let sentence = move || {
        let whole = view.whole();
        if whole.cells == 0 {
            return w.empty.to_owned();
        }
        let left = whole.cells - whole.reached(Step::Held);
        let today = view.today.get();
        let days =
            view.overview.deadline().map(|deadline| working_days_between(today, deadline, &is_holiday));
        let urge = words.to_urge(whole.wrong, whole.late, whole.undated);
        format!("{} {urge}", words.left_to_hold(left, days))
    };
    view! {
        <Opening eyebrow=Signal::derive(eyebrow) sentence=Signal::derive(sentence)>
            <Show
                when=move || view.urgent.get().is_some()
                fallback=|| view! { <bring::FilesButton main=true /> }
            >
                <button class="btn btn--main" id="urgent" on:click=move |_| show_urgent(view)>
                    {move || view.urgent.get().map(|urgent| words.look_at(urgent))}
                </button>
            </Show>
        </Opening>
    }
}

/// Shows what the sentence asks to look at: the one organisation, or all of them in the table.
fn show_urgent(view: View) {
    let Some(show) = view.urgent.get_untracked() else { return };
    let query = Query { show, ..Query::default() };
    let (today, deadline) = (view.today.get_untracked(), untrack(|| view.overview.deadline()));
    let rows = view.overview.glance(|gathered| query.rows(gathered, today, deadline));
    if let [only] = rows.as_slice() {
        view.opened.set(Some(only.clone()));
    } else {
        view.query.set(query);
        page::reveal("cells");
    }
}

/// The number, the sums, the picture.
#[component]
fn Progress() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let whole = Memo::new(move |_| view.whole());
    let registered = move || {
        let today = view.today.get();
        let due = |cell: &crate::overview::Cell| {
            cell.registered.or_else(|| cell.day()).is_some_and(|day| day <= today)
        };
        let count = view.overview.read(|gathered| gathered.cells().filter(|(_, cell)| due(cell)).count());
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let each_day = move || {
        let days = working_days_between(view.today.get(), view.overview.deadline()?, &is_holiday);
        let left = whole.get().cells - whole.get().reached(Step::Held);
        let days = u32::try_from(days).ok().filter(|days| *days > 0)?;
        Some(left.div_ceil(days))
    };
    let line = move |name: &'static str, number: u32| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{number}</td>
            </tr>
        }
    };
    view! {
        <section class="over">
            <div>
                <p class="over__big num">
                    {move || whole.get().reached(Step::Held)}
                    <small>{move || format!(" / {}", whole.get().cells)}</small>
                </p>
                <p>{move || words.against_registered(whole.get().reached(Step::Held), registered())}</p>
                <table class="over__sums">
                    <tbody>
                        {move || {
                            let whole = whole.get();
                            let sums = [
                                (w.documents_approved, whole.reached(Step::DocumentsApproved)),
                                (w.scheme_approved, whole.reached(Step::SchemeApproved)),
                                (w.reported, whole.reached(Step::Reported)),
                                (w.ratified, whole.reached(Step::Ratified)),
                                (w.wrong_results, whole.wrong),
                            ];
                            let each_day = each_day().map(|number| (w.need_a_day, number));
                            sums.into_iter().chain(each_day).map(|(name, number)| line(name, number)).collect_view()
                        }}
                    </tbody>
                </table>
            </div>
            <Chart />
        </section>
    }
}
