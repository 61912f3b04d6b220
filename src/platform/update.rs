//! A newer version of the app that has been fetched and waits: it takes over only when somebody says so.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// The browser's service workers; none at file:// and over plain http.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let container = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    (!container.is_undefined()).then(|| container.unchecked_into())
}

async fn waiting() -> Option<ServiceWorker> {
    let registration = JsFuture::from(container()?.get_registration()).await.ok()?;
    registration.dyn_into::<ServiceWorkerRegistration>().ok()?.waiting()
}

/// Calls back, at most once, if a newer version waits now.
pub fn if_waiting(callback: impl FnOnce() + 'static) {
    spawn_local(async move {
        if waiting().await.is_some() {
            callback();
        }
    });
}

/// Lets the newer version take over, and loads the page anew with it.
pub fn take_over() {
    spawn_local(async move {
        let (Some(container), Some(worker)) = (container(), waiting().await) else { return };
        let reload = Closure::once_into_js(|| {
            if let Some(window) = web_sys::window() {
                // The page is asked for again from the worker; there is nothing to lose, because nothing is open.
                let _ = window.location().reload();
            }
        });
        container.set_oncontrollerchange(Some(reload.unchecked_ref()));
        let message = js_sys::Object::new();
        let _ = Reflect::set(&message, &"type".into(), &"activate".into());
        let _ = worker.post_message(&JsValue::from(message));
    });
}
