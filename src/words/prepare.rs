//! Prepare: tasks, the roll, the programme, the particulars.

use super::{Language, Words};
use crate::congress::checklist::TaskState;
use crate::congress::people::Attendance;
use crate::congress::people::paste::{LineFault, ListSigns};
use chrono::Datelike;

words! {
    /// Prepare.
    PrepareWords {
        within: "Trong Chuẩn bị", "Within Prepare";
        tasks: "Việc cần làm", "Tasks";
        roll: "Đảng viên", "Members";
        programme: "Chương trình", "Programme";
        particulars: "Thông tin", "Particulars";
        next: "Việc tiếp theo", "Next";
        open_task: "Mở việc này", "Open this task";
        all_done: "Mọi việc chuẩn bị đã xong. Đến ngày đại hội, mở Điều hành.", "Everything is prepared. On the day, open Run.";
        to_run: "Sang Điều hành", "Go to Run";
        late: "Quá hạn", "Overdue";
        this_week: "Tuần này", "This week";
        phases: "Bảy giai đoạn", "Seven phases";
        done_when: "Xong khi", "Done when";
        pitfall: "Hay vướng", "Often fails";
        source: "Căn cứ", "Source";
        role: "Phụ trách", "Responsible";
        owner: "Người làm", "Person";
        owner_example: "để trống nếu theo phân công chung", "leave empty to keep the role";
        note: "Ghi chú", "Note";
        due_estimate: "hạn ước theo kinh nghiệm, chưa có văn bản", "date from practice, no regulation found";
        to_confirm: "nội dung cần xác nhận với cấp trên", "content to be confirmed with the superior";
        state: "Trạng thái", "State";
        working_days: "ngày làm việc; đã trừ ngày lễ", "working days; holidays taken out";
        search: "Gõ vài chữ không dấu, ví dụ: phuong", "Type a few letters, accents not needed";
        search_marks: "Gõ vài chữ rồi Enter: người đầu tiên được ghi có mặt.", "Type a few letters, then Enter: the first one found is marked present.";
        search_people: "Tìm đảng viên", "Find a member";
        paste: "Dán danh sách", "Paste a list";
        paste_title: "Dán danh sách đảng viên", "Paste the list of members";
        paste_note: "Mỗi dòng một người, hoặc dán cả bảng từ Excel, tệp CSV có dòng tiêu đề. “Dự bị”, “miễn sinh hoạt”, “sinh hoạt tạm thời”, “đình chỉ” sau tên được hiểu; ngày sinh và cột khác không được giữ.", "One person a line, or a whole table from a spreadsheet, or CSV with a line of heads. “Probationary”, “exempt”, “temporary activity”, “suspended” behind a name are understood; birth dates and other columns are not kept.";
        paste_file: "Mở tệp CSV", "Open a CSV file";
        paste_unreadable: "Không đọc được tệp, hoặc tệp quá lớn (tối đa 2 MB).", "The file cannot be read, or is too large (2 MB at most).";
        paste_do: "Thêm vào danh sách", "Add to the roll";
        paste_empty: "Chưa có tên nào để thêm.", "There is no name to add yet.";
        roll_empty: "Dán danh sách đảng viên để điểm danh và tính mẫu số.", "Paste the list of members to take attendance and form the base.";
        roll_unmarked: "Ghi ai vắng và vì sao trước, rồi bấm “Còn lại đều có mặt”.", "Mark who is absent and why first, then press “All others are present”.";
        everybody_present: "Còn lại đều có mặt", "All others are present";
        roll_complete: "Đã điểm danh đủ. Mẫu số và số người có mặt đã sẵn cho bầu cử.", "Attendance is complete. Base and number present are ready for the elections.";
        to_count: "Sang Kiểm phiếu", "Go to Count";
        name: "Họ và tên (theo vần)", "Name (by given name)";
        standing: "Diện", "Standing";
        full: "chính thức", "full";
        probationary: "dự bị", "probationary";
        attendance: "Điểm danh", "Attendance";
        remove: "Bỏ khỏi danh sách", "Remove from the roll";
        nobody_found: "Không có ai khớp với chữ đã gõ.", "Nobody matches what you typed.";
        figure_full: "chính thức có mặt", "full, present";
        figure_probationary: "dự bị có mặt", "probationary, present";
        figure_absent: "chưa hoặc không dự", "not here";
        base: "Mẫu số, từng dòng", "The base, line by line";
        base_full: "Đảng viên chính thức được triệu tập", "Full members summoned";
        base_delegates: "Đại biểu chính thức được triệu tập", "Official delegates summoned";
        base_total: "Mẫu số", "Base";
        quorum: "Đủ số dự", "Quorum";
        quorum_note: "Chủ tịch đại hội xác nhận con số này.", "The chair confirms this figure.";
        programme_note: "Số phút do sổ tay đề xuất, không phải quy định. Sửa cho hợp với đại hội.", "The minutes are a proposal, not a rule. Change them to suit your congress.";
        minutes: "Phút", "Minutes";
        planned: "Bắt đầu", "Begins";
        item: "Nội dung", "Item";
        presenter: "Người trình bày", "Presenter";
        add_item: "Thêm nội dung", "Add an item";
        item_title: "Tên nội dung", "Title";
        up: "Lên", "Up";
        down: "Xuống", "Down";
        remove_item: "Bỏ", "Remove";
        begins_at: "Bắt đầu lúc", "Begins at";
        default_agenda: "Lấy chương trình mẫu", "Take a default agenda";
        default_question: "Thay chương trình bằng mẫu nào?", "Which default agenda?";
        default_note: "Chương trình đang soạn được thay; hoàn tác được.", "The present agenda is replaced; this can be undone.";
        paste_agenda: "Dán từ bảng", "Paste a table";
        paste_agenda_note: "Dán từ Excel, Word hoặc Google Sheets: mỗi dòng một nội dung. Cột giờ, số phút, nội dung, người thực hiện được nhận ra tự động.", "Paste from Excel, Word or Google Sheets: one item a line. Columns of times, minutes, titles and presenters are recognised.";
        paste_agenda_label: "Bảng chương trình", "Table of the agenda";
        paste_agenda_none: "Chưa thấy nội dung nào. Mỗi dòng một nội dung.", "No item found yet. One item a line.";
        replace_agenda: "Thay chương trình", "Replace the agenda";
        append_agenda: "Thêm vào cuối", "Add at the end";
        details: "Chi tiết", "Details";
        duplicate: "Nhân đôi", "Duplicate";
        kind: "Loại", "Kind";
        vote: "Biểu quyết", "Vote";
        sitting: "Phiên", "Sitting";
        sitting_none: "Không chia phiên", "One sitting";
        sitting_other: "Phiên khác: ghi tên", "Another sitting: its name";
        not_before: "Không trước giờ", "Not before";
        day: "Ngày", "Day";
        firm: "Giữ nguyên thời gian khi chậm giờ", "Keeps its time when the congress is late";
        lead: "Lời dẫn của chủ tọa", "What the chair says";
        minute: "Phải ghi biên bản", "To be minuted";
        carries: "Lần bầu, biểu quyết", "Round of voting";
        carries_none: "Không", "None";
        minutes_unread: "Có số phút chưa đọc được nên chưa biết chắc giờ bế mạc.", "A number of minutes could not be read, so the end is not certain.";
        programme_open: "Xem giờ từng nội dung, sửa số phút cho vừa buổi, rồi in.", "Check the times, fit the minutes to the session, then print.";
        print: "In chương trình", "Print the programme";
        print_roll: "In danh sách", "Print the roll";
        particulars_open: "Những điều này đứng trên đầu mọi văn bản in ra.", "These stand at the head of every paper.";
        on_papers: "Trên đầu văn bản", "At the head of papers";
        edit_person: "Sửa tên hoặc bỏ khỏi danh sách", "Correct the name or remove from the roll";
        person_name: "Họ và tên", "Full name";
        save_name: "Ghi tên đã sửa", "Save the corrected name";
        organisation: "Tên tổ chức", "Organisation";
        superior: "Cấp trên trực tiếp", "Direct superior";
        ordinal: "Đại hội lần thứ", "Which congress (ordinal)";
        term: "Nhiệm kỳ", "Term";
        place: "Địa danh, nơi họp", "Place";
        date: "Ngày đại hội", "Congress day";
        members_expected: "Số đảng viên chính thức", "Full members";
        deadline: "Hạn của cấp trên", "The superior's deadline";
        rules: "Quy chế bầu cử", "Election rules";
        chair: "Người ký thay mặt đoàn chủ tịch", "Who signs for the presidium";
        board_head: "Trưởng ban kiểm phiếu", "Head of the counting board";
        board_members: "Các thành viên ban kiểm phiếu", "Members of the counting board";
        date_wrong: "ngày chưa đúng, hãy ghi như 26/5/2022; chưa thay đổi gì", "not a date; write it like 26/5/2022; nothing has changed";
        rules_save: "Tải quy chế đang dùng để làm mẫu", "Download these rules as a pattern";
        rules_own: "Nạp quy chế riêng từ tệp JSON", "Load rules of your own from a JSON file";
        rules_unreadable: "Không đọc được tệp, hoặc tệp quá lớn (tối đa 200 kB).", "The file cannot be read, or is too large (200 kB at most).";
        rules_unverified: "Một số điều khoản của quy chế này chưa đối chiếu được với văn bản chính thức: xác nhận với đoàn chủ tịch.", "Some clauses of these rules could not be checked against the official text: confirm with the presidium.";
        board_note: "Không được có tên trong danh sách bầu cử; đảng viên dự bị không tham gia (Điều 8, Quy chế bầu cử).", "They may not stand in the election; probationary members may not serve (Article 8).";
    }
}

impl Words {
    /// What was written into a field for a time of day is none.
    pub fn time_wrong(&self, field: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("{field}: giờ phải viết như 07:30 hoặc 7h30; chưa thay đổi gì.")
            }
            Language::English => format!("{field}: write the time like 07:30; nothing has changed."),
        }
    }

    /// What the papers still lack: the first particular, and how many more.
    pub fn papers_lack(&self, first: &str, others: usize) -> String {
        match (self.language, others) {
            (Language::Vietnamese, 0) => format!("Văn bản in ra còn thiếu **{first}**."),
            (Language::Vietnamese, _) => format!("Văn bản in ra còn thiếu **{first}** và {others} mục nữa."),
            (Language::English, 0) => format!("The papers still lack: **{first}**."),
            (Language::English, _) => format!("The papers still lack: **{first}** and {others} more."),
        }
    }

    /// The press that leads to a particular.
    pub fn write_particular(&self, name: &str) -> String {
        let mut letters = name.chars();
        let first: String = letters.next().map(|letter| letter.to_lowercase().collect()).unwrap_or_default();
        match self.language {
            Language::Vietnamese => format!("Ghi {first}{}", letters.as_str()),
            Language::English => format!("Write the {first}{}", letters.as_str()),
        }
    }

    /// A file with rules was not taken: which, why, and that nothing has changed.
    pub fn rules_refused(&self, file: &str, why: &str) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "{why} Tệp {file} chưa được dùng, quy chế đang dùng vẫn giữ nguyên. Sửa tệp theo mẫu tải về ở trên, rồi nạp lại."
            ),
            Language::English => format!(
                "{why} The file {file} is not used, the rules in use still hold. Correct it by the pattern above, then load it again."
            ),
        }
    }

    /// What was written for an item's minutes is no number that an item can have.
    pub fn minutes_wrong(&self, most: u16) -> String {
        match self.language {
            Language::Vietnamese => format!("Phút phải là một số nguyên từ 0 đến {most}; chưa thay đổi gì."),
            Language::English => {
                format!("The minutes are a whole number from 0 to {most}; nothing has changed.")
            }
        }
    }

    /// A task's state.
    pub fn task_state(&self, state: TaskState) -> &'static str {
        match state {
            TaskState::Todo => self.language.pick("Chưa làm", "Not begun"),
            TaskState::Doing => self.language.pick("Đang làm", "Doing"),
            TaskState::Waiting => self.language.pick("Chờ duyệt", "Waiting for approval"),
            TaskState::Done => self.language.pick("Xong", "Done"),
            TaskState::NotNeeded => self.language.pick("Không cần", "Not needed"),
        }
    }

    /// An attendance mark.
    pub fn attendance(&self, mark: Attendance) -> &'static str {
        match mark {
            Attendance::Unmarked => self.language.pick("Chưa điểm danh", "Not marked"),
            Attendance::Present => self.language.pick("Có mặt", "Present"),
            Attendance::LeftEarly => self.language.pick("Dự một phần, nay vắng", "Here for a part, now away"),
            Attendance::AbsentUnexcused => {
                self.language.pick("Vắng, không có lý do được chấp nhận", "Absent, no accepted reason")
            }
            Attendance::ExcusedThroughout => self
                .language
                .pick("Vắng suốt đại hội, lý do được chấp nhận", "Absent throughout, reason accepted"),
            Attendance::TransferredOut => {
                self.language.pick("Sinh hoạt tạm thời nơi khác", "Transferred temporarily")
            }
            Attendance::ExemptAbsent => {
                self.language.pick("Được miễn sinh hoạt, không đến", "Exempt from activities, not here")
            }
            Attendance::Suspended => self.language.pick("Bị đình chỉ sinh hoạt đảng", "Suspended"),
            Attendance::Prosecuted => {
                self.language.pick("Bị khởi tố, truy tố, tạm giam", "Charged, prosecuted or in custody")
            }
            Attendance::ConveningCommitteeAbsent => self
                .language
                .pick("Cấp ủy triệu tập, vắng suốt đại hội", "Convening committee, absent throughout"),
            Attendance::AbsentWithoutAlternate => self.language.pick(
                "Đại biểu vắng suốt, không có dự khuyết thay",
                "Delegate absent throughout, no alternate",
            ),
        }
    }

    /// The opening sentence over the tasks: what to do next, and how late it is.
    pub fn next_task(&self, title: &str, late_days: Option<i64>, due: &str) -> String {
        match (self.language, late_days) {
            (Language::Vietnamese, Some(days)) => {
                format!("Làm tiếp: **{title}**; việc này đã chậm {days} ngày.")
            }
            (Language::Vietnamese, None) => format!("Làm tiếp: **{title}**, hạn {due}."),
            (Language::English, Some(1)) => format!("Next: **{title}**; it is 1 day late."),
            (Language::English, Some(days)) => format!("Next: **{title}**; it is {days} days late."),
            (Language::English, None) => format!("Next: **{title}**, due {due}."),
        }
    }

    /// How late: "chậm 3 ngày".
    pub fn days_late(&self, days: i64) -> String {
        match self.language {
            Language::Vietnamese => format!("chậm {days} ngày"),
            Language::English if days == 1 => "1 day late".to_owned(),
            Language::English => format!("{days} days late"),
        }
    }

    /// A due date with its weekday.
    pub fn due(&self, date: chrono::NaiveDate) -> String {
        format!("{} {}", self.weekday(date), self.day(date))
    }

    /// A due date as it is read on a day of some year: with its own year where that is another one.
    pub fn due_seen(&self, date: chrono::NaiveDate, today: chrono::NaiveDate) -> String {
        if date.year() == today.year() {
            self.due(date)
        } else {
            format!("{} {}", self.weekday(date), self.date(date))
        }
    }

    /// "Have N tasks".
    pub fn tasks(&self, number: usize) -> String {
        self.counted(i64::try_from(number).unwrap_or(i64::MAX), "việc", "task", "tasks")
    }

    /// How many of the expected members stand on the roll.
    pub fn roll_of(&self, on_roll: u32, expected: u32) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Danh sách có {on_roll} đảng viên chính thức, khi lập sổ tay ghi {expected}.")
            }
            Language::English => {
                format!("The roll has {on_roll} full members; {expected} were named at the start.")
            }
        }
    }

    /// How many people are still unmarked.
    pub fn unmarked(&self, number: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Còn **{number} người** chưa điểm danh."),
            Language::English if number == 1 => "**1 person** is not marked yet.".to_owned(),
            Language::English => format!("**{number} people** are not marked yet."),
        }
    }

    /// "Quá một nửa là từ 9 phiếu".
    pub fn threshold(&self, votes: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Quá một nửa là **từ {votes} phiếu**"),
            Language::English => format!("More than half is **{votes} votes or more**"),
        }
    }

    /// The quorum sentence: present, summoned, needed.
    pub fn quorum(&self, present: u32, summoned: u32, needed: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Có mặt {present} trên {summoned}, cần ít nhất {needed}"),
            Language::English => format!("{present} of {summoned} present, at least {needed} needed"),
        }
    }

    /// How the figures of the quorum came about: those summoned, less those who do not count, and two thirds of them.
    pub fn quorum_sum(&self, summoned: u32, base: u32, needed: u32) -> String {
        let left_out = summoned.saturating_sub(base);
        match (self.language, left_out) {
            (Language::Vietnamese, 0) => {
                format!("Hai phần ba của {summoned} người được triệu tập, làm tròn lên, là {needed}.")
            }
            (Language::Vietnamese, _) => format!(
                "{summoned} người được triệu tập − {left_out} không tính vào mẫu số = {base}. Hai phần ba của {base}, làm tròn lên, là {needed}."
            ),
            (Language::English, 0) => format!("Two thirds of {summoned} summoned, rounded up, is {needed}."),
            (Language::English, _) => format!(
                "{summoned} summoned − {left_out} who do not count in the base = {base}. Two thirds of {base}, rounded up, is {needed}."
            ),
        }
    }

    /// The days off between the congress and a task are not decided yet, or not known.
    pub fn unsure_of_holidays(&self, task: &str, due: &str) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Hạn {due} của việc “{task}” tính theo lịch nghỉ lễ dự tính. Đối chiếu với thông báo nghỉ lễ của năm đó."
            ),
            Language::English => format!(
                "The date {due} of “{task}” rests on estimated holidays. Check it against the days off announced for that year."
            ),
        }
    }

    /// What a pasted table holds.
    pub fn pasted_items(&self, items: usize, guessed: usize, first: &str, last: &str) -> String {
        let items = self.items(items);
        let note = match (self.language, guessed) {
            (_, 0) => String::new(),
            (Language::Vietnamese, _) => {
                format!(" {guessed} nội dung không ghi thời gian, tạm tính 10 phút.")
            }
            (Language::English, _) => format!(" {guessed} without a length, taken as 10 minutes."),
        };
        match self.language {
            Language::Vietnamese => format!("Nhận ra {items}, từ “{first}” đến “{last}”.{note}"),
            Language::English => format!("{items} recognised, from “{first}” to “{last}”.{note}"),
        }
    }

    /// The programme's sum: minutes, from, to.
    pub fn programme_sum(&self, minutes: u32, from: &str, to: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("{minutes} phút, từ {from} đến {to}"),
            Language::English => format!("{minutes} minutes, from {from} to {to}"),
        }
    }

    /// What a pasted list holds.
    pub fn paste_found(&self, full: usize, probationary: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("{full} đảng viên chính thức, {probationary} dự bị"),
            Language::English => format!("{full} full, {probationary} probationary"),
        }
    }
}

/// The words by which a pasted list of members is understood, folded for search.
pub const LIST_SIGNS: ListSigns<'static> = ListSigns {
    probationary: &["dang vien du bi", "du bi", "probationary", "db"],
    marks: &[
        ("mien sinh hoat", Attendance::ExemptAbsent),
        ("mien cong tac", Attendance::ExemptAbsent),
        ("exempt", Attendance::ExemptAbsent),
        ("sinh hoat tam thoi", Attendance::TransferredOut),
        ("temporary activity", Attendance::TransferredOut),
        ("dinh chi", Attendance::Suspended),
        ("suspended", Attendance::Suspended),
    ],
    names: &[
        "ho va ten",
        "ho ten",
        "ho va ten dang vien",
        "ho ten dang vien",
        "dang vien",
        "full name",
        "name",
    ],
    family: &["ho dem", "ho va dem", "ho va ten dem", "ho lot", "ho va chu lot", "family name", "last name"],
    given: &["ten", "ten goi", "given name", "first name"],
};

impl Words {
    /// What is wrong with a line of a pasted list.
    pub fn line_fault(&self, fault: &LineFault) -> String {
        let vi = self.language == Language::Vietnamese;
        match fault {
            LineFault::NoName if vi => "Cột họ tên để trống.".to_owned(),
            LineFault::NoName => "The column of the name is empty.".to_owned(),
            LineFault::Twice(name, line) if vi => format!("“{name}” đã có ở dòng {line}."),
            LineFault::Twice(name, line) => format!("“{name}” stands in line {line} already."),
            LineFault::OnRoll(name) if vi => format!("“{name}” đã có trong danh sách."),
            LineFault::OnRoll(name) => format!("“{name}” is on the roll already."),
            LineFault::TooLong(name) if vi => format!("Họ tên dài quá 500 chữ: “{name}…”."),
            LineFault::TooLong(name) => format!("The name is longer than 500 characters: “{name}…”."),
        }
    }

    /// How many lines of a pasted list are left out.
    pub fn lines_left_out(&self, lines: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("{lines} dòng chưa thêm được:"),
            Language::English if lines == 1 => "1 line cannot be added:".to_owned(),
            Language::English => format!("{lines} lines cannot be added:"),
        }
    }

    /// The number of a line.
    pub fn line(&self, number: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Dòng {number}"),
            Language::English => format!("Line {number}"),
        }
    }

    /// When somebody came, or left: the time, and whether the congress had begun.
    pub fn came_or_left(&self, came: Option<&str>, late: bool, left: Option<&str>) -> String {
        let vi = self.language == Language::Vietnamese;
        let mut parts = Vec::new();
        if let Some(came) = came.filter(|_| late) {
            parts.push(if vi { format!("đến muộn {came}") } else { format!("late, {came}") });
        }
        if let Some(left) = left {
            parts.push(if vi { format!("về {left}") } else { format!("left {left}") });
        }
        parts.join("; ")
    }
}
