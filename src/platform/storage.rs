//! Where things are kept on this device: localStorage, or memory where the browser denies it.
//!
//! Reading never fails; writing says whether the browser gave the same value back. Whether the value has reached the
//! disk is another matter: see the save state.

use super::keyed::Keyed;
use crate::congress::order;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The browser's storage, asked in the browser's own texts: what is read back need not be read into the module.
    #[wasm_bindgen(extends = web_sys::Storage)]
    type Browser;

    #[wasm_bindgen(method, catch, js_name = "setItem")]
    fn put(this: &Browser, key: &JsValue, text: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = "getItem")]
    fn look(this: &Browser, key: &JsValue) -> Result<JsValue, JsValue>;
}

thread_local! {
    static MEMORY: RefCell<Option<BTreeMap<String, String>>> = const { RefCell::new(None) };
    // Asked of the browser once: a press writes and reads several times.
    static BROWSER: Browser = LocalStorage::raw().unchecked_into();
}

/// A value could not be written: the storage is full, or was taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriteFailed;

/// Tries the storage once; must come before everything else, because the storage crate panics where it is denied.
/// True when values are kept beyond this window.
pub fn probe() -> bool {
    const KEY: &str = "so-tay-dai-hoi/probe";
    let works =
        web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some_and(|storage| {
            // A full storage refuses the probe but still reads; its contents must stay in sight.
            let _ = storage.set_item(KEY, "1");
            let _ = storage.remove_item(KEY);
            storage.length().is_ok()
        });
    if !works {
        MEMORY.with(|memory| *memory.borrow_mut() = Some(BTreeMap::new()));
    }
    works
}

/// Whether values are kept beyond this window.
pub fn is_kept() -> bool {
    MEMORY.with(|memory| memory.borrow().is_none())
}

/// The value under a key, as it was written.
pub fn read(key: &str) -> Option<String> {
    MEMORY.with(|memory| match &*memory.borrow() {
        Some(memory) => memory.get(key).cloned(),
        None => kept(key),
    })
}

/// Whether there is a value under the key of a text.
pub fn holds(entry: &Keyed) -> bool {
    !present(entry.key(), &entry.handed_key).is_null()
}

fn kept(key: &str) -> Option<String> {
    BROWSER.with(|browser| browser.get_item(key).ok().flatten())
}

/// Writes a value as JSON and reads it back.
pub fn write<T: Serialize>(key: &str, value: &T) -> Result<(), WriteFailed> {
    let text = serde_json::to_string(value).map_err(|_| WriteFailed)?;
    MEMORY.with(|memory| {
        if let Some(memory) = &mut *memory.borrow_mut() {
            memory.insert(key.to_owned(), text);
            return Ok(());
        }
        LocalStorage::set(key, value).map_err(|_| WriteFailed)?;
        if kept(key).as_deref() == Some(text.as_str()) { Ok(()) } else { Err(WriteFailed) }
    })
}

/// Writes a text as it is and reads it back.
pub fn write_text(key: &str, text: &str) -> Result<(), WriteFailed> {
    MEMORY.with(|memory| {
        if let Some(memory) = &mut *memory.borrow_mut() {
            memory.insert(key.to_owned(), text.to_owned());
            return Ok(());
        }
        put_and_look(&JsValue::from_str(key), &JsValue::from_str(text))
    })
}

/// Writes a text under its key, as it is, and reads it back.
pub fn write_keyed(entry: &Keyed) -> Result<(), WriteFailed> {
    if is_kept() {
        put_and_look(&entry.handed_key, &entry.handed_text)
    } else {
        write_text(entry.key(), entry.text())
    }
}

fn put_and_look(key: &JsValue, text: &JsValue) -> Result<(), WriteFailed> {
    let written = BROWSER.with(|browser| {
        browser.put(key, text)?;
        browser.look(key)
    });
    if written.is_ok_and(|found| found == *text) { Ok(()) } else { Err(WriteFailed) }
}

/// A value that is looked at again and again: whether it is another one than was seen last is found without reading it
/// into the module.
pub struct Watched {
    key: String,
    asked: JsValue,
    seen: JsValue,
}

impl Watched {
    /// The value under a key, seen as it is now.
    pub fn new(key: String) -> Self {
        let asked = JsValue::from_str(&key);
        let seen = present(&key, &asked);
        Self { key, asked, seen }
    }

    /// The value as it is now, if it is another than was seen last.
    pub fn changed(&self) -> Option<Change> {
        let found = present(&self.key, &self.asked);
        (found != self.seen).then_some(Change(found))
    }

    /// A change was seen.
    pub fn see(&mut self, change: Change) {
        self.seen = change.0;
    }

    /// Writes a text that may be lost: it is not read back, and counts as seen.
    pub fn hint(&mut self, text: &str) {
        let written = JsValue::from_str(text);
        let in_memory = MEMORY.with(|memory| {
            memory
                .borrow_mut()
                .as_mut()
                .map(|memory| memory.insert(self.key.clone(), text.to_owned()))
                .is_some()
        });
        if in_memory || BROWSER.with(|browser| browser.put(&self.asked, &written)).is_ok() {
            self.seen = written;
        } else {
            self.seen = present(&self.key, &self.asked);
        }
    }
}

/// What a watched value has changed to.
pub struct Change(JsValue);

impl Change {
    /// Whether the value has vanished.
    pub fn is_gone(&self) -> bool {
        self.0.is_null()
    }
}

fn present(key: &str, asked: &JsValue) -> JsValue {
    MEMORY.with(|memory| match &*memory.borrow() {
        Some(memory) => memory.get(key).map_or(JsValue::NULL, |text| JsValue::from_str(text)),
        None => BROWSER.with(|browser| browser.look(asked)).unwrap_or(JsValue::NULL),
    })
}

/// Removes a key of our own.
pub fn remove(key: &str) {
    MEMORY.with(|memory| match &mut *memory.borrow_mut() {
        Some(memory) => {
            memory.remove(key);
        }
        None => LocalStorage::delete(key),
    });
}

/// The keys that start with a prefix, sorted.
pub fn keys(prefix: &str) -> Vec<String> {
    let mut keys: Vec<String> = MEMORY.with(|memory| {
        if let Some(memory) = &*memory.borrow() {
            return memory.keys().cloned().collect();
        }
        BROWSER.with(|browser| {
            let length = browser.length().unwrap_or(0);
            (0..length).filter_map(|index| browser.key(index).ok().flatten()).collect()
        })
    });
    keys.retain(|key| key.starts_with(prefix));
    order::by_key(&mut keys, String::clone);
    keys
}
