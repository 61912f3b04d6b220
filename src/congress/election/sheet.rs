//! The sheet on the counting board's table: what has been written down of a round so far.
//!
//! A sheet may be incomplete; only a complete one becomes a [`Round`] that the counting core decides. The sheet
//! itself decides nothing.

use super::ballots::BallotForm;
use super::desk::{Desk, Figures, Paper, Reopening};
use super::{Ballots, Candidate, CongressForm, Exclusions, Method, Office, Round, RoundKind, RulesId};
use crate::congress::id::RoundId;
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// Who votes in a round: taken from the roll when the round opens, so that later arrivals do not change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Electorate {
    /// Full members or official delegates summoned.
    pub summoned: u32,
    /// People taken out of the base, by reason.
    pub exclusions: Exclusions,
    /// People entitled to vote who are in the room.
    pub present: u32,
}

impl Electorate {
    /// Those summoned less the exclusions, in people; 0 where the exclusions are more.
    pub fn base(&self) -> u32 {
        u32::try_from(u64::from(self.summoned).saturating_sub(self.exclusions.total())).unwrap_or(0)
    }
}

/// What a round is opened with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundOpening {
    /// What is being elected.
    pub office: Office,
    /// How the ballot works.
    pub method: Method,
    /// People to elect, at least 1.
    pub seats: u32,
    /// 1 for the first round for this office, then 2, 3 …
    pub number: u32,
    /// Ordinary, or a vote among those level at the last seat.
    pub kind: RoundKind,
    /// Names in ballot order.
    pub candidates: Vec<String>,
    /// Who votes.
    pub electorate: Electorate,
}

/// A number of ballots on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotCount {
    /// Handed out.
    Issued,
    /// Taken from the box.
    Collected,
    /// Found valid.
    Valid,
    /// Found invalid.
    Invalid,
}

impl BallotCount {
    /// The four numbers, in the order of the sheet.
    pub const ALL: [Self; 4] = [Self::Issued, Self::Collected, Self::Valid, Self::Invalid];
}

/// A column of votes on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteColumn {
    /// Names left on the ballot, or "agree".
    For,
    /// "Disagree".
    Against,
    /// Neither box or both boxes.
    Unmarked,
}

/// One candidate's line on the sheet; `None` is not yet written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// The name as on the ballot.
    pub name: String,
    /// Votes for.
    pub votes: Option<u32>,
    /// Votes against.
    pub against: Option<u32>,
    /// Rows not marked, or marked twice.
    pub unmarked: Option<u32>,
}

/// The hands of one block of seats; `None` is not yet counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hands {
    /// Hands for.
    pub agree: Option<u32>,
    /// Hands against.
    pub against: Option<u32>,
    /// Another opinion, or no hand at all.
    pub other: Option<u32>,
}

/// The sheet of one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundSheet {
    /// The id.
    pub id: RoundId,
    /// When it was opened.
    pub opened: Moment,
    /// What is being elected.
    pub office: Office,
    /// How the ballot works.
    pub method: Method,
    /// People to elect.
    pub seats: u32,
    /// Which round for this office.
    pub number: u32,
    /// Ordinary, or among the tied.
    pub kind: RoundKind,
    /// Who votes.
    pub electorate: Electorate,
    /// Handed out.
    pub issued: Option<u32>,
    /// Taken from the box.
    pub collected: Option<u32>,
    /// Found valid.
    pub valid: Option<u32>,
    /// Found invalid.
    pub invalid: Option<u32>,
    /// One line for each candidate, in ballot order.
    pub rows: Vec<SheetRow>,
    /// Why the result may be announced in spite of warnings: the warning's code and the reason.
    pub reasons: Vec<(String, String)>,
    /// When the result was sealed.
    pub sealed: Option<Moment>,
    /// When the box was cancelled, because more ballots came out than were handed out.
    pub voided: Option<Moment>,
    /// The printed ballots.
    pub paper: Paper,
    /// A show of hands, block of seats by block of seats.
    pub hands: Vec<Hands>,
    /// The tally desk. While it is used, the valid and invalid ballots and the votes above are those of a closed count.
    pub desk: Desk,
}

/// A cell of the sheet that is still empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A number of ballots.
    Ballots(BallotCount),
    /// A candidate's votes: the name and the column.
    Votes(String, VoteColumn),
    /// The count at the desk is not closed.
    Count,
}

impl RoundSheet {
    /// An empty sheet.
    pub fn open(id: RoundId, opened: Moment, opening: RoundOpening) -> Self {
        let rows =
            opening.candidates.into_iter().map(|name| SheetRow { name, ..SheetRow::default() }).collect();
        Self {
            id,
            opened,
            office: opening.office,
            method: opening.method,
            seats: opening.seats,
            number: opening.number,
            kind: opening.kind,
            electorate: opening.electorate,
            issued: None,
            collected: None,
            valid: None,
            invalid: None,
            rows,
            reasons: Vec::new(),
            sealed: None,
            voided: None,
            paper: Paper::default(),
            hands: Vec::new(),
            desk: Desk::default(),
        }
    }

    /// What the round was opened with.
    pub fn opening(&self) -> RoundOpening {
        RoundOpening {
            office: self.office,
            method: self.method,
            seats: self.seats,
            number: self.number,
            kind: self.kind,
            candidates: self.names(),
            electorate: self.electorate.clone(),
        }
    }

    /// The same sheet without the single ballots of its desk, for whoever only shows sums.
    #[must_use]
    pub fn without_ballots(&self) -> Self {
        let (names, reasons) = (self.rows.clone(), self.reasons.clone());
        Self {
            id: self.id.clone(),
            electorate: self.electorate.clone(),
            rows: names,
            reasons,
            hands: self.hands.clone(),
            desk: self.desk.without_ballots(),
            ..*self
        }
    }

    /// What every ballot of this round has in common; none for a show of hands, and for a longer list than single
    /// ballots are counted on.
    pub fn form(&self) -> Option<BallotForm> {
        BallotForm::new(self.method, self.rows.len(), self.seats).ok()
    }

    /// Whether valid or invalid ballots or votes are written, by hand or by a closed count.
    pub fn has_figures(&self) -> bool {
        let row = |row: &SheetRow| row.votes.is_some() || row.against.is_some() || row.unmarked.is_some();
        self.valid.is_some() || self.invalid.is_some() || self.rows.iter().any(row)
    }

    /// Writes the sums of the count into the sheet, or wipes them.
    pub(crate) fn set_figures(&mut self, figures: Option<&Figures>) {
        let boxes = self.method != Method::StrikeOut;
        self.valid = figures.map(|figures| figures.valid);
        self.invalid = figures.map(|figures| figures.invalid);
        for (at, row) in self.rows.iter_mut().enumerate() {
            let sums = figures.and_then(|figures| figures.rows.get(at));
            row.votes = sums.map(|sums| sums.votes);
            row.against = sums.filter(|_| boxes).map(|sums| sums.against);
            row.unmarked = sums.filter(|_| boxes).map(|sums| sums.unmarked);
        }
    }

    /// Writes a figure of a block of seats; the blocks before it come to be with it.
    pub(crate) fn set_hands(&mut self, block: usize, column: VoteColumn, value: Option<u32>) {
        if self.method != Method::ShowOfHands {
            return;
        }
        if self.hands.len() <= block {
            self.hands.resize(block + 1, Hands::default());
        }
        if let Some(hands) = self.hands.get_mut(block) {
            hands.set(column, value);
        }
        self.add_hands();
    }

    /// Everybody present is for.
    pub(crate) fn all_for(&mut self) {
        if self.method == Method::ShowOfHands {
            self.hands =
                vec![Hands { agree: Some(self.electorate.present), against: Some(0), other: Some(0) }];
            self.add_hands();
        }
    }

    /// The blocks make the figures of the round: every hand is a ballot that was issued, returned and valid.
    fn add_hands(&mut self) {
        let counted = self.hands.iter().any(|hands| *hands != Hands::default());
        let sum = |column: VoteColumn| {
            self.hands.iter().filter_map(|hands| hands.column(column)).fold(0, u32::saturating_add)
        };
        let (agree, against) = (sum(VoteColumn::For), sum(VoteColumn::Against));
        let other = sum(VoteColumn::Unmarked);
        let all = agree.saturating_add(against).saturating_add(other);
        let given = |value: u32| counted.then_some(value);
        (self.issued, self.collected, self.valid) = (given(all), given(all), given(all));
        self.invalid = given(0);
        if let Some(row) = self.rows.first_mut() {
            (row.votes, row.against, row.unmarked) = (given(agree), given(against), given(other));
        }
    }

    /// Opens a sealed result or a closed count again.
    pub(crate) fn reopen(&mut self, reopening: Reopening) {
        self.sealed = None;
        self.desk.closed = None;
        self.desk.reopenings.push(reopening);
        if self.desk.is_used() {
            self.set_figures(None);
        }
    }

    /// The names, in ballot order.
    pub fn names(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.name.clone()).collect()
    }

    /// Whether figures may still be written.
    pub fn is_open(&self) -> bool {
        self.sealed.is_none() && self.voided.is_none()
    }

    /// A number of ballots.
    pub fn ballots(&self, count: BallotCount) -> Option<u32> {
        match count {
            BallotCount::Issued => self.issued,
            BallotCount::Collected => self.collected,
            BallotCount::Valid => self.valid,
            BallotCount::Invalid => self.invalid,
        }
    }

    pub(crate) fn set_ballots(&mut self, count: BallotCount, value: Option<u32>) {
        let cell = match count {
            BallotCount::Issued => &mut self.issued,
            BallotCount::Collected => &mut self.collected,
            BallotCount::Valid => &mut self.valid,
            BallotCount::Invalid => &mut self.invalid,
        };
        *cell = value;
    }

    /// The reason on record for a warning, by its code.
    pub fn reason(&self, warning: &str) -> Option<&str> {
        self.reasons.iter().find(|(code, _)| code == warning).map(|(_, reason)| reason.as_str())
    }

    pub(crate) fn set_reason(&mut self, warning: &str, reason: &str) {
        self.reasons.retain(|(code, _)| code != warning);
        self.reasons.push((warning.to_owned(), reason.to_owned()));
    }

    /// The columns that the method asks for.
    pub fn columns(&self) -> &'static [VoteColumn] {
        match self.method {
            Method::StrikeOut => &[VoteColumn::For],
            Method::AgreeDisagree | Method::ShowOfHands => {
                &[VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked]
            }
        }
    }

    /// The cells that are still empty, in the order of the sheet.
    pub fn missing(&self) -> Vec<Missing> {
        let ballots =
            BallotCount::ALL.into_iter().filter(|count| self.ballots(*count).is_none()).map(Missing::Ballots);
        if self.desk.is_used() && self.desk.closed.is_none() {
            let by_hand = [BallotCount::Issued, BallotCount::Collected];
            let by_hand = by_hand.into_iter().filter(|count| self.ballots(*count).is_none());
            return by_hand.map(Missing::Ballots).chain([Missing::Count]).collect();
        }
        let votes = self.rows.iter().flat_map(|row| {
            self.columns()
                .iter()
                .filter(|column| row.cell(**column).is_none())
                .map(|column| Missing::Votes(row.name.clone(), *column))
        });
        ballots.chain(votes).collect()
    }

    /// The complete round for the counting core; `None` while a cell is empty.
    pub fn round(&self, rules: RulesId, congress: CongressForm, cell: bool) -> Option<Round> {
        let candidates = self
            .rows
            .iter()
            .map(|row| {
                let marked = self.method != Method::StrikeOut;
                Some(Candidate {
                    name: row.name.clone(),
                    votes: row.votes?,
                    against: if marked { Some(row.against?) } else { None },
                    unmarked: if marked { Some(row.unmarked?) } else { None },
                })
            })
            .collect::<Option<Vec<_>>>()?;
        Some(Round {
            rules,
            congress,
            office: self.office,
            cell,
            method: self.method,
            summoned: self.electorate.summoned,
            exclusions: self.electorate.exclusions.clone(),
            present: self.electorate.present,
            seats: self.seats,
            round: self.number,
            round_kind: self.kind,
            ballots: Ballots {
                issued: self.issued?,
                collected: self.collected?,
                valid: self.valid?,
                invalid: self.invalid?,
            },
            candidates,
        })
    }
}

impl Hands {
    /// One figure.
    pub fn column(&self, column: VoteColumn) -> Option<u32> {
        match column {
            VoteColumn::For => self.agree,
            VoteColumn::Against => self.against,
            VoteColumn::Unmarked => self.other,
        }
    }

    fn set(&mut self, column: VoteColumn, value: Option<u32>) {
        let cell = match column {
            VoteColumn::For => &mut self.agree,
            VoteColumn::Against => &mut self.against,
            VoteColumn::Unmarked => &mut self.other,
        };
        *cell = value;
    }
}

impl SheetRow {
    /// One cell.
    pub fn cell(&self, column: VoteColumn) -> Option<u32> {
        match column {
            VoteColumn::For => self.votes,
            VoteColumn::Against => self.against,
            VoteColumn::Unmarked => self.unmarked,
        }
    }

    pub(crate) fn set_cell(&mut self, column: VoteColumn, value: Option<u32>) {
        let cell = match column {
            VoteColumn::For => &mut self.votes,
            VoteColumn::Against => &mut self.against,
            VoteColumn::Unmarked => &mut self.unmarked,
        };
        *cell = value;
    }
}
