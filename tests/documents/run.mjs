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
import { serve } from "../e2e/serve.mjs";
import { until } from "../e2e/wait.mjs";
import { eachPaper, opened, said } from "./said.mjs";

const path = relative => fileURLToPath(new URL(relative, import.meta.url));
const TARGET = path("../../target/documents");
// The restore sheet.
const SHEET = "ban-in-khoi-phuc.vi";

// A paper as the browser prints it, as a file, and as what it says.
async function written(page, browser, name) {
  const { data } = await page.driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
  await writeFile(join(TARGET, `${name}.browser.pdf`), Buffer.from(data, "base64"));
  const before = await downloaded(browser.downloads);
  await (await page.one("#docx")).click();
  const file = await until(`${name}.docx`, async () =>
    (await downloaded(browser.downloads)).find(file => !before.includes(file) && file.endsWith(".docx")));
  await copyFile(file, join(TARGET, `${name}.docx`));
  await writeFile(join(TARGET, `${name}.json`), JSON.stringify(await said(page), null, 1));
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
const names = [];
try {
  const page = new Page(browser.driver, server.url);
  await opened(page);
  await eachPaper(page, async name => {
    await written(page, browser, name);
    names.push(name);
  });
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
