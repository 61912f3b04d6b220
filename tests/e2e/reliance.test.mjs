// "Check this device": the page tries what the app relies on, and says what it found; never longer than it has patience.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { until, untilEqual } from "./wait.mjs";

const chromiumOnly = { skip: !ENGINES.includes("chromium") };
const POINTS = [
  "FirstCopy", "SecondCopy", "Room", "Promise", "OrdinaryWindow", "Address", "TwoWindows", "BackupFile", "Passphrase",
  "Sound", "ScreenOn",
];

let server;
before(async () => { server = await serve(); });
after(() => server?.end());

async function within(engine, early, body) {
  const browser = await open(engine);
  try {
    const page = new Page(browser.driver, server.url);
    if (early) {
      await page.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: early });
    }
    await page.visit("#/kiem-tra-may");
    await page.ready();
    await until("the report", async () => (await page.all(".reliance tr")).length === POINTS.length, 15_000);
    await body(page);
  } finally {
    await browser.quit();
  }
}

const answers = async page => Object.fromEntries(await page.script(
  "return [...document.querySelectorAll('.reliance tr')].map(row => [row.dataset.point, row.dataset.answer])"));

for (const engine of ENGINES) {
  test(`a device as it is: ${engine}`, () => within(engine, null, async page => {
    const found = await answers(page);
    assert.deepEqual(Object.keys(found), POINTS);
    for (const point of ["FirstCopy", "SecondCopy", "Address", "TwoWindows", "Passphrase"]) {
      assert.equal(found[point], "ok", point);
    }
    assert.equal(found.BackupFile, engine === "chromium" ? "ok" : "warn");
    assert.match(await page.heading(), /Máy này dùng được/);
    await page.says(".facts", engine === "chromium" ? "Chrome 1" : engine === "firefox" ? "Firefox 1" : "Safari");
    assert.deepEqual(await page.script("return Object.keys(localStorage).filter(key => key.includes('probe'))"), []);
  }));
}

// What is taken away, the lines that then say so, and the verdict.
const HANGS = "new Promise(() => {})";
const VERDICTS = { fit: /dùng được: hai bản/, careful: /nhưng phải nhớ/, unfit: /Đừng kiểm phiếu/ };
const STATES = [
  ["everything works", "navigator.storage.estimate = async () => ({ quota: 9e9, usage: 3e6 })", {}, "fit"],
  ["localStorage refuses", "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
    { FirstCopy: "warn" }, "careful"],
  ["no database", "Object.defineProperty(window, 'indexedDB', { value: undefined })", { SecondCopy: "warn" }, "careful"],
  ["a database that never answers", "IDBFactory.prototype.open = () => new EventTarget()", { SecondCopy: "warn" }, "careful"],
  ["neither copy", `Object.defineProperty(window, 'indexedDB', { value: undefined });
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });`,
  { FirstCopy: "warn", SecondCopy: "warn" }, "unfit"],
  ["little room", "navigator.storage.estimate = async () => ({ quota: 2e7, usage: 1e6 })",
    { Room: "warn", OrdinaryWindow: "warn" }, "careful"],
  ["a private window", "navigator.storage.estimate = async () => ({ quota: 6e8, usage: 1e6 })",
    { Room: "ok", OrdinaryWindow: "warn" }, "careful"],
  ["room that is not told", `navigator.storage.estimate = () => ${HANGS}`, { Room: "none", OrdinaryWindow: "none" }, "careful"],
  ["no locks", "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined })", { TwoWindows: "warn" }, "careful"],
  ["no word between windows", "BroadcastChannel.prototype.postMessage = () => {}", { TwoWindows: "warn" }, "careful"],
  ["plain http", "Object.defineProperty(window, 'isSecureContext', { value: false }); Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });",
    { Address: "warn", Passphrase: "warn" }, "careful"],
  ["no wake lock, no sound, no file, no promise", `Object.defineProperty(navigator, 'wakeLock', { value: undefined });
    delete window.AudioContext; delete window.showSaveFilePicker; navigator.storage.persisted = () => ${HANGS};
    navigator.storage.estimate = async () => ({ quota: 9e9, usage: 3e6 });`,
  { ScreenOn: "warn", Sound: "warn", BackupFile: "warn", Promise: "none" }, "fit"],
  ["a wake lock that is refused", "navigator.wakeLock.request = async () => { throw new DOMException('', 'NotAllowedError'); }",
    { ScreenOn: "warn" }, null],
];

for (const [name, early, expected, verdict] of STATES) {
  test(`a device where: ${name}`, chromiumOnly, () => within("chromium", early, async page => {
    const found = await answers(page);
    for (const [point, answer] of Object.entries(expected)) assert.equal(found[point], answer, point);
    if (verdict) assert.match(await page.heading(), VERDICTS[verdict]);
  }));
}

test("the report is copied as it is shown, and leads back to where one came from", chromiumOnly, () =>
  within("chromium", "navigator.clipboard.writeText = async text => { window.copied = text; };", async page => {
    await page.press("Chép kết quả");
    const copied = await until("the copy", () => page.script("return window.copied"));
    const shown = await page.script("return document.querySelector('#device-report').innerText");
    assert.equal(copied, shown);
    assert.ok(copied.includes("Bản lưu thứ hai") && copied.includes("Trình duyệt"));
    await page.press("Thử lại");
    await until("the report again", async () => (await page.all(".reliance tr")).length === POINTS.length, 15_000);
    await page.press("Nghe thử");

    await page.visit();
    await page.ready();
    const id = await page.found();
    await page.place("du-lieu");
    await page.follow("Kiểm tra máy này");
    await page.one(".reliance tr");
    await page.press("Quay lại");
    await untilEqual(() => page.hash(), `#/${id}/du-lieu`, "the address");
    await page.one("#latest-copy");
  }));

test("without a clipboard the report is downloaded", chromiumOnly, () =>
  within("chromium", "Object.defineProperty(navigator, 'clipboard', { value: undefined })", async page => {
    const text = await page.caught(() => page.press("Chép kết quả"));
    assert.ok(text.includes("Bản lưu thứ nhất"));
  }));
