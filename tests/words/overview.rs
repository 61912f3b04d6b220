//! What the view from above says.

use crate::{check, check_complete};
use so_tay_dai_hoi::congress::election::{Finding, Office};
use so_tay_dai_hoi::congress::preparation::committee::CommitteeFigure;
use so_tay_dai_hoi::congress::summary::Step;
use so_tay_dai_hoi::overview::{
    COLUMNS, CellFinding, Late, Order, RosterFault, RoundName, Show, Stage, Votes,
};
use std::collections::BTreeSet;

/// Every finding on what a cell tells, the figures' findings with each code of the core.
fn cell_findings() -> Vec<CellFinding> {
    let of = RoundName { office: Office::Committee, number: 2, tie_break: false, cell: true };
    let again = RoundName { office: Office::Secretary, number: 1, tie_break: true, cell: false };
    let votes = |votes| vec![Votes { name: "An".to_owned(), votes }];
    let mut findings = vec![
        CellFinding::Unreadable { place: 1, field: "ballots.valid".to_owned() },
        CellFinding::Base { of, told: 15, base: 16 },
        CellFinding::Threshold { of: again, told: 8, threshold: 9 },
        CellFinding::Roll { of, base: 15, roll: 16 },
        CellFinding::Order { earlier: Step::Held, later: Step::Reported },
        CellFinding::Disagrees,
    ];
    for wrongly in [8, 7, 12] {
        let (base, threshold) = (16, Some(9));
        findings.push(CellFinding::Elected {
            of,
            base,
            threshold,
            wrongly: votes(wrongly),
            missing: votes(13),
        });
    }
    findings
        .extend(crate::findings().iter().map(Finding::code).map(|code| CellFinding::Figures { of, code }));
    findings
}

#[test]
fn whatever_is_wrong_is_said() {
    let findings = cell_findings();
    check_complete("src/overview/finding.rs", "CellFinding", &findings);
    for finding in &findings {
        check(|words| words.cell_finding(finding));
    }
    // Exactly half is said in so many words.
    let half = crate::VI.cell_finding(&findings[6]);
    assert!(half.contains("An được 8/16, đúng một nửa, không trúng cử"), "{half}");
}

#[test]
fn stages_steps_figures_and_what_is_late() {
    check_complete("src/overview/cell.rs", "Stage", &Stage::ALL);
    check_complete("src/congress/summary/mod.rs", "Step", &Step::ALL);
    for stage in Stage::ALL {
        check(|words| words.stage(stage).to_owned());
    }
    for step in Step::ALL {
        check(|words| words.step(step).to_owned());
    }
    for figure in CommitteeFigure::ALL {
        check(|words| words.committee_figure(figure).to_owned());
    }
    for days in [1, 5] {
        for late in [Late::Deadline(days), Late::Day(days), Late::Report(days), Late::Ratification(days)] {
            check(|words| words.late(late));
        }
    }
    for show in [Show::All, Show::Late, Show::Wrong, Show::Silent] {
        check(|words| words.show(show).to_owned());
    }
    for order in [Order::Urgency, Order::Name, Order::Group, Order::Day, Order::Stage] {
        check(|words| words.order(order).to_owned());
    }
}

#[test]
fn sentences_of_the_overview() {
    for left in [0, 1, 12] {
        for days in [None, Some(-3), Some(1), Some(20)] {
            check(|words| words.left_to_hold(left, days));
        }
    }
    for (wrong, late, undated) in [(1, 0, 0), (2, 3, 4), (0, 1, 0), (0, 2, 0), (0, 0, 1), (0, 0, 2)] {
        check(|words| words.to_urge(wrong, late, undated));
    }
    for (held, registered) in [(38, 54), (38, 38), (40, 38)] {
        check(|words| words.against_registered(held, registered));
    }
    for (cells, groups) in [(1, 1), (261, 36)] {
        check(|words| words.gathered(cells, groups));
    }
    // Every column has a head of its own, in the order in which the rows are made.
    for place in 0..COLUMNS.len() {
        check(|words| words.overview_columns()[place].to_owned());
    }
    let heads: BTreeSet<&str> = crate::VI.overview_columns().into_iter().collect();
    assert_eq!(heads.len(), COLUMNS.len());
    let place = |name: &str| COLUMNS.iter().position(|column| *column == name).unwrap();
    for (name, head) in
        [("held", "Đại hội"), ("base", "Mẫu số"), ("average_age", "Tuổi bình quân"), ("stage", "Bước")]
    {
        assert_eq!(crate::VI.overview_columns()[place(name)], head);
    }
    check(|words| words.held_by("30/5/2022", 1, 2, 4));
    for show in [Show::Wrong, Show::Late, Show::At(Stage::NoPlan)] {
        check(|words| words.look_at(show).to_owned());
    }
    for fault in [RosterFault::NoName, RosterFault::Days, RosterFault::Groups] {
        check(|words| words.roster_fault(1, fault));
    }
    for files in [1, 249] {
        check(|words| words.compared(files));
        check(|words| words.unreadable(files));
    }
    check(|words| words.stack(1, 2, 3, 4));
    for (told, elected) in [(true, Some(false)), (false, Some(true)), (true, None)] {
        check(|words| words.elected_otherwise(told, elected).unwrap().to_owned());
    }
    for (told, elected) in [(true, Some(true)), (false, Some(false)), (false, None)] {
        assert_eq!(crate::VI.elected_otherwise(told, elected), None);
    }
    check(|words| words.counted_on(16, Some(9)));
    check(|words| words.counted_on(16, None));
}
