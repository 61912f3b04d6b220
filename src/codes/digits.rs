//! Bytes as decimal digits: seven bytes are seventeen digits, which a QR code packs almost without loss.

/// How many digits so many bytes take, for what is left after the sevens.
const WIDTHS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];

/// The digits of some bytes.
pub fn written(bytes: &[u8]) -> String {
    let group = |bytes: &[u8]| {
        let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let width = WIDTHS.get(bytes.len()).copied().unwrap_or(0);
        format!("{number:0width$}")
    };
    bytes.chunks(7).map(group).collect()
}

/// The bytes of some digits; `None` where no bytes are written so.
pub fn read(digits: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for group in digits.as_bytes().chunks(17) {
        let length = WIDTHS.iter().position(|width| *width == group.len())?;
        let number: u64 = std::str::from_utf8(group).ok()?.parse().ok()?;
        if number >> (8 * length) != 0 {
            return None;
        }
        bytes.extend(number.to_be_bytes().into_iter().skip(8 - length));
    }
    Some(bytes)
}
