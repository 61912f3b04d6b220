//! The bell: it rings and shakes at the last minute and at the end, and the screen stays awake while something runs.

use super::{Clock, running};
use crate::congress::agenda::clock::Phase;
use crate::platform::{awake, bell, page};
use crate::ui::markup::prelude::*;
use crate::ui::{session, words};

/// What makes the bell ring: who has the time, and where it stands.
type Stroke = Option<(bool, Phase)>;

/// The switch, the test, and the bell itself.
#[component]
pub(super) fn Bell() -> impl IntoView {
    let session = session();
    let w = words().run;
    let on = move || session.preferences().bell;
    let clock = running();
    let stroke = Memo::new(move |_| clock.get().map(|Clock { reading, speaks }| (speaks, reading.phase)));
    let mut before: Stroke = None;
    effect(move || {
        let now = stroke.get();
        let strokes = match now {
            Some((speaks, phase)) => strokes(before.filter(|(spoke, _)| *spoke == speaks), phase),
            None => 0,
        };
        if strokes > 0 && on() {
            bell::ring(strokes);
            bell::shake(strokes);
        }
        before = now;
    });
    keep_awake(clock);
    let test = move || {
        bell::unlock();
        bell::ring(1);
        bell::shake(1);
    };
    view! {
        <div class="bell">
            <label>
                <input
                    type="checkbox"
                    id="bell"
                    prop:checked=on
                    on:change=move |event| {
                        let rings = event_target_checked(&event);
                        session.prefer(|preferences| preferences.bell = rings);
                        if rings {
                            test();
                        }
                    }
                />
                {w.bell}
            </label>
            <button class="btn btn--link" id="test-bell" on:click=move |_| test()>
                {w.bell_test}
            </button>
        </div>
    }
}

/// How often the bell strikes when a phase comes behind another of the same clock.
fn strokes(before: Stroke, phase: Phase) -> u8 {
    match (before, phase) {
        (Some((_, Phase::Running)), Phase::LastMinute) => 1,
        (Some((_, Phase::Running | Phase::LastMinute)), Phase::Overtime) => 2,
        _ => 0,
    }
}

/// Keeps the screen awake while a clock runs and the window is in sight.
pub(super) fn keep_awake(clock: Memo<Option<Clock>>) {
    let session = session();
    let runs = Memo::new(move |_| clock.with(Option::is_some));
    // The browser takes its leave back when the window goes out of sight, so it is asked again at the next minute.
    let minute = Memo::new(move |_| session.now().0.div_euclid(20_000));
    effect(move || {
        minute.get();
        if !runs.get() {
            awake::let_go();
        } else if page::is_visible() {
            awake::keep();
        }
    });
    on_cleanup(awake::let_go);
}
