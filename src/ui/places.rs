//! Every place but the first page, in a module of its own: it comes while the first page can already be written on.
//!
//! What the first page shows of it is a [`Piece`], drawn when the module is here; what is pressed on the first page and
//! needs it is a [`Press`], done then.

use super::data::{Bring, Brought, PrintDialog};
use super::start::{self, Answers, Wrong};
use super::widgets::Opening;
use super::{app, keys, words};
use crate::platform::{clock, page};
use crate::route::Route;
use crate::session::Session;
use crate::ui::markup::prelude::*;
use leptos::task::spawn_local;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What is drawn by the second module.
#[derive(Clone, Copy)]
pub(super) enum Piece {
    /// Nothing to see: the shortcuts, and the congress that the address names.
    Attendance(RwSignal<Route>, RwSignal<bool>),
    /// The place that the address names.
    Shown(RwSignal<Route>),
    /// The sheet of shortcuts.
    Keys(RwSignal<bool>),
    /// The congresses on this device.
    Congresses,
    /// What the answers to the four questions will make.
    Sum(Answers),
    /// What a file or a camera brings.
    Brought(Bring),
    /// A congress from its printed sheet.
    FromPrint(RwSignal<bool>),
}

/// What is done by the second module.
#[derive(Clone, Copy)]
pub(super) enum Press {
    /// A congress is founded from the answers, or what is wrong with them is told.
    Found(Answers, Wrong),
    /// The sample congress is founded.
    Sample,
}

/// Why nothing of the second module can be had: it could not be loaded, as on a hosted page without a network.
struct NotLoaded;

/// What is asked of the second module.
enum Asked {
    /// Nothing yet: it has come.
    Nothing,
    Drawn(Piece),
    Done(Press),
}

#[cfg(not(debug_assertions))]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// The second module, as the first one knows it: waits until it is here, and gives what was asked for. There is one such
/// function, because each would wait for the module by itself. A development build has all in one.
#[cfg(not(debug_assertions))]
#[wasm_split_helpers::wasm_split(places, fallible)]
fn rest(asked: Asked, session: Session) -> Result<AnyView, NotLoaded> {
    Ok(given(asked, session))
}

#[cfg(debug_assertions)]
#[expect(clippy::unused_async, reason = "it waits for its module where there is one")]
async fn rest(asked: Asked, session: Session) -> Result<AnyView, NotLoaded> {
    Ok(given(asked, session))
}

fn given(asked: Asked, session: Session) -> AnyView {
    match asked {
        Asked::Nothing => ().view(),
        Asked::Drawn(piece) => drawn(piece, session),
        Asked::Done(press) => {
            done(press, session);
            ().view()
        }
    }
}

fn drawn(piece: Piece, session: Session) -> AnyView {
    match piece {
        Piece::Attendance(route, help) => {
            app::attend(session, route, help);
            ().view()
        }
        Piece::Shown(route) => view! { <app::Shown route=route /> },
        Piece::Keys(open) => view! { <keys::KeysSheet open=open /> },
        Piece::Congresses => view! { <start::Congresses /> },
        Piece::Sum(answers) => view! { <start::Sum answers=answers /> },
        Piece::Brought(bring) => view! { <Brought bring=bring /> },
        Piece::FromPrint(open) => view! { <PrintDialog open=open /> },
    }
}

fn done(press: Press, session: Session) {
    match press {
        Press::Found(answers, wrong) => start::found(session, answers, wrong),
        Press::Sample => start::found_sample(session),
    }
}

/// How far the second module is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is on its way.
    Coming,
    /// It is here, and does what it is asked at once.
    Here,
    /// It could not be loaded.
    Missing,
}

/// The second module, as the first page knows it.
#[derive(Clone, Copy)]
pub(super) struct Places {
    session: Session,
    arrival: RwSignal<Arrival>,
    /// The press that waits for it: the last one, so that a button pressed twice founds one congress.
    waiting: StoredValue<Option<Press>>,
}

impl Places {
    /// Before anything was loaded.
    pub(super) fn not_yet(session: Session) -> Self {
        Self { session, arrival: RwSignal::new(Arrival::Coming), waiting: StoredValue::new(None) }
    }

    /// How far the module is.
    pub(super) fn arrival(self) -> Arrival {
        self.arrival.get()
    }

    /// Loads the module, once the page is painted if it `yields`, and does what waits for it.
    pub(super) fn load(self, yields: bool) {
        self.arrival.set(Arrival::Coming);
        spawn_local(async move {
            if yields {
                clock::painted().await;
            }
            let loaded = rest(Asked::Nothing, self.session).await.is_ok();
            if yields {
                // Making the module takes a while and so does the place: what was pressed meanwhile comes between.
                clock::turn().await;
            }
            self.arrival.set(if loaded { Arrival::Here } else { Arrival::Missing });
            if loaded && let Some(press) = self.waiting.try_update_value(Option::take).flatten() {
                self.press(press);
            }
        });
    }

    /// Draws a piece as soon as the module is here.
    pub(super) fn draw(self, piece: Piece) -> AnyView {
        (move || match self.arrival.get() {
            Arrival::Here => at_once(rest(Asked::Drawn(piece), self.session)).unwrap_or_else(|| ().view()),
            Arrival::Coming | Arrival::Missing => ().view(),
        })
        .view()
    }

    /// Does what was pressed, as soon as the module is here.
    pub(super) fn press(self, press: Press) {
        match self.arrival.get_untracked() {
            Arrival::Here => drop(at_once(rest(Asked::Done(press), self.session))),
            Arrival::Coming => self.waiting.set_value(Some(press)),
            Arrival::Missing => {
                self.waiting.set_value(Some(press));
                self.load(false);
            }
        }
    }
}

/// What a function of the loaded module gives; it does not wait then.
fn at_once<T>(function: impl Future<Output = Result<T, NotLoaded>>) -> Option<T> {
    match pin!(function).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(given)) => Some(given),
        Poll::Ready(Err(NotLoaded)) | Poll::Pending => None,
    }
}

/// The second module of this window; provided by the app.
pub(super) fn places() -> Places {
    use_context::<Places>().unwrap_or_else(|| Places::not_yet(super::session()))
}

/// A page for when the module could not be loaded.
#[component]
pub(super) fn Missing() -> impl IntoView {
    let words = words();
    let w = words.frame;
    let places = places();
    page::remove_shell();
    view! {
        <main class="page" id="main">
            <Opening eyebrow=w.app.to_owned() sentence=w.rest_missing.to_owned()>
                <button class="btn btn--main" id="load-rest" on:click=move |_| places.load(false)>
                    {w.rest_again}
                </button>
            </Opening>
            <p class="lead">{w.rest_missing_note}</p>
        </main>
    }
}
