// The counting place when things do not go smoothly: figures that do not agree, a tie, a decision of the congress, and
// rules of the congress's own.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { readyRoll } from "./desk.mjs";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { steps } from "./steps.mjs";
import { CELL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const REASON = "Đoàn chủ tịch xác nhận";

test("a count that does not go smoothly", { skip: !ENGINES.includes("chromium") }, async t => {
  const server = await serve();
  const folder = await temporaryFolder("e2e-rules-");
  const browser = await open("chromium");
  try {
    const step = steps(t);
    const page = new Page(browser.driver, server.url);
    await page.visit();
    await page.ready();
    await page.found();
    await ownRules(step, page, folder);
    await readyRoll(page);
    await disagreement(step, page);
    await tie(step, page);
    await decision(step, page);
  } finally {
    await browser.quit();
    await remove(folder);
    await server.end();
  }
});

async function ownRules(step, page, folder) {
  const rules = () => page.script("return document.querySelector('#p-rules').selectedOptions[0].textContent");
  let pattern;

  await step("the rules in use come as a file to start from", async () => {
    await page.place("chuan-bi/thong-tin");
    pattern = JSON.parse(await page.caught(() => page.press("Tải quy chế đang dùng để làm mẫu")));
    assert.equal(pattern.id, "party_244_2014");
    assert.deepEqual(pattern.threshold.more_than, { numerator: 1, denominator: 2 });
  });

  await step("rules that contradict themselves are refused, and the field is named", async () => {
    const shipped = await rules();
    for (const [change, field] of [
      [file => { file.surplus.percent = 300; }, "surplus.percent"],
      [file => { file.threshold.more_than.numerator = 2; }, "threshold.more_than"],
      [file => { delete file.tie; }, "tie"],
      [file => { file.note = "x"; }, "note"],
      [file => file, "id"],
    ]) {
      const file = structuredClone(pattern);
      change(file);
      await load(page, folder, JSON.stringify(file));
      await page.says("#rules-error", `trường ${field} `);
      assert.equal(await rules(), shipped);
    }
    await load(page, folder, "{");
    await page.says("#rules-error", "không phải quy chế dạng JSON");
  });

  await step("rules of the congress's own are taken, and can be left again", async () => {
    const file = { ...pattern, id: "khuyen_hoc", names: { vi: "Điều lệ Hội Khuyến học", en: "Charter of the association" } };
    await load(page, folder, JSON.stringify(file));
    await untilEqual(rules, "Điều lệ Hội Khuyến học", "the rules");
    await page.gone("#rules-error");
    await page.control("z");
    await until("the shipped rules", async () => (await rules()).includes("244-QĐ/TW"));
  });
}

async function load(page, folder, text) {
  const path = join(folder, "quy-che.json");
  await writeFile(path, text);
  await (await page.one("#own-rules")).sendKeys(path);
}

async function disagreement(step, page) {
  await step("figures that do not agree come with their likely causes, and nothing is corrected", async () => {
    await page.place("kiem-phieu");
    await page.setRound(3, CELL.committee);
    await page.press(VI.openRound);
    await page.fillSheet(["17", "17", "15", "1", "13", "11", "9", "9"]);
    await page.says("#findings", "Hợp lệ 15 + không hợp lệ 1 không bằng thu về 17");
    const causes = await page.texts("#causes li");
    assert.deepEqual(causes.slice(0, 3), [
      "Số phiếu thu về 17 → 16: lệch một", "Số phiếu hợp lệ 15 → 16: lệch một",
      "Số phiếu không hợp lệ 1 → 2: lệch một",
    ]);
    assert.ok(causes.length <= 5, String(causes));
    assert.equal(await page.script("return document.querySelector('#ballots-valid').value"), "15");
    assert.equal(await (await page.button(VI.seal)).isEnabled(), false);
  });
}

async function tie(step, page) {
  await step("a tie rests on an unverified clause, so it waits for a reason", async () => {
    await page.write(await page.one("#ballots-valid"), "16");
    await page.gone("#findings");
    await page.says("#warnings", "xác nhận với đoàn chủ tịch");
    await page.says("main", "Còn 1 điều cần lưu ý chưa ghi lý do");
    assert.equal(await (await page.button(VI.seal)).isEnabled(), false);
  });

  await step("how firm the result is, and that the invalid ballot could matter", async () => {
    await page.says("#firmness", "Phải đọc khác ít nhất 1 phiếu");
    await page.says("aside", "Xử lý phiếu không hợp lệ cách khác có thể đổi kết quả");
  });

  await step("with the reason it is sealed, and the tied stand again", async () => {
    await page.write("Lý do", REASON);
    await page.says("#warnings", "Đã ghi lý do");
    await page.press(VI.seal);
    await page.gone(".sheet");
    await page.says("#warnings", REASON);
    await page.follow(VI.nextRound);
    await page.says("h1", "Bầu chi ủy, lần 2, giữa những người bằng phiếu");
    assert.deepEqual(await page.texts(".names li label"), CELL.committee.slice(2));
  });
}

async function decision(step, page) {
  await step("level again: the congress may vote once more, or stop", async () => {
    await page.press(VI.openRound);
    await page.fillSheet(["17", "17", "16", "1", "8", "8"]);
    await page.one("#warnings");
    await page.write("Lý do", REASON);
    await page.press(VI.seal);
    await page.gone(".sheet");
    await page.follow(VI.nextRound);
    await page.says("h1", "Bầu chi ủy, lần 3, giữa những người bằng phiếu");
    await page.press("Đại hội quyết định không bầu thêm");
    await page.answer("Ghi quyết định");
  });

  await step("then the secretary's turn comes, from those elected", async () => {
    await page.says("h1", "Bầu bí thư, lần 1");
    assert.deepEqual(await page.texts(".names li label"), CELL.committee.slice(0, 2));
    await page.place("nhat-ky");
    await page.says(".log", "Đại hội quyết định không bầu thêm");
    await page.says(".log", REASON);
  });
}
