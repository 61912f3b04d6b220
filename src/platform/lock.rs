//! Locks that one window holds for as long as it lives.

use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &JsValue, callback: &JsValue) -> Promise;
}

/// A lock that this window holds or waits for; given back when dropped.
pub struct Lock(Rc<RefCell<Claim>>);

/// Why a lock is not held although nobody gave it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Another window took it.
    Taken,
    /// The browser refuses locks to this page, as it does where all storage is blocked.
    Denied,
}

enum Claim {
    Waiting,
    Held(Function),
    GivenUp,
}

/// Whether the browser knows locks here; over plain http it does not.
pub fn are_known() -> bool {
    manager().is_some()
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined() && !locks.is_null()).then(|| locks.unchecked_into())
}

/// Waits for a lock, or takes it from whoever holds it, and calls back when this window has it; it is held until it is
/// dropped, the window closes, or another window takes it, which is told too.
///
/// Where the browser has no locks, `granted` comes at once: then nobody can tell two windows apart, and each must write
/// under an id of its own.
pub fn hold(
    name: &str,
    steal: bool,
    granted: impl FnOnce() + 'static,
    ended: impl FnOnce(Ended) + 'static,
) -> Lock {
    let claim = Rc::new(RefCell::new(Claim::Waiting));
    let Some(manager) = manager() else {
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
    let options = Object::new();
    if steal {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&options, &"steal".into(), &JsValue::TRUE);
    }
    let request = manager.request(name, &options, &callback);
    let shared = Rc::clone(&claim);
    spawn_local(async move {
        if JsFuture::from(request).await.is_ok() {
            return;
        }
        let how = match *shared.borrow() {
            Claim::GivenUp => return,
            Claim::Held(_) => Ended::Taken,
            Claim::Waiting => Ended::Denied,
        };
        ended(how);
    });
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
