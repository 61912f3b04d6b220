//! The clock and the calendar of this device.

use crate::congress::Moment;
use chrono::NaiveDate;
use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

/// The present instant.
pub fn now() -> Moment {
    Moment(milliseconds(Date::now()))
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

fn local(moment: Moment) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "a date in milliseconds is far below 2^53")]
    let value = JsValue::from_f64(moment.0 as f64);
    Date::new(&value)
}

#[expect(clippy::cast_possible_truncation, reason = "a date in milliseconds is far below 2^53")]
fn milliseconds(value: f64) -> i64 {
    value as i64
}
