//! The log: every change, the newest first; nothing disappears from it.

use super::MoreTabs;
use crate::platform::clock;
use crate::route::Place;
use crate::session::LogLine;
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Opening;
use crate::ui::{session, words};

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

fn row(line: LogLine) -> AnyView {
    let words = words();
    let when = format!("{} {}", words.day(clock::day_of(line.at)), time(line.at));
    let who = if line.desk.is_empty() { line.id.device.to_string() } else { line.desk };
    view! {
        <tr data-undone=line.undone.to_string()>
            <td class="num">{when}</td>
            <td>{who}</td>
            <td>
                {words.change(&line.change)}
                {line.whom.map(|whom| view! { <span class="note">{format!(" · {whom}")}</span> })}
                {line.undone.then(|| view! { <span class="doubt">{words.data.log_undone}</span> })}
            </td>
        </tr>
    }
}
