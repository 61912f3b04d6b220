//! Papers: what is printed, signed and filed.

use super::{Language, Words};
use crate::congress::election::CongressForm;
use crate::congress::people::Standing;

words! {
    /// Papers.
    PaperWords {
        minutes: "Biên bản kiểm phiếu", "Counting minutes";
        programme: "Chương trình đại hội", "Programme of the congress";
        roll: "Danh sách đảng viên dự đại hội", "Roll of the congress";
        number: "STT", "No.";
        full_name: "Họ và tên", "Full name";
        preview_note: "Chỗ có dấu chấm là điều sổ tay chưa biết: ghi ở Chuẩn bị, Thông tin, hoặc viết tay.", "Dotted blanks are what the handbook does not know: fill them in Prepare, Particulars, or by hand.";
        no_blanks: "Văn bản này không còn chỗ trống: xem lại, rồi in.", "This paper has no blank: look it over, then print.";
        missing: "Còn trống trên văn bản này:", "Still blank on this paper:";
        docx: "Tải bản Word (.docx)", "Download for Word (.docx)";
        docx_failed: "Chưa lập được tệp Word: trình duyệt không mở được phần ghi tệp. Hãy tải lại trang khi có mạng, hoặc in.", "The Word file could not be made: the browser did not open the part that writes it. Load the page again with a network, or print.";
        reword: "Sửa lời", "Reword";
        reword_how: "Bấm “Sửa câu này” dưới câu muốn sửa. Số và tên do sổ tay điền thì giữ nguyên.", "Press “Reword this” beneath a sentence. Figures and names that the handbook fills in stay.";
        figures_link: "Bấm vào một con số để tới nơi có số đó.", "Press a figure to go where it comes from.";
        reword_this: "Sửa câu này", "Reword this";
        reworded: "đã sửa tay", "reworded by hand";
        reword_save: "Dùng câu này", "Use these words";
        reword_back: "Trở lại lời mẫu", "Back to the form";
        fill_in: "Ghi ở Thông tin", "Fill in at Particulars";
        not_ready: "Lần bầu này chưa có kết quả để lập biên bản.", "This round has no result to minute yet.";
        no_date: "ngày …… tháng …… năm ……", "date: ………………";
        draft: "DỰ THẢO: chưa niêm phong", "DRAFT: not sealed";
    }
}

impl Words {
    /// The name of a paper by its form, or the form's id where this build does not know it.
    pub fn paper_name<'a>(&self, form: &'a str) -> &'a str {
        match form {
            "counting_minutes" => self.paper.minutes,
            "programme" => self.paper.programme,
            "script" => self.reports.script_name,
            "roll" => self.paper.roll,
            "plan" => self.plan.wall_name,
            "decoration" => self.decoration.name,
            "attendance" => self.reports.attendance_name,
            "minutes" => self.reports.minutes_name,
            "report" => self.reports.report_name,
            "submission" => self.reports.submission_name,
            "resolution" => self.reports.resolution_name,
            "course" => self.course.name,
            "lessons" => self.afterwards.paper_lessons_name,
            "outline" => self.documents.outline,
            "reply" => self.reports.reply_name,
            "ratification" => self.reports.ratification_name,
            "restore" => self.reports.restore_name,
            "desk_log" => self.reports.desk_log_name,
            "ballots" => self.reports.ballot_name,
            "tally" => self.reports.tally_name,
            form => form,
        }
    }

    /// Who was summoned.
    pub fn summoned(&self, form: CongressForm) -> &'static str {
        match form {
            CongressForm::Members => self.prepare.base_full,
            CongressForm::Delegates => self.prepare.base_delegates,
        }
    }

    /// Where something on a paper comes from: a place of the app.
    pub fn comes_from(&self, place: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Nguồn: {place}"),
            Language::English => format!("From: {place}"),
        }
    }

    /// A sentence in other words lacks something that the handbook fills in; with where that comes from.
    pub fn figure_lost(&self, figure: &str, source: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Câu phải còn “{figure}”, đúng thứ tự như trước. {source}"),
            Language::English => format!("“{figure}” has to stay in the sentence, in its place. {source}"),
        }
    }

    /// A standing.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Full => self.prepare.full,
            Standing::Probationary => self.prepare.probationary,
        }
    }
}
