// A newer version of the app: fetched in silence, never forced on an open congress, and taken over when somebody on the
// start page says so.

import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { DIST, serve } from "./serve.mjs";
import { VI } from "./texts.mjs";
import { untilEqual } from "./wait.mjs";

const MARK = '<meta name="version" content="2">';
const isNewer = page => page.script("return !!document.querySelector('meta[name=version]')");
const worker = (page, state) => page.driver.executeAsyncScript(
  `const [state, done] = arguments;
   navigator.serviceWorker.getRegistration().then(registration => done(!!registration?.[state]));`,
  state,
);

for (const engine of ENGINES) {
  test(`a newer version waits to be called: ${engine}`, async () => {
    const folder = await temporaryFolder("e2e-dist-");
    await cp(DIST, folder, { recursive: true });
    const server = await serve(folder);
    const browser = await open(engine);
    try {
      const page = new Page(browser.driver, server.url);
      await page.visit();
      await page.ready();
      await page.found();
      await untilEqual(() => worker(page, "active"), true, "a worker");
      await publish(folder);

      await page.driver.navigate().refresh();
      await page.driver.get(`${server.url}?again${await page.hash()}`);
      // Firefox's driver does not wait for an address with a place in it, and what follows would be asked of the page before.
      await untilEqual(() => page.script("return location.search"), "?again", "the page that was asked for");
      await page.ready();
      await untilEqual(() => worker(page, "waiting"), true, "a waiting worker", 15_000);
      await page.one(".task");
      assert.equal(await isNewer(page), false, "the open congress was given the newer version");
      assert.equal((await page.texts("main")).some(text => text.includes(VI.updateDo)), false);

      await page.visit();
      await page.press(VI.updateDo);
      await untilEqual(() => isNewer(page), true, "the newer version", 15_000);
      await page.ready();
      await page.says(".here", "Chi bộ Kho bạc");
      assert.equal(await worker(page, "waiting"), false);
    } finally {
      await browser.quit();
      await server.end();
      await remove(folder);
    }
  });
}

// Another version of the same app: another page, and so a worker with another list.
async function publish(folder) {
  const page = join(folder, "index.html");
  await writeFile(page, (await readFile(page, "utf8")).replace("</head>", `${MARK}</head>`));
  const script = join(folder, "sw.js");
  await writeFile(script, (await readFile(script, "utf8")).replace(/(const CACHE = "[^"]*)"/, '$1-2"'));
}
