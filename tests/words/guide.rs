//! The user's guide: both languages say the same steps, and whatever it says stands on the screen does.

use super::{EN, VI};
use so_tay_dai_hoi::words::Words;
use so_tay_dai_hoi::words::guide::{Told, guide};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every text in quotes in the app's words but the guide's own.
fn on_the_screen() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files =
        files.filter(|file| file.extension().is_some_and(|kind| kind == "rs") && !file.ends_with("guide.rs"));
    files
        .flat_map(|file| {
            let text = fs::read_to_string(file).unwrap();
            text.split('"').map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// What stands between “ and ”.
fn named(text: &str) -> Vec<&str> {
    text.split('“').skip(1).map(|rest| rest.split_once('”').unwrap().0).collect()
}

#[test]
fn what_the_guide_calls_by_name_is_called_so_on_the_screen() {
    let screen = on_the_screen();
    for words in [VI, EN] {
        let chapters = guide(words.language);
        let texts =
            chapters.iter().flat_map(|told| std::iter::once(told.title).chain(told.steps.iter().copied()));
        let names: Vec<&str> = texts.flat_map(named).collect();
        assert!(names.len() > 50, "{}", names.len());
        let unknown: Vec<&&str> = names.iter().filter(|name| !screen.contains(**name)).collect();
        assert!(unknown.is_empty(), "not on the screen: {unknown:?}");
    }
}

#[test]
fn both_languages_have_the_same_chapters_and_steps() {
    let shape = |words: Words| {
        let chapter = |told: Told| {
            assert!(!told.title.is_empty());
            (told.id, told.steps.len(), told.steps.concat().matches("**").count())
        };
        guide(words.language).into_iter().map(chapter).collect::<Vec<_>>()
    };
    assert_eq!(shape(VI), shape(EN));
    let ids: BTreeSet<&str> = shape(VI).into_iter().map(|(id, ..)| id).collect();
    // The places of the app lead to these.
    for id in ["chuan-bi", "dieu-hanh", "kiem-phieu", "sao-luu"] {
        assert!(ids.contains(id), "{id}");
    }
    assert!(shape(VI).iter().all(|(_, steps, stresses)| *steps > 1 && stresses % 2 == 0));
}
