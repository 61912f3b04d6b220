//! Characters that nobody sees: how they are shown, and how they leave a text.
//!
//! They turn the order of reading round, let two names look alike, or stand for nothing. The joiners of other scripts
//! and of emoji are among them: names here are Vietnamese, and what looks the same must be the same.

use super::spelling::composed;

/// How many lines a text may have; that decides whether its breaks and tabs are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One: names, titles and whatever else stands in a row.
    One,
    /// Several: notes and reasons, where line feeds and tabs stay.
    Many,
}

impl Lines {
    /// Whether a character cannot be seen in such a text.
    pub fn hides(self, character: char) -> bool {
        let spaced = self == Self::Many && matches!(character, '\n' | '\t');
        is_hidden(character) && !spaced
    }

    /// The text as it is kept: composed, and without what nobody sees. One line has single spaces.
    pub fn clean(self, text: &str) -> String {
        let spaced = |character: char| {
            if self == Self::One && character.is_whitespace() { ' ' } else { character }
        };
        let seen: String = text.chars().map(spaced).filter(|character| !self.hides(*character)).collect();
        let text = composed(&seen);
        match self {
            Self::One => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Many => text,
        }
    }

    /// The text with each hidden character shown by its number, such as `⟨U+202E⟩`. All of them have four digits.
    pub fn visible(self, text: &str) -> String {
        let mut shown = String::new();
        for character in text.chars() {
            if self.hides(character) {
                shown.push_str("\u{27e8}U+");
                let digits = [12, 8, 4, 0].map(|shift| u32::from(character) >> shift & 15);
                shown.extend(
                    digits
                        .into_iter()
                        .filter_map(|digit| char::from_digit(digit, 16))
                        .map(|digit| digit.to_ascii_uppercase()),
                );
                shown.push('\u{27e9}');
            } else {
                shown.push(character);
            }
        }
        shown
    }
}

/// Controls, marks of writing direction, and characters without width.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned_and_shown() {
        for (text, line, note, shown) in [
            ("Lê  Thị\u{a0}Yến ", "Lê Thị Yến", "Lê  Thị\u{a0}Yến ", "Lê  Thị\u{a0}Yến "),
            ("a\u{202e}b", "ab", "ab", "a⟨U+202E⟩b"),
            ("\u{feff}đầu\u{200b}", "đầu", "đầu", "⟨U+FEFF⟩đầu⟨U+200B⟩"),
            ("Ye\u{302}\u{301}n", "Yến", "Yến", "Ye\u{302}\u{301}n"),
            ("e\u{200d}\u{302}\u{200c}\u{301}", "ế", "ế", "e⟨U+200D⟩\u{302}⟨U+200C⟩\u{301}"),
            ("một\nhai\tba\r\n", "một hai ba", "một\nhai\tba\n", "một⟨U+000A⟩hai⟨U+0009⟩ba⟨U+000D⟩⟨U+000A⟩"),
            ("\0\u{7f}\u{80}\u{9f}", "", "", "⟨U+0000⟩⟨U+007F⟩⟨U+0080⟩⟨U+009F⟩"),
        ] {
            assert_eq!(Lines::One.clean(text), line, "{text:?}");
            assert_eq!(Lines::Many.clean(text), note, "{text:?}");
            assert_eq!(Lines::One.visible(text), shown, "{text:?}");
        }
        assert_eq!(Lines::Many.visible("một\nhai\t\r"), "một\nhai\t⟨U+000D⟩");
    }
}
