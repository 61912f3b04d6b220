// The agenda's clock in a browser: hidden and visible for long, in two windows, through jumps of the machine's clock; and
// everything about it by the keyboard alone. Chromium, because time is steered by its protocol.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { counted, seconds, zeroOf } from "./clock.mjs";
import { press, ready } from "./desk.mjs";
import { ENGINES, OLD, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { VI } from "./texts.mjs";
import { sleep, until, untilEqual } from "./wait.mjs";

const AGENDA = JSON.parse(await readFile(new URL("../data/agenda-45-items.json", import.meta.url), "utf8"));
const MINUTE = 60_000;

const chromium = (name, body) => test(name, { skip: !ENGINES.includes("chromium") }, async t => {
  const server = await serve();
  const browser = await open("chromium");
  try {
    const page = new Page(browser.driver, server.url);
    const cdp = (method, params = {}) => browser.driver.sendAndGetDevToolsCommand(method, params);
    await body(page, cdp, t);
  } finally {
    await browser.quit();
    await server.end();
  }
});

// Both clocks of a page go on as they are, and can be moved: `warp` moves both, as time that passes; `set` the wall
// clock alone, as somebody who sets it.
const STEERED = `
  const [now, steady] = [Date.now.bind(Date), performance.now.bind(performance)];
  window.warped = Number(sessionStorage.getItem("warped") ?? 0);
  window.setBy = Number(sessionStorage.getItem("setBy") ?? 0);
  Date.now = () => now() + window.warped + window.setBy;
  performance.now = () => steady() + window.warped;
  window.warp = by => sessionStorage.setItem("warped", window.warped += by);
  window.setClock = by => sessionStorage.setItem("setBy", window.setBy += by);
`;

async function steered(page, cdp) {
  await cdp("Page.enable");
  await cdp("Page.addScriptToEvaluateOnNewDocument", { source: STEERED });
}

const warp = (page, by) => page.script("warp(arguments[0])", by);
const shown = async page => seconds(await page.text("#clock"));

// What the clock shows once it has looked again, and when that was by the time of the test, which nobody sets.
async function settled(page) {
  await sleep(600);
  const asked = Date.now();
  return { left: await shown(page), asked, told: Date.now() };
}

// An agenda of a few items, as it would be pasted.
async function agenda(page, rows) {
  await page.place("chuan-bi/chuong-trinh");
  await page.press("Dán từ bảng");
  const text = rows.map(row => row.join("\t")).join("\n");
  await page.script(
    "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
    await page.one("#paste-agenda"), text,
  );
  await page.says("#paste-agenda-found", `Nhận ra ${rows.length} nội dung`);
  await page.answer("Thay chương trình");
  await until("the rows", async () => (await page.all(".plan .field--num")).length === rows.length);
}

async function founded(page) {
  await page.visit();
  await page.ready();
  await ready(page);
}

// The digits of the hall screen fit, and are at least an eighth of its height.
async function legible(page, cdp) {
  await page.one(".hall__digits");
  for (const [width, height] of [[1024, 768], [1366, 768], [1920, 1080]]) {
    await cdp("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    const [share, ...fits] = await page.script(`
      const digits = document.querySelector(".hall__digits");
      const canvas = document.createElement("canvas").getContext("2d");
      const style = getComputedStyle(digits);
      canvas.font = style.fontWeight + " " + style.fontSize + " " + style.fontFamily;
      const phase = document.querySelector(".hall__phase").getBoundingClientRect();
      const box = digits.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(digits);
      const text = range.getBoundingClientRect();
      return [canvas.measureText("0").actualBoundingBoxAscent / innerHeight, text.right <= innerWidth,
        phase.right <= innerWidth, range.getClientRects().length === 1, text.right <= phase.left + 1 || box.bottom <= phase.top + 2];`);
    assert.ok(share >= 1 / 8, `${width}×${height}: ${share} of the height`);
    assert.deepEqual(fits, [true, true, true, true], `${width}×${height}`);
  }
  await cdp("Emulation.clearDeviceMetricsOverride");
}

const hour = at => new Date(at).toTimeString().slice(0, 5);

chromium("ten minutes out of sight, and an hour in sight", async (page, cdp, t) => {
  await founded(page);
  await agenda(page, [[hour(Date.now()), "Thảo luận", "90 phút"], ["", "Bế mạc", "5 phút"]]);
  await page.place("dieu-hanh");
  await page.beginCongress();
  await page.one("#clock");
  const advance = async budget => {
    const before = await page.script("return Date.now()");
    await cdp("Emulation.setVirtualTimePolicy", { policy: "advance", budget, maxVirtualTimeTaskStarvationCount: 1_000 });
    await until("the time to pass", async () => (await page.script("return Date.now()")) - before >= budget, 120_000);
  };
  // Every change of the digits with the instant at which it came; what else changes; what is stored.
  await page.script(`
    window.changes = [];
    window.others = [];
    window.stored = 0;
    new MutationObserver(records => {
      const texts = records.filter(record => record.type === "characterData" || record.type === "childList");
      const digits = texts.filter(record => document.getElementById("clock").contains(record.target));
      if (digits.length > 0) changes.push([Date.now(), document.getElementById("clock").textContent.trim(), texts.length]);
      else others.push(...texts.map(record => record.target.textContent));
    }).observe(document.body, { characterData: true, childList: true, subtree: true });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) { stored += 1; return put.apply(this, values); };
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...values) { stored += 1; return set.apply(this, values); };
  `);
  await t.test("an hour in sight is right within 100 ms, one text a tick, nothing stored", async () => {
    await advance(60 * MINUTE);
    const { changes, others, stored } = await page.script("return { changes, others, stored }");
    assert.ok(changes.length >= 3_590, `${changes.length} ticks in an hour`);
    // Each change tells when the clock stands at zero: always the same instant.
    const zeros = changes.map(([at, digits]) => at + seconds(digits) * 1000);
    const spread = Math.max(...zeros) - Math.min(...zeros);
    t.diagnostic(`${changes.length} ticks, the zero moved by at most ${spread} ms, ${others.length} other texts, ${stored} stored`);
    assert.ok(spread <= 100, `${spread} ms`);
    const steps = changes.slice(1).map(([, digits], at) => seconds(changes[at][1]) - seconds(digits));
    assert.deepEqual(steps.filter(step => step !== 1), [], "every second is shown once");
    // At a full minute of the item the minutes used change too; at a full minute of the day its time does, which is in
    // the same tick when the item began on a full second.
    const due = ([at, digits]) => 1 + Number(digits.endsWith(":00")) + Number(at % MINUTE < 1000);
    const more = changes.filter(change => change[2] > due(change));
    assert.deepEqual(more, [], "ticks with more texts than are due");
    assert.equal(stored, 0);
  });
  // The old Chromium of the packages has no windows that could be minimised.
  await t.test("ten minutes out of sight are right within a second", { skip: !!OLD }, async () => {
    await cdp("Emulation.setVirtualTimePolicy", { policy: "pauseIfNetworkFetchesPending" });
    const zero = await page.script("return Date.now()").then(async now => now + (await shown(page)) * 1000);
    await page.driver.manage().window().minimize();
    await until("the window to be out of sight", () => page.script("return document.hidden"));
    await advance(10 * MINUTE);
    assert.equal(await page.script("return document.hidden"), true);
    const { windowId } = await cdp("Browser.getWindowForTarget");
    await cdp("Browser.setWindowBounds", { windowId, bounds: { windowState: "normal" } });
    await until("the window to be in sight", () => page.script("return !document.hidden"));
    const off = await page.driver.executeAsyncScript(`
      const [zero, done] = arguments;
      const told = () => {
        const text = document.getElementById("clock").textContent.trim();
        const [minutes, rest] = text.replace("+", "").split(":").map(Number);
        return Date.now() + (minutes * 60 + rest) * 1000 * (text.startsWith("+") ? -1 : 1) - zero;
      };
      done(told());`, zero);
    t.diagnostic(`off by ${off} ms after ten hidden minutes`);
    assert.ok(Math.abs(off) <= 1_000, `${off} ms`);
  });
});

chromium("two windows show the same second, and either can go and come back", async (page, cdp, t) => {
  await founded(page);
  await agenda(page, [[hour(Date.now()), "Thảo luận", "90 phút"], ["", "Bế mạc", "5 phút"]]);
  await page.place("dieu-hanh");
  await page.beginCongress();
  await page.one("#clock");
  const id = await page.congress();
  const desk = await page.driver.getWindowHandle();
  const watch = selector => page.script(`
    window.seen = [];
    const clock = document.querySelector(arguments[0]);
    new MutationObserver(() => seen.push([Date.now(), clock.textContent.trim()]))
      .observe(clock, { characterData: true, childList: true, subtree: true });`, selector);
  const hallOpens = async () => {
    await page.driver.switchTo().newWindow("window");
    await page.visit(`#/${id}/hoi-truong`);
    await page.one(".hall__digits");
    return page.driver.getWindowHandle();
  };
  // How far apart the two windows change their digits, in milliseconds. A busy machine can only make a change late, so the
  // earliest of each window tells when its clock stands at zero.
  const compared = async (hall, milliseconds) => {
    await page.driver.switchTo().window(hall);
    await watch(".hall__digits");
    await page.driver.switchTo().window(desk);
    await watch("#clock");
    await sleep(milliseconds);
    const own = await page.script("return seen");
    await page.driver.switchTo().window(hall);
    const other = await page.script("return seen");
    assert.ok(own.length >= milliseconds / 1000 - 2 && other.length >= milliseconds / 1000 - 2, "both tick");
    const [first, second] = [own, other].map(changes =>
      Math.min(...changes.map(([at, digits]) => at + seconds(digits) * 1000)));
    return Math.abs(first - second);
  };
  let hall = await hallOpens();
  await t.test("both change their digits together", async () => {
    const apart = await compared(hall, 12_000);
    t.diagnostic(`the digits of both windows change within ${apart} ms`);
    assert.ok(apart < 250, `${apart} ms`);
  });
  await t.test("an hour and more fits on the hall screen", async () => {
    await page.driver.switchTo().window(hall);
    await page.says(".hall__digits", "1:29:");
    await legible(page, cdp);
    await page.driver.switchTo().window(desk);
  });
  await t.test("the hall screen is closed and opened again", async () => {
    await page.driver.switchTo().window(hall);
    await page.driver.close();
    await page.driver.switchTo().window(desk);
    hall = await hallOpens();
    const apart = await compared(hall, 6_000);
    assert.ok(apart < 250, `${apart} ms`);
  });
  await t.test("the console is closed and opened again", async () => {
    await page.driver.switchTo().window(desk);
    const before = await zeroOf(page, "#clock");
    await page.driver.close();
    await page.driver.switchTo().window(hall);
    await page.driver.switchTo().newWindow("window");
    await page.visit(`#/${id}/dieu-hanh`);
    await page.one("#clock");
    const after = await zeroOf(page, "#clock");
    assert.ok(Math.abs(after - before) <= 1_000, `${after - before} ms`);
    await page.writer();
    await page.press(VI.next);
    const item = await page.text(".now__who");
    await page.driver.switchTo().window(hall);
    await page.says(".hall__who", item, 3_000);
  });
});

chromium("the machine's clock jumps", async (page, cdp, t) => {
  await steered(page, cdp);
  await founded(page);
  await page.place("dieu-hanh");
  await page.beginCongress();
  await page.one("#clock");
  const told = () => page.says("#clock-step", "đồng hồ của máy");
  await t.test("set back, the time used stays, and the chair confirms", async () => {
    await warp(page, 5 * MINUTE);
    const before = await settled(page);
    await page.script("setClock(-1800000)");
    await told();
    counted(before, await settled(page));
    await page.press("Đã rõ");
    await page.gone("#clock-step");
  });
  await t.test("set ahead, it counts until the chair says that it was set", async () => {
    const before = await settled(page);
    await page.script("setClock(600000)");
    await told();
    counted(before, await settled(page), 600);
    await page.press("Đồng hồ được chỉnh: không tính");
    counted(before, await settled(page));
  });
  await t.test("a second without a reason is put right without a question", async () => {
    const before = await settled(page);
    await page.script("setClock(-1200)");
    counted(before, await settled(page));
    assert.equal((await page.all("#clock-step")).length, 0);
  });
  await t.test("set back while the page was closed", async () => {
    const before = await settled(page);
    await page.script("setClock(-900000)");
    await page.driver.navigate().refresh();
    await page.ready();
    await page.writer();
    await told();
    counted(before, await settled(page));
    await page.press("Đã rõ");
  });
  await t.test("the paper and the log tell of it", async () => {
    await page.place("ho-so/dien-bien");
    const lines = await page.texts(".paper__line");
    assert.equal(lines.filter(line => line.includes("đồng hồ máy")).length, 3, lines.join(" | "));
  });
});

chromium("45 items are pasted, run with overruns, and reported", async (page, cdp) => {
  await steered(page, cdp);
  await founded(page);
  const items = AGENDA.items;
  await agenda(page, items.map((item, at) => [String(at + 1), item.start, item.title, `${item.minutes} phút`]));
  const planned = await page.texts(".plan td:first-child.num");
  assert.deepEqual(planned, items.map(item => item.start));
  await page.place("dieu-hanh");
  // The clock of the page is brought to the start of the first sitting.
  const today = new Date(await page.script("return Date.now()"));
  const ms = time => { const [hours, minutes] = time.split(":").map(Number); return (hours * 60 + minutes) * MINUTE; };
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  await warp(page, midnight + 24 * 60 * MINUTE + ms(items[0].start) - today.getTime());
  await sleep(400);
  let state = 12345;
  const dice = most => (state = (state * 1103515245 + 12345) % 2147483648) % most;
  const expected = [];
  for (const [at, item] of items.entries()) {
    const rested = at > 0 && ms(items[at - 1].start) + items[at - 1].minutes * MINUTE !== ms(item.start);
    if (rested) {
      await page.press("Hết mục, tạm nghỉ");
      const now = await page.script("return Date.now()");
      const day = new Date(now);
      const start = new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime() + ms(item.start);
      await warp(page, (start > now ? start : start + 24 * 60 * MINUTE) - now);
      await sleep(400);
    }
    await (at === 0 ? page.beginCongress() : page.press(VI.next));
    await untilEqual(() => page.text(".now__who"), item.title, "the item");
    const used = item.minutes + dice(5) - 2;
    await warp(page, used * MINUTE);
    expected.push([item.title, String(item.minutes), used]);
  }
  await page.press("Bế mạc, dừng đồng hồ");
  await page.answer("Bế mạc, dừng đồng hồ");
  await page.one("#time-report");
  const rows = await page.script(`return [...document.querySelectorAll("#time-report tbody tr")]
    .map(row => [...row.children].map(cell => cell.textContent.trim()))`);
  assert.equal(rows.length, 45);
  for (const [at, [title, minutes, used]] of expected.entries()) {
    const [shownTitle, , shownMinutes, shownUsed, over] = rows[at];
    assert.deepEqual([shownTitle, shownMinutes], [title, minutes]);
    // The presses themselves take a few seconds of true time.
    assert.ok(Math.abs(Number(shownUsed) - used) <= 1, `${title}: ${shownUsed} for ${used}`);
    assert.ok(Math.abs(Number(over.replace("−", "-") || 0) - (used - Number(minutes))) <= 1, `${title}: ${over}`);
  }
  const table = await page.caught(() => press(page, "course-csv"));
  assert.equal(table.trim().split("\r\n").length, 47);
});

chromium("lost time is made up for only when the chair accepts", async (page, cdp) => {
  await steered(page, cdp);
  await founded(page);
  const began = await page.script("return Date.now()");
  await agenda(page, [
    [hour(began), "Chào cờ", "5 phút"], ["", "Báo cáo", "20 phút"], ["", "Thảo luận", "40 phút"], ["", "Bầu chi ủy", "30 phút"],
  ]);
  await page.place("dieu-hanh");
  await page.beginCongress();
  await page.one("#clock");
  // Fifteen and a half minutes after the minute at which it was planned to begin.
  await warp(page, began - began % MINUTE + 15 * MINUTE + 30_000 - (await page.script("return Date.now()")));
  await page.says(".late b", "Chậm 10 phút");
  const lines = await until("the proposal", () => page.texts("#make-up li"));
  assert.deepEqual(lines, ["Báo cáo còn 17 phút−3", "Thảo luận còn 33 phút−7"]);
  const before = await page.texts(".prog tbody td:nth-child(3)");
  await sleep(1_500);
  assert.deepEqual(await page.texts(".prog tbody td:nth-child(3)"), before, "nothing changes by itself");
  await press(page, "accept");
  await page.says(".late b", "Đúng giờ");
  await page.gone("#make-up");
  // Ceremonies, votes and elections keep their time.
  await page.place("chuan-bi/chuong-trinh");
  assert.deepEqual(await page.script("return [...document.querySelectorAll('.plan .field--num')].map(f => f.value)"),
    ["5", "20", "40", "30"], "the plan itself stays as it was printed");
});

chromium("the keyboard alone, the bell, the screen, and what a screen reader hears", async (page, cdp, t) => {
  await steered(page, cdp);
  await cdp("Page.addScriptToEvaluateOnNewDocument", { source: `
    window.struck = 0; window.awake = 0; window.shaken = [];
    const make = BaseAudioContext.prototype.createOscillator;
    BaseAudioContext.prototype.createOscillator = function () { struck += 1; return make.call(this); };
    const request = WakeLock.prototype.request;
    WakeLock.prototype.request = function (...kind) { awake += 1; return request.apply(this, kind); };
    navigator.vibrate = pattern => { shaken.push(pattern.length); return true; };
  ` });
  await founded(page);
  const start = hour(await page.script("return Date.now()"));
  await agenda(page, [
    [start, "Báo cáo", "3 phút"], ["", "Thảo luận", "40 phút"], ["", "Giải lao", "10 phút"], ["", "Bế mạc", "5 phút"],
  ]);
  await page.place("dieu-hanh");
  await page.passGate("opening");
  const key = async name => {
    await page.script("document.activeElement.blur()");
    await page.driver.actions().sendKeys(name).perform();
  };
  const who = text => untilEqual(() => page.text(".now__who"), text, "who has the clock");
  await t.test("items", async () => {
    await key("n");
    await who("Báo cáo");
    const left = await shown(page);
    await key("e");
    assert.ok(left - (await settled(page)).left >= 30, "half a minute earlier");
    await key("+");
    await until("a minute more", async () => (await shown(page)) > left);
    await key("-");
    await key(" ");
    await page.one(".now[data-phase=paused]");
    await untilEqual(() => page.heading(), "Đồng hồ đang dừng; bấm Chạy tiếp khi họp lại.", "the next step");
    await key(" ");
    await page.one(".now[data-phase=run]");
    await key("n");
    await who("Thảo luận");
    await key("b");
    await who("Báo cáo");
    await key("n");
    await who("Thảo luận");
    await key("k");
    await page.one(".prog [data-course=skipped]");
    await untilEqual(() => page.heading(), "Xong thảo luận, sang Bế mạc.", "the next step");
    await key("r");
    await page.gone("#clock");
  });
  await t.test("the bell and the voice", async () => {
    await key("b");
    await page.one("#clock");
    await press(page, "bell");
    assert.equal(await page.script("return struck"), 2, "the switch strikes once, in two tones");
    const heard = [];
    const listen = async phase => {
      await page.one(`.now[data-phase=${phase}]`);
      heard.push(await page.text("#phase-told"), await page.script("return struck"));
    };
    await warp(page, 39 * MINUTE + 10_000);
    await listen("last");
    await warp(page, MINUTE);
    await listen("over");
    assert.deepEqual(heard, ["Thảo luận: Còn 1 phút", 4, "Thảo luận: Quá giờ", 8]);
    assert.deepEqual(await page.script("return shaken"), [2, 2, 4]);
    assert.equal(await page.script("return awake > 0"), true, "the screen is kept awake");
    await page.one("[role=status]#phase-told");
  });
  await t.test("speakers", async () => {
    await press(page, "add-speaker");
    for (const name of ["Lê Thị Thanh Hường", "Vũ Đình Khoát", "Lý Thị Yến"]) {
      await page.write(await page.one("#speaker-name"), name);
      await (await page.one("#speaker-name")).sendKeys(Key.ENTER);
      await page.says("#speakers", name);
    }
    await key("m");
    await who("Lê Thị Thanh Hường");
    await untilEqual(() => page.heading(), "Khi đồng chí Lê Thị Thanh Hường dứt lời, mời đồng chí Vũ Đình Khoát.", "the next step");
    // Three minutes, less what the presses took.
    await until("three minutes", async () => (await shown(page)) > 150);
    await warp(page, 2 * MINUTE + 5_000);
    await page.one(".now[data-phase=last]");
    await key("y");
    await page.one("#speakers [data-state=yielded]");
    await key("m");
    await who("Lý Thị Yến");
    await key("x");
    await who("Thảo luận");
    await until("two minutes and what the presses took", async () => /02:[0-4]\d/.test(await page.text("#speakers")));
    await page.write(await page.one("#speaker-name"), "Lê Thị Thanh Hường");
    await (await page.one("#speaker-name")).sendKeys(Key.ENTER);
    await page.says("#speakers", "Ý kiến lần hai, 2 phút");
    await key("m");
    await key("x");
    await page.says("#speaking-totals", "2 lượt");
    await page.press("Ghi ý chính: Lý Thị Yến");
    await (await page.one("#point")).sendKeys("Đề nghị thêm chỉ tiêu.");
    await page.click("//dialog[@open]//button[@type='submit']");
    await page.gone("dialog[open]");
    await page.place("ho-so/dien-bien");
    await page.says(".paper__table", "Đề nghị thêm chỉ tiêu.");
    await page.place("dieu-hanh");
  });
  await t.test("the hall, and the map of the keys", async () => {
    await key("d");
    await untilEqual(() => page.text("#dark"), "Bật lại hình", "the switch");
    const desk = await page.driver.getWindowHandle();
    const id = await page.congress();
    await page.driver.switchTo().newWindow("window");
    await page.visit(`#/${id}/hoi-truong`);
    await page.one(".hall[data-phase=dark]");
    assert.equal((await page.all(".hall__digits")).length, 0);
    await page.driver.switchTo().window(desk);
    await key("d");
    await key("?");
    const keys = await page.texts(".keysheet kbd");
    for (const letter of ["N", "B", "E", "K", "R", "M", "X", "Y", "G", "D", "Phím cách", "+", "−"]) {
      assert.ok(keys.includes(letter), letter);
    }
    await page.driver.actions().sendKeys(Key.ESCAPE).perform();
  });
  await t.test("the hall's digits are an eighth of the screen, at 1024 by 768 too", async () => {
    const desk = await page.driver.getWindowHandle();
    const hall = (await page.driver.getAllWindowHandles()).find(handle => handle !== desk);
    await page.driver.switchTo().window(hall);
    await legible(page, cdp);
  });
});
