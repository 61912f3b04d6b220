//! What is out of sight at first: it is drawn once the rest is painted, so that nobody waits for it.

use crate::platform::clock;
use crate::ui::markup::prelude::*;
use leptos::task::spawn_local;

/// Whether the place was painted since this was asked for the first time.
pub fn painted() -> RwSignal<bool> {
    let painted = RwSignal::new(false);
    spawn_local(async move {
        // The next frame is asked for when this one is on its way to the screen.
        clock::painted().await;
        clock::painted().await;
        painted.set(true);
    });
    painted
}
