//! Backup files with a passphrase.

use super::{Language, Words};
use crate::journal::enciphered::MIN_PASSPHRASE;

words! {
    /// Backup files with a passphrase.
    PassphraseWords {
        with: "Tải tệp có mật khẩu", "Download with a passphrase";
        title: "Tệp sao lưu có mật khẩu", "Backup with a passphrase";
        field: "Mật khẩu", "Passphrase";
        show: "Hiện mật khẩu", "Show the passphrase";
        warning: "Tên người và số phiếu trong tệp sẽ được mã hóa. Quên mật khẩu là mất tệp: không có cách nào mở lại. Hãy ghi mật khẩu ra giấy và cất riêng.", "Names and votes in the file are enciphered. Whoever forgets the passphrase loses the file: there is no way back. Write it on paper and keep it apart.";
        absent: "Trang mở bằng http thường nên trình duyệt không cho mã hóa. Mở bằng https hoặc tệp một trang nếu cần mật khẩu; tệp sao lưu thường vẫn tải được.", "Over plain http the browser does not encipher. Open the page by https, or the single file, where a passphrase is wanted; the plain backup can still be downloaded.";
        failed: "Trình duyệt không mã hóa được. Hãy tải tệp sao lưu thường.", "The browser could not encipher. Download the plain backup.";
        asks: "Tệp này có mật khẩu. Gõ mật khẩu đã đặt khi tải.", "This file has a passphrase. Type the one that was given when it was downloaded.";
        open: "Mở tệp", "Open the file";
        working: "Đang giải mã…", "Deciphering…";
        making: "Đang mã hóa…", "Enciphering…";
        wrong: "Không mở được: mật khẩu sai, hoặc tệp đã bị hỏng hay bị sửa. Hãy gõ lại.", "It does not open: the passphrase is wrong, or the file is damaged or was changed. Try again.";
    }
}

impl Words {
    /// The passphrase is too short for a file to be made with it.
    pub fn short_passphrase(&self) -> String {
        match self.language {
            Language::Vietnamese => format!("Mật khẩu cần ít nhất {MIN_PASSPHRASE} ký tự."),
            Language::English => format!("A passphrase has at least {MIN_PASSPHRASE} characters."),
        }
    }
}
