//! Reports and minutes of a congress: who came, what the chair says, and what happened.

use super::{Language, Words};

words! {
    /// Reports and minutes.
    ReportWords {
        of_the_congress: "Về đại hội", "Of the congress";
        attendance_name: "Báo cáo tình hình đảng viên dự đại hội", "Report on attendance";
        attendance_title: "BÁO CÁO TÌNH HÌNH ĐẢNG VIÊN DỰ ĐẠI HỘI", "REPORT ON ATTENDANCE";
        credentials_name: "Báo cáo thẩm tra tư cách đại biểu", "Credentials report";
        credentials_title: "BÁO CÁO THẨM TRA TƯ CÁCH ĐẠI BIỂU", "CREDENTIALS REPORT";
        summoned: "Đảng viên chính thức được triệu tập", "Full members summoned";
        delegates_summoned: "Đại biểu được triệu tập", "Delegates summoned";
        present: "Có mặt", "Present";
        absent: "Vắng mặt", "Absent";
        unmarked: "Chưa điểm danh", "Not marked yet";
        probationary: "Đảng viên dự bị có mặt", "Probationary members present";
        late: "Đến sau khi khai mạc", "Came after the opening";
        base: "Mẫu số để tính kết quả bầu cử", "Base of the election results";
        qualified: "Đại hội đủ số người dự để tiến hành.", "Enough people are present to hold the congress.";
        not_qualified: "Chưa đủ hai phần ba số người dự: đại hội chưa tiến hành được.", "Two thirds are not present: the congress cannot be held yet.";
        sign_convener: "T/M CẤP ỦY TRIỆU TẬP", "FOR THE CONVENING COMMITTEE";
        sign_credentials: "T/M BAN THẨM TRA TƯ CÁCH ĐẠI BIỂU", "FOR THE CREDENTIALS COMMITTEE";
        script_name: "Kịch bản điều hành", "Running script";
        script_title: "KỊCH BẢN ĐIỀU HÀNH ĐẠI HỘI", "RUNNING SCRIPT OF THE CONGRESS";
        led_by: "Người thực hiện", "By";
        says: "Lời dẫn", "The chair says";
        vote: "Biểu quyết", "Vote";
        minute: "Thư ký ghi", "To be minuted";
        minutes_name: "Biên bản đại hội", "Minutes of the congress";
        minutes_title: "BIÊN BẢN ĐẠI HỘI", "MINUTES OF THE CONGRESS";
        head_time: "I. Thời gian, địa điểm", "I. Time and place";
        head_people: "II. Thành phần", "II. Who attended";
        head_course: "III. Diễn biến", "III. What happened";
        head_discussion: "IV. Thảo luận", "IV. Discussion";
        head_votes: "V. Biểu quyết", "V. Open votes";
        head_elections: "VI. Bầu cử", "VI. Elections";
        head_end: "VII. Kết thúc", "VII. Closing";
        place: "Địa điểm", "Place";
        chair: "Đoàn chủ tịch (chủ tịch đại hội)", "Presidium (chair)";
        secretary: "Thư ký đại hội", "Secretary of the congress";
        board: "Ban kiểm phiếu", "Counting board";
        guests: "Khách mời: ……………………………………………………………", "Guests: ……………………………………………………………";
        no_speakers: "Không có ý kiến được ghi trên sổ tay: ……………………………………", "No remark is in the handbook: ……………………………………";
        no_votes: "Không có biểu quyết được ghi trên sổ tay: ……………………………………", "No open vote is in the handbook: ……………………………………";
        resolution: "Đại hội thông qua nghị quyết: ……/…… tán thành. Ý kiến khác: ……………………", "The congress adopted its resolution: ……/…… for. Other opinions: ……………………";
        complaints: "Khiếu nại, kiến nghị: ……………………………………………………", "Complaints, proposals: ……………………………………………………";
        verdict: "Kết quả", "Result";
        ballot_name: "Phiếu bầu", "Ballots";
        how_agree: "Mỗi người đánh dấu X vào một ô: đồng ý hoặc không đồng ý.", "Put one X in each row: agree or disagree.";
        stamp: "Dấu", "Stamp";
        tally_name: "Phiếu kiểm đếm (ô năm nét)", "Tally sheet (five strokes)";
        tally_title: "PHIẾU KIỂM ĐẾM", "TALLY SHEET";
        tally_note: "Một người đọc, một người gạch, một người giám sát. Mỗi ô năm nét.", "One reads, one strikes, one watches. Five strokes a square.";
        squares: "Ô năm nét", "Squares of five";
        invalid_ballots: "Phiếu không hợp lệ", "Invalid ballots";
        sign_reader: "NGƯỜI ĐỌC", "READ BY";
        sign_striker: "NGƯỜI GẠCH", "STRUCK BY";
        sign_secretary: "THƯ KÝ", "SECRETARY";
    }
}

impl Words {
    /// A number of people, in figures and in words: "17 (mười bảy) người".
    pub fn people(&self, people: u32) -> String {
        let in_words = self.number(people);
        match self.language {
            Language::Vietnamese => format!("{people} ({in_words}) người"),
            Language::English if people == 1 => "1 (one) person".to_owned(),
            Language::English => format!("{people} ({in_words}) people"),
        }
    }

    /// From when to when the congress was held, and where it stands if it was not closed.
    pub fn congress_span(&self, date: &str, begun: Option<&str>, closed: Option<&str>) -> String {
        let (begun, closed) = (begun.unwrap_or("……"), closed.unwrap_or("……"));
        match self.language {
            Language::Vietnamese => format!("Khai mạc lúc {begun}, bế mạc lúc {closed}, {date}."),
            Language::English => format!("Opened at {begun}, closed at {closed}, {date}."),
        }
    }

    /// A blank in the minutes, with what belongs into it.
    pub fn to_be_minuted(&self, what: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("[Ghi: {what}] ………………"),
            Language::English => format!("[To be noted: {what}] ………………"),
        }
    }

    /// The title of a ballot.
    pub fn ballot_title(&self, office: &str, term: &str, number: u32) -> String {
        let round = if number > 1 { self.language.pick(", lần ", ", round ") } else { "" };
        let number = if number > 1 { number.to_string() } else { String::new() };
        match self.language {
            Language::Vietnamese => format!("Phiếu bầu {office} nhiệm kỳ {term}{round}{number}"),
            Language::English => format!("Ballot for the {office}, term {term}{round}{number}"),
        }
    }

    /// How a ballot with surplus is filled in.
    pub fn how_strike(&self, seats: u32) -> String {
        match self.language {
            Language::Vietnamese => {
                format!(
                    "Bầu {seats} người: gạch ngang giữa họ và tên những người không bầu. Để lại nhiều hơn {seats} tên thì phiếu không hợp lệ."
                )
            }
            Language::English => {
                format!(
                    "Elect {seats}: strike the full names that you do not elect. A ballot with more than {seats} names left is invalid."
                )
            }
        }
    }

    /// How many ballots there are to count.
    pub fn ballots_to_count(&self, ballots: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("Số phiếu: {ballots} ({})", self.number(ballots)),
            Language::English => format!("Ballots: {ballots} ({})", self.number(ballots)),
        }
    }

    /// The last sentence of the minutes.
    pub fn minutes_of_congress_end(&self) -> &'static str {
        self.language.pick(
            "Biên bản lập thành …… bản, đã đọc lại trước đại hội và được nhất trí thông qua.",
            "These minutes were made in …… copies, read to the congress and agreed.",
        )
    }
}
