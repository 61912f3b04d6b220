//! The plan: groups, search, many tasks at once, a new congress day, the wall, the calendar.

use super::{Language, Words};
use crate::congress::checklist::Task;

words! {
    /// The plan.
    PlanWords {
        group_by: "Xếp theo", "Group by";
        by_urgency: "việc gấp", "urgency";
        by_phase: "giai đoạn", "phase";
        by_role: "phụ trách", "role";
        by_week: "tuần", "week";
        by_person: "người làm", "person";
        nobody: "Chưa giao cho ai", "Nobody yet";
        no_date: "Không có hạn", "Without a date";
        search: "Tìm việc, không cần gõ dấu", "Find a task, accents not needed";
        none_found: "Không có việc nào khớp với chữ đã gõ.", "No task matches what you typed.";
        add: "Thêm việc", "Add tasks";
        add_title: "Thêm việc của riêng đại hội này", "Tasks of your own";
        add_note: "Mỗi dòng một việc. Dán từ bảng cũng được: việc, người làm, ngày. Việc không ghi ngày thì hạn là ngày đại hội.", "One task a line. A table can be pasted: what, who, day. A task without a day is due on the congress day.";
        add_phase: "Giai đoạn", "Phase";
        add_tasks: "Các việc", "Tasks";
        add_do: "Thêm vào danh sách", "Add to the list";
        add_none: "Chưa có việc nào để thêm.", "There is no task to add yet.";
        more: "Hiện thêm việc", "Show more tasks";
        choose: "Chọn nhiều việc", "Choose several";
        choose_end: "Thôi chọn", "Stop choosing";
        choose_all: "Chọn mọi việc đang hiện", "Choose all that are shown";
        mark_as: "Đánh dấu là", "Mark as";
        why_not: "Vì sao không cần", "Why it is not needed";
        not_needed_do: "Không cần việc này", "Not needed";
        title: "Tên việc", "What to do";
        due: "Hạn", "Due";
        due_fixed: "giữ nguyên ngày khi dời đại hội", "the day stays when the congress moves";
        due_reset: "Trở lại hạn đề xuất", "Back to the proposed date";
        remove: "Bỏ việc này", "Remove this task";
        up: "Lên", "Up";
        down: "Xuống", "Down";
        ticks_itself: "Sổ tay tự đánh dấu khi", "The handbook ticks this when";
        move_do: "Dời ngày", "Move it";
        move_late: "Thành quá hạn", "Become overdue";
        move_beyond: "Vượt hạn của cấp trên", "Beyond the superior's deadline";
        from_others: "Kinh nghiệm của nơi đi trước", "Lessons of those who went first";
        wall: "Bảng treo tường", "A sheet for the wall";
        wall_name: "Kế hoạch chuẩn bị, bảng treo tường", "Plan of preparation, for the wall";
        calendar: "Đưa vào lịch (.ics)", "To the calendar (.ics)";
        calendar_file: "lich-chuan-bi", "calendar";
        superior: "Dòng báo cáo tiến độ", "Progress line for the superior";
        superior_note: "Dán vào bảng theo dõi của cấp trên: đơn vị, ngày đại hội, trạng thái, số việc xong, quá hạn, hạn báo cáo.", "To be pasted into the superior's table: unit, congress day, stage, tasks done, overdue, report due.";
        copy: "Sao chép", "Copy";
        copied: "Đã sao chép", "Copied";
        timeline: "Hình thời gian", "Timeline";
        key_done: "đã xong", "done";
        key_open: "chưa xong", "not done yet";
        key_late: "có việc quá hạn", "something is overdue";
        today: "hôm nay", "today";
        congress_day: "đại hội", "congress";
        deadline: "hạn cấp trên", "deadline";
        stage_plan: "đang chuẩn bị", "in preparation";
        stage_documents: "đã duyệt văn kiện", "documents approved";
        stage_scheme: "đã duyệt nhân sự", "scheme approved";
        stage_held: "đã đại hội", "congress held";
        stage_reported: "đã báo cáo", "reported";
        stage_ratified: "đã chuẩn y", "ratified";
    }
}

impl Words {
    /// The title of a task.
    pub fn task_title<'a>(&self, task: &'a Task) -> &'a str {
        match (&task.title, task.template) {
            (Some(title), _) => title,
            (None, Some(template)) => self.text(&template.title),
            (None, None) => "",
        }
    }

    /// Who does a task: the person, or else the role.
    pub fn task_owner<'a>(&self, task: &'a Task) -> &'a str {
        match task.template {
            Some(template) if task.owner.is_empty() => self.text(&template.role),
            _ => &task.owner,
        }
    }

    /// The head of a week's tasks.
    pub fn week_of(&self, monday: &str, sunday: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Tuần {monday} – {sunday}"),
            Language::English => format!("Week {monday} – {sunday}"),
        }
    }

    /// How many tasks are chosen.
    pub fn chosen(&self, number: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("Đã chọn {number} việc"),
            Language::English => format!("{number} chosen"),
        }
    }

    /// How much of somebody's work is done.
    pub fn done_of(&self, done: usize, all: usize) -> String {
        match self.language {
            Language::Vietnamese => format!("xong {done} trên {all}"),
            Language::English => format!("{done} of {all} done"),
        }
    }

    /// What a new congress day does to the tasks.
    pub fn move_consequence(&self, date: &str, late: usize, beyond: usize) -> String {
        match self.language {
            Language::Vietnamese => format!(
                "Đại hội sang {date}: hạn của các việc dời theo. {late} việc thành quá hạn, {beyond} việc vượt hạn của cấp trên."
            ),
            Language::English => format!(
                "Congress on {date}: the tasks move along. {late} become overdue, {beyond} lie beyond the superior's deadline."
            ),
        }
    }

    /// The figures over the plan.
    pub fn plan_sum(&self, done: usize, all: usize, late: usize, week: usize) -> String {
        match self.language {
            Language::Vietnamese => {
                format!("Xong {done} trên {all} việc; quá hạn {late}; đến hạn tuần này {week}.")
            }
            Language::English => format!("{done} of {all} tasks done; {late} overdue; {week} due this week."),
        }
    }
}
