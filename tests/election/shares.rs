//! Rules of one's own: another share than a half, and each number that it may be taken of.

use super::round;
use so_tay_dai_hoi::congress::election::rules::Share;
use so_tay_dai_hoi::congress::election::{
    Ballots, BaseRule, Candidate, Margin, Office, Round, RuleProfile, RulesId, Verdict,
};

fn party() -> RuleProfile {
    RuleProfile::by_id(RulesId::Party190).unwrap().clone()
}

#[test]
fn two_thirds_are_compared_in_whole_numbers() {
    let mut profile = party();
    profile.threshold.more_than = Share { numerator: 2, denominator: 3 };
    let round = round();
    let checked = round.check_under(&profile).unwrap();
    let proof = checked.proof();
    assert_eq!((proof.share, proof.threshold), (profile.threshold.more_than, Some(14)));
    // 14 of 20 are more than two thirds, as 3 × 14 > 2 × 20; 13 are not.
    let compared: Vec<_> = proof
        .rows
        .iter()
        .map(|row| (row.scaled_votes, row.scaled_base, row.share_hundredths, row.margin, row.verdict))
        .collect();
    assert_eq!(
        compared,
        [
            (42, 40, 7_000, Some(Margin::Over(0)), Verdict::Elected),
            (39, 40, 6_500, Some(Margin::Short(1)), Verdict::NotElected),
        ]
    );
    assert_eq!(checked.outcome().elected, ["An"]);
}

#[test]
fn every_number_that_a_share_may_be_taken_of() {
    let round = Round {
        summoned: 24,
        present: 22,
        ballots: Ballots { issued: 20, collected: 18, valid: 16, invalid: 2 },
        candidates: vec![Candidate::boxed("An", 10, 6, 0), Candidate::boxed("Bình", 9, 7, 0)],
        ..round()
    };
    for (rule, base, threshold, elected, vacancies) in [
        (BaseRule::SummonedLessExclusions, 24, 13, None, 1),
        (BaseRule::Present, 22, 12, None, 1),
        (BaseRule::BallotsIssued, 20, 11, None, 1),
        (BaseRule::BallotsCollected, 18, 10, Some("An"), 0),
        (BaseRule::BallotsValid, 16, 9, Some("An"), 0),
    ] {
        let mut profile = party();
        profile.base.rule = rule;
        if rule != BaseRule::SummonedLessExclusions {
            profile.exclusions.members.clear();
        }
        let checked = round.check_under(&profile).unwrap();
        let (outcome, proof) = (checked.outcome(), checked.proof());
        assert_eq!((outcome.base, outcome.threshold), (base, Some(threshold)), "{rule:?}");
        assert_eq!(outcome.elected, Vec::from_iter(elected), "{rule:?}");
        assert_eq!(outcome.vacancies, vacancies, "{rule:?}");
        assert_eq!((proof.base.rule, proof.base.from, proof.base.base), (rule, base, base));
        let lines = proof.base.exclusions.len();
        assert_eq!(lines, profile.exclusions.members.len(), "{rule:?}");
    }
}

#[test]
fn the_clause_of_the_alternates_stands_where_there_are_any() {
    let delegates = Round { office: Office::Delegates, ..round() };
    let profile = party();
    let clause = |round: &Round| round.check_under(&profile).unwrap().proof().alternates_clause;
    assert_eq!(clause(&delegates), Some(profile.alternates.clause.clone()));
    assert_eq!(clause(&round()), None);
}
