// The first page stands alone for a moment: what is done on it before the rest has come is not lost, and a rest that cannot
// be had is told and can be asked for again. Chromium, because its protocol can hold a file back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { CELL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

// Whoever fetches the rest waits until `window.come(true)`, or is refused with `window.come(false)`.
const HELD = `
  const fetched = window.fetch;
  const answers = [];
  let now;
  window.come = come => { now = come; answers.splice(0).forEach(answer => answer(come)); };
  window.fetch = async (...asked) => {
    if (!String(asked[0]).includes("/later/places")) return fetched(...asked);
    window.asked = (window.asked ?? 0) + 1;
    if (!(now ?? await new Promise(answer => answers.push(answer)))) throw new TypeError("held back");
    return fetched(...asked);
  };`;

const held = (name, body) => test(name, { skip: !ENGINES.includes("chromium"), timeout: 120_000 }, async () => {
  const server = await serve();
  const browser = await open("chromium");
  try {
    const page = new Page(browser.driver, server.url);
    await browser.driver.sendAndGetDevToolsCommand("Page.enable", {});
    await browser.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: HELD });
    const come = really => page.script("window.come(arguments[0])", really);
    await body(page, come, browser.driver);
  } finally {
    await browser.quit();
    await server.end();
  }
});

const asked = page => until("the rest was asked for", () => page.script("return window.asked"));
const here = page => until("the rest is here", async () => (await page.all("dialog")).length > 0);

held("what is written on the first page stays when the rest comes", async (page, come, driver) => {
  await driver.get(page.base);
  const field = await page.one("#q-organisation");
  await page.write(field, CELL.organisation);
  await page.write(await page.one("#q-date"), CELL.date);
  await asked(page);
  assert.equal((await page.all(".start__sum")).length, 0, "the sum is made by the rest");
  await come(true);
  await here(page);
  await page.one(".start__sum");
  assert.equal(await field.getAttribute("value"), CELL.organisation);
});

held("a congress that was asked for before is founded once, however often it was pressed", async (page, come, driver) => {
  await driver.get(page.base);
  await page.press(VI.sample);
  await page.press(VI.sample);
  await asked(page);
  assert.equal(await page.script("return location.hash"), "");
  await come(true);
  await page.one(".task");
  await page.writer();
  await driver.get(page.base);
  await come(true);
  await untilEqual(async () => (await page.all(".here li")).length, 1, "congresses");
});

held("a wrong answer is told as soon as it can be", async (page, come, driver) => {
  await driver.get(page.base);
  await page.press(VI.found);
  await asked(page);
  await come(true);
  await untilEqual(() => page.script("return document.activeElement.id"), "q-organisation", "where the keys are");
  await page.one(".ask__error");
});

held("a dialog that was asked for before opens", async (page, come, driver) => {
  await driver.get(page.base);
  await (await page.one("#from-print")).click();
  await asked(page);
  await come(true);
  await until("the dialog", async () => (await page.all("dialog[open] #scanned")).length === 1);
  assert.equal(await page.script("return document.activeElement.id"), "scanned");
});

held("a file that was chosen before is looked into", async (page, come, driver) => {
  await driver.get(page.base);
  await until("the field", async () => (await page.all(".start__end input[type=file]")).length === 1);
  await page.script(`
    const input = document.querySelector(".start__end input[type=file]");
    const files = new DataTransfer();
    files.items.add(new File(["{"], "a.json"));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));`);
  await asked(page);
  await come(true);
  await page.one("dialog[open] #import-error");
});

held("a rest that cannot be had is told, and comes when it is asked for again", async (page, come, driver) => {
  await driver.get(`${page.base}#/huong-dan`);
  await asked(page);
  assert.equal((await page.all("#shell")).length, 1, "the page says that it opens");
  await come(false);
  const again = await page.one("#load-rest");
  assert.equal((await page.all("#shell")).length, 0);
  await come(true);
  await again.click();
  await page.one("details.guide");
});

held("a place without its looks is not shown, but asked for again", async (page, come, driver) => {
  const refuse = urls => driver.sendAndGetDevToolsCommand("Network.setBlockedURLs", { urls });
  await driver.sendAndGetDevToolsCommand("Network.enable", {});
  await refuse(["*/later/places-*.css"]);
  await driver.get(`${page.base}#/huong-dan`);
  await asked(page);
  await come(true);
  const again = await page.one("#load-rest");
  assert.equal((await page.all("details.guide")).length, 0);
  await refuse([]);
  await again.click();
  const guide = await page.one("details.guide");
  assert.equal(await guide.getCssValue("border-bottom-style"), "solid");
  assert.equal((await page.all("link[rel=stylesheet][href*='/later/']")).length, 1);
});

held("the first page tells it too, and goes on with what was pressed", async (page, come, driver) => {
  await driver.get(page.base);
  await page.write(await page.one("#q-organisation"), CELL.organisation);
  await asked(page);
  await come(false);
  await page.one("#rest-missing");
  await come(true);
  await page.write(await page.one("#q-members"), CELL.members);
  await page.write(await page.one("#q-date"), CELL.date);
  await page.press(VI.found);
  await page.one(".task");
  assert.ok((await page.text(".head, header")).length > 0);
});
