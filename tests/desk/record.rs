//! What a ballot costs to keep.

use crate::dice::{Dice, form, rules};
use so_tay_dai_hoi::congress::election::Method;
use so_tay_dai_hoi::congress::id::{DeviceId, PassId, RecordId};
use so_tay_dai_hoi::congress::{Change, DeskChange, Moment};
use so_tay_dai_hoi::journal::Record;

/// Any record, for its hash.
const FIRST: &str = r#"{"id":{"d":"aaaaaaaa","n":1},"l":1,"t":0,"p":"","c":"everybody_present"}"#;

fn record(names: usize, method: Method, dice: &mut Dice) -> Record {
    let form = form(method, names, 5);
    let device = DeviceId::from_random([7; 8]);
    let pass = PassId::made_by(&RecordId { device: device.clone(), seq: 12_345 }, 0);
    let ballot = DeskChange::Ballot { pass, ballot: dice.ballot(&form, rules()) };
    Record {
        id: RecordId { device, seq: 23_456 },
        lamport: 123_456,
        at: Moment(1_795_622_400_000),
        desk: "Nguyễn Thị Bích Ngọc".to_owned(),
        previous: Record::from_json(FIRST).unwrap().hash(),
        change: Change::Desk(ballot),
    }
}

/// At most 256 bytes, for lists of up to 128 names where names are struck, and of up to 48 where there are boxes.
#[test]
fn a_ballot_is_kept_in_256_bytes() {
    let mut dice = Dice::new(3);
    let mut largest = 0;
    for _ in 0..20_000 {
        for (method, names) in [(Method::StrikeOut, 128), (Method::AgreeDisagree, 48)] {
            let text = record(names, method, &mut dice).to_json();
            largest = largest.max(text.len());
            assert!(text.len() <= 256, "{} {text}", text.len());
        }
    }
    assert!(largest > 230, "{largest}");
}
