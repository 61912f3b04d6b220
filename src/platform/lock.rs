//! Locks that one window holds for as long as it lives.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, callback: &JsValue) -> Promise;
}

/// A lock that this window holds or waits for; given back when dropped.
pub struct Lock(Rc<RefCell<Claim>>);

enum Claim {
    Waiting,
    Held(Function),
    GivenUp,
}

/// Waits for a lock and calls back when this window has it; it is held until it is dropped or the window closes.
///
/// Where the browser has no locks (plain http in a local network), the callback comes at once: then nobody can tell
/// two windows apart, and the journal's unique keys are what keeps both windows' work.
pub fn hold(name: &str, granted: impl FnOnce() + 'static) -> Lock {
    let claim = Rc::new(RefCell::new(Claim::Waiting));
    let manager = web_sys::window()
        .and_then(|window| Reflect::get(&window.navigator(), &"locks".into()).ok())
        .filter(|locks| !locks.is_undefined() && !locks.is_null());
    let Some(manager) = manager else {
        granted();
        return Lock(claim);
    };
    let shared = Rc::clone(&claim);
    let callback = Closure::once_into_js(move |_lock: JsValue| -> Promise {
        if matches!(*shared.borrow(), Claim::GivenUp) {
            return Promise::resolve(&JsValue::NULL);
        }
        // Settled only when the lock is given back.
        let promise = Promise::new(&mut |resolve: Function, _reject: Function| {
            *shared.borrow_mut() = Claim::Held(resolve);
        });
        granted();
        promise
    });
    let _ = manager.unchecked_into::<LockManager>().request(name, &callback);
    Lock(claim)
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Claim::Held(resolve) = self.0.replace(Claim::GivenUp) {
            // The browser's own function does not throw.
            let _ = resolve.call0(&JsValue::NULL);
        }
    }
}
