//! A paper on the screen as it will come out of the printer.

use crate::congress::election::sheet::RoundSheet;
use crate::congress::id::{DocumentId, RoundId};
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::congress::{Congress, Topic};
use crate::documents::{
    self, Align, BallotForm, Bar, Block, Heading, Missing, Paper, Signature, Stage, WallGroup,
};
use crate::platform::{clock, files, later, page};
use crate::route::Place;
use crate::ui::data::BeforePrint;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::prepare::timeline;
use crate::ui::run::width;
use crate::ui::widgets::{Icon, Opening};
use crate::ui::{session, words};
use leptos::task::spawn_local;

/// The counting minutes of a round.
#[component]
pub(in crate::ui) fn CountingMinutes(id: RoundId) -> impl IntoView {
    let session = session();
    let words = words();
    session.follow(&Topic::Round(id.clone()));
    let made = session.read(&Topic::Rounds, |congress| {
        let sheet = congress.round(&id)?;
        let counted = congress.count_sheet(sheet)?.ok()?;
        let draft = sheet.sealed.is_none();
        Some((documents::counting_minutes(congress, sheet, &counted, &words), draft))
    });
    let (paper, draft) = made.flatten().map_or((None, false), |(paper, draft)| (Some(paper), draft));
    view! { <Sheet title=words.paper.minutes paper=paper draft=draft /> }
}

/// The programme.
#[component]
pub(in crate::ui) fn ProgrammePaper() -> impl IntoView {
    let words = words();
    let paper = made(|congress| documents::programme(congress, &words));
    view! { <Sheet title=words.paper.programme paper=paper draft=false /> }
}

/// The roll.
#[component]
pub(in crate::ui) fn RollPaper() -> impl IntoView {
    let words = words();
    let paper = made(|congress| documents::roll(congress, &words));
    view! { <Sheet title=words.paper.roll paper=paper draft=false /> }
}

/// The course of the congress, with its times.
#[component]
pub(in crate::ui) fn CoursePaper() -> impl IntoView {
    let words = words();
    let now = session().present();
    let paper = made(|congress| {
        let midnight = clock::midnight_of(congress.agenda.first_begun().unwrap_or(now));
        documents::course(congress, midnight, now, &words)
    });
    view! { <Sheet title=words.course.name paper=paper draft=false /> }
}

/// The plan of preparation, for the wall.
#[component]
pub(in crate::ui) fn PlanPaper() -> impl IntoView {
    let words = words();
    let witnessed = session().witnessed();
    let paper = made(|congress| documents::plan(congress, congress.facts(witnessed), clock::today(), &words));
    view! { <Sheet title=words.plan.wall_name paper=paper draft=false /> }
}

/// The ballots of a round.
#[component]
pub(in crate::ui) fn BallotPaper(id: RoundId) -> impl IntoView {
    let words = words();
    let paper = of_round(&id, |congress, sheet| documents::ballots(congress, sheet, &words));
    view! { <Sheet title=words.reports.ballot_name paper=paper draft=false /> }
}

/// The sheet on which a round is counted by strokes.
#[component]
pub(in crate::ui) fn TallyPaper(id: RoundId) -> impl IntoView {
    let words = words();
    let paper = of_round(&id, |congress, sheet| documents::tally_sheet(congress, sheet, &words));
    view! { <Sheet title=words.reports.tally_name paper=paper draft=false /> }
}

fn of_round(id: &RoundId, make: impl FnOnce(&Congress, &RoundSheet) -> Option<Paper>) -> Option<Paper> {
    session().glance(|congress| make(congress, congress.round(id)?)).flatten()
}

/// The report on the congress.
#[component]
pub(in crate::ui) fn ReportPaper() -> impl IntoView {
    let words = words();
    let now = session().present();
    let paper = made(|congress| {
        let midnight = clock::midnight_of(congress.agenda.first_begun().unwrap_or(now));
        documents::result_report(congress, midnight, &words)
    });
    view! { <Sheet title=words.outcome_papers.report_name paper=paper draft=false /> }
}

/// The submission for ratification.
#[component]
pub(in crate::ui) fn SubmissionPaper() -> impl IntoView {
    let words = words();
    let paper = made(|congress| documents::submission(congress, &words));
    view! { <Sheet title=words.outcome_papers.submission_name paper=paper draft=false /> }
}

/// The skeleton of the resolution.
#[component]
pub(in crate::ui) fn ResolutionPaper() -> impl IntoView {
    let words = words();
    let paper = made(|congress| documents::resolution(congress, &words));
    view! { <Sheet title=words.outcome_papers.resolution_name paper=paper draft=false /> }
}

/// Who attends.
#[component]
pub(in crate::ui) fn AttendancePaper() -> impl IntoView {
    let words = words();
    let paper = made(|congress| documents::attendance(congress, &words));
    view! { <Sheet title=words.reports.attendance_name paper=paper draft=false /> }
}

/// What the chair says.
#[component]
pub(in crate::ui) fn ScriptPaper() -> impl IntoView {
    let words = words();
    let paper = made(|congress| documents::script(congress, &words));
    view! { <Sheet title=words.reports.script_name paper=paper draft=false /> }
}

/// The minutes of the congress.
#[component]
pub(in crate::ui) fn MinutesPaper() -> impl IntoView {
    let words = words();
    let now = session().present();
    let paper = made(|congress| {
        let midnight = clock::midnight_of(congress.agenda.first_begun().unwrap_or(now));
        documents::minutes(congress, midnight, now, &words)
    });
    view! { <Sheet title=words.reports.minutes_name paper=paper draft=false /> }
}

/// What was learnt.
#[component]
pub(in crate::ui) fn LessonsPaper() -> impl IntoView {
    let words = words();
    let now = session().present();
    let paper = made(|congress| {
        let midnight = clock::midnight_of(congress.agenda.first_begun().unwrap_or(now));
        documents::lessons(congress, midnight, now, &words)
    });
    view! { <Sheet title=words.afterwards.paper_lessons_name paper=paper draft=false /> }
}

/// The empty outline of a document.
#[component]
pub(in crate::ui) fn OutlinePaper(id: DocumentId) -> impl IntoView {
    let words = words();
    let paper = session()
        .glance(|congress| {
            let document = DocumentTemplate::of(congress.details.kind).find(|document| document.id == id)?;
            Some(documents::outline(congress, document, &words))
        })
        .flatten();
    view! { <Sheet title=words.documents.outline paper=paper draft=false /> }
}

pub(super) fn made(make: impl FnOnce(&Congress) -> Paper) -> Option<Paper> {
    session().glance(make)
}

/// The paper with its button. Without a paper the sentence says why.
#[component]
pub(super) fn Sheet(title: &'static str, paper: Option<Paper>, draft: bool) -> impl IntoView {
    let words = words();
    let sentence = if paper.is_some() { words.paper.preview_note } else { words.paper.not_ready };
    let eyebrow = if draft { words.paper.draft } else { title };
    let ready = paper.is_some();
    let kept = StoredValue::new(paper.clone());
    let failed = RwSignal::new(false);
    view! {
        <div class="noprint">
            <Opening eyebrow=eyebrow.to_owned() sentence=sentence.to_owned() tight=true>
                <Show
                    when=move || ready
                    fallback=move || {
                        view! {
                            <a class="btn btn--main" href=href(Place::Count)>
                                {words.count.to_rounds}
                            </a>
                        }
                    }
                >
                    <button class="btn btn--main" on:click=move |_| page::print()>
                        <Icon name="i-print" />
                        {words.data.print}
                    </button>
                    <button class="btn" id="docx" on:click=move |_| kept.with_value(|paper| offer(paper.as_ref(), failed))>
                        <Icon name="i-in" />
                        {words.paper.docx}
                    </button>
                </Show>
            </Opening>
            <Show when=move || ready>
                <BeforePrint />
            </Show>
            <p role="alert" class="bad" id="docx-failed">
                {move || failed.get().then_some(words.paper.docx_failed)}
            </p>
            {ready.then(missing)}
            <p>
                <a href=href(Place::Documents)>{words.data.documents}</a>
            </p>
        </div>
        {paper.map(|paper| view! {
            <div class="paper-scroll" tabindex="0" role="region" aria-label=title>
                <article class="paper" lang=words.language.tag()>
                    {paper.marks.into_iter().map(|mark| view! { <p class="paper__draft">{mark}</p> }).collect_view()}
                    {heading(paper.heading)}
                    {paper.blocks.into_iter().map(block).collect_view()}
                </article>
            </div>
        })}
    }
}

/// Offers the paper as a file for word processors.
fn offer(paper: Option<&Paper>, failed: RwSignal<bool>) {
    const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let Some((name, text)) =
        paper.and_then(|paper| Some((paper.file_name(), serde_json::to_string(paper).ok()?)))
    else {
        return;
    };
    let language = words().language.tag();
    spawn_local(async move {
        let file = later::docx(&text, language).await;
        let offered = file.is_some_and(|file| files::download_bytes(&format!("{name}.docx"), MIME, &file));
        failed.set(!offered);
    });
}

/// The particulars that are blank on papers, with the way to fill them in.
fn missing() -> Option<AnyView> {
    let words = words();
    let missing = session().glance(|congress| Missing::of(&congress.details))?;
    let names: Vec<&str> = missing.into_iter().map(|one| one.name(&words)).collect();
    (!names.is_empty()).then(|| {
        view! {
            <p class="note" id="blank-on-papers">
                {words.paper.missing} " " {names.join("; ")} ". "
                <a href=href(Place::Particulars)>{words.paper.fill_in}</a>
            </p>
        }
    })
}

fn heading(heading: Heading) -> AnyView {
    view! {
        <header class="paper__head">
            <div>
                <p>{heading.superior}</p>
                <p>
                    <b>{heading.organisation}</b>
                </p>
                <p>"*"</p>
            </div>
            <div>
                <p>
                    <b class="paper__party">{heading.party}</b>
                </p>
                <p>
                    <i>{heading.place_date}</i>
                </p>
            </div>
        </header>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Title(text) => view! { <h2 class="paper__title">{text}</h2> },
        Block::Subject(text) => view! { <p class="paper__subject">{text}</p> },
        Block::Head(text) => view! { <h3 class="paper__sub">{text}</h3> },
        Block::Line(text) => view! { <p class="paper__line">{text}</p> },
        Block::Bars(bars) => {
            view! { <ul class="paper__bars">{bars.into_iter().map(bar).collect_view()}</ul> }
        }
        Block::Timeline(picture) => timeline(picture),
        Block::Wall(groups) => {
            view! { <div class="wall">{groups.into_iter().map(wall).collect_view()}</div> }
        }
        Block::Stage(plan) => stage(plan),
        Block::Ballots(forms) => {
            view! { <div class="ballots">{forms.into_iter().map(ballot).collect_view()}</div> }
        }
        Block::Signatures(signatures) => {
            view! { <div class="paper__signs">{signatures.into_iter().map(signature).collect_view()}</div> }
        }
        Block::Table { columns, rows } => {
            let aligns: Vec<&str> = columns.iter().map(|column| align(column.align)).collect();
            let heads = columns.into_iter().map(|column| {
                view! {
                    <th scope="col" data-align=align(column.align)>
                        {column.title}
                    </th>
                }
            });
            let heads = heads.collect_view();
            let rows = rows.into_iter().map(|row| {
                let cells = row
                    .into_iter()
                    .zip(&aligns)
                    .map(|(cell, align)| view! { <td data-align=*align>{cell}</td> });
                view! { <tr>{cells.collect_view()}</tr> }
            });
            let rows = rows.collect_view();
            view! {
                <table class="paper__table">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        }
    }
}

fn bar(bar: Bar) -> AnyView {
    view! {
        <li>
            <span>{bar.name}</span>
            <span class="bars" aria-hidden="true">
                <span class="bars__planned" style:width=width(bar.planned)></span>
                <span class="bars__used" data-over=bar.over.to_string() style:width=width(bar.used)></span>
            </span>
        </li>
    }
}

/// A phase on the wall.
fn wall(group: WallGroup) -> AnyView {
    let tasks = group.tasks.into_iter().map(|task| {
        view! {
            <li data-settled=task.settled.to_string()>
                <b>{if task.settled { "☑" } else { "☐" }}</b>
                <span class="num">{task.due}</span>
                <span>{task.title} <i>{task.who}</i></span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{group.title}</h3>
            <ul>{tasks.collect_view()}</ul>
        </section>
    }
}

/// A ballot.
fn ballot(form: BallotForm) -> AnyView {
    let heads = form.boxes.clone().into_iter().map(|name| view! { <th scope="col">{name}</th> });
    let heads = heads.collect_view();
    let rows = form.names.into_iter().zip(1..).map(|(name, number): (String, usize)| {
        let boxes = form.boxes.iter().map(|_| view! { <td></td> });
        view! {
            <tr>
                <td>{number.to_string()}</td>
                <td>{name}</td>
                {boxes.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="slip">
            <p>{form.organisation}</p>
            <h3>{form.title}</h3>
            <p>
                <i>{form.how}</i>
            </p>
            <table class="paper__table">
                <thead>
                    <tr>
                        <th scope="col">{form.number}</th>
                        <th scope="col">{form.name}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="slip__stamp">{form.stamp}</p>
        </section>
    }
}

/// The stage, seen from the floor.
fn stage(plan: Stage) -> AnyView {
    let title = plan.backdrop.into_iter().map(|line| view! { <p>{line}</p> });
    let pieces = plan.pieces.into_iter().map(|(row, column, name)| {
        view! {
            <span style:grid-row=row.to_string() style:grid-column=column.to_string()>{name}</span>
        }
    });
    view! {
        <figure class="stage">
            <p class="stage__top">{plan.top}</p>
            <p class="stage__wing">{plan.left}</p>
            <div class="stage__back">
                <div class="stage__title">{title.collect_view()}</div>
                <div class="stage__pieces">{pieces.collect_view()}</div>
            </div>
            <p class="stage__wing">{plan.right}</p>
            <figcaption>{plan.floor}</figcaption>
        </figure>
    }
}

fn signature(signature: Signature) -> AnyView {
    view! {
        <div>
            <p>
                <b>{signature.role}</b>
            </p>
            <p class="paper__name">{signature.name}</p>
        </div>
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Right => "right",
        Align::Center => "center",
    }
}
