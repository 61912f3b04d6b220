//! Keeping the screen awake while a clock runs.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// What the browser gave; it takes it back itself when the page goes out of sight.
    static LOCK: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Asks the browser to leave the screen on, unless it was asked and does. A browser without the means, or one that
/// refuses (an empty battery), changes nothing.
pub fn keep() {
    let held = LOCK.with_borrow(|lock| {
        let released = lock.as_ref().map(|lock| Reflect::get(lock, &"released".into()));
        released.is_some_and(|released| released.is_ok_and(|released| released.is_falsy()))
    });
    if held {
        return;
    }
    spawn_local(async {
        if let Some(lock) = request().await {
            LOCK.set(Some(lock));
        }
    });
}

/// Lets the screen go dark again.
pub fn let_go() {
    if let Some(lock) = LOCK.take() {
        // It may be gone already.
        let _ = call(&lock, "release", None);
    }
}

async fn request() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let promise: Promise = call(&lock, "request", Some(&"screen".into()))?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn call(target: &JsValue, name: &str, argument: Option<&JsValue>) -> Option<JsValue> {
    let function: Function = Reflect::get(target, &name.into()).ok()?.dyn_into().ok()?;
    match argument {
        Some(argument) => function.call1(target, argument).ok(),
        None => function.call0(target).ok(),
    }
}
