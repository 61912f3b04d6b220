//! Keyboard shortcuts, and the sheet that lists them.

use super::widgets::Dialog;
use super::{run, session, words};
use crate::congress::spelling::small;
use crate::platform::page;
use crate::route::{Place, Route};
use crate::session::{Session, Theme};
use crate::ui::markup::prelude::*;
use crate::words::RunWords;
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

/// What a press does on the console.
type Act = fn(Session);

/// What the sheet calls a press.
type Name = fn(&RunWords) -> &'static str;

/// The letters of the console, each with what the sheet calls it.
const RUN_KEYS: [(&str, Name, Act); 10] = [
    ("n", |w| w.key_next, run::go_on),
    ("b", |w| w.back, run::go_back),
    ("e", |w| w.key_earlier, |session| run::begin_earlier(session, 30)),
    ("k", |w| w.skip_next, run::skip_next),
    ("r", |w| w.end_item, run::end_item),
    ("m", |w| w.key_speaker, run::call_speaker),
    ("x", |w| w.end_turn, run::end_turn),
    ("y", |w| w.key_yield, run::yield_turn),
    ("g", |w| w.made_up_group, run::make_up),
    ("d", |w| w.dark, run::toggle_dark),
];

fn run_key(session: Session, event: &KeyboardEvent) -> bool {
    let key = event.key();
    match key.as_str() {
        " " if page::is_on_control(event) => return false,
        " " => run::toggle_pause(session),
        "+" | "=" => run::extend(session, 1),
        "-" => run::extend(session, -1),
        key => {
            let key = small(key);
            let Some((_, _, act)) = RUN_KEYS.iter().find(|(letter, ..)| key == *letter) else { return false };
            act(session);
        }
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
    let everywhere = [
        (vec!["1", "2", "3", "4"], w.keys_places),
        (vec!["Ctrl", "Z"], w.keys_undo),
        (vec!["Ctrl", "Y"], w.keys_redo),
        (vec!["T"], w.keys_theme),
        (vec!["?"], w.keys_help),
    ];
    let console = move || {
        let presses = [(vec![w.keys_space], w.keys_pause), (vec!["+", "−"], w.keys_minute)];
        let letters = RUN_KEYS.map(|(key, what, _)| line(&[&key.to_ascii_uppercase()], what(&words.run)));
        presses.map(|(keys, what)| line(&keys, what)).into_iter().chain(letters).collect_view()
    };
    view! {
        <Dialog open=open title=w.keys.to_owned() close=w.close>
            <h3 class="keyshead">{w.keys_everywhere}</h3>
            <dl class="keysheet">{everywhere.iter().map(|(keys, what)| line(keys, what)).collect_view()}</dl>
            <h3 class="keyshead">{words.frame.run}</h3>
            <dl class="keysheet">{console()}</dl>
            <h3 class="keyshead">{words.frame.count}</h3>
            <dl class="keysheet">{line(&["Enter"], w.keys_enter)}</dl>
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

/// A line of the sheet: the keys, and what they do.
fn line(keys: &[&str], what: &'static str) -> AnyView {
    view! {
        <dt>{keys.iter().map(|key| view! { <kbd>{(*key).to_owned()}</kbd> }).collect_view()}</dt>
        <dd>{what}</dd>
    }
}
