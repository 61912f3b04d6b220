//! The list of papers.

use super::MoreTabs;
use crate::congress::Topic;
use crate::congress::election::{CongressForm, Method};
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
        <Head title=words.frame.count.to_owned() />
        <ul class="papers">
            {move || {
                rounds
                    .get()
                    .into_iter()
                    .map(|(id, title)| line(Place::CountingMinutes(id), title))
                    .collect_view()
            }}
        </ul>
        <BallotLines />
        <Show when=move || rounds.with(Vec::is_empty)>
            <p class="lead">{w.documents_none}</p>
        </Show>
        <Others />
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

/// Everything that no round makes: what is prepared, then what tells of the congress.
#[component]
fn Others() -> impl IntoView {
    let words = words();
    let reports = words.reports;
    let delegates = session().glance(|congress| congress.form() == CongressForm::Delegates);
    let attendance = if delegates == Some(true) { reports.credentials_name } else { reports.attendance_name };
    let before = [
        (Place::ProgrammePaper, words.paper.programme),
        (Place::ScriptPaper, reports.script_name),
        (Place::RollPaper, words.paper.roll),
        (Place::PlanPaper, words.plan.wall_name),
        (Place::DecorationPaper, words.decoration.name),
    ];
    let after = [
        (Place::AttendancePaper, attendance),
        (Place::MinutesPaper, reports.minutes_name),
        (Place::ResolutionPaper, reports.resolution_name),
        (Place::ReportPaper, reports.report_name),
        (Place::SubmissionPaper, reports.submission_name),
        (Place::CoursePaper, words.course.name),
        (Place::LessonsPaper, words.afterwards.paper_lessons_name),
    ];
    let lines = |(place, name): (Place, &'static str)| line(place, name.to_owned());
    view! {
        <Head title=words.frame.prepare.to_owned() />
        <ul class="papers">{before.into_iter().map(lines).collect_view()}</ul>
        <Head title=reports.of_the_congress.to_owned() />
        <ul class="papers">{after.into_iter().map(lines).collect_view()}</ul>
    }
}

/// Ballots and tally sheets of the secret rounds that were opened, the latest first.
#[component]
fn BallotLines() -> impl IntoView {
    let session = session();
    let words = words();
    let lines = move || {
        session
            .read(&Topic::Rounds, |congress| {
                let secret = congress.rounds.iter().rev().filter(|sheet| sheet.method != Method::ShowOfHands);
                let lines = secret.flat_map(|sheet| {
                    let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
                    let name = |paper: &str| format!("{paper}: {title}");
                    [
                        line(Place::BallotPaper(sheet.id.clone()), name(words.reports.ballot_name)),
                        line(Place::TallyPaper(sheet.id.clone()), name(words.reports.tally_name)),
                    ]
                });
                lines.collect::<Vec<_>>()
            })
            .unwrap_or_default()
    };
    view! { <ul class="papers" id="ballot-papers">{move || lines().collect_view()}</ul> }
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
