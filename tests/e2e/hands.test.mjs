// Many hands: two devices that wrote the same field differently, counters at devices of their own, and a hall screen with
// a part of the congress. Each device is a browser of its own; files go from one to the other.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { begin, box, bundled, keyed, openRound, press, ready, summed } from "./desk.mjs";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { steps } from "./steps.mjs";
import { CELL, ROLL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const chromiumOnly = { skip: !ENGINES.includes("chromium") };
const BOARD = [CELL.boardHead, ...CELL.boardMembers.split(", ")];
const DOWNLOAD = "Tải tệp";
// What twelve of the seventeen put in the box for three of four: struck numbers.
const PAPERS = ["4", "4", "4", "3", "3", "3 4", "2", "1", "1 2", "4", "?", "1-3"];

let server;
let folder;
before(async () => {
  server = await serve();
  folder = await temporaryFolder("e2e-hands-");
});
after(async () => {
  await server?.end();
  await remove(folder);
});

// So many devices, each with the app open.
async function devices(number, play) {
  const browsers = [];
  try {
    const pages = [];
    for (let at = 0; at < number; at += 1) {
      const browser = await open("chromium");
      browsers.push(browser);
      const page = new Page(browser.driver, server.url);
      await page.visit();
      await page.ready();
      pages.push(page);
    }
    await play(...pages);
  } finally {
    for (const browser of browsers) await browser.quit();
  }
}

let files = 0;
async function kept(text) {
  files += 1;
  const path = join(folder, `${files}.json`);
  await writeFile(path, text);
  return path;
}

// A press of a button within a part of the page, and the file that it saves.
const saved = (page, part) => page.caught(() => page.click(`//*[@id='${part}']//button[normalize-space(.)='${DOWNLOAD}']`));

const fact = async (page, label) => {
  await page.place("chuan-bi/thong-tin");
  return page.script("return arguments[0].value", await page.field(label));
};

test("what two devices wrote differently is listed, and a person says which stands", chromiumOnly, async t => {
  const step = steps(t);
  await devices(2, async (here, there) => {
    let theirs;
    await step("both go on from one file", async () => {
      await here.found();
      const base = await kept(await here.export());
      await there.import(base);
      await there.answer(VI.openThis);
      await there.one(".task");
      await there.writer();
      for (const [page, place] of [[here, "Hội trường A"], [there, "Hội trường B"]]) {
        await page.place("chuan-bi/thong-tin");
        await page.write("Địa danh, nơi họp", place);
      }
      await there.write("Nhiệm kỳ", "2022–2025");
      theirs = await kept(await there.export());
    });

    await step("before joining, and after it, the one place that differs is told", async () => {
      await here.place("du-lieu");
      await here.import(theirs);
      await here.says("#import-conflicts", "Có 1 chỗ hai máy ghi khác nhau");
      await here.press("Gộp vào");
      await here.says("#conflicts-told", "Hai máy ghi khác nhau ở 1 chỗ");
      await here.writer();
    });

    await step("it waits through a reload", async () => {
      await here.driver.navigate().refresh();
      await here.ready();
      await here.says("#conflicts-told", "ở 1 chỗ");
      await here.writer();
      await here.follow("Xem và chọn");
      const sides = await here.texts("#conflicts .conflict__what");
      assert.deepEqual(sides, ["Địa danh, nơi họp: Hội trường A", "Địa danh, nơi họp: Hội trường B"]);
      assert.equal((await here.texts("#conflicts [data-stands=true]")).length, 1);
    });

    await step("the other one is taken, and stands", async () => {
      const other = await here.text("#conflicts [data-stands=false] .conflict__what");
      await here.press("Lấy bản này");
      await here.gone("#conflicts");
      await here.gone("#conflicts-told");
      assert.equal(`Địa danh, nơi họp: ${await fact(here, "Địa danh, nơi họp")}`, other);
      assert.equal(await fact(here, "Nhiệm kỳ"), "2022–2025");
    });

    await step("undone, both are there to choose from again", async () => {
      await here.place("chuan-bi");
      await here.press("Hoàn tác");
      await here.says("#conflicts-told", "ở 1 chỗ");
      await here.follow("Xem và chọn");
      await here.press("Giữ bản này");
      await here.gone("#conflicts");
      await here.driver.navigate().refresh();
      await here.ready();
      await here.writer();
      assert.equal((await here.all("#conflicts-told")).length, 0);
    });

    await step("the same file again changes nothing", async () => {
      const before = await here.export();
      await here.import(theirs);
      await here.says("dialog[open]", "máy này có");
      assert.equal((await here.all("#import-conflicts")).length, 0);
      await here.press("Gộp vào");
      await here.one(".task");
      assert.equal(await here.export(), before);
      assert.equal((await here.all("#conflicts-told")).length, 0);
    });
  });
});

// A counter's device: the part is opened there, somebody enters, and hands the count back as a file.
async function opened(page, part) {
  await page.visit();
  await page.import(part);
  await page.says("#import-part", "phần việc của máy đếm phiếu");
  await page.answer(VI.openThis);
  await page.one("#begin-pass");
  await page.writer();
}

async function finished(page) {
  await press(page, "end-pass");
  await page.answer("Xong lượt này");
  await page.one("#counted");
  return (await page.text(".pass-codes b")).trim();
}

async function taken(page, path, how = "Nhận thành một lượt") {
  await page.import(path);
  await page.says("dialog[open]", "đã đếm");
  const code = await page.text("dialog[open] .code");
  await page.press(how);
  await until("the dialog to close", async () => (await page.all("dialog[open]")).length === 0);
  return code;
}

const names = page => page.texts("#ballot .who, .ballot-names li");

test("two blind counters at devices of their own, and the code between them", chromiumOnly, async t => {
  const step = steps(t);
  await devices(3, async (desk, one, other) => {
    const list = CELL.committee;
    let part;
    await step("the part for a counter holds the names and the method, and not the roll", async () => {
      await ready(desk);
      await openRound(desk, 3, list);
      await box(desk, 12, 12);
      part = await saved(desk, "elsewhere");
      for (const name of [...list, ...BOARD]) assert.ok(part.includes(name), name);
      const others = ROLL.map(name => name.replace(" (dự bị)", "")).filter(name => !list.includes(name) && !BOARD.includes(name));
      assert.ok(others.length > 10);
      for (const name of others) assert.ok(!part.includes(name), name);
    });

    await step("on a counter's device there is nothing but counting", async () => {
      const file = await kept(part);
      await opened(one, file);
      await opened(other, file);
      assert.deepEqual(await names(one), list);
      assert.deepEqual(await one.texts(".places a"), [VI.count, VI.more]);
      for (const place of ["chuan-bi", "chuan-bi/dang-vien", "dieu-hanh", "ho-so"]) {
        await one.script("location.hash = arguments[0]", `#/${await one.congress()}/${place}`);
        await one.one("#begin-pass");
      }
      await one.place("du-lieu");
      await one.one("#to-whole");
      assert.equal((await one.all("#to-hall, #to-counter")).length, 0);
      await one.place("kiem-phieu");
    });

    const codes = [];
    const counts = [];
    await step("each enters and reads out a code", async () => {
      for (const [page, counter] of [[one, BOARD[1]], [other, BOARD[2]]]) {
        await begin(page, counter);
        await keyed(page, PAPERS);
        codes.push(await finished(page));
        counts.push(await kept(await saved(page, "counted")));
      }
      assert.match(codes[0], /^\d{3} \d{3}$/);
      assert.equal(codes[0], codes[1]);
      // It is there after a reload, too.
      await one.driver.navigate().refresh();
      await one.ready();
      assert.equal((await one.text(".pass-codes b")).trim(), codes[0]);
    });

    await step("the desk takes both in by the code, and shows nobody's figures", async () => {
      assert.equal(await taken(desk, counts[0]), codes[0]);
      // A second counter at the desk could try sums against the first one's code, so it waits.
      await desk.says(".pass-codes", `${BOARD[1]}: 12 phiếu`);
      assert.ok(!(await desk.script("return document.documentElement.outerHTML")).includes(codes[0]));
      const { bundles } = summed(PAPERS, list.length, 3, false);
      const votes = [...bundles.values()].reduce((sum, bundle) => sum + bundle.votes[0], 0);
      const seen = await desk.script("return document.querySelector('main').textContent");
      assert.ok(!new RegExp(`${list[0]}\\D*${votes}\\b`).test(seen), "a figure of the first counter is seen");
      await desk.import(counts[0]);
      await desk.says("#taken-already", "không có gì thay đổi");
      await desk.answer(VI.close);
      assert.equal(await taken(desk, counts[1]), codes[1]);
      await desk.says("#codes-agree", "khớp nhau");
      await desk.says(".pass-codes", codes[0]);
    });

    await step("the count closes with what the papers hold", async () => {
      await press(desk, "close-count");
      await until("the result", async () => (await desk.all("#result tbody tr")).length > 0);
      const { bundles } = summed(PAPERS, list.length, 3, false);
      const votes = list.map((_, at) => [...bundles.values()].reduce((sum, bundle) => sum + bundle.votes[at], 0));
      const rows = await desk.script(
        `return [...document.querySelectorAll("#result tbody tr")].map(row => [...row.cells].map(cell => cell.textContent.trim()));`);
      for (const [at, name] of list.entries()) {
        const row = rows.find(cells => cells.some(cell => cell.includes(name)));
        assert.ok(row?.includes(String(votes[at])), `${name}: ${votes[at]} in ${row}`);
      }
    });

    await step("what comes after that is refused with its reason", async () => {
      await desk.place("du-lieu");
      await one.press(`${BOARD[1]} nhập tiếp`);
      await one.one("#ballot-line");
      await keyed(one, []);
      await (await one.one("#ballot-line")).sendKeys("4", "\uE007");
      await untilEqual(() => one.text("#entered"), "13", "the ballots entered");
      assert.notEqual(await finished(one), codes[0]);
      const late = await kept(await saved(one, "counted"));
      await desk.import(late);
      await desk.press("Nhận thành một lượt");
      await desk.says("dialog[open] .bad", "Số liệu đã chốt");
    });
  });
});

test("counters of different bundles come together, and one who sends early is told", chromiumOnly, async t => {
  const step = steps(t);
  const shares = [["4", "4", "3", "1", "2", "2"], ["3 4", "1 2", "1 4"]];
  await devices(3, async (desk, one, other) => {
    await ready(desk);
    await openRound(desk, 3, CELL.committee);
    await box(desk, 9, 9);
    const part = await kept(await saved(desk, "elsewhere"));
    const counts = [];
    await step("each counts bundles of their own", async () => {
      for (const [at, page] of [one, other].entries()) {
        await opened(page, part);
        await begin(page, BOARD[at + 1]);
        if (at === 0) {
          await page.place("du-lieu");
          const early = await kept(await page.export());
          await desk.import(early);
          await desk.says("#nothing-counted", "chưa bấm xong lượt nào");
          await desk.answer(VI.close);
          await page.place("kiem-phieu");
        }
        await bundled(page, shares[at], CELL.committee.length, 3, false);
        await finished(page);
        counts.push(await kept(await saved(page, "counted")));
      }
    });

    await step("the second share goes beside the first", async () => {
      await taken(desk, counts[0]);
      await taken(desk, counts[1], `Ghép với phần của ${BOARD[1]} (đếm bó khác)`);
      await desk.says(".pass-codes", `${BOARD[1]}, ${BOARD[2]}: 9 phiếu`);
      assert.equal((await desk.all(".pass-codes li")).length, 1);
    });
  });
});

test("a hall screen gets the programme, and no name", chromiumOnly, async () => {
  await devices(2, async (here, hall) => {
    await ready(here);
    await here.place("du-lieu");
    const part = await saved(here, "to-hall");
    for (const name of [...ROLL.map(name => name.replace(" (dự bị)", "")), ...BOARD]) assert.ok(!part.includes(name), name);
    await hall.import(await kept(part));
    await hall.says("#import-part", "màn hình hội trường");
    await hall.answer(VI.openThis);
    await hall.writer();
    assert.deepEqual(await hall.texts(".places a"), [VI.run, VI.more]);
    await hall.beginCongress();
    await hall.place("hoi-truong");
    await hall.one("#leave-hall");
    const programme = JSON.parse(part).records.flatMap(record => record.c.agenda?.brought?.items ?? []);
    assert.ok(programme.length > 5);
    await hall.says("main", programme[0].title);
  });
});

test("whoever opens a count without the congress open is told where it goes", chromiumOnly, async () => {
  await devices(1, async page => {
    await ready(page);
    await openRound(page, 3, CELL.committee);
    const part = await kept(await saved(page, "elsewhere"));
    await page.visit();
    await page.import(part);
    await page.says("#import-part", "bấm Nhận lượt đếm");
    assert.ok((await readFile(part, "utf8")).includes("\"role\""));
  });
});
