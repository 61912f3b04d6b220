// What Chromium saw: every request, and every line of the console.

import { logging } from "selenium-webdriver";

// What carries no request anywhere, and the browser's own pages, as the tab it starts with.
const OWN_SCHEMES = /^(data|blob|about|chrome):/;

// Requests that do not go to the app's own files, and what the console said.
export async function quiet(driver, own) {
  const folder = own.slice(0, own.lastIndexOf("/") + 1);
  const foreign = (await requests(driver)).filter(url => !url.startsWith(folder) && !OWN_SCHEMES.test(url));
  const lines = await driver.manage().logs().get(logging.Type.BROWSER);
  return { foreign, told: lines.map(line => line.message) };
}

async function requests(driver) {
  const entries = await driver.manage().logs().get(logging.Type.PERFORMANCE);
  const events = entries.map(entry => JSON.parse(entry.message).message);
  return events.filter(event => event.method === "Network.requestWillBeSent").map(event => event.params.request.url);
}
