// The plan's dates in other zones, and a tick among thousands of tasks. Chromium, because the day of the browser is
// steered.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { press } from "./desk.mjs";
import { chromium, DAY, dueOf, duesShown, found, onDay, put, TASKS, told } from "./plan.mjs";
import { until, untilEqual } from "./wait.mjs";

const HOLIDAYS = JSON.parse(await readFile(new URL("../../data/holidays/vietnam.json", import.meta.url), "utf8"));
const OFF = new Set(HOLIDAYS.days_off.map(off => off.day));

// Days on which a count can slip: 29 February, around Tết, the ends of summer time elsewhere, the turn of a year; and some
// by a fixed chance.
const DAYS = [[2024, 2, 29], [2025, 2, 10], [2021, 2, 15], [2026, 3, 8], [2026, 11, 1], [2028, 1, 3]];
for (let seed = 7; DAYS.length < 10; seed = (seed * 48_271) % 2_147_483_647) {
  DAYS.push([2020 + seed % 10, 1 + seed % 12, 1 + seed % 28]);
}

for (const zone of ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London"]) {
  chromium(`dates and the day of today in ${zone}`, async ({ page, cdp }) => {
    await cdp("Emulation.setTimezoneOverride", { timezoneId: zone });
    // A quarter to midnight by the clock of that zone, ten days before the congress.
    const local = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    const offset = local.formatToParts(new Date(Date.UTC(2022, 4, 16))).find(part => part.type === "timeZoneName").value;
    await onDay(cdp, `2022-05-16T23:45:00${offset.replace("GMT", "") || "Z"}`);
    await found(page);
    await page.choose(await page.one("#group-by"), "giai đoạn");
    await untilEqual(() => duesShown(page), Object.fromEntries(TASKS.map(task => [task.id, dueOf(task)])), "the dates");
    await page.says(".eyebrow", "còn 10 ngày");
    // Two tick themselves from the start: nothing is late of them.
    const bySelf = await page.script(
      "return [...document.querySelectorAll('li.task')].filter(t => t.querySelector('.mark').dataset.mark === 'm-done').map(t => t.id.replace('task-', ''))");
    const lateOn = day => TASKS.filter(task => task.offset_unit === "calendar" && !bySelf.includes(task.id)
      && Math.round((Date.UTC(2022, 4, day) - Date.UTC(2022, 4, 26)) / DAY) > task.offset_days).length;
    const lateTold = async () => Number((await page.text("#plan-sum")).match(/quá hạn (\d+)/)[1]);
    const lateRows = async () => (await page.all("li.task[data-late=true]")).length;
    await told(page);
    await untilEqual(lateTold, lateOn(16), "what is told to be late");
    await untilEqual(lateRows, lateOn(16), "the rows that are late");
    // Who leaves the list open past midnight sees the next day.
    await page.script("const now = Date.now.bind(Date); Date.now = () => now() + 20 * 60_000");
    await page.says(".eyebrow", "còn 9 ngày");
    await untilEqual(lateTold, lateOn(17), "what is told to be late a day after");
    await untilEqual(lateRows, lateOn(17), "the rows that are late a day after");
    assert.notEqual(lateOn(16), lateOn(17));
    // So does who counts the days until the report is due.
    await page.place("sau-dai-hoi");
    const left = async () => Number((await page.text(".eyebrow"))?.match(/còn (\d+) ngày/)?.[1]);
    const before = await until("the days left", left);
    await page.script("const now = Date.now.bind(Date); Date.now = () => now() + 24 * 3_600_000");
    await untilEqual(left, before - 1, "the days left a day after");
  });
}

for (const zone of ["Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Apia"]) {
  chromium(`dates of ten years in ${zone}`, async ({ page, cdp }) => {
    await cdp("Emulation.setTimezoneOverride", { timezoneId: zone });
    for (const [year, month, day] of DAYS) {
      await found(page, `${day}/${month}/${year}`, null);
      await page.choose(await page.one("#group-by"), "giai đoạn");
      const congress = Date.UTC(year, month - 1, day);
      const thisYear = await page.script("return new Date().getFullYear()");
      const expected = Object.fromEntries(TASKS.map(task => [task.id, dueOf(task, congress, OFF, thisYear)]));
      await untilEqual(() => duesShown(page), expected, `the dates of ${day}/${month}/${year}`);
    }
  });
}

// ---- Thousands of tasks ----

chromium("a tick among 5,000 tasks costs what it costs among 50", async ({ t, page }) => {
  await found(page);
  const add = async number => {
    await press(page, "add-tasks");
    const lines = Array.from({ length: number }, (_, at) => `Việc số ${at + 1}`).join("\n");
    await put(page, await page.one("#new-tasks"), lines);
    await press(page, "add-tasks-do");
    await page.gone("dialog[open]");
  };
  // The first ticks warm up, and bring the numbers of the records to two digits.
  await measured(page);
  const few = await measured(page);
  await add(4_920);
  while ((await page.all("#more-tasks")).length > 0) await press(page, "more-tasks");
  await untilEqual(async () => (await page.all("li.task")).length, 4_994, "the rows");
  const many = await measured(page);
  await found(page);
  await measured(page);
  const again = await measured(page);
  for (const [size, one] of [["74", few], ["4994", many], ["74 again", again]]) {
    t.diagnostic(`${size} tasks: ${one.time.toFixed(2)} ms a tick, ${one.texts} text node, ${one.marks} boxes, ${one.bytes} bytes`);
  }
  // The few are measured before and after; the quicker of the two is what the many are held against.
  const slope = Math.log(many.time / Math.min(few.time, again.time)) / Math.log(4_994 / 74);
  t.diagnostic(`slope of time against size ${slope.toFixed(3)} (bound 0.15)`);
  assert.deepEqual([few.texts, few.marks, few.nodes], [1, 1, 0], "what a tick changes among 74");
  assert.deepEqual([many.texts, many.marks, many.nodes], [1, 1, 0], "what a tick changes among 4,994");
  assert.equal(many.bytes, few.bytes);
  assert.equal(again.bytes, few.bytes);
});

// A tick of a task that is not the next one: texts, boxes and nodes that change, bytes kept, and the
// time of a press until the page has been laid out anew, the median of several.
async function measured(page) {
  return page.driver.executeAsyncScript(`
    const done = arguments[0];
    const row = document.getElementById("task-P3_nhan_su-10");
    const mark = row.querySelector(".mark");
    const size = () => Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    const seen = { texts: new Set(), marks: new Set(), nodes: 0 };
    const observer = new MutationObserver(list => {
      for (const one of list) {
        if (one.target.closest?.(".save, .toast-place") || one.target.parentElement?.closest(".save, .toast-place")) continue;
        if (one.type === "characterData") seen.texts.add(one.target);
        if (one.type === "attributes" && one.target.classList.contains("mark")) seen.marks.add(one.target);
        if (one.type === "childList") seen.nodes += one.addedNodes.length + one.removedNodes.length;
      }
    });
    const channel = new MessageChannel();
    const turn = () => new Promise(next => { channel.port1.onmessage = next; channel.port2.postMessage(0); });
    const press = async () => {
      const [from, old] = [performance.now(), mark.dataset.mark];
      mark.click();
      while (mark.dataset.mark === old) await turn();
      document.body.offsetHeight;
      return performance.now() - from;
    };
    (async () => {
      const rest = () => new Promise(next => setTimeout(next, 120));
      observer.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });
      await rest();
      const before = size();
      await press();
      await rest();
      observer.disconnect();
      const bytes = size() - before;
      const times = [];
      for (let at = 0; at < 15; at += 1) { times.push(await press()); await rest(); }
      times.sort((a, b) => a - b);
      done({
        texts: seen.texts.size, marks: seen.marks.size,
        nodes: seen.nodes, bytes, time: times[7],
      });
    })();`);
}
