// Papers: taken as a file for word processors from the hosted page and from the single file, with every figure leading to
// where it comes from, and sentences in the congress's own words.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { test } from "node:test";
import { eachPaper, GOLDEN, opened, said } from "../documents/said.mjs";
import { ready } from "./desk.mjs";
import { downloaded, ENGINES, OLD, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve, singleUrl } from "./serve.mjs";
import { steps } from "./steps.mjs";
import { until, untilEqual } from "./wait.mjs";
import { parts } from "./zip.mjs";

const SENTENCE = "Có mặt: 17 (mười bảy) người";

// The sentence of the paper that says this, with what can be pressed beneath it.
const beneath = (page, text, press) => page.script(
  `const line = [...document.querySelectorAll(".paper__line")].find(line => line.textContent.trim() === arguments[0]);
   const button = [...(line?.nextElementSibling?.querySelectorAll("button") ?? [])].find(button => button.textContent.trim() === arguments[1]);
   button?.click();
   return Boolean(button);`,
  text, press,
);

const says = (page, text) => until(text, () => page.script(
  `return [...document.querySelectorAll(".paper__line")].some(line => line.textContent.trim() === arguments[0])`, text,
));

// The file that a press on “.docx” brings, part by part.
async function file(page, browser) {
  const before = await downloaded(browser.downloads);
  await (await page.one("#docx")).click();
  const name = await until("the file", async () => {
    const files = await downloaded(browser.downloads);
    return files.find(name => !before.includes(name) && name.endsWith(".docx"));
  }, 30_000);
  return [basename(name), parts(await readFile(name))];
}

const text = xml => xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "").replace(/&amp;/g, "&");

for (const engine of ENGINES) {
  test(`a paper as a Word file, its figures, its words: ${engine}`, async t => {
    const step = steps(t);
    const server = await serve();
    const browser = await open(engine);
    const page = new Page(browser.driver, server.url);
    try {
      await page.visit();
      await page.ready();
      await ready(page);
      await page.place("ho-so/tinh-hinh-du");
      await says(page, SENTENCE);
      // The folder for downloads is nothing that WebKit's driver offers.
      if (engine !== "webkit") {
        await step("the file says what the page says", async () => {
          const [name, found] = await file(page, browser);
          assert.match(name, /^bao-cao-tinh-hinh-dang-vien-du-dai-hoi_/);
          const shown = await page.script(`return [...document.querySelectorAll(".paper__line")].map(line => line.textContent.trim())`);
          const lines = text(found.get("word/document.xml")).split("\n").map(line => line.trim());
          for (const line of shown) assert.ok(lines.includes(line), line);
        });
      } else {
        await step("the file is made", async () => {
          const made = await page.caught(async () => (await page.one("#docx")).click());
          assert.ok(made.startsWith("PK"), "an archive");
          assert.equal(await page.text("#docx-failed"), "");
        });
      }
      await step("a sentence in other words keeps its figures", async () => {
        await (await page.one("#reword")).click();
        await until("the way to reword", () => beneath(page, SENTENCE, "Sửa câu này"));
        const field = await page.one(".reword textarea");
        await page.write(field, "Đến dự đông đủ");
        await until("to use it", () => beneath(page, SENTENCE, "Dùng câu này"));
        await page.says(".reword .bad", "Câu phải còn “17”");
        await page.write(await page.one(".reword textarea"), "Đến dự 17 đồng chí (mười bảy)");
        await until("to use it", () => beneath(page, SENTENCE, "Dùng câu này"));
        await says(page, "Đến dự 17 đồng chí (mười bảy)");
      });
      await step("a figure leads to where it comes from", async () => {
        const figure = await page.one(".paper__line .fig");
        await page.script("arguments[0].click()", figure);
        await until("the roll", async () => (await page.hash()).endsWith("/chuan-bi/dang-vien"));
      });
      await step("the log keeps the words, and undoing brings the form's back", async () => {
        await page.place("nhat-ky");
        await page.says(".log", "Sửa tay lời văn bản, Báo cáo tình hình đảng viên dự đại hội");
        await page.place("ho-so/tinh-hinh-du");
        await says(page, "Đến dự 17 đồng chí (mười bảy)");
        if ((await page.script(`return document.querySelector("#reword").getAttribute("aria-pressed")`)) !== "true") {
          await (await page.one("#reword")).click();
        }
        await until("the sentence", () => beneath(page, "Đến dự 17 đồng chí (mười bảy)", "Sửa câu này"));
        await until("the way back", () => beneath(page, "Đến dự 17 đồng chí (mười bảy)", "Trở lại lời mẫu"));
        await says(page, SENTENCE);
      });
    } finally {
      await browser.quit();
      await server.end();
    }
  });
}

test("the single file carries what makes codes and papers inside it", { skip: !ENGINES.includes("chromium") }, async () => {
  const browser = await open("chromium");
  try {
    const page = new Page(browser.driver, singleUrl());
    await page.visit();
    await page.ready();
    await ready(page);
    await page.place("ho-so/danh-sach");
    const [name, found] = await file(page, browser);
    assert.match(name, /^danh-sach-dang-vien-du-dai-hoi_/);
    assert.deepEqual([...found.keys()].sort(), [
      "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml",
      "word/header.xml", "word/styles.xml",
    ]);
    assert.match(found.get("word/document.xml"), /<w:tblHeader\/>/);
    // Asked for again, it is there already. The old Chromium of the packages writes the second over the first.
    if (!OLD) await untilEqual(async () => (await file(page, browser))[1].size, 7, "the parts of a second file");
  } finally {
    await browser.quit();
  }
});

test("every paper says what was looked at", { skip: !ENGINES.includes("chromium") }, async () => {
  const server = await serve();
  const browser = await open("chromium");
  try {
    const page = new Page(browser.driver, server.url);
    await opened(page);
    const names = [];
    await eachPaper(page, async name => {
      names.push(`${name}.json`);
      const expected = JSON.parse(await readFile(new URL(`${name}.json`, GOLDEN), "utf8"));
      await untilEqual(() => said(page), expected, `${name}: look at it with “make documents”`);
    });
    const kept = (await readdir(GOLDEN)).filter(name => name.endsWith(".json"));
    assert.deepEqual(names.sort(), kept.sort());
  } finally {
    await browser.quit();
    await server.end();
  }
});
