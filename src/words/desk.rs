//! The tally desk: who enters, what differs, what is reconciled.

use super::{Language, Words};
use crate::congress::election::ballots::{Bundle, BundleFault};
use crate::congress::election::desk::{BundleCell, FigureCell, PaperCount, SheetCell};
use crate::congress::election::sheet::VoteColumn;
use crate::congress::election::{Method, Office};
use crate::congress::hall::Release;

words! {
    /// The tally desk.
    DeskWords {
        way: "Cách nhập", "Way of entering";
        by_ballot: "Từng phiếu", "Ballot by ballot";
        by_bundle: "Theo bó", "By bundles";
        by_sheet: "Ô năm nét", "Five-stroke squares";
        begin_title: "Ai nhập?", "Who enters?";
        counter: "Người nhập", "Who enters";
        counter_note: "Ghi họ tên người gõ máy; tên này vào nhật ký và biên bản.", "The full name of whoever keys; it goes into the log and the minutes.";
        begin: "Bắt đầu nhập phiếu", "Begin to enter";
        totals_only: "Đã kiểm trên giấy, chỉ ghi số tổng", "Counted on paper: write the totals only";
        to_desk: "Nhập phiếu tại bàn", "Enter ballots at the desk";
        strike_label: "gạch số", "struck";
        against_label: "không đồng ý số", "against";
        record: "Ghi phiếu", "Record";
        retake: "Lấy lại phiếu", "Take back";
        wipe: "Xóa số", "Clear";
        invalid: "Không hợp lệ", "Invalid";
        doubtful: "Nghi vấn", "Doubtful";
        kept: "bầu", "kept";
        struck: "gạch", "struck";
        agreed: "đồng ý", "for";
        opposed: "không đồng ý", "against";
        not_counted: "không tính", "not counted";
        key_back: "lấy lại phiếu", "takes the last ballot back";
        key_invalid: "không hợp lệ", "invalid";
        key_doubtful: "nghi vấn", "doubtful";
        latest: "Vừa nhập", "Just entered";
        nothing_yet: "Chưa có phiếu nào.", "No ballot yet.";
        again: "Bấm Enter lần nữa để ghi.", "Press Enter again to record it.";
        correct: "Sửa", "Correct";
        correcting: "Đang sửa phiếu", "Correcting ballot";
        end: "Xong lượt này", "This pass is done";
        end_question: "Đã nhập hết phiếu trong hòm?", "Has every ballot of the box been entered?";
        end_note: "Xong rồi thì không sửa được lượt này nữa, chỉ đối chiếu với tờ phiếu.", "Afterwards this pass is not changed any more, only settled by the paper.";
        reconcile: "Đối chiếu số phiếu", "Ballots reconciled";
        printed: "In ra", "Printed";
        issued: "đang ở cử tri", "with voters";
        exchanged: "viết hỏng, đã đổi", "spoilt and exchanged";
        unused: "chưa dùng", "not used";
        not_written: "chưa ghi", "not written";
        returned: "Thu về", "Returned";
        entered: "Đã nhập", "Entered";
        valid: "hợp lệ", "valid";
        not_valid: "không hợp lệ", "invalid";
        open: "nghi vấn", "doubtful";
        second: "Người khác nhập lại", "Somebody else enters again";
        second_note: "Người sau không thấy số của người trước. Nhập xong, sổ tay chỉ hiện chỗ khác nhau.", "The second person sees nothing of the first. Afterwards only what differs is shown.";
        close: "Chốt số liệu", "Close the count";
        close_one: "Chốt, không nhập lần hai", "Close without a second entry";
        differ: "Chỗ khác nhau", "What differs";
        settle_by: "Ai xem lại tờ phiếu", "Who looks at the paper";
        settle_none: "Không có phiếu này", "There is no such ballot";
        settle_other: "Theo tờ phiếu", "As the paper says";
        settle: "Ghi", "Record";
        doubts: "Phiếu nghi vấn", "Doubtful ballots";
        doubts_note: "Ban kiểm phiếu xem từng tờ và kết luận.", "The board looks at each paper and concludes.";
        doubts_never: "Kết luận thế nào cũng không đổi kết quả.", "No conclusion can change the result.";
        doubts_may: "Kết luận có thể đổi kết quả: xem thật kỹ.", "A conclusion may change the result: look closely.";
        conclude_valid: "Hợp lệ", "Valid";
        conclude_invalid: "Không hợp lệ", "Invalid";
        bundles: "Các bó", "Bundles";
        bundle: "Bó", "Bundle";
        bundle_kept: "Mỗi phiếu bầu", "Names kept on each";
        bundle_ballots: "Số phiếu", "Ballots";
        bundle_votes: "Phiếu bầu", "Votes";
        bundle_strikes: "Phiếu gạch", "Strikes";
        bundle_unmarked: "Không tính", "Not counted";
        bundle_side: "Đếm số bị gạch", "Count the strikes";
        bundle_add: "Thêm bó", "Add a bundle";
        bundle_remove: "Bỏ bó này", "Remove this bundle";
        bundle_empty: "Ghi số phiếu của bó, rồi số của từng người.", "Write the bundle's ballots, then each figure.";
        bundle_invalid: "Phiếu không hợp lệ (để riêng)", "Invalid ballots (laid aside)";
        stroke_add: "Thêm một nét", "Add a stroke";
        stroke_take: "Bớt một nét", "Take a stroke away";
        stroke_keys: "Bấm số thứ tự rồi Enter để thêm một nét; thêm dấu trừ phía trước để bớt.", "Type the number and Enter for a stroke; with a minus sign in front to take one away.";
        stroke_number: "Số của người được bầu", "Number of the person named";
        reopen: "Mở lại", "Open again";
        reopen_sealed: "Mở lại kết quả đã niêm phong", "Open the sealed result again";
        reopen_closed: "Mở lại số liệu đã chốt", "Open the closed count again";
        reopen_question: "Mở lại lần bầu này?", "Open this round again?";
        reopen_note: "Việc mở lại, người quyết định và lý do được ghi vào nhật ký và biên bản.", "Who opened it again and why goes into the log and the minutes.";
        reopen_by: "Ai quyết định", "Who decides";
        reopen_reason: "Lý do", "Reason";
        code: "Mã đối chiếu", "Agreement code";
        code_note: "Hai máy cùng số liệu thì cùng mã. Đọc mã này để so.", "Two devices with the same figures have the same code. Read it out to compare.";
        hall: "Màn hình hội trường", "Hall screen";
        hall_nothing: "Không chiếu gì", "Nothing";
        hall_progress: "Tiến độ kiểm phiếu", "Counting progress";
        hall_squares: "Ô năm nét đang ghi", "Squares as they are drawn";
        hall_result: "Kết quả", "The result";
        open_vote: "Biểu quyết giơ tay", "Open vote";
        open_vote_note: "Thư ký đếm theo khối ghế: tán thành, không tán thành, ý kiến khác.", "The secretaries count by blocks of seats: for, against, other opinion.";
        hands_missing: "Chưa ghi số người giơ thẻ.", "The raised cards are not counted yet.";
        hands_again: "Đếm lại từng khối và sửa ô sai.", "Count the blocks again and mend the wrong cell.";
        hands_what: "Nội dung", "What is voted on";
        hands_squares: "Mỗi ô một người; vạch là một nửa", "One square a person; the line is one half";
        hands_drop: "Bỏ biểu quyết mở nhầm", "Remove this vote, opened by mistake";
        hands_drop_question: "Bỏ biểu quyết này?", "Remove this vote?";
        question: "Nội dung biểu quyết", "What is voted on";
        open_vote_do: "Mở biểu quyết", "Open the vote";
        block: "Khối", "Block";
        add_block: "Thêm khối", "Add a block";
        all_for: "Tất cả tán thành", "All for, none against";
        agree_hands: "Tán thành", "For";
        against_hands: "Không tán thành", "Against";
        other_hands: "Ý kiến khác", "Other opinion";
        sum_hands: "Cộng", "Sum";
        adopted: "Được thông qua", "Adopted";
        not_adopted: "Không được thông qua", "Not adopted";
        rehearse: "Diễn tập kiểm phiếu", "Rehearse the count";
        rehearse_note: "Mở một đại hội diễn tập riêng, cùng danh sách này. Không gì lẫn vào đại hội thật.", "Opens a separate rehearsal with the same people. Nothing of it comes into the real congress.";
        numpad: "Bàn phím số", "Number pad";
    }
}

impl Words {
    /// Lets a counter go on.
    pub fn resume_pass(&self, counter: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("{counter} nhập tiếp"),
            Language::English => format!("{counter} goes on entering"),
        }
    }

    /// The sentence before a pass.
    pub fn begin_sentence(&self, passes: usize) -> &'static str {
        if passes == 0 {
            self.language.pick(
                "Mở hòm, đếm phiếu thu về, rồi ghi **ai nhập phiếu**.",
                "Open the box, count the ballots, then say **who enters them**.",
            )
        } else {
            self.language.pick("Ghi tên **người nhập lại**.", "Name **who enters again**.")
        }
    }

    /// The sentence once every returned ballot is entered.
    pub fn all_entered(&self, collected: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Đã nhập đủ **{collected} phiếu**. Bấm “{}”.", self.desk.end),
            Language::English => {
                format!("All **{collected} ballots** are entered. Press “{}”.", self.desk.end)
            }
        }
    }

    /// The sentence over bundles and squares.
    pub fn next_figures(&self, bundles: bool) -> &'static str {
        if bundles {
            self.language.pick(
                "Xếp phiếu theo số tên còn lại, rồi ghi **từng bó một**.",
                "Sort the ballots by names kept, then enter **one bundle at a time**.",
            )
        } else {
            self.language.pick(
                "Nghe đọc tên nào, thêm **một nét** cho tên ấy.",
                "Add **one stroke** for each name that is read out.",
            )
        }
    }

    /// Which pass it is: "Người nhập thứ nhất".
    pub fn pass_ordinal(&self, number: usize) -> String {
        match (self.language, number) {
            (Language::Vietnamese, 1) => "Người nhập thứ nhất".to_owned(),
            (Language::Vietnamese, 2) => "Người nhập thứ hai".to_owned(),
            (Language::Vietnamese, 3) => "Người nhập thứ ba".to_owned(),
            (Language::Vietnamese, number) => format!("Người nhập thứ {number}"),
            (Language::English, 1) => "First entry".to_owned(),
            (Language::English, 2) => "Second entry".to_owned(),
            (Language::English, 3) => "Third entry".to_owned(),
            (Language::English, number) => format!("Entry {number}"),
        }
    }

    /// How many ballots are entered, of how many.
    pub fn entered_of(&self, entered: u32, collected: Option<u32>) -> String {
        match (self.language, collected) {
            (Language::Vietnamese, Some(all)) => format!("**{entered}** trên {all} phiếu"),
            (Language::Vietnamese, None) => format!("**{entered}** phiếu"),
            (Language::English, Some(all)) => format!("**{entered}** of {all} ballots"),
            (Language::English, None) => format!("**{entered}** ballots"),
        }
    }

    /// The sentence once no pass is running.
    pub fn review_sentence(&self, passes: usize, differences: usize, doubtful: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        match (differences, doubtful, passes) {
            (0, _, 1) if vi => "Lượt thứ nhất đã xong. Mời **người khác nhập lại** để đối chiếu.".to_owned(),
            (0, _, 1) => "The first pass is done. Let **somebody else enter again** to compare.".to_owned(),
            (0, 0, _) if vi => "Các lượt nhập **khớp nhau**. Chốt số liệu để xem kết quả.".to_owned(),
            (0, 0, _) => "The passes **agree**. Close the count to see the result.".to_owned(),
            (0, number, _) if vi => {
                format!("Còn **{number} phiếu nghi vấn**: ban kiểm phiếu kết luận từng tờ.")
            }
            (0, 1, _) => "**1 doubtful ballot**: the board concludes.".to_owned(),
            (0, number, _) => format!("**{number} doubtful ballots**: the board concludes on each."),
            (_, 1.., _) => format!("{}.", self.unsettled(differences, doubtful)),
            (1, ..) if vi => "Còn **1 chỗ khác nhau**: xem lại tờ phiếu.".to_owned(),
            (1, ..) => "**1 place differs**: look at the paper.".to_owned(),
            (number, ..) if vi => format!("Còn **{number} chỗ khác nhau**: xem lại từng tờ phiếu."),
            (number, ..) => format!("**{number} places differ**: look at the papers."),
        }
    }

    /// What is left to settle by the paper, each kind by itself.
    pub fn unsettled(&self, differences: usize, doubtful: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        let places = match differences {
            number if vi => format!("**{number} chỗ khác nhau**"),
            1 => "**1 place that differs**".to_owned(),
            number => format!("**{number} places that differ**"),
        };
        let ballots = match doubtful {
            number if vi => format!("**{number} phiếu nghi vấn**"),
            1 => "**1 doubtful ballot**".to_owned(),
            number => format!("**{number} doubtful ballots**"),
        };
        let both = match (differences, doubtful) {
            (_, 0) => places,
            (0, _) => ballots,
            _ => format!("{places} {} {ballots}", self.language.pick("và", "and")),
        };
        if vi {
            format!("Còn {both} chưa quyết theo tờ phiếu")
        } else {
            format!("Not settled by the paper yet: {both}")
        }
    }

    /// A figure on which two counters differ.
    pub fn figure_cell(&self, cell: &FigureCell, names: &[String], method: Method) -> String {
        let name = |row: u16| names.get(usize::from(row)).map(String::as_str).unwrap_or_default();
        match cell {
            FigureCell::Sheet(SheetCell::Valid) => self.desk.valid.to_owned(),
            FigureCell::Sheet(SheetCell::Invalid) => self.desk.not_valid.to_owned(),
            FigureCell::Sheet(SheetCell::Votes(row, column)) => {
                format!("{}, {}", name(*row), self.vote_column(*column, method))
            }
            FigureCell::Bundle { label, cell, .. } => {
                let what = match cell {
                    BundleCell::Ballots => self.desk.bundle_ballots.to_owned(),
                    BundleCell::Votes(row) => {
                        format!("{}, {}", name(*row), self.vote_column(VoteColumn::For, method))
                    }
                    BundleCell::Against(row) => {
                        format!("{}, {}", name(*row), self.vote_column(VoteColumn::Against, method))
                    }
                };
                format!("{} {label}: {what}", self.desk.bundle)
            }
        }
    }

    /// What is wrong with a bundle.
    pub fn bundle_fault(&self, fault: &BundleFault) -> String {
        let vi = self.language == Language::Vietnamese;
        match fault {
            BundleFault::LabelTwice { .. } if vi => "Hai bó cùng tên.".to_owned(),
            BundleFault::LabelTwice { .. } => "Two bundles bear this label.".to_owned(),
            BundleFault::Kept { least, most, .. } if vi => {
                format!("Phiếu hợp lệ bầu từ {least} đến {most} người.")
            }
            BundleFault::Kept { least, most, .. } => format!("A valid ballot keeps {least} to {most} names."),
            BundleFault::Length { names, .. } if vi => format!("Bó phải có số của cả {names} người."),
            BundleFault::Length { names, .. } => {
                format!("The bundle needs a figure for each of {names} names.")
            }
            BundleFault::TooLarge { .. } => self.count.number_error.to_owned(),
            BundleFault::ExceedsBallots { found, ballots, .. } if vi => {
                format!("Có ô ghi {found}, mà bó chỉ có {ballots} phiếu.")
            }
            BundleFault::ExceedsBallots { found, ballots, .. } => {
                format!("A figure is {found}, but the bundle has {ballots} ballots.")
            }
            BundleFault::Side { .. } if vi => "Bó này phải đếm phía bên kia.".to_owned(),
            BundleFault::Side { .. } => "This bundle is entered from the other side.".to_owned(),
            BundleFault::Sum { expected, found, .. } if vi => {
                format!("Tổng phải là {expected}, đang là {found}.")
            }
            BundleFault::Sum { expected, found, .. } => format!("The sum must be {expected}, it is {found}."),
        }
    }

    /// The sum that a bundle agrees with: "Khớp: 13 × 5 = 65".
    pub fn bundle_agrees(&self, bundle: &Bundle, names: usize) -> String {
        let each = bundle.marks_of_each(names);
        let sum = each.saturating_mul(u64::from(bundle.ballots));
        let agrees = self.language.pick("Khớp", "Agrees");
        format!("{agrees}: {} × {each} = {sum}", bundle.ballots)
    }

    /// A number of printed ballots.
    pub fn paper_count(&self, count: PaperCount) -> &'static str {
        match count {
            PaperCount::Printed => self.desk.printed,
            PaperCount::Exchanged => self.desk.exchanged,
            PaperCount::Unused => self.desk.unused,
        }
    }

    /// Whether the printed ballots are all somewhere.
    pub fn paper_said(&self, issued: u32, exchanged: u32, unused: u32, printed: u32) -> String {
        let sum = issued.saturating_add(exchanged).saturating_add(unused);
        match (self.language, sum == printed) {
            (Language::Vietnamese, true) => format!("Khớp: {issued} + {exchanged} + {unused} = {printed}"),
            (Language::English, true) => format!("Agrees: {issued} + {exchanged} + {unused} = {printed}"),
            (Language::Vietnamese, false) => {
                format!(
                    "{issued} + {exchanged} + {unused} = {sum}, in ra {printed}: đếm lại phiếu chưa dùng và phiếu đổi."
                )
            }
            (Language::English, false) => {
                format!(
                    "{issued} + {exchanged} + {unused} = {sum}, but {printed} printed: count those left over and exchanged again."
                )
            }
        }
    }

    /// Printed ballots that are written nowhere yet.
    pub fn paper_left(&self, left: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Còn {left} phiếu chưa ghi: hỏng hay chưa dùng"),
            Language::English => {
                let ballots = self.counted(left, "", "ballot", "ballots");
                format!("{ballots} not written yet: spoilt, or not used")
            }
        }
    }

    /// Returned ballots against those with voters.
    pub fn returned_said(&self, issued: u32, collected: u32) -> String {
        match (self.language, collected <= issued) {
            (Language::Vietnamese, true) => format!("Thu về không nhiều hơn {issued} đã phát"),
            (Language::English, true) => format!("No more returned than the {issued} issued"),
            (Language::Vietnamese, false) => {
                format!("Nhiều hơn {issued} đã phát: đếm lại số phát ra và số trong hòm.")
            }
            (Language::English, false) => format!("More than the {issued} issued: count both again."),
        }
    }

    /// Entered ballots against those returned.
    pub fn entered_said(&self, entered: u32, collected: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        match entered.cmp(&collected) {
            std::cmp::Ordering::Equal if vi => format!("Khớp: đủ {collected} phiếu"),
            std::cmp::Ordering::Equal => format!("Agrees: all {collected} ballots"),
            std::cmp::Ordering::Less if vi => {
                format!("Còn {} phiếu nữa mới đủ {collected}", collected - entered)
            }
            std::cmp::Ordering::Less => format!("{} more to reach {collected}", collected - entered),
            std::cmp::Ordering::Greater if vi => {
                format!(
                    "Thừa {} phiếu: có phiếu nhập hai lần, hoặc đếm thiếu số thu về.",
                    entered - collected
                )
            }
            std::cmp::Ordering::Greater => {
                format!("{} too many: a ballot entered twice, or the box miscounted.", entered - collected)
            }
        }
    }

    /// What is released to the hall.
    pub fn release(&self, release: Release) -> &'static str {
        match release {
            Release::Nothing => self.desk.hall_nothing,
            Release::Progress => self.desk.hall_progress,
            Release::Squares => self.desk.hall_squares,
            Release::Result => self.desk.hall_result,
        }
    }

    /// The caption over the drawn ballot: "Phiếu bầu chi ủy, nhiệm kỳ 2022–2025".
    pub fn ballot_caption(&self, office: Office, cell: bool, term: &str) -> String {
        let office = self.office_at(office, cell);
        let term = match (self.language, term.is_empty()) {
            (_, true) => String::new(),
            (Language::Vietnamese, false) => format!(", nhiệm kỳ {term}"),
            (Language::English, false) => format!(", term {term}"),
        };
        match self.language {
            Language::Vietnamese => format!("Phiếu bầu {office}{term}"),
            Language::English => format!("Ballot for the {office}{term}"),
        }
    }

    /// When something was opened again.
    pub fn reopened(&self, when: &str, by: &str, reason: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Mở lại lúc {when}: {by}. {reason}"),
            Language::English => format!("Opened again at {when}: {by}. {reason}"),
        }
    }
}
