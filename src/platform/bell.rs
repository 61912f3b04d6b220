//! The bell: a sound made here, without a file, and the shaking of a phone.

use std::cell::RefCell;
use web_sys::AudioContext;

thread_local! {
    /// One for the page: a browser lets only a few be made.
    static AUDIO: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Seconds between two strokes, and the length of one.
const STROKE: f64 = 0.7;

/// Lets the page make sounds from now on. Browsers allow it only from within a press.
pub fn unlock() {
    with_audio(|audio| {
        // The promise tells when; a sound that is asked for before is played then.
        let _ = audio.resume();
    });
}

/// Strikes the bell so many times. Before [`unlock`] nothing is heard.
pub fn ring(strokes: u8) {
    with_audio(|audio| {
        // A browser that cannot make the sound stays silent; the screen says the same.
        let _ = strike(audio, strokes);
    });
}

/// Shakes the phone once for each stroke, where there is something to shake.
pub fn shake(strokes: u8) {
    if let Some(window) = web_sys::window() {
        let navigator = window.navigator();
        let pattern = js_sys::Array::new();
        for _ in 0..strokes {
            pattern.push(&250.into());
            pattern.push(&150.into());
        }
        if js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
            navigator.vibrate_with_pattern(&pattern);
        }
    }
}

fn with_audio(act: impl FnOnce(&AudioContext)) {
    AUDIO.with_borrow_mut(|audio| {
        if audio.is_none() {
            *audio = AudioContext::new().ok();
        }
        if let Some(audio) = audio {
            act(audio);
        }
    });
}

#[expect(clippy::float_arithmetic, reason = "the browser counts the time of a sound in seconds")]
fn strike(audio: &AudioContext, strokes: u8) -> Result<(), wasm_bindgen::JsValue> {
    for stroke in 0..strokes {
        let at = audio.current_time() + f64::from(stroke) * STROKE;
        // Two tones, the higher one weaker, as a small bell has them.
        for (tone, strength) in [(880.0_f32, 0.4_f32), (2_217.0, 0.12)] {
            let (oscillator, gain) = (audio.create_oscillator()?, audio.create_gain()?);
            oscillator.frequency().set_value(tone);
            gain.gain().set_value_at_time(strength, at)?;
            gain.gain().exponential_ramp_to_value_at_time(0.001, at + STROKE)?;
            oscillator.connect_with_audio_node(&gain)?;
            gain.connect_with_audio_node(&audio.destination())?;
            oscillator.start_with_when(at)?;
            oscillator.stop_with_when(at + STROKE)?;
        }
    }
    Ok(())
}
