//! Documents, opinions, speakers, gates: what is prepared beside the tasks.

use super::{Language, Words};
use crate::congress::preparation::drafts::{DocumentId, DocumentSet, DocumentTemplate};
use crate::congress::preparation::{DocumentState, Fact, Voters};

words! {
    /// Documents, opinions and speakers.
    DocumentWords {
        name: "Văn kiện", "Documents";
        opening_draft: "Soạn theo bố cục, tự soát, rồi đưa chi bộ góp ý trước khi gửi cấp trên.", "Write by the outline, review it yourselves, and let the members speak before it goes to the superior.";
        opening_done: "Văn kiện và đề án nhân sự đã được duyệt. Chuẩn bị người phát biểu.", "The documents and the personnel scheme are approved. Prepare the speakers.";
        state: "Đã đến bước", "Has come to";
        on: "Ngày", "On";
        outline: "Bố cục bắt buộc", "Sections that it must have";
        outline_copy: "Xem và in đề cương trống", "Look at and print the empty outline";
        review: "Tự soát trước khi gửi", "Self-review before it is sent";
        holds: "Đạt", "Holds";
        fails: "Chưa", "Not yet";
        opinions: "Ý kiến góp ý", "Opinions";
        opinion: "Ý kiến", "Opinion";
        section: "Về phần", "On section";
        whole: "toàn văn", "the whole";
        by: "Của ai", "Whose";
        add_opinion: "Ghi ý kiến", "Add the opinion";
        accept: "Tiếp thu", "Accept";
        decline: "Giải trình", "Decline";
        answer: "Tiếp thu thế nào, hoặc vì sao không", "How it is accepted, or why not";
        accepted: "đã tiếp thu", "accepted";
        declined: "không tiếp thu", "declined";
        open: "chưa trả lời", "no answer yet";
        remove: "Bỏ", "Remove";
        early_reason: "Lý do duyệt đề án trước văn kiện", "Why the scheme is approved before the documents";
        early_do: "Duyệt đề án", "Approve the scheme";
        speakers: "Người phát biểu", "Speakers";
        speakers_note: "Tìm và chuẩn bị người tham luận trước. Danh sách này cũng là danh sách chờ phát biểu khi Điều hành.", "Find and prepare speakers beforehand. The same list waits for the floor in Run.";
        subject: "Nội dung, phần văn kiện", "Subject, section";
        ready: "Đã chuẩn bị", "Prepared";
        add_speaker: "Thêm người tham luận", "Add a speaker";
        silent: "Chưa góp ý, chưa phát biểu", "Have not said anything yet";
        confirm_gate: "Cho qua, ghi tên và lý do", "Pass, with a name and a reason";
        gate_by: "Người quyết định", "Who decides";
        gate_reason: "Lý do", "Reason";
        gate_do: "Cho qua", "Let it pass";
        gate_open: "Đã đủ điều kiện.", "Everything is there.";
        printed: "Phiếu đã in, mỗi loại", "Ballots printed, of each kind";
        spare: "Dự phòng", "Spare";
        ends_by: "Bế mạc muộn nhất", "Closes at the latest at";
        confirm_rules: "Người xác nhận quy chế này đang có hiệu lực", "Who confirms that these rules are in force";
    }
}

impl Words {
    /// How far a document has come.
    pub fn document_state(&self, state: DocumentState) -> &'static str {
        match state {
            DocumentState::Drafting => self.language.pick("Đang soạn", "Being written"),
            DocumentState::Discussed => self.language.pick("Chi bộ đã góp ý", "Discussed in the cell"),
            DocumentState::Sent => self.language.pick("Đã gửi cấp trên", "Sent to the superior"),
            DocumentState::Commented => self.language.pick("Có ý kiến cấp trên", "Comments received"),
            DocumentState::Corrected => self.language.pick("Đã chỉnh sửa", "Corrected"),
            DocumentState::Approved => self.language.pick("Đã duyệt", "Approved"),
        }
    }

    /// A document that nobody has begun.
    pub fn document_not_begun(&self) -> &'static str {
        self.language.pick("Chưa soạn", "Not begun")
    }

    /// The press that opens a document.
    pub fn open_document(&self, title: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Mở {title}"),
            Language::English => format!("Open: {title}"),
        }
    }

    /// The title of a document, or its id where this build does not know it.
    pub fn document_title<'a>(&self, id: &'a DocumentId) -> &'a str {
        template(id).map_or(id.as_str(), |document| self.text(&document.title))
    }

    /// The head of a section, or its id where this build does not know it.
    pub fn section_title<'a>(&self, document: &DocumentId, section: &'a str) -> &'a str {
        let known =
            template(document).and_then(|document| document.outline.iter().find(|of| of.id == section));
        known.map_or(section, |section| self.text(&section.title))
    }

    /// A fact, as an item that ticks itself.
    pub fn fact(&self, fact: Fact) -> &'static str {
        let (vietnamese, english) = match fact {
            Fact::RollComplete => ("Danh sách đủ số đảng viên chính thức", "The roll has every full member"),
            Fact::AttendanceTaken => ("Đã điểm danh đủ", "Attendance is taken"),
            Fact::BaseCounted => ("Đã tính được mẫu số", "The base is counted"),
            Fact::Quorum => ("Có mặt đủ hai phần ba", "Two thirds are present"),
            Fact::BallotsPrinted => (
                "Phiếu in đủ cho số có mặt và dự phòng",
                "Ballots are printed for those present, and spare ones",
            ),
            Fact::AgendaFits => (
                "Theo giờ đã định, chương trình vừa thời gian cho phép",
                "As planned, the programme fits the time allowed",
            ),
            Fact::RulesConfirmed => {
                ("Có người xác nhận quy chế bầu cử", "Somebody confirmed the election rules")
            }
            Fact::BoardNamed => ("Có tên trưởng ban kiểm phiếu", "The head of the counting board is named"),
            Fact::RehearsalHeld => ("Đã diễn tập trên máy này", "A rehearsal was held on this device"),
            Fact::BackupMade => ("Có tệp sao lưu ngoài trình duyệt", "A backup file is outside the browser"),
            Fact::DocumentsDiscussed => (
                "Chi bộ đã góp ý đủ văn kiện, mỗi ý kiến đã trả lời",
                "The cell discussed every document, every opinion has its answer",
            ),
            Fact::DocumentsSent => ("Văn kiện đã gửi cấp trên", "The documents were sent to the superior"),
            Fact::DocumentsApproved => {
                ("Cấp trên đã duyệt văn kiện", "The superior has approved the documents")
            }
            Fact::SchemeApproved => {
                ("Cấp trên đã đồng ý đề án nhân sự", "The superior has approved the personnel scheme")
            }
            Fact::SpeakersFound => ("Đã có người tham luận", "Speakers are found"),
            Fact::SpeakersReady => ("Mọi tham luận đã chuẩn bị xong", "Every paper is prepared"),
            Fact::ElectionsDone => {
                ("Bầu cử xong, kết quả đã niêm phong", "The elections are over, their results sealed")
            }
            Fact::CongressClosed => ("Đại hội đã bế mạc", "The congress is closed"),
            Fact::LessonsNoted => ("Đã ghi rút kinh nghiệm", "Lessons are written down"),
            Fact::ArchiveComplete => ("Hồ sơ lưu đã đủ", "The archive is complete"),
        };
        self.language.pick(vietnamese, english)
    }

    /// How many of the members have spoken or said what they think.
    pub fn heard(&self, heard: usize, all: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Đã có **{heard} trên {all}** đảng viên góp ý hoặc phát biểu."),
            Language::English => format!("**{heard} of {all}** members have said something."),
        }
    }

    /// How many things stand in the way.
    pub fn still_missing(&self, number: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Còn {number} điều chưa có"),
            Language::English => {
                let number = i64::try_from(number).unwrap_or(i64::MAX);
                format!("{} missing", self.counted(number, "", "thing is", "things are"))
            }
        }
    }

    /// How many ballots are needed, as a sum: for so many voters, and so many spare.
    pub fn ballots_needed(&self, voters: Voters, spare: u32) -> String {
        let people = voters.number();
        let needed = people.saturating_add(spare);
        let who = match voters {
            Voters::Expected(_) => self.language.pick(
                "đảng viên chính thức dự kiến (chưa có danh sách)",
                "full members expected (there is no roll yet)",
            ),
            Voters::OnRoll(_) => self.language.pick(
                "người chính thức trong danh sách (chưa điểm danh đủ)",
                "full members on the roll (attendance is not complete)",
            ),
            Voters::Present(_) => self.language.pick("người chính thức có mặt", "full members present"),
        };
        match self.language {
            Language::Vietnamese => {
                format!("Cần ít nhất {needed} phiếu mỗi loại: {people} {who} + {spare} dự phòng.")
            }
            Language::English => format!("At least {needed} of each kind: {people} {who} + {spare} spare."),
        }
    }

    /// When the programme ends, against when it has to.
    pub fn ends_against(&self, ends: &str, by: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Xong lúc {ends}; bế mạc muộn nhất {by}."),
            Language::English => format!("Ends at {ends}; closes at {by} at the latest."),
        }
    }
}

fn template(id: &DocumentId) -> Option<&'static DocumentTemplate> {
    DocumentSet::party()?.documents.iter().find(|document| document.id == *id)
}
