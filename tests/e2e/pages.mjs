// The app as a person meets it: buttons and links by what they say, fields by their labels.

import { By, Key } from "selenium-webdriver";
import { CELL, ROLL, VI } from "./texts.mjs";
import { until } from "./wait.mjs";

const quoted = text => (text.includes("'") ? `"${text}"` : `'${text}'`);
const named = (tag, name) => `//${tag}[normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)}]`;

export class Page {
  constructor(driver, base) {
    this.driver = driver;
    this.base = base;
  }

  // ---- Looking ----

  script(body, ...values) {
    return this.driver.executeScript(body, ...values);
  }

  one(selector) {
    return until(selector, () => this.driver.findElement(By.css(selector)));
  }

  all(selector) {
    return this.driver.findElements(By.css(selector));
  }

  // The text of every match, as it stands in the page.
  texts(selector) {
    return this.script(
      "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.replace(/\\s+/g, ' ').trim());",
      selector,
    );
  }

  async text(selector) {
    return (await this.texts(selector))[0];
  }

  // Waits for a match whose text contains the words.
  says(selector, words, timeout) {
    return until(`${selector} says “${words}”`, async () => {
      const texts = await this.texts(selector);
      return texts.find(text => text.includes(words));
    }, timeout);
  }

  gone(selector) {
    return until(`${selector} goes`, async () => (await this.all(selector)).length === 0);
  }

  heading() {
    return this.text("h1");
  }

  // ---- Doing ----

  button(name) {
    return this.visible(named("button", name));
  }

  link(name) {
    return this.visible(named("a", name));
  }

  visible(xpath) {
    return until(xpath, async () => {
      for (const element of await this.driver.findElements(By.xpath(xpath))) {
        if (await element.isDisplayed()) return element;
      }
      return null;
    });
  }

  press(name) {
    return this.click(named("button", name));
  }

  follow(name) {
    return this.click(named("a", name));
  }

  // Finds and clicks in one go, so that an element made anew in between is found again.
  click(xpath) {
    return until(`to press ${xpath}`, async () => {
      for (const element of await this.driver.findElements(By.xpath(xpath))) {
        if (!(await element.isDisplayed()) || !(await element.isEnabled())) continue;
        await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
        await element.click();
        return true;
      }
      return false;
    });
  }

  // The field that a label names, by its `for`, by the label around it, or by aria-label.
  field(label) {
    const text = quoted(label);
    return until(`field ${label}`, () => this.driver.findElement(By.xpath(
      `//*[@id=//label[normalize-space(.)=${text}]/@for] | //label[normalize-space(.)=${text}]//input`
      + ` | //*[self::input or self::select or self::textarea][@aria-label=${text}]`,
    )));
  }

  // Writes over what a field holds and leaves it.
  async write(field, text) {
    const element = typeof field === "string" ? await this.field(field) : field;
    await this.script("arguments[0].focus(); arguments[0].select?.();", element);
    await element.sendKeys(text === "" ? Key.BACK_SPACE : text);
    await this.script("arguments[0].blur();", element);
  }

  // Ctrl and a letter, as from the keyboard.
  async control(letter) {
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys(letter).keyUp(Key.CONTROL).perform();
  }

  async choose(select, text) {
    const element = typeof select === "string" ? await this.field(select) : select;
    await this.script(
      `const [select, text] = arguments;
       select.value = [...select.options].find(option => option.text.trim() === text).value;
       select.dispatchEvent(new Event("change", { bubbles: true }));`,
      element, text,
    );
  }

  // ---- Going ----

  async visit(hash = "#/") {
    await this.driver.get(this.base + hash);
  }

  // A device on which every hint was shown already: it looks the same the first time and the second.
  async hinted() {
    await this.visit();
    await this.script(
      "localStorage.setItem('so-tay-dai-hoi/preferences', JSON.stringify({ hinted: ['chuan-bi', 'dieu-hanh', 'kiem-phieu'] }))");
    await this.driver.navigate().refresh();
  }

  // The app has mounted and taken its shell away.
  async ready() {
    await until("the app to open", async () =>
      this.script("return !document.getElementById('shell') && !!document.querySelector('main')"), 20_000);
  }

  async hash() {
    return this.script("return location.hash");
  }

  // The open congress's id, from the address.
  async congress() {
    return until("a congress in the address", async () => (await this.hash()).match(/^#\/([^/]+)\//)?.[1]);
  }

  // Goes to a place of the open congress by its address.
  async place(path) {
    const id = await this.congress();
    // A window that shows the hall stays there until it is left on purpose.
    if (path !== "hoi-truong" && (await this.all("#leave-hall")).length > 0) await this.leaveHall();
    await this.script("location.hash = arguments[0]", `#/${id}/${path}`);
    await until(path, async () => (await this.hash()) === `#/${id}/${path}` && (await this.all("main")).length > 0);
  }

  async leaveHall() {
    await (await this.one("#leave-hall")).click();
    await this.click(`//dialog[@open]//button[normalize-space(.)=${quoted(VI.leaveHall)}]`);
    await this.one("header.bar");
    await this.writer();
  }

  // The writer's lock comes a moment after opening; until then a press changes nothing.
  async writer() {
    await until("this window to write", () => this.driver.executeAsyncScript(
      `const done = arguments[0];
       if (!navigator.locks) return done(true);
       navigator.locks.query().then(({ held }) => done(held.some(lock => lock.name.endsWith("/writer"))));`,
    ));
    // Amber until both copies were asked; nothing is written before.
    await until("both copies to be asked", () => this.script(
      "return document.querySelector('.save')?.dataset.saved !== 'wait'",
    ));
  }

  // ---- The steps of a congress ----

  async found({ organisation, members, date } = CELL) {
    await this.write(await this.one("#q-organisation"), organisation);
    await this.write(await this.one("#q-members"), members);
    await this.write(await this.one("#q-date"), date);
    await this.press(VI.found);
    await this.one(".task");
    await this.writer();
    return this.congress();
  }

  async sample() {
    await this.press(VI.sample);
    await this.one(".task");
    await this.writer();
    return this.congress();
  }

  // How many tasks are ticked.
  async ticked() {
    // The rows that are out of sight are drawn a moment after the others, and with them what stands beside the list.
    const whole = "return !document.querySelector('.tasktools') || !!document.querySelector('.planline')";
    await until("the whole list", () => this.script(whole));
    return (await this.all(".task > .mark[aria-pressed=true]")).length;
  }

  // Ticks the first task that is not.
  async tick() {
    const mark = await this.one(".task > .mark[aria-pressed=false]");
    await this.script("arguments[0].scrollIntoView({ block: 'center' })", mark);
    await mark.click();
  }

  async pasteRoll(names = ROLL) {
    // An empty roll has the box itself; one with people has it in a dialog.
    await this.one(".roll, #paste-list");
    if ((await this.all("#paste-list")).length === 0) await this.press(VI.paste);
    const area = await this.one("#paste-list");
    await area.sendKeys(names.join(Key.ENTER));
    await this.press(VI.addToRoll);
    await until("the roll", async () => (await this.all("table.roll tbody tr")).length === names.length);
  }

  async setRound(seats, names) {
    const field = await this.one("#seats");
    if (await field.isEnabled()) await this.write(field, String(seats));
    for (const name of names) await this.click(`//label[normalize-space(.)=${quoted(name)}]//input`);
    await this.passGate("ballots");
  }

  // Somebody lets the congress pass a gate, by name and with a reason; where nothing is missing nothing is done.
  async passGate(gate) {
    const [summary] = await this.all(`#word-${gate}`);
    if (!summary) return;
    await this.script("arguments[0].scrollIntoView({ block: 'center' })", summary);
    await summary.click();
    await this.write(await this.one(`#by-${gate}`), CELL.boardHead);
    await this.write(await this.one(`#reason-${gate}`), "Đoàn chủ tịch đồng ý");
    await (await this.one(`#pass-${gate}`)).click();
    await until("the gate to open", async () => (await this.all(`#word-${gate}`)).length === 0);
  }

  async beginCongress() {
    await this.passGate("opening");
    await this.press(VI.begin);
  }

  // The running item began a minute before it was said to.
  async beganEarlier() {
    await this.press(VI.earlier);
    await this.answer(VI.aMinuteAgo);
  }

  // Names the counting board, without which no round opens.
  async nameBoard() {
    await this.place("chuan-bi/thong-tin");
    await this.write("Trưởng ban kiểm phiếu", CELL.boardHead);
    await this.write("Các thành viên ban kiểm phiếu", CELL.boardMembers);
  }

  // Writes a sheet that was counted on paper, as a person does: from cell to cell with Enter.
  async fillSheet(figures) {
    // The place of the round may be a moment behind the press that opened it; it comes with this field, whichever way is counted.
    await this.one("#ballots-issued");
    if ((await this.all("#type-totals")).length > 0) await (await this.one("#type-totals")).click();
    await (await this.one("#ballots-issued")).click();
    for (const figure of figures) {
      await this.driver.switchTo().activeElement().sendKeys(figure, Key.ENTER);
    }
  }

  // Deletes the open congress from the device.
  async wipe() {
    await this.place("du-lieu");
    await this.press(VI.wipe);
    await this.answer(VI.wipe);
    await this.one("#q-organisation");
  }

  // The keys under which anything of a congress is stored; the mark that says it was deleted on purpose is not of it.
  keptOf(id) {
    return this.script(
      `return Object.keys(localStorage).filter(key => key.includes(arguments[0]) && !key.includes("/wiped/")).sort();`,
      id,
    );
  }

  // Damages one record in localStorage, and in the database too where asked; gives the damaged text.
  damage(key, change, both) {
    return this.driver.executeAsyncScript(`
      const [key, both, done] = arguments;
      const change = ${change};
      const damaged = change(localStorage.getItem(key));
      localStorage.setItem(key, damaged);
      if (!both) return done(damaged);
      const opening = indexedDB.open("so-tay-dai-hoi");
      opening.onsuccess = () => {
        const writing = opening.result.transaction("kept", "readwrite");
        writing.objectStore("kept").put(damaged, key);
        writing.oncomplete = () => { opening.result.close(); done(damaged); };
      };
    `, key, both);
  }

  // Presses a button of the open dialog.
  async answer(name) {
    await this.click(`//dialog[@open]//button[normalize-space(.)=${quoted(name)}]`);
    await until("the dialog to close", async () => (await this.all("dialog[open]")).length === 0);
  }

  // The file that a press would save, caught as it is made.
  async caught(press) {
    await this.script(
      `if (!window.keptBlobs) {
         window.keptBlobs = [];
         const make = URL.createObjectURL.bind(URL);
         URL.createObjectURL = blob => (window.keptBlobs.push(blob), make(blob));
       }
       window.keptBlobs.length = 0;`,
    );
    await press();
    return this.driver.executeAsyncScript(
      `const done = arguments[0];
       const wait = () => (window.keptBlobs[0] ? window.keptBlobs[0].text().then(done) : setTimeout(wait, 20));
       wait();`,
    );
  }

  async export() {
    await this.place("du-lieu");
    return this.caught(() => this.press(VI.download));
  }

  async import(path) {
    const input = await until("the file input", async () => (await this.all("input[type=file]"))[0]);
    await input.sendKeys(path);
    await this.one("dialog[open] p");
  }
}
