//! Characters that nobody sees: they leave a text when it is recorded here; in a file they stay, are shown, and do not
//! come into the state.

use crate::chance::{Dice, TEXTS, author, found, work};
use crate::fold::KINDS;
use crate::hall::Hall;
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::template::{ItemKind, VoteForm};
use so_tay_dai_hoi::congress::agenda::{
    AgendaChange, NewItem, PlannedItem, PlannedScript, Sitting, TurnKind,
};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::{RuleProfile, RulesId};
use so_tay_dai_hoi::congress::hidden::Lines;
use so_tay_dai_hoi::congress::id::{RecordId, RoundId};
use so_tay_dai_hoi::congress::people::{NewPerson, Standing};
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{DocumentState, Due, NewTask, PreparationChange};
use so_tay_dai_hoi::congress::spelling::decomposed;
use so_tay_dai_hoi::congress::{CongressKind, Refusal};
use so_tay_dai_hoi::journal::{Exported, Logbook, Record, hidden};

/// Every hidden character but line feed and tab.
pub fn hidden_characters() -> impl Iterator<Item = char> {
    let controls = ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}').filter(|one| !matches!(one, '\n' | '\t'));
    controls
        .chain('\u{200b}'..='\u{200f}')
        .chain('\u{202a}'..='\u{202e}')
        .chain('\u{2066}'..='\u{2069}')
        .chain(['\u{feff}'])
}

/// The records with a hidden character in every text, decomposed, as a file from elsewhere may have them.
pub fn dirtied(logbook: &Logbook, dice: &mut Dice) -> Logbook {
    let characters: Vec<char> = hidden_characters().collect();
    rechained(logbook, |record| {
        let mut dirty = |_: Lines, text: &mut String| {
            let mut letters: Vec<char> = decomposed(text).chars().collect();
            letters.insert(dice.below(letters.len() + 1), dice.one_of(&characters));
            *text = letters.into_iter().collect();
        };
        dirty(Lines::One, &mut record.desk);
        record.change.each_text(&mut dirty);
    })
}

/// The records altered one by one, each chained anew.
fn rechained(logbook: &Logbook, mut alter: impl FnMut(&mut Record)) -> Logbook {
    let mut heads = std::collections::HashMap::new();
    let records = logbook.records().cloned().map(|mut record| {
        alter(&mut record);
        if let Some(previous) = heads.get(&record.id.device) {
            record.previous = Clone::clone(previous);
        }
        heads.insert(record.id.device.clone(), record.hash());
        record
    });
    Logbook::open(records.collect::<Vec<_>>()).unwrap()
}

/// Nothing of the state hides anything. The program's own spelling of a value escapes what cannot be seen.
#[track_caller]
pub fn check_seen(logbook: &Logbook) {
    let state = format!("{:?}", logbook.state());
    for character in hidden_characters() {
        let escaped = character.escape_debug().to_string();
        // A person's own words may hold a backslash, which is escaped itself.
        assert!(!state.replace("\\\\", "").contains(&escaped), "{escaped} in {state}");
    }
}

/// Every change with a text, and what each text should become.
fn changes(hall: &Hall, text: &str) -> Vec<Change> {
    let text = || text.to_owned();
    let task = hall.congress().checklist.tasks()[0].id.clone();
    let (person, item) = (hall.congress().roll.people()[0].id.clone(), hall.item(0));
    let source = RulesId::Party244.source().unwrap().replace("party_244_2014", "rieng");
    let source = source.replace("Quá nửa", &serde_json::to_string(&text()).unwrap().replace('"', ""));
    let opening = hall.congress().opening(&hall.proposal(
        so_tay_dai_hoi::congress::election::Office::Committee,
        1,
        &[&(text() + " ba"), "Khác"],
    ));
    let brought = PlannedItem {
        title: text(),
        presenter: text(),
        minutes: 5,
        not_before: None,
        kind: ItemKind::Other,
        sitting: Some(Sitting::Named(text())),
        script: Some(PlannedScript { vote: VoteForm::Hands, firm: None, lead: text(), minute: text() }),
    };
    let speaker = NewSpeaker { name: text(), kind: TurnKind::Remark, subject: text() };
    let mut changes = preparation(&text);
    changes.extend([
        Change::Detail(Detail::Organisation(text())),
        Change::Detail(Detail::Superior(text())),
        Change::Detail(Detail::Ordinal(text())),
        Change::Detail(Detail::Term(text())),
        Change::Detail(Detail::Place(text())),
        Change::Detail(Detail::BoardHead(text())),
        Change::Detail(Detail::BoardMembers(vec![text(), "Lan".to_owned()])),
        Change::Detail(Detail::Chair(text())),
        Change::Detail(Detail::OwnRules(Box::new(RuleProfile::own_from_json(&source).unwrap()))),
        Change::TaskOwner { id: task.clone(), owner: text() },
        Change::TaskNote { id: task, note: text() },
        Change::PeopleAdded(vec![NewPerson::unmarked(text(), Standing::Full)]),
        Change::PersonRenamed { id: person, name: text() + " hai" },
        Change::ItemAdded { item: NewItem { title: text(), minutes: 5 }, before: None },
        Change::ItemTitle { id: item.clone(), title: text() },
        Change::ItemPresenter { id: item.clone(), presenter: text() },
        AgendaChange::Brought { items: vec![brought], start: None }.into(),
        AgendaChange::Sitting { id: item.clone(), sitting: Some(Sitting::Named(text())) }.into(),
        AgendaChange::Lead { id: item.clone(), text: text() }.into(),
        AgendaChange::Minute { id: item, text: text() }.into(),
        AgendaChange::SpeakerAdded(speaker).into(),
        AgendaChange::Message(text()).into(),
        Change::EverybodyPresent,
        Change::RoundOpened(opening),
    ]);
    changes
}

fn preparation(text: &dyn Fn() -> String) -> Vec<Change> {
    let on = NaiveDate::from_ymd_opt(2022, 5, 6).unwrap();
    let phase = "P5_hau_can".to_owned();
    let new = NewTask { title: text(), phase, due: Due::On(on), owner: text() };
    let (document, section) = ("political_report".into(), String::new());
    let said = NewOpinion { document, section, by: text(), text: text() };
    let lesson = NewLesson { area: Area::Counting, well: true, text: text(), brought: false };
    vec![
        PreparationChange::TasksAdded(vec![new]).into(),
        PreparationChange::TaskTitle { id: "P1_khoi_dong-02".into(), title: text() }.into(),
        PreparationChange::NotNeeded { id: "P1_khoi_dong-02".into(), reason: text() }.into(),
        PreparationChange::Document {
            id: "resolution".into(),
            state: DocumentState::Sent,
            on,
            reason: text(),
        }
        .into(),
        PreparationChange::OpinionAdded(said).into(),
        PreparationChange::RulesConfirmed(text()).into(),
        PreparationChange::LessonAdded(lesson).into(),
        PreparationChange::Slogan { place: "top".to_owned(), text: text() }.into(),
        PreparationChange::Worded { paper: text(), original: text(), text: text() }.into(),
    ]
}

#[test]
fn what_is_recorded_here_is_clean() {
    let dirty = "\u{202e}Nguye\u{302}\u{303}n\u{200b} Va\u{306}n\u{7} An\u{feff}";
    let mut hall = Hall::sample();
    let mut texts = 0;
    let mut all = changes(&hall, dirty);
    // The round bears the name of the record that opens it.
    let opening = RecordId { device: author(1).device, seq: 6 + u32::try_from(all.len()).unwrap() };
    all.push(Change::ReasonGiven {
        round: RoundId::made_by(&opening, 0),
        warning: "no_surplus".to_owned(),
        reason: dirty.to_owned(),
    });
    for change in all {
        let id = hall.act(change);
        let mut recorded = hall.logbook.record(&id).unwrap().change.clone();
        recorded.each_text(&mut |lines, text| {
            texts += 1;
            assert_eq!(*text, lines.clean(text), "{text:?}");
            assert!(!text.contains('\u{202e}'));
        });
    }
    assert!(texts > 60, "{texts}: the rules have many");
    check_seen(&hall.logbook);
    assert_eq!(hidden(hall.logbook.records(), 10), (Vec::new(), 0));
    assert!(hall.congress().roll.has_name("Nguyễn Văn An"));
    assert_eq!(hall.congress().details.place, "Nguyễn Văn An");
}

#[test]
fn who_sits_at_the_desk_and_who_is_founded_is_clean_too() {
    let mut logbook = found(1, KINDS[0]);
    let mut dirty = author(1);
    dirty.desk = "Thư\u{202e} ky\u{301}\n".to_owned();
    let record = logbook.commit(&dirty, Moment(7), Change::Detail(Detail::Members(7))).unwrap();
    assert_eq!(record.desk, "Thư ký");
    let Change::Founded(mut founding) = logbook.records().next().unwrap().change.clone() else { panic!() };
    founding.organisation = "Chi bo\u{323}\u{302} \u{2067}1".to_owned();
    let (logbook, record) = Logbook::found(&dirty, Moment(7), founding);
    assert_eq!((record.desk.as_str(), logbook.state().details.organisation.as_str()), ("Thư ký", "Chi bộ 1"));
    assert!(record.to_json().contains("Chi bộ 1"));
}

/// Cleaned first, judged then: what looks the same is the same, and what only looks like something is nothing.
#[test]
fn names_are_judged_as_they_are_seen() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    let people = |names: &[&str]| {
        let people = names.iter().map(|name| NewPerson::unmarked(*name, Standing::Full));
        Change::PeopleAdded(people.collect())
    };
    hall.act(people(&["Nguyễn Văn An"]));
    let twice = Err(Refusal::NameTwice("Nguyễn Văn An".to_owned()));
    for name in [TEXTS[1], "Nguyễn\u{200b} Văn An", " Nguyễn  Văn\u{a0}An ", "\u{202a}Nguyễn Văn An\u{202c}"]
    {
        assert_eq!(hall.attempt(people(&[name])), twice, "{name:?}");
    }
    assert_eq!(hall.attempt(people(&["\u{200b}\u{202e}"])), Err(Refusal::EmptyText));
    let title = "\u{feff}".to_owned();
    let item = hall.item(0);
    assert_eq!(hall.attempt(Change::ItemTitle { id: item, title }), Err(Refusal::EmptyText));
}

#[test]
fn notes_keep_their_lines() {
    let mut hall = Hall::sample();
    let id = hall.congress().checklist.tasks()[0].id.clone();
    hall.act(Change::TaskNote { id: id.clone(), note: "một\n\thai\r\n\u{202e}ba".to_owned() });
    assert_eq!(hall.congress().checklist.task(&id).unwrap().note, "một\n\thai\nba");
}

#[test]
fn a_file_keeps_what_it_hides_and_the_state_does_not() {
    for seed in 700..730 {
        let mut dice = Dice::new(seed);
        let mut clean = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
        work(&mut dice, &mut clean, 1, 40);
        let dirty = dirtied(&clean, &mut dice);
        check_seen(&dirty);
        let text = Exported::of(&dirty).to_text();
        let read = Exported::read(&text).unwrap();
        assert_eq!(Exported::of(&read).to_text(), text);
        assert_eq!(read.state(), dirty.state());
        let (shown, all) = hidden(read.records(), 3);
        assert!(shown.len() == 3 && all >= read.records().len(), "every record has a desk");
        for one in shown {
            assert!(one.shown.contains("⟨U+"), "{}", one.shown);
            assert!(!one.shown.chars().any(|character| Lines::Many.hides(character)), "{}", one.shown);
        }
    }
}

#[test]
fn what_a_file_hides_is_shown() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    hall.act(Change::Detail(Detail::Place("Hà Nội".to_owned())));
    hall.act(Change::Detail(Detail::Chair("x".repeat(300))));
    let dirty = rechained(&hall.logbook, |record| match &mut record.change {
        Change::Detail(Detail::Place(place)) => place.push_str("\u{202e}đảo\n"),
        Change::Detail(Detail::Chair(chair)) => chair.insert(250, '\u{200b}'),
        _ => {}
    });
    let (shown, all) = hidden(dirty.records(), 10);
    assert_eq!(all, 2);
    let lines: Vec<String> = shown.iter().map(|one| format!("{}: {}", one.record, one.shown)).collect();
    assert_eq!(lines[0], "bbbbbbbb-2: Hà Nội⟨U+202E⟩đảo⟨U+000A⟩");
    assert_eq!(lines[1], format!("bbbbbbbb-3: {}⟨U+200B⟩{}", "x".repeat(20), "x".repeat(39)));
    assert_eq!(hidden(dirty.records(), 1).0.len(), 1);
    assert_eq!(dirty.state().details.place, "Hà Nộiđảo");
}

/// All letters of Vietnamese, with every tone, small and capital: however they are composed, one text is kept.
#[test]
fn vietnamese_letters_are_kept_composed() {
    let mut letters = Vec::new();
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
        for tone in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
            letters.push(format!("{base}{tone}"));
        }
    }
    letters.extend(["đ".to_owned(), "Đ".to_owned()]);
    assert_eq!(letters.len(), 146);
    for letter in letters {
        let composed = Lines::One.clean(&letter);
        assert_eq!(composed.chars().count(), 1, "{letter}");
        for lines in [Lines::One, Lines::Many] {
            assert_eq!(lines.clean(&decomposed(&letter)), composed);
            assert_eq!(lines.clean(&composed), composed);
        }
    }
}
