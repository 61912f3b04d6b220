//! How late the congress is, how it could still end as planned, and what the chair may not have noticed.

use super::{go_on, make_up, midnight, schedule, second, toggle_pause};
use crate::congress::agenda::clock::Reminder;
use crate::congress::agenda::proposal::Proposal;
use crate::congress::agenda::step::ClockStep;
use crate::congress::moment::MINUTE_MS;
use crate::congress::{AgendaChange, Topic};
use crate::platform::clock;
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, say};
use crate::ui::{session, words};

/// How late the congress is, and when it will end.
#[component]
pub(super) fn Lateness() -> impl IntoView {
    let session = session();
    let words = words();
    let second = second();
    let shown = Memo::new(move |_| {
        let now = second.get();
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let schedule = schedule(congress, now);
                let late = schedule.late().div_euclid(MINUTE_MS);
                // Before the opening there is something to tell only when it is past its time.
                if agenda.items.is_empty() || (!agenda.has_begun() && late <= 0) {
                    return None;
                }
                let by = midnight(congress, now).plus(i64::from(congress.ends_by()) * MINUTE_MS);
                let too_late = (agenda.closed.is_none() && schedule.expected_end > by)
                    .then(|| words.ends_too_late(&time(by)));
                let (expected, planned) = (time(schedule.expected_end), time(schedule.planned_end));
                let ends = if agenda.closed.is_some() {
                    words.ended(&expected, &planned)
                } else {
                    words.ends(&expected, &planned)
                };
                Some((late, ends, too_late))
            })
            .flatten()
    });
    let icon = Signal::derive(move || match shown.get() {
        Some((1.., ..) | (_, _, Some(_))) => "m-late",
        _ => "m-done",
    });
    (move || {
        shown.get().map(|(late, ends, too_late)| {
            view! {
                <div class="late" data-late=(late > 0).to_string()>
                    <Icon name=icon />
                    <div>
                        <b>{words.lateness(late)}</b>
                        <span class="num">{ends}</span>
                        {too_late.map(|told| view! { <p class="note">{told}</p> })}
                    </div>
                </div>
            }
        })
    })
    .view()
}

/// What a proposal says, line by line.
#[derive(Clone, PartialEq)]
struct Told {
    question: String,
    lines: Vec<(String, u16)>,
    late: u16,
}

fn told() -> Memo<Option<Told>> {
    let session = session();
    let words = words();
    let second = second();
    Memo::new(move |_| {
        let now = second.get();
        session.follow(&Topic::Speakers);
        session
            .read(&Topic::Agenda, |congress| {
                let proposal = congress.time_proposal(midnight(congress, now), now)?;
                let agenda = &congress.agenda;
                let line = |trim: &crate::congress::agenda::Trim| {
                    let item = agenda.item(&trim.item)?;
                    let discusses = proposal.papers > 0 && proposal.trims.first() == Some(trim);
                    let title = words.label(&item.title);
                    let rest = item.allotted() / MINUTE_MS - i64::from(trim.minutes);
                    let said = match proposal.paper_minutes.filter(|_| discusses) {
                        Some(minutes) => words.papers_shorter(proposal.papers, minutes),
                        None => words.item_shorter(title, rest),
                    };
                    Some((said, trim.minutes))
                };
                let Proposal { late, end, planned_end, .. } = proposal;
                Some(Told {
                    question: words.make_up(late, &time(end), end.since(planned_end) >= MINUTE_MS),
                    lines: proposal.trims.iter().filter_map(line).collect(),
                    late,
                })
            })
            .flatten()
    })
}

/// The way to make up for lost time, to be accepted or left.
#[component]
pub(super) fn Proposed() -> impl IntoView {
    let session = session();
    let w = words().run;
    // Left as it is, until twice as much or two minutes more are lost.
    let left_at = RwSignal::new(0_u16);
    let told = told();
    let shown = Memo::new(move |_| told.get().filter(|told| told.late >= left_at.get()));
    (move || {
        shown.get().map(|Told { question, lines, late }| {
            let line = |(said, minutes): (String, u16)| {
                view! {
                    <li>
                        <span>{said}</span>
                        <span class="leader"></span>
                        <span class="num">{format!("−{minutes}")}</span>
                    </li>
                }
            };
            view! {
                <div class="offer" id="make-up" role="group" aria-label=w.made_up_group>
                    <p class="offer__ask">{question}</p>
                    <ul>{lines.into_iter().map(line).collect_view()}</ul>
                    <div class="offer__do">
                        <button class="btn" id="accept" on:click=move |_| make_up(session)>
                            {w.accept}
                        </button>
                        <button class="btn btn--link" on:click=move |_| left_at.set(late.saturating_add(2))>
                            {w.leave_it}
                        </button>
                    </div>
                    <p class="note">{w.firm_note}</p>
                </div>
            }
        })
    })
    .view()
}

/// What the chair may have forgotten.
#[component]
pub(super) fn Reminded() -> impl IntoView {
    let session = session();
    let words = words();
    let second = second();
    let told = Memo::new(move |_| {
        let now = second.get();
        session
            .read(&Topic::Agenda, |congress| {
                // A congress of another day is no forgotten one.
                if congress.details.date != clock::day_of(now) && !congress.agenda.has_begun() {
                    return None;
                }
                let reminder = Reminder::at(&congress.agenda, midnight(congress, now), now)?;
                Some(match reminder {
                    Reminder::NotBegun(by) => (words.not_begun(by / MINUTE_MS), true),
                    Reminder::LongPause(by) => (words.long_pause(by / MINUTE_MS), false),
                })
            })
            .flatten()
    });
    let press = move |begins: bool| {
        if begins { go_on(session) } else { toggle_pause(session) }
    };
    (move || {
        told.get().map(|(said, begins)| {
            let does = if begins { words.begin() } else { words.run.resume };
            view! {
                <div class="told told--warn" role="status" id="reminder">
                    <Icon name="m-late" />
                    <p>{said}</p>
                    <button class="btn" on:click=move |_| press(begins)>
                        {does}
                    </button>
                </div>
            }
        })
    })
    .view()
}

/// The question what a jump of the machine's clock was.
#[component]
pub(super) fn StepAsked() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let step = Memo::new(move |_| {
        let unsettled = |steps: &[ClockStep]| steps.iter().rfind(|step| !step.settled).copied();
        session.read(&Topic::Agenda, |congress| unsettled(&congress.agenda.steps)).flatten()
    });
    let settle = move |passed: bool| {
        if let Some(step) = step.get_untracked() {
            session.record(AgendaChange::StepSettled { at: step.at, passed }.into());
        }
    };
    let button = move |passed: bool, text: &'static str| {
        view! {
            <button class="btn" on:click=move |_| settle(passed)>
                {text}
            </button>
        }
    };
    (move || {
        step.get().map(|ClockStep { at, by, .. }| {
            let buttons = if by > 0 {
                vec![button(true, w.step_slept), button(false, w.step_set)]
            } else {
                vec![button(false, w.step_noted)]
            };
            view! {
                <div class="told told--warn" role="alert" id="clock-step">
                    <Icon name="m-late" />
                    <p>{say(&words.clock_step(by, &time(at)))}</p>
                    <span class="told__do">{buttons}</span>
                </div>
            }
        })
    })
    .view()
}
