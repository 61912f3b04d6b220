//! The user's guide: chapters for whoever prepares, chairs, counts and follows from above, read inside the app without a
//! network.
//!
//! What stands between “ and ” is what a button, a field or a place is called on the screen; `tests/words` holds each
//! against the app's own texts, so that a renamed button cannot leave the guide behind.

use super::Language;

/// A chapter as it is written here: what its address is called, its title and its steps, each in both languages.
struct Chapter {
    id: &'static str,
    title: [&'static str; 2],
    steps: &'static [[&'static str; 2]],
}

/// A chapter in one language; `**` stands around what is stressed.
pub struct Told {
    /// What its address is called.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its steps, in their order.
    pub steps: Vec<&'static str>,
}

/// The chapters of the guide in a language.
pub fn guide(language: Language) -> Vec<Told> {
    let here = |texts: &[&'static str; 2]| language.pick(texts[0], texts[1]);
    let told = |chapter: &Chapter| Told {
        id: chapter.id,
        title: here(&chapter.title),
        steps: chapter.steps.iter().map(here).collect(),
    };
    CHAPTERS.iter().map(told).collect()
}

const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "bat-dau",
        title: ["Năm phút đầu tiên", "The first five minutes"],
        steps: &[
            [
                "Bấm “Kiểm tra máy này” ở trang đầu: một trang cho biết máy có giữ được dữ liệu không. Nếu trang ấy khuyên đừng kiểm phiếu trên máy này, hãy đổi máy hoặc trình duyệt.",
                "Press “Check this device” on the start page: one page says whether this device keeps data. If it advises against counting here, take another device or browser.",
            ],
            [
                "Muốn xem trước, bấm “Xem thử đại hội mẫu”. Đại hội mẫu có tên người bịa ra; xóa đi bất cứ lúc nào ở “Thiết bị và dữ liệu”, bằng “Xóa khỏi máy này”.",
                "To look around first, press “Try a sample congress”. Its people are invented; delete it at any time under “Devices and data” with “Delete from this device”.",
            ],
            [
                "Làm thật: trả lời bốn câu ở trang đầu (tổ chức nào, bao nhiêu đảng viên chính thức, ngày nào, hạn của cấp trên nếu có), rồi bấm “Lập sổ tay”. Danh mục việc và chương trình có ngay.",
                "For the real one, answer the four questions on the start page (which organisation, how many full members, which day, the superior's deadline if any) and press “Make the handbook”. Tasks and programme are there at once.",
            ],
            [
                "Câu chữ lớn ở đầu mỗi trang luôn nói **việc phải làm tiếp**. Không biết làm gì thì đọc câu ấy.",
                "The large sentence at the top of every page says **what to do next**. When in doubt, read it.",
            ],
            [
                "Bấm nhầm thì bấm “Hoàn tác” trên thanh đầu trang, hoặc Ctrl+Z. Không việc gì mất hẳn: “Nhật ký” giữ từng việc đã làm.",
                "After a wrong press, press “Undo” in the bar, or Ctrl+Z. Nothing is gone for good: the “Log” keeps everything that was done.",
            ],
        ],
    },
    Chapter {
        id: "chuan-bi",
        title: ["Thư ký: chuẩn bị", "The secretary: preparation"],
        steps: &[
            [
                "Ở “Chuẩn bị”, mỗi việc có hạn tính từ ngày đại hội. Bấm vào ô tròn đầu dòng khi xong; mở việc để ghi người phụ trách, ghi chú, hoặc lý do không cần làm.",
                "Under “Prepare” every task has its date, counted from the congress day. Press the circle when it is done; open a task to name a person, write a note, or say why it is not needed.",
            ],
            [
                "Ở “Văn kiện”, ghi từng bước của báo cáo: thảo luận, góp ý, duyệt. Ghi ý kiến của đảng viên và chuẩn bị sẵn người tham luận, để hội trường không im lặng.",
                "Under “Documents”, note each step of the report: discussion, comments, approval. Write down members' opinions and prepare speakers, so that the hall is not silent.",
            ],
            [
                "Ở “Đảng viên”, dán danh sách vào ô (đã có người thì bấm “Dán danh sách” trước): mỗi dòng một người, ghi thêm “dự bị” sau tên đảng viên dự bị, hoặc chép thẳng một bảng từ Excel. Dòng nào sai, sổ tay nói sai ở đâu.",
                "Under “Members”, paste the list into the box (press “Paste a list” first where people are listed already): one person a line, with “dự bị” behind the name of a probationary member, or a table straight from Excel. Each wrong line is named with its fault.",
            ],
            [
                "Ở “Chương trình”, sửa số phút cho vừa buổi họp. Dành đủ giờ cho tham luận và thảo luận; kiểm phiếu thường lâu hơn dự tính.",
                "Under “Programme”, fit the minutes to the meeting. Leave enough for papers and discussion; counting usually takes longer than thought.",
            ],
            [
                "Ở “Thông tin”, ghi những điều đứng đầu văn bản, ban kiểm phiếu và số phiếu in.",
                "Under “Particulars”, write what stands at the head of the papers, the counting board, and the ballots printed.",
            ],
            [
                "Diễn tập một lần với ban kiểm phiếu: “Diễn tập kiểm phiếu” mở một đại hội riêng, không bao giờ lẫn vào đại hội thật.",
                "Rehearse once with the counting board: “Rehearse the count” opens a congress of its own that never mixes with the real one.",
            ],
        ],
    },
    Chapter {
        id: "diem-danh",
        title: ["Thư ký: điểm danh và mẫu số", "The secretary: attendance and the base"],
        steps: &[
            [
                "Sáng đại hội, mở “Đảng viên” rồi “Điểm danh”. Ai vắng thì chọn đúng lý do **trước**, sau đó bấm “Còn lại đều có mặt”.",
                "On the morning, open “Members”, then “Attendance”. Mark who is away, with the right reason, **first**; then press “All others are present”.",
            ],
            [
                "Mẫu số hiện ra từng dòng, kèm số phiếu ít nhất để quá một nửa. **Số này quyết định ai trúng cử**: đọc to cho đoàn chủ tịch nghe trước khi bầu.",
                "The base appears line by line, with the fewest ballots that are more than half. **It decides who is elected**: read it to the presidium before the vote.",
            ],
            [
                "Có người đến muộn hoặc về sớm thì ghi giờ; mẫu số của những lần bầu sau tự đổi theo, lần đã mở thì không.",
                "Note the time when somebody comes late or leaves; the base of later rounds follows, that of an open round does not.",
            ],
        ],
    },
    Chapter {
        id: "dieu-hanh",
        title: ["Chủ tịch: điều hành", "The chair: running the day"],
        steps: &[
            [
                "Ở “Điều hành”, bấm “Bắt đầu đại hội”. Còn thiếu điều gì, sổ tay kể ra; vẫn mở thì ghi tên người quyết định và lý do.",
                "Under “Run”, press “Begin the congress”. What is missing is listed; to open all the same, name who decided and why.",
            ],
            [
                "“Sang mục tiếp” khi chuyển nội dung. Quên bấm thì bấm “Đã bắt đầu từ trước” và chọn số phút.",
                "“Next item” moves on. If you forgot, press “It began earlier” and choose the minutes.",
            ],
            [
                "Số lớn là phút còn lại. Sang phút cuối, đồng hồ đổi màu; quá giờ thì đếm lên. Sổ tay không tự chuyển mục và không ngắt lời ai.",
                "The large figure is the minutes left. It changes colour in the last minute and counts up after that. The handbook never moves on by itself and interrupts nobody.",
            ],
            [
                "Chậm giờ thì mở “Lấy lại thời gian”: sổ tay đề xuất rút bớt ở đâu; bấm “Chấp nhận” mới đổi. Phần nghi lễ, biểu quyết và bầu cử không bao giờ bị rút.",
                "When late, see “Making up for lost time”: it proposes where to save; only “Accept” changes anything. Ceremonies, votes and elections are never cut.",
            ],
            [
                "Người phát biểu: “Thêm người” rồi “Mời”. Hết lượt, bấm “Ghi ý chính”: câu ấy vào thẳng biên bản.",
                "Speakers: “Add a speaker”, then “Give the floor”. Afterwards “Note the point”: that sentence goes into the minutes.",
            ],
            [
                "Nghỉ giải lao: “Hết mục, tạm nghỉ”. Máy ngủ hay tải lại trang, đồng hồ vẫn đúng.",
                "For a break: “End the item, recess”. If the device sleeps or the page is reloaded, the clock is still right.",
            ],
        ],
    },
    Chapter {
        id: "hoi-truong",
        title: ["Màn hình hội trường", "The hall screen"],
        steps: &[
            [
                "Bấm “Hội trường” trên thanh đầu trang: một cửa sổ thứ hai mở ra. Kéo sang máy chiếu rồi bấm F11.",
                "Press “Hall” in the bar: a second window opens. Drag it to the projector and press F11.",
            ],
            [
                "Cửa sổ ấy chỉ hiện, không ghi: nội dung, đồng hồ, người phát biểu, lời nhắn. Kết quả bầu chỉ hiện khi ban kiểm phiếu cho chiếu.",
                "That window only shows: the item, its clock, the speaker, messages. Results appear only when the counting board releases them.",
            ],
            ["Rời màn hình ấy bằng “Rời màn hình hội trường”.", "Leave it with “Leave the hall screen”."],
        ],
    },
    Chapter {
        id: "kiem-phieu",
        title: ["Ban kiểm phiếu: nhập phiếu", "The counting board: entering ballots"],
        steps: &[
            [
                "Mở “Kiểm phiếu”. Chọn những tên đại hội đã biểu quyết vào danh sách bầu cử, kiểm lại mẫu số, bấm “Mở lần bầu”.",
                "Open “Count”. Choose the names that the congress voted onto the list, check the base, press “Open the round”.",
            ],
            [
                "Ghi số phiếu phát ra và thu về, rồi ghi ai nhập. Chọn cách nhập: từng phiếu, theo bó, theo nét; đã kiểm trên giấy thì chỉ ghi số tổng.",
                "Write the ballots issued and returned, and who enters. Choose a way: ballot by ballot, by bundles, by strokes; or totals alone, if the count was done on paper.",
            ],
            [
                "Từng phiếu: gõ **số của người bị gạch**, ví dụ **3 7-9**, rồi **Enter**. Không gạch ai thì chỉ bấm **Enter** hai lần. **K**: phiếu không hợp lệ. **N**: nghi vấn, để lại xem sau. **-**: lấy lại phiếu vừa nhập. Đọc lại dòng hiện ra trước khi sang phiếu sau.",
                "Ballot by ballot: type the **numbers of those struck out**, such as **3 7-9**, then **Enter**. With nobody struck out press **Enter** twice. **K**: invalid. **N**: doubtful, to be looked at later. **-**: take back the ballot just entered. Read the line back before the next ballot.",
            ],
            [
                "Xếp phiếu thành chồng theo thứ tự đã nhập: khi có chỗ lệch, sổ tay chỉ đúng phiếu thứ mấy.",
                "Keep the ballots in the order entered: where something differs, the handbook names the place in the pile.",
            ],
            [
                "Xong lượt thứ nhất, mời người khác: “Người khác nhập lại”. Người ấy không thấy số của người trước. Chỗ nào khác nhau, **tờ phiếu quyết định**.",
                "After the first pass call somebody else: “Somebody else enters again”. That person sees no figure of the first. Where they differ, **the paper decides**.",
            ],
            [
                "Phiếu nghi vấn được kết luận trong một danh sách, có ghi rõ phiếu ấy có làm thay đổi kết quả hay không.",
                "Doubtful ballots are concluded in one list that says whether each could change the result.",
            ],
        ],
    },
    Chapter {
        id: "ket-qua",
        title: ["Ban kiểm phiếu: kết quả", "The counting board: the result"],
        steps: &[
            [
                "Kết quả hiện ra với phép so sánh và điều khoản làm căn cứ. Số liệu không khớp thì **chưa ai trúng cử**: sổ tay gợi ý chỗ dễ nhầm nhất.",
                "The result shows its inequality and its clause. While figures disagree **nobody is elected**: the likeliest slip is suggested.",
            ],
            [
                "Điều khoản có ghi “xác nhận với đoàn chủ tịch” là điều chưa đối chiếu được với văn bản chính thức: hãy hỏi trước khi dùng.",
                "A clause marked “confirm with the presidium” could not be checked against the official text: ask before relying on it.",
            ],
            [
                "Trưởng ban đọc bản đọc có sẵn, rồi bấm “Niêm phong kết quả”. Từ đó con số đứng yên; mở lại phải có tên người và lý do.",
                "The head of the board reads out the text that is given and presses “Seal the result”. From then on the figures stand; to open them again takes a name and a reason.",
            ],
            [
                "Bằng phiếu ở chỗ cuối, thiếu số lượng, bầu thêm lần nữa: sổ tay nêu điều quy chế cho phép; **đại hội quyết định**.",
                "A tie for the last seat, too few elected, another round: the handbook says what the regulation allows; **the congress decides**.",
            ],
        ],
    },
    Chapter {
        id: "van-ban",
        title: ["In, và tải bản Word", "Printing, and Word files"],
        steps: &[
            [
                "“Thêm”, rồi “Hồ sơ”: biên bản kiểm phiếu, phiếu bầu, chương trình, kịch bản, danh sách, báo cáo, biên bản đại hội, tờ trình. Trước khi in, sổ tay kể ra điều văn bản còn thiếu.",
                "“More”, then “Documents”: counting minutes, ballots, programme, script, roll, reports, minutes of the congress, submission. Before printing, what is still blank is listed.",
            ],
            [
                "Bấm vào một con số để tới nơi có số đó. “Sửa lời” sửa câu chữ mà không đổi con số. “Tải bản Word (.docx)” để sửa tiếp trong Word.",
                "Press a figure to go where it comes from. “Reword” changes a sentence and never its figures. “Download for Word (.docx)” to go on in Word.",
            ],
            [
                "“Bản in khôi phục” giữ cả đại hội trên giấy bằng mã QR. Mất hết máy và tệp thì quét mã, rồi bấm “Khôi phục từ bản in” ở trang đầu.",
                "The “Restore sheet” keeps the whole congress on paper as QR codes. If every device and file is lost, scan them and press “Restore from the printed sheet” on the start page.",
            ],
        ],
    },
    Chapter {
        id: "sao-luu",
        title: ["Giữ cho dữ liệu không mất", "Keeping the data safe"],
        steps: &[
            [
                "Đèn trên thanh đầu trang **xanh** là đã lưu hai bản trong trình duyệt. **Đỏ** là chưa lưu được: tải bản sao ngay.",
                "The light in the bar is **green** when both copies in the browser are kept. **Red** means not saved: download a copy at once.",
            ],
            [
                "**Tệp sao lưu mới là hồ sơ lưu.** “Thiết bị và dữ liệu”, rồi “Tải tệp sao lưu”; chép vào USB trước đại hội, sau mỗi lần niêm phong, và khi bế mạc.",
                "**The backup file is the archive.** “Devices and data”, then “Download the backup”; copy it to a USB stick before the congress, after each seal, and at the end.",
            ],
            [
                "Với Chrome và Edge, bấm “Chọn tệp để tự ghi tiếp” một lần: sổ tay tự ghi lại tệp ấy trong lúc làm việc.",
                "In Chrome and Edge, press “Choose a file to be kept up to date” once: that file is rewritten as you work.",
            ],
            [
                "Mất điện, trình duyệt tắt: mở lại đúng trang (hoặc đúng tệp trên USB) bằng đúng trình duyệt ấy. Mọi việc còn nguyên.",
                "After a power cut or a closed browser: open the same page (or the same file on the stick) in the same browser. Everything is there.",
            ],
            [
                "Không thấy đại hội đâu: có thể đang dùng trình duyệt khác, cửa sổ ẩn danh, hoặc tệp đã đổi tên. Mở tệp sao lưu bằng “Mở tệp sao lưu”.",
                "If a congress is not there, this may be another browser, a private window, or a renamed file. Open the backup with “Open a backup file”.",
            ],
        ],
    },
    Chapter {
        id: "nhieu-may",
        title: ["Nhiều người, nhiều máy", "Many hands, many devices"],
        steps: &[
            [
                "“Thiết bị và dữ liệu” chuyển đại hội sang máy khác bằng tệp hoặc bằng mã trên màn hình: máy này “Hiện mã để quét”, máy kia “Quét mã từ máy khác”.",
                "“Devices and data” takes the congress to another device by a file or by codes: here “Show codes to scan”, there “Scan codes from another device”.",
            ],
            [
                "Thư ký và chủ tịch nhận cả sổ tay; máy kiểm phiếu chỉ nhận một lần bầu, không có danh sách đảng viên; máy chiếu chỉ nhận chương trình.",
                "Secretary and chair get the whole handbook; a counting device gets one round and no roll; a projector gets the programme alone.",
            ],
            [
                "Đếm xong, máy đếm hiện mã sáu số. Ở lần bầu, mục “Đếm ở máy khác”, bấm “Nhận lượt đếm” và so mã: giống nhau là hai bên đếm như nhau.",
                "When done, the counting device shows six figures. In the round, under “Count on other devices”, press “Take a count in” and compare: equal codes mean equal counts.",
            ],
            [
                "Hai máy ghi khác nhau về cùng một điều thì sổ tay liệt kê để chọn; không bên nào mất.",
                "Where two devices say different things about the same matter, both are listed to choose from; neither is lost.",
            ],
            [
                "Trong một trình duyệt chỉ **một cửa sổ** ghi. Cửa sổ kia theo dõi, và nhận việc khi bấm “Ghi ở cửa sổ này”.",
                "Within one browser only **one window** writes. The other follows, and takes over with “Write in this window”.",
            ],
        ],
    },
    Chapter {
        id: "cap-tren",
        title: ["Cấp trên: theo dõi nhiều chi bộ", "The superior: following many cells"],
        steps: &[
            [
                "Chi bộ gửi tệp sao lưu, hoặc “Tải tệp tiến độ” ở “Sau đại hội”: tệp này không có danh sách đảng viên.",
                "A cell sends its backup, or “Download the progress file” under “Afterwards”, which has no roll in it.",
            ],
            [
                "Ở trang đầu, mở “Tổng hợp nhiều chi bộ (cho cấp trên)”, rồi “Nhập tệp” hay “Nhập cả thư mục”. Bảng và biểu đồ có ngay; mọi lần bầu được tính lại.",
                "On the start page open “Overview of many cells (for a superior)”, then “Bring in files” or “Bring in a folder”. Table and chart are there at once; every round is counted again.",
            ],
            [
                "Dán danh sách chi bộ và ghi hạn cuối để thấy cả nơi chưa gửi gì. Bấm tên một chi bộ để ghi ngày nhận, góp ý, duyệt, chuẩn y.",
                "Paste the list of cells and write the deadline to see those that sent nothing. Press a cell's name to note when it was received, commented, approved, ratified.",
            ],
        ],
    },
    Chapter {
        id: "ban-phim",
        title: ["Bàn phím", "The keyboard"],
        steps: &[
            [
                "Mọi việc làm được bằng bàn phím: Tab để đi, Enter hoặc phím cách để bấm, Esc để đóng hộp thoại.",
                "Everything works from the keyboard: Tab to move, Enter or space to press, Esc to close a dialog.",
            ],
            [
                "**?** mở bảng phím tắt; **1** **2** **3** **4** sang bốn nơi; **T** đổi nền sáng, tối. Ở “Thiết bị và dữ liệu” tắt được phím tắt một chữ.",
                "**?** lists the shortcuts; **1** **2** **3** **4** go to the four places; **T** turns light and dark. Single-letter shortcuts can be switched off under “Devices and data”.",
            ],
        ],
    },
];
