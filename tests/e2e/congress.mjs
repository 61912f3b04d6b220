// One whole congress, step by step: what a secretary, a chair and a counting board do with the app.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zeroOf } from "./clock.mjs";
import { downloaded } from "./engines.mjs";
import { pagesOf } from "./pdf.mjs";
import { CELL, EN, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const COMMITTEE = 3;

// Everything up to the archive; what is left is a congress of seventeen voters with three offices filled.
export async function wholeCongress(step, page, browser, folder) {
  await prepare(step, page);
  await run(step, page);
  await count(step, page);
  await print(step, page, browser);
  await turn(step, page);
  await archive(step, page, browser, folder);
}

// ---- Prepare ----

async function prepare(step, page) {
  await step("four answers found it, and the day chooses the rules", async () => {
    await page.visit();
    await page.ready();
    await page.found();
    await page.place("chuan-bi/thong-tin");
    const rules = await page.field("Quy chế bầu cử");
    assert.equal(await page.script("return arguments[0].selectedOptions[0].text", rules), VI.rules244);
  });

  await step("three tasks are ticked and counted", async () => {
    await page.place("chuan-bi");
    const settled = async () =>
      (await page.texts(".phase__n .num")).reduce((sum, text) => sum + Number(text.split("/")[0]), 0);
    // Some tick themselves: the default programme fits the time allowed.
    const before = await settled();
    for (const number of [1, 2, 3]) {
      await page.tick();
      await untilEqual(() => page.ticked(), number, "ticked tasks");
    }
    assert.equal((await settled()) - before, 3);
  });

  await step("a pasted roll with one excused member makes the base 17", async () => {
    await page.place("chuan-bi/dang-vien");
    await page.pasteRoll();
    await page.choose(`${VI.attendance}: ${CELL.excused}`, VI.excused);
    await page.press(VI.everybody);
    await untilEqual(() => page.text("[data-base]"), "17", "the base");
    await page.says(".sum__half", "từ 9 phiếu");
    const probationary = await page.texts("tr[data-attendance] .standing");
    assert.equal(probationary.filter(text => text === "dự bị").length, 1);
  });

  await step("the counting board is named", async () => {
    await page.place("chuan-bi/thong-tin");
    await page.nameBoard();
    await page.write("Đại hội lần thứ", CELL.ordinal);
    await page.says(".bar__name", `Đại hội lần thứ ${CELL.ordinal} · ${CELL.date}`);
  });
}

// ---- Run ----

const PLACES = [VI.prepare, VI.run, VI.count, VI.more];
const TABS = [VI.roll, VI.programme, VI.particulars];

async function run(step, page) {
  let desk;
  let hall;

  await step("every place is one press or one key away", async () => {
    for (const name of PLACES) {
      await page.follow(name);
      await untilEqual(() => page.text(".places [aria-current=page]"), name, "the place");
    }
    await page.follow(VI.prepare);
    for (const name of TABS) {
      await page.follow(name);
      await untilEqual(() => page.text(".sub [aria-current=page]"), name, "the tab");
    }
    for (const [index, name] of PLACES.entries()) {
      await page.driver.actions().sendKeys(String(index + 1)).perform();
      await untilEqual(() => page.text(".places [aria-current=page]"), name, "the place");
    }
  });

  await step("the first item is cut to two minutes, and begun", async () => {
    await page.place("chuan-bi/chuong-trinh");
    await page.write((await page.all(".plan .field--num"))[0], "2");
    await page.place("dieu-hanh");
    await page.beginCongress();
    await untilEqual(() => page.script("return document.querySelector('.now')?.dataset.phase"), "run", "the phase");
    await page.says("#clock", "01:5");
  });

  await step("it passes its last minute into overtime", async () => {
    await page.beganEarlier();
    await untilEqual(() => page.script("return document.querySelector('.now').dataset.phase"), "last", "the phase");
    await page.beganEarlier();
    await untilEqual(() => page.script("return document.querySelector('.now').dataset.phase"), "over", "the phase");
    await page.says("#clock", "+00:");
    await page.says(".now .state", "Quá giờ");
  });

  await step("the hall screen in a second window shows the same clock", async () => {
    desk = await page.driver.getWindowHandle();
    // Before the second window opens: a window out of sight is given few ticks.
    const console = await zeroOf(page, "#clock");
    await page.follow(VI.hall);
    hall = await until("the second window", async () =>
      (await page.driver.getAllWindowHandles()).find(handle => handle !== desk));
    await page.driver.switchTo().window(hall);
    await page.ready();
    await page.one(".hall__digits");
    const screen = await zeroOf(page, ".hall__digits");
    assert.ok(Math.abs(console - screen) <= 1000, `the clocks differ by ${console - screen} ms`);
    assert.equal(await page.script("return document.querySelector('.hall').dataset.phase"), "over");
  });

  await step("the hall screen follows to the next item", async () => {
    await page.driver.switchTo().window(desk);
    await page.press(VI.next);
    await until("the next item", async () =>
      (await page.script("return document.querySelector('.now').dataset.phase")) === "run");
    const item = await page.text(".now__who");
    await page.driver.switchTo().window(hall);
    await page.says(".hall__who", item, 2000);
    await page.driver.close();
    await page.driver.switchTo().window(desk);
  });

  await step("after a reload the clock goes on as if nothing had been", async () => {
    const before = await zeroOf(page, "#clock");
    await page.driver.navigate().refresh();
    await page.ready();
    await page.one("#clock");
    const after = await zeroOf(page, "#clock");
    assert.ok(Math.abs(after - before) <= 2000, `the clock moved by ${after - before} ms`);
    await page.writer();
  });
}

// ---- Count ----

export async function count(step, page) {
  await step("a committee of 3 from 4 names; wrong figures are told and not sealed", async () => {
    await page.place("kiem-phieu");
    await page.setRound(COMMITTEE, CELL.committee);
    await page.press(VI.openRound);
    const [first, ...others] = CELL.votes;
    await page.fillSheet(["17", "17", "17", "0", "18", ...others]);
    await page.says("#findings", "18 phiếu, nhiều hơn 17 phiếu hợp lệ");
    await page.says("h1", "Số liệu chưa khớp");
    assert.equal((await page.all(".votes tr[data-wrong] #votes-0-for")).length, 1);
    assert.equal((await page.all("[data-wrong]")).length, 1);
    assert.equal(await (await page.button(VI.seal)).isEnabled(), false);
    assert.equal((await page.all("#result")).length, 0);
    await page.write(await page.one("#votes-0-for"), first);
    await page.gone("#findings");
  });

  await step("the result, its shares of the base, and the seal", async () => {
    await untilEqual(() => results(page), [
      [CELL.committee[0], "15", "88,24%", "elected"],
      [CELL.committee[1], "13", "76,47%", "elected"],
      [CELL.committee[2], "11", "64,71%", "elected"],
      [CELL.committee[3], "9", "52,94%", "alternate"],
    ], "the result");
    await page.press(VI.seal);
    await page.says("h1", "Đã niêm phong: 3 người trúng cử");
    assert.equal((await page.all(".sheet")).length, 0);
  });

  await step("undo does not lift the seal by itself", async () => {
    await page.control("z");
    await page.says(".toast:not(#offer)", "Việc vừa làm là niêm phong");
    await page.press(VI.close);
    await page.gone(".toast:not(#offer)");
    assert.match(await page.heading(), /^Đã niêm phong/);
  });

  for (const [office, name] of [["bí thư", CELL.committee[0]], ["phó bí thư", CELL.committee[1]]]) {
    await step(`the ${office}, from the committee alone, by agreement`, async () => {
      await page.follow(VI.nextRound);
      await page.says("h1", `Bầu ${office}, lần 1`);
      const names = await page.texts(".names li label");
      assert.ok(names.every(listed => CELL.committee.slice(0, 3).includes(listed)), String(names));
      await page.setRound(1, [name]);
      await page.press(VI.openRound);
      await page.fillSheet(["17", "17", "17", "0", "16", "1", "0"]);
      await untilEqual(() => results(page), [[name, "16", "94,12%", "elected"]], "the result");
      await page.press(VI.seal);
      await page.says("h1", "Đã niêm phong: 1 người trúng cử");
    });
  }

  await step("then every office is filled", async () => {
    await page.follow(VI.nextRound);
    await page.says("h1", "Đã bầu đủ các chức danh");
    assert.equal((await page.texts(".rounds li")).filter(text => text.includes("Đã niêm phong")).length, 3);
  });
}

const results = page => page.script(
  `const text = (row, selector) => row.querySelector(selector).textContent.trim();
   return [...document.querySelectorAll("#result tbody tr")].map(row =>
     [text(row, ".who"), text(row, ".votes"), text(row, ".share"), row.dataset.verdict]);`,
);

// ---- Papers ----

async function print(step, page, browser) {
  await step("the counting minutes say names, base, threshold and shares", async () => {
    await page.place("ho-so");
    await page.follow("Biên bản kiểm phiếu: Bầu chi ủy, lần 1");
    const text = await until("the paper", () => page.text(".paper"));
    for (const part of [
      "ĐẢNG CỘNG SẢN VIỆT NAM", "BIÊN BẢN KIỂM PHIẾU", `Đại hội ${CELL.organisation}, lần thứ ${CELL.ordinal}`,
      "Quyết định 244-QĐ/TW", "ngày 26 tháng 5 năm 2022", CELL.boardHead, `${VI.excused}: 1 (${CELL.excused})`,
      "= Mẫu số để tính kết quả: 17; quá một nửa là từ 9 phiếu", "Có mặt khi bầu: 17; vắng mặt khi bầu: 1",
      `1. Đồng chí ${CELL.committee[0]}: 15/17 phiếu, đạt 88,24%`,
      `3. Đồng chí ${CELL.committee[2]}: 11/17 phiếu, đạt 64,71%`,
    ]) assert.ok(text.includes(part), `the minutes lack “${part}”:\n${text}`);
    assert.ok(!text.includes("DỰ THẢO"));
  });

  await step("one press prints", async () => {
    await page.script("window.printed = 0; window.print = () => { window.printed += 1; };");
    await page.press(VI.print);
    await untilEqual(() => page.script("return window.printed"), 1, "calls of print");
    if (browser.engine !== "chromium") return;
    const { data } = await page.driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
    const sheets = pagesOf(Buffer.from(data, "base64"));
    // The annex has a page of its own.
    assert.ok(sheets.length === 2 || sheets.length === 3, `${sheets.length} pages`);
    for (const [width, height] of sheets) {
      assert.ok(Math.abs(width - 595) <= 2 && Math.abs(height - 842) <= 2, `${width} × ${height} points is not A4`);
    }
  });
}

// ---- Language and undo ----

async function turn(step, page) {
  await step("English and back", async () => {
    await page.place("du-lieu");
    await page.press("English");
    await page.link(EN.prepare);
    assert.equal(await page.script("return document.documentElement.lang"), "en");
    await page.press("Tiếng Việt");
    await page.link(VI.prepare);
    assert.equal(await page.script("return document.documentElement.lang"), "vi");
  });

  await step("a tick is taken back", async () => {
    await page.place("chuan-bi");
    await page.one(".task");
    const before = await page.ticked();
    await page.tick();
    await untilEqual(() => page.ticked(), before + 1, "ticked tasks");
    await page.control("z");
    await page.says(".toast", VI.undone);
    await untilEqual(() => page.ticked(), before, "ticked tasks");
  });
}

// ---- Out and in again ----

async function archive(step, page, browser, folder) {
  const file = join(folder, "sao-luu.json");
  let exported;

  await step("exported, and in the download folder where the engine has one", async () => {
    exported = await page.export();
    assert.equal(JSON.parse(exported).format, "so-tay-dai-hoi");
    await writeFile(file, exported);
    if (browser.engine === "webkit") return;
    const [saved] = await until("the download", async () => {
      const files = await downloaded(browser.downloads);
      return files.length > 0 && files;
    });
    assert.match(saved, /so-tay-dai-hoi_2022-05-26_.*_[0-9a-f]{8}\.json$/);
    assert.equal(await readFile(saved, "utf8"), exported);
  });

  await step("wiped: this device knows nothing of it any more", async () => {
    await wipe(page);
  });

  await step("brought back from the file, it is the same byte for byte", async () => {
    await bringBack(page, file);
    assert.equal(await page.export(), exported);
  });
}

export async function wipe(page) {
  const id = await page.congress();
  await page.wipe();
  assert.equal((await page.all(".here")).length, 0);
  assert.deepEqual(await page.keptOf(id), []);
}

export async function bringBack(page, file) {
  await page.visit();
  await page.ready();
  await page.import(file);
  await page.says("dialog[open]", `${CELL.organisation}, đại hội ngày ${CELL.date}`);
  await page.press(VI.openThis);
  await page.one(".task");
  await page.writer();
}
