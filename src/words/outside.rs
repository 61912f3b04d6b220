//! The copies outside the browser: what they hold, the moments to take one, the backup file, and the browser's promise.

use super::{Language, Words};
use crate::journal::outside::Occasion;

words! {
    /// The copies outside the browser.
    OutsideWords {
        title: "Bản sao ngoài trình duyệt", "Copies outside the browser";
        archive: "Tệp sao lưu mới là bản lưu trữ. Trình duyệt xóa dữ liệu cũ: Safari sau 7 ngày không mở, Chrome và Edge sau 400 ngày; xóa lịch sử duyệt web cũng có thể xóa hết.", "The backup file is the archive. Browsers drop old storage: Safari after 7 days without a visit, Chrome and Edge after 400; clearing the browsing history can take everything too.";
        promised: "Trình duyệt đã hứa không tự xóa dữ liệu của sổ tay khi máy hết chỗ.", "The browser has promised not to drop the handbook's data when the disk runs short.";
        not_promised: "Trình duyệt không hứa giữ dữ liệu: khi máy hết chỗ, nó có thể xóa. Hãy tải bản sao.", "The browser makes no promise: when the disk runs short it may drop the data. Take a copy.";
        promise_unknown: "Trình duyệt không nói có giữ dữ liệu khi máy hết chỗ hay không. Hãy tải bản sao.", "The browser does not say whether it keeps the data when the disk runs short. Take a copy.";
        none: "Chưa có bản sao nào ngoài trình duyệt này.", "There is no copy outside this browser yet.";
        behind: "Bản sao ngoài trình duyệt chưa có những việc làm gần đây.", "The copy outside the browser lacks what was done of late.";
        choose: "Chọn tệp để tự ghi tiếp", "Choose a file to be kept up to date";
        choose_note: "Nên chọn tệp trên USB: sổ tay ghi lại tệp ấy trong lúc làm việc.", "Best on a USB stick: the handbook rewrites that file as you work.";
        unknown: "Trình duyệt này không tự ghi tiếp vào một tệp được. Sổ tay sẽ nhắc tải bản sao sau mỗi lần bầu, sau mỗi 50 số đã nhập, trước khi in và khi bế mạc.", "This browser cannot keep a file up to date. The handbook offers a download after each round, after each 50 figures, before printing and at the end.";
        wake: "Ghi tiếp", "Go on writing";
        again: "Ghi lại", "Write again";
        other: "Chọn tệp khác", "Choose another file";
        forget: "Thôi ghi tệp này", "Stop writing this file";
        take: "Tải bản sao", "Download a copy";
        later: "Để sau", "Later";
        round: "Lần bầu đã niêm phong. Tải một bản sao, cất ra USB.", "The round is sealed. Download a copy and put it on a stick.";
        end: "Đại hội đã bế mạc. Tải tệp sao lưu để lưu trữ.", "The congress has closed. Download the backup for the archive.";
        figures: "Đã nhập nhiều số từ bản sao trước. Tải một bản sao.", "Many figures were entered since the last copy. Download a copy.";
        before_print: "Trước khi in, nên tải một bản sao.", "Before printing, download a copy.";
    }
}

impl Words {
    /// The question whether a congress, by its name, is to be deleted.
    pub fn wipe_question(&self, name: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Xóa mọi dữ liệu của {name} khỏi máy này?"),
            Language::English => format!("Delete all data of {name} from this device?"),
        }
    }

    /// Why a copy is offered now.
    pub fn occasion(&self, occasion: Occasion) -> &'static str {
        let w = self.outside;
        match occasion {
            Occasion::Figures => w.figures,
            Occasion::Round => w.round,
            Occasion::End => w.end,
        }
    }

    /// When the latest copy was taken, and how many records it lacks.
    pub fn latest_copy(&self, when: &str, records: u32) -> String {
        match (self.language, records) {
            (Language::Vietnamese, 0) => format!("Bản gần nhất: **{when}**, đủ mọi ghi nhận."),
            (Language::Vietnamese, _) => {
                format!("Bản gần nhất: **{when}**; từ đó có thêm **{records}** ghi nhận.")
            }
            (Language::English, 0) => format!("Latest copy: **{when}**, with every record."),
            (Language::English, 1) => format!("Latest copy: **{when}**; **1** record has come since."),
            (Language::English, _) => {
                format!("Latest copy: **{when}**; **{records}** records have come since.")
            }
        }
    }

    /// The backup file is written as work goes on.
    pub fn backup_kept(&self, file: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Sổ tay đang tự ghi vào tệp **{file}**."),
            Language::English => format!("The handbook keeps the file **{file}** up to date."),
        }
    }

    /// The backup file waits for a press since the page was loaded.
    pub fn backup_asleep(&self, file: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Trang vừa được tải lại: bấm một lần để ghi tiếp vào tệp sao lưu **{file}**.")
            }
            Language::English => {
                format!("The page was loaded again: press once to go on writing the backup **{file}**.")
            }
        }
    }

    /// The backup file could not be written.
    pub fn backup_failed(&self, file: &str) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Không ghi được tệp sao lưu **{file}**: USB đã rút, đã đầy hoặc chỉ cho đọc? Bản ghi trước trong tệp vẫn còn nguyên."
            ),
            Language::English => format!(
                "The backup **{file}** could not be written: is the stick gone, full or read-only? What the file held before is whole."
            ),
        }
    }
}
