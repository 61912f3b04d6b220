//! A word to the other windows of the same browser, where it carries one.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel by which windows nudge one another. Delivery is not promised: at file:// some engines deliver nothing.
pub struct Nudge(Option<BroadcastChannel>);

/// Where the other windows are to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// Into localStorage; carries the key of what was written there last.
    Here(String),
    /// Into the database too, because localStorage takes nothing.
    Everywhere,
}

/// The word for [`Look::Everywhere`].
const EVERYWHERE: &str = "look everywhere";

impl Nudge {
    /// Opens a channel and calls back when another window nudges.
    pub fn listen(name: &str, mut callback: impl FnMut(Look) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let word = event.data().as_string().unwrap_or_default();
                callback(if word == EVERYWHERE { Look::Everywhere } else { Look::Here(word) });
            });
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
            closure.forget();
        }
        Self(channel)
    }

    /// Nudges the other windows.
    pub fn send(&self, look: &Look) {
        if let Some(channel) = &self.0 {
            let word = match look {
                Look::Here(key) => key,
                Look::Everywhere => EVERYWHERE,
            };
            let _ = channel.post_message(&word.into());
        }
    }
}
