//! A word to the other windows of the same browser, where it carries one.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel by which windows nudge one another. Delivery is not promised: at file:// some engines deliver nothing.
pub struct Nudge(Option<BroadcastChannel>);

impl Nudge {
    /// Opens a channel and calls back when another window nudges.
    pub fn listen(name: &str, mut callback: impl FnMut() + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |_| callback());
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
            closure.forget();
        }
        Self(channel)
    }

    /// Nudges the other windows.
    pub fn send(&self) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&"look".into());
        }
    }
}
