// The list of tasks in the app and in its twins: the same page from the same data, opened with so many tasks, and ticked.
//
//   make bench
//
// Every page is held against the app's, element by element, before and after a tick and in a search. The pages take turns in
// one browser; hand-written JavaScript against itself tells what the figures are worth. Figures are medians of ratios to it, with bounds
// of 95 %; the growth is the slope of the logarithms between the shortest list and the longest.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { press } from "../../tests/e2e/desk.mjs";
import { Page } from "../../tests/e2e/pages.mjs";
import { singleUrl } from "../../tests/e2e/serve.mjs";
import { sleep, until } from "../../tests/e2e/wait.mjs";
import { styles, twins } from "./build.mjs";
import { SCRAPE, SEEN, held } from "./scrape.mjs";
import { APP, FOLLOWED, HAND, ROUNDS, inBrowser, keepData, median, middle, opened, takeTurns, tell, throttled, worked } from "./turns.mjs";

// So often each of three rows is ticked and unticked in a round.
const TICKS = 4;
const LENGTHS = [85, 500, 5000];
const MOST_GROWTH = 0.15;
// What the app calls a task's states.
const [DONE, TODO] = ["Xong", "Chưa làm"];

// In the page: presses the mark of a row, and answers how long it took until the page had followed; nothing if it did not.
const TICK = `${FOLLOWED}
  const [place, done] = arguments;
  const marks = [...document.querySelectorAll("li.task > .mark[aria-pressed]")];
  const mark = marks[place === "first" ? 0 : place === "last" ? marks.length - 1 : marks.length >> 1];
  const before = mark.getAttribute("aria-pressed");
  document.body.offsetHeight;
  const start = performance.now();
  mark.click();
  followed().then(() => {
    const took = performance.now() - start;
    const follows = mark.isConnected && mark.getAttribute("aria-pressed") !== before;
    requestAnimationFrame(() => setTimeout(() => done(follows ? took : null)));
  });`;

// In the page: puts one text after the other into the field of the search, as keys would, and answers how long each took.
const TYPE = `${FOLLOWED}
  const [texts, done] = arguments;
  const field = document.getElementById("find-task");
  const times = [];
  const key = () => {
    if (times.length === texts.length) return done(times);
    field.value = texts[times.length];
    document.body.offsetHeight;
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    followed().then(() => {
      times.push(performance.now() - start);
      setTimeout(key);
    });
  };
  key();`;
const KEYS = 20;

// In the page: presses the mark in the middle, and answers what was asked of the two copies before the next task of the page,
// and the record that was put into both.
const KEEP = `
  const done = arguments[0];
  const asked = [], put = [];
  const watched = [[Storage.prototype, "getItem"], [Storage.prototype, "setItem"], [IDBObjectStore.prototype, "put"], [IDBTransaction.prototype, "commit"]];
  const own = watched.map(([kind, name]) => kind[name]);
  watched.forEach(([kind, name], at) => {
    kind[name] = function (...given) {
      asked.push(name);
      if (given.some(one => String(one).startsWith("["))) put.push(given.find(one => String(one).startsWith("[")));
      return own[at].apply(this, given);
    };
  });
  const marks = [...document.querySelectorAll("li.task > .mark[aria-pressed]")];
  marks[marks.length >> 1].click();
  (async () => {
    for (let turn = 0; turn < 100; turn += 1) await null;
    watched.forEach(([kind, name], at) => { kind[name] = own[at]; });
    done([asked.sort().join(" "), put]);
  })();`;

// Notes when the list stands and has been painted.
const WATCH = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#main .cols li.task") || document.getElementById("shell")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

const ticked = async (driver, place) => {
  const time = await driver.executeAsyncScript(TICK, place);
  assert.ok(time !== null, `a tick that the page did not follow: ${await driver.getCurrentUrl()}`);
  return time;
};

// The app takes no change before it has asked both copies.
async function takesChanges(driver) {
  await until("the page to take a change", async () => await driver.executeAsyncScript(TICK, "middle") !== null);
  await ticked(driver, "middle");
}

// A congress with so many tasks, in the app.
async function prepared(driver, length) {
  await driver.get(singleUrl());
  await driver.executeScript("localStorage.clear()");
  await driver.get("about:blank");
  const page = new Page(driver, singleUrl());
  await driver.get(singleUrl());
  await page.sample();
  const own = await page.script("return [...document.querySelectorAll('.phase .num')].reduce((sum, one) => sum + Number(one.textContent.split('/')[1]), 0)");
  if (length > own) {
    await press(page, "add-tasks");
    const lines = Array.from({ length: length - own }, (_, at) => `Việc ${at + own}`).join("\n");
    await page.script(`const field = document.getElementById("new-tasks"); field.value = arguments[0]; field.dispatchEvent(new Event("input", { bubbles: true }))`, lines);
    await press(page, "add-tasks-do");
  }
  await until("the light", async () => (await page.all("a.save[data-saved=ok]")).length === 1, 30_000);
  const address = await driver.getCurrentUrl();
  // Once more, without the hint that comes once.
  await opened(driver, address);
  const [list, body] = await driver.executeScript(SCRAPE, DONE, TODO);
  return { address, list, body, length: Math.max(length, own) };
}

// What a person types to find a task of the list, key by key.
function typed(list) {
  const { title } = list.tasks.find(task => task.title.length > KEYS);
  return Array.from({ length: KEYS }, (_, at) => title.slice(0, at + 1));
}

// The twins know the titles of the tasks that are shown; a search among them is held where these are all.
const isWhole = ({ list }) => list.groups.reduce((sum, group) => sum + group.tasks.length, 0) === list.tasks.length;

// Each twin shows what the app shows, before and after a tick, and when it was searched.
async function compared(driver, app, pages) {
  const seen = {};
  for (const [name, { url }] of Object.entries(pages)) {
    await opened(driver, url);
    await takesChanges(driver);
    const before = await driver.executeScript(SEEN);
    await ticked(driver, "middle");
    const after = await driver.executeScript(SEEN);
    await ticked(driver, "middle");
    seen[name] = [before, after];
    if (!isWhole(app)) continue;
    await driver.executeAsyncScript(TYPE, typed(app.list).slice(0, 2));
    const searched = await driver.executeScript(SEEN);
    await driver.executeAsyncScript(TYPE, typed(app.list));
    const found = await driver.executeScript(SEEN);
    await driver.executeAsyncScript(TYPE, [""]);
    seen[name].push(searched, found, await driver.executeScript(SEEN));
  }
  const when = ["", " after a tick", " after two keys", ` after ${KEYS} keys`, " after the search"];
  for (const [name, shown] of Object.entries(seen)) {
    shown.forEach((one, at) => held(one, seen[APP][at], `${name}${when[at]}`));
    const [before, after, searched, found, again = before] = shown;
    assert.equal(new Set([before, after, searched, found]).size, isWhole(app) ? 4 : 3);
    assert.equal(again, before);
  }
}

// Each twin asks the two copies for as much as the app does, and puts a sealed record that carries the hash of the one before.
async function keptAlike(driver, pages) {
  const hash = (text, digits) => createHash("sha256").update(text).digest("hex").slice(0, digits);
  const kept = {};
  for (const [name, { url }] of Object.entries(pages)) {
    await opened(driver, url);
    await until("the database", async () => driver.executeScript("return document.querySelector('a.save').dataset.saved === 'ok'"));
    let before = null;
    for (let time = 0; time < 2; time += 1) {
      const [asked, put] = await driver.executeAsyncScript(KEEP);
      assert.equal(put.length, 2, `${name} puts a record into two copies`);
      assert.equal(put[0], put[1]);
      const [, version, checksum, payload] = put[0].match(/^\[(\d+),"([0-9a-f]{16})",(.*)\]$/);
      assert.equal(checksum, hash(`${version},${payload}`, 16), name);
      if (before) assert.equal(JSON.parse(payload).p, hash(before, 32), name);
      before = payload;
      kept[name] = asked;
      await sleep(100);
    }
  }
  for (const [name, asked] of Object.entries(kept)) assert.equal(asked, kept[APP], `${name} keeps otherwise than the app`);
}

async function measured(driver, app, pages, growth) {
  const figures = ["open", "tick", "work", ...isWhole(app) ? ["type"] : []];
  let trusted = true;
  for (const slower of app.length === 500 ? [1, 4] : [1]) {
    await throttled(driver, slower);
    const rounds = await takeTurns(pages, async url => {
      const open = await opened(driver, url);
      await takesChanges(driver);
      const ticks = [];
      const before = await worked(driver);
      // On and off again, and so as often on as off.
      for (let time = 0; time < TICKS * 2; time += 1) {
        for (const place of ["first", "middle", "last"]) ticks.push(await ticked(driver, place));
      }
      await sleep(50);
      const work = (await worked(driver) - before) / ticks.length;
      const times = { open, tick: middle(ticks), work };
      if (isWhole(app)) {
        const keys = await driver.executeAsyncScript(TYPE, typed(app.list));
        await driver.executeAsyncScript(TYPE, [""]);
        times.type = keys.reduce((sum, one) => sum + one, 0) / KEYS;
      }
      return times;
    });
    console.log(`${app.length} tasks, processor ${slower} times slower (${ROUNDS} rounds), against hand-written JavaScript:`);
    trusted = tell(rounds, pages, figures) && trusted;
    if (slower > 1) continue;
    for (const what of figures) {
      for (const name of Object.keys(pages)) {
        (growth[`${what}, ${name}`] ??= []).push([app.length, median(rounds.map(one => one[name][what]))]);
      }
    }
  }
  await throttled(driver, 1);
  return trusted;
}

function tellGrowth(growth) {
  for (const [what, points] of Object.entries(growth)) {
    if (points.length < 2) continue;
    const [[short, low], [long, high]] = [points[0], points.at(-1)];
    const slope = Math.log(high / low) / Math.log(long / short);
    const bound = what === `tick, ${APP}` ? (slope <= MOST_GROWTH ? `, within ${MOST_GROWTH}` : `, ABOVE ${MOST_GROWTH}`) : "";
    console.log(`growth of ${what}: ${slope.toFixed(2)}${bound} (${points.map(([length, at]) => `${length}: ${at.toFixed(1)} ms`).join(", ")})`);
  }
}

await inBrowser(WATCH, async (driver, folder) => {
  const growth = {};
  let trusted = true;
  for (const length of LENGTHS) {
    const app = await prepared(driver, length);
    const pages = { [APP]: { url: app.address }, ...await twins(folder, "list", await styles(), app.body) };
    await keepData(driver, pages[HAND], "list", app.list);
    await compared(driver, app, pages);
    await keptAlike(driver, pages);
    trusted = await measured(driver, app, pages, growth) && trusted;
  }
  tellGrowth(growth);
  process.exitCode = trusted ? 0 : 1;
});
