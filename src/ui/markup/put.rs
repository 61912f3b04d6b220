//! Values on their way to the page. Names and other texts that stand in the program are made into texts of the browser
//! once, because each text that is handed over is decoded anew.

use super::setting::{Datum, Place};
use leptos::tachys::renderer::Rndr;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

#[wasm_bindgen]
extern "C" {
    /// An element as it is asked in the browser's own texts.
    #[wasm_bindgen(extends = web_sys::Element)]
    type Furnished;

    /// Cannot fail, because the names of attributes stand in the program.
    #[wasm_bindgen(method, js_name = "setAttribute")]
    fn attribute(this: &Furnished, name: &JsValue, text: &JsValue);
}

thread_local! {
    /// Texts that stand in the program, with the browser's own. Counted here, because the browser's count costs a call.
    static KNOWN: RefCell<Vec<(&'static str, Rc<JsValue>)>> = const { RefCell::new(Vec::new()) };
}

/// The browser's text for one of the few that come again and again: a name, or a word to which something changes.
fn known(text: &'static str) -> Rc<JsValue> {
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, found)) = known.iter().find(|(other, _)| std::ptr::eq(*other, text)) {
            return Rc::clone(found);
        }
        let made = Rc::new(JsValue::from_str(text));
        known.push((text, Rc::clone(&made)));
        made
    })
}

/// Puts a value where it belongs. The first time nothing stands there yet.
pub(super) fn put(
    element: &web_sys::Element,
    place: Place,
    name: &'static str,
    value: &Datum,
    is_first: bool,
) {
    match (place, value) {
        (Place::Attribute, Datum::Text(Cow::Borrowed(text))) if !is_first => {
            put_attribute(element, name, &known(text));
        }
        (Place::Attribute, Datum::Text(text)) => put_attribute(element, name, &JsValue::from_str(text)),
        (Place::Attribute, Datum::Flag(true)) => put_attribute(element, name, &known("")),
        (Place::Attribute, Datum::Flag(false)) => Rndr::remove_attribute(element, name),
        (Place::Property, Datum::Text(text)) => Rndr::set_property(element, name, &JsValue::from_str(text)),
        (Place::Property, Datum::Flag(flag)) => Rndr::set_property(element, name, &JsValue::from_bool(*flag)),
        (Place::Class, Datum::Flag(true)) => Rndr::add_class(&Rndr::class_list(element), name),
        (Place::Class, _) => Rndr::remove_class(&Rndr::class_list(element), name),
        (Place::Style, Datum::Text(text)) => Rndr::set_css_property(&Rndr::style(element), name, text),
        (Place::Style, Datum::Flag(_)) => Rndr::remove_css_property(&Rndr::style(element), name),
        (Place::Text, Datum::Text(text)) => put_text(element, text, is_first),
        (Place::Text, Datum::Flag(_)) => element.set_text_content(None),
    }
}

fn put_attribute(element: &web_sys::Element, name: &'static str, text: &JsValue) {
    element.unchecked_ref::<Furnished>().attribute(&known(name), text);
}

/// A text that only changes is not made anew: that would cost a layout of what is around it.
fn put_text(element: &web_sys::Element, text: &str, is_first: bool) {
    match (!is_first).then(|| element.first_child()).flatten() {
        Some(node) => node.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}
