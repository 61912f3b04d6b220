// The third copy, off the browser: the file that is rewritten as work goes on, and the downloads that are offered.
//
// A file in the browser's private file system stands for the file on a stick: it is a true handle, kept and written in
// the same way; only the choosing and the asking for the right to write are played.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readyRoll } from "./desk.mjs";
import { ENGINES, open } from "./engines.mjs";
import { Page } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { CELL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

const chromiumOnly = { skip: !ENGINES.includes("chromium") };

let server;
before(async () => { server = await serve(); });
after(() => server?.end());

async function within(early, body, engine = "chromium") {
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

// A stick with one file. The right to write lasts until the page is loaded again; `window.pulled` takes the stick out.
const STICK = `
  let granted = false;
  window.showSaveFilePicker = async options => {
    window.suggested = options.suggestedName;
    granted = true;
    return (await navigator.storage.getDirectory()).getFileHandle("dai-hoi.json", { create: true });
  };
  const made = FileSystemFileHandle.prototype;
  made.queryPermission = async () => (granted ? "granted" : "prompt");
  made.requestPermission = async () => { granted = !window.refused; return granted ? "granted" : "denied"; };
  const create = made.createWritable;
  made.createWritable = async function (...how) {
    if (!granted) throw new DOMException("", "NotAllowedError");
    if (window.pulled) throw new DOMException("", "NotFoundError");
    window.writes = (window.writes ?? 0) + 1;
    return create.apply(this, how);
  };`;

const onStick = page => page.driver.executeAsyncScript(`
  const done = arguments[0];
  navigator.storage.getDirectory().then(folder => folder.getFileHandle("dai-hoi.json"))
    .then(handle => handle.getFile()).then(file => file.text()).then(done, () => done(null));`);
// Nothing where the look fell into a writing: a file that changes meanwhile cannot be read.
const recordsOnStick = async page => JSON.parse(await onStick(page))?.records.length;
const CHOOSE = "Chọn tệp để tự ghi tiếp";

test("a chosen file is kept up to date, sleeps after a reload, and says when it cannot be written", chromiumOnly, () =>
  within(STICK, async page => {
    await page.found();
    await page.place("du-lieu");
    await page.says("#latest-copy", "Chưa có bản sao nào");
    await page.press(CHOOSE);
    await page.says("#backup-file", "đang tự ghi vào tệp dai-hoi.json");
    await page.says("#latest-copy", "đủ mọi ghi nhận");
    assert.match(await page.script("return window.suggested"), /^so-tay-dai-hoi_2022-05-26_.*\.json$/);
    assert.equal(await onStick(page), await page.export(), "the file is the export");

    await page.place("chuan-bi");
    for (let ticks = 0; ticks < 3; ticks += 1) await page.tick();
    await untilEqual(() => recordsOnStick(page), 4, "records on the stick", 9000);
    const writes = await page.script("return window.writes");
    assert.ok(writes <= 4, `${writes} writes for three ticks`);
    assert.equal((await page.all("#offer")).length, 0);

    await page.driver.navigate().refresh();
    await page.ready();
    await page.says("#offer", "bấm một lần để ghi tiếp vào tệp sao lưu dai-hoi.json", 5000);
    await page.tick();
    await page.script("window.refused = true");
    await page.press("Ghi tiếp");
    await page.says("#offer", "bấm một lần");
    await page.script("window.refused = false");
    await page.press("Ghi tiếp");
    await page.gone("#offer");
    await untilEqual(() => recordsOnStick(page), 5, "records after one press");

    const whole = await onStick(page);
    await page.script("window.pulled = true");
    await page.tick();
    await page.says("#offer", "Không ghi được tệp sao lưu dai-hoi.json", 9000);
    assert.equal(await onStick(page), whole, "what the file held is whole");
    await page.press("Để sau");
    await page.gone("#offer");
    await page.place("du-lieu");
    await page.says("#backup-file", "Không ghi được");
    await page.says("#latest-copy", "có thêm 1 ghi nhận");
    await page.script("window.pulled = false");
    await page.press("Ghi lại");
    await page.says("#backup-file", "đang tự ghi");
    await untilEqual(() => recordsOnStick(page), 6, "records once the stick is back");

    await page.press("Thôi ghi tệp này");
    await page.button(CHOOSE);
    await page.driver.navigate().refresh();
    await page.ready();
    await page.writer();
    await page.button(CHOOSE);
    assert.equal((await page.all("#offer")).length, 0, "a file that was given up is not asked for");
  }));

test("a sealed round is on the stick at once", chromiumOnly, () => within(STICK, async page => {
  await page.found();
  await page.place("du-lieu");
  await page.press(CHOOSE);
  await page.says("#backup-file", "đang tự ghi");
  await countedRound(page);
  await page.press(VI.seal);
  await until("the seal on the stick", async () => (await onStick(page))?.includes("round_sealed"), 3000);
}));

async function countedRound(page) {
  await readyRoll(page);
  await page.place("kiem-phieu");
  await page.setRound(3, CELL.committee);
  await page.press(VI.openRound);
  await page.fillSheet(["17", "17", "17", "0", ...CELL.votes]);
}

const WITHOUT = "delete window.showSaveFilePicker;";

test("where no file can be kept up to date, a download is offered at each moment", chromiumOnly, () =>
  within(WITHOUT, async page => {
    await page.found();
    await page.place("du-lieu");
    await page.says("#backup-file", "Trình duyệt này không tự ghi tiếp vào một tệp được");
    await countedRound(page);
    assert.equal((await page.all("#offer")).length, 0);
    // Fifty figures.
    for (let turn = 0; turn < 21; turn += 1) {
      await page.write(await page.one("#ballots-invalid"), "1");
      await page.write(await page.one("#ballots-invalid"), "0");
    }
    await page.says("#offer", "Đã nhập nhiều số");
    await page.press("Để sau");
    await page.gone("#offer");
    await page.press(VI.seal);
    await page.says("h1", "Đã niêm phong: 3 người trúng cử");
    await page.says("#offer", "Lần bầu đã niêm phong");
    await page.place("ho-so/danh-sach");
    await page.says("#before-print", "Trước khi in");
    const lies = () => page.script("return document.getElementById('offer').checkVisibility()");
    assert.equal(await lies(), false, "the offer lies on the paper");
    await page.place("kiem-phieu");
    await until("the offer again", lies);
    await page.press("Để sau");
    await page.gone("#offer");

    await page.place("du-lieu");
    await page.says("#latest-copy", "Chưa có bản sao nào");
    await page.place("ho-so/danh-sach");
    await page.says("#before-print", "Trước khi in");
    const file = JSON.parse(await page.caught(() => page.press("Tải bản sao")));
    await page.gone("#before-print");
    await page.place("du-lieu");
    await page.says("#latest-copy", "đủ mọi ghi nhận");
    assert.equal(await page.text("#record-count"), String(file.records.length));

    await page.place("kiem-phieu");
    await page.driver.navigate().refresh();
    await page.ready();
    await page.writer();
    assert.equal((await page.all("#offer")).length, 0, "what was taken is remembered");
  }));

// Each is how the browser answers, and what the page then says.
for (const [name, early, words] of [
  ["yes", "navigator.storage.persist = async () => true", "đã hứa không tự xóa"],
  ["no", "navigator.storage.persist = async () => false", "không hứa giữ dữ liệu"],
  ["not at all", "Object.defineProperty(navigator, 'storage', { value: undefined })", "không nói có giữ"],
]) {
  test(`the browser is asked to keep what it stores and answers: ${name}`, chromiumOnly, () =>
    within(early, async page => {
      await page.found();
      await page.tick();
      await page.place("du-lieu");
      await page.says("#promise", words);
      await page.says(".page", "Tệp sao lưu mới là bản lưu trữ");
    }));
}

test("a window that follows neither writes the file nor offers a download", chromiumOnly, () =>
  within(STICK, async page => {
    const id = await page.found();
    await page.place("du-lieu");
    await page.press(CHOOSE);
    await page.says("#backup-file", "đang tự ghi");
    await page.driver.switchTo().newWindow("window");
    await page.visit(`#/${id}/chuan-bi`);
    await page.says(".follower", "chỉ theo dõi", 4000);
    assert.equal((await page.all("#offer")).length, 0);
    assert.equal(await page.script("return window.writes ?? 0"), 0);
  }));
