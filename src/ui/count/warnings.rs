//! What must have a reason on record before the result is announced, and how firm the result is.

use super::place::Shown;
use crate::congress::Change;
use crate::congress::election::{Method, Warning};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, TextField, say};
use crate::ui::{session, words};

/// A warning, and the reason that was given.
#[derive(Clone, PartialEq)]
struct Line {
    code: String,
    text: String,
    reason: Option<String>,
}

/// The warnings of a round whose figures agree, each with a field for the reason, or with the reason once sealed.
#[component]
pub(super) fn Warnings(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let lines = Memo::new(move |_| {
        shown.with(|shown| {
            let Some(shown) = shown else { return Vec::new() };
            let warnings = shown.sound().map(|counted| counted.warnings.as_slice()).unwrap_or_default();
            let line = |warning: &Warning| Line {
                code: warning.code(),
                text: words.warning(warning),
                reason: shown.sheet.reason(&warning.code()).map(str::to_owned),
            };
            warnings.iter().map(line).collect::<Vec<_>>()
        })
    });
    let is_open =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.sheet.is_open())));
    let codes = move || lines.with(|lines| lines.iter().map(|line| line.code.clone()).collect::<Vec<_>>());
    let line_of = move |code: &str| lines.with(|lines| lines.iter().find(|line| line.code == code).cloned());
    let answered = Memo::new(move |_| {
        lines.with(|lines| {
            lines.iter().all(|line| line.reason.as_ref().is_some_and(|given| !given.is_empty()))
        })
    });
    let look =
        move || if answered.get() { "notice reasons reasons--done" } else { "notice notice--warn reasons" };
    let icon = Signal::derive(move || if answered.get() { "m-done" } else { "m-wait" });
    let head = move || if answered.get() { words.count.reasons_done } else { words.count.reasons };
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <div class=look id="warnings">
                <Icon name=icon />
                <div>
                    <b>{head}</b>
                    <p class="note">{words.count.reasons_note}</p>
                    <For
                        each=codes
                        key=String::clone
                        children=move |code| {
                            let found = line_of(&code);
                            let own = code.clone();
                            let reason = Signal::derive(move || {
                                line_of(&own).and_then(|line| line.reason).unwrap_or_default()
                            });
                            view! { <Answer shown=shown code=code text=found.map(|line| line.text).unwrap_or_default() reason=reason open=is_open /> }
                        }
                    />
                </div>
            </div>
        </Show>
    }
}

/// One warning: the sentence, and the reason or the field for it.
#[component]
fn Answer(
    shown: Memo<Option<Shown>>,
    code: String,
    text: String,
    reason: Signal<String>,
    open: Memo<bool>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let id = format!("reason-{}", code.replace([':', ' '], "-"));
    let write = Callback::new(move |reason: String| {
        let round = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
        if let Some(round) = round {
            session.record(Change::ReasonGiven { round, warning: code.clone(), reason });
        }
    });
    let label = words.count.reason;
    view! {
        <div class="reasons__line">
            <p>{text}</p>
            {move || {
                if open.get() {
                    view! { <TextField id=id.clone() label=label value=reason on_commit=write /> }
                } else {
                    view! { <p class="note">{format!("{label}: {}", reason.get())}</p> }
                }
            }}
        </div>
    }
}

/// How many ballots would have to be read otherwise, and whether the invalid ones could matter.
#[component]
pub(super) fn Firmness(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let firm = Memo::new(move |_| {
        shown.with(|shown| {
            let counted = shown.as_ref()?.sound()?;
            let invalid = counted.round.ballots.invalid > 0;
            let doubt =
                invalid.then(|| (words.invalid_matter(counted.invalid_matter), counted.invalid_matter));
            let alteration = counted.alteration.as_ref();
            let firm = match counted.round.method {
                Method::ShowOfHands => words.hands_alteration(alteration),
                _ => words.alteration(alteration),
            };
            Some((firm, doubt))
        })
    });
    (move || {
        firm.get().map(|(alteration, doubt)| {
            let notice = doubt.map(|(text, matter)| {
                let (look, icon) =
                    if matter { ("notice notice--warn", "m-wait") } else { ("notice notice--ok", "m-done") };
                view! {
                    <div class=look>
                        <Icon name=icon />
                        <p>{text}</p>
                    </div>
                }
            });
            view! {
                <Head title=words.count.firmness.to_owned() />
                <p id="firmness">{say(&alteration)}</p>
                {notice}
            }
        })
    })
    .view()
}
