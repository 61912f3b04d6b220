//! Count: rounds, the sheet, the verdict and its proof.

use super::{Language, Words};
use crate::congress::confidence::Confidence;
use crate::congress::election::Clause;
use crate::congress::election::sheet::{BallotCount, Missing, VoteColumn};
use crate::congress::election::{
    ExclusionKind, Method, NextStep, Office, ProofRow, RoundKind, RuleProfile, RulesId, Verdict,
};
use crate::congress::people::Attendance;
use crate::congress::spelling::small;

words! {
    /// Count.
    CountWords {
        rounds: "Các lần bầu", "Rounds of voting";
        setup: "Mở lần bầu", "Open a round";
        office: "Bầu", "To elect";
        seats: "Số lượng cần bầu", "Number to elect";
        seats_note: "Đại hội biểu quyết số lượng.", "The congress votes on the number.";
        candidates: "Danh sách bầu cử", "List of candidates";
        candidates_note: "Chọn theo danh sách đại hội đã biểu quyết; tên tự xếp theo vần.", "Tick the list that the congress voted; names are put in order.";
        order_voted: "Xếp theo thứ tự đại hội đã biểu quyết (thứ tự chọn)", "In the order that the congress voted (as ticked)";
        nobody_eligible: "Chưa có ai đủ điều kiện để chọn.", "Nobody can be chosen yet.";
        method: "Loại phiếu", "Ballot";
        board: "Ban kiểm phiếu", "Counting board";
        board_missing: "Chưa ghi trưởng ban kiểm phiếu. Ghi ở Chuẩn bị, Thông tin.", "The head of the counting board is not named. Name them in Prepare, Particulars.";
        rules: "Theo", "Under";
        electorate: "Ai bầu", "Who votes";
        present: "Có mặt lúc bầu", "Present for this round";
        open: "Mở lần bầu", "Open the round";
        surplus_over: "Số dư vượt mức tối đa", "The surplus is above the limit";
        sheet: "Bảng kiểm phiếu", "Counting sheet";
        ballots: "Số phiếu", "Ballots";
        name: "Họ và tên", "Name";
        votes: "Phiếu bầu", "Votes";
        agree: "Đồng ý", "Agree";
        disagree: "Không đồng ý", "Disagree";
        unmarked: "Không đánh dấu", "Not marked";
        fill: "Ghi số phiếu, rồi số phiếu của từng người; bấm Enter để sang ô sau.", "Write the ballots, then each person's votes; Enter moves on.";
        seal: "Niêm phong kết quả", "Seal the result";
        void: "Hủy kết quả, bỏ phiếu lại", "Void the box, vote again";
        void_question: "Hủy toàn bộ phiếu của lần bầu này để bỏ phiếu lại?", "Cancel all ballots of this round and vote again?";
        void_note: "Chỉ hủy khi đại hội đã quyết định. Số liệu đã ghi vẫn giữ trong nhật ký.", "Only when the congress has decided so. The figures stay in the log.";
        drop: "Bỏ lần bầu mở nhầm", "Remove this round, opened by mistake";
        drop_question: "Bỏ lần bầu này?", "Remove this round?";
        sealed: "Đã niêm phong", "Sealed";
        voided: "Đã hủy", "Void";
        counting: "Đang kiểm", "Counting";
        to_minutes: "Xem và in biên bản", "View and print the minutes";
        to_rounds: "Các lần bầu", "All rounds";
        to_result: "Mở lần bầu này", "Open this round";
        all_elected: "Đã bầu đủ các chức danh. Tải tệp sao lưu, rồi in biên bản.", "Every office is filled. Download the backup, then print the minutes.";
        why: "Vì sao", "Why";
        base: "Mẫu số", "Base";
        squares: "Mỗi ô một phiếu; vạch là một nửa", "One square a vote; the line is one half";
        elected: "Trúng cử", "Elected";
        not_elected: "Không trúng cử", "Not elected";
        tied: "Bằng phiếu", "Tied";
        alternate: "Quá nửa, không trúng cử", "Over half, not elected";
        beyond: "Quá nửa, ngoài số lượng", "Over half, beyond the number";
        undecided: "Chưa tính được", "Undecided";
        not_valid_yet: "Số liệu chưa khớp", "The figures do not agree";
        reading: "Bản đọc trước đại hội", "To be read to the congress";
        clause: "Điều khoản", "Clause";
        read_again: "Hãy đọc lại phiếu và sửa ô sai; sổ tay không tự sửa số nào.", "Read the ballots again and mend the wrong cell; the handbook changes no figure by itself.";
        causes: "Có thể do, khả năng nhiều hơn xếp trước:", "Possible causes, the likelier first:";
        reasons: "Cần ghi lý do trước khi công bố", "To be answered before the result is announced";
        reasons_done: "Đã ghi lý do", "The reason is on record";
        reasons_note: "Ghi ai xác nhận và vì sao; lý do được lưu trong nhật ký.", "Write who confirmed it and why; the reason is kept in the log.";
        reason: "Lý do", "Reason";
        firmness: "Kết quả chắc đến đâu", "How firm it is";
        decide: "Hoặc đại hội quyết định", "Or the congress decides";
        decide_question: "Ghi quyết định này của đại hội?", "Record this decision of the congress?";
        decide_note: "Chỉ ghi khi đại hội đã biểu quyết.", "Only when the congress has voted so.";
        alternates_number: "Số đại biểu dự khuyết", "Number of alternates";
        alternates_take: "Ghi quyết định", "Record the decision";
        to_roll: "Sang Đảng viên", "Go to Members";
        number_error: "chỉ ghi số nguyên, từ 0 đến 1.000.000", "whole numbers only, 0 to 1,000,000";
        next_round: "Mở lần bầu tiếp", "Open the next round";
    }
}

impl Words {
    /// What is being elected.
    pub fn office(&self, office: Office) -> &'static str {
        match office {
            Office::Committee => self.language.pick("cấp ủy", "committee"),
            Office::Secretary => self.language.pick("bí thư", "secretary"),
            Office::DeputySecretary => self.language.pick("phó bí thư", "deputy secretary"),
            Office::StandingCommittee => self.language.pick("ban thường vụ", "standing committee"),
            Office::Delegates => {
                self.language.pick("đại biểu dự đại hội cấp trên", "delegates to the higher congress")
            }
            Office::OpenVote => self.language.pick("biểu quyết", "open vote"),
        }
    }

    /// What is being elected, in the congress's own words: a cell elects a "chi ủy".
    pub fn office_at(&self, office: Office, cell: bool) -> &'static str {
        match (office, cell) {
            (Office::Committee, true) => self.language.pick("chi ủy", "cell committee"),
            (Office::Committee, false) => self.language.pick("ban chấp hành", "executive committee"),
            _ => self.office(office),
        }
    }

    /// A ballot method.
    pub fn method(&self, method: Method) -> &'static str {
        match method {
            Method::StrikeOut => {
                self.language.pick("có số dư: gạch tên người không bầu", "with surplus: names are struck")
            }
            Method::AgreeDisagree => {
                self.language.pick("không có số dư: đồng ý, không đồng ý", "no surplus: agree or disagree")
            }
            Method::ShowOfHands => self.language.pick("giơ tay", "show of hands"),
        }
    }

    /// A rule profile's name.
    pub fn rules(&self, rules: RulesId) -> String {
        RuleProfile::by_id(rules).map(|profile| self.text(&profile.names).to_owned()).unwrap_or_default()
    }

    /// A clause: its article and text, and a mark where the text could not be confirmed.
    pub fn clause(&self, clause: &Clause) -> String {
        let article = self.text(&clause.article);
        let text = self.text(&clause.text);
        let doubt = match clause.confidence {
            Confidence::Unverified => format!(" ({})", self.frame.unverified),
            Confidence::Confirmed | Confidence::Likely => String::new(),
        };
        if article.is_empty() { format!("{text}{doubt}") } else { format!("{article}: {text}{doubt}") }
    }

    /// A round's title: office and number.
    pub fn round_title(&self, office: Office, cell: bool, number: u32, kind: RoundKind) -> String {
        if office == Office::OpenVote {
            return match self.language {
                Language::Vietnamese => format!("Biểu quyết lần {number}"),
                Language::English => format!("Open vote {number}"),
            };
        }
        let office = self.office_at(office, cell);
        match (self.language, kind) {
            (Language::Vietnamese, RoundKind::Ordinary) => format!("Bầu {office}, lần {number}"),
            (Language::Vietnamese, RoundKind::TieBreak) => {
                format!("Bầu {office}, lần {number}, giữa những người bằng phiếu")
            }
            (Language::English, RoundKind::Ordinary) => format!("Election of the {office}, round {number}"),
            (Language::English, RoundKind::TieBreak) => {
                format!("Election of the {office}, round {number}, among the tied")
            }
        }
    }

    /// How many of how many names.
    pub fn seats_of(&self, seats: u32, names: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("bầu {seats} trong {names} người"),
            Language::English => format!("{seats} of {names} names"),
        }
    }

    /// A number of ballots.
    pub fn ballot_count(&self, count: BallotCount) -> &'static str {
        match count {
            BallotCount::Issued => self.language.pick("Số phiếu phát ra", "Ballots issued"),
            BallotCount::Collected => self.language.pick("Số phiếu thu về", "Ballots returned"),
            BallotCount::Valid => self.language.pick("Số phiếu hợp lệ", "Valid ballots"),
            BallotCount::Invalid => self.language.pick("Số phiếu không hợp lệ", "Invalid ballots"),
        }
    }

    /// A column of votes.
    pub fn vote_column(&self, column: VoteColumn, method: Method) -> &'static str {
        match (column, method) {
            (VoteColumn::For, Method::StrikeOut) => self.count.votes,
            (VoteColumn::For, _) => self.count.agree,
            (VoteColumn::Against, _) => self.count.disagree,
            (VoteColumn::Unmarked, _) => self.count.unmarked,
        }
    }

    /// A verdict.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Elected => self.count.elected,
            Verdict::Tied => self.count.tied,
            Verdict::OverHalfNotRanked => self.count.alternate,
            Verdict::NotElected => self.count.not_elected,
            Verdict::Undecided => self.count.undecided,
        }
    }

    /// The line of the base for an exclusion.
    pub fn exclusion(&self, kind: ExclusionKind) -> &'static str {
        self.attendance(Attendance::excluded_as(kind))
    }

    /// How many cells are empty, and which comes first.
    pub fn missing(&self, missing: &[Missing], method: Method) -> String {
        let first = match missing.first() {
            None => return String::new(),
            Some(Missing::Ballots(count)) => self.ballot_count(*count).to_owned(),
            Some(Missing::Count) => self.desk.close.to_owned(),
            Some(Missing::Votes(name, column)) => format!("{name}, {}", self.vote_column(*column, method)),
        };
        match (self.language, missing.len()) {
            (Language::Vietnamese, number) => format!("Còn {number} ô trống. Ô tiếp theo: **{first}**."),
            (Language::English, 1) => format!("1 cell is empty: **{first}**."),
            (Language::English, number) => format!("{number} cells are empty. Next: **{first}**."),
        }
    }

    /// The opening sentence of an outcome: who is elected, and what follows.
    pub fn verdict_sentence(&self, elected: usize, seats: u32, next: Option<NextStep>) -> String {
        let head = self.verdict_head(elected, seats);
        let tail = next.map_or(
            self.language
                .pick("Trưởng ban đọc kết quả, rồi niêm phong.", "The head reads the result, then seals it."),
            |step| self.next_step(step),
        );
        format!("{head} {tail}")
    }

    /// The opening sentence of an outcome whose warnings wait for a reason.
    pub fn unanswered_sentence(&self, elected: usize, seats: u32, next: Option<NextStep>) -> String {
        let head = self.verdict_head(elected, seats);
        let middle = next.map(|step| format!("{} ", self.next_step(step))).unwrap_or_default();
        let tail =
            self.language.pick("Ghi lý do rồi mới công bố.", "Write the reason down before announcing it.");
        format!("{head} {middle}{tail}")
    }

    /// The opening sentence while figures do not agree: the first finding, and how many there are.
    pub fn not_agreeing_sentence(&self, finding: &str, number: usize, next: Option<NextStep>) -> String {
        let head = self.count.not_valid_yet;
        match (self.language, number) {
            _ if next == Some(NextStep::VoidAndRevote) => self.next_step(NextStep::VoidAndRevote).to_owned(),
            (_, 1) => format!("**{head}**. {finding}"),
            (Language::Vietnamese, _) => format!("**{head}** ở {number} chỗ. {finding}"),
            (Language::English, _) => format!("**{head}** in {number} places. {finding}"),
        }
    }

    fn verdict_head(&self, elected: usize, seats: u32) -> String {
        let filled = u32::try_from(elected).is_ok_and(|elected| elected == seats);
        match (self.language, filled, elected) {
            (Language::Vietnamese, true, _) => format!("Đủ **{elected} người trúng cử**."),
            (Language::Vietnamese, false, 0) => "**Chưa ai trúng cử**.".to_owned(),
            (Language::Vietnamese, false, _) => format!("**{elected} người trúng cử**, cần {seats}."),
            (Language::English, true, 1) => "**1 person is elected**, as needed.".to_owned(),
            (Language::English, true, _) => format!("**{elected} people are elected**, as needed."),
            (Language::English, false, 0) => "**Nobody is elected**.".to_owned(),
            (Language::English, false, _) => format!("**{elected} elected**, {seats} needed."),
        }
    }

    /// The opening sentence of a sealed result with nothing left open.
    pub fn sealed_sentence(&self, elected: usize, seats: u32) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Đã niêm phong: **{elected} người trúng cử** trên {seats} cần bầu.")
            }
            Language::English => format!("Sealed: **{elected} elected** of {seats}."),
        }
    }

    /// What the congress must do next.
    pub fn next_step(&self, step: NextStep) -> &'static str {
        match step {
            NextStep::Recount => self
                .language
                .pick("Số liệu không khớp: kiểm lại phiếu.", "The figures do not agree: count again."),
            NextStep::VoidAndRevote => self.language.pick(
                "Phiếu thu về nhiều hơn phát ra: đại hội quyết định hủy và bỏ phiếu lại.",
                "More ballots returned than issued: the congress decides to void the box and vote again.",
            ),
            NextStep::TieBreak => self.language.pick(
                "Bằng phiếu ở vị trí cuối: bầu lại giữa những người bằng phiếu.",
                "A tie for the last seat: vote again among the tied.",
            ),
            NextStep::CongressDecidesAfterLevelTie => self.language.pick(
                "Vẫn bằng phiếu: đại hội quyết định có bầu lại hay không.",
                "Still level: the congress decides whether to vote again.",
            ),
            NextStep::CongressDecidesFurtherRound => self.language.pick(
                "Chưa đủ số lượng: đại hội quyết định có bầu tiếp hay không.",
                "Short of the number: the congress decides whether to go on.",
            ),
            NextStep::SuperiorAppoints => self.language.pick(
                "Ba lần không ai đủ phiếu: cấp ủy cấp trên chỉ định bí thư.",
                "Three ballots without a result: the superior committee appoints the secretary.",
            ),
            NextStep::NotAdopted => self.language.pick("Không được thông qua.", "Not adopted."),
        }
    }

    /// What the head of the board reads: ballots, then each person.
    pub fn reading_ballots(
        &self,
        office: &str,
        issued: u32,
        collected: u32,
        valid: u32,
        invalid: u32,
    ) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Kết quả kiểm phiếu bầu {office}: số phiếu phát ra {issued}, thu về {collected}, hợp lệ {valid}, không hợp lệ {invalid}."
            ),
            Language::English => format!(
                "Result of the election of the {office}: {issued} ballots issued, {collected} returned, {valid} valid, {invalid} invalid."
            ),
        }
    }

    /// What the head of the board reads for one person of an election to this office.
    pub fn reading_person(&self, row: &ProofRow, base: u32, office: Office) -> String {
        let share = self.share(row.share_hundredths);
        let verdict = small(self.verdict_on(row.verdict, office));
        match self.language {
            Language::Vietnamese => {
                format!("Đồng chí {}: {} phiếu trên {base}, đạt {share}, {verdict}.", row.name, row.votes)
            }
            Language::English => format!("{}: {} votes of {base}, {share}, {verdict}.", row.name, row.votes),
        }
    }

    /// The head of the share column.
    pub fn out_of(&self, base: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Trên {base}"),
            Language::English => format!("Of {base}"),
        }
    }

    /// The squares read aloud.
    pub fn squares_said(&self, votes: u32, base: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("{votes} trên {base}"),
            Language::English => format!("{votes} of {base}"),
        }
    }

    /// The surplus of a list against the limit.
    pub fn surplus(&self, surplus: u32, most: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Số dư {surplus} người, nhiều nhất {most} người."),
            Language::English => format!("Surplus of {surplus}, at most {most}."),
        }
    }

    /// How many must support a name that the convening committee did not propose.
    pub fn support(&self, least: u32, attending: u32, clause: &Clause) -> String {
        let clause = self.clause(clause);
        match self.language {
            Language::Vietnamese => {
                format!(
                    "Thêm tên ngoài danh sách đề nghị: cần từ {least} trên {attending} người dự. {clause}"
                )
            }
            Language::English => {
                format!("A further name needs at least {least} of the {attending} attending. {clause}")
            }
        }
    }

    /// The eyebrow over the next round's setup.
    pub fn setup_sentence(&self, title: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("**{title}**: chọn danh sách, kiểm mẫu số, rồi mở."),
            Language::English => format!("**{title}**: tick the list, check the base, then open."),
        }
    }

    /// The sentence while a round is open.
    pub fn open_round_sentence(&self, title: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Đang kiểm: **{title}**."),
            Language::English => format!("Being counted: **{title}**."),
        }
    }
}
