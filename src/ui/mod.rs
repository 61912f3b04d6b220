//! What people see: a folder for each place of the app. Components read through the session, write through its one
//! door, and decide nothing.

mod afterwards;
mod app;
mod count;
mod data;
mod frame;
mod guide;
mod hint;
mod keys;
mod markup;
mod overview;
mod papers;
mod places;
mod prepare;
mod reliance;
mod run;
mod start;
mod widgets;

use crate::platform::{clock, spelling, storage};
use crate::session::Session;
use crate::words::Words;
use chrono::NaiveDate;
use markup::prelude::*;

/// Puts the app on the page.
pub fn mount() {
    storage::probe();
    spelling::supply_forms();
    leptos::mount::mount_to_body(app::App);
}

/// The session of this window.
fn session() -> Session {
    // The app provides it before anything is shown; a component outside the app would start its own.
    use_context::<Session>().unwrap_or_else(Session::start)
}

/// The day by this device's calendar: another one after midnight, for whoever still looks.
fn today() -> RwSignal<NaiveDate> {
    let session = session();
    let minute = settled(move || session.now().0.div_euclid(60_000));
    settled(move || {
        minute.get();
        clock::today()
    })
}

/// The texts in the language of this window. The whole view is made anew when the language changes.
fn words() -> Words {
    use_context::<Words>().unwrap_or(Words::in_language(crate::words::Language::Vietnamese))
}
