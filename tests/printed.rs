//! The printed restore sheet: codes that another reader reads from a picture, in any order, and a congress that is made of
//! what they say.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "fixtures/dice.rs"]
mod dice;
#[path = "fixtures/hall.rs"]
mod hall;
#[path = "fixtures/held.rs"]
mod held;

use dice::Dice;
use hall::Hall;
use held::held;
use so_tay_dai_hoi::codes::{Carrier, Code, Scanned, joined};
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::election::ballots::Agreement;
use so_tay_dai_hoi::congress::essentials::Essentials;
use so_tay_dai_hoi::congress::id::DeviceId;
use so_tay_dai_hoi::congress::people::{NewPerson, Standing};
use so_tay_dai_hoi::congress::{Change, Congress, CongressKind, Moment};
use so_tay_dai_hoi::documents::essentials;
use so_tay_dai_hoi::journal::{Author, Exported, Logbook};
use so_tay_dai_hoi::words::{Language, Words};

/// The most codes on a sheet.
const MOST_CODES: usize = Carrier::Paper.most_codes();

fn codes(text: &str) -> Option<Vec<Code>> {
    so_tay_dai_hoi::codes::codes(text, Carrier::Paper)
}

const VI: Words = Words::in_language(Language::Vietnamese);

fn text(congress: &Congress) -> String {
    let [whole, _] = essentials(congress, &VI);
    whole
}

/// What a reader that is not ours reads out of a drawn code, its points `scale` wide, some of them spoilt.
fn read(code: &Code, scale: usize, spoilt: usize, dice: &mut Dice) -> String {
    let size = code.rows.len();
    let margin = 4;
    let width = (size + 2 * margin) * scale;
    let mut picture = vec![255_u8; width * width];
    for (y, row) in code.rows.iter().enumerate() {
        for x in row.match_indices('1').map(|(x, _)| x) {
            for (dx, dy) in (0..scale).flat_map(|dx| (0..scale).map(move |dy| (dx, dy))) {
                picture[((y + margin) * scale + dy) * width + (x + margin) * scale + dx] = 0;
            }
        }
    }
    for _ in 0..spoilt {
        // A speck as large as a point.
        let (x, y) = (dice.below(width - scale), dice.below(width - scale));
        let ink = if dice.one_in(2) { 0 } else { 255 };
        for (dx, dy) in (0..scale).flat_map(|dx| (0..scale).map(move |dy| (dx, dy))) {
            picture[(y + dy) * width + x + dx] = ink;
        }
    }
    let mut prepared =
        rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| picture[y * width + x]);
    let grids = prepared.detect_grids();
    assert_eq!(grids.len(), 1, "one code in the picture");
    grids[0].decode().unwrap().1
}

#[test]
fn codes_that_were_drawn_and_read_give_the_text_byte_for_byte() {
    let hall = held();
    let text = text(hall.congress());
    let codes = codes(&text).unwrap();
    assert!((1..=MOST_CODES).contains(&codes.len()), "{}", codes.len());
    let mut dice = Dice::new(8);
    for (scale, spoilt) in [(3, 0), (4, 12), (5, 20)] {
        let mut scanned: Vec<String> =
            codes.iter().map(|code| read(code, scale, spoilt, &mut dice)).collect();
        for (one, code) in scanned.iter().zip(&codes) {
            assert_eq!(*one, code.text);
        }
        scanned.reverse();
        scanned.push(scanned[0].clone());
        assert_eq!(joined(&scanned.join("\n… ")), Scanned::Whole(text.clone()));
    }
}

#[test]
fn what_is_missing_mixed_or_damaged_is_told() {
    let hall = held();
    let mut large = held();
    let people = (0..250).map(|number| NewPerson::unmarked(format!("Người Thứ {number}"), Standing::Full));
    large.act(Change::PeopleAdded(people.collect()));
    let texts = [&hall, &large].map(|hall| text(hall.congress()));
    let [small, codes] = texts.each_ref().map(|text| codes(text).unwrap());
    let all: Vec<&str> = codes.iter().map(|code| code.text.as_str()).collect();
    assert!(all.len() >= 3, "{}", all.len());
    assert_eq!(joined("SDH1/1/2 và chữ khác"), Scanned::Nothing);
    assert_eq!(joined(""), Scanned::Nothing);
    assert_eq!(joined(&all[1..].join(" ")), Scanned::Missing(vec![1], all.len()));
    assert_eq!(joined(&format!("{}{}", all.join(""), small[0].text)), Scanned::Mixed);
    let mut dice = Dice::new(3);
    for _ in 0..200 {
        // One digit somewhere is another one.
        let mut spoilt = all.join(" ").into_bytes();
        let digits: Vec<usize> = (0..spoilt.len()).filter(|at| spoilt[*at].is_ascii_digit()).collect();
        let at = digits[dice.below(digits.len())];
        spoilt[at] = b'0' + (spoilt[at] - b'0' + 1 + u8::try_from(dice.below(9)).unwrap()) % 10;
        let found = joined(&String::from_utf8(spoilt).unwrap());
        assert!(!matches!(found, Scanned::Whole(_)), "{found:?}");
    }
}

#[test]
fn a_sheet_holds_what_fits_and_no_more() {
    let mut dice = Dice::new(5);
    let random = |length: usize, dice: &mut Dice| -> String {
        (0..length).map(|_| char::from(b'!' + u8::try_from(dice.below(90)).unwrap())).collect()
    };
    let fits = random(9_000, &mut dice);
    assert!(codes(&fits).unwrap().len() <= MOST_CODES);
    assert_eq!(codes(&random(20_000, &mut dice)), None);
}

/// A congress from the sheet: everything that the sheet holds is as it was, and a sheet of it says the same.
#[test]
fn a_congress_is_restored_with_its_codes() {
    let hall = held();
    let author = Author { device: DeviceId::from_random([3; 8]), desk: "Thư ký".to_owned() };
    let (founding, changes) = Essentials::read(&text(hall.congress()), &author.device).unwrap();
    let (mut logbook, _) = Logbook::found(&author, Moment(1), founding);
    for change in changes {
        let said = format!("{change:?}");
        logbook.commit(&author, Moment(2), change).unwrap_or_else(|refusal| panic!("{refusal:?}: {said}"));
    }
    let restored = logbook.state();
    let original = hall.congress();
    assert_eq!(text(restored), text(original));
    assert_eq!(restored.electorate(), original.electorate());
    let codes = |congress: &Congress| -> Vec<String> {
        let sealed = congress.rounds.iter().filter(|sheet| sheet.sealed.is_some());
        let counted = sealed.map(|sheet| congress.count_sheet(sheet).unwrap().unwrap());
        counted.map(|counted| Agreement::on(&counted.round).unwrap().code().to_string()).collect()
    };
    assert_eq!(codes(restored).len(), 2);
    assert_eq!(codes(restored), codes(original));
    assert_eq!(restored.elected(Office::Committee), original.elected(Office::Committee));
    // It is a congress like any other: a file of it opens.
    assert!(Exported::read(&Exported::of(&logbook).to_text()).is_ok());
}

#[test]
fn a_text_that_is_no_sheet_is_refused() {
    let device = DeviceId::from_random([3; 8]);
    for text in ["", "[]", "{}", "[1]", "[{\"closed\":1}]", "[{\"unknown\":1}]"] {
        assert_eq!(Essentials::read(text, &device), None, "{text}");
    }
}

#[test]
fn an_empty_congress_fits_on_one_code() {
    let hall = Hall::founded(CongressKind::CellCommittee, 1);
    let [whole, without] = essentials(hall.congress(), &VI);
    assert_eq!(codes(&without).unwrap().len(), 1);
    assert!(whole.len() > without.len());
}
