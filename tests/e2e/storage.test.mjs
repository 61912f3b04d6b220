// What is kept, and what happens where keeping fails: several congresses, two windows, storage denied, full or damaged.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { CELL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const chromiumOnly = { skip: !ENGINES.includes("chromium") };
const TAKE_OVER = "Ghi ở cửa sổ này";
const OTHER = { organisation: "Chi bộ Thuế", members: "12", date: "3/9/2025" };

let server;
before(async () => { server = await serve(); });
after(() => server?.end());

// A fresh browser on the start page; `early` runs in every page before anything else.
async function within(engine, body, early) {
  const browser = await open(engine);
  try {
    const page = new Page(browser.driver, server.url);
    if (early) {
      await page.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: early });
    }
    await page.visit();
    await page.ready();
    await body(page, browser);
  } finally {
    await browser.quit();
  }
}

const light = page => page.script("return document.querySelector('.save').dataset.saved");
const contents = page => page.script("return JSON.stringify(Object.entries(localStorage).sort())");
const recordsOf = (page, id) =>
  page.script("return Object.keys(localStorage).filter(key => key.startsWith(`so-tay-dai-hoi/${arguments[0]}/journal/`)).sort()", id);

test("several congresses on one device keep apart", chromiumOnly, () => within("chromium", async page => {
  const first = await page.found();
  await page.tick();
  await page.visit();
  const second = await page.found(OTHER);
  assert.notEqual(first, second);
  assert.equal(await page.ticked(), 0);
  await page.visit();
  await untilEqual(() => page.texts(".here li b"), [OTHER.organisation, CELL.organisation], "the latest first");
  await page.follow((await page.texts(".here li a"))[1]);
  await page.says(".bar__name", CELL.organisation);
  assert.equal(await page.congress(), first);
  await untilEqual(() => page.ticked(), 1, "ticked tasks");
  await page.wipe();
  await untilEqual(() => page.texts(".here li b"), [OTHER.organisation], "the other is left");
  assert.deepEqual(await recordsOf(page, first), []);
  assert.equal((await recordsOf(page, second)).length, 1);
}));

for (const engine of ENGINES) {
  test(`of two windows one writes; the other follows and takes over: ${engine}`, () => within(engine, async page => {
    const id = await page.found();
    const writer = await page.driver.getWindowHandle();
    await page.driver.switchTo().newWindow("window");
    const follower = await page.driver.getWindowHandle();
    await page.visit(`#/${id}/chuan-bi`);
    await page.ready();
    await page.says(".follower", "chỉ theo dõi", 4000);
    await page.tick();
    assert.equal(await page.ticked(), 0, "a window that follows changed something");
    assert.equal((await recordsOf(page, id)).length, 1);
    await page.says(".toast", "Chưa ghi được: cửa sổ này chỉ theo dõi");

    await page.driver.switchTo().window(writer);
    await page.tick();
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    await page.driver.switchTo().window(follower);
    await untilEqual(() => page.ticked(), 1, "ticked tasks in the window that follows", 2000);

    await page.driver.switchTo().window(writer);
    await page.driver.close();
    await page.driver.switchTo().window(follower);
    await until("the window to take over", async () => (await page.all(".follower")).length === 0, 2000);
    await page.gone(".toast");
    await page.tick();
    await untilEqual(() => page.ticked(), 2, "ticked tasks after taking over");
    await untilEqual(async () => (await recordsOf(page, id)).length, 3, "records");
  }));
}

// Chromium gives a page that is loaded anew while the machine is busy a localStorage of its own, now and then.
test("a window that has a localStorage of its own follows by the database, and so does the one beside it", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    const writer = await page.driver.getWindowHandle();
    await page.driver.switchTo().newWindow("window");
    await page.driver.sendAndGetDevToolsCommand("Page.enable", {});
    await page.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: `
      const own = new Map();
      const alone = {
        get length() { return own.size; },
        key: at => [...own.keys()][at] ?? null,
        getItem: key => own.get(key) ?? null,
        setItem: (key, text) => { own.set(key, String(text)); },
        removeItem: key => { own.delete(key); },
      };
      Object.defineProperty(window, "localStorage", { get: () => alone });` });
    const apart = await page.driver.getWindowHandle();
    await page.visit(`#/${id}/chuan-bi`);
    await page.says(".follower", "chỉ theo dõi", 4000);
    assert.deepEqual(await recordsOf(page, id), [], "this window's localStorage is not its own");
    for (const number of [1, 2]) {
      await page.driver.switchTo().window(writer);
      await page.tick();
      await page.driver.switchTo().window(apart);
      await untilEqual(() => page.ticked(), number, "ticked tasks in the window apart", 4000);
    }
    // The other way round: what it writes stands in the database alone.
    await page.press(TAKE_OVER);
    await page.gone(".follower");
    await page.tick();
    await page.driver.switchTo().window(writer);
    await page.says(".follower", "chỉ theo dõi", 4000);
    await untilEqual(() => page.ticked(), 3, "ticked tasks in the window that wrote before", 4000);
  }));

for (const engine of ENGINES) {
  test(`a window takes over writing at a press, and the other follows from then on: ${engine}`, () =>
    within(engine, async page => {
      const id = await page.found();
      await page.tick();
      const first = await page.driver.getWindowHandle();
      await page.driver.switchTo().newWindow("window");
      const second = await page.driver.getWindowHandle();
      await page.visit(`#/${id}/chuan-bi`);
      await page.ready();
      await page.says(".follower", "chỉ theo dõi", 4000);
      await page.press(TAKE_OVER);
      await until("the window to write", async () => (await page.all(".follower")).length === 0, 1000);
      await page.tick();
      await untilEqual(() => page.ticked(), 2, "ticked tasks after taking over");

      await page.driver.switchTo().window(first);
      await page.says(".follower", "chỉ theo dõi", 4000);
      await untilEqual(() => page.ticked(), 2, "ticked tasks in the window that wrote before", 2000);
      await page.tick();
      assert.equal(await page.ticked(), 2, "a window that follows changed something");
      // And back again, from where that is told: nothing of either is lost.
      await page.script("document.querySelector('.toast .btn').click()");
      await page.gone(".follower");
      await page.tick();
      await untilEqual(() => page.ticked(), 3, "ticked tasks");
      await page.driver.switchTo().window(second);
      await untilEqual(() => page.ticked(), 3, "ticked tasks in the second window", 2000);
      await page.driver.switchTo().window(first);
      await untilEqual(() => light(page), "ok", "the light");
      await page.driver.navigate().refresh();
      await page.ready();
      await untilEqual(() => page.ticked(), 3, "ticked tasks after a reload");
      const { records } = JSON.parse(await page.export());
      assert.equal(records.length, 4);
      assert.equal(new Set(records.map(record => record.id.d)).size, 3, "each taking over writes under an id of its own");
    }));
}

test("a congress deleted in one window closes in the other and does not come back", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    const first = await page.driver.getWindowHandle();
    await page.driver.switchTo().newWindow("window");
    await page.visit(`#/${id}/chuan-bi`);
    await page.says(".follower", "chỉ theo dõi", 4000);
    const second = await page.driver.getWindowHandle();
    await page.driver.switchTo().window(first);
    await page.wipe();
    await page.driver.switchTo().window(second);
    await page.says("h1", "không có trong máy này");
    assert.deepEqual(await page.keptOf(id), []);
  }));

test("what a stranger clears away is saved anew from the open window", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    await page.tick();
    await untilEqual(async () => (await recordsOf(page, id)).length, 2, "records");
    const before = await recordsOf(page, id);
    await page.script("localStorage.clear()");
    await untilEqual(() => recordsOf(page, id), before, "records");
    await untilEqual(() => light(page), "ok", "the light");
    await page.tick();
    await page.driver.navigate().refresh();
    await page.ready();
    await untilEqual(() => page.ticked(), 2, "ticked tasks");
  }));

// Without the second copy too, as in a browser that keeps nothing at all.
const DENIED = `delete window.indexedDB;
Object.defineProperty(window, "indexedDB", { value: undefined });
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});`;

test("where storage is denied everything works in memory, under a red light", chromiumOnly, () =>
  within("chromium", async page => {
    await page.says(".notice", "chặn bộ nhớ");
    await page.found();
    await page.tick();
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    assert.equal(await light(page), "bad");
    await page.says(".save", "Chưa lưu được");
    const exported = JSON.parse(await page.export());
    assert.equal(exported.records.length, 2);
    await page.says(".page", "Chỉ trong bộ nhớ tạm");
  }, DENIED));

// A transaction of the test's own keeps the app's waiting until it is let go.
const HOLD = `
  const done = arguments[arguments.length - 1] ?? (() => {});
  indexedDB.open("so-tay-dai-hoi").onsuccess = ({ target: { result: database } }) => {
    const store = database.transaction("kept", "readwrite").objectStore("kept");
    window.held = true;
    const more = () => { if (window.held) store.get("nothing").onsuccess = more; else database.close(); };
    store.get("nothing").onsuccess = () => { more(); done(); };
  };`;
// What the light is, and what the eye sees of it.
const SHOWN = `
  const seen = name => getComputedStyle(document.querySelector(name)).visibility === "visible";
  return [document.querySelector(".save").dataset.saved, seen(".save__done"), seen(".save__wait")].join(" ");`;

test("the light waits at once, and says so when it takes longer than a moment", chromiumOnly, () =>
  within("chromium", async page => {
    await page.found();
    await untilEqual(() => light(page), "ok", "the light");
    for (const value of ["no-preference", "reduce"]) {
      await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value }] });
      assert.equal(await page.script(SHOWN), "ok true false");
      await page.driver.executeAsyncScript(HOLD);
      const pressed = await page.driver.executeAsyncScript(`
        const done = arguments[0];
        document.querySelector("li.task > .mark[aria-pressed]").click();
        setTimeout(() => done((() => {${SHOWN}})()));`);
      assert.equal(pressed, "wait true false", value);
      await untilEqual(() => page.script(SHOWN), "wait false true", "the word");
      await page.script("window.held = false");
      await untilEqual(() => page.script(SHOWN), "ok true false", "the light");
    }
  }));

test("what is pressed before both copies are read is told, and can be done a moment later", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    await untilEqual(() => light(page), "ok", "the light");
    const devtools = (name, given) => page.driver.sendAndGetDevToolsCommand(`Page.${name}`, given);
    await devtools("enable", {});
    const { identifier } = await devtools("addScriptToEvaluateOnNewDocument", { source: `(function () {${HOLD}})()` });
    await page.driver.navigate().refresh();
    await page.ready();
    await page.tick();
    await page.says(".toast", "Chưa ghi được: đang đọc bản thứ hai");
    assert.equal(await page.ticked(), 0);
    assert.equal((await recordsOf(page, id)).length, 1);
    await devtools("removeScriptToEvaluateOnNewDocument", { identifier });
    await page.script("window.held = false");
    await page.gone(".toast");
    await page.tick();
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    await untilEqual(async () => (await recordsOf(page, id)).length, 2, "records");
  }));

// Fills the storage to the last character with a key of somebody else.
const FILL = `
  let text = "";
  for (let size = 1 << 22; size > 0; size >>= 1) {
    try { localStorage.setItem("somebody-else", text + "x".repeat(size)); text += "x".repeat(size); } catch {}
  }`;

test("a full storage is told at once, loses nothing, and is caught up with", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    await untilEqual(() => light(page), "ok", "the light");
    await page.script(FILL);
    await page.tick();
    await page.tick();
    await untilEqual(() => light(page), "bad", "the light");
    await page.says(".save", "tải bản sao ngay");
    assert.equal(await page.ticked(), 2);
    assert.equal((await recordsOf(page, id)).length, 1);
    const exported = await page.export();
    assert.equal(JSON.parse(exported).records.length, 3);

    await page.script("localStorage.removeItem('somebody-else')");
    await page.place("chuan-bi");
    await page.tick();
    await untilEqual(() => light(page), "ok", "the light");
    assert.equal((await recordsOf(page, id)).length, 4);
    await page.driver.navigate().refresh();
    await page.ready();
    await untilEqual(() => page.ticked(), 3, "ticked tasks after a reload");
  }));

test("what a full storage does not take reaches the window that follows through the second copy", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    const writer = await page.driver.getWindowHandle();
    await page.driver.switchTo().newWindow("window");
    const follower = await page.driver.getWindowHandle();
    await page.visit(`#/${id}/chuan-bi`);
    await page.says(".follower", "chỉ theo dõi", 4000);
    await page.driver.switchTo().window(writer);
    await page.script(FILL);
    await page.tick();
    await page.tick();
    await untilEqual(() => light(page), "bad", "the light");
    assert.equal((await recordsOf(page, id)).length, 1);
    await page.driver.switchTo().window(follower);
    await untilEqual(() => page.ticked(), 2, "ticked tasks in the window that follows", 2000);
    await page.driver.switchTo().window(writer);
    await page.driver.close();
    await page.driver.switchTo().window(follower);
    await page.gone(".follower");
    await page.tick();
    await untilEqual(() => page.ticked(), 3, "ticked tasks");
    assert.equal(JSON.parse(await page.export()).records.length, 4);
  }));

// Each changes the stored text of one record.
const DAMAGES = [
  ["cut", "text => text.slice(0, -7)"],
  ["changed by one letter", "text => text.replace('Kho bạc', 'Kho bac')"],
];

const setAside = page => page.script(
  "return Object.keys(localStorage).filter(key => key.includes('/quarantine/')).map(key => localStorage[key])");

for (const [name, change] of DAMAGES) {
  test(`a record ${name} in both copies is told, offered as it is, left alone, and mended by the backup`, chromiumOnly, () =>
    within("chromium", async page => {
      const id = await page.found();
      await page.tick();
      await untilEqual(() => page.ticked(), 1, "ticked tasks");
      await untilEqual(() => light(page), "ok", "the light");
      const backup = await page.export();
      const [first] = await recordsOf(page, id);
      const damaged = await page.damage(first, change, true);
      await unreadable(page, id);
      await mended(page, backup);
      assert.ok((await setAside(page)).includes(damaged), "the damaged text was not kept");
      await page.wipe();
      assert.deepEqual(await page.keptOf(id), []);
    }));

  test(`a record ${name} in one copy is mended from the other, told, and set aside`, chromiumOnly, () =>
    within("chromium", async page => {
      const id = await page.found();
      await page.tick();
      await untilEqual(() => light(page), "ok", "the light");
      const backup = await page.export();
      const [first, second] = await recordsOf(page, id);
      for (const key of [first, second]) {
        const damaged = await page.damage(key, "text => text.slice(0, -7)", false);
        await page.driver.navigate().refresh();
        await page.ready();
        await page.says(".loss", "Bản thứ hai có đủ");
        await page.place("chuan-bi");
        await untilEqual(() => page.ticked(), 1, "ticked tasks");
        await until("the damaged text to be set aside", async () => (await setAside(page)).includes(damaged));
        await untilEqual(async () => (await recordsOf(page, id)).length, 2, "records");
        assert.equal(await page.export(), backup);
      }
    }));
}

test("storage cleared while nobody looks is filled again from the second copy", chromiumOnly, () =>
  within("chromium", async page => {
    const id = await page.found();
    await page.tick();
    await untilEqual(() => light(page), "ok", "the light");
    const backup = await page.export();
    await page.driver.get(`${page.base}manifest.webmanifest`);
    await page.script("localStorage.clear()");
    await page.visit();
    await page.ready();
    await untilEqual(() => page.texts(".here li b"), [CELL.organisation], "the congress on the start page");
    await page.visit(`#/${id}/chuan-bi`);
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    await untilEqual(async () => (await recordsOf(page, id)).length, 2, "records");
    assert.equal(await page.export(), backup);
  }));

async function unreadable(page, id) {
  const before = await contents(page);
  await page.driver.navigate().refresh();
  await page.ready();
  await page.says("h1", "không đọc được trọn vẹn");
  const raw = await page.caught(() => page.press(VI.rawDownload));
  for (const key of await recordsOf(page, id)) {
    const line = await page.script("return `${arguments[0]}\\t${localStorage.getItem(arguments[0])}\\n`", key);
    assert.ok(raw.includes(line), `the download lacks ${key}`);
  }
  await page.visit();
  await page.says(".here", "không đọc được trọn vẹn");
  assert.equal(await contents(page), before);
}

async function mended(page, backup) {
  const folder = await temporaryFolder("e2e-files-");
  try {
    await writeFile(join(folder, "sao-luu.json"), backup);
    await page.import(join(folder, "sao-luu.json"));
    await page.says("dialog[open]", "dữ liệu hỏng");
    await page.press(VI.openThis);
    await page.one(".task");
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    assert.equal(await page.export(), backup);
  } finally {
    await remove(folder);
  }
}
