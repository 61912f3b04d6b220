// From opening the single file to a form that one can write in, against the same page written by hand.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { singleText } from "./serve.mjs";
import { until } from "./wait.mjs";

export const GOAL = 2.0;
export const LIMIT = 2.5;

// Notes when the form stands and the shell is gone, once that has been painted.
const WATCH = `
  new MutationObserver((_, observer) => {
    if (!document.getElementById("q-organisation") || document.getElementById("shell")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

export async function watched(driver, slower) {
  await driver.sendAndGetDevToolsCommand("Page.enable", {});
  await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: slower });
}

// The twin with the app's own styles and drawings.
export async function writeTwin(folder) {
  const here = new URL(".", import.meta.url);
  const twin = await readFile(new URL("twin.html", here), "utf8");
  const app = await singleText();
  const sprite = await readFile(new URL("../../src/ui/widgets/sprite.svg", here), "utf8");
  const [, styles] = app.match(/<style>([\s\S]*?)<\/style>/);
  const file = join(folder, "twin.html");
  await writeFile(file, twin.replace("/*styles*/", () => styles).replace("<!--sprite-->", () => sprite));
  return pathToFileURL(file).href;
}

// Goes to a page as if for the first time: what an earlier opening left behind, compiled code above all, must not help.
export async function anew(driver, url) {
  await driver.get("about:blank");
  for (let time = 0; time < 3; time += 1) await driver.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage", {});
  await driver.get(url);
}

// Milliseconds until it can be used.
export async function timed(driver, url) {
  await anew(driver, url);
  return until("the form", () => driver.executeScript("return window.usableAt"), 30_000);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
