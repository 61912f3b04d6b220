//! A text made small before it is enciphered: what is enciphered cannot be made small any more.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// What a text made small begins with; no file of the app does.
const SIGN: &[u8] = b"SDHZ";
/// The longest text that is made whole again, in bytes.
const MOST_BYTES: usize = 6 * 1024 * 1024;

/// The text in fewer bytes.
pub fn made_small(text: &str) -> Vec<u8> {
    [SIGN, &compress_to_vec(text.as_bytes(), 10)].concat()
}

/// Whether these bytes are a text that was made small.
pub fn is_small(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGN)
}

/// The text as it was. `None` where these bytes are none that was made small, or a longer one than 6 MiB.
pub fn made_whole(bytes: &[u8]) -> Option<String> {
    let bytes = decompress_to_vec_with_limit(bytes.strip_prefix(SIGN)?, MOST_BYTES).ok()?;
    String::from_utf8(bytes).ok()
}
