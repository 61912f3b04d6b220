//! Why something cannot be done, in words that say what to do instead.

use super::{Language, Words};
use crate::congress::Refusal;

impl Words {
    /// Why a change was refused.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let vi = self.language == Language::Vietnamese;
        let fixed =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match refusal {
            Refusal::AlreadyFounded => fixed("Đại hội này đã được lập.", "This congress exists already."),
            Refusal::Gone => fixed("Điều này không còn nữa.", "That is no longer there."),
            Refusal::EmptyText => fixed("Ô này không được để trống.", "This field cannot be empty."),
            Refusal::NameTwice(name) if vi => {
                format!("Tên “{name}” đã có trong danh sách. Nếu trùng tên, ghi thêm điều để phân biệt.")
            }
            Refusal::NameTwice(name) => {
                format!(
                    "“{name}” is on the roll already. If two people share a name, add something to tell them apart."
                )
            }
            Refusal::TooManyPeople => {
                fixed("Danh sách quá 5.000 người.", "More than 5,000 people on the roll.")
            }
            Refusal::TooManyMinutes => {
                fixed("Mỗi nội dung nhiều nhất 600 phút.", "One item has at most 600 minutes.")
            }
            Refusal::ItemHasRun => {
                fixed("Nội dung này đã diễn ra nên phải giữ lại.", "This item has taken place, so it stays.")
            }
            Refusal::NothingRunning => fixed("Chưa có nội dung nào đang diễn ra.", "Nothing is running."),
            Refusal::NoChange => fixed("Không có gì thay đổi.", "Nothing changes."),
            Refusal::OneSeat => fixed(
                "Bí thư, phó bí thư bầu từng lần, mỗi lần một người.",
                "A secretary or a deputy is elected one at a time.",
            ),
            Refusal::NobodyPresent => {
                fixed("Chưa có đảng viên chính thức nào có mặt.", "No full member is present.")
            }
            Refusal::TooLarge => fixed("Số này lớn quá 1.000.000.", "This number is above 1,000,000."),
            _ => self.refusal_of_round(refusal),
        }
    }

    fn refusal_of_round(&self, refusal: &Refusal) -> String {
        let vi = self.language == Language::Vietnamese;
        let fixed =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match refusal {
            Refusal::RollEmpty => fixed(
                "Chưa có danh sách đảng viên. Thư ký nhập ở Chuẩn bị, Đảng viên.",
                "There is no roll yet. The secretary enters it in Prepare, Members.",
            ),
            Refusal::RollUnmarked(number) if vi => {
                format!("Còn {number} người chưa điểm danh. Thư ký điểm danh xong mới tính được mẫu số.")
            }
            Refusal::RollUnmarked(number) => {
                let who = self.counted(*number, "", "person is", "people are");
                format!("{who} not marked yet. The base needs complete attendance from the secretary.")
            }
            Refusal::BaseEmpty => fixed(
                "Trừ hết các trường hợp thì mẫu số bằng không.",
                "The exclusions leave nobody in the base.",
            ),
            Refusal::NoCandidates => fixed(
                "Danh sách bầu cử chưa có tên nào. Đại hội biểu quyết danh sách.",
                "The list has no name yet. The congress votes on the list.",
            ),
            Refusal::CandidateTwice(name) if vi => {
                format!("Tên “{name}” đứng hai lần trong danh sách bầu cử.")
            }
            Refusal::CandidateTwice(name) => format!("“{name}” stands twice on the list."),
            Refusal::NoSeats => fixed(
                "Số lượng cần bầu phải từ 1. Đại hội biểu quyết số lượng.",
                "The number to elect must be 1 or more. The congress votes on it.",
            ),
            Refusal::FewerNamesThanSeats => fixed(
                "Danh sách ít tên hơn số lượng cần bầu.",
                "The list has fewer names than are to be elected.",
            ),
            Refusal::SurplusMissing => fixed(
                "Danh sách không có số dư thì dùng phiếu đồng ý, không đồng ý.",
                "A list without surplus takes the agree/disagree ballot.",
            ),
            Refusal::CandidateOnBoard(name) if vi => {
                format!(
                    "Đồng chí {name} ở ban kiểm phiếu nên không được có tên trong danh sách bầu cử (Điều 8)."
                )
            }
            Refusal::CandidateOnBoard(name) => {
                format!("{name} is on the counting board and may not stand on the list (Article 8).")
            }
            Refusal::Sealed => {
                fixed("Kết quả đã niêm phong, không sửa được.", "The result is sealed and stands.")
            }
            Refusal::Incomplete => fixed("Bảng kiểm phiếu còn ô trống.", "The sheet still has empty cells."),
            Refusal::Contradictory => fixed(
                "Số liệu còn chỗ không khớp nên chưa niêm phong được.",
                "The figures do not agree, so the result cannot be sealed.",
            ),
            _ => String::new(),
        }
    }
}
