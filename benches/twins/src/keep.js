// Keeping a change as strictly as the app does, in the app's own format: a record that carries the hash of the one before
// it, sealed with a checksum, under a key of its own, in localStorage and in the database; nothing is written over, and what
// another window wrote would be seen first.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const RECORDS = "twin/journal/";
const TIP = "twin/tip";
const FORMAT = 1;
const hash = (text, digits) => bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);

const keys = Object.keys(localStorage).filter(key => key.startsWith(RECORDS)).sort();
const payloads = keys.map(key => localStorage.getItem(key).slice(`[${FORMAT},"${"0".repeat(16)}",`.length, -1));
// What was changed so far, in its order.
export const changes = payloads.map(payload => JSON.parse(payload).c);
let number = keys.length;
let previous = payloads.at(-1);
let tip = localStorage.getItem(TIP);

const opening = indexedDB.open("twin", 1);
opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
const database = new Promise(opened => { opening.onsuccess = () => opened(opening.result); });

export async function keep(change) {
  if (localStorage.getItem(TIP) !== tip) throw new Error("another window wrote");
  number += 1;
  const own = number;
  const record = { id: { d: "twin", n: own }, l: own, t: Date.now(), p: previous ? hash(previous, 32) : "", c: change };
  const payload = JSON.stringify(record);
  const text = `[${FORMAT},"${hash(`${FORMAT},${payload}`, 16)}",${payload}]`;
  const key = RECORDS + String(own).padStart(6, "0");
  if (localStorage.getItem(key) !== null) throw new Error("a record stands there already");
  localStorage.setItem(key, text);
  if (localStorage.getItem(key) !== text) throw new Error("not kept");
  previous = payload;
  tip = `twin-${own}`;
  localStorage.setItem(TIP, tip);
  light("wait");
  const transaction = (await database).transaction("kept", "readwrite", { durability: "strict" });
  transaction.objectStore("kept").put(text, key);
  transaction.commit();
  transaction.oncomplete = () => {
    if (own === number) light("ok", ` ${new Date().toTimeString().slice(0, 5)}`);
  };
}

// The light of the header, by hand in every twin.
const save = document.querySelector("a.save");
const time = save.querySelector(".wide");
function light(state, at) {
  save.dataset.saved = state;
  if (at && time.textContent !== at) time.textContent = at;
}
