//! What only a browser can show: the forms of letters that it supplies, its order of Vietnamese words, its storage, its
//! calendar, and who is done again when a signal changes, against what the app expects of them.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::NaiveDate;
use gloo_storage::{LocalStorage, Storage};
use js_sys::{Array, Intl, Object};
use leptos::mount::mount_to_body;
use leptos::prelude::{Owner, on_cleanup};
use leptos::task::tick;
use send_wrapper::SendWrapper;
use so_tay_dai_hoi::congress::agenda::template::AgendaTemplate;
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::checklist::template::DEFAULT_CHECKLIST;
use so_tay_dai_hoi::congress::election::RulesId;
use so_tay_dai_hoi::congress::id::DeviceId;
use so_tay_dai_hoi::congress::people::name::{clean_name, compare_names, search_fold};
use so_tay_dai_hoi::congress::people::{NewPerson, Standing};
use so_tay_dai_hoi::congress::{Change, CongressKind, Detail, Founding, Moment, spelling};
use so_tay_dai_hoi::journal::{Author, Exported, Logbook, Record, key};
use so_tay_dai_hoi::platform::{clock, random, storage};
use so_tay_dai_hoi::signals::{Follower, Memo, RwSignal, effect};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The same names: composed, and letter by letter with the marks behind.
const NAMES: [(&str, &str); 5] = [
    ("Nguyễn Thị Hường", "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31B}o\u{31B}\u{300}ng"),
    ("Đặng Thị Mỹ Duyên", "Đa\u{323}\u{306}ng Thi\u{323} My\u{303} Duye\u{302}n"),
    ("Vũ Đình Khoát", "Vu\u{303} Đi\u{300}nh Khoa\u{301}t"),
    ("Đỗ Thị Kim Quý", "Đo\u{302}\u{303} Thi\u{323} Kim Quy\u{301}"),
    ("Trần Thị Ổn", "Tra\u{302}\u{300}n Thi\u{323} O\u{302}\u{309}n"),
];

/// Single words, each with its first letter large.
const WORDS: &str = "\
    An Àn Ản Ãn Án Ạn Ăn Ằn Ẳn Ẵn Ắn Ặn Ân Ần Ẩn Ẫn Ấn Ận Ba Bá Bích Cúc Dung Dũng Duyên Đan Đào Đạt \
    Đức Em Ém Êm Giang Hà Hải Hãn Hạnh Hoàn Hoàng Hồng Hơn Hưng Hương Hường Kỷ Lan Lân Lệ Loan Lượng \
    Lưỡng Ma Mà Mả Mã Má Mạ Nga Ngọc Phương Phượng Quyên Quyền Tâm Thắm Thương Thưởng Trường Tưởng Uyên \
    Vượng Yến";

/// What the app does before anything else.
fn start() {
    so_tay_dai_hoi::platform::spelling::supply_forms();
    assert!(storage::probe(), "the test browser keeps values");
}

/// A prefix of this test's own, so that tests in one browser do not meet.
fn own_prefix() -> String {
    format!("{}test-{}/", key::PREFIX, DeviceId::from_random(random::bytes()))
}

fn remove_all(prefix: &str) {
    for key in storage::keys(prefix) {
        storage::remove(&key);
    }
}

#[wasm_bindgen_test]
fn the_browser_composes_and_decomposes_as_expected() {
    start();
    for (composed, decomposed) in NAMES {
        assert_eq!(spelling::composed(decomposed), composed);
        // Marks come out in canonical order, which need not be the order in which somebody typed them.
        assert_eq!(spelling::composed(&spelling::decomposed(decomposed)), composed);
        assert_eq!(spelling::decomposed(composed), spelling::decomposed(decomposed));
        assert_ne!(spelling::decomposed(composed), composed);
    }
}

#[wasm_bindgen_test]
fn names_are_cleaned_and_folded_alike_in_both_forms() {
    start();
    for (composed, decomposed) in NAMES {
        assert_eq!(clean_name(decomposed), composed);
        assert_eq!(clean_name(&format!(" \u{FEFF}{decomposed}\u{200B}\t")), composed);
        let folded = search_fold(composed);
        assert!(folded.is_ascii(), "{folded}");
        assert_eq!(search_fold(decomposed), folded);
        assert_eq!(search_fold(&composed.to_uppercase()), folded);
        assert_eq!(compare_names(composed, decomposed), Ordering::Equal);
    }
    assert_eq!(search_fold("Đặng Thị Mỹ Duyên"), "dang thi my duyen");
}

/// Every vowel with every tone, alone, before a consonant and behind one; each word with its first letter large, because
/// large and small letters share a place here and do not in the browser.
fn every_vowel() -> Vec<String> {
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let with = |vowel| tones.map(|tone| spelling::composed(&format!("{vowel}{tone}")));
    let first = "AĂÂEÊIOÔƠUƯY".chars().flat_map(with).flat_map(|vowel| [format!("{vowel}n"), vowel]);
    let behind = "aăâeêioôơuưy".chars().flat_map(with).map(|vowel| format!("Đ{vowel}"));
    first.chain(behind).collect()
}

#[wasm_bindgen_test]
fn words_stand_in_the_order_of_the_browsers_vietnamese() {
    start();
    let collator = Intl::Collator::new(&Array::of1(&"vi".into()), &Object::new());
    let compare = collator.compare();
    let words = every_vowel();
    let words: Vec<&str> = WORDS.split_whitespace().chain(words.iter().map(String::as_str)).collect();
    assert!(words.len() > 250);
    for &a in &words {
        for &b in &words {
            let theirs = compare.call2(&JsValue::NULL, &a.into(), &b.into()).unwrap().as_f64().unwrap();
            let theirs = theirs.partial_cmp(&0.0).unwrap();
            assert_eq!(compare_names(a, b), theirs, "{a} {b}");
            assert_eq!(compare_names(&spelling::decomposed(a), b), theirs, "{a} decomposed, {b}");
        }
    }
}

#[wasm_bindgen_test]
fn what_is_written_is_read_back_and_listed() {
    start();
    let prefix = own_prefix();
    for name in ["b", "a", "c/d"] {
        storage::write(&format!("{prefix}{name}"), &format!("giá trị “{name}”\n")).unwrap();
    }
    assert_eq!(storage::read(&format!("{prefix}a")).as_deref(), Some("\"giá trị “a”\\n\""));
    assert_eq!(storage::read(&format!("{prefix}nowhere")), None);
    assert_eq!(storage::keys(&prefix), ["a", "b", "c/d"].map(|name| format!("{prefix}{name}")));
    storage::remove(&format!("{prefix}b"));
    assert_eq!(storage::keys(&prefix).len(), 2);
    remove_all(&prefix);
    assert!(storage::keys(&prefix).is_empty());
    assert!(storage::is_kept());
}

#[wasm_bindgen_test]
fn the_storage_crate_sees_the_same_values_and_others_keys_stay() {
    start();
    let prefix = own_prefix();
    let (ours, foreign) = (format!("{prefix}ours"), "foreign-app/note");
    LocalStorage::raw().set_item(foreign, "not ours, not JSON").unwrap();
    storage::write(&ours, &vec!["Đỗ", "Lý"]).unwrap();
    assert_eq!(LocalStorage::get::<Vec<String>>(&ours).unwrap(), ["Đỗ", "Lý"]);
    LocalStorage::set(&ours, 7_u32).unwrap();
    assert_eq!(storage::read(&ours).as_deref(), Some("7"));
    assert!(!storage::keys(key::PREFIX).contains(&foreign.to_owned()));
    remove_all(&prefix);
    assert_eq!(storage::read(foreign).as_deref(), Some("not ours, not JSON"));
    storage::remove(foreign);
}

/// A congress with a record of every shape that a text can take.
fn logbook() -> Logbook {
    let author = Author { device: DeviceId::from_random(random::bytes()), desk: "Thư ký \"A\"".to_owned() };
    let founding = Founding {
        organisation: "Chi bộ Kho bạc".to_owned(),
        kind: CongressKind::CellCommittee,
        members: 18,
        date: NaiveDate::from_ymd_opt(2022, 5, 26).unwrap(),
        deadline: None,
        checklist: DEFAULT_CHECKLIST.to_owned(),
        agenda: AgendaTemplate::default_for(CongressKind::CellCommittee).unwrap().id.clone(),
        rules: RulesId::Party244,
        rehearsal: false,
        role: None,
    };
    let (mut logbook, _) = Logbook::found(&author, clock::now(), founding);
    let people = NAMES.map(|(name, _)| NewPerson::unmarked(name, Standing::Full));
    let task = logbook.state().checklist.tasks().first().unwrap().id.clone();
    for change in [
        Change::PeopleAdded(people.to_vec()),
        Change::Detail(Detail::Place("Hà Nội\u{2028}<b>\\\"'".to_owned())),
        Change::Task { id: task, state: TaskState::Done },
        Change::EverybodyPresent,
    ] {
        logbook.commit(&author, clock::now(), change).unwrap();
    }
    logbook
}

#[wasm_bindgen_test]
fn records_come_back_from_storage_as_they_were() {
    start();
    let logbook = logbook();
    let prefix = key::records_prefix(logbook.id());
    for record in logbook.records() {
        storage::write(&key::record(logbook.id(), &record.id), record).unwrap();
    }
    let texts: Vec<String> = storage::keys(&prefix).iter().filter_map(|key| storage::read(key)).collect();
    assert_eq!(texts, logbook.records().map(Record::to_json).collect::<Vec<_>>());
    let records: Option<Vec<Record>> = texts.iter().map(|text| Record::from_json(text)).collect();
    let opened = Logbook::open(records.unwrap()).unwrap();
    assert_eq!(Exported::of(&opened).to_text(), Exported::of(&logbook).to_text());
    assert_eq!(opened.state(), logbook.state());
    remove_all(&prefix);
}

#[wasm_bindgen_test]
fn every_instant_lies_in_the_day_that_its_midnight_began() {
    // Odd steps through four years, so that leap days and changes of summer time are met where there are any.
    let instants = (0..3000).map(|step| Moment(1_577_800_000_000 + step * 41_234_567));
    for at in instants {
        let (day, midnight) = (clock::day_of(at), clock::midnight_of(at));
        assert!(midnight <= at && at.since(midnight) <= 25 * 3_600_000, "{at:?} {midnight:?}");
        assert_eq!(clock::day_of(midnight), day);
        assert_eq!(clock::midnight_of(midnight), midnight);
        assert_eq!(clock::day_of(midnight.plus(-1)), day.pred_opt().unwrap());
        let (hours, minutes) = clock::time_of(at);
        assert!(hours < 24 && minutes < 60);
    }
    assert_eq!(clock::today(), clock::day_of(clock::now()));
}

/// What followers did, in their order.
#[derive(Clone, Default)]
struct Told(Rc<RefCell<Vec<String>>>);

impl Told {
    fn tell(&self, what: String) {
        self.0.borrow_mut().push(what);
    }

    /// What was told since this was asked last, once nobody waits any more.
    async fn lately(&self) -> Vec<String> {
        tick().await;
        self.0.take()
    }
}

/// What follows stands in a view, and signals live as long as that.
fn in_a_view<R>(make: impl FnOnce() -> R) -> (Owner, R) {
    // Whoever mounts a view first begins to give turns.
    mount_to_body(|| ());
    let view = Owner::new();
    let all = view.with(make);
    (view, all)
}

#[wasm_bindgen_test]
async fn a_follower_hears_of_what_it_read_last_and_of_nothing_else() {
    let told = Told::default();
    let (_view, (first, one, other, _follower)) = in_a_view(|| {
        let (first, one, other) = (RwSignal::new(true), RwSignal::new(1), RwSignal::new(10));
        let own = told.clone();
        let read = move || own.tell(if first.get() { one.get() } else { other.get() }.to_string());
        (first, one, other, Follower::reading(Box::new(read)))
    });
    assert_eq!(told.lately().await, ["1"], "it is done at once");
    one.set(2);
    one.set(3);
    assert_eq!(told.lately().await, ["3"], "two changes are one turn");
    other.set(11);
    assert!(told.lately().await.is_empty(), "what was not read is not heard of");
    first.set(false);
    assert_eq!(told.lately().await, ["11"]);
    one.set(4);
    assert!(told.lately().await.is_empty(), "nor what is not read any more");
    other.set(12);
    first.set(true);
    assert_eq!(told.lately().await, ["4"]);
    one.set(5);
    assert_eq!(told.lately().await, ["5"], "what is read again is heard of again");
}

#[wasm_bindgen_test]
async fn a_follower_is_not_done_again_for_a_memo_that_came_out_the_same() {
    let told = Told::default();
    let (_view, number) = in_a_view(|| {
        let number = RwSignal::new(1);
        let is_large = Memo::new(move |_| number.get() > 5);
        let own = told.clone();
        effect(move || own.tell(is_large.get().to_string()));
        number
    });
    assert!(told.0.borrow().is_empty(), "an effect is done a moment later");
    assert_eq!(told.lately().await, ["false"]);
    number.set(2);
    assert!(told.lately().await.is_empty());
    number.set(6);
    assert_eq!(told.lately().await, ["true"]);
}

#[wasm_bindgen_test]
async fn followers_come_in_the_order_in_which_they_began() {
    let told = Told::default();
    let (_view, (all, own, _followers)) = in_a_view(|| {
        let (all, own) = (RwSignal::new(0), RwSignal::new(0));
        let (outer, inner) = (told.clone(), told.clone());
        let outer = move || outer.tell(format!("outer {} {}", all.get(), own.get()));
        let inner = move || inner.tell(format!("inner {}", all.get()));
        (all, own, [Follower::reading(Box::new(outer)), Follower::reading(Box::new(inner))])
    });
    assert_eq!(told.lately().await, ["outer 0 0", "inner 0"]);
    own.set(1);
    assert_eq!(told.lately().await, ["outer 0 1"]);
    all.set(1);
    assert_eq!(told.lately().await, ["outer 1 1", "inner 1"], "one that was done again keeps its place");
}

#[wasm_bindgen_test]
async fn what_a_follower_holds_is_let_go_after_those_who_waited_before() {
    let told = Told::default();
    let (_view, number) = in_a_view(|| {
        let number = RwSignal::new(1);
        // Made inside the one that ends, and read by another once more.
        let inside: Rc<RefCell<Option<RwSignal<u32>>>> = Rc::default();
        let (made, gone) = (Rc::clone(&inside), told.clone());
        let ending = RefCell::new(Some(Follower::now(Box::new(move || {
            made.replace(Some(RwSignal::new(number.get() * 100)));
            let gone = SendWrapper::new(gone.clone());
            on_cleanup(move || gone.tell("gone".to_owned()));
        }))));
        let end = told.clone();
        effect(move || {
            if number.get() == 2 {
                drop(ending.take());
                end.tell("ended".to_owned());
            }
        });
        let last = told.clone();
        effect(move || {
            let read = (number.get() < 3).then(|| inside.borrow().map(RwSignal::get_untracked));
            last.tell(format!("{} {read:?}", number.get()));
        });
        number
    });
    assert_eq!(told.lately().await, ["1 Some(Some(100))"]);
    number.set(2);
    assert_eq!(told.lately().await, ["gone", "ended", "2 Some(Some(200))", "gone"]);
    number.set(3);
    assert_eq!(told.lately().await, ["3 None"], "what has ended is not done again");
}

#[wasm_bindgen_test]
async fn a_follower_may_end_itself() {
    let told = Told::default();
    let (_view, (first, second)) = in_a_view(|| {
        let (first, second) = (RwSignal::new(1), RwSignal::new(1));
        let itself: Rc<RefCell<Option<Follower>>> = Rc::default();
        let (own, told) = (Rc::clone(&itself), told.clone());
        let follower = Follower::reading(Box::new(move || {
            let number = first.get();
            if number == 2 {
                drop(own.take());
            }
            told.tell(format!("{number} {}", second.get()));
        }));
        itself.replace(Some(follower));
        (first, second)
    });
    assert_eq!(told.lately().await, ["1 1"]);
    first.set(2);
    assert_eq!(told.lately().await, ["2 1"]);
    first.set(3);
    second.set(2);
    assert!(told.lately().await.is_empty());
}
