//! The list of papers.

use super::MoreTabs;
use crate::congress::Topic;
use crate::congress::id::RoundId;
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, Opening};
use crate::ui::{session, words};

/// The list of papers.
#[component]
pub(in crate::ui) fn Documents() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    let rounds = Memo::new(move |_| {
        session
            .read(&Topic::Rounds, |congress| {
                let sealed = congress.rounds.iter().filter(|sheet| {
                    // An open vote has no counting minutes.
                    sheet.sealed.is_some() && sheet.office != crate::congress::election::Office::OpenVote
                });
                let title = |sheet: &crate::congress::election::sheet::RoundSheet| {
                    words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind)
                };
                sealed.map(|sheet| (sheet.id.clone(), title(sheet))).collect::<Vec<(RoundId, String)>>()
            })
            .unwrap_or_default()
    });
    view! {
        <Opening eyebrow=words.frame.more.to_owned() sentence=w.documents_opening.to_owned() />
        <MoreTabs here=Place::Documents />
        <Head title=words.paper.minutes.to_owned() />
        <ul class="papers">
            {move || {
                rounds
                    .get()
                    .into_iter()
                    .map(|(id, title)| line(Place::CountingMinutes(id), title))
                    .collect_view()
            }}
        </ul>
        <Show when=move || rounds.with(Vec::is_empty)>
            <p class="lead">{w.documents_none}</p>
        </Show>
        <Head title=words.frame.prepare.to_owned() />
        <ul class="papers">
            {line(Place::ProgrammePaper, words.paper.programme.to_owned())}
            {line(Place::RollPaper, words.paper.roll.to_owned())}
            {line(Place::PlanPaper, words.plan.wall_name.to_owned())}
            {line(Place::DecorationPaper, words.decoration.name.to_owned())}
            {line(Place::CoursePaper, words.course.name.to_owned())}
            {line(Place::LessonsPaper, words.afterwards.paper_lessons_name.to_owned())}
        </ul>
        <Head title=words.frame.hall.to_owned() />
        <ul class="papers">
            <li>
                <a href=href(Place::Hall) target="so-tay-dai-hoi-hall">
                    <Icon name="i-screen" />
                    {words.frame.hall_opens}
                </a>
            </li>
        </ul>
    }
}

fn line(place: Place, title: String) -> AnyView {
    view! {
        <li>
            <a href=href(place)>
                <Icon name="i-print" />
                {title}
            </a>
        </li>
    }
}
