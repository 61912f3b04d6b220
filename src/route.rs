//! Where in the app somebody is: one enum that prints and parses the part of the address after `#`.

use crate::congress::id::{CongressId, DocumentId, RoundId};

/// The address of the test of this device; no congress has such an id.
const DEVICE_TEST: &str = "kiem-tra-may";

/// The address of the view from above.
const OVERVIEW: &str = "tong-hop";

/// The address of the user's guide.
const GUIDE: &str = "huong-dan";

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The start: found a congress, or open one.
    Start,
    /// The test of this device.
    DeviceTest,
    /// What a superior gathers of many congresses.
    Overview,
    /// The user's guide, with a chapter opened; empty for the first one.
    Guide(String),
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
    /// One document.
    Paper(Paper),
    /// After the congress: lessons, dossier, archive, template.
    Afterwards,
    /// Devices and data.
    Data,
    /// The log of everything that was done.
    Log,
}

/// A paper that is made from a congress.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// The counting minutes of a round.
    CountingMinutes(RoundId),
    /// The ballots of a round.
    Ballots(RoundId),
    /// The sheet on which a round is counted by strokes.
    Tally(RoundId),
    /// The outline of a draft.
    Outline(DocumentId),
    /// One that every congress has once.
    Single(Single),
}

/// A paper that every congress has once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Single {
    /// The programme.
    Programme,
    /// What the chair says.
    Script,
    /// The roll with attendance.
    Roll,
    /// The plan of preparation, for the wall.
    Plan,
    /// The plan of the decoration.
    Decoration,
    /// Who attends.
    Attendance,
    /// The minutes of the congress.
    Minutes,
    /// The skeleton of the resolution.
    Resolution,
    /// The report on the congress.
    Report,
    /// The submission for ratification.
    Submission,
    /// The course of the congress, with its times.
    Course,
    /// What was learnt.
    Lessons,
    /// The log of the counting board.
    DeskLog,
    /// What a machine reads back when all devices are lost.
    Restore,
    /// What the superior answers to the documents.
    Reply,
    /// The superior's decision of ratification.
    Ratification,
}

impl Route {
    /// The address of this place, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::DeviceTest => format!("#/{DEVICE_TEST}"),
            Self::Overview => format!("#/{OVERVIEW}"),
            Self::Guide(chapter) if chapter.is_empty() => format!("#/{GUIDE}"),
            Self::Guide(chapter) => format!("#/{GUIDE}/{chapter}"),
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
        if path == OVERVIEW {
            return Self::Overview;
        }
        let (congress, rest) = path.split_once('/').unwrap_or((path, ""));
        if congress == GUIDE {
            return Self::Guide(rest.to_owned());
        }
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
            Self::Paper(paper) => format!("ho-so/{}", paper.path()),
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
            "sau-dai-hoi" => Self::Afterwards,
            "du-lieu" => Self::Data,
            "nhat-ky" => Self::Log,
            other => match other.strip_prefix("kiem-phieu/") {
                Some(round) => Self::Round(RoundId::from(round)),
                None => Self::Paper(Paper::parse(other.strip_prefix("ho-so/")?)?),
            },
        })
    }
}

impl Single {
    /// Every one, with its part of the address.
    const ALL: [(Self, &'static str); 16] = [
        (Self::Programme, "chuong-trinh"),
        (Self::Script, "kich-ban"),
        (Self::Roll, "danh-sach"),
        (Self::Plan, "ke-hoach"),
        (Self::Decoration, "khanh-tiet"),
        (Self::Attendance, "tinh-hinh-du"),
        (Self::Minutes, "bien-ban"),
        (Self::Resolution, "nghi-quyet"),
        (Self::Report, "bao-cao"),
        (Self::Submission, "to-trinh"),
        (Self::Course, "dien-bien"),
        (Self::Lessons, "rut-kinh-nghiem"),
        (Self::DeskLog, "nhat-ky-kiem-phieu"),
        (Self::Restore, "ban-in-khoi-phuc"),
        (Self::Reply, "tra-loi"),
        (Self::Ratification, "chuan-y"),
    ];

    fn path(self) -> &'static str {
        Self::ALL.iter().find(|(paper, _)| *paper == self).map_or("", |(_, path)| path)
    }
}

impl Paper {
    fn path(&self) -> String {
        match self {
            Self::CountingMinutes(round) => format!("bien-ban-kiem-phieu/{round}"),
            Self::Ballots(round) => format!("phieu-bau/{round}"),
            Self::Tally(round) => format!("phieu-kiem-dem/{round}"),
            Self::Outline(document) => format!("de-cuong/{document}"),
            Self::Single(paper) => paper.path().to_owned(),
        }
    }

    fn parse(path: &str) -> Option<Self> {
        let single = Single::ALL.into_iter().find(|(_, own)| *own == path);
        if let Some((paper, _)) = single {
            return Some(Self::Single(paper));
        }
        let (kind, id) = path.split_once('/')?;
        match kind {
            "bien-ban-kiem-phieu" => Some(Self::CountingMinutes(RoundId::from(id))),
            "phieu-bau" => Some(Self::Ballots(RoundId::from(id))),
            "phieu-kiem-dem" => Some(Self::Tally(RoundId::from(id))),
            "de-cuong" => Some(Self::Outline(DocumentId::from(id))),
            _ => None,
        }
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
            Place::Paper(Paper::CountingMinutes(round())),
            Place::Paper(Paper::Ballots(round())),
            Place::Paper(Paper::Tally(round())),
            Place::Paper(Paper::Outline(DocumentId::from("political_report"))),
            Place::Afterwards,
            Place::Data,
            Place::Log,
        ];
        let papers = Single::ALL.map(|(paper, _)| Place::Paper(Paper::Single(paper)));
        for place in places.into_iter().chain(papers) {
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
            ("#/huong-dan", Route::Guide(String::new())),
            ("#/huong-dan/ket-qua", Route::Guide("ket-qua".to_owned())),
            ("#/kiem-tra-may/", Route::DeviceTest),
            ("#/tong-hop", Route::Overview),
            ("#/kiem-tra-may/chuan-bi", Route::Congress(CongressId::from("kiem-tra-may"), Place::Tasks)),
            ("#/abc/nowhere", Route::Unknown),
            ("#/abc/ho-so/nowhere", Route::Unknown),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
        }
    }
}
