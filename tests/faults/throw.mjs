// The storage throws at its k-th call, or from then on: for every k that the scene has.

import { onStage, played } from "./scene.mjs";

// Counts every call and every look at the length; the first is 1.
const throwing = (k, onwards) => `(() => {
  let calls = 0;
  window.callsOfStorage = () => calls;
  const may = (store, name) => {
    if (store === window.sessionStorage) return;
    calls += 1;
    if (${onwards} ? calls >= ${k} : calls === ${k}) {
      throw new DOMException("fault", name === "setItem" ? "QuotaExceededError" : "SecurityError");
    }
  };
  for (const name of ["key", "getItem", "setItem", "removeItem"]) {
    const own = Storage.prototype[name];
    Storage.prototype[name] = function (...values) { may(this, name); return own.apply(this, values); };
  }
  const { get } = Object.getOwnPropertyDescriptor(Storage.prototype, "length");
  Object.defineProperty(Storage.prototype, "length", { get() { may(this, "length"); return get.call(this); } });
})();`;

// `share` of 1 plays every k; of 10, every tenth.
export const throwingAtEvery = (share, base) => onStage(base, async stage => {
  const sum = { trials: 0, lost: 0, faults: [] };
  for (const holds of [true, false]) {
    const { end: calls, wrong } = await played(stage, throwing(0, false), { holds, last: "return callsOfStorage()" });
    // Without a fault nothing may be wrong, or what follows says nothing.
    sum.faults.push(...wrong.map(what => `without a fault: ${what}`));
    for (const onwards of [true, false]) {
      for (let k = 1; k <= calls; k += share) {
        const { lost, wrong } = await played(stage, throwing(k, onwards), { holds });
        sum.trials += 1;
        sum.lost += lost;
        const where = `${holds ? "opened" : "founded"}, call ${k} of ${calls}${onwards ? " and all after it" : ""}`;
        sum.faults.push(...wrong.map(what => `${where}: ${what}`));
      }
    }
  }
  return sum;
});
