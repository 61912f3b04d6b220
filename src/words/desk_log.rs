//! The tally desk: what its log says, and why something is refused there.

use super::{Language, Words};
use crate::congress::election::desk::{FigureCell, Settled};
use crate::congress::election::rules::BallotRules;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::{DeskChange, Refusal};

impl Words {
    /// What a record at the tally desk did, for the log. What is on a ballot is not told.
    pub(super) fn change_at_desk(&self, change: &DeskChange) -> String {
        let vi = self.language == Language::Vietnamese;
        let say =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match change {
            DeskChange::Paper { count, value, .. } => {
                format!("{}: {}", self.paper_count(*count), figure(*value))
            }
            DeskChange::PassBegun { counter, .. } => {
                format!("{}: {counter}", say("Bắt đầu lượt nhập", "Pass begun"))
            }
            DeskChange::Ballot { .. } => say("Nhập một phiếu", "A ballot entered"),
            DeskChange::BallotCorrected { number, ballot: Some(_), .. } => {
                format!("{} {number}", say("Sửa phiếu", "Corrected ballot"))
            }
            DeskChange::BallotCorrected { number, ballot: None, .. } => {
                format!("{} {number}", say("Lấy lại phiếu", "Took back ballot"))
            }
            DeskChange::Bundle { bundle, .. } => {
                format!("{} {}", say("Ghi bó", "Entered bundle"), bundle.label)
            }
            DeskChange::BundleRemoved { label, .. } => format!("{} {label}", say("Bỏ bó", "Removed bundle")),
            DeskChange::Tallied { .. } => say("Ghi ô năm nét", "A stroke or figure of the tally sheet"),
            DeskChange::PassEnded { .. } => say("Xong một lượt nhập", "Pass done"),
            DeskChange::PassBrought { work, .. } => {
                format!(
                    "{}: {}",
                    say("Nhận lượt đếm từ máy khác", "Count brought from another device"),
                    work.counter
                )
            }
            DeskChange::PassResumed(_) => say("Nhập tiếp lượt đã xong", "A pass resumed"),
            DeskChange::Settled(settlement) => {
                let what = match &settlement.settled {
                    Settled::Ballot(place, _) => format!("{} {}", say("phiếu", "ballot"), place + 1),
                    Settled::Figure(..) => say("một số liệu", "a figure"),
                };
                let (settled, paper) = (say("Quyết", "Settled"), say("theo tờ phiếu", "by the paper"));
                format!("{settled} {what} {paper}: {}", settlement.by)
            }
            DeskChange::CountClosed { .. } => say("Chốt số liệu", "Count closed"),
            DeskChange::RoundReopened { by, reason, .. } => {
                format!("{}: {by}. {reason}", say("Mở lại lần bầu", "Round opened again"))
            }
            DeskChange::Hands { block, column, value, .. } => {
                let column = self.hands(*column);
                format!("{} {}, {column}: {}", self.desk.block, block + 1, figure(*value))
            }
            DeskChange::AllFor(_) => say("Tất cả tán thành, không ai phản đối", "All for, none against"),
            DeskChange::HallShows { shows, .. } => {
                format!("{}: {}", say("Màn hình hội trường", "Hall screen"), self.release(*shows))
            }
        }
    }

    /// What was entered, for the log of a count that is closed; none for what says it already.
    pub fn entered_at_desk(
        &self,
        change: &DeskChange,
        sheet: &RoundSheet,
        rules: &BallotRules,
    ) -> Option<String> {
        let form = sheet.form()?;
        match change {
            DeskChange::Ballot { ballot, .. } | DeskChange::BallotCorrected { ballot: Some(ballot), .. } => {
                Some(self.read_back(ballot, form.read(rules, ballot), &form, rules))
            }
            DeskChange::Bundle { bundle, .. } => {
                let figures: Vec<String> = bundle.counts.figures().iter().map(u32::to_string).collect();
                Some(format!("{} · {}", bundle.ballots, figures.join(", ")))
            }
            DeskChange::Tallied { cell, value, .. } => {
                let cell = self.figure_cell(&FigureCell::Sheet(*cell), &sheet.names(), sheet.method);
                Some(format!("{cell}: {value}"))
            }
            _ => None,
        }
    }

    /// Why a change at the desk was refused.
    pub(super) fn refusal_at_desk(&self, refusal: &Refusal) -> String {
        let vi = self.language == Language::Vietnamese;
        let fixed =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match refusal {
            Refusal::SheetInUse => fixed(
                "Đã ghi số tổng vào bảng. Xóa các số ấy rồi mới nhập phiếu tại bàn.",
                "Totals stand in the sheet. Wipe them, then count at the desk.",
            ),
            Refusal::DeskInUse => fixed(
                "Phiếu đang nhập tại bàn, nên không ghi số tổng.",
                "The ballots are entered at the desk, so totals are not typed.",
            ),
            Refusal::PassRunning(name) if vi => format!("{name} chưa nhập xong."),
            Refusal::PassRunning(name) => format!("{name} has not finished entering."),
            Refusal::PassEnded => fixed("Lượt nhập này đã xong.", "This pass is done."),
            _ => self.refusal_of_count(refusal),
        }
    }

    fn refusal_of_count(&self, refusal: &Refusal) -> String {
        let vi = self.language == Language::Vietnamese;
        let fixed =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match refusal {
            Refusal::SameCounter(name) if vi => {
                format!("{name} đã nhập một lượt. Người nhập lại phải là người khác.")
            }
            Refusal::SameCounter(name) => {
                format!("{name} has entered already. Another person must enter again.")
            }
            Refusal::NoSuchBallot => fixed(
                "Dấu này không có trên loại phiếu đang kiểm.",
                "No ballot of this kind bears such marks.",
            ),
            Refusal::TooManyBallots => {
                fixed("Một lượt nhiều nhất 10.000 phiếu.", "A pass has at most 10,000 ballots.")
            }
            Refusal::BundleFault(label) if vi => format!("Bó “{label}” chưa khớp: đếm lại bó này."),
            Refusal::BundleFault(label) => format!("Bundle “{label}” does not agree: count it again."),
            Refusal::NothingEntered => fixed("Chưa nhập phiếu nào.", "Nothing has been entered."),
            Refusal::Unsettled(number) if vi => format!("Còn {number} chỗ chưa quyết theo tờ phiếu."),
            Refusal::Unsettled(number) => {
                let what = self.counted(*number, "", "place is", "places are");
                format!("{what} not settled by the paper yet.")
            }
            Refusal::CountClosed => fixed(
                "Số liệu đã chốt. Mở lại rồi mới sửa.",
                "The count is closed. Open it again, then change it.",
            ),
            Refusal::PaperIncomplete => fixed(
                "Ghi đủ số phiếu in ra, đổi và chưa dùng, hoặc bỏ trống cả ba ô.",
                "Write the printed, exchanged and unused ballots, or leave all three empty.",
            ),
            Refusal::PaperDiffers(excess) if vi && *excess > 0 => {
                format!("Phát ra, đổi và chưa dùng cộng lại thừa {excess} phiếu so với số in ra.")
            }
            Refusal::PaperDiffers(excess) if vi => {
                format!("Phát ra, đổi và chưa dùng cộng lại thiếu {} phiếu so với số in ra.", excess.abs())
            }
            Refusal::PaperDiffers(excess) => {
                let side = if *excess > 0 { "more" } else { "fewer" };
                format!("Issued, exchanged and unused are {} {side} than were printed.", excess.abs())
            }
            Refusal::NoBoard => fixed(
                "Chưa có trưởng ban kiểm phiếu. Đại hội bầu ban kiểm phiếu; thư ký ghi ở Chuẩn bị, Thông tin.",
                "The counting board has no head yet. The congress elects the board; the secretary names it in Prepare, Particulars.",
            ),
            Refusal::NotClosed => {
                fixed("Lần bầu này chưa chốt, chưa niêm phong.", "This round is neither closed nor sealed.")
            }
            Refusal::LaterRound => fixed(
                "Đã mở lần bầu sau dựa trên kết quả này, nên không mở lại được.",
                "A later round was opened upon this result, so it is not opened again.",
            ),
            _ => self.refusal_of_part(refusal),
        }
    }

    fn refusal_of_part(&self, refusal: &Refusal) -> String {
        let vi = self.language == Language::Vietnamese;
        let fixed =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match refusal {
            Refusal::BundleTwice(label) if vi => {
                format!(
                    "Bó “{label}” đã có trong phần của người đếm khác. Nhận thành lượt riêng, hoặc sửa tên bó trên máy đếm."
                )
            }
            Refusal::BundleTwice(label) => format!(
                "Bundle “{label}” is in another counter's part already. Take it as a pass of its own, or rename the bundle at the counter's device."
            ),
            Refusal::CountedElsewhere => fixed(
                "Lượt này đếm ở máy khác. Sửa trên máy ấy rồi nhận lại.",
                "This pass was counted at another device. Correct it there and bring it again.",
            ),
            Refusal::NotThisDevice => fixed(
                "Máy này chỉ nhận một phần việc của đại hội, không làm việc này.",
                "This device was handed a part of the congress; this is none of it.",
            ),
            _ => self.refusal_of_preparation(refusal),
        }
    }
}

fn figure(value: Option<u32>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}
