//! Lists in order. The compiler makes a sort anew for each kind of thing that is sorted, 1 kB brotli each; here places
//! are sorted, of whatever things.

use std::cmp::Ordering;

/// Puts things in the order of their keys; things with equal keys keep theirs.
pub fn by_key<T, K: Ord>(things: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = things.iter().map(key).collect();
    let places = places(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut taken: Vec<Option<T>> = things.drain(..).map(Some).collect();
    things.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Reverse;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut votes = vec![("a", 3), ("b", 5), ("c", 3), ("d", 9)];
        by_key(&mut votes, |(_, votes)| Reverse(*votes));
        assert_eq!(votes, [("d", 9), ("b", 5), ("a", 3), ("c", 3)]);
        let mut none: Vec<u32> = Vec::new();
        by_key(&mut none, |number| *number);
        assert!(none.is_empty());
    }
}
