//! A table as a file for spreadsheets (Office Open XML, ECMA-376): one sheet whose first row stays in sight.
//!
//! Every text is a text: no cell is a formula, whatever it begins with. The same table always makes the same bytes.

use super::xml::Element;
use chrono::NaiveDate;
use serde_json::Value;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const FORMAT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Styles of cells: their places in the file of styles.
const HEAD: u32 = 1;
const DAY: u32 = 2;

/// The rows as a file; in each row texts, whole numbers, days (`{"day": "2022-05-26"}`) and null for nothing. `None` only
/// where there is no memory for it.
pub fn xlsx(rows: &[Vec<Value>]) -> Option<Vec<u8>> {
    packed(rows).ok()
}

fn packed(rows: &[Vec<Value>]) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let parts = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml", None)),
        ("xl/workbook.xml", workbook()),
        (
            "xl/_rels/workbook.xml.rels",
            relations("worksheet", "worksheets/sheet1.xml", Some(("styles", "styles.xml"))),
        ),
        ("xl/styles.xml", styles()),
    ];
    for (name, part) in &parts {
        archive.start_file(*name, stored)?;
        archive.write_all(&part.file()?)?;
    }
    archive.start_file("xl/worksheets/sheet1.xml", stored)?;
    let columns = rows.first().map_or(0, Vec::len);
    let around = |data: Element| {
        let pane = Element::new("pane")
            .with("ySplit", 1)
            .with("topLeftCell", "A2")
            .with("activePane", "bottomLeft")
            .with("state", "frozen");
        let view = Element::new("sheetView").with("workbookViewId", 0).and(pane);
        let widths = (1..=columns).map(|place| {
            let width = if place <= 2 { 34 } else { 14 };
            Element::new("col")
                .with("min", place)
                .with("max", place)
                .with("width", width)
                .with("customWidth", 1)
        });
        let widths = (columns > 0).then(|| Element::new("cols").and_all(widths));
        Element::new("worksheet")
            .with("xmlns", MAIN)
            .and(Element::new("sheetViews").and(view))
            .and_some(widths)
            .and(data)
    };
    let data = rows.iter().zip(1..).map(|(cells, row)| self::row(cells, row));
    archive.write_all(&around(Element::new("sheetData").and_all(data)).file()?)?;
    Ok(archive.finish()?.into_inner())
}

fn row(cells: &[Value], row: u32) -> Element {
    let style = |days: bool| {
        if row == 1 {
            HEAD
        } else if days {
            DAY
        } else {
            0
        }
    };
    let cells = cells.iter().zip(0..).filter_map(|(value, column)| {
        let place = Element::new("c").with("r", format!("{}{row}", letters(column)));
        Some(match value {
            Value::String(text) => {
                let text = Element::new("t").text(text);
                place.with("s", style(false)).with("t", "inlineStr").and(Element::new("is").and(text))
            }
            Value::Number(number) => {
                place.with("s", style(false)).and(Element::new("v").text(&number.to_string()))
            }
            Value::Object(_) => {
                place.with("s", style(true)).and(Element::new("v").text(&serial(value)?.to_string()))
            }
            _ => return None,
        })
    });
    Element::new("row").with("r", row).and_all(cells)
}

/// A day as spreadsheets count it, from 30 December 1899.
fn serial(value: &Value) -> Option<i64> {
    let day = crate::congress::day::read_text(value.get("day")?.as_str()?)?;
    Some(day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days())
}

/// The letters of a column, from 0: A to Z, then AA.
fn letters(column: u32) -> String {
    let letter = |place: u32| char::from_u32(u32::from(b'A') + place % 26).unwrap_or('A');
    if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letters(column / 26 - 1), letter(column))
    }
}

fn types() -> Element {
    let part = |name: &str, kind: &str| {
        Element::new("Override").with("PartName", name).with("ContentType", format!("{FORMAT}.{kind}+xml"))
    };
    let ending = |ending: &str, kind: &str| {
        Element::new("Default").with("Extension", ending).with("ContentType", kind)
    };
    Element::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .and(ending("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .and(ending("xml", "application/xml"))
        .and(part("/xl/workbook.xml", "sheet.main"))
        .and(part("/xl/worksheets/sheet1.xml", "worksheet"))
        .and(part("/xl/styles.xml", "styles"))
}

fn relations(kind: &str, target: &str, other: Option<(&str, &str)>) -> Element {
    let all = std::iter::once((kind, target)).chain(other).zip(1..);
    let one = |((kind, target), number): ((&str, &str), u32)| {
        Element::new("Relationship")
            .with("Id", format!("r{number}"))
            .with("Type", format!("{RELATED}/{kind}"))
            .with("Target", target)
    };
    Element::new("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).and_all(all.map(one))
}

fn workbook() -> Element {
    let sheet = Element::new("sheet").with("name", "Tổng hợp").with("sheetId", 1).with("r:id", "r1");
    Element::new("workbook")
        .with("xmlns", MAIN)
        .with("xmlns:r", RELATED)
        .and(Element::new("sheets").and(sheet))
}

fn styles() -> Element {
    let font = |bold: bool| {
        Element::new("font")
            .and_some(bold.then(|| Element::new("b")))
            .and(Element::new("sz").with("val", 11))
            .and(Element::new("name").with("val", "Arial"))
    };
    let counted =
        |name: &'static str, all: Vec<Element>| Element::new(name).with("count", all.len()).and_all(all);
    let fill = |kind: &str| Element::new("fill").and(Element::new("patternFill").with("patternType", kind));
    let look = |font: u32, format: u32| {
        let look = Element::new("xf").with("numFmtId", format).with("fontId", font);
        let look = look.with("fillId", 0).with("borderId", 0);
        if font > 0 {
            look.with("applyFont", 1)
        } else {
            look.with("applyNumberFormat", u32::from(format > 0))
        }
    };
    let border = ["left", "right", "top", "bottom", "diagonal"].map(Element::new);
    let format = Element::new("numFmt").with("numFmtId", 164).with("formatCode", "yyyy\\-mm\\-dd");
    Element::new("styleSheet")
        .with("xmlns", MAIN)
        .and(counted("numFmts", vec![format]))
        .and(counted("fonts", vec![font(false), font(true)]))
        .and(counted("fills", vec![fill("none"), fill("gray125")]))
        .and(counted("borders", vec![Element::new("border").and_all(border)]))
        .and(counted("cellStyleXfs", vec![look(0, 0)]))
        .and(counted("cellXfs", vec![look(0, 0), look(1, 0), look(0, 164)]))
        .and(counted(
            "cellStyles",
            vec![Element::new("cellStyle").with("name", "Normal").with("xfId", 0).with("builtinId", 0)],
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_their_letters() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        let day = |day: &str| serial(&serde_json::json!({ "day": day }));
        assert_eq!(day("1900-03-01"), Some(61));
        assert_eq!(day("2022-05-26"), Some(44707));
        assert_eq!(day("2022-02-30"), None);
    }
}
