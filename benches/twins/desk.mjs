// Three hundred ballots of thirty names by exception, at the app's desk and at its twins'.
//
//   make bench
//
// Every page is held against the app's, element by element: opened, with a line typed, after one ballot and after more. A
// ballot is timed from Enter until its number has followed, the layout made: the app shows sums and earlier ballots a moment
// later, the others at once. What is fair to all is beside it, the script, style and layout of a ballot in all, typing and
// what follows later included. Opening restores the ballots entered so far.

import assert from "node:assert/strict";
import { Page } from "../../tests/e2e/pages.mjs";
import { singleUrl } from "../../tests/e2e/serve.mjs";
import { sleep, until, untilEqual } from "../../tests/e2e/wait.mjs";
import { atDesk, papers, typed } from "../ballots.mjs";
import { styles, twins } from "./build.mjs";
import { BODY, SEEN, TREES, held } from "./scrape.mjs";
import { APP, FOLLOWED, HAND, ROUNDS, inBrowser, keepData, middle, opened, takeTurns, tell, throttled, worked } from "./turns.mjs";

const NAMES = 30;
const SEATS = 27;
const BALLOTS = 300;
// What the app and its twins have entered when they are first held against each other.
const FIRST = ["3 7-9", "1 2 1112", "25-30", "5 20-22 28", "4 5 6", "10-13 29", "2 17 18"];

// In the page: types each line and presses Enter, and answers how long each Enter took.
const ENTER = `${FOLLOWED}
  const [texts, done] = arguments;
  const field = document.getElementById("ballot-line");
  const number = document.querySelector(".entry label b");
  const times = [];
  const ballot = () => {
    if (times.length === texts.length) return done(times);
    field.value = texts[times.length];
    field.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => {
      const before = number.textContent;
      document.body.offsetHeight;
      const start = performance.now();
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      followed().then(() => {
        times.push(number.textContent === before ? NaN : performance.now() - start);
        // The app's sums and its list of earlier ballots follow a moment later.
        setTimeout(ballot, 70);
      });
    }));
  };
  ballot();`;

// In the page: types a line without entering it.
const LINE = `
  const field = document.getElementById("ballot-line");
  field.value = arguments[0];
  field.dispatchEvent(new Event("input", { bubbles: true }));`;

// In the page: the desk as data for the twins.
const SCRAPE = `${TREES}
  const bare = element => element.innerHTML.replaceAll("<!---->", "");
  const raw = element => ({
    tag: element.localName, inner: bare(element),
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  });
  const main = document.getElementById("main").cloneNode(true);
  const find = what => main.querySelector(what);
  const names = [...main.querySelectorAll("#ballot .who")].map(name => name.textContent);
  const children = [...find(".desk > div").children];
  const at = what => children.findIndex(one => one.matches(what));
  const says = [...main.querySelectorAll("#ballot li")];
  const said = cut => says.find(row => row.matches(".cut") === cut).querySelector(".say").textContent;
  const last = find("#latest li").children;
  const words = {
    ballot: last[0].textContent.split(" ")[0], edit: last[2].textContent, people: last[1].textContent.split(" ").at(-1),
    struck: said(true), kept: said(false), label: find(".entry label span").textContent, caption: find(".ballot__cap").textContent,
  };
  const field = raw(find("#ballot-line")).attributes;
  for (const empty of ["h1 b", "#progress b", "#entered", "#entered-valid", ".entry b", "#read-back span", "#latest", "#ballot ol"]) {
    find(empty).replaceChildren();
  }
  find("#read-back use").setAttribute("href", "#m-done");
  const data = {
    names, words, field, above: children.slice(0, at(".entry")).map(raw), press: [raw(find(".entry button"))],
    below: children.slice(at("#ballot") + 1, at("#latest")).map(raw),
    entry: raw(find(".entry")), read: raw(find("#read-back")), ballot: raw(find("#ballot")), latest: raw(find("#latest")),
  };
  find(".desk > div").replaceChildren();
  ${BODY}
  return [{ ...data, shell: trees(main) }, page];`;

const WATCH = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#latest li") || document.getElementById("shell")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

// A round of thirty names in the app, with the first ballots entered.
async function prepared(driver) {
  const page = new Page(driver, singleUrl());
  await driver.get(singleUrl());
  await atDesk(page, NAMES, SEATS);
  await driver.executeAsyncScript(ENTER, FIRST);
  await untilEqual(() => page.text("#entered"), String(FIRST.length), "the ballots entered");
  await until("the light", async () => (await page.all("a.save[data-saved=ok]")).length === 1, 30_000);
  const address = await driver.getCurrentUrl();
  await opened(driver, address);
  const [desk, body] = await driver.executeScript(SCRAPE);
  return { address, desk: { ...desk, ballots: FIRST.map(struck) }, body };
}

const struck = text => text.split(" ").flatMap(word => {
  const [first, last] = word.split("-").map(Number);
  if (last) return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return word.length > 2 ? word.match(/../g).map(Number) : [first];
}).sort((one, other) => one - other);

async function compared(driver, pages) {
  const more = papers(6, NAMES, 5).map(typed);
  let wanted;
  for (const [name, { url }] of Object.entries(pages)) {
    const seen = [];
    const look = async () => seen.push(await driver.executeScript(SEEN));
    await opened(driver, url);
    await look();
    await driver.executeScript(LINE, more[0]);
    await sleep(50);
    await look();
    await driver.executeAsyncScript(ENTER, more.slice(0, 1));
    await look();
    await driver.executeAsyncScript(ENTER, more.slice(1));
    await look();
    await opened(driver, url);
    await look();
    assert.equal(new Set(seen).size, 4, "the desk follows");
    held(seen[4], seen[3], `${name}, opened again`);
    wanted ??= seen;
    seen.forEach((one, at) => held(one, wanted[at], `${name}, look ${at + 1}`));
    // The next twin begins where this one did.
    await driver.executeScript(`for (const key of Object.keys(localStorage)) if (key.startsWith("twin/journal/")) localStorage.removeItem(key)`);
  }
}

await inBrowser(WATCH, async (driver, folder) => {
  const app = await prepared(driver);
  const pages = { [APP]: { url: app.address }, ...await twins(folder, "desk", await styles(), app.body) };
  await keepData(driver, pages[HAND], "desk", app.desk);
  await compared(driver, pages);
  const each = Math.ceil(BALLOTS / ROUNDS);
  let trusted = true;
  for (const slower of [1, 4]) {
    await throttled(driver, slower);
    let seed = 11;
    const rounds = await takeTurns(pages, async url => {
      const restore = await opened(driver, url);
      const texts = papers(each, NAMES, seed).map(typed);
      seed += 1;
      const before = await worked(driver);
      const times = await driver.executeAsyncScript(ENTER, texts);
      assert.ok(!times.some(Number.isNaN), "a ballot that the page did not follow");
      return { restore, enter: middle(times), ballot: (await worked(driver) - before) / each };
    });
    console.log(`${each * ROUNDS} ballots of ${NAMES} names, processor ${slower} times slower (${ROUNDS} rounds), against hand-written JavaScript:`);
    trusted = tell(rounds, pages, ["restore", "enter", "ballot"]) && trusted;
  }
  process.exitCode = trusted ? 0 : 1;
});
