//! The drawn squares are the number.

use so_tay_dai_hoi::congress::election::desk::squares;

#[test]
fn squares_hold_their_number_from_0_to_2000() {
    for votes in 0..=2000 {
        let drawn: Vec<u8> = squares(votes).collect();
        assert_eq!(drawn.iter().map(|strokes| u32::from(*strokes)).sum::<u32>(), votes);
        assert_eq!(drawn.len(), usize::try_from(votes.div_ceil(5)).unwrap());
        let (last, whole) = drawn.split_last().unzip();
        assert!(whole.unwrap_or(&[][..]).iter().all(|strokes| *strokes == 5), "{votes}");
        assert!(last.is_none_or(|strokes| (1..=5).contains(strokes)), "{votes}");
    }
}
