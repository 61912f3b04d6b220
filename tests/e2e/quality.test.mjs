// Every place, in light and dark, from a phone to a projector: no barrier that axe finds, no sideways scroll, not even with
// the letters spaced as WCAG 1.4.12 has it or the page twice as large, and a name for all that a screen reader meets. Nothing
// moves for who asked for less motion, no state is told by a colour that the system takes away, and the hall stands out.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { everyPlace } from "./places.mjs";
import { serve } from "./serve.mjs";
import { until } from "./wait.mjs";

// 320 is a wide page four times as large (WCAG 1.4.10), 683 a laptop's at 200 %.
const WIDTHS = [320, 360, 683, 768, 1366, 1920];
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
      const wrong = [
        ...await barriers(page), ...await overflows(page), ...await spaced(page), ...await unnamed(page), ...await moving(page),
        ...await alike(page), ...await faint(page),
      ];
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

test("on a phone the present tab is in sight", { skip: !ENGINES.includes("chromium") }, () =>
  within("chromium", async page => {
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width: 360, height: 740, deviceScaleFactor: 1, mobile: true,
    });
    await page.visit();
    await page.sample();
    const congress = (await page.driver.getCurrentUrl()).replace(/chuan-bi$/, "");
    for (const [place, name] of [["nhat-ky", "Nhật ký"], ["chuan-bi/thong-tin", "Thông tin"], ["ho-so", "Hồ sơ"]]) {
      await page.driver.get(congress + place);
      await until(name, () => page.script(`const tab = document.querySelector(".sub [aria-current]");
        const { left, right } = tab?.getBoundingClientRect() ?? {};
        return tab?.textContent === arguments[0] && left >= 0 && right <= innerWidth`, name));
    }
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

// WCAG 1.4.12: with more room between lines, words and letters nothing is cut off and nothing sticks out.
async function spaced(page) {
  await page.script(
    `const style = document.createElement("style");
     style.id = "spacing";
     style.textContent = \`*:not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
       word-spacing: .16em !important; } p { margin-bottom: 2em !important; }\`;
     document.head.append(style);`,
  );
  const out = (await overflows(page, [320, 1366])).map(line => `spaced, ${line}`);
  const cut = await page.script(
    `const shown = e => e.getClientRects().length > 0 && !e.closest(".sr, .hall, .wall, .cells");
     return [...document.querySelectorAll("button, a, label, summary, h1, h2, h3, th, td")].filter(shown)
       .filter(e => getComputedStyle(e).overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1)
       .map(e => "cut off: " + e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 30));`,
  );
  await page.script("document.getElementById('spacing').remove()");
  return [...out, ...cut];
}

const ACT = ["button", "link", "textbox", "checkbox", "radio", "combobox", "tab", "spinbutton", "searchbox", "DisclosureTriangle"];

// What a screen reader is told: one main part, one first heading, and a name for everything that can be used.
async function unnamed(page) {
  const { nodes } = await page.driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const told = nodes.filter(node => !node.ignored);
  const role = node => node.role?.value;
  const nameless = told.filter(node => ACT.includes(role(node)) && !node.name?.value?.trim()).map(node => `no name: ${role(node)}`);
  // An open dialog hides what is behind it, and a dark hall screen shows nothing.
  if (await page.script("return !!document.querySelector('dialog[open], .hall[data-phase=dark]')")) return nameless;
  const mains = told.filter(node => role(node) === "main").length;
  const level = node => node.properties?.find(({ name }) => name === "level")?.value.value;
  const heads = told.filter(node => role(node) === "heading" && level(node) === 1).length;
  return [
    ...nameless,
    ...(mains === 1 ? [] : [`${mains} main parts`]),
    ...(heads === 1 ? [] : [`${heads} first headings`]),
  ];
}

// What still moves for somebody who asked for less motion.
async function moving(page) {
  await prefer(page, "light");
  return page.script(
    `const long = times => times.split(",").some(time => parseFloat(time) > 0.001);
     const moves = ({ animationName, animationDuration, transitionDuration }) =>
       (animationName !== "none" && long(animationDuration)) || long(transitionDuration);
     return [...document.querySelectorAll("body *")].filter(e => moves(getComputedStyle(e))).slice(0, 3)
       .map(e => "moves: " + e.tagName + "." + e.getAttribute("class"));`,
  );
}

// Where the system gives the colours, what is pressed, chosen or here must differ from what is not by more than those.
async function alike(page) {
  await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const wrong = await page.script(
    `const shown = e => e.getClientRects().length > 0;
     const look = e => {
       const of = pseudo => {
         const s = getComputedStyle(e, pseudo);
         return [s.content, s.outlineStyle, s.outlineWidth, s.outlineColor, s.borderTopWidth, s.borderBottomWidth, s.borderBottomStyle,
           s.borderTopColor, s.borderBottomColor, s.backgroundColor, s.color, s.textDecorationLine, s.fontWeight, s.boxShadow];
       };
       return JSON.stringify([of(null), of("::before"), of("::after"), e.querySelector("use")?.getAttribute("href"), e.textContent]);
     };
     const marked = e => ["aria-pressed", "aria-current", "aria-selected"].some(name => (e.getAttribute(name) ?? "false") !== "false");
     const wrong = [];
     for (const e of [...document.querySelectorAll("[aria-pressed], [aria-current], [aria-selected]")].filter(e => shown(e) && marked(e))) {
       const others = [...e.parentElement.children].filter(o => o !== e && o.localName === e.localName && o.className === e.className && shown(o) && !marked(o));
       const plain = x => look(x).replace(JSON.stringify(x.textContent), "");
       if (others.some(o => plain(o) === plain(e))) wrong.push("alike in forced colours: " + e.localName + "." + e.className + " " + e.textContent.trim().slice(0, 30));
     }
     return wrong.slice(0, 5);`,
  );
  await prefer(page, "light");
  return wrong;
}

// On the hall screen every letter stands out seven times, because the last row sits far away.
async function faint(page) {
  // A dark screen shows nothing on purpose.
  return page.script(
    `const hall = document.querySelector(".hall:not([data-phase=dark])");
     if (!hall) return [];
     const parts = colour => colour.match(/[\\d.]+/g).map(Number);
     const light = ([red, green, blue]) => {
       const [r, g, b] = [red, green, blue].map(c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
       return 0.2126 * r + 0.7152 * g + 0.0722 * b;
     };
     const behind = e => {
       for (let at = e; at; at = at.parentElement) {
         const ground = parts(getComputedStyle(at).backgroundColor);
         if (ground.length === 3 || ground[3] === 1) return ground;
       }
       return [255, 255, 255];
     };
     const wrong = [];
     for (const e of hall.querySelectorAll("*")) {
       const says = [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
       if (!says || !e.getClientRects().length || e.closest(".sr, svg")) continue;
       const [one, other] = [light(parts(getComputedStyle(e).color)), light(behind(e))];
       const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
       if (contrast < 7) wrong.push("faint in the hall, " + contrast.toFixed(1) + ": " + e.localName + "." + e.className + " " + e.textContent.trim().slice(0, 30));
     }
     return wrong;`,
  );
}

async function barriers(page) {
  const wrong = [];
  for (const theme of THEMES) {
    await prefer(page, theme);
    for (const line of await violations(page.driver)) wrong.push(`${theme}: ${line}`);
  }
  return wrong;
}

// What sticks out to the right, at each width at which something does.
async function overflows(page, widths = WIDTHS) {
  const wrong = [];
  for (const width of widths) {
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width, height: 900, deviceScaleFactor: 1, mobile: false,
    });
    const out = await page.script(
      `const root = document.documentElement;
       const room = root.clientWidth;
       if (root.scrollWidth <= room && document.body.scrollWidth <= room) return null;
       const over = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > room + 1);
       const told = e => e.tagName + "." + e.className + " to " + Math.ceil(e.getBoundingClientRect().right);
       return over.slice(-3).map(told).join(" ") + " " + (over.at(-1)?.textContent.trim().slice(0, 40) ?? "the page");`,
    );
    if (out) wrong.push(`${width} px: ${out}`);
  }
  await page.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  return wrong;
}
