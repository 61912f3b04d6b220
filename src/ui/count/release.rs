//! What the counting board releases to the hall screen, and the code by which two devices compare their figures.

use super::place::Shown;
use crate::congress::DeskChange;
use crate::congress::Topic;
use crate::congress::election::ballots::Agreement;
use crate::congress::hall::Release;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Head;
use crate::ui::{session, words};

/// The choice of what the hall sees: of an open round its progress or its squares, of a sealed one the result.
#[component]
pub(super) fn HallRelease(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let round = move || shown.with(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
    let now = Memo::new(move |_| {
        let round = round();
        session
            .read(&Topic::Hall, |congress| {
                congress
                    .hall
                    .as_ref()
                    .filter(|hall| Some(&hall.round) == round.as_ref())
                    .map(|hall| hall.shows)
            })
            .flatten()
            .unwrap_or_default()
    });
    let choices = Memo::new(move |_| {
        shown.with(|shown| {
            let Some(Shown { sheet, .. }) = shown else { return Vec::new() };
            match (sheet.is_open(), sheet.sealed.is_some(), sheet.form().is_some()) {
                (true, _, true) => vec![Release::Nothing, Release::Progress, Release::Squares],
                (false, true, _) => vec![Release::Nothing, Release::Result],
                _ => Vec::new(),
            }
        })
    });
    let choice = move |of: Release| {
        // What was released of the open round is taken back by its seal.
        let pressed = move || {
            let now = now.get();
            let shown = if choices.with(|choices| choices.contains(&now)) { now } else { Release::Nothing };
            spelled(shown == of)
        };
        let release = move |_| {
            if let Some(round) = round() {
                session.record_at_desk(DeskChange::HallShows { round, shows: of });
            }
        };
        view! { <button aria-pressed=pressed on:click=release>{words.release(of)}</button> }
    };
    view! {
        <Show when=move || choices.with(|choices| !choices.is_empty())>
            <Head title=words.desk.hall.to_owned() />
            <div class="seg seg--wrap" role="group" aria-label=words.desk.hall id="hall-release">
                {move || choices.get().into_iter().map(choice).collect_view()}
            </div>
        </Show>
    }
}

/// The agreement code of figures that agree with themselves.
#[component]
pub(super) fn Code(shown: Memo<Option<Shown>>) -> impl IntoView {
    let w = words().desk;
    let code = Memo::new(move |_| {
        shown.with(|shown| {
            let counted = shown.as_ref()?.sound()?;
            Agreement::on(&counted.round).map(|agreement| agreement.code().to_string())
        })
    });
    (move || {
        code.get().map(|code| {
            view! {
                <Head title=w.code.to_owned() />
                <p class="code num" id="agreement">{code}</p>
                <p class="note">{w.code_note}</p>
            }
        })
    })
    .view()
}
