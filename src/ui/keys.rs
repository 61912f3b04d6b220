//! Keyboard shortcuts, and the sheet that lists them.

use super::widgets::Dialog;
use super::{run, session, words};
use crate::congress::spelling::small;
use crate::platform::page;
use crate::route::{Place, Route};
use crate::session::{Session, Theme};
use crate::ui::markup::prelude::*;
use web_sys::KeyboardEvent;

/// Listens for shortcuts for as long as the window lives.
pub(super) fn listen(session: Session, route: RwSignal<Route>, help: RwSignal<bool>) {
    page::on_key(move |event| {
        let command = event.ctrl_key() || event.meta_key();
        if command && !event.alt_key() {
            return !page::is_writing(event) && undo_key(session, event);
        }
        let off = !session.preferences().shortcuts;
        if off || event.alt_key() || page::is_writing(event) || help.get_untracked() {
            return false;
        }
        letter_key(session, route, help, event)
    });
}

fn undo_key(session: Session, event: &KeyboardEvent) -> bool {
    match (small(&event.key()).as_str(), event.shift_key()) {
        ("z", false) => session.undo(),
        ("z", true) | ("y", false) => session.redo(),
        _ => return false,
    }
    true
}

fn letter_key(session: Session, route: RwSignal<Route>, help: RwSignal<bool>, event: &KeyboardEvent) -> bool {
    let key = event.key();
    match key.as_str() {
        "?" => help.set(true),
        "t" | "T" => turn_theme(session),
        _ => {
            let Route::Congress(id, here) = route.get_untracked() else { return false };
            let place = match key.as_str() {
                "1" => Place::Tasks,
                "2" => Place::Run,
                "3" => Place::Count,
                "4" => Place::Documents,
                _ => return here == Place::Run && run_key(session, event),
            };
            page::go(&Route::Congress(id, place).href());
        }
    }
    true
}

fn run_key(session: Session, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        " " if page::is_on_control(event) => return false,
        " " => run::toggle_pause(session),
        "n" | "N" => run::go_on(session),
        "+" | "=" => run::extend(session, 1),
        "-" => run::extend(session, -1),
        _ => return false,
    }
    true
}

/// Turns the theme by hand: from whatever is shown to the other.
pub(super) fn turn_theme(session: Session) {
    session.prefer(|preferences| {
        preferences.theme = Some(match preferences.theme {
            Some(Theme::Dark) => Theme::Light,
            None if page::prefers_dark() => Theme::Light,
            Some(Theme::Light) | None => Theme::Dark,
        });
    });
}

/// Whether the sheet of shortcuts is open; provided by the app.
#[derive(Clone, Copy)]
pub(super) struct HelpSheet(pub(super) RwSignal<bool>);

/// The sheet of shortcuts.
#[component]
pub(super) fn KeysSheet(open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.frame;
    let lines = [
        ("1 2 3 4", w.keys_places),
        ("Ctrl Z", w.keys_undo),
        ("Ctrl Y", w.keys_redo),
        ("Space", w.keys_pause),
        ("N", w.keys_next),
        ("+ −", w.keys_minute),
        ("Enter", w.keys_enter),
        ("T", w.keys_theme),
        ("?", w.keys_help),
    ];
    view! {
        <Dialog open=open title=w.keys.to_owned() close=w.close>
            <dl class="keysheet">
                {lines
                    .map(|(keys, what)| {
                        view! {
                            <dt>{keys.split(' ').map(|key| view! { <kbd>{key.to_owned()}</kbd> }).collect_view()}</dt>
                            <dd>{what}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || session.preferences().shortcuts
                    on:change=move |event| {
                        session.prefer(|preferences| preferences.shortcuts = event_target_checked(&event));
                    }
                />
                {words.data.shortcuts}
            </label>
        </Dialog>
    }
}
