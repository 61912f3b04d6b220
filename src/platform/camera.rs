//! The camera: opened in answer to a press, shown in a video element, looked through picture by picture. Nothing is kept.

use super::plain_object::plain_object;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type Devices;

    #[wasm_bindgen(method, catch, js_name = getUserMedia)]
    async fn get_user_media(this: &Devices, wanted: &JsValue) -> Result<JsValue, JsValue>;

    type Stream;

    #[wasm_bindgen(method, js_name = getTracks)]
    fn tracks(this: &Stream) -> Vec<Track>;

    type Track;

    #[wasm_bindgen(method)]
    fn stop(this: &Track);

    type Video;

    #[wasm_bindgen(method, setter, js_name = srcObject)]
    fn set_source(this: &Video, source: &JsValue);

    #[wasm_bindgen(method, catch)]
    async fn play(this: &Video) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, js_name = videoWidth)]
    fn width(this: &Video) -> u32;

    #[wasm_bindgen(method, getter, js_name = videoHeight)]
    fn height(this: &Video) -> u32;

    type Canvas;

    #[wasm_bindgen(method, setter, js_name = width)]
    fn set_width(this: &Canvas, width: u32);

    #[wasm_bindgen(method, setter, js_name = height)]
    fn set_height(this: &Canvas, height: u32);

    #[wasm_bindgen(method, catch, js_name = getContext)]
    fn context(this: &Canvas, kind: &str, options: &JsValue) -> Result<Option<Pen>, JsValue>;

    type Pen;

    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw(
        this: &Pen,
        video: &Video,
        x: u32,
        y: u32,
        width: u32,
        height: u32,
        to_x: u32,
        to_y: u32,
        to_width: u32,
        to_height: u32,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = getImageData)]
    fn points(this: &Pen, x: u32, y: u32, width: u32, height: u32) -> Result<JsValue, JsValue>;
}

/// The largest picture that is looked at, in points a side.
const MOST_SIDE: u32 = 800;

/// Why there is no camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// The browser gives pages none: it is too old, or the page came over plain http.
    Unknown,
    /// The person, or the browser for a page of this address, said no.
    Denied,
    /// The device has none, or another program holds it.
    Absent,
}

/// An open camera; closed when it is dropped.
pub struct Camera {
    stream: Stream,
    video: Video,
    canvas: Canvas,
    pen: Pen,
}

impl Camera {
    /// Opens the camera on the back, where there are two, and shows it in a video element.
    pub async fn open(video: JsValue) -> Result<Self, NoCamera> {
        let navigator = web_sys::window().ok_or(NoCamera::Unknown)?.navigator();
        let devices = Reflect::get(&navigator, &"mediaDevices".into()).ok().filter(JsValue::is_object);
        let devices: Devices = devices.ok_or(NoCamera::Unknown)?.unchecked_into();
        let ideal = |value: JsValue| plain_object(&[("ideal", &value)]);
        let back = plain_object(&[
            ("facingMode", &ideal("environment".into())),
            ("width", &ideal(1280.into())),
            ("height", &ideal(720.into())),
        ]);
        let wanted = plain_object(&[("video", &back), ("audio", &JsValue::FALSE)]);
        let stream: Stream =
            devices.get_user_media(&wanted).await.map_err(|error| refused(&error))?.unchecked_into();
        let (canvas, pen) = drawing().ok_or(NoCamera::Unknown)?;
        let camera = Self { stream, video: video.unchecked_into(), canvas, pen };
        camera.video.set_source(&camera.stream);
        camera.video.play().await.map_err(|_| NoCamera::Absent)?;
        Ok(camera)
    }

    /// The square in the middle of what the camera sees now: its side in points, and the points as the browser gives them
    /// (red, green, blue, opacity; row by row). `None` before the first picture.
    pub fn picture(&self) -> Option<(u32, JsValue)> {
        let (width, height) = (self.video.width(), self.video.height());
        let square = width.min(height);
        let side = square.min(MOST_SIDE);
        if side == 0 {
            return None;
        }
        self.canvas.set_width(side);
        self.canvas.set_height(side);
        let (x, y) = ((width - square) / 2, (height - square) / 2);
        self.pen.draw(&self.video, x, y, square, square, 0, 0, side, side).ok()?;
        let image = self.pen.points(0, 0, side, side).ok()?;
        Some((side, Reflect::get(&image, &"data".into()).ok()?))
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.tracks() {
            track.stop();
        }
        self.video.set_source(&JsValue::NULL);
    }
}

fn drawing() -> Option<(Canvas, Pen)> {
    let canvas: Canvas = web_sys::window()?
        .document()?
        .create_element("canvas")
        .ok()?
        .unchecked_into::<JsValue>()
        .unchecked_into();
    // The points are read again and again, so they stay where they can be read.
    let options = plain_object(&[("willReadFrequently", &JsValue::TRUE)]);
    let pen = canvas.context("2d", &options).ok()??;
    Some((canvas, pen))
}

fn refused(error: &JsValue) -> NoCamera {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoCamera::Denied,
        _ => NoCamera::Absent,
    }
}
