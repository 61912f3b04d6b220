// Plays the faults and prints a table: fault, browser, trials, lost. `short` plays a few of each, as `make test` does.
// FAULTS=killed,crashed plays only these; TRIALS sets how often Chromium is killed.

import { ENGINES } from "../e2e/engines.mjs";
import { serve } from "../e2e/serve.mjs";
import { clearing } from "./cleared.mjs";
import { crashing } from "./crash.mjs";
import { denying, denyingBySettings, everyDenial } from "./denied.mjs";
import { killing } from "./kill.mjs";
import { throwingAtEvery } from "./throw.mjs";
import { inTwoWindows } from "./windows.mjs";

const short = process.argv.includes("short");
const chosen = process.env.FAULTS?.split(",");
const trials = Number(process.env.TRIALS ?? (short ? 4 : 200));
const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const SUITE = [
  ["killed", "browser killed while writing", "chromium", base => killing("chromium", trials, base)],
  ["killed", "browser killed while writing", "firefox", base => killing("firefox", short ? 2 : 50, base)],
  ["crashed", "tab killed after its k-th write", "chromium",
    base => crashing(short ? [1, 2, 3, 7, 20, 300] : numbers(1, 300), base)],
  ["throws", "storage throws at the k-th call", "chromium", base => throwingAtEvery(short ? 37 : 1, base)],
  ["denied", "a copy is full, missing or broken", "chromium",
    base => denying(short ? ["localStorage full", "open never answers", "transactions abort"] : everyDenial, base)],
  ["denied", "a copy is blocked in the settings", "firefox", base => denyingBySettings(base), !short],
  ["windows", "two windows, one writes at a time", "chromium",
    base => inTwoWindows("one writes at a time", short ? 100 : 10_000, base)],
  ["windows", "two windows, both write at once", "chromium",
    base => inTwoWindows("both write at once", short ? 300 : 10_000, base)],
  ["cleared", "a stranger's page clears the storage", "chromium", () => clearing(short)],
];

const columns = row => [row[0].padEnd(38), row[1].padEnd(9), ...row.slice(2, 4).map(cell => String(cell).padStart(7)),
  row[4] ?? ""].join(" ").trimEnd();

const server = await serve();
let failed = false;
try {
  console.log(columns(["fault", "browser", "trials", "lost"]));
  for (const [name, fault, engine, play, wanted = true] of SUITE) {
    if (!wanted || !ENGINES.includes(engine) || (chosen && !chosen.includes(name))) continue;
    const { trials, lost, faults, note } = await play(server.url)
      .catch(failure => ({ trials: "–", lost: "–", faults: [failure.stack] }));
    failed ||= lost !== 0 || faults.length > 0;
    console.log(columns([fault, engine, trials, lost, note]));
    faults.forEach(what => console.log(`  ${what}`));
  }
} finally {
  await server.end();
}
process.exit(failed ? 1 : 0);
