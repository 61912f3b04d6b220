//! The agenda: what its log says.

use super::Words;
use crate::congress::Congress;
use crate::congress::agenda::template::{ItemKind, SessionPart, VoteForm};
use crate::congress::agenda::{AgendaChange, Sitting, TurnKind};
use crate::congress::id::{ItemId, SpeakerId};

impl Words {
    /// What a record of the agenda, its clock or the speakers did, for the log.
    pub(super) fn change_at_agenda(&self, change: &AgendaChange, congress: &Congress) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        let item = |id: &ItemId| self.item_in(congress, id);
        match change {
            AgendaChange::Laid(_) => say("Lấy chương trình mẫu", "Default agenda taken"),
            AgendaChange::Brought { items, start } => {
                let what = match start {
                    Some(_) => say("Thay chương trình bằng bảng đã dán", "Agenda replaced by a pasted one"),
                    None => say("Thêm nội dung từ bảng đã dán", "Items added from a pasted table"),
                };
                format!("{what}: {}", self.items(items.len()))
            }
            AgendaChange::Duplicated(id) => format!("{} {}", say("Nhân đôi", "Duplicated"), item(id)),
            AgendaChange::Start(minute) => {
                format!("{}: {}", say("Giờ bắt đầu", "Begins at"), Self::minute_of_day(*minute))
            }
            AgendaChange::NotBefore { id, minute } => {
                let when = minute.map_or("–".to_owned(), Self::minute_of_day);
                format!("{} {}: {when}", say("Giờ sớm nhất bắt đầu", "Earliest beginning of"), item(id))
            }
            AgendaChange::Kind { id, kind } => {
                format!("{} {}: {}", say("Loại của", "Kind of"), item(id), self.item_kind(*kind))
            }
            AgendaChange::Vote { id, vote } => {
                format!("{} {}: {}", say("Cách biểu quyết của", "Vote on"), item(id), self.vote_form(*vote))
            }
            AgendaChange::Sitting { id, sitting } => {
                let name = sitting.as_ref().map_or("–".to_owned(), |sitting| self.sitting(sitting));
                format!("{} {}: {name}", say("Phiên của", "Sitting of"), item(id))
            }
            AgendaChange::Firm { id, firm: true } => {
                format!("{} {}", say("Giữ nguyên thời gian của", "Time kept for"), item(id))
            }
            AgendaChange::Firm { id, firm: false } => {
                format!("{} {}", say("Cho phép rút bớt thời gian của", "Time may be taken from"), item(id))
            }
            AgendaChange::Lead { id, .. } => {
                format!("{} {}", say("Sửa lời dẫn của", "Chair's words changed at"), item(id))
            }
            AgendaChange::Minute { id, .. } => {
                format!("{} {}", say("Sửa phần phải ghi biên bản của", "What to minute changed at"), item(id))
            }
            AgendaChange::Carries { id, round } => {
                let round =
                    round.as_ref().map_or_else(|| "–".to_owned(), |round| self.round_in(congress, round));
                format!("{} {}: {round}", say("Lần bầu của", "Round of"), item(id))
            }
            change => self.change_of_clock(change, congress),
        }
    }

    fn change_of_clock(&self, change: &AgendaChange, congress: &Congress) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        let item = |id: &ItemId| self.item_in(congress, id);
        match change {
            AgendaChange::Skipped { id, skipped: true } => {
                format!("{} {}", say("Bỏ qua", "Passed over"), item(id))
            }
            AgendaChange::Skipped { id, skipped: false } => {
                format!("{} {}", say("Không bỏ qua nữa", "No longer passed over"), item(id))
            }
            AgendaChange::Ended(_) => say("Hết nội dung, tạm nghỉ", "Item ended, a recess"),
            AgendaChange::CountTo { until: Some(_), .. } => {
                say("Đếm ngược tới giờ hẹn", "Counts to a time of day")
            }
            AgendaChange::CountTo { until: None, .. } => say("Đếm theo số phút", "Counts by minutes"),
            AgendaChange::MadeUp { trims, .. } => {
                let minutes = trims.iter().map(|trim| i64::from(trim.minutes)).sum();
                format!(
                    "{}: −{}",
                    say("Lấy lại thời gian đã chậm", "Made up for lost time"),
                    self.minutes(minutes)
                )
            }
            AgendaChange::ClockStep { by, .. } => {
                format!("{} {:+} s", say("Đồng hồ của máy nhảy", "The machine's clock jumped"), by / 1000)
            }
            AgendaChange::StepSettled { passed, .. } => {
                let what = if *passed {
                    say("thời gian đã trôi qua thật", "the time did pass")
                } else {
                    say("đồng hồ được chỉnh", "the clock was set")
                };
                format!("{}: {what}", say("Chủ tọa xác nhận", "The chair confirmed"))
            }
            change => self.change_of_speakers(change, congress),
        }
    }

    fn change_of_speakers(&self, change: &AgendaChange, congress: &Congress) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        let speaker = |id: &SpeakerId| self.speaker_in(congress, id);
        match change {
            AgendaChange::SpeakerAdded(speaker) => {
                format!("{}: {}", say("Đăng ký phát biểu", "Asked for the floor"), speaker.name)
            }
            AgendaChange::SpeakerRemoved(id) => {
                format!("{}: {}", say("Bỏ đăng ký phát biểu", "Left the queue"), speaker(id))
            }
            AgendaChange::SpeakerMoved { id, .. } => {
                format!("{}: {}", say("Đổi thứ tự phát biểu", "Moved in the queue"), speaker(id))
            }
            AgendaChange::SpeakerBegun { id, .. } => {
                format!("{}: {}", say("Bắt đầu phát biểu", "Turn begun"), speaker(id))
            }
            AgendaChange::SpeakerEnded(_) => say("Hết lượt phát biểu", "Turn ended"),
            AgendaChange::SpeakerYielded { id, yielded: true } => {
                format!("{}: {}", say("Nhường lượt phát biểu", "Turn yielded"), speaker(id))
            }
            AgendaChange::SpeakerYielded { id, yielded: false } => {
                format!("{}: {}", say("Nhận lại lượt phát biểu", "Turn taken after all"), speaker(id))
            }
            AgendaChange::SpeakerExtended { id, minutes } => {
                let what = say("Thêm, bớt phút cho", "Minutes given to or taken from");
                format!("{what} {}: {minutes:+}", speaker(id))
            }
            AgendaChange::Point { id, text } => {
                format!("{} {}: {text}", say("Ghi ý kiến của", "Point noted of"), speaker(id))
            }
            AgendaChange::SpeakingLimit { kind, minutes } => {
                format!("{}: {}", self.turn(*kind), self.minutes(i64::from(*minutes)))
            }
            AgendaChange::Message(text) if text.is_empty() => {
                say("Bỏ lời nhắn trên màn hình", "Message taken off the screen")
            }
            AgendaChange::Message(text) => {
                format!("{}: {text}", say("Nhắn trên màn hình", "Message on the screen"))
            }
            AgendaChange::Dark(true) => say("Tắt hình ở hội trường", "Hall screen dark"),
            AgendaChange::Dark(false) => say("Bật lại hình ở hội trường", "Hall screen on again"),
            _ => String::new(),
        }
    }

    /// An item as the log names it: by its title, or plainly where it is gone.
    pub(super) fn item_in(&self, congress: &Congress, id: &ItemId) -> String {
        congress.agenda.item(id).map_or_else(
            || self.language.pick_owned("một nội dung đã bỏ khỏi chương trình", "an item no longer there"),
            |item| format!("“{}”", self.label(&item.title)),
        )
    }

    /// A speaker as the log names one.
    fn speaker_in(&self, congress: &Congress, id: &SpeakerId) -> String {
        let speaker = congress.agenda.speakers.iter().find(|speaker| speaker.id == *id);
        speaker.map_or_else(
            || self.language.pick_owned("một người không còn trong danh sách", "somebody no longer listed"),
            |speaker| speaker.name.clone(),
        )
    }

    /// So many items.
    pub fn items(&self, number: usize) -> String {
        self.counted(i64::try_from(number).unwrap_or(i64::MAX), "nội dung", "item", "items")
    }

    /// A time of day from minutes after a first midnight; the days after it are counted.
    pub fn minute_of_day(minute: u16) -> String {
        let (day, minute) = (minute / 1_440, minute % 1_440);
        let time = format!("{:02}:{:02}", minute / 60, minute % 60);
        if day == 0 { time } else { format!("{time} (+{day})") }
    }

    /// What sort of item it is.
    pub fn item_kind(&self, kind: ItemKind) -> &'static str {
        let (vi, en) = match kind {
            ItemKind::Ceremony => ("Nghi lễ", "Ceremony"),
            ItemKind::Report => ("Báo cáo", "Report"),
            ItemKind::Discussion => ("Thảo luận", "Discussion"),
            ItemKind::OpenVote => ("Biểu quyết", "Open vote"),
            ItemKind::Election => ("Bầu cử", "Election"),
            ItemKind::Break => ("Giải lao", "Break"),
            ItemKind::Other => ("Khác", "Other"),
        };
        self.language.pick(vi, en)
    }

    /// How the congress votes on an item.
    pub fn vote_form(&self, vote: VoteForm) -> &'static str {
        let (vi, en) = match vote {
            VoteForm::None => ("Không biểu quyết", "No vote"),
            VoteForm::Hands => ("Giơ tay hoặc giơ thẻ", "Hands or cards"),
            VoteForm::HandsOptional => ("Giơ tay nếu đại hội muốn", "Hands, if the congress wishes"),
            VoteForm::Secret => ("Bỏ phiếu kín", "Secret ballot"),
        };
        self.language.pick(vi, en)
    }

    /// A sitting.
    pub fn sitting(&self, sitting: &Sitting) -> String {
        match sitting {
            Sitting::Part(SessionPart::Preparatory) => {
                self.language.pick_owned("Phiên trù bị", "Preparatory sitting")
            }
            Sitting::Part(SessionPart::Official) => {
                self.language.pick_owned("Phiên chính thức", "Official sitting")
            }
            Sitting::Named(name) => name.clone(),
        }
    }

    /// What sort of turn it is.
    pub fn turn(&self, kind: TurnKind) -> &'static str {
        let (vi, en) = match kind {
            TurnKind::Paper => ("Tham luận", "Paper"),
            TurnKind::Remark => ("Ý kiến", "Remark"),
            TurnKind::Second => ("Ý kiến lần hai", "Second remark"),
        };
        self.language.pick(vi, en)
    }
}
