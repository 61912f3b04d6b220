// The whole congress of the first note on the shipped files: in each engine from a server, then with the server gone,
// and from the single file. In Chromium every request and every line of the console is looked at.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { wholeCongress, wipe } from "./congress.mjs";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve, singleUrl } from "./serve.mjs";
import { quiet } from "./silence.mjs";
import { steps } from "./steps.mjs";
import { VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

for (const engine of ENGINES) {
  test(`a congress from the first task to the archive: ${engine}`, async t => {
    const server = await serve();
    try {
      await within(engine, async (browser, folder) => {
        const step = steps(t);
        const page = new Page(browser.driver, server.url);
        await wholeCongress(step, page, browser, folder);
        await alone(step, page, server, folder);
        await silent(step, browser, server.url);
      });
    } finally {
      await server.end();
    }
  });
}

test("the same congress in the single file", { skip: !ENGINES.includes("chromium") }, async t => {
  await within("chromium", async (browser, folder) => {
    const step = steps(t);
    await wholeCongress(step, new Page(browser.driver, singleUrl()), browser, folder);
    await silent(step, browser, singleUrl());
  });
});

async function within(engine, body) {
  const browser = await open(engine, { performanceLog: true });
  const folder = await temporaryFolder("e2e-files-");
  try {
    await body(browser, folder);
  } finally {
    await browser.quit();
    await remove(folder);
  }
}

async function silent(step, browser, own) {
  if (browser.engine !== "chromium") return;
  await step("nothing was asked from elsewhere, and the console stayed empty", async () => {
    assert.deepEqual(await quiet(browser.driver, own), { foreign: [], told: [] });
  });
}

async function alone(step, page, server, folder) {
  await step("with the server gone it opens, and keeps what is done", async () => {
    await page.driver.executeAsyncScript("navigator.serviceWorker.ready.then(() => arguments[0]())");
    await page.place("chuan-bi");
    await server.end();
    await assert.rejects(fetch(server.url), "the server still answers");
    await again(page);
    await page.one(".task");
    await page.writer();
    await page.tick();
    await untilEqual(() => page.ticked(), 4, "ticked tasks");
    await again(page);
    await untilEqual(() => page.ticked(), 4, "ticked tasks after another visit");
  });

  await step("alone it is exported, wiped and brought back all the same", async () => {
    await page.writer();
    const exported = await page.export();
    const file = join(folder, "ngoai-tuyen.json");
    await writeFile(file, exported);
    await wipe(page);
    await again(page);
    await page.import(file);
    await page.press(VI.openThis);
    await page.one(".task");
    assert.equal(await page.export(), exported);
  });
}

// A new visit: a reload by WebDriver goes past the worker in Firefox. There `get` also comes back before an address
// with a `#` has been left for the new one.
let visits = 0;
async function again(page) {
  const hash = await page.hash();
  visits += 1;
  await page.driver.get(`${page.base}?${visits}${hash}`);
  await until("the new visit", async () => (await page.script("return location.search")) === `?${visits}`);
  await page.ready();
}
