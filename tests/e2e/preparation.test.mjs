// The first note's own case, prepared, run and reported: a treasury cell with its congress on 26 May 2022 and the
// superior's deadline on 28 June. Chromium, because the day of the browser is steered.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { count } from "./congress.mjs";
import { press } from "./desk.mjs";
import { downloaded } from "./engines.mjs";
import { pagesOf } from "./pdf.mjs";
import { chromium, dueOf, duesShown, found, onDay, put, TASKS, told } from "./plan.mjs";
import { steps } from "./steps.mjs";
import { CELL, ROLL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const markOf = async (page, id) => (await page.script(
  "return document.querySelector(`[id=\"task-${arguments[0]}\"] .mark`)?.dataset.mark", id,
)) ?? "nowhere";

const isDone = (page, id) => untilEqual(() => markOf(page, id), "m-done", `the mark of ${id}`);

async function records(page) {
  return JSON.parse(await page.export()).records.map(record => record.c);
}

chromium("the congress of the first note, prepared, run and reported", async context => {
  const { t, page, cdp, browser } = context;
  const step = steps(t);
  await onDay(cdp, "2022-04-20T08:00:00+07:00");
  await cdp("Emulation.setTimezoneOverride", { timezoneId: "Asia/Ho_Chi_Minh" });

  await step("one date makes a plan; its dates are those counted here", async () => {
    await found(page);
    await page.choose(await page.one("#group-by"), "giai đoạn");
    await untilEqual(() => duesShown(page), Object.fromEntries(TASKS.map(task => [task.id, dueOf(task)])), "the dates");
    assert.equal(dueOf(TASKS.find(task => task.id === "P7_sau_dai_hoi-06")), "6/6");
    assert.equal(dueOf(TASKS.find(task => task.id === "P7_sau_dai_hoi-07")), "27/6");
    await page.says(".eyebrow", "còn 36 ngày");
    await page.choose(await page.one("#group-by"), "việc gấp");
    const late = TASKS.filter(task => task.offset_days < -36).length;
    const days = (await page.texts("li.task[data-late=true] .task__d b")).map(told => Number(told.match(/\d+/)[0]));
    assert.deepEqual(days, days.toSorted((one, other) => other - one), "the latest first");
    await told(page);
    await page.says("#plan-sum", `quá hạn ${late}`);
  });

  await roll(step, page);
  await documents(step, page);
  await tasks(step, page, context);
  await theDay(step, page, context);
  await count(step, page);
  await close(step, page);
  await afterwards(step, page, browser);

  await step("nothing was passed by anybody's word", async () => {
    const passed = (await records(page)).filter(change => change.preparation?.gate_passed);
    assert.deepEqual(passed, []);
  });
});

async function roll(step, page) {
  await step("the roll comes from a table; what is wrong in it is named by its line", async () => {
    await page.place("chuan-bi/dang-vien");
    const area = await page.one("#paste-list");
    const rows = ROLL.map((name, at) => {
      const [bare, remark] = name.replace(")", "").split(" (");
      return `${at + 1}\t${bare}\t1/1/19${60 + at}\t${remark ?? ""}`;
    });
    await put(page, area, ["STT\tHọ và tên\tNgày sinh\tGhi chú", ...rows, `20\t${CELL.boardHead}\t\t`].join("\n"));
    await page.says("#paste-faults", `Dòng 21: “${CELL.boardHead}” đã có ở dòng 15.`);
    await page.press(VI.addToRoll);
    await untilEqual(async () => (await page.all("table.roll tbody tr")).length, ROLL.length, "the roll");
    assert.ok(!(await page.export()).includes("1/1/19"), "birth dates are not kept");
    await page.place("chuan-bi");
    await isDone(page, "P1_khoi_dong-06");
  });

  await step("one more than expected, and the item unticks", async () => {
    await page.place("chuan-bi/dang-vien");
    await page.press(VI.paste);
    await put(page, await page.one("dialog[open] textarea"), "Người Thừa");
    await page.press(VI.addToRoll);
    await page.place("chuan-bi");
    await untilEqual(() => markOf(page, "P1_khoi_dong-06"), "m-late", "the mark");
    await page.control("z");
    await isDone(page, "P1_khoi_dong-06");
  });
}

async function documents(step, page) {
  const toState = name => page.click(`//li[contains(@class,'draft--open')]//button[normalize-space(.)='${name}']`);
  const openDraft = title => page.click(`//li[contains(@class,'draft')]//button[normalize-space(.)='${title}']`);

  await step("the personnel scheme is not approved before its documents without a reason", async () => {
    await page.place("chuan-bi/van-kien");
    await openDraft("Đề án nhân sự");
    await toState("Đã duyệt");
    await page.says(".why .notice", "Văn kiện chưa được duyệt hết");
    await untilEqual(() => page.text(".draft--open .task__m"), "Chưa soạn", "its state");
  });

  await step("an opinion without an answer keeps the item open", async () => {
    await openDraft("Báo cáo chính trị");
    await page.choose(await page.one("#opinion-section-political_report"), "Hạn chế, khuyết điểm");
    await page.write(await page.one("#opinion-by-political_report"), "Vũ Đình Khoát");
    await page.write(await page.one("#opinion-text-political_report"), "Đánh giá chưa đầy đủ, thiếu khách quan");
    await press(page, "opinion-add-political_report");
    await page.says(".opinions li", "Vũ Đình Khoát · Hạn chế, khuyết điểm");
    for (const title of ["Báo cáo chính trị", "Báo cáo kiểm điểm của cấp ủy", "Dự thảo nghị quyết", "Chương trình hành động"]) {
      if (title !== "Báo cáo chính trị") await openDraft(title);
      for (const state of ["Chi bộ đã góp ý", "Đã gửi cấp trên", "Có ý kiến cấp trên", "Đã chỉnh sửa", "Đã duyệt"]) {
        await toState(state);
      }
      await page.says(".draft--open .task__m", "Đã duyệt · 20/4/2022");
    }
    await page.place("chuan-bi");
    await isDone(page, "P2_van_kien-10");
    await untilEqual(() => markOf(page, "P2_van_kien-07"), "m-todo", "the mark of the discussion");
    await page.place("chuan-bi/van-kien");
    await openDraft("Báo cáo chính trị");
    await page.click("//button[normalize-space(.)='Giải trình']");
    await page.says(".toast", "Ô này không được để trống");
    await page.write(await page.one(".opinions .field"), "Đã bổ sung từng chỉ tiêu");
    await page.click("//button[normalize-space(.)='Tiếp thu']");
    await page.says(".opinions [data-accepted=yes]", "đã tiếp thu: Đã bổ sung từng chỉ tiêu");
    await page.place("chuan-bi");
    await isDone(page, "P2_van_kien-07");
  });

  await step("then the scheme is approved, and a speaker is found and prepared", async () => {
    await page.place("chuan-bi/van-kien");
    await openDraft("Đề án nhân sự");
    await toState("Đã duyệt");
    await page.says(".draft--open .task__m", "Đã duyệt");
    await page.says(".lead", "1 trên 19");
    await page.write(await page.one("#paper-name"), "Phạm Hữu Nghĩa");
    await page.write(await page.one("#paper-subject"), "Chuyển đổi số ở Kho bạc");
    await press(page, "paper-add");
    await page.one(".prepared li");
    await page.place("chuan-bi");
    await isDone(page, "P2_van_kien-12");
    assert.notEqual(await markOf(page, "P2_van_kien-13"), "m-done");
    await page.place("chuan-bi/van-kien");
    await (await page.one(".prepared input")).click();
    await page.place("chuan-bi");
    await isDone(page, "P2_van_kien-13");
    await told(page);
    await page.says("#superior-line", "đã duyệt nhân sự");
  });
}

async function tasks(step, page, { cdp, folder }) {
  await step("a search without accents, tasks of one's own, many marked at once, undo", async () => {
    await put(page, await page.one("#find-task"), "khanh tiet");
    await page.says(".lead", "Không có việc nào khớp");
    await put(page, await page.one("#find-task"), "mat ket trang tri".replace("mat", "ma"));
    await page.says(".lead", "Không có việc nào khớp");
    await put(page, await page.one("#find-task"), "thiet ke, duyet ma-ket");
    await untilEqual(async () => (await page.all("li.task")).length, 1, "the tasks found");
    await put(page, await page.one("#find-task"), "");
    await press(page, "add-tasks");
    await page.choose(await page.one("#add-phase"), "V. Hậu cần");
    await put(page, await page.one("#new-tasks"), "Mượn loa\tLương Thế Kỷ\t24/5/2022\nĐặt hoa");
    await press(page, "add-tasks-do");
    await put(page, await page.one("#find-task"), "muon loa");
    await page.says("li.task .task__d", "24/5");
    await put(page, await page.one("#find-task"), "giay moi");
    await untilEqual(async () => (await page.all("li.task")).length, 1, "the tasks found");
    await press(page, "choose-tasks");
    await press(page, "choose-all");
    await page.says(".bulk p", "Đã chọn 1 việc");
    await page.click("//div[contains(@class,'bulk')]//button[normalize-space(.)='Xong']");
    await isDone(page, "P5_hau_can-02");
    await page.control("z");
    await untilEqual(() => markOf(page, "P5_hau_can-02"), "m-todo", "the mark");
    await put(page, await page.one("#find-task"), "");
  });

  await step("the superior's guide can come only on 30 May: what would be late is said first", async () => {
    await page.place("chuan-bi/thong-tin");
    await page.write("Ngày đại hội", "30/5/2022");
    await page.says("#move-asked", "Vượt hạn của cấp trên");
    await page.says("#move-asked", "Cấp trên chuẩn y");
    await page.press(VI.cancel);
    await page.gone("#move-asked");
    await page.place("chuan-bi");
    await page.says(".bar__name", CELL.date);
  });

  await step("one page for the wall, and the calendar", async () => {
    await page.place("ho-so/ke-hoach");
    await page.one(".wall");
    const { data } = await cdp("Page.printToPDF", { preferCSSPageSize: true });
    await writeFile(join(folder, "ke-hoach.pdf"), Buffer.from(data, "base64"));
    assert.equal(pagesOf(Buffer.from(data, "base64")).length, 1, "pages of the plan");
    await page.place("chuan-bi");
    await page.script(`
      window.saved = []; const make = URL.createObjectURL;
      URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return make.call(URL, blob); };`);
    await press(page, "calendar");
    const text = await until("the calendar", () => page.script("return window.saved[0]"));
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.ok(text.includes("DTSTART;VALUE=DATE:20220606"), "the report's day");
    assert.equal(text.match(/BEGIN:VALARM/g).length, text.match(/BEGIN:VEVENT/g).length);
  });
}

async function theDay(step, page, { cdp, browser }) {
  await step("particulars: the board, the rules, the ballots", async () => {
    await page.place("chuan-bi/thong-tin");
    await page.nameBoard();
    await page.write("Đại hội lần thứ", CELL.ordinal);
    await page.write("Nhiệm kỳ", "2022–2025");
    await page.write(await page.one("#rules-confirmed"), CELL.boardHead);
    for (const place of [0, 1, 2]) await page.write(await page.one(`#printed-${place}`), "22");
    await page.place("chuan-bi");
    await isDone(page, "P5_hau_can-08");
    await page.place("ho-so/khanh-tiet");
    await untilEqual(() => page.texts(".stage__title p"),
      ["CHI BỘ KHO BẠC", "ĐẠI HỘI LẦN THỨ XI", "Nhiệm kỳ 2022–2025"], "the backdrop");
    assert.equal((await page.all(".slogans .notice")).length, 0);
  });

  await step("before anybody is there the congress does not open", async () => {
    await page.place("dieu-hanh");
    await page.press(VI.begin);
    await page.says(".toast[data-refused]", "Trước khi khai mạc");
    assert.match(await page.text(".toast[data-refused]"), /còn 3 điều chưa có/);
    assert.equal((await page.all("#clock")).length, 0);
    // What was refused here is not told elsewhere.
    await page.place("kiem-phieu");
    await page.gone(".toast[data-refused]");
  });

  await step("a rehearsal and a backup are facts", async () => {
    const real = await page.congress();
    await page.place("kiem-phieu");
    await press(page, "rehearse");
    await until("the rehearsal", async () => (await page.congress()) !== real);
    await page.writer();
    await page.place("dieu-hanh");
    await page.press(VI.begin);
    await page.one("#clock");
    await page.script("location.hash = arguments[0]", `#/${real}/dieu-hanh`);
    await until("the real congress", async () => (await page.congress()) === real);
    await page.writer();
    const open = "#gate-opening li[data-state=open]";
    await until("the rehearsal to be seen", async () => !(await page.texts(open)).some(text => text.includes("diễn tập")));
    await page.place("du-lieu");
    await page.press(VI.download);
    await until("the download", async () => (await downloaded(browser.downloads)).length > 0);
    await page.place("dieu-hanh");
    await untilEqual(() => page.texts(open), ["Đã điểm danh đủ", "Có mặt đủ hai phần ba"], "what is missing");
  });

  await step("attendance by a few letters and Enter; then every condition holds", async () => {
    await page.place("chuan-bi/dang-vien");
    const search = await page.one("#find-person");
    await search.sendKeys("bich ngoc", Key.ENTER);
    await until("her mark", async () => (await page.all("tr[data-attendance=here]")).length === 1);
    await page.says("tr[data-attendance=here]", "Nguyễn Thị Bích Ngọc");
    await page.choose(`${VI.attendance}: ${CELL.excused}`, VI.excused);
    await page.press(VI.everybody);
    await untilEqual(() => page.text("[data-base]"), "17", "the base");
    await page.place("dieu-hanh");
    await page.says("#gate-opening", "Đã đủ điều kiện.");
    await page.press(VI.begin);
    await page.one("#clock");
    assert.equal((await page.all("#gate-opening")).length, 0);
  });

  await step("somebody who comes later is late, and whoever leaves has a time", async () => {
    const name = "Hoàng Đức Thịnh";
    await page.place("chuan-bi/dang-vien");
    const row = `//tr[.//button[normalize-space(.)='${name}']]`;
    // The first item is the roll call itself: whoever is marked then is not late. Behind it the congress has opened.
    const later = async () => {
      await page.choose(`${VI.attendance}: ${name}`, "Chưa điểm danh");
      await page.click(`${row}//button[contains(@class,'mark')]`);
      await page.visible(`${row}[@data-attendance='here']`);
    };
    await later();
    assert.equal((await page.texts("tr")).some(text => text.includes("đến muộn")), false);
    await page.place("dieu-hanh");
    const before = await page.heading();
    await (await page.one(".opening__do button:not(#call-speaker)")).click();
    await until("the opening item", async () => await page.heading() !== before);
    await page.place("chuan-bi/dang-vien");
    await later();
    await page.says("tr", "đến muộn 08:");
    await page.choose(`${VI.attendance}: ${name}`, "Dự một phần, nay vắng");
    await page.says("tr", "về 08:");
    await page.click(`${row}//button[contains(@class,'mark')]`);
    await untilEqual(() => page.text("[data-base]"), "17", "the base");
  });
  void cdp;
}

async function close(step, page) {
  await step("the report is not sent before the congress is closed", async () => {
    await page.place("chuan-bi");
    await put(page, await page.one("#find-task"), "hồ sơ đề nghị chuẩn y");
    const mark = async () => page.click("//li[contains(@id,'P7_sau_dai_hoi-06')]//button[contains(@class,'mark')]");
    await mark();
    await page.says(".toast", "Trước khi gửi báo cáo: còn");
    assert.notEqual(await markOf(page, "P7_sau_dai_hoi-06"), "m-done");
    await page.place("dieu-hanh");
    // Whoever waits to speak does not stand in the way of the next item.
    for (let item = 0; item < 60 && !(await page.text(".opening__do")).includes("Bế mạc"); item += 1) {
      const before = await page.heading();
      await (await page.one(".opening__do button:not(#call-speaker)")).click();
      await until("the next item", async () => (await page.heading()) !== before);
    }
    await page.press("Bế mạc, dừng đồng hồ");
    await page.answer("Bế mạc, dừng đồng hồ");
    await page.one("#time-report");
    await page.place("du-lieu");
    await page.press(VI.download);
    await page.place("sau-dai-hoi");
    await page.says("#gate-report", "Đã đủ điều kiện.");
    await page.place("chuan-bi");
    await put(page, await page.one("#find-task"), "hồ sơ đề nghị chuẩn y");
    await mark();
    await isDone(page, "P7_sau_dai_hoi-06");
    await told(page);
    await page.says("#superior-line", "đã báo cáo");
  });
}

async function afterwards(step, page, browser) {
  await step("lessons, the dossier, and a template without anybody's name", async () => {
    await page.place("sau-dai-hoi");
    // The report is sent; what is still awaited is told with its day.
    await page.says("h1", "Báo cáo đã gửi. Ghi rút kinh nghiệm khi còn nhớ.");
    await page.says(".eyebrow", "thứ Hai 27/6");
    assert.ok(!(await page.text(".eyebrow")).includes("6/6 "));
    await page.choose(await page.one("#lesson-area"), "Bầu cử, kiểm phiếu");
    await page.write(await page.one("#lesson-text"), `Đ/c ${CELL.committee[0]} tính kết quả sai mẫu số; anh Khoát đếm lại`);
    await press(page, "lesson-add");
    await page.says(".lessons li", CELL.committee[0]);
    await page.says("h1", "Báo cáo đã gửi, rút kinh nghiệm đã ghi: lưu hồ sơ cho đủ.");
    const there = () => page.texts(".parts li[data-there=true]");
    await until("the election records", async () => (await there()).some(part => part.includes("Biên bản bầu cử")));
    await page.click("//label[normalize-space(.)='Tờ trình đề nghị chuẩn y']//input");
    await until("the submission", async () => (await there()).some(part => part.includes("Tờ trình")));
    await press(page, "template-look");
    const text = await until("the template", () => page.text("#template-text"));
    for (const name of ROLL.map(name => name.replace(" (dự bị)", ""))) {
      assert.ok(!text.includes(name), `${name} stands in the template`);
    }
    assert.ok(text.includes("(tên) tính kết quả sai mẫu số") && text.includes("anh (tên) đếm lại"), "the lesson is there");
    assert.ok(text.includes("Mượn loa") && !text.includes("Lương Thế Kỷ"));
    await page.place("ho-so/rut-kinh-nghiem");
    await page.says(".paper", "Bầu cử, kiểm phiếu");
  });

  await step("another cell starts from the template", async () => {
    await page.place("sau-dai-hoi");
    const before = (await downloaded(browser.downloads)).length;
    await press(page, "template-save");
    const files = await until("the file", async () => {
      const files = await downloaded(browser.downloads);
      return files.length > before && files;
    });
    const file = await until("the template", async () => {
      for (const file of files) if ((await readFile(file, "utf8")).includes("so-tay-dai-hoi-mau")) return file;
      return null;
    });
    // At the start it is known for what it is.
    await page.visit();
    await page.import(file);
    await page.says("#import-error", "Lập sổ tay trước");
    await page.answer(VI.close);
    await found(page);
    await (await page.one("#template-file")).sendKeys(file);
    await page.says("#lessons-of-others", "(tên) tính kết quả sai mẫu số");
    await put(page, await page.one("#find-task"), "muon loa");
    await page.says("li.task .task__d", "24/5");
    await untilEqual(() => page.text("li.task .task__m"), "", "nobody's name");
  });
}
