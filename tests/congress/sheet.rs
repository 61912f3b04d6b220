//! The sheet on the table: what is still empty, and when it becomes a round.

use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::congress::election::sheet::{
    BallotCount, Electorate, Missing, RoundOpening, RoundSheet, VoteColumn,
};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, ExclusionKind, Exclusions, Method, Office, Round, RoundKind, RulesId,
};
use so_tay_dai_hoi::congress::id::RoundId;

fn open(method: Method, names: &[&str]) -> RoundSheet {
    let opening = RoundOpening {
        office: Office::Committee,
        method,
        seats: 2,
        number: 1,
        kind: RoundKind::Ordinary,
        candidates: names.iter().map(|name| (*name).to_owned()).collect(),
        electorate: Electorate { summoned: 9, exclusions: Exclusions::none(), present: 9 },
    };
    RoundSheet::open(RoundId::from("round"), Moment(0), opening)
}

fn round(sheet: &RoundSheet) -> Option<Round> {
    sheet.round(RulesId::Party190, CongressForm::Members, true)
}

/// Fills the cells in the order in which they are missing, and demands that nothing is a round before the last.
fn fill(mut sheet: RoundSheet) -> Round {
    let mut figure = 0;
    while let Some(first) = sheet.missing().first().cloned() {
        assert_eq!(round(&sheet), None, "{first:?}");
        figure += 1;
        match first {
            Missing::Ballots(BallotCount::Issued) => sheet.issued = Some(figure),
            Missing::Ballots(BallotCount::Collected) => sheet.collected = Some(figure),
            Missing::Ballots(BallotCount::Valid) => sheet.valid = Some(figure),
            Missing::Ballots(BallotCount::Invalid) => sheet.invalid = Some(figure),
            Missing::Votes(name, column) => {
                let row = sheet.rows.iter_mut().find(|row| row.name == name).unwrap();
                match column {
                    VoteColumn::For => row.votes = Some(figure),
                    VoteColumn::Against => row.against = Some(figure),
                    VoteColumn::Unmarked => row.unmarked = Some(figure),
                }
            }
            Missing::Count => panic!("nobody counts at the desk of this sheet"),
        }
    }
    round(&sheet).unwrap()
}

#[test]
fn a_sheet_becomes_a_round_with_its_last_cell() {
    let struck = fill(open(Method::StrikeOut, &["An", "Bình"]));
    assert_eq!(struck.ballots, Ballots { issued: 1, collected: 2, valid: 3, invalid: 4 });
    assert_eq!(struck.candidates, [Candidate::struck("An", 5), Candidate::struck("Bình", 6)]);
    let boxed = fill(open(Method::AgreeDisagree, &["An", "Bình"]));
    assert_eq!(boxed.candidates, [Candidate::boxed("An", 5, 6, 7), Candidate::boxed("Bình", 8, 9, 10)]);
    let missing = open(Method::AgreeDisagree, &["An"]).missing();
    let votes = |column| Missing::Votes("An".to_owned(), column);
    assert_eq!(missing[..4], BallotCount::ALL.map(Missing::Ballots));
    assert_eq!(
        missing[4..],
        [votes(VoteColumn::For), votes(VoteColumn::Against), votes(VoteColumn::Unmarked)]
    );
}

/// Empties one cell.
type Wipe = fn(&mut RoundSheet);

/// The order in which cells are written makes no difference: every single empty cell keeps it from being a round.
#[test]
fn every_single_empty_cell_is_missed() {
    let full = |method| {
        let mut sheet = open(method, &["An"]);
        (sheet.issued, sheet.collected, sheet.valid, sheet.invalid) = (Some(9), Some(9), Some(9), Some(0));
        let row = &mut sheet.rows[0];
        (row.votes, row.against, row.unmarked) = (Some(5), Some(4), Some(0));
        sheet
    };
    let wipes: [Wipe; 7] = [
        |sheet| sheet.issued = None,
        |sheet| sheet.collected = None,
        |sheet| sheet.valid = None,
        |sheet| sheet.invalid = None,
        |sheet| sheet.rows[0].votes = None,
        |sheet| sheet.rows[0].against = None,
        |sheet| sheet.rows[0].unmarked = None,
    ];
    for (at, wipe) in wipes.into_iter().enumerate() {
        let mut boxed = full(Method::AgreeDisagree);
        wipe(&mut boxed);
        assert_eq!((round(&boxed), boxed.missing().len()), (None, 1), "cell {at}");
        let mut struck = full(Method::StrikeOut);
        wipe(&mut struck);
        assert_eq!(round(&struck).is_some(), at > 4, "the boxes of a list with surplus are not asked for");
    }
}

#[test]
fn the_base_of_an_electorate() {
    let of = |excluded| Electorate {
        summoned: 9,
        exclusions: Exclusions::none().with(ExclusionKind::Suspended, excluded),
        present: 5,
    };
    assert_eq!([0, 3, 9, 12].map(|excluded| of(excluded).base()), [9, 6, 0, 0]);
}
