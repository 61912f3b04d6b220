//! The log: every change, the newest first; nothing disappears from it.

use super::MoreTabs;
use crate::congress::hidden::Lines;
use crate::congress::spelling::small;
use crate::congress::{Change, Congress};
use crate::documents::csv;
use crate::platform::{clock, files, page};
use crate::route::Place;
use crate::session::{LogLine, Session};
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use crate::ui::{session, words};
use crate::words::Words;

/// Lines that are shown at first, and added with each press.
const PAGE: usize = 100;

/// What of the log is shown.
#[derive(Clone, Copy)]
struct Wanted {
    /// Whether only what was done at the tally desk.
    desk: RwSignal<bool>,
    /// What a line must say.
    text: RwSignal<String>,
}

impl Wanted {
    fn has(&self, words: Words, congress: &Congress, line: &LogLine) -> bool {
        let text = small(self.text.get().trim());
        if self.desk.get() && !at_desk(&line.change) {
            return false;
        }
        let whom = line.whom.as_deref().unwrap_or_default();
        text.is_empty()
            || small(&format!("{} {} {whom}", who(words, line), what(words, congress, line))).contains(&text)
    }
}

/// The log.
#[component]
pub(in crate::ui) fn Log() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    let limit = RwSignal::new(PAGE);
    let wanted = Wanted { desk: RwSignal::new(false), text: RwSignal::new(String::new()) };
    let log =
        Memo::new(move |_| session.log(limit.get(), &|congress, line| wanted.has(words, congress, line)));
    let none = move || log.with(|(lines, _)| lines.is_empty());
    view! {
        <Opening eyebrow=w.log.to_owned() sentence=w.log_opening.to_owned() tight=true />
        <MoreTabs here=Place::Log />
        <Filter wanted=wanted />
        <p class="row noprint">
            <button class="btn" id="log-print" on:click=move |_| page::print()>
                <Icon name="i-print" />
                {w.print}
            </button>
            <button class="btn" id="log-csv" on:click=move |_| save(session, words)>
                <Icon name="i-in" />
                {w.log_csv}
            </button>
        </p>
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{w.log_time}</th>
                    <th scope="col">{w.log_who}</th>
                    <th scope="col">{w.log_what}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || log.get().0 key=|line| (line.id.clone(), line.undone) let:line>
                    {row(line)}
                </For>
            </tbody>
        </table>
        <Show when=none>
            <p class="note">{w.log_none}</p>
        </Show>
        <Show when=move || log.with(|(_, more)| *more)>
            <p class="noprint">
                <button class="btn" on:click=move |_| limit.update(|limit| *limit += PAGE)>
                    {w.log_earlier}
                </button>
            </p>
        </Show>
    }
}

/// The part of the log, and a word to look for.
#[component]
fn Filter(wanted: Wanted) -> impl IntoView {
    let w = words().data;
    let part = |desk: bool, name: &'static str| {
        let pressed = move || spelled(wanted.desk.get() == desk);
        view! { <button aria-pressed=pressed on:click=move |_| wanted.desk.set(desk)>{name}</button> }
    };
    view! {
        <div class="row noprint">
            <div class="seg" role="group" aria-label=w.log_scope id="log-scope">
                {part(false, w.log_all)}
                {part(true, w.log_count)}
            </div>
            <div class="search">
                <Icon name="i-search" />
                <input
                    class="field"
                    id="log-search"
                    type="search"
                    autocomplete="off"
                    placeholder=w.log_search
                    aria-label=w.log_search
                    on:input=move |event| wanted.text.set(event_target_value(&event))
                />
            </div>
        </div>
    }
}

/// What was done at the tally desk, first to last, as lines of a paper: when, who, what.
pub(in crate::ui) fn desk_lines(session: Session, words: Words) -> Vec<[String; 3]> {
    let (lines, _) = session.log(usize::MAX, &|_, line| at_desk(&line.change));
    let told = |line: LogLine| {
        // On paper a day and its time stay in one line.
        let when = format!("{}\u{a0}{}", words.day(clock::day_of(line.at)), time(line.at));
        let what = session.glance(|congress| what(words, congress, &line)).unwrap_or_default();
        let undone = if line.undone { format!(" ({})", words.data.log_undone) } else { String::new() };
        // Nobody named at the desk: at a pass it was its counter.
        let counter = line.whom.as_ref().filter(|_| line.desk.is_empty());
        let who = counter.map_or_else(|| who(words, &line), |counter| Lines::One.visible(counter));
        [when, who, format!("{what}{undone}")]
    };
    lines.into_iter().rev().map(told).collect()
}

/// Whether something is done at the tally desk.
fn at_desk(change: &Change) -> bool {
    matches!(
        change,
        Change::Desk(_)
            | Change::RoundOpened(_)
            | Change::Ballots { .. }
            | Change::Votes { .. }
            | Change::RoundSealed { .. }
            | Change::RoundVoided { .. }
            | Change::ReasonGiven { .. }
    )
}

/// Offers the whole log as a table, in the order in which it is shown.
fn save(session: Session, words: Words) {
    let w = words.data;
    let head = [w.log_time, w.log_who, w.log_what, w.log_whom, w.log_undone].map(str::to_owned);
    let (lines, _) = session.log(usize::MAX, &|_, _| true);
    let rows = lines.into_iter().map(|line| {
        let when = format!("{} {}", clock::day_of(line.at), time(line.at));
        let undone = if line.undone { w.log_undone } else { "" };
        let what = session.glance(|congress| what(words, congress, &line)).unwrap_or_default();
        let who = who(words, &line);
        [when, who, what, line.whom.unwrap_or_default(), undone.to_owned()]
    });
    let name = format!("nhat-ky_{}.csv", clock::today());
    files::download(&name, "text/csv", &csv([head].into_iter().chain(rows)));
}

/// Who did it. A record from elsewhere may hide characters, and the log shows what was written.
pub(super) fn who(words: Words, line: &LogLine) -> String {
    if line.desk.is_empty() { words.device(&line.id.device) } else { Lines::One.visible(&line.desk) }
}

/// What was done, and of an undoing what was taken back.
pub(super) fn what(words: Words, congress: &Congress, line: &LogLine) -> String {
    let said = match &line.undid {
        Some((again, change)) => words.undid(*again, &done(words, congress, change)),
        None => done(words, congress, &line.change),
    };
    Lines::Many.visible(&said)
}

/// What a change did. What is on a ballot is told once its count is closed: until then a second counter may read here.
fn done(words: Words, congress: &Congress, change: &Change) -> String {
    let said = words.change(change, congress);
    let entered = match change {
        Change::Desk(change) => change.pass().and_then(|pass| {
            let sheet = congress.sheet_of(pass)?;
            let is_told = sheet.desk.closed.is_some() || !sheet.is_open();
            words.entered_at_desk(change, sheet, congress.ballot_rules()?).filter(|_| is_told)
        }),
        _ => None,
    };
    entered.map_or_else(|| said.clone(), |entered| format!("{said}: {entered}"))
}

fn row(line: LogLine) -> AnyView {
    let (session, words) = (session(), words());
    let when = format!("{} {}", words.day(clock::day_of(line.at)), time(line.at));
    let what = session.glance(|congress| what(words, congress, &line)).unwrap_or_default();
    let nobody_here = line.desk.is_empty() && line.id.device == session.device();
    let who = if nobody_here { words.data.log_here.to_owned() } else { who(words, &line) };
    view! {
        <tr data-undone=line.undone.to_string()>
            <td class="num">{when}</td>
            <td>{who}</td>
            <td>
                {what}
                {line.whom.map(|whom| view! { <span class="note">{format!(" · {whom}")}</span> })}
                {line.undone.then(|| view! { <span class="doubt">{words.data.log_undone}</span> })}
            </td>
        </tr>
    }
}
