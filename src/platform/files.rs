//! Files: downloads and what people choose to open.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
pub use web_sys::File;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry, HtmlAnchorElement, HtmlInputElement, Url,
};

/// Offers a text as a download. False where the browser has no way to do so.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    offer(name, mime, &text.into()).is_some()
}

/// Offers bytes as a download. False where the browser has no way to do so.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) -> bool {
    offer(name, mime, &js_sys::Uint8Array::from(bytes).into()).is_some()
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
