// The single file, opened from the disk as from a USB stick: it works, keeps what is done, and carries the hall screen.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { DIST, SINGLE, singleText, singleUrl } from "./serve.mjs";
import { steps } from "./steps.mjs";
import { VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

// WebKitGTK under automation keeps no storage over a restart; there the restart is left out.
const RESTARTS = ["chromium", "firefox"];

for (const engine of ENGINES) {
  test(`the single file from the disk: ${engine}`, async t => {
    const profile = await temporaryFolder(`e2e-profile-${engine}-`);
    let browser = await open(engine, { profile });
    try {
      const step = steps(t);
      const page = new Page(browser.driver, singleUrl());
      const id = await founded(step, page);
      await followed(step, page);
      if (!RESTARTS.includes(engine)) return;
      await step("closed and opened again, the browser still has it", async () => {
        await browser.quit();
        browser = await open(engine, { profile });
        await stillThere(new Page(browser.driver, singleUrl()), id());
      });
    } finally {
      await browser.quit();
      await remove(profile);
    }
  });
}

test("what ships tells nothing of the machine that built it", async () => {
  const later = (await readdir(join(DIST, "later"))).map(name => join("later", name));
  const files = [...await readdir(DIST), ...later];
  const modules = files.filter(name => name.endsWith(".wasm"));
  assert.equal(modules.length, 3);
  for (const name of files.filter(name => /\.(wasm|js|html)$/.test(name))) {
    const bytes = await readFile(join(DIST, name));
    for (const place of [join(homedir(), ".cargo"), "/registry/src/"]) {
      assert.ok(!bytes.includes(place), `${name} tells of ${place}`);
      assert.ok(!bytes.includes(Buffer.from(place, "utf16le")), `${name} tells of ${place}`);
    }
  }
});

// The app's script stands before the words that tell of its failure.
const FAILURES = {
  "a script that the browser cannot read": page => page.replace("<script>(async()=>{", "<script>(async()=>{ this is no script;"),
  "no way to unpack": page => page.replace("<script>", "<script>delete globalThis.DecompressionStream;"),
  "a damaged module": page => page.replace(/(<template id="wasm"><!--.{9000})...../s, "$1....."),
};

for (const engine of ENGINES) {
  test(`a single file that cannot start says so: ${engine}`, async t => {
    const folder = await temporaryFolder(`e2e-failing-${engine}-`);
    const browser = await open(engine);
    try {
      const step = steps(t);
      const whole = (await singleText()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
      for (const [name, changed] of Object.entries(FAILURES)) {
        await step(name, async () => {
          const broken = changed(whole);
          assert.notEqual(broken, whole);
          const file = join(folder, "so-tay.html");
          await writeFile(file, broken, "utf16le");
          const page = new Page(browser.driver, pathToFileURL(file).href);
          await page.visit();
          await page.says("#shell-failed:not([hidden])", "Dữ liệu đã lưu vẫn còn nguyên.");
        });
      }
    } finally {
      await browser.quit();
      await remove(folder);
    }
  });
}

for (const engine of ENGINES) {
  test(`a copy without its end says so: ${engine}`, async t => {
    const folder = await temporaryFolder(`e2e-short-${engine}-`);
    const browser = await open(engine);
    try {
      const step = steps(t);
      const whole = await readFile(SINGLE);
      // In the first module, in the styles, in the second module, and a few letters before the end.
      for (const kept of [0.05, 0.2, 0.6, 1 - 60 / whole.length]) {
        await step(`${Math.round(1000 * kept) / 10} % of it`, async () => {
          const file = join(folder, "so-tay.html");
          await writeFile(file, whole.subarray(0, Math.floor(kept * whole.length)));
          const page = new Page(browser.driver, pathToFileURL(file).href);
          await page.visit();
          await page.says("body > main.shell", "Bản sao này của sổ tay bị thiếu phần cuối");
          await page.gone("#q-organisation");
        });
      }
    } finally {
      await browser.quit();
      await remove(folder);
    }
  });
}

async function founded(step, page) {
  let id;

  await step("it opens, and asks nothing of any network", async () => {
    await page.visit();
    await page.ready();
    assert.equal(await page.script("return location.protocol"), "file:");
    const asked = await page.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
    assert.deepEqual(asked.filter(name => !/^(data|blob|file):/.test(name)), []);
  });

  await step("the sample congress is founded and a task ticked", async () => {
    id = await page.sample();
    await page.tick();
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    await page.says(".save", VI.saved);
  });

  await step("a reload keeps it", async () => {
    await page.driver.get("about:blank");
    await page.visit(`#/${id}/chuan-bi`);
    await page.ready();
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    await page.writer();
  });

  return () => id;
}

async function followed(step, page) {
  await step("the hall screen in a second window follows", async () => {
    await page.place("dieu-hanh");
    const desk = await page.driver.getWindowHandle();
    await page.follow(VI.hall);
    const hall = await until("the second window", async () =>
      (await page.driver.getAllWindowHandles()).find(handle => handle !== desk));
    await page.driver.switchTo().window(hall);
    await page.says(".hall__who", "Sắp bắt đầu");
    await page.driver.switchTo().window(desk);
    await page.beginCongress();
    await page.says("#clock", "19:");
    const item = await page.text(".now__who");
    await page.driver.switchTo().window(hall);
    await page.says(".hall__who", item, 2000);
    await page.says(".hall__digits", "19:", 2000);
    await page.driver.close();
    await page.driver.switchTo().window(desk);
  });
}

async function stillThere(page, id) {
  await page.visit();
  await page.ready();
  // A browser that was ended before it wrote localStorage out has it from the second copy, a moment later.
  await untilEqual(async () => (await page.all(".here li")).length, 1, "the congress on the first page");
  await page.visit(`#/${id}/chuan-bi`);
  await page.one(".task");
  await untilEqual(() => page.ticked(), 1, "ticked tasks");
  await page.place("dieu-hanh");
  await page.one("#clock");
}
