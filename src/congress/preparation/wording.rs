//! The sentences of papers that a congress words for itself.

/// A sentence in the congress's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// Which paper.
    pub paper: String,
    /// The sentence as the form has it.
    pub original: String,
    /// The congress's own.
    pub text: String,
}

/// Whether two sentences have the same places in the same order. What the app fills in can be moved by no wording, and
/// none can leave it out: else a figure could be written over.
pub fn same_places(one: &str, other: &str) -> bool {
    places(one).eq(places(other))
}

/// The places of a sentence: what stands in single braces. Two braces are meant as one.
fn places(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (_, from) = rest.split_once('{')?;
            if let Some(after) = from.strip_prefix('{') {
                rest = after;
                continue;
            }
            let (place, after) = from.split_once('}')?;
            rest = after;
            return Some(place);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_what_stands_in_single_braces() {
        assert_eq!(places("{a} {{b}} {c:words} {d?} {").collect::<Vec<_>>(), ["a", "c:words", "d?"]);
        assert!(same_places("Có mặt: {present}", "{present} người có mặt"));
        assert!(!same_places("{votes}/{base}", "{base}/{votes}"));
        assert!(!same_places("{votes}", "17"));
    }
}
