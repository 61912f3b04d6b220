//! Pictures of points, as a file holds and places them.

use super::package::RELATED;
use crate::documents::xml::Element;

/// A millimetre in the unit of drawings (English Metric Units, ECMA-376 part 1, 20.1.2.1).
const MILLIMETRE: usize = 36_000;
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// The points as a bitmap file of one bit each, with a quiet margin; `1` is dark. Every point is four wide, because some
/// programs blur small pictures that they draw large.
pub fn bitmap(rows: &[String]) -> Vec<u8> {
    const SCALE: usize = 4;
    const MARGIN: usize = 4;
    let side = (rows.len() + 2 * MARGIN) * SCALE;
    let stride = side.div_ceil(32) * 4;
    let dark = |x: usize, y: usize| {
        let at = |place: usize| (place / SCALE).checked_sub(MARGIN);
        let row = at(y).and_then(|y| rows.get(y)).map(String::as_bytes);
        matches!((row, at(x)), (Some(row), Some(x)) if row.get(x) == Some(&b'1'))
    };
    let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let mut file = b"BM".to_vec();
    // Size, reserved, where the points begin; then the head of forty bytes: width, height, planes and bits, no compression.
    for number in [62 + stride * side, 0, 62, 40, side, side, 1 << 16 | 1, 0, stride * side, 2835, 2835, 2, 0]
    {
        file.extend(long(number));
    }
    // The two colours: white, black.
    file.extend([255, 255, 255, 0, 0, 0, 0, 0]);
    // Rows from the bottom up.
    for y in (0..side).rev() {
        let byte = |start: usize| (0..8).fold(0_u8, |byte, bit| byte << 1 | u8::from(dark(start + bit, y)));
        file.extend((0..stride).map(|place| byte(place * 8)));
    }
    file
}

/// The run that places the picture of a number, from 1, as a square of so many millimetres.
pub fn placed(number: usize, name: &str, millimetres: usize) -> Element {
    let side = millimetres * MILLIMETRE;
    let extent = |element: &'static str| Element::new(element).with("cx", side).with("cy", side);
    let named = |element: &'static str| {
        Element::new(element).with("id", number).with("name", format!("QR {name}")).with("descr", name)
    };
    let shape = Element::new("pic:spPr")
        .and(Element::new("a:xfrm").and(Element::new("a:off").with("x", 0).with("y", 0)).and(extent("a:ext")))
        .and(Element::new("a:prstGeom").with("prst", "rect").and(Element::new("a:avLst")));
    let filled = Element::new("pic:blipFill")
        .and(Element::new("a:blip").with("r:embed", relation(number)))
        .and(Element::new("a:stretch").and(Element::new("a:fillRect")));
    let picture = Element::new("pic:pic")
        .with("xmlns:pic", format!("{DRAWING}/picture"))
        .and(Element::new("pic:nvPicPr").and(named("pic:cNvPr")).and(Element::new("pic:cNvPicPr")))
        .and(filled)
        .and(shape);
    let data = Element::new("a:graphicData").with("uri", format!("{DRAWING}/picture")).and(picture);
    let inline = Element::new("wp:inline")
        .with("xmlns:wp", format!("{DRAWING}/wordprocessingDrawing"))
        .and(extent("wp:extent"))
        .and(named("wp:docPr"))
        .and(Element::new("a:graphic").with("xmlns:a", format!("{DRAWING}/main")).and(data));
    Element::new("w:r").and(Element::new("w:drawing").and(inline))
}

/// The name under which the text finds the picture of a number.
pub fn relation(number: usize) -> String {
    format!("picture{number}")
}

/// The kind of relation between a text and its pictures.
pub fn kind() -> String {
    format!("{RELATED}/image")
}
