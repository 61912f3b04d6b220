//! Codes on the screen, one after the other, for another device's camera.

use super::passphrase::{Ask, Asked};
use crate::codes::Code;
use crate::platform::{cipher, clock, later};
use crate::session::{MIN_PASSPHRASE, passphrase};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{CodePoints, Dialog, Icon, say};
use crate::ui::{session, words};
use leptos::task::spawn_local;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long a code stands, in milliseconds: from the fastest that a good camera follows to the slowest.
const PACES: [i32; 5] = [120, 200, 350, 600, 1000];

/// What stands on the screen.
#[derive(Clone)]
enum Shown {
    Making,
    /// Nothing can be shown, for this reason.
    Not(&'static str),
    Codes(Vec<Code>),
}

/// The button and its dialog; `text` gives what is carried, at the moment of the press.
#[component]
pub(in crate::ui) fn ShowCodes(text: Callback<(), Option<String>>) -> impl IntoView {
    let w = words().carry;
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="btn show-codes" on:click=move |_| open.set(true)>
            <Icon name="i-screen" />
            {w.show}
        </button>
        <Dialog open=open title=w.show_title.to_owned() close=words().frame.close>
            <Showing text=text />
        </Dialog>
    }
}

#[component]
fn Showing(text: Callback<(), Option<String>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.carry;
    let shown = RwSignal::new(Shown::Making);
    let asking = RwSignal::new(false);
    let asked = RwSignal::new(Asked::default());
    let left = StoredValue::new(gone());
    let is_left = move || left.try_with_value(|left| left.load(Ordering::Relaxed)) != Some(false);
    let show = move |text: Option<String>| {
        spawn_local(async move {
            let Some(text) = text else { return shown.set(Shown::Not(w.no_module)) };
            let found = later::frames(&text).await;
            if is_left() {
                return;
            }
            shown.set(match found.map(|found| found.as_deref().and_then(Code::read)) {
                None => Shown::Not(w.no_module),
                Some(None) => Shown::Not(w.too_long),
                Some(Some(codes)) => Shown::Codes(codes),
            });
        });
    };
    show(text.run(()));
    let with = Callback::new(move |written: String| {
        if passphrase(&written).chars().count() < MIN_PASSPHRASE {
            asked.set(Asked { busy: false, error: words.short_passphrase() });
            return;
        }
        asked.set(Asked { busy: true, error: String::new() });
        spawn_local(async move {
            let made = match text.run(()) {
                Some(text) => session.enciphered_for_codes(&text, &written).await,
                None => None,
            };
            match made {
                _ if is_left() => {}
                Some(text) => {
                    asking.set(false);
                    show(Some(text));
                }
                None => asked.set(Asked { busy: false, error: words.passphrase.failed.to_owned() }),
            }
        });
    });
    let ask = move |_| {
        asked.set(Asked::default());
        asking.set(true);
    };
    view! {
        <p>{say(w.show_how)}</p>
        {move || match shown.get() {
            _ if asking.get() => view! {
                <p class="dialog__note">{words.passphrase.warning}</p>
                <Ask fresh=true state=asked act=w.with busy=w.making on_given=with />
            },
            Shown::Making => view! { <p class="note">{w.making}</p> },
            Shown::Not(why) => view! { <p class="bad" role="alert" id="no-codes">{why}</p> },
            Shown::Codes(codes) => view! { <Turning codes=codes /> },
        }}
        <Show when=move || cipher::is_known() && !asking.get()>
            <p class="note">{w.seen_by_all}</p>
            <p class="row">
                <button type="button" class="btn" id="codes-with" on:click=ask>{w.with}</button>
            </p>
        </Show>
    }
}

/// Whether what is being shown is gone: a task that outlives it must not touch its signals any more.
pub(super) fn gone() -> Arc<AtomicBool> {
    let gone = Arc::new(AtomicBool::new(false));
    let told = gone.clone();
    on_cleanup(move || told.store(true, Ordering::Relaxed));
    gone
}

/// The codes, turning by themselves or by hand.
#[component]
fn Turning(codes: Vec<Code>) -> impl IntoView {
    let words = words();
    let w = words.carry;
    let of = codes.len();
    let codes = StoredValue::new(codes);
    let at = RwSignal::new(0_usize);
    let running = RwSignal::new(true);
    let pace = RwSignal::new(1_usize);
    // Whoever takes the dialog away, or shows other codes, ends this turning.
    let gone = gone();
    spawn_local(async move {
        while !gone.load(Ordering::Relaxed) {
            let pause = PACES.get(pace.get_untracked()).copied().unwrap_or(1000);
            clock::wait(pause).await;
            if !gone.load(Ordering::Relaxed) && running.get_untracked() {
                at.update(|at| *at = (*at + 1) % of);
            }
        }
    });
    let step = move |by: usize| {
        running.set(false);
        at.update(|at| *at = (*at + by) % of);
    };
    let points = move || {
        let rows = codes.with_value(|codes| codes.get(at.get()).map(|code| code.rows.clone()));
        rows.map(|rows| view! { <CodePoints rows=rows name=words.code_of(at.get_untracked() + 1, of).replace("**", "") /> })
    };
    view! {
        <figure class="on-screen" id="on-screen">
            {points}
            <figcaption id="code-number">{move || say(&words.code_of(at.get() + 1, of))}</figcaption>
        </figure>
        <Show when=move || { of > 1 }>
            <div class="dialog__do">
                <button type="button" class="btn" on:click=move |_| step(of - 1)>{w.before}</button>
                <button type="button" class="btn btn--main" id="codes-hold" on:click=move |_| running.update(|on| *on = !*on)>
                    {move || if running.get() { w.pause } else { w.go_on }}
                </button>
                <button type="button" class="btn" on:click=move |_| step(1)>{w.next}</button>
                <button type="button" class="btn" disabled=move || pace.get() + 1 == PACES.len() on:click=move |_| pace.update(|pace| *pace += 1)>
                    {w.slower}
                </button>
                <button type="button" class="btn" disabled=move || pace.get() == 0 on:click=move |_| pace.update(|pace| *pace -= 1)>
                    {w.faster}
                </button>
            </div>
        </Show>
    }
}
