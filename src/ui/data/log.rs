//! The log: every change, the newest first; nothing disappears from it.

use super::MoreTabs;
use crate::congress::hidden::Lines;
use crate::documents::csv;
use crate::platform::{clock, files};
use crate::route::Place;
use crate::session::{LogLine, Session};
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, Opening};
use crate::ui::{session, words};
use crate::words::Words;

/// Lines that are shown at first, and added with each press.
const PAGE: usize = 100;

/// The log.
#[component]
pub(in crate::ui) fn Log() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    let limit = RwSignal::new(PAGE);
    let log = Memo::new(move |_| session.log(limit.get()));
    let more = move || log.with(|(lines, all)| lines.len() < *all);
    view! {
        <Opening eyebrow=w.log.to_owned() sentence=w.log_opening.to_owned() tight=true />
        <MoreTabs here=Place::Log />
        <p>
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
        <Show when=more>
            <p>
                <button class="btn" on:click=move |_| limit.update(|limit| *limit += PAGE)>
                    {w.log_earlier}
                </button>
            </p>
        </Show>
    }
}

/// Offers the whole log as a table, in the order in which it is shown.
fn save(session: Session, words: Words) {
    let w = words.data;
    let head = [w.log_time, w.log_who, w.log_what, w.log_whom, w.log_undone].map(str::to_owned);
    let (lines, _) = session.log(usize::MAX);
    let rows = lines.into_iter().map(|line| {
        let when = format!("{} {}", clock::day_of(line.at), time(line.at));
        let undone = if line.undone { w.log_undone } else { "" };
        let (who, what) = (who(&line), what(words, &line));
        [when, who, what, line.whom.unwrap_or_default(), undone.to_owned()]
    });
    let name = format!("nhat-ky_{}.csv", clock::today());
    files::download(&name, "text/csv", &csv([head].into_iter().chain(rows)));
}

/// Who did it. A record from elsewhere may hide characters, and the log shows what was written.
fn who(line: &LogLine) -> String {
    if line.desk.is_empty() { line.id.device.to_string() } else { Lines::One.visible(&line.desk) }
}

fn what(words: Words, line: &LogLine) -> String {
    Lines::Many.visible(&words.change(&line.change))
}

fn row(line: LogLine) -> AnyView {
    let words = words();
    let when = format!("{} {}", words.day(clock::day_of(line.at)), time(line.at));
    let (who, what) = (who(&line), what(words, &line));
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
