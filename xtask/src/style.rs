//! The style sheets of a page as two, without what only their writers need: what the first page needs, and what comes with
//! the module of the places.
//!
//! A first visit then asks for one file instead of several, and one file compresses better than its parts.

use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::files::Built;
use crate::page;

/// A page with one style sheet, and the sheet of the places. Their names change with what they hold.
pub struct Joined {
    /// The page that asks for the first one alone.
    pub page: String,
    /// The sheet of the first page.
    pub first: Built,
    /// The sheet that comes with the module of the places.
    pub places: Built,
    /// The names of the sheets that went into them.
    pub parts: Vec<String>,
}

/// Joins the style sheets that a page asks for, in its order. Those of the places stand behind the others.
pub fn joined(index: &str, files: &[Built]) -> Result<Joined, Failure> {
    let elements = page::elements(index);
    let links = elements.iter().filter(|element| element.is_link("stylesheet"));
    let [mut first, mut places] = [String::new(), String::new()];
    let mut parts = Vec::new();
    let mut edits = Vec::new();
    for link in links {
        let with_places = link.attribute("data-with") == Some("places");
        let address = link.attribute("href").unwrap_or_default();
        let name = address.strip_prefix("./").unwrap_or(address);
        let Some(file) = files.iter().find(|file| file.name == name) else {
            return Err(format!("{name}: named by the page, but not built"));
        };
        if !with_places && !places.is_empty() {
            return Err(format!(
                "{name}: stands behind the style sheets of the places, but is not one of them"
            ));
        }
        let text = if with_places { &mut places } else { &mut first };
        text.push_str(&lean(&String::from_utf8_lossy(&file.bytes)));
        parts.push(file.name.clone());
        edits.push((link.place.clone(), String::new()));
    }
    if first.is_empty() || places.is_empty() {
        return Err("the page names no style sheets of its own, or none of the places".to_owned());
    }
    let [first, places] = [("style", first), ("later/places", places)].map(|(name, text)| named(name, text));
    if let Some((_, link)) = edits.first_mut() {
        *link = format!("<link rel=\"stylesheet\" href=\"./{}\"/>", first.name);
    }
    Ok(Joined { page: page::replaced(index, edits), first, places, parts })
}

/// A sheet under a name that changes with what it holds.
fn named(name: &str, text: String) -> Built {
    let digest = format!("{:x}", Sha256::digest(text.as_bytes()));
    let name = format!("{name}-{}.css", digest.get(..16).unwrap_or(&digest));
    Built { name, bytes: text.into_bytes() }
}

/// A sheet without comments, and without spaces where they mean nothing; what stands in quotes stays as it is.
fn lean(sheet: &str) -> String {
    let mut result = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space(&mut result);
        } else if first == '"' || first == '\'' {
            let end = end_of_quote(after, first);
            result.push(first);
            result.push_str(after.get(..end).unwrap_or(after));
            rest = after.get(end..).unwrap_or_default();
        } else {
            match first {
                first if first.is_ascii_whitespace() => space(&mut result),
                '{' | '}' | ';' | ',' => {
                    result.truncate(result.trim_end_matches(' ').len());
                    result.push(first);
                }
                _ => result.push(first),
            }
            rest = after;
        }
    }
    result
}

/// One space, unless what stands before it ends by itself.
fn space(text: &mut String) {
    if !text.is_empty() && !text.ends_with([' ', '{', '}', ';', ',', ':']) {
        text.push(' ');
    }
}

/// Where a quoted text ends, behind its closing sign; a sign after a backslash does not close it.
fn end_of_quote(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (place, sign) in text.char_indices() {
        if sign == quote && !escaped {
            return place + quote.len_utf8();
        }
        escaped = sign == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_goes_and_the_rest_stays() {
        for (sheet, expected) in [
            ("/* a */\n.a {\n  color: red; /* b */\n}\n", ".a{color:red;}"),
            (
                ".a > .b , .c :hover { margin: calc(1px + 2px) 0 }",
                ".a > .b,.c :hover{margin:calc(1px + 2px) 0}",
            ),
            ("@media (width < 9px) and (hover) { a { b: c } }", "@media (width < 9px) and (hover){a{b:c}}"),
            (".a::after { content: \" /* \\\" ; { \"; }", ".a::after{content:\" /* \\\" ; { \";}"),
            ("a{b:c}/* d", "a{b:c}"),
            ("a/**/b{}", "a b{}"),
        ] {
            assert_eq!(lean(sheet), expected, "{sheet}");
        }
    }

    #[test]
    fn the_sheets_of_a_page_become_two_in_its_order() {
        let link = |name: &str, with: &str| format!("<link{with} rel=\"stylesheet\" href=\"./{name}\"/>");
        let with = " data-with=\"places\"";
        let index = format!("{}\n<p>{}{}", link("b.css", ""), link("a.css", ""), link("c.css", with));
        let built = |name: &str, text: &str| Built { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let all = [built("c.css", "c { }"), built("a.css", "a { }"), built("b.css", "b { }")];
        let made = joined(&index, &all).unwrap();
        assert_eq!(
            (made.first.bytes.as_slice(), made.places.bytes.as_slice()),
            (&b"b{}a{}"[..], &b"c{}"[..])
        );
        assert_eq!(made.page, format!("<link rel=\"stylesheet\" href=\"./{}\"/>\n<p>", made.first.name));
        assert!(made.places.name.starts_with("later/places-"), "{}", made.places.name);
        assert_eq!(made.parts, ["b.css", "a.css", "c.css"]);
        assert!(joined(&index, &[]).is_err());
        // Without the sheet of the places, or with one of the first page's behind it, the page would look otherwise.
        assert!(joined(&index.replace(with, ""), &all).is_err());
        assert!(joined(&format!("{index}{}", link("a.css", "")), &all).is_err());
    }
}
