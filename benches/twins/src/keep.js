// Keeping a change as strictly as the app does: a record under a key of its own, in localStorage and in the database.

const RECORDS = "twin/journal/";
const keys = Object.keys(localStorage).filter(key => key.startsWith(RECORDS)).sort();
// What was changed so far, in its order.
export const changes = keys.map(key => JSON.parse(localStorage.getItem(key))[2].c);
let number = keys.length;

const opening = indexedDB.open("twin", 1);
opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
const database = new Promise(opened => { opening.onsuccess = () => opened(opening.result); });

export async function keep(change) {
  number += 1;
  const key = RECORDS + String(number).padStart(6, "0");
  const text = JSON.stringify([1, "0".repeat(16), { id: { d: "twin", n: number }, l: number, t: Date.now(), p: "0".repeat(32), c: change }]);
  localStorage.setItem(key, text);
  if (localStorage.getItem(key) !== text) throw new Error("not kept");
  localStorage.setItem("twin/tip", JSON.stringify(`twin-${number}`));
  light("wait");
  const transaction = (await database).transaction("kept", "readwrite", { durability: "strict" });
  transaction.objectStore("kept").put(text, key);
  const own = number;
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
