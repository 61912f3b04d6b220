// Two windows on one congress. Every operation writes a text that is its own name, so that it is found again whatever
// record it ends up in; lost is what no record of any window holds in the end.

import { open } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { until } from "../e2e/wait.mjs";
import { shownOf } from "./device.mjs";
import { written } from "./entry.mjs";

// Operations in one congress; many more would fill the storage.
const OPERATIONS_EACH = 1000;

// A window in the background is given time as if it were in front.
const FLAGS = [
  "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
];

const NO_LOCKS = `Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });`;

// What the operations wrote so far, as the page's own storage took it.
const LOG = `(() => {
  const set = Storage.prototype.setItem;
  window.taken = [];
  Storage.prototype.setItem = function (key, value) {
    set.call(this, key, value);
    if (key.includes("/journal/")) taken.push(...(String(value).match(/operation [ab][0-9]+/g) ?? []));
  };
})();`;

export async function inTwoWindows(mode, operations, base) {
  const sum = { trials: 0, lost: 0, faults: [] };
  while (sum.trials < operations) {
    const before = sum.trials;
    await inOneCongress(MODES[mode], Math.min(OPERATIONS_EACH, operations - sum.trials), base, sum);
    if (sum.trials === before) throw new Error("no window wrote anything");
  }
  return sum;
}

const MODES = { "one writes at a time": byTurns, "both write at once": atOnce };

async function inOneCongress(play, operations, base, sum) {
  const browser = await open("chromium", { flags: FLAGS });
  try {
    const page = new Page(browser.driver, base);
    const taken = await play(page, operations);
    await page.driver.switchTo().newWindow("window");
    const text = JSON.stringify(await shownOf(page, taken.id));
    const there = new Set(text.match(/operation [ab][0-9]+/g));
    sum.trials += taken.length;
    sum.lost += taken.filter(operation => !there.has(operation)).length;
  } finally {
    await browser.quit();
  }
}

// Where windows have locks, one writes; it is closed as soon as it has written, and the other goes on.
async function byTurns(page, operations) {
  const each = Math.min(100, Math.ceil(operations / 4));
  const id = await founded(page, [LOG]);
  const taken = Object.assign([], { id });
  for (let turn = 0; taken.length < operations; turn += 1) {
    const writer = await page.driver.getWindowHandle();
    const follower = await beside(page, id, [LOG]);
    await page.driver.switchTo().window(writer);
    const texts = operationsOf(turn % 2 === 0 ? "a" : "b", turn * each, each);
    taken.push(...await written(page, texts));
    await page.driver.close();
    await page.driver.switchTo().window(follower);
    await until("the window to take over", () => page.script("return !document.querySelector('.follower')"));
    await page.writer();
    if (turn > operations) throw new Error("the windows take nothing");
  }
  return taken;
}

// Where they have none, both write all the time.
async function atOnce(page, operations) {
  const id = await founded(page, [NO_LOCKS, LOG]);
  const first = await page.driver.getWindowHandle();
  const second = await beside(page, id, [NO_LOCKS, LOG]);
  const half = Math.ceil(operations / 2);
  for (const [window, name] of [[first, "a"], [second, "b"]]) {
    await page.driver.switchTo().window(window);
    await page.script(
      `const texts = arguments[0];
       const field = document.getElementById("p-place");
       const next = () => {
         field.value = texts.shift();
         field.dispatchEvent(new Event("change", { bubbles: true }));
         if (texts.length > 0) setTimeout(next, Math.random() * 8);
         else window.finished = true;
       };
       next();`,
      operationsOf(name, 0, half),
    );
  }
  const taken = Object.assign([], { id });
  for (const window of [first, second]) {
    await page.driver.switchTo().window(window);
    await until("the window to finish", () => page.script("return window.finished"), 300_000);
    taken.push(...new Set(await page.script("return window.taken")));
  }
  return taken;
}

const operationsOf = (name, from, count) =>
  Array.from({ length: count }, (_, index) => `operation ${name}${from + index}`);

async function founded(page, early) {
  await lay(page, early);
  await page.visit();
  await page.ready();
  const id = await page.found();
  await page.place("chuan-bi/thong-tin");
  await page.one("#p-place");
  return id;
}

// A second window on the congress.
async function beside(page, id, early) {
  await page.driver.switchTo().newWindow("window");
  await lay(page, early);
  await page.visit(`#/${id}/chuan-bi/thong-tin`);
  await page.ready();
  await page.one("#p-place");
  return page.driver.getWindowHandle();
}

async function lay(page, sources) {
  for (const source of sources) {
    await page.driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source });
  }
}
