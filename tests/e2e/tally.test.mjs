// The tally desk: a whole election in each of the three ways comes to the same sealed result, without a network; a
// second counter sees nothing of the first; the hall sees nothing that is not released.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { begin, box, end, keyed, openRound, press, ready, WAYS } from "./desk.mjs";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { singleUrl } from "./serve.mjs";
import { steps } from "./steps.mjs";
import { CELL, ROLL, VI } from "./texts.mjs";
import { sleep, until, untilEqual } from "./wait.mjs";

const LIST = ROLL.slice(0, 6);

// Seventeen voters: what the reader reads out of each paper. One keeps all six, one strikes everybody.
const COMMITTEE = ["6", "6", "6", "6", "6", "6", "5", "5", "5 6", "4", "3", "3 5-6", "2", "1", "6", "?", "?1-6"];
const ONE = ["", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "1", "1"];

const results = page => page.script(
  `return [...document.querySelectorAll("#result tbody tr")].map(row =>
     [...row.cells].filter((_, at) => at !== 2).map(cell => cell.textContent.trim()).concat(row.dataset.verdict));`,
);

async function withBrowser(engine, play) {
  const browser = await open(engine);
  try {
    const page = new Page(browser.driver, singleUrl());
    await page.visit();
    await page.ready();
    await play(page);
  } finally {
    await browser.quit();
  }
}

async function counted(page, enter, papers, names, seats, boxes, counters = ["Mai Tuấn Vượng"]) {
  await box(page, papers.length, papers.length);
  for (const counter of counters) {
    await begin(page, counter);
    await enter(page, papers, names, seats, boxes);
    await end(page);
  }
  await press(page, "close-count");
  await until("the result", async () => (await results(page)).length > 0);
  for (const field of await page.all("#warnings input")) await page.write(field, "Đoàn chủ tịch xác nhận");
  await page.press(VI.seal);
  await page.says("h1", "Đã niêm phong");
  return { rows: await results(page), code: await page.text("#agreement") };
}

test("a whole election in three ways", { skip: !ENGINES.includes("chromium") }, async t => {
  const step = steps(t);
  const sealed = new Map();
  for (const [way, enter] of Object.entries(WAYS)) {
    await step(way, () => withBrowser("chromium", async page => {
      await ready(page);
      await openRound(page, 5, LIST);
      // Twice where it is quick, so that the second entry is played as well.
      const counters = way === "ballot by ballot" ? ["Mai Tuấn Vượng", "Lý Thị Yến"] : undefined;
      const rounds = [await counted(page, enter, COMMITTEE, 6, 5, false, counters)];
      for (const name of LIST.slice(0, 2)) {
        await openRound(page, 1, [name]);
        rounds.push(await counted(page, enter, ONE, 1, 1, true));
      }
      await page.place("kiem-phieu");
      await page.says("h1", "Đã bầu đủ các chức danh");
      const asked = await page.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
      assert.deepEqual(asked.filter(name => !/^(data|blob|file):/.test(name)), [], "nothing is asked of a network");
      sealed.set(way, rounds);
    }));
  }
  await step("all three are the same, and as counted by hand", () => {
    const [first, ...others] = [...sealed.values()];
    for (const other of others) assert.deepEqual(other, first);
    const votes = Object.fromEntries(first[0].rows.map(row => [row[1], row[2]]));
    const expected = [14, 14, 13, 14, 11, 6];
    assert.deepEqual(votes, Object.fromEntries(LIST.map((name, at) => [name, String(expected[at])])));
    assert.deepEqual(first[0].rows.map(row => row.at(-1)), ["elected", "elected", "elected", "elected", "elected", "not"]);
    assert.deepEqual(first.slice(1).map(round => round.rows[0][2]), ["15", "15"]);
    assert.match(first[0].code, /^\d{3} \d{3}$/);
  });
});

// Everything on the page that a person or a program could read, without what differs from congress to congress.
const seen = async page => {
  // The light is amber for a moment after every change, which says nothing of the change.
  const kept = "return document.querySelector('.save')?.dataset.saved !== 'wait'";
  await until("the change to be kept", () => page.script(kept));
  // What is out of sight is drawn a moment after the rest.
  let last;
  return until("the page to stand still", async () => {
    const before = last;
    last = await page.script(SEEN);
    await sleep(50);
    return last === before && last;
  });
};

const SEEN = `
   const copy = document.documentElement.cloneNode(true);
   const live = [...document.querySelectorAll("input, select, textarea")];
   [...copy.querySelectorAll("input, select, textarea")].forEach((field, at) => {
     field.setAttribute("data-value", live[at].value);
   });
   // A hint comes once on a device, and a module of the single file is there until it is needed: neither says anything of
   // what is counted.
   copy.querySelectorAll("script, style, template, #hint").forEach(element => element.remove());
   // The ends of lines around the app: it may stand before or behind those at the end of the page.
   [...copy.querySelector("body").childNodes].filter(node => node.nodeType === 3).forEach(node => node.remove());
   // The name of the newest record that is kept; it says nothing of what is in it.
   copy.querySelectorAll("[data-kept]").forEach(element => element.removeAttribute("data-kept"));
   return copy.outerHTML
     .replace(/<!---->/g, "")
     .replace(/[a-kmnp-z2-9]{8}-[0-9a-f]{12}/g, "CONGRESS")
     .replace(/[a-kmnp-z2-9]{8}-[0-9]+(\\.[0-9]+)?/g, "RECORD")
     .replace(/>[a-kmnp-z2-9]{8}</g, ">DEVICE<")
     // After a reload the browser may give back what it kept a moment earlier, without this device's name for itself. A name
     // in which a digit stands is shown as a figure, with a way to its source; one without is not.
     .replace(/(<a class="fig"[^>]*>)?Máy [a-kmnp-z2-9]{8}(<\\/a>)?/g, "DEVICE")
     .replace(/[0-9]{2}:[0-9]{2}(:[0-9]{2})?/g, "TIME");`;

// The same text; where it is not, the place is shown and not two whole pages.
function same(one, other, what) {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const near = text => text.slice(Math.max(0, at - 120), at + 120);
  if (one !== other) assert.equal(near(one), near(other), what);
}

const PLACES = ["chuan-bi", "dieu-hanh", "kiem-phieu", "ho-so", "nhat-ky", "ho-so/nhat-ky-kiem-phieu"];

// Two boxes that differ in every ballot; whoever may not know must see the same of both.
const BOXES = [["6", "6", "5", "5 6", "4", "3-4", "2"], ["1", "1 2 n2", "2", "1", "3", "?", "5-6"]];

test("the second counter sees nothing of the first", { skip: !ENGINES.includes("chromium") }, t => withBrowser(
  "chromium",
  async page => {
    const step = steps(t);
    const views = [];
    await page.hinted();
    for (const [at, papers] of BOXES.entries()) {
      await step(`box ${at + 1}: looked at on every place during the second entry, and after a reload`, async () => {
        if (at > 0) await page.visit();
        await ready(page);
        await openRound(page, 5, LIST);
        await box(page, 7, 7);
        await begin(page, "Mai Tuấn Vượng");
        await keyed(page, papers);
        await end(page);
        const round = (await page.hash()).split("/").slice(2).join("/");
        await page.script("document.activeElement.blur()");
        const view = [await seen(page)];
        await begin(page, "Lý Thị Yến");
        await page.one("#ballot-line");
        await untilEqual(() => page.text("#entered"), "0", "nothing entered yet");
        view.push(await seen(page));
        for (const place of PLACES) {
          await page.place(place);
          view.push(await seen(page));
        }
        await page.place(round);
        await page.driver.navigate().refresh();
        await page.ready();
        await page.writer();
        await page.one("#ballot-line");
        view.push(await seen(page));
        // Once the count is closed the log tells; so the look at it was not one at an empty page.
        await keyed(page, papers);
        await end(page);
        for (const conclude of await page.all("#doubtful .seg button:first-child")) await conclude.click();
        await press(page, "close-count");
        await page.one("#result");
        await page.place("nhat-ky");
        await page.says("table.log", "gạch");
        views.push({ view, after: await seen(page) });
      });
    }
    await step("the two boxes cannot be told apart until they are closed", () => {
      for (const [at, one] of views[0].view.entries()) same(one, views[1].view[at], `view ${at}`);
      assert.notEqual(views[0].after, views[1].after);
    });
  },
));

test("the hall sees only what is released", { skip: !ENGINES.includes("chromium") }, t => withBrowser(
  "chromium",
  async page => {
    const step = steps(t);
    const views = [];
    let desk;
    await page.hinted();
    for (const [at, papers] of BOXES.entries()) {
      await step(`box ${at + 1}: entered, closed and sealed, while the hall is shown nothing`, async () => {
        if (at > 0) await page.visit();
        await ready(page);
        await openRound(page, 5, LIST);
        await box(page, 7, 7);
        await begin(page, "Mai Tuấn Vượng");
        await keyed(page, papers);
        const round = (await page.hash()).split("/").slice(2).join("/");
        const id = await page.congress();
        desk = await page.driver.getWindowHandle();
        await page.driver.switchTo().newWindow("window");
        await page.visit(`#/${id}/hoi-truong`);
        await page.one(".hall");
        const hall = await page.driver.getWindowHandle();
        const view = [];
        const look = async () => {
          await page.driver.switchTo().window(hall);
          // A window on the projector stays there, on every address and after a reload.
          for (const place of ["hoi-truong", round, ...PLACES]) {
            await page.script("location.hash = arguments[0]", `#/${id}/${place}`);
            await page.one(".hall");
            view.push(await seen(page));
          }
          await page.driver.navigate().refresh();
          await page.ready();
          await page.one(".hall");
          view.push(await seen(page));
          await page.driver.switchTo().window(desk);
        };
        await look();
        await end(page);
        await press(page, "close-count");
        // A doubtful ballot shows once it is said that nobody enters again.
        for (const conclude of await page.all("#doubtful .seg button:first-child")) await conclude.click();
        if ((await page.all("#result")).length === 0) await press(page, "close-count");
        await page.one("#result");
        await look();
        for (const field of await page.all("#warnings input")) await page.write(field, "Đoàn chủ tịch xác nhận");
        await page.press(VI.seal);
        await page.link(VI.nextRound);
        await look();
        views.push({ view, hall });
      });
    }
    await step("the two boxes look the same to the hall", () => {
      assert.equal(views[0].view.length, 3 * (3 + PLACES.length));
      for (const [at, one] of views[0].view.entries()) same(one, views[1].view[at], `view ${at}`);
    });
    await step("released, the result is there; taken back, it is gone", async () => {
      await page.press("Kết quả");
      await page.driver.switchTo().window(views[1].hall);
      await page.says(".hres", LIST[0]);
      await page.driver.switchTo().window(desk);
      await page.press("Không chiếu gì");
      await page.driver.switchTo().window(views[1].hall);
      await page.gone(".hres");
    });
    await step("it is left only on purpose", async () => {
      await press(page, "leave-hall");
      await page.answer("Ở lại");
      await page.one(".hall");
      await press(page, "leave-hall");
      await page.click(`//dialog[@open]//button[normalize-space(.)='${VI.leaveHall}']`);
      await page.one("header.bar");
      assert.equal((await page.all(".hall")).length, 0);
      await page.driver.close();
      await page.driver.switchTo().window(desk);
    });
    await step("progress and squares follow the entry, and squares hold their numbers", async () => {
      await page.visit();
      await ready(page);
      await openRound(page, 5, LIST);
      await box(page, 7, 7);
      await begin(page, "Mai Tuấn Vượng");
      await page.press("Tiến độ kiểm phiếu");
      const id = await page.congress();
      await page.driver.switchTo().newWindow("window");
      await page.visit(`#/${id}/hoi-truong`);
      const hall = await page.driver.getWindowHandle();
      await page.says("#hall-progress", "0 trên 7");
      await page.driver.switchTo().window(desk);
      await keyed(page, BOXES[0].slice(0, 3));
      await page.driver.switchTo().window(hall);
      await page.says("#hall-progress", "3 trên 7");
      assert.ok(!(await page.text(".hall")).includes(LIST[0]));
      await page.driver.switchTo().window(desk);
      await page.press("Ô năm nét đang ghi");
      await page.driver.switchTo().window(hall);
      await page.one("#hall-squares");
      const drawn = await page.script(
        `return [...document.querySelectorAll("#hall-squares tr")].map(row =>
           [row.querySelector(".v").textContent, [...row.querySelectorAll("svg")].reduce((sum, square) =>
             sum + Number(square.dataset.strokes), 0)]);`,
      );
      assert.deepEqual(drawn, [["3", 3], ["3", 3], ["3", 3], ["3", 3], ["2", 2], ["1", 1]]);
      await page.driver.close();
      await page.driver.switchTo().window(desk);
    });
    await step("the lines that are drawn are the number, up to 2,000", async () => {
      await page.press("Ô năm nét");
      await page.one("#tally-0-for");
      const numbers = Array.from({ length: 2001 }, (_, number) => number).filter(number =>
        process.env.SQUARES === "all" || number < 12 || number % 97 === 0 || number > 1997);
      // Counted from the paths themselves: each line of a square begins with a move of the pen.
      const wrongOf = some => page.driver.executeAsyncScript(
        `const [numbers, done] = arguments;
         const field = document.getElementById("tally-0-for");
         const squares = () => document.querySelector("#strokes li .five");
         const lines = () => [...squares().querySelectorAll("path")].map(path => path.getAttribute("d").split("M").length - 1);
         (async () => {
           const wrong = [];
           for (const number of numbers) {
             field.value = String(number);
             field.dispatchEvent(new Event("change", { bubbles: true }));
             for (let turn = 0; turn < 200 && squares().getAttribute("aria-label") !== String(number); turn += 1) {
               await new Promise(next => setTimeout(next));
             }
             const each = lines();
             const sum = each.reduce((one, other) => one + other, 0);
             if (sum !== number || each.slice(0, -1).some(count => count !== 5)) wrong.push([number, sum]);
           }
           done(wrong);
         })();`,
        some,
      );
      for (let at = 0; at < numbers.length; at += 100) {
        assert.deepEqual(await wrongOf(numbers.slice(at, at + 100)), []);
      }
    });
  },
));

// The ballots entered last, as they stand in their list: the number, and what was struck.
const latest = page => page.script(
  `return [...document.querySelectorAll("#latest li")].map(row =>
     [...row.querySelectorAll("span")].map(cell => cell.textContent.trim().split(" – ")[0]).join(": "));`,
);
const told = ballots => ballots.map(([number, struck]) => `Phiếu ${number}: gạch ${struck}`);

for (const engine of ENGINES) {
  test(`an earlier ballot is corrected in ${engine}`, t => withBrowser(engine, async page => {
    const step = steps(t);
    await ready(page);
    await openRound(page, 5, LIST);
    await box(page, 9, 9);
    await begin(page, "Mai Tuấn Vượng");
    await step("the list shows the last five, the newest first", async () => {
      await keyed(page, ["1", "2", "3", "4", "5", "6", "1 2"]);
      await untilEqual(() => latest(page), told([[7, "1, 2"], [6, 6], [5, 5], [4, 4], [3, 3]]), "the latest");
    });
    await step("each row corrects the ballot that it shows now", async () => {
      await (await page.one('#latest button[aria-label="Sửa 5"]')).click();
      await page.says(".entry label", "Phiếu 5");
      const line = await page.one("#ballot-line");
      assert.equal(await page.script("return arguments[0].value", line), "5");
      await page.write(line, "3 4");
      await line.sendKeys(Key.ENTER);
      await untilEqual(() => latest(page), told([[7, "1, 2"], [6, 6], [5, "3, 4"], [4, 4], [3, 3]]), "the latest");
      await untilEqual(() => page.text("#entered"), "7", "the ballots entered");
    });
    await step("they go on, and go back", async () => {
      const line = await page.one("#ballot-line");
      await line.sendKeys("2", Key.ENTER);
      await untilEqual(() => latest(page), told([[8, 2], [7, "1, 2"], [6, 6], [5, "3, 4"], [4, 4]]), "the latest");
      await line.sendKeys("-");
      await untilEqual(() => latest(page), told([[7, "1, 2"], [6, 6], [5, "3, 4"], [4, 4], [3, 3]]), "the latest");
      assert.equal(await page.script("return arguments[0].value", line), "2", "what was taken back stands in the line");
    });
  }));
}

test("open votes, a rehearsal, and what may not be sealed", { skip: !ENGINES.includes("chromium") }, t => withBrowser(
  "chromium",
  async page => {
    const step = steps(t);
    await ready(page);
    await step("everybody for it, with one press", async () => {
      await page.place("kiem-phieu");
      await page.write(await page.one("#question"), "Bầu đoàn chủ tịch");
      await press(page, "open-vote");
      await page.says("h1", "nếu cả 17 người tán thành, bấm “Tất cả tán thành”");
      await press(page, "all-for");
      await page.says("h1", "Được thông qua: 17 tán thành trên 17");
      await page.press(VI.seal);
      await page.says(".say-box", "tán thành 17, không tán thành 0, ý kiến khác 0, trên 17; được thông qua");
    });
    await step("counted by blocks of seats, 8 of 17 is not enough", async () => {
      await page.place("kiem-phieu");
      await page.write(await page.one("#question"), "Nghỉ sớm");
      await press(page, "open-vote");
      await page.write(await page.one("#hands-0-for"), "5");
      await page.write(await page.one("#hands-0-against"), "6");
      await page.says("#hands-said", "Còn 6 người có mặt chưa đếm");
      await press(page, "add-block");
      await page.write(await page.one("#hands-1-for"), "3");
      await page.write(await page.one("#hands-1-unmarked"), "3");
      await page.says("#hands-said", "Khớp: đủ 17 người có mặt");
      await page.says("h1", "Không được thông qua: 8 tán thành trên 17");
    });
    await step("a rehearsal is marked, and the real congress knows nothing of it", async () => {
      await page.place("kiem-phieu");
      const real = await page.congress();
      await press(page, "rehearse");
      await until("the rehearsal", async () => (await page.congress()) !== real);
      await page.says("#rehearsal", "DIỄN TẬP");
      await page.writer();
      await page.place("chuan-bi/dang-vien");
      await untilEqual(() => page.text("[data-base]"), "17", "the base");
      await openRound(page, 5, LIST);
      await box(page, 1, 1);
      await begin(page, "Mai Tuấn Vượng");
      await keyed(page, ["6"]);
      // Every ballot is entered: an Enter too many records none.
      await (await page.one("#ballot-line")).sendKeys(Key.ENTER);
      await page.says("#read-back", "Đã nhập đủ 1 phiếu");
      assert.equal(await page.text("#entered"), "1");
      await page.place("hoi-truong");
      await page.one("#rehearsal");
      await page.leaveHall();
      await page.visit(`#/${real}/kiem-phieu`);
      await page.says("h1", "Biểu quyết lần 2");
      assert.equal((await page.all("#rehearsal")).length, 0);
    });
    await step("with a printed ballot unaccounted for nothing is sealed; opened again, it is on record", async () => {
      await page.writer();
      await page.click("//ul[@class='rounds']//a[contains(., 'Biểu quyết lần 2')]");
      await page.press(VI.seal);
      await page.says("h1", "Không được thông qua");
      await openRound(page, 5, LIST);
      await box(page, 1, 1);
      await page.write(await page.one("#paper-printed"), "3");
      await page.says("#reconcile", "Còn 2 phiếu chưa ghi: hỏng hay chưa dùng");
      for (const [name, value] of [["exchanged", "0"], ["unused", "1"]]) {
        await page.write(await page.one(`#paper-${name}`), value);
      }
      await page.says("#reconcile", "1 + 0 + 1 = 2, in ra 3");
      await begin(page, "Mai Tuấn Vượng");
      await keyed(page, ["6"]);
      await end(page);
      await press(page, "close-count");
      await page.one("#result");
      for (const field of await page.all("#warnings input")) await page.write(field, "Đoàn chủ tịch xác nhận");
      await page.press(VI.seal);
      await page.says(".toast[data-refused]", "thiếu 1 phiếu so với số in ra");
      await page.write(await page.one("#paper-unused"), "2");
      await page.press(VI.seal);
      await page.link(VI.nextRound);
      await press(page, "reopen");
      await page.write(await page.one("#reopen-by"), CELL.boardHead);
      await page.write(await page.one("#reopen-reason"), "Xem lại một phiếu");
      await press(page, "reopen-do");
      await page.says("#reopenings", `${CELL.boardHead}. Xem lại một phiếu`);
      await page.one("#close-count");
      await page.place("nhat-ky");
      await page.write(await page.one("#log-search"), "mở lại");
      await untilEqual(async () => (await page.all("table.log tbody tr")).length, 1, "the lines found");
    });
  },
));
