//! After the congress: what was planned against what was used, as a picture beside its figures.

use super::midnight;
use crate::congress::Topic;
use crate::congress::agenda::report::{ReportRow, TimeReport};
use crate::congress::moment::MINUTE_MS;
use crate::documents;
use crate::platform::files;
use crate::route::{Paper, Place, Single};
use crate::session::Session;
use crate::ui::frame::{href, time};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Head;
use crate::ui::{session, words};

/// The table as a file for spreadsheets.
fn download(session: Session) {
    let words = words();
    let now = session.present();
    let table = session.glance(|congress| {
        let midnight = midnight(congress, now);
        let report = TimeReport::at(&congress.agenda, midnight, now);
        documents::csv(documents::course_table(&report, midnight, &words))
    });
    if let Some(table) = table {
        files::download(&format!("{}.csv", words.course.file), "text/csv", &table);
    }
}

/// The report on the console.
#[component]
pub(super) fn After() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let report = Memo::new(move |_| {
        session.read(&Topic::Agenda, |congress| {
            let now = session.present();
            TimeReport::at(&congress.agenda, midnight(congress, now), now)
        })
    });
    view! {
        <Head title=w.after.to_owned() />
        <table class="sum after" id="time-report">
            <thead>
                <tr>
                    <th scope="col">{words.prepare.item}</th>
                    <th scope="col">{w.began_at}</th>
                    <th scope="col">{w.planned_minutes}</th>
                    <th scope="col">{w.used_minutes}</th>
                    <th scope="col">{w.difference}</th>
                    <th scope="col" aria-hidden="true">{w.picture}</th>
                </tr>
            </thead>
            <tbody>
                {move || {
                    report
                        .get()
                        .map(|report| {
                            let longest = report.longest();
                            report.rows.iter().map(|row| line(row, longest)).collect_view()
                        })
                }}
            </tbody>
        </table>
        <p>
            <a class="btn" href=href(Place::Paper(Paper::Single(Single::Course)))>
                {w.to_course}
            </a>
            <button class="btn" id="course-csv" on:click=move |_| download(session)>
                {words.course.table}
            </button>
        </p>
    }
}

/// An item with its bars, as wide as the longest allows.
fn line(row: &ReportRow, longest: i64) -> AnyView {
    let words = words();
    let share = |milliseconds: i64| milliseconds.saturating_mul(200) / longest.max(1);
    let over = row.over().div_euclid(MINUTE_MS);
    let diff = (row.begun.is_some() && over != 0)
        .then(|| format!("{}{}", if over < 0 { "−" } else { "+" }, over.abs()));
    view! {
        <tr>
            <th scope="row">{words.label(&row.title).to_owned()}</th>
            <td class="num">{row.begun.map(time)}</td>
            <td class="num">{row.minutes}</td>
            <td class="num">{row.begun.map(|_| row.used.saturating_add(MINUTE_MS / 2) / MINUTE_MS)}</td>
            <td class="num">
                <span class="diff" data-late=(over > 0).to_string()>
                    {diff}
                </span>
            </td>
            <td class="bars" aria-hidden="true">
                <span class="bars__planned" style:width=super::width(share(row.planned_ms()))></span>
                <span class="bars__used" data-over=(row.over() > 0).to_string() style:width=super::width(share(row.used))></span>
            </td>
        </tr>
    }
}
