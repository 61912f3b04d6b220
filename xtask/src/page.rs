//! Finds elements in a page that the bundler wrote, and replaces parts of it, byte for byte otherwise unchanged.
//!
//! It reads the HTML of this project's own build, not any HTML: quoted and bare attributes, comments, and the raw
//! text of scripts and styles.

use std::ops::Range;

/// An element of a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its name, as written.
    pub name: &'a str,
    /// Its attributes; one without a value has the empty value.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// What stands between the tags of a script or a style; empty for any other element.
    pub text: &'a str,
    /// Where it stands: to the end tag for a script or a style, the start tag alone for any other.
    pub place: Range<usize>,
}

impl<'a> Element<'a> {
    /// The value of an attribute, if it is there.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(found, _)| *found == name).map(|(_, value)| *value)
    }

    /// Whether this is a `<link>` of that relation.
    pub fn is_link(&self, relation: &str) -> bool {
        self.name == "link" && self.attribute("rel") == Some(relation)
    }
}

/// Every start tag of a page, in order.
pub fn elements(page: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if after.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let start = page.len() - after.len() - 1;
            let (mut element, after) = read_tag(after);
            rest = after;
            if matches!(element.name, "script" | "style") {
                let end_tag = format!("</{}", element.name);
                let (text, after) = after.split_at(after.find(&end_tag).unwrap_or(after.len()));
                element.text = text;
                rest = after.split_once('>').map_or("", |(_, after)| after);
            }
            element.place = start..page.len() - rest.len();
            found.push(element);
        }
    }
    found
}

/// Reads a start tag after its `<`; gives the element and what follows the `>`.
fn read_tag(text: &str) -> (Element<'_>, &str) {
    let (name, mut rest) = split_where(text, |c| c.is_ascii_whitespace() || c == '>' || c == '/');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        let (attribute, after) =
            split_where(rest, |c| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'));
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(after) => match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let inside = after.strip_prefix(quote).unwrap_or(after);
                    inside.split_once(quote).unwrap_or((inside, ""))
                }
                _ => split_where(after, |c| c.is_ascii_whitespace() || c == '>'),
            },
        };
        if attribute.is_empty() && value.is_empty() {
            // A stray sign where a name should be: step over it.
            let mut signs = after.chars();
            signs.next();
            rest = signs.as_str();
            continue;
        }
        attributes.push((attribute, value));
        rest = after;
    }
    (Element { name, attributes, text: "", place: 0..0 }, rest)
}

fn split_where(text: &str, stop: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(stop).unwrap_or(text.len()))
}

/// The page with these parts replaced; the parts do not overlap.
pub fn replaced(page: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(place, _)| place.start);
    let mut result = String::with_capacity(page.len());
    let mut from = 0;
    for (place, text) in edits {
        result.push_str(page.get(from..place.start).unwrap_or_default());
        result.push_str(&text);
        from = place.end;
    }
    result.push_str(page.get(from..).unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html lang="vi"><!-- <script>no</script> --><meta charset=utf-8>
<link rel="icon" href='a b.svg' data-hosted /><script type="module">if (1 < 2) "<p>";</script><p hidden>x</p>"#;

    #[test]
    fn elements_are_found_in_order_and_comments_are_passed_over() {
        let names: Vec<&str> = elements(PAGE).iter().map(|element| element.name).collect();
        assert_eq!(names, ["html", "meta", "link", "script", "p"]);
    }

    #[test]
    fn attributes_are_read_in_every_way_of_writing() {
        let found = elements(PAGE);
        assert_eq!(found[1].attribute("charset"), Some("utf-8"));
        assert!(found[2].is_link("icon"));
        assert_eq!(found[2].attribute("href"), Some("a b.svg"));
        assert_eq!(found[2].attribute("data-hosted"), Some(""));
        assert_eq!(found[4].attribute("hidden"), Some(""));
        assert_eq!(found[4].attribute("class"), None);
    }

    #[test]
    fn a_script_reaches_to_its_end_tag() {
        let found = elements(PAGE);
        assert_eq!(found[3].text, r#"if (1 < 2) "<p>";"#);
        assert!(PAGE[found[3].place.clone()].ends_with("</script>"));
    }

    #[test]
    fn broken_pages_end() {
        for page in ["<", "<a", "<a =", "<a b='", "<script>", "<!--", "<a \u{1ed5}=\"x", "<p ==>", "<a /"] {
            let _ = elements(page);
        }
    }

    #[test]
    fn parts_are_replaced_and_the_rest_stays() {
        assert_eq!(replaced("abcdef", vec![(4..5, "E!".into()), (1..3, String::new())]), "adE!f");
        assert_eq!(replaced("abc", vec![(1..1, "-".into())]), "a-bc");
    }
}
