//! Reports and minutes of a congress: who came, what the chair says, and what happened.

use super::{Language, Words};

words! {
    /// Reports and minutes.
    ReportWords {
        of_the_congress: "Về đại hội", "Of the congress";
        of_the_superior: "Của cấp trên", "Of the superior";
        reply_name: "Trả lời, góp ý văn kiện", "Reply with comments on the documents";
        ratification_name: "Quyết định chuẩn y", "Decision of ratification";
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
    /// How many sheets of ballots to print, where each holds `several` and so many people vote.
    pub fn ballot_sheets(&self, several: usize, people: u32) -> String {
        let several = u32::try_from(several).unwrap_or(u32::MAX).max(1);
        let sheets = people.div_ceil(several);
        match self.language {
            Language::Vietnamese => {
                format!(
                    "{several} phiếu một tờ: in ít nhất {sheets} tờ cho {people} người, chưa kể phiếu dự phòng."
                )
            }
            Language::English => {
                let ballots = self.counted(i64::from(several), "", "ballot", "ballots");
                let sheets = self.counted(i64::from(sheets), "", "sheet", "sheets");
                let people = self.counted(i64::from(people), "", "voter", "voters");
                format!("{ballots} a sheet: print at least {sheets} for {people}, spare ballots not counted.")
            }
        }
    }

    /// A blank in the minutes, with what belongs into it.
    pub fn to_be_minuted(&self, what: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("[Ghi: {what}] ………………"),
            Language::English => format!("[To be noted: {what}] ………………"),
        }
    }
}
