// Ten thousand files in one sitting: the time of the overview against bare JSON.parse of the same bytes in the same run, the
// memory of the page, the size of the table on the page, and the figures against an engine's. Prints a table.
// FILES=10000 says how many cells; above 30 000 only the engine is measured. TRIALS=3 says how often.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "../../tests/e2e/engines.mjs";
import { Page } from "../../tests/e2e/pages.mjs";
import { serve } from "../../tests/e2e/serve.mjs";
import { until } from "../../tests/e2e/wait.mjs";
import { table } from "../../tests/scale/engine.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = join(ROOT, "target/scale");
const FILES = Number(process.env.FILES ?? 10_000);
const TRIALS = Number(process.env.TRIALS ?? 3);
const MOST_IN_BROWSER = 30_000;

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;
const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const say = (what, figure) => console.log(`${what.padEnd(64)}${figure}`);

await rm(FOLDER, { recursive: true, force: true });
const example = join(ROOT, "target/release/examples/cells");
const written = JSON.parse(execFileSync(example, [String(FILES), FOLDER, "--wrong", "20", "--seed", "5"], { encoding: "utf8", maxBuffer: 1 << 30 }));
say("files", `${written.files}, ${Math.round(written.bytes / 1e6)} MB`);

const begun = Date.now();
const rows = await table(FOLDER);
say("the engine: one query over the folder", seconds(Date.now() - begun));
const held = rows.filter(row => ["held", "reported", "ratified"].includes(row.stage)).length;
say("the engine: rows, held", `${rows.length}, ${held}`);

if (FILES <= MOST_IN_BROWSER) await inBrowser();
await rm(FOLDER, { recursive: true, force: true });

async function inBrowser() {
  const paths = readdirSync(FOLDER).flatMap(part => readdirSync(join(FOLDER, part)).map(name => join(FOLDER, part, name)));
  const total = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const server = await serve();
  const ratios = [];
  try {
    for (let trial = 0; trial < TRIALS; trial++) {
      const browser = await open("chromium");
      try {
        const page = new Page(browser.driver, server.url);
        browser.driver.manage().setTimeouts({ script: 600_000 });
        await page.visit("#/tong-hop");
        await page.ready();
        // The same bytes, read from the same kind of input and parsed, nothing kept.
        await page.script(`
          const input = document.createElement("input");
          input.type = "file"; input.multiple = true; input.id = "bare";
          document.body.append(input);`);
        await choose(page, "#bare", paths);
        const bare = await page.driver.executeAsyncScript(`
          const done = arguments[0];
          (async () => {
            const files = [...document.getElementById("bare").files];
            const begun = performance.now();
            let parsing = 0;
            const ahead = files.slice(0, 16).map(file => file.text());
            for (let at = 0; at < files.length; at++) {
              const text = await ahead.shift();
              if (at + 16 < files.length) ahead.push(files[at + 16].text());
              const before = performance.now();
              JSON.parse(text);
              parsing += performance.now() - before;
            }
            document.getElementById("bare").remove();
            done({ whole: performance.now() - begun, parsing });
          })();`);
        const before = resident();
        await choose(page, "#bring-files", paths);
        await until("the files to be read", async () => page.script(
          `return document.getElementById("taken").textContent.includes("${written.files} mới")`), 600_000);
        const took = await page.script(`return Number(document.getElementById("taken").dataset.took)`);
        const after = resident();
        const big = await page.script(`return document.querySelector(".over__big").textContent`);
        const nodes = await page.script(`return document.querySelectorAll("#cells tr").length`);
        ratios.push(took / bare.whole);
        say(`trial ${trial + 1}: reading and JSON.parse alone (of this parsing)`, `${seconds(bare.whole)} (${seconds(bare.parsing)})`);
        say(`trial ${trial + 1}: the overview, checksums and recount, kept in the database`, seconds(took));
        say(`trial ${trial + 1}: memory of the page before and after; rows of the table on it`, `${before} → ${after} MB; ${nodes}`);
        say(`trial ${trial + 1}: the overview's figures`, big);
        if (big !== `${held} / ${rows.length}`) throw new Error(`the engine says ${held} / ${rows.length}`);
      } finally {
        await browser.quit();
      }
    }
  } finally {
    await server.end();
  }
  say(`the overview against reading and JSON.parse, ${Math.round(total / 1e6)} MB, median of ${TRIALS}`, ` ${median(ratios).toFixed(2)}, bound 2`);
  if (median(ratios) > 2) process.exitCode = 1;
}

// An input takes its files in parts, because a command has a longest line.
async function choose(page, selector, paths) {
  const { root } = await page.driver.sendAndGetDevToolsCommand("DOM.getDocument", {});
  const { nodeId } = await page.driver.sendAndGetDevToolsCommand("DOM.querySelector", { nodeId: root.nodeId, selector });
  await page.driver.sendAndGetDevToolsCommand("DOM.setFileInputFiles", { files: paths, nodeId });
}

// The largest renderer's resident memory in megabytes: heap, the module's memory and whatever the browser holds for it.
function resident() {
  const lines = execFileSync("ps", ["-eo", "rss=,args="], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
  const sizes = lines.filter(line => line.includes("--type=renderer")).map(line => Number(line.trim().split(" ")[0]));
  return Math.round(Math.max(0, ...sizes) / 1024);
}
