//! After the congress: report, dossier, archive, lessons, the template for others.

use super::{Language, Words};
use crate::congress::preparation::committee::CommitteeFigure;
use crate::congress::preparation::dossier::PartKind;
use crate::congress::preparation::lesson::Area;
use chrono::{Datelike, NaiveDate};

words! {
    /// After the congress.
    AfterwardsWords {
        name: "Sau đại hội", "Afterwards";
        opening: "Ghi rút kinh nghiệm khi còn nhớ, rồi gửi báo cáo và hồ sơ đúng hạn.", "Write the lessons down while you remember them, then send the report and the dossier in time.";
        overdue: "**Báo cáo đã quá hạn**: gửi ngay, kèm hồ sơ đề nghị chuẩn y.", "**The report is overdue**: send it now, with the dossier for ratification.";
        lessons_written: "Đã ghi rút kinh nghiệm. Gửi **báo cáo và hồ sơ** đúng hạn.", "The lessons are written down. Send **the report and the dossier** in time.";
        sent: "Báo cáo đã gửi. **Ghi rút kinh nghiệm** khi còn nhớ.", "The report is sent. **Write the lessons down** while you remember them.";
        sent_and_written: "Báo cáo đã gửi, rút kinh nghiệm đã ghi: **lưu hồ sơ** cho đủ.", "The report is sent and the lessons are written down: keep **the dossier** complete.";
        write_lesson: "Ghi rút kinh nghiệm", "Write a lesson down";
        see_report: "Xem và in báo cáo", "See and print the report";
        print_lessons: "In bản rút kinh nghiệm", "Print the lessons";
        report_due: "Báo cáo kết quả, hồ sơ chuẩn y", "Report and dossier for ratification";
        ratified_due: "Cấp trên chuẩn y", "Ratification by the superior";
        lessons: "Rút kinh nghiệm", "Lessons";
        well: "Làm tốt", "Went well";
        badly: "Chưa tốt", "Did not go well";
        lesson: "Điều rút ra, lần sau làm gì", "What was learnt, and what to do next time";
        area: "Về", "About";
        add: "Ghi lại", "Write it down";
        remove: "Bỏ", "Remove";
        time_lost: "thời gian quá so với định trước", "over the plan";
        ratification: "Hồ sơ đề nghị chuẩn y", "Dossier for ratification";
        archive: "Hồ sơ lưu", "Archive";
        by_itself: "sổ tay đã thấy", "seen by the handbook";
        not_by_itself: "sổ tay chưa thấy", "not seen by the handbook yet";
        template: "Xuất làm mẫu cho nơi khác", "A template for others";
        template_note: "Tệp mẫu có việc, chương trình, lời văn, kinh nghiệm, hạn của cấp trên và quy chế đã xác nhận; cấp trên phát một tệp, các chi bộ cùng nhập. Không có tên người: mọi tên trong danh sách, ban kiểm phiếu, người làm việc đều được xóa. Xem lại trước khi đưa đi.", "The file holds the tasks, the programme, the wording, the lessons, the superior's deadline and the confirmed rules; a superior issues one file, and all cells take it in. No person's name is in it: every name on the roll, the counting board and of those responsible is taken out. Look at it before you hand it on.";
        template_do: "Xuất làm mẫu", "Download the template";
        template_look: "Xem nội dung", "Look at it";
        template_others: "Hạn, quy chế, lời văn và số phút phát biểu", "Deadlines, rules, wording and speaking times";
        template_use: "Dùng mẫu của nơi khác", "Use somebody's template";
        template_wrong: "Tệp này không phải tệp mẫu của sổ tay, hoặc đã hỏng. Chưa thay đổi gì.", "This is no template of the handbook, or it is damaged. Nothing has changed.";
        template_elsewhere: "Đây là tệp mẫu của nơi khác. Lập sổ tay trước, rồi mở tệp này ở Chuẩn bị, Việc cần làm, dưới hình thời gian.", "This is somebody's template. Found your congress first, then open the file in Prepare, Tasks, below the timeline.";
        template_taken: "Đã lấy mẫu. Hoàn tác được trong Nhật ký.", "The template is taken. The log can undo it.";
        removed_name: "(tên)", "(name)";
        file: "mau", "template";
        committee: "Cấp ủy mới bằng con số", "The new committee in figures";
        committee_note: "Cấp trên tổng hợp các số này. Để trống nếu chưa rõ.", "The superior gathers these figures. Leave blank what is not known.";
        paper_lessons_name: "Rút kinh nghiệm", "Lessons";
    }
}

impl Words {
    /// A figure of the new committee.
    pub fn committee_figure(&self, figure: CommitteeFigure) -> &'static str {
        let (vietnamese, english) = match figure {
            CommitteeFigure::Women => ("Nữ", "Women"),
            CommitteeFigure::Young => ("Dưới 40 tuổi", "Under 40"),
            CommitteeFigure::EthnicMinority => ("Dân tộc thiểu số", "Ethnic minority"),
            CommitteeFigure::ReElected => ("Tái cử", "Re-elected"),
            CommitteeFigure::Degree => ("Đại học trở lên", "University degree or more"),
            CommitteeFigure::HigherDegree => ("Trên đại học", "Higher degree"),
            CommitteeFigure::TheoryHigh => ("Lý luận chính trị cao cấp, cử nhân", "Political theory, high"),
            CommitteeFigure::TheoryMiddle => ("Lý luận chính trị trung cấp", "Political theory, middle"),
            CommitteeFigure::AverageAge => ("Tuổi bình quân", "Average age"),
        };
        self.language.pick(vietnamese, english)
    }

    /// What a lesson is about.
    pub fn area(&self, area: Area) -> &'static str {
        match area {
            Area::Documents => self.language.pick("Văn kiện", "Documents"),
            Area::Discussion => self.language.pick("Thảo luận", "Discussion"),
            Area::Chairing => self.language.pick("Điều hành", "Chairing"),
            Area::Counting => self.language.pick("Bầu cử, kiểm phiếu", "Elections, counting"),
            Area::Logistics => self.language.pick("Hậu cần", "Logistics"),
            Area::Decoration => self.language.pick("Khánh tiết, nghi lễ", "Decoration, ceremony"),
        }
    }

    /// A list of the dossier.
    pub fn part_kind(&self, kind: PartKind) -> &'static str {
        match kind {
            PartKind::Ratification => self.afterwards.ratification,
            PartKind::Archive => self.afterwards.archive,
        }
    }

    /// How many parts are there.
    pub fn parts_there(&self, there: usize, all: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("đã có {there} trên {all}"),
            Language::English => format!("{there} of {all} there"),
        }
    }

    /// How many items of the programme a template holds.
    pub fn template_items(&self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.counted(number, "mục chương trình", "item of the programme", "items of the programme")
    }

    /// How many lessons a template holds.
    pub fn template_lessons(&self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.counted(number, "điều rút kinh nghiệm", "lesson", "lessons")
    }

    /// A day with its weekday; with the year where it is not that of today.
    pub fn due_seen_from(&self, due: NaiveDate, today: NaiveDate) -> String {
        if due.year() == today.year() {
            return self.due(due);
        }
        format!("{} {}", self.weekday(due), self.date(due))
    }

    /// How late something is due: its day, and the days left.
    pub fn days_left(&self, days: i64) -> String {
        match self.language {
            Language::Vietnamese if days < 0 => format!("quá {} ngày", -days),
            Language::Vietnamese => format!("còn {days} ngày"),
            Language::English if days < 0 => self.days_late(-days),
            Language::English => format!("{} left", self.counted(days, "", "day", "days")),
        }
    }
}

/// Words before a given name that alone makes it a person's name, folded for search.
pub const HONORIFICS: [&str; 11] =
    ["dong chi", "d/c", "anh", "chi", "ong", "ba", "co", "chu", "bac", "mr", "ms"];
