//! The hall screen: one thing, large, for a second window on the projector. It only follows.

use super::console::{phase_icon, phase_name, reading};
use super::digits;
use crate::congress::Topic;
use crate::congress::agenda::clock::Phase;
use crate::congress::election::Verdict;
use crate::congress::moment::MINUTE_MS;
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Icon;
use crate::ui::{session, words};

/// What the hall sees in the middle.
#[derive(Clone, PartialEq)]
enum Shown {
    Waiting,
    Item,
    Result(Box<HallResult>),
    Over,
}

/// A sealed result, as the hall reads it.
#[derive(Clone, PartialEq)]
struct HallResult {
    title: String,
    rows: Vec<(String, u32, String, Verdict)>,
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
    let phase = reading();
    let look = move || {
        let reading = phase.get().filter(|_| shown.get() == Shown::Item);
        reading.map_or("run", |reading| phase_name(reading.phase, reading.paused))
    };
    view! {
        <main class="hall" data-phase=look id="main">
            <div class="hall__in">
                <div class="hall__top">
                    <b>{move || name.get()}</b>
                    <span class="num">{move || clock.get()}</span>
                </div>
                {move || match shown.get() {
                    Shown::Waiting => still(words.run.hall_waiting),
                    Shown::Over => still(words.run.hall_over),
                    Shown::Result(result) => result_table(&result),
                    Shown::Item => view! { <Item /> },
                }}
                <NextLine shown=shown />
            </div>
        </main>
    }
}

/// What to show: the running item; while nothing runs, the latest result sealed since the last item began.
fn shown() -> Memo<Shown> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        session.follow(&Topic::Rounds);
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let began = agenda.current_item().and_then(|item| item.runs.last()).map(|run| run.begun);
                let latest =
                    congress.rounds.iter().rfind(|round| round.sealed > began && round.sealed.is_some());
                let result = latest.and_then(|sheet| {
                    let counted = congress.count_sheet(sheet)?.ok()?;
                    let base = counted.proof.base.base;
                    let rows = counted.proof.rows.iter();
                    let ballots = &counted.round.ballots;
                    Some(HallResult {
                        title: words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind),
                        rows: rows
                            .map(|row| {
                                (row.name.clone(), row.votes, words.share(row.share_hundredths), row.verdict)
                            })
                            .collect(),
                        foot: words.hall_foot(ballots, base, counted.outcome.threshold),
                    })
                });
                match (result, agenda.current_item()) {
                    (Some(result), _) => Shown::Result(Box::new(result)),
                    (None, Some(_)) => Shown::Item,
                    (None, None) if agenda.closed.is_some() => Shown::Over,
                    (None, None) => Shown::Waiting,
                }
            })
            .unwrap_or(Shown::Waiting)
    })
}

fn still(text: &'static str) -> AnyView {
    view! {
        <div class="hall__mid">
            <p class="hall__who">{text}</p>
        </div>
    }
}

/// The running item with its digits.
#[component]
fn Item() -> impl IntoView {
    let session = session();
    let words = words();
    let titles = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let item = congress.agenda.current_item()?;
                Some((words.label(&item.title).to_owned(), words.label(&item.presenter).to_owned()))
            })
            .flatten()
            .unwrap_or_default()
    });
    let reading = reading();
    let digits = Memo::new(move |_| reading.get().map(|reading| digits(reading.left())));
    let phase =
        move || reading.get().map_or((Phase::Running, false), |reading| (reading.phase, reading.paused));
    let icon = Signal::derive(move || phase_icon(phase().0, phase().1));
    let minutes = move || reading.get().map_or(0, |reading| reading.allotted / MINUTE_MS);
    let note = Memo::new(move |_| match phase() {
        (Phase::LastMinute, false) => words.run.please_conclude.to_owned(),
        (phase, _) => words.clock_note(phase == Phase::Overtime, minutes()),
    });
    let share = Memo::new(move |_| reading.get().map_or(0, |reading| reading.used_thousandths() / 5));
    view! {
        <div class="hall__mid">
            <p class="hall__item">{move || titles.get().1}</p>
            <p class="hall__who">{move || titles.get().0}</p>
            <div class="hall__clock">
                <p class="hall__digits num">{move || digits.get()}</p>
                <div class="hall__phase">
                    <Icon name=icon />
                    <p>
                        {move || words.phase(phase().0, phase().1)} <small>{move || note.get()}</small>
                    </p>
                </div>
            </div>
            <div class="hall__bar">
                <span style:width=move || format!("{}.{}%", share.get() / 2, share.get() % 2 * 5)></span>
            </div>
        </div>
    }
}

fn result_table(result: &HallResult) -> AnyView {
    let words = words();
    let rows = result.rows.iter().map(|(name, votes, share, verdict)| {
        let elected = *verdict == Verdict::Elected;
        view! {
            <tr data-elected=elected.to_string()>
                <td class="who">{name.clone()}</td>
                <td class="v num">{*votes}</td>
                <td class="p num">{share.clone()}</td>
                <td class="st">
                    <Icon name=if elected { "m-done" } else { "m-no" } />
                    {words.verdict(*verdict)}
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
        session
            .read(&Topic::Agenda, |congress| {
                let item = congress.agenda.next_item()?;
                Some((words.label(&item.title).to_owned(), words.minutes(i64::from(item.minutes))))
            })
            .flatten()
    });
    (move || match (shown.get(), next.get()) {
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
