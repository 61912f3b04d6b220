//! Reports and minutes of a congress: who came, what the chair says, and what happened.

use super::{Language, Words};

words! {
    /// Reports and minutes.
    ReportWords {
        of_the_congress: "Về đại hội", "Of the congress";
        of_the_superior: "Của cấp trên", "Of the superior";
        reply_name: "Trả lời, góp ý văn kiện (của cấp trên)", "Reply with comments on the documents (of the superior)";
        ratification_name: "Quyết định chuẩn y (của cấp trên)", "Decision of ratification (of the superior)";
        restore_name: "Bản in khôi phục (mã QR)", "Restore sheet (QR codes)";
        restore_making: "Đang lập mã…", "Making the codes…";
        restore_too_large: "Đại hội này không vừa một bản in 12 mã. Hãy giữ tệp sao lưu ở hai nơi.", "This congress does not fit on a sheet of twelve codes. Keep the backup file in two places.";
        desk_log_name: "Nhật ký ban kiểm phiếu", "Log of the counting board";
        attendance_name: "Báo cáo tình hình đảng viên dự đại hội", "Report on attendance";
        credentials_name: "Báo cáo thẩm tra tư cách đại biểu", "Credentials report";
        script_name: "Kịch bản điều hành", "Running script";
        minutes_name: "Biên bản đại hội", "Minutes of the congress";
        report_name: "Báo cáo kết quả đại hội", "Report on the congress";
        submission_name: "Tờ trình đề nghị chuẩn y", "Submission for ratification";
        resolution_name: "Nghị quyết đại hội (khung)", "Resolution (skeleton)";
        ballot_name: "Phiếu bầu", "Ballots";
        stamp: "Dấu", "Stamp";
        tally_name: "Phiếu kiểm đếm (ô năm nét)", "Tally sheet (five strokes)";
        invalid_ballots: "Phiếu không hợp lệ", "Invalid ballots";
    }
}

impl Words {
    /// A blank in the minutes, with what belongs into it.
    pub fn to_be_minuted(&self, what: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("[Ghi: {what}] ………………"),
            Language::English => format!("[To be noted: {what}] ………………"),
        }
    }
}
