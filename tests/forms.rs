//! The wording of papers as data: complete in both languages, every place filled, every figure with its source; other
//! organisations by their own head and terms; and what a congress words for itself.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "fixtures/hall.rs"]
mod hall;
#[path = "fixtures/held.rs"]
mod held;
#[path = "fixtures/papers.rs"]
mod papers;

use hall::Hall;
use held::held;
use papers::papers;
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::confidence::Confidence;
use so_tay_dai_hoi::congress::election::RulesId;
use so_tay_dai_hoi::congress::{PreparationChange, Refusal};
use so_tay_dai_hoi::documents::{self, Block, BlockKind, FormSet, Paper, Piece, Source, Text};
use so_tay_dai_hoi::words::{Language, Words};

const VI: Words = Words::in_language(Language::Vietnamese);
const EN: Words = Words::in_language(Language::English);

/// The places of a text, without what they are filled as.
fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|part| part.split('}').next().unwrap()).collect()
}

#[test]
fn every_form_is_complete_in_both_languages() {
    let party = FormSet::party().unwrap();
    assert_eq!(party.papers.len(), 20);
    for form in &party.papers {
        for block in &form.blocks {
            let (vi, en) = (block.text.vi(), block.text.en());
            let written = !matches!(
                block.is,
                BlockKind::Table | BlockKind::Signatures | BlockKind::Begin | BlockKind::End
            );
            assert_eq!(block.text.is_filled(), written, "{}: {vi}", form.id);
            let mut both = [places(vi), places(en)];
            for places in &mut both {
                places.sort_unstable();
            }
            assert_eq!(both[0], both[1], "{}: {vi}", form.id);
            assert_eq!(block.is == BlockKind::Table, !block.columns.is_empty(), "{}: {vi}", form.id);
        }
        let count = |kind| form.blocks.iter().filter(|block| block.is == kind).count();
        assert_eq!(count(BlockKind::Begin), count(BlockKind::End), "{}", form.id);
    }
    assert_eq!(FormSet::others().len(), 2);
    for other in FormSet::others() {
        assert_eq!(other.confidence, Confidence::Unverified, "{}", other.id);
        // A term that stands in no form would be a promise that nothing keeps.
        let all: Vec<String> =
            party.papers.iter().flat_map(|form| form.texts().map(|text| text.vi().to_owned())).collect();
        let roles = party.papers.iter().flat_map(|form| &form.blocks).flat_map(|block| &block.signatures);
        let all: Vec<String> = all.into_iter().chain(roles.map(|one| one.role.vi().to_owned())).collect();
        for term in &other.terms {
            assert!(all.iter().any(|text| text.contains(term.from.vi())), "{}: {}", other.id, term.from.vi());
        }
    }
}

/// All texts of a paper with what filled them.
fn texts(paper: &Paper) -> Vec<&Text> {
    let mut texts = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Title(text)
            | Block::Subject(text)
            | Block::Head(text)
            | Block::Annex(text)
            | Block::Line(text) => {
                texts.push(text);
            }
            Block::Table { columns, rows } => {
                texts.extend(columns.iter().map(|column| &column.title));
                texts.extend(rows.iter().flatten());
            }
            Block::Ballots(forms) => texts.extend(forms.iter().map(|form| &form.how)),
            _ => {}
        }
    }
    texts
}

/// Places that count something off, or name a regulation, and so say nothing of the congress.
const ORDINALS: [&str; 4] = ["{number}", "{number?}", "{place}", "{source}"];

#[test]
fn every_place_is_known_and_every_figure_has_its_source() {
    let hall = held();
    let mut figures = 0;
    for words in [VI, EN] {
        for (name, paper) in papers(hall.congress(), &words) {
            for Piece { text, slot, source } in texts(&paper).into_iter().flat_map(|text| &text.0) {
                let Some(slot) = slot else { continue };
                assert!(source.is_some() || !text.starts_with('…'), "{name}: nobody knows {slot}");
                if text.contains(|letter: char| letter.is_ascii_digit()) {
                    assert!(
                        source.is_some() || ORDINALS.contains(&slot.as_str()),
                        "{name}: {slot} is {text} from nowhere"
                    );
                    figures += 1;
                }
            }
        }
    }
    assert!(figures > 500, "{figures}");
}

/// The counting minutes, number by number against the core.
#[test]
fn each_figure_of_the_counting_minutes_is_that_of_the_core() {
    let hall = held();
    let congress = hall.congress();
    let round = congress.rounds.last().unwrap();
    let counted = congress.count_sheet(round).unwrap().unwrap();
    let paper = documents::counting_minutes(congress, round, &counted, &VI);
    let ballots = &counted.round.ballots;
    let base = counted.proof.base.base;
    let mut rows = counted.proof.rows.iter();
    let mut seen = 0;
    for piece in texts(&paper).into_iter().flat_map(|text| &text.0) {
        let Some(slot) = piece.slot.as_deref() else { continue };
        let expected = match slot {
            "{base}" => base,
            "{threshold}" => counted.outcome.threshold.unwrap(),
            "{issued}" => ballots.issued,
            "{collected}" => ballots.collected,
            "{valid}" => ballots.valid,
            "{invalid}" => ballots.invalid,
            "{seats}" => round.seats,
            "{summoned}" => round.electorate.summoned,
            "{present}" => round.electorate.present,
            "{absent}" => round.electorate.summoned - round.electorate.present,
            _ => continue,
        };
        assert_eq!(piece.text, expected.to_string(), "{slot}");
        assert!(matches!(&piece.source, Some(Source::Round(id)) if *id == round.id), "{slot}");
        seen += 1;
    }
    assert!(seen >= 14, "{seen}");
    // The table of the result: a row for each name, with votes and share.
    let Some(Block::Table { rows: found, .. }) =
        paper.blocks.iter().filter(|block| matches!(block, Block::Table { .. })).nth(1)
    else {
        panic!("no table of the result")
    };
    for row in found {
        let expected = rows.next().unwrap();
        let texts: Vec<String> = row.iter().map(Text::to_string).collect();
        assert_eq!(
            texts[1..],
            [expected.name.clone(), expected.votes.to_string(), VI.share(expected.share_hundredths)]
        );
    }
    assert!(rows.next().is_none());
}

#[test]
fn another_organisation_has_its_own_head_and_terms() {
    let mut hall = Hall::sample();
    let head = |hall: &Hall| {
        let heading = documents::attendance(hall.congress(), &VI).heading;
        (heading.party, heading.motto, heading.star)
    };
    let line = |hall: &Hall| texts(&documents::attendance(hall.congress(), &VI))[2].to_string();
    assert_eq!(head(&hall), ("ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(), String::new(), true));
    assert_eq!(line(&hall), "Đảng viên chính thức được triệu tập: 18 (mười tám) người");
    hall.act(Change::Detail(Detail::Rules(RulesId::YouthUnion)));
    assert_eq!(head(&hall), ("ĐOÀN TNCS HỒ CHÍ MINH".to_owned(), String::new(), true));
    assert_eq!(line(&hall), "Đoàn viên được triệu tập: 18 (mười tám) người");
    hall.act(Change::Detail(Detail::Rules(RulesId::TradeUnion)));
    let motto = "Độc lập – Tự do – Hạnh phúc".to_owned();
    assert_eq!(head(&hall), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(), motto, false));
}

fn present(paper: &Paper) -> (Text, String, bool) {
    paper
        .blocks
        .iter()
        .zip(&paper.wordings)
        .find_map(|(block, wording)| match (block, wording) {
            (Block::Line(text), Some(wording)) if wording.original.starts_with("Có mặt: {present}") => {
                Some((text.clone(), wording.original.clone(), wording.changed))
            }
            _ => None,
        })
        .unwrap()
}

#[test]
fn a_sentence_in_other_words_keeps_its_figures_and_follows_them() {
    let mut hall = Hall::sample();
    let paper = documents::attendance(hall.congress(), &VI);
    let (text, original, changed) = present(&paper);
    assert!(!changed);
    // What is written over: the figures stand where they stood.
    let template = text.template_of("Đến dự {17}: 17 đồng chí (mười bảy)").unwrap();
    assert_eq!(template, "Đến dự {{{present}}}: 17 đồng chí ({present:words})");
    let lost = text.template_of("Đến dự đông đủ").unwrap_err();
    assert_eq!((lost.text.as_str(), lost.source.clone()), ("17", Some(Source::Roll)));
    let template = text.template_of("Đến dự 17 đồng chí (mười bảy)").unwrap();
    let worded = |text: &str| PreparationChange::Worded {
        paper: "attendance".to_owned(),
        original: original.clone(),
        text: text.to_owned(),
    };
    assert_eq!(hall.attempt(worded("Đến dự 17 đồng chí").into()), Err(Refusal::FigureLost));
    hall.act(worded(&template).into());
    let (text, _, changed) = present(&documents::attendance(hall.congress(), &VI));
    assert!(changed);
    assert_eq!(text.to_string(), "Đến dự 17 đồng chí (mười bảy)");
    // Another figure later stands in the same words, and in English nothing has changed.
    let id = hall.person(hall::LIST[0]);
    hall.act(Change::Attendance { id, mark: so_tay_dai_hoi::congress::people::Attendance::Unmarked });
    let (text, ..) = present(&documents::attendance(hall.congress(), &VI));
    assert_eq!(text.to_string(), "Đến dự 16 đồng chí (mười sáu)");
    let english = documents::attendance(hall.congress(), &EN);
    assert!(english.wordings.iter().flatten().all(|wording| !wording.changed));
    hall.act(worded("").into());
    assert!(!present(&documents::attendance(hall.congress(), &VI)).2);
}

/// How to vote, on the ballot, is a sentence like any other: it is worded once, for all ballots of the sheet.
#[test]
fn how_to_vote_can_be_worded_on_every_ballot() {
    const OWN: &str = "Bầu 3 đồng chí, gạch tên người không bầu; để hơn 3 tên là không hợp lệ.";
    let mut hall = Hall::sample();
    let proposal = hall.proposal(so_tay_dai_hoi::congress::election::Office::Committee, 3, &hall::LIST);
    let round = hall.open(&proposal);
    let ballots = |hall: &Hall| {
        let congress = hall.congress();
        let paper = documents::ballots(congress, congress.round(&round).unwrap(), &VI).unwrap();
        let [Block::Ballots(forms)] = paper.blocks.as_slice() else { panic!() };
        (forms.clone(), paper.wordings[0].clone().unwrap())
    };
    let (forms, wording) = ballots(&hall);
    assert!(!wording.changed);
    let template = forms[0].how.template_of(OWN);
    let template = template.unwrap_or_else(|_| panic!("{}", forms[0].how));
    let worded = |text: String| PreparationChange::Worded {
        paper: "ballots".to_owned(),
        original: wording.original.clone(),
        text,
    };
    hall.act(worded(template).into());
    let (forms, wording) = ballots(&hall);
    assert!(wording.changed && forms.len() > 1);
    for form in &forms {
        assert_eq!(form.how.to_string(), OWN);
    }
}
