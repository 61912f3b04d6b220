//! What a congress hands on to others: its tasks, its programme and its lessons, as changes that a new congress takes,
//! without the name of any person.

use super::agenda::{Label, PlannedScript, Sitting};
use super::change::{Change, Detail};
use super::checklist::TaskState;
use super::congress::Congress;
use super::election::RulesId;
use super::people::name::search_fold;
use super::preparation::lesson::NewLesson;
use super::preparation::{Due, NewTask, PreparationChange};

/// The words with which the texts of a template are made: what stands for a name, and which language a text of the app
/// is taken in.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// Stands in the place of a name.
    pub blank: &'a str,
    /// Words before a given name that alone makes it a name, folded for search.
    pub honorifics: &'a [&'a str],
    /// An agenda text in the language of whoever hands it on.
    pub label: &'a dyn Fn(&Label) -> String,
}

impl Congress {
    /// The names of everybody whom this congress knows, without repetition.
    pub fn people_named(&self) -> Vec<String> {
        let details = &self.details;
        let preparation = &self.preparation;
        let mut names: Vec<&str> = self.roll.people().iter().map(|person| person.name.as_str()).collect();
        names.extend([details.board_head.as_str(), details.chair.as_str()]);
        names.extend(details.board_members.iter().map(String::as_str));
        names.extend(self.checklist.tasks().iter().map(|task| task.owner.as_str()));
        names.extend(self.agenda.speakers.iter().map(|speaker| speaker.name.as_str()));
        names.extend(preparation.opinions.iter().map(|opinion| opinion.said.by.as_str()));
        names.extend(preparation.rules_confirmed.as_deref());
        names.extend(preparation.overrides.iter().map(|word| word.by.as_str()));
        names.extend(self.rounds.iter().flat_map(|round| round.rows.iter().map(|row| row.name.as_str())));
        let mut kept: Vec<String> = Vec::new();
        for name in names.into_iter().filter(|name| !name.trim().is_empty()) {
            if !kept.iter().any(|other| other == name) {
                kept.push(name.to_owned());
            }
        }
        kept
    }

    /// The changes that make another congress start from this one. Owners, presenters, notes, attendance, documents,
    /// ballots and gates stay here.
    pub fn handed_on(&self, wording: &Wording<'_>) -> Vec<Change> {
        let names = Names::new(&self.people_named(), wording);
        let mut changes = self.particulars_handed_on();
        changes.extend(self.tasks_handed_on(&names));
        changes.extend(self.agenda_handed_on(wording, &names));
        let lesson = |lesson: &super::preparation::lesson::Lesson| NewLesson {
            area: lesson.area,
            well: lesson.well,
            text: names.taken_out(&lesson.text),
            brought: true,
        };
        let lessons = self.preparation.lessons.iter().map(lesson);
        changes.extend(lessons.map(|lesson| PreparationChange::LessonAdded(lesson).into()));
        for (place, text) in &self.preparation.slogans {
            let text = names.taken_out(text);
            changes.push(PreparationChange::Slogan { place: place.clone(), text }.into());
        }
        for worded in &self.preparation.wordings {
            let text = names.taken_out(&worded.text);
            let (paper, original) = (worded.paper.clone(), worded.original.clone());
            changes.push(PreparationChange::Worded { paper, original, text }.into());
        }
        changes.extend(self.preparation.spare.map(|spare| PreparationChange::SpareBallots(spare).into()));
        changes.extend(self.preparation.ends_by.map(|minute| PreparationChange::EndsBy(minute).into()));
        changes
    }

    /// What a superior sets for all its cells: its own name, the deadline, and the rules once somebody confirmed them.
    fn particulars_handed_on(&self) -> Vec<Change> {
        let details = &self.details;
        let superior = Some(details.superior.clone()).filter(|superior| !superior.is_empty());
        let own = details.own_rules.as_ref().filter(|_| details.rules == RulesId::Own);
        let rules = match own {
            Some(own) => Detail::OwnRules(Box::new((**own).clone())),
            None => Detail::Rules(details.rules),
        };
        let confirmed = self.preparation.rules_confirmed.is_some();
        let particulars = [
            superior.map(Detail::Superior),
            details.deadline.map(|deadline| Detail::Deadline(Some(deadline))),
            confirmed.then_some(rules),
        ];
        particulars.into_iter().flatten().map(Change::Detail).collect()
    }

    fn tasks_handed_on(&self, names: &Names<'_>) -> Vec<Change> {
        let mut changes: Vec<PreparationChange> = Vec::new();
        let mut own = Vec::new();
        let phases = self.checklist.source().map(|source| source.phases.as_slice()).unwrap_or_default();
        for task in self.checklist.tasks() {
            let title = task.title.as_deref().map(|title| names.taken_out(title));
            // A day of this congress means nothing to another; so many days from it do.
            let due = match &task.timing {
                Some(Due::On(day)) => Some(super::checklist::paste::offset(self.details.date, *day)),
                other => other.clone(),
            };
            if task.template.is_none() {
                let phase = phases.get(task.phase).map(|phase| phase.id.clone()).unwrap_or_default();
                let (title, due) = (title.unwrap_or_default(), due.unwrap_or(Due::On(self.details.date)));
                own.push(NewTask { title, phase, due, owner: String::new() });
                continue;
            }
            let id = || task.id.clone();
            changes.extend(title.map(|title| PreparationChange::TaskTitle { id: id(), title }));
            changes.extend(due.map(|due| PreparationChange::TaskDue { id: id(), due: Some(due) }));
            if task.marked == TaskState::NotNeeded && !task.reason.is_empty() {
                let reason = names.taken_out(&task.reason);
                changes.push(PreparationChange::NotNeeded { id: id(), reason });
            }
        }
        if !own.is_empty() {
            changes.push(PreparationChange::TasksAdded(own));
        }
        changes.into_iter().map(Change::from).collect()
    }

    fn agenda_handed_on(&self, wording: &Wording<'_>, names: &Names<'_>) -> Vec<Change> {
        let text = |label: &Label| names.taken_out(&(wording.label)(label));
        let items = self.agenda.items.iter().map(|item| {
            let (lead, minute) = (text(&item.lead), text(&item.minute));
            let script = PlannedScript { vote: item.vote, firm: item.firm, lead, minute };
            let mut planned = item.as_planned(&text, Some(script));
            if let Some(Sitting::Named(name)) = &mut planned.sitting {
                *name = names.taken_out(name);
            }
            planned
        });
        self.agenda.laid_elsewhere(items.collect())
    }
}

/// Names, ready to be found in texts.
struct Names<'a> {
    /// Each name folded for search, the longest first.
    full: Vec<Vec<char>>,
    /// Middle and given name of those with three, as they are written: small and without accents they would be words.
    called: Vec<Vec<char>>,
    /// The given names as they are written.
    given: Vec<String>,
    wording: &'a Wording<'a>,
}

impl<'a> Names<'a> {
    fn new(names: &[String], wording: &'a Wording<'a>) -> Self {
        let (mut full, mut called) = (Vec::new(), Vec::new());
        let mut given = Vec::new();
        for name in names {
            let words: Vec<&str> = name.split_whitespace().collect();
            full.push(folded(&words.join(" ")));
            // Whoever is called by two names of three is known by them.
            if let [.., middle, last] = words.as_slice()
                && words.len() > 2
            {
                called.push(format!("{middle}{last}").chars().collect());
            }
            if let [_, .., last] = words.as_slice() {
                given.push((*last).to_owned());
            }
        }
        super::order::by_key(&mut full, |name: &Vec<char>| std::cmp::Reverse(name.len()));
        Self { full, called, given, wording }
    }

    /// The text with a blank for each name, however it is spaced, accented and written large or small.
    fn taken_out(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let plain: Vec<char> = letters.iter().map(|letter| plain(*letter)).collect();
        let mut kept = String::new();
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let begins =
                at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(|l| !l.is_alphanumeric());
            let full = || self.full.iter().find_map(|name| end_of(&plain, at, name));
            let called = || self.called.iter().find_map(|name| end_of(&letters, at, name));
            let name = if begins { full().or_else(called) } else { None };
            if let Some(end) = name {
                kept.push_str(self.wording.blank);
                at = end;
            } else {
                kept.push(*letter);
                at += 1;
            }
        }
        self.given_taken_out(&kept)
    }

    /// A given name alone is an everyday word, unless a form of address stands before it.
    fn given_taken_out(&self, text: &str) -> String {
        let mut kept: Vec<String> = Vec::new();
        for word in text.split(' ') {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let before = kept.iter().rev().take(2).map(|word| search_fold(word)).collect::<Vec<_>>();
            let addressed = self.wording.honorifics.iter().any(|address| {
                let two = before.iter().rev().cloned().collect::<Vec<_>>().join(" ");
                two == *address || before.first().is_some_and(|word| word == address)
            });
            if addressed && !bare.is_empty() && self.given.iter().any(|given| given == bare) {
                kept.push(word.replace(bare, self.wording.blank));
            } else {
                kept.push(word.to_owned());
            }
        }
        kept.join(" ")
    }
}

/// A name as it is looked for: without accents, small, blanks dropped.
fn folded(name: &str) -> Vec<char> {
    name.chars().map(plain).filter(|letter| !letter.is_whitespace()).collect()
}

/// A letter without its accents, small.
fn plain(letter: char) -> char {
    let mut folded = [0; 4];
    search_fold(letter.encode_utf8(&mut folded)).chars().next().unwrap_or(letter)
}

/// Where a name ends that begins at a place; blanks within it count for nothing.
fn end_of(text: &[char], from: usize, name: &[char]) -> Option<usize> {
    let mut at = from;
    for letter in name {
        while at > from && text.get(at).is_some_and(|letter| letter.is_whitespace()) {
            at += 1;
        }
        if text.get(at) != Some(letter) {
            return None;
        }
        at += 1;
    }
    text.get(at).is_none_or(|next| !next.is_alphanumeric()).then_some(at)
}
