//! What is kept where: the save light, what could not be read, opening a file, and the way back.

use super::{Language, Words};
use crate::journal::recovery::Lost;

words! {
    /// What is kept where.
    CopiesWords {
        saving: "Đang lưu", "Saving";
        one_copy: "Chỉ có một bản: tải bản sao ngay", "Only one copy: download now";
        download_now: "Tải bản sao ngay", "Download a copy now";
        where_one: "Chỉ một bản trong trình duyệt này: bản kia trình duyệt không cho ghi. Hãy tải tệp sao lưu.", "One copy only, in this browser: it does not let the other be written. Download the backup.";
        take_over: "Ghi ở cửa sổ này", "Write in this window";
        looking: "Đang đọc bản thứ hai trên máy này…", "Reading the second copy on this device…";
        newer_title: "Đại hội này do một phiên bản sổ tay mới hơn ghi.", "This congress was written by a newer version of the handbook.";
        loss_download: "Tải phần không dùng được", "Download what could not be used";
        understood: "Đã hiểu", "Understood";
        join: "Gộp vào", "Join";
        replace: "Thay thế", "Replace";
        join_note: "Gộp: giữ mọi ghi nhận của máy này và thêm của tệp.", "Join: every record of this device stays, and those of the file are added.";
        replace_note: "Thay thế: máy này sẽ chỉ còn những gì có trong tệp.", "Replace: this device will have only what is in the file.";
        no_join: "Tệp và máy này mâu thuẫn nhau nên không gộp được, chỉ thay thế được.", "The file and this device contradict each other: they cannot be joined, only replaced.";
        before_note: "Trạng thái trước khi mở tệp được giữ lại và khôi phục được ở trang Thiết bị và dữ liệu.", "The state before is kept; it can be brought back on the page Devices and data.";
        befores: "Trước những lần mở tệp", "Before files were opened";
        bring_back: "Khôi phục", "Bring back";
    }
}

impl Words {
    /// What opening could not read: how many values, and of which devices records are missing.
    pub fn loss(&self, left_out: usize, lost: &[Lost]) -> String {
        let vi = self.language == Language::Vietnamese;
        if lost.is_empty() {
            return if vi {
                format!(
                    "{left_out} giá trị lưu trong máy bị hỏng. Bản thứ hai có đủ, không mất ghi nhận nào; phần hỏng được giữ riêng, nguyên văn."
                )
            } else {
                let (values, are) = if left_out == 1 { ("value", "is") } else { ("values", "are") };
                format!(
                    "{left_out} stored {values} {are} damaged. The second copy has everything, no record is lost; what is damaged is kept aside as it is."
                )
            };
        }
        let devices: Vec<String> = lost
            .iter()
            .map(|of| {
                let (device, left, known) = (&of.device, of.kept, of.last);
                if vi {
                    format!("máy {device} còn {left} trong ít nhất {known} ghi nhận")
                } else {
                    format!("device {device}: {left} of at least {known} records are left")
                }
            })
            .collect();
        let devices = devices.join("; ");
        if vi {
            format!(
                "Đại hội đang ở trạng thái cũ hơn vì dữ liệu hỏng: {devices}. {left_out} giá trị không dùng được đã được giữ riêng, nguyên văn. Nếu có tệp sao lưu, hãy mở tệp ấy."
            )
        } else {
            format!(
                "This is an older state, because data are damaged: {devices}. Kept aside as they are, values that cannot be used: {left_out}. If there is a backup file, open it."
            )
        }
    }

    /// A congress of a newer format: its version, and the newest that is known.
    pub fn newer(&self, version: u32, known: u32) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Dữ liệu theo định dạng {version}; sổ tay này đọc đến định dạng {known}. Chưa có gì bị thay đổi. Hãy mở bằng phiên bản mới."
            ),
            Language::English => format!(
                "The data are in format {version}; this handbook reads up to format {known}. Nothing has been changed. Open it with the newer version."
            ),
        }
    }

    /// How a file and this device differ: records that only the one or the other has.
    pub fn import_differs(&self, added: usize, own: usize) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Máy này đã có đại hội này. Tệp có thêm **{added}** ghi nhận; máy này có **{own}** ghi nhận mà tệp không có."
            ),
            Language::English => format!(
                "This device already has this congress. Records that only the file has: **{added}**; only this device: **{own}**."
            ),
        }
    }

    /// A state before a file was opened.
    pub fn before(&self, when: &str, records: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Trước khi mở tệp lúc {when}: {records} ghi nhận"),
            Language::English => format!("Before a file was opened at {when}; records: {records}"),
        }
    }
}
