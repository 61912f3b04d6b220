//! The view from above: what a superior committee gathers of many congresses.

use super::{Language, Words};
use crate::congress::election::RoundKind;
use crate::congress::preparation::committee::CommitteeFigure;
use crate::congress::summary::Step;
use crate::overview::{CellFinding, Late, Order, RosterFault, RoundName, Show, Stage, Votes};

words! {
    /// The view from above.
    OverviewWords {
        name: "Tổng hợp", "Overview";
        empty: "Nhập tệp các chi bộ gửi lên, sổ tay lập bảng và kiểm lại từng kết quả.", "Bring in the files that the cells sent; the handbook makes the table and counts every result again.";
        empty_note: "Tệp sao lưu hay tệp tiến độ của từng chi bộ, chép từ USB hay nhận qua mạng. Không gửi đi đâu: mọi thứ ở lại máy này.", "Backup files or progress files of the cells, from a USB stick or a message. Nothing is sent anywhere: everything stays on this machine.";
        bring_files: "Nhập tệp", "Bring in files";
        bring_folder: "Nhập cả thư mục", "Bring in a folder";
        drop_here: "Hoặc kéo thả tệp, thư mục vào đây.", "Or drop files or a folder here.";
        reading: "Đang đọc", "Reading";
        stop: "Dừng", "Stop";
        stopped: "Đã dừng. Những tệp đọc rồi vẫn giữ.", "Stopped. What was read is kept.";
        taken: "Đã đọc", "Read";
        taken_new: "chi bộ mới", "new";
        taken_newer: "bản mới hơn", "newer";
        taken_same: "bản không đổi", "unchanged";
        taken_older: "bản cũ hơn bản đang có", "older than what is here";
        taken_rehearsal: "bản diễn tập hoặc phần giao cho máy khác, không tính", "rehearsals or parts handed to other devices, not counted";
        checking: "Đối chiếu với nhật ký trong tệp", "Holding against the records";
        check: "Đối chiếu kỹ với nhật ký trong tệp", "Hold every file against its records";
        check_note: "Phần tóm tắt trong mỗi tệp được so lại với toàn bộ nhật ký của tệp đó.", "The summary of each file is held against all of its records.";
        deadline: "Hạn cuối", "Deadline";
        title: "Cấp ủy tổng hợp", "The committee that gathers";
        deadline_first: "Ghi hạn cuối để biết chi bộ nào chậm.", "Enter the deadline to see who is late.";
        held: "đã đại hội", "held";
        reported: "Đã nhận báo cáo", "Reports received";
        ratified: "Đã chuẩn y", "Ratified";
        documents_approved: "Đã duyệt văn kiện", "Documents approved";
        scheme_approved: "Đã duyệt nhân sự", "Personnel schemes approved";
        wrong_results: "Kết quả cần xem lại", "Results to be looked at";
        need_a_day: "Cần mỗi ngày làm việc", "Needed each working day";
        chart_later: "Khi các đại hội trải ra nhiều ngày hơn, ở đây có biểu đồ.", "Once congresses lie on more days, a chart stands here.";
        chart_today: "hôm nay", "today";
        chart_deadline: "hạn", "deadline";
        chart_registered: "theo ngày đã đăng ký", "as registered";
        groups: "Theo tổ chức đảng", "By organisation";
        group: "Tổ chức đảng", "Organisation";
        no_group: "(chưa ghi cấp trên)", "(superior not said)";
        progress: "Tiến độ", "Progress";
        findings: "Phát hiện", "Findings";
        all_right: "Không có vướng mắc", "Nothing in the way";
        legend_held: "đã đại hội", "held";
        legend_dated: "đã có ngày", "has a day";
        legend_undated: "chưa có ngày", "no day yet";
        legend_late: "quá ngày", "overdue";
        cells: "Từng chi bộ", "Cell by cell";
        search: "Tìm tên", "Search names";
        show: "Hiện", "Show";
        show_all: "Tất cả", "All";
        show_late: "Quá hạn", "Overdue";
        show_wrong: "Kết quả cần xem lại", "Results to be looked at";
        show_silent: "Chưa gửi tệp", "No file yet";
        order: "Xếp theo", "Sort by";
        order_urgency: "việc cần xử lý", "urgency";
        order_name: "tên", "name";
        order_group: "tổ chức đảng", "organisation";
        order_day: "ngày đại hội", "congress day";
        order_stage: "tiến độ", "progress";
        none_shown: "Không có chi bộ nào như thế.", "No cell is like that.";
        cell: "Chi bộ", "Cell";
        day: "Ngày đại hội", "Congress day";
        stage: "Bước", "Stage";
        attendance: "Có mặt", "Present";
        back_to_all: "Xem tất cả", "Show all";
        listed: "Danh sách chi bộ", "The list of cells";
        listed_note: "Dán từ bảng tính: tên chi bộ, tổ chức đảng, ngày đăng ký. Chi bộ chưa gửi tệp cũng được đếm.", "Paste from a spreadsheet: name, organisation, registered day. Cells that have sent nothing are counted too.";
        listed_take: "Lấy danh sách", "Take the list";
        own_marks: "Cấp trên ghi", "Recorded by the superior";
        cell_tells: "Chi bộ báo", "Told by the cell";
        set_today: "Hôm nay", "Today";
        wipe: "Xóa", "Wipe";
        close: "Đóng", "Close";
        remove: "Bỏ khỏi bảng", "Take off the table";
        file: "Tệp", "File";
        rounds: "Các lần bầu, tính lại từ số phiếu", "The rounds, counted again";
        no_rounds: "Chưa có lần bầu nào được niêm phong.", "No round is sealed yet.";
        agrees: "Khớp với số phiếu", "Follows from the votes";
        lessons: "Kinh nghiệm các nơi", "Lessons of all";
        lessons_show: "Gom kinh nghiệm theo lĩnh vực", "Gather the lessons by area";
        lessons_none: "Chưa chi bộ nào ghi kinh nghiệm.", "No cell has written a lesson yet.";
        committees: "Cấp ủy mới", "New committees";
        committees_note: "Cộng từ những nơi có ghi.", "Added up where cells gave the figure.";
        cells_gave: "nơi có ghi", "gave it";
        take_out: "Xuất bảng", "Take the table out";
        out_xlsx: "Bảng tính (.xlsx)", "Spreadsheet (.xlsx)";
        out_csv: "CSV", "CSV";
        out_lines: "Tệp tiến độ gửi cấp trên", "Progress file for the next level";
        out_flat: "JSON từng dòng (cho phần mềm khác)", "JSON lines (for other programs)";
        out_failed: "Chưa xuất được: phần ghi bảng tính không mở được.", "Not written: the part that writes spreadsheets did not open.";
        print: "In bảng", "Print the table";
        not_kept: "Trình duyệt này không giữ được bảng: đóng trang là mất. Hãy xuất tệp tiến độ.", "This browser cannot keep the table: it is gone with the page. Take the progress file out.";
        column_congress: "Mã đại hội", "Congress id";
        column_members: "Đảng viên chính thức", "Full members";
        column_registered: "Ngày đăng ký", "Registered day";
        column_summoned: "Triệu tập", "Summoned";
        column_base: "Mẫu số", "Base";
        column_present: "Có mặt", "Present";
        column_rounds: "Số lần bầu", "Rounds";
        column_elected: "Trúng cử cấp ủy", "Elected to the committee";
        file_name: "tong-hop", "overview";
        passphrase: "có mật khẩu: xin chi bộ tệp không mật khẩu hoặc tệp tiến độ", "has a passphrase: ask for a file without one, or a progress file";
        line: "dòng", "line";
        for_superior: "Tệp tiến độ gửi cấp trên", "Progress file for the superior";
        for_superior_note: "Một dòng: ngày, bước, số dự, kết quả bầu, kinh nghiệm. Không có danh sách đảng viên, không có ghi chú.", "One line: days, steps, attendance, results, lessons. No roll and no notes.";
        for_superior_do: "Tải tệp tiến độ", "Download the progress file";
        progress_file: "tien-do", "progress";
        start_link: "Tổng hợp nhiều chi bộ (cho cấp trên)", "Overview of many cells (for a superior)";
    }
}

impl Words {
    /// A step of a congress, as its superior names it.
    pub fn step(&self, step: Step) -> &'static str {
        let (vietnamese, english) = match step {
            Step::Sent => ("Nhận văn kiện", "Documents received"),
            Step::Commented => ("Góp ý văn kiện", "Comments given"),
            Step::DocumentsApproved => ("Duyệt văn kiện", "Documents approved"),
            Step::SchemeApproved => ("Duyệt nhân sự", "Scheme approved"),
            Step::Held => ("Đại hội", "Congress held"),
            Step::Reported => ("Nhận báo cáo", "Report received"),
            Step::Ratified => ("Chuẩn y", "Ratified"),
        };
        self.language.pick(vietnamese, english)
    }

    /// How far a congress has come.
    pub fn stage(&self, stage: Stage) -> &'static str {
        let (vietnamese, english) = match stage {
            Stage::NoPlan => ("Chưa có ngày", "No day yet"),
            Stage::Planned => ("Đã có ngày", "Has a day"),
            Stage::DocumentsApproved => ("Đã duyệt văn kiện", "Documents approved"),
            Stage::SchemeApproved => ("Đã duyệt nhân sự", "Scheme approved"),
            Stage::Held => ("Đã đại hội", "Held"),
            Stage::Reported => ("Đã báo cáo", "Reported"),
            Stage::Ratified => ("Đã chuẩn y", "Ratified"),
        };
        self.language.pick(vietnamese, english)
    }

    /// What is overdue.
    pub fn late(&self, late: Late) -> String {
        let vi = self.language == Language::Vietnamese;
        let days = |days: i64| self.counted(days, "ngày", "day", "days");
        match late {
            Late::Deadline(over) if vi => format!("Quá hạn cuối {}", days(over)),
            Late::Deadline(over) => format!("{} past the deadline", days(over)),
            Late::Day(over) if vi => format!("Quá ngày đăng ký {}", days(over)),
            Late::Day(over) => format!("{} past its day", days(over)),
            Late::Report(over) if vi => format!("Báo cáo chậm {}", days(over)),
            Late::Report(over) => format!("Report {} late", days(over)),
            Late::Ratification(over) if vi => format!("Chuẩn y chậm {}", days(over)),
            Late::Ratification(over) => format!("Ratification {} late", days(over)),
        }
    }

    /// Which organisations are shown.
    pub fn show(&self, show: Show) -> &'static str {
        let w = self.overview;
        match show {
            Show::All => w.show_all,
            Show::At(stage) => self.stage(stage),
            Show::Late => w.show_late,
            Show::Wrong => w.show_wrong,
            Show::Silent => w.show_silent,
        }
    }

    /// In what order they are shown.
    pub fn order(&self, order: Order) -> &'static str {
        let w = self.overview;
        match order {
            Order::Urgency => w.order_urgency,
            Order::Name => w.order_name,
            Order::Group => w.order_group,
            Order::Day => w.order_day,
            Order::Stage => w.order_stage,
        }
    }

    fn round_of(&self, of: RoundName) -> String {
        let kind = if of.tie_break { RoundKind::TieBreak } else { RoundKind::Ordinary };
        self.round_title(of.office, of.cell, of.number, kind)
    }

    /// What is wrong with what a congress tells.
    pub fn cell_finding(&self, finding: &CellFinding) -> String {
        let vi = self.language == Language::Vietnamese;
        match finding {
            CellFinding::Unreadable { place, field } if vi => {
                format!("Lần bầu thứ {place} không tính được: trường “{field}” sai.")
            }
            CellFinding::Unreadable { place, field } => {
                format!("Round {place} cannot be counted: the field “{field}” is wrong.")
            }
            CellFinding::Figures { of, code } => format!("{}: {}", self.round_of(*of), self.figures(code)),
            CellFinding::Base { of, told, base } if vi => {
                format!("{}: tính trên {told}, đúng ra phải trên {base}.", self.round_of(*of))
            }
            CellFinding::Base { of, told, base } => {
                format!("{}: counted on {told}, but the base is {base}.", self.round_of(*of))
            }
            CellFinding::Threshold { of, told, threshold } if vi => {
                format!("{}: lấy từ {told} phiếu là quá nửa, đúng ra từ {threshold}.", self.round_of(*of))
            }
            CellFinding::Threshold { of, told, threshold } => format!(
                "{}: {told} votes were taken for more than half; it is {threshold}.",
                self.round_of(*of)
            ),
            CellFinding::Elected { of, base, threshold, wrongly, missing } => {
                self.other_elected(*of, *base, *threshold, wrongly, missing)
            }
            CellFinding::Roll { of, base, roll } if vi => {
                format!("{}: tính trên {base} người, danh sách điểm danh cho {roll}.", self.round_of(*of))
            }
            CellFinding::Roll { of, base, roll } => {
                format!("{}: counted on {base} people, while the roll gives {roll}.", self.round_of(*of))
            }
            CellFinding::Order { earlier, later } if vi => {
                format!("Ngày “{}” sớm hơn ngày “{}”.", self.step(*later), self.step(*earlier))
            }
            CellFinding::Order { earlier, later } => {
                format!("“{}” is dated before “{}”.", self.step(*later), self.step(*earlier))
            }
            CellFinding::Disagrees => self
                .language
                .pick(
                    "Phần tóm tắt không khớp nhật ký trong tệp: tệp đã bị sửa.",
                    "The summary is not that of the records: the file was changed.",
                )
                .to_owned(),
        }
    }

    fn other_elected(
        &self,
        of: RoundName,
        base: u32,
        threshold: Option<u32>,
        wrongly: &[Votes],
        missing: &[Votes],
    ) -> String {
        let vi = self.language == Language::Vietnamese;
        let mut told = Vec::new();
        for Votes { name, votes } in wrongly {
            let few = threshold.is_some_and(|threshold| *votes < threshold);
            let half = u64::from(*votes) * 2 == u64::from(base);
            told.push(match (few, half) {
                (true, true) if vi => format!("{name} được {votes}/{base}, đúng một nửa, không trúng cử"),
                (true, true) => format!("{name} has {votes} of {base}, exactly half, and is not elected"),
                (true, false) if vi => format!("{name} được {votes}/{base}, chưa quá nửa, không trúng cử"),
                (true, false) => {
                    format!("{name} has {votes} of {base}, not more than half, and is not elected")
                }
                (false, _) if vi => format!("{name} được {votes}/{base}, không ở trong số trúng cử"),
                (false, _) => format!("{name} has {votes} of {base} and is not among the elected"),
            });
        }
        for Votes { name, votes } in missing {
            told.push(if vi {
                format!("{name} được {votes}/{base}, trúng cử mà không được ghi")
            } else {
                format!("{name} has {votes} of {base}, is elected and was left out")
            });
        }
        format!("{}: {}.", self.round_of(of), told.join("; "))
    }

    /// A finding of the core, by its code.
    fn figures(&self, code: &str) -> String {
        let (code, name) = code.split_once(':').unwrap_or((code, ""));
        let (vietnamese, english) = match code {
            "present_exceeds_base" => ("có mặt nhiều hơn số được tính", "more present than are in the base"),
            "issued_exceeds_present" => {
                ("phát ra nhiều hơn số có mặt", "more ballots issued than people present")
            }
            "collected_exceeds_issued" => ("thu về nhiều hơn phát ra", "more ballots collected than issued"),
            "valid_plus_invalid_differs_from_collected" => {
                ("hợp lệ cộng không hợp lệ không bằng thu về", "valid and invalid are not those collected")
            }
            "votes_exceed_valid" => ("số phiếu nhiều hơn phiếu hợp lệ", "more votes than valid ballots"),
            "total_votes_exceed_seats_times_valid" => {
                ("tổng số phiếu bầu nhiều quá mức có thể", "more votes altogether than the ballots allow")
            }
            "total_votes_below_valid" => {
                ("tổng số phiếu bầu ít hơn phiếu hợp lệ", "fewer votes altogether than valid ballots")
            }
            _ => (
                "các ô của một người không cộng lại bằng phiếu hợp lệ",
                "a row does not add up to the valid ballots",
            ),
        };
        let told = self.language.pick(vietnamese, english);
        if name.is_empty() { format!("{told}.") } else { format!("{told} ({name}).") }
    }

    /// The heads of the table's columns, in the order of [`COLUMNS`](crate::overview::COLUMNS).
    pub fn overview_columns(&self) -> [&'static str; 31] {
        let (w, steps) = (self.overview, Step::ALL.map(|step| self.step(step)));
        let figures = CommitteeFigure::ALL.map(|figure| self.committee_figure(figure));
        let before = [
            w.cell,
            w.group,
            w.column_congress,
            self.start.kind,
            w.column_members,
            w.column_registered,
            w.day,
            w.deadline,
            w.stage,
        ];
        let between = [w.column_summoned, w.column_base, w.column_present, w.column_rounds, w.column_elected];
        let all = before.into_iter().chain(steps).chain(between).chain(figures).chain([w.findings]);
        let mut columns = [""; 31];
        columns.iter_mut().zip(all).for_each(|(place, name)| *place = name);
        columns
    }

    /// Why a line of a pasted list was not taken.
    pub fn roster_fault(&self, line: u32, fault: RosterFault) -> String {
        let (vietnamese, english) = match fault {
            RosterFault::NoName => ("thiếu tên chi bộ", "it has no name"),
            RosterFault::Days => ("có hơn một ngày", "it has more than one day"),
            RosterFault::Groups => ("có hơn một tổ chức đảng", "it has more than one organisation"),
        };
        match self.language {
            Language::Vietnamese => format!("Dòng {line} chưa hiểu: {vietnamese}."),
            Language::English => format!("Line {line} was not understood: {english}."),
        }
    }

    /// How many files were held against their records.
    pub fn compared(&self, files: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Đã đối chiếu {files} tệp với nhật ký trong tệp."),
            Language::English => {
                format!(
                    "{} held against the records in it.",
                    self.counted(files, "", "file was", "files were")
                )
            }
        }
    }

    /// How many files could not be read, and what to do.
    pub fn unreadable(&self, files: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("{files} tệp không đọc được. Xin chi bộ gửi lại."),
            Language::English => {
                format!(
                    "{} not be read. Ask the cell to send it again.",
                    self.counted(files, "", "file could", "files could")
                )
            }
        }
    }

    /// How many are gathered.
    pub fn gathered(&self, cells: u32, groups: u32) -> String {
        let cells = self.counted(cells, "chi bộ", "cell", "cells");
        let groups = self.counted(groups, "tổ chức đảng", "organisation", "organisations");
        format!("{cells}, {groups}")
    }

    /// The bar of an organisation, in words.
    pub fn stack(&self, held: u32, dated: u32, undated: u32, late: u32) -> String {
        let w = self.overview;
        format!(
            "{held} {}, {dated} {}, {undated} {}, {late} {}",
            w.legend_held, w.legend_dated, w.legend_undated, w.legend_late
        )
    }

    /// How what a cell tells of one name contradicts the votes; `None` where it does not. `elected` is what follows from
    /// the votes, where something does.
    pub fn elected_otherwise(&self, told: bool, elected: Option<bool>) -> Option<&'static str> {
        let (vietnamese, english) = match (told, elected) {
            (true, Some(false)) => (
                "chi bộ ghi trúng cử; tính lại: không trúng cử",
                "told as elected; counted again: not elected",
            ),
            (false, Some(true)) => (
                "chi bộ không ghi trúng cử; tính lại: trúng cử",
                "not told as elected; counted again: elected",
            ),
            (true, None) => (
                "chi bộ ghi trúng cử; số phiếu không tính lại được",
                "told as elected; the votes cannot be counted again",
            ),
            _ => return None,
        };
        Some(self.language.pick(vietnamese, english))
    }

    /// On what a round is counted.
    pub fn counted_on(&self, base: u32, threshold: Option<u32>) -> String {
        let vi = self.language == Language::Vietnamese;
        match threshold {
            Some(threshold) if vi => format!("Tính trên {base}, quá nửa từ {threshold} phiếu."),
            Some(threshold) => format!("Counted on {base}; more than half from {threshold} votes."),
            None if vi => format!("Tính trên {base}."),
            None => format!("Counted on {base}."),
        }
    }

    /// What is left to do, in a sentence.
    pub fn left_to_hold(&self, left: u32, days: Option<i32>) -> String {
        let vi = self.language == Language::Vietnamese;
        match days {
            _ if left == 0 && vi => "Mọi chi bộ đã đại hội.".to_owned(),
            _ if left == 0 => "Every cell has held its congress.".to_owned(),
            Some(days) if days > 0 && vi => format!("Còn {days} ngày làm việc cho **{left} chi bộ**."),
            Some(days) if days > 0 => format!(
                "{} left for {}.",
                self.counted(days, "", "working day", "working days"),
                self.counted(left, "", "cell", "cells")
            ),
            Some(_) if vi => format!("Đã quá hạn, còn {left} chi bộ chưa đại hội."),
            Some(_) => format!(
                "The deadline has passed; {} not held.",
                self.counted(left, "", "congress was", "congresses were")
            ),
            None if vi => format!("Còn {left} chi bộ chưa đại hội."),
            None => format!("{} still to come.", self.counted(left, "", "congress", "congresses")),
        }
    }

    /// Whom to urge first.
    pub fn to_urge(&self, wrong: u32, late: u32, undated: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        match (wrong, late, undated) {
            (0, 0, 0) => String::new(),
            (0, 0, undated) if vi => format!("Giục **{undated} chi bộ** chưa có ngày."),
            (0, 0, undated) => format!("{} no day yet.", self.counted(undated, "", "cell has", "cells have")),
            (0, late, _) if vi => format!("Giục **{late} chi bộ** quá hạn."),
            (0, late, _) => format!("{} overdue.", self.counted(late, "", "cell is", "cells are")),
            (wrong, _, _) if vi => format!("Xem lại kết quả của **{wrong} chi bộ**."),
            (wrong, _, _) => {
                format!(
                    "{} to be looked at.",
                    self.counted(wrong, "", "cell's result is", "cells' results are")
                )
            }
        }
    }

    /// The button that shows those who want attention first.
    pub fn look_at(&self, show: Show) -> &'static str {
        let (vietnamese, english) = match show {
            Show::Wrong => ("Xem lại kết quả", "Look at the results"),
            Show::Late => ("Xem chi bộ quá hạn", "See who is overdue"),
            _ => ("Xem chi bộ chưa có ngày", "See who has no day"),
        };
        self.language.pick(vietnamese, english)
    }

    /// How many were held by a day, in a sentence.
    pub fn held_by(&self, day: &str, held: u32, registered: u32, all: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        if vi {
            return format!("Đến {day}: {held}/{all} chi bộ đã đại hội, {registered} chi bộ đăng ký.");
        }
        format!("By {day}: {held} of {all} congresses held, {registered} registered.")
    }

    /// How many were held against how many ought to have been, in words behind the number.
    pub fn against_registered(&self, held: u32, registered: u32) -> String {
        let vi = self.language == Language::Vietnamese;
        match held.cmp(&registered) {
            std::cmp::Ordering::Less if vi => {
                format!("chi bộ đã đại hội, ít hơn {} so với đăng ký", registered - held)
            }
            std::cmp::Ordering::Less => {
                format!("congresses held, {} fewer than registered", registered - held)
            }
            _ if vi => "chi bộ đã đại hội, kịp ngày đăng ký".to_owned(),
            _ => "congresses held, as registered".to_owned(),
        }
    }
}
