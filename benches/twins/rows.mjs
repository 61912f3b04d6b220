// Whether the twin by hand is an honest measure: its way of making and changing rows against the entry without a framework
// of js-framework-benchmark, on that benchmark's own work.
//
//   VANILLA=…/frameworks/keyed/vanillajs/src/Main.js node benches/twins/rows.mjs
//
// The entry is not fetched by anything here. Both take turns; a figure is the median of ratios, script and layout together.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open, remove, temporaryFolder } from "../../tests/e2e/engines.mjs";
import { median, told } from "../rounds.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const MOST = 1.2;

// What is pressed before, and what is timed then.
const WORKS = {
  "create 1,000 rows": [["#clear"], "#run"],
  "replace 1,000 rows": [["#run"], "#run"],
  "update every tenth of 1,000": [["#run"], "#update"],
  "select a row": [["#run"], "tr:nth-of-type(2) > td:nth-of-type(2) > a"],
  "swap two rows": [["#run"], "#swaprows"],
  "remove a row": [["#run"], "tr:nth-of-type(5) > td:nth-of-type(3) > a > span"],
  "create 10,000 rows": [["#clear"], "#runlots"],
  "append 1,000 to 10,000 rows": [["#runlots"], "#add"],
  "clear 1,000 rows": [["#run"], "#clear"],
};

const DO = `
  const [before, what, done] = arguments;
  for (const press of before) document.querySelector(press).click();
  document.body.offsetHeight;
  requestAnimationFrame(() => setTimeout(() => {
    const start = performance.now();
    document.querySelector(what).click();
    document.body.offsetHeight;
    const took = performance.now() - start;
    done([took, document.getElementById("tbody").innerHTML.replace(/\\d+<|>[a-z ]+/g, "<")]);
  }));`;

const page = script => `<!doctype html><meta charset="utf-8"><div id="main"><div class="container">${
  ["run", "runlots", "add", "update", "clear", "swaprows", "hideall", "showall"].map(id => `<button id="${id}">${id}</button>`).join("")
}<table class="table"><tbody id="tbody"></tbody></table><span id="xxx"></span></div></div><script>${script}</script>`;

const folder = await temporaryFolder("bench-rows-");
const browser = await open("chromium");
const { driver } = browser;
try {
  await driver.manage().setTimeouts({ script: 60_000 });
  const urls = {};
  for (const [name, from] of [["entry", process.env.VANILLA], ["own", new URL("src/rows.js", import.meta.url)]]) {
    const file = join(folder, `${name}.html`);
    await writeFile(file, page(await readFile(from, "utf8")));
    urls[name] = pathToFileURL(file).href;
  }
  const all = [];
  for (const [work, [before, what]] of Object.entries(WORKS)) {
    const ratios = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [times, shapes] = [{}, {}];
      for (const name of round % 2 ? ["entry", "own"] : ["own", "entry"]) {
        await driver.get(urls[name]);
        const one = [];
        for (let time = 0; time < 5; time += 1) {
          const [took, shape] = await driver.executeAsyncScript(DO, before, what);
          one.push(took);
          shapes[name] = shape;
        }
        times[name] = median(one);
      }
      assert.equal(shapes.own, shapes.entry, `${work}: other rows`);
      if (round > 0) ratios.push(times.own / times.entry);
    }
    all.push(median(ratios));
    console.log(`${work}: ${told(ratios)}${median(ratios) <= MOST ? "" : ` ABOVE ${MOST}`}`);
  }
  const mean = Math.exp(all.reduce((sum, one) => sum + Math.log(one), 0) / all.length);
  console.log(`geometric mean ${mean.toFixed(2)}${mean <= MOST ? `, within ${MOST}` : `, ABOVE ${MOST}`}`);
} finally {
  await browser.quit();
  await remove(folder);
}
