//! The test of a device: every sentence in both languages, and the room as it should read.

use crate::{VI, check};
use so_tay_dai_hoi::journal::reliance::{Answer, Point, Verdict};

#[test]
fn the_test_of_a_device_is_said_in_both_languages() {
    for verdict in [Verdict::Fit, Verdict::Careful, Verdict::Unfit] {
        check(|words| words.verdict_of_device(verdict, true));
        check(|words| words.verdict_of_device(verdict, false));
    }
    for point in Point::ALL {
        for answer in [Answer::Works, Answer::Fails] {
            check(|words| words.point_of_device(point, answer).1.to_owned());
        }
    }
}

#[test]
fn a_fit_device_without_the_browsers_promise_is_told_to_make_backups() {
    let told = |promised| VI.verdict_of_device(Verdict::Fit, promised);
    assert!(!told(true).contains("tệp sao lưu"));
    assert!(told(false).ends_with("**Nhớ tải tệp sao lưu.**"));
}

#[test]
fn much_room_is_told_in_gigabytes() {
    assert_eq!(VI.room(10242, 3), "Được dùng 10 GB, đã dùng 3 MB.");
    assert_eq!(VI.room(1023, 0), "Được dùng 1023 MB, đã dùng 0 MB.");
}
