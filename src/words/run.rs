//! Run: the chair's console and the hall screen.

use super::{Language, Words};
use crate::congress::agenda::clock::Phase;
use crate::congress::election::Ballots;
use crate::congress::spelling::small;

words! {
    /// Run.
    RunWords {
        running: "Đang diễn ra", "Running";
        last_minute: "Còn 1 phút", "One minute left";
        overtime: "Quá giờ", "Over time";
        paused: "Đang dừng", "Paused";
        please_conclude: "xin kết luận", "please conclude";
        pause: "Dừng", "Pause";
        resume: "Chạy tiếp", "Go on";
        minus_minute: "−1 phút", "−1 minute";
        plus_minute: "+1 phút", "+1 minute";
        earlier: "Đã bắt đầu từ 1 phút trước", "It began a minute ago";
        back: "Quay lại mục trước", "Back to the previous item";
        close: "Bế mạc, dừng đồng hồ", "Close the congress, stop the clock";
        close_question: "Kết thúc đại hội và dừng đồng hồ?", "End the congress and stop the clock?";
        programme: "Chương trình", "Programme";
        planned: "Định trước", "Planned";
        actual: "Thực tế, dự kiến", "Actual, expected";
        actual_short: "Dự kiến", "Expected";
        on_time: "Đúng giờ", "On time";
        empty: "Chương trình chưa có nội dung nào.", "The programme has no items yet.";
        to_programme: "Soạn chương trình", "Write the programme";
        over: "Đại hội đã bế mạc. Tải tệp sao lưu, rồi in biên bản kiểm phiếu.", "The congress is over. Download the backup, then print the counting minutes.";
        to_documents: "Mở hồ sơ", "Open the documents";
        hall_leave: "Rời màn hình hội trường", "Leave the hall screen";
        hall_leave_question: "Rời màn hình hội trường?", "Leave the hall screen?";
        hall_leave_note: "Số liệu chưa công bố có thể hiện trên màn hình này.", "Figures that are not released may come onto this screen.";
        hall_stay: "Ở lại", "Stay";
        hall_waiting: "Sắp bắt đầu", "About to begin";
        hall_next: "Tiếp theo", "Next";
        hall_last: "Nội dung cuối cùng", "The last item";
        hall_over: "Đại hội đã bế mạc", "The congress is over";
        hall_thanks: "Trân trọng cảm ơn", "Thank you";
        fewer: "Thu gọn", "Show fewer";
        begin_short: "Bắt đầu", "Begin";
        begin_again: "Bắt đầu mục này", "Begin this item";
        to_count: "Mở Kiểm phiếu", "Open Count";
    }
}

impl Words {
    /// Where the running item stands.
    pub fn phase(&self, phase: Phase, paused: bool) -> &'static str {
        match (paused, phase) {
            (true, _) => self.run.paused,
            (false, Phase::Running) => self.run.running,
            (false, Phase::LastMinute) => self.run.last_minute,
            (false, Phase::Overtime) => self.run.overtime,
        }
    }

    /// The opening sentence before the first item.
    pub fn begin_first(&self, title: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Bắt đầu bằng **{title}**; đồng hồ chạy từ lúc bấm."),
            Language::English => format!("Begin with **{title}**; the clock runs from your press."),
        }
    }

    /// The opening sentence while an item runs.
    pub fn then_next(&self, current: &str, next: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Xong {}, sang **{next}**.", lower_first(current)),
            Language::English => format!("After “{current}”, go on to **{next}**."),
        }
    }

    /// The opening sentence while the last item runs.
    pub fn then_close(&self, current: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Xong {}, tuyên bố bế mạc.", lower_first(current)),
            Language::English => format!("After “{current}”, close the congress."),
        }
    }

    /// The opening sentence between items.
    pub fn go_on(&self, next: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Tiếp theo: **{next}**."),
            Language::English => format!("Next: **{next}**."),
        }
    }

    /// The button that begins the first item.
    pub fn begin(&self) -> &'static str {
        self.language.pick("Bắt đầu đại hội", "Begin the congress")
    }

    /// The button that begins the next item.
    pub fn go_to_next(&self) -> &'static str {
        self.language.pick("Sang mục tiếp", "Next item")
    }

    /// What the clock shows: left of the granted time, or beyond it.
    pub fn clock_note(&self, over: bool, minutes: i64) -> String {
        match (self.language, over) {
            (Language::Vietnamese, false) => format!("còn lại trong {minutes} phút"),
            (Language::Vietnamese, true) => format!("đã hết {minutes} phút"),
            (Language::English, false) => {
                format!("left of {}", self.counted(minutes, "", "minute", "minutes"))
            }
            (Language::English, true) => format!("past {}", self.counted(minutes, "", "minute", "minutes")),
        }
    }

    /// The bar beneath the clock, read aloud.
    pub fn clock_bar(&self, used: &str, minutes: i64) -> String {
        match self.language {
            Language::Vietnamese => format!("Đã qua {used} trên {minutes} phút"),
            Language::English => format!("{used} of {minutes} minutes used"),
        }
    }

    /// Late or early in whole minutes.
    pub fn lateness(&self, minutes: i64) -> String {
        match (self.language, minutes) {
            (_, 0) => self.run.on_time.to_owned(),
            (Language::Vietnamese, 1..) => format!("Chậm {minutes} phút"),
            (Language::Vietnamese, _) => format!("Nhanh {} phút", -minutes),
            (Language::English, 1..) => format!("{} late", self.counted(minutes, "", "minute", "minutes")),
            (Language::English, _) => format!("{} early", self.counted(-minutes, "", "minute", "minutes")),
        }
    }

    /// Expected and planned end.
    pub fn ends(&self, expected: &str, planned: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Dự kiến bế mạc {expected}, định {planned}"),
            Language::English => format!("Expected end {expected}, planned {planned}"),
        }
    }

    /// Actual and planned end.
    pub fn ended(&self, actual: &str, planned: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Bế mạc {actual}, định {planned}"),
            Language::English => format!("Ended {actual}, planned {planned}"),
        }
    }

    /// The button that shows every item.
    pub fn all_items(&self, number: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Xem cả {number} mục"),
            Language::English => format!("Show all {number} items"),
        }
    }

    /// Minutes, for the line after a title.
    pub fn minutes(&self, minutes: i64) -> String {
        self.counted(minutes, "phút", "minute", "minutes")
    }

    /// How far the count is, for the hall: ballots entered, of how many returned.
    pub fn hall_progress(&self, entered: Option<u32>, collected: Option<u32>) -> String {
        match (self.language, entered, collected) {
            (Language::Vietnamese, Some(entered), Some(all)) => {
                format!("Đang kiểm phiếu: **{entered}** trên {all}")
            }
            (Language::English, Some(entered), Some(all)) => format!("Being counted: **{entered}** of {all}"),
            (Language::Vietnamese, Some(entered), None) => format!("Đang kiểm phiếu: **{entered}**"),
            (Language::English, Some(entered), None) => format!("Being counted: **{entered}**"),
            (Language::Vietnamese, None, _) => "Ban kiểm phiếu đang làm việc".to_owned(),
            (Language::English, None, _) => "The counting board is at work".to_owned(),
        }
    }

    /// The figures under a result on the hall screen.
    pub fn hall_foot(&self, ballots: &Ballots, base: u32, threshold: Option<u32>) -> String {
        let Ballots { issued, collected, valid, invalid } = ballots;
        match (self.language, threshold) {
            (Language::Vietnamese, Some(threshold)) => format!(
                "Phát ra {issued}, thu về {collected}, hợp lệ {valid}, không hợp lệ {invalid}. Tính trên {base}; quá nửa từ {threshold} phiếu."
            ),
            (Language::Vietnamese, None) => {
                format!("Phát ra {issued}, thu về {collected}, hợp lệ {valid}, không hợp lệ {invalid}.")
            }
            (Language::English, Some(threshold)) => format!(
                "Issued {issued}, returned {collected}, valid {valid}, invalid {invalid}. Base {base}; more than half from {threshold}."
            ),
            (Language::English, None) => {
                format!("Issued {issued}, returned {collected}, valid {valid}, invalid {invalid}.")
            }
        }
    }

    /// The time of day over the opening sentence.
    pub fn now(&self, time: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Việc tiếp theo · bây giờ {time}"),
            Language::English => format!("Next · it is {time}"),
        }
    }
}

/// A title within a sentence: its first letter small, unless the word is in capitals.
fn lower_first(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(is_capital) => {
            small(&first.to_string()) + letters.as_str()
        }
        _ => title.to_owned(),
    }
}

fn is_capital(letter: char) -> bool {
    let letter = letter.to_string();
    small(&letter) != letter
}
