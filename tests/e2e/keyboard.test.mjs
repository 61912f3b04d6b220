// The three main jobs without a mouse: prepare, run, count. Every press goes to whatever has the focus, as from a keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { steps } from "./steps.mjs";
import { CELL, ROLL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

let server;
before(async () => { server = await serve(); });
after(() => server?.end());

const MOST = 400;

class Keyboard {
  constructor(page) {
    this.page = page;
  }

  async keys(...keys) {
    for (const key of keys) await this.page.driver.actions().sendKeys(key).perform();
  }

  // What has the focus: its name, and whether one sees that it has it, with nothing lying over it (WCAG 2.4.7, 2.4.11).
  focused() {
    return this.page.script(`
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const label = e.id && document.querySelector("label[for='" + CSS.escape(e.id) + "']");
      const name = e.getAttribute("aria-label") ?? (label || e.closest("label") || e).textContent;
      const box = e.getBoundingClientRect();
      const style = getComputedStyle(e);
      const at = document.elementFromPoint(Math.max(box.left + box.width / 2, 0), Math.max(box.top + box.height / 2, 0));
      const hidden = box.width < 2 || !!e.closest(".sr");
      const marked = style.boxShadow !== "none" || style.outlineStyle !== "none"
        || [...document.querySelectorAll(":focus-within")].some(one => getComputedStyle(one).boxShadow !== "none");
      return {
        id: e.id, name: name.replace(/\\s+/g, " ").trim(), marked: marked || e.tagName === "MAIN",
        covered: !hidden && !!at && at !== e && !e.contains(at) && !at.contains(e) && !(label || e.closest("label"))?.contains(at),
      };`);
  }

  // Tab until something has the focus that is meant; everything on the way can be seen to have it.
  async to(meant, back = false) {
    const is = typeof meant === "string" ? here => here.name === meant || here.id === meant : meant;
    const way = [];
    for (let press = 0; press < MOST; press += 1) {
      const here = await this.focused();
      if (here) {
        assert.ok(here.marked, `one sees that “${here.name}” has the focus`);
        assert.ok(!here.covered, `“${here.name}” is not covered while it has the focus`);
        if (is(here)) return here;
        way.push(here.name);
      }
      await this.page.driver.actions().keyDown(back ? Key.SHIFT : Key.NULL).sendKeys(Key.TAB).keyUp(back ? Key.SHIFT : Key.NULL).perform();
    }
    throw new Error(`${meant} was never reached; on the way: ${[...new Set(way)].slice(0, 60).join(" | ")}`);
  }

  async press(meant) {
    await this.to(meant);
    await this.keys(Key.ENTER);
  }

  // A named person lets the congress pass a gate, with a reason.
  async pass(gate) {
    await this.press(`word-${gate}`);
    await this.write(`by-${gate}`, CELL.boardHead);
    await this.write(`reason-${gate}`, "Đoàn chủ tịch đồng ý");
    await this.press(`pass-${gate}`);
  }

  async write(meant, text) {
    await this.to(meant);
    await this.page.driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).perform();
    await this.keys(text);
  }
}

test("a congress without a mouse", { skip: !ENGINES.includes("chromium") }, async t => {
  const browser = await open("chromium");
  const page = new Page(browser.driver, server.url);
  const board = new Keyboard(page);
  const step = steps(t);
  try {
    await step("four answers found it", async () => {
      await page.visit();
      await page.ready();
      await board.write("q-organisation", CELL.organisation);
      await board.write("q-members", CELL.members);
      await board.write("q-date", CELL.date);
      await board.keys(Key.ENTER);
      await page.one(".task");
      await page.writer();
    });
    await step("the skip link leads past the bar", async () => {
      await page.script("document.activeElement.blur(); window.scrollTo(0, 0)");
      await board.to("Đến nội dung chính");
      await board.keys(Key.ENTER);
      await untilEqual(() => page.script("return document.activeElement.id"), "main", "the main part");
    });
    await step("a task is ticked", async () => {
      const before = await page.ticked();
      await board.to(here => here.name.length > 0 && here.id === "" && /Chưa|chưa/.test(here.name));
      await board.keys(" ");
      await until("the tick", async () => (await page.ticked()) === before + 1);
    });
    await step("the roll is pasted, and all are present", async () => {
      await board.press(VI.roll);
      await page.one("#main");
      await board.to("paste-list");
      for (const name of ROLL) await board.keys(name, Key.ENTER);
      await board.press(VI.addToRoll);
      await until("the roll", async () => (await page.all("table.roll tbody tr")).length === ROLL.length);
      await board.press(VI.everybody);
    });
    await step("the counting board is named", async () => {
      await board.press(VI.particulars);
      await board.write("Trưởng ban kiểm phiếu", CELL.boardHead);
      await board.write("Các thành viên ban kiểm phiếu", CELL.boardMembers);
      await board.keys(Key.TAB);
    });
    await step("the congress is opened, and goes on to its second item", async () => {
      await board.keys(Key.ESCAPE);
      await page.script("document.activeElement.blur()");
      await board.keys("2");
      await page.one("#word-opening");
      await board.pass("opening");
      await board.press(VI.begin);
      await page.one("#clock");
      await page.script("document.activeElement.blur()");
      const first = await page.text(".now__what");
      await board.keys("n");
      await until("the next item", async () => (await page.text(".now__what")) !== first);
    });
    await step("a round is opened, counted and sealed", async () => {
      await page.script("document.activeElement.blur()");
      await board.keys("3");
      await page.one("#seats");
      await board.write("seats", "3");
      for (const name of CELL.committee) {
        await board.to(here => here.name === name);
        await board.keys(" ");
      }
      if ((await page.all("#word-ballots")).length > 0) await board.pass("ballots");
      await board.press(VI.openRound);
      await board.press("type-totals");
      await board.to("ballots-issued");
      for (const figure of ["18", "18", "18", "0", ...CELL.votes]) await board.keys(figure, Key.ENTER);
      await board.press(VI.seal);
      await page.says("main", "Đã niêm phong");
    });
  } finally {
    await browser.quit();
  }
});
