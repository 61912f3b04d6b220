//! The decoration.

use super::{Language, Words};

words! {
    /// The decoration.
    DecorationWords {
        name: "Sơ đồ trang trí khánh tiết", "Plan of the decoration";
        title: "SƠ ĐỒ TRANG TRÍ KHÁNH TIẾT", "PLAN OF THE DECORATION";
        floor: "Nhìn từ hội trường lên lễ đài", "Seen from the floor";
        slogans: "Khẩu hiệu", "Slogans";
        source: "Căn cứ:", "Source:";
        note: "Để trống thì lấy khẩu hiệu đề xuất. Đối chiếu với hướng dẫn trang trí của cấp trên năm nay.", "Leave empty to take the proposed slogan. Check against this year's guidance of the superior.";
        other_year: "Nhiệm kỳ không bắt đầu từ năm đại hội: kiểm tra lại.", "The term does not begin in the year of the congress: check it.";
    }
}

impl Words {
    /// The second line of the backdrop's title.
    pub fn backdrop_congress(&self, ordinal: &str) -> String {
        match self.language {
            Language::Vietnamese => {
                let bare = crate::congress::people::name::search_fold(ordinal);
                if bare.starts_with("lan thu") {
                    format!("Đại hội {ordinal}")
                } else {
                    format!("Đại hội lần thứ {ordinal}")
                }
            }
            Language::English => format!("Congress No. {ordinal}"),
        }
    }

    /// The third line of the backdrop's title.
    pub fn backdrop_term(&self, term: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Nhiệm kỳ {term}"),
            Language::English => format!("Term {term}"),
        }
    }
}
