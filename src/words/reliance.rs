//! The test of a device: what was tried, what it means in the hall, and what to do.

use super::{Language, Words};
use crate::journal::reliance::{Answer, Point, Verdict};

words! {
    /// The test of a device.
    RelianceWords {
        title: "Kiểm tra máy này", "Check this device";
        trying: "Đang thử máy này…", "Trying this device…";
        fit: "Máy này dùng được: hai bản lưu, cửa sổ và bộ nhớ đều tốt.", "This device is fit: both copies, windows and storage work.";
        not_promised: "**Nhớ tải tệp sao lưu.**", "**Remember to download backups.**";
        careful: "Máy này dùng được, nhưng phải nhớ **những điều đánh dấu bên dưới**.", "This device can be used, minding **what is marked below**.";
        unfit: "**Đừng kiểm phiếu trên máy này**: đóng trang là mất hết.", "**Do not count on this device**: everything is lost when the page closes.";
        works: "Tốt", "Works";
        fails: "Không có", "Missing";
        unknown: "Không thử được", "Could not be tried";
        again: "Thử lại", "Try again";
        copy: "Chép kết quả", "Copy the report";
        copied: "Đã chép.", "Copied.";
        listen: "Nghe thử", "Listen";
        back: "Quay lại", "Back";
        clock: "Giờ của máy", "The device's clock";
        clock_note: "So với đồng hồ: giờ sai thì biên bản ghi sai giờ.", "Compare it with a watch: a wrong clock writes wrong times into the minutes.";
        browser: "Trình duyệt", "Browser";
        version: "Sổ tay, bản", "Handbook, version";
    }
}

/// A point's name, what it means where it works, and what to do where it does not.
type Told = (&'static str, &'static str, &'static str);

impl Words {
    /// What follows for the congress; `promised` where the browser promised to delete nothing.
    pub fn verdict_of_device(&self, verdict: Verdict, promised: bool) -> String {
        let w = self.reliance;
        match verdict {
            Verdict::Fit if promised => w.fit.to_owned(),
            Verdict::Fit => format!("{} {}", w.fit, w.not_promised),
            Verdict::Careful => w.careful.to_owned(),
            Verdict::Unfit => w.unfit.to_owned(),
        }
    }

    /// The answer in a word.
    pub fn answer_of_device(&self, answer: Answer) -> &'static str {
        let w = self.reliance;
        match answer {
            Answer::Works => w.works,
            Answer::Fails => w.fails,
            Answer::Unknown => w.unknown,
        }
    }

    /// How much the browser lets the page store, and how much is stored; given in megabytes.
    pub fn room(&self, quota: u64, used: u64) -> String {
        let size = |megabytes: u64| match megabytes {
            0..1024 => format!("{megabytes} MB"),
            _ => format!("{} GB", megabytes / 1024),
        };
        let (quota, used) = (size(quota), size(used));
        match self.language {
            Language::Vietnamese => format!("Được dùng {quota}, đã dùng {used}."),
            Language::English => format!("{quota} allowed, {used} used."),
        }
    }

    /// A point's name, and a sentence: what it means, or what to do.
    pub fn point_of_device(&self, point: Point, answer: Answer) -> (&'static str, &'static str) {
        let (name, good, bad) = match self.language {
            Language::Vietnamese => vietnamese(point),
            Language::English => english(point),
        };
        (name, if answer == Answer::Works { good } else { bad })
    }
}

fn vietnamese(point: Point) -> Told {
    match point {
        Point::FirstCopy => (
            "Bản lưu thứ nhất",
            "Ghi ngay khi bấm.",
            "Trình duyệt chặn bộ nhớ hoặc bộ nhớ đã đầy. Cho phép lưu dữ liệu trong cài đặt, xóa bớt, hoặc dùng Chrome, Edge.",
        ),
        Point::SecondCopy => (
            "Bản lưu thứ hai",
            "Ghi xuống ổ đĩa: mất điện không mất phiếu đã có dấu xanh.",
            "Chỉ còn một bản lưu: mất điện có thể mất nửa phút làm việc. Tải bản sao thường xuyên hoặc đổi trình duyệt.",
        ),
        Point::Room => (
            "Chỗ trống",
            "Đủ cho nhiều đại hội.",
            "Trình duyệt cho rất ít chỗ hoặc không nói. Dọn ổ đĩa; tải bản sao sau mỗi lần bầu.",
        ),
        Point::Promise => (
            "Lời hứa giữ dữ liệu",
            "Trình duyệt không tự xóa khi máy hết chỗ.",
            "Khi máy hết chỗ trình duyệt có thể xóa. Tải tệp sao lưu trước, trong và sau đại hội.",
        ),
        Point::OrdinaryWindow => (
            "Cửa sổ thường",
            "Không có dấu hiệu là cửa sổ ẩn danh.",
            "Có thể là cửa sổ ẩn danh: đóng lại là mất hết. Mở bằng cửa sổ thường.",
        ),
        Point::Address => (
            "Địa chỉ trang",
            "Bộ nhớ chỉ của sổ tay.",
            "Mở từ tệp hay http thường: trang khác có thể dùng chung bộ nhớ, đổi chỗ tệp là không thấy dữ liệu. Tải bản sao trước khi chuyển tệp; nếu được, mở bằng https.",
        ),
        Point::TwoWindows => (
            "Hai cửa sổ",
            "Một cửa sổ ghi, màn hình hội trường theo ngay.",
            "Các cửa sổ không biết nhau: chỉ ghi ở một cửa sổ; màn hình hội trường theo chậm hơn.",
        ),
        Point::BackupFile => (
            "Tự ghi tệp sao lưu",
            "Chọn được một tệp trên USB để sổ tay tự ghi tiếp.",
            "Trình duyệt này không tự ghi được tệp: sổ tay sẽ nhắc tải bản sao. Chrome, Edge trên máy tính thì được.",
        ),
        Point::Passphrase => (
            "Mật khẩu cho tệp",
            "Mã hóa được tệp sao lưu.",
            "Không mã hóa được ở địa chỉ này. Mở bằng https hoặc tệp một trang nếu cần mật khẩu.",
        ),
        Point::Sound => (
            "Âm thanh",
            "Bấm Nghe thử, chỉnh loa cho cả hội trường nghe.",
            "Trình duyệt không phát được tiếng: nhìn màu và chữ trên đồng hồ.",
        ),
        Point::ScreenOn => (
            "Màn hình luôn sáng",
            "Giữ được màn hình sáng khi chạy chương trình.",
            "Không giữ được: tắt chế độ tự tắt màn hình trong cài đặt của máy.",
        ),
    }
}

fn english(point: Point) -> Told {
    match point {
        Point::FirstCopy => (
            "First copy",
            "Written at each press.",
            "The browser blocks storage, or it is full. Allow it in the settings, make room, or use Chrome or Edge.",
        ),
        Point::SecondCopy => (
            "Second copy",
            "Written to the disk: a power cut loses no ballot under a green light.",
            "There is one copy only: a power cut can lose half a minute of work. Download copies often, or use another browser.",
        ),
        Point::Room => (
            "Room",
            "Enough for many congresses.",
            "The browser gives very little room, or does not say. Make room on the disk; download a copy after each round.",
        ),
        Point::Promise => (
            "Promise to keep data",
            "The browser drops nothing when the disk runs short.",
            "When the disk runs short the browser may drop data. Download the backup before, during and after the congress.",
        ),
        Point::OrdinaryWindow => (
            "Ordinary window",
            "Nothing points to a private window.",
            "It may be a private window: closing it loses everything. Open an ordinary one.",
        ),
        Point::Address => (
            "Address",
            "The storage is the handbook's alone.",
            "Opened from a file or over plain http: other pages may share the storage, and a moved file does not see its data. Download a copy before the file is moved; use https where possible.",
        ),
        Point::TwoWindows => (
            "Two windows",
            "One window writes, the hall screen follows at once.",
            "Windows do not know of each other: write in one only; the hall screen follows later.",
        ),
        Point::BackupFile => (
            "Backup file kept up to date",
            "A file on a stick can be chosen once and is rewritten as you work.",
            "This browser cannot write a file by itself: the handbook offers downloads. Chrome and Edge on a computer can.",
        ),
        Point::Passphrase => (
            "Passphrase for the file",
            "The backup can be enciphered.",
            "Nothing can be enciphered at this address. Use https or the single file where a passphrase is wanted.",
        ),
        Point::Sound => (
            "Sound",
            "Press Listen, and set the loudspeakers for the hall.",
            "The browser makes no sound: watch colour and words at the clock.",
        ),
        Point::ScreenOn => (
            "Screen that stays on",
            "The screen can be kept on while the programme runs.",
            "It cannot be kept on: turn off the screen saver in the device's settings.",
        ),
    }
}
