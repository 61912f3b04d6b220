//! Rounds to start from, and the one way the tests count them.

use serde_json::{Value, json};
use so_tay_dai_hoi::congress::election::{Round, count};

pub fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("../data/count-cases.json")).unwrap()
}

/// A committee of three among four names, twenty summoned; every figure agrees.
pub fn sample() -> Value {
    json!({
        "rules": "party_190_2024", "congress": "members", "office": "committee", "method": "strike_out",
        "summoned": 20, "present": 20, "seats": 3,
        "ballots": { "issued": 20, "collected": 20, "valid": 20, "invalid": 0 },
        "candidates": [
            { "name": "An", "votes": 18 }, { "name": "Bình", "votes": 15 },
            { "name": "Chi", "votes": 10 }, { "name": "Dũng", "votes": 9 },
        ],
    })
}

/// Rows of `(name, votes)` with two boxes, twenty voters; every figure agrees.
pub fn boxed(office: &str, seats: u32, rows: &[(&str, u32)]) -> Value {
    let rows: Vec<Value> = rows
        .iter()
        .map(|(name, votes)| json!({ "name": name, "votes": votes, "against": 20 - votes, "unmarked": 0 }))
        .collect();
    let mut round = sample();
    patch(
        &mut round,
        json!({ "office": office, "method": "agree_disagree", "seats": seats, "candidates": rows }),
    );
    round
}

pub fn patch(round: &mut Value, fields: Value) {
    for (key, value) in fields.as_object().unwrap() {
        round[key] = value.clone();
    }
}

pub fn with(mut round: Value, fields: Value) -> Value {
    patch(&mut round, fields);
    round
}

pub fn outcome_of(round: &Value) -> Value {
    let round = Round::from_json(&round.to_string()).unwrap_or_else(|error| panic!("{error} {round}"));
    serde_json::to_value(count(&round).unwrap()).unwrap()
}
