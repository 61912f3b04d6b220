// A congress of the first note on a day of one's choice, and its dates counted here by themselves.

import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { press } from "./desk.mjs";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { CELL, VI } from "./texts.mjs";

export const DAY = 86_400_000;
const DEADLINE = "28/6/2022";
const CHECKLIST = JSON.parse(await readFile(new URL("../../data/checklists/party.json", import.meta.url), "utf8"));

export const chromium = (name, body) => test(name, { skip: !ENGINES.includes("chromium"), timeout: 300_000 }, async t => {
  const server = await serve();
  const browser = await open("chromium");
  const folder = await temporaryFolder("e2e-files-");
  try {
    const page = new Page(browser.driver, server.url);
    const cdp = (method, params = {}) => browser.driver.sendAndGetDevToolsCommand(method, params);
    await body({ t, page, cdp, browser, folder });
  } finally {
    await browser.quit();
    await server.end();
    await remove(folder);
  }
});

// The clock of the page stands where it would on a day, and goes on.
export async function onDay(cdp, instant) {
  await cdp("Page.enable");
  await cdp("Page.addScriptToEvaluateOnNewDocument", { source: `
    const by = ${new Date(instant).getTime()} - Date.now();
    const now = Date.now.bind(Date);
    const Own = Date;
    Date.now = () => now() + by;
    window.Date = class extends Own {
      constructor(...parts) { parts.length ? super(...parts) : super(now() + by); }
      static now() { return now() + by; }
    };
  ` });
}

// ---- The dates, counted here by themselves ----

// Working days around 26 May 2022 that offices had off: 30 April and 1 May fell on a weekend, so two days in lieu.
const OFF = new Set(["2022-05-02", "2022-05-03"]);

// Day and month of a task's date, with the year where that is not the year of today, for a congress on a day (in UTC, where no day is longer than another).
export function dueOf(task, congress = Date.UTC(2022, 4, 26), off = OFF, year = 2022) {
  let at = congress;
  const step = task.offset_days < 0 ? -DAY : DAY;
  let left = Math.abs(task.offset_days);
  while (left > 0) {
    at += step;
    const day = new Date(at);
    const works = ![0, 6].includes(day.getUTCDay()) && !off.has(day.toISOString().slice(0, 10));
    if (task.offset_unit === "calendar" || works) left -= 1;
  }
  const day = new Date(at);
  const told = `${day.getUTCDate()}/${day.getUTCMonth() + 1}`;
  return day.getUTCFullYear() === year ? told : `${told}/${day.getUTCFullYear()}`;
}

export const TASKS = CHECKLIST.tasks.filter(task => task.applies_to.includes("cell_committee"));

export const duesShown = page => page.script(`
  return Object.fromEntries([...document.querySelectorAll("li.task")].map(task =>
    [task.id.replace("task-", ""), task.querySelector(".task__d .num").textContent.trim().split(" ").at(-1)]));`);

export async function found(page, date = CELL.date, deadline = DEADLINE) {
  await page.visit();
  await page.ready();
  await page.write(await page.one("#q-organisation"), CELL.organisation);
  await page.write(await page.one("#q-members"), CELL.members);
  await page.write(await page.one("#q-date"), date);
  if (deadline) await page.write(await page.one("#q-deadline"), deadline);
  await page.press(VI.found);
  await page.one(".task");
  await page.writer();
}

export const put = (page, element, text) => page.script(
  "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))", element, text,
);

// Asks for the progress line.
export async function told(page) {
  if ((await page.all("#superior")).length > 0) await press(page, "superior");
  await page.one("#superior-line");
}
