//! Papers as files for word processors: what stands in the paper stands in the file, in the same order, and the file is
//! well formed, with repeated heads and nothing that breaks over a page.
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

use held::held;
use papers::papers;
use quick_xml::Reader;
use quick_xml::events::Event;
use so_tay_dai_hoi::documents::{self, Block, Paper, Text};
use so_tay_dai_hoi::words::{Language, Words};
use std::io::{Cursor, Read as _};

const VI: Words = Words::in_language(Language::Vietnamese);
const EN: Words = Words::in_language(Language::English);

/// A part of a file, as text.
fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(file))
        .unwrap()
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The texts of all paragraphs that have any, in order; the file is read by elements, so what is not well formed fails.
fn paragraphs(document: &str) -> Vec<String> {
    let mut reader = Reader::from_str(document);
    reader.config_mut().check_end_names = true;
    let mut all = vec![String::new()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == "w:p" => all.push(String::new()),
            Event::Empty(empty) if empty.name().as_ref() == "w:br" => all.last_mut().unwrap().push('\n'),
            Event::Text(text) => all.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) => all.last_mut().unwrap().push(match name.as_ref() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("{other}"),
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

/// What a paper says, as far as a file says it in the same words.
fn said(paper: &Paper) -> Vec<String> {
    let mut said = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Title(text)
            | Block::Subject(text)
            | Block::Head(text)
            | Block::Annex(text)
            | Block::Line(text) => {
                said.push(text.to_string());
            }
            Block::Table { columns, rows } => {
                said.extend(columns.iter().map(|column| column.title.to_string()));
                said.extend(rows.iter().flatten().map(Text::to_string));
            }
            Block::Ballots(forms) => said.extend(forms.iter().flat_map(|form| form.names.clone())),
            Block::Signatures(people) => {
                // The roles stand side by side, and the names beneath them in one line.
                said.extend(people.iter().flat_map(|one| one.role.split('\n').map(str::to_owned)));
                said.extend(people.iter().flat_map(documents::Signature::names));
            }
            Block::Wall(groups) => said.extend(groups.iter().map(|group| group.title.clone())),
            Block::Stage(stage) => said.extend([stage.top.clone(), stage.left.clone()]),
            Block::Bars(bars) => said.extend(bars.iter().map(|bar| bar.name.clone())),
            Block::Codes(codes) => said.extend(codes.iter().map(|code| code.name.clone())),
            Block::Timeline(_) => {}
        }
    }
    said.retain(|text| !text.is_empty());
    said
}

#[test]
fn what_stands_in_a_paper_stands_in_its_file() {
    let hall = held();
    let mut seen = 0;
    for words in [VI, EN] {
        for (name, paper) in papers(hall.congress(), &words) {
            let file = documents::docx(&paper, words.language.tag()).unwrap();
            if let Ok(folder) = std::env::var("DOCUMENTS") {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(format!("{folder}/{name}-{}.docx", words.language.tag()), &file).unwrap();
            }
            let found = paragraphs(&part(&file, "word/document.xml"));
            let mut rest = found.iter();
            for text in said(&paper) {
                assert!(
                    rest.any(|found| *found == text),
                    "{name}: missing, or out of order: {text}\n{found:#?}"
                );
                seen += 1;
            }
            assert_eq!(
                file,
                documents::docx(&paper, words.language.tag()).unwrap(),
                "{name}: the same bytes"
            );
        }
    }
    assert!(seen > 1_000, "{seen} texts");
}

#[test]
fn a_table_repeats_its_head_and_breaks_no_row() {
    let hall = held();
    let file = documents::docx(&documents::roll(hall.congress(), &VI), "vi").unwrap();
    let document = part(&file, "word/document.xml");
    let rows = document.matches("<w:tr>").count();
    assert_eq!(document.matches("<w:cantSplit/>").count(), rows);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    // The head of the paper, the head of the table, and everybody.
    assert_eq!(rows, 2 + hall.congress().roll.people().len());
}

/// The margins and the size of letters are those of the organisation's forms.
#[test]
fn a_page_is_as_the_forms_have_it() {
    let hall = held();
    let mut paper = documents::attendance(hall.congress(), &VI);
    assert_eq!((paper.page.margins, paper.page.letters), ([20, 15, 20, 30], 14));
    let page = |paper: &Paper| {
        let file = documents::docx(paper, "vi").unwrap();
        let document = part(&file, "word/document.xml");
        let margins = document.split("<w:pgMar").nth(1).unwrap().split("/>").next().unwrap().to_owned();
        (margins, part(&file, "word/styles.xml").matches(r#"<w:sz w:val="26"/>"#).count())
    };
    let (margins, small) = page(&paper);
    assert!(margins.starts_with(r#" w:top="1134" w:right="850" w:bottom="1134" w:left="1701""#), "{margins}");
    assert_eq!(small, 0);
    paper.page.margins = [25, 20, 25, 35];
    paper.page.letters = 13;
    let (margins, small) = page(&paper);
    assert!(
        margins.starts_with(r#" w:top="1417" w:right="1134" w:bottom="1417" w:left="1984""#),
        "{margins}"
    );
    assert!(small > 1);
}
