//! Why something cannot be done, in words that say what to do instead.

use super::{Language, Words};
use crate::congress::Refusal;
use crate::congress::election::list::ListFault;

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
            Refusal::OutOfRange(least, most) if self.language == Language::Vietnamese => {
                format!("Số này phải từ {least} đến {most}.")
            }
            Refusal::OutOfRange(least, most) => format!("This number must be from {least} to {most}."),
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
            Refusal::List(fault) => self.list_fault(fault),
            Refusal::NoSeats => fixed(
                "Số lượng cần bầu phải từ 1. Đại hội biểu quyết số lượng.",
                "The number to elect must be 1 or more. The congress votes on it.",
            ),
            Refusal::Sealed => {
                fixed("Kết quả đã niêm phong, không sửa được.", "The result is sealed and stands.")
            }
            Refusal::Incomplete => fixed("Bảng kiểm phiếu còn ô trống.", "The sheet still has empty cells."),
            Refusal::Contradictory => fixed(
                "Số liệu còn chỗ không khớp nên chưa niêm phong được.",
                "The figures do not agree, so the result cannot be sealed.",
            ),
            Refusal::ReasonsMissing(number) if vi => {
                format!("Còn {number} điều cần lưu ý chưa ghi lý do. Ghi lý do rồi mới niêm phong được.")
            }
            Refusal::ReasonsMissing(number) => {
                let what = self.counted(*number, "", "warning has", "warnings have");
                format!("{what} no reason on record yet. Write it down, then seal.")
            }
            Refusal::NotOffered => fixed(
                "Lúc này đại hội không quyết định việc này được.",
                "The congress cannot decide that now.",
            ),
            Refusal::TooLong => fixed(
                "Dài quá: một dòng hay một lý do nhiều nhất 500 chữ, một ghi chú 10.000 chữ.",
                "Too long: a line or a reason has at most 500 characters, a note 10,000.",
            ),
            _ => self.refusal_at_desk(refusal),
        }
    }

    /// Why a list of candidates cannot be voted on.
    fn list_fault(&self, fault: &ListFault) -> String {
        let vi = self.language == Language::Vietnamese;
        let fixed =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match fault {
            ListFault::Empty => fixed(
                "Danh sách bầu cử chưa có tên nào. Đại hội biểu quyết danh sách.",
                "The list has no name yet. The congress votes on the list.",
            ),
            ListFault::EmptyName => fixed("Danh sách có một tên để trống.", "A name on the list is empty."),
            ListFault::Twice(name) if vi => format!("Tên “{name}” đứng hai lần trong danh sách bầu cử."),
            ListFault::Twice(name) => format!("“{name}” stands twice on the list."),
            ListFault::OnBoard(name) if vi => {
                format!(
                    "Đồng chí {name} ở ban kiểm phiếu nên không được có tên trong danh sách bầu cử (Điều 8)."
                )
            }
            ListFault::OnBoard(name) => {
                format!("{name} is on the counting board and may not stand on the list (Article 8).")
            }
            ListFault::Probationary(name) if vi => {
                format!("Đồng chí {name} là đảng viên dự bị nên chưa được ứng cử, đề cử (Điều lệ, Điều 3).")
            }
            ListFault::Probationary(name) => {
                format!("{name} is a probationary member and may not stand (Charter, Article 3).")
            }
            ListFault::TooShort => fixed(
                "Danh sách ít tên hơn số lượng cần bầu.",
                "The list has fewer names than are to be elected.",
            ),
            ListFault::NothingToStrike => fixed(
                "Danh sách không có số dư thì dùng phiếu đồng ý, không đồng ý.",
                "A list without surplus takes the agree/disagree ballot.",
            ),
            ListFault::SurplusAbove { surplus, most } if vi => {
                format!(
                    "Số dư {surplus} người, nhiều nhất {most} người. Đại hội rút bớt tên trong danh sách."
                )
            }
            ListFault::SurplusAbove { surplus, most } => {
                format!("A surplus of {surplus}, at most {most}. The congress takes names off the list.")
            }
        }
    }
}
