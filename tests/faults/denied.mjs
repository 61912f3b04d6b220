// A copy that is denied, full, missing, silent or broken from the start: the work goes on, the light is red, the export
// works, and the page shows what it exports.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { open, remove, temporaryFolder } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { exported } from "./device.mjs";
import { tick, turned } from "./entry.mjs";
import { light, onStage, played } from "./scene.mjs";

// Fills the storage to the last character with a key of somebody else.
const FILL = `
  let text = "";
  for (let size = 1 << 22; size > 0; size >>= 1) {
    try { untouched.write("somebody-else", text + "x".repeat(size)); text += "x".repeat(size); } catch {}
  }`;

const replaced = (name, body) => `Object.defineProperty(window, "${name}", { get() { ${body} } });`;

// A request that comes to nothing: with an error, or never.
const answering = how => `
  IDBFactory.prototype.open = () => {
    const request = new EventTarget();
    request.error = new DOMException("fault", "UnknownError");
    const say = () => {
      const event = new Event("error");
      request.onerror?.(event);
      request.dispatchEvent(event);
    };
    ${how}
    return request;
  };`;

// The browser gives up what it had taken, as where the disk fails: at the end, which the app may ask for itself.
const ABORTING = `
  IDBTransaction.prototype.commit = function () { this.abort(); };
  for (const name of ["put", "add"]) {
    const own = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...values) {
      const request = own.apply(this, values);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  }`;

// What is laid over the page, or done in it before the work.
const DENIALS = {
  "localStorage full": { early: FILL },
  "localStorage throws": { fault: replaced("localStorage", `throw new DOMException("denied", "SecurityError");`) },
  "localStorage null": { fault: replaced("localStorage", "return null;") },
  "indexedDB undefined": { fault: replaced("indexedDB", "return undefined;") },
  "indexedDB throws": { fault: replaced("indexedDB", `throw new DOMException("denied", "SecurityError");`) },
  "open throws": { fault: `IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };` },
  "open fails": { fault: answering("setTimeout(say);") },
  "open never answers": { fault: answering("") },
  "transactions abort": { fault: ABORTING },
  "writing throws": {
    fault: `IDBObjectStore.prototype.put = IDBObjectStore.prototype.add =
      () => { throw new DOMException("full", "QuotaExceededError"); };`,
  },
  "both missing": {
    fault: replaced("indexedDB", "return undefined;")
      + replaced("localStorage", `throw new DOMException("denied", "SecurityError");`),
    // Nothing can be opened where nothing can be read.
    unread: true,
  },
};

export const denying = (names, base) => onStage(base, async stage => {
  const sum = { trials: 0, lost: 0, faults: [] };
  for (const name of names) {
    const { fault = "", early, unread } = DENIALS[name];
    for (const holds of unread ? [false] : [true, false]) {
      const { lost, wrong } = await played(stage, fault, { holds, red: true, early });
      sum.trials += 1;
      sum.lost += lost;
      sum.faults.push(...wrong.map(what => `${name}, ${holds ? "opened" : "founded"}: ${what}`));
    }
  }
  return sum;
});

export const everyDenial = Object.keys(DENIALS);

// Firefox denies by its own settings, as a careful person sets them.
const SETTINGS = {
  "cookies and data blocked": { "network.cookie.cookieBehavior": 2 },
  "localStorage off": { "dom.storage.enabled": false },
};

// Where data are blocked the driver cannot ask for the locks either.
class Blocked extends Page {
  async writer() {}
}

export async function denyingBySettings(base) {
  const sum = { trials: 0, lost: 0, faults: [] };
  for (const [name, settings] of Object.entries(SETTINGS)) {
    const profile = await temporaryFolder("faults-firefox-");
    const lines = Object.entries(settings).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`);
    await writeFile(join(profile, "user.js"), lines.join(""));
    const browser = await open("firefox", { profile });
    try {
      const wrong = await worksUnderRed(new Blocked(browser.driver, base)).catch(failure => [failure.message]);
      sum.trials += 1;
      sum.faults.push(...wrong.map(what => `${name}: ${what}`));
    } finally {
      await browser.quit();
      await remove(profile);
    }
  }
  return sum;
}

async function worksUnderRed(page) {
  await page.visit();
  await page.ready();
  await page.found();
  await turned(page);
  await tick(page, 3);
  const wrong = [];
  const state = await light(page);
  if (state !== "bad") wrong.push(`the light is “${state}”, not red`);
  const shown = await page.ticked();
  const records = await exported(page);
  if (shown !== 2 || records.length !== 5) wrong.push(`shown: ${shown} of 2 ticks; exported: ${records.length} of 5`);
  return wrong;
}
