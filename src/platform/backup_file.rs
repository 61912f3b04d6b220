//! A file outside the browser that a person chose once, and that the page may write again and again.
//!
//! Browsers with `showSaveFilePicker` know this. The browser writes beside the old file and puts the new one in its
//! place, so a stick that is pulled out leaves the old one whole.

use super::plain_object::plain_object;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The file. It may be kept in the database, and outlives the page; the right to write does not.
    #[derive(Clone)]
    pub type BackupFile;

    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    async fn show_save_file_picker(options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn name(this: &BackupFile) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    async fn query_permission(this: &BackupFile, how: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    async fn request_permission(this: &BackupFile, how: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    async fn create_writable(this: &BackupFile) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getFile)]
    async fn get_file(this: &BackupFile) -> Result<JsValue, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    async fn write(this: &Writable, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn close(this: &Writable) -> Result<JsValue, JsValue>;

    type Written;

    #[wasm_bindgen(method, catch)]
    async fn text(this: &Written) -> Result<JsValue, JsValue>;
}

/// The file could not be written, or did not read the same afterwards. What it held before is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriteFailed;

/// Whether this browser lets a page write to a file again and again.
pub fn is_known() -> bool {
    Reflect::has(&js_sys::global(), &"showSaveFilePicker".into()).unwrap_or(false)
}

/// Lets the person choose a file, in answer to a press; `None` when they chose none.
pub async fn choose(name: &str) -> Option<BackupFile> {
    let accept = plain_object(&[("application/json", &Array::of1(&".json".into()))]);
    let kinds = Array::of1(&plain_object(&[("accept", &accept)]));
    let options =
        plain_object(&[("suggestedName", &name.into()), ("types", &kinds), ("id", &"so-tay-dai-hoi".into())]);
    show_save_file_picker(&options).await.ok().map(JsCast::unchecked_into)
}

impl BackupFile {
    /// A file as it was kept in the database.
    pub fn from_kept(handle: JsValue) -> Self {
        handle.unchecked_into()
    }

    /// The file's name, without its folder.
    pub fn title(&self) -> String {
        self.name()
    }

    /// Whether the page may write now, without asking anybody.
    pub async fn is_writable(&self) -> bool {
        is_granted(self.query_permission(&to_write()).await)
    }

    /// Asks the person for the right to write, in answer to a press.
    pub async fn ask(&self) -> bool {
        is_granted(self.request_permission(&to_write()).await)
    }

    /// Puts a text in the place of what the file holds, and reads it back.
    pub async fn put(&self, text: &str) -> Result<(), WriteFailed> {
        let put = async {
            let stream: Writable = self.create_writable().await?.unchecked_into();
            stream.write(text).await?;
            stream.close().await?;
            let file: Written = self.get_file().await?.unchecked_into();
            file.text().await
        };
        let back = put.await.map_err(|_| WriteFailed)?;
        if back.as_string().as_deref() == Some(text) { Ok(()) } else { Err(WriteFailed) }
    }
}

fn is_granted(answer: Result<JsValue, JsValue>) -> bool {
    answer.is_ok_and(|answer| answer == "granted")
}

fn to_write() -> JsValue {
    plain_object(&[("mode", &"readwrite".into())])
}
