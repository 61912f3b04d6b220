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
use crate::congress::preparation::Gate;
use crate::documents;
use crate::route::{Paper, Place, Single};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use chrono::NaiveDate;
use committee::{Committee, ProgressFile};
use dossier::Dossier;
use lessons::Lessons;
use template::HandOn;

/// The place.
#[component]
pub(super) fn Afterwards() -> impl IntoView {
    let words = words();
    let w = words.afterwards;
    let today = today();
    view! {
        <Opening eyebrow=Signal::derive(move || due(today.get())) sentence=w.opening.to_owned()>
            <a class="btn btn--main" href=href(Place::Paper(Paper::Single(Single::Lessons)))>
                <Icon name="i-print" />
                {w.paper_lessons_name}
            </a>
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

/// The last day of the report, and the days left until then from this day on.
fn due(today: NaiveDate) -> String {
    let session = session();
    let words = words();
    let w = words.afterwards;
    session.follow(&Topic::Tasks);
    let days = session.read(&Topic::Details, |congress| {
        let ratified = documents::ratification(congress).and_then(|task| task.due);
        [(w.report_due, documents::report_due(congress)), (w.ratified_due, ratified)]
    });
    let told = days.into_iter().flatten().filter_map(|(what, due)| {
        let left = words.days_left((due? - today).num_days());
        Some(format!("{what}: {}, {left}", words.due(due?)))
    });
    told.collect::<Vec<_>>().join(" · ")
}
