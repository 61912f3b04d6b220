//! What two devices wrote differently.

use super::{Language, Words};

words! {
    /// What two devices wrote differently.
    ConflictWords {
        title: "Hai máy ghi khác nhau", "Two devices differ";
        how: "Cùng một chỗ, hai máy đã ghi hai nội dung khác nhau. Hãy hỏi nhau rồi chọn bản đúng. Cả hai bản vẫn còn trong nhật ký.", "In the same place two devices have written different things. Ask each other, then choose the right one. Both stay in the log.";
        here: "Máy này", "This device";
        there: "Máy kia", "The other device";
        stands: "đang dùng", "stands now";
        keep_standing: "Giữ bản này", "Keep this one";
        keep_other: "Lấy bản này", "Take this one";
        look: "Xem và chọn", "Look and choose";
    }
}

impl Words {
    /// How many places wait to be settled.
    pub fn conflicts(&self, count: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Hai máy ghi khác nhau ở {count} chỗ. Cần chọn bản đúng."),
            Language::English if count == 1 => {
                "Two devices differ in 1 place. Somebody has to choose.".to_owned()
            }
            Language::English => format!("Two devices differ in {count} places. Somebody has to choose."),
        }
    }

    /// How many places of a file and this device differ, before they are joined.
    pub fn conflicts_to_come(&self, count: usize) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Có **{count}** chỗ hai máy ghi khác nhau: gộp xong, sổ tay hỏi từng chỗ.")
            }
            Language::English => format!(
                "Places that both have written differently: **{count}**. After joining, the handbook asks for each."
            ),
        }
    }
}
