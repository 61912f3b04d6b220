//! What this browser can do here, found by doing it. Nothing of a congress is touched.

use super::database::{self, Batch};
use super::keyed::Keyed;
use super::{clock, storage};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::BroadcastChannel;

#[wasm_bindgen]
extern "C" {
    type Navigator;

    #[wasm_bindgen(method, getter, js_name = wakeLock)]
    fn wake_lock(this: &Navigator) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn storage(this: &Navigator) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Navigator) -> JsValue;

    type AudioContext;

    #[wasm_bindgen(catch, constructor)]
    fn new() -> Result<AudioContext, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createOscillator)]
    fn create_oscillator(this: &AudioContext) -> Result<Oscillator, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn destination(this: &AudioContext) -> JsValue;

    type Oscillator;

    #[wasm_bindgen(method, catch)]
    fn connect(this: &Oscillator, to: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn start(this: &Oscillator) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn stop(this: &Oscillator) -> Result<(), JsValue>;
}

const PROBE: &str = "so-tay-dai-hoi/probe";

/// How long one trial may take, in milliseconds.
const PATIENCE_MS: i32 = 3000;

/// Whether localStorage keeps a value and gives it back.
pub fn keeps_first() -> bool {
    let works = storage::is_kept() && storage::write_text(PROBE, "1").is_ok();
    storage::remove(PROBE);
    works
}

/// Whether the database keeps a value strictly and gives it back; `None` where it does not answer in time.
pub async fn keeps_second() -> Option<bool> {
    let tried = async {
        let put = vec![Keyed::new(PROBE.to_owned(), "1".to_owned())];
        database::write(&Batch { put, ..Batch::default() }).await.ok()?;
        let there = database::read(PROBE).await.ok()? == [(PROBE.to_owned(), "1".to_owned())];
        let remove = vec![PROBE.to_owned()];
        database::write(&Batch { remove, ..Batch::default() }).await.ok()?;
        Some(there)
    };
    clock::within(PATIENCE_MS, tried).await.map(|works| works.unwrap_or(false))
}

/// How much the browser lets this page store, and how much it has stored, in whole megabytes.
pub async fn room() -> Option<(u64, u64)> {
    let manager = navigator()?.storage();
    let estimate = called(&manager, "estimate", &[]).await?;
    let bytes = |field: &str| Reflect::get(&estimate, &field.into()).ok()?.as_f64();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
    let megabytes = |bytes: f64| bytes as u64 / 1_048_576;
    Some((megabytes(bytes("quota")?), megabytes(bytes("usage")?)))
}

/// Whether a word reaches another window: two ends of one channel stand for two windows.
pub async fn windows_hear() -> Option<bool> {
    let (one, other) = (BroadcastChannel::new(PROBE).ok()?, BroadcastChannel::new(PROBE).ok()?);
    let heard = Promise::new(&mut |resolve: Function, _reject| {
        let hear = Closure::once_into_js(move || {
            // The browser's own function does not throw.
            let _ = resolve.call0(&JsValue::NULL);
        });
        other.set_onmessage(Some(hear.unchecked_ref()));
    });
    one.post_message(&"probe".into()).ok()?;
    let heard = clock::within(PATIENCE_MS, JsFuture::from(heard)).await.is_some();
    one.close();
    other.close();
    Some(heard)
}

/// Whether the screen can be kept on; asked for and given back at once.
pub async fn keeps_screen_on() -> Option<bool> {
    let manager = navigator()?.wake_lock();
    if !manager.is_object() {
        return Some(false);
    }
    let held = called(&manager, "request", &["screen".into()]).await;
    if let Some(held) = &held {
        called(held, "release", &[]).await;
    }
    Some(held.is_some())
}

/// Whether the page can make a sound at all.
pub fn has_sound() -> bool {
    Reflect::has(&js_sys::global(), &"AudioContext".into()).unwrap_or(false)
}

/// Plays a short tone, in answer to a press. False where the browser refuses.
pub fn play_tone() -> bool {
    let play = || {
        let context = AudioContext::new()?;
        let tone = context.create_oscillator()?;
        tone.connect(&context.destination())?;
        tone.start()?;
        clock::later(400, move || drop(tone.stop()));
        Ok::<(), JsValue>(())
    };
    play().is_ok()
}

/// Puts a text on the clipboard, in answer to a press. False where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    called(&navigator.clipboard(), "writeText", &[text.into()]).await.is_some()
}

/// The browser and its version, as far as it tells.
pub fn browser() -> String {
    let told = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    let version = |mark: &str| {
        let (_, rest) = told.split_once(mark)?;
        Some(rest.split([' ', '.', ';', ')']).next().unwrap_or_default().to_owned())
    };
    [("Edge", "Edg/"), ("Firefox", "Firefox/"), ("Chrome", "Chrome/"), ("Safari", "Version/")]
        .into_iter()
        .find_map(|(name, mark)| Some(format!("{name} {}", version(mark)?)))
        .unwrap_or(told)
}

/// What a method that may be missing, may throw, and may never answer comes to.
async fn called(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    let promise = function.apply(object, &arguments.iter().collect()).ok()?;
    let answer = JsFuture::from(Promise::resolve(&promise));
    clock::within(PATIENCE_MS, answer).await?.ok()
}

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator().unchecked_into())
}
