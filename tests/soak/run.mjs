// A congress that runs for eight hours, fifty times as fast: the console and the hall screen tick, items pass, a speaker is
// called now and then. What the page keeps (heap after collection, the module's memory, nodes, listeners) must not grow.

import assert from "node:assert/strict";
import { open } from "../e2e/engines.mjs";
import { ready } from "../e2e/desk.mjs";
import { Page } from "../e2e/pages.mjs";
import { serve } from "../e2e/serve.mjs";
import { VI } from "../e2e/texts.mjs";
import { until } from "../e2e/wait.mjs";

const SPEED = 50;
const HOURS = Number(process.env.HOURS ?? 8);
const SAMPLES = Number(process.env.SAMPLES ?? 40);
// PRESSES=0 leaves the clock alone, so that what grows is its own.
const PRESSES = process.env.PRESSES !== "0";
// The share of its size that a figure may gain in an hour of the congress.
const GROWTH = 0.005;

const FAST = `
  const [now, steady, later, always] = [Date.now.bind(Date), performance.now.bind(performance), setTimeout, setInterval];
  const start = ${Date.now()};
  Date.now = () => Math.floor(start + (now() - start) * ${SPEED});
  performance.now = () => steady() * ${SPEED};
  window.setTimeout = (run, wait = 0, ...rest) => later(run, wait / ${SPEED}, ...rest);
  window.setInterval = (run, wait = 0, ...rest) => always(run, wait / ${SPEED}, ...rest);
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...from) => {
    const made = await instantiate(...from);
    window.wasmMemory ??= made.instance.exports.memory;
    return made;
  };
`;

// In the page: the browser notes shifts of the layout and long frames in lists of its own, until these are full; what they
// hold is no growth of the page. They are filled first, by frames that take long and move everything to and fro.
const FILL = `
  const [longest, done] = arguments;
  let left = longest;
  const frame = () => {
    if (left === 0) return done();
    document.body.style.paddingTop = left % 2 ? "40px" : "";
    left -= 1;
    const until = Date.now() + 60 * ${SPEED};
    while (Date.now() < until);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);`;
// More than any of these lists holds.
const LONGEST = 260;

const server = await serve();
const browser = await open("chromium");
const cdp = (method, params = {}) => browser.driver.sendAndGetDevToolsCommand(method, params);
const page = new Page(browser.driver, server.url);
// The driver's own way of asking a page leaves a script of 30 kB there each time, which would be measured as the page's.
const asked = async expression => (await cdp("Runtime.evaluate", { expression, returnByValue: true })).result.value;
const CLOCK = `document.getElementById("clock")?.textContent`;
// Presses the button, where it stands; 1 when it was pressed.
const PRESS = `[...document.querySelectorAll("button")].filter(button => button.textContent.includes(${JSON.stringify(VI.next)}))
  .slice(0, 1).map(button => button.click()).length`;
const samples = [];

async function sample(hour) {
  await cdp("HeapProfiler.enable");
  await cdp("HeapProfiler.collectGarbage");
  await cdp("Performance.enable");
  const { metrics } = await cdp("Performance.getMetrics");
  const of = name => metrics.find(metric => metric.name === name).value;
  const module = await asked("window.wasmMemory?.buffer.byteLength ?? 0");
  samples.push({ hour, heap: of("JSHeapUsedSize"), module, nodes: of("Nodes"), listeners: of("JSEventListeners") });
}

// The median of the slopes between all pairs of samples, as a share of the middle figure, for each hour.
function growth(name) {
  const slopes = samples.flatMap((one, at) => samples.slice(at + 1).map(two => (two[name] - one[name]) / (two.hour - one.hour)));
  const middle = list => list.sort((a, b) => a - b)[list.length >> 1];
  return middle(slopes) / middle(samples.map(one => one[name]));
}

try {
  await cdp("Page.enable");
  await cdp("Page.addScriptToEvaluateOnNewDocument", { source: FAST });
  await page.visit();
  await page.ready();
  await ready(page);
  await page.place("dieu-hanh");
  await page.beginCongress();
  await page.one("#clock");
  const desk = await browser.driver.getWindowHandle();
  const id = await page.congress();
  await browser.driver.switchTo().newWindow("window");
  await cdp("Page.addScriptToEvaluateOnNewDocument", { source: FAST });
  await page.visit(`#/${id}/hoi-truong`);
  await page.one(".hall__digits");
  const hall = await browser.driver.getWindowHandle();
  await browser.driver.manage().setTimeouts({ script: 60_000 });
  for (const window of [hall, desk]) {
    await browser.driver.switchTo().window(window);
    await browser.driver.executeAsyncScript(FILL, LONGEST);
  }
  const seconds = HOURS * 3600 / SPEED;
  const begun = Date.now();
  let pressed = 0;
  for (let at = 0; at < SAMPLES; at += 1) {
    const due = begun + (at + 1) * seconds * 1000 / SAMPLES;
    await browser.driver.switchTo().window(desk);
    // The agenda is gone through once, and then the last item goes on.
    if (PRESSES && at % 2 === 1) pressed += await asked(PRESS);
    await new Promise(resolve => setTimeout(resolve, Math.max(due - Date.now(), 0)));
    const before = await asked(CLOCK);
    await until("the clock to go on", async () => (await asked(CLOCK)) !== before, 3000);
    await sample((Date.now() - begun) * SPEED / 3_600_000);
    await browser.driver.switchTo().window(hall);
    assert.ok(await asked(`document.querySelector(".hall") !== null`), "the hall screen");
  }
  assert.ok(pressed > 0 || !PRESSES, "no item passed");
  // The first tenth warms up.
  samples.splice(0, SAMPLES / 10);
  let grew = false;
  for (const name of ["heap", "module", "nodes", "listeners"]) {
    const [first, last] = [samples[0][name], samples.at(-1)[name]];
    const share = growth(name);
    grew ||= share > GROWTH;
    console.log(`${name.padEnd(10)} ${String(first).padStart(10)} → ${String(last).padStart(10)}  ${(share * 100).toFixed(2)} % an hour${share > GROWTH ? "  GROWS" : ""}`);
  }
  console.log(`heap in kB: ${samples.map(one => Math.round(one.heap / 1000)).join(" ")}`);
  console.log(`${samples.at(-1).hour.toFixed(1)} hours at ${SPEED} times the speed, ${pressed} items passed, ${samples.length} samples`);
  process.exitCode = grew ? 1 : 0;
} finally {
  await browser.quit();
  await server.end();
}
