// From one device to another by codes: shown by one browser, filmed, and read by another through its camera. Chromium,
// whose camera can be given a film; the others say that there is no camera and offer the file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ENGINES, OLD, open, remove, temporaryFolder } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve, singleUrl } from "./serve.mjs";
import { CELL } from "./texts.mjs";
import { until } from "./wait.mjs";
import { film } from "./video.mjs";

const PASSPHRASE = "Đại hội lần thứ XI";
const HELD = new URL("../data/congress-held.json", import.meta.url);
const SCAN = "Quét mã từ máy khác";

let server;
let folder;
before(async () => {
  server = await serve();
  folder = await temporaryFolder("e2e-codes-");
});
after(async () => {
  await server?.end();
  await remove(folder);
});

const filmed = path => [
  "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`,
];

async function within(engine, flags, body, url = server.url) {
  const browser = await open(engine, { flags });
  try {
    const page = new Page(browser.driver, url);
    await page.visit();
    await page.ready();
    return await body(page);
  } finally {
    await browser.quit();
  }
}

// The held congress, opened from its file.
async function held(page) {
  await page.import(HELD.pathname);
  await page.answer("Mở đại hội này");
  await page.one(".task");
  await page.place("du-lieu");
  return readFile(HELD, "utf8");
}

// The rows of every code that the dialog shows, in order.
async function shown(page) {
  await page.one("#on-screen svg");
  const of = Number((await page.text("#code-number")).match(/\/ (\d+)/)[1]);
  await (await page.one("#codes-hold")).click();
  const codes = new Map();
  while (codes.size < of) {
    const [number, path, width] = await page.script(
      `const svg = document.querySelector("#on-screen svg");
       return [Number(document.querySelector("#code-number").textContent.match(/\\d+/)[0]),
         svg.querySelector("path").getAttribute("d"), svg.viewBox.baseVal.width];`);
    const points = new Set([...path.matchAll(/M(\d+) (\d+)h1/g)].map(point => `${point[1] - 4},${point[2] - 4}`));
    const side = Array.from({ length: width - 8 }, (_, at) => at);
    codes.set(number, side.map(y => side.map(x => (points.has(`${x},${y}`) ? "1" : "0")).join("")));
    await page.press("Mã sau");
    await until("the next code", async () => !(await page.text("#code-number")).startsWith(`Mã ${number} `));
  }
  return [...codes.keys()].sort((a, b) => a - b).map(number => codes.get(number));
}

const checksum = text => JSON.parse(text).checksum;

test("a congress goes through the air, with frames shuffled, doubled, damaged and missing", { skip: !ENGINES.includes("chromium"), timeout: 300_000 }, async t => {
  const [original, codes] = await within("chromium", [], async page => {
    const original = await held(page);
    await (await page.one("#to-whole .show-codes")).click();
    return [original, await shown(page)];
  });
  t.diagnostic(`${codes.length} codes for ${original.length} bytes`);
  assert.ok(codes.length > 10);
  const missing = 7;
  // The order of a pack of cards: every second one, then the others; some twice.
  const shuffled = [...codes.keys()].sort((a, b) => (a % 2) - (b % 2) || b - a);
  const path = join(folder, "codes.y4m");
  await t.test("a code that is covered is named", async () => {
    const cover = (picture, place, width, height) => {
      if (shuffled[place] === missing - 1) picture.fill(200, 0, width * Math.floor(height / 2));
    };
    await film(path, shuffled.map(at => codes[at]), { spoil: cover });
    await within("chromium", filmed(path), async page => {
      await page.press(SCAN);
      await page.says("#scan-told", `Đã nhận ${codes.length - 1} / ${codes.length} mã. Còn thiếu: ${missing}`, 60_000);
      assert.equal((await page.all("dialog[open] video")).length, 1);
    });
  });
  await t.test("all of them make the congress, record for record", async () => {
    const some = [...shuffled, ...shuffled.slice(0, 5)];
    await film(path, some.map(at => codes[at]));
    await within("chromium", filmed(path), async page => {
      await page.press(SCAN);
      await page.says("dialog[open]", "Chi bộ", 60_000);
      await page.answer("Mở đại hội này");
      await page.one(".task");
      await page.writer();
      const arrived = await page.export();
      assert.equal(checksum(arrived), checksum(original));
      // The same once more changes nothing.
      await page.press(SCAN);
      await page.says("dialog[open]", "đã có đủ", 60_000);
    });
  });
});

test("with a passphrase the codes open for whoever knows it", { skip: !ENGINES.includes("chromium"), timeout: 300_000 }, async t => {
  const [original, codes] = await within("chromium", [], async page => {
    const original = await held(page);
    await (await page.one("#to-whole .show-codes")).click();
    await page.one("#on-screen svg");
    await (await page.one("#codes-with")).click();
    await page.write(await page.one("dialog[open] #passphrase"), "ngắn");
    await page.click("//dialog[@open]//form//button[@type='submit']");
    await page.says("#passphrase-error", "ít nhất");
    await page.write(await page.one("dialog[open] #passphrase"), PASSPHRASE);
    await page.click("//dialog[@open]//form//button[@type='submit']");
    await page.gone("dialog[open] #passphrase");
    return [original, await shown(page)];
  });
  t.diagnostic(`${codes.length} codes with a passphrase`);
  const path = join(folder, "enciphered.y4m");
  await film(path, codes);
  await within("chromium", filmed(path), async page => {
    await page.press(SCAN);
    await until("the passphrase to be asked", () => page.one("dialog[open] #passphrase"), 60_000);
    await page.write(await page.one("dialog[open] #passphrase"), "mật khẩu khác");
    await page.press("Mở tệp");
    await page.says("#passphrase-error", "mật khẩu sai");
    await page.write(await page.one("dialog[open] #passphrase"), PASSPHRASE);
    await page.press("Mở tệp");
    await page.says("dialog[open]", "Chi bộ", 20_000);
    await page.answer("Mở đại hội này");
    await page.one(".task");
    await page.writer();
    assert.equal(checksum(await page.export()), checksum(original));
  });
});

test("the single file reads codes too", { skip: !ENGINES.includes("chromium"), timeout: 200_000 }, async () => {
  const path = join(folder, "from-file.y4m");
  const codes = await within("chromium", [], async page => {
    await held(page);
    await (await page.one("#to-whole .show-codes")).click();
    return shown(page);
  }, singleUrl());
  await film(path, codes);
  await within("chromium", filmed(path), async page => {
    await page.press(SCAN);
    await page.says("dialog[open]", "Chi bộ", 60_000);
  }, singleUrl());
});

for (const engine of ENGINES) {
  test(`without a camera it is said, and the file offered: ${engine}`, { timeout: 100_000 }, async () => {
    // A camera that may not be used, where the browser can be told so; elsewhere there is none.
    // The old Chromium of the packages has no camera to deny.
    const denied = engine === "chromium" && !OLD;
    const flags = denied ? ["--use-fake-device-for-media-stream", "--deny-permission-prompts"] : [];
    await within(engine, flags, async page => {
      await page.press(SCAN);
      const why = await page.says("#no-camera", "Mở tệp sao lưu", 20_000);
      if (denied) assert.match(why, /chưa được phép/);
      // To try again is not to be left without an answer.
      await page.press("Thử lại");
      await page.says("#no-camera", "Mở tệp sao lưu", 20_000);
      await page.press("Đóng");
      await page.gone("dialog[open]");
    });
  });

  test(`a file is shared where the browser shares files: ${engine}`, { timeout: 100_000 }, async () => {
    await within(engine, [], async page => {
      await page.found(CELL);
      await page.place("du-lieu");
      // Nowhere here does a browser share by itself.
      assert.equal((await page.all("#to-whole .share")).length, 0);
      await page.script(`
        navigator.canShare = what => what.files[0].type === "text/plain";
        navigator.share = async what => { window.shared = [what.files[0].name, await what.files[0].text()]; };`);
      await page.place("chuan-bi");
      await page.place("du-lieu");
      await (await page.one("#to-whole .share")).click();
      const [name, text] = await until("the file", () => page.script("return window.shared"));
      assert.match(name, /^so-tay-dai-hoi_.*\.json\.txt$/);
      assert.equal(JSON.parse(text).records.length, 1);
      await page.script(`navigator.share = async () => { throw new DOMException("", "AbortError"); }; `);
      await (await page.one("#to-whole .share")).click();
      await page.script(`navigator.share = async () => { throw new DOMException("", "DataError"); }; `);
      await (await page.one("#to-whole .share")).click();
      await page.says("#to-whole .not-shared", "Hãy tải tệp sao lưu");
    });
  });
}
