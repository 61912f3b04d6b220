//! What goes to the superior after the congress, and the congress's resolution.

use super::{Language, Words};

words! {
    /// The report on the congress, the submission for ratification, the resolution.
    OutcomePaperWords {
        report_name: "Báo cáo kết quả đại hội", "Report on the congress";
        report_title: "BÁO CÁO KẾT QUẢ ĐẠI HỘI", "REPORT ON THE CONGRESS";
        to: "Kính gửi", "To";
        head_congress: "1. Đại hội", "1. The congress";
        kind: "Hình thức", "Kind";
        duration: "Thời gian", "Time";
        head_attendance: "2. Thành phần", "2. Attendance";
        head_documents: "3. Văn kiện", "3. Documents";
        approved: "được duyệt ngày", "approved on";
        not_approved: "chưa ghi ngày duyệt", "no day of approval noted";
        opinions: "Ý kiến góp ý trước đại hội", "Opinions before the congress";
        accepted: "tiếp thu", "accepted";
        speakers: "Ý kiến phát biểu tại đại hội", "Speakers at the congress";
        head_rounds: "4. Kết quả bầu cử từng lần", "4. Results, round by round";
        head_elected: "5. Người trúng cử", "5. Elected";
        profile: "Nữ: ……; dưới 40 tuổi: ……; dân tộc thiểu số: ……; tái cử: ……; tuổi bình quân: ……; trình độ chuyên môn, lý luận: ……", "Women: ……; under 40: ……; ethnic minorities: ……; re-elected: ……; average age: ……; professional and political level: ……";
        shortfall: "Thiếu so với số lượng cần bầu", "Short of the number to elect";
        head_complaints: "6. Khiếu nại, vi phạm và cách xử lý", "6. Complaints, violations, remedies";
        head_lessons: "7. Rút kinh nghiệm", "7. Lessons";
        blank_line: "……………………………………………………………………", "……………………………………………………………………";
        attached: "Gửi kèm", "Attached";
        submission_name: "Tờ trình đề nghị chuẩn y", "Submission for ratification";
        submission_title: "TỜ TRÌNH", "SUBMISSION";
        submission_ask: "Đề nghị xem xét, chuẩn y kết quả bầu cử:", "We ask you to ratify the result of the election:";
        sign_secretary: "T/M CẤP ỦY, BÍ THƯ", "FOR THE COMMITTEE, SECRETARY";
        resolution_name: "Nghị quyết đại hội (khung)", "Resolution (skeleton)";
        resolution_title: "NGHỊ QUYẾT", "RESOLUTION";
        resolves: "QUYẾT NGHỊ", "RESOLVES";
        part_reports: "1. Tán thành nội dung đánh giá, phương hướng trong báo cáo chính trị trình đại hội, với các chỉ tiêu chủ yếu: ……", "1. To agree with the assessment and the direction of the political report, with the main targets: ……";
        part_review: "2. Thông qua báo cáo kiểm điểm của cấp ủy khóa trước.", "2. To adopt the self-review of the former committee.";
        part_elected: "3. Thông qua kết quả bầu cử:", "3. To adopt the result of the election:";
        part_duty: "4. Giao cấp ủy khóa mới xây dựng chương trình hành động, tổ chức thực hiện nghị quyết.", "4. To charge the new committee with the action programme and the execution of this resolution.";
    }
}

impl Words {
    /// The subject of the submission.
    pub fn submission_subject(&self, organisation: &str, term: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Đề nghị chuẩn y kết quả bầu cử {organisation}, nhiệm kỳ {term}"),
            Language::English => format!("Ratification of the election of {organisation}, term {term}"),
        }
    }

    /// What the resolution rests on.
    pub fn resolution_basis(&self, organisation: &str, date: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Đại hội {organisation}, họp {date}, sau khi thảo luận các báo cáo,")
            }
            Language::English => {
                format!("The congress of {organisation}, held on {date}, having discussed the reports,")
            }
        }
    }

    /// Somebody elected to an office, with votes and share.
    pub fn elected_line(&self, office: &str, name: &str, votes: u32, base: u32, share: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("– {office}: đồng chí {name}, {votes}/{base} phiếu ({share})"),
            Language::English => format!("– {office}: {name}, {votes}/{base} votes ({share})"),
        }
    }
}
