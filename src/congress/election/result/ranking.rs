//! Who gets a seat: the highest first, and nobody by chance.

use crate::congress::order;
use std::cmp::Reverse;

/// Positions in ballot order, sorted into their fates. Those with fewer than the least votes are in none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranking {
    /// Given a seat: most votes first, equal votes in ballot order.
    pub(super) elected: Vec<usize>,
    /// Level at the last seat, in ballot order.
    pub(super) tied: Vec<usize>,
    /// Enough votes, but the seats are full: most votes first, equal votes in ballot order.
    pub(super) beyond: Vec<usize>,
}

impl Ranking {
    /// Ranks all with at least `least` votes for `seats` seats.
    pub(super) fn of(votes: impl Iterator<Item = u32>, least: u32, seats: u32) -> Self {
        let seats = usize::try_from(seats).unwrap_or(usize::MAX);
        let mut enough: Vec<(usize, u32)> = votes.enumerate().filter(|(_, votes)| *votes >= least).collect();
        // The sort is stable, which keeps equal votes in ballot order.
        order::by_key(&mut enough, |(_, votes)| Reverse(*votes));

        let last_in = seats.checked_sub(1).and_then(|last| enough.get(last));
        let first_out = enough.get(seats);
        let level = match (last_in, first_out) {
            (Some((_, inside)), Some((_, outside))) if inside == outside => Some(*inside),
            _ => None,
        };

        let mut ranking = Self::default();
        for (rank, (position, votes)) in enough.into_iter().enumerate() {
            if Some(votes) == level {
                ranking.tied.push(position);
            } else if rank < seats {
                ranking.elected.push(position);
            } else {
                ranking.beyond.push(position);
            }
        }
        ranking
    }
}

#[cfg(test)]
mod tests {
    use super::Ranking;

    fn check(votes: &[u32], least: u32, seats: u32, elected: &[usize], tied: &[usize], beyond: &[usize]) {
        let expected = Ranking { elected: elected.to_vec(), tied: tied.to_vec(), beyond: beyond.to_vec() };
        assert_eq!(Ranking::of(votes.iter().copied(), least, seats), expected, "{votes:?}");
    }

    #[test]
    fn ranks_and_ties() {
        check(&[9, 8, 7], 5, 2, &[0, 1], &[], &[2]);
        check(&[7, 9, 7, 7], 5, 2, &[1], &[0, 2, 3], &[]);
        check(&[7, 9, 7, 6], 5, 2, &[1], &[0, 2], &[3]);
        check(&[7, 9, 7], 5, 3, &[1, 0, 2], &[], &[]);
        check(&[4, 4], 5, 1, &[], &[], &[]);
        check(&[0, 0], 1, 1, &[], &[], &[]);
        check(&[5, 5, 5], 5, 2, &[], &[0, 1, 2], &[]);
    }
}
