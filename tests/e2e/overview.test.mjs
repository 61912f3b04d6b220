// The view from above: 249 files of 36 organisations, 20 of which tell something wrong. All 20 are named and no other, the
// table stays as small on the page however long it is, and what leaves it says what the counting core says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { downloaded, ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { onDay } from "./plan.mjs";
import { serve, singleUrl } from "./serve.mjs";
import { until, untilEqual } from "./wait.mjs";
import { parts } from "./zip.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const example = (name, ...rest) =>
  execFileSync("cargo", ["run", "--quiet", "--example", name, "--", ...rest], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
const chromiumOnly = { skip: !ENGINES.includes("chromium") };

let server;
let folder;
let cells;
let written;

before(async () => {
  server = await serve();
  folder = await temporaryFolder("e2e-cells-");
  written = JSON.parse(example("cells", "261", folder, "--wrong", "20", "--seed", "3"));
  cells = readdirSync(join(folder, "000")).map(name => join(folder, "000", name));
});
after(async () => {
  await server?.end();
  if (folder) await remove(folder);
});

async function gathered(engine, body, address = server.url) {
  const browser = await open(engine);
  try {
    const page = new Page(browser.driver, address);
    if (engine === "chromium") {
      const cdp = (method, params = {}) => browser.driver.sendAndGetDevToolsCommand(method, params);
      await onDay(cdp, "2022-05-31T09:00:00+07:00");
      await cdp("Emulation.setTimezoneOverride", { timezoneId: "Asia/Ho_Chi_Minh" });
    }
    await page.visit("#/tong-hop");
    await page.ready();
    await (await page.one("#bring-files")).sendKeys(cells.join("\n"));
    await until("the files to be read", async () => (await page.texts("#taken"))[0]?.includes("Đã đối chiếu 249 tệp"), 60_000);
    await body(page, browser);
  } finally {
    await browser.quit();
  }
}

const rows = page => page.script(`return [...document.querySelectorAll("#cells tbody th .btn")].map(one => one.textContent)`);

// Every row's name, scrolled to one after the other; at no time are more rows on the page than fit into a tall window.
async function everyRow(page) {
  const names = new Set();
  for (let top = 0; ; top += 640) {
    const end = await page.script(
      `const box = document.getElementById("cells"); box.scrollTop = arguments[0];
       return box.scrollTop + box.clientHeight >= box.scrollHeight - 1;`, top);
    await page.script("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    const shown = await rows(page);
    assert.ok(shown.length <= 40, `${shown.length} rows at once`);
    shown.forEach(name => names.add(name));
    if (end) return names;
  }
}

async function show(page, name) {
  await page.script(
    `const select = document.getElementById("cell-show"); select.value = arguments[0];
     select.dispatchEvent(new Event("change", { bubbles: true }));`, name);
}

test("every seeded error is named, and no other; the figures are those of the files", chromiumOnly, () =>
  gathered("chromium", async page => {
    assert.match((await page.texts("#taken"))[0], /^Đã đọc: 249 chi bộ mới\. Đã đối chiếu 249 tệp với nhật ký trong tệp\.$/);
    assert.deepEqual(await page.texts(".over__big"), ["38 / 249"]);
    assert.match((await page.texts("h1"))[0], /^Còn 20 ngày làm việc cho 211 chi bộ\. Xem lại kết quả của 20 chi bộ\.$/);
    assert.equal((await page.all(".orgs tbody tr")).length, 36);
    await show(page, "Kết quả cần xem lại");
    await untilEqual(async () => (await page.texts(".head__end")).find(text => /^\d+$/.test(text)) ?? "", "20", "the wrong ones");
    assert.deepEqual([...await everyRow(page)].sort(), Object.keys(written.errors).sort());
    await show(page, "Tất cả");
    assert.equal((await everyRow(page)).size, 249);
    // Words in any order and without marks.
    await page.write(await page.one("#cell-search"), "quan chi 12 dang");
    await until("the search", async () => (await rows(page)).length < 40);
    const found = await page.texts("#cells tbody th");
    assert.ok(found.length > 0 && found.every(text => text.includes("12")), found.join());
    // Whoever leaves it open past midnight sees the next day.
    await page.script("const now = Date.now.bind(Date); Date.now = () => now() + 16 * 3_600_000");
    await until("the next day", async () => /^Còn 19 ngày làm việc cho 211 chi bộ/.test((await page.texts("h1"))[0]));
  }));

test("the same files again change nothing; marks and list stay after a reload", chromiumOnly, () =>
  gathered("chromium", async page => {
    await (await page.one("#bring-files")).sendKeys(cells.join("\n"));
    await until("the files again", async () => /^Đã đọc: 249 bản không đổi/.test((await page.texts("#taken"))[0] ?? ""), 60_000);
    await page.write(await page.one("#roster"), "Chi bộ Lặng;Đảng bộ cơ quan 05;1/6/2022");
    await (await page.one("#take-roster")).click();
    await untilEqual(async () => (await page.texts(".over__big"))[0], "38 / 250", "one more");
    await page.write(await page.one("#cell-search"), "lang");
    await until("the silent one", async () => (await rows(page)).join() === "Chi bộ Lặng");
    await page.script(`document.querySelector("#cells tbody th .btn").click()`);
    const field = (await until("the days", async () => { const all = await page.all(".own-marks input"); return all.length === 7 && all; }))[4];
    await page.write(field, "30/5/2022");
    await page.script("document.activeElement.blur()");
    await page.answer("Đóng");
    await untilEqual(async () => (await page.texts(".over__big"))[0], "39 / 250", "held by the superior's word");
    await page.driver.navigate().refresh();
    await untilEqual(async () => (await page.texts(".over__big"))[0], "39 / 250", "what was kept");
    // What was found in the second pass is kept too.
    await page.script(`document.querySelector("#cells tbody th .btn").click()`);
    await page.says(".finds", "Phần tóm tắt không khớp nhật ký trong tệp");
    await page.answer("Đóng");
  }));

test("what leaves the table says what the core says, and no cell is a formula", chromiumOnly, () =>
  gathered("chromium", async (page, browser) => {
    const own = example("overview", folder).trim().split("\n").map(line => JSON.parse(line));
    const flat = await page.caught(async () => (await page.one("#out-flat")).click());
    const told = flat.trim().split("\n").map(line => JSON.parse(line));
    // Held against its records, each of the 20 has one finding more.
    assert.deepEqual(told.map(({ findings, ...row }) => row), own.map(({ findings, ...row }) => row));
    assert.deepEqual(told.map(row => row.findings > 0), own.map(row => row.findings > 0));
    const table = await page.caught(async () => (await page.one("#out-csv")).click());
    assert.equal(table.split("\r\n").length, 249 + 2);
    const before = await downloaded(browser.downloads);
    await (await page.one("#out-xlsx")).click();
    const file = await until("the spreadsheet", async () =>
      (await downloaded(browser.downloads)).find(name => !before.includes(name) && name.endsWith(".xlsx")));
    const sheet = parts(await readFile(file)).get("xl/worksheets/sheet1.xml");
    assert.equal(sheet.match(/<row /g).length, 250);
    assert.ok(!sheet.includes("<f>") && sheet.includes("Chi bộ 00001"));
    // The progress file of this level is read by the next one, with the same table.
    const lines = await page.caught(async () => (await page.one("#out-lines")).click());
    const path = join(folder, "lines.ndjson");
    await writeFile(path, lines);
    const other = await open("chromium");
    try {
      const above = new Page(other.driver, server.url);
      await above.visit("#/tong-hop");
      await above.ready();
      await (await above.one("#bring-files")).sendKeys(path);
      await until("the lines", async () => (await above.texts("#taken"))[0]?.startsWith("Đã đọc: 249 chi bộ mới"), 60_000);
      const again = await above.caught(async () => (await above.one("#out-flat")).click());
      assert.deepEqual(
        again.trim().split("\n").map(line => JSON.parse(line)).map(({ findings, ...row }) => row),
        told.map(({ findings, ...row }) => row));
    } finally {
      await other.quit();
    }
  }));

for (const engine of ENGINES) {
  test(`${engine}: the files are read and kept`, () =>
    gathered(engine, async page => {
      await page.driver.navigate().refresh();
      await until("what was kept", async () => (await page.texts(".over__big"))[0]?.endsWith("/ 249"), 30_000);
    }));
}

// On a busy machine the database answers late; what it then tells must not take the place of what was brought meanwhile.
test("files brought in before the kept table is read are all there", chromiumOnly, async () => {
  const browser = await open("chromium");
  try {
    const page = new Page(browser.driver, server.url);
    await browser.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", {
      source: `const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "onsuccess");
        Object.defineProperty(IDBOpenDBRequest.prototype, "onsuccess", { ...own, set(told) {
          own.set.call(this, told && (event => setTimeout(() => told.call(this, event), 1200)));
        } });`,
    });
    await page.visit("#/tong-hop");
    await page.ready();
    await (await page.one("#bring-files")).sendKeys(cells.join("\n"));
    await until("the files to be read", async () => (await page.texts("#taken"))[0]?.includes("Đã đối chiếu 249 tệp"), 60_000);
    assert.deepEqual(await page.texts(".over__big"), ["38 / 249"]);
  } finally {
    await browser.quit();
  }
});

test("chromium: the single file reads them at file:// too", chromiumOnly, () =>
  gathered("chromium", async page => assert.deepEqual(await page.texts(".over__big"), ["38 / 249"]), singleUrl()));
