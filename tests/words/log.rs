//! Everything that the log can tell is told.

use crate::all::changes;
use crate::check;
use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::id::DeviceId;
use so_tay_dai_hoi::journal::{Author, Logbook};

#[test]
fn everything_that_can_be_recorded() {
    let changes = changes();
    let founded = changes.iter().find_map(|change| match change {
        Change::Founded(founding) => Some(founding.clone()),
        _ => None,
    });
    let author = Author { device: DeviceId::from_random([1; 8]), desk: String::new() };
    let (logbook, _) = Logbook::found(&author, Moment(0), founded.unwrap());
    for change in changes {
        check(|words| words.change(&change, logbook.state()));
        check(|words| words.undid(false, &words.change(&change, logbook.state())));
    }
}
