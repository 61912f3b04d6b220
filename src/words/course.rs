//! The course of a congress: its times on paper.

use super::{Language, Words};

words! {
    /// The paper of the course of a congress.
    CourseWords {
        title: "Diễn biến đại hội", "The course of the congress";
        name: "Diễn biến và thời gian", "Course and times";
        planned: "Định trước", "Planned";
        actual: "Thực tế", "Actual";
        minutes: "Phút", "Min";
        difference: "Chênh", "Difference";
        not_held: "không tiến hành", "not held";
        sum: "Cộng", "Sum";
        picture: "Hình: định trước (trên), thực tế (dưới)", "Picture: planned (above), actual (below)";
        speaker: "Họ tên", "Name";
        turn: "Loại", "Kind";
        spoken: "Thời gian", "Time";
        point: "Nội dung, ý chính", "Subject and point";
        table: "Tải bảng (CSV)", "Download the table (CSV)";
        file: "dien-bien", "course";
    }
}

impl Words {
    /// A jump of the machine's clock, as the paper tells it.
    pub fn step_on_paper(&self, by: i64, passed: bool, time: &str) -> String {
        let span = Self::clock(by.saturating_abs());
        match (self.language, by > 0, passed) {
            (Language::Vietnamese, true, true) => {
                format!("Ghi chú: lúc {time} máy đã ngủ {span}; thời gian đó được tính.")
            }
            (Language::Vietnamese, true, false) => {
                format!("Ghi chú: lúc {time} đồng hồ máy được chỉnh tới {span}; không tính.")
            }
            (Language::Vietnamese, false, _) => {
                format!("Ghi chú: lúc {time} đồng hồ máy lùi {span}; thời gian đã dùng giữ nguyên.")
            }
            (Language::English, true, true) => {
                format!("Note: at {time} the machine slept for {span}; that time counts.")
            }
            (Language::English, true, false) => {
                format!("Note: at {time} the machine's clock was set {span} ahead; that does not count.")
            }
            (Language::English, false, _) => {
                format!("Note: at {time} the machine's clock went back {span}; the time used stayed.")
            }
        }
    }
}
