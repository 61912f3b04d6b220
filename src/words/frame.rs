//! The frame: places, the save light, keys, and what every place may say.

use super::{Language, Words};

words! {
    /// The frame.
    FrameWords {
        app: "Sổ tay Đại hội", "Congress Handbook";
        places: "Các nơi trong sổ tay", "Places in the handbook";
        prepare: "Chuẩn bị", "Prepare";
        run: "Điều hành", "Run";
        count: "Kiểm phiếu", "Count";
        more: "Thêm", "More";
        hall: "Hội trường", "Hall";
        hall_opens: "Mở màn hình hội trường trong cửa sổ khác", "Open the hall screen in another window";
        guide: "Hướng dẫn", "User's guide";
        guide_title: "Hướng dẫn sử dụng: bấm vào chương **đồng chí cần**.", "The user's guide: press the chapter **that you need**.";
        guide_of: "Hướng dẫn trang này", "Guide to this page";
        hint_prepare: "Bấm vào **ô tròn** đầu dòng khi một việc đã xong. Câu chữ lớn ở đầu trang luôn nói việc kế tiếp.", "Press the **circle** of a task when it is done. The large sentence at the top always says what is next.";
        hint_run: "Bấm **Bắt đầu đại hội** lúc khai mạc, rồi **Sang mục tiếp** khi xong từng nội dung. Quên bấm thì sửa lại giờ được.", "Press **Begin the congress** at the opening, then **Next item** after each. If you forget, the time can be put right.";
        hint_count: "Bầu từng lần: **mở lần bầu**, nhập phiếu, mời người thứ hai nhập lại, rồi **niêm phong**. Sổ tay chỉ hiện chỗ hai người khác nhau.", "One round at a time: **open it**, enter the ballots, have a second person enter them again, then **seal**. Only what differs is shown.";
        hint_close: "Đã hiểu", "Understood";
        rest_missing: "Chưa tải được **phần còn lại** của sổ tay.", "**The rest** of the handbook has not come.";
        rest_missing_note: "Máy cần mạng thêm một lần nữa; sau đó sổ tay chạy không cần mạng. Dữ liệu đã lưu vẫn còn nguyên.", "The device needs the network once more; after that the handbook runs without. What was saved is untouched.";
        rest_again: "Thử lại", "Try again";
        skip: "Đến nội dung chính", "Skip to the main content";
        saved: "Đã lưu", "Saved";
        saved_memory: "Chưa lưu được: máy chặn bộ nhớ, hãy tải tệp sao lưu", "Not saved: this browser blocks storage, download a backup";
        not_saved: "Chưa lưu được: tải bản sao ngay", "Not saved: download a copy now";
        save_hint: "Mở trang dữ liệu trên máy này", "Open the page about data on this device";
        following: "Cửa sổ này chỉ theo dõi: một cửa sổ khác đang ghi. Đóng cửa sổ kia, cửa sổ này tự nhận việc.", "This window only follows: another window is writing. Close that one and this one takes over by itself.";
        follows: "Chưa ghi được: cửa sổ này chỉ theo dõi, một cửa sổ khác đang ghi.", "Not recorded: this window only follows, another window is writing.";
        not_yet: "Chưa ghi được: đang đọc bản thứ hai trong máy. Đợi giây lát rồi làm lại.", "Not recorded yet: the second copy on this device is still being read. Wait a moment and do it again.";
        undo: "Hoàn tác", "Undo";
        redo: "Làm lại", "Redo";
        undone: "Đã hoàn tác.", "Undone.";
        redone: "Đã làm lại.", "Done again.";
        nothing_to_undo: "Không có gì để hoàn tác.", "Nothing to undo.";
        unseal_asked: "Việc vừa làm là niêm phong. Chỉ mở lại khi trưởng ban kiểm phiếu yêu cầu; nhật ký ghi cả hai.", "The latest act was sealing. Lift the seal only when the head of the counting board asks; the log keeps both.";
        unseal: "Mở niêm phong", "Lift the seal";
        close: "Đóng", "Close";
        cancel: "Thôi", "Cancel";
        keys: "Phím tắt", "Keyboard shortcuts";
        keys_places: "Đến Chuẩn bị, Điều hành, Kiểm phiếu, Thêm", "Go to Prepare, Run, Count, More";
        keys_undo: "Hoàn tác", "Undo";
        keys_redo: "Làm lại", "Redo";
        keys_everywhere: "Ở mọi nơi", "Everywhere";
        keys_space: "Phím cách", "Space";
        keys_pause: "Dừng hoặc chạy tiếp", "Pause or go on";
        keys_minute: "Thêm, bớt một phút", "One minute more or less";
        keys_theme: "Nền sáng, nền tối", "Light or dark";
        keys_help: "Mở bảng phím tắt này", "Open this sheet";
        keys_enter: "Sang ô tiếp theo trên bảng kiểm phiếu", "Next field on the counting sheet";
        unknown_title: "Không có trang này.", "There is no such page.";
        unknown_note: "Địa chỉ có thể đã gõ sai hoặc chép thiếu. Dữ liệu trên máy vẫn còn nguyên.", "The address may be mistyped or cut short. The data on this device are untouched.";
        unknown_back: "Về trang đầu", "Back to the start";
        not_here_title: "Đại hội này không có trong máy này.", "This congress is not on this device.";
        not_here_note: "Nếu đồng chí có tệp sao lưu, hãy mở tệp ở trang đầu.", "If you have a backup file, open it on the start page.";
        unreadable_title: "Dữ liệu của đại hội này không đọc được trọn vẹn.", "The data of this congress could not be read in full.";
        unreadable_note: "Chưa có gì bị xóa hay ghi đè. Hãy tải dữ liệu gốc về máy trước, rồi mở tệp sao lưu gần nhất.", "Nothing has been deleted or overwritten. Download the raw data first, then open the latest backup file.";
        unreadable_download: "Tải dữ liệu gốc", "Download the raw data";
        rehearsal_short: "diễn tập", "rehearsal";
        rehearsal: "DIỄN TẬP – số liệu ở đây không phải của đại hội thật.", "REHEARSAL – nothing here is of the real congress.";
        unverified: "xác nhận với đoàn chủ tịch", "confirm with the presidium";
    }
}

impl Words {
    /// The congress's line under the organisation: ordinal and date.
    pub fn congress_line(&self, ordinal: &str, date: &str) -> String {
        match (self.language, ordinal.is_empty()) {
            (Language::Vietnamese, true) => format!("Đại hội · {date}"),
            (Language::Vietnamese, false) => format!("Đại hội lần thứ {ordinal} · {date}"),
            (Language::English, true) => format!("Congress · {date}"),
            (Language::English, false) => format!("Congress {ordinal} · {date}"),
        }
    }

    /// The whole name of the congress.
    pub fn congress_name(&self, organisation: &str, ordinal: &str) -> String {
        match (self.language, ordinal.is_empty()) {
            (Language::Vietnamese, true) => format!("Đại hội {organisation}"),
            (Language::Vietnamese, false) => format!("Đại hội {organisation}, lần thứ {ordinal}"),
            (Language::English, true) => format!("Congress of {organisation}"),
            (Language::English, false) => format!("Congress {ordinal} of {organisation}"),
        }
    }
}
