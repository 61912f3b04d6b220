// A minute of the agenda's clock, in the app and in its twins.
//
//   make bench
//
// Every page is held against the app's, element by element, but for the clock's own digits, which must follow each
// second. What is measured is all the script, style and layout of the time that passes.

import assert from "node:assert/strict";
import { Page } from "../../tests/e2e/pages.mjs";
import { singleUrl } from "../../tests/e2e/serve.mjs";
import { sleep, until } from "../../tests/e2e/wait.mjs";
import { styles, twins } from "./build.mjs";
import { BODY, SEEN, TREES, held } from "./scrape.mjs";
import { APP, HAND, ROUNDS, inBrowser, keepData, opened, takeTurns, tell, worked } from "./turns.mjs";

// What each page is watched for in all, in seconds.
const SECONDS = 60;

// In the page: the console as data for the twins, and when its time is up.
const SCRAPE = `${TREES}
  const main = document.getElementById("main").cloneNode(true);
  const clock = main.querySelector("#clock");
  const [minutes, seconds] = clock.textContent.split(":").map(Number);
  clock.replaceChildren();
  ${BODY}
  return [{ end: Date.now() + 1000 * (minutes * 60 + seconds), shell: trees(main) }, page];`;

// In the page: what stands there without what the time alone makes.
const STILL = SEEN.replace("const told", `
  main.querySelector("#clock").textContent = "";
  for (const passing of main.querySelectorAll(".eyebrow, .note.now__used, .span, .prog td, .phase-told, .now__left")) passing.textContent = "";
  main.querySelector(".span").removeAttribute("aria-label");
  const told`);

// In the page: how often the clock's digits changed in so many milliseconds, and whether anything else did.
const CHANGES = `
  const [span, done] = arguments;
  const clock = document.getElementById("clock");
  let [own, other] = [0, 0];
  const observer = new MutationObserver(all => all.forEach(({ target }) => clock.contains(target) ? own += 1 : other += 1));
  observer.observe(document.getElementById("main"), { attributes: true, childList: true, characterData: true, subtree: true });
  setTimeout(() => done([own, other]), span);`;

const WATCH = `
  new MutationObserver((_, observer) => {
    if (!document.getElementById("clock")?.textContent || document.getElementById("shell")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

await inBrowser(WATCH, async (driver, folder) => {
  const page = new Page(driver, singleUrl());
  await driver.get(singleUrl());
  await page.ready();
  await page.sample();
  await page.place("dieu-hanh");
  await page.press("Bắt đầu đại hội");
  await until("the clock", async () => (await page.all("#clock")).length === 1);
  await until("the light", async () => (await page.all("a.save[data-saved=ok]")).length === 1, 30_000);
  const address = await driver.getCurrentUrl();
  await opened(driver, address);
  const [clock, body] = await driver.executeScript(SCRAPE);
  const pages = { [APP]: { url: address }, ...await twins(folder, "clock", await styles(), body) };
  await keepData(driver, pages[HAND], "clock", clock);
  let wanted;
  for (const [name, { url }] of Object.entries(pages)) {
    await opened(driver, url);
    const seen = await driver.executeScript(STILL);
    wanted ??= seen;
    held(seen, wanted, name);
    const [own] = await driver.executeAsyncScript(CHANGES, 3200);
    assert.ok(own === 3 || own === 4, `${name} changed its digits ${own} times in 3.2 seconds`);
  }
  const each = SECONDS / ROUNDS;
  const rounds = await takeTurns(pages, async url => {
    await opened(driver, url);
    // What opening leaves to be done later is no part of it.
    await sleep(800);
    const before = await worked(driver);
    await sleep(1000 * each);
    return { second: (await worked(driver) - before) / each };
  });
  console.log(`${SECONDS} seconds of the clock (${ROUNDS} rounds), script, style and layout of a second, against hand-written JavaScript:`);
  process.exitCode = tell(rounds, pages, ["second"]) ? 0 : 1;
});
