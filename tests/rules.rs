//! Rule profiles: every field of the shipped files is demanded, of its own sort, and named when it is not; parts that
//! contradict each other are refused; and the rules come to what the regulations say.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::NaiveDate;
use serde_json::{Value, json};
use so_tay_dai_hoi::congress::confidence::Confidence;
use so_tay_dai_hoi::congress::election::rules::{BallotCase, Ruling, Share, SurplusJudgement};
use so_tay_dai_hoi::congress::election::{
    Ballots, BaseRule, Candidate, CongressForm, ExclusionKind, Exclusions, Expected, MOST, Method, NextStep,
    Office, Round, RoundKind, RuleProfile, RulesId,
};

fn shipped(id: RulesId) -> Value {
    serde_json::from_str(id.source().unwrap()).unwrap()
}

fn read(value: &Value) -> Result<RuleProfile, String> {
    RuleProfile::from_json(&value.to_string()).map_err(|error| error.field)
}

/// Every place of a JSON value: its pointer, and its name in a refusal.
fn places(value: &Value, pointer: &str, name: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                found.push((format!("{pointer}/{key}"), name.clone()));
                places(field, &format!("{pointer}/{key}"), &name, found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let (pointer, name) = (format!("{pointer}/{at}"), format!("{name}[{at}]"));
                found.push((pointer.clone(), name.clone()));
                places(item, &pointer, &name, found);
            }
        }
        _ => {}
    }
}

fn all_places(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    places(value, "", "", &mut found);
    found
}

#[test]
fn every_shipped_profile_is_read_and_written_again() {
    for id in RulesId::ALL {
        let profile = RuleProfile::by_id(id).unwrap();
        assert_eq!(RuleProfile::from_json(id.source().unwrap()).as_ref(), Ok(profile));
        assert_eq!(RuleProfile::from_json(&profile.to_json()).as_ref(), Ok(profile), "{id:?}");
        let record = serde_json::to_value(profile).unwrap();
        assert_eq!(serde_json::from_value::<RuleProfile>(record).as_ref().ok(), Some(profile));
        assert_eq!(json!(profile.id), json!(id));
    }
    assert_eq!((RulesId::Own.source(), RuleProfile::by_id(RulesId::Own)), (None, None));
    assert!(serde_json::from_value::<RulesId>(json!("own")).is_err(), "no file names it");
}

#[test]
fn every_field_is_demanded() {
    for id in [RulesId::Party190, RulesId::YouthUnion] {
        let file = shipped(id);
        let mut removed = 0;
        for (pointer, name) in all_places(&file) {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            let mut without = file.clone();
            let parent = if parent.is_empty() { &mut without } else { without.pointer_mut(parent).unwrap() };
            if let Value::Object(fields) = parent {
                fields.remove(key).unwrap();
                assert_eq!(read(&without), Err(name));
                removed += 1;
            }
        }
        assert!(removed > 150, "{removed}");
    }
}

#[test]
fn every_field_has_its_sort() {
    let file = shipped(RulesId::Party190);
    for (pointer, name) in all_places(&file) {
        for wrong in [json!(true), json!(-3), json!([[]])] {
            let mut altered = file.clone();
            *altered.pointer_mut(&pointer).unwrap() = wrong.clone();
            let field = read(&altered).unwrap_err();
            // A list of lists is a list, and its first item is what is wrong.
            assert!(
                field == name || wrong.is_array() && field == format!("{name}[0]"),
                "{field}, not {name}"
            );
        }
    }
}

#[test]
fn an_unknown_field_is_refused_in_every_object() {
    let file = shipped(RulesId::Party190);
    let mut objects = vec![(String::new(), String::new())];
    objects.extend(all_places(&file));
    let mut refused = 0;
    for (pointer, name) in objects {
        let mut altered = file.clone();
        let place = if pointer.is_empty() { &mut altered } else { altered.pointer_mut(&pointer).unwrap() };
        if let Value::Object(fields) = place {
            fields.insert("extra".to_owned(), json!(1));
            let extra = if name.is_empty() { "extra".to_owned() } else { format!("{name}.extra") };
            assert_eq!(read(&altered), Err(extra));
            refused += 1;
        }
    }
    assert!(refused > 60, "{refused}");
}

#[test]
fn what_is_no_profile_at_all() {
    for (text, field) in
        [("", ""), ("[]", ""), ("null", ""), ("{\"id\":1", ""), ("{\"id\":\"a\",\"id\":\"b\"}", "id")]
    {
        let error = RuleProfile::from_json(text).unwrap_err();
        assert_eq!(error.field, field, "{text}");
    }
    let text = shipped(RulesId::Party190).to_string();
    let error = RuleProfile::from_json(&format!("{text} x")).unwrap_err();
    assert!(matches!(error.expected, Expected::Json(_)));
}

fn refused(pointer: &str, value: Value, field: &str) {
    let mut file = shipped(RulesId::Party190);
    *file.pointer_mut(pointer).unwrap() = value.clone();
    let error = RuleProfile::from_json(&file.to_string()).unwrap_err();
    assert_eq!(error.field, field, "{pointer} {value}");
    assert!(error.to_string().starts_with(&format!("The field `{field}` must ")), "{error}");
    assert!(serde_json::from_value::<RuleProfile>(file).unwrap_err().to_string().contains(field));
}

#[test]
fn a_profile_that_contradicts_itself_is_refused_by_field() {
    refused("/id", json!(" "), "id");
    refused("/names/vi", json!(" "), "names");
    refused("/tie/clause/text/en", json!(""), "tie.clause.text");
    refused("/in_force/until", json!("2001-01-01"), "in_force");
    for day in [json!("2024-13-01"), json!("10/10/2024"), json!(20_241_010)] {
        refused("/in_force/from", day, "in_force.from");
    }
    refused("/base/rule", json!("ballots_collected"), "exclusions.members");
    refused("/base/rule", json!("valid"), "base.rule");
    refused("/exclusions/members/0/kind", json!("suspended"), "exclusions.members");
    refused("/exclusions/members/1/kind", json!("transferred_out"), "exclusions.members");
    refused("/exclusions/delegates/0/kind", json!("suspended"), "exclusions.delegates");
    refused(
        "/exclusions/delegates/1/kind",
        json!("convening_committee_absent_throughout"),
        "exclusions.delegates",
    );
    for (numerator, denominator) in [(0, 2), (2, 2), (3, 2), (1, 101), (0, 0)] {
        let share = json!({ "numerator": numerator, "denominator": denominator });
        refused("/threshold/more_than", share, "threshold.more_than");
    }
    refused("/ballots/methods", json!([]), "ballots.methods");
    refused("/ballots/methods", json!(["strike_out", "agree_disagree", "strike_out"]), "ballots.methods");
    refused("/ballots/methods", json!(["lot"]), "ballots.methods[0]");
    refused("/ballots/methods", json!(["agree_disagree"]), "surplus");
    refused("/ballots/readings/0/case", json!("nobody_kept"), "ballots.readings");
    refused("/ballots/readings", json!([]), "ballots.readings");
    refused("/ballots/readings/0/ruling", json!("valid"), "ballots.readings[0].ruling");
    refused("/ballots/readings/1/ruling", json!("board_concludes"), "ballots.readings[1].ruling");
    for percent in [0, 101] {
        refused("/surplus/percent", json!(percent), "surplus.percent");
    }
    refused("/surplus/small/from_seats", json!(0), "surplus.small");
    refused("/surplus/small/to_seats", json!(2), "surplus.small");
    refused("/surplus/small/people", json!(0), "surplus.small");
    for percent in [0, 100] {
        refused("/support/more_than_percent", json!(percent), "support.more_than_percent");
    }
    refused("/secretary_ballots/most", json!(0), "secretary_ballots.most");
    refused("/cell_committee/least", json!(0), "cell_committee");
    refused("/cell_committee/least", json!(8), "cell_committee");
}

#[test]
fn what_is_allowed_at_the_edges() {
    let allowed = |pointer: &str, value: Value| {
        let mut file = shipped(RulesId::Party190);
        *file.pointer_mut(pointer).unwrap() = value.clone();
        read(&file).unwrap_or_else(|field| panic!("{field} {pointer} {value}"))
    };
    assert_eq!(allowed("/exclusions/delegates", json!([])).exclusions_of(CongressForm::Delegates), []);
    assert_eq!(allowed("/exclusions/members", json!([])).exclusions_of(CongressForm::Members), []);
    assert_eq!(allowed("/in_force", json!({ "from": null, "until": "2024-10-10" })).in_force.from, None);
    allowed("/in_force", json!({ "from": "2024-10-10", "until": "2024-10-10" }));
    allowed("/threshold/more_than", json!({ "numerator": 99, "denominator": 100 }));
    for (pointer, least, most) in [("/surplus/percent", 1, 100), ("/support/more_than_percent", 1, 99)] {
        allowed(pointer, json!(least));
        allowed(pointer, json!(most));
    }
    allowed("/cell_committee/least", json!(7));
    for field in ["surplus", "support", "secretary_ballots", "cell_committee"] {
        allowed(&format!("/{field}"), Value::Null);
    }
    let mut only_boxes = shipped(RulesId::YouthUnion);
    only_boxes["ballots"]["methods"] = json!(["agree_disagree"]);
    assert_eq!(read(&only_boxes).unwrap().ballots.methods, [Method::AgreeDisagree]);
    only_boxes["base"]["rule"] = json!("present");
    assert_eq!(read(&only_boxes).unwrap().base.rule, BaseRule::Present);
}

#[test]
fn an_own_profile_has_a_name_of_its_own() {
    for id in RulesId::ALL {
        assert_eq!(RuleProfile::own_from_json(id.source().unwrap()).unwrap_err().field, "id");
    }
    let mut file = shipped(RulesId::TradeUnion);
    file["id"] = json!("khuyen_hoc");
    assert_eq!(RuleProfile::own_from_json(&file.to_string()).unwrap().id, "khuyen_hoc");
    assert_eq!(RuleProfile::own_from_json("{}").unwrap_err().field, "id");
}

#[test]
fn the_regulation_of_2024_begins_on_its_day() {
    let on = |y, m, d| RuleProfile::default_for(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert_eq!(on(2022, 5, 1), RulesId::Party244);
    assert_eq!(on(2024, 10, 9), RulesId::Party244);
    assert_eq!(on(2024, 10, 10), RulesId::Party190);
    assert_eq!(on(2030, 1, 1), RulesId::Party190);
}

#[test]
fn a_share_is_passed_by_the_least_number_above_it() {
    let half = Share { numerator: 1, denominator: 2 };
    for (base, least) in
        [(0, 1), (1, 1), (2, 2), (17, 9), (20, 11), (21, 11), (1_000_000, 500_001), (u32::MAX, 1 << 31)]
    {
        assert_eq!(half.least_above(base), least, "{base}");
        assert!(u64::from(least) * 2 > u64::from(base) && (u64::from(least) - 1) * 2 <= u64::from(base));
    }
    let thirds = Share { numerator: 2, denominator: 3 };
    assert_eq!([0, 1, 2, 3, 18, 19].map(|base| thirds.least_above(base)), [1, 1, 2, 3, 13, 13]);
    assert_eq!(Share { numerator: 1, denominator: 0 }.least_above(7), 8, "never read, and passed by nobody");
}

#[test]
fn the_surplus_and_its_rounding() {
    use SurplusJudgement::{Above, RoundingUnclear, Within};
    let surplus = RuleProfile::by_id(RulesId::Party190).unwrap().surplus.as_ref().unwrap();
    // Seats, the limit rounded down, and what one above it and two above it are.
    for (seats, most, one_above, two_above) in [
        (1, 0, RoundingUnclear, Above),
        (2, 0, RoundingUnclear, Above),
        (3, 1, Above, Above),
        (4, 1, Above, Above),
        (5, 1, Above, Above),
        (6, 1, RoundingUnclear, Above),
        (7, 2, RoundingUnclear, Above),
        (9, 2, RoundingUnclear, Above),
        (10, 3, Above, Above),
        (13, 3, RoundingUnclear, Above),
        (15, 4, RoundingUnclear, Above),
        (20, 6, Above, Above),
    ] {
        assert_eq!(surplus.most(seats), most, "{seats}");
        assert_eq!(surplus.judge(seats, most), Within, "{seats}");
        assert_eq!(surplus.judge(seats, 0), Within, "{seats}");
        assert_eq!(surplus.judge(seats, most + 1), one_above, "{seats}");
        assert_eq!(surplus.judge(seats, most + 2), two_above, "{seats}");
    }
    assert_eq!(surplus.most(u32::MAX), 1_288_490_188);
}

#[test]
fn more_than_three_in_ten_of_those_attending() {
    let support = RuleProfile::by_id(RulesId::Party190).unwrap().support.as_ref().unwrap();
    for (attending, least) in [(0, 1), (9, 3), (10, 4), (17, 6), (20, 7), (100, 31), (1_000_000, 300_001)] {
        assert_eq!(support.least(attending), least, "{attending}");
        assert!(support.is_enough(least, attending));
        assert!(!support.is_enough(least - 1, attending));
    }
    let older = RuleProfile::by_id(RulesId::Party244).unwrap().support.as_ref().unwrap();
    assert_eq!(older.clause.confidence, Confidence::Unverified, "confirmed for the regulation of 2024 only");
}

#[test]
fn what_is_marked_unverified() {
    for (id, unverified) in [
        (RulesId::Party190, false),
        (RulesId::Party244, false),
        (RulesId::YouthUnion, true),
        (RulesId::TradeUnion, true),
    ] {
        let profile = RuleProfile::by_id(id).unwrap();
        assert_eq!(profile.is_unverified(), unverified, "{id:?}");
        assert!(profile.tie.clause.is_unverified() && profile.alternates.clause.is_unverified(), "{id:?}");
        assert_eq!(profile.counts_people(), !unverified);
    }
    let mut threshold = shipped(RulesId::Party190);
    threshold["threshold"]["clause"]["confidence"] = json!("unverified");
    assert!(read(&threshold).unwrap().is_unverified());
}

#[test]
fn how_ballots_are_read() {
    use Ruling::{BoardConcludes, Invalid, Valid};
    let party = RuleProfile::by_id(RulesId::Party190).unwrap();
    let rulings = [
        Invalid,
        Invalid,
        Invalid,
        Invalid,
        Valid,
        BoardConcludes,
        Invalid,
        Invalid,
        Invalid,
        BoardConcludes,
        BoardConcludes,
    ];
    for (case, ruling) in BallotCase::ALL.into_iter().zip(rulings) {
        assert_eq!(party.ballots.ruling(case), ruling, "{case:?}");
    }
    assert!(party.ballots.refuses_unmarked_single());
    let youth = RuleProfile::by_id(RulesId::YouthUnion).unwrap();
    assert_eq!(youth.ballots.ruling(BallotCase::SingleNoBox), Valid);
    assert!(!youth.ballots.refuses_unmarked_single());
    let mut silent = party.ballots.clone();
    silent.readings.clear();
    assert_eq!(
        silent.ruling(BallotCase::MoreThanSeats),
        BoardConcludes,
        "what is not said, the board concludes"
    );
    let seen: Vec<_> = BallotCase::ALL.into_iter().filter(|case| case.is_seen()).collect();
    assert_eq!(seen, BallotCase::ALL[6..]);
}

#[test]
fn a_round_keeps_to_the_rules_it_is_counted_under() {
    let round = Round {
        rules: RulesId::Own,
        congress: CongressForm::Members,
        office: Office::Secretary,
        cell: true,
        method: Method::AgreeDisagree,
        summoned: 9,
        exclusions: Exclusions::none().with(ExclusionKind::Suspended, 1),
        present: 8,
        seats: 1,
        round: 1,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: 8, collected: 8, valid: 8, invalid: 0 },
        candidates: vec![Candidate::boxed("An", 5, 3, 0)],
    };
    let refused = |round: &Round, profile: &RuleProfile, field: &str, expected: &Expected| {
        let error = round.check_under(profile).unwrap_err();
        assert_eq!((error.field.as_str(), &error.expected), (field, expected));
        assert!(error.to_string().contains(field));
    };
    let error = round.check().unwrap_err();
    assert_eq!(error.to_string(), "The field `rules` must name rules that can be read.");
    assert_eq!((error.field.as_str(), error.expected), ("rules", Expected::Rules(RulesId::Own)));
    let mut profile = RuleProfile::by_id(RulesId::Party190).unwrap().clone();
    assert_eq!(round.check_under(&profile).unwrap().outcome().base, 8);
    profile.exclusions.members.retain(|rule| rule.kind != ExclusionKind::Suspended);
    refused(&round, &profile, "exclusions.suspended", &Expected::ExclusionUnderRules);
    let nobody = Round { exclusions: Exclusions::none().with(ExclusionKind::Suspended, 0), ..round.clone() };
    assert_eq!(nobody.check_under(&profile).unwrap().base(), 9);
    profile.ballots.methods = vec![Method::StrikeOut];
    refused(&round, &profile, "method", &Expected::MethodUnderRules);
    // A congress that does not count people has no exclusions to keep to.
    profile.base.rule = BaseRule::BallotsIssued;
    profile.ballots.methods = vec![Method::AgreeDisagree];
    assert_eq!(round.check_under(&profile).unwrap().base(), 8);
    profile.base.rule = BaseRule::BallotsValid;
    assert_eq!(round.check_under(&profile).unwrap().base(), 8);
    let large = MOST + 1;
    for (field, round) in [
        ("present", Round { present: large, ..round.clone() }),
        ("seats", Round { seats: 0, ..round.clone() }),
        ("round", Round { round: large, ..round.clone() }),
        ("round", Round { round: 0, ..round.clone() }),
        ("ballots.issued", Round { ballots: Ballots { issued: large, ..round.ballots }, ..round.clone() }),
        (
            "ballots.collected",
            Round { ballots: Ballots { collected: large, ..round.ballots }, ..round.clone() },
        ),
        ("ballots.valid", Round { ballots: Ballots { valid: large, ..round.ballots }, ..round.clone() }),
        ("ballots.invalid", Round { ballots: Ballots { invalid: large, ..round.ballots }, ..round.clone() }),
        ("exclusions.suspended", {
            let exclusions = Exclusions::none().with(ExclusionKind::Suspended, large);
            Round { summoned: MOST, exclusions, ..round.clone() }
        }),
    ] {
        assert_eq!(round.check_under(&profile).unwrap_err().field, field);
    }
}

/// A line of a round is refused by what its candidates lack, and by an exclusion of the other form of congress.
#[test]
fn what_a_line_lacks_is_named() {
    let line = json!({
        "rules": "party_190_2024", "congress": "delegates", "office": "secretary", "method": "strike_out",
        "summoned": 9, "present": 9, "seats": 1,
        "ballots": { "issued": 9, "collected": 9, "valid": 9, "invalid": 0 },
        "candidates": [{ "name": "An", "votes": 9 }],
    });
    assert!(Round::from_json(&line.to_string()).is_ok());
    for (candidate, field) in [
        (json!({ "votes": 9 }), "candidates[0].name"),
        (json!({ "name": "An" }), "candidates[0].votes"),
        (json!({ "name": "An", "votes": 9, "against": "x" }), "candidates[0].against"),
        (json!({ "name": "An", "votes": 9, "unmarked": -1 }), "candidates[0].unmarked"),
        (json!({ "name": "An", "votes": 9, "extra": 1 }), "candidates[0].extra"),
        (json!("An"), "candidates[0]"),
    ] {
        let mut altered = line.clone();
        altered["candidates"] = json!([candidate]);
        assert_eq!(Round::from_json(&altered.to_string()).unwrap_err().field, field);
    }
    for (form, kind, said) in [
        ("delegates", "suspended", "it belongs to a congress of members"),
        ("members", "delegate_absent_without_alternate", "it belongs to a congress of delegates"),
    ] {
        let mut altered = line.clone();
        altered["congress"] = json!(form);
        altered["exclusions"] = json!({ kind: 0 });
        let error = Round::from_json(&altered.to_string()).unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
    }
}

/// A last secretary ballot is known only where the rules limit their number.
#[test]
fn every_next_step_has_its_clause() {
    let party = RuleProfile::by_id(RulesId::Party190).unwrap();
    let youth = RuleProfile::by_id(RulesId::YouthUnion).unwrap();
    let round = Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Secretary,
        cell: true,
        method: Method::AgreeDisagree,
        summoned: 9,
        exclusions: Exclusions::none(),
        present: 9,
        seats: 1,
        round: 3,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: 9, collected: 9, valid: 9, invalid: 0 },
        candidates: vec![Candidate::boxed("An", 4, 5, 0)],
    };
    for profile in [party, youth] {
        let checked = round.check_under(profile).unwrap();
        let appoints =
            profile.secretary_ballots.as_ref().map_or(&profile.shortfall.clause, |ballots| &ballots.clause);
        for (step, clause) in [
            (NextStep::Recount, &profile.recount),
            (NextStep::VoidAndRevote, &profile.void),
            (NextStep::TieBreak, &profile.tie.clause),
            (NextStep::CongressDecidesAfterLevelTie, &profile.tie.clause),
            (NextStep::CongressDecidesFurtherRound, &profile.shortfall.clause),
            (NextStep::SuperiorAppoints, appoints),
            (NextStep::NotAdopted, &profile.open_vote),
        ] {
            assert_eq!(&checked.clause_of(step), clause, "{step:?}");
        }
    }
    let proof = round.check().unwrap().proof();
    assert_eq!(
        proof.next_step,
        Some((NextStep::SuperiorAppoints, party.secretary_ballots.clone().unwrap().clause))
    );
}
