//! After the congress: the dates that follow, the lessons, the dossier, the archive, and the template for others.

mod dossier;
mod lessons;
mod template;

use super::frame::href;
use super::papers::MoreTabs;
use super::prepare::GateCard;
use super::{session, words};
use crate::congress::Topic;
use crate::congress::preparation::Gate;
use crate::documents;
use crate::platform::clock;
use crate::route::Place;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use dossier::Dossier;
use lessons::Lessons;
use template::HandOn;

/// The place.
#[component]
pub(super) fn Afterwards() -> impl IntoView {
    let words = words();
    let w = words.afterwards;
    view! {
        <Opening eyebrow=Signal::derive(due) sentence=w.opening.to_owned()>
            <a class="btn btn--main" href=href(Place::LessonsPaper)>
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
                <Dossier />
            </aside>
        </div>
    }
}

/// The last day of the report, and the days left until then.
fn due() -> String {
    let session = session();
    let words = words();
    session.follow(&Topic::Tasks);
    let due = session.read(&Topic::Details, documents::report_due).flatten();
    due.map_or_else(String::new, |due| {
        let left = words.days_left((due - clock::today()).num_days());
        format!("{}: {} · {left}", words.afterwards.report_due, words.due(due))
    })
}
