//! Parts of a congress for other devices: handing them out, counting there, taking the work in.

use super::{Language, Words};

words! {
    /// Parts of a congress for other devices.
    PartWords {
        roles: "Giao việc cho máy khác", "Hand work to another device";
        everything: "Thư ký, chủ tịch: cả sổ tay", "Secretary, chair: the whole handbook";
        everything_note: "Hai máy cùng ghi, rồi gộp lại: mở tệp hoặc quét mã của máy kia.", "Both devices record, and their work joins: open the other's file, or scan its codes.";
        hall: "Màn hình hội trường: chỉ chương trình", "Hall screen: the programme alone";
        hall_note: "Có chương trình, đồng hồ và khẩu hiệu; không có danh sách đảng viên, không có phiếu.", "Programme, clock and slogans; no roll, no ballots.";
        counter: "Tổ kiểm phiếu: tên và cách bầu", "Counters: names and method";
        counter_note: "Mở lần bầu ở mục Kiểm phiếu, bấm giao cho máy đếm.", "Open the round under Count and hand it to the counting device.";
        to_count: "Sang Kiểm phiếu", "To Count";
        elsewhere: "Đếm ở máy khác", "Count on other devices";
        elsewhere_note: "Máy đếm chỉ nhận tên và cách bầu, không nhận danh sách đảng viên. Mỗi người đếm một máy, không ai thấy số của ai.", "A counting device gets the names and the method, not the roll. One counter to a device; nobody sees another's figures.";
        give: "Giao cho máy đếm", "For the counting device";
        take: "Nhận lượt đếm", "Take a count in";
        download: "Tải tệp", "Download the file";
        file_counter: "dem-phieu", "count";
        file_hall: "man-hinh", "hall";
        counted_title: "Lượt đếm từ máy khác", "A count from another device";
        say_code: "Hỏi người đếm đọc mã trên máy của họ. **Giống mã dưới đây thì mới nhận.**", "Ask the counter to read out the code on that device. **Take the count only if it is the same.**";
        take_alone: "Nhận thành một lượt", "Take as a pass";
        nothing_yet: "Máy đếm chưa bấm xong lượt nào. Trên máy đếm: bấm Xong lượt này, rồi gửi lại.", "Nobody has finished on that device. There: end the pass, then send it again.";
        taken_already: "Lượt này đã nhận rồi, không có gì thay đổi.", "This count has been taken in already; nothing changes.";
        of_counter: "Tệp này là phần việc của máy đếm phiếu, đếm trên máy này.", "This file is a part for counting: open it to count on this device.";
        of_hall: "Tệp này là phần việc của màn hình hội trường.", "This file is a part for a hall screen.";
        whole_here: "Máy này có cả đại hội. Muốn nhận kết quả đếm: mở đại hội, vào Kiểm phiếu, mở lần bầu, bấm Nhận lượt đếm.", "This device has the whole congress. To take the count in: open the congress, go to Count, open the round, press Take a count in.";
        passes: "Các lượt đã xong", "Passes that are done";
        same_codes: "Các lượt cùng một mã: số liệu khớp nhau.", "All passes have one code: they agree.";
        different_codes: "Mã khác nhau: có chỗ đếm khác.", "The codes differ: something was counted differently.";
        settled_codes: "Mã khác nhau; chỗ khác đã quyết theo tờ phiếu.", "The codes differ; what differed is settled by the paper.";
        counting: "Máy đếm phiếu", "Counting device";
        hall_screen: "Màn hình hội trường", "Hall screen";
        names: "Tên trên phiếu", "Names on the ballot";
        done: "Đã đếm xong. **Đọc mã dưới đây cho thư ký**, rồi gửi lượt đếm.", "Done. **Read this code to the secretary**, then send the count.";
        send: "Gửi lượt đếm", "Send the count";
        send_note: "Trên máy thư ký: mở lần bầu, bấm Nhận lượt đếm, rồi quét mã hoặc mở tệp.", "On the secretary's device: open the round, press Take a count in, then scan the codes or open the file.";
    }
}

impl Words {
    /// What a counter's device brings, before it is taken in.
    pub fn counted_elsewhere(&self, counter: &str, ballots: u32) -> String {
        match self.language {
            Language::Vietnamese => format!("**{counter}** đã đếm {ballots} phiếu."),
            Language::English => {
                let what = self.counted(ballots, "", "ballot", "ballots");
                format!("**{counter}** has counted {what}.")
            }
        }
    }

    /// The button that puts a count beside another counter's, because they shared the bundles.
    pub fn take_beside(&self, counter: &str) -> String {
        match self.language {
            Language::Vietnamese => format!("Ghép với phần của {counter} (đếm bó khác)"),
            Language::English => format!("Put beside {counter}'s part (other bundles)"),
        }
    }

    /// A pass that is done, with its code where that may be told.
    pub fn pass_code(&self, counter: &str, ballots: u32, code: Option<&str>) -> String {
        let what = self.counted(ballots, "phiếu", "ballot", "ballots");
        match code {
            None => format!("{counter}: {what}"),
            Some(code) => format!("{counter}: {what}, {} **{code}**", self.language.pick("mã", "code")),
        }
    }
}
