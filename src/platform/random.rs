//! Random bytes from the browser.

/// Eight random bytes. Where the browser has no random source, the clock stands in, so that work can go on.
pub fn bytes() -> [u8; 8] {
    let clock = || super::clock::now().0.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64.cast_signed()).to_le_bytes();
    strong_bytes().unwrap_or_else(clock)
}

/// Random bytes for a cipher; `None` where the browser has no random source.
pub fn strong_bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
