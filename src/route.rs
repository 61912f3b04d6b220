//! Where in the app somebody is: one enum that prints and parses the part of the address after `#`.

use crate::congress::id::{CongressId, DocumentId, RoundId};

/// The address of the test of this device; no congress has such an id.
const DEVICE_TEST: &str = "kiem-tra-may";

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The start: found a congress, or open one.
    Start,
    /// The test of this device.
    DeviceTest,
    /// A place within a congress.
    Congress(CongressId, Place),
    /// An address that no place has.
    Unknown,
}

/// A place within a congress.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Prepare: the tasks.
    Tasks,
    /// Prepare: the documents through their approval, and who speaks on them.
    Drafts,
    /// Prepare: the roll.
    Roll,
    /// Prepare: the programme.
    Programme,
    /// Prepare: the particulars of the congress.
    Particulars,
    /// Run: the chair's console.
    Run,
    /// The hall screen, for a second window.
    Hall,
    /// Count: the rounds.
    Count,
    /// Count: one round.
    Round(RoundId),
    /// Documents.
    Documents,
    /// One document: the counting minutes of a round.
    CountingMinutes(RoundId),
    /// One document: the programme.
    ProgrammePaper,
    /// One document: the roll with attendance.
    RollPaper,
    /// One document: the course of the congress, with its times.
    CoursePaper,
    /// One document: the plan of preparation, for the wall.
    PlanPaper,
    /// One document: the plan of the decoration.
    DecorationPaper,
    /// One document: what was learnt.
    LessonsPaper,
    /// One document: who attends.
    AttendancePaper,
    /// One document: the ballots of a round.
    BallotPaper(RoundId),
    /// One document: the sheet on which a round is counted by strokes.
    TallyPaper(RoundId),
    /// One document: the report on the congress.
    ReportPaper,
    /// One document: the submission for ratification.
    SubmissionPaper,
    /// One document: the skeleton of the resolution.
    ResolutionPaper,
    /// One document: what the chair says.
    ScriptPaper,
    /// One document: the minutes of the congress.
    MinutesPaper,
    /// One document: the empty outline of a draft.
    OutlinePaper(DocumentId),
    /// After the congress: lessons, dossier, archive, template.
    Afterwards,
    /// Devices and data.
    Data,
    /// The log of everything that was done.
    Log,
}

impl Route {
    /// The address of this place, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::DeviceTest => format!("#/{DEVICE_TEST}"),
            Self::Congress(congress, place) => format!("#/{congress}/{}", place.path()),
        }
    }

    /// The place that an address names; with or without its `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if path.is_empty() {
            return Self::Start;
        }
        if path == DEVICE_TEST {
            return Self::DeviceTest;
        }
        let (congress, rest) = path.split_once('/').unwrap_or((path, ""));
        match Place::parse(rest) {
            Some(place) => Self::Congress(CongressId::from(congress), place),
            None => Self::Unknown,
        }
    }
}

impl Place {
    fn path(&self) -> String {
        match self {
            Self::Tasks => "chuan-bi".to_owned(),
            Self::Drafts => "chuan-bi/van-kien".to_owned(),
            Self::Roll => "chuan-bi/dang-vien".to_owned(),
            Self::Programme => "chuan-bi/chuong-trinh".to_owned(),
            Self::Particulars => "chuan-bi/thong-tin".to_owned(),
            Self::Run => "dieu-hanh".to_owned(),
            Self::Hall => "hoi-truong".to_owned(),
            Self::Count => "kiem-phieu".to_owned(),
            Self::Round(round) => format!("kiem-phieu/{round}"),
            Self::Documents => "ho-so".to_owned(),
            Self::CountingMinutes(round) => format!("ho-so/bien-ban-kiem-phieu/{round}"),
            Self::ProgrammePaper => "ho-so/chuong-trinh".to_owned(),
            Self::RollPaper => "ho-so/danh-sach".to_owned(),
            Self::CoursePaper => "ho-so/dien-bien".to_owned(),
            Self::PlanPaper => "ho-so/ke-hoach".to_owned(),
            Self::DecorationPaper => "ho-so/khanh-tiet".to_owned(),
            Self::LessonsPaper => "ho-so/rut-kinh-nghiem".to_owned(),
            Self::AttendancePaper => "ho-so/tinh-hinh-du".to_owned(),
            Self::BallotPaper(round) => format!("ho-so/phieu-bau/{round}"),
            Self::TallyPaper(round) => format!("ho-so/phieu-kiem-dem/{round}"),
            Self::ReportPaper => "ho-so/bao-cao".to_owned(),
            Self::SubmissionPaper => "ho-so/to-trinh".to_owned(),
            Self::ResolutionPaper => "ho-so/nghi-quyet".to_owned(),
            Self::ScriptPaper => "ho-so/kich-ban".to_owned(),
            Self::MinutesPaper => "ho-so/bien-ban".to_owned(),
            Self::OutlinePaper(document) => format!("ho-so/de-cuong/{document}"),
            Self::Afterwards => "sau-dai-hoi".to_owned(),
            Self::Data => "du-lieu".to_owned(),
            Self::Log => "nhat-ky".to_owned(),
        }
    }

    fn parse(path: &str) -> Option<Self> {
        Some(match path {
            "" | "chuan-bi" => Self::Tasks,
            "chuan-bi/van-kien" => Self::Drafts,
            "chuan-bi/dang-vien" => Self::Roll,
            "chuan-bi/chuong-trinh" => Self::Programme,
            "chuan-bi/thong-tin" => Self::Particulars,
            "dieu-hanh" => Self::Run,
            "hoi-truong" => Self::Hall,
            "kiem-phieu" => Self::Count,
            "ho-so" => Self::Documents,
            "ho-so/chuong-trinh" => Self::ProgrammePaper,
            "ho-so/danh-sach" => Self::RollPaper,
            "ho-so/dien-bien" => Self::CoursePaper,
            "ho-so/ke-hoach" => Self::PlanPaper,
            "ho-so/khanh-tiet" => Self::DecorationPaper,
            "ho-so/rut-kinh-nghiem" => Self::LessonsPaper,
            "ho-so/tinh-hinh-du" => Self::AttendancePaper,
            "ho-so/bao-cao" => Self::ReportPaper,
            "ho-so/to-trinh" => Self::SubmissionPaper,
            "ho-so/nghi-quyet" => Self::ResolutionPaper,
            "ho-so/kich-ban" => Self::ScriptPaper,
            "ho-so/bien-ban" => Self::MinutesPaper,
            "sau-dai-hoi" => Self::Afterwards,
            "du-lieu" => Self::Data,
            "nhat-ky" => Self::Log,
            other => {
                if let Some(round) = other.strip_prefix("kiem-phieu/") {
                    Self::Round(RoundId::from(round))
                } else if let Some(round) = other.strip_prefix("ho-so/phieu-bau/") {
                    Self::BallotPaper(RoundId::from(round))
                } else if let Some(round) = other.strip_prefix("ho-so/phieu-kiem-dem/") {
                    Self::TallyPaper(RoundId::from(round))
                } else if let Some(document) = other.strip_prefix("ho-so/de-cuong/") {
                    Self::OutlinePaper(DocumentId::from(document))
                } else {
                    Self::CountingMinutes(RoundId::from(other.strip_prefix("ho-so/bien-ban-kiem-phieu/")?))
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_prints_and_parses() {
        let congress = || CongressId::from("abcdefgh-0123456789ab");
        let round = || RoundId::from("abcdefgh-12.0");
        let places = [
            Place::Tasks,
            Place::Drafts,
            Place::Roll,
            Place::Programme,
            Place::Particulars,
            Place::Run,
            Place::Hall,
            Place::Count,
            Place::Round(round()),
            Place::Documents,
            Place::CountingMinutes(round()),
            Place::ProgrammePaper,
            Place::RollPaper,
            Place::CoursePaper,
            Place::PlanPaper,
            Place::DecorationPaper,
            Place::LessonsPaper,
            Place::AttendancePaper,
            Place::BallotPaper(round()),
            Place::TallyPaper(round()),
            Place::ReportPaper,
            Place::SubmissionPaper,
            Place::ResolutionPaper,
            Place::ScriptPaper,
            Place::MinutesPaper,
            Place::OutlinePaper(DocumentId::from("political_report")),
            Place::Afterwards,
            Place::Data,
            Place::Log,
        ];
        for place in places {
            let route = Route::Congress(congress(), place);
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn odd_addresses_lead_somewhere_definite() {
        for (hash, route) in [
            ("", Route::Start),
            ("#", Route::Start),
            ("#/", Route::Start),
            ("#/abc", Route::Congress(CongressId::from("abc"), Place::Tasks)),
            ("#/kiem-tra-may", Route::DeviceTest),
            ("#/kiem-tra-may/", Route::DeviceTest),
            ("#/kiem-tra-may/chuan-bi", Route::Congress(CongressId::from("kiem-tra-may"), Place::Tasks)),
            ("#/abc/nowhere", Route::Unknown),
            ("#/abc/ho-so/nowhere", Route::Unknown),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
        }
    }
}
