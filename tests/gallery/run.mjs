// Pictures of every place in every state worth looking at: phone, laptop and projector, light and dark, and as it prints.
// They go to `target/gallery`, with a page that shows them all. What a folder of pictures cannot tell is whether anybody
// looked: that stays with the reader.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { everyPlace } from "../e2e/places.mjs";
import { serve } from "../e2e/serve.mjs";

const FOLDER = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "target", "gallery");
const SIZES = [["phone", 360, 740, 2], ["laptop", 1366, 768, 1], ["projector", 1920, 1080, 1]];
const THEMES = ["light", "dark"];
// Longer than this nobody looks at; in pixels of the page.
const TALLEST = 4000;

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await serve();
const browser = await open("chromium");
const places = [];
try {
  const page = new Page(browser.driver, server.url);
  await everyPlace(page, async name => {
    const stem = `${String(places.length + 1).padStart(2, "0")}-${name.replace(/[^a-z0-9]+/gi, "-")}`;
    const pictures = [];
    for (const theme of THEMES) {
      for (const [size, width, height, dense] of SIZES) {
        pictures.push(await taken(`${stem}-${size}-${theme}.png`, { theme, width, height, dense }));
      }
    }
    if (await page.script("return !!document.querySelector('.paper')")) {
      pictures.push(await taken(`${stem}-print.png`, { theme: "light", media: "print", width: 794, height: 1123, dense: 1 }));
    }
    await cdp("Emulation.clearDeviceMetricsOverride", {});
    await cdp("Emulation.setEmulatedMedia", { media: "" });
    places.push({ name, pictures });
  });
  await writeFile(join(FOLDER, "index.html"), shown());
  console.log(`${places.length} places, ${places.flatMap(place => place.pictures).length} pictures in ${FOLDER}`);
} finally {
  await browser.quit();
  await server.end();
}

function cdp(method, params) {
  return browser.driver.sendAndGetDevToolsCommand(method, params);
}

async function taken(file, { theme, media = "", width, height, dense }) {
  await cdp("Emulation.setEmulatedMedia", { media, features: [{ name: "prefers-color-scheme", value: theme }] });
  await cdp("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: dense, mobile: width < 500 });
  // From its top, where what sticks to an edge stands as it does when one arrives.
  await browser.driver.executeAsyncScript(
    "const done = arguments[0]; scrollTo(0, 0); requestAnimationFrame(() => requestAnimationFrame(done))");
  const full = await browser.driver.executeScript("return document.documentElement.scrollHeight");
  const tall = Math.min(Math.max(full, height), TALLEST);
  // A dialog stands in the middle of the window, so only a page without one is taken whole.
  const whole = tall > height && !(await browser.driver.executeScript("return !!document.querySelector('dialog[open]')"));
  const { data } = await cdp("Page.captureScreenshot", whole
    ? { captureBeyondViewport: true, clip: { x: 0, y: 0, width, height: tall, scale: 1 } }
    : {});
  await writeFile(join(FOLDER, file), Buffer.from(data, "base64"));
  return file;
}

function shown() {
  const figure = file => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`;
  const section = ({ name, pictures }) => `<section><h2>${name}</h2>${pictures.map(figure).join("")}</section>`;
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title>
<style>body{font:16px sans-serif}section{display:flex;flex-wrap:wrap;gap:8px;align-items:start}h2{width:100%}
img{max-width:300px;max-height:420px;border:1px solid #999}</style>
${places.map(section).join("\n")}`;
}
