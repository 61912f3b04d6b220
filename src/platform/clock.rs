//! The clock and the calendar of this device.

use crate::congress::Moment;
use chrono::NaiveDate;
use js_sys::{Date, Promise};
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The present instant.
pub fn now() -> Moment {
    Moment(milliseconds(Date::now()))
}

/// Milliseconds on a clock that nobody can set, since this page was loaded. It may stand still while the machine sleeps.
pub fn steady() -> i64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0, |performance| milliseconds(performance.now()))
}

/// The local calendar day of an instant.
pub fn day_of(moment: Moment) -> NaiveDate {
    let date = local(moment);
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// Today, by the local calendar.
pub fn today() -> NaiveDate {
    day_of(now())
}

/// The local midnight with which an instant's day began.
pub fn midnight_of(moment: Moment) -> Moment {
    let date = local(moment);
    date.set_hours(0);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    Moment(milliseconds(date.get_time()))
}

/// Hours and minutes of an instant, by the local clock.
pub fn time_of(moment: Moment) -> (u32, u32) {
    let date = local(moment);
    (date.get_hours(), date.get_minutes())
}

/// Calls back every so many milliseconds, for as long as the page lives.
pub fn every(period_ms: i32, callback: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(callback);
    if let Some(window) = web_sys::window() {
        // A page without timers still works; it only stops following by itself.
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
            closure.as_ref().unchecked_ref(),
            period_ms,
        );
    }
    closure.forget();
}

/// Calls back once, after so many milliseconds, when the page has nothing else to do.
pub fn later(delay_ms: i32, callback: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(callback);
    if let Some(window) = web_sys::window() {
        // A page without timers still works; what could wait is not done.
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), delay_ms);
    }
}

/// Runs a future at once until it waits for the first time, and goes on with it as it comes.
pub fn begin(future: impl Future<Output = ()> + 'static) {
    let mut future = Box::pin(future);
    if future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        // It is asked once more from there, and is told then whom to wake.
        spawn_local(future);
    }
}

/// Gives the page a turn: it paints, and answers what was pressed.
pub async fn turn() {
    wait(0).await;
}

/// Waits so many milliseconds.
pub async fn wait(delay_ms: i32) {
    let over = Promise::new(&mut |resolve, _reject| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay_ms);
        }
    });
    // A page without timers goes on at once.
    let _ = within(delay_ms.saturating_add(50), JsFuture::from(over)).await;
}

/// Waits until the page was painted; a page that nobody sees is not, and waits a third of a second.
pub async fn painted() {
    let next = Promise::new(&mut |resolve, _reject| {
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(&resolve);
        }
    });
    let _ = within(333, JsFuture::from(next)).await;
    // The picture is made behind the frame's callbacks.
    turn().await;
}

/// What a future comes to, if it does so within so many milliseconds.
pub async fn within<T>(limit_ms: i32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let late = Promise::new(&mut |resolve, _reject| {
        if let Some(window) = web_sys::window() {
            // Without timers there is no limit, and the future decides alone.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, limit_ms);
        }
    });
    let mut late = pin!(JsFuture::from(late));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => late.as_mut().poll(context).map(|_| None),
    })
    .await
}

fn local(moment: Moment) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "a date in milliseconds is far below 2^53")]
    let value = JsValue::from_f64(moment.0 as f64);
    Date::new(&value)
}

#[expect(clippy::cast_possible_truncation, reason = "a date in milliseconds is far below 2^53")]
fn milliseconds(value: f64) -> i64 {
    value as i64
}
