// A short piece of work under a fault, and what must hold of it whatever fails: what the page shows is what it exports;
// the light is red while anything is not kept twice; the export works; and what was promised, or stands in either copy,
// is there once the fault is gone.

import { open } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { sleep, until } from "../e2e/wait.mjs";
import { UNTOUCHED, copiesOf, exported, named, shownOf, upTo } from "./device.mjs";
import { tick, turned } from "./entry.mjs";

// How long the light may stay undecided.
const PATIENCE = 8000;

// A panic of the app is an exception that nobody catches.
const FAILURES = `
  window.failures = [];
  window.addEventListener("error", event => window.failures.push(String(event.message)));`;

// A window in which faults can be laid over every page; `clear` empties the device.
export async function onStage(base, body) {
  const browser = await open("chromium");
  try {
    const page = new Page(browser.driver, base);
    const tools = (method, params) => browser.driver.sendAndGetDevToolsCommand(method, params);
    let laid = [];
    // A fault takes the place of the one before.
    const lay = async (...sources) => {
      for (const identifier of laid) await tools("Page.removeScriptToEvaluateOnNewDocument", { identifier });
      laid = [];
      for (const source of [UNTOUCHED, FAILURES, ...sources]) {
        laid.push((await tools("Page.addScriptToEvaluateOnNewDocument", { source })).identifier);
      }
    };
    const clear = async () => {
      await page.driver.get("about:blank");
      await tools("Storage.clearDataForOrigin", {
        origin: new URL(base).origin, storageTypes: "local_storage,indexeddb",
      });
    };
    return await body({ page, lay, clear });
  } finally {
    await browser.quit();
  }
}

// Plays the scene on an empty device, or on one that holds a congress with a tick. `red` says that the light must be
// red in the end; `early` runs in the page before the work. The answer says how many records were lost, what else went
// wrong, and what `last` reads in the end.
export async function played(stage, fault, { holds, red = false, early, last = "return null" }) {
  const { page, lay, clear } = stage;
  await clear();
  await lay();
  const id = holds ? await settled(page) : null;
  await page.driver.get("about:blank");
  await lay(fault);
  const seen = { due: new Set(), wrong: [] };
  try {
    if (id) await opened(page, id, seen);
    else await founded(page, seen);
    if (early) await page.script(early);
    if (seen.works) await worked(page, seen, red);
  } catch (failure) {
    seen.wrong.push(failure.message);
  }
  const failures = await page.script("return window.failures");
  seen.wrong.push(...failures.map(text => `the page failed: ${text}`));
  const end = await page.script(last);
  await page.driver.get("about:blank");
  await lay();
  const there = new Set(seen.id ? (await shownOf(page, seen.id)).map(named) : []);
  return { lost: [...seen.due].filter(record => !there.has(record)).length, wrong: seen.wrong, end };
}

async function settled(page) {
  await page.visit();
  await page.ready();
  const id = await page.found();
  await tick(page, 1);
  await light(page);
  return id;
}

async function opened(page, id, seen) {
  seen.id = id;
  await page.visit(`#/${id}/chuan-bi`);
  await page.ready();
  const { first, second } = await copiesOf(page, id);
  seen.due = new Set([...first, ...(second ?? [])]);
  await until("the congress, or a word about it", async () =>
    (await page.all(".task")).length > 0 || (await page.all("main .lead")).length > 0);
  seen.works = (await page.all(".task")).length > 0;
  if (!seen.works) seen.wrong.push(`instead of the congress: “${await page.heading()}”`);
}

async function founded(page, seen) {
  await page.visit();
  await page.ready();
  seen.id = await page.found();
  seen.works = true;
}

async function worked(page, seen, red) {
  // Two goes, so that there is a change after a failure, which is when the app tries again.
  await turned(page);
  await tick(page, 2);
  await sleep(60);
  await tick(page, 1);
  const state = await light(page);
  const promised = await page.script("return document.querySelector('.save').dataset.kept");
  const shown = await page.ticked();
  const records = await exported(page);
  const { first, second } = await copiesOf(page, seen.id);
  const names = records.map(named);
  const twice = names.every(name => first.has(name) && second?.has(name));
  if (!twice && state !== "bad") seen.wrong.push(`not everything is kept twice, and the light is “${state}”`);
  if (red && state !== "bad") seen.wrong.push(`the light is “${state}”, not red`);
  if (ticksOf(records) !== shown) seen.wrong.push(`shown: ${shown} ticks; exported: ${ticksOf(records)}`);
  for (const name of [...(promised ? upTo(promised) : []), ...first, ...(second ?? [])]) seen.due.add(name);
}

// What the light says once it is decided, or that it still waits.
export async function light(page) {
  const state = () => page.script("return document.querySelector('.save').dataset.saved");
  await until("the light", async () => (await state()) !== "wait", PATIENCE).catch(() => {});
  return state();
}

// The scene takes nothing back, so the last word about a task is its state.
function ticksOf(records) {
  const states = new Map();
  for (const { c } of records) if (c.task) states.set(c.task.id, c.task.state);
  return [...states.values()].filter(state => state === "done").length;
}
