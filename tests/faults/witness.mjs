// A witness outside the browser of what the page wrote and what it promised: a killed page can tell nobody any more.
//
// A promise is the light's `data-kept`, the id of the newest record whose transaction has completed; it holds for all
// earlier ones of that device. To take anything else for it would report losses that are none.

import { devtools } from "./devtools.mjs";

const LOOK = `
  const light = () => document.querySelector(".save");
  // Firefox keeps a test's script and the page's own apart; there a function has to be handed over.
  const page = window.wrappedJSObject ?? window;
  const hand = body => (window.wrappedJSObject ? exportFunction(body, window) : body);
  const set = page.Storage.prototype.setItem;
  let newest;
  page.Storage.prototype.setItem = hand(function (key, value) {
    set.call(this, key, value);
    const record = String(key).match(/[/]journal[/](.+)[/]0*([0-9]+)$/);
    if (record) tell("wrote " + (newest = record[1] + "-" + record[2]));
  });
  let last;
  const look = () => {
    const kept = BY_LIGHT ? light()?.dataset.saved === "ok" && newest : light()?.dataset.kept;
    if (kept && kept !== last) tell("kept " + (last = kept));
  };
  new MutationObserver(look).observe(document.documentElement, {
    attributes: true, attributeFilter: BY_LIGHT ? undefined : ["data-kept"], childList: BY_LIGHT, subtree: true,
  });
  look();`;

// ACKNOWLEDGED_BY=light takes the green light for the promise, as it was before there was a second copy. It is there to
// show that the test can fail.
const look = LOOK.replaceAll("BY_LIGHT", String(process.env.ACKNOWLEDGED_BY === "light"));

// Looks on at the page that is open from before `begin`. `wrote` and `kept` grow as the page goes on; `next` waits for a
// promise.
export async function witness({ engine, driver }, begin) {
  const seen = { wrote: new Set(), kept: new Set(), next: () => new Promise(resolve => waiting.push(resolve)) };
  const waiting = [];
  const hear = text => {
    const [what, record] = text.split(" ");
    seen[what].add(record);
    if (what === "kept") waiting.splice(0).forEach(resolve => resolve());
  };
  await HEARING[engine](driver, hear, begin);
  return seen;
}

const HEARING = { chromium: byBinding, firefox: byAsking };

// Each word leaves the page as it is said.
async function byBinding(driver, hear, begin) {
  const tools = await devtools(driver, (method, params) => {
    if (method === "Runtime.bindingCalled" && params.name === "tell") hear(params.payload);
  });
  await tools.send("Runtime.enable");
  await tools.send("Runtime.addBinding", { name: "tell" });
  await driver.executeScript(look);
  await begin();
}

// A question always waits in the page, and is answered with what has been said since the last one. While it waits the
// driver does nothing else, so whatever is to begin has begun.
async function byAsking(driver, hear, begin) {
  await driver.executeScript(
    `const said = [];
     let answer = null;
     const tell = text => {
       said.push(text);
       if (answer) { answer(said.splice(0)); answer = null; }
     };
     window.ask = done => { if (said.length > 0) done(said.splice(0)); else answer = done; };
     ${look}`,
  );
  await begin();
  const ask = async () => {
    for (;;) (await driver.executeAsyncScript("window.ask(arguments[0])")).forEach(hear);
  };
  // It ends with the browser.
  ask().catch(() => {});
}
