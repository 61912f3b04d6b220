//! The form of a backup file with a passphrase. The enciphering is the browser's, and is tried in browsers.

use serde_json::{Value, json};
use so_tay_dai_hoi::journal::enciphered::{Enciphered, passphrase};
use so_tay_dai_hoi::journal::export::{FORMAT, MAX_BYTES, VERSION};
use so_tay_dai_hoi::journal::{ExportError, Exported, Fault};

fn sample(bytes: usize) -> Enciphered {
    let text = (0..bytes).map(|number| u8::try_from(number * 7 % 256).unwrap()).collect();
    Enciphered { iterations: 600_000, salt: [0xa5; 16], iv: [9; 12], text }
}

#[test]
fn what_is_written_is_read_again() {
    for bytes in [17, 2047, 2048, 2049, 10_000] {
        let file = sample(bytes);
        assert_eq!(Enciphered::read(&file.to_text()), Some(Ok(file.clone())), "{bytes}");
        assert_eq!(Enciphered::read(&format!("\u{feff}{}", file.to_text())), Some(Ok(file)), "{bytes}");
    }
}

/// The largest file that can be made is read, with its passphrase and without.
#[test]
fn the_largest_file_fits() {
    let file = sample(MAX_BYTES + 16);
    assert_eq!(Enciphered::read(&file.to_text()), Some(Ok(file)));
    assert_eq!(
        Enciphered::read(&(sample(17).to_text() + &" ".repeat(12 * 1024 * 1024))).map(|read| read.is_ok()),
        Some(false)
    );
}

#[test]
fn the_form_is_as_it_is_documented() {
    let text = sample(17).to_text();
    let expected = r#"{
 "format": "so-tay-dai-hoi",
 "version": 3,
 "kdf": "PBKDF2-SHA-256",
 "iterations": 600000,
 "salt": "a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5",
 "cipher": "AES-256-GCM",
 "iv": "090909090909090909090909",
 "enciphered": [
  "00070e151c232a31383f464d545b626970"
 ]
}
"#;
    assert_eq!(text, expected);
    assert_eq!(
        sample(17).header(),
        "so-tay-dai-hoi/3/PBKDF2-SHA-256/600000/a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5/AES-256-GCM/090909090909090909090909"
    );
}

/// What a person may do to each field, and which field the refusal names.
#[test]
fn each_field_is_checked_and_named() {
    let whole: Value = serde_json::from_str(&sample(40).to_text()).unwrap();
    for (field, new) in [
        ("format", json!("khac")),
        ("format", json!(1)),
        ("version", json!("3")),
        ("version", json!(2)),
        ("version", json!(0)),
        ("kdf", json!("scrypt")),
        ("kdf", json!(null)),
        ("iterations", json!(99_999)),
        ("iterations", json!(5_000_001)),
        ("iterations", json!(-600_000)),
        ("iterations", json!("600000")),
        ("salt", json!("a5")),
        ("salt", json!("A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5")),
        ("salt", json!("a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5")),
        ("salt", json!("xya5a5a5a5a5a5a5a5a5a5a5a5a5a5a5")),
        ("cipher", json!("AES-128-GCM")),
        ("iv", json!("0909090909090909090909")),
        ("iv", json!(["09"])),
        ("enciphered", json!([])),
        ("enciphered", json!("00070e151c232a31383f464d545b626970")),
        ("enciphered", json!(["00070e151c232a31383f464d545b6269"])),
        ("enciphered", json!(["00070e151c232a31383f464d545b62697"])),
        ("enciphered", json!(["00070e151c232a31383f464d545b626970", 7])),
    ] {
        let mut file = whole.clone();
        file[field] = new.clone();
        let read = Enciphered::read(&file.to_string());
        assert_eq!(read, Some(Err(ExportError::Foreign(field))), "{field}: {new}");
    }
    for field in whole.as_object().unwrap().keys() {
        let mut file = whole.clone();
        file.as_object_mut().unwrap().remove(field);
        let read = Enciphered::read(&file.to_string());
        match field.as_str() {
            // Without its text it is no such file, and no other either.
            "enciphered" => assert_eq!((read, Exported::read(&file.to_string()).is_ok()), (None, false)),
            _ => assert!(matches!(read, Some(Err(ExportError::Foreign(named))) if named == field), "{field}"),
        }
    }
    let mut file = whole.clone();
    file["__proto__"] = json!(1);
    let unknown = ExportError::Unknown("__proto__".to_owned());
    assert_eq!(Enciphered::read(&file.to_string()), Some(Err(unknown)));
    let mut file = whole;
    file["version"] = json!(VERSION + 1);
    assert_eq!(
        Enciphered::read(&file.to_string()),
        Some(Err(ExportError::Newer(u64::from(VERSION) + 1, VERSION)))
    );
}

#[test]
fn a_key_twice_and_a_number_that_is_not_whole_are_refused() {
    let text = sample(40).to_text();
    for (part, other, fault) in [
        ("\"version\": 3,", "\"version\": 3,\n \"version\": 3,", Fault::KeyTwice),
        ("600000", "6e5", Fault::NotWhole),
    ] {
        let read = Enciphered::read(&text.replace(part, other));
        assert!(matches!(read, Some(Err(ExportError::Misfit(misfit))) if misfit.fault == fault), "{part}");
    }
}

/// A plain file is not taken for one with a passphrase, whatever its texts say; nor is what is no JSON.
#[test]
fn other_files_are_left_to_the_plain_reader() {
    let plain = Exported::of(&crate::hall::Hall::sample().logbook).to_text();
    let texts = [
        plain.clone(),
        plain.replace("Chi bộ", "\\\"enciphered\\\""),
        "{\"format\": \"so-tay-dai-hoi\", \"enciphered\"".to_owned(),
        String::new(),
    ];
    for text in texts {
        assert_eq!(Enciphered::read(&text), None, "{text:.80}");
    }
    // And the plain reader refuses such a file by its version.
    assert_eq!(Exported::read(&sample(40).to_text()).err(), Some(ExportError::Foreign("version")));
    assert_eq!(FORMAT, "so-tay-dai-hoi");
}

#[test]
fn a_passphrase_is_the_same_from_every_keyboard() {
    assert_eq!(
        passphrase("  Mật khẩu đại hội "),
        passphrase("Ma\u{323}\u{302}t kh\u{e2}\u{309}u \u{111}ại hội")
    );
    assert_ne!(passphrase("mật khẩu"), passphrase("mat khau"));
    assert_ne!(passphrase("Mật khẩu"), passphrase("mật khẩu"));
}
