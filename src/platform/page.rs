//! The page itself: its address, its title, its language and theme, and printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, HtmlElement, KeyboardEvent};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// How far the element of an event is scrolled down, in whole pixels.
pub fn scrolled(event: &web_sys::Event) -> usize {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.and_then(|element| usize::try_from(element.scroll_top()).ok()).unwrap_or(0)
}

/// The part of the address after `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address within the page.
pub fn go(href: &str) {
    if let Some(window) = web_sys::window() {
        // The browser refuses only malformed addresses, and ours come from one printer.
        let _ = window.location().set_hash(href);
    }
}

/// The name of a window that shows the hall screen; the browser keeps it when the page is loaded anew.
const HALL: &str = "so-tay-dai-hoi-hall";

/// Whether this window shows the hall screen, whatever its address says.
pub fn is_hall() -> bool {
    web_sys::window().and_then(|window| window.name().ok()).is_some_and(|name| name == HALL)
}

/// Makes this window one that shows the hall screen, and nothing else until [`leave_hall`].
pub fn keep_hall() {
    if let Some(window) = web_sys::window() {
        let _ = window.set_name(HALL);
    }
}

/// Makes this window an ordinary one, at an address within the page.
pub fn leave_hall(href: &str) {
    let Some(window) = web_sys::window() else { return };
    let _ = window.set_name("");
    if hash() == href {
        // Nothing notices an address that stays the same.
        let _ = window.location().reload();
    } else {
        go(href);
    }
}

/// Prints with these margins from now on, as style sheets write them. No rule of a style sheet that says them can take
/// them from the page that it stands on, so one is added behind the others.
pub fn set_print_margins(margins: &str) {
    let Some(sheets) = document().map(|document| document.style_sheets()) else { return };
    let last = sheets.length().checked_sub(1).and_then(|last| sheets.get(last));
    if let Some(sheet) = last.and_then(|sheet| sheet.dyn_into::<web_sys::CssStyleSheet>().ok()) {
        let end = sheet.css_rules().map_or(0, |rules| rules.length());
        // A browser that refuses it prints with the margins of the style sheet.
        let _ = sheet.insert_rule_with_index(&format!("@page {{ margin: {margins}; }}"), end);
    }
}

/// Calls back whenever the address within the page changes.
pub fn on_hash(callback: impl FnMut() + 'static) {
    listen("hashchange", callback);
}

/// Calls back whenever the window comes back into sight, where timers may have slept.
pub fn on_return(callback: impl FnMut() + Clone + 'static) {
    listen("pageshow", callback.clone());
    listen("focus", callback.clone());
    let closure = Closure::<dyn FnMut()>::new(callback);
    if let Some(document) = document() {
        let _ =
            document.add_event_listener_with_callback("visibilitychange", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Calls back when the window goes out of sight or is closed.
pub fn on_leave(callback: impl FnMut() + Clone + 'static) {
    listen("pagehide", callback.clone());
    let mut hidden = callback;
    let closure = Closure::<dyn FnMut()>::new(move || {
        if !is_visible() {
            hidden();
        }
    });
    if let Some(document) = document() {
        let _ =
            document.add_event_listener_with_callback("visibilitychange", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Lets the page fill the screen, or gives the screen back. A browser that refuses leaves it as it is.
pub fn toggle_full_screen() {
    let Some(document) = document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}

/// Whether the window is in sight.
pub fn is_visible() -> bool {
    document().is_none_or(|document| !document.hidden())
}

/// Calls back for every key pressed anywhere that was not used where it was pressed; true from the callback means that
/// the key was used.
pub fn on_key(mut callback: impl FnMut(&KeyboardEvent) -> bool + 'static) {
    let closure = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if !event.default_prevented() && callback(&event) {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Whether a key press belongs to a field in which somebody writes.
pub fn is_writing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Whether a key press lands on something that the key itself would press.
pub fn is_on_control(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY"))
}

/// Moves the focus to the field after this one in a form-like block, and marks its text.
pub fn focus_after(event: &KeyboardEvent, selector: &str) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let Some(fields) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
        return;
    };
    let here =
        (0..fields.length()).find(|index| fields.get(*index).is_some_and(|node| node == *target.as_ref()));
    let next =
        here.and_then(|here| fields.get(here + 1)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    match next {
        Some(field) => {
            let _ = field.focus();
            if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
                input.select();
            }
        }
        // The last field gives its value up, so that it is written down.
        None => {
            let _ = target.blur();
        }
    }
}

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Brings an element into sight.
pub fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Scrolls a line that is wider than the window so far that the first element which a selector finds in it stands near
/// its beginning.
pub fn reveal_across(selector: &str) {
    /// So much of what stands before it stays in sight, in CSS pixels.
    const BEFORE: i32 = 48;
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some((element, line)) =
        element.and_then(|element| element.parent_element().map(|line| (element, line)))
    {
        line.set_scroll_left(element.offset_left() - BEFORE);
    }
}

/// Goes to the top of the page, as after following a link.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets or takes away an attribute of the page's root.
pub fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Setting a plain attribute on the root cannot fail.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Takes away the static shell that was painted before the app came.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Goes back to where the person came from.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Where there is nothing to go back to, nothing happens.
        let _ = history.back();
    }
}

/// What an element says, as a person would copy it; empty where there is none.
pub fn text_of(id: &str) -> String {
    let element = document().and_then(|document| document.get_element_by_id(id));
    element
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .map(|element| element.inner_text())
        .unwrap_or_default()
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without a print dialog does nothing.
        let _ = window.print();
    }
}

/// The protocol of the address: `https:`, `http:` or `file:`.
pub fn protocol() -> String {
    web_sys::window().and_then(|window| window.location().protocol().ok()).unwrap_or_default()
}

/// Whether the page runs where service workers and encryption are allowed.
pub fn is_secure() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

fn listen(event: &str, callback: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(callback);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Whether the system asks for a dark page.
pub fn prefers_dark() -> bool {
    is_so("(prefers-color-scheme: dark)")
}

/// Whether a media query, as style sheets write it, holds at present.
pub fn is_so(query: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|query| query.matches())
}
