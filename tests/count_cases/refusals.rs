//! What is no round, and the field that is named for it.

use serde_json::{Value, json};
use so_tay_dai_hoi::congress::election::{Candidate, ExclusionKind, Exclusions, Round, count};

use crate::sample::{boxed, outcome_of, patch, sample};

/// What is put into the sample by a JSON pointer, and the field that must be named.
fn refused(pointer: &str, value: Value, field: &str) {
    let mut round = sample();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = if parent.is_empty() { &mut round } else { round.pointer_mut(parent).unwrap() };
    match parent {
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => other[key] = value,
    }
    refused_text(&round.to_string(), field);
}

fn refused_text(text: &str, field: &str) {
    match Round::from_json(text) {
        Ok(_) => panic!("accepted, though `{field}` is wrong: {text}"),
        Err(error) => {
            assert_eq!(error.field, field, "{text}");
            assert!(field.is_empty() || error.to_string().contains(&format!("`{field}`")), "{error}");
        }
    }
    assert!(
        serde_json::from_str::<Round>(text).is_err_and(|error| error.to_string().contains(field)) || {
            // What only the round as a whole shows is left to the check.
            serde_json::from_str::<Round>(text).is_ok_and(|round| count(&round).is_err())
        }
    );
}

#[test]
fn values_that_are_refused() {
    let table = [
        ("/rules", json!("party_190"), "rules"),
        ("/rules", json!(null), "rules"),
        ("/congress", json!("people"), "congress"),
        ("/office", json!("chair"), "office"),
        ("/method", json!("lot"), "method"),
        ("/round_kind", json!("second"), "round_kind"),
        ("/round_kind", json!(null), "round_kind"),
        ("/cell", json!("true"), "cell"),
        ("/cell", json!(1), "cell"),
        ("/cell", json!(null), "cell"),
        ("/summoned", json!(0), "summoned"),
        ("/summoned", json!(1_000_001), "summoned"),
        ("/summoned", json!("20"), "summoned"),
        ("/summoned", json!(20.0), "summoned"),
        ("/summoned", json!(19.5), "summoned"),
        ("/present", json!(-1), "present"),
        ("/present", json!(null), "present"),
        ("/present", json!(4_294_967_297_u64), "present"),
        ("/seats", json!(0), "seats"),
        ("/round", json!(0), "round"),
        ("/round", json!(null), "round"),
        ("/exclusions", json!(null), "exclusions"),
        ("/exclusions", json!([]), "exclusions"),
        ("/exclusions", json!({ "sick": 1 }), "exclusions.sick"),
        ("/exclusions", json!({ "suspended": -1 }), "exclusions.suspended"),
        ("/exclusions", json!({ "suspended": null }), "exclusions.suspended"),
        ("/exclusions", json!({ "suspended": 20 }), "exclusions"),
        ("/exclusions", json!({ "suspended": 15, "transferred_out": 5 }), "exclusions"),
        (
            "/exclusions",
            json!({ "delegate_absent_without_alternate": 0 }),
            "exclusions.delegate_absent_without_alternate",
        ),
        ("/congress", json!(["members"]), "congress"),
        ("/ballots", json!(20), "ballots"),
        ("/ballots/issued", json!(1_000_001), "ballots.issued"),
        ("/ballots/blank", json!(0), "ballots.blank"),
        ("/candidates", json!([]), "candidates"),
        ("/candidates", json!({}), "candidates"),
        ("/candidates/1", json!("Bình"), "candidates[1]"),
        ("/candidates/1/name", json!(" \u{a0}\t"), "candidates[1].name"),
        ("/candidates/1/name", json!(""), "candidates[1].name"),
        ("/candidates/1/name", json!(7), "candidates[1].name"),
        ("/candidates/1/name", json!(" An "), "candidates[1].name"),
        ("/candidates/2/name", json!("Bi\u{300}nh"), "candidates[2].name"),
        ("/candidates/1/votes", json!("15"), "candidates[1].votes"),
        ("/candidates/1/against", json!(0), "candidates[1].against"),
        ("/candidates/1/unmarked", json!(0), "candidates[1].unmarked"),
        ("/candidates/1/age", json!(40), "candidates[1].age"),
        ("/office", json!("secretary"), "seats"),
        ("/office", json!("deputy_secretary"), "seats"),
        ("/office", json!("open_vote"), "seats"),
        ("/method", json!("show_of_hands"), "method"),
        ("/method", json!("agree_disagree"), "candidates[0].against"),
        ("/weather", json!("fine"), "weather"),
    ];
    for (pointer, value, field) in table {
        refused(pointer, value, field);
    }
}

#[test]
fn missing_fields_are_refused() {
    let table = [
        "/rules",
        "/congress",
        "/office",
        "/method",
        "/summoned",
        "/present",
        "/seats",
        "/ballots",
        "/candidates",
        "/ballots/issued",
        "/ballots/collected",
        "/ballots/valid",
        "/ballots/invalid",
        "/candidates/0/name",
        "/candidates/0/votes",
    ];
    for pointer in table {
        let mut round = sample();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = if parent.is_empty() { &mut round } else { round.pointer_mut(parent).unwrap() };
        parent.as_object_mut().unwrap().remove(key);
        let field = pointer[1..].replace("/0/", "[0]/").replace('/', ".");
        refused_text(&round.to_string(), &field);
    }
}

#[test]
fn texts_that_are_refused() {
    let sample = sample().to_string();
    let with = |from: &str, to: &str| {
        assert!(sample.contains(from));
        sample.replacen(from, to, 1)
    };
    refused_text(&with("\"summoned\":20", "\"summoned\":2e1"), "summoned");
    refused_text(&with("\"summoned\":20", "\"summoned\":20.0"), "summoned");
    refused_text(&with("\"summoned\":20", "\"summoned\":1e999"), "summoned");
    refused_text(&with("\"summoned\":20", "\"summoned\":-0"), "summoned");
    refused_text(&with("\"summoned\":20", "\"summoned\":20,\"summoned\":20"), "summoned");
    refused_text(&with("\"valid\":20", "\"valid\":20,\"valid\":20"), "ballots.valid");
    refused_text(&with("\"votes\":18", "\"votes\":18,\"votes\":18"), "candidates[0].votes");
    refused_text(&with("\"votes\":15", "\"votes\":1e1"), "candidates[1].votes");
    refused_text(&format!("{sample} {sample}"), "");
    refused_text("{}", "rules");
    for text in ["", "[]", "null", "3", "\"round\"", "{", "not", "NaN"] {
        refused_text(text, "");
    }
    refused_text(&"[".repeat(100_000), &"[0]".repeat(127));
}

#[test]
fn open_votes_that_are_refused() {
    let open = |fields: Value, field: &str| {
        let mut round = boxed("open_vote", 1, &[("Nghị quyết", 12)]);
        round["method"] = json!("show_of_hands");
        assert_eq!(outcome_of(&round)["elected"], json!(["Nghị quyết"]));
        patch(&mut round, fields);
        refused_text(&round.to_string(), field);
    };
    open(json!({ "method": "agree_disagree" }), "method");
    open(json!({ "office": "committee" }), "method");
    open(json!({ "round_kind": "tie_break" }), "round_kind");
    open(json!({ "seats": 2 }), "seats");
    open(
        json!({ "candidates": [
            { "name": "A", "votes": 20, "against": 0, "unmarked": 0 },
            { "name": "B", "votes": 20, "against": 0, "unmarked": 0 },
        ] }),
        "candidates",
    );
}

#[test]
fn a_typed_round_passes_the_same_check() {
    let good = Round::from_json(&sample().to_string()).unwrap();
    let field = |change: &dyn Fn(&mut Round)| {
        let mut round = good.clone();
        change(&mut round);
        assert_eq!(round.check().map(|_| ()), count(&round).map(|_| ()));
        round.check().unwrap_err().field
    };
    assert_eq!(field(&|round| round.summoned = 0), "summoned");
    assert_eq!(field(&|round| round.seats = 1_000_001), "seats");
    assert_eq!(field(&|round| round.ballots.valid = u32::MAX), "ballots.valid");
    assert_eq!(field(&|round| round.candidates[3].votes = u32::MAX), "candidates[3].votes");
    assert_eq!(field(&|round| round.candidates.clear()), "candidates");
    assert_eq!(field(&|round| round.candidates.push(Candidate::struck("An", 1))), "candidates[4].name");
    assert_eq!(field(&|round| round.candidates[0] = Candidate::boxed("E", 1, 2, 3)), "candidates[0].against");
    let exclude =
        |kind, people| move |round: &mut Round| round.exclusions = Exclusions::none().with(kind, people);
    assert_eq!(field(&exclude(ExclusionKind::Suspended, 20)), "exclusions");
    assert_eq!(field(&exclude(ExclusionKind::Suspended, u32::MAX)), "exclusions.suspended");
    assert_eq!(
        field(&exclude(ExclusionKind::ConveningCommitteeAbsentThroughout, 0)),
        "exclusions.convening_committee_absent_throughout"
    );
}
