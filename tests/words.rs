//! Words: everything that can be said has a text in both languages, and dates and figures read as they should.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "words/agenda.rs"]
mod agenda;
#[path = "words/all.rs"]
mod all;
#[path = "words/desk.rs"]
mod desk;
#[path = "words/guide.rs"]
mod guide;
#[path = "words/log.rs"]
mod log;
#[path = "words/number.rs"]
mod number;
#[path = "words/overview.rs"]
mod overview;
#[path = "words/preparation.rs"]
mod preparation;
#[path = "words/reliance.rs"]
mod reliance;
#[path = "words/result.rs"]
mod result;

use all::{changes, export_errors, findings, refusals, rejections};
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::agenda::clock::Phase;
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::election::list::ListFault;
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, VoteColumn};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, ExclusionKind, Exclusions, Figure, Method, NextStep, Office, Proof,
    Round, RoundKind, RuleProfile, RulesId, Verdict,
};
use so_tay_dai_hoi::congress::people::{Attendance, Standing};
use so_tay_dai_hoi::congress::{CongressKind, Moment, Refusal};
use so_tay_dai_hoi::words::{LIST_SIGNS, Language, Words};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

const VI: Words = Words::in_language(Language::Vietnamese);
const EN: Words = Words::in_language(Language::English);

/// What may carry Vietnamese letters in English: names that have no other form.
const PROPER: [&str; 6] = ["190-QĐ/TW", "244-QĐ/TW", "Tiếng Việt", "Đ15", "Hà Nội", "Đoàn"];

/// Every attendance mark.
const MARKS: [Attendance; 11] = [
    Attendance::Unmarked,
    Attendance::Present,
    Attendance::LeftEarly,
    Attendance::AbsentUnexcused,
    Attendance::ExcusedThroughout,
    Attendance::TransferredOut,
    Attendance::ExemptAbsent,
    Attendance::Suspended,
    Attendance::Prosecuted,
    Attendance::ConveningCommitteeAbsent,
    Attendance::AbsentWithoutAlternate,
];

/// Everything that a round may call for.
const STEPS: [NextStep; 7] = [
    NextStep::Recount,
    NextStep::VoidAndRevote,
    NextStep::TieBreak,
    NextStep::CongressDecidesAfterLevelTie,
    NextStep::CongressDecidesFurtherRound,
    NextStep::SuperiorAppoints,
    NextStep::NotAdopted,
];

fn is_vietnamese(letter: char) -> bool {
    const MARKED: &str = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
    letter.to_lowercase().any(|small| MARKED.contains(small))
}

#[track_caller]
fn check_english(text: &str) {
    let plain = PROPER.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    assert!(!plain.chars().any(is_vietnamese), "{text}");
}

/// Filled in both languages, not the same in both, nothing left open, and no Vietnamese in the English.
#[track_caller]
fn check(said: impl Fn(&Words) -> String) {
    let (vietnamese, english) = (said(&VI), said(&EN));
    for text in [&vietnamese, &english] {
        assert!(text.chars().any(char::is_alphanumeric), "empty: {vietnamese} / {english}");
        assert!(!text.starts_with([':', ' ']) && !text.contains("  "), "{text}");
        assert_eq!(text.matches("**").count() % 2, 0, "{text}");
    }
    assert_ne!(vietnamese, english);
    check_english(&english);
}

/// Holds that a list has every variant of an enum, as its source names them.
#[track_caller]
fn check_complete<T: Debug>(file: &str, name: &str, list: &[T]) {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let (_, body) = source.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let word = |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric()).collect::<String>();
    let variants: BTreeSet<String> = body
        .lines()
        .filter_map(|line| line.strip_prefix("    ").map(word))
        .filter(|variant| variant.starts_with(char::is_uppercase))
        .collect();
    let listed: BTreeSet<String> = list.iter().map(|one| word(&format!("{one:?}"))).collect();
    assert_eq!(listed, variants, "{name}");
}

#[test]
fn the_lists_are_complete() {
    check_complete("src/congress/change.rs", "Change", &changes());
    let details = changes().into_iter().filter_map(|change| match change {
        Change::Detail(detail) => Some(detail),
        _ => None,
    });
    check_complete("src/congress/change.rs", "Detail", &details.collect::<Vec<_>>());
    check_complete("src/congress/admit.rs", "Refusal", &refusals());
    check_complete("src/journal/export.rs", "ExportError", &export_errors());
    let faults: Vec<_> = all::misfits().into_iter().map(|misfit| misfit.fault).collect();
    check_complete("src/journal/scan.rs", "Fault", &faults);
    check_complete("src/journal/logbook.rs", "Rejected", &rejections());
    check_complete("src/congress/election/result/finding.rs", "Finding", &findings());
    check_complete("src/congress/election/list.rs", "ListFault", &list_faults());
    check_complete("src/congress/election/result/warning.rs", "Warning", &all::warnings());
    let alterations: Vec<_> =
        all::alterations().into_iter().flatten().map(|alteration| alteration.kind).collect();
    check_complete("src/congress/election/result/margin.rs", "AlterationKind", &alterations);
    let causes: Vec<_> = all::causes().into_iter().map(|cause| cause.kind).collect();
    check_complete("src/congress/election/result/diagnosis.rs", "CauseKind", &causes);
    let figures: Vec<_> = all::causes().into_iter().map(|cause| cause.corrections[0].figure).collect();
    check_complete("src/congress/election/result/diagnosis.rs", "Figure", &figures);
    check_complete("src/congress/election/story.rs", "Decision", &all::decisions());
    check_complete("src/congress/people/person.rs", "Attendance", &MARKS);
    check_complete("src/congress/checklist/task.rs", "TaskState", &TaskState::ALL);
    check_complete("src/congress/election/result/outcome.rs", "NextStep", &STEPS);
}

fn list_faults() -> Vec<ListFault> {
    let faults = refusals().into_iter().filter_map(|refusal| match refusal {
        Refusal::List(fault) => Some(fault),
        _ => None,
    });
    faults.collect()
}

#[test]
fn everything_that_can_be_refused() {
    for refusal in refusals() {
        check(|words| words.refusal(&refusal));
    }
    for error in export_errors() {
        check(|words| words.export_error(&error));
    }
    for rejected in rejections() {
        check(|words| words.rejected(&rejected));
    }
}

#[test]
fn everything_that_can_be_found_or_follow() {
    for finding in findings() {
        check(|words| words.finding(&finding));
        assert_ne!(VI.finding(&finding), finding.code(), "a code is no sentence");
    }
    for step in STEPS {
        check(|words| words.next_step(step).to_owned());
        for elected in 0..4 {
            check(|words| words.verdict_sentence(elected, 3, Some(step)));
        }
    }
    for verdict in
        [Verdict::Elected, Verdict::Tied, Verdict::OverHalfNotRanked, Verdict::NotElected, Verdict::Undecided]
    {
        check(|words| words.verdict(verdict).to_owned());
    }
}

#[test]
fn the_closed_sets() {
    for mark in MARKS {
        check(|words| words.attendance(mark).to_owned());
    }
    for state in TaskState::ALL {
        check(|words| words.task_state(state).to_owned());
    }
    for kind in ExclusionKind::ALL {
        check(|words| words.exclusion(kind).to_owned());
    }
    for kind in [
        CongressKind::CellCommittee,
        CongressKind::CellNoCommittee,
        CongressKind::GrassrootsMembers,
        CongressKind::GrassrootsDelegates,
    ] {
        check(|words| words.kind(kind).to_owned());
        check(|words| words.kind_hint(kind).to_owned());
    }
    for rules in RulesId::ALL {
        check(|words| words.rules(rules));
    }
    for standing in [Standing::Full, Standing::Probationary] {
        check(|words| words.standing(standing).to_owned());
    }
    for (phase, paused, speaks) in [
        (Phase::Running, false, false),
        (Phase::Running, false, true),
        (Phase::LastMinute, false, false),
        (Phase::Overtime, false, true),
        (Phase::Running, true, false),
    ] {
        check(|words| words.phase(phase, paused, speaks).to_owned());
    }
}

#[test]
fn offices_and_sheets() {
    for office in [
        Office::Committee,
        Office::Secretary,
        Office::DeputySecretary,
        Office::StandingCommittee,
        Office::Delegates,
        Office::OpenVote,
    ] {
        check(|words| words.office(office).to_owned());
        for cell in [true, false] {
            check(|words| words.office_at(office, cell).to_owned());
            for kind in [RoundKind::Ordinary, RoundKind::TieBreak] {
                check(|words| words.round_title(office, cell, 2, kind));
            }
        }
    }
    for count in BallotCount::ALL {
        check(|words| words.ballot_count(count).to_owned());
    }
    for method in [Method::StrikeOut, Method::AgreeDisagree, Method::ShowOfHands] {
        check(|words| words.method(method).to_owned());
        for column in [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked] {
            check(|words| words.vote_column(column, method).to_owned());
        }
    }
}

#[test]
fn the_comparison_in_whole_numbers() {
    use RoundKind::{Ordinary, TieBreak};
    for (votes, base, kind, inequality, said) in [
        (14, 17, Ordinary, "2 × **14** = 28 > 17", "14 phiếu > 17/2; cần 9: quá một nửa, **dư 5 phiếu**"),
        (9, 17, Ordinary, "2 × **9** = 18 > 17", "9 phiếu > 17/2; cần 9: quá một nửa, vừa đủ."),
        (23, 44, Ordinary, "2 × **23** = 46 > 44", "23 phiếu > 44/2; cần 23"),
        (
            8,
            17,
            Ordinary,
            "2 × **8** = 16 < 17",
            "8 phiếu < 17/2; cần 9: chưa quá một nửa. **Thiếu 1 phiếu.**",
        ),
        (9, 18, Ordinary, "2 × **9** = 18", "9 phiếu = 18/2; cần 10: đúng một nửa, chưa quá một nửa."),
        (7, 17, TieBreak, "2 × **7** = 14 < 17", "không cần quá nửa"),
    ] {
        let round = secretary(votes, base, kind);
        let proof = round.check().unwrap().proof();
        compare(&proof, inequality, said);
    }
}

#[test]
fn another_share_than_half_is_said_as_such() {
    let source = RulesId::Party190.source().unwrap();
    let thirds = source
        .replace(r#""numerator": 1"#, r#""numerator": 2"#)
        .replace(r#""denominator": 2"#, r#""denominator": 3"#);
    let profile = RuleProfile::from_json(&thirds).unwrap();
    for (votes, inequality, said) in [
        (13, "3 × **13** = 39 > 2 × 18 = 36", "13 phiếu > 18 × 2/3; cần 13: quá 2/3, vừa đủ."),
        (12, "3 × **12** = 36", "12 phiếu = 18 × 2/3; cần 13: chưa quá 2/3. **Thiếu 1 phiếu.**"),
        (3, "3 × **3** = 9 < 2 × 18 = 36", "3 phiếu < 18 × 2/3; cần 13: chưa quá 2/3. **Thiếu 10 phiếu.**"),
    ] {
        let round = secretary(votes, 18, RoundKind::Ordinary);
        compare(&round.check_under(&profile).unwrap().proof(), inequality, said);
    }
}

#[track_caller]
fn compare(proof: &Proof, inequality: &str, said: &str) {
    let row = &proof.rows[0];
    assert_eq!(VI.inequality(row, proof), inequality);
    assert!(VI.inequality_said(row, proof).contains(said), "{}", VI.inequality_said(row, proof));
    check(|words| words.inequality_said(row, proof));
    check(|words| words.hands_proved(row, proof.base.base, 9));
    assert!(!VI.hands_proved(row, proof.base.base, 9).contains("phiếu"), "hands are no ballots");
    check(|words| words.reading_person(row, proof.base.base, Office::Committee));
}

/// One name, so many votes, all others against.
fn secretary(votes: u32, base: u32, round_kind: RoundKind) -> Round {
    Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Secretary,
        cell: true,
        method: Method::AgreeDisagree,
        summoned: base,
        exclusions: Exclusions::none(),
        present: base,
        seats: 1,
        round: 1,
        round_kind,
        ballots: Ballots { issued: base, collected: base, valid: base, invalid: 0 },
        candidates: vec![Candidate::boxed("An", votes, base - votes, 0)],
    }
}

#[test]
fn warnings_causes_and_margins_have_words() {
    let mut said = BTreeSet::new();
    for warning in all::warnings() {
        check(|words| words.warning(&warning));
        assert!(said.insert(VI.warning(&warning)), "{warning:?}");
    }
    for alteration in all::alterations() {
        check(|words| words.alteration(alteration.as_ref()));
        check(|words| words.hands_alteration(alteration.as_ref()));
        assert!(!VI.hands_alteration(alteration.as_ref()).contains("phiếu"), "hands are no ballots");
        assert!(said.insert(VI.alteration(alteration.as_ref())), "{alteration:?}");
    }
    let mut boxed = secretary(9, 17, RoundKind::Ordinary);
    for cause in all::causes() {
        check(|words| words.cause(&cause, &boxed));
        assert!(said.insert(VI.cause(&cause, &boxed)), "{cause:?}");
    }
    boxed.method = Method::StrikeOut;
    let cause =
        all::causes().into_iter().find(|cause| cause.corrections[0].figure == Figure::Votes(0)).unwrap();
    assert_eq!(VI.cause(&cause, &boxed), "An 12 → 21: lệch một");
    for decision in all::decisions() {
        check(|words| words.decision(decision));
    }
    for step in STEPS.into_iter().map(Some).chain([None]) {
        check(|words| words.unanswered_sentence(2, 3, step));
    }
    for matter in [true, false] {
        check(|words| words.invalid_matter(matter).to_owned());
    }
    let support = RuleProfile::by_id(RulesId::Party190).unwrap().support.clone().unwrap();
    check(|words| words.support(support.least(17), 17, &support.clause));
    assert!(
        VI.support(6, 17, &support.clause).starts_with("Thêm tên ngoài danh sách đề nghị: cần từ 6 trên 17")
    );
    let unverified = all::warnings().pop().unwrap();
    assert!(VI.warning(&unverified).contains("xác nhận với đoàn chủ tịch"));
}

#[test]
fn a_refused_profile_names_its_field() {
    for (text, field) in [
        ("", ""),
        ("[]", ""),
        ("{}", "id"),
        (r#"{"id": 1}"#, "id"),
        (r#"{"id": "a", "names": {"vi": "A", "en": "A"}, "in_force": {"from": "x"}}"#, "in_force.from"),
    ] {
        let error = RuleProfile::own_from_json(text).unwrap_err();
        assert_eq!(error.field, field, "{text}");
        check(|words| words.profile_error(&error));
        assert!(VI.profile_error(&error).contains(field));
    }
    let mut round = secretary(1, 1, RoundKind::Ordinary);
    round.seats = 2;
    let error = round.check().unwrap_err();
    check(|words| words.round_error(&error));
}

/// The fixed texts stand in the sources as pairs: Vietnamese first, English second.
#[test]
fn fixed_texts_come_in_pairs() {
    let mut pairs = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| line.starts_with("        ") && line.ends_with("\";")) {
            let Some((field, texts)) = line.trim().split_once(": \"") else { continue };
            let texts = texts.trim_end_matches("\";");
            let Some((vietnamese, english)) = texts.split_once("\", \"") else { continue };
            assert!(!vietnamese.trim().is_empty() && !english.trim().is_empty(), "{field}");
            check_english(english);
            pairs += 1;
        }
    }
    assert!(pairs >= 250, "{pairs} pairs were found");
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn dates() {
    for (date, paper, vietnamese, english) in [
        ("2022-05-26", "ngày 26 tháng 5 năm 2022", "26/5/2022", "26 May 2022"),
        ("2022-05-09", "ngày 09 tháng 5 năm 2022", "9/5/2022", "9 May 2022"),
        ("2025-01-01", "ngày 01 tháng 01 năm 2025", "1/1/2025", "1 January 2025"),
        ("2025-02-28", "ngày 28 tháng 02 năm 2025", "28/2/2025", "28 February 2025"),
        ("2025-03-10", "ngày 10 tháng 3 năm 2025", "10/3/2025", "10 March 2025"),
        ("2025-09-02", "ngày 02 tháng 9 năm 2025", "2/9/2025", "2 September 2025"),
        ("2025-10-31", "ngày 31 tháng 10 năm 2025", "31/10/2025", "31 October 2025"),
        ("2025-12-01", "ngày 01 tháng 12 năm 2025", "1/12/2025", "1 December 2025"),
    ] {
        assert_eq!(VI.paper_date(day(date)), paper);
        assert_eq!(VI.date(day(date)), vietnamese);
        assert_eq!((EN.date(day(date)), EN.paper_date(day(date))), (english.to_owned(), english.to_owned()));
    }
    for (date, vietnamese, english) in [
        ("2022-05-26", "thứ Năm 26/5", "Thu 26 May"),
        ("2022-05-29", "Chủ nhật 29/5", "Sun 29 May"),
        ("2022-09-05", "thứ Hai 5/9", "Mon 5 Sep"),
        ("2022-06-04", "thứ Bảy 4/6", "Sat 4 Jun"),
    ] {
        assert_eq!((VI.due(day(date)), EN.due(day(date))), (vietnamese.to_owned(), english.to_owned()));
        let seen = (VI.due_seen(day(date), day("2022-01-01")), EN.due_seen(day(date), day("2022-12-31")));
        assert_eq!(seen, (vietnamese.to_owned(), english.to_owned()));
    }
    let later = day("2023-01-01");
    assert_eq!(VI.due_seen(day("2022-12-31"), later), "thứ Bảy 31/12/2022");
    assert_eq!(EN.due_seen(day("2022-12-31"), later), "Sat 31 December 2022");
}

#[test]
fn clocks() {
    for (milliseconds, expected) in [
        (0, "00:00"),
        (999, "00:00"),
        (1_000, "00:01"),
        (59_999, "00:59"),
        (134_000, "02:14"),
        (-134_000, "02:14"),
        (3_599_999, "59:59"),
        (3_600_000, "1:00:00"),
        (3_734_000, "1:02:14"),
        (90_000_000, "25:00:00"),
        (i64::MIN, "2562047788015:12:55"),
    ] {
        assert_eq!(Words::clock(milliseconds), expected);
    }
    for (minutes, expected) in [(0, "00:00"), (430, "07:10"), (1439, "23:59"), (1441, "00:01")] {
        assert_eq!(Words::plan_time(Moment(minutes * 60_000)), expected);
    }
    assert_eq!(Words::time_of_day(7, 5), "07:05");
}

#[test]
fn shares() {
    for (hundredths, vietnamese, english) in [
        (0, "0,00%", "0.00%"),
        (5, "0,05%", "0.05%"),
        (8125, "81,25%", "81.25%"),
        (5000, "50,00%", "50.00%"),
        (10_000, "100,00%", "100.00%"),
    ] {
        assert_eq!((VI.share(hundredths), EN.share(hundredths)), (vietnamese.into(), english.into()));
    }
}

#[test]
fn one_and_many() {
    assert_eq!([EN.tasks(0), EN.tasks(1), EN.tasks(2)], ["0 tasks", "1 task", "2 tasks"]);
    assert_eq!([VI.tasks(1), VI.tasks(60)], ["1 việc", "60 việc"]);
    assert_eq!(
        [-1, 0, 1, 2].map(|late| EN.lateness(late)),
        ["1 minute early", "On time", "1 minute late", "2 minutes late"]
    );
    assert_eq!([-3, 0, 7].map(|late| VI.lateness(late)), ["Nhanh 3 phút", "Đúng giờ", "Chậm 7 phút"]);
    for days in [-3, -1, 0, 1, 2, 75] {
        check(|words| words.days_away(days));
    }
    assert_eq!(
        [-2, -1, 0, 1, 2].map(|days| EN.days_away(days)),
        ["2 days ago", "yesterday", "today", "tomorrow", "2 days to go"]
    );
    assert!(EN.refusal(&Refusal::RollUnmarked(1)).starts_with("1 person is not"));
    assert_eq!(EN.unmarked(1), "**1 person** is not marked yet.");
}

#[test]
fn a_language_knows_its_tag() {
    assert_eq!((Language::default().tag(), Language::English.tag()), ("vi", "en"));
    assert_eq!(serde_json::to_string(&Language::English).unwrap(), "\"en\"");
    assert_eq!(EN.language.pick(1, 2), 2);
    let signs = [LIST_SIGNS.probationary, LIST_SIGNS.names, LIST_SIGNS.family, LIST_SIGNS.given].concat();
    let marks = LIST_SIGNS.marks.iter().map(|(mark, _)| *mark);
    assert!(signs.into_iter().chain(marks).all(str::is_ascii), "marks are folded for search");
    assert_eq!(VI.frame.app, "Sổ tay Đại hội");
    assert_eq!([VI.count.base, EN.count.base][0], "Mẫu số");
}
