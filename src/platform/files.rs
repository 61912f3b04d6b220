//! Files: downloads and what people choose to open.

use super::plain_object::plain_object;
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::File;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, FileList, FilePropertyBag, FileSystemDirectoryEntry,
    FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry, HtmlAnchorElement, HtmlInputElement,
    Url,
};

/// Offers a text as a download. False where the browser has no way to do so.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    offer(name, mime, &text.into()).is_some()
}

/// Offers bytes as a download. False where the browser has no way to do so.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) -> bool {
    offer(name, mime, &js_sys::Uint8Array::from(bytes).into()).is_some()
}

#[wasm_bindgen]
extern "C" {
    type Sharing;

    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Sharing, what: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn share(this: &Sharing, what: &JsValue) -> Result<JsValue, JsValue>;
}

/// Whether this browser hands files on to other programs, such as Bluetooth and chats.
pub fn can_share() -> bool {
    shared_as("a.json", "{}").is_some()
}

/// Hands a text on to whichever program the person picks, in answer to a press. False where that failed; not where the
/// person picked none.
pub async fn share(name: &str, text: &str) -> bool {
    let Some((navigator, what)) = shared_as(name, text) else { return false };
    match navigator.share(&what).await {
        Ok(_) => true,
        Err(error) => Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

/// The file in a form that this browser shares: as what it is, or else as a plain text, which every browser shares.
fn shared_as(name: &str, text: &str) -> Option<(Sharing, JsValue)> {
    let navigator = web_sys::window()?.navigator();
    if !Reflect::has(&navigator, &"canShare".into()).ok()? {
        return None;
    }
    let navigator: Sharing = JsValue::from(navigator).unchecked_into();
    let forms = [(name.to_owned(), "application/json"), (format!("{name}.txt"), "text/plain")];
    let what = forms.into_iter().find_map(|(name, mime)| {
        let options = FilePropertyBag::new();
        options.set_type(mime);
        let file =
            File::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &name, &options);
        let what = plain_object(&[("files", &js_sys::Array::of1(&file.ok()?.into()))]);
        navigator.can_share(&what).unwrap_or(false).then_some(what)
    })?;
    Some((navigator, what))
}

fn offer(name: &str, mime: &str, content: &wasm_bindgen::JsValue) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(content);
    let blob = Blob::new_with_blob_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The download has its own hold on the blob by the time this task ends in every engine tried, except for
    // large files in WebKit; a minute is plenty.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    web_sys::window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000)
        .ok()?;
    Some(())
}

/// The file that somebody chose in an input; the input is emptied, so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Every file that somebody chose in an input; the input is emptied, so that the same files can be chosen again.
pub fn all_chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = input.files().map(|files| listed(&files)).unwrap_or_default();
    input.set_value("");
    files
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// What was dropped onto the page, to be looked through with [`dropped`]; it has to be taken before the event ends.
pub fn drops(event: &DragEvent) -> (Vec<FileSystemEntry>, Vec<File>) {
    let Some(data) = event.data_transfer() else { return (Vec::new(), Vec::new()) };
    let items = data.items();
    let entry = |place| items.get(place)?.webkit_get_as_entry().ok().flatten();
    let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
    let files = if entries.is_empty() { data.files().map(|files| listed(&files)) } else { None };
    (entries, files.unwrap_or_default())
}

/// The files among what was dropped, folders looked through to the bottom.
pub async fn dropped((entries, mut files): (Vec<FileSystemEntry>, Vec<File>)) -> Vec<File> {
    let mut waiting = entries;
    while let Some(entry) = waiting.pop() {
        if entry.is_file() {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let file =
                Promise::new(&mut |found, failed| entry.file_with_callback_and_callback(&found, &failed));
            files.extend(JsFuture::from(file).await.ok().and_then(|file| file.dyn_into::<File>().ok()));
        } else {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            // A reader gives a hundred entries at a time, and none at the end.
            while let Some(some) = some_entries(&reader).await.filter(|some| !some.is_empty()) {
                waiting.extend(some);
            }
        }
    }
    files
}

async fn some_entries(reader: &FileSystemDirectoryReader) -> Option<Vec<FileSystemEntry>> {
    let promise = Promise::new(&mut |found, failed| {
        let _ = reader.read_entries_with_callback_and_callback(&found, &failed);
    });
    let found: js_sys::Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(found.iter().map(JsCast::unchecked_into).collect())
}

/// A file whose bytes are on their way.
pub struct Coming {
    name: String,
    bytes: JsFuture,
}

/// Asks for the bytes of a file of this name.
pub fn asked(file: &File, name: String) -> Coming {
    Coming { name, bytes: JsFuture::from(file.array_buffer()) }
}

impl Coming {
    /// The file's name, and its bytes; none when it cannot be read.
    pub async fn here(self) -> (String, Option<Vec<u8>>) {
        let bytes = self.bytes.await.ok();
        (self.name, bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec()))
    }
}

/// The name of a file.
pub fn name(file: &File) -> String {
    file.name()
}

/// A file's size in bytes, known before anything is read.
pub fn size(file: &File) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a file size is a whole number"
    )]
    let bytes = file.size() as usize;
    bytes
}

/// A file's text; `None` when it cannot be read.
pub async fn text(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
