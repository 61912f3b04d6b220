//! The places where a count goes wrong first: level votes, empty boxes, figures that disagree.

use serde_json::{Value, json};

use crate::sample::{boxed, outcome_of, patch, sample, with};

/// A round and the fields of its outcome that matter.
fn decided(round: &Value, expected: Value) {
    let outcome = outcome_of(round);
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&outcome[key], value, "{key} of {outcome} for {round}");
    }
}

#[test]
fn what_is_not_refused() {
    let mut round = sample();
    patch(
        &mut round,
        json!({
            "summoned": 1_000_000, "present": 1_000_000, "seats": 1_000_000, "round": 1_000_000, "cell": true,
            "exclusions": { "suspended": 999_999 },
            "ballots": { "issued": 1_000_000, "collected": 1_000_000, "valid": 1_000_000, "invalid": 1_000_000 },
            "candidates": [{ "name": " An ", "votes": 1_000_000 }, { "name": "AN", "votes": 0 }],
        }),
    );
    let outcome = outcome_of(&round);
    assert_eq!(outcome["base"], 1);
    assert_eq!(
        outcome["findings"],
        json!(["present_exceeds_base", "valid_plus_invalid_differs_from_collected"])
    );
}

#[test]
fn names_come_out_as_they_went_in() {
    let round = boxed("committee", 1, &[("  Trần\u{a0}Thị \"Bi\u{300}nh\"\n", 11)]);
    assert_eq!(outcome_of(&round)["elected"], json!(["  Trần\u{a0}Thị \"Bi\u{300}nh\"\n"]));
}

#[test]
fn tie_breaks() {
    let again = |seats, rows: &[(&str, u32)]| {
        with(boxed("committee", seats, rows), json!({ "round_kind": "tie_break" }))
    };
    let level = "congress_decides_after_level_tie";
    decided(
        &again(2, &[("A", 7), ("B", 9), ("C", 7), ("D", 3)]),
        json!({ "threshold": null, "elected": ["B"], "tied": ["A", "C"], "tied_for_seats": 1, "vacancies": 1, "next_step": level }),
    );
    decided(
        &again(2, &[("A", 5), ("B", 5), ("C", 5)]),
        json!({ "elected": [], "tied": ["A", "B", "C"], "tied_for_seats": 2, "vacancies": 2, "next_step": level }),
    );
    decided(
        &again(2, &[("A", 4), ("B", 0), ("C", 0)]),
        json!({ "elected": ["A"], "tied": [], "tied_for_seats": 0, "vacancies": 1, "next_step": "congress_decides_further_round" }),
    );
    decided(
        &again(1, &[("A", 0), ("B", 0)]),
        json!({ "elected": [], "tied": [], "vacancies": 1, "next_step": "congress_decides_further_round" }),
    );
    decided(&again(2, &[("A", 1), ("B", 2)]), json!({ "elected": ["B", "A"], "next_step": null }));
    // A tie-break has no threshold, so nobody is "over the threshold" beyond the seats.
    let delegates =
        with(boxed("delegates", 1, &[("A", 15), ("B", 14)]), json!({ "round_kind": "tie_break" }));
    decided(&delegates, json!({ "elected": ["A"], "alternates": [], "next_step": null }));
}

#[test]
fn ties_over_half() {
    decided(
        &boxed("committee", 2, &[("A", 11), ("B", 20), ("C", 11), ("D", 11)]),
        json!({ "elected": ["B"], "tied": ["A", "C", "D"], "tied_for_seats": 1, "vacancies": 1, "next_step": "tie_break" }),
    );
    // Level, but all have a seat: equal votes keep ballot order.
    decided(
        &boxed("committee", 3, &[("A", 11), ("B", 20), ("C", 11)]),
        json!({ "elected": ["B", "A", "C"], "tied": [], "tied_for_seats": 0, "next_step": null }),
    );
    // The names after the tied are not alternates while the tie stands.
    decided(
        &boxed("delegates", 1, &[("A", 18), ("B", 18), ("C", 12)]),
        json!({ "tied": ["A", "B"], "alternates": [] }),
    );
    decided(
        &boxed("delegates", 1, &[("A", 12), ("B", 14), ("C", 18), ("D", 12), ("E", 10)]),
        json!({ "elected": ["C"], "alternates": ["B", "A", "D"], "next_step": null }),
    );
    decided(&boxed("committee", 1, &[("A", 12), ("C", 18)]), json!({ "elected": ["C"], "alternates": [] }));
}

#[test]
fn the_superior_appoints_only_after_the_third_ballot_of_a_cell() {
    let none = boxed("secretary", 1, &[("A", 10), ("B", 9)]);
    let third = |fields| with(with(none.clone(), json!({ "cell": true, "round": 3 })), fields);
    let further = json!({ "next_step": "congress_decides_further_round" });
    decided(&third(json!({})), json!({ "next_step": "superior_appoints" }));
    decided(&third(json!({ "round": 7 })), json!({ "next_step": "superior_appoints" }));
    decided(&third(json!({ "rules": "party_244_2014" })), json!({ "next_step": "superior_appoints" }));
    decided(&third(json!({ "round": 2 })), further.clone());
    decided(&third(json!({ "cell": false })), further.clone());
    decided(&third(json!({ "office": "deputy_secretary" })), further.clone());
    decided(&third(json!({ "rules": "youth_union" })), further.clone());
    let nobody = boxed("secretary", 1, &[("A", 0)]);
    decided(&with(nobody, json!({ "cell": true, "round": 3, "round_kind": "tie_break" })), further);
    // Two people over half in the third ballot are tied, not failed.
    let tied = boxed("secretary", 1, &[("A", 12), ("B", 12)]);
    decided(&with(tied, json!({ "cell": true, "round": 3 })), json!({ "next_step": "tie_break" }));
}

#[test]
fn a_union_divides_by_the_ballots_collected() {
    let union = |fields| with(with(sample(), json!({ "rules": "trade_union" })), fields);
    decided(
        &union(json!({ "summoned": 5, "exclusions": { "suspended": 4 } })),
        json!({ "base": 20, "threshold": 11, "findings": [] }),
    );
    let empty = union(json!({
        "present": 0, "ballots": { "issued": 0, "collected": 0, "valid": 0, "invalid": 0 },
        "candidates": [{ "name": "A", "votes": 0 }],
    }));
    decided(
        &empty,
        json!({ "base": 0, "threshold": 1, "elected": [], "findings": [], "next_step": "congress_decides_further_round" }),
    );
}

#[test]
fn findings_come_in_their_order() {
    let bad = json!({ "issued": 22, "collected": 23, "valid": 9, "invalid": 1 });
    decided(
        &with(sample(), json!({ "present": 21, "ballots": bad, "seats": 1 })),
        json!({ "findings": [
            "present_exceeds_base", "issued_exceeds_present", "collected_exceeds_issued",
            "valid_plus_invalid_differs_from_collected",
            "votes_exceed_valid:An", "votes_exceed_valid:Bình", "votes_exceed_valid:Chi",
            "total_votes_exceed_seats_times_valid",
        ], "next_step": "void_and_revote", "elected": [], "vacancies": 1, "threshold": 11 }),
    );
    let rows = json!([
        { "name": "A", "votes": 21, "against": 0, "unmarked": 0 },
        { "name": "B", "votes": 20, "against": 0, "unmarked": 0 },
        { "name": "C", "votes": 30, "against": 0, "unmarked": 1 },
    ]);
    decided(
        &with(sample(), json!({ "method": "agree_disagree", "candidates": rows })),
        json!({ "findings": [
            "votes_exceed_valid:A", "votes_exceed_valid:C",
            "row_sum_differs_from_valid:A", "row_sum_differs_from_valid:C",
        ], "next_step": "recount" }),
    );
}
