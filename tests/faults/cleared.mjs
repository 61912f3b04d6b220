// Another page from the disk clears the storage while the app is closed: in Chromium all local files share one.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open, remove, temporaryFolder } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { singleUrl } from "../e2e/serve.mjs";
import { untilEqual } from "../e2e/wait.mjs";
import { copiesOf, exported, named, shownOf } from "./device.mjs";
import { tick } from "./entry.mjs";
import { light } from "./scene.mjs";

const CLEARINGS = {
  "all of it": "localStorage.clear();",
  "every other key": "Object.keys(localStorage).sort().filter((_, at) => at % 2).forEach(key => localStorage.removeItem(key));",
  "the records": "Object.keys(localStorage).filter(key => key.includes('journal')).forEach(key => localStorage.removeItem(key));",
};

// `once` plays the first only.
export async function clearing(once) {
  const sum = { trials: 0, lost: 0, faults: [] };
  for (const [name, script] of Object.entries(CLEARINGS).slice(0, once ? 1 : undefined)) {
    const profile = await temporaryFolder("faults-file-");
    try {
      const { id, before } = await worked(profile);
      await cleared(profile, script);
      const { after, faults } = await reopened(profile, id);
      sum.trials += 1;
      sum.lost += before.filter(record => !after.has(record)).length;
      sum.faults.push(...faults.map(what => `${name}: ${what}`));
    } finally {
      await remove(profile);
    }
  }
  return sum;
}

const within = async (profile, body) => {
  const browser = await open("chromium", { profile });
  try {
    return await body(new Page(browser.driver, singleUrl()));
  } finally {
    await browser.quit();
  }
};

const worked = profile => within(profile, async page => {
  await page.visit();
  await page.ready();
  const id = await page.found();
  await tick(page, 12);
  await light(page);
  return { id, before: (await exported(page)).map(named) };
});

const cleared = (profile, script) => within(profile, async page => {
  const stranger = join(profile, "stranger.html");
  await writeFile(stranger, `<!doctype html><title>A stranger</title><script>${script}</script>`);
  await page.driver.get(pathToFileURL(stranger).href);
});

const reopened = (profile, id) => within(profile, async page => {
  const after = new Set((await shownOf(page, id)).map(named));
  const faults = [];
  // Both copies are whole again, without anybody's help.
  await untilEqual(async () => (await copiesOf(page, id)).first.size, after.size, "records in the first copy")
    .catch(() => faults.push("the first copy was not made whole again"));
  return { after, faults };
});
