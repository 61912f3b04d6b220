// Every place, in light and dark, from a phone to a projector: no barrier that axe finds, and no sideways scroll.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { everyPlace } from "./places.mjs";
import { serve } from "./serve.mjs";

const WIDTHS = [360, 768, 1366, 1920];
const THEMES = ["light", "dark"];

let server;
before(async () => { server = await serve(); });
after(() => server?.end());

async function within(engine, body) {
  const browser = await open(engine);
  try {
    await body(new Page(browser.driver, server.url));
  } finally {
    await browser.quit();
  }
}

test("no barrier and no sideways scroll in any place", { skip: !ENGINES.includes("chromium") }, t =>
  within("chromium", async page => {
    const failed = [];
    await everyPlace(page, name => t.test(name, async () => {
      const wrong = [...await barriers(page), ...await overflows(page)];
      failed.push(...wrong);
      assert.deepEqual(wrong, []);
    }));
    assert.equal(failed.length, 0);
  }));

test("no barrier in Firefox either", { skip: !ENGINES.includes("firefox") }, t =>
  within("firefox", page => everyPlace(page, name => t.test(name, async () => {
    assert.deepEqual(await violations(page.driver), []);
  }))));

test("dark by hand is the system's dark", { skip: !ENGINES.includes("chromium") }, () =>
  within("chromium", async page => {
    await page.visit();
    await page.ready();
    await prefer(page, "light");
    await page.script("document.documentElement.dataset.theme = 'dark'");
    const byHand = await tokens(page);
    await page.script("delete document.documentElement.dataset.theme");
    const light = await tokens(page);
    await prefer(page, "dark");
    assert.deepEqual(await tokens(page), byHand);
    await page.script("document.documentElement.dataset.theme = 'light'");
    assert.deepEqual(await tokens(page), light);
    assert.notDeepEqual(light, byHand);
  }));

// Every custom property of the root, as it comes out, and the colour scheme.
const tokens = page => page.script(
  `const names = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(function all(rule) {
     return [...(rule.style ?? []), ...[...(rule.cssRules ?? [])].flatMap(all)];
   }).filter(name => name.startsWith("--"));
   const style = getComputedStyle(document.documentElement);
   const values = [...new Set(names)].sort().map(name => [name, style.getPropertyValue(name)]);
   return Object.fromEntries([...values, ["color-scheme", style.colorScheme]]);`,
);

const prefer = (page, theme) => page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
  features: [
    { name: "prefers-color-scheme", value: theme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ],
});

async function barriers(page) {
  const wrong = [];
  for (const theme of THEMES) {
    await prefer(page, theme);
    for (const line of await violations(page.driver)) wrong.push(`${theme}: ${line}`);
  }
  return wrong;
}

// What sticks out to the right, at each width at which something does.
async function overflows(page) {
  const wrong = [];
  for (const width of WIDTHS) {
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width, height: 900, deviceScaleFactor: 1, mobile: false,
    });
    const out = await page.script(
      `const root = document.documentElement;
       const room = root.clientWidth;
       if (root.scrollWidth <= room && document.body.scrollWidth <= room) return null;
       const over = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > room + 1);
       return over.slice(-3).map(e => e.tagName + "." + e.className).join(" ") || "the page";`,
    );
    if (out) wrong.push(`${width} px: ${out}`);
  }
  await page.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  return wrong;
}
