//! The values of a list, each told on for itself.

use super::effect::effect;
use super::memo::Memo;
use super::signal::RwSignal;

/// A signal for each of the first `number` values of a list; the default where there is none. Whoever follows the list
/// itself is woken by every change of it; these wake whoever shows a value that came out different.
pub fn apart<T: Clone + Default + PartialEq + Send + Sync + 'static>(
    list: Memo<Vec<T>>,
    number: usize,
) -> Vec<RwSignal<T>> {
    let mut earlier = list.get_untracked();
    let value = |place: usize| earlier.get(place).cloned().unwrap_or_default();
    let told: Vec<RwSignal<T>> = (0..number).map(|place| RwSignal::new(value(place))).collect();
    let all = told.clone();
    effect(move || {
        let now = list.get();
        for (place, told) in all.iter().enumerate() {
            if now.get(place) != earlier.get(place) {
                told.set(now.get(place).cloned().unwrap_or_default());
            }
        }
        earlier = now;
    });
    told
}
