//! From the sheet on the table to the verdict: the one door between the congress and the counting core.

use super::congress::Congress;
use super::election::ballots::Names;
use super::election::desk::Review;
use super::election::list::CandidateList;
use super::election::rules::RuleProfile;
use super::election::sheet::{RoundOpening, RoundSheet};
use super::election::story::{EndedRound, Offer, Pool, Prepared, Step, Story, method_for};
use super::election::{
    Alteration, Cause, Doubts, FieldError, Method, NextStep, Office, Outcome, Proof, Round, RoundKind,
    Warning, warnings,
};
use super::id::RoundId;
use super::kind::CongressKind;
use super::people::{Attendance, Standing};

/// A complete round with everything that the core says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What was counted.
    pub round: Round,
    /// What follows from it.
    pub outcome: Outcome,
    /// Why.
    pub proof: Proof,
    /// The nearest change of the result; none where no reading of the ballots can change it.
    pub alteration: Option<Alteration>,
    /// Whether reading the invalid ballots otherwise could change the result; true while the figures do not add up.
    pub invalid_matter: bool,
    /// What needs a reason on record before the result is announced.
    pub warnings: Vec<Warning>,
    /// Likely causes of the findings, the likeliest first.
    pub causes: Vec<Cause>,
}

impl Counted {
    fn of(round: &Round, profile: &RuleProfile, earlier_base: Option<u32>) -> Result<Self, FieldError> {
        let checked = round.check_under(profile)?;
        let outcome = checked.outcome();
        let doubts = Doubts { marked: Vec::new(), unread: round.ballots.invalid };
        Ok(Self {
            round: round.clone(),
            proof: checked.proof(),
            alteration: checked.alteration(),
            invalid_matter: checked.doubts_matter(&doubts).unwrap_or(true),
            warnings: warnings(&checked, &outcome, earlier_base),
            causes: checked.causes(),
            outcome,
        })
    }

    /// Whether more ballots came out of the box than were handed out, which voids it.
    pub fn is_void(&self) -> bool {
        self.outcome.next_step == Some(NextStep::VoidAndRevote)
    }
}

impl Congress {
    /// The rules under which this congress votes; none only if the data of this build were damaged.
    pub fn profile(&self) -> Option<&RuleProfile> {
        RuleProfile::by_id(self.details.rules).or(self.details.own_rules.as_deref())
    }

    /// The verdict on a round; `None` while its sheet is incomplete or the round is gone. The error says which field
    /// contradicts the counting contract.
    pub fn counted(&self, round: &RoundId) -> Option<Result<Counted, FieldError>> {
        self.count_sheet(self.round(round)?)
    }

    /// The verdict on a sheet.
    pub fn count_sheet(&self, sheet: &RoundSheet) -> Option<Result<Counted, FieldError>> {
        let round = sheet.round(self.details.rules, self.form(), self.is_cell())?;
        let before = self.rounds.iter().take_while(|other| other.id != sheet.id);
        let earlier = before.filter(|other| other.office == sheet.office && other.sealed.is_some()).last();
        let earlier_base = earlier.and_then(|other| self.outcome_of(other)).map(|outcome| outcome.base);
        Some(Counted::of(&round, self.profile()?, earlier_base))
    }

    /// Whether any conclusion on the ballots still in doubt could change the result that stands while they count as
    /// invalid. None where nothing is in doubt, or where the figures cannot be judged yet.
    pub fn doubts_matter(&self, sheet: &RoundSheet, review: &Review) -> Option<bool> {
        let profile = self.profile()?;
        let open = review.doubtful.iter().filter(|doubtful| doubtful.ballot.concluded.is_none());
        let marked: Vec<Names> = open.map(|doubtful| doubtful.ballot.ballot.votes()).collect();
        if marked.is_empty() || !review.differences.is_empty() {
            return None;
        }
        let mut figures = review.figures.clone();
        figures.invalid = figures.invalid.saturating_add(std::mem::take(&mut figures.open));
        let mut sheet = sheet.without_ballots();
        sheet.set_figures(Some(&figures));
        let round = sheet.round(self.details.rules, self.form(), self.is_cell())?;
        round.check_under(profile).ok()?.doubts_matter(&Doubts { marked, unread: 0 })
    }

    /// The warnings of a round for which no reason is on record yet.
    pub fn unanswered(&self, sheet: &RoundSheet) -> Vec<Warning> {
        let counted = self.count_sheet(sheet).and_then(Result::ok);
        let warnings = counted.map(|counted| counted.warnings).unwrap_or_default();
        warnings.into_iter().filter(|warning| sheet.reason(&warning.code()).is_none()).collect()
    }

    /// The people elected to an office in sealed rounds, first round first.
    pub fn elected(&self, office: Office) -> Vec<String> {
        self.story().map(|story| story.elected(office)).unwrap_or_default()
    }

    /// The number that the next round for an office bears; a cancelled box does not count.
    pub fn next_number(&self, office: Office) -> u32 {
        self.story().map_or(1, |story| story.next_number(office))
    }

    /// The rounds so far as one story.
    pub fn story(&self) -> Option<Story<'_>> {
        let ended = self.rounds.iter().filter(|sheet| !sheet.is_open()).map(|sheet| EndedRound {
            office: sheet.office,
            kind: sheet.kind,
            seats: sheet.seats,
            names: sheet.names(),
            outcome: self.outcome_of(sheet),
        });
        Some(Story {
            profile: self.profile()?,
            offices: self.offices(),
            from_committee: self.details.kind == CongressKind::CellCommittee,
            rounds: ended.collect(),
            decisions: self.decisions.clone(),
        })
    }

    /// What the congress may lawfully do next, the step that the order of the elections calls for first. Nothing while
    /// a round is open, or when everything is elected or decided.
    pub fn offers(&self) -> Vec<Offer> {
        if self.rounds.iter().any(RoundSheet::is_open) {
            return Vec::new();
        }
        self.story().map(|story| story.offers()).unwrap_or_default()
    }

    /// The round that may be opened next, if the next step is one.
    pub fn proposal(&self) -> Option<Prepared> {
        self.offers().into_iter().find_map(|offer| match offer.step {
            Step::Open(prepared) => Some(prepared),
            Step::Decide(_) | Step::DecideAlternates(_) => None,
        })
    }

    /// The offices that a congress of this kind elects, in order (190-QĐ/TW, Điều 17 for a cell).
    pub fn offices(&self) -> &'static [Office] {
        match self.details.kind {
            CongressKind::CellCommittee => &[Office::Committee, Office::Secretary, Office::DeputySecretary],
            CongressKind::CellNoCommittee => &[Office::Secretary, Office::DeputySecretary],
            CongressKind::GrassrootsMembers | CongressKind::GrassrootsDelegates => {
                &[Office::Committee, Office::Delegates]
            }
        }
    }

    /// Who may stand for an office: full members whom it has not elected yet, and who are neither suspended nor charged; for secretary and deputy of a cell with a
    /// committee only those just elected to it, the deputy without the secretary; never a member of the counting board.
    pub fn eligible(&self, office: Office) -> Vec<String> {
        let Some(story) = self.story() else { return Vec::new() };
        let already = story.elected(office);
        let secretary = story.elected(Office::Secretary);
        let in_pool = |name: &String| match story.pool(office) {
            Pool::Anyone => office != Office::DeputySecretary || !secretary.contains(name),
            Pool::Among(names) => names.contains(name),
        };
        self.roll
            .people()
            .iter()
            .filter(|person| person.is_full() && !self.is_on_board(&person.name))
            .filter(|person| !matches!(person.attendance, Attendance::Suspended | Attendance::Prosecuted))
            .map(|person| person.name.clone())
            .filter(|name| !already.contains(name))
            .filter(in_pool)
            .collect()
    }

    /// What a list of names for some seats opens as. The method follows from the list: struck names where there is a
    /// surplus, two boxes where there is none (190-QĐ/TW, Điều 15).
    pub fn opening(&self, prepared: &Prepared) -> RoundOpening {
        let names = prepared.names.len();
        let method =
            self.profile().map_or(Method::StrikeOut, |rules| method_for(rules, names, prepared.seats));
        RoundOpening {
            office: prepared.office,
            method,
            seats: prepared.seats,
            number: prepared.number,
            kind: prepared.kind,
            candidates: prepared.names.clone(),
            electorate: self.electorate(),
        }
    }

    /// What an open vote on a question opens as. Any number of them may be held; none stands in the way of an election
    /// but while it is open.
    pub fn open_vote(&self, question: &str) -> RoundOpening {
        RoundOpening {
            office: Office::OpenVote,
            method: Method::ShowOfHands,
            seats: 1,
            number: self.next_number(Office::OpenVote),
            kind: RoundKind::Ordinary,
            candidates: vec![question.to_owned()],
            electorate: self.electorate(),
        }
    }

    /// Whether a list may be voted on.
    pub(super) fn check_list(&self, opening: &RoundOpening) -> Result<(), super::election::list::ListFault> {
        let board: Vec<String> =
            std::iter::once(&self.details.board_head).chain(&self.details.board_members).cloned().collect();
        let probationary =
            self.roll.people().iter().filter(|person| person.standing == Standing::Probationary);
        let probationary: Vec<String> = probationary.map(|person| person.name.clone()).collect();
        let list = CandidateList {
            office: opening.office,
            method: opening.method,
            seats: opening.seats,
            number: opening.number,
            kind: opening.kind,
            names: &opening.candidates,
            board: &board,
            probationary: &probationary,
        };
        list.check(self.profile())
    }

    fn outcome_of(&self, sheet: &RoundSheet) -> Option<Outcome> {
        sheet.sealed?;
        let round = sheet.round(self.details.rules, self.form(), self.is_cell())?;
        Some(round.check_under(self.profile()?).ok()?.outcome())
    }
}
