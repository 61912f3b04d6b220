// Every place of the app in every state worth looking at, walked through in one congress.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { begin, box, end, keyed, openRound, press } from "./desk.mjs";
import { remove, temporaryFolder } from "./engines.mjs";
import { CELL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

// Calls `look(name)` in each of them.
export async function everyPlace(page, look) {
  await start(page, look);
  await prepare(page, look);
  await run(page, look);
  await desk(page, look);
  await count(page, look);
  await papers(page, look);
  await data(page, look);
  await lost(page, look);
}

async function start(page, look) {
  await page.visit();
  await page.ready();
  await look("start, empty");
  await page.press(VI.found);
  await page.one(".ask__error");
  await look("start, an answer missing");
  await page.write(await page.one("#q-date"), CELL.date);
  await page.one(".start__sum");
  await page.found();
  await page.visit();
  await page.one(".here");
  await look("start, with a congress");
  await press(page, "from-print");
  await page.write(await page.one("#scanned"), "SDH1");
  await page.one("#print-wrong");
  await look("dialog: from the printed sheet");
  await page.answer("Đóng");
  await page.visit("#/kiem-tra-may");
  await page.one(".reliance tr");
  await look("the test of the device");
  await page.visit("#/huong-dan/kiem-phieu");
  await page.one("#guide-kiem-phieu[open] li");
  await look("the guide");
  await overview(page, look);
  await page.visit();
  await page.follow((await page.texts(".here li a"))[0]);
  await page.one(".task");
  await page.writer();
}

// The view from above: empty, with a list, with a congress that tells something wrong, one of them open.
async function overview(page, look) {
  await page.visit("#/tong-hop");
  await page.one("#bring-files");
  await look("the overview, empty");
  await page.write(await page.one("#roster"), "Chi bộ 1;Đảng bộ A;20/5/2022\nChi bộ 2;Đảng bộ A\nChi bộ 3;1/1/2020;2/2/2020");
  await press(page, "take-roster");
  await page.one("#cells tbody tr .btn");
  await look("the overview, a list and a line not understood");
  const folder = await temporaryFolder("e2e-overview-");
  try {
    const file = join(folder, "chi-bo.ndjson");
    await writeFile(file, lines());
    await (await page.one("#bring-files")).sendKeys(file);
    await page.says("#taken", "2 chi bộ mới");
    await look("the overview, full");
    await press(page, "gather-lessons");
    await page.one(".lessons li");
    await look("the overview, lessons by area");
    await page.script("document.querySelector('#cells tbody tr .btn').click()");
    await page.one(".own-marks");
    await page.one(".stated li");
    await look("dialog: a cell whose result is wrong");
    await page.answer("Đóng");
    await writeFile(file, "không phải tệp");
    await (await page.one("#bring-files")).sendKeys(file);
    await page.one(".unread li");
    await look("the overview, a file that is none");
  } finally {
    await remove(folder);
  }
}

// Two progress lines: the result of the first takes half for more than half.
function lines() {
  const line = (congress, organisation, elected) => JSON.stringify({
    format: "so-tay-dai-hoi-tien-do",
    version: 1,
    summary: {
      congress, changes: 3, last: 1653550000000, organisation, superior: "Đảng bộ B", kind: "cell_committee", members: 12,
      date: "2022-05-26", deadline: "2022-06-28", rules: "party_244_2014", steps: { held: "2022-05-26" },
      attendance: { summoned: 12, present: 12 },
      rounds: [{
        round: {
          rules: "party_244_2014", congress: "members", office: "committee", cell: true, method: "strike_out", summoned: 12,
          present: 12, seats: 2, ballots: { issued: 12, collected: 12, valid: 12, invalid: 0 },
          candidates: [{ name: "An", votes: 11 }, { name: "Bình", votes: 6 }, { name: "Châu", votes: 5 }],
        },
        outcome: { base: 12, threshold: 7, elected },
      }],
      committee: { women: 1, average_age: 41 },
      lessons: [{ area: "counting", well: false, text: "Đếm chậm: tập trước một lượt" }],
    },
  });
  return `${line("bbbbbbbb-000000000001", "Chi bộ X", ["An", "Bình"])}\n${line("bbbbbbbb-000000000002", "Chi bộ Y", ["An"])}\n`;
}

async function prepare(page, look) {
  await page.tick();
  await page.press(VI.openTask);
  await page.one(".task--open .facts");
  await look("tasks, one open");
  await (await page.all(".phase"))[1].click();
  await page.one(".phase[aria-pressed=true]");
  await look("tasks of one phase");
  await press(page, "add-tasks");
  await page.one("#new-tasks");
  await look("dialog: tasks of one's own");
  await page.answer(VI.cancel);
  await press(page, "choose-tasks");
  await (await page.one(".task__choice")).click();
  await look("tasks, several chosen");
  await drafts(page, look);
  await page.place("chuan-bi/dang-vien");
  await look("roll, empty");
  await page.pasteRoll();
  await look("roll, before attendance");
  await page.press(VI.paste);
  await page.one("dialog[open] textarea");
  await look("dialog: paste a list");
  await page.answer(VI.cancel);
  await page.choose(`${VI.attendance}: ${CELL.excused}`, VI.excused);
  await page.press(VI.everybody);
  await untilEqual(() => page.text("[data-base]"), "17", "the base");
  await look("roll, complete");
  await page.place("chuan-bi/chuong-trinh");
  await page.one(".plan");
  await look("programme");
  const minutes = (await page.all(".plan .field--num"))[0];
  await page.write(minutes, "viii");
  await page.one(".plan__wrong");
  await look("programme, a wrong figure");
  await page.write(minutes, "2");
  await page.click("(//button[starts-with(@aria-label, 'Chi tiết')])[1]");
  await page.one(".details");
  await look("programme, an item in detail");
  await page.press("Dán từ bảng");
  await page.one("#paste-agenda");
  await look("dialog: paste an agenda");
  await page.answer(VI.cancel);
  await page.press("Lấy chương trình mẫu");
  await look("dialog: default agendas");
  await page.answer(VI.cancel);
  await page.place("chuan-bi/thong-tin");
  await page.one("#p-board-head");
  await look("particulars");
  await refusedRules(page);
  await look("particulars, rules refused");
  await page.write("Trưởng ban kiểm phiếu", CELL.boardHead);
  await page.write("Các thành viên ban kiểm phiếu", CELL.boardMembers);
}

async function refusedRules(page) {
  const folder = await temporaryFolder("e2e-rules-");
  try {
    await writeFile(join(folder, "rules.json"), "{\"id\": 1}");
    await (await page.one("#own-rules")).sendKeys(join(folder, "rules.json"));
    await page.one("#rules-error");
  } finally {
    await remove(folder);
  }
}

async function run(page, look) {
  const phase = name => until(`phase ${name}`, async () =>
    (await page.script("return document.querySelector('.now')?.dataset.phase")) === name);
  await page.place("hoi-truong");
  await page.one(".hall");
  await look("hall, before");
  await page.place("dieu-hanh");
  await page.one(".prog");
  await look("run, before");
  await page.beginCongress();
  await phase("run");
  await look("run, running");
  await page.press(VI.pause);
  await phase("paused");
  await look("run, standing still");
  await page.press(VI.resume);
  await page.beganEarlier();
  await phase("last");
  await look("run, last minute");
  await page.beganEarlier();
  await phase("over");
  await look("run, over time");
  await page.press(VI.earlier);
  await look("dialog: when it began");
  await page.answer(VI.cancel);
  await page.press("Đếm ngược tới giờ hẹn");
  await look("dialog: count to a time");
  await page.answer(VI.cancel);
  await page.place("hoi-truong");
  await page.one(".hall__digits");
  await look("hall, over time");
  await speakers(page, look);
}

// Somebody speaks, another waits, a third has yielded; the hall is told something, and then goes dark.
async function speakers(page, look) {
  await page.place("dieu-hanh");
  await press(page, "add-speaker");
  for (const name of ["Lê Thị Thanh Hường", "Vũ Đình Khoát", "Nông Văn Dền"]) {
    await page.write(await page.one("#speaker-name"), name);
    await page.click("//form[contains(@class, 'addspeaker')]//button[@type='submit']");
    await page.says("#speakers", name);
  }
  await page.press("Nhường lượt: Nông Văn Dền");
  await page.press("Mời phát biểu: Lê Thị Thanh Hường");
  await page.one("#speakers [data-state=speaking]");
  await page.one("#call-speaker");
  await page.write(await page.one("#message"), "Xin kết luận");
  await page.press("Gửi");
  await page.one("#message-shown");
  await look("run, somebody speaks");
  await page.press("Ghi ý chính: Lê Thị Thanh Hường");
  await page.one("#point");
  await look("dialog: the point made");
  await page.answer(VI.cancel);
  await page.place("hoi-truong");
  await page.one("#hall-message");
  await look("hall, somebody speaks");
  await page.place("dieu-hanh");
  await press(page, "dark");
  await page.place("hoi-truong");
  await page.one(".hall[data-phase=dark]");
  await look("hall, dark");
  await page.place("dieu-hanh");
  await press(page, "dark");
  await page.place("ho-so/dien-bien");
  await page.one(".paper__bars");
  await look("paper: the course of the congress");
}

// A round at the tally desk, which is taken away again; and an open vote.
async function desk(page, look) {
  await openRound(page, 3, CELL.committee);
  await box(page, 4, 4);
  await page.write(await page.one("#paper-printed"), "7");
  await begin(page, "Mai Tuấn Vượng");
  await look("desk, nothing entered");
  await keyed(page, ["4", "3", "?", "4 n2"]);
  await look("desk, ballots entered");
  const line = await page.one("#ballot-line");
  await line.sendKeys("9");
  await look("desk, a slip");
  await line.sendKeys(Key.BACK_SPACE, "k");
  await page.one("#reason-keys");
  await look("desk, reasons");
  await page.press("Theo bó");
  await press(page, "bundle-add");
  await page.one(".bundle");
  await look("desk, bundles");
  await page.press("Bỏ bó này");
  await page.press("Ô năm nét");
  await page.one("#strokes");
  await look("desk, squares");
  await page.press("Ô năm nét đang ghi");
  await page.place("hoi-truong");
  await page.one("#hall-squares");
  await look("hall, squares");
  await page.place("kiem-phieu");
  await page.follow("Mở lần bầu này");
  await end(page);
  await look("desk, between the passes");
  await begin(page, "Lý Thị Yến");
  await keyed(page, ["4", "4", "?", "4 n2"]);
  await end(page);
  await page.one("#differences");
  await look("desk, what differs");
  await (await page.one(".differ .btn")).click();
  await page.one("#doubtful");
  await look("desk, doubtful ballots");
  await (await page.one("#doubtful .seg button")).click();
  await press(page, "close-count");
  await page.one("#result");
  await press(page, "reopen");
  await page.one("dialog[open]");
  await look("desk, to be opened again");
  await page.answer(VI.cancel);
  await page.press("Bỏ lần bầu mở nhầm");
  await page.answer("Bỏ lần bầu mở nhầm");
  await page.write(await page.one("#question"), "Bầu đoàn chủ tịch");
  await press(page, "open-vote");
  await page.one("#all-for");
  await look("hands, nothing counted");
  await press(page, "all-for");
  await page.one("#result");
  await look("hands, all for");
  await page.press("Bỏ biểu quyết mở nhầm");
  await page.answer("Bỏ biểu quyết mở nhầm");
}

async function count(page, look) {
  await page.place("kiem-phieu");
  await page.one(".setup");
  await look("count, setup");
  await page.setRound(3, CELL.committee);
  await page.press(VI.openRound);
  await page.one("#begin-pass");
  await look("count, who enters");
  await (await page.one("#type-totals")).click();
  await page.one(".sheet");
  await look("count, open sheet");
  await page.fillSheet(["17", "17", "17", "0", "18", ...CELL.votes.slice(1)]);
  await page.one("#findings");
  await look("count, findings");
  await page.write(await page.one("#votes-0-for"), CELL.votes[0]);
  await page.one("#result");
  await look("count, result");
  await page.press(VI.seal);
  await page.gone(".sheet");
  await look("count, sealed");
  await page.press("Kết quả");
  await page.place("hoi-truong");
  await page.one(".hres");
  await look("hall, result");
  await page.place("kiem-phieu");
  await page.one(".rounds");
  await look("count, next round");
  await page.setRound(1, CELL.committee.slice(0, 1));
  await page.press(VI.openRound);
  // One unmarked ballot among the valid ones asks for a reason.
  await page.fillSheet(["17", "17", "17", "0", "14", "2", "1"]);
  await page.one("#warnings");
  await look("count, a reason wanted");
  await page.write("Lý do", "Đoàn chủ tịch xác nhận với ban kiểm phiếu");
  await until("the seal", async () => (await page.button(VI.seal)).isEnabled());
  await look("count, a reason given");
}

async function papers(page, look) {
  await page.place("ho-so");
  await page.one(".papers");
  await look("documents");
  await page.follow("Biên bản kiểm phiếu: Bầu chi ủy, lần 1");
  await page.one(".paper");
  await look("counting minutes");
  for (const name of ["Phiếu bầu", "Phiếu kiểm đếm (ô năm nét)"]) {
    await page.place("ho-so");
    await page.follow(`${name}: Bầu chi ủy, lần 1`);
    await page.one(".paper");
    await look(`${name} on paper`);
  }
  await page.place("ho-so/danh-sach");
  await page.one(".paper");
  await look("roll on paper");
  await page.place("ho-so/chuong-trinh");
  await page.one(".paper");
  await look("programme on paper");
  for (const [path, name] of [["kich-ban", "script"], ["tinh-hinh-du", "attendance"], ["bien-ban", "minutes"], ["bao-cao", "report"],
    ["to-trinh", "submission"], ["nghi-quyet", "resolution"], ["tra-loi", "reply"], ["chuan-y", "ratification"],
    ["nhat-ky-kiem-phieu", "the board's log"]]) {
    await page.place(`ho-so/${path}`);
    await page.one(".paper");
    await look(`${name} on paper`);
  }
  await page.place("ho-so/ban-in-khoi-phuc");
  await page.one(".codes");
  await look("restore sheet");
  await page.place("ho-so/tinh-hinh-du");
  await press(page, "reword");
  await page.script("arguments[0].click()", (await page.all(".reword button"))[4]);
  await page.write(await page.one(".reword textarea"), "Không còn con số nào");
  await page.press("Dùng câu này");
  await page.one(".reword .bad:not(:empty)");
  await look("a sentence written over, its figure lost");
  await press(page, "reword");
  await page.place("ho-so/ke-hoach");
  await page.one(".wall");
  await look("plan for the wall");
  await page.place("ho-so/khanh-tiet");
  await page.one(".stage");
  await look("decoration on paper");
  await page.place("ho-so/de-cuong/political_report");
  await page.one(".paper");
  await look("an empty outline");
  await afterwards(page, look);
}

async function afterwards(page, look) {
  await page.place("sau-dai-hoi");
  await page.one(".parts");
  await look("afterwards, empty");
  await page.write(await page.one("#lesson-text"), "Đọc báo cáo tóm tắt, không đọc toàn văn");
  await press(page, "lesson-add");
  await page.one(".lessons li");
  await press(page, "template-look");
  await page.one("#template-text");
  await look("afterwards, with a lesson and the template");
  await page.place("ho-so/rut-kinh-nghiem");
  await page.one(".paper");
  await look("lessons on paper");
}

async function drafts(page, look) {
  await page.place("chuan-bi/van-kien");
  await page.one(".draft");
  await look("documents, none begun");
  await page.press("Báo cáo chính trị");
  await page.one(".draft--open .question");
  await page.write(await page.one("#opinion-text-political_report"), "Nêu rõ chỉ tiêu chưa đạt");
  await press(page, "opinion-add-political_report");
  await page.one(".opinions li");
  await page.write(await page.one("#paper-name"), CELL.boardHead);
  await press(page, "paper-add");
  await page.one(".prepared li");
  await look("documents, one open");
}

async function data(page, look) {
  await page.place("du-lieu");
  await page.one("#record-count");
  await look("data");
  const folder = await temporaryFolder("e2e-files-");
  try {
    await writeFile(join(folder, "bad.json"), "{");
    await page.import(join(folder, "bad.json"));
    await page.one("#import-error");
    await look("dialog: a bad file");
    await page.answer(VI.close);
    await writeFile(join(folder, "good.json"), await page.export());
    await page.import(join(folder, "good.json"));
    await page.button(VI.openThis);
    await look("dialog: a good file");
    await page.answer(VI.close);
  } finally {
    await remove(folder);
  }
  await page.press(VI.wipe);
  await page.one("dialog[open]");
  await look("dialog: a question");
  await page.answer(VI.cancel);
  await page.script("document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))");
  await page.one("dialog[open] .keysheet");
  await look("dialog: shortcuts");
  await page.answer(VI.close);
  await page.place("nhat-ky");
  await page.one(".log");
  await page.control("z");
  await page.one(".toast");
  await look("log, and a word at the foot");
}

async function lost(page, look) {
  const id = await page.congress();
  await page.visit("#/aaaaaaaa-000000000000/chuan-bi");
  await page.says("h1", "không có trong máy này");
  await look("a congress that is not here");
  await page.visit(`#/${id}/nowhere`);
  await page.says("h1", "Không có trang này");
  await look("no such place");
  // The founding record, and the snapshots that hold it too.
  const kept = (await page.keptOf(id)).filter(key => key.endsWith("/000001") || key.includes("snapshot"));
  for (const key of kept) await page.damage(key, "text => text.slice(0, -5)", true);
  await page.visit(`#/${id}/chuan-bi`);
  await page.says("h1", "không đọc được");
  await look("a congress that cannot be read");
}
