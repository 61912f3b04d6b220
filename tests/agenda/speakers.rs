//! Speakers: the queue, limits, totals, yielding, and their clock within the item's.

use crate::clock::{Run, at};
use so_tay_dai_hoi::congress::agenda::clock::{Phase, Reading};
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, Speaker, TurnKind};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::id::SpeakerId;
use so_tay_dai_hoi::congress::{CongressKind, Refusal};

impl Run {
    fn asks(&mut self, name: &str, kind: TurnKind) -> SpeakerId {
        let kind = self.agenda().turn_of(name, kind);
        self.act(
            AgendaChange::SpeakerAdded(NewSpeaker { name: name.to_owned(), kind, subject: String::new() })
                .into(),
        );
        self.agenda().speakers.last().unwrap().id.clone()
    }

    fn speaks(&mut self, id: &SpeakerId, when: &str) -> &mut Self {
        self.act(AgendaChange::SpeakerBegun { id: id.clone(), at: at(when) }.into())
    }

    fn turn(&self, id: &SpeakerId) -> &Speaker {
        self.agenda().speaker(id).unwrap()
    }

    fn turn_reading(&self, now: &str) -> Reading {
        let agenda = self.agenda();
        Reading::of_speaker(agenda.current_speaker().unwrap(), &agenda.speaking_minutes, at(now))
    }
}

#[test]
fn a_queue_runs() {
    let mut run = Run::cell();
    let huong = run.asks("Lê Thị Thanh Hường", TurnKind::Paper);
    let khoat = run.asks("Vũ Đình Khoát", TurnKind::Remark);
    let yen = run.asks("Lý Thị Yến", TurnKind::Remark);
    let begin = AgendaChange::SpeakerBegun { id: huong.clone(), at: at("08:20") };
    assert_eq!(run.congress.admit(&begin.into()), Err(Refusal::NothingRunning));
    run.begin("discussion", at("08:30")).speaks(&huong, "08:31");
    assert_eq!(run.agenda().next_speaker().unwrap().name, "Vũ Đình Khoát");
    for (now, phase, left) in
        [("08:31", Phase::Running, 420), ("08:37", Phase::LastMinute, 60), ("08:38:01", Phase::Overtime, -1)]
    {
        let reading = run.turn_reading(now);
        assert_eq!((reading.phase, reading.left()), (phase, left * 1_000), "{now}");
    }
    run.act(AgendaChange::SpeakerExtended { id: huong.clone(), minutes: 1 }.into());
    assert_eq!(run.turn_reading("08:38:01").left(), 59_000);
    // The next turn ends the one before; a limit that changes does not touch turns that began.
    run.act(AgendaChange::SpeakerYielded { id: khoat.clone(), yielded: true }.into()).speaks(&yen, "08:40");
    assert_eq!(run.turn(&huong).elapsed(at("09:00")), 540_000);
    run.act(AgendaChange::SpeakingLimit { kind: TurnKind::Remark, minutes: 5 }.into());
    assert_eq!(run.turn_reading("08:40").allotted, 180_000);
    assert!(run.turn(&khoat).yielded && !run.turn(&khoat).is_waiting());
    // When the item ends, so does the turn.
    run.begin("guidance", at("08:45"));
    assert_eq!(run.turn(&yen).elapsed(at("09:30")), 300_000);
    assert_eq!(run.agenda().speaking, None);
    assert_eq!(run.turn(&yen).item, Some(run.item("discussion")));
}

#[test]
fn a_pause_holds_both_clocks() {
    let mut run = Run::cell();
    let yen = run.asks("Lý Thị Yến", TurnKind::Remark);
    run.begin("discussion", at("08:30")).speaks(&yen, "08:31");
    run.act(Change::Paused(at("08:32")));
    assert!(run.turn_reading("08:40").paused);
    run.act(Change::Resumed(at("08:40")));
    assert_eq!(run.turn_reading("08:41").elapsed, 120_000);
    // A turn that begins while the clock stands still waits with it.
    run.act(AgendaChange::SpeakerEnded(at("08:41")).into()).act(Change::Paused(at("08:42")));
    let khoat = run.asks("Vũ Đình Khoát", TurnKind::Remark);
    run.speaks(&khoat, "08:43").act(Change::Resumed(at("08:45")));
    assert_eq!(run.turn_reading("08:46").elapsed, 60_000);
}

#[test]
fn second_turns_and_totals() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30"));
    let first = run.asks("Lý Thị Yến", TurnKind::Remark);
    run.speaks(&first, "08:31").act(AgendaChange::SpeakerEnded(at("08:33")).into());
    let paper = run.asks("lý thị  yến", TurnKind::Paper);
    assert_eq!(run.turn(&paper).kind, TurnKind::Paper, "a paper is a paper");
    let second = run.asks("Lý Thị Yến", TurnKind::Remark);
    assert_eq!(run.turn(&second).kind, TurnKind::Second);
    run.speaks(&second, "08:35");
    let totals = run.agenda().speaking_totals(at("08:36"));
    assert_eq!(totals.len(), 1);
    assert_eq!((totals[0].turns, totals[0].spoken), (2, 180_000));
    let other = run.asks("Vũ Đình Khoát", TurnKind::Remark);
    assert_eq!(run.turn(&other).kind, TurnKind::Remark);
    run.act(AgendaChange::SpeakerMoved { id: other.clone(), before: Some(paper.clone()) }.into());
    assert_eq!(run.agenda().next_speaker().unwrap().id, other);
    run.act(AgendaChange::SpeakerRemoved(other).into());
    assert_eq!(run.agenda().next_speaker().unwrap().id, paper);
    let spoke = AgendaChange::SpeakerRemoved(first.clone());
    assert_eq!(run.congress.admit(&spoke.into()), Err(Refusal::ItemHasRun));
    run.act(AgendaChange::Point { id: first.clone(), text: "Thêm chỉ tiêu".to_owned() }.into());
    assert_eq!(run.turn(&first).point, "Thêm chỉ tiêu");
}

#[test]
fn limits_come_from_the_agenda() {
    for (kind, paper) in [(CongressKind::CellCommittee, 7), (CongressKind::GrassrootsDelegates, 8)] {
        let run = Run::of(kind);
        let limits = TurnKind::ALL.map(|turn| run.agenda().speaking_minutes.of(turn));
        assert_eq!(limits, [paper, 3, 2]);
    }
    let mut run = Run::cell();
    for minutes in [0, 121] {
        let limit = AgendaChange::SpeakingLimit { kind: TurnKind::Paper, minutes };
        assert_eq!(run.congress.admit(&limit.into()), Err(Refusal::TooManyMinutes));
    }
    let nobody = NewSpeaker { name: " ".to_owned(), kind: TurnKind::Paper, subject: String::new() };
    assert_eq!(run.congress.admit(&AgendaChange::SpeakerAdded(nobody).into()), Err(Refusal::EmptyText));
    run.begin("discussion", at("08:30"));
    assert_eq!(
        run.congress.admit(&AgendaChange::SpeakerEnded(at("08:31")).into()),
        Err(Refusal::NothingRunning)
    );
}
