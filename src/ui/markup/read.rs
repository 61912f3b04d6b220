//! Closures in boxes. A boxed closure of the language carries every way in which it could be called; these carry one.

use wasm_bindgen::JsValue;

/// What is read again when a signal in it changes, and may keep something from one reading to the next.
pub trait ReadMut<T> {
    /// Reads it.
    fn read(&mut self) -> T;
}

/// What is done at an event.
pub trait Hear {
    /// Does it.
    fn hear(&mut self, event: JsValue);
}

impl<T, F: FnMut() -> T> ReadMut<T> for F {
    fn read(&mut self) -> T {
        self()
    }
}

impl<F: FnMut(JsValue)> Hear for F {
    fn hear(&mut self, event: JsValue) {
        self(event);
    }
}
