// The papers of one congress that was held, each as the page says it: for the whole look at them (run.mjs) and for the test
// that holds them against those that were looked at.

import { fileURLToPath } from "node:url";
import { onDay } from "../e2e/plan.mjs";
import { until } from "../e2e/wait.mjs";

const CONGRESS = fileURLToPath(new URL("../data/congress-held.json", import.meta.url));
export const GOLDEN = new URL("golden/", import.meta.url);
// These go abroad too, so they are looked at in English as well.
const IN_ENGLISH = /^(bien-ban-kiem-phieu|chuong-trinh|bao-cao)/;
const OUTLINES = ["de-cuong/political_report", "de-cuong/self_review"];

// What the paper on the screen says: its lines, and its tables cell by cell.
export const said = page => page.script(`
  const trimmed = element => element.innerText.replace(/\\s+/g, " ").trim();
  const paper = document.querySelector(".paper");
  return {
    lines: [...paper.querySelectorAll(".paper__draft, .paper__title, .paper__subject, .paper__sub, .paper__line, .paper__signs p")].map(trimmed).filter(Boolean),
    tables: [...paper.querySelectorAll(".paper__table")].map(table => [...table.rows].map(row => [...row.cells].map(trimmed))),
  };`);

// Opens the congress, on a day and in a place that the papers name.
export async function opened(page) {
  const cdp = (method, params = {}) => page.driver.sendAndGetDevToolsCommand(method, params);
  await onDay(cdp, "2022-05-26T11:40:00+07:00");
  await cdp("Emulation.setTimezoneOverride", { timezoneId: "Asia/Ho_Chi_Minh" });
  await page.visit();
  await page.ready();
  await page.import(CONGRESS);
  await page.answer("Mở đại hội này");
  await page.congress();
  await page.writer();
}

// Shows one paper after the other, and hands each over by its name.
export async function eachPaper(page, look) {
  const id = await page.congress();
  for (const language of ["vi", "en"]) {
    if (language === "en") {
      await page.place("du-lieu");
      await page.press("English");
    }
    await page.place("ho-so");
    const listed = await page.script(`return [...document.querySelectorAll(".papers a")].map(link => link.getAttribute("href"))`);
    const paths = [...listed.map(href => href.split("/ho-so/")[1]).filter(Boolean), ...OUTLINES];
    for (const path of new Set(paths.filter(path => language === "vi" || IN_ENGLISH.test(path)))) {
      await page.script("location.hash = arguments[0]", `#/${id}/ho-so/${path}`);
      await until(path, async () => (await page.hash()).endsWith(path) && (await page.all(".paper")).length === 1);
      // The number of a round changes with every congress.
      await look(`${path.replace("/", "_").replace(/_[0-9a-z]{8}-(\d+)\.\d+$/, "_$1")}.${language}`);
    }
  }
}
