//! What the hall sees of the counting: made here, so that nothing else is at hand where the hall is drawn.

use crate::congress::Congress;
use crate::congress::count::Counted;
use crate::congress::election::desk::Figures;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::hall::Release;
use crate::congress::moment::Moment;

/// What is released of a round, and nothing besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HallCount {
    /// How many ballots are entered in the pass that runs, of how many returned; none of both between the passes.
    Progress(Option<u32>, Option<u32>),
    /// The names with the votes of the pass that runs, in ballot order.
    Squares(Vec<(String, u32)>),
    /// The sealed result.
    Result(Box<Counted>),
}

impl Congress {
    /// What the counting board has released since an instant, with the sheet that it is of. Of a sealed round only its
    /// result is shown, and of a round without one only what is entered now.
    pub fn hall_count(&self, since: Option<Moment>) -> Option<(&RoundSheet, HallCount)> {
        let released = self.hall.as_ref().filter(|released| Some(released.at) > since)?;
        let sheet = self.round(&released.round)?;
        let count = match released.shows {
            Release::Result => {
                sheet.sealed?;
                HallCount::Result(Box::new(self.count_sheet(sheet)?.ok()?))
            }
            Release::Progress if sheet.is_open() => progress(sheet),
            Release::Squares if sheet.is_open() => squares(sheet),
            Release::Nothing | Release::Progress | Release::Squares => return None,
        };
        Some((sheet, count))
    }
}

fn running(sheet: &RoundSheet) -> Option<Figures> {
    sheet.desk.running().map(|pass| pass.figures(sheet.form().as_ref()))
}

fn progress(sheet: &RoundSheet) -> HallCount {
    HallCount::Progress(running(sheet).map(|figures| figures.entered()), sheet.collected)
}

fn squares(sheet: &RoundSheet) -> HallCount {
    match running(sheet) {
        None => progress(sheet),
        Some(figures) => {
            let rows = sheet.rows.iter().zip(&figures.rows);
            HallCount::Squares(rows.map(|(row, sums)| (row.name.clone(), sums.votes)).collect())
        }
    }
}
