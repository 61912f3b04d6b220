//! Codes from another device's screen, by this one's camera.

use super::show_codes::gone;
use crate::codes::Scanned;
use crate::platform::camera::{Camera, NoCamera};
use crate::platform::{clock, later};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, say};
use crate::ui::words;
use leptos::html;
use leptos::task::spawn_local;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long the page rests between two looks, in milliseconds.
const REST_MS: i32 = 40;

/// How far the scanning is.
#[derive(Clone, PartialEq, Eq)]
enum Seen {
    Opening,
    /// There is no camera, or none may be used, for this reason.
    Not(&'static str),
    /// No code yet.
    Nothing,
    /// Some codes; these are missing, of so many.
    Some(Vec<usize>, usize),
    /// The codes did not fit together, and are read anew.
    Damaged,
}

/// The dialog of the camera; whatever was read is handed on, as if it had been chosen as a file.
#[component]
pub(super) fn Scan(open: RwSignal<bool>, on_read: Callback<String>) -> impl IntoView {
    let w = words().carry;
    view! {
        <Dialog open=open title=w.scan_title.to_owned() close=words().frame.close>
            <Scanning open=open on_read=on_read />
        </Dialog>
    }
}

#[component]
fn Scanning(open: RwSignal<bool>, on_read: Callback<String>) -> impl IntoView {
    let words = words();
    let w = words.carry;
    let seen = RwSignal::new(Seen::Opening);
    let video = NodeRef::<html::Video>::new();
    let left = gone();
    let begin = move || {
        seen.set(Seen::Opening);
        let left = left.clone();
        spawn_local(async move {
            // The element is on the page by the next turn.
            clock::turn().await;
            let Some(video) = video.get_untracked() else { return };
            match Camera::open(video.into()).await {
                _ if left.load(Ordering::Relaxed) => {}
                Ok(camera) => {
                    if let Some(text) = read(&camera, &left, seen).await {
                        drop(camera);
                        open.set(false);
                        on_read.run(text);
                    }
                }
                Err(why) => seen.set(Seen::Not(match why {
                    NoCamera::Unknown => w.camera_unknown,
                    NoCamera::Denied => w.camera_denied,
                    NoCamera::Absent => w.camera_absent,
                })),
            }
        });
    };
    begin();
    let told = move || match seen.get() {
        Seen::Opening => say(w.opening),
        Seen::Not(_) => ().view(),
        Seen::Nothing => say(w.looking),
        Seen::Some(missing, of) => say(&words.codes_missing(&missing, of)),
        Seen::Damaged => say(w.damaged),
    };
    let share = move || match seen.get() {
        Seen::Some(missing, of) => (of - missing.len().min(of), of),
        _ => (0, 1),
    };
    let refused = Memo::new(move |_| match seen.get() {
        Seen::Not(why) => Some(why),
        _ => None,
    });
    view! {
        <p>{say(w.scan_how)}</p>
        <video
            class="camera"
            class:camera--off=move || refused.get().is_some()
            node_ref=video
            playsinline=""
            muted=""
            aria-label=w.picture
        ></video>
        <Show when=move || refused.get().is_none()>
            <progress class="camera__bar" value=move || share().0.to_string() max=move || share().1.to_string() aria-label=w.scan_title></progress>
        </Show>
        <p id="scan-told" role="status">{told}</p>
        {move || {
            let begin = begin.clone();
            refused.get().map(|why| view! {
                <p class="bad" role="alert" id="no-camera">{why}</p>
                <div class="dialog__do">
                    <button type="button" class="btn btn--main" on:click=move |_| begin()>{w.again}</button>
                </div>
            })
        }}
    }
}

/// Looks through the camera until a text is whole; `None` when the dialog was left before.
async fn read(camera: &Camera, left: &AtomicBool, seen: RwSignal<Seen>) -> Option<String> {
    let mut pieces: Vec<String> = Vec::new();
    seen.set(Seen::Nothing);
    loop {
        clock::wait(REST_MS).await;
        let Some((side, points)) = camera.picture() else {
            if left.load(Ordering::Relaxed) {
                return None;
            }
            continue;
        };
        let found = later::look(side, &points).await;
        let known = |piece: &String| pieces.contains(piece);
        let new: Option<Vec<String>> =
            found.map(|found| found.into_iter().filter(|piece| !known(piece)).collect());
        let joined = match &new {
            Some(new) if !new.is_empty() => {
                pieces.extend(new.iter().cloned());
                later::joined(&pieces.join("\n")).await
            }
            _ => None,
        };
        if left.load(Ordering::Relaxed) {
            return None;
        }
        let Some(new) = new else {
            seen.set(Seen::Not(words().carry.no_module));
            return None;
        };
        match joined.as_deref().and_then(Scanned::read) {
            None => {}
            Some(Scanned::Whole(text)) => return Some(text),
            Some(Scanned::Missing(missing, of)) => seen.set(Seen::Some(missing, of)),
            Some(Scanned::Damaged) => {
                pieces.clear();
                seen.set(Seen::Damaged);
            }
            // The other screen shows something else now, or what was seen is no code of the app.
            Some(Scanned::Mixed | Scanned::Nothing) => pieces = new,
        }
    }
}
