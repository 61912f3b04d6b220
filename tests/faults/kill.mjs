// The whole browser is killed while somebody writes: what the page had promised is there afterwards.

import { setTimeout as sleep } from "node:timers/promises";
import { open, remove, temporaryFolder } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { named, shownOf, upTo } from "./device.mjs";
import { begin, openRound, ready } from "../e2e/desk.mjs";
import { ROLL } from "../e2e/texts.mjs";
import { keying } from "./entry.mjs";
import { browserOn, killed } from "./processes.mjs";
import { witness } from "./witness.mjs";

// Trials in one profile, each going on where the last was killed. More would fill the storage.
const TRIALS_EACH = 20;

export async function killing(engine, trials, base) {
  const sum = { trials: 0, lost: 0, promised: 0, unpromised: 0, mostUnpromised: 0, faults: [] };
  while (sum.trials < trials) await inOneProfile(engine, Math.min(TRIALS_EACH, trials - sum.trials), base, sum);
  if (sum.promised === 0) sum.faults.push("no page promised anything: nothing was tested");
  if (sum.mostUnpromised > 1) sum.faults.push(`${sum.mostUnpromised} records lost at once that were not promised`);
  sum.note = `of ${sum.promised} promised; besides, ${sum.unpromised} that were not yet promised`;
  return sum;
}

async function inOneProfile(engine, trials, base, sum) {
  const profile = await temporaryFolder(`faults-${engine}-`);
  let browser = await open(engine, { profile });
  try {
    let page = new Page(browser.driver, base);
    await page.visit();
    await page.ready();
    await ready(page);
    const id = await page.congress();
    await openRound(page, 5, ROLL.slice(0, 6));
    await begin(page, "Mai Tuấn Vượng");
    const desk = (await page.hash()).split("/").slice(2).join("/");
    const promised = new Set();
    for (let trial = 0; trial < trials; trial += 1) {
      if (trial > 0) await page.place(desk);
      await page.one("#ballot-line");
      await page.writer();
      const seen = await killedWhileWriting(browser, page, profile, trial % 2 === 1);
      await browser.quit();
      browser = await open(engine, { profile });
      page = new Page(browser.driver, base);
      const there = (await shownOf(page, id)).map(named);
      judge(sum, seen, new Set(there), promised);
      // There is nothing to go on with.
      if (there.length === 0) return;
    }
  } finally {
    await browser.quit();
    await remove(profile);
  }
}

// At a moment by chance; or, to be as cruel as possible, as soon as a promise is out.
async function killedWhileWriting(browser, page, profile, atPromise) {
  const seen = await witness(browser, () => keying(page, 25 + Math.random() * 100));
  const processes = browserOn(profile);
  await sleep(150 + Math.random() * 1200);
  if (atPromise) await Promise.race([seen.next(), sleep(1000)]);
  await killed(profile, processes);
  return seen;
}

// `promised` grows over the trials of a profile: what an earlier trial was promised must outlive the later kills too.
function judge(sum, seen, there, promised) {
  const before = promised.size;
  for (const record of [...seen.kept].flatMap(upTo)) promised.add(record);
  sum.promised += promised.size - before;
  const unpromised = [...seen.wrote].filter(record => !promised.has(record) && !there.has(record)).length;
  sum.trials += 1;
  sum.lost += [...promised].filter(record => !there.has(record)).length;
  sum.unpromised += unpromised;
  sum.mostUnpromised = Math.max(sum.mostUnpromised, unpromised);
}
