//! Run: the chair's console and the hall screen.

use super::{Language, Words};
use crate::congress::agenda::TurnKind;
use crate::congress::agenda::clock::Phase;
use crate::congress::moment::MINUTE_MS;
use crate::congress::people::name::given_name;
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
        speaking: "Đang phát biểu", "Speaking";
        stands_still: "Đồng hồ đang dừng; bấm **Chạy tiếp** khi họp lại.", "The clock is stopped; press **Go on** when the sitting resumes.";
        see_missing: "Xem điều chưa có", "See what is missing";
        earlier: "Đã bắt đầu từ trước", "It began earlier";
        earlier_question: "Mục này đã bắt đầu từ bao giờ?", "When did it really begin?";
        earlier_note: "Bấm nhiều lần được. Nhật ký ghi cả giờ đã bấm lẫn giờ sửa lại.", "Press again to go further back. The log keeps the time of the press and the corrected one.";
        count_to: "Đếm ngược tới giờ hẹn", "Count down to a set time";
        count_to_time: "Giờ hẹn, theo 24 giờ, như 09:30", "Time of day, in 24 hours, as 09:30";
        count_to_do: "Đếm ngược tới giờ này", "Count down to this time";
        count_minutes: "Đếm theo số phút", "Count by the minutes";
        skip_next: "Bỏ qua mục tiếp", "Skip the next item";
        end_item: "Hết mục, tạm nghỉ", "End the item, recess";
        end_turn: "Hết lượt", "End the turn";
        lead: "Lời dẫn", "What the chair says";
        minute: "Ghi biên bản", "To be minuted";
        made_up_group: "Lấy lại thời gian", "Making up for lost time";
        accept: "Chấp nhận", "Accept";
        leave_it: "Để nguyên", "Leave it";
        firm_note: "Nghi lễ, biểu quyết và bầu cử giữ nguyên thời gian.", "Ceremonies, votes and elections keep their time.";
        step_slept: "Máy đã ngủ: thời gian trôi thật", "It slept: the time did pass";
        step_set: "Đồng hồ được chỉnh: không tính", "The clock was set: do not count it";
        step_noted: "Đã rõ", "Noted";
        speakers: "Người phát biểu", "Speakers";
        add_speaker: "Thêm người", "Add a speaker";
        no_speakers: "Chưa có ai đăng ký phát biểu.", "Nobody has asked for the floor yet.";
        speaker_name: "Họ tên người phát biểu", "Name of the speaker";
        subject: "Về việc gì (không bắt buộc)", "On what (optional)";
        turn_kind: "Loại phát biểu", "Kind of turn";
        give_floor: "Mời phát biểu", "Give the floor";
        give_floor_short: "Mời", "Give the floor";
        sooner: "Lên trước", "Sooner";
        yields: "Nhường lượt", "Yields";
        yields_short: "Nhường", "Yields";
        yielded: "đã nhường", "yielded";
        takes_after_all: "Nhận lại lượt", "Takes the turn after all";
        remove_speaker: "Bỏ khỏi danh sách", "Remove from the list";
        remove_speaker_short: "Bỏ", "Remove";
        point_note: "Ghi ý chính", "Note the point";
        point_change: "Sửa ý chính", "Change the point";
        point: "Ý chính, để đưa vào biên bản", "The point made, for the minutes";
        keep_point: "Ghi", "Keep";
        totals: "Tổng thời gian phát biểu", "Time spoken in all";
        limits: "Giới hạn phát biểu", "Speaking limits";
        limits_note: "Chưa thấy văn bản nào quy định; đại hội tự quyết trong quy chế làm việc.", "No regulation was found that sets them; the congress decides in its rules of procedure.";
        message: "Nhắn lên màn hình", "Message on the screen";
        send: "Gửi", "Send";
        please_conclude_hall: "Xin kết luận", "Please conclude";
        speak_up: "Xin nói to hơn", "Please speak up";
        take_off: "Bỏ", "Take off";
        dark: "Tắt hình", "Blackout";
        light_again: "Bật lại hình", "Picture on again";
        bell: "Chuông và rung khi còn 1 phút, khi hết giờ", "Bell and vibration at one minute and at the end";
        key_next: "Sang mục tiếp", "Next item";
        key_earlier: "Mục này đã bắt đầu từ 30 giây trước", "The item began 30 seconds earlier";
        key_speaker: "Mời người phát biểu tiếp", "Call the next speaker";
        key_yield: "Người tiếp theo nhường lượt", "The next speaker yields";
        bell_test: "Thử chuông", "Test the bell";
        after: "Định trước và thực tế", "Planned and actual";
        began_at: "Bắt đầu", "Began";
        planned_minutes: "Định, phút", "Planned, min";
        used_minutes: "Thực tế, phút", "Actual, min";
        difference: "Chênh", "Difference";
        picture: "Hình", "Picture";
        to_course: "In diễn biến đại hội", "Print the course of the congress";
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
        hall_full: "Toàn màn hình", "Full screen";
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
    pub fn phase(&self, phase: Phase, paused: bool, speaks: bool) -> &'static str {
        match (paused, phase) {
            (true, _) => self.run.paused,
            (false, Phase::Running) if speaks => self.run.speaking,
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

    /// The opening sentence before the first item, while so many things stand in the way.
    pub fn not_yet_begin(&self, missing: usize) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Còn **{missing} điều chưa có**: bổ sung, hoặc cho qua có ghi lý do, rồi bắt đầu.")
            }
            Language::English if missing == 1 => {
                "**One thing is missing**: see to it, or pass it with a reason, then begin.".to_owned()
            }
            Language::English => {
                format!(
                    "**{missing} things are missing**: see to them, or pass them with a reason, then begin."
                )
            }
        }
    }

    /// The opening sentence while an item runs.
    pub fn then_next(&self, current: &str, next: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Xong {}, sang **{next}**.", lower_first(current)),
            Language::English => format!("After “{current}”, go on to **{next}**."),
        }
    }

    /// The opening sentence while somebody waits for the floor.
    pub fn then_speaks(&self, speaking: Option<&str>, next: &str) -> String {
        match (self.language, speaking) {
            (Language::Vietnamese, Some(name)) => {
                format!("Khi {} dứt lời, mời **{}**.", comrade(name), comrade(next))
            }
            (Language::Vietnamese, None) => format!("Mời **{}** phát biểu.", comrade(next)),
            (Language::English, Some(name)) => {
                format!("When {name} has ended, give the floor to **{next}**.")
            }
            (Language::English, None) => format!("Give the floor to **{next}**."),
        }
    }

    /// The button that gives somebody the floor.
    pub fn call(&self, name: &str) -> String {
        let name = given_name(name);
        match self.language {
            Language::Vietnamese => format!("Mời {}", comrade(name)),
            Language::English => format!("Call {name}"),
        }
    }

    /// A kind of turn with its minutes.
    pub fn turn_of(&self, kind: TurnKind, minutes: i64) -> String {
        match self.language {
            Language::Vietnamese => format!("{}, {minutes} phút", self.turn(kind)),
            Language::English => format!("{}, {}", self.turn(kind), self.minutes(minutes)),
        }
    }

    /// So many turns.
    pub fn turns(&self, turns: u32) -> String {
        self.counted(i64::from(turns), "lượt", "turn", "turns")
    }

    /// Whose point is noted.
    pub fn point_of(&self, name: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Ý chính của {name}"),
            Language::English => format!("The point made by {name}"),
        }
    }

    /// A start moved back by seconds.
    pub fn seconds_ago(&self, seconds: i64) -> String {
        let (minutes, rest) = (seconds / 60, seconds % 60);
        match (self.language, minutes, rest) {
            (Language::Vietnamese, 0, _) => format!("{rest} giây trước"),
            (Language::Vietnamese, _, 0) => format!("{minutes} phút trước"),
            (Language::Vietnamese, ..) => format!("{minutes} phút {rest} giây trước"),
            (Language::English, 0, _) => format!("{rest} seconds ago"),
            (Language::English, _, 0) => format!("{} ago", self.minutes(minutes)),
            (Language::English, ..) => format!("{minutes} min {rest} s ago"),
        }
    }

    /// The button that counts to the next fixed start.
    pub fn count_until(&self, time: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Đếm ngược tới {time}, giờ của mục tiếp"),
            Language::English => format!("Count down to {time}, when the next item begins"),
        }
    }

    /// Milliseconds used of the minutes planned and granted: in whole minutes, and once the time is over as exactly as
    /// the clock beside it.
    pub fn used(&self, elapsed: i64, planned: i64, granted: i64, over: bool) -> String {
        let vi = self.language == Language::Vietnamese;
        let used = match (over, vi) {
            (true, _) => Self::clock(elapsed),
            (false, true) => format!("{} phút", elapsed.div_euclid(MINUTE_MS)),
            (false, false) => format!("{} min", elapsed.div_euclid(MINUTE_MS)),
        };
        let changed = match (vi, granted == planned) {
            (_, true) => String::new(),
            (true, false) => format!(", nay {granted}"),
            (false, false) => format!(", now {granted}"),
        };
        if vi {
            format!("Đã qua {used}, định {planned} phút{changed}")
        } else {
            format!("{used} used, {planned} min planned{changed}")
        }
    }

    /// Milliseconds left of the item beneath a speaker; negative once it is over.
    pub fn item_left(&self, left: i64) -> String {
        let span = Self::clock(left);
        match (self.language, left) {
            (Language::Vietnamese, MINUTE_MS..) => format!("Cả mục còn {} phút", left / MINUTE_MS),
            (Language::Vietnamese, 0..) => format!("Cả mục còn {span}"),
            (Language::Vietnamese, _) => format!("Cả mục quá giờ {span}"),
            (Language::English, MINUTE_MS..) => format!("{} min left of the item", left / MINUTE_MS),
            (Language::English, 0..) => format!("{span} left of the item"),
            (Language::English, _) => format!("The item is {span} over"),
        }
    }

    /// How long the counting still takes.
    pub fn counting_left(&self, minutes: i64) -> String {
        match self.language {
            Language::Vietnamese => format!("Theo nhịp kiểm phiếu, còn khoảng {minutes} phút"),
            Language::English => format!("At the pace of the counting, about {} more", self.minutes(minutes)),
        }
    }

    /// The question whether to make up for lost time.
    pub fn make_up(&self, late: u16, end: &str, short: bool) -> String {
        match (self.language, short) {
            (Language::Vietnamese, false) => format!("Lấy lại {late} phút để kết thúc lúc {end}?"),
            (Language::Vietnamese, true) => format!("Chậm {late} phút. Rút bớt để kết thúc lúc {end}?"),
            (Language::English, false) => format!("Make up for {late} min and end at {end}?"),
            (Language::English, true) => format!("{late} min late. Shorten, to end at {end}?"),
        }
    }

    /// Papers that would each be a minute shorter.
    pub fn papers_shorter(&self, papers: u16, minutes: u16) -> String {
        match self.language {
            Language::Vietnamese => format!("{papers} tham luận còn lại, mỗi bài {minutes} phút"),
            Language::English => format!("{papers} more papers of {minutes} min each"),
        }
    }

    /// An item that would have so many minutes.
    pub fn item_shorter(&self, title: &str, minutes: i64) -> String {
        match self.language {
            Language::Vietnamese => format!("{title} còn {minutes} phút"),
            Language::English => format!("{title}: {minutes} min"),
        }
    }

    /// The reminder that nothing has begun.
    pub fn not_begun(&self, minutes: i64) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Đã quá giờ định bắt đầu {minutes} phút mà đồng hồ chưa chạy.")
            }
            Language::English => {
                format!("It should have begun {} ago, and no clock runs.", self.minutes(minutes))
            }
        }
    }

    /// The reminder that the clock is stopped.
    pub fn long_pause(&self, minutes: i64) -> String {
        match self.language {
            Language::Vietnamese => format!("Đồng hồ đang dừng đã {minutes} phút."),
            Language::English => format!("The clock has been stopped for {}.", self.minutes(minutes)),
        }
    }

    /// What happened to the machine's clock.
    pub fn clock_step(&self, by: i64, time: &str) -> String {
        let span = Self::clock(by.saturating_abs());
        match (self.language, by > 0) {
            (Language::Vietnamese, true) => {
                format!("Lúc {time}, đồng hồ của máy nhảy tới **{span}**. Máy đã ngủ, hay ai đó chỉnh giờ?")
            }
            (Language::Vietnamese, false) => {
                format!("Lúc {time}, đồng hồ của máy lùi lại **{span}**. Thời gian đã dùng vẫn giữ nguyên.")
            }
            (Language::English, true) => {
                format!("At {time} the machine's clock jumped **{span}** ahead. Did it sleep, or was it set?")
            }
            (Language::English, false) => {
                format!("At {time} the machine's clock went back **{span}**. The time used stays as it was.")
            }
        }
    }

    /// When a break ends.
    pub fn back_at(&self, time: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("trở lại lúc {time}"),
            Language::English => format!("back at {time}"),
        }
    }

    /// What stands on the hall screen.
    pub fn on_the_screen(&self, message: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Đang hiện: “{message}”"),
            Language::English => format!("Shown: “{message}”"),
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

    /// The congress is expected to end when it has to be over.
    pub fn ends_too_late(&self, by: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Muộn hơn giờ phải bế mạc: {by}."),
            Language::English => format!("Later than it has to be over: {by}."),
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

    /// The time of day over the opening sentence.
    pub fn now(&self, time: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Việc tiếp theo · bây giờ {time}"),
            Language::English => format!("Next · it is {time}"),
        }
    }
}

/// A person as the chair names them, unless the name says it already.
fn comrade(name: &str) -> String {
    const COMRADE: &str = "đồng chí";
    if small(name).starts_with(COMRADE) { name.to_owned() } else { format!("{COMRADE} {name}") }
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
