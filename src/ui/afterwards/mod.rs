//! After the congress: the dates that follow, the lessons, the dossier, the archive, and the template for others.

mod committee;
mod dossier;
mod lessons;
mod template;

use super::frame::href;
use super::papers::MoreTabs;
use super::prepare::GateCard;
use super::{session, today, words};
use crate::congress::Topic;
use crate::congress::checklist::Task;
use crate::congress::preparation::{Fact, Gate};
use crate::documents;
use crate::platform::page;
use crate::route::{Paper, Place, Single};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use chrono::NaiveDate;
use committee::{Committee, ProgressFile};
use dossier::Dossier;
use lessons::Lessons;
use template::HandOn;

/// What is to be done next.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// The report is late.
    Overdue,
    /// No lesson is written down.
    Lessons,
    /// The report is to be sent.
    Report,
    /// The report is sent, and no lesson is written down.
    LessonsOnly,
    /// Only papers are to be kept.
    Dossier,
}

/// The place.
#[component]
pub(super) fn Afterwards() -> impl IntoView {
    let words = words();
    let w = words.afterwards;
    let today = today();
    let next = Memo::new(move |_| next(today.get()));
    let sentence = Signal::derive(move || {
        let text = match next.get() {
            Next::Overdue => w.overdue,
            Next::Lessons => w.opening,
            Next::Report => w.lessons_written,
            Next::LessonsOnly => w.sent,
            Next::Dossier => w.sent_and_written,
        };
        text.to_owned()
    });
    view! {
        <Opening eyebrow=Signal::derive(move || due(today.get())) sentence=sentence>
            <div class="twodo">
                <a class="btn" href=href(Place::Paper(Paper::Single(Single::Lessons)))>
                    <Icon name="i-print" />
                    {w.print_lessons}
                </a>
                {move || match next.get() {
                    Next::Lessons | Next::LessonsOnly => view! {
                        <button class="btn btn--main" id="write-lesson" on:click=move |_| page::focus("lesson-text")>
                            {w.write_lesson}
                        </button>
                    },
                    Next::Overdue | Next::Report => view! {
                        <a class="btn btn--main" href=href(Place::Paper(Paper::Single(Single::Report)))>
                            {w.see_report}
                        </a>
                    },
                    Next::Dossier => ().view(),
                }}
            </div>
        </Opening>
        <MoreTabs here=Place::Afterwards />
        <div class="cols">
            <div>
                <Lessons />
                <HandOn />
            </div>
            <aside>
                <GateCard gate=Gate::Report />
                <Committee />
                <ProgressFile />
                <Dossier />
            </aside>
        </div>
    }
}

/// What is to be done next on this day.
fn next(today: NaiveDate) -> Next {
    let session = session();
    let facts = session.facts(session.witnessed());
    session.follow(&Topic::Tasks);
    // The days left of the report, while it is to be sent.
    let days = session.read(&Topic::Details, |congress| {
        let open = documents::report_task(congress).filter(|task| !task.state(facts).is_settled());
        open.map(|task| task.due.map_or(0, |due| (due - today).num_days()))
    });
    match (days.flatten(), facts.has(Fact::LessonsNoted)) {
        (Some(days), _) if days < 0 => Next::Overdue,
        (Some(_), false) => Next::Lessons,
        (Some(_), true) => Next::Report,
        (None, false) => Next::LessonsOnly,
        (None, true) => Next::Dossier,
    }
}

/// The last day of what is still to be sent or awaited, and the days left until then from this day on.
fn due(today: NaiveDate) -> String {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let facts = session.facts(session.witnessed());
    session.follow(&Topic::Tasks);
    let days = session.read(&Topic::Details, |congress| {
        let open = |task: Option<&Task>| task.filter(|task| !task.state(facts).is_settled())?.due;
        [
            (w.report_due, open(documents::report_task(congress))),
            (w.ratified_due, open(documents::ratification(congress))),
        ]
    });
    let told = days.into_iter().flatten().filter_map(|(what, due)| {
        let left = words.days_left((due? - today).num_days());
        Some(format!("{what}: {}, {left}", words.due_seen_from(due?, today)))
    });
    told.collect::<Vec<_>>().join(" · ")
}
