//! Single ballots at the tally desk: what is typed, and how it is read back.

use super::{Language, Words};
use crate::congress::election::Method;
use crate::congress::election::ballots::{BallotForm, CountedBallot, Reading};
use crate::congress::election::desk::entry::{Slip, write};
use crate::congress::election::rules::{BallotCase, BallotRules};

impl Words {
    /// Why a ballot does not count, or is in doubt, in a few words.
    pub fn ballot_case(&self, case: BallotCase) -> &'static str {
        let (vietnamese, english) = match case {
            BallotCase::MoreThanSeats => ("để lại nhiều tên hơn số cần bầu", "keeps more names than seats"),
            BallotCase::NobodyKept => ("không bầu ai", "keeps nobody"),
            BallotCase::SingleBothBoxes => ("đánh dấu cả hai ô", "both boxes marked"),
            BallotCase::SingleNoBox => ("không đánh dấu ô nào", "no box marked"),
            BallotCase::RowsUnclear => ("có hàng không tính", "some rows are not counted"),
            BallotCase::WhollyUnmarked => ("không đánh dấu hàng nào", "no row marked"),
            BallotCase::NotIssued => ("không do ban kiểm phiếu phát", "not issued by the board"),
            BallotCase::OutsideName => ("ghi tên ngoài danh sách", "names somebody outside the list"),
            BallotCase::SignedOrMarked => ("ký tên, viết thêm, đánh dấu", "signed, written upon or marked"),
            BallotCase::NoStamp => ("không có dấu", "without the stamp"),
            BallotCase::UnclearStrike => ("gạch không rõ", "an unclear strike"),
        };
        self.language.pick(vietnamese, english)
    }

    /// The line that is read back to the checker: "gạch 3, 7-9 – bầu 11 người".
    pub fn read_back(
        &self,
        counted: &CountedBallot,
        reading: Reading,
        form: &BallotForm,
        rules: &BallotRules,
    ) -> String {
        let plain = CountedBallot { seen: None, ..*counted };
        let marks = spelt(&write(&plain, form, rules));
        let strikes = form.method() == Method::StrikeOut;
        let votes = counted.ballot.votes().len();
        let vi = self.language == Language::Vietnamese;
        let head = match (strikes, marks.is_empty()) {
            (true, true) => self.language.pick("không gạch ai", "nobody struck").to_owned(),
            (false, true) => self.language.pick("không phản đối ai", "against nobody").to_owned(),
            (true, false) if vi => format!("gạch {marks}"),
            (true, false) => format!("{marks} struck"),
            (false, false) if vi => format!("không đồng ý {marks}"),
            (false, false) => format!("against {marks}"),
        };
        let tail = match reading {
            Reading::Valid if vi => format!("bầu {votes} người"),
            Reading::Valid => format!("{votes} kept"),
            Reading::Invalid(BallotCase::MoreThanSeats) if vi => {
                format!("còn {votes} tên, nhiều hơn {}: không hợp lệ", form.seats())
            }
            Reading::Invalid(BallotCase::MoreThanSeats) => {
                format!("{votes} kept, more than {}: invalid", form.seats())
            }
            Reading::Invalid(case) if vi => format!("không hợp lệ: {}", self.ballot_case(case)),
            Reading::Invalid(case) => format!("invalid: {}", self.ballot_case(case)),
            Reading::Open(case) if vi => format!("nghi vấn: {}", self.ballot_case(case)),
            Reading::Open(case) => format!("doubtful: {}", self.ballot_case(case)),
        };
        format!("{head} – {tail}")
    }

    /// A ballot with its number.
    pub fn ballot_number(&self, number: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Phiếu {number}"),
            Language::English => format!("Ballot {number}"),
        }
    }

    /// What was typed and is no ballot.
    pub fn slip(&self, slip: &Slip, names: usize) -> String {
        let vi = self.language == Language::Vietnamese;
        match slip {
            Slip::NoSuchName(number) if vi => format!("Không có số {number}: danh sách từ 1 đến {names}."),
            Slip::NoSuchName(number) => {
                format!("There is no number {number}: the list runs from 1 to {names}.")
            }
            Slip::Backwards(first, last) if vi => format!("{first}-{last} ngược: viết số nhỏ trước."),
            Slip::Backwards(first, last) => {
                format!("{first}-{last} runs backwards: the smaller number comes first.")
            }
            Slip::Reason { doubtful, reasons } => {
                let key = if *doubtful { 'N' } else { 'K' };
                if vi {
                    format!("Sau {key} gõ số của lý do, từ 1 đến {reasons}.")
                } else {
                    format!("After {key} comes the number of the reason, 1 to {reasons}.")
                }
            }
            Slip::NoBoxes if vi => "T và H chỉ dùng cho phiếu có ô đánh dấu.".to_owned(),
            Slip::NoBoxes => "T and H are for ballots with boxes.".to_owned(),
            Slip::Unknown(word) if vi => format!("Không hiểu “{word}”."),
            Slip::Unknown(word) => format!("“{word}” is not understood."),
        }
    }

    /// The sentence over the entry of the next ballot.
    pub fn next_ballot(&self, number: usize, method: Method) -> String {
        match (self.language, method) {
            (Language::Vietnamese, Method::StrikeOut) => {
                format!("Nghe đọc **phiếu {number}**, gõ số của người bị gạch, rồi bấm Enter.")
            }
            (Language::Vietnamese, _) => {
                format!("Nghe đọc **phiếu {number}**, gõ số của người không được đồng ý, rồi bấm Enter.")
            }
            (Language::English, Method::StrikeOut) => {
                format!("Listen to **ballot {number}**, type the struck numbers, then press Enter.")
            }
            (Language::English, _) => {
                format!("Listen to **ballot {number}**, type the numbers marked against, then press Enter.")
            }
        }
    }

    /// That every returned ballot is entered, beside the empty line.
    pub fn all_there(&self, returned: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Đủ {returned} phiếu"),
            Language::English => format!("All {returned} ballots"),
        }
    }

    /// What an Enter on the empty line comes to once every returned ballot is entered.
    pub fn nothing_recorded(&self, returned: u32) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Đã nhập đủ {returned} phiếu, không ghi thêm. Còn tờ phiếu thì xem lại số thu về.")
            }
            Language::English => format!(
                "All {returned} ballots are entered; nothing was recorded. If a paper is left, check the number returned."
            ),
        }
    }

    /// The key for two numbers: "gạch 1 và 3".
    pub fn key_two(&self, strikes: bool, first: usize, second: usize) -> String {
        let what = if strikes { self.desk.struck } else { self.desk.opposed };
        match self.language {
            Language::Vietnamese => format!("{what} {first} và {second}"),
            Language::English => format!("{first} and {second} {what}"),
        }
    }

    /// The key for a run of numbers: "gạch 2 đến 4".
    pub fn key_range(&self, strikes: bool, first: usize, last: usize) -> String {
        let what = if strikes { self.desk.struck } else { self.desk.opposed };
        match self.language {
            Language::Vietnamese => format!("{what} {first} đến {last}"),
            Language::English => format!("{first} to {last} {what}"),
        }
    }

    /// The key for a row without a mark.
    pub fn key_blank(&self, row: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("hàng {row} không đánh dấu"),
            Language::English => format!("row {row} is not marked"),
        }
    }
}

/// Numbers as they are read out, each by itself; runs of many stay runs.
fn spelt(typed: &str) -> String {
    let mut numbers = Vec::new();
    for word in typed.split_whitespace() {
        match word.split_once('-').map(|(first, last)| (first.parse::<u32>(), last.parse::<u32>())) {
            Some((Ok(first), Ok(last))) if last - first < 6 => {
                numbers.extend((first..=last).map(|number| number.to_string()));
            }
            _ => numbers.push(word.to_owned()),
        }
    }
    numbers.join(", ")
}
