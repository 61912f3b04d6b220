// What a device holds of a congress, and what the app makes of it.

import { until } from "../e2e/wait.mjs";

export const named = ({ id }) => `${id.d}-${id.n}`;

// `<device>-<n>` of a journal's key.
export const ofKey = key => key.replace(/^.*\/journal\/(.+)\/0*(\d+)$/, "$1-$2");

// Every record up to and with this one: what its acknowledgement covers, because they are kept in order.
export function upTo(name) {
  const [, device, last] = name.match(/^(.*)-(\d+)$/);
  return Array.from({ length: Number(last) }, (_, index) => `${device}-${index + 1}`);
}

// The records that the app shows of a congress, by its own export; none where it says that it has no such congress.
export async function shownOf(page, id) {
  await page.visit(`#/${id}/du-lieu`);
  await page.ready();
  const there = await until("the congress, or that it is not here", async () => {
    if ((await page.all("#record-count")).length > 0) return "shown";
    return (await page.all("main .lead")).length > 0 && "not shown";
  }, 20_000);
  return there === "shown" ? exported(page) : [];
}

export async function exported(page) {
  return JSON.parse(await page.export()).records;
}

// Captures the browser's own storage before a fault is laid over it, so that a test can look behind the fault.
export const UNTOUCHED = `(() => {
  const own = name => Object.getOwnPropertyDescriptor(Storage.prototype, name);
  let storage = null;
  try { storage = window.localStorage; } catch {}
  const [key, get, set, length] = ["key", "getItem", "setItem"].map(name => own(name).value).concat(own("length").get);
  window.untouched = {
    open: indexedDB.open.bind(indexedDB),
    databases: indexedDB.databases.bind(indexedDB),
    read: name => get.call(storage, name),
    write: (name, value) => set.call(storage, name, value),
    keys: () => (storage ? Array.from({ length: length.call(storage) }, (_, at) => key.call(storage, at)) : []),
  };
})();`;

// The names of the records in either copy, read behind any fault. A browser in which the app has made no database
// answers null for the second copy: opening it to look would make one.
export async function copiesOf(page, id) {
  const { first, second } = await page.driver.executeAsyncScript(
    `const [id, done] = arguments;
     const journal = key => String(key).startsWith("so-tay-dai-hoi/" + id + "/journal/");
     const own = window.untouched ?? {
       open: name => indexedDB.open(name), databases: () => indexedDB.databases(), keys: () => Object.keys(localStorage),
     };
     const first = own.keys().filter(journal);
     const answer = second => done({ first, second: second && second.filter(journal) });
     own.databases().then(all => {
       if (!all.some(one => one.name === "so-tay-dai-hoi")) return answer(null);
       const opening = own.open("so-tay-dai-hoi");
       opening.onerror = () => answer(null);
       opening.onsuccess = () => {
         const database = opening.result;
         const end = second => { database.close(); answer(second); };
         if (!database.objectStoreNames.contains("kept")) return end(null);
         const asked = database.transaction("kept").objectStore("kept").getAllKeys();
         asked.onsuccess = () => end(asked.result);
         asked.onerror = () => end(null);
       };
     }, () => answer(null));`,
    id,
  );
  return { first: new Set(first.map(ofKey)), second: second && new Set(second.map(ofKey)) };
}
