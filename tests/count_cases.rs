//! The counting core against its worked cases, against bad input, and at its edges.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use so_tay_dai_hoi::congress::confidence::Confidence;
use so_tay_dai_hoi::congress::election::{ExclusionKind, Margin, NextStep, Round, Verdict, share_hundredths};

#[path = "../examples/count.rs"]
#[expect(dead_code, reason = "the tests call `run`; `main` is for the shell")]
mod command;
#[path = "count_cases/edges.rs"]
mod edges;
#[path = "count_cases/refusals.rs"]
mod refusals;
#[path = "count_cases/sample.rs"]
mod sample;

use sample::{cases, outcome_of, with};

#[test]
fn worked_cases() {
    let cases = cases();
    assert!(cases.len() >= 34);
    for case in cases {
        assert_eq!(outcome_of(&case["round"]), case["outcome"], "{} {}", case["id"], case["title"]);
    }
}

#[test]
fn a_round_survives_its_own_json() {
    for case in cases() {
        let round = Round::from_json(&case["round"].to_string()).unwrap();
        let text = serde_json::to_string(&round).unwrap();
        assert_eq!(Round::from_json(&text).unwrap(), round);
        assert_eq!(serde_json::from_str::<Round>(&text).unwrap(), round);
    }
}

#[test]
fn the_command_answers_line_by_line() {
    let cases = cases();
    let rounds: Vec<String> = cases.iter().map(|case| case["round"].to_string()).collect();
    let lines = format!("\n \t \r\n{}", rounds.join("\r\n"));
    let expected: Vec<Value> = cases.iter().map(|case| case["outcome"].clone()).collect();
    let mut answers = Vec::new();
    assert_eq!(command::run(lines.as_bytes(), &mut answers).unwrap(), 0);
    let answers: Vec<Value> =
        str::from_utf8(&answers).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers, expected);
}

#[test]
fn the_command_goes_on_after_a_refusal() {
    let mut lines = b"{\"rules\": 1}\n\xff\n[]\nnothing\n".to_vec();
    lines.extend(sample::sample().to_string().bytes());
    let mut answers = Vec::new();
    assert_eq!(command::run(lines.as_slice(), &mut answers).unwrap(), 4);
    let answers: Vec<Value> =
        str::from_utf8(&answers).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 5);
    for refused in &answers[..4] {
        let keys: Vec<_> = refused.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["error"]);
    }
    assert!(answers[0]["error"].as_str().unwrap().contains("`rules`"));
    assert_eq!(answers[4]["elected"], json!(["An", "Bình"]));
}

#[test]
fn the_proof_can_be_followed_by_hand() {
    let round = with(
        sample::sample(),
        json!({
            "summoned": 23, "exclusions": { "suspended": 1, "excused_absent_throughout": 2 },
        }),
    );
    let round = Round::from_json(&round.to_string()).unwrap();
    let proof = round.check().unwrap().proof();
    let lines: Vec<_> = proof.base.exclusions.iter().map(|line| (line.kind, line.people)).collect();
    assert_eq!(
        lines,
        [
            (ExclusionKind::TransferredOut, 0),
            (ExclusionKind::ExemptAndAbsent, 0),
            (ExclusionKind::Suspended, 1),
            (ExclusionKind::ProsecutedOrDetained, 0),
            (ExclusionKind::ExcusedAbsentThroughout, 2),
        ]
    );
    assert_eq!((proof.base.from, proof.base.base, proof.threshold), (23, 20, Some(11)));
    let rows: Vec<_> =
        proof.rows.iter().map(|row| (row.scaled_votes, row.margin.unwrap(), row.verdict)).collect();
    assert_eq!(
        rows,
        [
            (36, Margin::Over(7), Verdict::Elected),
            (30, Margin::Over(4), Verdict::Elected),
            (20, Margin::Short(1), Verdict::NotElected),
            (18, Margin::Short(2), Verdict::NotElected),
        ]
    );
    let (step, clause) = proof.next_step.unwrap();
    assert_eq!((step, clause.confidence), (NextStep::CongressDecidesFurtherRound, Confidence::Likely));
}

#[test]
fn every_proof_adds_up() {
    for case in cases() {
        let round = Round::from_json(&case["round"].to_string()).unwrap();
        let checked = round.check().unwrap();
        let (proof, outcome) = (checked.proof(), checked.outcome());
        let excluded: u32 = proof.base.exclusions.iter().map(|line| line.people).sum();
        assert_eq!(proof.base.from - excluded, outcome.base);
        assert_eq!(proof.next_step.map(|(step, _)| step), outcome.next_step);
        for row in &proof.rows {
            let over = matches!(row.margin, Some(Margin::Over(_)));
            assert_eq!(
                over,
                row.margin.is_some() && row.scaled_votes > u64::from(outcome.base),
                "{}",
                case["id"]
            );
            assert_eq!(row.verdict == Verdict::Elected, outcome.elected.contains(&row.name));
            assert_eq!(row.verdict == Verdict::Tied, outcome.tied.contains(&row.name));
            assert_eq!(row.verdict == Verdict::Undecided, !outcome.findings.is_empty());
        }
    }
}

#[test]
fn shares_round_a_half_up() {
    let table = [
        (0, 0, 0),
        (5, 0, 0),
        (0, 7, 0),
        (1, 3, 3333),
        (2, 3, 6667),
        (10, 20, 5000),
        (11, 20, 5500),
        (1, 16, 625),
        (1, 32, 313),
        (1, 20_000, 1),
        (1, 20_001, 0),
        (19_999, 40_000, 5000),
        (7, 7, 10_000),
        (1_000_000, 1_000_000, 10_000),
        (1_000_000, 1, u32::MAX),
    ];
    for (votes, base, share) in table {
        assert_eq!(share_hundredths(votes, base), share, "{votes}/{base}");
    }
}

#[test]
fn nothing_is_decided_by_a_decimal_fraction() {
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/congress/election"))];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for word in ["f32", "f64"] {
                assert!(!text.contains(word), "{word} in {}", path.display());
            }
            read += 1;
        }
    }
    assert!(read > 25);
}
