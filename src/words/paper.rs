//! Papers: what is printed, signed and filed.

use super::{Language, Words};
use crate::congress::election::{CongressForm, ProofRow, RoundKind};
use crate::congress::people::Standing;

words! {
    /// Papers.
    PaperWords {
        party: "ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM";
        minutes_title: "BIÊN BẢN KIỂM PHIẾU", "COUNTING MINUTES";
        minutes: "Biên bản kiểm phiếu", "Counting minutes";
        programme_title: "CHƯƠNG TRÌNH ĐẠI HỘI", "PROGRAMME OF THE CONGRESS";
        programme: "Chương trình đại hội", "Programme of the congress";
        roll_title: "DANH SÁCH ĐẢNG VIÊN DỰ ĐẠI HỘI", "ROLL OF THE CONGRESS";
        roll: "Danh sách đảng viên dự đại hội", "Roll of the congress";
        number: "STT", "No.";
        full_name: "Họ và tên", "Full name";
        signature: "Ký tên", "Signature";
        head_base: "I. Số người bầu và mẫu số", "I. Who votes, and the base";
        head_result: "II. Kết quả kiểm phiếu", "II. Result of the count";
        head_elected: "III. Người trúng cử, theo số phiếu từ cao xuống thấp", "III. Elected, most votes first";
        nobody_elected: "Không có ai trúng cử trong lần bầu này.", "Nobody was elected in this round.";
        complaints: "Khiếu nại về bầu cử và kết luận của ban kiểm phiếu: ……………………………………………", "Complaints about the election and the board's conclusion: ……………………………………………";
        sign_members: "CÁC THÀNH VIÊN", "MEMBERS";
        sign_head: "TRƯỞNG BAN KIỂM PHIẾU", "HEAD OF THE COUNTING BOARD";
        sign_presidium: "T/M ĐOÀN CHỦ TỊCH", "FOR THE PRESIDIUM";
        preview_note: "Chỗ có dấu chấm là điều sổ tay chưa biết: ghi ở Chuẩn bị, Thông tin, hoặc viết tay.", "Dotted blanks are what the handbook does not know: fill them in Prepare, Particulars, or by hand.";
        missing: "Còn trống trên văn bản:", "Still blank on papers:";
        docx: "Tải bản Word (.docx)", "Download for Word (.docx)";
        docx_failed: "Chưa lập được tệp Word: trình duyệt không mở được phần ghi tệp. Hãy tải lại trang khi có mạng, hoặc in.", "The Word file could not be made: the browser did not open the part that writes it. Load the page again with a network, or print.";
        fill_in: "Ghi ở Thông tin", "Fill in at Particulars";
        not_ready: "Lần bầu này chưa có kết quả để lập biên bản.", "This round has no result to minute yet.";
        draft: "DỰ THẢO: chưa niêm phong", "DRAFT: not sealed";
    }
}

impl Words {
    /// The subject of counting minutes.
    pub fn minutes_subject(&self, office: &str, term: &str, number: u32, kind: RoundKind) -> String {
        let tie = match kind {
            RoundKind::Ordinary => "",
            RoundKind::TieBreak => self.language.pick(", giữa những người bằng phiếu", ", among the tied"),
        };
        match self.language {
            Language::Vietnamese => format!("Bầu {office}, nhiệm kỳ {term}, lần thứ {number}{tie}"),
            Language::English => format!("Election of the {office}, term {term}, round {number}{tie}"),
        }
    }

    /// The legal basis.
    pub fn minutes_basis(&self, rules: &str, date: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!(
                    "Căn cứ Điều lệ Đảng Cộng sản Việt Nam; {rules}; hôm nay, {date}, ban kiểm phiếu lập biên bản như sau."
                )
            }
            Language::English => {
                format!(
                    "On the basis of the Charter and of the {rules}, on {date} the counting board records the following."
                )
            }
        }
    }

    /// The printed ballots.
    pub fn minutes_paper(&self, printed: u32, exchanged: u32, unused: u32) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Số phiếu in ra: {printed}; viết hỏng, đã đổi: {exchanged}; chưa dùng: {unused}")
            }
            Language::English => {
                format!("Ballots printed: {printed}; spoilt and exchanged: {exchanged}; not used: {unused}")
            }
        }
    }

    /// A count or a seal that was opened again.
    pub fn minutes_reopened(&self, by: &str, reason: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Đã mở lại theo quyết định của {by}. Lý do: {reason}"),
            Language::English => format!("Opened again as decided by {by}. Reason: {reason}"),
        }
    }

    /// Who was summoned.
    pub fn summoned(&self, form: CongressForm) -> &'static str {
        match form {
            CongressForm::Members => self.prepare.base_full,
            CongressForm::Delegates => self.prepare.base_delegates,
        }
    }

    /// The base and the least votes that are more than half.
    pub fn minutes_base(&self, base: u32, threshold: Option<u32>) -> String {
        match (self.language, threshold) {
            (Language::Vietnamese, Some(threshold)) => {
                format!("= Mẫu số để tính kết quả: {base}; quá một nửa là từ {threshold} phiếu")
            }
            (Language::Vietnamese, None) => {
                format!("= Mẫu số: {base}; giữa những người bằng phiếu, ai nhiều phiếu hơn thì trúng cử")
            }
            (Language::English, Some(threshold)) => {
                format!("= Base of the result: {base}; more than half is {threshold} votes or more")
            }
            (Language::English, None) => format!("= Base: {base}; among the tied the higher number wins"),
        }
    }

    /// Present and absent at the vote.
    pub fn minutes_present(&self, present: u32, absent: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Có mặt khi bầu: {present}; vắng mặt khi bầu: {absent}"),
            Language::English => format!("Present at the vote: {present}; absent: {absent}"),
        }
    }

    /// The ballots.
    pub fn minutes_ballots(&self, issued: u32, collected: u32, valid: u32, invalid: u32) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Số phiếu phát ra: {issued}; thu về: {collected}; hợp lệ: {valid}; không hợp lệ: {invalid} (lý do: ………………)"
            ),
            Language::English => {
                format!(
                    "Ballots issued: {issued}; returned: {collected}; valid: {valid}; invalid: {invalid} (reason: ………………)"
                )
            }
        }
    }

    /// One elected person.
    pub fn minutes_elected(&self, place: usize, row: &ProofRow, base: u32) -> String {
        let share = self.share(row.share_hundredths);
        match self.language {
            Language::Vietnamese => {
                format!("{place}. Đồng chí {}: {}/{base} phiếu, đạt {share}", row.name, row.votes)
            }
            Language::English => format!("{place}. {}: {}/{base} votes, {share}", row.name, row.votes),
        }
    }

    /// Those who are level.
    pub fn minutes_tied(&self, names: &str, seats: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Bằng phiếu ở {seats} vị trí cuối: {names}."),
            Language::English => format!("Level for the last {seats}: {names}."),
        }
    }

    /// The alternates.
    pub fn minutes_alternates(&self, names: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Quá nửa, ngoài số lượng cần bầu, theo thứ tự số phiếu: {names}.")
            }
            Language::English => format!("Over half beyond the number to elect, in order of votes: {names}."),
        }
    }

    /// The last sentence.
    pub fn minutes_end(&self, round: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Biên bản ({round}) lập xong hồi …… giờ ……, thành …… bản, đã đọc trước đại hội.")
            }
            Language::English => {
                format!(
                    "These minutes ({round}) were finished at ……, in …… copies, and read to the congress."
                )
            }
        }
    }

    /// A standing.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Full => self.prepare.full,
            Standing::Probationary => self.prepare.probationary,
        }
    }

    /// The figures over the roll.
    pub fn roll_sum(&self, full: u32, present: u32, probationary: u32) -> String {
        match self.language {
            Language::Vietnamese => {
                format!(
                    "Đảng viên chính thức: {full}, có mặt {present}. Đảng viên dự bị có mặt: {probationary}."
                )
            }
            Language::English => {
                format!(
                    "Full members: {full}, present {present}. Probationary members present: {probationary}."
                )
            }
        }
    }
}
