//! The dates of the open tasks for a calendar: RFC 5545, one event of a whole day for each, with an alarm the day before.

use crate::congress::Congress;
use crate::congress::checklist::Task;
use crate::congress::hidden::Lines;
use crate::congress::preparation::FactSet;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};

/// The longest line, in octets, without its end.
const MOST_OCTETS: usize = 75;

/// The alarm: nine in the morning of the day before, counted from the midnight at which the day begins.
const ALARM: &str = "-PT15H";

/// The calendar of a congress: its own day and the open tasks that have a date. `id` tells this congress from others, and
/// `stamp` is today, which the format wants to know.
pub fn calendar(congress: &Congress, id: &str, facts: FactSet, stamp: NaiveDate, words: &Words) -> String {
    let mut lines = Calendar { text: String::new(), stamp: format!("{}T000000Z", day(stamp)) };
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//So tay Dai hoi//VI");
    lines.add("CALSCALE", "GREGORIAN");
    let details = &congress.details;
    lines.event(&format!("{id}-congress"), details.date, &details.organisation, &details.place);
    for task in congress.checklist.tasks().iter().filter(|task| !task.state(facts).is_settled()) {
        if let Some(due) = task.due {
            let note = task.template.map(|template| words.text(&template.done_when)).unwrap_or_default();
            lines.event(&format!("{id}-{}", task.id), due, &summary(task, words), note);
        }
    }
    lines.add("END", "VCALENDAR");
    lines.text
}

fn summary(task: &Task, words: &Words) -> String {
    let title = words.task_title(task);
    if task.owner.is_empty() { title.to_owned() } else { format!("{title} ({})", task.owner) }
}

fn day(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

struct Calendar {
    text: String,
    stamp: String,
}

impl Calendar {
    fn event(&mut self, uid: &str, on: NaiveDate, summary: &str, note: &str) {
        let (summary, stamp) = (escaped(summary), self.stamp.clone());
        self.add("BEGIN", "VEVENT");
        self.add("UID", &escaped(uid));
        self.add("DTSTAMP", &stamp);
        self.add("DTSTART;VALUE=DATE", &day(on));
        self.add("SUMMARY", &summary);
        if !note.is_empty() {
            self.add("DESCRIPTION", &escaped(note));
        }
        self.add("TRANSP", "TRANSPARENT");
        self.add("BEGIN", "VALARM");
        self.add("ACTION", "DISPLAY");
        self.add("DESCRIPTION", &summary);
        self.add("TRIGGER", ALARM);
        self.add("END", "VALARM");
        self.add("END", "VEVENT");
    }

    /// One line, folded where it is longer than a line may be, never within a letter.
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > MOST_OCTETS {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A text as a value: what has a meaning in the format is written with a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in Lines::Many.clean(text).chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
