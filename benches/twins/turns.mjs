// The app and its twins take turns in one browser; hand-written JavaScript against itself tells what the figures are worth.

import { open, remove, temporaryFolder } from "../../tests/e2e/engines.mjs";
import { anew } from "../../tests/e2e/opening.mjs";
import { until } from "../../tests/e2e/wait.mjs";
import { median, middle, shuffled, told } from "../rounds.mjs";

export const ROUNDS = Number(process.env.ROUNDS ?? 15);
export const HAND = "by hand";
export const APP = "the app";
const AGAIN = "by hand again";
// What hand-written JavaScript may differ from itself.
const SAME = 0.05;

// In a page, in front of what measures it: waits until all has followed that follows without another turn, its layout made. A
// turn waited for would hold a painting now and then, and more often where the page is changed before the press returns: so
// the twin by hand and Solid's had seemed twice as slow as they are on a slowed processor. Ten steps are five times what any list needs.
export const FOLLOWED = `
  const followed = async () => {
    for (let step = 0; step < 10; step += 1) await null;
    document.body.offsetHeight;
  };`;

// A browser and a folder for as long as `work` lasts. `watch` runs in every page before anything else.
export async function inBrowser(watch, work) {
  const folder = await temporaryFolder("bench-twins-");
  const browser = await open("chromium");
  try {
    const { driver } = browser;
    await driver.manage().setTimeouts({ script: 120_000 });
    for (const domain of ["Page", "Performance"]) await driver.sendAndGetDevToolsCommand(`${domain}.enable`, {});
    await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: watch });
    await work(driver, folder);
  } finally {
    await browser.quit();
    await remove(folder);
  }
}

export const throttled = (driver, rate) => driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate });

// Milliseconds of script, style and layout so far.
export async function worked(driver) {
  const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  const of = name => metrics.find(metric => metric.name === name).value;
  return 1000 * (of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration"));
}

// Opens a page anew, and answers what it noted of itself in `window.usableAt`.
export async function opened(driver, url) {
  await anew(driver, url);
  return until("the page", () => driver.executeScript("return window.usableAt"), 60_000);
}

// Keeps what a twin works on, in place of what was there.
export async function keepData(driver, { url }, name, data) {
  await driver.get(url);
  await driver.executeScript(`
    for (const key of Object.keys(localStorage)) if (key.startsWith("twin/")) localStorage.removeItem(key);
    localStorage.setItem(arguments[0], arguments[1]);`, `twin/${name}`, JSON.stringify(data));
}

// What each page took in each round, after a first one that counts for nothing. Each round has an order of its own: in one that
// only begins elsewhere, the same page would always come behind the app, whose memory is cleared away then.
export async function takeTurns(pages, sample) {
  const turns = [...Object.entries(pages), [AGAIN, pages[HAND]]];
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = {};
    for (const [name, page] of shuffled(turns)) times[name] = await sample(page.url);
    if (round > 0) rounds.push(times);
  }
  return rounds;
}

// Writes a line for each figure: medians of ratios to hand-written JavaScript. False when one of them is refused.
export function tell(rounds, pages, figures) {
  let trusted = true;
  for (const what of figures) {
    const base = one => (one[HAND][what] + one[AGAIN][what]) / 2;
    const same = rounds.map(one => one[AGAIN][what] / one[HAND][what]);
    const stands = Math.abs(median(same) - 1) < SAME;
    trusted &&= stands;
    const line = Object.keys(pages).filter(name => name !== HAND).map(name => {
      const at = median(rounds.map(one => one[name][what]));
      return `${name} ${told(rounds.map(one => one[name][what] / base(one)))}, ${at.toFixed(1)} ms`;
    });
    console.log(`  ${what}: ${line.join("; ")}; by hand ${median(rounds.map(base)).toFixed(1)} ms, against itself ${told(same)}${stands ? "" : " REFUSED"}`);
  }
  return trusted;
}

export { median, middle };
