//! The words of a result: the inequality, how firm it is, what does not agree and why, and what needs a reason.

use super::{Language, Words};
use crate::congress::Details;
use crate::congress::election::rules::Share;
use crate::congress::election::sheet::{BallotCount, VoteColumn};
use crate::congress::election::story::Decision;
use crate::congress::election::{
    Alteration, AlterationKind, Cause, CauseKind, Correction, Expected, FieldError, Figure, Finding, Margin,
    Method, Office, Proof, ProofRow, Round, Verdict, Warning,
};
use crate::congress::spelling::small;

const HALF: Share = Share { numerator: 1, denominator: 2 };

impl Words {
    /// The inequality of one person, in whole numbers: "2 × 14 = 28 > 17".
    pub fn inequality(&self, row: &ProofRow, proof: &Proof) -> String {
        let Share { numerator, denominator } = proof.share;
        let base = proof.base.base;
        let right = match numerator {
            1 => format!("{base}"),
            _ => format!("{numerator} × {base} = {}", row.scaled_base),
        };
        let against = match row.scaled_votes.cmp(&row.scaled_base) {
            std::cmp::Ordering::Greater => format!(" > {right}"),
            // Exactly half: the product is the base, and the sentence beneath says what that means.
            std::cmp::Ordering::Equal => String::new(),
            std::cmp::Ordering::Less => format!(" < {right}"),
        };
        format!("{denominator} × **{}** = {}{against}", row.votes, row.scaled_votes)
    }

    /// The same in a sentence: "23 phiếu > 44/2; cần 23: quá một nửa, vừa đủ."
    pub fn inequality_said(&self, row: &ProofRow, proof: &Proof) -> String {
        let Share { numerator, denominator } = proof.share;
        let (base, need) = (proof.base.base, proof.threshold.unwrap_or(1));
        let sign = match row.scaled_votes.cmp(&row.scaled_base) {
            std::cmp::Ordering::Greater => '>',
            std::cmp::Ordering::Equal => '=',
            std::cmp::Ordering::Less => '<',
        };
        let part = if numerator == 1 {
            format!("{base}/{denominator}")
        } else {
            format!("{base} × {numerator}/{denominator}")
        };
        let is_half = proof.share == HALF;
        let share = self.share_said(proof.share);
        let votes = row.votes;
        // What was enough for nothing has nothing to spare either.
        let beyond = row.verdict == Verdict::OverHalfNotRanked;
        match (self.language, row.margin) {
            (_, None) => self
                .language
                .pick(
                    "Bầu giữa những người bằng phiếu: ai nhiều phiếu hơn thì trúng cử, không cần quá nửa.",
                    "Among the tied the higher number wins; more than half is not needed.",
                )
                .to_owned(),
            (Language::Vietnamese, Some(margin)) => {
                let verdict = match margin {
                    Margin::Over(_) if beyond => format!("quá {share}."),
                    Margin::Over(0) => format!("quá {share}, vừa đủ."),
                    Margin::Over(over) => format!("quá {share}, **dư {over} phiếu**."),
                    Margin::Short(short) if sign == '=' && is_half => {
                        format!("đúng một nửa, chưa quá một nửa. **Thiếu {short} phiếu.**")
                    }
                    Margin::Short(short) => format!("chưa quá {share}. **Thiếu {short} phiếu.**"),
                };
                format!("{votes} phiếu {sign} {part}; cần {need}: {verdict}")
            }
            (Language::English, Some(margin)) => {
                let verdict = match margin {
                    Margin::Over(_) if beyond => format!("over {share}."),
                    Margin::Over(0) => format!("over {share}, just enough."),
                    Margin::Over(over) => format!("over {share}, **{over} to spare**."),
                    Margin::Short(short) if sign == '=' && is_half => {
                        format!("exactly half, not more. **{short} short.**")
                    }
                    Margin::Short(short) => format!("not over {share}. **{short} short.**"),
                };
                let votes = self.counted(votes, "", "vote", "votes");
                format!("{votes} {sign} {part}; {need} needed: {verdict}")
            }
        }
    }

    /// What decides where more than half is not enough; none where the inequality decides.
    pub fn not_among(&self, verdict: Verdict, office: Office, seats: u32, rank: usize) -> Option<String> {
        let named = |verdict| self.verdict_on(verdict, office);
        let out = match (verdict, office) {
            // The congress may still take alternates among them.
            (_, Office::Delegates) => named(verdict),
            _ => named(Verdict::NotElected),
        };
        match (self.language, verdict) {
            (Language::Vietnamese, Verdict::OverHalfNotRanked) => {
                Some(format!("**{out}**: chỉ bầu {seats} người, đứng thứ {rank}."))
            }
            (Language::English, Verdict::OverHalfNotRanked) => {
                Some(format!("**{out}**: only {seats} to be elected, this is number {rank}."))
            }
            (Language::Vietnamese, Verdict::Tied) => {
                Some(format!("**Chưa trúng cử**: chỉ bầu {seats} người, bằng phiếu ở vị trí cuối."))
            }
            (Language::English, Verdict::Tied) => {
                Some(format!("**Not elected yet**: only {seats} to be elected, tied for the last seat."))
            }
            _ => None,
        }
    }

    /// The title over a result in the hall: what was elected, and whether the number is full.
    pub fn hall_result_title(&self, round: &Round, elected: usize) -> String {
        // The whole name of the delegates' congress would not fit the line.
        let office = match round.office {
            Office::Delegates => self.language.pick("đại biểu", "delegates"),
            office => self.office_at(office, round.cell),
        };
        let seats = round.seats;
        let filled = u32::try_from(elected).is_ok_and(|elected| elected == seats);
        if self.language == Language::Vietnamese {
            let number = if round.round > 1 { format!(", lần {}", round.round) } else { String::new() };
            let said = match elected {
                _ if filled => format!("đủ {seats} người trúng cử"),
                0 => "chưa ai trúng cử".to_owned(),
                _ => format!("{elected}/{seats} người trúng cử"),
            };
            return format!("Kết quả bầu {office}{number}: {said}");
        }
        let number = if round.round > 1 { format!(", round {}", round.round) } else { String::new() };
        let said = match elected {
            _ if filled => format!("all {seats} elected"),
            0 => "nobody elected yet".to_owned(),
            _ => format!("{elected} of {seats} elected"),
        };
        format!("Result, {office}{number}: {said}")
    }

    fn share_said(&self, share: Share) -> String {
        if share == HALF {
            self.language.pick("một nửa", "half").to_owned()
        } else {
            format!("{}/{}", share.numerator, share.denominator)
        }
    }

    /// How firm a result is: the fewest ballots to be read otherwise, and what they would do.
    pub fn alteration(&self, alteration: Option<&Alteration>) -> String {
        let vi = self.language == Language::Vietnamese;
        let Some(Alteration { ballots, kind }) = alteration else {
            return self
                .language
                .pick(
                    "Đọc lại phiếu cách nào kết quả cũng không đổi.",
                    "No other reading of the ballots can change the result.",
                )
                .to_owned();
        };
        let head = if vi {
            format!("Phải đọc khác ít nhất **{ballots} phiếu** thì kết quả mới đổi:")
        } else {
            let ballots = self.counted(*ballots, "", "ballot", "ballots");
            format!("At least **{ballots}** would have to be read otherwise to change the result:")
        };
        let what = match kind {
            AlterationKind::Falls(name) if vi => format!("{name} không còn đủ phiếu."),
            AlterationKind::Falls(name) => format!("{name} would fall short."),
            AlterationKind::Rises(name) if vi => format!("{name} đủ phiếu."),
            AlterationKind::Rises(name) => format!("{name} would have enough."),
            AlterationKind::Overtakes { name, last } if vi => format!("{name} bằng hoặc hơn {last}."),
            AlterationKind::Overtakes { name, last } => format!("{name} would reach {last}."),
            AlterationKind::TieMoves if vi => "những người bằng phiếu không còn bằng nhau.".to_owned(),
            AlterationKind::TieMoves => "those who are level would not be level.".to_owned(),
        };
        format!("{head} {what}")
    }

    /// Whether the invalid ballots could change the result.
    pub fn invalid_matter(&self, matter: bool) -> &'static str {
        if matter {
            self.language.pick(
                "Xử lý phiếu không hợp lệ cách khác có thể đổi kết quả: ban kiểm phiếu xem lại từng phiếu ấy.",
                "Reading the invalid ballots otherwise could change the result: the board looks at each of them again.",
            )
        } else {
            self.language.pick(
                "Xử lý phiếu không hợp lệ cách khác cũng không đổi người trúng cử.",
                "Reading the invalid ballots otherwise would not change who is elected.",
            )
        }
    }

    /// A likely cause of what does not agree, with the correction that it would mean.
    pub fn cause(&self, cause: &Cause, round: &Round) -> String {
        let what = match cause.kind {
            CauseKind::OffByOne => self.language.pick("lệch một", "off by one"),
            CauseKind::Swapped => self.language.pick("hai số ghi đổi chỗ", "two figures swapped"),
            CauseKind::DigitsTransposed => self.language.pick("đảo chữ số", "digits transposed"),
            CauseKind::BundleTwice => {
                self.language.pick("một tệp phiếu nhập hai lần", "a bundle entered twice")
            }
            CauseKind::BundleMissing => self.language.pick("thiếu một tệp phiếu", "a bundle is missing"),
            CauseKind::Miscounted => self.language.pick("đếm hoặc ghi nhầm", "miscounted or misread"),
        };
        let corrections: Vec<String> =
            cause.corrections.iter().map(|correction| self.correction(correction, round)).collect();
        format!("{}: {what}", corrections.join("; "))
    }

    fn correction(&self, correction: &Correction<Figure>, round: &Round) -> String {
        format!("{} {} → {}", self.figure(correction.figure, round), correction.from, correction.to)
    }

    fn figure(&self, figure: Figure, round: &Round) -> String {
        let of = |at: usize, column: VoteColumn| {
            let name = round.candidates.get(at).map(|row| row.name.clone()).unwrap_or_default();
            match round.method {
                Method::StrikeOut => name,
                method => format!("{name}, {}", small(self.vote_column(column, method))),
            }
        };
        match figure {
            Figure::Present => self.count.present.to_owned(),
            Figure::Issued => self.ballot_count(BallotCount::Issued).to_owned(),
            Figure::Collected => self.ballot_count(BallotCount::Collected).to_owned(),
            Figure::Valid => self.ballot_count(BallotCount::Valid).to_owned(),
            Figure::Invalid => self.ballot_count(BallotCount::Invalid).to_owned(),
            Figure::Votes(at) => of(at, VoteColumn::For),
            Figure::Against(at) => of(at, VoteColumn::Against),
            Figure::Unmarked(at) => of(at, VoteColumn::Unmarked),
        }
    }

    /// A warning, with its figures.
    pub fn warning(&self, warning: &Warning) -> String {
        let vi = self.language == Language::Vietnamese;
        match warning {
            Warning::NotAllTaken { issued, present } if vi => {
                format!("Phát ra {issued} phiếu, ít hơn {present} người có mặt được bầu.")
            }
            Warning::NotAllTaken { issued, present } => {
                format!("{issued} ballots issued, fewer than the {present} voters present.")
            }
            Warning::NotAllReturned { collected, issued } if vi => {
                format!("Thu về {collected} phiếu, ít hơn {issued} phiếu phát ra. Kết quả vẫn có giá trị.")
            }
            Warning::NotAllReturned { collected, issued } => {
                format!("{collected} ballots returned, fewer than the {issued} issued. The vote stands.")
            }
            Warning::UnmarkedAmongValid { unmarked } if vi => format!(
                "{unmarked} phiếu để trống hoặc đánh dấu cả hai ô: bầu một người thì phiếu ấy không hợp lệ."
            ),
            Warning::UnmarkedAmongValid { unmarked } => format!(
                "{unmarked} with both boxes or none: with one name on the list such a ballot is invalid."
            ),
            Warning::BaseDiffers { earlier, base } if vi => {
                format!("Mẫu số {base}, lần bầu trước là {earlier}; người về sớm vẫn tính trong mẫu số.")
            }
            Warning::BaseDiffers { earlier, base } => {
                format!(
                    "The base is {base}; in the earlier round it was {earlier}. Who left early still counts."
                )
            }
            Warning::Surplus { surplus, most } if vi => {
                format!("Số dư {surplus} người; mức tối đa làm tròn xuống là {most}. {}.", self.confirm())
            }
            Warning::Surplus { surplus, most } => {
                format!("A surplus of {surplus}; the limit rounded down is {most}. {}.", self.confirm())
            }
            Warning::NoSurplus => self
                .language
                .pick(
                    "Danh sách bầu lần đầu không có số dư, mà quy chế đòi nhiều tên hơn số lượng cần bầu.",
                    "The first list has no surplus, though the rules ask for more names than seats.",
                )
                .to_owned(),
            Warning::CommitteeSize { seats, least, most } if vi => {
                format!("Bầu {seats} chi ủy viên; chi ủy thường có từ {least} đến {most} người.")
            }
            Warning::CommitteeSize { seats, least, most } => {
                format!("{seats} seats; the committee of a cell has {least} to {most}.")
            }
            Warning::NotInOrder => self
                .language
                .pick(
                    "Tên trong danh sách không xếp theo vần chữ cái.",
                    "The names on the list are not in alphabetical order.",
                )
                .to_owned(),
            Warning::Unverified(clause) => self.clause(clause),
        }
    }

    /// The demand to confirm, as the beginning of a sentence.
    fn confirm(&self) -> &'static str {
        self.language.pick("Xác nhận với đoàn chủ tịch", "Confirm with the presidium")
    }

    /// A decision of the congress, as the label of what decides it.
    pub fn decision(&self, decision: Decision) -> String {
        match (self.language, decision) {
            (Language::Vietnamese, Decision::LeaveVacant) => "Đại hội quyết định không bầu thêm".to_owned(),
            (Language::English, Decision::LeaveVacant) => "The congress elects no more".to_owned(),
            (Language::Vietnamese, Decision::NotElected) => "Đại hội này không bầu chức danh này".to_owned(),
            (Language::English, Decision::NotElected) => "Not elected at this congress".to_owned(),
            (Language::Vietnamese, Decision::Alternates(number)) => {
                format!("Lấy {number} đại biểu dự khuyết")
            }
            (Language::English, Decision::Alternates(number)) => {
                self.counted(number, "", "alternate delegate", "alternate delegates")
            }
        }
    }

    /// What is left to decide when the delegates are elected.
    pub fn alternates_sentence(&self, office: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!(
                    "Đã bầu đủ {office}. **Đại hội quyết định lấy bao nhiêu dự khuyết**, theo thứ tự số phiếu."
                )
            }
            Language::English => {
                format!(
                    "All {office} are elected. **The congress decides how many alternates**, in order of votes."
                )
            }
        }
    }

    /// The rules of a congress by name: its own, or those that it names.
    pub fn rules_of(&self, details: &Details) -> String {
        match &details.own_rules {
            Some(own) if details.rules == crate::congress::election::RulesId::Own => {
                self.text(&own.names).to_owned()
            }
            _ => self.rules(details.rules),
        }
    }

    /// Why the counting core refuses a sheet: the field that contradicts the rules.
    pub fn round_error(&self, error: &FieldError) -> String {
        match self.language {
            Language::Vietnamese => format!("Số liệu không dùng được, xem lại trường **{}**.", error.field),
            Language::English => {
                format!("These figures cannot be used; check the field **{}**.", error.field)
            }
        }
    }

    /// Why a file with rules was not taken over: the field, and what was expected there.
    pub fn profile_error(&self, error: &FieldError) -> String {
        let vi = self.language == Language::Vietnamese;
        let expected = match &error.expected {
            Expected::Json(_) | Expected::Object if error.field.is_empty() => {
                let text = self
                    .language
                    .pick("Tệp này không phải quy chế dạng JSON.", "This file holds no rules in JSON.");
                return text.to_owned();
            }
            _ if !vi => error.expected.to_string(),
            Expected::Given => "còn thiếu".to_owned(),
            Expected::KnownField => "không có trong mẫu".to_owned(),
            Expected::Text => "phải là chữ".to_owned(),
            Expected::Whole { .. } => "phải là số nguyên từ 0 đến 1.000.000".to_owned(),
            Expected::Day => "phải là ngày, ghi như 2024-10-10".to_owned(),
            other => format!("không đúng: {other}"),
        };
        if vi {
            format!("Chưa nạp quy chế: trường **{}** {expected}.", error.field)
        } else {
            format!("The rules were not loaded: the field **{}** {expected}.", error.field)
        }
    }

    /// A finding, with its figures.
    pub fn finding(&self, finding: &Finding) -> String {
        let vi = self.language == Language::Vietnamese;
        match finding {
            Finding::PresentExceedsBase { present, base } if vi => {
                format!("Có mặt {present} người, nhiều hơn mẫu số {base}: xem lại điểm danh.")
            }
            Finding::PresentExceedsBase { present, base } => {
                format!("{present} present, more than the base {base}: check attendance.")
            }
            Finding::IssuedExceedsPresent { issued, present } if vi => {
                format!("Phát ra {issued} phiếu, nhiều hơn {present} người có mặt được bầu.")
            }
            Finding::IssuedExceedsPresent { issued, present } => {
                format!("{issued} ballots issued, more than the {present} voters present.")
            }
            Finding::CollectedExceedsIssued { collected, issued } if vi => {
                format!("Thu về {collected} phiếu, nhiều hơn {issued} phiếu phát ra.")
            }
            Finding::CollectedExceedsIssued { collected, issued } => {
                format!("{collected} ballots returned, more than the {issued} issued.")
            }
            Finding::ValidPlusInvalidDiffersFromCollected { valid, invalid, collected } if vi => {
                format!("Hợp lệ {valid} + không hợp lệ {invalid} không bằng thu về {collected}.")
            }
            Finding::ValidPlusInvalidDiffersFromCollected { valid, invalid, collected } => {
                format!("Valid {valid} + invalid {invalid} is not the {collected} returned.")
            }
            Finding::VotesExceedValid { name, votes, valid } if vi => {
                format!("{name} có {votes} phiếu, nhiều hơn {valid} phiếu hợp lệ.")
            }
            Finding::VotesExceedValid { name, votes, valid } => {
                format!("{name} has {votes} votes, more than the {valid} valid ballots.")
            }
            _ => self.finding_of_sums(finding),
        }
    }

    fn finding_of_sums(&self, finding: &Finding) -> String {
        let vi = self.language == Language::Vietnamese;
        match finding {
            Finding::TotalVotesExceedSeatsTimesValid { total, seats, valid } if vi => format!(
                "Tổng {total} phiếu bầu, nhiều hơn {seats} × {valid}: có phiếu bầu quá số lượng được tính là hợp lệ."
            ),
            Finding::TotalVotesExceedSeatsTimesValid { total, seats, valid } => format!(
                "{total} votes in all, more than {seats} × {valid}: an over-voted ballot was taken as valid."
            ),
            Finding::TotalVotesBelowValid { total, valid } if vi => {
                format!(
                    "Tổng {total} phiếu bầu, ít hơn {valid} phiếu hợp lệ: phiếu gạch hết là không hợp lệ."
                )
            }
            Finding::TotalVotesBelowValid { total, valid } => {
                format!(
                    "{total} votes in all, fewer than {valid} valid ballots: a ballot for nobody is invalid."
                )
            }
            Finding::RowSumDiffersFromValid { name, votes, against, unmarked, valid } if vi => {
                format!("{name}: {votes} + {against} + {unmarked} không bằng {valid} phiếu hợp lệ.")
            }
            Finding::RowSumDiffersFromValid { name, votes, against, unmarked, valid } => {
                format!("{name}: {votes} + {against} + {unmarked} is not the {valid} valid ballots.")
            }
            _ => finding.code(),
        }
    }
}
