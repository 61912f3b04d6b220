//! The start: four questions, the congresses on this device, a backup file.

use super::{Language, Words};
use crate::congress::CongressKind;
use crate::journal::Hidden;

words! {
    /// The start.
    StartWords {
        cover_1: "Từ việc đầu tiên", "From the first task";
        cover_2: "đến biên bản cuối cùng", "to the last minutes";
        cover_3: "của một kỳ đại hội", "of a congress";
        point_offline: "Không cần mạng, không cần tài khoản.", "No network, no account.";
        point_data: "Dữ liệu nằm trong máy và tệp sao lưu của đồng chí.", "Your data stay on your device and in your backup file.";
        point_decide: "Sổ tay tính và nhắc; đại hội quyết định.", "The handbook counts and reminds; the congress decides.";
        title: "Trả lời bốn câu, sổ tay lập sẵn mọi việc.", "Answer four questions; the handbook lays out the rest.";
        title_again: "Lập sổ tay mới: trả lời bốn câu.", "A new handbook: answer four questions.";
        organisation: "Đại hội của tổ chức nào?", "Whose congress is it?";
        organisation_example: "ví dụ: Chi bộ Kho bạc", "e.g. Treasury Party cell";
        kind: "Loại đại hội", "Kind of congress";
        members: "Có bao nhiêu đảng viên chính thức?", "How many full members?";
        date: "Đại hội ngày nào?", "On which day?";
        deadline: "Hạn của cấp trên (nếu có)", "The superior's deadline (if any)";
        found: "Lập sổ tay", "Make the handbook";
        sample: "Xem thử đại hội mẫu", "Try a sample congress";
        open_file: "Mở tệp sao lưu", "Open a backup file";
        here: "Đại hội trên máy này", "Congresses on this device";
        open: "Mở", "Open";
        resume: "Mở tiếp", "Go on with";
        last_saved: "lưu lần cuối", "last saved";
        single_file: "Tải tệp mang đi (mở từ USB, không cần mạng)", "Download the carry-along file (opens from a USB stick, no network)";
        language: "English", "Tiếng Việt";
        update: "Có bản mới của sổ tay.", "There is a new version of the handbook.";
        update_do: "Dùng bản mới", "Use the new version";
        theme: "Nền sáng hoặc tối", "Light or dark";
        date_example: "ví dụ: 26/5/2027", "e.g. 26/5/2027";
        deadline_example: "ví dụ: 28/6/2027", "e.g. 28/6/2027";
        needs_organisation: "Câu 1: hãy ghi tên tổ chức.", "Question 1: write the organisation's name.";
        needs_members: "Câu 2: hãy ghi số đảng viên chính thức, từ 3 trở lên.", "Question 2: write the number of full members, 3 or more.";
        needs_date: "Câu 3: hãy chọn ngày đại hội.", "Question 3: choose the congress day.";
        deadline_first: "Câu 4: hạn của cấp trên phải sau ngày đại hội.", "Question 4: the deadline must come after the congress day.";
        sample_organisation: "Chi bộ Kho bạc mẫu", "Sample Treasury cell";
        print_open: "Khôi phục từ bản in", "Restore from the printed sheet";
        print_title: "Dán chữ quét từ mã QR", "Paste what was scanned from the QR codes";
        print_how: "Quét từng mã trên bản in bằng điện thoại, gửi các dòng chữ sang máy này rồi dán vào đây, theo thứ tự nào cũng được. Đủ mã thì hiện nút mở.", "Scan each code of the sheet with a phone, send the lines to this device and paste them here, in any order. Once all are there, the button to open it appears.";
        print_no_reader: "Trình duyệt không mở được phần lập và đọc mã QR. Hãy tải lại trang khi có mạng, hoặc mở tệp so-tay-dai-hoi.html.", "The browser did not open the part that makes and reads QR codes. Load the page again with a network, or open so-tay-dai-hoi.html.";
        print_cut: "Dòng bắt đầu bằng SDH1 bị cụt. Mỗi dòng có dạng SDH1/1/3/…: rồi các chữ số; hãy chép lại cả dòng.", "A line that begins with SDH1 is cut short. A line reads SDH1/1/3/…: and then digits; copy the whole line again.";
        print_nothing: "Chưa thấy dòng nào bắt đầu bằng SDH1.", "No line that begins with SDH1 is there yet.";
        print_mixed: "Các dòng này thuộc nhiều bản in khác nhau. Chỉ dán của một bản in.", "These lines belong to different sheets. Paste those of one sheet only.";
        print_damaged: "Đủ mã nhưng có dòng bị sai hoặc thiếu chữ số. Hãy quét lại.", "All codes are there, but a line has wrong or missing digits. Scan again.";
        print_newer: "Phiên bản này không dựng lại được bản in ấy. Hãy dùng phiên bản mới hơn của sổ tay.", "This version cannot make a congress of that sheet. Use a newer version of the handbook.";
        print_note: "Đại hội khôi phục là một đại hội mới trên máy này: không có từng phiếu, việc chuẩn bị và nhật ký cũ.", "What is restored is a new congress on this device: without single ballots, tasks and the old log.";
        print_by: "Bản in khôi phục", "Restore sheet";
        print_reason: "Khôi phục từ bản in: các điều kiện đã có ở đại hội gốc", "Restored from the printed sheet: the conditions held in the original congress";
        import_title: "Tệp sao lưu", "Backup file";
        import_new: "Đại hội này chưa có trên máy. Mở tệp sẽ thêm vào máy này.", "This congress is not on this device yet. Opening the file adds it.";
        import_same: "Máy này đã có đủ mọi điều trong tệp. Mở tệp không thay đổi gì.", "This device already has everything in the file. Opening it changes nothing.";
        import_mends: "Máy này có đại hội này nhưng dữ liệu hỏng. Tệp sẽ thay vào chỗ hỏng; phần hỏng được giữ riêng, không xóa.", "This device has this congress, but its data are damaged. The file takes the place of what is damaged; the damaged part is set aside, not deleted.";
        import_unchanged: "Chưa có gì trên máy này thay đổi.", "Nothing on this device has changed.";
        import_do: "Mở đại hội này", "Open this congress";
        unsupported: "Trình duyệt này chặn bộ nhớ: làm việc được, nhưng phải tải tệp sao lưu trước khi đóng.", "This browser blocks storage: you can work, but download a backup before closing.";
    }
}

impl Words {
    /// A kind of congress.
    pub fn kind(&self, kind: CongressKind) -> &'static str {
        match kind {
            CongressKind::CellCommittee => self.language.pick("Chi bộ có chi ủy", "Cell with a committee"),
            CongressKind::CellNoCommittee => {
                self.language.pick("Chi bộ không có chi ủy", "Cell without a committee")
            }
            CongressKind::GrassrootsMembers => {
                self.language.pick("Đảng bộ cơ sở, đại hội đảng viên", "Grassroots, all members")
            }
            CongressKind::GrassrootsDelegates => {
                self.language.pick("Đảng bộ cơ sở, đại hội đại biểu", "Grassroots, delegates")
            }
        }
    }

    /// Several kinds of congress in one name: what they share is said once.
    pub fn kinds(&self, kinds: &[CongressKind]) -> String {
        let names: Vec<&str> = kinds.iter().map(|kind| self.kind(*kind)).collect();
        let split = names.iter().map(|name| name.split_once(", "));
        match split.collect::<Option<Vec<_>>>().as_deref() {
            Some([(shared, first), rest @ ..])
                if !rest.is_empty() && rest.iter().all(|(other, _)| other == shared) =>
            {
                let or = self.language.pick(" hoặc ", " or ");
                let own: Vec<&str> =
                    std::iter::once(*first).chain(rest.iter().map(|(_, own)| *own)).collect();
                format!("{shared} ({})", own.join(or))
            }
            _ => names.join("; "),
        }
    }

    /// What a kind of congress elects, as a hint beside the number of members.
    pub fn kind_hint(&self, kind: CongressKind) -> &'static str {
        match kind {
            CongressKind::CellCommittee => self.language.pick(
                "Từ 9 đảng viên chính thức trở lên: bầu chi ủy, rồi bí thư, rồi phó bí thư.",
                "Nine full members or more: elect a committee, then the secretary, then the deputy.",
            ),
            CongressKind::CellNoCommittee => self.language.pick(
                "Dưới 9 đảng viên chính thức: bầu bí thư, nếu cần thì phó bí thư; không bầu chi ủy.",
                "Fewer than nine full members: elect a secretary, a deputy if needed; no committee.",
            ),
            CongressKind::GrassrootsMembers => self.language.pick(
                "Mọi đảng viên cùng dự: bầu ban chấp hành.",
                "All members attend: elect the executive committee.",
            ),
            CongressKind::GrassrootsDelegates => self.language.pick(
                "Đại biểu của các chi bộ dự; số ghi ở đây là số đại biểu chính thức.",
                "Delegates of the cells attend; the number here is that of official delegates.",
            ),
        }
    }

    /// How far a day is: "còn 75 ngày", "đã qua 3 ngày", "hôm nay".
    pub fn days_away(&self, days: i64) -> String {
        match (self.language, days) {
            (Language::Vietnamese, 0) => "hôm nay".to_owned(),
            (Language::English, 0) => "today".to_owned(),
            (Language::Vietnamese, 1..) => format!("còn {days} ngày"),
            (Language::Vietnamese, _) => format!("đã qua {} ngày", -days),
            (Language::English, 1) => "tomorrow".to_owned(),
            (Language::English, -1) => "yesterday".to_owned(),
            (Language::English, 1..) => format!("{days} days to go"),
            (Language::English, _) => format!("{} days ago", -days),
        }
    }

    /// What the four answers will make.
    pub fn founding_sum(&self, tasks: usize, first: &str, last: &str, start: &str, end: &str) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Sẽ có **{tasks} việc** từ {first} đến {last} và chương trình {start}–{end}. Ngày nào cũng sửa được."
            ),
            Language::English => format!(
                "There will be **{tasks} tasks** from {first} to {last}, and a programme {start}–{end}. Every date can be changed."
            ),
        }
    }

    /// Codes of a restore sheet that are still missing.
    pub fn print_missing(&self, missing: &[usize], of: usize) -> String {
        let list = missing.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        match self.language {
            Language::Vietnamese => format!("Còn thiếu mã {list} trên {of} mã."),
            Language::English => format!("Still missing: {list} of {of} codes."),
        }
    }

    /// What a restore sheet holds: organisation, day, people, sealed rounds.
    pub fn print_found(&self, organisation: &str, date: &str, people: usize, rounds: usize) -> String {
        match self.language {
            Language::Vietnamese => {
                format!(
                    "Đủ mã: {organisation}, đại hội {date}, {people} người, {rounds} lần bầu đã niêm phong."
                )
            }
            Language::English => {
                format!(
                    "All codes: {organisation}, congress of {date}, {people} people, {rounds} sealed rounds."
                )
            }
        }
    }

    /// What an import found: the organisation, the day, how many records, the last one's time.
    pub fn import_found(&self, organisation: &str, date: &str, records: usize, last: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!(
                    "**{organisation}**, đại hội ngày {date}. Tệp có {records} ghi nhận, lần cuối lúc {last}."
                )
            }
            Language::English => {
                format!(
                    "**{organisation}**, congress on {date}. The file has {records} records, the last at {last}."
                )
            }
        }
    }

    /// Which texts of a file have hidden characters: the first of them, and how many there are. Empty for none.
    pub fn import_hidden(&self, (found, all): &(Vec<Hidden>, usize)) -> String {
        if found.is_empty() {
            return String::new();
        }
        let found: Vec<String> = found.iter().map(|one| format!("{}: “{}”", one.record, one.shown)).collect();
        let hidden = self.language.pick(
            "văn bản trong tệp có ký tự ẩn. Sổ tay bỏ chúng khi hiện; tệp vẫn giữ nguyên. Ghi nhận",
            "texts in the file have hidden characters. The handbook leaves them out; the file keeps them. Records",
        );
        format!("{all} {hidden} {}", found.join("; "))
    }
}
