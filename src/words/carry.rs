//! From one device to another without a network: shared files, codes on a screen, a camera.

use super::{Language, Words};

words! {
    /// From one device to another.
    CarryWords {
        title: "Sang máy khác", "To another device";
        how: "Không cần mạng: chép tệp qua USB, Bluetooth, Zalo; hoặc cho máy kia quét mã trên màn hình này.", "No network needed: carry the file by USB, Bluetooth or chat; or let the other device scan codes from this screen.";
        share: "Chia sẻ tệp…", "Share the file…";
        not_shared: "Máy này không chia sẻ được tệp. Hãy tải tệp sao lưu.", "This device could not share the file. Download the backup instead.";
        show: "Hiện mã để quét", "Show codes to scan";
        show_title: "Cho máy kia quét các mã này", "Let the other device scan these codes";
        show_how: "Trên máy kia: mở sổ tay, bấm **Quét mã từ máy khác**, đưa máy ảnh trước màn hình này. Các mã tự lần lượt hiện, cứ để chạy đến khi máy kia báo đủ.", "On the other device: open the handbook, press **Scan codes from another device**, and hold its camera before this screen. The codes follow one another; let them run until the other device says it has all.";
        seen_by_all: "Ai nhìn thấy màn hình cũng quét được. Đặt mật khẩu nếu có người ngoài.", "Whoever sees the screen can scan it. Use a passphrase if strangers are present.";
        with: "Đặt mật khẩu cho mã", "Use a passphrase";
        making: "Đang tạo mã…", "Making the codes…";
        too_long: "Dữ liệu quá lớn cho mã. Hãy chuyển bằng tệp.", "The data are too large for codes. Carry the file instead.";
        no_module: "Không tải được phần tạo và đọc mã. Hãy chuyển bằng tệp.", "The part that makes and reads codes could not be loaded. Carry the file instead.";
        pause: "Dừng lại", "Hold";
        go_on: "Chạy tiếp", "Go on";
        before: "Mã trước", "Previous code";
        next: "Mã sau", "Next code";
        slower: "Chậm hơn", "Slower";
        faster: "Nhanh hơn", "Faster";
        scan: "Quét mã từ máy khác", "Scan codes from another device";
        scan_title: "Quét mã từ màn hình máy khác", "Scan codes from another screen";
        scan_how: "Trên máy kia bấm **Hiện mã để quét**. Giữ máy này thẳng trước màn hình, để mã gần kín khung.", "On the other device press **Show codes to scan**. Hold this device straight before the screen, the code nearly filling the frame.";
        opening: "Đang mở máy ảnh…", "Opening the camera…";
        picture: "Hình từ máy ảnh", "What the camera sees";
        looking: "Chưa thấy mã nào. Đưa máy gần màn hình hơn, tránh bóng đèn lóa.", "No code seen yet. Come closer to the screen and avoid glare.";
        damaged: "Các mã không ghép lại được, đang nhận lại từ đầu.", "The codes do not fit together; starting again.";
        camera_unknown: "Trình duyệt không cho trang này dùng máy ảnh. Hãy chuyển bằng tệp (USB, Bluetooth, Zalo) rồi bấm “Mở tệp sao lưu”.", "The browser gives this page no camera. Carry the file (USB, Bluetooth, chat) and press “Open a backup file”.";
        camera_denied: "Máy ảnh chưa được phép. Cho phép máy ảnh ở thanh địa chỉ rồi thử lại, hoặc chuyển bằng tệp (USB, Bluetooth, Zalo) và bấm “Mở tệp sao lưu”.", "The camera is not allowed. Allow it in the address bar and try again, or carry the file (USB, Bluetooth, chat) and press “Open a backup file”.";
        camera_absent: "Không mở được máy ảnh: máy không có, hoặc chương trình khác đang dùng. Hãy chuyển bằng tệp (USB, Bluetooth, Zalo) rồi bấm “Mở tệp sao lưu”.", "No camera could be opened: there is none, or another program holds it. Carry the file (USB, Bluetooth, chat) and press “Open a backup file”.";
        again: "Thử lại", "Try again";
    }
}

/// The most missing codes that are named.
const MOST_NAMED: usize = 12;

impl Words {
    /// Which code is shown.
    pub fn code_of(&self, number: usize, of: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Mã **{number}** / {of}"),
            Language::English => format!("Code **{number}** of {of}"),
        }
    }

    /// How many codes have been read, and which are missing.
    pub fn codes_missing(&self, missing: &[usize], of: usize) -> String {
        let read = of - missing.len().min(of);
        let named: Vec<String> = missing.iter().take(MOST_NAMED).map(usize::to_string).collect();
        let more = if missing.len() > MOST_NAMED { "…" } else { "" };
        let named = named.join(", ");
        match self.language {
            Language::Vietnamese => format!("Đã nhận **{read}** / {of} mã. Còn thiếu: {named}{more}"),
            Language::English => format!("**{read}** of {of} codes received. Missing: {named}{more}"),
        }
    }
}
