//! Parts of a congress for other devices: a counter's device gets the names and the method of one round, a hall screen the
//! programme and the decoration. Each holds what it needs and no more; neither holds the roll.
//!
//! A part is a small congress of its own that knows whose part it is. Whoever chairs and whoever keeps the secretary's
//! papers work on everything, so they get the whole congress, and their records join.

use super::agenda::{Label, PlannedScript};
use super::change::{Change, Detail, Founding};
use super::congress::Congress;
use super::counting::DeskChange;
use super::election::RulesId;
use super::id::{CongressId, RoundId};
use super::preparation::PreparationChange;
use super::{Refusal, election::Method};
use serde::{Deserialize, Serialize};

/// What a device does that was handed a part of a congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Role {
    /// It enters the ballots of one round.
    Counter {
        /// Of which congress.
        congress: CongressId,
        /// Of which of its rounds.
        round: RoundId,
    },
    /// It shows the hall the programme and its clock.
    Hall {
        /// Of which congress.
        congress: CongressId,
    },
}

impl Role {
    /// The congress of which this is a part.
    pub fn congress(&self) -> &CongressId {
        match self {
            Self::Counter { congress, .. } | Self::Hall { congress } => congress,
        }
    }
}

impl Congress {
    /// What a counter's device is founded on, and the changes that follow: the board, the rules and the round with its
    /// names, its method and its base in figures. None where the round is closed or is no ballot.
    pub fn part_for_counter(&self, id: &CongressId, round: &RoundId) -> Option<(Founding, Vec<Change>)> {
        let sheet =
            self.round(round).filter(|sheet| sheet.is_open() && sheet.method != Method::ShowOfHands)?;
        sheet.form()?;
        let role = Role::Counter { congress: id.clone(), round: round.clone() };
        let details = &self.details;
        let mut changes = vec![
            Change::Detail(Detail::Term(details.term.clone())),
            Change::Detail(Detail::BoardHead(details.board_head.clone())),
            Change::Detail(Detail::BoardMembers(details.board_members.clone())),
        ];
        if let Some(rules) = details.own_rules.as_ref().filter(|_| details.rules == RulesId::Own) {
            changes.push(Change::Detail(Detail::OwnRules(Box::new((**rules).clone()))));
        }
        changes.push(Change::RoundOpened(sheet.opening()));
        Some((self.part(role), changes))
    }

    /// What a hall screen's device is founded on, and the changes that follow: the programme without what the chair says,
    /// and the texts of the decoration. `label` gives a text of the app in the language of whoever hands it over.
    pub fn part_for_hall(
        &self,
        id: &CongressId,
        label: &dyn Fn(&Label) -> String,
    ) -> (Founding, Vec<Change>) {
        let details = &self.details;
        let mut changes = vec![
            Change::Detail(Detail::Superior(details.superior.clone())),
            Change::Detail(Detail::Ordinal(details.ordinal.clone())),
            Change::Detail(Detail::Term(details.term.clone())),
            Change::Detail(Detail::Place(details.place.clone())),
        ];
        let items = self.agenda.items.iter().map(|item| {
            let (lead, minute) = (String::new(), String::new());
            item.as_planned(label, Some(PlannedScript { vote: item.vote, firm: item.firm, lead, minute }))
        });
        changes.extend(self.agenda.laid_elsewhere(items.collect()));
        changes.extend(self.preparation.slogans.iter().map(|(place, text)| {
            PreparationChange::Slogan { place: place.clone(), text: text.clone() }.into()
        }));
        (self.part(Role::Hall { congress: id.clone() }), changes)
    }

    fn part(&self, role: Role) -> Founding {
        let rehearsal = self.details.rehearsal;
        // Without a checklist of its own: nothing is prepared at such a device.
        Founding { role: Some(role), ..self.details.founding("", "", rehearsal) }
    }

    /// Whether a change is one of the part that this device was handed; everything is, where it has the whole congress.
    pub(super) fn admit_in_role(&self, change: &Change) -> Result<(), Refusal> {
        let fits = match self.role {
            None => true,
            Some(Role::Counter { .. }) => match change {
                // The board, the rules and the round come once, with the part.
                Change::Detail(_) | Change::RoundOpened(_) => self.rounds.is_empty(),
                Change::Undone(_) => true,
                Change::Desk(change) => matches!(
                    change,
                    DeskChange::PassBegun { .. }
                        | DeskChange::Ballot { .. }
                        | DeskChange::BallotCorrected { .. }
                        | DeskChange::Bundle { .. }
                        | DeskChange::BundleRemoved { .. }
                        | DeskChange::Tallied { .. }
                        | DeskChange::PassEnded { .. }
                        | DeskChange::PassResumed(_)
                ),
                _ => false,
            },
            Some(Role::Hall { .. }) => matches!(
                change,
                Change::Detail(_)
                    | Change::ItemBegun { .. }
                    | Change::BegunEarlier { .. }
                    | Change::Paused(_)
                    | Change::Resumed(_)
                    | Change::ItemExtended { .. }
                    | Change::ItemMinutes { .. }
                    | Change::ItemMoved { .. }
                    | Change::Closed(_)
                    | Change::Agenda(_)
                    | Change::Preparation(PreparationChange::Slogan { .. })
                    | Change::Undone(_)
            ),
        };
        if fits { Ok(()) } else { Err(Refusal::NotThisDevice) }
    }
}
