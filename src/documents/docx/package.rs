//! The file around a paper: which parts it has, how they belong together, and the archive that holds them.

use super::picture;
use crate::documents::xml::Element;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// The namespace of the text of such a file (ECMA-376, part 1).
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of relationships between parts (ECMA-376, part 1).
pub const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const FORMAT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The file: what it is called in its properties, its text, its head from the second page on.
pub fn packed(
    title: &str,
    language: &str,
    styles: Element,
    document: &Element,
    header: &Element,
    pictures: &[Vec<u8>],
) -> ZipResult<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml"), ("core", "docProps/core.xml")])),
        ("docProps/core.xml", properties(title, language)),
        (
            "word/_rels/document.xml.rels",
            relations(&[("styles", "styles.xml"), ("header", "header.xml")])
                .and_all((1..=pictures.len()).map(picture)),
        ),
        ("word/styles.xml", styles),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Not compressed: a paper is small, and a compressor would weigh more than it saves.
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let parts = parts.iter().map(|(name, part)| (*name, part));
    for (name, part) in parts.chain([("word/header.xml", header), ("word/document.xml", document)]) {
        archive.start_file(name, stored)?;
        archive.write_all(&part.file()?)?;
    }
    for (picture, number) in pictures.iter().zip(1..) {
        archive.start_file(format!("word/{}", media(number)), stored)?;
        archive.write_all(picture)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn media(number: usize) -> String {
    format!("media/code{number}.bmp")
}

fn picture(number: usize) -> Element {
    Element::new("Relationship")
        .with("Id", picture::relation(number))
        .with("Type", picture::kind())
        .with("Target", media(number))
}

fn types() -> Element {
    let default = |extension: &str, kind: &str| {
        Element::new("Default").with("Extension", extension).with("ContentType", kind)
    };
    let part =
        |name: &str, kind: String| Element::new("Override").with("PartName", name).with("ContentType", kind);
    Element::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .and(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .and(default("xml", "application/xml"))
        .and(default("bmp", "image/bmp"))
        .and(part("/word/document.xml", format!("{FORMAT}.document.main+xml")))
        .and(part("/word/styles.xml", format!("{FORMAT}.styles+xml")))
        .and(part("/word/header.xml", format!("{FORMAT}.header+xml")))
        .and(part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ))
}

/// Relationships, numbered `r1`, `r2` … in their order.
fn relations(targets: &[(&str, &str)]) -> Element {
    let all = targets.iter().zip(1..).map(|((kind, target), number)| {
        let kind = match *kind {
            "core" => format!("{PACKAGE}/relationships/metadata/core-properties"),
            kind => format!("{RELATED}/{kind}"),
        };
        Element::new("Relationship")
            .with("Id", format!("r{number}"))
            .with("Type", kind)
            .with("Target", target)
    });
    Element::new("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).and_all(all)
}

fn properties(title: &str, language: &str) -> Element {
    Element::new("cp:coreProperties")
        .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .and(Element::new("dc:title").text(title))
        .and(Element::new("dc:language").text(language))
}
