//! The agenda as data: items in order, each with its minutes, its presenter and its form of vote.
//!
//! Every version that was ever shipped stays embedded, because a congress names the agenda it began with.

use crate::congress::bilingual::Bilingual;
use crate::congress::embedded;
use crate::congress::kind::CongressKind;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::sync::OnceLock;

/// The set from which a new congress takes its agenda.
pub const DEFAULT_AGENDA_SET: &str = "party/1";

/// The files that are built in; each names its own id.
const EMBEDDED: [&str; 1] = [include_str!("../../../data/agendas/party.json")];

/// A version of the agendas, with what they have in common.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaSet {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// Where the minutes come from, and what they are not.
    pub note: Bilingual,
    /// Proposed limits for speakers.
    pub speaking_limits: SpeakingLimits,
    /// Words by which the kind of an item is seen from its title.
    pub kind_signs: Vec<KindSign>,
    /// What is said and minuted at the items, by name.
    pub scripts: Vec<Script>,
    /// The agendas; for each kind of congress the first that applies is proposed.
    pub agendas: Vec<AgendaTemplate>,
}

impl AgendaSet {
    /// A built-in set; `None` when this build does not know it.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        static PARSED: OnceLock<Vec<AgendaSet>> = OnceLock::new();
        // A file that does not parse is left out here and fails `tests/templates.rs`.
        PARSED
            .get_or_init(|| EMBEDDED.iter().filter_map(|text| Self::parse(text)).collect())
            .iter()
            .find(|set| set.id == id)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut set: Self = embedded::read(text).ok()?;
        for agenda in &mut set.agendas {
            agenda.id = format!("{}:{}", set.id, agenda.id);
            for item in &mut agenda.items {
                let name = item.script.as_ref().unwrap_or(&item.code);
                if let Some(script) = set.scripts.iter().find(|script| script.name == *name) {
                    item.lead.clone_from(&script.lead);
                    item.minute.clone_from(&script.minute);
                }
            }
        }
        Some(set)
    }
}

/// Words that tell what sort of item a title speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindSign {
    /// The kind.
    pub kind: ItemKind,
    /// The words, in small letters.
    pub words: Vec<String>,
}

/// What belongs to an item of an agenda, whichever agenda it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// The name; an item takes the script that its `script`, or else its code, names.
    pub name: String,
    /// What the chair says (lời dẫn); the congress words it as it likes.
    pub lead: Bilingual,
    /// What has to be minuted.
    pub minute: Bilingual,
}

/// Limits that the congress may put into its rules of procedure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeakingLimits {
    /// Minutes for a prepared paper in a cell.
    pub prepared_paper_cell_min: u16,
    /// Minutes for a prepared paper at a grassroots congress.
    pub prepared_paper_grassroots_min: u16,
    /// Minutes for a remark from the floor.
    pub floor_remark_min: u16,
    /// Minutes for a second remark by the same person.
    pub second_remark_min: u16,
    /// Minutes for the upper committee's speech in a cell.
    pub guidance_speech_cell_min: u16,
    /// Minutes for the upper committee's speech at a grassroots congress.
    pub guidance_speech_grassroots_min: u16,
    /// Seconds before the end at which the speaker is warned.
    pub warn_before_end_s: Vec<u16>,
}

impl SpeakingLimits {
    /// Minutes for a prepared paper.
    pub fn prepared_paper_min(&self, kind: CongressKind) -> u16 {
        if is_cell(kind) { self.prepared_paper_cell_min } else { self.prepared_paper_grassroots_min }
    }

    /// Minutes for the upper committee's speech.
    pub fn guidance_speech_min(&self, kind: CongressKind) -> u16 {
        if is_cell(kind) { self.guidance_speech_cell_min } else { self.guidance_speech_grassroots_min }
    }
}

fn is_cell(kind: CongressKind) -> bool {
    matches!(kind, CongressKind::CellCommittee | CongressKind::CellNoCommittee)
}

/// A proposed agenda.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaTemplate {
    /// The id with that of its set, such as `party/1:grassroots_one_day`; files hold the second part only.
    pub id: String,
    /// The kinds of congress that it suits.
    pub applies_to: Vec<CongressKind>,
    /// When the congress opens, after the reception: minutes after midnight.
    #[serde(deserialize_with = "minute_of_day")]
    pub start: u16,
    /// The items in order, the reception first.
    pub items: Vec<ItemTemplate>,
}

impl AgendaTemplate {
    /// A built-in agenda by the id of its set and its own, such as `party/1:cell_with_committee_half_day`.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        let (set, _) = id.split_once(':')?;
        AgendaSet::by_id(set)?.agendas.iter().find(|agenda| agenda.id == id)
    }

    /// The agenda proposed to a new congress.
    pub fn default_for(kind: CongressKind) -> Option<&'static Self> {
        AgendaSet::by_id(DEFAULT_AGENDA_SET)?.agendas.iter().find(|agenda| agenda.applies_to.contains(&kind))
    }

    /// When the last item ends as planned: minutes after midnight.
    pub fn end(&self) -> u16 {
        self.items.last().map_or(self.start, ItemTemplate::end)
    }

    /// One item.
    pub fn item(&self, code: &str) -> Option<&ItemTemplate> {
        self.items.iter().find(|item| item.code == code)
    }
}

/// An item of a proposed agenda.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemTemplate {
    /// The code, unique in its agenda.
    pub code: String,
    /// What happens.
    pub title: Bilingual,
    /// Who leads it; empty for a break and for the reserve.
    #[serde(default)]
    pub presenter: Bilingual,
    /// When it begins as planned: minutes after midnight.
    #[serde(deserialize_with = "minute_of_day")]
    pub start: u16,
    /// How long it is planned to take.
    pub minutes: u16,
    /// What sort of item it is.
    pub kind: ItemKind,
    /// How the congress votes on it.
    pub vote: VoteForm,
    /// The session it belongs to, where there is more than one.
    #[serde(default)]
    pub session: Option<SessionPart>,
    /// The script that it takes, where it is not the one of its code.
    #[serde(default)]
    pub script: Option<String>,
    /// What the chair says, from the script; may be empty.
    #[serde(skip)]
    pub lead: Bilingual,
    /// What has to be minuted, from the script; may be empty.
    #[serde(skip)]
    pub minute: Bilingual,
}

impl ItemTemplate {
    /// When it ends as planned: minutes after midnight.
    pub fn end(&self) -> u16 {
        self.start.saturating_add(self.minutes)
    }
}

/// What sort of item it is; this decides which tools the desk offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Flag salute, opening, closing, presentation.
    Ceremony,
    /// Somebody reads a report.
    Report,
    /// Speakers from the floor or with prepared papers.
    Discussion,
    /// The item is a matter to be adopted by an open vote.
    OpenVote,
    /// A step of an election.
    Election,
    /// A break.
    Break,
    /// Anything else.
    Other,
}

impl ItemKind {
    /// Every sort, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Ceremony,
        Self::Report,
        Self::Discussion,
        Self::OpenVote,
        Self::Election,
        Self::Break,
        Self::Other,
    ];
}

/// How the congress votes on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteForm {
    /// Not at all.
    None,
    /// By raising hands or cards.
    Hands,
    /// By raising hands where the congress wishes it.
    HandsOptional,
    /// By secret ballot.
    Secret,
}

impl VoteForm {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::None, Self::Hands, Self::HandsOptional, Self::Secret];
}

/// A session of a congress that has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionPart {
    /// Phiên trù bị.
    Preparatory,
    /// Phiên chính thức.
    Official,
}

/// Reads a time of day, written as `07:30`.
pub(in crate::congress) fn minute_of_day<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<u16, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse_minute_of_day(&text).ok_or_else(|| D::Error::custom("a time of day is written as 07:30"))
}

/// Minutes after midnight of a time of day written as `07:30`.
pub fn parse_minute_of_day(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(hours) || !two_digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        for (text, expected) in [
            ("00:00", Some(0)),
            ("07:30", Some(450)),
            ("23:59", Some(1439)),
            ("24:00", None),
            ("07:60", None),
            ("7:30", None),
            ("07:3", None),
            ("07:+3", None),
            ("07:30:00", None),
            ("0730", None),
            ("", None),
        ] {
            assert_eq!(parse_minute_of_day(text), expected, "{text}");
        }
    }
}
