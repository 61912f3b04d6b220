//! "Check this device": what the handbook can rely on here, tried and told on one page that a volunteer can read.

use super::frame::time;
use super::widgets::{Icon, Opening};
use super::{session, words};
use crate::journal::reliance::{Answer, Point, verdict};
use crate::platform::{backup_file, capability, cipher, clock, files, lock, page, persistence};
use crate::ui::markup::prelude::*;
use leptos::task::spawn_local;

/// Less room than this, in megabytes, is little.
const LITTLE_ROOM: u64 = 50;

/// Less room than this, in megabytes, is what browsers give to private windows.
const PRIVATE_ROOM: u64 = 1500;

/// What was tried and what came of it.
#[derive(Clone, PartialEq, Eq)]
struct Report {
    answers: Vec<(Point, Answer)>,
    room: Option<(u64, u64)>,
}

async fn tried() -> Report {
    let room = capability::room().await;
    let told = |answer: Option<bool>| answer.map_or(Answer::Unknown, Answer::of);
    let at_least = |megabytes| told(room.map(|(quota, _)| quota >= megabytes));
    let own = page::protocol() != "file:" && page::is_secure();
    let windows = match capability::windows_hear().await {
        Some(true) => Answer::of(lock::are_known()),
        other => told(other.or(Some(false))),
    };
    let answers = vec![
        (Point::FirstCopy, Answer::of(capability::keeps_first())),
        (Point::SecondCopy, told(capability::keeps_second().await)),
        (Point::Room, at_least(LITTLE_ROOM)),
        (Point::Promise, told(clock::within(1000, persistence::is_promised()).await.flatten())),
        (Point::OrdinaryWindow, at_least(PRIVATE_ROOM)),
        (Point::Address, Answer::of(own)),
        (Point::TwoWindows, windows),
        (Point::BackupFile, Answer::of(backup_file::is_known())),
        (Point::Passphrase, Answer::of(cipher::is_known())),
        (Point::Sound, Answer::of(capability::has_sound())),
        (Point::ScreenOn, told(capability::keeps_screen_on().await)),
    ];
    Report { answers, room }
}

/// The page.
#[component]
pub(super) fn Reliance() -> impl IntoView {
    let words = words();
    let w = words.reliance;
    let report = RwSignal::new(None::<Report>);
    let run = move || {
        report.set(None);
        spawn_local(async move { report.set(Some(tried().await)) });
    };
    run();
    let sentence = Signal::derive(move || {
        report.with(|report| match report {
            None => w.trying.to_owned(),
            Some(report) => {
                let promised = report.answers.contains(&(Point::Promise, Answer::Works));
                words.verdict_of_device(verdict(&report.answers), promised)
            }
        })
    });
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = page::text_of("device-report");
        spawn_local(async move {
            if capability::copy(&text).await {
                copied.set(true);
            } else {
                files::download("kiem-tra-may.txt", "text/plain", &text);
            }
        });
    };
    view! {
        <main class="page" id="main">
            <Opening eyebrow=w.title.to_owned() sentence=sentence tight=true>
                <button class="btn btn--main noprint" on:click=move |_| run()>
                    {w.again}
                </button>
            </Opening>
            <div id="device-report" aria-busy=move || report.with(Option::is_none).to_string()>
                <Facts />
                {move || report.get().map(|report| view! { <Lines report=report /> })}
            </div>
            <p class="row noprint">
                <button class="btn" on:click=copy>
                    {w.copy}
                </button>
                <button class="btn btn--link" on:click=|_| page::back()>
                    {w.back}
                </button>
                <span role="status">{move || copied.get().then_some(w.copied)}</span>
            </p>
        </main>
    }
}

/// The clock, the browser and the version.
#[component]
fn Facts() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.reliance;
    let now = move || format!("{} {}", words.date(clock::day_of(session.now())), time(session.now()));
    view! {
        <dl class="facts">
            <dt>{w.clock}</dt>
            <dd>
                <b class="num">{now}</b>
                <p class="note">{w.clock_note}</p>
            </dd>
            <dt>{w.browser}</dt>
            <dd>{capability::browser()}</dd>
            <dt>{w.version}</dt>
            <dd>{env!("CARGO_PKG_VERSION")}</dd>
        </dl>
    }
}

#[component]
fn Lines(report: Report) -> impl IntoView {
    let words = words();
    let room = report.room;
    let line = move |(point, answer): (Point, Answer)| {
        let (name, sentence) = words.point_of_device(point, answer);
        let (icon, state) = match answer {
            Answer::Works => ("m-done", "ok"),
            Answer::Fails => ("m-late", "warn"),
            Answer::Unknown => ("m-none", "none"),
        };
        let figure = room.filter(|_| point == Point::Room).map(|(quota, used)| words.room(quota, used));
        view! {
            <tr data-point=format!("{point:?}") data-answer=state>
                <th scope="row">{name}</th>
                <td>
                    <span class="state" data-state=state>
                        <Icon name=icon />
                        {words.answer_of_device(answer)}
                    </span>
                </td>
                <td>
                    {sentence} {figure.map(|figure| view! { <span>" " {figure}</span> })}
                    {(point == Point::Sound && answer == Answer::Works).then(|| view! { <Listen /> })}
                </td>
            </tr>
        }
    };
    view! {
        <table class="reliance">
            <tbody>{report.answers.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
}

/// Plays a tone; where the browser refuses, what to do instead.
#[component]
fn Listen() -> impl IntoView {
    let words = words();
    let silent = RwSignal::new(false);
    let (_, instead) = words.point_of_device(Point::Sound, Answer::Fails);
    view! {
        <button class="btn noprint" on:click=move |_| silent.set(!capability::play_tone())>
            {words.reliance.listen}
        </button>
        <span class="bad" role="status">
            {move || silent.get().then_some(instead)}
        </span>
    }
}
