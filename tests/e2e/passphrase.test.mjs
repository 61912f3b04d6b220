// Backup files with a passphrase: made and opened in each engine, and opened by another program from the documentation.

import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ENGINES, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { CELL, VI } from "./texts.mjs";
import { untilEqual } from "./wait.mjs";

const PASSPHRASE = "Đại hội lần thứ XI";
const WITH = "Tải tệp có mật khẩu";

let server;
let folder;
before(async () => {
  server = await serve();
  folder = await temporaryFolder("e2e-passphrase-");
});
after(async () => {
  await server?.end();
  await remove(folder);
});

async function within(engine, body, early) {
  const browser = await open(engine);
  try {
    const page = new Page(browser.driver, server.url);
    if (early) {
      await page.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: early });
    }
    await page.visit();
    await page.ready();
    await body(page);
  } finally {
    await browser.quit();
  }
}

const type = async (page, text) => page.write(await page.one("dialog[open] #passphrase"), text);

// Opens the file as docs/FORMAT.md says, with nothing of the app.
async function decipheredElsewhere(text, passphrase) {
  const file = JSON.parse(text);
  const bytes = digits => Buffer.from(digits, "hex");
  const header = [file.format, file.version, file.kdf, file.iterations, file.salt, file.cipher, file.iv].join("/");
  const base = await webcrypto.subtle.importKey("raw", Buffer.from(passphrase.trim().normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  const key = await webcrypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: bytes(file.salt), iterations: file.iterations },
    base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const plain = await webcrypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytes(file.iv), additionalData: Buffer.from(header) }, key, bytes(file.enciphered.join("")));
  return Buffer.from(plain).toString("utf8");
}

const enciphered = async (page, passphrase) => {
  await page.place("du-lieu");
  await page.press(WITH);
  await type(page, passphrase);
  return page.caught(() => page.click(`//dialog[@open]//button[normalize-space(.)='${WITH}']`));
};

for (const engine of ENGINES) {
  test(`a file with a passphrase opens with it, and with nothing else: ${engine}`, () => within(engine, async page => {
    await page.found();
    await page.tick();
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    const plain = await page.export();

    await page.press(WITH);
    await type(page, "  1234567 ");
    await page.click(`//dialog[@open]//button[normalize-space(.)='${WITH}']`);
    await page.says("#passphrase-error", "ít nhất 8 ký tự");
    await page.answer(VI.cancel);

    const file = await enciphered(page, PASSPHRASE);
    await page.gone("dialog[open]");
    assert.ok(!file.includes("Kho bạc") && !file.includes("records"), "something stands in the clear");
    assert.equal(await decipheredElsewhere(file, ` ${PASSPHRASE.normalize("NFD")}`), plain);
    const again = await enciphered(page, PASSPHRASE);
    assert.notEqual(JSON.parse(again).salt, JSON.parse(file).salt);
    assert.notEqual(JSON.parse(again).iv, JSON.parse(file).iv);

    await page.wipe();
    const path = join(folder, `${engine}.json`);
    await writeFile(path, file);
    await page.import(path);
    await page.says("dialog[open]", "Tệp này có mật khẩu");
    await type(page, PASSPHRASE.toLowerCase());
    await page.click("//dialog[@open]//button[@type='submit']");
    await page.says("#passphrase-error", "mật khẩu sai, hoặc tệp đã bị hỏng");
    // Written on a keyboard that takes the letters apart, and with a space behind.
    await type(page, `${PASSPHRASE.normalize("NFD")} `);
    await page.click("//dialog[@open]//button[@type='submit']");
    await page.says("dialog[open]", CELL.organisation);
    await page.press(VI.openThis);
    await page.one(".task");
    await untilEqual(() => page.ticked(), 1, "ticked tasks");
    assert.equal(await page.export(), plain);

    const digits = JSON.parse(file);
    for (const [name, spoil] of [
      ["a byte of the text", () => { digits.enciphered[0] = flipped(digits.enciphered[0]); }],
      ["the salt", () => { digits.salt = flipped(digits.salt); }],
      ["the iterations", () => { digits.iterations = 600_001; }],
    ]) {
      const whole = structuredClone(digits);
      spoil();
      await writeFile(path, JSON.stringify(digits));
      Object.assign(digits, whole);
      await page.place("du-lieu");
      await page.import(path);
      await type(page, PASSPHRASE);
      await page.click("//dialog[@open]//button[@type='submit']");
      await page.says("#passphrase-error", "mật khẩu sai, hoặc tệp đã bị hỏng");
      await page.answer(VI.close);
      assert.ok(name);
    }
    await writeFile(path, file.slice(0, file.length / 2));
    await page.import(path);
    await page.says("#import-error", "nội dung hỏng ở dòng");
  }));
}

const flipped = digits => (digits[0] === "0" ? "1" : "0") + digits.slice(1);

test("where the browser enciphers nothing the page says so, and the plain file is there", { skip: !ENGINES.includes("chromium") }, () =>
  within("chromium", async page => {
    await page.found();
    await page.place("du-lieu");
    await page.says("#no-passphrase", "mở bằng http thường");
    assert.ok(!(await page.texts("button")).includes(WITH));
    assert.equal(JSON.parse(await page.export()).records.length, 1);
  }, "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });"));
