// The tab is killed after its k-th write: whatever the browser had taken by then is there afterwards.

import { open } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { VI } from "../e2e/texts.mjs";
import { until } from "../e2e/wait.mjs";
import { devtools } from "./devtools.mjs";
import { named, ofKey, shownOf } from "./device.mjs";

// Stops the page in the instruction after its k-th write into any key, the records' or another.
const STOP = `(() => {
  const set = Storage.prototype.setItem;
  let writes = 0;
  window.wrote = [];
  Storage.prototype.setItem = function (key, value) {
    set.call(this, key, value);
    window.wrote.push(key);
    writes += 1;
    if (writes === window.stopAt) debugger;
  };
})();`;

// `ks` are counted from the founding on: its own writes are among them.
export async function crashing(ks, base) {
  const sum = { trials: 0, lost: 0, faults: [] };
  const browser = await open("chromium");
  try {
    for (const k of ks) await crashedAfter(k, browser.driver, base, sum);
  } finally {
    await browser.quit();
  }
  return sum;
}

async function crashedAfter(k, driver, base, sum) {
  const page = new Page(driver, base);
  const safe = await driver.getWindowHandle();
  await page.visit();
  await page.ready();
  await driver.switchTo().newWindow("tab");
  await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: STOP });
  await page.visit();
  await page.ready();
  const wrote = await writeAndCrash(k, page);
  await driver.switchTo().window(safe);
  await judge(page, wrote, k, sum);
}

// The keys that were written before the end.
async function writeAndCrash(k, page) {
  let stop;
  const stopped = new Promise(resolve => { stop = resolve; });
  const tools = await devtools(page.driver, method => {
    if (method === "Debugger.paused") stop();
  });
  await tools.send("Debugger.enable");
  await page.script(
    `window.stopAt = window.wrote.length + arguments[0];
     const press = text => [...document.querySelectorAll("button")].find(one => one.textContent.trim() === text).click();
     setTimeout(() => press(arguments[1]));
     let at = 0;
     // The founding comes first; some writes of a tick are not into records, so there are ticks enough for any k.
     setInterval(() => {
       const marks = document.querySelectorAll(".task > .mark");
       for (let times = 0; times < 20 && marks.length > 0; times += 1) marks[at++ % marks.length].click();
     }, 1);`,
    k, VI.sample,
  );
  await stopped;
  const { result } = await tools.send("Runtime.evaluate", { expression: "JSON.stringify(window.wrote)" });
  tools.send("Page.crash").catch(() => {});
  await until("the tab to die", () => page.driver.getTitle().then(() => false, () => true));
  tools.end();
  return JSON.parse(result.value);
}

async function judge(page, wrote, k, sum) {
  const records = wrote.filter(key => key.includes("/journal/"));
  const [, id] = records[0]?.match(/^so-tay-dai-hoi\/([^/]+)\/journal\//) ?? [];
  const there = new Set(id ? (await shownOf(page, id)).map(named) : []);
  sum.trials += 1;
  sum.lost += records.map(ofKey).filter(record => !there.has(record)).length;
  if (k > 50 && records.length < k / 4) sum.faults.push(`only ${records.length} of ${k} writes were records`);
  if (id) await page.wipe();
}
