//! Rust sources without comments, and without what stands between quotes.

/// The code without comments and without the content of texts.
pub fn bare(source: &str) -> String {
    Reader::new(source).read(false)
}

/// The code without comments.
pub fn without_comments(source: &str) -> String {
    Reader::new(source).read(true)
}

struct Reader {
    letters: Vec<char>,
    at: usize,
    out: String,
}

impl Reader {
    fn new(source: &str) -> Self {
        Self { letters: source.chars().collect(), at: 0, out: String::new() }
    }

    fn read(mut self, keep_texts: bool) -> String {
        while let Some(letter) = self.peek(0) {
            match (letter, self.peek(1)) {
                ('/', Some('/')) => self.skip_line(),
                ('/', Some('*')) => self.skip_block(),
                ('"', _) => self.text(keep_texts),
                ('r', Some('"' | '#')) if !self.after_letter() && self.opens_raw() => {
                    self.keep();
                    let mut hashes = 0;
                    while self.peek(0) == Some('#') {
                        self.keep();
                        hashes += 1;
                    }
                    self.raw(hashes, keep_texts);
                }
                ('\'', _) => self.letter_or_lifetime(keep_texts),
                _ => self.keep(),
            }
        }
        self.out
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn keep(&mut self) {
        self.take(true);
    }

    fn take(&mut self, kept: bool) {
        if let Some(letter) = self.peek(0) {
            // Lines keep their numbers.
            if kept || letter == '\n' {
                self.out.push(letter);
            }
            self.at += 1;
        }
    }

    fn after_letter(&self) -> bool {
        self.out.chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    }

    fn opens_raw(&self) -> bool {
        self.letters.iter().skip(self.at + 1).find(|letter| **letter != '#') == Some(&'"')
    }

    fn skip_line(&mut self) {
        while self.peek(0).is_some_and(|letter| letter != '\n') {
            self.at += 1;
        }
    }

    fn skip_block(&mut self) {
        let mut depth = 0;
        while self.at < self.letters.len() {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some('*'), Some('/')) => {
                    depth -= 1;
                    self.at += 2;
                }
                _ => self.take(false),
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn text(&mut self, kept: bool) {
        self.keep();
        while let Some(letter) = self.peek(0) {
            if letter == '"' {
                return self.keep();
            }
            if letter == '\\' {
                self.take(kept);
            }
            self.take(kept);
        }
    }

    fn raw(&mut self, hashes: usize, kept: bool) {
        self.keep();
        while let Some(letter) = self.peek(0) {
            if letter == '"' && (1..=hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                return self.keep();
            }
            self.take(kept);
        }
    }

    fn letter_or_lifetime(&mut self, kept: bool) {
        let escaped = self.peek(1) == Some('\\');
        if !escaped && self.peek(2) != Some('\'') {
            return self.keep();
        }
        self.keep();
        self.take(kept);
        if escaped {
            self.take(kept);
        }
        while self.peek(0).is_some_and(|letter| letter != '\'') {
            self.take(kept);
        }
        self.keep();
    }
}

#[test]
fn comments_and_texts_go() {
    for (source, without, bare_code) in [
        ("a // b\nc", "a \nc", "a \nc"),
        ("a /* b /* c */ d */ e", "a  e", "a  e"),
        ("\"// no\" b", "\"// no\" b", "\"\" b"),
        ("\"\\\"// no\" b // c", "\"\\\"// no\" b ", "\"\" b "),
        ("r#\"// \" no\"# b", "r#\"// \" no\"# b", "r#\"\"# b"),
        ("'\"' // a", "'\"' ", "'' "),
        ("'\\'' 'a \"'\" // b", "'\\'' 'a \"'\" ", "'' 'a \"\" "),
        ("for\"a\"", "for\"a\"", "for\"\""),
    ] {
        assert_eq!(without_comments(source), without, "{source}");
        assert_eq!(bare(source), bare_code, "{source}");
    }
}
