// Files that are no backup, or a damaged one: each is told by its own sentence, and nothing changes. Names that look
// like markup stay text everywhere.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { CELL, ROLL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const chromiumOnly = { skip: !ENGINES.includes("chromium") };

let server;
let browser;
let folder;
let page;

before(async () => {
  if (chromiumOnly.skip) return;
  server = await serve();
  browser = await open("chromium");
  folder = await temporaryFolder("e2e-files-");
  page = new Page(browser.driver, server.url);
  await page.visit();
  await page.ready();
});
after(async () => {
  await browser?.quit();
  await server?.end();
  if (folder) await remove(folder);
});

const contents = () => page.script("return JSON.stringify(Object.entries(localStorage).sort())");

// Each makes a bad file out of a good one; then a part of what is said.
const BAD = [
  ["an empty file", () => "", "Không phải tệp sao lưu: nội dung hỏng ở dòng 1"],
  ["no JSON", () => "Biên bản đại hội\n", "Không phải tệp sao lưu: nội dung hỏng ở dòng 1"],
  ["bytes that are no text", () => Buffer.from([0xff, 0xfe, 0x00, 0x80]), "Không phải tệp sao lưu"],
  ["JSON of another program", () => "{\"name\": \"package\", \"version\": \"1.0.0\"}", "sai trường “format”"],
  ["a newer version", good => good.replace("\"version\": 9", "\"version\": 10"), "Tệp do bản mới hơn ghi (phiên bản 10)"],
  ["a file cut short", good => good.slice(0, good.length / 2), "nội dung hỏng ở dòng"],
  ["one letter changed", good => good.replace("Kho bạc", "Kho bac"), "Trường “checksum” không khớp"],
  ["a record taken out", good => good.replace(/\n  \{[^\n]*\}(?=\n \])/, "").replace(/,(?=\n \])/, ""), "checksum"],
  ["more than 5 MB", good => good + " ".repeat(6 * 1024 * 1024), "Tệp lớn 6 MB, quá 5 MB"],
];

test("files that are no good backup", chromiumOnly, async t => {
  await page.found();
  await page.tick();
  const good = await page.export();
  const kept = await contents();
  for (const [name, spoil, words] of BAD) {
    await t.test(name, async () => {
      const file = join(folder, "hong.json");
      const bad = spoil(good);
      assert.notEqual(bad, good);
      await writeFile(file, bad);
      for (const place of ["data", "start"]) {
        await (place === "data" ? page.place("du-lieu") : page.visit());
        await page.import(file);
        await page.says("#import-error", words);
        await page.says("dialog[open]", "hong.json");
        await page.says("dialog[open]", "Chưa có gì trên máy này thay đổi.");
        await page.answer(VI.close);
        assert.equal((await page.all("form .ask__error")).length, 0, "closing the dialog sent the form");
        assert.equal(await contents(), kept);
        if (place === "start") await page.driver.navigate().back();
      }
    });
  }

  await t.test("the good one again changes nothing, and says so", async () => {
    const file = join(folder, "tot.json");
    await writeFile(file, good);
    await page.place("du-lieu");
    await page.import(file);
    await page.says("dialog[open]", "Mở tệp không thay đổi gì");
    await page.press(VI.openThis);
    await page.one(".task");
    await untilEqual(contents, kept, "the storage");
  });

  await t.test("on a filled form it opens the file's congress and founds none", async () => {
    await page.visit();
    await page.write(await page.one("#q-organisation"), "Chi bộ khác");
    await page.write(await page.one("#q-members"), "9");
    await page.write(await page.one("#q-date"), "1/2/2027");
    await page.import(join(folder, "tot.json"));
    await page.press(VI.openThis);
    await page.says(".bar__name", CELL.organisation);
    await page.visit();
    await untilEqual(() => page.texts(".here li b"), [CELL.organisation], "congresses on this device");
  });
});

const ticks = number => untilEqual(() => page.ticked(), number, "ticked tasks");
const recordsIn = async () => JSON.parse(await page.export()).records.length;

// A browser tells that a dialog was closed with its next picture, which can be late.
test("the late word that a dialog was closed does not close the next one", chromiumOnly, async () => {
  const file = join(folder, "hong.json");
  await writeFile(file, "hỏng");
  await page.visit();
  await page.import(file);
  await page.answer(VI.close);
  await page.import(file);
  await page.script("document.querySelector('dialog[open]').dispatchEvent(new Event('close'))");
  await page.says("#import-error", "Không phải tệp sao lưu");
  await page.answer(VI.close);
});

test("a file that differs is joined or takes the place of what is here, and the state before comes back", chromiumOnly, async t => {
  const file = join(folder, "khac.json");
  let older;

  await t.test("an older file that is joined takes nothing away", async () => {
    await page.visit();
    await page.found({ ...CELL, organisation: "Chi bộ Thay đổi" });
    await page.tick();
    older = await page.export();
    await writeFile(file, older);
    await page.place("chuan-bi");
    await page.tick();
    await page.tick();
    await page.place("du-lieu");
    await page.import(file);
    await page.says("dialog[open]", "Tệp có thêm 0 ghi nhận; máy này có 2 ghi nhận mà tệp không có");
    await page.press("Gộp vào");
    await page.one(".task");
    await ticks(3);
  });

  await t.test("in the place of what is here it leaves only what it holds", async () => {
    await page.place("du-lieu");
    await page.import(file);
    await page.press("Thay thế");
    await page.one(".task");
    await ticks(1);
    assert.equal(await page.export(), older);
    await page.driver.navigate().refresh();
    await page.ready();
    await page.writer();
    assert.equal(await recordsIn(), 2, "after a reload");
  });

  await t.test("what was there before comes back, and so does what came instead", async () => {
    await page.place("chuan-bi");
    await page.tick();
    await ticks(2);
    await page.place("du-lieu");
    await page.says(".befores", "4 ghi nhận");
    await page.click("(//ul[@class='befores']//button)[1]");
    await page.one(".task");
    await ticks(3);
    assert.equal(await recordsIn(), 4);
    await page.driver.navigate().refresh();
    await page.ready();
    await page.writer();
    await page.place("chuan-bi");
    await ticks(3);
    await page.place("du-lieu");
    await page.says(".befores", "3 ghi nhận");
    await page.click("(//ul[@class='befores']//button)[1]");
    await page.one(".task");
    await ticks(2);
    assert.equal(await recordsIn(), 3);
  });

  await t.test("and work goes on from there, in both copies", async () => {
    await page.place("chuan-bi");
    await page.tick();
    await ticks(3);
    await until("the green light", () => page.script("return document.querySelector('.save').dataset.saved === 'ok'"));
    await page.script("localStorage.clear()");
    await page.visit();
    await page.driver.navigate().refresh();
    await page.ready();
    // What the database alone holds is found when the first page stands already.
    await page.one(".here li a");
    await page.follow((await page.texts(".here li a"))[0]);
    await page.one(".task");
    await ticks(3);
  });
});

const HTML = "Lê <img src=x onerror=window.harmed=1> An";

// Nothing of the name became an element, and it stands there as it was written.
async function plain(where) {
  await page.says(where, HTML);
  const state = await page.script("return [document.querySelectorAll('main img, header img, dialog img').length, window.harmed]");
  assert.deepEqual(state, [0, null], where);
}

test("a name that looks like markup stays a name", chromiumOnly, async () => {
  await page.visit();
  await page.found({ ...CELL, organisation: HTML });
  await plain(".bar__name");
  await page.place("chuan-bi/dang-vien");
  await page.pasteRoll([HTML, ...ROLL.slice(0, 9)]);
  await plain(".roll");
  await page.press(VI.everybody);
  await page.place("chuan-bi/thong-tin");
  await page.write("Trưởng ban kiểm phiếu", ROLL[0]);
  await page.write("Các thành viên ban kiểm phiếu", "<b>Vũ</b>");
  await page.place("chuan-bi/chuong-trinh");
  await page.write((await page.all(".plan textarea[aria-label='Nội dung']"))[0], HTML);
  await page.place("dieu-hanh");
  await plain(".prog");
  await page.beginCongress();
  await plain(".now__who");
  await page.place("hoi-truong");
  await plain(".hall");
  await page.place("kiem-phieu");
  await page.setRound(3, [HTML, ...ROLL.slice(1, 4)]);
  await plain(".names");
  await page.press(VI.openRound);
  await (await page.one("#type-totals")).click();
  await plain(".sheet");
  await page.fillSheet(["10", "10", "10", "0", "9", "8", "7", "2"]);
  await plain("#result");
  await page.press(VI.seal);
  await page.follow(VI.toMinutes);
  await plain(".paper");
  await page.place("nhat-ky");
  await plain(".log");
  await page.visit();
  await plain(".here");
});
