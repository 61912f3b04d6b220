//! A value that is worked out again when a signal in it changes, and wakes nobody before it came out different.

use super::effect::effect;
use super::signal::RwSignal;
use leptos::prelude::untrack;

/// What is read, now and whenever a signal in it changes; told on a moment after it came out different.
///
/// A memo asks everybody who follows it to look, and each finds for itself that nothing is new: with two hundred rows
/// that follow the day, which follows the clock, that is two hundred for nothing, four times a second.
pub fn settled<T: Clone + PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + 'static) -> RwSignal<T> {
    let told = RwSignal::new(untrack(&read));
    effect(move || told.settle(read()));
    told
}
