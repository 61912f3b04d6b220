// How long it takes from opening the single file to a form one can write in, with a slow processor, against the same
// page written by hand. A report: times differ from machine to machine, so only an app that never opens fails.
// `make bench` measures it in two Chromiums, with what the figures are worth.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { GOAL, LIMIT, median, timed, watched, writeTwin } from "./opening.mjs";
import { singleUrl } from "./serve.mjs";

const SLOWER = 4;
const RUNS = 9;

test("from opening to usable", { skip: !ENGINES.includes("chromium") }, async t => {
  const folder = await temporaryFolder("e2e-twin-");
  const browser = await open("chromium");
  try {
    const twin = await writeTwin(folder);
    const { driver } = browser;
    await watched(driver, SLOWER);
    // The first of each fills the caches of the disk.
    await timed(driver, singleUrl());
    await timed(driver, twin);
    const pairs = [];
    // Turn by turn, so that whatever else the machine does falls on both.
    for (let run = 0; run < RUNS; run += 1) {
      pairs.push({ app: await timed(driver, singleUrl()), twin: await timed(driver, twin) });
    }
    for (const line of report(pairs)) t.diagnostic(line);
    assert.ok(pairs.every(pair => pair.app > 0 && pair.twin > 0));
  } finally {
    await browser.quit();
    await remove(folder);
  }
});

function report(pairs) {
  const app = median(pairs.map(pair => pair.app));
  const twin = median(pairs.map(pair => pair.twin));
  const ratio = median(pairs.map(pair => pair.app / pair.twin));
  const within = ratio <= GOAL ? "within the goal" : ratio <= LIMIT ? "within the limit" : "ABOVE THE LIMIT";
  return [
    `app ${Math.round(app)} ms, twin ${Math.round(twin)} ms (processor ${SLOWER} times slower, median of ${pairs.length})`,
    `ratio ${ratio.toFixed(2)}: ${within} (goal ${GOAL.toFixed(1)}, limit ${LIMIT.toFixed(1)})`,
  ];
}
