//! Devices and data, and the log.

use super::{Language, Words};
use crate::congress::Congress;
use crate::congress::change::{Change, Detail};
use crate::congress::hidden::Lines;
use crate::congress::id::{DeviceId, ItemId, RoundId};
use crate::journal::{ExportError, Fault, Misfit, Rejected};

words! {
    /// Devices and data.
    DataWords {
        within: "Trong Thêm", "Within More";
        documents: "Hồ sơ", "Documents";
        data: "Thiết bị và dữ liệu", "Devices and data";
        log: "Nhật ký", "Log";
        opening: "Tải tệp sao lưu về USB: tệp ấy mới là hồ sơ lưu, trình duyệt có thể xóa dữ liệu cũ.", "Download the backup to a USB stick: that file is the archive; browsers may drop old data.";
        download: "Tải tệp sao lưu", "Download the backup";
        import: "Mở tệp sao lưu", "Open a backup file";
        where_title: "Dữ liệu đang ở đâu", "Where the data are";
        where_browser: "Hai bản trong trình duyệt này, trên máy này. Không gửi đi đâu.", "Two copies in this browser, on this device. Nothing is sent anywhere.";
        where_memory: "Chỉ trong bộ nhớ tạm: trình duyệt chặn lưu trữ. Đóng cửa sổ là mất. Hãy tải tệp sao lưu.", "In memory only: the browser blocks storage. Closing the window loses it. Download the backup.";
        where_file: "Mở bằng tệp từ đĩa: đổi tên hay chuyển chỗ tệp thì trình duyệt có thể không thấy dữ liệu cũ.", "Opened as a file: if the file is renamed or moved, the browser may no longer find the data.";
        where_http: "Mở qua mạng nội bộ không mã hóa: không cài được để chạy ngoại tuyến.", "Opened over plain http: it cannot be installed for offline use.";
        device: "Máy này tự gọi là", "This device calls itself";
        records: "Số ghi nhận", "Records";
        other: "Đại hội khác trên máy này", "Other congresses on this device";
        to_start: "Trang đầu", "Start page";
        settings: "Cách hiển thị", "Display";
        language: "Ngôn ngữ", "Language";
        theme: "Nền", "Theme";
        theme_system: "Theo máy", "As the system";
        theme_light: "Sáng", "Light";
        theme_dark: "Tối", "Dark";
        shortcuts: "Phím tắt một chữ", "One-letter shortcuts";
        on: "Bật", "On";
        off: "Tắt", "Off";
        desk: "Người ngồi máy", "Who sits at this device";
        desk_note: "Tên này đi theo từng ghi nhận trong nhật ký.", "This name goes with every record in the log.";
        wipe: "Xóa đại hội này khỏi máy", "Delete this congress from this device";
        wipe_note: "Chỉ tệp sao lưu đã tải về mới đưa lại được. Không hoàn tác được.", "Only a backup file that you downloaded brings it back. This cannot be undone.";
        wipe_copy: "Tải bản sao trước", "Download a copy first";
        wipe_do: "Xóa khỏi máy này", "Delete from this device";
        log_opening: "Mọi thay đổi trên sổ tay, mới nhất ở trên. Không dòng nào mất đi, kể cả điều đã hoàn tác.", "Every change, the newest first. No line disappears, not even what was undone.";
        log_time: "Lúc", "When";
        log_who: "Ai", "Who";
        log_what: "Việc", "What";
        log_here: "Máy này", "This device";
        log_undone: "đã hoàn tác", "undone";
        log_whom: "Về ai", "About whom";
        log_csv: "Tải nhật ký (CSV)", "Download the log (CSV)";
        log_search: "Tìm trong nhật ký", "Search the log";
        log_all: "Mọi việc", "Everything";
        log_count: "Bàn kiểm phiếu", "The tally desk";
        log_scope: "Phần nhật ký", "Part of the log";
        log_none: "Không có dòng nào như vậy.", "There is no such line.";
        log_earlier: "Xem các dòng trước", "Show earlier lines";
        storage_full: "Bộ nhớ trình duyệt đã đầy.", "The browser's storage is full.";
        documents_opening: "Chọn văn bản để xem trước, rồi in.", "Choose a paper, look at it, then print.";
        documents_none: "Chưa có lần bầu nào được niêm phong, nên chưa có biên bản kiểm phiếu.", "No round has been sealed yet, so there are no counting minutes.";
        print: "In", "Print";
    }
}

impl Words {
    /// What a record did, for the log. What it names by an id is named by what the congress calls it now.
    pub fn change(&self, change: &Change, congress: &Congress) -> String {
        let vi = self.language == Language::Vietnamese;
        let say =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match change {
            Change::Founded(founding) => {
                format!("{}: {}", say("Lập sổ tay", "Founded"), founding.organisation)
            }
            Change::Detail(detail) => self.detail(detail),
            Change::Task { id, state } => {
                format!("{} {}: {}", say("Việc", "Task"), self.task_in(congress, id), self.task_state(*state))
            }
            Change::TaskOwner { id, owner } => {
                format!(
                    "{} {}: {owner}",
                    say("Người làm việc", "Person for task"),
                    self.task_in(congress, id)
                )
            }
            Change::TaskNote { id, note } => {
                format!("{} {}: {note}", say("Ghi chú việc", "Note on task"), self.task_in(congress, id))
            }
            Change::PeopleAdded(people) => format!(
                "{}: {}",
                say("Thêm vào danh sách", "Added to the roll"),
                people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ")
            ),
            Change::PersonRenamed { name, .. } => format!("{}: {name}", say("Sửa tên", "Renamed")),
            Change::PersonStanding { standing, .. } => {
                format!("{}: {}", say("Đổi diện đảng viên", "Standing changed"), self.standing(*standing))
            }
            Change::PersonRemoved(_) => say("Bỏ một người khỏi danh sách", "Somebody removed from the roll"),
            Change::Attendance { mark, .. } => {
                format!("{}: {}", say("Điểm danh", "Attendance"), self.attendance(*mark))
            }
            Change::EverybodyPresent => {
                say("Điểm danh: còn lại đều có mặt", "Attendance: all others present")
            }
            Change::Undone(_) => say("Hoàn tác", "Undid"),
            Change::RoundOpened(_)
            | Change::Ballots { .. }
            | Change::Votes { .. }
            | Change::RoundSealed { .. }
            | Change::RoundVoided { .. }
            | Change::RoundDropped(_)
            | Change::ReasonGiven { .. }
            | Change::Decided(_) => self.change_of_round(change, congress),
            Change::Desk(change) => self.change_at_desk(change),
            Change::Agenda(change) => self.change_at_agenda(change, congress),
            Change::Preparation(change) => self.change_of_preparation(change, congress),
            _ => self.change_of_agenda(change, congress),
        }
    }

    fn change_of_agenda(&self, change: &Change, congress: &Congress) -> String {
        let vi = self.language == Language::Vietnamese;
        let say =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        let item = |id: &ItemId| self.item_in(congress, id);
        match change {
            Change::ItemAdded { item, .. } => {
                format!("{}: {}", say("Thêm nội dung", "Item added"), item.title)
            }
            Change::ItemTitle { title, .. } => {
                format!("{}: {title}", say("Sửa tên nội dung", "Item retitled"))
            }
            Change::ItemPresenter { id, presenter } => {
                format!("{} {}: {presenter}", say("Người trình bày", "Presenter of"), item(id))
            }
            Change::ItemMinutes { id, minutes } => {
                format!("{} {}: {minutes}", say("Số phút của", "Minutes of"), item(id))
            }
            Change::ItemRemoved(id) => format!("{}: {}", say("Bỏ nội dung", "Item removed"), item(id)),
            Change::ItemMoved { id, .. } => format!("{} {}", say("Chuyển chỗ", "Moved"), item(id)),
            Change::ItemBegun { id, .. } => format!("{} {}", say("Bắt đầu", "Began"), item(id)),
            Change::BegunEarlier { id, .. } => {
                format!("{} {}", say("Ghi lại giờ bắt đầu của", "Began earlier:"), item(id))
            }
            Change::Paused(_) => say("Dừng đồng hồ", "Clock paused"),
            Change::Resumed(_) => say("Đồng hồ chạy tiếp", "Clock resumed"),
            Change::ItemExtended { id, minutes } => {
                let what = say("Thêm, bớt phút cho", "Minutes given to or taken from");
                format!("{what} {}: {minutes:+}", item(id))
            }
            Change::Closed(_) => say("Bế mạc", "Congress closed"),
            _ => String::new(),
        }
    }

    fn change_of_round(&self, change: &Change, congress: &Congress) -> String {
        let vi = self.language == Language::Vietnamese;
        let say =
            |vietnamese: &str, english: &str| if vi { vietnamese.to_owned() } else { english.to_owned() };
        match change {
            Change::RoundOpened(opening) => {
                format!("{}: {}", say("Mở lần bầu", "Round opened"), self.office(opening.office))
            }
            Change::Ballots { count, value, .. } => {
                format!("{}: {}", self.ballot_count(*count), figure(*value))
            }
            Change::Votes { round, row, column, value } => {
                let sheet = congress.round(round);
                let name = sheet.and_then(|sheet| sheet.rows.get(usize::from(*row))).map_or_else(
                    || format!("{} {}", say("người số", "number"), row + 1),
                    |row| row.name.clone(),
                );
                // Where names are struck there is one figure a person.
                let column = sheet
                    .filter(|sheet| sheet.columns().len() > 1)
                    .map_or(String::new(), |sheet| format!(", {}", self.vote_column(*column, sheet.method)));
                format!("{} {name}{column}: {}", say("Phiếu của", "Votes of"), figure(*value))
            }
            Change::RoundSealed { .. } => say("Niêm phong kết quả", "Result sealed"),
            Change::RoundVoided { .. } => say("Hủy kết quả, bỏ phiếu lại", "Round voided, to be voted again"),
            Change::ReasonGiven { round, warning, reason } => {
                let what = say("Lý do vẫn công bố kết quả", "Why the result stands");
                let title = self.round_in(congress, round);
                let warned = congress.round(round).and_then(|sheet| congress.count_sheet(sheet)?.ok());
                let warned = warned.and_then(|counted| {
                    let found = counted.warnings.iter().find(|found| found.code() == *warning)?;
                    Some(format!(". {}", self.warning(found)))
                });
                format!("{what} ({title}): {reason}{}", warned.unwrap_or_default())
            }
            Change::Decided(decided) => {
                format!("{}: {}", self.office(decided.office), self.decision(decided.decision))
            }
            Change::RoundDropped(_) => say("Bỏ lần bầu mở nhầm", "Round opened by mistake taken away"),
            _ => String::new(),
        }
    }

    /// A round as the log names it: by its title, or plainly where it is gone.
    pub(super) fn round_in(&self, congress: &Congress, id: &RoundId) -> String {
        congress.round(id).map_or_else(
            || self.language.pick_owned("một lần bầu đã bỏ", "a round no longer there"),
            |sheet| self.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind),
        )
    }

    /// What was taken back, for the log: `again` where the taking back was itself taken back.
    pub fn undid(&self, again: bool, what: &str) -> String {
        let undid = if again {
            self.language.pick("Làm lại", "Did again")
        } else {
            self.language.pick("Hoàn tác", "Undid")
        };
        format!("{undid}: {what}")
    }

    /// A device on which nobody said who sits there. Its code is all that tells it from others.
    pub fn device(&self, device: &DeviceId) -> String {
        format!("{} {device}", self.language.pick("Máy", "Device"))
    }

    fn detail(&self, detail: &Detail) -> String {
        let names = self.prepare;
        let (name, value) = match detail {
            Detail::Organisation(text) => (names.organisation, text.clone()),
            Detail::Superior(text) => (names.superior, text.clone()),
            Detail::Ordinal(text) => (names.ordinal, text.clone()),
            Detail::Term(text) => (names.term, text.clone()),
            Detail::Place(text) => (names.place, text.clone()),
            Detail::Date(date) => (names.date, self.date(*date)),
            Detail::Deadline(date) => (names.deadline, date.map_or("–".to_owned(), |date| self.date(date))),
            Detail::Members(number) => (self.start.members, number.to_string()),
            Detail::Rules(rules) => (names.rules, self.rules(*rules)),
            Detail::OwnRules(profile) => (names.rules, self.text(&profile.names).to_owned()),
            Detail::BoardHead(name) => (names.board_head, name.clone()),
            Detail::BoardMembers(people) => (names.board_members, people.join(", ")),
            Detail::Chair(name) => (names.chair, name.clone()),
        };
        format!("{name}: {value}")
    }

    /// Why a file was not read.
    pub fn export_error(&self, error: &ExportError) -> String {
        let vi = self.language == Language::Vietnamese;
        match error {
            ExportError::TooLarge(bytes) => {
                let megabytes = bytes / 1_048_576;
                if vi {
                    format!(
                        "Tệp lớn {megabytes} MB, quá 5 MB; tệp sao lưu của một đại hội không lớn như vậy."
                    )
                } else {
                    format!("The file is {megabytes} MB, more than 5 MB; no congress's backup is that large.")
                }
            }
            ExportError::NotJson(line, column) => {
                if vi {
                    format!("Không phải tệp sao lưu: nội dung hỏng ở dòng {line}, cột {column}.")
                } else {
                    format!("Not a backup file: the content breaks at line {line}, column {column}.")
                }
            }
            ExportError::Foreign(field) => {
                if vi {
                    format!("Không phải tệp sao lưu của sổ tay: thiếu hoặc sai trường “{field}”.")
                } else {
                    format!("Not a backup of this handbook: the field “{field}” is missing or wrong.")
                }
            }
            ExportError::Unknown(field) => {
                let field = seen(field);
                if vi {
                    format!("Tệp có trường lạ “{field}”: không phải tệp do sổ tay ghi.")
                } else {
                    format!("The file has an unknown field “{field}”: the handbook did not write it.")
                }
            }
            ExportError::Newer(file, known) => {
                if vi {
                    format!(
                        "Tệp do bản mới hơn ghi (phiên bản {file}); bản này chỉ đọc đến phiên bản {known}."
                    )
                } else {
                    format!(
                        "The file was written by a newer app (version {file}); this one reads up to version {known}."
                    )
                }
            }
            ExportError::Misfit(misfit) => self.misfit(misfit),
            ExportError::Record { place, field, why } => self.not_understood(*place, field, why),
            ExportError::Checksum => self
                .language
                .pick(
                    "Trường “checksum” không khớp: tệp bị cắt hoặc bị sửa. Hãy lấy bản sao khác.",
                    "The field “checksum” does not match: the file was cut or changed. Take another copy.",
                )
                .to_owned(),
            ExportError::Rejected(rejected) => self.rejected(rejected),
        }
    }

    fn not_understood(&self, record: usize, field: &str, why: &str) -> String {
        let place = self.place(Some(record), field);
        format!("{place} {}: {}", self.language.pick("không hiểu được", "is not understood"), seen(why))
    }

    /// Why a part of a file is refused.
    fn misfit(&self, misfit: &Misfit) -> String {
        let say = |vietnamese: &'static str, english: &'static str| self.language.pick(vietnamese, english);
        let what = match misfit.fault {
            Fault::TooMany(most) => &format!("{} {most}", say("nhiều hơn", "more than")),
            Fault::TooDeep => say("lồng nhau quá sâu", "nested too deep"),
            Fault::KeyTwice => say("trường có hai lần", "the field stands twice"),
            Fault::KeyEscaped => say("tên trường có dấu “\\”", "the field's name has a “\\”"),
            Fault::NotWhole => say("phải là số nguyên", "must be a whole number"),
            Fault::TooLong => say("văn bản dài quá", "the text is too long"),
        };
        let place = self.place(misfit.record, &misfit.field);
        let (line, column) = misfit.position.unwrap_or_default();
        if line == 0 {
            return format!("{place}: {what}.");
        }
        let (lines, columns) = (say("dòng", "line"), say("cột", "column"));
        format!("{place} ({lines} {line}, {columns} {column}): {what}.")
    }

    /// A place in a file. The names of fields come from the file, so they are shown with whatever they hide.
    fn place(&self, record: Option<usize>, field: &str) -> String {
        let place = match record {
            Some(record) => {
                format!("{} {record}", self.language.pick("Trong tệp, ghi nhận", "In the file, record"))
            }
            None => self.language.pick("Trong tệp", "In the file").to_owned(),
        };
        if field.is_empty() {
            return place;
        }
        format!("{place}{}{}”", self.language.pick(", trường “", ", field “"), seen(field))
    }

    /// Why records do not fit together.
    pub fn rejected(&self, rejected: &Rejected) -> String {
        let vi = self.language == Language::Vietnamese;
        match rejected {
            Rejected::Founding => self
                .language
                .pick(
                    "Không có đúng một ghi nhận lập sổ tay (“founded”).",
                    "There is not exactly one founding record (“founded”).",
                )
                .to_owned(),
            Rejected::Gap(id) if vi => format!("Thiếu ghi nhận trước {id}."),
            Rejected::Gap(id) => format!("Records before {id} are missing."),
            Rejected::Chain(id) if vi => {
                format!("Ghi nhận {id} không nối với ghi nhận trước nó (trường “p”).")
            }
            Rejected::Chain(id) => format!("Record {id} does not follow the one before it (field “p”)."),
            Rejected::Conflict(id) if vi => format!("Có hai ghi nhận khác nhau cùng tên {id} (trường “id”)."),
            Rejected::Conflict(id) => format!("Two different records are called {id} (field “id”)."),
            Rejected::Order(id) if vi => format!("Thứ tự của ghi nhận {id} không đúng (trường “l”)."),
            Rejected::Order(id) => format!("Record {id} is out of order (field “l”)."),
        }
    }
}

/// A part of a file as a person may see it: nothing hidden, and not endless.
fn seen(text: &str) -> String {
    Lines::One.visible(&text.chars().take(200).collect::<String>())
}

fn figure(value: Option<u32>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}
