//! Random bytes from the browser.

/// Eight random bytes. Where the browser has no random source, the clock stands in, so that work can go on.
pub fn bytes() -> [u8; 8] {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        bytes
    } else {
        super::clock::now().0.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64.cast_signed()).to_le_bytes()
    }
}
