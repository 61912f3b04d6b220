//! A damaged file is refused or still says the same; it never becomes another congress.

use crate::chance::Dice;
use crate::hall::Hall;
use so_tay_dai_hoi::congress::Congress;
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::id::CongressId;
use so_tay_dai_hoi::journal::Exported;

/// A small file and what it says.
fn sample() -> (Vec<u8>, CongressId, Congress) {
    let mut hall = Hall::founded(so_tay_dai_hoi::congress::CongressKind::CellNoCommittee, 1);
    let place = hall.act(Change::Detail(Detail::Place("Hà Nội".to_owned())));
    hall.act(Change::Undone(place));
    hall.act(Change::Detail(Detail::Members(7)));
    let text = Exported::of(&hall.logbook).to_text();
    (text.into_bytes(), hall.logbook.id().clone(), hall.congress().clone())
}

/// Whether the bytes are refused; if they are read, they must say what the file said.
fn refused(bytes: &[u8], id: &CongressId, congress: &Congress) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return true };
    match Exported::read(text) {
        Err(_) => true,
        Ok(logbook) => {
            assert_eq!((logbook.id(), logbook.state()), (id, congress), "{text}");
            false
        }
    }
}

#[test]
fn cut_at_every_byte() {
    let (bytes, id, congress) = sample();
    let accepted: Vec<usize> =
        (0..=bytes.len()).filter(|length| !refused(&bytes[..*length], &id, &congress)).collect();
    // Only the line break at the very end may be missing.
    assert_eq!(accepted, [bytes.len() - 1, bytes.len()]);
}

#[test]
fn one_byte_changed() {
    let (bytes, id, congress) = sample();
    let mut read = 0;
    // The summary is made anew from the records; whatever stands there never becomes part of the congress.
    let text = std::str::from_utf8(&bytes).unwrap();
    let summary = text.find("\"summary\": {").unwrap()..text.rfind("\n}").unwrap();
    for at in 0..bytes.len() {
        for new in [bytes[at] ^ 1, bytes[at] ^ 0x20, b' '] {
            let mut damaged = bytes.clone();
            damaged[at] = new;
            if new != bytes[at] && !refused(&damaged, &id, &congress) && !summary.contains(&at) {
                // White space elsewhere, or before a date's day, says the same, and so does an older version whose files
                // have the same form; nothing else may pass.
                read += 1;
                let older =
                    text.get(..at).is_some_and(|before| before.ends_with("\"version\": ")) && new == b'8';
                assert!(
                    older || new == b' ' || bytes[at].is_ascii_whitespace(),
                    "byte {at}: {}",
                    new as char
                );
            }
        }
    }
    assert!(read < 100, "{read}");
}

#[test]
fn bytes_left_out_doubled_and_moved() {
    let (bytes, id, congress) = sample();
    let mut dice = Dice::new(77);
    for _ in 0..1_000 {
        let (at, length) = (dice.below(bytes.len()), 1 + dice.below(40));
        let end = (at + length).min(bytes.len());
        let mut damaged = bytes.clone();
        let piece: Vec<u8> = damaged.drain(at..end).collect();
        if dice.one_in(2) {
            let to = dice.below(damaged.len());
            damaged.splice(to..to, piece);
        }
        refused(&damaged, &id, &congress);
    }
}
