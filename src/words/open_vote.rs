//! Open votes: hands by blocks of seats, and what they come to.

use super::{Language, Words};
use crate::congress::count::Counted;
use crate::congress::election::sheet::VoteColumn;
use crate::congress::election::{Alteration, Finding, Margin, Method, Office, ProofRow, Verdict};
use crate::congress::spelling::small;

impl Words {
    /// A column of a show of hands.
    pub fn hands(&self, column: VoteColumn) -> &'static str {
        match column {
            VoteColumn::For => self.desk.agree_hands,
            VoteColumn::Against => self.desk.against_hands,
            VoteColumn::Unmarked => self.desk.other_hands,
        }
    }

    /// How many of those present are not counted yet, or are counted too often.
    pub fn hands_said(&self, counted: u32, present: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        match counted.cmp(&present) {
            std::cmp::Ordering::Equal if vi => format!("Khớp: đủ {present} người có mặt"),
            std::cmp::Ordering::Equal => format!("Agrees: all {present} present"),
            std::cmp::Ordering::Less if vi => format!("Còn {} người có mặt chưa đếm", present - counted),
            std::cmp::Ordering::Less => format!("{} of those present are not counted yet", present - counted),
            std::cmp::Ordering::Greater if vi => {
                format!("Thừa {} so với số có mặt: có khối đếm hai lần.", counted - present)
            }
            std::cmp::Ordering::Greater => {
                format!("{} more than are present: a block was counted twice.", counted - present)
            }
        }
    }

    /// The opening sentence of an open vote while hands are counted.
    pub fn count_hands(&self, present: u32) -> String {
        let all = self.desk.all_for;
        match self.language {
            Language::Vietnamese => {
                format!("Đếm người giơ thẻ **từng khối**; nếu cả {present} người tán thành, bấm “{all}”.")
            }
            Language::English => {
                format!("Count the raised cards **block by block**; if all {present} are for, press “{all}”.")
            }
        }
    }

    /// A finding, with its figures; where hands are counted there are no ballots to speak of.
    pub fn finding_at(&self, finding: &Finding, method: Method) -> String {
        match finding {
            Finding::IssuedExceedsPresent { issued, present } if method == Method::ShowOfHands => {
                self.hands_said(*issued, *present)
            }
            _ => self.finding(finding),
        }
    }

    /// Why an open vote is what it is, in a sentence.
    pub fn hands_proved(&self, row: &ProofRow, base: u32, need: u32) -> String {
        let (votes, vi) = (row.votes, self.language == Language::Vietnamese);
        let verdict = match row.margin {
            Some(Margin::Short(short)) if vi => format!("không được thông qua, **thiếu {short} người**."),
            Some(Margin::Short(short)) => format!("not adopted, **{short} short**."),
            Some(Margin::Over(over)) if over > 0 && vi => format!("được thông qua, **dư {over} người**."),
            Some(Margin::Over(over)) if over > 0 => format!("adopted, **{over} to spare**."),
            _ if vi => "được thông qua, vừa đủ.".to_owned(),
            _ => "adopted, just enough.".to_owned(),
        };
        if vi {
            format!("{votes} người tán thành trên {base}; cần từ {need}: {verdict}")
        } else {
            format!("{votes} for, of {base}; {need} needed: {verdict}")
        }
    }

    /// How firm the result of an open vote is: the fewest people who would have to be counted otherwise.
    pub fn hands_alteration(&self, alteration: Option<&Alteration>) -> String {
        match (self.language, alteration) {
            (Language::Vietnamese, Some(Alteration { ballots, .. })) => {
                format!("Phải đếm khác ít nhất **{ballots} người** thì kết quả mới đổi.")
            }
            (Language::English, Some(Alteration { ballots, .. })) => {
                let people = self.counted(*ballots, "", "person", "people");
                format!("At least **{people}** would have to be counted otherwise to change the result.")
            }
            (Language::Vietnamese, None) => "Đếm lại cách nào kết quả cũng không đổi.".to_owned(),
            (Language::English, None) => "No other count of the hands can change the result.".to_owned(),
        }
    }

    /// The opening sentence of an open vote that was counted.
    pub fn open_vote_sentence(&self, adopted: bool, votes: u32, base: u32) -> String {
        let head = if adopted { self.desk.adopted } else { self.desk.not_adopted };
        match self.language {
            Language::Vietnamese => format!("**{head}**: {votes} tán thành trên {base}."),
            Language::English => format!("**{head}**: {votes} for, of {base}."),
        }
    }

    /// What is read to the congress of an open vote.
    pub fn reading_open_vote(&self, counted: &Counted) -> String {
        let row = counted.round.candidates.first();
        let (question, agree) = row.map_or(("", 0), |row| (row.name.as_str(), row.votes));
        let (against, other) =
            row.map_or((0, 0), |row| (row.against.unwrap_or(0), row.unmarked.unwrap_or(0)));
        let base = counted.proof.base.base;
        let adopted = !counted.outcome.elected.is_empty();
        let verdict = small(if adopted { self.desk.adopted } else { self.desk.not_adopted });
        match self.language {
            Language::Vietnamese => format!(
                "Kết quả biểu quyết “{question}”: tán thành {agree}, không tán thành {against}, ý kiến khác {other}, trên {base}; {verdict}."
            ),
            Language::English => format!(
                "Result of the vote on “{question}”: {agree} for, {against} against, {other} other, of {base}; {verdict}."
            ),
        }
    }

    /// The verdict on a row: of a person, or of what was put to an open vote.
    pub fn verdict_on(&self, verdict: Verdict, office: Office) -> &'static str {
        match (verdict, office) {
            (Verdict::Elected, Office::OpenVote) => self.desk.adopted,
            (Verdict::NotElected, Office::OpenVote) => self.desk.not_adopted,
            // The congress may still take alternates among them.
            (Verdict::OverHalfNotRanked, Office::Delegates) => self.count.beyond,
            _ => self.verdict(verdict),
        }
    }
}
