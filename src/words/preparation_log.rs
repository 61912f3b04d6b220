//! The preparation: what its log says, and what is refused.

use super::{Language, Words};
use crate::congress::id::TaskId;
use crate::congress::preparation::{Due, Gate, PreparationChange};
use crate::congress::{Congress, Refusal};

impl Words {
    /// What a record of the preparation did, for the log.
    pub(super) fn change_of_preparation(&self, change: &PreparationChange, congress: &Congress) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        let task = |id: &TaskId| self.task_in(congress, id);
        match change {
            PreparationChange::TasksAdded(tasks) => {
                let titles: Vec<&str> = tasks.iter().map(|task| task.title.as_str()).collect();
                format!("{}: {}", say("Thêm việc", "Tasks added"), titles.join("; "))
            }
            PreparationChange::TaskRemoved(id) => format!("{}: {}", say("Bỏ việc", "Task removed"), task(id)),
            PreparationChange::TaskMoved { id, .. } => {
                format!("{}: {}", say("Chuyển chỗ việc", "Task moved"), task(id))
            }
            PreparationChange::TaskTitle { title, .. } => {
                format!("{}: {title}", say("Sửa tên việc", "Task reworded"))
            }
            PreparationChange::TaskDue { id, due } => {
                let due = due.as_ref().map_or("–".to_owned(), |due| self.counted_due(due));
                format!("{} {}: {due}", say("Hạn của việc", "Date of task"), task(id))
            }
            PreparationChange::TasksMarked { ids, state } => {
                format!("{}: {}", self.tasks(ids.len()), self.task_state(*state))
            }
            PreparationChange::NotNeeded { id, reason } => {
                format!("{} {}: {reason}", say("Không cần việc", "Not needed, task"), task(id))
            }
            PreparationChange::Document { id, state, on, reason } => {
                let note = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
                let title = self.document_title(id);
                format!("{title}: {}, {}{note}", self.document_state(*state), self.date(*on))
            }
            PreparationChange::SectionWritten { document, section, written } => {
                let what = if *written {
                    say("đã viết", "written")
                } else {
                    say("viết lại", "to write again")
                };
                format!(
                    "{}: {}, {what}",
                    self.document_title(document),
                    self.section_title(document, section)
                )
            }
            PreparationChange::Reviewed { document, question, holds } => {
                let answer = match holds {
                    Some(true) => say("đạt", "holds"),
                    Some(false) => say("chưa đạt", "does not hold"),
                    None => "–".to_owned(),
                };
                let title = self.document_title(document);
                format!("{}: {title}, {question}: {answer}", say("Tự soát", "Self-review"))
            }
            change => self.change_of_opinions(change),
        }
    }

    /// A task as the log names it: by its title, or plainly where it is gone.
    pub(super) fn task_in(&self, congress: &Congress, id: &TaskId) -> String {
        congress.checklist.task(id).map_or_else(
            || self.language.pick_owned("một việc không còn trong danh mục", "a task no longer listed"),
            |task| format!("“{}”", self.task_title(task)),
        )
    }

    fn change_of_opinions(&self, change: &PreparationChange) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        match change {
            PreparationChange::OpinionAdded(said) => {
                format!(
                    "{}, {}: {}",
                    say("Ý kiến góp ý", "Opinion"),
                    self.document_title(&said.document),
                    said.text
                )
            }
            PreparationChange::OpinionAnswered { accepted, reason, .. } => {
                let answer = match accepted {
                    Some(true) => say("Tiếp thu ý kiến", "Opinion accepted"),
                    Some(false) => say("Giải trình, không tiếp thu", "Opinion declined"),
                    None => say("Để ngỏ ý kiến", "Opinion left open"),
                };
                if reason.is_empty() { answer } else { format!("{answer}: {reason}") }
            }
            PreparationChange::OpinionRemoved(_) => say("Bỏ một ý kiến ghi nhầm", "Opinion taken away"),
            PreparationChange::SpeakerReady { ready: true, .. } => {
                say("Tham luận đã chuẩn bị xong", "Paper prepared")
            }
            PreparationChange::SpeakerReady { .. } => say("Tham luận chưa xong", "Paper not ready"),
            PreparationChange::BallotsPrinted { office, printed } => {
                let printed = printed.map_or("–".to_owned(), |printed| printed.to_string());
                format!("{}, {}: {printed}", say("Phiếu đã in", "Ballots printed"), self.office(*office))
            }
            PreparationChange::SpareBallots(spare) => {
                format!("{}: {spare}", say("Phiếu dự phòng", "Spare ballots"))
            }
            PreparationChange::EndsBy(minute) => {
                format!(
                    "{}: {}",
                    say("Bế mạc muộn nhất", "Closes at the latest at"),
                    Self::minute_of_day(*minute)
                )
            }
            PreparationChange::RulesConfirmed(by) if by.is_empty() => {
                say("Bỏ xác nhận quy chế bầu cử", "Election rules no longer confirmed")
            }
            PreparationChange::RulesConfirmed(by) => {
                format!("{}: {by}", say("Xác nhận quy chế bầu cử", "Election rules confirmed by"))
            }
            change => self.change_afterwards(change),
        }
    }

    fn change_afterwards(&self, change: &PreparationChange) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        match change {
            PreparationChange::GatePassed { gate, facts, by, reason } => {
                let facts: Vec<&str> = facts.iter().map(|fact| self.fact(*fact)).collect();
                let what = say("cho qua dù chưa có", "passed in spite of");
                format!("{}: {by} {what}: {}. {reason}", self.gate(*gate), facts.join("; "))
            }
            PreparationChange::LessonAdded(lesson) => {
                format!("{}, {}: {}", say("Rút kinh nghiệm", "Lesson"), self.area(lesson.area), lesson.text)
            }
            PreparationChange::LessonChanged { area, text, .. } => {
                format!("{}, {}: {text}", say("Sửa kinh nghiệm", "Lesson reworded"), self.area(*area))
            }
            PreparationChange::LessonRemoved(_) => say("Bỏ một kinh nghiệm", "Lesson taken away"),
            PreparationChange::Filed { part, filed } => {
                let what = if *filed { say("đã có", "is there") } else { say("chưa có", "is missing") };
                format!("{}: {part} {what}", say("Hồ sơ", "Dossier"))
            }
            PreparationChange::Slogan { text, .. } => format!("{}: {text}", say("Khẩu hiệu", "Slogan")),
            PreparationChange::Committee { figure, value } => {
                let value = value.map_or_else(|| "–".to_owned(), |value| value.to_string());
                format!("{}, {}: {value}", say("Cấp ủy mới", "New committee"), self.committee_figure(*figure))
            }
            PreparationChange::Worded { paper, original, text } => {
                let paper = self.paper_name(paper);
                if text.is_empty() {
                    format!(
                        "{}, {paper}: {original}",
                        say("Lời văn bản trở lại như mẫu", "Wording as in the form again")
                    )
                } else {
                    format!(
                        "{}, {paper}: {original} → {text}",
                        say("Sửa tay lời văn bản", "Reworded by hand")
                    )
                }
            }
            _ => String::new(),
        }
    }

    /// When a task is due: its day, or how many days from the congress.
    pub fn counted_due(&self, due: &Due) -> String {
        match due {
            Due::On(day) => self.date(*day),
            Due::Offset { days, .. } => format!("{days:+} {}", self.language.pick("ngày", "days")),
        }
    }

    /// Why something of the preparation was refused.
    pub(super) fn refusal_of_preparation(&self, refusal: &Refusal) -> String {
        let say = |vietnamese: &str, english: &str| self.language.pick_owned(vietnamese, english);
        match refusal {
            Refusal::GateClosed(gate, facts) => {
                let gate = self.gate(*gate);
                match self.language {
                    Language::Vietnamese => {
                        format!(
                            "{gate}: còn {facts} điều chưa có. Làm cho đủ, hoặc ghi tên người cho qua và lý do."
                        )
                    }
                    Language::English => {
                        let things = self.counted(*facts, "", "thing is", "things are");
                        format!(
                            "{gate}: {things} missing. See to it, or write down who lets it pass, and why."
                        )
                    }
                }
            }
            Refusal::FigureLost => say(
                "Những chỗ sổ tay tự điền phải còn đủ và đúng thứ tự trong câu.",
                "What the handbook fills in has to stay in the sentence, in its order.",
            ),
            Refusal::TicksItself => say(
                "Việc này sổ tay tự đánh dấu khi sự việc đã có. Nếu không cần, chọn “Không cần” và ghi lý do.",
                "The handbook ticks this by itself, when the fact is there. If it is not needed, say so and why.",
            ),
            Refusal::NoWhy => say("Ghi lý do vì sao không cần việc này.", "Say why this task is not needed."),
            Refusal::NotYours => say(
                "Việc có sẵn thì không bỏ được. Chọn “Không cần” và ghi lý do.",
                "A task of the checklist stays. Mark it as not needed, and say why.",
            ),
            Refusal::DocumentsFirst => say(
                "Văn kiện chưa được duyệt hết. Duyệt đề án nhân sự trước thì phải ghi lý do.",
                "Not every document is approved. To approve the personnel scheme first, give a reason.",
            ),
            _ => String::new(),
        }
    }
}

impl Words {
    /// A gate, as it stands before what is refused.
    pub fn gate(&self, gate: Gate) -> &'static str {
        match gate {
            Gate::Opening => self.language.pick("Trước khi khai mạc", "Before the congress opens"),
            Gate::Ballots => self.language.pick("Trước khi phát phiếu", "Before ballots are issued"),
            Gate::Report => self.language.pick("Trước khi gửi báo cáo", "Before the report is sent"),
        }
    }
}
