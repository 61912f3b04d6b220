//! A paper on the screen as it will come out of the printer.

use super::block::{blocks, heading};
use super::decoration::DecorationPaper;
use crate::codes::Code;
use crate::congress::id::RoundId;
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::congress::{Congress, Moment, Topic};
use crate::documents::{self, Block, Paper};
use crate::platform::{clock, files, later, page};
use crate::route::{Paper as Which, Place, Single};
use crate::ui::data::BeforePrint;
use crate::ui::data::desk_lines;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use crate::ui::{session, words};
use crate::words::Words;
use leptos::task::spawn_local;

/// A paper with its buttons.
pub(in crate::ui) fn paper(which: Which) -> AnyView {
    let words = words();
    match which {
        Which::CountingMinutes(id) => {
            session().follow(&Topic::Round(id.clone()));
            shown(words.paper.minutes, move |congress| {
                let sheet = congress.round(&id)?;
                let counted = congress.count_sheet(sheet)?.ok()?;
                Some(documents::counting_minutes(congress, sheet, &counted, &words))
            })
        }
        Which::Ballots(id) => ballots(id),
        Which::Tally(id) => shown(words.reports.tally_name, move |congress| {
            documents::tally_sheet(congress, congress.round(&id)?, &words)
        }),
        Which::Outline(id) => shown(words.documents.outline, move |congress| {
            let document = DocumentTemplate::of(congress.details.kind).find(|document| document.id == id)?;
            Some(documents::outline(congress, document, &words))
        }),
        Which::Single(single) => self::single(single),
    }
}

/// The ballots of a round, with how many sheets of them it takes.
fn ballots(id: RoundId) -> AnyView {
    let (session, words) = (session(), words());
    let sheets = session.glance(|congress| {
        let sheet = congress.round(&id)?;
        let paper = documents::ballots(congress, sheet, &words)?;
        let several = paper.blocks.iter().find_map(|block| match block {
            Block::Ballots(forms) => Some(forms.len()),
            _ => None,
        });
        Some(words.ballot_sheets(several?, sheet.electorate.present))
    });
    let sheets = sheets.flatten().map(|text| view! { <p class="note noprint" id="ballot-sheets">{text}</p> });
    let paper = shown(words.reports.ballot_name, move |congress| {
        documents::ballots(congress, congress.round(&id)?, &words)
    });
    view! {
        {sheets}
        {paper}
    }
}

fn single(which: Single) -> AnyView {
    let words = words();
    let title = words.paper_name(form_of(which));
    let plain = move |make: fn(&Congress, &Words) -> Paper| {
        shown(title, move |congress| Some(make(congress, &words)))
    };
    match which {
        Single::Programme => plain(documents::programme),
        Single::Script => plain(documents::script),
        Single::Roll => plain(documents::roll),
        Single::Attendance => plain(documents::attendance),
        Single::Resolution => plain(documents::resolution),
        Single::Submission => plain(documents::submission),
        Single::Reply => plain(documents::reply),
        Single::Ratification => plain(documents::ratification_decision),
        Single::Decoration => view! { <DecorationPaper>{plain(documents::decoration)}</DecorationPaper> },
        Single::Minutes => timed(title, documents::minutes),
        Single::Course => timed(title, documents::course),
        Single::Lessons => timed(title, documents::lessons),
        Single::Report => {
            timed(title, |congress, midnight, _, words| documents::result_report(congress, midnight, words))
        }
        Single::Plan => {
            let witnessed = session().witnessed();
            shown(title, move |congress| {
                Some(documents::plan(congress, congress.facts(witnessed), clock::today(), &words))
            })
        }
        Single::Restore => view! { <RestoreSheet title=title /> },
        Single::DeskLog => {
            let lines = StoredValue::new(desk_lines(session(), words));
            shown(title, move |congress| {
                Some(lines.with_value(|lines| documents::desk_log(congress, lines, &words)))
            })
        }
    }
}

/// How far the codes of the restore sheet are.
#[derive(Clone)]
enum Codes {
    /// They are being made.
    Awaited,
    /// The module of codes did not open.
    Unable,
    /// The congress does not fit on a sheet.
    TooMany,
    /// They are there; whether the programme is among what they hold.
    Made(bool, Vec<Code>),
}

/// The restore sheet, once its codes are made.
#[component]
fn RestoreSheet(title: &'static str) -> impl IntoView {
    let session = session();
    let words = words();
    let made = RwSignal::new(Codes::Awaited);
    let texts = session.glance(|congress| documents::essentials(congress, &words));
    spawn_local(async move {
        let Some(texts) = texts else { return };
        made.set(match later::codes(&texts).await {
            None => Codes::Unable,
            Some(None) => Codes::TooMany,
            Some(Some((place, codes))) => {
                Code::read(&codes).map_or(Codes::Unable, |codes| Codes::Made(place == 0, codes))
            }
        });
    });
    (move || match made.get() {
        Codes::Awaited => view! { <p class="lead" role="status">{words.reports.restore_making}</p> },
        Codes::Unable => view! { <p class="bad" role="alert">{words.start.print_no_reader}</p> },
        Codes::TooMany => view! { <p class="bad" role="alert">{words.reports.restore_too_large}</p> },
        Codes::Made(whole, codes) => {
            shown(title, move |congress| Some(documents::restore(congress, whole, &codes, &words)))
        }
    })
    .view()
}

/// The form that words a paper.
pub(super) fn form_of(which: Single) -> &'static str {
    match which {
        Single::Programme => "programme",
        Single::Script => "script",
        Single::Roll => "roll",
        Single::Plan => "plan",
        Single::Decoration => "decoration",
        Single::Attendance => "attendance",
        Single::Minutes => "minutes",
        Single::Resolution => "resolution",
        Single::Report => "report",
        Single::Submission => "submission",
        Single::Course => "course",
        Single::Lessons => "lessons",
        Single::DeskLog => "desk_log",
        Single::Restore => "restore",
        Single::Reply => "reply",
        Single::Ratification => "ratification",
    }
}

/// A paper that tells times: by the local midnight from which the agenda counts, and by what time it is.
fn timed(title: &'static str, make: fn(&Congress, Moment, Moment, &Words) -> Paper) -> AnyView {
    let words = words();
    let now = session().present();
    shown(title, move |congress| {
        let midnight = clock::midnight_of(congress.agenda.first_begun().unwrap_or(now));
        Some(make(congress, midnight, now, &words))
    })
}

/// A paper with its buttons, made anew when its wording changes.
fn shown(title: &'static str, make: impl Fn(&Congress) -> Option<Paper> + Send + 'static) -> AnyView {
    let session = session();
    let rewording = RwSignal::new(false);
    (move || {
        session.follow(&Topic::Preparation);
        let paper = session.glance(&make).flatten();
        view! { <Sheet title=title paper=paper rewording=rewording /> }
    })
    .view()
}

/// The paper with its button. Without a paper the sentence says why.
#[component]
fn Sheet(title: &'static str, paper: Option<Paper>, rewording: RwSignal<bool>) -> impl IntoView {
    let words = words();
    let sentence = match &paper {
        Some(paper) if paper.has_blanks() => words.paper.preview_note,
        Some(_) => words.paper.no_blanks,
        None => words.paper.not_ready,
    };
    let figures = if paper.as_ref().is_some_and(Paper::has_figures) { words.paper.figures_link } else { "" };
    let missing = paper.as_ref().and_then(missing);
    let draft = paper.as_ref().is_some_and(|paper| paper.marks.iter().any(|mark| mark == words.paper.draft));
    let eyebrow = if draft { words.paper.draft } else { title };
    let can_reword = paper.as_ref().is_some_and(|paper| paper.wordings.iter().any(Option::is_some));
    let ready = paper.is_some();
    let kept = StoredValue::new(paper.clone());
    let failed = RwSignal::new(false);
    if let Some(paper) = &paper {
        page::set_print_margins(&paper.print_margins());
    }
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
            <Show when=move || can_reword>
                <p class="row">
                    <button class="btn" id="reword" aria-pressed=move || rewording.get().to_string() on:click=move |_| rewording.update(|on| *on = !*on)>
                        <Icon name="i-pen" />
                        {words.paper.reword}
                    </button>
                    <span class="note">{move || if rewording.get() { words.paper.reword_how } else { figures }}</span>
                </p>
            </Show>
            <p role="alert" class="bad" id="docx-failed">
                {move || failed.get().then_some(words.paper.docx_failed)}
            </p>
            {missing}
            <p>
                <a href=href(Place::Documents)>{words.data.documents}</a>
            </p>
        </div>
        {paper.map(|paper| view! {
            <div class="paper-scroll" tabindex="0" role="region" aria-label=title>
                <article
                    class="paper"
                    lang=words.language.tag()
                    style:--margins=paper.page.css_margins()
                    style:--letters=format!("{}pt", paper.page.letters)
                >
                    {paper.marks.into_iter().map(|mark| view! { <p class="paper__draft">{mark}</p> }).collect_view()}
                    {heading(paper.heading)}
                    {blocks(&paper.form, paper.blocks, paper.wordings, rewording)}
                </article>
            </div>
        })}
    }
}

/// Offers the paper as a file for word processors.
fn offer(paper: Option<&Paper>, failed: RwSignal<bool>) {
    const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let Some(paper) = paper else { return };
    let file = documents::docx(paper, words().language.tag());
    let name = format!("{}.docx", paper.file_name());
    failed.set(!file.is_some_and(|file| files::download_bytes(&name, MIME, &file)));
}

/// The particulars that are blank on a paper, with the way to fill them in.
fn missing(paper: &Paper) -> Option<AnyView> {
    let words = words();
    let missing = session().glance(|congress| paper.missing(&congress.details))?;
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
