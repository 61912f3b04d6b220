//! The log says what a thing is called, not its id.

use crate::VI;
use crate::hall::{Hall, LIST};
use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, TurnKind};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::election::sheet::VoteColumn;
use so_tay_dai_hoi::congress::id::SpeakerId;

/// An id tells a person nothing: the log says what a thing is called, or plainly that it is gone.
#[test]
fn the_log_names_what_it_tells_of() {
    let mut hall = Hall::sample();
    let item = hall.item(0);
    let title = VI.label(&hall.congress().agenda.items[0].title).to_owned();
    let speaker = NewSpeaker { name: LIST[0].to_owned(), kind: TurnKind::Remark, subject: String::new() };
    let speaker = SpeakerId::made_by(&hall.act(AgendaChange::SpeakerAdded(speaker).into()), 0);
    let task = hall.congress().checklist.tasks().first().unwrap();
    let (task, task_title) = (task.id.clone(), VI.task_title(task).to_owned());
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    let (row, column) = (0, VoteColumn::For);
    let said = |change: Change| VI.change(&change, hall.congress());
    let begun = Change::ItemBegun { id: item.clone(), at: Moment(0) };
    assert_eq!(said(begun), format!("Bắt đầu “{title}”"));
    let minutes = Change::ItemMinutes { id: item, minutes: 2 };
    assert_eq!(said(minutes), format!("Số phút của “{title}”: 2"));
    let yielded = AgendaChange::SpeakerYielded { id: speaker, yielded: true };
    assert_eq!(said(yielded.into()), format!("Nhường lượt phát biểu: {}", LIST[0]));
    let done = Change::Task { id: task, state: TaskState::Done };
    assert_eq!(said(done), format!("Việc “{task_title}”: Xong"));
    let votes = Change::Votes { round: round.clone(), row, column, value: Some(15) };
    assert_eq!(said(votes), format!("Phiếu của {}: 15", LIST[0]));
    let reason =
        |round| Change::ReasonGiven {
            round, warning: String::new(), reason: "Có người về sớm".to_owned()
        };
    assert_eq!(said(reason(round)), "Lý do vẫn công bố kết quả (Bầu chi ủy, lần 1): Có người về sớm");
    assert_eq!(said(reason("x".into())), "Lý do vẫn công bố kết quả (một lần bầu đã bỏ): Có người về sớm");
    let gone = Change::ItemMoved { id: "x".into(), before: None };
    assert_eq!(said(gone), "Chuyển chỗ một nội dung đã bỏ khỏi chương trình");
}
