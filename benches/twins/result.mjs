// The table of results of thirty names, shown by its address, in the app and in its twins.
//
//   make bench
//
// Every page is held against the app's, element by element. The time runs from the new address until the page shows the
// table, its layout made. The app works out the verdict from the ballots meanwhile; its twins are told it.

import { box, end, keyed, press } from "../../tests/e2e/desk.mjs";
import { singleUrl } from "../../tests/e2e/serve.mjs";
import { Page } from "../../tests/e2e/pages.mjs";
import { until } from "../../tests/e2e/wait.mjs";
import { atDesk, papers, typed } from "../ballots.mjs";
import { styles, twins } from "./build.mjs";
import { BODY, SEEN, TREES, held } from "./scrape.mjs";
import { APP, FOLLOWED, HAND, ROUNDS, inBrowser, keepData, middle, opened, takeTurns, tell, throttled } from "./turns.mjs";

const NAMES = 30;
const SEATS = 27;
const BALLOTS = 50;
const TIMES = 10;

// In the page: goes to the result and away again, so many times, and answers how long each showing took.
const SHOW = `${FOLLOWED}
  const [result, other, times, done] = arguments;
  const main = document.getElementById("main");
  const took = [];
  const once = () => {
    if (took.length === times) return done(took);
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.querySelector("#result tbody tr:nth-child(30)")) return;
      observer.disconnect();
      followed().then(() => {
        took.push(performance.now() - start);
        location.hash = other;
        setTimeout(once, 60);
      });
    });
    observer.observe(main, { childList: true, subtree: true });
    location.hash = result;
  };
  location.hash = other;
  setTimeout(once, 100);`;

// In the page: the result as data for the twins.
const SCRAPE = `${TREES}
  const main = document.getElementById("main").cloneNode(true);
  const table = main.querySelector("#result tbody");
  const rows = [...table.children].map(row => {
    const [number, who, bar, votes, share, state] = row.children;
    return {
      verdict: row.dataset.verdict, number: number.textContent, name: who.textContent, told: bar.firstChild.ariaLabel,
      width: bar.firstChild.firstChild.style.width, votes: votes.textContent, share: share.textContent,
      icon: state.querySelector("use").getAttribute("href"), said: state.textContent,
    };
  });
  table.replaceChildren();
  const shell = trees(main);
  ${BODY}
  return [{ rows, shell }, page];`;

const WATCH = `
  addEventListener("load", () => {
    const look = () => document.getElementById("shell") ? setTimeout(look, 20) : setTimeout(() => { window.usableAt = performance.now(); }, 50);
    look();
  });`;

// The address of a result of so many ballots in the app.
async function counted(page) {
  await page.visit();
  await atDesk(page, NAMES, SEATS);
  await keyed(page, papers(BALLOTS, NAMES, 3).map(typed));
  await box(page, BALLOTS, BALLOTS);
  await end(page);
  await press(page, "close-count");
  await until("the result", async () => (await page.all("#result tbody tr")).length === NAMES);
  await until("the light", async () => (await page.all("a.save[data-saved=ok]")).length === 1, 30_000);
  return page.driver.getCurrentUrl();
}

const hash = url => new URL(url).hash;

await inBrowser(WATCH, async (driver, folder) => {
  const page = new Page(driver, singleUrl());
  const address = await counted(page);
  await opened(driver, address);
  await until("the result", async () => (await page.all("#result tbody tr")).length === NAMES);
  const [result, body] = await driver.executeScript(SCRAPE);
  const made = await twins(folder, "result", await styles(), body);
  const other = hash(address).replace(/kiem-phieu.*/, "du-lieu");
  const pages = { [APP]: { url: address, result: hash(address), other } };
  for (const [name, { url }] of Object.entries(made)) pages[name] = { url: `${url}#/result`, result: "#/result", other: "#/" };
  await keepData(driver, { url: pages[HAND].url }, "result", result);
  let wanted;
  for (const [name, { url, result, other }] of Object.entries(pages)) {
    await opened(driver, url);
    await driver.executeAsyncScript(SHOW, result, other, 1);
    await driver.executeScript("location.hash = arguments[0]", result);
    await until("the result", async () => (await page.all("#result tbody tr")).length === NAMES);
    const seen = await driver.executeScript(SEEN);
    wanted ??= seen;
    held(seen, wanted, name);
  }
  const byUrl = new Map(Object.values(pages).map(page => [page.url, page]));
  let trusted = true;
  for (const slower of [1, 4]) {
    await throttled(driver, slower);
    const rounds = await takeTurns(pages, async url => {
      await opened(driver, url);
      const { result, other } = byUrl.get(url);
      return { show: middle(await driver.executeAsyncScript(SHOW, result, other, TIMES)) };
    });
    console.log(`the result of 30 names shown, processor ${slower} times slower (${ROUNDS} rounds), against hand-written JavaScript:`);
    trusted = tell(rounds, pages, ["show"]) && trusted;
  }
  process.exitCode = trusted ? 0 : 1;
});
