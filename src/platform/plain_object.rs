//! Plain objects, as the browser's calls take their options.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::JsValue;

/// An object with these fields.
pub fn plain_object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
