//! The hall screen: one thing, large, for a second window on the projector. It only follows.

use super::bell::keep_awake;
use super::{Clock, digits, midnight, running, width};
use crate::congress::Topic;
use crate::congress::agenda::clock::Phase;
use crate::congress::agenda::template::ItemKind;
use crate::congress::count::Counted;
use crate::congress::counting::HallCount;
use crate::congress::election::{Office, ProofRow, Verdict};
use crate::congress::moment::MINUTE_MS;
use crate::platform::{clock, page};
use crate::route::{Place, Route};
use crate::ui::count::strokes;
use crate::ui::frame::{Rehearsal, time};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Confirm, Icon, say};
use crate::ui::{session, words};

/// What the hall sees in the middle.
#[derive(Clone, PartialEq)]
enum Shown {
    Dark,
    Waiting,
    Item,
    Counting(String, String),
    Squares(String, Vec<(String, u32)>),
    Result(Box<HallResult>),
    Over,
}

/// A sealed result, as the hall reads it.
#[derive(Clone, PartialEq)]
struct HallResult {
    title: String,
    rows: Vec<(String, u32, String, Verdict)>,
    office: Office,
    foot: String,
}

/// The hall screen.
#[component]
pub(in crate::ui) fn Hall() -> impl IntoView {
    let session = session();
    let words = words();
    let name = Memo::new(move |_| {
        session
            .read(&Topic::Details, |congress| {
                words.congress_name(&congress.details.organisation, &congress.details.ordinal)
            })
            .unwrap_or_default()
    });
    let clock = Memo::new(move |_| time(session.now()));
    let shown = shown();
    page::keep_hall();
    let clock_run = running();
    let look = move || match shown.get() {
        Shown::Dark => "dark",
        Shown::Item => clock_run.get().map_or("run", |clock| clock.name()),
        _ => "run",
    };
    keep_awake(clock_run);
    view! {
        <main class="hall" data-phase=look id="main">
            <Rehearsal />
            <div class="hall__in">
                <div class="hall__top">
                    <h1>{move || name.get()}</h1>
                    <span class="num">{move || clock.get()}</span>
                </div>
                {move || match shown.get() {
                    Shown::Dark => ().view(),
                    Shown::Waiting => view! { <Waiting /> },
                    Shown::Over => still(words.run.hall_over),
                    Shown::Counting(title, progress) => counting(&title, &progress),
                    Shown::Squares(title, rows) => squares(&title, rows),
                    Shown::Result(result) => result_table(&result),
                    Shown::Item => view! { <Item /> },
                }}
                <Message shown=shown />
                <NextLine shown=shown />
            </div>
            <Leave />
        </main>
    }
}

/// The two presses of the hall screen: to fill the screen, and to leave it on purpose.
#[component]
fn Leave() -> impl IntoView {
    let session = session();
    let words = words();
    let leaving = RwSignal::new(false);
    let leave = Callback::new(move |()| {
        if let Some(congress) = session.congress() {
            page::leave_hall(&Route::Congress(congress, Place::Run).href());
        }
    });
    view! {
        <div class="hall__leave">
            <button id="full-screen" on:click=move |_| page::toggle_full_screen()>
                {words.run.hall_full}
            </button>
            <button id="leave-hall" on:click=move |_| leaving.set(true)>
                {words.run.hall_leave}
            </button>
        </div>
        <Confirm
            open=leaving
            question=words.run.hall_leave_question
            note=words.run.hall_leave_note
            yes=words.run.hall_leave
            no=words.run.hall_stay
            on_yes=leave
        />
    }
}

/// What to show: what the counting board has released since the running item began, else that item.
fn shown() -> Memo<Shown> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        session.follow(&Topic::Rounds);
        session.follow(&Topic::Hall);
        let running = session.glance(|congress| {
            let round = congress.round(&congress.hall.as_ref()?.round)?;
            Some((
                Topic::Round(round.id.clone()),
                round.desk.running().map(|pass| Topic::Pass(pass.id.clone())),
            ))
        });
        if let Some((round, pass)) = running.flatten() {
            session.follow(&round);
            if let Some(pass) = pass {
                session.follow(&pass);
            }
        }
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                if agenda.dark {
                    return Shown::Dark;
                }
                let began = agenda.current_item().and_then(|item| item.runs.last()).map(|run| run.begun);
                let Some((sheet, count)) = congress.hall_count(began) else {
                    return match agenda.current_item() {
                        Some(_) => Shown::Item,
                        None if agenda.closed.is_some() => Shown::Over,
                        None => Shown::Waiting,
                    };
                };
                let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
                match count {
                    HallCount::Progress(entered, collected) => {
                        Shown::Counting(title, words.hall_progress(entered, collected))
                    }
                    HallCount::Squares(rows) => Shown::Squares(title, rows),
                    HallCount::Result(counted) => Shown::Result(Box::new(result(title, &counted))),
                }
            })
            .unwrap_or(Shown::Waiting)
    })
}

fn result(title: String, counted: &Counted) -> HallResult {
    let words = words();
    let rows = counted.proof.rows.iter();
    let row = |row: &ProofRow| (row.name.clone(), row.votes, words.share(row.share_hundredths), row.verdict);
    let Counted { round, outcome, .. } = counted;
    // An open vote has no ballots and elects nobody.
    let by_hands = round.office == Office::OpenVote;
    HallResult {
        title: if by_hands { title } else { words.hall_result_title(round, outcome.elected.len()) },
        rows: rows.map(row).collect(),
        office: round.office,
        foot: if by_hands {
            words.reading_open_vote(counted)
        } else {
            words.hall_foot(&round.ballots, counted.proof.base.base, outcome.threshold)
        },
    }
}

/// How far the count is, without a figure of anybody.
fn counting(title: &str, progress: &str) -> AnyView {
    view! {
        <div class="hall__mid">
            <p class="hall__item">{title.to_owned()}</p>
            <p class="hall__who" id="hall-progress">{say(progress)}</p>
        </div>
    }
}

/// The squares as they are drawn, name by name.
fn squares(title: &str, rows: Vec<(String, u32)>) -> AnyView {
    let row = |(name, votes): (String, u32)| {
        view! {
            <tr data-elected="false">
                <td class="who">{name}</td>
                <td class="v num">{votes}</td>
                <td class="sq">{strokes(votes)}</td>
            </tr>
        }
    };
    view! {
        <div class="hall__mid">
            <table class="hres hres--squares" id="hall-squares">
                <caption>{title.to_owned()}</caption>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn still(text: &'static str) -> AnyView {
    view! {
        <div class="hall__mid">
            <p class="hall__who">{text}</p>
        </div>
    }
}

/// Before the first item: how long until it is planned to begin.
#[component]
fn Waiting() -> impl IntoView {
    let session = session();
    let words = words();
    // On the day itself until the opening, the time left too.
    let opening = Memo::new(move |_| {
        let now = session.now();
        session.follow(&Topic::Details);
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let start = midnight(congress, now).plus(i64::from(agenda.start_minute) * MINUTE_MS);
                let (date, today) = (congress.details.date, clock::day_of(now));
                let ahead = date > today || (date == today && start > now);
                if agenda.has_begun() || agenda.items.is_empty() || !ahead {
                    return None;
                }
                let day = (date > today).then(|| words.date(date));
                let left = (date == today).then(|| digits(start.since(now)));
                Some((words.hall_begins(&time(start), day.as_deref()), left))
            })
            .flatten()
    });
    let begins = Memo::new(move |_| opening.get().map(|(begins, _)| begins));
    let left = move || opening.get().and_then(|(_, left)| left);
    view! {
        <div class="hall__mid">
            <p class="hall__who">{words.run.hall_waiting}</p>
            {move || begins.get().map(|begins| view! { <p class="hall__item" id="hall-begins">{begins}</p> })}
            <Show when=move || left().is_some()>
                <div class="hall__clock">
                    <p class="hall__digits num">{left}</p>
                </div>
            </Show>
        </div>
    }
}

/// What the console tells the speaker. A result that is read out has the hall to itself.
#[component]
fn Message(shown: Memo<Shown>) -> impl IntoView {
    let session = session();
    let message = Memo::new(move |_| {
        // It goes with the speaker whom it was for.
        session.follow(&Topic::Agenda);
        session
            .read(&Topic::Hall, |congress| {
                let agenda = &congress.agenda;
                (!agenda.dark && !agenda.message.is_empty()).then(|| agenda.message.clone())
            })
            .flatten()
    });
    (move || {
        message
            .get()
            .filter(|_| shown.with(|shown| !matches!(shown, Shown::Result(_))))
            .map(|text| view! { <p class="hall__message" id="hall-message" role="status">{text}</p> })
    })
    .view()
}

/// What runs, with its digits: the speaker's, or else the item's.
#[component]
fn Item() -> impl IntoView {
    let session = session();
    let words = words();
    let titles = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let item = agenda.current_item()?;
                let title = words.label(&item.title).to_owned();
                Some(match agenda.current_speaker() {
                    Some(speaker) => (speaker.name.clone(), title, false),
                    None => (title, words.label(&item.presenter).to_owned(), item.kind == ItemKind::Break),
                })
            })
            .flatten()
            .unwrap_or_default()
    });
    let clock = running();
    let digits = Memo::new(move |_| clock.with(|clock| clock.as_ref().map(Clock::digits)));
    // With hours there is more to fit into the width.
    let long =
        Memo::new(move |_| digits.with(|digits| digits.as_ref().is_some_and(|digits| digits.len() > 6)));
    let phase = Memo::new(move |_| {
        clock.get().map(|clock| (clock.reading.phase, clock.reading.paused, clock.speaks))
    });
    let said = move || phase.get().map_or("", |(phase, paused, speaks)| words.phase(phase, paused, speaks));
    let icon = Signal::derive(move || clock.with(|clock| clock.as_ref().map_or("m-run", Clock::icon)));
    // When a break ends; whole minutes, so that it changes only when the break is made longer.
    let back = Memo::new(move |_| {
        let left = clock.get()?.reading.left();
        titles.get().2.then(|| words.back_at(&time(session.present().plus(left.saturating_add(30_000)))))
    });
    let note = Memo::new(move |_| {
        clock.get().map(|clock| match (clock.reading.phase, clock.reading.paused) {
            (Phase::Running | Phase::LastMinute, false) if titles.get().2 => back.get().unwrap_or_default(),
            (Phase::LastMinute, false) => words.run.please_conclude.to_owned(),
            (phase, _) => words.clock_note(phase == Phase::Overtime, clock.minutes()),
        })
    });
    let share = Memo::new(move |_| clock.get().map_or(0, |clock| clock.share()));
    view! {
        <div class="hall__mid">
            <p class="hall__item">{move || titles.get().1}</p>
            <p class="hall__who">{move || titles.get().0}</p>
            <div class="hall__clock">
                <p class="hall__digits num" data-long=move || long.get().to_string()>
                    {move || digits.get()}
                </p>
                <div class="hall__phase">
                    <Icon name=icon />
                    <p>
                        {said} <small>{move || note.get()}</small>
                    </p>
                </div>
            </div>
            <div class="hall__bar">
                <span style:width=move || width(share.get())></span>
            </div>
        </div>
    }
}

fn result_table(result: &HallResult) -> AnyView {
    let words = words();
    let rows = result.rows.iter().map(|(name, votes, share, verdict)| {
        let elected = *verdict == Verdict::Elected;
        // Many names leave room for the end of a long verdict alone.
        let told = words.verdict_on(*verdict, result.office);
        let (lead, end) = told.split_once(", ").map_or((None, told), |(lead, end)| (Some(lead), end));
        view! {
            <tr data-elected=elected.to_string()>
                <td class="who">{name.clone()}</td>
                <td class="v num">{*votes}</td>
                <td class="p num">{share.clone()}</td>
                <td class="st">
                    <Icon name=if elected { "m-done" } else { "m-no" } />
                    {lead.map(|lead| view! { <span class="st__lead">{lead} ", "</span> })}
                    {end}
                </td>
            </tr>
        }
    });
    view! {
        <div class="hall__mid">
            <table class="hres">
                <caption>{result.title.clone()}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p class="hres__foot">{result.foot.clone()}</p>
        </div>
    }
}

#[component]
fn NextLine(shown: Memo<Shown>) -> impl IntoView {
    let session = session();
    let words = words();
    let next = Memo::new(move |_| {
        session.follow(&Topic::Speakers);
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                // Whoever speaks next, while the floor is given; else the next item.
                let speaker = agenda.next_speaker().filter(|_| agenda.speaking.is_some()).map(|speaker| {
                    let minutes = speaker.allotted(&agenda.speaking_minutes) / MINUTE_MS;
                    (speaker.name.clone(), words.turn_of(speaker.kind, minutes))
                });
                speaker.or_else(|| {
                    let item = agenda.next_item()?;
                    Some((words.label(&item.title).to_owned(), words.minutes(i64::from(item.minutes))))
                })
            })
            .flatten()
    });
    (move || match (shown.get(), next.get()) {
        (Shown::Dark, _) => ().view(),
        (Shown::Over, _) => {
            view! { <div class="hall__next"><span>{words.run.hall_thanks}</span></div> }
        }
        (_, Some((title, minutes))) => view! {
            <div class="hall__next">
                <span>{words.run.hall_next}</span>
                <b>{title}</b>
                <span>{minutes}</span>
            </div>
        },
        (_, None) => view! { <div class="hall__next"><span>{words.run.hall_last}</span></div> },
    })
    .view()
}
