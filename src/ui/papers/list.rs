//! The list of papers.

use super::MoreTabs;
use super::sheet::form_of;
use crate::congress::Topic;
use crate::congress::election::{CongressForm, Method};
use crate::congress::id::RoundId;
use crate::route::{Paper, Place, Single};
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
                    let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
                    format!("{}: {title}", words.paper.minutes)
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
                    .map(|(id, title)| line(Place::Paper(Paper::CountingMinutes(id)), title))
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

/// Everything that no round makes: what is prepared, what tells of the congress, what the superior writes.
#[component]
fn Others() -> impl IntoView {
    let words = words();
    let delegates = session().glance(|congress| congress.form() == CongressForm::Delegates);
    let name = move |paper: Single| match paper {
        Single::Attendance if delegates == Some(true) => words.reports.credentials_name,
        paper => words.paper_name(form_of(paper)),
    };
    let before = [Single::Programme, Single::Script, Single::Roll, Single::Plan, Single::Decoration];
    let after = [
        Single::Attendance,
        Single::Minutes,
        Single::Resolution,
        Single::Report,
        Single::Submission,
        Single::Course,
        Single::DeskLog,
        Single::Restore,
        Single::Lessons,
    ];
    let superior = [Single::Reply, Single::Ratification];
    let part = |title: &'static str, papers: &[Single]| {
        let lines =
            papers.iter().map(|paper| line(Place::Paper(Paper::Single(*paper)), name(*paper).to_owned()));
        view! {
            <Head title=title />
            <ul class="papers">{lines.collect_view()}</ul>
        }
    };
    view! {
        {part(words.frame.prepare, &before)}
        {part(words.reports.of_the_congress, &after)}
        {part(words.reports.of_the_superior, &superior)}
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
                        line(Place::Paper(Paper::Ballots(sheet.id.clone())), name(words.reports.ballot_name)),
                        line(Place::Paper(Paper::Tally(sheet.id.clone())), name(words.reports.tally_name)),
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
