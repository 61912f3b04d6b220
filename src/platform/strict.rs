//! Writing into an open database so that it is on the disk when it has ended: one transaction with strict durability.
//!
//! Every press of a person waits for one of these. So it goes past the library to the browser, and asks it for nothing
//! that can be kept from the last time: what it is told is made once, and all transactions are heard by the same two
//! listeners.

use super::database::{Batch, DatabaseFailed};
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::Event;

#[wasm_bindgen]
extern "C" {
    /// An open database.
    pub(super) type Connection;

    #[wasm_bindgen(method, catch, js_name = "transaction")]
    fn begin(
        this: &Connection,
        store: &JsValue,
        mode: &JsValue,
        options: &JsValue,
    ) -> Result<Transaction, JsValue>;

    #[derive(Clone)]
    type Transaction;

    #[wasm_bindgen(method, catch, js_name = "objectStore")]
    fn store(this: &Transaction, name: &JsValue) -> Result<Store, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn commit(this: &Transaction) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn abort(this: &Transaction) -> Result<(), JsValue>;

    #[wasm_bindgen(method, setter, js_name = "oncomplete")]
    fn on_complete(this: &Transaction, listener: &JsValue);

    #[wasm_bindgen(method, setter, js_name = "onabort")]
    fn on_abort(this: &Transaction, listener: &JsValue);

    type Store;

    // The request itself is not waited for: one that fails ends its transaction.
    #[wasm_bindgen(method, catch)]
    fn put(this: &Store, value: &JsValue, key: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn delete(this: &Store, keys: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = "IDBKeyRange")]
    type Keys;

    #[wasm_bindgen(static_method_of = Keys, catch, js_class = "IDBKeyRange")]
    fn bound(from: &str, to: &str, without_from: bool, without_to: bool) -> Result<JsValue, JsValue>;
}

/// How a transaction ended, and who waits for it.
#[derive(Default)]
struct Ending {
    well: Option<bool>,
    waiting: Option<Waker>,
}

/// What the browser is told with every transaction, and who hears how it ended.
struct Told {
    mode: JsValue,
    options: Object,
    completed: Closure<dyn FnMut(Event)>,
    aborted: Closure<dyn FnMut(Event)>,
}

thread_local! {
    static RUNNING: RefCell<Vec<(Transaction, Rc<RefCell<Ending>>)>> = const { RefCell::new(Vec::new()) };
    static TOLD: Told = Told::new();
}

impl Told {
    fn new() -> Self {
        let options = Object::new();
        // A browser that does not know it takes its own durability, as it does with any word that it does not know.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        Self {
            mode: "readwrite".into(),
            options,
            completed: Closure::new(|event: Event| ended(&event, true)),
            aborted: Closure::new(|event: Event| ended(&event, false)),
        }
    }
}

fn ended(event: &Event, well: bool) {
    let Some(target) = event.target() else { return };
    let target: &JsValue = target.as_ref();
    let ending = RUNNING.with_borrow_mut(|running| {
        let at = running.iter().position(|(transaction, _)| *target == **transaction)?;
        Some(running.swap_remove(at).1)
    });
    let waiting = ending.and_then(|ending| {
        let mut ending = ending.borrow_mut();
        ending.well = Some(well);
        ending.waiting.take()
    });
    waiting.into_iter().for_each(Waker::wake);
}

/// Writes a batch, all of it or nothing. The browser has been asked for it when this waits for the first time, and it
/// is on the disk when this returns well.
pub(super) async fn write(database: &Connection, store: &str, batch: &Batch) -> Result<(), DatabaseFailed> {
    let ending = begin(database, store, batch).map_err(|_| DatabaseFailed)?;
    let well = poll_fn(|context| {
        let mut ending = ending.borrow_mut();
        ending.well.map_or_else(
            || {
                ending.waiting = Some(context.waker().clone());
                Poll::Pending
            },
            Poll::Ready,
        )
    });
    if well.await { Ok(()) } else { Err(DatabaseFailed) }
}

fn begin(database: &Connection, store: &str, batch: &Batch) -> Result<Rc<RefCell<Ending>>, JsValue> {
    let store = JsValue::from_str(store);
    TOLD.with(|told| {
        let transaction = database.begin(&store, &told.mode, &told.options)?;
        if let Err(error) = ask(&transaction, &store, batch) {
            // Nothing of it may stand.
            let _ = transaction.abort();
            return Err(error);
        }
        transaction.on_complete(told.completed.as_ref());
        transaction.on_abort(told.aborted.as_ref());
        let ending = Rc::new(RefCell::new(Ending::default()));
        RUNNING.with_borrow_mut(|running| running.push((transaction, Rc::clone(&ending))));
        Ok(ending)
    })
}

fn ask(transaction: &Transaction, store: &JsValue, batch: &Batch) -> Result<(), JsValue> {
    let store = transaction.store(store)?;
    for key in &batch.remove {
        store.delete(&JsValue::from_str(key))?;
    }
    for prefix in &batch.remove_under {
        store.delete(&Keys::bound(prefix, &format!("{prefix}\u{ffff}"), false, true)?)?;
    }
    for entry in &batch.put {
        store.put(&entry.handed_text, &entry.handed_key)?;
    }
    if let Some((key, handle)) = &batch.put_handle {
        store.put(handle, &JsValue::from_str(key))?;
    }
    transaction.commit()
}
