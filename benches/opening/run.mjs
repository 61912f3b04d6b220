// From opening the single file to a form that one can write in, against the same page written by hand, in the Chromium of
// today and in 109, with the processor as it is and four times slower.
//
//   make bench
//
// The app, the twin and the twin once more take turns in one browser; the twin against itself tells what the figures are
// worth, and a run in which it differs by more than a twentieth is refused. Figures are medians of ratios with bounds of
// 95 %, drawn again and again from the rounds themselves.

import { OLD, open, remove, temporaryFolder } from "../../tests/e2e/engines.mjs";
import { GOAL, LIMIT, timed, watched, writeTwin } from "../../tests/e2e/opening.mjs";
import { singleUrl } from "../../tests/e2e/serve.mjs";
import { median, told } from "../rounds.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const SAME = 1.05;

let refused = false;
for (const slower of [1, 4]) {
  const folder = await temporaryFolder("bench-opening-");
  const browser = await open("chromium");
  try {
    const { driver } = browser;
    const twin = await writeTwin(folder);
    await watched(driver, slower);
    const rounds = [];
    // The first round fills the caches of the disk and is no part of the figures.
    for (let round = 0; round <= ROUNDS; round += 1) {
      // Whoever comes first changes with every round.
      const turns = [["app", singleUrl()], ["twin", twin], ["again", twin]];
      const times = {};
      for (const [name, url] of [...turns.slice(round % 3), ...turns.slice(0, round % 3)]) times[name] = await timed(driver, url);
      if (round > 0) rounds.push(times);
    }
    const same = rounds.map(({ twin, again }) => again / twin);
    const worth = median(same);
    const ratio = rounds.map(({ app, twin, again }) => app / ((twin + again) / 2));
    const at = median(ratio);
    const stands = at <= GOAL ? "within the goal" : at <= LIMIT ? "within the gate" : "ABOVE THE GATE";
    const trusted = worth < SAME && worth > 1 / SAME;
    refused ||= !trusted;
    console.log(
      `Chromium ${OLD ?? "of today"}, ${slower} times slower: app ${Math.round(median(rounds.map(one => one.app)))} ms, `
      + `twin ${Math.round(median(rounds.map(one => one.twin)))} ms, ratio ${told(ratio)} ${stands} `
      + `(goal ${GOAL.toFixed(1)}, gate ${LIMIT.toFixed(1)}); twin against itself ${told(same)}${trusted ? "" : ": REFUSED, measure again"}`,
    );
  } finally {
    await browser.quit();
    await remove(folder);
  }
}
process.exitCode = refused ? 1 : 0;
