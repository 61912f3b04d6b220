//! What a refusal says, word for word: these texts reach whoever writes rounds or rules by hand.

use super::round;
use so_tay_dai_hoi::congress::election::{
    Candidate, CongressForm, ExclusionKind, Exclusions, Method, Office, Round, RoundKind,
};

fn check(refused: &[(Round, &str)]) {
    for (round, text) in refused {
        assert_eq!(round.check().unwrap_err().to_string(), *text);
    }
}

#[test]
fn numbers_and_exclusions_are_refused_in_plain_words() {
    let with = |kind, people| Exclusions::none().with(kind, people);
    check(&[
        (Round { seats: 0, ..round() }, "The field `seats` must be a whole number from 1 to 1000000."),
        (
            Round { present: 1_000_001, ..round() },
            "The field `present` must be a whole number from 0 to 1000000.",
        ),
        (
            Round { office: Office::Secretary, seats: 2, ..round() },
            "The field `seats` must be 1 for this office.",
        ),
        (
            Round { exclusions: with(ExclusionKind::DelegateAbsentWithoutAlternate, 0), ..round() },
            "The field `exclusions.delegate_absent_without_alternate` must be left out, as it belongs to a congress of delegates.",
        ),
        (
            Round {
                congress: CongressForm::Delegates,
                exclusions: with(ExclusionKind::Suspended, 0),
                ..round()
            },
            "The field `exclusions.suspended` must be left out, as it belongs to a congress of members.",
        ),
        (
            Round { exclusions: with(ExclusionKind::Suspended, 20), ..round() },
            "The field `exclusions` must add up to less than the 20 summoned, and adds up to 20.",
        ),
    ]);
}

#[test]
fn names_and_boxes_are_refused_in_plain_words() {
    let list = |candidates| Round { candidates, ..round() };
    check(&[
        (list(Vec::new()), "The field `candidates` must hold at least one candidate."),
        (
            list(vec![Candidate::boxed(" ", 1, 19, 0)]),
            "The field `candidates[0].name` must be a name that is not empty.",
        ),
        (
            list(["An", "An "].map(|name| Candidate::boxed(name, 1, 19, 0)).to_vec()),
            "The field `candidates[1].name` must differ from the name of candidates[0].",
        ),
        (
            Round { method: Method::StrikeOut, ..round() },
            "The field `candidates[0].against` must be left out when names are struck out.",
        ),
        (
            list(vec![Candidate::struck("An", 1)]),
            "The field `candidates[0].against` is missing, and a value was expected.",
        ),
    ]);
}

#[test]
fn an_open_vote_is_refused_in_plain_words() {
    let open = Round {
        office: Office::OpenVote,
        method: Method::ShowOfHands,
        candidates: vec![Candidate::boxed("Nghị quyết", 20, 0, 0)],
        ..round()
    };
    assert!(open.check().is_ok());
    check(&[
        (
            Round { method: Method::AgreeDisagree, ..open.clone() },
            "The field `method` must be `show_of_hands` for an open vote.",
        ),
        (
            Round { method: Method::ShowOfHands, ..round() },
            "The field `method` may be `show_of_hands` for an open vote only.",
        ),
        (
            Round { candidates: round().candidates, ..open.clone() },
            "The field `candidates` must hold exactly one name for an open vote.",
        ),
        (
            Round { round_kind: RoundKind::TieBreak, ..open },
            "The field `round_kind` must be `ordinary` for an open vote.",
        ),
    ]);
}

#[test]
fn what_is_no_round_is_refused_in_plain_words() {
    for (line, text) in [
        ("[]", "The round must be an object."),
        ("{}", "The field `rules` is missing, and a value was expected."),
        ("{\"rules\":1}", "The field `rules` must be a text."),
    ] {
        assert_eq!(Round::from_json(line).unwrap_err().to_string(), text);
    }
    let mut line = serde_json::to_value(round()).unwrap();
    for (field, value, text) in [
        ("cell", serde_json::json!(0), "The field `cell` must be true or false."),
        ("candidates", serde_json::json!({}), "The field `candidates` must be a list."),
        (
            "candidates",
            serde_json::json!([{ "name": "An", "votes": 1, "against": "x" }]),
            "The field `candidates[0].against` must be a whole number from 0 to 1000000.",
        ),
        (
            "candidates",
            serde_json::json!([{ "name": "An", "votes": 1, "against": 0, "unmarked": -1 }]),
            "The field `candidates[0].unmarked` must be a whole number from 0 to 1000000.",
        ),
        (
            "extra",
            serde_json::json!(0),
            "The field `extra` is unknown; only the fields of the format are expected.",
        ),
    ] {
        let right = line[field].take();
        line[field] = value;
        assert_eq!(Round::from_json(&line.to_string()).unwrap_err().to_string(), text);
        line[field] = right;
    }
}
