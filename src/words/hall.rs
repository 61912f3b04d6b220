//! The hall screen: what it says of the opening, of the count and of a result.

use super::{Language, Words};
use crate::congress::election::Ballots;

impl Words {
    /// When the congress begins, for the hall; with its day where that is not today.
    pub fn hall_begins(&self, time: &str, day: Option<&str>) -> String {
        match (self.language, day) {
            (Language::Vietnamese, None) => format!("Khai mạc lúc {time}"),
            (Language::Vietnamese, Some(day)) => format!("Khai mạc lúc {time}, ngày {day}"),
            (Language::English, None) => format!("It opens at {time}"),
            (Language::English, Some(day)) => format!("It opens at {time} on {day}"),
        }
    }

    /// How far the count is, for the hall: ballots entered, of how many returned.
    pub fn hall_progress(&self, entered: Option<u32>, collected: Option<u32>) -> String {
        match (self.language, entered, collected) {
            (Language::Vietnamese, Some(entered), Some(all)) => {
                format!("Đang kiểm phiếu: **{entered}** trên {all}")
            }
            (Language::English, Some(entered), Some(all)) => format!("Being counted: **{entered}** of {all}"),
            (Language::Vietnamese, Some(entered), None) => format!("Đang kiểm phiếu: **{entered}**"),
            (Language::English, Some(entered), None) => format!("Being counted: **{entered}**"),
            (Language::Vietnamese, None, _) => "Ban kiểm phiếu đang làm việc".to_owned(),
            (Language::English, None, _) => "The counting board is at work".to_owned(),
        }
    }

    /// The figures under a result on the hall screen.
    pub fn hall_foot(&self, ballots: &Ballots, base: u32, threshold: Option<u32>) -> String {
        let Ballots { issued, collected, valid, invalid } = ballots;
        match (self.language, threshold) {
            (Language::Vietnamese, Some(threshold)) => format!(
                "Phát ra {issued}, thu về {collected}, hợp lệ {valid}, không hợp lệ {invalid}. Tính trên {base}; quá nửa từ {threshold} phiếu."
            ),
            (Language::Vietnamese, None) => {
                format!("Phát ra {issued}, thu về {collected}, hợp lệ {valid}, không hợp lệ {invalid}.")
            }
            (Language::English, Some(threshold)) => format!(
                "Issued {issued}, returned {collected}, valid {valid}, invalid {invalid}. Base {base}; more than half from {threshold}."
            ),
            (Language::English, None) => {
                format!("Issued {issued}, returned {collected}, valid {valid}, invalid {invalid}.")
            }
        }
    }
}
