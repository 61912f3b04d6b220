//! The language of the keys: what somebody types for one ballot while another reads it out.
//!
//! Numbers are the places of the struck names, or of the rows marked against; whatever is not typed is kept, or marked
//! for. Between numbers stands a space, a comma, a point or a plus sign, whichever is under the hand.

use crate::congress::election::ballots::{Ballot, BallotForm, CountedBallot, Names};
use crate::congress::election::round::Method;
use crate::congress::election::rules::{BallotCase, BallotRules, Ruling};

/// What was typed and is no ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// There is no name with this number.
    NoSuchName(u32),
    /// A range that runs backwards, such as `9-7`.
    Backwards(u32, u32),
    /// The key for invalid or doubtful needs the number of a reason, 1 to this many.
    Reason {
        /// Whether the key was that for doubtful ballots.
        doubtful: bool,
        /// How many reasons there are.
        reasons: usize,
    },
    /// Only a ballot with boxes has rows without a mark, or with two.
    NoBoxes,
    /// Not understood.
    Unknown(String),
}

/// The reasons for which a ballot is invalid that only the paper shows, in the order of their keys.
pub fn invalid_reasons(rules: &BallotRules) -> Vec<BallotCase> {
    seen(rules, Ruling::Invalid)
}

/// The reasons that the rules leave to the counting board, in the order of their keys.
pub fn doubtful_reasons(rules: &BallotRules) -> Vec<BallotCase> {
    seen(rules, Ruling::BoardConcludes)
}

fn seen(rules: &BallotRules, ruling: Ruling) -> Vec<BallotCase> {
    let seen = BallotCase::ALL.into_iter().filter(|case| case.is_seen());
    seen.filter(|case| rules.ruling(*case) == ruling).collect()
}

/// The ballot that a text stands for:
/// `3 7-9` names struck, or marked against; `*` all of them; `t4` a row without a mark, `h4` one with both; `k2` invalid
/// for the second of [`invalid_reasons`], `n1` doubtful for the first of [`doubtful_reasons`]; nothing at all a ballot
/// with nothing struck. Where the list has fewer than 100 names, numbers of two digits may stand together: `1215`.
pub fn read(text: &str, form: &BallotForm, rules: &BallotRules) -> Result<CountedBallot, Slip> {
    let mut reader = Reader { form, struck: Names::NONE, blank: Names::NONE, both: Names::NONE };
    let mut seen = None;
    for word in text.split([' ', ',', '.', '+', ';', '\u{a0}']).filter(|word| !word.is_empty()) {
        let key = word.chars().next().unwrap_or_default();
        let rest = word.get(key.len_utf8()..).unwrap_or_default();
        match key {
            'k' | 'K' => seen = Some(reason(rest, &invalid_reasons(rules), false)?),
            'n' | 'N' => seen = Some(reason(rest, &doubtful_reasons(rules), true)?),
            't' | 'T' => reader.blank = reader.blank.either(reader.boxes(rest)?),
            'h' | 'H' => reader.both = reader.both.either(reader.boxes(rest)?),
            '*' if rest.is_empty() => reader.struck = Names::first(form.names()),
            _ => reader.struck = reader.struck.either(reader.numbers(word)?),
        }
    }
    Ok(CountedBallot { ballot: reader.ballot(), seen, concluded: None })
}

/// A ballot as it would be typed, the shortest way that [`read`] gives back.
pub fn write(counted: &CountedBallot, form: &BallotForm, rules: &BallotRules) -> String {
    let all = Names::first(form.names());
    let ballot = counted.ballot;
    let both = ballot.kept.both(ballot.against);
    let unmarked = all.without(ballot.kept.either(ballot.against));
    let mut words = Vec::new();
    if form.method() == Method::StrikeOut {
        ranges(unmarked, "", &mut words);
    } else {
        ranges(ballot.votes_against(), "", &mut words);
        ranges(unmarked, "t", &mut words);
        ranges(both, "h", &mut words);
    }
    if let Some(case) = counted.seen {
        let key = |letter: char, cases: Vec<BallotCase>| {
            cases.iter().position(|other| *other == case).map(|at| format!("{letter}{}", at + 1))
        };
        words.extend(key('k', invalid_reasons(rules)).or_else(|| key('n', doubtful_reasons(rules))));
    }
    words.join(" ")
}

/// The places of a set as people read them, from 1: single numbers and runs of three or more, each a word.
fn ranges(names: Names, prefix: &str, words: &mut Vec<String>) {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for place in names.places() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == place => *last = place,
            _ => runs.push((place, place)),
        }
    }
    for (first, last) in runs {
        if last >= first + 2 {
            words.push(format!("{prefix}{}-{}", first + 1, last + 1));
        } else {
            words.extend((first..=last).map(|place| format!("{prefix}{}", place + 1)));
        }
    }
}

fn reason(digits: &str, cases: &[BallotCase], doubtful: bool) -> Result<BallotCase, Slip> {
    let slip = Slip::Reason { doubtful, reasons: cases.len() };
    if let ("", [only]) = (digits, cases) {
        return Ok(*only);
    }
    let number: usize = digits.parse().map_err(|_| slip.clone())?;
    number.checked_sub(1).and_then(|at| cases.get(at)).copied().ok_or(slip)
}

struct Reader<'a> {
    form: &'a BallotForm,
    struck: Names,
    blank: Names,
    both: Names,
}

impl Reader<'_> {
    fn ballot(&self) -> Ballot {
        let plain = self.form.all_but(self.struck);
        if self.form.method() == Method::StrikeOut {
            return plain;
        }
        Ballot::boxes(
            plain.kept.without(self.blank).either(self.both),
            plain.against.without(self.blank).either(self.both),
        )
    }

    fn boxes(&self, word: &str) -> Result<Names, Slip> {
        if self.form.method() == Method::StrikeOut {
            return Err(Slip::NoBoxes);
        }
        self.numbers(word)
    }

    fn numbers(&self, word: &str) -> Result<Names, Slip> {
        if let Some((first, last)) = word.split_once('-') {
            let (first, last) = (self.number(first, word)?, self.number(last, word)?);
            if first > last {
                let people = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
                return Err(Slip::Backwards(people(first), people(last)));
            }
            return Ok((first..=last).collect());
        }
        let digits = word.len();
        // No number of the list has four digits, so such a word is several numbers that stand together.
        let together = digits >= 4 && digits.is_multiple_of(2) && self.form.names() < 100;
        if !together {
            return Ok(Names::NONE.with(self.number(word, word)?));
        }
        let mut names = Names::NONE;
        for at in (0..digits).step_by(2) {
            names = names.with(self.number(word.get(at..at + 2).unwrap_or_default(), word)?);
        }
        Ok(names)
    }

    /// A number's place, from 0; the error shows the word in which it stands.
    fn number(&self, digits: &str, word: &str) -> Result<usize, Slip> {
        let plain =
            !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 =
            plain.then(|| digits.parse().ok()).flatten().ok_or_else(|| Slip::Unknown(word.to_owned()))?;
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        place.filter(|place| *place < self.form.names()).ok_or(Slip::NoSuchName(number))
    }
}
