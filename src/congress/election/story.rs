//! The rounds of a congress as one story: what was voted, what the congress decided, and what is lawful next.
//!
//! Earlier rounds are never changed; a story only grows. It proposes, and the congress decides: where the regulation
//! leaves a choice to the congress, every lawful choice is offered.

use super::result::{NextStep, Outcome};
use super::round::{Method, Office, RoundKind};
use super::rules::{Clause, RuleProfile};
use serde::{Deserialize, Serialize};

/// What a congress elects, under which rules, and what has happened so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story<'a> {
    /// The rules.
    pub profile: &'a RuleProfile,
    /// The offices, in the order in which they are elected (190-QĐ/TW Đ17 for a cell).
    pub offices: &'a [Office],
    /// Whether secretary and deputy are elected from the committee that was elected just before.
    pub from_committee: bool,
    /// Rounds that have ended, first to last.
    pub rounds: Vec<EndedRound>,
    /// What the congress decided instead of voting, first to last.
    pub decisions: Vec<Decided>,
}

/// A round that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedRound {
    /// What was voted on.
    pub office: Office,
    /// Ordinary, or among the tied.
    pub kind: RoundKind,
    /// People to elect.
    pub seats: u32,
    /// The list, in ballot order.
    pub names: Vec<String>,
    /// The sealed outcome; none if the box was cancelled.
    pub outcome: Option<Outcome>,
}

/// A decision of the congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// About which office.
    pub office: Office,
    /// What.
    pub decision: Decision,
    /// After how many ended rounds for this office; a later round takes the matter up again.
    pub after: u32,
}

/// What a congress may decide instead of voting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// No further round: the seats stay vacant.
    LeaveVacant,
    /// The office is not elected at this congress.
    NotElected,
    /// So many alternates are taken, in the order of votes.
    Alternates(u32),
}

/// A lawful next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// For which office.
    pub office: Office,
    /// What.
    pub step: Step,
    /// What it rests on; none where it follows from the order of the elections.
    pub clause: Option<Clause>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A round, prepared as far as the story knows it.
    Open(Prepared),
    /// A decision that the congress may take instead.
    Decide(Decision),
    /// How many of these names, in their order, are alternates.
    DecideAlternates(Vec<String>),
}

/// A round as far as the story knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// What to elect.
    pub office: Office,
    /// How many; 0 where the congress has to say.
    pub seats: u32,
    /// Which round for this office, from 1; a cancelled box does not count.
    pub number: u32,
    /// Ordinary, or among the tied.
    pub kind: RoundKind,
    /// Names that carry over; empty where the congress makes a new list.
    pub names: Vec<String>,
}

/// Who may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pool {
    /// Every full member or official delegate who was not elected yet.
    Anyone,
    /// These only.
    Among(Vec<String>),
}

impl Story<'_> {
    /// The lawful next steps, the one that the order of the elections calls for first; empty when everything is done.
    pub fn offers(&self) -> Vec<Offer> {
        self.offices
            .iter()
            .map(|office| self.offers_for(*office))
            .find(|offers| !offers.is_empty())
            .unwrap_or_default()
    }

    /// The people elected to an office so far, first round first.
    pub fn elected(&self, office: Office) -> Vec<String> {
        self.sealed(office).flat_map(|(_, outcome)| outcome.elected.iter().cloned()).collect()
    }

    /// Who may stand for an office: for secretary and deputy of a cell with a committee those elected to it, the deputy
    /// without the secretary (190-QĐ/TW Đ17); nobody twice for one office.
    pub fn pool(&self, office: Office) -> Pool {
        if !self.from_committee || !matches!(office, Office::Secretary | Office::DeputySecretary) {
            return Pool::Anyone;
        }
        let mut names = self.elected(Office::Committee);
        let mut taken = self.elected(office);
        if office == Office::DeputySecretary {
            taken.extend(self.elected(Office::Secretary));
        }
        names.retain(|name| !taken.contains(name));
        Pool::Among(names)
    }

    /// The base of the last sealed round for an office: later rounds are held on the same.
    pub fn base_before(&self, office: Office) -> Option<u32> {
        self.sealed(office).last().map(|(_, outcome)| outcome.base)
    }

    /// The number that the next round for an office bears.
    pub fn next_number(&self, office: Office) -> u32 {
        count(self.sealed(office).count()).saturating_add(1)
    }

    /// How many rounds for an office have ended, cancelled ones included.
    pub fn ended(&self, office: Office) -> u32 {
        count(self.of(office).count())
    }

    fn of(&self, office: Office) -> impl Iterator<Item = &EndedRound> {
        self.rounds.iter().filter(move |round| round.office == office)
    }

    fn sealed(&self, office: Office) -> impl Iterator<Item = (&EndedRound, &Outcome)> {
        self.of(office).filter_map(|round| Some((round, round.outcome.as_ref()?)))
    }

    fn decision(&self, office: Office) -> Option<Decision> {
        let ended = self.ended(office);
        let last =
            self.decisions.iter().rev().find(|decided| decided.office == office && decided.after == ended);
        last.map(|decided| decided.decision)
    }

    fn offers_for(&self, office: Office) -> Vec<Offer> {
        match self.decision(office) {
            Some(Decision::LeaveVacant | Decision::NotElected) => return Vec::new(),
            Some(Decision::Alternates(_)) | None => {}
        }
        let Some((last, outcome)) = self.sealed(office).last() else { return self.first(office) };
        // A box that was cancelled after the last sealed round is voted again as it was.
        if let Some(void) = self.of(office).last().filter(|round| round.outcome.is_none()) {
            return vec![self.again(void)];
        }
        let Some(step) = outcome.next_step else { return self.alternates(office, outcome) };
        let (tie, shortfall) = (&self.profile.tie.clause, &self.profile.shortfall.clause);
        let vacant = |clause: &Clause| Offer {
            office,
            step: Step::Decide(Decision::LeaveVacant),
            clause: Some(clause.clone()),
        };
        let prepared =
            |kind, seats, names| Prepared { office, seats, number: self.next_number(office), kind, names };
        let tie_break = || prepared(RoundKind::TieBreak, outcome.tied_for_seats, outcome.tied.clone());
        match step {
            NextStep::TieBreak => vec![open(tie_break(), Some(tie))],
            NextStep::CongressDecidesAfterLevelTie => vec![open(tie_break(), Some(tie)), vacant(tie)],
            NextStep::CongressDecidesFurtherRound => {
                let names = self.names_left(office, last);
                vec![
                    open(prepared(RoundKind::Ordinary, outcome.vacancies, names), Some(shortfall)),
                    vacant(shortfall),
                ]
            }
            // The superior appoints, and the elections go on; the others are never sealed.
            NextStep::SuperiorAppoints
            | NextStep::Recount
            | NextStep::VoidAndRevote
            | NextStep::NotAdopted => Vec::new(),
        }
    }

    /// The first round for an office, or the same again after a cancelled box.
    fn first(&self, office: Office) -> Vec<Offer> {
        if let Some(void) = self.of(office).last() {
            return vec![self.again(void)];
        }
        let one_seat = matches!(office, Office::Secretary | Office::DeputySecretary);
        let prepared = Prepared {
            office,
            seats: u32::from(one_seat),
            number: 1,
            kind: RoundKind::Ordinary,
            names: Vec::new(),
        };
        let mut offers = vec![open(prepared, None)];
        // A cell without a committee elects a deputy if needed; not every congress is allotted delegates.
        let is_optional = match office {
            Office::DeputySecretary => !self.from_committee,
            Office::Delegates => true,
            _ => false,
        };
        if is_optional {
            offers.push(Offer { office, step: Step::Decide(Decision::NotElected), clause: None });
        }
        offers
    }

    fn again(&self, void: &EndedRound) -> Offer {
        let prepared = Prepared {
            office: void.office,
            seats: void.seats,
            number: self.next_number(void.office),
            kind: void.kind,
            names: void.names.clone(),
        };
        open(prepared, Some(&self.profile.void))
    }

    /// The names of the last ordinary list that no round has elected.
    fn names_left(&self, office: Office, last: &EndedRound) -> Vec<String> {
        let elected = self.elected(office);
        let ordinary = self
            .sealed(office)
            .map(|(round, _)| round)
            .filter(|round| round.kind == RoundKind::Ordinary)
            .last();
        let names = ordinary.unwrap_or(last).names.iter();
        names.filter(|name| !elected.contains(name)).cloned().collect()
    }

    fn alternates(&self, office: Office, outcome: &Outcome) -> Vec<Offer> {
        if outcome.alternates.is_empty() || self.decision(office).is_some() {
            return Vec::new();
        }
        let step = Step::DecideAlternates(outcome.alternates.clone());
        vec![Offer { office, step, clause: Some(self.profile.alternates.clause.clone()) }]
    }
}

/// The ballot that a list calls for: names are struck where there is a surplus, and have boxes where there is none
/// (190-QĐ/TW Đ15). Rules that know only one of the two use that one.
pub fn method_for(profile: &RuleProfile, names: usize, seats: u32) -> Method {
    let surplus = count(names) > seats;
    let (fit, other) = if surplus {
        (Method::StrikeOut, Method::AgreeDisagree)
    } else {
        (Method::AgreeDisagree, Method::StrikeOut)
    };
    let methods = &profile.ballots.methods;
    if methods.contains(&fit) || !methods.contains(&other) { fit } else { other }
}

fn open(prepared: Prepared, clause: Option<&Clause>) -> Offer {
    Offer { office: prepared.office, step: Step::Open(prepared), clause: clause.cloned() }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
