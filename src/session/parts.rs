//! Parts: what is handed to a counter's device or to a hall screen, and what a counter's device hands back.

use super::{Found, Opened, Session};
use crate::congress::agenda::Label;
use crate::congress::election::desk::Brought;
use crate::congress::id::{CongressId, PassId, RoundId};
use crate::congress::people::name::plain_name;
use crate::congress::role::Role;
use crate::congress::{Change, Congress, DeskChange, Founding};
use crate::journal::{Exported, Logbook};
use crate::platform::clock;

/// What a counter did at another device, as a file brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedElsewhere {
    /// To which round of the open congress it belongs.
    pub round: RoundId,
    /// The work.
    pub work: Brought,
    /// How many ballots were entered.
    pub ballots: u32,
    /// The code that the counter's device shows for the same sums.
    pub code: String,
}

impl CountedElsewhere {
    /// The change that takes it in: as a pass of its own, or beside what was brought into another.
    pub fn change(&self, into: Option<&PassId>) -> Change {
        let work = Box::new(self.work.clone());
        DeskChange::PassBrought { round: self.round.clone(), into: into.cloned(), work }.into()
    }
}

impl Found {
    /// Which part of another congress the file holds; none where it is a congress itself.
    pub fn role(&self) -> Option<Role> {
        self.logbook.state().role.clone()
    }
}

impl Session {
    /// The part of the open congress that a device needs to count a round: a file's name and its text. None where the
    /// round is not counted at desks, or not any more.
    pub fn part_for_counter(&self, round: &RoundId, name: &str) -> Option<(String, String)> {
        let id = self.open_id()?;
        let (founding, changes) = self.glance(|congress| congress.part_for_counter(&id, round))??;
        self.part(name, founding, changes)
    }

    /// The part of the open congress that a hall screen needs: a file's name and its text. `label` gives an agenda text
    /// in the language of this window.
    pub fn part_for_hall(&self, name: &str, label: &dyn Fn(&Label) -> String) -> Option<(String, String)> {
        let id = self.open_id()?;
        let (founding, changes) = self.glance(|congress| congress.part_for_hall(&id, label))?;
        self.part(name, founding, changes)
    }

    fn part(&self, name: &str, founding: Founding, changes: Vec<Change>) -> Option<(String, String)> {
        let (author, at) = (self.author(), clock::now());
        let file = format!("{name}_{}_{}.json", plain_name(&founding.organisation), clock::today());
        let (mut logbook, _) = Logbook::found(&author, at, founding);
        for change in changes {
            logbook.commit(&author, at, change).ok()?;
        }
        Some((file, Exported::of(&logbook).to_text()))
    }

    /// What the file of a counter's device brings to the open congress: each pass that has ended there. None where the
    /// file is no such file, or is of another congress; empty where nobody has finished there.
    pub fn counted_in(&self, found: &Found) -> Option<Vec<CountedElsewhere>> {
        let part = found.logbook.state();
        let Some(Role::Counter { congress, round }) = &part.role else { return None };
        if self.open_id().as_ref() != Some(congress) {
            return None;
        }
        let sheet = part.rounds.first()?;
        let form = sheet.form()?;
        let counted = sheet.desk.passes.iter().filter_map(|pass| {
            Some(CountedElsewhere {
                round: round.clone(),
                work: Brought::of(pass)?,
                ballots: pass.figures(Some(&form)).entered(),
                code: pass.code(&form)?.to_string(),
            })
        });
        Some(counted.collect())
    }

    /// Whether this device has the congress of which a file holds a part.
    pub fn has_whole(&self, role: &Role) -> bool {
        self.congresses().iter().any(|summary| summary.id == *role.congress())
    }

    /// Which part of another congress is open; none for a congress itself.
    pub fn role(&self) -> Option<Role> {
        self.everything.track();
        self.glance(|congress: &Congress| congress.role.clone()).flatten()
    }

    fn open_id(&self) -> Option<CongressId> {
        match self.opened.get_untracked() {
            Opened::Congress(id) => Some(id),
            _ => None,
        }
    }
}
