//! What a ballot costs to keep.

use super::dice::{Dice, form, rules};
use so_tay_dai_hoi::congress::election::Method;
use so_tay_dai_hoi::congress::election::rules::BallotCase;
use so_tay_dai_hoi::congress::id::{DeviceId, PassId, RecordId};
use so_tay_dai_hoi::congress::{Change, DeskChange, Moment};
use so_tay_dai_hoi::journal::Record;
use so_tay_dai_hoi::journal::kept::of_record;

/// Any record, for its hash.
const FIRST: &str = r#"{"id":{"d":"aaaaaaaa","n":1},"l":1,"t":0,"p":"","c":"everybody_present"}"#;

fn record(names: usize, method: Method, with_reason: bool, dice: &mut Dice) -> Record {
    let form = form(method, names, 5);
    let device = DeviceId::from_random([7; 8]);
    let pass = PassId::from(RecordId { device: device.clone(), seq: 12_345 }.to_string().as_str());
    let mut ballot = dice.ballot(&form, rules());
    ballot.seen = with_reason.then_some(BallotCase::SignedOrMarked);
    let ballot = DeskChange::Ballot { pass, ballot };
    Record {
        id: RecordId { device, seq: 23_456 },
        lamport: 123_456,
        at: Moment(1_795_622_400_000),
        desk: "Nguyễn Thị Bích Ngọc".to_owned(),
        previous: Record::from_json(FIRST).unwrap().hash(),
        change: Change::Desk(ballot),
    }
}

/// As it is stored, with its checksum: at most 256 bytes on lists of up to 128 names where names are struck and of up to
/// 64 where there are boxes; with a reason that only the paper shows, on lists of half and of a third that length.
#[test]
fn a_ballot_is_kept_in_256_bytes() {
    let mut dice = Dice::new(3);
    for (method, names, with_reason) in [
        (Method::StrikeOut, 128, false),
        (Method::AgreeDisagree, 64, false),
        (Method::StrikeOut, 64, true),
        (Method::AgreeDisagree, 24, true),
    ] {
        let sizes = (0..5_000).map(|_| of_record(&record(names, method, with_reason, &mut dice)).len());
        let largest = sizes.max().unwrap();
        assert!((240..=256).contains(&largest), "{method:?} {names} {largest}");
    }
}
