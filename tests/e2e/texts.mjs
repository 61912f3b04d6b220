// What the pages say, where a test looks for it: the app's own texts, from src/words.

export const VI = {
  found: "Lập sổ tay",
  sample: "Xem thử đại hội mẫu",
  openThis: "Mở đại hội này",
  prepare: "Chuẩn bị",
  run: "Điều hành",
  count: "Kiểm phiếu",
  more: "Thêm",
  hall: "Hội trường",
  leaveHall: "Rời màn hình hội trường",
  roll: "Đảng viên",
  programme: "Chương trình",
  particulars: "Thông tin",
  openTask: "Mở việc này",
  paste: "Dán danh sách",
  addToRoll: "Thêm vào danh sách",
  everybody: "Còn lại đều có mặt",
  excused: "Vắng suốt đại hội, lý do được chấp nhận",
  attendance: "Điểm danh",
  begin: "Bắt đầu đại hội",
  next: "Sang mục tiếp",
  earlier: "Đã bắt đầu từ trước",
  aMinuteAgo: "1 phút trước",
  pause: "Dừng",
  resume: "Chạy tiếp",
  close: "Đóng",
  cancel: "Thôi",
  openRound: "Mở lần bầu",
  seal: "Niêm phong kết quả",
  nextRound: "Mở lần bầu tiếp",
  toMinutes: "Xem và in biên bản",
  print: "In",
  undone: "Đã hoàn tác.",
  download: "Tải tệp sao lưu",
  wipe: "Xóa khỏi máy này",
  updateDo: "Dùng bản mới",
  rawDownload: "Tải dữ liệu gốc",
  saved: "Đã lưu",
  rules244: "Quy chế bầu cử trong Đảng, Quyết định 244-QĐ/TW (09/6/2014)",
};

export const EN = { prepare: "Prepare" };

// The seed's congress. The names and figures are invented.
export const CELL = {
  organisation: "Chi bộ Kho bạc",
  members: "18",
  date: "26/5/2022",
  ordinal: "XI",
  boardHead: "Bùi Thị Hồng Thắm",
  boardMembers: "Mai Tuấn Vượng, Lý Thị Yến",
  excused: "Vi Văn Tưởng",
  committee: ["Trần Quốc Hưng", "Lê Thị Thanh Hường", "Phạm Hữu Nghĩa", "Đỗ Thị Kim Quý"],
  votes: ["15", "13", "11", "9"],
};

export const ROLL = [
  "Dương Thị Nguyệt Ánh", "Đặng Thị Mỹ Duyên", "Trần Quốc Hưng", "Lê Thị Thanh Hường", "Vũ Đình Khoát",
  "Lương Thế Kỷ", "Hứa Thị Lưỡng", "Phạm Hữu Nghĩa", "Nguyễn Thị Bích Ngọc", "Chu Thị Quỳnh Như (dự bị)",
  "Nông Thị Phượng", "Đỗ Thị Kim Quý", "Triệu Văn Sử", "Bùi Thị Hồng Thắm", "Hoàng Đức Thịnh", "Ngô Xuân Trường",
  "Vi Văn Tưởng", "Mai Tuấn Vượng", "Lý Thị Yến",
];
