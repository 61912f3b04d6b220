// Writes every paper of one congress that was held into target/documents: as the browser prints it, as the .docx file that
// the app offers, and as what LibreOffice makes of that file; has the restore sheet read back from its picture; then has all
// of them compared, see check.py.
// GOLDEN=write keeps what comes out as what is expected from now on.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloaded, open } from "../e2e/engines.mjs";
import { Page } from "../e2e/pages.mjs";
import { onDay } from "../e2e/plan.mjs";
import { serve } from "../e2e/serve.mjs";
import { until } from "../e2e/wait.mjs";

const path = relative => fileURLToPath(new URL(relative, import.meta.url));
const CONGRESS = path("../data/congress-held.json");
const TARGET = path("../../target/documents");
// The restore sheet.
const SHEET = "ban-in-khoi-phuc.vi";
// These go abroad too, so they are looked at in English as well.
const IN_ENGLISH = /^(bien-ban-kiem-phieu|chuong-trinh|bao-cao)/;

// What the paper on the screen says: its lines, and its tables cell by cell.
const said = page => page.script(`
  const trimmed = element => element.innerText.replace(/\\s+/g, " ").trim();
  const paper = document.querySelector(".paper");
  return {
    lines: [...paper.querySelectorAll(".paper__draft, .paper__title, .paper__subject, .paper__sub, .paper__line, .paper__signs p")].map(trimmed).filter(Boolean),
    tables: [...paper.querySelectorAll(".paper__table")].map(table => [...table.rows].map(row => [...row.cells].map(trimmed))),
  };`);

async function paper(page, browser, id, path, language) {
  await page.script("location.hash = arguments[0]", `#/${id}/ho-so/${path}`);
  await until(path, async () => (await page.hash()).endsWith(path) && (await page.all(".paper")).length === 1);
  const name = `${path.replace("/", "_").replace(/_[0-9a-z]{8}-(\d+)\.\d+$/, "_$1")}.${language}`;
  const { data } = await page.driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
  await writeFile(join(TARGET, `${name}.browser.pdf`), Buffer.from(data, "base64"));
  const before = await downloaded(browser.downloads);
  await (await page.one("#docx")).click();
  const file = await until(`${name}.docx`, async () =>
    (await downloaded(browser.downloads)).find(file => !before.includes(file) && file.endsWith(".docx")));
  await copyFile(file, join(TARGET, `${name}.docx`));
  await writeFile(join(TARGET, `${name}.json`), JSON.stringify(await said(page), null, 1));
  return name;
}

async function written(page, browser) {
  const names = [];
  const id = await page.congress();
  for (const language of ["vi", "en"]) {
    if (language === "en") {
      await page.place("du-lieu");
      await page.press("English");
    }
    await page.place("ho-so");
    const listed = await page.script(`return [...document.querySelectorAll(".papers a")].map(link => link.getAttribute("href"))`);
    const outlines = ["de-cuong/political_report", "de-cuong/self_review"];
    const paths = [...listed.map(href => href.split("/ho-so/")[1]).filter(Boolean), ...outlines];
    for (const path of new Set(paths.filter(path => language === "vi" || IN_ENGLISH.test(path)))) {
      names.push(await paper(page, browser, id, path, language));
    }
  }
  return names;
}

const pdf = (name, kind) => join(TARGET, `${name}.${kind}.pdf`);

// What LibreOffice makes of the files, and a picture of each page.
async function drawn(names) {
  const office = `-env:UserInstallation=file://${join(TARGET, ".office")}`;
  const files = names.map(name => join(TARGET, `${name}.docx`));
  execFileSync("soffice", [office, "--headless", "--convert-to", "pdf", "--outdir", join(TARGET, ".converted"), ...files], { stdio: "pipe" });
  for (const name of names) {
    await copyFile(join(TARGET, ".converted", `${name}.pdf`), pdf(name, "office"));
    for (const kind of ["browser", "office"]) {
      execFileSync("pdftoppm", ["-r", "40", "-gray", "-png", pdf(name, kind), pdf(name, kind).replace(/\.pdf$/, "")]);
    }
  }
  await rm(join(TARGET, ".converted"), { recursive: true });
  await rm(join(TARGET, ".office"), { recursive: true });
}

// What a reader of codes that is not ours reads from the printed restore sheet.
async function scanned(kind) {
  const folder = join(TARGET, `.${kind}`);
  await mkdir(folder);
  execFileSync("pdftoppm", ["-r", "200", "-gray", "-png", pdf(SHEET, kind), join(folder, "page")]);
  const pages = (await readdir(folder)).map(page => join(folder, page));
  // A page without a code is told by the status, so each page is read alone.
  const read = pages.flatMap(page => spawnSync("zbarimg", ["--quiet", "--raw", page], { encoding: "utf8" }).stdout.trim().split("\n"));
  await rm(folder, { recursive: true });
  return read.filter(Boolean).sort();
}

// The congress that the app makes of those lines has the sheet that it came from: all but the day of the print is on it.
async function restored(page, lines) {
  const original = await page.congress();
  const sheet = JSON.parse(await readFile(join(TARGET, `${SHEET}.json`), "utf8")).lines;
  await page.script("location.hash = '#/'");
  await (await page.one("#from-print")).click();
  await page.write(await page.one("#scanned"), lines.slice(1).reverse().join("\n"));
  await page.says("#print-wrong", `Còn thiếu mã 1 trên ${lines.length} mã.`);
  await page.write(await page.one("#scanned"), [...lines].reverse().join("\n"));
  await page.says("#print-found", "Đủ mã: Chi bộ Kho bạc");
  await (await page.one("#print-do")).click();
  await until("the restored congress", async () => (await page.congress()) !== original);
  await page.writer();
  await page.place(`ho-so/${SHEET.split(".")[0]}`);
  await page.one(".paper");
  assert.deepEqual((await said(page)).lines, sheet);
  console.log(`restored from ${lines.length} codes: the same sheet, ${sheet.filter(line => line.startsWith("–")).length} outcomes`);
}

await rm(TARGET, { recursive: true, force: true });
await mkdir(TARGET, { recursive: true });
const server = await serve();
const browser = await open("chromium");
let names;
try {
  const page = new Page(browser.driver, server.url);
  const cdp = (method, params = {}) => browser.driver.sendAndGetDevToolsCommand(method, params);
  await onDay(cdp, "2022-05-26T11:40:00+07:00");
  await cdp("Emulation.setTimezoneOverride", { timezoneId: "Asia/Ho_Chi_Minh" });
  await page.visit();
  await page.ready();
  await page.import(CONGRESS);
  await page.answer("Mở đại hội này");
  await page.congress();
  await page.writer();
  names = await written(page, browser);
  console.log(`${names.length} papers`);
  await drawn(names);
  const lines = await scanned("browser");
  assert.deepEqual(await scanned("office"), lines, "both ways out hold the same codes");
  await page.place("du-lieu");
  await page.press("Tiếng Việt");
  await restored(page, lines);
} finally {
  await browser.quit();
  await server.end();
}
execFileSync("/usr/bin/python3", [path("check.py"), TARGET, path("golden"), ...names], { stdio: "inherit" });
