//! What follows from what was tried at a device.

use so_tay_dai_hoi::journal::reliance::{Answer, Point, Verdict, verdict};

fn all(but: &[(Point, Answer)]) -> Vec<(Point, Answer)> {
    let answer = |point| but.iter().find(|(of, _)| *of == point).map_or(Answer::Works, |(_, answer)| *answer);
    Point::ALL.into_iter().map(|point| (point, answer(point))).collect()
}

#[test]
fn where_everything_works_the_device_is_fit() {
    assert_eq!(verdict(&all(&[])), Verdict::Fit);
}

/// Each point by itself: what a count stands on makes careful, comfort does not.
#[test]
fn each_point_by_itself() {
    for answer in [Answer::Fails, Answer::Unknown] {
        for (point, expected) in [
            (Point::FirstCopy, Verdict::Careful),
            (Point::SecondCopy, Verdict::Careful),
            (Point::Room, Verdict::Careful),
            (Point::Promise, Verdict::Fit),
            (Point::OrdinaryWindow, Verdict::Careful),
            (Point::Address, Verdict::Careful),
            (Point::TwoWindows, Verdict::Careful),
            (Point::BackupFile, Verdict::Fit),
            (Point::Passphrase, Verdict::Fit),
            (Point::Sound, Verdict::Fit),
            (Point::ScreenOn, Verdict::Fit),
        ] {
            assert_eq!(verdict(&all(&[(point, answer)])), expected, "{point:?} {answer:?}");
        }
    }
}

#[test]
fn without_either_copy_nobody_may_count_there() {
    for first in [Answer::Fails, Answer::Unknown] {
        for second in [Answer::Fails, Answer::Unknown] {
            let answers = all(&[(Point::FirstCopy, first), (Point::SecondCopy, second)]);
            assert_eq!(verdict(&answers), Verdict::Unfit);
        }
    }
    assert_eq!(verdict(&[]), Verdict::Unfit);
}
