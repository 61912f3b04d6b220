//! Rounds as congresses hold them, one a line, in a stream that is the same at every run.

use std::io::{BufWriter, Write};

use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, ExclusionKind, Exclusions, Method, Office, Round, RoundKind, RulesId,
};

use crate::dice::Dice;

/// The names on each ballot.
const NAMES: [&str; 15] = [
    "Nguyễn Thị Ánh",
    "Trần Văn Bình",
    "Lê Minh Châu",
    "Phạm Quốc Dũng",
    "Hoàng Thị Thu Hà",
    "Vũ Đức Hiếu",
    "Đặng Thanh Hương",
    "Bùi Văn Khánh",
    "Đỗ Thị Mai Lan",
    "Hồ Sỹ Long",
    "Ngô Thị Bích Ngọc",
    "Dương Hữu Phước",
    "Lý Thị Quỳnh",
    "Phan Anh Tuấn",
    "Võ Thị Hải Yến",
];

/// Writes so many rounds, one a line.
pub fn write(rounds: u32, out: impl Write) {
    let mut out = BufWriter::new(out);
    let mut dice = Dice::new(2);
    for _ in 0..rounds {
        serde_json::to_writer(&mut out, &round(&mut dice)).unwrap();
        out.write_all(b"\n").unwrap();
    }
    out.flush().unwrap();
}

/// A round of 30 to 300 people for a committee; half of them with more names than seats.
fn round(dice: &mut Dice) -> Round {
    let present = dice.between(30, 300);
    let excluded = dice.below(3);
    let invalid = dice.below(4);
    let valid = present - invalid;
    let boxes = dice.below(2) == 0;
    let row = |name: &str| {
        let votes = dice.between(valid / 3, valid);
        let unmarked = dice.below(3).min(valid - votes);
        if boxes {
            Candidate::boxed(name, votes, valid - votes - unmarked, unmarked)
        } else {
            Candidate::struck(name, votes)
        }
    };
    let candidates = NAMES.into_iter().map(row).collect();
    Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Committee,
        cell: false,
        method: if boxes { Method::AgreeDisagree } else { Method::StrikeOut },
        summoned: present + excluded + 2,
        exclusions: Exclusions::none().with(ExclusionKind::ExemptAndAbsent, excluded),
        present,
        seats: if boxes { 15 } else { 11 },
        round: 1,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: present, collected: present, valid, invalid },
        candidates,
    }
}
